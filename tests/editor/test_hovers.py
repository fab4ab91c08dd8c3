"""Hovers: what is shown of a name."""

from worlds import CHAPTER, NEXT, TEXTS, WORLD

from crossfoot.editor.hovers import exact, hover, number_at, printed, stated
from crossfoot.editor.mentions import Mention, at, in_chapter
from crossfoot.places import Place, Text


def shown(mark: str, text: str = CHAPTER, file: str = "sources/01-asks.md") -> str:
    one = at(in_chapter(text), text.index(mark) + 1)
    assert one
    return hover(one, Text(file, text), WORLD, {"NUM05": "# NUM05\n"})


def test_a_bound_number_shows_value_source_formula_and_state() -> None:
    """All that a reader has to know of a number is in one place."""
    assert shown("asks.recovery") == (
        "**asks.recovery** = £203m, exactly 203,000,000 GBP\n\n"
        "New asks\n\n"
        "sum of amount in data/asks.csv\n\n"
        "* sources/data/asks.csv, lines 2–3\n\n"
        "“£203m”: checked: text and data agree"
    )


def test_a_reference_shows_what_it_leads_to() -> None:
    """A reference shows the kind, the caption and the place of its target."""
    file = "sources/02-next.md"
    assert (
        shown("@tbl-asks", NEXT, file)
        == "**Table**: Priced asks\n\nsources/01-asks.md:5"
    )
    assert shown("@sec-asks", NEXT, file) == "**Section**: Asks\n\nsources/01-asks.md:1"


def test_a_citation_shows_its_entry() -> None:
    """A citation shows author, year, title and publisher."""
    assert shown("@smith", NEXT) == "**Jo Smith** (2020)\n\nSums. A press"


def test_a_table_and_a_figure_show_what_they_hold() -> None:
    """A table shows its columns, a figure its recipe, wording and data."""
    assert shown("data/asks") == (
        "**sources/data/asks.csv**\n\n* `origin`: string\n* `amount`: Asked for, integer, GBP"
    )
    figure = Mention("figure", "asks", (0, 4))
    assert hover(figure, TEXTS["sources/01-asks.md"], WORLD, {}) == (
        "**figures/asks.py**\n\nTwo bars.\n\nReads asks, asks.total"
    )


def test_a_code_shows_its_page() -> None:
    """The code in a waiver shows why the finding matters."""
    assert shown("NUM05", "<!-- crossfoot: allow NUM05 because so -->") == "# NUM05\n"


def test_what_is_not_known_is_said_or_left() -> None:
    """A key that failed says so, one that does not exist shows nothing."""
    assert shown("asks.b", "[1]{value=asks.broken}") == (
        "**asks.broken** is defined and could not be computed"
    )
    assert shown("no.s", "[1]{value=no.such}") == ""
    assert shown("@fig-x", "@fig-x") == ""
    assert shown("@x", "@x9") == ""


def test_any_other_number_shows_how_it_counts() -> None:
    """A number of the ledger shows its state, the rule that left it out, its sum."""
    place = Place("sources/01-asks.md", 3, 4, 3, 4)
    row = number_at(place, WORLD)
    assert row
    assert row["text"] == "£203m"
    assert number_at(Place("sources/01-asks.md", 3, 8, 3, 8), WORLD) is None
    assert number_at(Place("sources/none.md"), WORLD) is None
    assert stated({**row, "state": "unbound"}) == "“£203m”: bound to nothing"
    left = {**row, "text": "2021", "state": "ignored", "rule": "year"}
    assert stated(left) == "“2021”: left out by the rule year"
    footed = {**row, "text": "21.3", "state": "footed", "formula": "17.7 + 3.6"}
    assert stated(footed) == "“21.3”: checked as part of a sum\n\n17.7 + 3.6"


def test_a_bound_says_on_which_side_the_value_is() -> None:
    """A published bound is shown as one, with all its digits beside it."""
    entry = {"value": "2000000000", "unit": "GBP", "bound": "at_least"}
    assert printed(entry) == "at least £2bn"
    assert exact(entry) == "2,000,000,000 GBP"
    assert exact({"value": "-12.50", "unit": "count", "bound": None}) == "-12.50"
