"""The grammar of `quantities.yml`: YAML with places in, definitions and DAT09 out."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from crossfoot.data.conditions import Conditional
from crossfoot.data.definition import (
    BOUNDS,
    OPERATIONS,
    OPTIONS,
    PARTNERS,
    Definition,
)
from crossfoot.data.entry import decimal
from crossfoot.findings import Finding, listed, nearest
from crossfoot.places import Place, Text
from crossfoot.yamlfile import YamlError, load

__all__ = ["KEY", "Entries", "decimal", "entries"]

KEY = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+)*")
COMMON = ("label", "rounded", "source", "unit")
UNITS = ("count", "%", "pp", "bp", "ratio", "h", "min", "s")
MOST = ("top", "bottom")
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
    read = [Reading(document, key) for key in document.value]
    definitions = [entry.read() for entry in read]
    return Entries(
        tuple(one for one in definitions if one),
        tuple(finding for entry in read for finding in entry.findings),
        {entry.key: document.key(entry.key) for entry in read},
    )


class Reading(Conditional):
    """One entry, being read; what is wrong with it is in `findings`."""

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
                f"{self.key} is {_shown(self.value)}; expected an operation, or a value"
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
        allowed = {operation, needed, *COMMON, *OPTIONS.get(operation, ())}
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
        table, columns, literal, operands = self.operand(operation)
        where = tuple(self.conditions())
        step, unit = self.step(), self.unit()
        most, number = self.most(operation), self.extent(operation)
        least = self.least()
        if any(one.level == "error" for one in self.findings):
            return None
        return Definition(
            key=self.key,
            operation="cell" if operation == "value" and table else operation,
            place=self.document.key(self.key),
            places={one: self.document.place(self.key, one) for one in self.value},
            table=table,
            columns=columns,
            where=where,
            operands=operands,
            literal=literal,
            unit=unit,
            label=self.text("label"),
            source=self.text("source"),
            step=step,
            weights=str(self.value.get("weights", "")),
            most=most,
            number=number,
            least=least,
        )

    def operand(
        self, operation: str
    ) -> tuple[str, tuple[str, ...], Decimal | None, tuple[str, ...]]:
        """Return the table and columns, or the number, or the keys."""
        if isinstance(self.value[operation], list) and operation == "total":
            return "", (), None, self.names("total", "KEY")
        if operation in PARTNERS:
            second = self.value[PARTNERS[operation]]
            return "", (), None, (str(self.value[operation]), str(second))
        if "from" not in self.value:
            return "", (), self.number(operation), ()
        if operation == "count":
            self.check_rows()
            return str(self.value["from"]), (), None, ()
        columns = self.names(operation, "COLUMN")
        if len(columns) > 1 and (operation != "sum" or self.value.keys() & MOST):
            self.fault(
                f"{operation} of {self.key} is a list; expected one column",
                self.document.place(self.key, operation),
                f"Write {operation}: {columns[0]}",
            )
        return str(self.value["from"]), columns, None, ()

    def names(self, option: str, what: str) -> tuple[str, ...]:
        """Return the columns or keys that an option names, one or a list of them."""
        value = self.value[option]
        listing = isinstance(value, list) and option in {"sum", "total"}
        parts = value if listing else [value]
        wrong = any(
            isinstance(one, bool) or not isinstance(one, str | int) for one in parts
        )
        if wrong or not parts or len(set(map(str, parts))) < len(parts):
            kind = "list of keys" if option == "total" else "column's name"
            self.fault(
                f"{option} of {self.key} is no {kind}",
                self.document.place(self.key, option),
                f"Write {option}: [{what}, {what}]"
                if listing
                else f"Write {option}: {what}",
            )
        return tuple(str(one) for one in parts)

    def most(self, operation: str) -> int:
        """Return how many cells are taken: the greatest, or the least when below 0."""
        named = [one for one in MOST if one in self.value and operation in OPTIONS]
        counts = [self.whole(one) for one in named]
        if len(named) > 1 or (named and "weights" in self.value):
            self.fault(
                f"{self.key} has {listed([*named, 'weights'][:2])}; expected one",
                self.document.place(self.key, named[0]),
                "Make an entry for each",
            )
        return 0 if not counts else counts[0] if named[0] == "top" else -counts[0]

    def extent(self, operation: str) -> Decimal | None:
        """Return what `per` or `periods` says."""
        for option in ("per", "periods"):
            if option in self.value and option in OPTIONS.get(operation, ()):
                return Decimal(self.whole(option))
        return None

    def least(self) -> bool:
        """Say whether the least value has rank 1."""
        found = self.value.get("order", "greatest")
        if found not in {"greatest", "least"}:
            self.fault(
                f"order of {self.key} is “{found}”; expected greatest or least",
                self.document.place(self.key, "order"),
                "Write order: least when the least value has rank 1",
            )
        return bool(found == "least")

    def check_rows(self) -> None:
        """Note a count of anything but rows."""
        value = self.value["count"]
        if value != "rows":
            self.fault(
                f"{self.key} counts “{value}”; expected rows",
                self.document.place(self.key, "count"),
                f"Write count: rows, or distinct: {value} for its different values",
            )

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


def _needed(operation: str, entry: dict[str, Any]) -> str:
    """Return the option that an operation needs beside itself."""
    if operation == "total" and isinstance(entry["total"], list):
        return "total"
    if operation in PARTNERS:
        return PARTNERS[operation]
    literal = operation in BOUNDS or (operation == "value" and "from" not in entry)
    return "source" if literal else "from"


def _shown(value: Any) -> str:
    """Return a value that is no mapping as a message shows it."""
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "empty"
    return f"“{str(value).lower() if isinstance(value, bool) else value}”"
