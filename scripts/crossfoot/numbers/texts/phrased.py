"""Phrased: a sentence in; what its phrases say one number makes of two others, out.

`18 hours at £75 an hour, £1,350 in all`, `income was £52,000 and spending £46,000, a
surplus of £6,000`. The sentence is read with a sign in the place of each number, so
that a phrase is one pattern; `english_phrases` holds them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product

from crossfoot.amounts import english_phrases
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.mistyped import slipped
from crossfoot.numbers.texts.claims import (
    HUNDRED,
    PLAIN,
    UNPLAIN,
    Claim,
    changed,
    number,
    shared,
)
from crossfoot.numbers.texts.kinds import Kind
from crossfoot.numbers.texts.opposed import (
    COUNT,
    MONEY,
    NOTHING,
    NUMBERS,
    PERCENT,
    RATIO,
    STOPS,
    YEAR,
    hundred,
    opposed,
)

KINDS = {
    "#": COUNT,
    "$": MONEY,
    "%": PERCENT,
    "/": RATIO,
    "@": YEAR,
    "*": COUNT + MONEY + PERCENT,
}
HOLDER = re.compile(r"<(?P<name>[abcd])(?P<kind>[#$%/@*]?)>")
MARKS = {
    "~": f"[^{STOPS}]{{0,45}}?",
    "_": (
        rf"(?:\s[^{STOPS},\s]{{1,20}}){{0,4}}?"
        rf"(?:\s(?:{any_of(english_phrases.IN_YEAR)})\s[{YEAR}{NOTHING}])?"
    ),
    "!": r"(?=\s?[.;,)]|\s*\Z)",
    "…": f"[^.;:?!\ufffc{PERCENT}]{{0,120}}?",
}
MARK = re.compile(r"[~_…]|(?<!\?)!")
AGAIN = re.compile(rf"\b(?:{any_of(english_phrases.AGAIN)})\b")
BRACKETED = re.compile(rf"\s\([{PERCENT}]\)")
FAR = Decimal(1)
"""How far, as a share, a number may be off what the two make and still be meant."""
FARTHEST = Decimal(100)
"""How many times too small it may be."""
NEAR = Decimal("0.1")
SHIFTS = frozenset({Decimal(10), Decimal(100), Decimal(1000)})
ROUGH = Decimal("0.05")
"""How far, as a share, a number may be that is said to be about so much."""
FEWEST = 2
AROUND = 60
"""Characters before the first number, and after the last, that a phrase may take."""

NAMES = frozenset("abcd")
Numbers = Mapping[str, Amount]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two numbers make a third, and how a message says so."""

    make: Callable[..., Decimal]
    said: str
    inexact: bool = False
    """A quotient is rounded when it is printed."""


RELATIONS = {
    "product": Relation(lambda a, b: a * b, "{a} × {b}"),
    "quotient": Relation(lambda a, b: a / b if b else a, "{a} by {b}", inexact=True),
    "apiece": Relation(lambda a, b: a / b if b else a, "{a} by {b}", inexact=True),
    "apart": Relation(lambda a, b: abs(a - b), "the difference of {a} and {b}"),
    "rest": Relation(lambda a, b: a - b, "{a} less {b}"),
    "grown": Relation(
        lambda a, b: a / (b - a) * HUNDRED if b != a else a,
        "{a} up to {b}",
        inexact=True,
    ),
    "shrunk": Relation(
        lambda a, b: a / (b + a) * HUNDRED, "{a} down to {b}", inexact=True
    ),
    "portion": Relation(lambda a, b: a * b, "{a} of {b}", inexact=True),
    "age": Relation(lambda a, b: b - a, "{a} to {b}"),
    "added": Relation(lambda a, b: b + a * b, "{b} plus {a}", inexact=True),
    "taken": Relation(lambda a, b: b - a * b, "{b} less {a}", inexact=True),
    "points": Relation(lambda a, b: abs(b - a), "{a} to {b}"),
    "moved": Relation(lambda a, b, d: a + b - d, "{a} + {b} - {d}"),
    "twice": Relation(lambda a, _: 2 * a, "twice {a}"),
    "parts": Relation(lambda a, b: a + b, "{a} + {b}"),
    "three": Relation(lambda a, b, d: a + b + d, "{a} + {b} + {d}"),
    "span": Relation(lambda a, b: b - a, "{a} to {b}"),
    "more": Relation(lambda a, b: a + b, "{a} + {b}"),
    "less": Relation(lambda a, b, d: a - b - d, "{a} less {b} and {d}"),
    "left": Relation(lambda a, b: HUNDRED - a - b, "100% less {a} and {b}"),
    "per": Relation(
        lambda a, b, d: min(a, b) / max(a, b) * d,
        "{a} to {b}, for each {d},",
        inexact=True,
    ),
    "to one": Relation(
        lambda a, b, d: max(a, b) / min(a, b) * d if min(a, b) else a,
        "{a} to {b}, for {d},",
        inexact=True,
    ),
    "part": Relation(lambda a, b: a / b, "{a} of {b}", inexact=True),
    "times": Relation(lambda a, b: max(a, b) / min(a, b), "{a} by {b}", inexact=True),
}


