"""Headings and bold lines that count what stands right below them."""

import pytest
from reading import known, part

NOTHING = known()
ITEMS = "\n\n- Cost.\n- Time.\n- Risk.\n- Luck.\n"
ROWS = "\n\n| Pen | Ink |\n|--|--|\n| a | x |\n| b | y |\n| c | z |\n| d | z |\n"
TITLES = {
    "## Skills (3)": "3",
    "## Skills (3 skills)": "3",
    "## Five reasons to wait": "Five",
    "## Our top 5 aims": "5",
    "**Five reasons to wait**": "Five",
    "**Skills (3 skills):**": "3",
}
RIGHT = {"Five": "Four", "5": "4", "3": "4"}
LEFT = (
    "## 3 Reasons to wait",
    "## Notes (2021)",
    "## Part (3)",
    "## Skills (9)",
    "## Nine reasons to wait",
    "## Three of the reasons (3) in 9 towns",
)


def told(text: str) -> list[str]:
    return [one.message for one in part(text, NOTHING).findings]


@pytest.mark.parametrize(("title", "found"), TITLES.items())
def test_a_title_is_held_to_the_list_below_it(title: str, found: str) -> None:
    """In brackets with or without a noun, or in words at its start."""
    said = f"Text says “{found}”; the list after it has 4 items"
    assert told(title + ITEMS) == [said]
    assert told(title.replace(found, RIGHT[found]) + ITEMS) == []


def test_a_heading_is_held_to_the_rows_below_it() -> None:
    """A table counts as a list does; another list in the section leaves it open."""
    said = "Text says “3”; the table after it has 4 rows"
    assert told("## Tools (3 tools)" + ROWS) == [said]
    assert told("## Tools (4 tools)" + ROWS) == []
    assert told("## Skills (3)" + ITEMS + "\nMore:\n\n1. One.\n2. Two.\n") == []


@pytest.mark.parametrize("title", LEFT)
def test_other_numbers_of_a_heading_count_nothing(title: str) -> None:
    """Numbers of headings, years, and numbers far from the items are left alone."""
    assert told(title + ITEMS) == []


FIVE = (
    "| Site | Town |\n|--|--|\n| A | x |\n| B | y |\n| C | z |\n| D | z |\n| E | z |\n"
)


def test_what_speaks_of_a_table_counts_its_rows() -> None:
    """A caption, and a sentence on what the table lists; columns are not counted."""
    said = "Text says “{}”; the table after it has 5 rows"
    assert told(FIVE + "\n: The 4 sites that we saw\n") == [said.format("4")]
    assert told(FIVE + "\n: Five sites that we saw\n") == []
    assert told(FIVE + "\n: Sites in 4 towns\n") == []
    assert told("Table 2 lists the 4 sites.\n\n" + FIVE) == [said.format("4")]
    assert told("Table 2 lists the 5 sites.\n\n" + FIVE) == []
    assert told("Table 2 lists the sites by 4 of us.\n\n" + FIVE) == []


CLOSED = (
    "| Site | Report | Cost |\n|--|--|--|\n| Hove | north | £10 |\n| Rye | south | £20 |\n"
    "| Lewes | {} | £30 |\n| **Total** | _({} reports)_ | £60 |\n"
)


def test_a_total_row_counts_the_rows_above_it() -> None:
    """Its cell names what the column holds; a name that comes twice leaves it open."""
    said = "Text says “2”; the table after it has 3 rows"
    assert told(CLOSED.format("west", 2)) == [said]
    assert told(CLOSED.format("west", 3)) == []
    assert told(CLOSED.format("north", 2)) == []
    assert told(CLOSED.format("west", 2).replace("reports", "visits")) == []
