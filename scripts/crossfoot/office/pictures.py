"""Pictures of office files: what stands for each target of an image."""

from dataclasses import dataclass

from crossfoot.nodes import Node, attr, text, with_attr, words

Data = tuple[list[str], list[list[str]], str]
"""Columns and rows behind a figure, and its description."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as office programs can show it."""

    path: str
    """Where the writer finds it."""
    width: float
    """Natural size in millimetres."""
    height: float
    alt: str = ""
    """What a figure's recipe says it shows."""
    description: str = ""


def size(node: Node, shown: Shown, room: tuple[float, float]) -> tuple[float, float]:
    """Return the width and height, in millimetres, that a picture is shown in.

    As wide as its author asked, in lengths or percent of the line, else its natural
    size; never larger than `room`.
    """
    asked = dict(attr(node)[2])
    ratio = shown.height / shown.width
    width = _length(asked.get("width", ""), room[0])
    if not width:
        height = _length(asked.get("height", ""), room[1])
        width = height / ratio if height else shown.width
    width = min(width, room[0], room[1] / ratio)
    return round(width, 2), round(width * ratio, 2)


UNITS = {
    "mm": 1.0,
    "cm": 10.0,
    "in": 25.4,
    "pt": 25.4 / 72,
    "px": 25.4 / 96,
    "em": 4.2,
    "": 25.4 / 96,
}


def _length(asked: str, whole: float) -> float:
    bare = asked.strip().lower()
    if bare.endswith("%"):
        return _number(bare[:-1]) / 100 * whole
    unit = bare.lstrip("0123456789.")
    return _number(bare.removesuffix(unit)) * UNITS.get(unit.strip(), 0.0)


def _number(digits: str) -> float:
    try:
        return max(float(digits), 0.0)
    except ValueError:
        return 0.0


def alternative(node: Node, shown: Shown | None = None) -> str:
    """Return what is read out for a picture; empty for a decorative one."""
    said = " ".join(text(node["c"][1]).split())
    return said or (shown.alt if shown else "")


def sized(node: Node, shown: Shown, room: tuple[float, float]) -> Node:
    """Return an image that names its file, its size and what is read out for it."""
    width, height = size(node, shown, room)
    name = attr(node)[0]
    pairs = [["width", f"{width:g}mm"], ["height", f"{height:g}mm"]]
    image = {
        "t": "Image",
        "c": [["", [], []], words(alternative(node, shown)), [shown.path, ""]],
    }
    return with_attr(image, [name, [], pairs])
