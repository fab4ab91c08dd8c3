"""The table or figure that holds a place: of several the first, found without a search."""

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.numbers.exhibits import holder, stretches

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@given(st.lists(SPANS, max_size=9), st.integers(0, 45))
def test_the_first_exhibit_around_a_place_holds_it(
    spans: list[tuple[int, int]], place: int
) -> None:
    """A place has the name of the first exhibit around it, or none outside of all."""
    held = [(span, f"t{at}") for at, span in enumerate(spans)]
    names = (name for (start, end), name in held if start <= place < end)
    assert holder(stretches(held), place) == next(names, "")
