"""A small report's world, made by hand, and its texts; files for a test."""

from collections.abc import Mapping
from pathlib import Path

from crossfoot.editor.world import Label, Outline, World
from crossfoot.places import Text

CHAPTER = """\
# Asks {#sec-asks}

[£203m]{value=asks.recovery} of [over £2bn]{value=asks.total} is new: @tbl-asks.

![Priced asks](data/asks.csv){#tbl-asks total=amount}
"""
NEXT = """\
# Next {#sec-next}

As @tbl-asks and @sec-asks say [@smith2020], `=asks.total|£bn`.

    @tbl-asks is code here
"""
QUANTITIES = """\
asks.recovery: {from: data/asks.csv, sum: amount, where: {origin: Recovery}}
asks.total: {from: data/asks.csv, sum: amount}
asks.share: {share: asks.recovery, of: asks.total}
"""
CHECKS = 'identities:\n  - "asks.total = asks.recovery + 2000000000"\n'
RECIPE = 'def draw(tables, quantities):\n    return quantities["asks.total"]\n'
BIB = "@book{smith2020, title={Sums}}\n"

TEXTS = {
    one.file: one
    for one in (
        Text("sources/01-asks.md", CHAPTER),
        Text("sources/02-next.md", NEXT),
        Text("sources/quantities.yml", QUANTITIES),
        Text("sources/checks.yml", CHECKS),
        Text("sources/references.bib", BIB),
        Text("figures/asks.py", RECIPE),
    )
}


def quantity(key: str, value: str, line: int, **more: object) -> dict[str, object]:
    source = {"file": "sources/data/asks.csv", "rows": [2, line], "citation": None}
    return {
        "key": key,
        "value": value,
        "unit": "GBP",
        "bound": None,
        "label": None,
        "formula": "sum of amount in data/asks.csv",
        "source": source,
        "filter": "",
        "uses": [],
        **more,
    }


WORLD = World(
    prefix="sources/",
    chapters=("sources/01-asks.md", "sources/02-next.md"),
    outlines={
        "sources/01-asks.md": Outline(
            labels=(
                Label("sec-asks", "section", "Asks", "sources/01-asks.md", 1),
                Label("tbl-asks", "table", "Priced asks", "sources/01-asks.md", 5),
            ),
            blocks=((0, 18), (20, 100), (102, len(CHAPTER))),
        ),
        "sources/02-next.md": Outline(
            labels=(Label("sec-next", "section", "Next", "sources/02-next.md", 1),),
            hidden=((NEXT.index("    @tbl"), len(NEXT)),),
        ),
    },
    quantities={
        "asks.recovery": quantity("asks.recovery", "203000000", 3, label="New asks"),
        "asks.total": quantity("asks.total", "2203000000", 3),
    },
    failed=("asks.broken",),
    tables={
        "sources/data/asks.csv": (
            {"name": "origin", "title": None, "type": "string", "unit": None},
            {"name": "amount", "title": "Asked for", "type": "integer", "unit": "GBP"},
        )
    },
    figures={
        "asks": {
            "name": "asks",
            "recipe": "figures/asks.py",
            "alt": "Two bars.",
            "reads": {"tables": ["asks"], "quantities": ["asks.total"]},
        }
    },
    entries={
        "smith2020": {
            "id": "smith2020",
            "title": "Sums",
            "publisher": "A press",
            "author": [{"given": "Jo", "family": "Smith"}],
            "issued": {"date-parts": [[2020, 5]]},
        }
    },
    pictures=("images/map.png",),
    recipes=("figures/asks.py",),
    numbers={
        "sources/01-asks.md": [
            {
                "text": "£203m",
                "state": "checked",
                "expected": "£203m",
                "quantity": "asks.recovery",
                "line": 3,
                "column": 2,
                "end_line": 3,
                "end_column": 7,
                "rule": "",
                "formula": "",
            }
        ]
    },
)


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, and the folders that they stand in."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
