"""Columns of a table: a Table Schema field in, a cell's text to its typed value out.

https://specs.frictionlessdata.io/table-schema/. Numbers become int or Decimal, dates
and times those of `datetime`, everything else text. `NaN` and `INF` are no numbers
here: nothing can be counted with them.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from crossfoot.near import is_near

Value = str | int | Decimal | bool | date | datetime | time


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name, its type and how its cells are written."""

    name: str
    type: str = "string"
    format: str = "default"
    unit: str | None = None
    """`GBP`, `count`, `%` …; None when none is named."""
    title: str | None = None
    decimal: str = "."
    """The character before decimals."""
    group: str = ""
    """The character between groups of digits; empty: none."""
    bare: bool = True
    """Whether a number stands without a sign of currency or per cent."""
    true: tuple[str, ...] = ("true", "True", "TRUE", "1")
    false: tuple[str, ...] = ("false", "False", "FALSE", "0")
    missing: tuple[str, ...] = ("",)
    """Texts that stand for no value."""
    suppressed: tuple[str, ...] = ()
    """Texts that stand for a value that is not published."""
    step: Decimal | None = None
    """The step to which the numbers are rounded, such as 1000."""


def is_missing(field: Field, text: str) -> bool:
    """Say whether a cell holds no value."""
    return text in field.missing


def is_suppressed(field: Field, text: str) -> bool:
    """Say whether a cell's value is held back."""
    return text in field.suppressed


def parse(field: Field, text: str) -> Value | None:
    """Return the value of a cell, or None when the text is not of the field's type.

    A missing or suppressed cell has to be looked for first.
    """
    try:
        return PARSERS[field.type](field, text)
    except (ValueError, InvalidOperation, TypeError):
        return None


def canonical(value: Value) -> str:
    """Return a value as plain text: `1200`, `12.50`, `true`, `2021-02-01`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


DIGITS = re.compile(r"[+-]?[0-9]+")
NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
BRACKETED = re.compile(r"[^0-9()]*\([^0-9()]*[0-9.]+[^0-9()]*\)[^0-9()]*")
AFFIX = re.compile(r"^[^0-9.+\-]+|[^0-9.]+$")


def _plain(field: Field, text: str) -> str:
    """Return a number's text with a full stop for decimals and nothing else."""
    if field.group:
        text = text.replace(field.group, "")
    if field.decimal != ".":
        text = text.replace(".", "?").replace(field.decimal, ".")
    if field.bare:
        return text
    # An accountant's brackets are a minus: £(1,200) and (4.2)%.
    minus = text.lstrip().startswith(("-", "−")) or BRACKETED.fullmatch(text)
    sign = "-" if minus else ""
    return sign + AFFIX.sub("", AFFIX.sub("", text.strip().lstrip("-−")))


def _integer(field: Field, text: str) -> int:
    if text.isascii() and text.isdecimal() and not field.group:
        return int(text)
    plain = _plain(field, text)
    if not DIGITS.fullmatch(plain):
        raise ValueError(text)
    return int(plain)


def _number(field: Field, text: str) -> Decimal:
    plain = _plain(field, text)
    if not NUMBER.fullmatch(plain):
        raise ValueError(text)
    return Decimal(plain)


def _boolean(field: Field, text: str) -> bool:
    if text in field.true:
        return True
    if text in field.false:
        return False
    raise ValueError(text)


ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ISO_TIME = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}")
ISO_STAMP = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)


def _by_format(field: Field, text: str, iso: re.Pattern[str]) -> datetime | None:
    """Return the value of a text in the field's own format, or None for ISO 8601.

    Raises ValueError when the text is not of that format.
    """
    if field.format in {"default", "any"}:
        if field.format == "default" and not iso.fullmatch(text):
            raise ValueError(text)
        return None
    return datetime.strptime(text, field.format)  # noqa: DTZ007  no zone is written


def _date(field: Field, text: str) -> date:
    found = _by_format(field, text, ISO_DATE)
    return found.date() if found else date.fromisoformat(text)


def _datetime(field: Field, text: str) -> datetime:
    return _by_format(field, text, ISO_STAMP) or datetime.fromisoformat(text)


def _time(field: Field, text: str) -> time:
    found = _by_format(field, text, ISO_TIME)
    return found.time() if found else time.fromisoformat(text)


def _year(_: Field, text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{4}", text):
        raise ValueError(text)
    return int(text)


def _matching(pattern: str) -> Callable[[Field, str], str]:
    compiled = re.compile(pattern)

    def parse_text(_: Field, text: str) -> str:
        if not compiled.fullmatch(text):
            raise ValueError(text)
        return text

    return parse_text


FORMATS = {
    "binary": re.compile(
        r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=))?"
    ),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+"),
    "uuid": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
}
"""Formats of strings that a text can be held against."""


def _string(field: Field, text: str) -> str:
    pattern = FORMATS.get(field.format)
    if pattern and not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def _json(kind: type) -> Callable[[Field, str], str]:
    def parse_text(_: Field, text: str) -> str:
        try:
            value = json.loads(text)
        except RecursionError:
            raise ValueError(text) from None
        if not isinstance(value, kind):
            raise ValueError(text)  # noqa: TRY004 - of the text, not of our types
        return text

    return parse_text


