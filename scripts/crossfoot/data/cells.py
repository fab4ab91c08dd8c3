"""One column's cells: a column in, what is wrong with a cell's text out."""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from crossfoot.codes import Severity
from crossfoot.csvfile import Block
from crossfoot.data.damage import NUMERIC, SUSPECT, Damage, Oddities, damage
from crossfoot.data.quantity import WIDE
from crossfoot.data.schema import Column
from crossfoot.data.shape import shown
from crossfoot.fields import Field, Value, canonical, parse, wanted
from crossfoot.findings import listed, nearest, several

SHOWN = 6
"""Most values of an enumeration that a message names."""
KEPT = 20_000
"""Most texts of a column that are remembered as right."""
LEADING = re.compile(r"[+-]?0[0-9]{3}")
"""The start of a code of four digits or more, whose zeros a number would lose."""
SWEPT = {
    "integer": re.compile(r"(?:-?(?:0|[1-9][0-9]*+)\0)*+"),
    "number": re.compile(r"(?:-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?\0)*+"),
    "date": re.compile(
        r"(?:(?!0000)[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
        r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)\0)*+"
    ),
}
"""For a text of cells with NUL behind each: all are of a type, and none is odd."""
POSITIVE = {
    "integer": re.compile(r"(?:(?:0|[1-9][0-9]*+)\0)*+"),
    "number": re.compile(r"(?:(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?\0)*+"),
}
"""The same for numbers of which none is below 0."""


class Problem(NamedTuple):
    """What is wrong with a cell, without its place."""

    code: str
    message: str
    help: str
    expected: str
    severity: Severity | None = None


Check = Callable[[str], Problem | None]
"""Takes a cell's text."""
Limit = Callable[[Value, str], Problem | None]
"""Takes a cell's value and its text."""


class Cells:
    """One column's cells passing by, a block at a time."""

    def __init__(self, column: Column, *, key: bool = False) -> None:
        self.field = column.field
        self.name = column.field.name
        self.check = checker(column, key=key)
        idle = not (column.required or key)
        self.good = {*column.field.missing, *column.field.suppressed} if idle else set()
        """Texts that have been looked at and found right."""
        self.swept = _swept(column, key=key)
        """Fits a text of cells, each with NUL behind, when all of them are right."""
        texts = column.field.type in {"any", "string"}
        self.oddities = Oddities() if texts else None

    def look(self, texts: Sequence[str], block: Block) -> dict[str, Problem]:
        """Return what is wrong with a block's cells, by their text."""
        fresh = set(texts) - self.good
        if not fresh:
            if self.oddities:
                self.oddities.look(texts, "", block)
            return {}
        joined = "\0".join(fresh) + "\0"
        if self.oddities:
            self.oddities.look(texts, joined, block)
        wrong = {} if self.swept(joined) else self._wrong(fresh)
        if len(self.good) < KEPT:
            self.good |= fresh - wrong.keys() if wrong else fresh
        return wrong

    def _wrong(self, texts: Iterable[str]) -> dict[str, Problem]:
        found = ((text, self.check(text)) for text in texts)
        return {text: problem for text, problem in found if problem}


def _swept(column: Column, *, key: bool) -> Callable[[str], bool]:
    """Return a quick look at many cells at once, which is sure when it says yes."""
    field = column.field
    limits = [make for make, needed in LIMITS if needed(column)]
    at_least = isinstance(column.minimum, int | Decimal) and column.minimum <= 0
    positive = limits == [_minimum] and at_least
    if (limits and not positive) or field.format != "default":
        return lambda joined: False  # noqa: ARG005 - each cell has to be looked at
    if field.type in {"any", "string"} and not (column.required or key):
        return lambda joined: SUSPECT.search(joined) is None
    simple = not field.group and field.decimal == "." and field.bare
    pattern = (POSITIVE if positive else SWEPT).get(field.type) if simple else None
    blank = field.missing if column.required or key else ()
    if pattern is None or any(pattern.fullmatch(f"{text}\0") for text in blank):
        return lambda joined: False  # noqa: ARG005 - same
    return lambda joined: pattern.fullmatch(joined) is not None


