"""What follows from a drawing: names, reads, products, tidy SVG."""

from typing import Any

import pytest

from crossfoot.figures import clashes, findings, product, reads, reason, stock, tidy
from crossfoot.figures.product import beside, described
from crossfoot.places import Place, Text

CELLS = {"line": 2, "cells": [{"text": "Rural"}, {"text": "12"}]}
COLUMNS = [
    {"name": "kind", "type": "string", "unit": None, "title": None},
    {"name": "n", "type": "integer", "unit": "GBP", "title": "Number"},
]
DATA: dict[str, Any] = {
    "tables": [
        {
            "name": "areas",
            "file": "sources/data/areas.csv",
            "sha256": "a" * 64,
            "rows": 1,
            "columns": COLUMNS,
            "records": [CELLS],
        },
        {
            "name": "long",
            "file": "sources/data/long.csv",
            "sha256": "b" * 64,
            "rows": 51,
            "columns": COLUMNS,
        },
    ],
    "quantities": [
        {
            "key": "areas.n",
            "value": "12",
            "source": {"file": "sources/data/areas.csv", "sha256": "a" * 64},
        }
    ],
}
ANSWER: dict[str, Any] = {
    "alt": "Bars",
    "data": None,
    "description": None,
    "faults": [],
    "height_mm": 84.0,
    "mute": None,
    "printed": "",
    "reads": {"tables": ["areas"], "quantities": ["areas.n"], "names": [False, True]},
    "texts": ["Number"],
    "warnings": [],
    "width_mm": 150.0,
}
RECIPE = Text(
    "figures/areas.py", '"""Areas."""\n\n\ndef draw(t, q):\n    return 1 / 0\n'
)


def test_a_figure_s_product_names_all_it_is_made_of() -> None:
    """The JSON holds texts, the table that was read, and the hashes of sources."""
    read = {"figures/areas.py": "c" * 64}
    assert product("areas", RECIPE.file, ANSWER, stock(DATA), read) == {
        "schema": "crossfoot/figure/1",
        "name": "areas",
        "recipe": "figures/areas.py",
        "alt": "Bars",
        "description": "The chart shows 1 row of data. Number: £12 throughout.",
        "width_mm": 150.0,
        "height_mm": 84.0,
        "table": {"columns": ["kind", "Number"], "rows": [["Rural", "12"]]},
        "texts": ["Number"],
        "reads": {"tables": ["areas"], "quantities": ["areas.n"]},
        "provenance": {
            "figures/areas.py": "c" * 64,
            "sources/data/areas.csv": "a" * 64,
        },
        "failed": False,
    }


def test_a_figure_that_failed_says_so_in_words() -> None:
    """A placeholder stands for itself: no table, no description."""
    answer = {
        **ANSWER,
        "failed": {"message": "ZeroDivisionError: division by zero", "line": 5},
    }
    got = product("areas", RECIPE.file, answer, stock(DATA), {})
    words = "Figure areas could not be drawn"
    assert (got["failed"], got["alt"], got["texts"]) == (True, words, [words])
    assert (got["table"], got["description"]) == (None, "")
    (found,) = findings(RECIPE, "areas", answer)
    assert (found.code, found.place, found.message) == (
        "FIG01",
        Place("figures/areas.py", 5, 5, 5, 17),
        "areas could not be drawn: ZeroDivisionError: division by zero",
    )


def test_a_figure_without_words_is_a_finding() -> None:
    """FIG03 stands at the line that should have given the text."""
    answer = {**ANSWER, "mute": {"message": "alt returned no text", "line": 4}}
    (found,) = findings(RECIPE, "areas", answer)
    assert (found.code, found.place.line, found.message) == (
        "FIG03",
        4,
        "areas has no alternative text: alt returned no text",
    )


