"""The workbook: a publication and its sheets in, every cell of every worksheet out.

Both formats are written from this, so that they hold the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.office.marks import clean
from crossfoot.office.publication import Publication
from crossfoot.office.sheets import Sheet
from crossfoot.office.values import Value, explained

WIDEST = 60
NARROWEST = 8


@dataclass(frozen=True, slots=True)
class Text:
    """A cell above or beside tables."""

    words: str
    look: str = ""
    """`title`, `heading`, `draft` or nothing."""
    sheet: str = ""
    """The sheet that it leads to."""
    address: str = ""
    """The page that it leads to."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet: lines of text, then a table."""

    name: str
    lines: list[Text]
    head: list[str]
    rows: list[list[Value | Text]]
    widths: list[int]
    """Of the columns, in characters."""


def worksheets(
    publication: Publication, sheets: Sequence[Sheet], notes: Sequence[str]
) -> list[Worksheet]:
    """Return all worksheets in their order."""
    short = {cell.text for one in sheets for row in one.rows for cell in row}
    told = _notes(notes, explained(short))
    first = [_cover(publication, has_notes=bool(told.rows)), _contents(sheets)]
    return [*first, *([told] if told.rows else []), *map(_sheet, sheets)]


def _cover(publication: Publication, *, has_notes: bool) -> Worksheet:
    lines = [
        Text(publication.title, "title"),
        Text(publication.draft, "draft"),
        Text(publication.subtitle),
        Text("The tables of this report, and the data behind its figures."),
        Text(", ".join(publication.names)),
        *(Text(words) for words in publication.texts),
        *(
            Text(f"{name}: {words}", address=where)
            for name, words, where in publication.rows
        ),
        Text("Contents of this workbook", sheet="Contents"),
        *([Text("Notes and shorthand", sheet="Notes")] if has_notes else []),
        Text(
            "Numbers are as the report prints them. Each worksheet holds one table that"
            " starts below its title; no cells are merged."
        ),
    ]
    shown = [one for one in lines if one.words]
    return Worksheet("Cover", shown, [], [], [90])


def _contents(sheets: Sequence[Sheet]) -> Worksheet:
    rows: list[list[Value | Text]] = [
        [Text(one.name, sheet=one.name), Text(one.title), Text(one.place)]
        for one in sheets
    ]
    lines = [Text("Contents", "title"), Text("This worksheet holds one table.")]
    if not rows:
        lines = [lines[0], Text("This report has no tables.")]
    head = ["Worksheet", "Title", "Section of the report"] if rows else []
    return Worksheet("Contents", lines, head, rows, [22, 70, 44])


def _notes(notes: Sequence[str], short: Sequence[tuple[str, str]]) -> Worksheet:
    numbered = [(f"[note {index}]", words) for index, words in enumerate(notes, 1)]
    rows: list[list[Value | Text]] = [
        [Text(mark), Text(clean(words))] for mark, words in (*numbered, *short)
    ]
    lines = [Text("Notes", "title"), Text("This worksheet holds one table.")]
    return Worksheet("Notes", lines, ["Mark", "Meaning"], rows, [14, 90])


def _sheet(one: Sheet) -> Worksheet:
    lines = [Text(one.title, "title"), *(Text(words) for words in one.lines)]
    lines.append(Text("Back to the contents", sheet="Contents"))
    columns = [
        [name, *(row[at].text for row in one.rows if at < len(row))]
        for at, name in enumerate(one.head)
    ]
    widths = [
        min(max(max(map(len, cells), default=0) + 2, NARROWEST), WIDEST)
        for cells in columns
    ]
    rows: list[list[Value | Text]] = [list(row) for row in one.rows]
    return Worksheet(one.name, lines, one.head, rows, widths)