ABOUT = {"age": (0, -1), "span": (0, 1, -1)}
"""By how much years may be off: a birthday to come, and both ends counted."""
MOVES = frozenset({"change", "added", "taken"})
"""Relations of two values, between which a rate by the year says something else."""
AGO = re.compile(r"\ba (?:year|month) (?:ago|before|earlier)\b", re.IGNORECASE)
SCALED = frozenset({"portion", "added", "taken"})
"""Relations with a share of something, which may be a percentage."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying a relation."""

    relation: str
    cues: tuple[str, ...]
    """Words of which a sentence with it has one."""
    pattern: re.Pattern[str]


@cache
def phrases(*, across: bool = False) -> tuple[Phrase, ...]:
    """Return the phrases of the language, of one sentence or across two."""
    data = english_phrases.ACROSS if across else english_phrases.PHRASES
    return tuple(
        Phrase(
            relation,
            tuple(cue.split("|")),
            re.compile(_written(pattern), re.IGNORECASE),
        )
        for relation, cue, pattern in data
    )


def _written(pattern: str) -> str:
    """Return a phrase as a regular expression over a text with signs for numbers."""
    pattern = MARK.sub(lambda found: MARKS[found[0]], pattern)
    return HOLDER.sub(
        lambda found: (
            f"(?P<{found['name']}>[{KINDS.get(found['kind'], COUNT + MONEY)}])"
        ),
        pattern,
    )


def phrased(
    text: str, amounts: Sequence[Amount], before: Sequence[Amount] = ()
) -> Iterator[Claim]:
    """Yield the claims of one sentence; offsets are those of `text`.

    `before` are the numbers of the sentence before it.
    """
    numbers = [*before, *amounts]
    if len(numbers) < FEWEST:
        return
    said, places = masked(text, amounts)
    lower = said.lower()
    yield from _found(text, phrases(), said, places)
    parted = " of " in lower or lower.startswith("of ")
    yield from opposed(text, said, places) if parted else ()
    # What a share in brackets says again stands between no two counts.
    short = _without(said, places) if BRACKETED.search(said) else (said, {})
    if len(short[1]) > FEWEST:
        yield from _found(text, phrases(), *short)
        yield from opposed(text, *short) if parted else ()
    if places and PERCENT in said:
        yield from hundred(text, said, places)
    if before and AGAIN.search(lower):
        yield from _found(text, phrases(across=True), *masked(text, numbers))


def _found(
    text: str, every: Sequence[Phrase], said: str, places: Mapping[int, Amount]
) -> Iterator[Claim]:
    """Yield what phrases say of the numbers of a text with signs."""
    lower = said.lower()
    for phrase in every:
        if not any(cue in lower for cue in phrase.cues):
            continue
        for found in phrase.pattern.finditer(said):
            names = set(found.groupdict()) & NAMES
            held = {name: places[found.start(name)] for name in sorted(names)}
            after = AGO.sub("", found[0] + said[found.end() :][:AROUND])
            if phrase.relation not in MOVES or not UNPLAIN.search(after):
                yield from _claims(text, phrase.relation, held)


def masked(text: str, numbers: Sequence[Amount]) -> tuple[str, dict[int, Amount]]:
    """Return numbers with the words round them, a sign for each, and where each is."""
    start, end = max(0, numbers[0].lead - AROUND), numbers[-1].tail + AROUND
    parts: list[str] = []
    places: dict[int, Amount] = {}
    at, length = start, 0
    for one in numbers:
        if one.lead < at:
            continue
        between = text[at : one.lead]
        parts += [between, _sign(one)]
        length += len(between) + 1
        places[length - 1] = one
        at = one.tail
    return "".join([*parts, text[at:end]]), places


def _without(said: str, places: Mapping[int, Amount]) -> tuple[str, dict[int, Amount]]:
    """Return a text with signs without the shares that stand in brackets."""
    kept: dict[int, Amount] = {}
    parts: list[str] = []
    last = length = 0
    for start, end in (*(one.span() for one in BRACKETED.finditer(said)), (-1, -1)):
        part = said[last:start] if end > 0 else said[last:]
        for at, sign in enumerate(part):
            if sign in NUMBERS:
                kept[length + at] = places[last + at]
        parts.append(part)
        last, length = end, length + len(part)
    return "".join(parts), kept


