"""Times in several parts: `1 h 15 min` in a text, one amount in seconds out."""

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from crossfoot.amounts import english, english_names, words
from crossfoot.amounts.model import ONE, SECONDS, Amount, written
from crossfoot.amounts.patterns import ARTICLE, END, FLAGS, GROUPING, POINT, any_of

WORD = (
    rf"(?:(?:{any_of(english.TENS)})(?:[-\s](?:{any_of(english.UNITS)}))?"
    rf"|(?:{any_of(english.UNITS)}))"
)
ANY = rf"(?:[0-9]{{1,3}}(?:[{GROUPING}][0-9]{{3}}){{1,3}}|[0-9]{{1,5}}|{WORD})"
SMALL = rf"(?:[0-5]?[0-9]|{WORD})"
GAP = r"[\s-]?"
LINK = rf"\.?(?:,?\s?(?:{english.AND}\s)?|-(?:{english.AND}-)?)"
IN_MINUTES = rf"(?P<minutes>{SMALL}){GAP}(?:{any_of(english.MINUTES_SAID)})"
IN_SECONDS = (
    rf"(?P<seconds>{SMALL}(?:{POINT}[0-9]{{1,3}})?){GAP}"
    rf"(?:{any_of(english.SECONDS_SAID)})"
)
AFTER_HOURS = rf"{LINK}{IN_MINUTES}(?:{LINK}{IN_SECONDS})?{END}"
BARE = r"\s(?P<bare>[0-5][0-9])(?=\s*(?:\Z|[;)]|\.(?:\s|\Z)))"
"""Minutes that are only a number, at the end of what is said: 2 hrs 30."""
FROM_HOURS = re.compile(
    rf"(?P<hours>{ANY}){GAP}(?:{any_of(english.HOURS_SAID)})(?:{AFTER_HOURS}|{BARE})",
    FLAGS,
)
FROM_MINUTES = re.compile(rf"{IN_MINUTES}{LINK}{IN_SECONDS}{END}", FLAGS)
HOUR, MINUTE = (any_of(english.AN_HOUR[place : place + 1]) for place in (0, 1))
AN_HOUR = re.compile(
    rf"(?P<hours>{HOUR}){AFTER_HOURS}"
    rf"|(?P<minute>{MINUTE}){LINK}{IN_SECONDS.replace('seconds>', 'rest>')}{END}",
    FLAGS,
)
APART = re.compile(rf"\s(?:{any_of(english.APART)})\b", FLAGS)
UNIT = re.compile(
    rf"{GAP}(?:(?P<h>{any_of(english.HOURS_SAID)})|(?P<min>{any_of(english.MINUTES_SAID)})"
    rf"|(?P<s>{any_of(english.SECONDS_SAID)})){END}",
    FLAGS,
)
"""The one unit of time after a number: 90 minutes."""
GLUED_MINUTES = re.compile(r"([0-9]{1,3})m")
"""Minutes that look like millions: 45m."""
SHORT = {
    name: unit
    for unit, names in zip(
        SECONDS,
        (english.HOURS_SAID, english.MINUTES_SAID, english.SECONDS_SAID),
        strict=True,
    )
    for name in (*names[:1], unit)
}
"""Names of units that a format may have, long and short, and the units."""
LONG = 5
"""Letters from which the name of several units is a whole word."""


def time(text: str, at: int) -> Amount | None:
    """Read the time of two or three parts that starts at `at`, or None."""
    found = FROM_HOURS.match(text, at) or FROM_MINUTES.match(text, at)
    if not found or APART.match(text, found.end()):
        return None
    said = found.groupdict()
    minutes = said["minutes"] or said.get("bare")
    parts = [_number(one) for one in (said.get("hours"), minutes, said["seconds"])]
    return _made(text, found.span(), parts, said["seconds"] or "")


def an_hour(text: str, at: int) -> Amount | None:
    """Read `an hour and 20 minutes`, whose article stands before `at`, or None."""
    article = ARTICLE.search(text[max(0, at - 4) : at])
    found = AN_HOUR.match(text, at) if article else None
    if not found or not article:
        return None
    last = found["rest"] or found["seconds"] or ""
    parts = [
        ONE if found["hours"] else None,
        ONE if found["minute"] else _number(found["minutes"]),
        _number(last),
    ]
    return _made(text, (at - len(article[0]), found.end()), parts, last)


def is_time(text: str) -> bool:
    """Say whether a text is a time of several parts and nothing else."""
    if FROM_HOURS.fullmatch(text) or FROM_MINUTES.fullmatch(text):
        return True
    article, _, rest = text.partition(" ")
    return article.lower() in english.ARTICLES and bool(AN_HOUR.fullmatch(rest))


