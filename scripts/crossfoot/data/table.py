"""A table: the file's bytes and its columns in, records and plain JSON out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crossfoot import fields, findings
from crossfoot.csvfile import PLAIN, Block, Dialect, Row, Source, blocks
from crossfoot.data.schema import Schema
from crossfoot.fields import Field
from crossfoot.findings import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """What looking at a table gave; it follows from its inputs and can be kept."""

    fields: tuple[Field, ...]
    """In the order of the file's columns."""
    count: int
    """Number of records, the header not counted."""
    findings: tuple[Finding, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return this as JSON."""
        return {
            "fields": [fields.as_dict(one) for one in self.fields],
            "count": self.count,
            "findings": [findings.as_dict(one) for one in self.findings],
        }


def checked_of(entry: dict[str, Any]) -> Checked:
    """Return what `Checked.as_dict` turned into JSON."""
    return Checked(
        tuple(fields.from_dict(one) for one in entry["fields"]),
        entry["count"],
        tuple(findings.from_dict(one) for one in entry["findings"]),
    )


@dataclass(frozen=True, slots=True)
class Table:
    """A table that has been looked at, as the rest of the stage sees it."""

    name: str
    file: str
    """Path relative to the report's root."""
    source: Source
    sha256: str
    fields: tuple[Field, ...]
    """In the order of the file's columns."""
    count: int
    schema: Schema | None = None
    """None: the columns' types were inferred."""
    dialect: Dialect = PLAIN

    def blocks(self) -> Iterator[Block]:
        """Yield the records in blocks, without the header."""
        return blocks(self.source, self.dialect)

    def records(self) -> Iterator[Row]:
        """Yield the records without the header, each as wide as it."""
        width = len(self.fields)
        for block in self.blocks():
            for row in block.rows():
                yield row if len(row.values) == width else _fitted(row, width)

    def index(self, column: str) -> int | None:
        """Return the position of a column, or None when there is none."""
        names = [one.name for one in self.fields]
        return names.index(column) if column in names else None


def _fitted(row: Row, width: int) -> Row:
    """Return a record with `width` cells: cut short, or with empty ones behind."""
    return row._replace(values=(*row.values, *[""] * width)[:width])
