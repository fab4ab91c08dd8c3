"""Claims: a sentence in; what it says of its own numbers, and whether that holds, out.

Sums ("£108m: £89m and £19m"), shares ("7 of 191 (3.7 %)"), fractions beside percentages
("nearly two thirds (63%)") and changes ("from 40 to 50, an increase of 25%"). What may
mean something else is no claim.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from crossfoot.amounts import english_sums
from crossfoot.amounts.english import PERCENT
from crossfoot.amounts.model import Amount, is_integral
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.mistyped import slipped
from crossfoot.numbers.slips import is_slip
from crossfoot.numbers.texts.kinds import Kind

NEAR = Decimal("0.1")
"""How far, as a share, a stated sum may be from the real one and still be meant."""
MEANT = Decimal("0.2")
"""The same of a stated sum of parts that all stand beside it."""
FAR = Decimal("0.5")
"""How far, as a share, a number may be off that the two right beside it make."""
WIDE = Decimal(3)
"""The same of a change that is called so right after its two numbers."""
BROAD = Decimal("0.06")
"""How far a fraction in words may be from a percentage beside it."""
MOST_OFF = 30
"""Percentage points beyond which `the other 10%` is the rest of something else."""
MOST_PARTS = 20
MOST_APART = 90
"""Characters between two numbers of one claim."""
HUNDRED = Decimal(100)
PLAIN = frozenset({"", "further"})
HOLE = "\ufffc"
FLAGS = re.IGNORECASE

INSIDE = re.compile(r"\([^()]{0,60}\)")
LINK = re.compile(rf"(?<!\w)(?:{any_of(english_sums.LINKS)})(?!\w)|\+", FLAGS)
JOIN = re.compile(rf"[^.;:()?!]{{0,{MOST_APART}}}\Z")
SPLIT = re.compile(
    rf"[^.;:()?!/=×*]{{0,40}}(?P<cue>:(?=\s)|\(|\s[–—]\s|,?\s(?:{any_of(english_sums.MADE_OF)}))[^.;:()?!]{{0,25}}\Z",
    FLAGS,
)
PARTLY = re.compile(
    rf"[^.;:()?!]{{0,40}},?\s(?:{any_of(english_sums.OF_WHICH)})[^.;:()?!]{{0,25}}\Z",
    FLAGS,
)
TOTALLING = re.compile(
    rf"[^.;:()?!]{{0,40}}[\s,–—](?:{any_of(english_sums.TOTALLING)})\s?\Z", FLAGS
)
AFTER = re.compile(r"[^.;:()?!]{0,40}(?:,|–|—|\bor|\bis|\bare)\s?\Z", FLAGS)
IN_TOTAL = re.compile(rf"\s(?:\w+\s)?(?:{any_of(english_sums.IN_TOTAL)})\b", FLAGS)
WHOLE = rf"(?:(?:{any_of(english_sums.WHOLES)})\s)*"
OF = re.compile(rf"\s(?:\w+\s){{0,3}}(?:out\s)?of\s{WHOLE}\Z", FLAGS)
OPENS = re.compile(r"[^.;:()?!]{0,40}\(\s?\Z")
SHUTS_OF = re.compile(rf"\)\s(?:\w+\s){{0,3}}(?:out\s)?of\s{WHOLE}\Z", FLAGS)
ENDS = re.compile(r"\s?[);,]")
SHUT = {
    "(": re.compile(r"[^.;:()?!,0-9]{0,40}\)"),
    ":": re.compile(r"[^.;:()?!,0-9]{0,40}(?:[.;]|\s*\Z)"),
}
"""What ends an enumeration that only commas part, by what opened it."""
FROM = re.compile(r"\bfrom\s\Z", FLAGS)
TO = re.compile(r"[^.;:()?!]{0,40}\bto\s\Z", FLAGS)
MOVE = re.compile(
    rf"[^.;:()?!]{{0,40}}[,(–—]\s?(?:\w+\s){{0,3}}(?:(?:{any_of(english_sums.MOVES)})\s(?:of|by)\s|up\s|down\s|[+−-])\Z",
    FLAGS,
)
THEN_FROM = re.compile(r",?\s(?:\w+\s){0,3}from\s\Z", FLAGS)
BRACKETED = re.compile(r"[^.;:()?!]{0,20}\(\s?(?:[+−-]\s?|(?:or|by)\s)?\Z", FLAGS)
"""What stands between a change and the same one as a percentage."""
AFTER_FROM = re.compile(r"\)?,?\s(?:\w+\s){0,3}from\s\Z", FLAGS)
REST = re.compile(rf"\b(?:{any_of(english_sums.REST)})\s\Z", FLAGS)
PERCENTAGE = re.compile(rf"%|\b(?:{any_of(PERCENT)})(?!\w)", FLAGS)
UNPLAIN = re.compile(rf"\b(?:{any_of(english_sums.NOT_PLAIN)})\b", FLAGS)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text says of its own numbers."""

    stated: Amount
    """The number that the others make."""
    parts: tuple[Amount, ...]
    real: Decimal
    """What they make, in the unit of the stated number."""
    holds: bool
    how: str
    """The others as the message says them: `£89m + £19m`, `7 of 191`."""
    kind: Kind = "sum"
    sure: bool = True
    """Whether the stated number is the one to write anew, if it does not hold."""


