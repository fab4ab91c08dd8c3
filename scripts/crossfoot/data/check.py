"""Holding a table against its schema: bytes and a resource in, findings out."""

from collections.abc import Iterator
from itertools import islice

from crossfoot.csvfile import Row, file_faults, header_faults, row_faults, rows
from crossfoot.data.cells import Check, Problem, checker
from crossfoot.data.keys import LIMIT, Key, double
from crossfoot.data.schema import Column, Resource, Schema
from crossfoot.data.table import Checked
from crossfoot.fields import INFERRED, Field, narrowed
from crossfoot.findings import Finding, nearest
from crossfoot.places import Place


def check(file: str, data: bytes, resource: Resource | None) -> Checked:
    """Hold a table against its schema, or infer its types when it has none."""
    delimiter = resource.delimiter if resource else ","
    found = file_faults(file, data)
    header = next(rows(data, delimiter), None)
    if header is None:
        return Checked((), 0, tuple(found))
    found += header_faults(file, header)
    schema = resource.schema if resource else None
    if schema:
        found += _strangers(file, header, schema)
        fields = tuple(_field(schema, name) for name in header.values)
    else:
        fields = inferred(header, islice(rows(data, delimiter), 1, None))
    examination = Examination(file, header, schema)
    for row in islice(rows(data, delimiter), 1, None):
        examination.look(row)
    found += examination.findings
    found += examination.twice(islice(rows(data, delimiter), 1, None))
    return Checked(fields, examination.count, _cut(found, examination.unlisted))


def _field(schema: Schema, name: str) -> Field:
    declared = (one.field for one in schema.columns if one.field.name == name)
    return next(declared, Field(name))


def _strangers(file: str, header: Row, schema: Schema) -> list[Finding]:
    """Return DAT10 for columns that stand on one side only."""
    declared = [one.field.name for one in schema.columns]
    found = [
        Finding(
            "DAT10",
            f"Column “{one.field.name}” is declared, but {file} has no such column",
            one.place,
            help=_rename(one.field.name, set(header.values) - set(declared)),
        )
        for one in schema.columns
        if one.field.name not in header.values
    ]
    for at, name in enumerate(header.values):
        if name and name not in declared:
            found.append(
                Finding(
                    "DAT10",
                    f"Column “{name}” is not declared in data/datapackage.json",
                    header.place(file, at),
                    help=_rename(name, set(declared) - set(header.values)),
                    severity="warning",
                )
            )
    return found


def _rename(name: str, others: set[str]) -> str:
    near = nearest(name, others)
    return f"Write {near}" if near else "Declare the column, or take it out"


def inferred(header: Row, body: Iterator[Row]) -> tuple[Field, ...]:
    """Return columns of the narrowest types that all their filled cells fit."""
    every = tuple(name for name, _ in INFERRED)
    types = [every] * len(header.values)
    filled = [False] * len(header.values)
    for row in body:
        for at, text in enumerate(row.values[: len(types)]):
            if text and types[at]:
                types[at], filled[at] = narrowed(types[at], text), True
    return tuple(
        Field(name, kinds[0] if kinds and full else "string")
        for name, kinds, full in zip(header.values, types, filled, strict=True)
    )


def _cut(found: list[Finding], unlisted: int) -> tuple[Finding, ...]:
    unlisted += max(0, len(found) - LIMIT)
    if not unlisted:
        return tuple(found)
    last = found[LIMIT - 1]
    message = f"{unlisted} more problems in this table are not listed"
    rest = Finding(last.code, message, Place(last.place.file), anchor="unlisted")
    return (*found[:LIMIT], rest)


class Examination:
    """One pass over a table's records, collecting what is wrong with them."""

    def __init__(self, file: str, header: Row, schema: Schema | None) -> None:
        self.file = file
        self.header = header
        self.count = 0
        self.unlisted = 0
        self.findings: list[Finding] = []
        columns = schema.columns if schema else ()
        primary = schema.primary if schema else ()
        self.checks = list(_checks(header, columns, primary))
        self.keys = list(_keys(header, columns, primary))

    def look(self, row: Row) -> None:
        """Look at one record."""
        self.count += 1
        for one in row_faults(self.file, self.header, row):
            self._note(one)
        for at, name, check_cell in self.checks:
            if at < len(row.values):
                problem = check_cell(row.values[at])
                if problem:
                    self._note(_finding(problem, self.file, row, at, name))
        for key in self.keys:
            key.look(row)

    def _note(self, finding: Finding) -> None:
        if len(self.findings) < LIMIT:
            self.findings.append(finding)
        else:
            self.unlisted += 1

    def twice(self, body: Iterator[Row]) -> list[Finding]:
        """Return DAT06 for values that stand twice; takes a second pass if any do."""
        wanted = {line for key in self.keys for _, line in key.again}
        firsts = {row.line: row for row in body if row.line in wanted} if wanted else {}
        return [
            double(self.file, key, row, firsts[line])
            for key in self.keys
            for row, line in key.again
        ]


def _checks(
    header: Row, columns: tuple[Column, ...], primary: tuple[str, ...]
) -> Iterator[tuple[int, str, Check]]:
    for column in columns:
        name = column.field.name
        if name in header.values:
            yield (
                header.values.index(name),
                name,
                checker(column, key=name in primary),
            )


def _keys(
    header: Row, columns: tuple[Column, ...], primary: tuple[str, ...]
) -> Iterator[Key]:
    fields = {one.field.name: one.field for one in columns}
    single = [(one.field.name,) for one in columns if one.unique]
    wanted = [*single, primary] if primary and primary not in single else single
    for names in wanted:
        if all(name in header.values and name in fields for name in names):
            positions = tuple(header.values.index(name) for name in names)
            yield Key(tuple(fields[name] for name in names), positions)


def _finding(problem: Problem, file: str, row: Row, at: int, name: str) -> Finding:
    return Finding(
        problem.code,
        problem.message,
        row.place(file, at),
        help=problem.help,
        found=row.values[at],
        expected=problem.expected,
        anchor=f"{name}: {row.raw[:80]}",
    )
