"""What `build/figures/NAME.json` holds: a drawing in, plain JSON and findings out."""

from collections.abc import Iterable, Mapping
from typing import Any

from crossfoot.figures.described import described
from crossfoot.figures.reads import Stock, reads
from crossfoot.findings import Finding
from crossfoot.places import Place, Text

SCHEMA = "crossfoot/figure/1"
COLUMN = "ColumnError: "
"""What stands before a message on a table's column, which needs no such name."""
ROWS = 50
"""Most rows of a table that is given beside a chart without being asked for."""

Table = dict[str, Any]
"""`{"columns": [text…], "rows": [[text…]…]}`."""


def product(
    name: str,
    recipe: str,
    answer: dict[str, Any],
    stock: Stock,
    read: Mapping[str, str],
) -> dict[str, Any]:
    """Return the JSON of a figure.

    `answer` is what the drawing process said; `read` is the SHA-256 of the recipe
    and its helpers, by path.
    """
    asked = answer["reads"]
    table = answer.get("data") or beside(asked["tables"], stock)
    failed = "failed" in answer
    return {
        "schema": SCHEMA,
        "name": name,
        "recipe": recipe,
        "alt": words(name) if failed else answer["alt"],
        "description": _description(answer, table, stock),
        "width_mm": answer["width_mm"],
        "height_mm": answer["height_mm"],
        "table": None if failed else table,
        "texts": [words(name)] if failed else answer["texts"],
        "reads": {"tables": asked["tables"], "quantities": asked["quantities"]},
        "provenance": {**stock.sources(reads(answer)), **read},
        "failed": failed,
    }


def words(name: str) -> str:
    """Return what stands in the place of a figure that could not be drawn."""
    return f"Figure {name} could not be drawn"


def beside(names: Iterable[str], stock: Stock) -> Table | None:
    """Return the one table that a recipe read, when it is short."""
    found = [stock.tables[name] for name in names if name in stock.tables]
    if len(found) != 1 or found[0]["rows"] > ROWS:
        return None
    columns = [one["title"] or one["name"] for one in found[0]["columns"]]
    records = found[0]["records"]
    rows = [[cell["text"] for cell in record["cells"]] for record in records]
    return {"columns": columns, "rows": rows}


def _description(answer: dict[str, Any], table: Table | None, stock: Stock) -> str:
    if "failed" in answer:
        return ""
    given = answer.get("description")
    return (
        " ".join(str(given).split())
        if given
        else described(table, _units(answer, stock))
    )


def _units(answer: dict[str, Any], stock: Stock) -> list[str]:
    """Return the units of the columns of the table beside a chart, "" for unknown."""
    if answer.get("data"):
        return list(answer.get("units") or ())
    names = [name for name in answer["reads"]["tables"] if name in stock.tables]
    columns = stock.tables[names[0]]["columns"] if len(names) == 1 else ()
    return [one["unit"] or "" for one in columns]


def findings(recipe: Text, name: str, answer: dict[str, Any]) -> list[Finding]:
    """Return what is wrong with a recipe: FIG01, FIG03, FIG06 to FIG15, TYP02."""
    if "failed" in answer:
        failed = answer["failed"]
        said = failed["message"].removeprefix(COLUMN)
        data = ", or the table that it reads" if said != failed["message"] else ""
        return [
            Finding(
                "FIG01",
                f"{name} could not be drawn: {said}",
                line(recipe, failed["line"]),
                help=f"Correct the recipe at this line{data}",
            )
        ]
    found = []
    mute = answer["mute"]
    if mute:
        found.append(
            Finding(
                "FIG03",
                f"{name} has no alternative text: {mute['message']}",
                line(recipe, mute["line"]),
                help="Let alt(tables, quantities) return what the chart shows",
            )
        )
    found += [_fault(recipe, name, one) for one in answer["faults"]]
    return found + _glyphs(recipe, name, answer["warnings"])


def _fault(recipe: Text, name: str, one: dict[str, Any]) -> Finding:
    """Return the finding on what is hard to read in a chart.

    Its place is the text that it speaks of, where the recipe holds it word for word,
    else the line that drew it.
    """
    at = recipe.text.find(one["words"]) if len(one["words"]) > 1 else -1
    exact = at >= 0 and recipe.text[at - 1] in "\"'{}"
    span = (at, at + len(one["words"]))
    return Finding(
        one["code"],
        f"{name}: {one['message']}",
        recipe.place(span) if exact else line(recipe, one["line"]),
        help=one["help"],
        found=one["found"],
        expected=one["expected"],
    )


def line(recipe: Text, number: int) -> Place:
    """Return the place of a line, from its first word to its last."""
    number = min(max(number, 1), len(recipe.starts))
    words = recipe.line(number)
    start = len(words) - len(words.lstrip()) + 1
    return Place(
        recipe.file, number, start, number, max(start, len(words.rstrip()) + 1)
    )


def _glyphs(recipe: Text, name: str, warnings: list[str]) -> list[Finding]:
    """Return TYP02 for characters that matplotlib found no glyph for."""
    codes = [
        int(text.split()[1])
        for text in warnings
        if text.startswith("Glyph ") and " missing from " in text
    ]
    return [
        Finding(
            "TYP02",
            f"{name} draws “{chr(code)}” (U+{code:04X}), which the chart font lacks",
            line(recipe, 1),
            help="Write it in letters, or use another character",
            found=chr(code),
        )
        for code in sorted(set(codes))
    ]
