"""Compared: a sentence in; shares, averages and multiples that it states in words, out.

`Of the 250 replies, 175 (70%)`, `more than half (24 of 50)`, `doubled from 40 to 80`,
`£48,000 for 120 homes, an average of £400`, `rose 25% to 50 from 40`. What may mean
something else is no claim.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.amounts import english_sums, english_terms
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.mistyped import slipped
from crossfoot.numbers.texts.claims import (
    BROAD,
    ENDS,
    FAR,
    HOLE,
    HUNDRED,
    NEAR,
    OF,
    OPENS,
    PLAIN,
    TO,
    UNPLAIN,
    Claim,
    changed,
    gap,
    half,
    number,
    shared,
)

FLAGS = re.IGNORECASE
BACK = 90
"""Characters before a number in which what announces it stands."""
LOOSE = Decimal("0.25")
"""How far, as a share, a multiple in words may be off and not be told."""
FURTHEST = Decimal(3)
"""How many times off it may be and still be meant."""

FIRST = re.compile(
    rf"(?:\A|[.!?]\s+|\bthat\s)(?:out\s)?of\s"
    rf"(?:(?:{any_of(english_sums.WHOLES)})\s)*\Z",
    FLAGS,
)
"""`Of the 250 replies, …`: the whole opens the sentence, or its clause."""
INTO = re.compile(r"[^.;:()?!%]{0,60},\s?(?:\w+\s){0,3}\Z")
AGAIN = re.compile(r"\bof\b|\bwhom\b|\bwhich\b", FLAGS)
OR = re.compile(
    rf"[^.;:()?!]{{0,50}}[,(–—]\s?(?:{any_of(english_terms.OR_SO)})\s\Z", FLAGS
)
SHUT = re.compile(r"\s?[.);,]|\s*\Z|\sof\s(?:them|these|those)\b")
NOT_QUITE = any_of((*english_sums.OVER, *english_sums.NEARLY))
MULTIPLE = re.compile(
    rf"(?:(?P<more>{NOT_QUITE})\s)?"
    rf"\b(?P<verb>{any_of(tuple(english_sums.MULTIPLES))})(?:\s[\w’']+){{0,6}}?,?\sfrom\s\Z",
    FLAGS,
)
TIMES = re.compile(
    rf"[^.;:()?!]{{0,40}}[,–—(]\s?(?:(?P<more>{NOT_QUITE})\s)?"
    rf"(?P<verb>{any_of(tuple(english_sums.TIMES))})\s(?:as many as\s|as much as\s)?"
    rf"(?:the|its|last year[’']s)\s(?:[a-z]+\s){{0,2}}\Z",
    FLAGS,
)
MEAN = re.compile(r"(?:\ban average of|\baveraging|\bon average)\s\Z", FLAGS)
ON_AVERAGE = re.compile(
    r"\s(?:each\s)?on average\s?[.,;)]|\s(?:each\s)?on average\Z", FLAGS
)
EACH = re.compile(
    r"\s(?:each|apiece)\b|\s(?:per|for each|for every)\s(?P<noun>[a-z]+)", FLAGS
)
NOUN = re.compile(r"\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]{3,})\b", FLAGS)
PERIODS = frozenset({"year", "month", "week", "day", "hour", "quarter", "annum"})
MOVED = re.compile(rf"\b(?:{any_of(english_sums.MOVED)})\s(?:by\s)?\Z", FLAGS)
THEN_TO = re.compile(r"\s(?:\w+\s){0,2}?to\s\Z", FLAGS)
THEN_FROM = re.compile(r"[^.;:()?!]{0,40}\bfrom\s\Z", FLAGS)
ASIDE = re.compile(r"[^.;:()?!]{0,40}[,(–—]\s?(?:an?\s|the\s)?\Z", FLAGS)
MOVE = re.compile(rf"\s?(?:\w+\s)?(?:{any_of(english_sums.MOVES)})\b", FLAGS)
FOLD = re.compile(
    r"(?:\s?[x×]|[-\s]fold|\stimes)\s(?:\w+\s)?"
    rf"(?:{any_of((*english_sums.MOVES, *english_sums.FASTER))})\b",
    FLAGS,
)
"""What follows a number that says how many times more or less."""
TWICE_OFF = Decimal("0.5")
"""How far, as a share, a number of times may be off and still be meant."""
REST = re.compile(rf"\b(?:{any_of(english_sums.REST)})\s\Z", FLAGS)
THAT = re.compile(rf"(?:{any_of(english_terms.THAT_IS)})\s\Z", FLAGS)
LEAVING = re.compile(
    rf"\b(?:{any_of(english_terms.LEAVING)})\s(?:(?:us|only|just|a|total|of|with)\s){{0,4}}\Z",
    FLAGS,
)
"""What is said right before what is left of a whole."""
AGED = re.compile(r"\b(?:under|over|aged|below|above)\s\Z", FLAGS)
OF_THESE = re.compile(r"\bof\s(?:these|them|those)\b", FLAGS)
BEGINS = re.compile(rf"[.!?]\s+(?:out\s)?{OF_THESE.pattern}[^.;:()?!]*\Z", FLAGS)
"""A sentence that begins with what the one before it counts."""
OFF = frozenset({*english_sums.OVER})


def compared(text: str, amounts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of one sentence; offsets are those of `text`."""
    numbers = [
        one
        for one in amounts
        if one.kind == "quantity" and one.value is not None and one.unit
    ]
    if len(numbers) < 2:
        return
    yield from _of_first(text, numbers)
    if HOLE in text[numbers[0].start : numbers[-1].end]:
        return
    yield from _mean(text, numbers)
    yield from _left(text, numbers)
    for at in range(len(numbers) - 1):
        yield from _multiple(text, numbers[at], numbers[at + 1])
    for a, b, c in zip(numbers, numbers[1:], numbers[2:], strict=False):
        yield from _three(text, a, b, c)


