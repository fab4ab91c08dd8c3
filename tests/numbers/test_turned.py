"""Bound numbers whose words say which way they go: up or down."""

import pytest
from reading import faults, known, part, quantity, states

CHANGED = known(
    quantity("was", "400"),
    quantity("rise", "7.5", "%", change=True, uses=["now", "was"]),
    quantity("fall", "-5", "%", change=True, uses=["later", "was"]),
    quantity("less", "-30"),
    quantity("more", "30"),
    quantity("loss", "-400"),
    quantity("improved", "5", "%", change=True, uses=["now", "loss"]),
)

TRUE = [
    "Visits rose by [7.5%]{value=rise}.",
    "Visits fell by [5%]{value=fall}.",
    "They had [30]{value=less} fewer, or [5%]{value=fall} lower.",
    "They had [30 visits]{value=less} less.",
    "There were [30]{value=more} fewer.",
    "They went from [400]{value=was}, up [7.5%]{value=rise}.",
    "A [5%]{value=fall} fall came after a [7.5%]{value=rise} rise.",
    "After a steep [5%]{value=fall} cut in visits, a [30]{value=less} visit drop.",
    "After the rise came a [5%]{value=fall} fall.",
    "Of all sites, [7.5%]{value=rise} fall short.",
    "Prices fell while visits rose by [7.5%]{value=rise}.",
    "The deficit fell by [5%]{value=improved}.",
    "The balance is [−30]{value=less}.",
]


@pytest.mark.parametrize("text", TRUE)
def test_a_number_that_goes_as_its_words_say_is_checked(text: str) -> None:
    """A fall is said by its size, and the nearest word says which way it goes."""
    assert faults(text, CHANGED) == []
    assert {state for _, state in states(text, CHANGED)} == {"checked"}


FALSE = [
    (
        "Visits fell by [7.5%]{value=rise}.",
        "Text says “7.5%”; rise is a rise of 7.5%",
        "Say that it rose, or bind another quantity",
    ),
    (
        "Visits are down [7.5%]{value=rise}.",
        "Text says “7.5%”; rise is a rise of 7.5%",
        "Say that it rose, or bind another quantity",
    ),
    (
        "There was a [7.5%]{value=rise} fall in visits.",
        "Text says “7.5%”; rise is a rise of 7.5%",
        "Say that it rose, or bind another quantity",
    ),
    (
        "There was a [5%]{value=fall} rise in visits.",
        "Text says “5%”; fall is −5%",
        "Say that it fell, or bind another quantity",
    ),
    (
        "There was a []{value=rise} fall in visits.",
        "Text says a fall of “7.5%”; rise is a rise",
        "Say that it rose, or bind another quantity",
    ),
    (
        "Prices fell while visits rose by [5%]{value=fall}.",
        "Text says “5%”; fall is −5%",
        "Say that it fell, or bind another quantity",
    ),
    (
        "They had [30]{value=less} more.",
        "Text says “30”; less is −30",
        "Say that it fell, or bind another quantity",
    ),
    (
        "Visits fell by []{value=rise}.",
        "Text says a fall of “7.5%”; rise is a rise",
        "Say that it rose, or bind another quantity",
    ),
]


@pytest.mark.parametrize(("text", "message", "way"), FALSE)
def test_a_number_that_goes_the_other_way_is_told(
    text: str, message: str, way: str
) -> None:
    """Another number would leave the sentence false, so none is offered."""
    [finding] = part(text, CHANGED).findings
    assert (finding.code, finding.message, finding.help) == ("NUM01", message, way)
    assert finding.fix is None


def test_what_fell_is_put_in_by_its_size() -> None:
    """`Fell by −5%` would say that it rose."""
    text = "It fell by []{value=fall}, to []{value=fall}. A []{value=fall} fall."
    entries = part(text, CHANGED).numbers
    assert [one["shown"] for one in entries] == ["5%", "−5%", "5%"]


def test_nothing_is_written_from_a_table_with_an_error() -> None:
    """A value that rests on a torn row may be wrong; the row is mended first."""
    place = {
        "file": "sources/data/asks.csv",
        "line": 4,
        "column": 9,
        "end_line": 4,
        "end_column": 12,
    }
    against = known(quantity("asks", "736", "GBP", doubt=place))
    [finding] = part("It cost [£1,091]{value=asks}.", against).findings
    assert finding.message == "Text says “£1,091”; asks is £736"
    assert finding.help == (
        "Correct sources/data/asks.csv:4 first, as the value rests on it"
    )
    assert finding.fix is None