def checker(column: Column, *, key: bool = False) -> Check:
    """Return the check of a column's cells; `key` says that none may be missing."""
    field = column.field
    blank = _blank(column) if column.required or key else None
    limits = [make(column) for make, needed in LIMITS if needed(column)]
    plain = field.type in {"any", "string"} and field.format == "default"
    numeric = field.type in NUMERIC
    # What a pattern or a list admits is meant to be as it is.
    meant = column.pattern is not None or column.enum is not None

    def check(text: str) -> Problem | None:
        if text in field.missing:
            return blank
        if text in field.suppressed:
            return None
        value = text if plain else parse(field, text)
        found = None if value is None else _first(limits, value, text)
        if value is None or (plain and (found or not meant)):
            harm = damage(text, numeric=numeric)
            if harm:
                return damaged(field, text, harm)
        if value is None:
            return _mistyped(column, text)
        if found:
            return found
        return _zeros(column, text) if numeric and LEADING.match(text) else None

    return check


def _first(limits: list[Limit], value: Value, text: str) -> Problem | None:
    for limit in limits:
        found = limit(value, text)
        if found:
            return found
    return None


def _blank(column: Column) -> Problem:
    return Problem(
        "DAT05",
        f"{column.field.name} is empty; expected a value in every row",
        "Fill the cell",
        wanted(column.field),
    )


def damaged(field: Field, text: str, harm: Damage) -> Problem:
    """Return the problem of a cell that a spreadsheet has damaged."""
    said = f"{field.name} is {harm.said.format(shown(text))}"
    return Problem(harm.code, said, harm.advice, wanted(field), harm.severity)


def _mistyped(column: Column, text: str) -> Problem:
    expected = wanted(column.field)
    trimmed = text.strip()
    spaced = trimmed != text and parse(column.field, trimmed) is not None
    return Problem(
        "DAT04",
        f"{column.field.name} is “{text if spaced else shown(text)}”;"
        f" expected {expected}{' without spaces around it' if spaced else ''}",
        "Correct the cell, or declare another type in data/datapackage.json",
        expected,
    )


def _zeros(column: Column, text: str) -> Problem:
    name, kind = column.field.name, column.field.type
    return Problem(
        "DAT04",
        f"{name} is “{text}”, of type {kind}; a number has no leading zeros",
        "Declare the type string if it is a code, or write the number without them",
        "a number without leading zeros",
        "warning",
    )


def _broken(column: Column, text: str, expected: str, advice: str) -> Problem:
    message = f"{column.field.name} is “{shown(text)}”; expected {expected}"
    return Problem("DAT08", message, advice, expected)


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


def _above(column: Column) -> Limit:
    least = column.above
    expected = f"more than {canonical(least)}" if least is not None else ""

    def limit(value: Value, text: str) -> Problem | None:
        if value > least:  # type: ignore[operator]  # both are of the column's type
            return None
        return _broken(column, text, expected, "Correct the cell")

    return limit


def _below(column: Column) -> Limit:
    most = column.below
    expected = f"less than {canonical(most)}" if most is not None else ""

    def limit(value: Value, text: str) -> Problem | None:
        if value < most:  # type: ignore[operator]  # both are of the column's type
            return None
        return _broken(column, text, expected, "Correct the cell")

    return limit


def _step(column: Column) -> Limit:
    step = column.field.step
    expected = f"a multiple of {canonical(step)}" if step is not None else ""

    def limit(value: Value, text: str) -> Problem | None:
        number = Decimal(value) if isinstance(value, int | Decimal) else None
        if number is None or step is None or not WIDE.remainder(number, step):
            return None
        advice = "Correct the cell, or declare the step to which the column is rounded"
        return _broken(column, text, expected, advice)

    return limit


def _enum(column: Column) -> Limit:
    allowed = column.enum or ()
    names = [f"“{canonical(one)}”" for one in allowed]
    more = len(names) - SHOWN
    told = [*names[:SHOWN], f"{several(more, 'other')}"] if more > 0 else names

    def limit(value: Value, text: str) -> Problem | None:
        if value in allowed:
            return None
        near = nearest(text, [canonical(one) for one in allowed])
        advice = f"Write “{near}”" if near else "Write one of these"
        return _broken(column, text, listed(told, "or"), advice)

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
    (_above, lambda column: column.above is not None),
    (_below, lambda column: column.below is not None),
    (_step, lambda column: column.field.step is not None),
    (_enum, lambda column: column.enum is not None),
    (_pattern, lambda column: column.pattern is not None),
    (_length, lambda c: c.shortest is not None or c.longest is not None),
)
"""What makes the check of each constraint, and whether a column has it."""