def _geopoint(field: Field, text: str) -> str:
    """Return a point: `lon, lat`, `[lon, lat]` or an object with both."""
    pair: Any = text.split(",") if field.format == "default" else json.loads(text)
    if field.format == "object" and isinstance(pair, dict):
        pair = [pair.get("lon"), pair.get("lat")]
    lon, lat = (Decimal(str(one).strip()) for one in pair)
    if not (abs(lon) <= 180 and abs(lat) <= 90):
        raise ValueError(text)
    return text


PARSERS: dict[str, Callable[[Field, str], Value]] = {
    "any": lambda _, text: text,
    "array": _json(list),
    "boolean": _boolean,
    "date": _date,
    "datetime": _datetime,
    "duration": _matching(
        r"-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?"
        r"(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
    ),
    "geojson": _json(dict),
    "geopoint": _geopoint,
    "integer": _integer,
    "list": lambda _, text: text,
    "number": _number,
    "object": _json(dict),
    "string": _string,
    "time": _time,
    "year": _year,
    "yearmonth": _matching(r"-?[0-9]{4}-(0[1-9]|1[0-2])"),
}
"""Every type there is, with what turns a cell's text into its value."""

NAMES = {
    "array": "a JSON array such as [1, 2]",
    "boolean": "true or false",
    "date": "a date such as 2021-02-01",
    "datetime": "a date and time such as 2021-02-01T09:30:00Z",
    "duration": "a duration such as P1Y6M",
    "geojson": "a GeoJSON object",
    "geopoint": "a longitude and latitude such as -1.9, 52.48",
    "integer": "a whole number such as 1200",
    "list": "a list such as a,b",
    "number": "a number such as 12.5",
    "object": 'a JSON object such as {"a": 1}',
    "string": "a text",
    "time": "a time such as 09:30:00",
    "year": "a year such as 2021",
    "yearmonth": "a year and month such as 2021-02",
}
"""What a cell of each type looks like, in words."""


def wanted(field: Field) -> str:
    """Return what a cell of this field looks like, in words."""
    if field.format not in {"default", "any"}:
        return f"{field.type} in the format {field.format}"
    if field.type == "boolean" and field.true + field.false != BOTH:
        texts = [f"“{one}”" for one in field.true + field.false]
        return f"{', '.join(texts[:-1])} or {texts[-1]}" if texts else "true or false"
    return NAMES.get(field.type, field.type)


BOTH = Field("").true + Field("").false
"""What stands for true and false when nothing else is declared."""

INFERRED = (
    ("integer", re.compile(r"-?(?:0|[1-9][0-9]*)")),
    ("number", re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")),
    ("date", ISO_DATE),
)
"""Types that a column without a schema may have, the narrowest first.

A number with leading zeros is a code, and stays a text.
"""


def narrowed(candidates: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return the types, of those still possible, that a cell's text fits."""
    return tuple(
        name
        for name, pattern in INFERRED
        if name in candidates
        and pattern.fullmatch(text)
        and parse(Field("", name), text) is not None
    )


def folded(name: str) -> str:
    """Return a column's name with single spaces."""
    return " ".join(name.split())


def named(
    said: str, names: Collection[str], form: Callable[[str], str] = folded
) -> list[str]:
    """Return the columns that an attribute such as `total="a b"` names, as written.

    A name may have spaces: of words that follow each other, as many are one name as
    some column has, names being compared in a form, or is near to. A word of no column
    stands alone.
    """
    known = {form(name) for name in names} - {""}
    longest = max((len(name.split()) for name in names), default=1)
    words, out = said.split(), []
    while words:
        sizes = range(min(longest, len(words)), 1, -1)
        starts = [" ".join(words[:size]) for size in sizes]
        exact = (one for one in starts if form(one) in known)
        name = next(exact, None) or next(
            (
                one
                for one in starts
                if form(words[0]) not in known and _near(one, names)
            ),
            words[0],
        )
        out.append(name)
        words = words[len(name.split()) :]
    return out


def _near(said: str, names: Iterable[str]) -> bool:
    """Say whether words are near a column's name that has as many, figures aside."""
    size, plain = len(said.split()), re.sub("[0-9]+", "0", said)
    return any(
        len(one.split()) == size and is_near(plain, re.sub("[0-9]+", "0", one))
        for one in names
    )


def as_dict(field: Field) -> dict[str, Any]:
    """Return a field as JSON; keys that say nothing beyond the default are left out."""
    out: dict[str, Any] = {
        "name": field.name,
        "type": field.type,
        "unit": field.unit,
        "title": field.title,
    }
    default = Field(field.name)
    for name in EXTRA:
        value = getattr(field, name)
        if value != getattr(default, name):
            out[name] = list(value) if isinstance(value, tuple) else value
    if field.step is not None:
        out["step"] = canonical(field.step)
    return out


EXTRA = (
    "bare",
    "decimal",
    "false",
    "format",
    "group",
    "missing",
    "suppressed",
    "true",
)


def from_dict(entry: dict[str, Any]) -> Field:
    """Return the field of its JSON; the inverse of `as_dict`."""
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in entry.items()
    }
    if "step" in known:
        known["step"] = Decimal(known["step"])
    return Field(**known)