def claims(text: str, amounts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of one sentence; offsets are those of `text`."""
    numbers = [
        one
        for one in amounts
        if one.kind == "quantity" and one.value is not None and one.unit
    ]
    if len(numbers) < 2 or HOLE in text[numbers[0].start : numbers[-1].end]:
        return
    for at in range(len(numbers)):
        yield from _share(text, numbers[at : at + 3])
        yield from _twin(text, numbers[at : at + 2])
        yield from _change(text, numbers[at : at + 3])
        yield from _both(text, numbers[at : at + 4])
    yield from _sums(text, numbers)
    yield from _rest(text, numbers)


def gap(text: str, one: Amount, other: Amount) -> str:
    """Return what stands between two numbers."""
    return text[one.tail : other.lead]


def half(one: Amount) -> Decimal:
    """Return how far a number may be off as printed: nothing for whole ones."""
    exact = one.scale == one.step == 1 and (not one.worded or number(one) < HUNDRED)
    return Decimal(0) if exact else one.step / 2


def number(one: Amount) -> Decimal:
    """Return the value of a number, which is known to have one."""
    return one.value if one.value is not None else Decimal(0)


def _sums(text: str, numbers: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the sums: the total before its parts, or after them."""
    for unit in sorted({one.unit for one in numbers}):
        same = [one for one in numbers if one.unit == unit]
        same = [one for one in same if not one.worded or unit == "count"]
        if len(same) < 3 or any(one.comparator not in PLAIN for one in same):
            continue
        for at, total in enumerate(same):
            yield from _before(text, total, same[at + 1 :])
            yield from _after(text, same[:at], total)


def _before(text: str, total: Amount, rest: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim of a total that its parts follow."""
    between = gap(text, total, rest[0]) if rest else ""
    cue = SPLIT.match(between)
    partly = not cue and PARTLY.match(between)
    parts = _run(text, rest, cue["cue"] if cue else "") if cue or partly else ()
    if len(parts) < 2 or _goes_on(text, parts, rest):
        return
    # Of whole things, counted in words, a part with decimals is none.
    if total.worded and not all(is_integral(number(one)) for one in parts):
        return
    real = sum((number(one) for one in parts), Decimal(0))
    holds = abs(number(total) - real) <= sum(map(half, parts), half(total))
    # Parts that are said to be some may only be too many.
    told = real > number(total) if partly else True
    # Parts that only commas part may be some of many.
    near = MEANT if LINK.search(gap(text, *parts[-2:])) else NEAR
    if holds or (told and _is_meant(total, parts, real, near)):
        yield _sum(text, total, parts, real, holds=holds)


def _after(text: str, before: Sequence[Amount], total: Amount) -> Iterator[Claim]:
    """Yield the claim of a total that follows its parts."""
    if len(before) < 2:
        return
    between = gap(text, before[-1], total)
    suffix = AFTER.match(between) and IN_TOTAL.match(text, total.tail)
    if not (TOTALLING.match(between) or suffix):
        return
    parts = tuple(reversed(run_back(text, before)))
    for length in range(len(parts), 1, -1):
        some = parts[-length:]
        real = sum((number(one) for one in some), Decimal(0))
        if abs(number(total) - real) <= sum(map(half, some), half(total)):
            yield _sum(text, total, some, real, holds=True)
            return
    real = sum((number(one) for one in parts), Decimal(0))
    if len(parts) > 1 and _is_meant(total, parts, real, MEANT):
        yield _sum(text, total, parts, real, holds=False)


def _sum(
    text: str, total: Amount, parts: Sequence[Amount], real: Decimal, *, holds: bool
) -> Claim:
    said = " + ".join(text[one.start : one.end] for one in parts)
    return Claim(total, tuple(parts), real, holds, said)


def _run(text: str, rest: Sequence[Amount], cue: str) -> tuple[Amount, ...]:
    """Return the numbers of an enumeration, up to the one after its `and`.

    Plus signs go on, and three or more that only commas part end with what opened them.
    """
    parts, added = [rest[0]], 0
    for one in rest[1:MOST_PARTS]:
        between = INSIDE.sub("", gap(text, parts[-1], one))
        # `38 with members, nine with staff`: what links stands after the comma.
        linked = LINK.search(between.rpartition(",")[2])
        if not JOIN.match(between) or not ("," in between or linked):
            break
        parts.append(one)
        added += "+" in between
        if linked and "+" not in between:
            return () if added else tuple(parts)
    if added:
        return tuple(parts) if added == len(parts) - 1 else ()
    ends = SHUT.get(cue)
    shut = ends is not None and ends.match(text, parts[-1].tail)
    return tuple(parts) if shut and (len(parts) > 2 or cue == "(") else ()


def run_back(text: str, before: Sequence[Amount]) -> list[Amount]:
    """Return the numbers of the enumeration that ends here, the last first."""
    parts = [before[-1]]
    for one in before[-2::-1][:MOST_PARTS]:
        between = INSIDE.sub("", gap(text, one, parts[-1]))
        linked = LINK.search(between)
        if not JOIN.match(between) or not (linked or "," in between):
            break
        if len(parts) == 1 and not linked:
            break
        parts.append(one)
    return parts


def _goes_on(text: str, parts: Sequence[Amount], rest: Sequence[Amount]) -> bool:
    """Say whether another number of the kind follows in the same breath."""
    after = rest[len(parts) :]
    return bool(after) and JOIN.match(gap(text, parts[-1], after[0])) is not None


def _is_meant(
    total: Amount, parts: Sequence[Amount], real: Decimal, off: Decimal
) -> bool:
    said = number(total)
    if said <= 0 or any(number(one) <= 0 for one in parts):
        return False
    values = [number(one) for one in parts]
    # Three by two is no three and two.
    near = prod(values) != said > max(values) and abs(said - real) <= off * said
    return near or (not total.worded and is_slip(said, values, total.step))


def _share(text: str, three: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim of `7 of 191 (3.7%)`, `7 (3.7%) of 191` or `3.7% (7 of 191)`."""
    if len(three) < 3:
        return
    a, b, c = three
    first, second = gap(text, a, b), gap(text, b, c)
    ends = ENDS.match(text, c.tail) is not None
    if c.unit == "%" and OF.match(first) and OPENS.match(second) and ends:
        yield from shared(text, a, b, c)
    elif b.unit == "%" and OPENS.match(first) and SHUTS_OF.match(second):
        yield from shared(text, a, c, b)
    elif a.unit == "%" and OPENS.match(first) and OF.match(second) and ends:
        yield from shared(text, b, c, a)


def shared(text: str, part: Amount, whole: Amount, share: Amount) -> Iterator[Claim]:
    """Yield the claim that a percentage is the share that a part is of a whole."""
    a, b = number(part), number(whole)
    if part.unit != whole.unit or not 0 < a <= b or {part.unit, share.unit} == {"%"}:
        return
    if not {part.comparator, whole.comparator, share.comparator} <= PLAIN:
        return
    low = (a - half(part)) / (b + half(whole)) * HUNDRED
    high = (a + half(part)) / (b - half(whole)) * HUNDRED if b > half(whole) else low
    real, said = a / b * HUNDRED, number(share)
    holds = low - share.step / 2 <= said <= high + share.step / 2
    near = abs(said - real) <= max(FAR * real, 3 * share.step)  # else of another
    if holds or near or slipped(share, real):
        how = f"{text[part.start : part.end]} of {text[whole.start : whole.end]}"
        yield Claim(share, (part, whole), real, holds, how, "share")


def _twin(text: str, two: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim of a fraction in words with its percentage in brackets."""
    if len(two) < 2 or not OPENS.match(gap(text, *two)):
        return
    if not ENDS.match(text, two[1].tail):
        return
    words, share = two if two[1].unit == "%" else (two[1], two[0])
    if share.unit != "%" or words.unit != "ratio" or not words.worded:
        return
    if share.comparator or not 0 < number(words) < 1:
        return
    real = number(words) * HUNDRED
    said, reach = number(share), share.step / 2
    holds = {
        "over": said + reach > real,
        "at_least": said + reach >= real,
        "under": said - reach < real,
        "nearly": real * (1 - NEAR) <= said + reach and said - reach < real,
    }.get(words.comparator, abs(said - real) <= BROAD * HUNDRED)
    # Another fraction altogether is another thing.
    if holds or abs(said - real) <= 2 * NEAR * HUNDRED:
        how = text[words.lead : words.end]
        yield Claim(share, (words,), real, holds, how, "fraction")


def _change(text: str, three: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim of a change: `from 40 to 50, an increase of 25%`."""
    if len(three) < 3:
        return
    a, b, c = three
    first, second = gap(text, a, b), gap(text, b, c)
    ends = text[c.tail : c.tail + 40]
    if FROM.search(text, max(0, a.lead - 8), a.lead) and TO.match(first):
        points = c.unit == "pp" and BRACKETED.match(second)
        moved = MOVE.match(second)
        if (points or moved) and not UNPLAIN.search(second + ends):
            yield from changed(text, a, b, c, WIDE if moved else FAR)
        return
    around = text[max(0, a.lead - 30) : a.lead] + first + ends
    told = "," not in second and (a.unit in {"%", "pp"} or not first.startswith(","))
    if (
        told
        and THEN_FROM.match(first)
        and TO.match(second)
        and not UNPLAIN.search(around)
    ):
        yield from changed(text, b, c, a)


def _both(text: str, four: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of a change that is said twice, the second time in per cent.

    `from 40 to 50, a rise of 10 (25%)` and `a rise of 10 (25%) from 40 to 50`.
    """
    if len(four) < 4 or {one.unit for one in four} < {"%", four[0].unit}:
        return
    a, b, c, d = four
    before = text[max(0, a.lead - 8) : a.lead]
    if UNPLAIN.search(text[a.lead : d.tail + 40]):
        return
    if d.unit == "%" != c.unit and BRACKETED.match(gap(text, c, d)):
        moved = TO.match(gap(text, a, b)) and MOVE.match(gap(text, b, c))
        yield from changed(text, a, b, d) if FROM.search(before) and moved else ()
    elif b.unit == "%" != a.unit and BRACKETED.match(gap(text, a, b)):
        moved = AFTER_FROM.match(gap(text, b, c)) and TO.match(gap(text, c, d))
        yield from (*changed(text, c, d, a), *changed(text, c, d, b)) if moved else ()


def _rest(text: str, numbers: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim of `75% were in time and the other 25% late`.

    Of more than two percentages nobody knows which the rest is left by.
    """
    shares = [one for one in numbers if one.unit == "%"]
    if len(shares) != 2 or len(PERCENTAGE.findall(text)) != 2:
        return
    first, rest = shares
    said, plain = number(rest), {first.comparator, rest.comparator} <= {""}
    if not plain or not REST.search(text, max(0, rest.lead - 24), rest.lead):
        return
    real = HUNDRED - number(first)
    holds = abs(said - real) <= half(first) + max(rest.step, first.step)
    if 0 < real < HUNDRED and (holds or abs(said - real) <= MOST_OFF):
        how = f"100% less {text[first.start : first.end]}"
        yield Claim(rest, (first,), real, holds, how, "rest")


def changed(
    text: str, old: Amount, new: Amount, change: Amount, far: Decimal = FAR
) -> Iterator[Claim]:
    """Yield the claim that a number is the change from one value to another."""
    a, b, said = number(old), number(new), abs(number(change))
    plain = {old.comparator, new.comparator, change.comparator} <= PLAIN
    if not plain or old.unit != new.unit or a <= 0 or b <= 0 or not said:
        return
    how = f"{text[old.start : old.end]} to {text[new.start : new.end]}"
    both = half(old) + half(new)
    if change.unit in {old.unit, "pp"} and (change.unit != "pp" or old.unit == "%"):
        # Shares are rounded, also to whole ones.
        steps = (old.step + new.step + change.step) / 2
        real = abs(b - a)
        reach = steps if old.unit == "%" else both + half(change)
    elif change.unit == "%":
        real = abs(b - a) / a * HUNDRED
        reach = both / a * HUNDRED * max(Decimal(1), b / a) + change.step / 2
    else:
        return
    relative = abs(b - a) / a * HUNDRED
    holds = abs(real - said) <= reach or (
        old.unit == change.unit == "%" and abs(relative - said) <= reach + change.step
    )
    near = abs(real - said) <= max(3 * change.step, far * real)
    if holds or near or slipped(change, real):
        signed = -real if number(change) < 0 else real
        yield Claim(change, (old, new), signed, holds, how, "change")
