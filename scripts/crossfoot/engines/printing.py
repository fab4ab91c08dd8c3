"""Printing: a matplotlib figure in, its pictures as SVG and PNG out."""

import base64
import contextlib
import io
from typing import Any

MM = 25.4
"""Millimetres of an inch."""


def pictures(figure: Any, dpi: int) -> dict[str, Any]:
    """Return a figure as SVG text and as PNG in base 64; neither holds a date."""
    import matplotlib as mpl

    svg, png = io.BytesIO(), io.BytesIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    _lay_out(figure)
    # With a layout engine matplotlib draws a figure twice for each picture, and a
    # default one would come back after the first.
    none: Any = {"figure.autolayout": False, "figure.constrained_layout.use": False}
    with mpl.rc_context(none):
        figure.set_layout_engine(None)
        figure.savefig(svg, format="svg", metadata=nothing)
        figure.savefig(png, format="png", dpi=dpi, metadata={"Software": None})
    return {
        "svg": svg.getvalue().decode(),
        "png": base64.b64encode(png.getvalue()).decode(),
    }


def _lay_out(figure: Any) -> None:
    """Find a figure's layout as saving it as SVG would, once for all its pictures."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    engine = figure.get_layout_engine()
    if engine is None or not figure.axes:
        return
    canvas, dpi = figure.canvas, figure.get_dpi()
    FigureCanvasSVG(figure)  # sets itself as the figure's canvas
    figure.set_dpi(FigureCanvasSVG.fixed_dpi)
    # Matplotlib draws on without a layout where one cannot be found.
    with contextlib.suppress(ValueError):
        engine.execute(figure)
    figure.set_dpi(dpi)
    figure.set_canvas(canvas)


def size(figure: Any) -> dict[str, Any]:
    """Return the size of a figure in millimetres."""
    width, height = figure.get_size_inches()
    return {
        "width_mm": round(float(width) * MM, 2),
        "height_mm": round(float(height) * MM, 2),
    }
