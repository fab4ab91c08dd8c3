"""Sheets: Markdown grids and CSV tables in, one shape of table for the totals out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from crossfoot.amounts import english, english_accounts, english_sums
from crossfoot.amounts.cells import SPELT, UNAVAILABLE, Cell, cell, headed, heading
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.show import Style, show
from crossfoot.chapters import Chapter
from crossfoot.fields import named
from crossfoot.numbers.known import Known
from crossfoot.numbers.linear import HOLE, Passage
from crossfoot.numbers.passages import Grid
from crossfoot.places import Place, Span


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of a sheet: what it says and where."""

    text: str
    cell: Cell
    place: Place
    span: Span | None = None
    """In the chapter's text; None in a CSV file."""


Row = tuple[Field | None, ...]

WORDED = re.compile(
    r"(?P<plus>\+)?(?P<number>[^A-Za-z+]{1,30}?)(?:\s?(?P<word>[A-Za-z][A-Za-z²³/]{0,14}))?"
)
"""A number with its unit, as `44 tests`, or with a plus."""

MARKED = re.compile(r"(?P<number>.*[0-9)])\s?[a-z]\)\s*")
"""A number with the letter of a note, as `13.2 b)`."""
SPREAD = re.compile(
    r"[^\[(]*[0-9][^\[(]*[\[(][-−]?[0-9][0-9.,]*(?:,\s|;\s?|\sto\s|\s?[-–—]\s?)[-−]?[0-9][0-9.,]*[\])]\s*"
)
"""A middle with what most lie between, as `65.8 [53.7, 72.2]`: it adds to nothing."""
NUMERIC = frozenset({"integer", "number"})
PADDED = re.compile(r"0[0-9]+\Z")
"""A number with a nought before it, as codes and telephones have."""
UNSEEN = str.maketrans("\u200b\u200c\u200d\u2060\ufeff", " " * 5)
"""Signs without width, which pages leave in empty cells."""

IN_THOUSANDS = re.compile(
    rf"\bin\s(?:[^\s.,;]{{1,12}}\s){{0,2}}(?:{any_of(english_sums.THOUSANDS)})s?\b(?!\sof\b)",
    re.IGNORECASE,
)
"""`(amounts in £ thousands)`: a count is exact, and such an amount is rounded."""


