"""Holding a table against its schema: a file and a resource in, findings out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossfoot.csvfile import PLAIN, Block, Row, Source, blocks
from crossfoot.csvfile import header as header_of
from crossfoot.data.cells import Cells, Problem, damaged
from crossfoot.data.encoding import text_faults, wide
from crossfoot.data.flood import Flood
from crossfoot.data.infer import inferred
from crossfoot.data.keys import Key, double
from crossfoot.data.match import strangers
from crossfoot.data.rowwise import RowIdentity
from crossfoot.data.schema import Column, Resource, Schema
from crossfoot.data.shape import (
    blank_lines,
    delimiter_faults,
    gaps,
    header_faults,
    row_faults,
    suspects,
)
from crossfoot.data.table import Checked
from crossfoot.fields import Field
from crossfoot.findings import Finding, listed
from crossfoot.places import Place

LIMIT = 1000
"""Most findings of one table that are listed; the rest are counted."""


def check(file: str, source: Source, resource: Resource | None) -> Checked:
    """Hold a table against its schema, or infer its types when it has none."""
    found = wide(file, source)
    if found:
        return Checked((), 0, tuple(found))
    found = text_faults(file, source)
    dialect = resource.dialect if resource else PLAIN
    first = header_of(source, dialect)
    unread = delimiter_faults(file, source, resource)
    if first is None or unread:
        return Checked((), 0, (*found, *unread))
    schema = resource.schema if resource else None
    header = first if dialect.header else _unwritten(first, schema)
    if dialect.header:
        found += header_faults(file, header)
    if schema:
        found += strangers(file, header, schema, written=dialect.header)
    fields, whole = _completed(file, header, schema or Schema(()), source)
    examination = Examination(file, header, whole)
    for block in blocks(source, dialect):
        examination.look(block)
    examination.finish(source)
    found += examination.flood.findings()
    return Checked(fields, examination.count, _cut([_lined(one) for one in found]))


def _unwritten(first: Row, schema: Schema | None) -> Row:
    """Return the header of a table without one: declared names, or numbered ones."""
    declared = [one.field.name for one in schema.columns] if schema else []
    more = [f"field{at + 1}" for at in range(len(declared), len(first.values))]
    return first._replace(values=tuple(declared + more))


def _completed(
    file: str, header: Row, schema: Schema, source: Source
) -> tuple[tuple[Field, ...], Schema]:
    """Return the fields of a file, and its schema with those that it leaves out."""
    known = {one.field.name: one.field for one in reversed(schema.columns)}
    if known.keys() >= set(header.values):
        return tuple(known[name] for name in header.values), schema
    guessed = inferred(header.values, blocks(source, header.dialect), schema.marks)
    fields = tuple(known.get(one.name, one) for one in guessed)
    more = (Column(one, Place(file)) for one in fields if one.name not in known)
    return fields, replace(schema, columns=(*schema.columns, *more))


def _lined(finding: Finding) -> Finding:
    """Return a finding in one line; names of columns may go over several."""
    if not {"\n", "\r"} & {*finding.message, *finding.help}:
        return finding
    message, way = (" ".join(one.split()) for one in (finding.message, finding.help))
    return replace(finding, message=message, help=way)


def _cut(found: list[Finding]) -> tuple[Finding, ...]:
    if len(found) <= LIMIT:
        return tuple(found)
    last = found[LIMIT - 1]
    message = f"{len(found) - LIMIT:,} more problems in this table are not listed"
    rest = Finding(last.code, message, Place(last.place.file), anchor="unlisted")
    return (*found[:LIMIT], rest)


class Examination:
    """One pass over a table's records, collecting what is wrong with them."""

    def __init__(self, file: str, header: Row, schema: Schema) -> None:
        self.file = file
        self.width = len(header.values)
        self.dialect = header.dialect
        self.count = 0
        self.flood = Flood()
        self.blank: list[int] = []
        self.behind = header.line + int(header.dialect.header)
        self.columns = list(_columns(header, schema))
        self.keys = list(_keys(header, schema))
        at = {c.field.name: i for i, c in _placed(header, schema)}
        fields = {one.field.name: one.field for one in schema.columns}
        places = {name: (at[name], fields[name]) for name in at}
        self.identities = [
            RowIdentity(one, places)
            for one in schema.identities
            if {*one.left.names, *one.right.names} <= set(at)
        ]

    def look(self, block: Block) -> None:
        """Look at some records."""
        self.count += len(block.lines)
        if not isinstance(block.lines, range) and not self.dialect.comment:
            self.blank += gaps(block, self.behind)
        self.behind = block.lines[-1] + block.raws[-1].count("\n") + 1
        for at in suspects(block, self.width):
            self._shape(block.row(at))
        columns = block.columns(self.width)
        for at, cells in self.columns:
            wrong = cells.look(columns[at], block)
            if wrong:
                self._cells(block, at, columns[at], cells.name, wrong)
        for key in self.keys:
            key.take(columns)
        for identity in self.identities:
            for row in block.rows():
                if not identity.holds(row):
                    self._broken(identity, row)

    def _shape(self, row: Row) -> None:
        for one in row_faults(self.file, self.width, row):
            self.flood.add(one.code, "rows", row.line, lambda one=one: one)  # type: ignore[misc]  # mypy does not infer a lambda with a default

    def _broken(self, identity: RowIdentity, row: Row) -> None:
        noun = f"rows, in which {identity.identity.written}"
        self.flood.add("DAT14", noun, row.line, lambda: identity.broken(self.file, row))

    def _cells(
        self,
        block: Block,
        at: int,
        texts: Sequence[str],
        name: str,
        wrong: dict[str, Problem],
    ) -> None:
        for index, text in enumerate(texts):
            problem = wrong.get(text)
            if problem and at < len(block.values[index]):
                self._cell(problem, block.row(index), at, name)

    def _cell(self, problem: Problem, row: Row, at: int, name: str) -> None:
        self.flood.add(
            problem.code,
            f"cells of {name}",
            row.line,
            lambda: _finding(problem, self.file, row, at, name),
        )

    def finish(self, source: Source) -> None:
        """Note what only all records together show; reads them again for keys."""
        for at, cells in self.columns:
            for row, harm in cells.oddities.found() if cells.oddities else ():
                problem = damaged(cells.field, row.values[at], harm)
                self._cell(problem, row, at, cells.name)
        for key in self.keys:
            noun = f"rows by {listed(one.name for one in key.fields)}"
            for row, first in key.again(blocks(source, self.dialect), self.width):
                self.flood.add(
                    "DAT06",
                    noun,
                    row.line,
                    lambda key=key, row=row, first=first: double(  # type: ignore[misc]  # mypy does not infer a lambda with defaults
                        self.file, key, row, first
                    ),
                )
        for one in blank_lines(self.file, self.blank):
            self.flood.add(one.code, "lines", one.place.line, lambda one=one: one)  # type: ignore[misc]  # same