def _number(said: str | None) -> Decimal | None:
    """Return what digits or number words say, or None for nothing."""
    if not said:
        return None
    if said[0].isdigit():
        bare = "".join(sign for sign in said if sign not in english.GROUPING)
        return Decimal(bare.replace(english.POINT, "."))
    reading = words.read(said.lower().replace("-", " ").split())
    return reading.value if reading else None


def _made(
    text: str, span: tuple[int, int], parts: list[Decimal | None], last: str
) -> Amount | None:
    """Return hours, minutes and seconds as one amount; None where too many are said."""
    if any(part is not None and part >= 60 for part in parts[1:]):
        return None
    sizes = [*zip(parts, SECONDS.values(), strict=True)]
    value = sum((part * size for part, size in sizes if part is not None), Decimal(0))
    step = SECONDS["s"].scaleb(-len(last.partition(english.POINT)[2]))
    step = step if last else SECONDS["min"]
    made = written(text, span, value, (step, step))
    return replace(made, unit="s", worded=False)


def timed(text: str, amount: Amount) -> Amount:
    """Return a count that a unit of time follows in seconds: the 90 of 90 minutes."""
    found = UNIT.match(text, amount.end) if amount.unit == "count" else None
    if not found or amount.value is None:
        return amount
    size = next(size for unit, size in SECONDS.items() if found[unit])
    return replace(
        amount,
        unit="s",
        value=amount.value * size,
        scale=amount.scale * size,
        step=amount.step * size,
        figure=amount.figure * size,
    )


def whole(text: str, amount: Amount) -> Amount | None:
    """Return a time with all of its parts, or a count with its unit of time, else None.

    The one is `1 h 15 min` and the other `90 minutes` or `45m`, each in seconds.
    """
    if amount.unit == "s":
        return amount
    found = UNIT.match(text, amount.end)
    glued = GLUED_MINUTES.fullmatch(amount.text)
    if glued and amount.unit == "count":
        size, end = SECONDS["min"], amount.end
        return replace(amount, unit="s", value=Decimal(glued[1]) * size, step=size)
    made = timed(text, amount)
    if not found or made.unit != "s":
        return None
    end = found.end()
    return replace(made, end=end, tail=end, text=text[made.start : end])


def unit_of(amount: Amount) -> str:
    """Return the unit of a time that has one alone, else ""."""
    names = re.findall(r"[^\W\d_]+", amount.text)
    units = {unit(name) for name in names} - {""}
    bare = FROM_HOURS.fullmatch(amount.text)
    return "" if bare or len(units) != 1 else units.pop()


def form(pattern: str) -> tuple[str, ...]:
    """Return the units that a format such as `h min` names, none for another format."""
    units = tuple(SHORT.get(name, "") for name in pattern.split())
    order = ["h", "min", "s"]
    runs = {tuple(order[low:high]) for low in (0, 1) for high in (2, 3)}
    return units if len(units) > 1 and units in runs else ()


def shown(
    seconds: Decimal, pattern: str, rounding: str = ROUND_HALF_UP, link: str = " "
) -> str:
    """Return a time as a format says: `1 h 15 min`, `7 minutes 37 seconds`.

    It is rounded to the last unit; units before the first that is not nought are left
    out.
    """
    names = dict(zip(form(pattern), pattern.split(), strict=True))
    last = SECONDS[[*names][-1]]
    rest = (seconds / last).to_integral_value(rounding) * last
    parts: list[str] = []
    for unit, name in names.items():
        count, rest = divmod(rest, SECONDS[unit])
        if count or parts or SECONDS[unit] == last:
            one = name.removesuffix(english_names.PLURAL) if count == 1 else name
            parts.append(f"{count:,f} {name if len(name) < LONG else one}")
    return link.join(parts)


def again(text: str, seconds: Decimal) -> str:
    """Return a time in the units of another, in long or short words as it has them."""
    said = [name for name in re.findall(r"[^\W\d_]+", text) if UNIT.fullmatch(name)]
    units = [one for name in said if (one := unit(name))]
    units += ["min"] if units == ["h"] else []
    long = any(len(name) >= LONG - 1 for name in said)
    names = {unit: name for name, unit in SHORT.items() if (len(name) >= LONG) == long}
    joined = f" {english.AND} "
    pattern = " ".join(names[one] for one in units)
    return shown(seconds, pattern, link=joined if joined in text else " ")


def unit(said: str) -> str:
    """Return the unit of time that a word names, or "" for another word."""
    found = UNIT.fullmatch(said)
    return next((one for one in SECONDS if found[one]), "") if found else ""