def _three(text: str, a: Amount, b: Amount, c: Amount) -> Iterator[Claim]:
    """Yield the claim that three numbers in turn make, of a share or a change."""
    first, second = gap(text, a, b), gap(text, b, c)
    shut = SHUT.match(text, c.tail) is not None
    if a.unit == "%" and OF.match(first) and OPENS.match(second) and shut:
        yield from shared(text, c, b, a)
    elif OF.match(first) and OR.match(second) and shut and c.unit == "%":
        yield from shared(text, a, b, c)
    elif OF.match(first) and (OPENS.match(second) or OR.match(second)) and shut:
        yield from _part(text, a, b, c)
    elif OPENS.match(first) and OF.match(second) and ENDS.match(text, c.tail):
        yield from _part(text, b, c, a)
    yield from _moved(text, a, b, c)


def _moved(text: str, a: Amount, b: Amount, c: Amount) -> Iterator[Claim]:
    """Yield the claim of `rose 25% to 50 from 40` or `from 40 to 50, a 25% rise`."""
    first, second = gap(text, a, b), gap(text, b, c)
    before = text[max(0, a.lead - BACK) : a.lead]
    if UNPLAIN.search(before[-30:] + first + second + text[c.tail : c.tail + 40]):
        return
    if MOVED.search(before) and THEN_TO.match(first) and THEN_FROM.match(second):
        yield from changed(text, c, b, a)
        return
    fold = ASIDE.match(second) and FOLD.match(text, c.tail)
    if fold and before.lower().endswith("from ") and TO.match(first):
        yield from _folded(text, a, b, c)
        return
    told = ASIDE.match(second) and MOVE.match(text, c.tail) and c.unit == "%"
    if told and before.lower().endswith("from ") and TO.match(first):
        yield from changed(text, a, b, c)


def _folded(text: str, a: Amount, b: Amount, fold: Amount) -> Iterator[Claim]:
    """Yield the claim of `from 90 to 30, a 3x saving`."""
    low, high = sorted((number(a), number(b)))
    plain = all(one.comparator in PLAIN for one in (a, b, fold))
    if a.unit != b.unit or low <= 0 or fold.unit not in {"count", "x"} or not plain:
        return
    real, said = high / low, number(fold)
    holds = abs(said - real) <= fold.step / 2 + (half(a) + half(b)) / low
    if holds or abs(said - real) <= TWICE_OFF * real:
        one, other = (a, b) if number(a) == high else (b, a)
        how = f"{text[one.start : one.end]} by {text[other.start : other.end]}"
        yield Claim(fold, (a, b), real, holds, how, "multiple")


