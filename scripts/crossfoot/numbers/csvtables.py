"""CSV tables in a chapter: which are shown, with which totals; their numbers out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from crossfoot.amounts.cells import cell
from crossfoot.amounts.model import Amount
from crossfoot.amounts.show import digits
from crossfoot.chapters import Chapter, beside
from crossfoot.fields import folded, from_dict, is_missing, is_suppressed, named
from crossfoot.findings import Finding, Related, nearest, several
from crossfoot.numbers.beside.cellsaid import MOST, Rows, Spoken
from crossfoot.numbers.known import Known
from crossfoot.numbers.ledger import Entry
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.passages import Shown
from crossfoot.numbers.tables.sheets import PADDED, within
from crossfoot.numbers.tables.unfooted import no_column
from crossfoot.places import Place

NUMERIC = frozenset({"integer", "number"})
MARKED = re.compile(r"[0-9],[0-9]{3}(?![0-9])|[£$€%]")
"""What shows that a text is a number: 1,760 and £12."""


def shown_table(
    chapter: Chapter, shown: Shown, known: Known
) -> tuple[list[Entry], list[Finding]]:
    """Return the numbers that a shown CSV table brings, and what is wrong with it."""
    file = beside(chapter, shown.target)
    if file not in known.files:
        return [], [_missing(chapter, shown, file, known)]
    table = known.tables.get(file)
    # The data stage says why the table could not be read.
    if table is None or not table["columns"]:
        return [], []
    names = [folded(column["name"]) for column in table["columns"]]
    said = shown.attributes.get
    picked = {*named(said("columns", ""), names)} & {*names}
    seen = [at for at, name in enumerate(names) if not picked or name in picked]
    columns = [at for at in seen if table["columns"][at].get("type") in NUMERIC]
    read = [at for at in seen if at in columns or _is_read(table, at)]
    entries = _entries(table, read)
    findings = []
    for name in named(said("total", ""), names):
        at = names.index(name) if name in names else -1
        place = chapter.place(within(chapter.source, name, shown.span, "total="))
        kept = _withheld(table, at) if at in columns else None
        if kept:
            findings.append(_untold(name, place, kept))
        elif at in columns:
            entries += _total(chapter, shown, table, known, at)
        else:
            others = [names[one] for one in columns] if at >= 0 else names
            findings.append(no_column(name, place, others, exists=at >= 0))
    for entry in entries:
        entry.exhibit = shown.name
    return entries, findings


def beside_shown(
    chapter: Chapter, awaited: Iterable[tuple[Shown, Spoken]], known: Known
) -> Iterator[Spoken]:
    """Yield the texts near shown CSV tables, each with the rows that are shown."""
    grids: dict[int, tuple[tuple[str, ...], Rows]] = {}
    for shown, spoken in awaited:
        table = known.tables.get(beside(chapter, shown.target))
        if table is not None:
            if id(shown) not in grids:
                grids[id(shown)] = _grid(chapter, shown, table)
            names, rows = grids[id(shown)]
            yield replace(spoken, names=names, rows=rows)


def _grid(chapter: Chapter, shown: Shown, table: Any) -> tuple[tuple[str, ...], Rows]:
    """Return the headings and rows of a CSV table as a chapter shows them."""
    names = [folded(column["name"]) for column in table["columns"]]
    picked = {*named(shown.attributes.get("columns", ""), names)} & {*names}
    columns = [at for at, name in enumerate(names) if not picked or name in picked]
    every = [one.get("title") or one["name"] for one in table["columns"]]
    rows = [
        [_passage(chapter, record["cells"], at, every[at]) for at in columns]
        for record in (table.get("records") or ())[: MOST + 1]
    ]
    return tuple(every[at] for at in columns), rows


def _passage(
    chapter: Chapter, cells: Sequence[Any], at: int, heading: str
) -> Passage | None:
    """Return a cell of a file as a passage, which has no place in the chapter."""
    if at >= len(cells):
        return None
    text = cells[at].get("plain", cells[at]["text"])
    return Passage("cell", text, (), (), (), chapter.source, heading)


def _missing(chapter: Chapter, shown: Shown, file: str, known: Known) -> Finding:
    """Return the finding on a file that is not there, with its name as written."""
    written = unquote(shown.target)
    name = shown.target if shown.target in chapter.source else written
    place = chapter.place(within(chapter.source, name, shown.span))
    near = nearest(file, known.files).removeprefix(known.prefix)
    return Finding(
        "TAB04",
        f"There is no table {name}",
        place,
        help=f"Write {near}" if near else f"Put the table at {file}",
        found=name,
        expected=near,
    )


def _is_read(table: Any, at: int) -> bool:
    """Say whether a column of text holds numbers alone, with marks that codes lack."""
    if table["columns"][at].get("type") != "string":
        return False
    field = from_dict(table["columns"][at])
    texts = {
        record["cells"][at]["text"]
        for record in table.get("records") or ()
        if at < len(record["cells"])
        if not is_missing(field, record["cells"][at]["text"])
    }
    return any(map(MARKED.search, texts)) and all(
        cell(text).amount and not PADDED.match(text) for text in texts
    )


def _entries(table: Any, columns: list[int]) -> list[Entry]:
    """Return an entry for each number of the shown columns, where it stands."""
    out: list[Entry] = []
    for record in table.get("records") or ():
        for at in columns:
            if at >= len(record["cells"]):
                continue
            value = record["cells"][at]
            amount = cell(value.get("plain", value["text"])).amount
            if amount is None:
                continue
            line = record["line"]
            first, last = value.get("line", line), value.get("end_line", line)
            place = Place(
                table["file"], first, value["column"], last, value["end_column"]
            )
            unit = table["columns"][at].get("unit") or amount.unit
            amount = replace(amount, unit=unit)
            out.append(_entry(table, place, value["text"], amount, [line]))
    return out


def _entry(
    table: Any, place: Place, text: str, amount: Amount, rows: list[int]
) -> Entry:
    source = {"file": table["file"], "sha256": table["sha256"], "rows": rows}
    return Entry(place, None, text, amount, "cell", "inserted", source=source)


def _withheld(table: Any, at: int) -> Place | None:
    """Return the first cell of a column whose value is not published."""
    field = from_dict(table["columns"][at])
    for record in table.get("records") or ():
        cells, line = record["cells"], record["line"]
        if at < len(cells) and is_suppressed(field, cells[at]["text"]):
            first, last = cells[at].get("line", line), cells[at].get("end_line", line)
            return Place(
                *(table["file"], first, cells[at]["column"]),
                *(last, cells[at]["end_column"]),
            )
    return None


def _untold(name: str, place: Place, kept: Place) -> Finding:
    """Return the finding on a total of numbers of which one is not published."""
    return Finding(
        "TAB03",
        f"total= names “{name}”, which holds a value that is not published",
        place,
        notes=(Related("its sum would tell it, or leave it out", kept),),
        help="Take it out of total=",
        found=name,
    )


def _total(
    chapter: Chapter, shown: Shown, table: Any, known: Known, at: int
) -> list[Entry]:
    """Return the entry of a total row's number, which stands as its name in total=."""
    records = table.get("records") or ()
    field = from_dict(table["columns"][at])
    texts = [
        record["cells"][at].get("plain", record["cells"][at]["text"])
        for record in records
        if at < len(record["cells"])
        if not is_missing(field, record["cells"][at]["text"])
    ]
    amounts = [found for text in texts if (found := cell(text).amount)]
    values = [amount.value for amount in amounts if amount.value is not None]
    if not values or shown.span is None:
        return []
    value = sum(values, Decimal(0))
    places = max(amount.places for amount in amounts)
    said = digits(value, places)
    unit = table["columns"][at].get("unit") or "count"
    total = replace(cell(said).amount or amounts[0], unit=unit)
    name = table["columns"][at]["name"]
    span = within(chapter.source, name, shown.span, "total=") or shown.span
    rows = [record["line"] for record in records]
    entry = _entry(
        table, chapter.place(span), chapter.source[slice(*span)], total, rows
    )
    entry.span, entry.shown, entry.expected = span, said, said
    file = table["file"].removeprefix(known.prefix)
    entry.formula = f"sum of {name} in {file}, {several(len(rows), 'row')}"
    return [entry]
