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

COUNT, MONEY, PERCENT, RATIO, YEAR, NOTHING = "\ue000\ue001\ue002\ue003\ue004\ue005"
"""What stands in the place of a number: of a count, of money, of what is none."""
NUMBERS = COUNT + MONEY + PERCENT + RATIO + YEAR + NOTHING
KINDS = {
    "#": COUNT,
    "$": MONEY,
    "%": PERCENT,
    "/": RATIO,
    "@": YEAR,
    "*": COUNT + MONEY + PERCENT,
}
STOPS = f".;:()?!\ufffc{NUMBERS}"
HOLDER = re.compile(r"<(?P<name>[abcd])(?P<kind>[#$%/@*]?)>")
MARKS = {
    "~": f"[^{STOPS}]{{0,45}}?",
    "_": (
        rf"(?:\s[^{STOPS},\s]{{1,20}}){{0,4}}?"
        rf"(?:\s(?:{any_of(english_phrases.IN_YEAR)})\s[{YEAR}{NOTHING}])?"
    ),
    "!": r"(?=\s?[.;,)]|\s*\Z)",
}
MARK = re.compile("[~_!]")
FAR = Decimal(1)
"""How far, as a share, a number may be off what the two make and still be meant."""
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
    "apart": Relation(lambda a, b: abs(a - b), "the difference of {a} and {b}"),
    "rest": Relation(lambda a, b: a - b, "{a} less {b}"),
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
    if " of " in lower or lower.startswith("of "):
        yield from _opposed(text, said, places)
    if places and PERCENT in said:
        yield from _hundred(text, said, places)
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
        yield Claim(c, tuple(parts), real, holds, how, "same")


def _fits(relation: str, a: Amount, b: Amount, c: Amount) -> bool:
    """Say whether the units of three numbers are those of a relation."""
    if relation == "product":
        return a.unit == "count" and b.unit == c.unit
    if relation == "points":
        return a.unit == b.unit
    if relation == "part":
        return a.unit == b.unit and 0 < number(a) < number(b)
    if relation == "times":
        return a.unit == b.unit and c.unit in {"count", "ratio"} and number(b) > 0
    if relation == "more" and b.comparator != "further":
        return False
    if relation in {"quotient", *SCALED}:
        whole = a if relation == "quotient" else b
        return whole.unit == c.unit and number(b) > 0
    return a.unit == b.unit == c.unit


def _is_meant(relation: str, real: Decimal, said: Decimal) -> bool:
    """Say whether a number that does not hold is surely meant as what is made."""
    if said <= 0:
        return False
    if relation in {"parts", "more"}:
        return said < real or real >= said * (1 - NEAR)
    shift = max(real / said, said / real)
    return abs(said - real) <= FAR * real or shift in SHIFTS


def _half(one: Amount) -> Decimal:
    """Return how far a number may be off as printed: nothing for whole ones."""
    return Decimal(0) if one.scale == 1 and one.step == 1 else one.step / 2


def _ends(one: Amount) -> tuple[Decimal, Decimal]:
    return number(one) - _half(one), number(one) + _half(one)


OPPOSED = re.compile(
    rf"(?:\A|[.!?;]\s)(?:out\s)?of\s(?:\w+\s){{0,2}}(?P<whole>[{COUNT}])\s?[^{STOPS}]{{0,40}}?,"
    rf"\s(?P<one>[{COUNT}])(?P<first>[^{STOPS},]{{1,40}}?),?\s(?:and|but|while)\s(?P<other>[{COUNT}])"
    rf"(?P<second>[^{STOPS},]{{1,40}})(?=[.;]|\Z)",
    re.IGNORECASE,
)
"""`Of the 66 samples, 40 passed and 26 failed.`"""
VOTED = re.compile(
    rf"(?P<one>[{PERCENT}])(?!\sof\b)(?P<first>[^{STOPS},]{{1,40}}?),?\s(?:and|but|while)"
    rf"\s(?P<other>[{PERCENT}])(?!\sof\b)(?P<second>[^{STOPS},]{{1,40}})(?=[.;]|\Z)",
    re.IGNORECASE,
)
"""`64% voted yes and 36% no.`"""
FORMED = re.compile(
    rf"(?P<first>[\w-]+\s(?:\w+\s)?(?:{any_of(english_phrases.MADE_UP)})\s)(?P<one>[{PERCENT}])"
    rf"[^{STOPS},]{{0,30}}?,?\s(?:and|while)\s(?P<second>[^{STOPS},]{{2,30}}\s)"
    rf"(?P<other>[{PERCENT}])(?=\s?[.;]|\s*\Z)",
    re.IGNORECASE,
)
"""`Women made up 45% of staff and men 55%.`"""
WORD = re.compile(r"[\w-]+")
AGAIN = re.compile(rf"\b(?:{any_of(english_phrases.AGAIN)})\b")
MOST_OVER = Decimal(30)
"""Percentage points that two opposite shares may be above 100 and still be meant."""
MOST_SHORT = Decimal(10)


def _opposed(text: str, said: str, places: Mapping[int, Amount]) -> Iterator[Claim]:
    """Yield the claims of two opposite parts that make up a whole."""
    for found in OPPOSED.finditer(said):
        if is_opposite(found["first"], found["second"]):
            names = ("whole", "one", "other")
            yield from _halves(text, *(places[found.start(name)] for name in names))


def _hundred(text: str, said: str, places: Mapping[int, Amount]) -> Iterator[Claim]:
    """Yield the claims of two opposite shares that make up all of a whole."""
    for pattern in (VOTED, FORMED):
        for found in pattern.finditer(said):
            one, other = (places[found.start(name)] for name in ("one", "other"))
            plain = not {one.comparator, other.comparator} - PLAIN
            if not plain or not is_opposite(found["first"], found["second"]):
                continue
            real = HUNDRED - number(one)
            off = number(other) - real
            holds = abs(off) <= (one.step + other.step) / 2
            if holds or (real > 0 and -MOST_SHORT <= off <= MOST_OVER):
                how = f"100% less {text[one.start : one.end]}"
                yield Claim(other, (one,), real, holds, how, "rest")


def is_opposite(first: str, second: str) -> bool:
    """Say whether the words after two numbers say the opposite of each other."""
    left, right = (set(WORD.findall(one.lower())) for one in (first, second))
    if english_phrases.NEITHER.search(second) and not left & {"not", "none"}:
        return True
    pairs = english_phrases.OPPOSITES
    both = (*pairs, *(pair[::-1] for pair in pairs))
    return any(_are(one, other, left, right) for one, other in both)


def _are(one: str, other: str, left: set[str], right: set[str]) -> bool:
    """Say whether each of two words stands on its side, and on no other."""
    here, there = set(one.split()), set(other.split())
    apart = not there <= left and not here <= right
    return here <= left and there <= right and apart


def _halves(text: str, whole: Amount, one: Amount, other: Amount) -> Iterator[Claim]:
    total = number(whole)
    if {whole.comparator, one.comparator, other.comparator} - PLAIN:
        return
    real = total - number(one)
    off = number(one) + number(other) - total
    holds = off == 0
    # Some may be neither; too many of both cannot be.
    if holds or (real > 0 and (off > 0 or -off <= max(NEAR * total, Decimal(1)))):
        how = f"{text[whole.start : whole.end]} less {text[one.start : one.end]}"
        yield Claim(other, (whole, one), real, holds, how, "rest")
