"""The grammar of `quantities.yml`: YAML with places in, definitions and DAT09 out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from crossfoot.codes import Severity
from crossfoot.data.definition import (
    BOUNDS,
    OPERATIONS,
    PARTNERS,
    Condition,
    Definition,
    Wanted,
)
from crossfoot.findings import Finding, listed, nearest
from crossfoot.places import Place, Text
from crossfoot.yamlfile import Document, YamlError, load

KEY = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+)*")
COMMON = ("label", "rounded", "source", "unit")
TESTS = ("max", "min", "not")
UNITS = ("count", "%", "pp", "bp", "ratio")
CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Entries:
    """What `quantities.yml` says."""

    definitions: tuple[Definition, ...] = ()
    findings: tuple[Finding, ...] = ()
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key stands, also of entries that are no definition."""


def entries(text: Text) -> Entries:
    """Return the entries of `quantities.yml`, and what is wrong with the file."""
    try:
        document = load(text)
    except YamlError as problem:
        message = f"quantities.yml is not YAML: {problem.message}"
        advice = "Correct the YAML here"
        return Entries(
            findings=(Finding("DAT09", message, problem.place, help=advice),)
        )
    if document.value is None:
        return Entries()
    if not isinstance(document.value, dict):
        message = "quantities.yml holds no keys; expected one entry a quantity"
        advice = "Write KEY: {from: data/NAME.csv, sum: COLUMN}"
        found = Finding("DAT09", message, document.place(), help=advice)
        return Entries(findings=(found,))
    read = [Entry(document, key) for key in document.value]
    definitions = [entry.read() for entry in read]
    return Entries(
        tuple(one for one in definitions if one),
        tuple(finding for entry in read for finding in entry.findings),
        {entry.key: document.key(entry.key) for entry in read},
    )


