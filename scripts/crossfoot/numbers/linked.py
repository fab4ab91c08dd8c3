"""Linked: a number and the links of its passage in; whether it is a target's, out."""

import re

from crossfoot.amounts.model import Amount
from crossfoot.chapters import Chapter
from crossfoot.numbers.linear import Passage
from crossfoot.places import Span

TARGET = re.compile(r"[^\[\]\n]{0,80}\]\(#(?P<kind>(?:tbl|fig|eq)-)?")
FLOATS = {"tab": "tbl-", "fig": "fig-"}
"""What the ids of tables and figures start with, by how their names do."""


def leads(chapter: Chapter, passage: Passage, amount: Amount) -> bool:
    """Say whether a reference stands in a link to what it names.

    That it says the target's number is seen where the report is put together.
    """
    inside = any(low <= amount.start < high for low, high in passage.links)
    place = passage.span(amount.start, amount.end) if inside else None
    target = TARGET.match(chapter.source, place[1]) if place else None
    if not target:
        return False
    kind = FLOATS.get(passage.text[amount.start : amount.start + 3].lower(), "")
    return (target["kind"] or "") == kind


def names(text: str, amount: Amount, link: Span) -> bool:
    """Say whether a number is all that a cross-reference says: [3.2](#sec-a)."""
    low, high = link
    if not low <= amount.start < high or amount.unit not in {"", "count"}:
        return False
    return text[low:high].strip(" .()[]\u00a0§") == text[amount.start : amount.end]
