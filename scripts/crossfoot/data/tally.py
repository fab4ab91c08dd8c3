"""Values made of a table's records: a definition and a table in, a quantity out."""

from decimal import Decimal

from crossfoot.csvfile import Row
from crossfoot.data.definition import Condition, Definition
from crossfoot.data.keys import normal
from crossfoot.data.quantity import LISTED, SHOWN, Cell, Quantity, add, divide
from crossfoot.data.select import Filter, no_column
from crossfoot.data.table import Table
from crossfoot.fields import Field, parse
from crossfoot.findings import Finding, Related, listed, several

NUMERIC = ("integer", "number", "year")


class Tally:
    """One definition, while a table's records pass by."""

    def __init__(self, table: Table, definition: Definition) -> None:
        self.table = table
        self.definition = definition
        self.filter = Filter(table, definition)
        self.findings = list(self.filter.findings)
        self.at = table.index(definition.column) if definition.column else None
        self.field = None if self.at is None else table.fields[self.at]
        """The column that is worked on, or None when records are counted."""
        self.count = 0
        """Records that fit."""
        self.rows: list[int] = []
        self.cells: list[Cell] = []
        self.values: list[Decimal] = []
        """Kept for a median only; otherwise at most one."""
        self.filled = 0
        self.total = Decimal(0)
        self.different: set[str] = set()
        if definition.column and self.at is None:
            self.findings.append(no_column(table, definition, definition.column))
        elif self.field and definition.operation != "distinct":
            self._check_type(self.field)

    def _check_type(self, field: Field) -> None:
        if field.type not in NUMERIC:
            one = self.definition
            self.findings.append(
                Finding(
                    "DAT11",
                    f"{one.key} needs numbers; {field.name} in {self.table.file} is"
                    f" of type {field.type}",
                    one.at("value" if one.operation == "cell" else one.operation),
                    help="Name a column of numbers, or declare its type in"
                    " data/datapackage.json",
                )
            )

    def look(self, row: Row) -> None:
        """Take in one record."""
        if self.findings or not self.filter.fits(row):
            return
        self.count += 1
        if len(self.rows) < LISTED:
            self.rows.append(row.line)
        if self.field and self.at is not None:
            self._take(row, self.at, self.field)

    def _take(self, row: Row, at: int, field: Field) -> None:
        text = row.values[at]
        if text in field.missing:
            return
        if self.definition.operation == "distinct":
            value = normal(field, text)
            if value not in self.different:
                self.different.add(value)
                self._show(row, at)
            return
        number = None if text in field.suppressed else parse(field, text)
        if not isinstance(number, int | Decimal):
            self._unusable(row, at, field)
            return
        self._number(Decimal(number), row, at)

    def _number(self, value: Decimal, row: Row, at: int) -> None:
        self.filled += 1
        operation = self.definition.operation
        if operation in {"max", "min"}:
            held = self.values[0] if self.values else None
            better = held is None or (
                value > held if operation == "max" else value < held
            )
            if better:
                self.values, self.cells = [value], []
                self._show(row, at)
            return
        self._show(row, at)
        if operation in {"cell", "median"}:
            self.values.append(value)
        self.total = add(self.total, value)

    def _show(self, row: Row, at: int) -> None:
        if len(self.cells) < SHOWN:
            self.cells.append(Cell(row.place(self.table.file, at), row.written(at)))

    def _unusable(self, row: Row, at: int, field: Field) -> None:
        text = row.values[at]
        held = text in field.suppressed
        what = "is not published" if held else "is not a number"
        one = self.definition
        self.findings.append(
            Finding(
                "DAT11",
                f"{one.key} needs {field.name} on line {row.line} of"
                f" {self.table.file}, which {what}",
                one.place,
                notes=(Related("the cell is here", row.place(self.table.file, at)),),
                help="Leave such rows out with where" if held else "Correct the cell",
                found=text,
            )
        )

    def result(self) -> Quantity | None:
        """Return the value, or None with a finding when there is none."""
        if not self.findings:
            self.findings += self.filter.strangers()
        value = None if self.findings else self._value()
        if value is None:
            return None
        one = self.definition
        return Quantity(
            key=one.key,
            value=value,
            unit=self._unit(),
            formula=formula(one),
            filter=conditions(one),
            count=self.count,
            place=one.place,
            file=self.table.file,
            rows=tuple(self.rows),
            cells=tuple(self.cells),
            label=one.label,
            step=one.step,
            citation=one.source,
        )

    def _value(self) -> Decimal | None:
        operation = self.definition.operation
        if operation == "count":
            return Decimal(self.count)
        if operation == "distinct":
            return Decimal(len(self.different))
        if operation == "sum":
            return self.total
        if operation == "cell":
            return self._only()
        if not self.filled:
            self._fault("no cell of these rows is filled", "Widen where")
            return None
        if operation == "mean":
            return divide(self.total, Decimal(self.filled))
        return _median(self.values) if operation == "median" else self.values[0]

    def _only(self) -> Decimal | None:
        """Return the one cell's value."""
        if self.count != 1:
            rows = several(self.count, "row") + (" fits" if self.count == 1 else " fit")
            self._fault(f"{rows} in {self.table.file}; expected one", "Narrow where")
            return None
        if not self.values:
            self._fault(
                f"{self.definition.column} on line {self.rows[0]} of"
                f" {self.table.file} is empty",
                "Fill the cell, or take the quantity out",
            )
            return None
        return self.values[0]

    def _fault(self, message: str, advice: str) -> None:
        one = self.definition
        text = f"{one.key} cannot be computed: {message}"
        place = one.at("where" if "where" in one.places else one.operation)
        self.findings.append(Finding("DAT11", text, place, help=advice))

    def _unit(self) -> str:
        counts = self.definition.operation in {"count", "distinct"}
        declared = None if counts or not self.field else self.field.unit
        unit = self.definition.unit
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


def _median(values: list[Decimal]) -> Decimal:
    """Return the middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return low if low == high else divide(add(low, high), Decimal(2))


def formula(definition: Definition) -> str:
    """Return in words how a definition makes its value."""
    one = definition
    if one.operation == "count":
        what = "number of rows"
    elif one.operation == "distinct":
        what = f"number of different values of {one.column}"
    elif one.operation == "cell":
        what = one.column
    else:
        what = f"{WORDS[one.operation]} of {one.column}"
    where = conditions(one)
    return f"{what} in {one.table}" + (f" where {where}" if where else "")


def conditions(definition: Definition) -> str:
    """Return in words which records a definition is about."""
    return listed(_condition(condition) for condition in definition.where)


WORDS = {
    "max": "greatest",
    "mean": "mean",
    "median": "median",
    "min": "least",
    "sum": "sum",
}


def _condition(condition: Condition) -> str:
    parts = []
    if condition.only is not None:
        parts.append(f"is {_named(condition.only)}")
    if condition.minimum is not None:
        parts.append(f"is at least {condition.minimum}")
    if condition.maximum is not None:
        parts.append(f"is at most {condition.maximum}")
    if condition.without:
        parts.append(f"is not {_named(condition.without)}")
    return f"{condition.column} {listed(parts)}"


def _named(texts: tuple[str | None, ...]) -> str:
    return listed(("nothing" if one is None else one for one in texts), "or")
