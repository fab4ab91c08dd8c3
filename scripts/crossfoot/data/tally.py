"""Values made of a table's records: a definition and a table in, a quantity out."""

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from itertools import compress, islice
from typing import Any

from crossfoot.csvfile import Block, Row
from crossfoot.data.definition import Definition
from crossfoot.data.doubled import FEWEST, Largest
from crossfoot.data.keys import normal
from crossfoot.data.quantity import LISTED, SHOWN, WIDE, Cell, Quantity, add, divide
from crossfoot.data.select import Filter, no_column
from crossfoot.data.series import Extremes, Numbers, Series, UnusableError
from crossfoot.data.table import Table
from crossfoot.data.words import conditions, formula
from crossfoot.fields import Field
from crossfoot.findings import Finding, Related, several

NUMERIC = ("integer", "number", "year")
ADDED = ("mean", "sum")
"""Operations that add up the values of the records that fit."""
WHOLE = ("rank",)
"""Operations that look at the records that do not fit, too."""


class Tally:
    """One definition, while a table's records pass by."""

    def __init__(
        self, table: Table, definition: Definition, known: dict[int, Numbers]
    ) -> None:
        """`known` are the numbers of the table's columns, which tallies share."""
        self.table = table
        self.definition = definition
        self.filter = Filter(table, definition)
        self.findings = list(self.filter.findings)
        self.count = 0
        """Records that fit."""
        self.rows: list[int] = []
        self.cells: list[Cell] = []
        self.filled = 0
        self.total: int | Decimal = 0
        self.weight: int | Decimal = 0
        """Sum of the weights of the cells that count."""
        self.different: set[str] = set()
        self.series = Series()
        """Every value, for what needs their order."""
        self.extremes = Extremes(definition)
        self.largest = Largest()
        self.chosen: Decimal | None = None
        """The last value of a record that fits, for `value` and `rank`."""
        names = [*definition.columns, *filter(None, [definition.weights])]
        self.at = [at for at in map(table.index, names) if at is not None]
        self.numbers = [
            known.setdefault(at, Numbers(table.fields[at])) for at in self.at
        ]
        for name in names:
            at = table.index(name)
            if at is None:
                self.findings.append(no_column(table, definition, name))
            elif definition.operation != "distinct":
                self._check_type(table.fields[at])

    def _check_type(self, field: Field) -> None:
        if field.type in NUMERIC:
            return
        one = self.definition
        odd = _odd(self.table, field)
        self.findings.append(
            Finding(
                "DAT11",
                f"{one.key} needs numbers; {field.name} in {self.table.file} is"
                f" of type {field.type}{odd}",
                one.at("value" if one.operation == "cell" else one.operation),
                help="Name a column of numbers, or declare its type in"
                ' data/datapackage.json, with "groupChar": "," for 1,200 and'
                ' "bareNumber": false for £12 or (12)',
            )
        )

    def look(self, block: Block, columns: Sequence[Sequence[str]]) -> None:
        """Take in some records; `columns` are their texts by column."""
        if self.findings:
            return
        mask = self.filter.mask(columns)
        fits = range(len(block.lines)) if mask is None else _where(mask)
        self.count += len(fits)
        if len(self.rows) < LISTED:
            self.rows += [block.lines[at] for at in fits[: LISTED - len(self.rows)]]
        self._look_for_marks(block, columns, fits)
        try:
            self._take(block, columns, mask, fits)
        except UnusableError as problem:
            self._unusable(block, columns, fits, problem.field)

    def _take(
        self,
        block: Block,
        columns: Sequence[Sequence[str]],
        mask: list[bool] | None,
        fits: Sequence[int],
    ) -> None:
        operation = self.definition.operation
        if operation == "rank":
            self.series.extend(self.numbers[0].of(columns[self.at[0]]))
        picked = [
            columns[at] if mask is None else list(compress(columns[at], mask))
            for at in self.at
        ]
        if operation == "distinct":
            self._distinct(block, picked[0], fits)
        elif self.definition.weights:
            self._weigh(block, picked, fits)
        else:
            for at, texts, numbers in zip(self.at, picked, self.numbers, strict=True):
                self._number(block, at, numbers.of(texts), fits)

    def _distinct(
        self, block: Block, texts: Sequence[str], fits: Sequence[int]
    ) -> None:
        field = self.table.fields[self.at[0]]
        fresh = set(texts) - self.different - set(field.missing)
        if len(self.cells) < SHOWN and fresh:
            for at, text in zip(fits, texts, strict=True):
                if text in fresh and normal(field, text) not in self.different:
                    self.different.add(normal(field, text))
                    self._show(block, at, self.at[0])
        self.different.update(normal(field, text) for text in fresh)

    def _weigh(
        self, block: Block, picked: Sequence[Sequence[str]], fits: Sequence[int]
    ) -> None:
        values, weights = (
            numbers.of(texts)
            for numbers, texts in zip(self.numbers, picked, strict=True)
        )
        pairs = [
            (at, value, weight)
            for at, value, weight in zip(fits, values, weights, strict=True)
            if value is not None and weight is not None
        ]
        if not pairs:
            return
        rows, own, weighing = zip(*pairs, strict=True)
        self.filled += len(rows)
        self.total = add(self.total, total([*map(WIDE.multiply, own, weighing)]))
        self.weight = add(self.weight, total(weighing))
        for at in rows[: SHOWN - len(self.cells)]:
            for column in self.at:
                self._show(block, at, column)

    def _number(
        self,
        block: Block,
        column: int,
        values: Sequence[int | Decimal | None],
        fits: Sequence[int],
    ) -> None:
        """Take in the values of the records that fit, None where one is missing."""
        operation = self.definition.operation
        if self.extremes.used:
            self.extremes.take(block, column, values, fits)
        elif len(self.cells) < SHOWN:
            for at, value in zip(fits, values, strict=True):
                if value is not None:
                    self._show(block, at, column)
        held = [one for one in values if one is not None] if None in values else values
        if not held:
            return
        self.filled += len(held)
        if operation == "median":
            self.series.extend(held)
        elif operation in {"cell", "rank"}:
            self.chosen = Decimal(held[-1])  # type: ignore[arg-type]  # gaps are left out
        elif operation in ADDED:
            self.total = add(self.total, total(held))
            self.largest.take(block, column, values, fits)

    def _show(self, block: Block, at: int, column: int) -> None:
        if len(self.cells) < SHOWN:
            self.cells.append(cell(self.table.file, block, at, column))

    def _unusable(
        self,
        block: Block,
        columns: Sequence[Sequence[str]],
        fits: Sequence[int],
        field: Field,
    ) -> None:
        """Note the first cell of a block that a value cannot be made with."""
        column = next(at for at in self.at if self.table.fields[at] == field)
        every = self.definition.operation in WHOLE
        rows = range(len(block.lines)) if every else fits
        numbers = Numbers(field)
        at = next(one for one in rows if numbers.bad(columns[column][one]))
        row, text = block.row(at), columns[column][at]
        self._needs(row, column, held=text in field.suppressed)

    def _look_for_marks(
        self, block: Block, columns: Sequence[Sequence[str]], fits: Sequence[int]
    ) -> None:
        """Note the first cell that is not published where its value is asked for."""
        different = self.at if self.definition.operation == "distinct" else []
        for column in (*self.filter.limited, *different):
            marks = self.table.fields[column].suppressed
            rows = (at for at in fits if columns[column][at] in marks) if marks else ()
            for at in islice(rows, 1):
                self._needs(block.row(at), column, held=True)

    def _needs(self, row: Row, column: int, *, held: bool) -> None:
        """Note a cell that a value cannot be made with."""
        what = "is not published" if held else "is not a number"
        one, name = self.definition, self.table.fields[column].name
        self.findings.append(
            Finding(
                "DAT11",
                f"{one.key} needs {name} on line {row.line} of"
                f" {self.table.file}, which {what}",
                one.place,
                notes=(
                    Related("the cell is here", row.place(self.table.file, column)),
                ),
                help="Leave such rows out with where" if held else "Correct the cell",
                found=row.values[column],
            )
        )

    def result(self) -> Quantity | None:
        """Return the value, or None with a finding when there is none."""
        if not self.findings:
            self.findings += self.filter.strangers()
        if not self.findings and len(self.at) == 1 and self.filled >= FEWEST:
            most = self.largest
            self.findings += most.twice(self.table, self.definition, self.total)
        value = None if self.findings else self._value()
        if value is None:
            return None
        one = self.definition
        cells = self.extremes.cells(self.table.file) or self.cells
        return Quantity(
            key=one.key,
            value=value,
            unit=self._unit(),
            formula=formula(one),
            filter=conditions(one),
            count=self.count,
            columns=(*one.columns, *filter(None, [one.weights])),
            chosen_by=tuple(condition.column for condition in one.where),
            whole=one.operation in WHOLE,
            place=one.place,
            file=self.table.file,
            rows=tuple(self.rows),
            cells=tuple(cells[:SHOWN]),
            label=one.label,
            step=one.step or self._step(),
            citation=one.source,
        )

    def _step(self) -> Decimal | None:
        """Return the step to which the value is rounded, as its column declares."""
        steps = {self.table.fields[at].step for at in self.at}
        if len(steps) != 1 or self.definition.weights:
            return None
        (step,) = steps
        if step is None or self.definition.operation in {"distinct", "rank"}:
            return None
        # Half a step for each cell: what the parts of a sum may be off by together.
        cells = self.extremes.count or self.filled
        return step * cells if self.definition.operation == "sum" else step

    def _value(self) -> Decimal | None:
        operation = self.definition.operation
        if operation == "count":
            return Decimal(self.count)
        if operation == "distinct":
            return Decimal(len(self.different))
        if operation in {"cell", "rank"}:
            return self._only()
        if operation == "sum":
            return Decimal(self.extremes.total() if self.extremes.used else self.total)
        if not self.filled:
            self._fault("no cell of these rows is filled", "Widen where")
            return None
        if operation == "mean":
            return self._mean()
        return self.series.median() if operation == "median" else self.extremes.first()

    def _mean(self) -> Decimal | None:
        if self.definition.weights:
            if self.weight:
                return divide(Decimal(self.total), Decimal(self.weight))
            self._fault("the weights come to 0", "Name a column of other weights")
            return None
        if self.extremes.used:
            return divide(self.extremes.total(), Decimal(self.extremes.count))
        return divide(Decimal(self.total), Decimal(self.filled))

    def _only(self) -> Decimal | None:
        """Return the one cell's value, or its place among all."""
        if self.count != 1:
            rows = several(self.count, "row") + (" fits" if self.count == 1 else " fit")
            self._fault(f"{rows} in {self.table.file}; expected one", "Narrow where")
            return None
        if self.chosen is None:
            self._fault(
                f"{self.definition.column} on line {self.rows[0]} of"
                f" {self.table.file} is empty",
                "Fill the cell, or take the quantity out",
            )
            return None
        if self.definition.operation == "rank":
            return self.series.rank(self.chosen, least=self.definition.least)
        return self.chosen

    def _fault(self, message: str, advice: str) -> None:
        one = self.definition
        text = f"{one.key} cannot be computed: {message}"
        place = one.at("where" if "where" in one.places else one.operation)
        self.findings.append(Finding("DAT11", text, place, help=advice))

    def _unit(self) -> str:
        counts = self.definition.operation in {"count", "distinct", "rank"}
        fields = [self.table.fields[at] for at in self.at]
        own = fields[:1] if self.definition.weights else fields
        units = list(dict.fromkeys(None if counts else one.unit for one in own)) or [
            None
        ]
        if len(units) > 1:
            self._odd_units([one.name for one in own], units)
        declared, unit = units[0], self.definition.unit
        if unit and declared and unit != declared:
            one = self.definition
            self.findings.append(
                Finding(
                    "DAT11",
                    f"{one.key} is in {unit}; {one.column} in {self.table.file} is in"
                    f" {declared}",
                    one.at("unit"),
                    help=f"Write unit: {declared}, or leave it out",
                    found=unit,
                    expected=declared,
                )
            )
        return unit or declared or "count"

    def _odd_units(self, names: list[str], units: list[str | None]) -> None:
        one = self.definition
        pair = f"{units[0] or 'no unit'} and {units[1] or 'no unit'}"
        self.findings.append(
            Finding(
                "DAT11",
                f"{one.key} adds {', '.join(names)}, which are in {pair};"
                " expected one unit",
                one.at(one.operation),
                help="Name columns of one unit",
            )
        )


def total(values: Sequence[Any]) -> Decimal:
    """Return the exact sum of int, or of Decimal."""
    if values and isinstance(values[0], int):
        return Decimal(sum(values))
    return reduce(WIDE.add, values, Decimal(0))


def cell(file: str, block: Block, at: int, column: int) -> Cell:
    """Return a cell of a block."""
    row = block.row(at)
    return Cell(row.place(file, column), row.written(column))


def _where(mask: list[bool]) -> list[int]:
    return list(compress(range(len(mask)), mask))


def _odd(table: Table, field: Field) -> str:
    """Say which cell keeps a column without a declared type from being of numbers."""
    at = table.index(field.name)
    if table.schema or at is None:
        return ""
    numbers = Numbers(Field(field.name, "number"))
    seen = 0
    for block in table.blocks():
        for line, text in zip(
            block.lines, block.columns(len(table.fields))[at], strict=True
        ):
            if not numbers.bad(text):
                seen += text != ""
            elif text != text.strip() or seen or line > 2:
                return f", because of “{text}” on line {line}"
            else:
                return ""
    return ""
