"""Item lists: a list and the text before it in; what its items make up, noted, out.

The number that announces the items, the total that they come to, their shares of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise

from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, Fix, several
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.splits import sentences
from crossfoot.numbers.texts.claims import number
from crossfoot.numbers.texts.contents import entered
from crossfoot.numbers.texts.counted import (
    count_of,
    earlier,
    headed,
    is_before_table,
    is_near,
    is_whole,
    large,
    lone,
    nameless,
    naming,
    opening,
    pair_of,
    shown,
    steps,
)
from crossfoot.numbers.texts.itemised import tabled
from crossfoot.numbers.texts.lists import Listed
from crossfoot.numbers.texts.listsums import claimed, closed, entitled, summed
from crossfoot.numbers.texts.proved import Proved, place_of
from crossfoot.numbers.texts.recalled import above, recalled
from crossfoot.numbers.texts.rowheads import told
from crossfoot.numbers.texts.runs import leads_on
from crossfoot.numbers.texts.titled import is_title, lists_them, titled
from crossfoot.numbers.texts.totalled import totalled
from crossfoot.places import Place

PAIRED = 5
"""One in so many items two numbers together may be off and still count them."""
CUT = re.compile(r"\.\.\.|…|⋮")
"""A row that stands for others."""
MORE = re.compile(r"(?:\s[\w’'-]+){1,3},?\s(?:and|plus|as\swell\sas)\s[^.!?;]*:\s*\Z")
"""What a list holds beside what is counted: two methods and a little data:"""
NOUN = re.compile(r"\s([^\W\d_]{3,}s)\b")
INCLUDING = re.compile(
    r"\b(?:including|such\sas|among\sthem|plus|as\swell\sas)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
"""What a list holds among others: including the eight of Smith, plus two:"""
TALLIED = frozenset(
    {"tallied heads", "tallied items", "tallied rows", "tallied numbers"}
)
"""Kinds of list that a text counts by name, at a distance."""
BY_NAME = TALLIED | {"named rows"}
LOOSE = (
    frozenset(
        {"cut", "calls", "rows", "sections", "names", "code", "above", "named rows"}
    )
    | TALLIED
)
"""Kinds of list of which only a number one off is surely the number."""
TITLED = frozenset({"titled", "titled rows", "titled heads"})
"""Kinds of list that a heading stands right above."""
PLAINLY = frozenset({"calls", "list", "names"})
"""Kinds of list that are plainly one."""
MOST_ITEMS = 30
BRIEF = 60
"""Characters of an item that names one thing and says no more."""
MOST_COUNTED = 1000
FEWEST = 2


def listing(out: Proved, chapter: Chapter, one: Listed) -> None:
    """Check a list against the sentence before it, and against its own total."""
    if not FEWEST <= max(len(one.items), len(one.rows)) <= MOST_COUNTED:
        return
    intro = one.intro
    every = scan(intro.text) if intro else []
    start = list(sentences(intro.text))[-1][0] if intro else 0
    said = [a for a in every if a.start >= start]
    if intro and len(one.items) >= FEWEST:
        _counted(out, chapter, one, every, start)
    if one.kind == "table" and intro:
        _shown(out, chapter, one, said)
        claimed(out, chapter, tabled(intro, said, one.rows))
    elif one.kind == "list" and len(one.items) <= MOST_ITEMS:
        summed(out, chapter, one, said)
    elif one.kind == "titled" and len(one.items) <= MOST_ITEMS:
        entitled(out, chapter, one, said)
    elif one.kind == "above" and len(one.items) <= MOST_ITEMS:
        closed(out, chapter, one)


def _shown(out: Proved, chapter: Chapter, one: Listed, said: Sequence[Amount]) -> None:
    """Check `The first five rows are:` against the rows of the table after it."""
    intro, many = one.intro, len(one.rows)
    rows = [cell.text for row in one.rows for cell in row[:1] if cell]
    count = shown(intro.text, said) if intro and is_whole(rows[-1:] or [""]) else None
    place = place_of(chapter, intro, count) if intro and count else None
    if intro is None or count is None or place is None or any(map(CUT.search, rows)):
        return
    if number(count) == many:
        out.footed.add(place)
        out.made.setdefault(place, f"number of rows in the table: {many}")
    elif is_near(count, many):
        found, expected = (
            intro.text[count.start : count.end],
            like(count, Decimal(many)),
        )
        out.findings.append(
            _number(found, replace(one, items=(intro,) * many), place, expected)
        )
        out.failed[place] = expected


def _counted(
    out: Proved, chapter: Chapter, one: Listed, every: Sequence[Amount], start: int
) -> None:
    """Check `three themes:` against the number of items that follow.

    `start` is where the last sentence before them starts.
    """
    intro, many = one.intro, len(one.items)
    if intro is None or not is_whole([item.text for item in one.items]):
        return
    said = [a for a in every if a.start >= start]
    if one.kind == "table" and not is_before_table(intro.text[start:]):
        return
    if one.kind in TITLED and one.more:
        return
    pair = None if one.kind == "above" else pair_of(intro.text, said)
    last = pair[0] if pair else _count_of(intro.text, start, said, every, one)
    place = place_of(chapter, intro, last) if last else None
    if last is None or place is None:
        return
    near = every if one.kind == "above" or one.kind in BY_NAME else said
    counts = [a for a in near if a.kind == "quantity" and a.unit == "count"]
    whole = [number(a) for a in counts]
    sums = {sum(whole), *(a + b for a, b in pairwise(whole))}
    if many in ({sum(map(number, pair))} if pair else {*whole, *sums}):
        out.footed.add(place)
        out.made.setdefault(place, f"number of items in the list: {many}")
    elif place in out.failed or (place in out.footed and one.kind in TALLIED):
        return
    elif pair:
        _paired(out, intro, pair, one, place)
    elif not one.also & {int(a) for a in whole}:
        _miscounted(out, intro, last, one, place)


def _miscounted(
    out: Proved, intro: Passage, last: Amount, one: Listed, place: Place
) -> None:
    """Tell of a number that is near that of the items, unless more of them follow."""
    many = len(one.items)
    if one.kind in LOOSE and abs(number(last) - many) > 1:
        return
    if number(last) < many and INCLUDING.search(intro.text, 0, last.lead):
        return
    if number(last) + 1 == many and MORE.match(intro.text, last.tail):
        return
    if _are_called(intro, last, one):
        return
    if is_near(last, many) and not _goes_on(one, number(last)):
        found = intro.text[last.start : last.end]
        expected = like(last, Decimal(many))
        out.findings.append(_number(found, one, place, expected))
        out.failed[place] = expected


def _are_called(intro: Passage, last: Amount, one: Listed) -> bool:
    """Say whether as many items as are told start with the name of what is counted.

    Of “two parts:” those are two that start with “Part one” and “Part two”.
    """
    noun = NOUN.match(intro.text, last.tail)
    if noun is None or one.kind != "list":
        return False
    name = noun[1].lower().removesuffix("s")
    called = [item.text.lower().startswith(f"{name} ") for item in one.items]
    return sum(called) == number(last)


def _count_of(
    text: str,
    start: int,
    said: Sequence[Amount],
    every: Sequence[Amount],
    one: Listed,
) -> Amount | None:
    """Return the number that counts the list after a text."""
    many = len(one.items)
    if one.kind == "above":
        return above(text, every, many) or totalled(text, every, one.items)
    if one.kind == "contents":
        return entered(every, many)
    if one.kind in {"sections", "rows"}:
        return headed(text, start, said)
    if one.kind in BY_NAME:
        return told(text, every, one.head, amid=one.kind == "tallied numbers")
    if one.kind == "headings" and not leads_on(text):
        return told(text, every, one.head)
    if one.kind in TITLED:
        return titled(text, every, many)
    brief = one.kind == "list" and all(len(item.text) <= BRIEF for item in one.items)
    return (
        (lists_them(text, said, many) if one.kind == "table" else None)
        or (steps(text, said, many) if one.in_order else None)
        or _told(text, start, said, every, one)
        or large(text, said, many)
        or (opening(text, said, many) if brief else None)
        or recalled(text, start, every)
        or (lone(text, start, said, many) if one.kind in PLAINLY else None)
        or (naming(text, start, said, many) if _is_named(one) else None)
        or (nameless(text, start, said, many) if one.kind == "list" else None)
        or (titled(text, every, many) if one.intro and is_title(one.intro) else None)
        or (totalled(text, every, one.items) if one.kind == "list" else None)
    )


def _told(
    text: str, start: int, said: Sequence[Amount], every: Sequence[Amount], one: Listed
) -> Amount | None:
    """Return the number that announces a list, of two the one that holds."""
    items = [item.text for item in one.items] if one.kind == "list" else []
    last, first = count_of(text, start, said, items), earlier(text, every)
    return first if first and number(first) == len(one.items) else last or first


def _is_named(one: Listed) -> bool:
    """Say whether each item of a list starts with a name, in bold or in code."""
    if one.kind != "list":
        return one.kind == "cut"
    starts = (item.source[item.within[0] :][:2] for item in one.items if item.within)
    named = [start == "**" or start[:1] == "`" for start in starts]
    return len(named) == len(one.items) and all(named)


def _paired(
    out: Proved,
    intro: Passage,
    pair: tuple[Amount, Amount],
    one: Listed,
    place: Place,
) -> None:
    """Tell of two numbers that add up to another than that of the items."""
    first, second = pair
    said, many = number(first) + number(second), len(one.items)
    if abs(said - many) > max(1, many // PAIRED):
        return
    expected = like(first, many - number(second))
    found = intro.text[first.start : second.end]
    out.findings.append(_number(found, one, place, expected))
    out.failed[place] = expected


def _goes_on(one: Listed, said: Decimal) -> bool:
    """Say whether the lists that follow bring the items to the stated number."""
    return any(said == reached for reached in accumulate((len(one.items), *one.more)))


HELD = {
    "table": ("the table after it has", "row", "the table"),
    "named rows": ("the table after it has", "row", "the table"),
    "headings": ("after it come", "numbered heading", "the headings"),
    "sections": ("after it come", "heading", "the headings"),
    "names": ("after it come", "named paragraph", "the paragraphs"),
    "cut": ("the lists after it have", "item", "the lists"),
    "rows": ("the table after it has", "row", "the table"),
    "titled heads": ("after it come", "heading", "the headings"),
    "tallied heads": ("after it come", "heading", "the headings"),
    "tallied numbers": ("after it come", "heading", "the headings"),
    "tallied rows": ("the table after it has", "row", "the table"),
    "titled rows": ("the table after it has", "row", "the table"),
    "calls": ("the code after it has it", "time", "the code"),
    "code": ("the code after it has", "like line", "the code"),
    "above": ("the list before it has", "item", "the list"),
}
LIST = ("the list after it has", "item", "the list")
"""How a message goes on after a number, what it counts, and what may be mended."""


def _number(found: str, one: Listed, place: Place, expected: str) -> Finding:
    many = len(one.items)
    held, thing, mended = HELD.get(one.kind, LIST)
    # Of two numbers either may be the wrong one.
    sure = " " not in found.strip() or found.isdigit()
    return Finding(
        "TAB07",
        f"Text says “{found}”; {held} {several(many, thing)}",
        place,
        help=f"Write {expected}, or mend {mended}",
        found=found,
        expected=expected,
        fix=Fix(expected) if sure else None,
        anchor=f"{found} {many} items",
    )
