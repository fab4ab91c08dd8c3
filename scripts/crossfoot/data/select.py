"""Choosing records: a table's columns and conditions in, a test of a record out."""

from collections.abc import Callable, Iterable
from itertools import islice

from crossfoot.csvfile import Row
from crossfoot.data.definition import Condition, Definition, Wanted
from crossfoot.data.keys import normal
from crossfoot.data.quantity import LISTED
from crossfoot.data.table import Table
from crossfoot.fields import Field, Value, canonical, parse, wanted
from crossfoot.findings import Finding, listed, nearest

Test = Callable[[str], bool]
"""Takes a cell's text."""


class Filter:
    """The records that a definition is about."""

    def __init__(self, table: Table, definition: Definition) -> None:
        self.table = table
        self.definition = definition
        self.findings: list[Finding] = []
        self.tests: list[tuple[int, Test]] = []
        self.unseen: list[tuple[Condition, int, dict[str, str]]] = []
        """For each condition that names values: those no record had, by value."""
        for condition in definition.where:
            self._add(condition)

    def fits(self, row: Row) -> bool:
        """Say whether a record meets every condition."""
        for _, at, names in self.unseen:
            if names:
                names.pop(normal(self.table.fields[at], row.values[at]), None)
        return all(test(row.values[at]) for at, test in self.tests)

    def _add(self, condition: Condition) -> None:
        at = self.table.index(condition.column)
        if at is None:
            self.findings.append(
                no_column(self.table, self.definition, condition.column)
            )
            return
        field = self.table.fields[at]
        if condition.only is not None:
            names = {normal(field, text): text for text in condition.only if text}
            self.unseen.append((condition, at, names))
            self.tests.append((at, self._among(field, condition.only, sense=True)))
        if condition.without:
            self.tests.append((at, self._among(field, condition.without, sense=False)))
        for text, least in ((condition.minimum, True), (condition.maximum, False)):
            if text is not None:
                self._limit(condition, at, text, least=least)

    def allow(self, tables: Iterable[Table]) -> None:
        """Take values that a foreign key may lead to for known ones."""
        for condition, _, names in self.unseen:
            for value in _referred(self.table, condition.column, tables):
                names.pop(value, None)

    def strangers(self) -> list[Finding]:
        """Return DAT11 for values that no record has and no schema allows.

        To be asked for after every record went through `fits`.
        """
        return [
            self._stranger(condition, at, text)
            for condition, at, names in self.unseen
            for value, text in sorted(names.items())
            if value not in _listed(self.table, condition.column)
        ]

    def _stranger(self, condition: Condition, at: int, text: str) -> Finding:
        values = {row.values[at] for row in islice(self.table.records(), LISTED)}
        near = nearest(text, values)
        return Finding(
            "DAT11",
            f"{self.definition.key} asks for {condition.column} “{text}”, which no"
            f" row of {self.table.file} has",
            condition.place,
            help=f"Write {near}" if near else "Name a value that the column holds",
            found=text,
            expected=near,
        )

    def _among(self, field: Field, texts: Wanted, *, sense: bool) -> Test:
        values = {normal(field, text) for text in texts if text is not None}
        missing = None in texts

        def test(text: str) -> bool:
            if text in field.missing:
                return missing is sense
            return (normal(field, text) in values) is sense

        return test

    def _limit(self, condition: Condition, at: int, text: str, *, least: bool) -> None:
        field = self.table.fields[at]
        limit = parse(field, text)
        if limit is None or field.type in {"any", "boolean", "duration", "string"}:
            expected = wanted(field) if limit is None else "a column with an order"
            self.findings.append(
                Finding(
                    "DAT11",
                    f"{self.definition.key} asks for {condition.column} from or to"
                    f" {text}; expected {expected}",
                    condition.place,
                    help="Write a value of the column's type, or name the values",
                )
            )
            return
        self.tests.append((at, _within(field, limit, least=least)))


def _within(field: Field, limit: Value, *, least: bool) -> Test:
    def test(text: str) -> bool:
        value = None if text in field.missing else parse(field, text)
        if value is None:
            return False
        return bool(value >= limit if least else value <= limit)  # type: ignore[operator]

    return test


def _listed(table: Table, column: str) -> set[str]:
    """Return the values that a table's schema lists for a column, as plain text."""
    declared = table.schema.columns if table.schema else ()
    lists = (one.enum or () for one in declared if one.field.name == column)
    return {canonical(value) for values in lists for value in values}


def _referred(table: Table, column: str, tables: Iterable[Table]) -> set[str]:
    """Return the values of the column that a table's column leads to."""
    keys = table.schema.foreign if table.schema else ()
    ends = {(key.resource, key.reference) for key in keys if key.fields == (column,)}
    found: set[str] = set()
    for other in tables:
        for name, (reference, *_) in ends:
            at = other.index(reference) if name in {other.name, ""} else None
            if at is not None:
                field = other.fields[at]
                found |= {normal(field, row.values[at]) for row in other.records()}
    return found


def no_column(table: Table, definition: Definition, column: str) -> Finding:
    """Return DAT11 for a column that a table does not have."""
    names = [field.name for field in table.fields]
    near = nearest(column, names)
    place = next(
        (one.place for one in definition.where if one.column == column),
        definition.at(definition.operation),
    )
    return Finding(
        "DAT11",
        f"{definition.key} needs the column “{column}”, which {table.file} lacks",
        place,
        help=f"Write {near}" if near else f"Columns are {listed(names)}",
        found=column,
        expected=near,
    )
