"""Workbooks: worksheets in, the bytes of an .ods and an .xlsx out.

Nothing in them is computed or fetched: no formula, no macro, no link to another file.
"""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from crossfoot.engines.zipped import packed
from crossfoot.office.ods import column, files
from crossfoot.office.publication import Publication
from crossfoot.office.values import Value
from crossfoot.office.workbook import Text, Worksheet

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What text starts with that a program might take for a formula."""


def ods(publication: Publication, sheets: Sequence[Worksheet]) -> bytes:
    """Return the OpenDocument spreadsheet."""
    made = {name: text.encode() for name, text in files(publication, sheets).items()}
    return packed(made, plain="mimetype")


def xlsx(publication: Publication, sheets: Sequence[Worksheet]) -> bytes:
    """Return the Excel workbook."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(out, options)
    book.set_properties(_properties(publication))
    writer = _Writer(book)
    for index, one in enumerate(sheets, 1):
        writer.sheet(one, index)
    book.close()
    return out.getvalue()


def _properties(publication: Publication) -> dict[str, Any]:
    when = datetime.fromisoformat(publication.day).replace(tzinfo=UTC)
    return {
        "title": publication.title,
        "subject": publication.subtitle,
        "author": ", ".join(publication.names),
        "company": publication.publisher,
        "keywords": ", ".join(publication.keywords),
        "comments": publication.description,
        "created": when.replace(tzinfo=None),
    }


class _Writer:
    """Writes worksheets into one workbook."""

    def __init__(self, book: Any) -> None:
        font = {"font_name": "Arial", "font_size": 12, "valign": "top"}
        self.book = book
        self.font = font
        self.text = book.add_format({**font, "text_wrap": True})
        self.quoted = book.add_format({**font, "text_wrap": True, "quote_prefix": True})
        self.looks = {
            "": self.text,
            "title": book.add_format({**font, "bold": True, "font_size": 16}),
            "draft": book.add_format({**font, "bold": True, "text_wrap": True}),
        }
        self.head = book.add_format({**font, "bold": True, "text_wrap": True})
        self.link = book.add_format(
            {**font, "font_color": "#0b4f8a", "underline": 1, "text_wrap": True}
        )
        self.numbers: dict[str, Any] = {}

    def sheet(self, one: Worksheet, index: int) -> None:
        """Write a worksheet."""
        sheet = self.book.add_worksheet(one.name)
        for at, width in enumerate(one.widths):
            sheet.set_column(at, at, width)
        for row, line in enumerate(one.lines):
            self.line(sheet, row, 0, line)
        if one.head:
            self.table(sheet, one, index)

    def table(self, sheet: Any, one: Worksheet, index: int) -> None:
        """Write a table, its header row marked as such."""
        first = len(one.lines)
        # A table has to have a row below its header.
        last = first + max(len(one.rows), 1)
        where = f"A{first + 1}:{column(len(one.head) - 1)}{last + 1}"
        columns = [{"header": name, "header_format": self.head} for name in one.head]
        sheet.add_table(
            where,
            {
                "name": f"table_{index}",
                "columns": columns,
                "autofilter": False,
                "style": "Table Style Light 1",
                "banded_rows": False,
            },
        )
        for row, cells in enumerate(one.rows, first + 1):
            for at, cell in enumerate(cells):
                self.cell(sheet, row, at, cell)

    def cell(self, sheet: Any, row: int, at: int, cell: Value | Text) -> None:
        """Write a cell of a table."""
        if isinstance(cell, Text):
            self.line(sheet, row, at, cell)
        elif cell.number is None:
            self.words(sheet, row, at, cell.text, self.text)
        else:
            number = cell.number.scaleb(-2) if cell.percent else cell.number
            sheet.write_number(row, at, float(number), self.number(cell))

    def line(self, sheet: Any, row: int, at: int, line: Text) -> None:
        """Write text, which may lead to a sheet or a page."""
        where = f"internal:'{line.sheet}'!A1" if line.sheet else line.address
        if not where:
            self.words(sheet, row, at, line.words, self.looks[line.look])
        elif sheet.write_url(row, at, where, self.link, line.words):
            self.words(sheet, row, at, line.words, self.text)

    def words(self, sheet: Any, row: int, at: int, words: str, look: Any) -> None:
        """Write text that is never a formula."""
        risky = look is self.text and words.startswith(RISKY)
        if words:
            sheet.write_string(row, at, words, self.quoted if risky else look)

    def number(self, cell: Value) -> Any:
        """Return the form of a number."""
        form = number_form(cell)
        if form not in self.numbers:
            made = {**self.font, "num_format": form, "align": "right"}
            self.numbers[form] = self.book.add_format(made)
        return self.numbers[form]


def number_form(cell: Value) -> str:
    """Return the form of a number as Excel writes it."""
    body = "#,##0" if cell.grouped else "0"
    body += "." + "0" * cell.places if cell.places else ""
    after = "%" if cell.percent else _quoted(cell.after)
    shown = f"{_quoted(cell.before)}{body}{after}"
    if (cell.number or Decimal(0)) >= 0:
        return shown
    if cell.negative == "(":
        return f"{shown};({shown})"
    return f"{shown};{_quoted(cell.negative)}{shown}"


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