THOUSANDS = re.compile(
    rf"\(\s*(?:[{''.join(english.SYMBOLS)}]\s?)?"
    rf"(?:1,000(?:,000){{0,2}}(?:\s\w{{1,12}})?\)|(?:{any_of(english_sums.THOUSANDS_SHORT)})s?\b)"
    rf"|\([^()]{{1,30}},\s(?:{any_of(english_sums.THOUSANDS)})s?\)",
    re.IGNORECASE,
)
"""`Persons (1,000)`, `(Tons, thousands)`, as offices of statistics head columns."""
MEASURED = re.compile(
    rf"(?:[,(]\s?|\bin\s)(?:{any_of(english_sums.UNITS)})\)?\W*\Z", re.IGNORECASE
)
"""`Supply of electricity, GWh`: a caption that ends in what all figures measure."""
OVERLAPS = re.compile(rf"\b(?:{any_of(english_accounts.OVERLAPS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headings apart from its rows."""

    name: str
    place: Place
    headings: tuple[str, ...]
    names: tuple[str, ...]
    """What `total=` may call the columns: the headings, or the names in the file."""
    rows: tuple[Row, ...]
    attributes: Mapping[str, str]
    rounded: bool = False
    """The table says that its figures are rounded."""
    scaled: bool = False
    """It says that they are in thousands, or in millions."""
    exact: bool = False
    """The table says that its figures are not rounded."""
    overlaps: bool = False
    """It says that its rows count some things more than once, or not all of them."""
    skip: bool = False
    filed: bool = False
    """It is a file of data, whose rows stand in any order."""
    formulas: tuple[tuple[str, str], ...] = ()
    """`rows` or `columns`, and a formula that `checks.yml` declares for them."""
    declared: Mapping[str, Place] = field(default_factory=dict)
    """Where each name in `total=` is written."""

    def named(self, name: str) -> Place:
        """Return where `total=` names a column."""
        return self.declared.get(name, self.place)


def cell_of(row: Row, column: int) -> Field | None:
    """Return a row's cell in a column, if it has one."""
    return row[column] if column < len(row) else None


def is_unavailable(one: Field | None) -> bool:
    """Say whether a cell says that its number is not to be had, as data do by `NA`."""
    return one is not None and one.text.casefold() in UNAVAILABLE


def heading_of(sheet: Sheet, column: int) -> str:
    """Return the heading of a column, which may have none."""
    return sheet.headings[column] if column < len(sheet.headings) else ""


def of_grid(chapter: Chapter, grid: Grid, known: Known) -> Sheet:
    """Return the sheet of a Markdown table."""
    rules = known.rules.get(grid.name, {})
    return Sheet(
        grid.name,
        chapter.place(grid.span),
        grid.headings,
        grid.headings,
        tuple(
            tuple(_field(chapter, passage, known) for passage in row)
            for row in grid.body
        ),
        {**_declared(rules), **grid.attributes},
        rounded=bool(rules.get("rounded")) or _is_rounded(grid.caption),
        scaled=is_scaled(grid.caption, *grid.headings) or _is_measured(grid.caption),
        exact=bool(rules.get("exact")),
        overlaps=_is_overlapping(grid.caption),
        skip=bool(rules.get("skip")),
        formulas=_formulas(rules),
        declared={
            name: chapter.place(within(chapter.source, name, grid.span, "total="))
            for name in named(grid.attributes.get("total", ""), grid.headings, slug)
        },
    )


def _is_rounded(caption: str) -> bool:
    return "round" in caption.casefold()


def _is_overlapping(caption: str) -> bool:
    """Say whether a caption says that rows do not add up, for more than rounding."""
    return OVERLAPS.search(caption) is not None and not _is_rounded(caption)


def _is_measured(caption: str) -> bool:
    """Say whether a caption tells what its figures measure, and so are rounded to."""
    return MEASURED.search(caption) is not None


def is_scaled(*told: str) -> bool:
    """Say whether a table tells that its figures are in thousands, or in millions."""
    ways = (IN_THOUSANDS, THOUSANDS, SPELT)
    return any(way.search(one) for way in ways for one in told)


def total_of(sheet: Sheet) -> list[str]:
    """Return the columns that `total` names, as written there."""
    known = (*sheet.headings, *sheet.names)
    return named(sheet.attributes.get("total", ""), known, slug)


def slug(name: str) -> str:
    """Return a heading as `total=` may write it: lower case, words by hyphens."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def within(source: str, text: str, span: Span | None, after: str = "") -> Span | None:
    """Return where a text stands in a span, past the last `after`, else the span."""
    if span is None:
        return None
    start = source.rfind(after, *span)
    at = source.find(text, max(start, span[0]) if after else span[0], span[1])
    return (at, at + len(text)) if at >= 0 else span


def _declared(rules: Mapping[str, Any]) -> dict[str, str]:
    """Return the attributes that `checks.yml` declares for a table."""
    out = {}
    for name in ("total", "foot"):
        value = rules.get(name)
        if value:
            several = value if isinstance(value, list) else [value]
            out[name] = " ".join(str(one) for one in several)
    return out


def _formulas(rules: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the formulas that `checks.yml` declares for a table."""
    out: list[tuple[str, str]] = []
    for way in ("rows", "columns"):
        value = rules.get(way) or ()
        several = [value] if isinstance(value, str) else value
        out += [(way, str(one)) for one in several]
    return tuple(out)


def _field(chapter: Chapter, passage: Passage | None, known: Known) -> Field | None:
    if passage is None:
        return None
    text = passage.text.translate(UNSEEN)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    span = passage.span(start, end) if end > start else None
    return Field(text.strip(), _cell(passage, known), chapter.place(span), span=span)


def _cell(passage: Passage, known: Known) -> Cell:
    """Read a cell; an inserted number counts as it will be shown."""
    text = passage.text.translate(UNSEEN)
    for binding in passage.bindings if text.strip() == HOLE else ():
        quantity = known.quantities.get(binding.key)
        if quantity:
            text = show(quantity.value, quantity.unit, "", Style(0))
    found = of_text(text)
    if found.amount is None or text[found.amount.end :].lstrip()[:1] == "(":
        return found
    return Cell(found.kind, headed(found.amount, passage.heading))


def of_text(text: str) -> Cell:
    """Read a cell, a unit of one word, a note and a plus before the number allowed."""
    found = cell(text)
    if found.kind == "number" and SPREAD.fullmatch(text):
        return Cell("unknown", found.amount)
    if found.kind != "text" or not any(sign.isdigit() for sign in text):
        return found
    if marked := MARKED.fullmatch(text):
        found = cell(marked["number"])
        return found if found.kind == "number" else Cell("text")
    parts = WORDED.fullmatch(text.strip())
    if not parts or not (parts["plus"] or parts["word"]):
        return found
    bare = cell(parts["number"])
    if bare.kind != "number" or bare.amount is None:
        return found
    word = (parts["word"] or "").lower()
    unit = bare.amount.unit
    # 93% utilization is a share of something else than 93%.
    if word and unit in {"count", "%"}:
        unit = word if unit == "count" else f"{unit} {word}"
    return Cell("number", replace(bare.amount, unit=unit.removesuffix("s")))


def of_csv(table: Mapping[str, Any], rules: Mapping[str, Any]) -> Sheet:
    """Return the sheet of a CSV table of `build/quantities.json`."""
    file = table["file"]
    columns = table["columns"]
    records = table.get("records") or ()
    kinds = tuple(_kind(column, at, records) for at, column in enumerate(columns))
    titles = tuple(column.get("title") or column["name"] for column in columns)
    return Sheet(
        table["name"],
        Place(file),
        titles,
        tuple(column["name"] for column in columns),
        tuple(_record(file, record, kinds, titles) for record in records),
        _declared(rules),
        rounded=bool(rules.get("rounded")),
        scaled=is_scaled(*titles),
        exact=bool(rules.get("exact")),
        skip=bool(rules.get("skip")),
        filed=True,
        formulas=_formulas(rules),
    )


def _kind(
    column: Mapping[str, Any], at: int, records: Sequence[Mapping[str, Any]]
) -> str:
    """Return whether a column holds a `number`, `text`, or is `printed` as numbers are.

    `1,200` and `*` make a column no number column, and are read as in a chapter. Plain
    digits, and noughts before a number, are text because somebody says so, or names.
    """
    if column.get("type", "string") in NUMERIC:
        return "number"
    every = (row["cells"][at]["text"] for row in records if at < len(row["cells"]))
    texts = [one.strip() for one in every if one.strip()]
    if column.get("type", "string") != "string" or any(map(PADDED.match, texts)):
        return "text"
    read = [of_text(one).kind for one in texts]
    plain = all(map(str.isdigit, texts))
    most = read.count("number") * 2 > len(read) - read.count("unknown")
    return "printed" if most and not plain else "text"


def _record(
    file: str,
    record: Mapping[str, Any],
    kinds: Sequence[str],
    titles: Sequence[str],
) -> Row:
    out: list[Field] = []
    for kind, title, value in zip(kinds, titles, record["cells"], strict=False):
        text = value["text"]
        line = record["line"]
        place = Place(
            file,
            value.get("line", line),
            value["column"],
            value.get("end_line", line),
            value["end_column"],
        )
        read = _read(kind, text, value.get("plain", text))
        out.append(Field(text, shared(read, title), place))
    return tuple(out)


def shared(read: Cell, title: str) -> Cell:
    """Return a cell of a CSV column that its name says to hold percentages."""
    amount = read.amount
    # Names in files have underlines for spaces.
    if (
        not amount
        or amount.unit != "count"
        or heading(title.replace("_", " "))[0] != "%"
    ):
        return read
    return Cell(read.kind, replace(amount, unit="%"))


def _read(kind: str, text: str, plain: str) -> Cell:
    """Read a cell of a CSV file."""
    if kind == "printed":
        return of_text(text)
    return cell(plain) if kind == "number" or not text.strip() else Cell("text")


def places(fields: Iterable[Field]) -> Place | None:
    """Return the place from the first of some cells to the last."""
    found = sorted(field.place for field in fields if field.text)
    if not found:
        return None
    first, last = found[0], found[-1]
    return Place(first.file, first.line, first.column, last.end_line, last.end_column)