def _placed(header: Row, schema: Schema) -> Iterator[tuple[int, Column]]:
    """Yield the columns that the file has, with their positions.

    Of columns with one name, which is an error of its own, only the first counts.
    """
    names = {name: at for at, name in reversed([*enumerate(header.values)])}
    for column in schema.columns:
        at = names.pop(column.field.name, None)
        if at is not None:
            yield at, column


def _columns(header: Row, schema: Schema) -> Iterator[tuple[int, Cells]]:
    for at, column in _placed(header, schema):
        yield at, Cells(column, key=column.field.name in schema.primary)


def _keys(header: Row, schema: Schema) -> Iterator[Key]:
    placed = {column.field.name: (at, column) for at, column in _placed(header, schema)}
    single = [(name,) for name, (_, column) in placed.items() if column.unique]
    wanted = dict.fromkeys([*single, *schema.unique, schema.primary])
    for names in wanted:
        if names and all(name in placed for name in names):
            positions = tuple(placed[name][0] for name in names)
            fields = tuple(placed[name][1].field for name in names)
            yield Key(fields, positions)


def _finding(problem: Problem, file: str, row: Row, at: int, name: str) -> Finding:
    return Finding(
        problem.code,
        problem.message,
        row.place(file, at),
        help=problem.help,
        found=row.values[at],
        expected=problem.expected,
        severity=problem.severity,
        anchor=f"{name}: {row.raw[:80]}",
    )
