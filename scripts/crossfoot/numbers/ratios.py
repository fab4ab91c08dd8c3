"""Ratios: a sentence in; `a ratio of 3 to 1` beside the two counts it is of, out."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.amounts.model import Amount, is_integral
from crossfoot.amounts.scan import scan
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, Fix
from crossfoot.numbers.claims import PLAIN, number
from crossfoot.numbers.linear import Passage

RATIO = re.compile(
    r"\bratio\sof\s(?:about\s|roughly\s)?(?P<one>[0-9]{1,3})(?:\s?:\s?|\sto\s)"
    r"(?P<other>[0-9]{1,3})(?![\w:%])(?!\.[0-9])"
)
BETWEEN = re.compile(
    r"(?:\s[\w’'-]+){1,4}\s(?:and|to|for|with|looked after|per)\s(?:the\s)?"
)
"""What stands between two counts that a ratio is of."""
REACH = 90


def misstated(chapter: Chapter, passage: Passage) -> Iterator[Finding]:
    """Yield the ratios of a text that are not those of its two counts."""
    text = passage.text
    if "ratio of" not in text:
        return
    for (start, end), counts, meant in ratios(text, scan(text)):
        place = passage.span(start, end)
        found = text[start:end]
        if place is not None:
            yield Finding(
                "TAB05",
                f"Text says “{found}”; {counts} are {meant}",
                chapter.place(place),
                help=f"Write {meant}, or correct what it is said with",
                found=found,
                expected=meant,
                fix=Fix(meant),
                anchor=f"{found} {counts}",
            )


def ratios(
    text: str, amounts: Sequence[Amount]
) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield where a ratio stands that two counts right before it do not make.

    With it come the two counts as they are said, and the ratio to write.
    """
    for found in RATIO.finditer(text):
        start = found.start()
        near = [one for one in amounts if start - REACH <= one.start < start]
        counts = [one for one in near if _is_count(one)]
        if len(near) != 2 or len(counts) != 2:
            continue
        first, second = counts
        if BETWEEN.fullmatch(text, first.tail, second.lead) is None:
            continue
        said = int(found["one"]), int(found["other"])
        real = number(first), number(second)
        if 0 in (*said, *real) or _agree(said, real) or _agree(said, real[::-1]):
            continue
        start, end = found.span("one")[0], found.end("other")
        ordered = real if (said[0] > said[1]) == (real[0] > real[1]) else real[::-1]
        meant = _written(text[start:end], ordered)
        if meant:
            yield (start, end), f"{first.text} and {second.text}", meant


def _is_count(one: Amount) -> bool:
    plain = one.kind == "quantity" and one.comparator in PLAIN and one.value is not None
    return plain and one.unit == "count" and is_integral(number(one))


def _agree(said: tuple[int, int], real: Sequence[Decimal]) -> bool:
    """Say whether two numbers are in a ratio, as it is printed."""
    one, other = real
    if 1 in said:
        large = max(said)
        quotient = one / other if said[0] == large else other / one
        return abs(quotient - large) <= Decimal("0.5")
    return one * said[1] == other * said[0]


def _written(found: str, real: Sequence[Decimal]) -> str:
    """Return two numbers as a ratio to one, or "" when it would not be whole."""
    one, other = real
    small = min(one, other)
    if one % small or other % small:
        return ""
    link = re.sub(r"[0-9]+", "{}", found)
    return link.format(int(one / small), int(other / small))
