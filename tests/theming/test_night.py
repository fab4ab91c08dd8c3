"""Night: colours of a drawing on dark ground, and the drawing that changes to them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crossfoot.engines.theming import themes
from crossfoot.theming.colours import colour, contrast, luminance, written
from crossfoot.theming.night import by_night, grounds, nocturnal
from crossfoot.theming.tokens import whole

DAY, NIGHT = "#ffffff", "#14181d"
COLOURS = st.tuples(*[st.floats(0, 1)] * 3).map(written)


@given(COLOURS, COLOURS)
def test_two_colours_differ_as_much_by_night_as_by_day(one: str, other: str) -> None:
    """Contrast is kept but for rounding, where dark ground leaves room for it."""
    shown = [colour(by_night(text, DAY, NIGHT)) for text in (one, other)]
    assume((1.0, 1.0, 1.0) not in shown)
    by_day = contrast(colour(one), colour(other))
    assert contrast(*shown) == pytest.approx(by_day, rel=0.03)


@given(COLOURS, COLOURS)
def test_what_is_darker_by_day_is_lighter_by_night(one: str, other: str) -> None:
    """The order of lightness turns round, so that a key still reads as a scale."""
    dark, light = sorted((one, other), key=lambda text: luminance(colour(text)))
    first, last = (
        luminance(colour(by_night(text, DAY, NIGHT))) for text in (dark, light)
    )
    assert first >= last - 0.01


@pytest.mark.parametrize("name", ["sober", "bold"])
def test_the_shipped_themes_hold_their_contrast_by_night(name: str) -> None:
    """Words and marks of charts stand out from dark ground as from light ground."""
    tokens = whole(name, themes())
    day, night = grounds(tokens)
    chart, words = (
        tokens["chart"]["colours"],
        [tokens["light"][k] for k in ("ink", "muted")],
    )
    for needed, some in ((3, chart), (4.5, words)):
        shown = [colour(by_night(one, day, night)) for one in some]
        assert all(contrast(one, colour(night)) >= needed for one in shown)
    assert by_night(day, day, night) == night


def test_a_drawing_changes_with_the_scheme() -> None:
    """Every colour becomes a variable that is set where the screen is dark."""
    markup = (
        '<svg viewBox="0 0 4 3"><path style="fill: #FFFFFF; stroke:#12436d"/>'
        '<text style="background-color: #12436d">A #12436d</text></svg>'
    )
    assert nocturnal(markup, DAY, NIGHT) == (
        '<svg class="drawn" viewBox="0 0 4 3"><style>@media screen and'
        " (prefers-color-scheme:dark){:root{--c-000000:#ffffff;--c-12436d:#9fc7ff;"
        '--c-ffffff:#14181d;}}</style><g style="fill:var(--c-000000,#000000)">'
        '<path style="fill: var(--c-ffffff,#ffffff); stroke:var(--c-12436d,#12436d)"/>'
        '<text style="background-color: #12436d">A #12436d</text></g></svg>'
    )


def test_a_drawing_that_cannot_change_is_left_as_it_is() -> None:
    """Pixels keep their colours, and so does all on ground that is not dark enough."""
    pixels = '<svg><image href="data:"/><path style="fill:#123456"/></svg>'
    assert nocturnal(pixels, DAY, NIGHT) == pixels
    plain = '<svg><path style="fill:#123456"/></svg>'
    assert nocturnal(plain, DAY, "#505050") == plain
    assert nocturnal("", DAY, NIGHT) == ""
