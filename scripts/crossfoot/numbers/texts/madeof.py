"""Made of: a paragraph in; relations that one slip of the keys mends, out.

There is no end of ways to say what one number makes of others: `some 3,415 hours`,
`leaving 3,810 paid late`, `brings it to £421.9m`. A word beside a number says of what
kind it is, and the numbers of its sentence and of those before it are tried. Where none
makes it as it stands, and one slip in it, or in what it is made of, lets one do so that
chance would not, it is told. What is weighed is chance, in bits.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations, permutations

from crossfoot.amounts import english_cues
from crossfoot.amounts.model import ONE, Amount, is_integral
from crossfoot.numbers.mistyped import NO_DIGITS, bits_in, bits_of, chance_of_print
from crossfoot.numbers.splits import sentences
from crossfoot.numbers.texts.claims import HUNDRED, Claim, half, number
from crossfoot.numbers.texts.kinds import Kind
from crossfoot.numbers.texts.makers import is_said_again, is_side, makers

AROUND = 48
"""Characters beside a number in which its cue stands."""
MOST = 9
"""Numbers that are tried together."""
RUN = 3
"""Parts from which only those that follow each other are added."""
OWN, SURE = 1, 2
"""Bits that have to be left of a slip's when all that was tried is taken off, in the
number itself or in one that it is made of."""
KINDS: tuple[Kind, ...] = ("change", "each", "mean", "rest", "share", "sum")
ROUGHLY = frozenset({"mean", "each", "share"})
"""Kinds that are rounded in print; they need one bit more, and so do points."""
LONGEST = 20
"""Digits of a print beyond which nobody has typed it."""


@dataclass(frozen=True, slots=True)
class Made:
    """What some numbers make, and what each would be if the stated one were right."""

    kind: Kind
    parts: tuple[Amount, ...]
    real: Decimal
    reach: Decimal
    """How far it may be off, as its parts are rounded."""
    how: str
    meant: tuple[Decimal, ...] = ()
    """For each part the value that makes the stated number; of exact relations."""


def made_of(text: str) -> Iterator[Claim]:
    """Yield the claims of a paragraph that one slip would make true."""
    if not _any_cue().search(text):
        return
    numbers = makers(text)
    starts = [one.start for one in numbers]
    for start, end in sentences(text):
        last = bisect_left(starts, end)
        near = numbers[max(0, last - MOST) : last]
        inside = [one for one in near if one.start >= start]
        for stated in inside if len(near) > 1 else ():
            others = [one for one in near if one is not stated]
            own = [one for one in others if one.start >= start]
            # Of the few numbers of its own sentence chance makes less.
            claim = _claim(text, stated, own, others)
            claim = claim or _claim(text, stated, others, others)
            sides = (is_side(text, one) for one in (claim.parts if claim else ()))
            if claim and _is_near(claim, start) and not any(sides):
                yield claim


def _is_near(claim: Claim, start: int) -> bool:
    """Say whether a mean or product has a part in the sentence that states it."""
    return claim.kind not in ROUGHLY or any(one.start >= start for one in claim.parts)


def _claim(
    text: str, stated: Amount, near: Sequence[Amount], every: Sequence[Amount]
) -> Claim | None:
    """Return what one slip makes of some numbers, if `every` one makes nothing else."""
    kinds = _kinds(text, stated)
    part = _beside(text, stated, near) if stated.unit == "%" else None
    kinds |= {"share"} if part else set()
    kinds |= {"rest"} if _whole(text, stated, near) else set()
    tried = [one for kind in sorted(kinds) for one in _made(text, stated, near, kind)]
    taken = bits_in(sum(1 + len(one.meant) for one in tried))
    found = {one.real: one for one in tried if _is_seldom(text, stated, one, taken)}
    if len(found) != 1 or any(number(each) in found for each in every):
        return None
    if is_said_again(stated, every):
        return None
    others = (one for kind in KINDS for one in _made(text, stated, every, kind))
    if any(_holds(stated, one) for one in others) or _of_other(stated, part, every):
        return None
    one = next(iter(found.values()))
    # Where a part is the one that slipped, what stands is right.
    sure = _own(stated, one) > 0
    return Claim(stated, one.parts, one.real, False, one.how, one.kind, sure)


def _is_seldom(text: str, stated: Amount, made: Made, taken: int) -> bool:
    """Say whether a slip has bits left when what was tried is taken off.

    One in the number itself needs fewer: its words say what it is made of.
    """
    more = (made.kind in ROUGHLY) + (stated.unit == "pp")
    own = _own(stated, made) - taken >= OWN + more
    return own or _slip(text, stated, made) - taken >= SURE + more


def _kinds(text: str, stated: Amount) -> set[Kind]:
    """Return of what kinds a number may be, by the words beside it."""
    before = text[max(0, stated.lead - AROUND) : stated.lead]
    after = text[stated.tail : stated.tail + AROUND]
    return {
        kind
        for kind, (ends, starts) in _cues().items()
        if any(one.search(before) for one in ends)
        or any(one.match(after) for one in starts)
    }


@cache
def _cues() -> dict[Kind, tuple[list[re.Pattern[str]], list[re.Pattern[str]]]]:
    words = english_cues
    every: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
        "change": (words.APART_BEFORE, words.APART_AFTER),
        "sum": (words.SUM_BEFORE, words.SUM_AFTER),
        "mean": (words.EACH_BEFORE, words.EACH_AFTER),
        "each": (words.MADE_BEFORE, words.MADE_AFTER),
    }
    return {
        kind: ([*map(re.compile, ends)], [*map(re.compile, starts)])
        for kind, (ends, starts) in every.items()
    }


def _made(
    text: str, stated: Amount, near: Sequence[Amount], kind: Kind
) -> Iterator[Made]:
    """Yield all of a kind that the numbers near one make of its unit."""
    unit = "%" if stated.unit == "pp" else stated.unit
    same = [one for one in near if one.unit == unit]
    if kind == "change":
        yield from _apart(text, stated, same)
        yield from _grown(text, near) if stated.unit == "%" else ()
    elif kind == "sum" and stated.unit != "pp":
        yield from _pairs(text, stated, same)
        yield from _runs(text, same)
    elif kind == "rest":
        yield from _rest(text, stated, same)
    elif kind == "share":
        part = _beside(text, stated, near) if stated.unit == "%" else None
        yield from _shares(text, part, near) if part else ()
    elif kind in {"mean", "each"} and stated.unit != "%":
        yield from _quotients(text, stated, near, kind)


def _apart(text: str, stated: Amount, same: Sequence[Amount]) -> Iterator[Made]:
    """Yield what lies between two numbers."""
    said = number(stated)
    for one, two in combinations(same, 2):
        a, b = number(one), number(two)
        how = f"{_text(text, one)} to {_text(text, two)}"
        meant = (b + said, a - said) if a > b else (b - said, a + said)
        yield Made("change", (one, two), abs(a - b), half(one) + half(two), how, meant)


def _grown(text: str, near: Sequence[Amount]) -> Iterator[Made]:
    """Yield by how many per cent one number differs from another."""
    for old, new in permutations(near, 2):
        a, b = number(old), number(new)
        if old.unit == new.unit and old.unit not in {"%", "pp"} and a > 0 < b:
            how = f"{_text(text, old)} to {_text(text, new)}"
            reach = (half(old) + half(new)) / a * HUNDRED * max(ONE, b / a)
            yield Made("change", (old, new), abs(b - a) / a * HUNDRED, reach, how)


def _pairs(text: str, stated: Amount, same: Sequence[Amount]) -> Iterator[Made]:
    """Yield the sums of two numbers."""
    said = number(stated)
    for one, two in combinations(same, 2):
        a, b = number(one), number(two)
        how = f"{_text(text, one)} + {_text(text, two)}"
        meant = (said - b, said - a)
        yield Made("sum", (one, two), a + b, half(one) + half(two), how, meant)


def _whole(text: str, stated: Amount, near: Sequence[Amount]) -> Amount | None:
    """Return the first number of a unit, where it is said as a whole: `Of the 224, …`.

    The stated one has to be the last of that unit, with another part before it.
    """
    same = [one for one in near if one.unit == stated.unit]
    if stated.unit in {"%", "pp"} or len(same) < 2 or same[-1].start > stated.start:
        return None
    back = max(0, same[0].lead - AROUND)
    return same[0] if _of_whole().search(text[back : same[0].lead]) else None


@cache
def _of_whole() -> re.Pattern[str]:
    return re.compile(english_cues.OF_WHOLE)


def _rest(text: str, stated: Amount, same: Sequence[Amount]) -> Iterator[Made]:
    """Yield what the other parts that a sentence names leave of its whole."""
    whole = _whole(text, stated, same)
    if whole is None:
        return
    parts = tuple(one for one in same if one is not whole)
    real = number(whole) - sum(map(number, parts), Decimal(0))
    if real <= 0:
        return
    off = real - number(stated)
    how = " and ".join(_text(text, one) for one in parts)
    reach = sum(map(half, same), Decimal(0))
    meant = (number(whole) - off, *(number(one) + off for one in parts))
    yield Made(
        "rest", (whole, *parts), real, reach, f"{_text(text, whole)} less {how}", meant
    )


def _runs(text: str, same: Sequence[Amount]) -> Iterator[Made]:
    """Yield the sums of three numbers or more that follow each other."""
    for count in range(RUN, len(same) + 1):
        for at in range(len(same) - count + 1):
            run = tuple(same[at : at + count])
            how = " + ".join(_text(text, one) for one in run)
            reach = sum(map(half, run), Decimal(0))
            yield Made("sum", run, sum(map(number, run), Decimal(0)), reach, how)


def _quotients(
    text: str, stated: Amount, near: Sequence[Amount], kind: Kind
) -> Iterator[Made]:
    """Yield what a number is for each of a count, or what so many of it make."""
    for one, two in permutations(near, 2):
        a, b = number(one), number(two)
        if (
            two.unit != "count"
            or one.unit != stated.unit
            or b <= 1
            or not is_integral(b)
        ):
            continue
        again = one.unit == "count" and is_integral(a) and one.start > two.start
        if kind == "mean" and a > b:
            how = f"{_text(text, one)} by {_text(text, two)}"
            yield Made("mean", (one, two), a / b, half(one) / b, how)
        elif kind == "each" and not again:
            how = f"{_text(text, two)} × {_text(text, one)}"
            reach = half(one) * b + half(two) * a
            yield Made("each", (one, two), a * b, reach, how)


def _beside(text: str, stated: Amount, near: Sequence[Amount]) -> Amount | None:
    """Return the number that a percentage right after it says again: `36 or 5.9%`."""
    last = [one for one in near if one.tail <= stated.lead][-1:]
    part = last[0] if last and last[0].unit != "%" else None
    beside = part and _between().fullmatch(text, part.tail, stated.lead)
    return part if beside else None


@cache
def _any_cue() -> re.Pattern[str]:
    """Return what a text has somewhere that says what a number is made of."""
    return re.compile(english_cues.ANY)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(english_cues.BESIDE)


def _shares(text: str, part: Amount, near: Sequence[Amount]) -> Iterator[Made]:
    """Yield the shares that a number is of larger ones of its unit."""
    a = number(part)
    for whole in near:
        b = number(whole)
        if whole is not part and whole.unit == part.unit and b > a > 0:
            how = f"{_text(text, part)} of {_text(text, whole)}"
            reach = (half(part) + half(whole)) / b * HUNDRED
            yield Made("share", (part, whole), a / b * HUNDRED, reach, how)


def _of_other(share: Amount, part: Amount | None, every: Sequence[Amount]) -> bool:
    """Say whether a share is one of what a number and its part make, or leave.

    `484,729 in households, the other 7,520, or 1.5% of all` and, of the number before,
    `fell by 1,882 (2.1%) to 86,530`.
    """
    a = number(part) if part else Decimal(0)
    same = [one for one in every if part and one.unit == part.unit and one is not part]
    wholes = [whole for one in same for whole in (number(one) + a, number(one) - a)]
    return any(
        abs(a / whole * HUNDRED - number(share)) <= share.step / 2
        for whole in wholes
        if whole > a > 0
    )


def _text(text: str, one: Amount) -> str:
    return text[one.start : one.end]


def _holds(stated: Amount, made: Made) -> bool:
    """Say whether numbers make the one that stands, rounded as they are."""
    return abs(made.real - abs(number(stated))) <= made.reach + stated.step / 2


def _slip(text: str, stated: Amount, made: Made) -> int:
    """Return the bits of the one slip that mends a relation, or 0."""
    own = _own(stated, made)
    if made.kind == "share":
        return max(own, _turned(stated, *made.parts))
    exact = stated.step <= min(one.step for one in made.parts)
    if not exact:
        return own
    pairs = zip(made.parts, made.meant, strict=False)
    others = [_chance(*pair) for pair in pairs if not pair[0].worded]
    # A slip in a long number is no more seldom than what tells of it.
    return max(own, min(max(others, default=0), _most(text, stated, made)))


def _most(text: str, stated: Amount, made: Made) -> int:
    """Return the bits that a number can tell of the slip in another.

    In words it tells of one in its own sentence: `nine fewer than the 172 planned`.
    """
    if stated.worded:
        every = (stated, *made.parts)
        start, end = min(one.start for one in every), max(one.end for one in every)
        return 0 if len([*sentences(text[start:end])]) > 1 else LONGEST
    figures = len(NO_DIGITS.sub("", stated.text[slice(*stated.figures)]).strip("0"))
    return bits_of(figures, turned=True) if figures else 0


def _own(stated: Amount, made: Made) -> int:
    """Return the bits of a slip in the stated number alone, or 0."""
    # One wrong figure of a percentage is that of another whole as often.
    if stated.unit == "%" and not _is_turned(stated, made.real):
        return 0
    return _chance(stated, made.real)


def _chance(one: Amount, meant: Decimal) -> int:
    """Return how seldom by chance one slip makes a number of a value, in bits."""
    return chance_of_print(one, _print(one, meant))


def _print(one: Amount, meant: Decimal) -> str:
    """Return a value in digits, with the scale and places of a number, or ""."""
    part = meant / one.scale
    if one.worded or part <= 0 or part.adjusted() + one.places > LONGEST:
        return ""
    return f"{part.quantize(ONE.scaleb(-one.places), ROUND_HALF_UP):f}"


def _is_turned(one: Amount, meant: Decimal) -> bool:
    return sorted(one.text[slice(*one.figures)]) == sorted(_print(one, meant))


def _turned(share: Amount, part: Amount, whole: Amount) -> int:
    """Return the bits of two figures exchanged in a part, whose share is printed."""
    if part.worded or half(part):
        return 0
    said = NO_DIGITS.sub("", part.text[slice(*part.figures)])
    for at in range(len(said) - 1):
        other = f"{said[:at]}{said[at + 1]}{said[at]}{said[at + 2 :]}"
        real = Decimal(other) / number(whole) * HUNDRED
        if other != said and abs(real - number(share)) <= share.step / 2:
            return bits_in(int(HUNDRED / share.step) // (len(said) - 1))
    return 0