def test_a_character_without_a_glyph_is_a_finding() -> None:
    """What matplotlib says of a missing glyph becomes TYP02, once a character."""
    said = r"Glyph 26085 (\N{CJK UNIFIED IDEOGRAPH-65E5}) missing from font(s) Sans."
    answer = {**ANSWER, "warnings": [said, said, "Tight layout not applied"]}
    assert [(f.code, f.message) for f in findings(RECIPE, "areas", answer)] == [
        ("TYP02", "areas draws “日” (U+65E5), which the chart font lacks")
    ]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], None),
        (["long"], None),
        (["areas", "long"], None),
        (["gone"], None),
        (["areas"], {"columns": ["kind", "Number"], "rows": [["Rural", "12"]]}),
    ],
)
def test_the_table_beside_a_chart(names: list[str], expected: Any) -> None:
    """One short table that was read stands for the chart's data."""
    assert beside(names, stock(DATA)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], ""),
        (
            [["A", "3", "x"], ["B", "12", "y"], ["C", "", "z"]],
            "The chart shows 3 rows of data. n: highest for B, 12; lowest for A, 3.",
        ),
        ([["A", "12%", "x"]], "The chart shows 1 row of data."),
        ([["A", "NaN", "x"]], "The chart shows 1 row of data."),
    ],
)
def test_a_table_in_words(rows: list[list[str]], expected: str) -> None:
    """Each column of numbers has a sentence; other columns have none."""
    assert described({"columns": ["k", "n", "s"], "rows": rows}) == expected


def test_reads_are_named_and_hashed() -> None:
    """A read is a table, a quantity, or which of them there are."""
    got = reads(ANSWER)
    assert got == ["quantities", "quantity:areas.n", "table:areas"]
    store = stock(DATA)
    assert store.hash("quantity:areas.n") == "12"
    assert store.hash("quantity:gone") == store.hash("table:gone") == "-"
    assert store.called("table:areas") == "data/areas.csv"
    other = stock({**DATA, "quantities": []})
    assert store.hash("quantities") != other.hash("quantities")
    assert store.hash("tables") == other.hash("tables")


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (None, "new"),
        ({"recipe": "1", "table:areas": "2"}, "its picture was lost"),
        ({"recipe": "0", "table:areas": "2"}, "its recipe changed"),
        ({"recipe": "0", "table:areas": "0"}, "its recipe and data/areas.csv changed"),
        ({"recipe": "1"}, "data/areas.csv changed"),
    ],
)
def test_the_reason_for_drawing_is_said(
    before: dict[str, str] | None, expected: str
) -> None:
    """The log names what changed, as an author would call it."""
    now = {"recipe": "1", "table:areas": "2"}
    assert reason(before, now, stock(DATA)) == expected


def test_names_that_clash_are_found() -> None:
    """Neither case nor a picture's suffix tells two figures apart."""
    recipes = ["figures/Map.py", "figures/asks.py", "figures/map.py"]
    found = clashes(recipes, ["sources/figures/asks.svg", "sources/figures/x.png"])
    assert [(one.code, one.message) for one in found] == [
        ("FIG02", "figures/map.py and figures/Map.py both make the figure map"),
        (
            "FIG02",
            "figures/asks.py and sources/figures/asks.svg both make the figure asks",
        ),
    ]


SVG = """<?xml version="1.0"?>
<!DOCTYPE svg>
<svg width="10pt">
 <defs>
  <style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style>
 </defs>
 <g id="axes_1" clip-path="url(#p1)"><use xlink:href="#m1"/></g>
 <text style="font-size: 10px; font-family: 'A', 'B'">id="x"  url(#y)</text>
 <text style="font-weight: 700; font-family: 'A'">a</text>
</svg>
"""


def test_an_svg_can_stand_beside_others() -> None:
    """Ids and links carry the figure's name; texts name one family and its weight."""
    assert tidy(SVG, "été 1", ["My Sans", "serif"]) == (
        """<svg style="stroke-linejoin: round; stroke-linecap: butt" width="10pt">
 <g id="figure-_e9_t_e9__20_1-axes_1" clip-path="url(#figure-_e9_t_e9__20_1-p1)">"""
        """<use xlink:href="#figure-_e9_t_e9__20_1-m1"/></g>
 <text xml:space="preserve" style="font-size: 10px; font-family: 'My Sans', serif; """
        """font-variation-settings: 'wght' 400">id="x"  url(#y)</text>
 <text style="font-weight: 700; font-family: 'My Sans', serif">a</text>
</svg>
"""
    )
