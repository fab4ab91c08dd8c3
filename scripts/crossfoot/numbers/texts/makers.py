"""Makers: a paragraph in; its numbers that may make others, or be made of them, out.

Of two that stand as an alternative neither is a part, nor is a side of a size; and what
stands twice has not slipped.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.numbers.mistyped import NO_DIGITS
from crossfoot.numbers.texts.claims import PLAIN, number

OR = " or "
SIDE_BEFORE = re.compile(r"[0-9]\s?[x×]\s?\Z")
SIDE_AFTER = re.compile(r"\s?[x×]\s?[0-9]")
TOLD = 3
"""Figures from which on two numbers are not equal by chance."""


def makers(text: str) -> list[Amount]:
    """Return the plain numbers of a paragraph, in order.

    “Order thirteen or fourteen” is one of them, and no two parts; in figures, “£71,709
    or £15,408 under it” says one thing in two ways.
    """
    numbers = [one for one in scan(text) if _is_plain(one)]
    either = {
        id(one)
        for pair in pairwise(numbers)
        for one in pair
        if text[pair[0].end : pair[1].start] == OR and all(one.worded for one in pair)
    }
    return [one for one in numbers if id(one) not in either]


def _is_plain(one: Amount) -> bool:
    return one.kind == "quantity" and bool(one.value) and one.comparator in PLAIN


def is_side(text: str, one: Amount) -> bool:
    """Say whether a number is a side of a size such as `2 x 2`: it counts nothing."""
    before = SIDE_BEFORE.search(text, max(0, one.lead - 5), one.lead)
    return before is not None or SIDE_AFTER.match(text, one.tail) is not None


def is_said_again(stated: Amount, every: Sequence[Amount]) -> bool:
    """Say whether a number stands twice, which no slip of the keys does."""
    figures = NO_DIGITS.sub("", f"{number(stated)}").strip("0")
    return len(figures) >= TOLD and any(
        number(each) == number(stated) and each.unit == stated.unit for each in every
    )
