"""What depends on a cell, a table or a quantity: a report's folder in, a text out.

The checks are run as for `crossfoot check`, on a temporary build folder.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.checking import NothingCheckedError, refuse
from crossfoot.engines.files import read_json, read_text, texts
from crossfoot.findings import nearest, several
from crossfoot.places import Text
from crossfoot.site import Site

CELL = re.compile(r"(?P<file>.+?\.csv)(?::(?P<line>[0-9]+)(?::(?P<column>[0-9]+))?)?")


class UnknownError(NothingCheckedError):
    """A name that stands for nothing in the report, in one line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked about: a quantity, or a table, or a line or cell of it."""

    key: str = ""
    file: str = ""
    """Relative to the report's root."""
    line: int = 0
    """0: every line."""
    column: int = 0
    """0: every cell of the line."""
    name: str = ""
    """What the cell's column is called."""


@dataclass(frozen=True, slots=True)
class Made:
    """What the checks made of a report."""

    site: Site
    data: dict[str, Any]
    """Content of `quantities.json`."""
    numbers: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    chapters: Mapping[str, Text]
    checks: str
    """`checks.yml`; empty without one."""


def dependents(root: Path, name: str) -> str:
    """Return all that depends on what `name` stands for, a line each.

    `name` is a quantity's key, or `FILE.csv`, `FILE.csv:LINE`, `FILE.csv:LINE:COLUMN`.
    Raises UnknownError, and NothingCheckedError as `check` does.
    """
    refuse(root)
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        site = Site.at(root, Path(folder))
        for stage in CHECKS[:-1]:
            run(stage, site, lambda _: None)
        made = Made(
            site,
            read_json(site.build / "quantities.json"),
            read_json(site.build / "numbers.json")["numbers"],
            [read_json(one) for one in sorted((site.build / "figures").glob("*.json"))],
            texts(site, site.chapters()),
            read_text(root / site.source("checks.yml")) or "",
        )
    wanted = understood(made, name)
    lines = list(told(made, wanted))
    said = several(len(lines), "thing depends", "things depend")
    return "".join(f"{line}\n" for line in lines) + f"{said} on {name}\n"


def understood(made: Made, name: str) -> Wanted:
    """Return what a name stands for; raises UnknownError."""
    keys = [one["key"] for one in made.data["quantities"]]
    if name in keys:
        return Wanted(key=name)
    files = [one["file"] for one in made.data["tables"]]
    found = CELL.fullmatch(name)
    if found:
        for file in (found["file"], made.site.source(found["file"])):
            if file in files:
                table = made.data["tables"][files.index(file)]
                return _cell(table, int(found["line"] or 0), int(found["column"] or 0))
    near = nearest(name, [*keys, *files])
    hint = f"; did you mean {near}?" if near else ""
    raise UnknownError(f"{name} is no quantity and no table of this report{hint}")


def _cell(table: dict[str, Any], line: int, column: int) -> Wanted:
    """Return a line or cell of a table; raises UnknownError when there is none."""
    file = table["file"]
    record = next(
        (one for one in table.get("records", ()) if one["line"] == line), None
    )
    if not line or "records" not in table:
        return Wanted(file=file, line=line)
    if record is None:
        raise UnknownError(f"line {line} of {file} is no row")
    if not column:
        return Wanted(file=file, line=line)
    pairs = zip(record["cells"], table["columns"], strict=False)
    for cell, one in pairs:
        if cell["column"] <= column <= cell["end_column"]:
            return Wanted("", file, line, column, one["name"])
    raise UnknownError(f"line {line} of {file} has no cell at column {column}")


def told(made: Made, wanted: Wanted) -> Iterator[str]:
    """Yield a line for each thing that depends on what is asked about."""
    keys = closure(made.data["quantities"], wanted)
    for one in made.data["quantities"]:
        if one["key"] in keys and one["key"] != wanted.key:
            place = one["place"]
            yield f"{_at(place)}  quantity  {one['key']}  {one['formula']}"
    for one in made.numbers:
        if one["quantity"] in keys and one["where"] != "chart":
            parts = [_at(one), f"“{one['text']}”", one["state"], one["quantity"]]
            if one["state"] == "failed":
                parts.append(f"expected “{one['expected']}”")
            yield "  ".join(parts)
    yield from _tables(made, wanted)
    names = {one["name"] for one in made.data["tables"] if one["file"] == wanted.file}
    for one in made.figures:
        read = one["reads"]
        if names & {*read["tables"]} or keys & {*read["quantities"]}:
            yield f"{one['recipe']}:1:1  figure  {one['name']}"
    yield from _checks(made, keys)


def _at(place: Mapping[str, Any]) -> str:
    return f"{place['file']}:{place['line']}:{place['column']}"


def closure(quantities: list[dict[str, Any]], wanted: Wanted) -> set[str]:
    """Return the keys of the quantities made of what is asked about, at any remove."""
    keys = {one["key"] for one in quantities if _direct(one, wanted)}
    while True:
        more = {one["key"] for one in quantities if keys & {*one["uses"]}} - keys
        if not more:
            return keys
        keys |= more


def _direct(quantity: dict[str, Any], wanted: Wanted) -> bool:
    """Say whether a quantity is made of what is asked about, without others between."""
    if wanted.key:
        return bool(quantity["key"] == wanted.key)
    source = quantity["source"]
    if source["file"] != wanted.file or not wanted.line:
        return bool(source["file"] == wanted.file)
    # Only the first records of a long table are listed; a rank rests on all of them.
    few = quantity["count"] == len(source["rows"]) and not quantity["whole"]
    used = wanted.line in source["rows"] or not few
    if not wanted.column:
        return used or bool(quantity["chosen_by"])
    own = used and wanted.name in quantity["columns"]
    return own or wanted.name in quantity["chosen_by"]


def _tables(made: Made, wanted: Wanted) -> Iterator[str]:
    """Yield the places at which a chapter shows the table."""
    if not wanted.file:
        return
    path = re.escape(wanted.file.removeprefix(made.site.prefix))
    shown = re.compile(rf"(!\[[^\]]*\]\({path}[^)]*\))(\{{[^}}]*\}})?")
    for file, text in made.chapters.items():
        for found in shown.finditer(text.text):
            place = text.place(found.span())
            columns = re.search(r"columns=\"?([^\"}]*)", found[2] or "")
            if not (wanted.name and columns and wanted.name not in columns[1].split()):
                yield f"{file}:{place.line}:{place.column}  table  {found[1]}"


def _checks(made: Made, keys: set[str]) -> Iterator[str]:
    """Yield the lines of `checks.yml` that name one of the keys."""
    file = made.site.source("checks.yml")
    for number, line in enumerate(made.checks.split("\n"), start=1):
        words = set(re.findall(r"[A-Za-z_][\w-]*(?:\.[\w-]+)*", line.partition("#")[0]))
        if words & keys:
            column = len(line) - len(line.lstrip()) + 1
            yield f"{file}:{number}:{column}  check  {line.strip()}"
