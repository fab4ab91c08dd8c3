"""Numbers that figures draw and describe."""

from typing import Any

from reading import known, quantity

from crossfoot.numbers.charts import entries
from crossfoot.places import Text

TABLE: dict[str, Any] = {
    "name": "asks",
    "file": "sources/data/asks.csv",
    "sha256": "0" * 64,
    "rows": 2,
    "columns": [{"name": "origin"}, {"name": "amount"}],
    "records": [
        {"line": 2, "cells": [{"text": "Recharge"}, {"text": "2000000000"}]},
        {"line": 3, "cells": [{"text": "Recovery"}, {"text": "203000000"}]},
    ],
}
AGAINST = known(
    quantity("asks.floor", "2000000000", "GBP", bound="at_least"),
    quantity("asks.recovery", "203000000", "GBP"),
    quantity("other", "77"),
    tables={TABLE["file"]: TABLE},
)
RECIPE = Text("figures/asks.py", 'def alt(t, q):\n    return "Two bars, 77 high"\n')


def figure(**more: Any) -> dict[str, Any]:
    reads = {"tables": ["asks"], "quantities": ["asks.floor", "asks.recovery"]}
    return {"recipe": "figures/asks.py", "reads": reads, "texts": [], **more}


def test_numbers_agree_with_what_the_figure_reads() -> None:
    """Quantities, cells and the count of rows back a number; others are unbound."""
    texts = ["over £2bn", "£2bn", "£203m", "2 asks", "2,000,000,000", "77", "in 2021"]
    found = entries(figure(texts=texts), None, AGAINST)
    assert [(one.text, one.state, one.quantity, one.where) for one in found] == [
        ("£2bn", "checked", "asks.floor", "chart"),
        ("£2bn", "checked", "", "chart"),
        ("£203m", "checked", "asks.recovery", "chart"),
        ("2", "checked", "", "chart"),
        ("2,000,000,000", "checked", "", "chart"),
        ("77", "unbound", "", "chart"),
        ("2021", "ignored", "", "chart"),
    ]
    assert found[4].source == {
        "file": TABLE["file"],
        "sha256": TABLE["sha256"],
        "rows": [2],
    }


def test_a_text_of_the_recipe_is_found_there() -> None:
    """A literal has its line and column; what was computed points at the file."""
    one, other = entries(
        figure(alt="Two bars, 77 high", texts=["Made 78"]), RECIPE, AGAINST
    )[1:]
    assert (one.text, one.place.line, one.place.column) == ("77", 2, 23)
    assert RECIPE.slice(RECIPE.span(one.place)) == "77"
    assert (other.text, other.place.line, other.place.column) == ("78", 1, 1)


def test_a_number_said_twice_in_the_same_words_is_listed_once() -> None:
    """Alternative text and description repeat one another."""
    found = entries(figure(alt="Bar 77", description="Bar 77"), None, AGAINST)
    assert [one.text for one in found] == ["77"]


def test_what_is_drawn_and_its_groups_back_a_number() -> None:
    """Numbers of the drawn table, its rows and the rows of each group agree."""
    rows = [["North", "a", "5"], ["South", "a", "6"], ["East", "b", "9"]]
    texts = ["9 homes", "3 places", "2 of kind a", "7 others"]
    made = figure(table={"columns": ["x", "y", "n"], "rows": rows}, texts=texts)
    found = entries({**made, "reads": {}}, None, AGAINST)
    assert [(one.text, one.state) for one in found] == [
        ("9", "checked"),
        ("3", "checked"),
        ("2", "checked"),
        ("7", "unbound"),
    ]


def test_a_published_bound_of_a_value_read_is_agreed_with() -> None:
    """`over £2bn` is right of a cell that a quantity publishes as a bound."""
    made = {**figure(texts=["over £2bn"]), "reads": {"tables": ["asks"]}}
    [one] = entries(made, None, AGAINST)
    assert (one.state, one.quantity) == ("checked", "asks.floor")