def decimal(value: Any) -> Decimal | None:
    """Return a number as written in YAML or JSON, or None when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < 100 else None


class Entry:
    """One entry, being read; what is wrong with it is in `findings`."""

    def __init__(self, document: Document, key: str) -> None:
        self.document = document
        self.key = key
        self.value: Any = document.value[key]
        self.findings: list[Finding] = []

    def fault(
        self, message: str, place: Place, advice: str, severity: Severity | None = None
    ) -> None:
        """Note a DAT09."""
        self.findings.append(
            Finding("DAT09", message, place, help=advice, severity=severity)
        )

    def read(self) -> Definition | None:
        """Return the definition, or None when it says nothing to go by."""
        if not KEY.fullmatch(self.key):
            self.fault(
                f"“{self.key}” is no key; expected letters, digits, _, - and .",
                self.document.key(self.key),
                "Write a key such as asks.total",
            )
            return None
        if not isinstance(self.value, dict):
            self.fault(
                f"{self.key} is “{self.value}”; expected an operation, or a value"
                " with its source",
                self.document.place(self.key),
                'Write {value: …, source: "…"}',
            )
            return None
        operation = self.operation()
        if operation is None or not self.options(operation):
            return None
        return self.definition(operation)

    def operation(self) -> str | None:
        """Return the name of the entry's one operation."""
        found = [name for name in OPERATIONS if name in self.value]
        if len(found) == 1:
            return found[0]
        if found:
            self.fault(
                f"{self.key} names {listed(found)}; expected one operation",
                self.document.key(self.key, found[1]),
                "Make an entry for each",
            )
            return None
        near = next(filter(None, (nearest(one, OPERATIONS) for one in self.value)), "")
        self.fault(
            f"{self.key} names no operation; expected {listed(OPERATIONS, 'or')}",
            self.document.key(self.key),
            f"Write {near}" if near else "Add one, such as sum: COLUMN",
        )
        return None

    def options(self, operation: str) -> bool:
        """Say whether the entry has the options that its operation needs."""
        needed = _needed(operation, self.value)
        allowed = {operation, needed, *COMMON}
        if needed == "from" and operation not in PARTNERS:
            allowed.add("where")
        for option in self.value:
            if option not in allowed:
                near = nearest(option, allowed)
                self.fault(
                    f"{self.key} has “{option}”, which does not go with {operation}",
                    self.document.key(self.key, option),
                    f"Write {near}" if near else f"Use {listed(sorted(allowed))}",
                )
        if self.value.get(needed) in (None, ""):
            self.fault(
                f"{self.key} has no “{needed}”, which {operation} needs",
                self.document.key(self.key),
                f"Write {needed}: …",
            )
        return not self.findings

    def definition(self, operation: str) -> Definition | None:
        """Return the definition of an entry that has what it needs."""
        table, column, literal, operands = self.operand(operation)
        where = tuple(self.conditions())
        step, unit = self.step(), self.unit()
        if any(one.level == "error" for one in self.findings):
            return None
        return Definition(
            key=self.key,
            operation="cell" if operation == "value" and table else operation,
            place=self.document.key(self.key),
            places={one: self.document.place(self.key, one) for one in self.value},
            table=table,
            column=column,
            where=where,
            operands=operands,
            literal=literal,
            unit=unit,
            label=self.text("label"),
            source=self.text("source"),
            step=step,
        )

    def operand(
        self, operation: str
    ) -> tuple[str, str, Decimal | None, tuple[str, ...]]:
        """Return the table and column, or the number, or the two keys."""
        if operation in PARTNERS:
            second = self.value[PARTNERS[operation]]
            return "", "", None, (str(self.value[operation]), str(second))
        if "from" not in self.value:
            return "", "", self.number(operation), ()
        if operation == "count":
            self.check_rows()
            return str(self.value["from"]), "", None, ()
        column = self.value[operation]
        if not isinstance(column, str | int):
            self.fault(
                f"{operation} of {self.key} is no column's name",
                self.document.place(self.key, operation),
                f"Write {operation}: COLUMN",
            )
        return str(self.value["from"]), str(column), None, ()

    def check_rows(self) -> None:
        """Note a count of anything but rows."""
        value = self.value["count"]
        if value != "rows":
            self.fault(
                f"{self.key} counts “{value}”; expected rows",
                self.document.place(self.key, "count"),
                f"Write count: rows, or distinct: {value} for its different values",
            )

    def number(self, option: str) -> Decimal | None:
        """Return the number that an option holds, exactly as written."""
        value = self.value[option]
        found = decimal(value)
        if found is None:
            self.fault(
                f"{option} of {self.key} is “{value}”; expected a number",
                self.document.place(self.key, option),
                "Write digits only, such as 3200000000 or 12.5",
            )
        return found

    def step(self) -> Decimal | None:
        """Return the step to which a published figure is rounded."""
        found = self.number("rounded") if "rounded" in self.value else None
        if found is not None and found <= 0:
            self.fault(
                f"rounded of {self.key} is {found}; expected more than 0",
                self.document.place(self.key, "rounded"),
                "Write the step, such as 1000000",
            )
        return found

    def unit(self) -> str | None:
        """Return the unit; one that is not known is only a warning."""
        found = self.text("unit")
        if found and found not in UNITS and not CURRENCY.fullmatch(found):
            near = found.upper() if CURRENCY.fullmatch(found.upper()) else ""
            self.fault(
                f"Unit of {self.key} is “{found}”; expected {', '.join(UNITS)} or a"
                " currency such as GBP",
                self.document.place(self.key, "unit"),
                f"Write {near}" if near else "Write count for a number of things",
                "warning",
            )
        return found

    def text(self, option: str) -> str | None:
        """Return an option's text, or None without one."""
        value = self.value.get(option)
        if value is None or isinstance(value, str | int):
            return None if value is None else str(value)
        self.fault(
            f"{option} of {self.key} is a list or mapping; expected a text",
            self.document.place(self.key, option),
            f'Write {option}: "…"',
        )
        return None

    def conditions(self) -> Iterable[Condition]:
        """Yield what `where` asks of a record."""
        where = self.value.get("where")
        if where is None:
            return
        if not isinstance(where, dict):
            self.fault(
                f"where of {self.key} names no column",
                self.document.place(self.key, "where"),
                "Write where: {COLUMN: value}",
            )
            return
        for column, wanted in where.items():
            yield self.condition(column, wanted)

    def condition(self, column: str, wanted: Any) -> Condition:
        """Return what one column's cell has to be."""
        place = self.document.key(self.key, "where", column)
        if not isinstance(wanted, dict):
            return Condition(column, place, only=self.wanted(wanted, column))
        for test in wanted.keys() - set(TESTS):
            near = nearest(test, TESTS)
            self.fault(
                f"where of {self.key} has “{test}”; expected min, max or not",
                self.document.key(self.key, "where", column, test),
                f"Write {near}" if near else "Write a value, or a list of them",
            )
        return Condition(
            column,
            place,
            minimum=_limit(wanted.get("min")),
            maximum=_limit(wanted.get("max")),
            without=self.wanted(wanted["not"], column) if "not" in wanted else (),
        )

    def wanted(self, value: Any, column: str) -> Wanted:
        """Return the texts that a condition names."""
        values = value if isinstance(value, list) else [value]
        if any(isinstance(one, dict | list) for one in values):
            self.fault(
                f"where of {self.key} has no plain value for {column}",
                self.document.place(self.key, "where", column),
                "Write a value, or a list of them",
            )
            return ()
        return tuple(None if one is None else _plain(one) for one in values)


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _limit(value: Any) -> str | None:
    return None if value is None else _plain(value)


def _needed(operation: str, entry: dict[str, Any]) -> str:
    """Return the option that an operation needs beside itself."""
    if operation in PARTNERS:
        return PARTNERS[operation]
    literal = operation in BOUNDS or (operation == "value" and "from" not in entry)
    return "source" if literal else "from"
