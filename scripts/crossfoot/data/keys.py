"""Keys: columns of tables in, values that stand twice or lead nowhere out."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from crossfoot.csvfile import Block, Row
from crossfoot.data.flood import Flood
from crossfoot.data.schema import Foreign
from crossfoot.data.shape import shown
from crossfoot.data.table import Table
from crossfoot.fields import Field, canonical, parse
from crossfoot.findings import Finding, Related, listed, nearest
from crossfoot.places import Place

NEAR = 1000
"""Most records whose values are offered for one that leads nowhere."""


class Key:
    """Columns whose values together stand once in a table.

    A first pass keeps a hash of each value, eight bytes a record; where hashes are
    equal, a second pass compares the values themselves.
    """

    def __init__(self, fields: tuple[Field, ...], positions: tuple[int, ...]) -> None:
        self.fields = fields
        self.positions = positions
        self.hashes = array("q")

    def take(self, columns: Sequence[Sequence[str]]) -> None:
        """Note the values of a block; a record with a missing cell is left out."""
        found = self.values(columns)
        self.hashes.extend(hash(value) for value in found if value is not None)

    def again(self, blocks: Iterable[Block], width: int) -> Iterator[tuple[Row, Row]]:
        """Yield the records whose value stands before, each with the first such."""
        ordered = sorted(self.hashes)
        often = {one for one, other in pairwise(ordered) if one == other}
        del ordered
        firsts: dict[Any, Row] = {}
        for block in blocks if often else ():
            for at, value in enumerate(self.values(block.columns(width))):
                if value is not None and hash(value) in often:
                    row = block.row(at)
                    first = firsts.setdefault(value, row)
                    if first is not row:
                        yield row, first

    def values(self, columns: Sequence[Sequence[str]]) -> Iterator[Any]:
        """Yield the key's value in each record, None where a cell is missing.

        The value of one column is its text, that of several a tuple of texts.
        """
        own = [
            _normals(field, columns[at])
            for field, at in zip(self.fields, self.positions, strict=True)
        ]
        if len(own) == 1:
            yield from own[0]
            return
        for parts in zip(*own, strict=True):
            yield None if None in parts else parts


def _normals(field: Field, texts: Sequence[str]) -> Sequence[str | None]:
    """Return cells' values as plain text, None for a missing one."""
    gaps = {*field.missing, *field.suppressed}
    if field.type in {"any", "string"}:
        if gaps.isdisjoint(texts):
            return texts
        return [None if text in gaps else text for text in texts]
    return [None if text in gaps else normal(field, text) for text in texts]


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
    return listed(f"“{shown(row.values[at])}”" for at in positions)


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
        known: set[Any] = {None}
        for block in self.target.blocks():
            known.update(there.values(block.columns(len(self.target.fields))))
        first = there.positions[0]
        names = {row.values[first] for row in islice(self.target.records(), NEAR)}
        flood, noun = Flood(), f"rows by {listed(self.foreign.fields)}"
        for block in self.source.blocks():
            values = here.values(block.columns(len(self.source.fields)))
            for at, value in enumerate(values):
                if value not in known:
                    row = block.row(at)
                    flood.add(
                        "DAT07",
                        noun,
                        row.line,
                        lambda row=row: self.dangling(here, row, names),  # type: ignore[misc]  # mypy does not infer a lambda with a default
                    )
        return flood.findings()

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
        # Which of several values is wrong, nobody can say.
        single = len(here.positions) == 1
        near = nearest(row.values[here.positions[0]], names) if single else ""
        there = f"{listed(self.foreign.reference)} in {self.target.file}"
        verb, holds = ("is", "does") if single else ("are", "do")
        return Finding(
            "DAT07",
            f"{columns} {verb} {value}, which {there} {holds} not hold",
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
