"""Items of one chapter that lead to one place."""

import pytest
from repeating import repeats

CHANGES = (
    "Added `cache_key` to `Relation`. ([Request](https://example.org/pull/20884))",
    "Boats are painted before winter. ([Request](https://example.org/pull/20001))",
    "Ropes hang on the quay. ([Request](https://example.org/pull/20002), [Ann](/ann))",
)
KEY = "https://example.org/pull/20884"


def lines(*items: str) -> list[tuple[str, int, int]]:
    """Return the relations of a list of these items: class and lines."""
    text = "\n".join(f"* {one}" for one in items)
    product, _ = repeats(f"# A\n\n{text}\n")
    return [
        (one["class"], one["a"][0]["start"], one["b"][0]["start"])
        for one in product["relations"]
    ]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (f"Added `#cache_key` to `Relation`. ([Request]({KEY}))", True),
        (f"`Relation` has a `cache_key`. ([Request]({KEY}), [Ann](/ann))", True),
        ("`Relation` has a `cache_key`. ([Request](https://example.org/1))", False),
        (f"Oars are counted by the skipper. ([Request]({KEY}))", False),
        ("Ropes hang on nets. ([Request](https://example.org/2), [Ann](/ann))", False),
    ],
)
def test_two_items_with_one_link_are_told_of(other: str, *, told: bool) -> None:
    """Items of the same link and much in common beside it are one thing, told twice."""
    assert lines(*CHANGES, other) == [("near", 3, 6)] * told


def test_a_link_that_three_items_have_tells_nothing() -> None:
    """What many items lead to is what their list is about."""
    more = (f"Added `{one}_key` to `Relation`. ([Request]({KEY}))" for one in "xyz")
    assert lines(*CHANGES, *more) == []


def test_equal_items_are_told_of_once() -> None:
    """Two equal items are an exact repeat, and nothing beside."""
    assert lines(*CHANGES, CHANGES[1]) == [("exact", 4, 6)]


COURSES = (
    "[Knots and Splices](https://example.org/knots)",
    "[Reading the Weather](https://example.org/weather)",
    "[Signals with Flags](https://example.org/flags)",
)


@pytest.mark.parametrize(
    ("link", "when", "told"),
    [
        ("https://example.org/knots", "6 weeks | Tuesday evenings", True),
        ("https://example.org/ropes", "6 weeks | Tuesday evenings", False),
        ("https://example.org/knots", "2 days | any time", False),
        ("https://example.org/knots", "4 weeks | Tuesday evenings", False),
    ],
)
def test_two_rows_with_one_link_are_told_of(
    link: str, when: str, *, told: bool
) -> None:
    """A row that leads where another does, and says much the same, tells it twice."""
    rows = [f"| {one} | 6 weeks | Tuesday evenings |" for one in COURSES]
    rows.append(f"| [Knots]({link}) | {when} |")
    head = "| course | length | hours |\n|:--|:--|:--|"
    product, _ = repeats("# A\n\n" + "\n".join([head, *rows]) + "\n")
    found = [
        (one["a"][0]["start"], one["b"][0]["start"]) for one in product["relations"]
    ]
    assert found == [(5, 8)] * told
