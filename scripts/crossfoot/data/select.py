"""Choosing records: a table's columns and conditions in, a test of a record out."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from operator import and_, ge, gt, le, lt
from typing import Any

from crossfoot.data.columns import ORDERED
from crossfoot.data.definition import Condition, Definition, Wanted
from crossfoot.data.keys import normal
from crossfoot.data.quantity import LISTED
from crossfoot.data.table import Table
from crossfoot.fields import Field, Value, canonical, parse, wanted
from crossfoot.findings import Finding, listed, nearest

KEPT = 20_000
"""Most texts of a column whose verdict is remembered."""
SWITCHES = {
    "true": ("yes", "Yes", "YES", "on", "On", "ON"),
    "false": ("no", "No", "NO", "off", "Off", "OFF"),
}
"""Words that YAML reads as another one where they stand without quotes."""

Compare = Callable[[Any, Any], bool]
Test = Callable[[str], bool]
"""Takes a cell's text."""


class Verdicts(dict[str, bool]):
    """What a test says of each text, so that it is asked once for most of them."""

    def __init__(self, test: Test) -> None:
        super().__init__()
        self.test = test

    def __missing__(self, text: str) -> bool:
        found = self.test(text)
        if len(self) < KEPT:
            self[text] = found
        return found


class Filter:
    """The records that a definition is about."""

    def __init__(self, table: Table, definition: Definition) -> None:
        self.table = table
        self.definition = definition
        self.findings: list[Finding] = []
        self.tests: list[tuple[int, Verdicts]] = []
        self.limited: list[int] = []
        """Columns with a limit, of which a cell that is not published may be within."""
        self.unseen: list[tuple[Condition, int, dict[str, str]]] = []
        """For each condition that names values: those no record had, by value."""
        for condition in definition.where:
            self._add(condition)

    def mask(self, columns: Sequence[Sequence[str]]) -> list[bool] | None:
        """Say which records of a block meet every condition; None stands for all."""
        for _, at, names in self.unseen:
            if names:
                for text in set(columns[at]):
                    names.pop(normal(self.table.fields[at], text), None)
        out: list[bool] | None = None
        for at, verdicts in self.tests:
            found = list(map(verdicts.__getitem__, columns[at]))
            out = found if out is None else list(map(and_, out, found))
        return out

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
            self._test(at, self._among(field, condition.only, sense=True))
        if condition.without:
            self._test(at, self._among(field, condition.without, sense=False))
        limits = (
            condition.minimum,
            condition.maximum,
            condition.above,
            condition.below,
        )
        for text, compare in zip(limits, (ge, le, gt, lt), strict=True):
            if text is not None:
                self._limit(condition, at, text, compare)
        if condition.end:
            self._end(condition, at)

    def _test(self, at: int, test: Test) -> None:
        self.tests.append((at, Verdicts(test)))

    def _end(self, condition: Condition, at: int) -> None:
        """Take the records of the latest period, or of another by its order."""
        field = self.table.fields[at]
        values = periods(self.table, at)
        wanted = -1 if condition.end == "latest" else -2
        place = 0 if condition.end == "earliest" else wanted
        if values is not None and len(values) >= max(1, -place):
            found = values[place]
            self._test(at, lambda text: period(field, text) == found)
            return
        lacks = "no order" if values is None else f"no {condition.end} period"
        self.findings.append(
            Finding(
                "DAT11",
                f"{self.definition.key} asks for the {condition.end}"
                f" {condition.column}; the column has {lacks}",
                condition.place,
                help="Name a column of years, dates, or texts such as 2020/21 and"
                " 2021 Q1",
            )
        )

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
        said = [word for word in SWITCHES.get(text, ()) if word in values]
        way = f"Write {near}" if near else "Name a value that the column holds"
        return Finding(
            "DAT11",
            f"{self.definition.key} asks for {condition.column} “{text}”, which no"
            f" row of {self.table.file} has",
            condition.place,
            help=f'Write "{said[0]}" with the quotes' if said else way,
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

    def _limit(
        self, condition: Condition, at: int, text: str, compare: Compare
    ) -> None:
        field = self.table.fields[at]
        limit = parse(field, text)
        if limit is None or field.type not in ORDERED:
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
        self.limited.append(at)
        self._test(at, _within(field, limit, compare))


def _within(field: Field, limit: Value, compare: Compare) -> Test:
    def test(text: str) -> bool:
        if text in field.suppressed:
            return True
        value = None if text in field.missing else parse(field, text)
        return value is not None and compare(value, limit)

    return test


PERIOD = re.compile(
    r"[0-9]{4}(?:[-/][0-9]{2}|[-/][0-9]{4}|[ -]?[QHST][0-9]|-[0-9]{2})?"
)
"""A year, financial year, quarter, half, term or month as a text in reading order."""


def period(field: Field, text: str) -> Any:
    """Return what a cell stands for in the order of time, or None for no period."""
    if text in field.missing or text in field.suppressed:
        return None
    if field.type in ORDERED:
        return parse(field, text)
    return text if field.type == "string" and PERIOD.fullmatch(text) else None


def periods(table: Table, at: int) -> list[Any] | None:
    """Return a column's different periods in their order; takes one pass.

    None for a column whose cells have no order in time.
    """
    field, texts = table.fields[at], set[str]()
    for block in table.blocks():
        texts.update(block.columns(len(table.fields))[at])
    shapes = {re.sub("[0-9]", "0", text) for text in texts - {*field.missing}}
    found = {period(field, text) for text in texts - {*field.missing}}
    if None in found or (field.type == "string" and len(shapes) > 1):
        return None
    return sorted(found)


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
                for block in other.blocks():
                    texts = set(block.columns(len(other.fields))[at])
                    found |= {normal(field, text) for text in texts}
    return found


def _way(file: str, column: str, near: str) -> str:
    """Return what to do when a column is called a little otherwise."""
    if near.strip() == column:
        return f"Take the spaces around “{near}” out of the header of {file}"
    return f"Write {near}"


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
        help=_way(table.file, column, near) if near else f"Columns are {listed(names)}",
        found=column,
        expected=near,
    )
