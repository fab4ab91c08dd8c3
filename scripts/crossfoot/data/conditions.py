"""What `where` asks of a record: an entry of `quantities.yml` in, conditions out."""

from collections.abc import Iterable
from typing import Any

from crossfoot.data.definition import ENDS, Condition, Wanted
from crossfoot.data.entry import Entry
from crossfoot.findings import listed, nearest

TESTS = ("is", "max", "min", "not", "over", "under")


class Conditional(Entry):
    """An entry that may choose records."""

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
        for test in sorted(wanted.keys() - set(TESTS)):
            near = nearest(test, TESTS)
            self.fault(
                f"where of {self.key} has “{test}”; expected {listed(TESTS, 'or')}",
                self.document.key(self.key, "where", column, test),
                f"Write {near}" if near else "Write a value, or a list of them",
            )
        return Condition(
            column,
            place,
            minimum=_limit(wanted.get("min")),
            maximum=_limit(wanted.get("max")),
            above=_limit(wanted.get("over")),
            below=_limit(wanted.get("under")),
            end=self.end(wanted.get("is"), column),
            without=self.wanted(wanted["not"], column) if "not" in wanted else (),
        )

    def end(self, value: Any, column: str) -> str:
        """Return the period that a condition asks for by its order."""
        if value is None or value in ENDS:
            return str(value or "")
        self.fault(
            f"where of {self.key} has is: {value}; expected {listed(ENDS, 'or')}",
            self.document.place(self.key, "where", column, "is"),
            f"Write {column}: {value} for a value",
        )
        return ""

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
