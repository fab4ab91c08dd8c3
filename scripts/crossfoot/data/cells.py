"""One column's cells: a column in, what is wrong with a cell's text out."""

from collections.abc import Callable
from typing import NamedTuple

from crossfoot.data.schema import Column
from crossfoot.fields import Value, canonical, parse, wanted
from crossfoot.findings import listed, nearest, several

SHOWN = 6
"""Most values of an enumeration that a message names."""


class Problem(NamedTuple):
    """What is wrong with a cell, without its place."""

    code: str
    message: str
    help: str
    expected: str


Check = Callable[[str], Problem | None]
"""Takes a cell's text."""


def checker(column: Column, *, key: bool = False) -> Check:
    """Return the check of a column's cells; `key` says that none may be missing."""
    field = column.field
    blank = _blank(column) if column.required or key else None
    limits = [make(column) for make, needed in LIMITS if needed(column)]
    plain = field.type in {"any", "string"} and not limits and field.format == "default"

    def check(text: str) -> Problem | None:
        if text in field.missing:
            return blank
        if plain or text in field.suppressed:
            return None
        value = parse(field, text)
        if value is None:
            return _mistyped(column, text)
        return next((p for p in (limit(value, text) for limit in limits) if p), None)

    return check


def _blank(column: Column) -> Problem:
    return Problem(
        "DAT05",
        f"{column.field.name} is empty; expected a value in every row",
        "Fill the cell",
        wanted(column.field),
    )


def _mistyped(column: Column, text: str) -> Problem:
    expected = wanted(column.field)
    return Problem(
        "DAT04",
        f"{column.field.name} is “{text}”; expected {expected}",
        "Correct the cell, or declare another type in data/datapackage.json",
        expected,
    )


def _broken(column: Column, text: str, expected: str, advice: str) -> Problem:
    message = f"{column.field.name} is “{text}”; expected {expected}"
    return Problem("DAT08", message, advice, expected)


Limit = Callable[[Value, str], Problem | None]


def _minimum(column: Column) -> Limit:
    least = column.minimum
    expected = f"{canonical(least)} or more" if least is not None else ""

    def limit(value: Value, text: str) -> Problem | None:
        if value >= least:  # type: ignore[operator]  # both are of the column's type
            return None
        return _broken(column, text, expected, "Correct the cell")

    return limit


def _maximum(column: Column) -> Limit:
    most = column.maximum
    expected = f"{canonical(most)} or less" if most is not None else ""

    def limit(value: Value, text: str) -> Problem | None:
        if value <= most:  # type: ignore[operator]  # both are of the column's type
            return None
        return _broken(column, text, expected, "Correct the cell")

    return limit


def _enum(column: Column) -> Limit:
    allowed = column.enum or ()
    names = [f"“{canonical(one)}”" for one in allowed]
    more = len(names) - SHOWN
    shown = [*names[:SHOWN], f"{several(more, 'other')}"] if more > 0 else names

    def limit(value: Value, text: str) -> Problem | None:
        if value in allowed:
            return None
        near = nearest(text, [canonical(one) for one in allowed])
        advice = f"Write “{near}”" if near else "Write one of these"
        return _broken(column, text, listed(shown, "or"), advice)

    return limit


def _pattern(column: Column) -> Limit:
    pattern = column.pattern

    def limit(_: Value, text: str) -> Problem | None:
        if pattern is None or pattern.fullmatch(text):
            return None
        expected = f"the pattern {pattern.pattern}"
        return _broken(column, text, expected, "Correct the cell")

    return limit


def _length(column: Column) -> Limit:
    def limit(_: Value, text: str) -> Problem | None:
        least, most = column.shortest, column.longest
        if least is not None and len(text) < least:
            expected = f"{several(least, 'character')} or more"
        elif most is not None and len(text) > most:
            expected = f"{several(most, 'character')} or less"
        else:
            return None
        return _broken(column, text, expected, "Correct the cell")

    return limit


LIMITS: tuple[tuple[Callable[[Column], Limit], Callable[[Column], bool]], ...] = (
    (_minimum, lambda column: column.minimum is not None),
    (_maximum, lambda column: column.maximum is not None),
    (_enum, lambda column: column.enum is not None),
    (_pattern, lambda column: column.pattern is not None),
    (_length, lambda c: c.shortest is not None or c.longest is not None),
)
"""What makes the check of each constraint, and whether a column has it."""
