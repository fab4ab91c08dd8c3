"""Keys: columns of tables in, values that stand twice or lead nowhere out."""

from collections.abc import Iterable
from itertools import islice

from crossfoot.csvfile import Row
from crossfoot.data.schema import Foreign
from crossfoot.data.table import Table
from crossfoot.fields import Field, canonical, parse
from crossfoot.findings import Finding, Related, listed, nearest
from crossfoot.places import Place

LIMIT = 1000
"""Most findings of one table that are listed; the rest are counted."""


class Key:
    """Columns whose values together stand once in a table."""

    def __init__(self, fields: tuple[Field, ...], positions: tuple[int, ...]) -> None:
        self.fields = fields
        self.positions = positions
        self.seen: dict[tuple[str, ...], int] = {}
        """Line on which each value stands first."""
        self.again: list[tuple[Row, int]] = []
        """Records whose value stood before, with the line where it did."""

    def look(self, row: Row) -> None:
        """Note a record's value; one with a missing cell is left out."""
        value = self.value(row)
        if value is None:
            return
        first = self.seen.setdefault(value, row.line)
        if first != row.line and len(self.again) < LIMIT:
            self.again.append((row, first))

    def value(self, row: Row) -> tuple[str, ...] | None:
        """Return the key's values in a record, or None when one is missing."""
        out = []
        for field, at in zip(self.fields, self.positions, strict=True):
            text = row.values[at] if at < len(row.values) else ""
            if text in field.missing or text in field.suppressed:
                return None
            out.append(normal(field, text))
        return tuple(out)


def normal(field: Field, text: str) -> str:
    """Return a cell's value as plain text, so that `1` and `+1` are the same."""
    if field.type in {"any", "string"}:
        return text
    value = parse(field, text)
    return text if value is None else canonical(value)


def double(file: str, key: Key, row: Row, first: Row) -> Finding:
    """Return DAT06 for a record whose key stands before, in `first`."""
    names = [field.name for field in key.fields]
    value = _written(row, key.positions)
    verb = "is" if len(names) == 1 else "are"
    return Finding(
        "DAT06",
        f"{listed(names)} {verb} {value} as on line {first.line}; expected once",
        _across(file, row, key.positions),
        notes=(Related("it stands here first", _across(file, first, key.positions)),),
        help="Correct one of the rows, or take it out",
        found=value,
        anchor=f"{listed(names)}: {row.raw[:80]}",
    )


def _written(row: Row, positions: Iterable[int]) -> str:
    return listed(f"“{row.values[at]}”" for at in positions)


def _across(file: str, row: Row, positions: tuple[int, ...]) -> Place:
    """Return the place from the first of some cells to the last."""
    first, last = (row.place(file, at) for at in (min(positions), max(positions)))
    return Place(file, first.line, first.column, last.end_line, last.end_column)


def foreign(tables: Iterable[Table]) -> list[Finding]:
    """Return DAT07 for cells whose value the table they lead to does not hold."""
    known = {table.name: table for table in tables}
    found: list[Finding] = []
    for table in known.values():
        for key in table.schema.foreign if table.schema else ():
            target = known.get(key.resource or table.name)
            if target:
                found += _Link(table, target, key).lost()
    return found


class _Link:
    """A foreign key with the two tables that it joins."""

    def __init__(self, source: Table, target: Table, foreign: Foreign) -> None:
        self.source = source
        self.target = target
        self.foreign = foreign

    def lost(self) -> list[Finding]:
        """Return a finding for each record that leads nowhere."""
        here = _key(self.source, self.foreign.fields)
        there = _key(self.target, self.foreign.reference)
        if here is None:
            return []
        if there is None:
            return [self.no_column()]
        known = {there.value(row) for row in self.target.records()} | {None}
        rows = (row for row in self.source.records() if here.value(row) not in known)
        first = there.positions[0]
        names = {row.values[first] for row in islice(self.target.records(), LIMIT)}
        return [self.dangling(here, row, names) for row in islice(rows, LIMIT)]

    def no_column(self) -> Finding:
        """Return DAT10: the other table lacks a column."""
        names = [field.name for field in self.target.fields]
        unknown = next(one for one in self.foreign.reference if one not in names)
        near = nearest(unknown, names)
        return Finding(
            "DAT10",
            f"Foreign key leads to the column “{unknown}”,"
            f" which {self.target.file} lacks",
            self.foreign.place,
            help=f"Write {near}" if near else f"Columns are {listed(names)}",
        )

    def dangling(self, here: Key, row: Row, names: set[str]) -> Finding:
        """Return DAT07 for a record that leads nowhere."""
        columns, value = listed(self.foreign.fields), _written(row, here.positions)
        verb = "is" if len(here.positions) == 1 else "are"
        near = nearest(row.values[here.positions[0]], names)
        there = f"{listed(self.foreign.reference)} in {self.target.file}"
        return Finding(
            "DAT07",
            f"{columns} {verb} {value}, which {there} does not hold",
            _across(self.source.file, row, here.positions),
            help=f"Write “{near}”" if near else "Correct it, or add it there",
            found=value,
            anchor=f"{columns}: {row.raw[:80]}",
        )


def _key(table: Table, names: tuple[str, ...]) -> Key | None:
    positions = [table.index(name) for name in names]
    found = tuple(at for at in positions if at is not None)
    if len(found) < len(names):
        return None
    return Key(tuple(table.fields[at] for at in found), found)
