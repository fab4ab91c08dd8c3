"""Values: a figure in each of two sentences in, the words of one amount of both out.

An amount that is written in another way, 5% as five per cent or £3m as £3 million, says
the same of the same, so no copy contradicts another by it.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from crossfoot.amounts.english import DENOMINATORS
from crossfoot.places import Span
from crossfoot.repeats.units import Unit

MARKS = re.compile(r"[^\w\n|]*")
"""What may follow the last word and belong to its amount: five %."""
AROUND = 5
"""Words on either side of a figure that may belong to its amount."""


class Value(NamedTuple):
    """What an amount says, and the words that say it."""

    said: tuple[tuple[Decimal | frozenset[str], str], ...]
    """A value and its unit; of a range, which is one word, those of both its ends. Of a
    date its day, its month and its year, in whatever order."""
    words: Span


def same(
    a: Unit, b: Unit, sides: tuple[Span, Span], at: Span
) -> tuple[Span, Span] | None:
    """Return the words of an amount in two sentences that says the same in both.

    `sides` are the sentences, and `at` is a word of the amount in each.
    """
    one, other = _value(a, sides[0], at[0]), _value(b, sides[1], at[1])
    if one is None or other is None or one.said != other.said:
        return None
    return one.words, other.words


def are_other_parts(
    a: Unit, b: Unit, sides: tuple[Span, Span], edit: tuple[Span, Span]
) -> bool:
    """Say whether an edit of two sentences changes a part: a third, half.

    `the third week` names a week and no part.
    """
    units = a, b
    found = [
        _value(unit, side, words[1] - 1)
        for unit, side, words in zip(units, sides, edit, strict=True)
        if not DENOMINATORS.keys().isdisjoint(unit.norms[slice(*words)])
    ]
    told = [one.said for one in found if one]
    return len(told) == 2 and told[0] != told[1]


def _value(unit: Unit, sentence: Span, at: int) -> Value | None:
    """Return the amount of a sentence that one of its words belongs to."""
    from crossfoot.amounts.scan import scanned

    lo, hi = max(sentence[0], at - AROUND), min(sentence[1], at + AROUND + 1)
    base, last = unit.place(lo, hi)
    found = MARKS.match(unit.source, last, max(unit.block.end, last))
    end = found.end() if found else last
    starts = [word[1] - base for word in unit.words[lo:hi]]
    said: list[tuple[Decimal | frozenset[str], str]] = []
    over: list[Span] = []
    # As written, for a mark that stands alone, as in five %, is none of its words.
    for one in scanned(unit.source[base:end]):
        words = _over(starts, (one.start, one.end))
        if not lo + words[0] <= at < lo + words[1]:
            continue
        if one.kind == "quantity" and one.value is not None:
            said.append((one.value, one.unit))
            over.append(words)
        elif one.kind == "date" and words[1] - words[0] > 1:
            said.append((_dated(unit.norms[lo + words[0] : lo + words[1]]), one.kind))
            over.append(words)
    return Value((*said,), (lo + over[0][0], lo + over[-1][1])) if said else None


def _dated(words: Iterable[str]) -> frozenset[str]:
    """Return what a date says: its figures, and the start of a month's name."""
    parts = (re.match(r"\d+|[a-z]{3}", word) for word in words)
    return frozenset(part[0] for part in parts if part)


def _over(starts: Iterable[int], span: Span) -> Span:
    """Return the words, by where they start, that some characters stand in."""
    first = sum(start <= span[0] for start in starts) - 1
    return first, sum(start < span[1] for start in starts)