def _sign(one: Amount) -> str:
    if one.kind == "quantity" and one.value is not None:
        money = MONEY if one.unit.isupper() else NOTHING
        return {"count": COUNT, "%": PERCENT, "pp": PERCENT, "ratio": RATIO}.get(
            one.unit, money
        )
    return YEAR if one.rule in {"year", "date"} and one.value is not None else NOTHING


def _claims(text: str, relation: str, held: Numbers) -> Iterator[Claim]:
    """Yield the claim of a phrase with the numbers that stand in it."""
    a, c = held["a"], held["c"]
    b = held.get("b", a)
    if relation == "rough":
        # Without `about` the percentage is what is rounded.
        relation = "portion" if c.comparator == "about" else ""
    loose = relation == "portion" and a.comparator == "about"
    plain = all(one.comparator in PLAIN for name, one in held.items() if name in "bd")
    if not plain or not (a.comparator in PLAIN or loose) or not relation:
        return
    if c.comparator not in {*PLAIN, "about"}:
        return
    if relation == "share":
        yield from shared(text, a, b, c)
    elif relation == "change":
        yield from changed(text, a, b, c, FAR)
    else:
        yield from _made(text, relation, [a, b, *filter(None, [held.get("d")])], c)


def _made(
    text: str, relation: str, parts: Sequence[Amount], c: Amount
) -> Iterator[Claim]:
    """Yield the claim that numbers make another."""
    rule, (a, b) = RELATIONS[relation], parts[:2]
    if not _fits(relation, a, b, c):
        return
    scaled = relation in SCALED and a.unit == "%"
    by = [HUNDRED if scaled else Decimal(1), Decimal(1), Decimal(1)]
    reaches = [
        [end / size for end in _ends(one)] for one, size in zip(parts, by, strict=False)
    ]
    ends = [rule.make(*each) for each in product(*reaches)]
    values = [number(one) / size for one, size in zip(parts, by, strict=False)]
    real, said = rule.make(*values), abs(number(c))
    reach = max(_half(c), c.step / 2 if rule.inexact else Decimal(0))
    reach = max(reach, c.figure / 2 if c.figure > c.step else Decimal(0))
    if relation == "points" and a.unit == "%":  # whole shares are rounded as well
        reach = (a.step + b.step + c.step) / 2 - _half(a) - _half(b)
    about = "about" in {a.comparator, c.comparator}
    reach += ROUGH * real if about else Decimal(0)
    holds = min(ends) - reach <= said <= max(ends) + reach
    if relation in ABOUT:
        holds = said - real in ABOUT[relation]
    meant = holds or _is_meant(relation, real, said) or slipped(c, real)
    if real > 0 and meant:
        names = zip("abd", parts, strict=False)
        written = {name: text[one.start : one.end] for name, one in names}
        how = rule.said.format_map(written)
        real = -real if number(c) < 0 else real
        kind: Kind = "mean" if relation == "apiece" else "same"
        yield Claim(c, tuple(parts), real, holds, how, kind)


def _fits(relation: str, a: Amount, b: Amount, c: Amount) -> bool:
    """Say whether the units of three numbers are those of a relation."""
    if relation == "product":
        return a.unit == "count" and b.unit == c.unit
    if relation == "points":
        return a.unit == b.unit
    if relation in {"grown", "shrunk"}:
        return a.unit == b.unit and c.unit == "%" and 0 < number(a) < number(b)
    if relation == "part":
        return a.unit == b.unit and 0 < number(a) < number(b)
    if relation == "times":
        return a.unit == b.unit and c.unit in {"count", "ratio"} and number(b) > 0
    if relation == "more" and b.comparator != "further":
        return False
    if relation in {"quotient", "apiece", *SCALED}:
        whole = b if relation in SCALED else a
        return whole.unit == c.unit and number(b) > 0
    return a.unit == b.unit == c.unit


def _is_meant(relation: str, real: Decimal, said: Decimal) -> bool:
    """Say whether a number that does not hold is surely meant as what is made."""
    if said <= 0:
        return False
    if relation in {"parts", "more"}:
        return said < real or real >= said * (1 - NEAR)
    shift = max(real / said, said / real)
    return shift in SHIFTS or (abs(said - real) <= FAR * real and shift <= FARTHEST)


def _half(one: Amount) -> Decimal:
    """Return how far a number may be off as printed: nothing for whole ones."""
    return Decimal(0) if one.scale == 1 and one.step == 1 else one.step / 2


def _ends(one: Amount) -> tuple[Decimal, Decimal]:
    return number(one) - _half(one), number(one) + _half(one)