def _of_first(text: str, numbers: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of `Of the 250 replies, 175 (70%) agreed and 75 (30%) not`."""
    whole = numbers[0]
    if not FIRST.search(text, max(0, whole.lead - BACK), whole.lead):
        return
    if HOLE not in text[whole.start : numbers[-1].end]:
        yield from rest_of(text, whole, numbers[1:])
    if not INTO.match(gap(text, whole, numbers[1])):
        return
    for at in range(1, len(numbers) - 1):
        part, share = numbers[at], numbers[at + 1]
        between = gap(text, numbers[at - 1], part) if at > 1 else ""
        if AGAIN.search(between):
            return
        after = gap(text, part, share)
        opened = OPENS.match(after) and ENDS.match(text, share.tail)
        # After `or` only a part that is the first number is surely of the whole.
        said = OR.match(after) and at == 1 and SHUT.match(text, share.tail)
        if share.unit == "%" and (opened or said):
            yield from shared(text, part, whole, share)
        elif part.unit == "%" and opened:
            yield from shared(text, share, whole, part)


def rest_of(text: str, whole: Amount, numbers: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim that parts and `the remaining 40` make up a whole."""
    parts = [one for one in numbers if one.unit == whole.unit]
    if len(parts) < 2 or whole.comparator not in PLAIN or whole.unit != "count":
        return
    last = parts[-1]
    rests = [REST.search(text, max(0, one.lead - 24), one.lead) for one in parts]
    between = "".join(gap(text, a, b) for a, b in pairwise(parts))
    if not rests[-1] or any(rests[:-1]) or AGAIN.search(between):
        return
    # Under five is an age, and no part.
    if any(one.worded and AGED.search(text, 0, one.start) for one in parts):
        return
    if any(one.comparator not in PLAIN for one in parts):
        return
    real = number(whole) - sum((number(one) for one in parts[:-1]), Decimal(0))
    holds = real == number(last)
    room = max(NEAR * number(whole), Decimal(1))
    near = abs(real - number(last)) <= room or slipped(last, real)
    if holds or (real > 0 and near):
        how = f"{text[whole.start : whole.end]} less the others"
        yield Claim(last, (whole, *parts[:-1]), real, holds, how, "rest")


def _left(text: str, numbers: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim of `411 were asked, 12 did not reply, leaving 399`."""
    for unit in sorted({one.unit for one in numbers} - {"%", "pp", "ratio"}):
        same = [one for one in numbers if one.unit == unit]
        if len(same) != 3 or any(one.comparator not in PLAIN for one in same):
            continue
        whole, part, last = same
        if not LEAVING.search(text, max(0, last.lead - 40), last.lead):
            continue
        real = number(whole) - number(part)
        reach = half(whole) + half(part) + half(last)
        holds = abs(real - number(last)) <= reach
        added = number(whole) + number(part) == number(last)
        near = abs(real - number(last)) <= FAR * real
        if holds or (real > 0 and near and not added and number(last) < number(whole)):
            how = f"{text[whole.start : whole.end]} less {text[part.start : part.end]}"
            yield Claim(last, (whole, part), real, holds, how, "rest")


def _part(text: str, part: Amount, whole: Amount, share: Amount) -> Iterator[Claim]:
    """Yield the claim of `more than half (24 of 50)`."""
    a, b = number(part), number(whole)
    if share.unit != "ratio" or not share.worded or part.unit != whole.unit:
        return
    if not 0 < a <= b or {part.comparator, whole.comparator} - PLAIN:
        return
    real, said = a / b, number(share)
    holds = {
        "over": real > said,
        "at_least": real >= said,
        "under": real < said,
        "nearly": said * (1 - NEAR) <= real < said,
    }.get(share.comparator, abs(real - said) <= BROAD)
    if holds or abs(real - said) <= 2 * NEAR:
        how = f"{text[part.start : part.end]} of {text[whole.start : whole.end]}"
        yield Claim(share, (part, whole), real * HUNDRED, holds, how, "part")


def _multiple(text: str, one: Amount, other: Amount) -> Iterator[Claim]:
    """Yield the claim of `doubled from 40 to 80` or of `80, twice the 40 of 2019`."""
    if one.unit != other.unit or {one.comparator, other.comparator} - PLAIN:
        return
    between = gap(text, one, other)
    found = MULTIPLE.search(text, max(0, one.lead - BACK), one.lead)
    if found and TO.match(between):
        factors = english_sums.MULTIPLES
        old, new = one, other
    elif found := TIMES.match(between):
        factors = english_sums.TIMES
        old, new = other, one
    else:
        return
    factor = factors[found["verb"].lower()]
    real, said = number(old) * factor, number(new)
    if real <= 0 or not real / FURTHEST <= said <= real * FURTHEST:
        return
    reach = half(old) * factor + half(new)
    more = (found["more"] or "").lower()
    # More than halved is less than half.
    beyond = said - real if factor > 1 else real - said
    if more in OFF:
        holds, told = beyond > -reach, beyond <= -reach
    elif more:
        holds = -LOOSE * real <= beyond <= reach
        told = not holds
    else:
        holds = abs(beyond) <= NEAR * real + reach
        told = abs(beyond) > LOOSE * real + reach
    if holds or told:
        words = f"{found['more'] or ''} {found['verb']}".strip()
        how = f"“{words}” from {text[old.start : old.end]}"
        yield Claim(new, (old,), real, holds, how, "multiple")


def _mean(text: str, numbers: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claim of `£48,000 for 120 homes, an average of £400 each`."""
    if len(numbers) != 3 or any(one.comparator not in PLAIN for one in numbers):
        return
    one, other, mean = numbers
    each = EACH.match(text, mean.tail)
    before = MEAN.search(text, max(0, mean.lead - 20), mean.lead)
    after = ASIDE.match(gap(text, other, mean)) and ON_AVERAGE.match(text, mean.tail)
    apiece = each and text[: mean.lead].endswith(", or ")
    if not (before or after or apiece):
        return
    total, count = (one, other) if one.unit == mean.unit else (other, one)
    if mean.unit == "count" and number(one) < number(other):
        total, count = other, one
    if total.unit != mean.unit or count.unit != "count" or number(count) < 2:
        return
    if not (after or _is_each(text, count, each)) or UNPLAIN.search(
        gap(text, one, other)
    ):
        return
    low = (number(total) - half(total)) / number(count)
    high = (number(total) + half(total)) / number(count)
    real, said = number(total) / number(count), number(mean)
    holds = low - mean.step / 2 <= said <= high + mean.step / 2
    if holds or abs(said - real) <= FAR * real:
        how = f"{text[total.start : total.end]} by {text[count.start : count.end]}"
        yield Claim(mean, (total, count), real, holds, how, "mean")


def _is_each(text: str, count: Amount, each: re.Match[str] | None) -> bool:
    """Say whether a mean is that of what was counted: `per home` of 120 homes."""
    if each is None:
        return False
    noun = (each["noun"] or "").lower()
    if not noun:
        return True
    counted = NOUN.match(text, count.tail)
    return (
        noun not in PERIODS
        and counted is not None
        and (counted["noun"].lower().removesuffix("s") == noun.removesuffix("s"))
    )


def carried(
    text: str, before: Sequence[Amount], here: Sequence[Amount]
) -> Iterator[Claim]:
    """Yield what a sentence says of the numbers of the one before it.

    `175 of 250 agreed. That is 70%.`, `There were 12. Of these, 7 …, the other 5 …`.
    """
    numbers = [one for one in before if one.kind == "quantity" and one.value]
    counts = [one for one in here if one.kind == "quantity" and one.value]
    if not numbers or not counts or HOLE in text[numbers[0].start : counts[0].end]:
        return
    first = counts[0]
    if len(numbers) == 2 and first.unit == "%":
        a, b = numbers
        said = THAT.search(text, max(0, first.lead - 40), first.lead)
        if said and OF.match(gap(text, a, b)):
            yield from shared(text, a, b, first)
        elif said and FIRST.search(text, max(0, a.lead - BACK), a.lead):
            yield from shared(text, b, a, first)
    elif len(numbers) == 1 and OF_THESE.search(text, numbers[0].tail, first.lead):
        yield from rest_of(text, numbers[0], counts)
        if BEGINS.search(text, numbers[0].tail, first.lead):
            yield from _shares_of(text, numbers[0], counts)


def _shares_of(text: str, whole: Amount, counts: Sequence[Amount]) -> Iterator[Claim]:
    """Yield the claims of `Of these, 7 (3.7%) were late`; of several one holds."""
    made = [
        claim
        for one, part in pairwise(counts)
        if one.unit == whole.unit and text[one.tail : part.lead] == " ("
        for claim in shared(text, one, whole, part)
    ]
    if len(made) == 1 or any(claim.holds for claim in made):
        yield from made
