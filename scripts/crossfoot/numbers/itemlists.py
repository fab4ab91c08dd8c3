"""Item lists: a list and the text before it in; what its items make up, noted, out.

The number that announces the items, the total that they come to, their shares of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from crossfoot.amounts import english_sums
from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.scan import scan
from crossfoot.chapters import Chapter
from crossfoot.findings import several
from crossfoot.numbers.bulleted import MEANT, before_items
from crossfoot.numbers.claims import NEAR, PLAIN, Claim, half, number
from crossfoot.numbers.counted import (
    above,
    count_of,
    earlier,
    headed,
    is_before_table,
    is_near,
    is_whole,
    large,
    lone,
    naming,
    opening,
    pair_of,
    recalled,
    shown,
)
from crossfoot.numbers.itemised import Itemised, itemised, tabled
from crossfoot.numbers.labels import is_bare
from crossfoot.numbers.leading import LEADING, alone, in_all, parts_of
from crossfoot.numbers.linear import HOLE, Passage
from crossfoot.numbers.lists import Listed
from crossfoot.numbers.miscounts import miscounted
from crossfoot.numbers.proved import Proved, finding, note, place_of, written
from crossfoot.numbers.rowheads import told
from crossfoot.numbers.runs import leads_on
from crossfoot.numbers.splits import sentences
from crossfoot.numbers.titled import is_title, titled
from crossfoot.places import Place

LISTS = re.compile(rf"\b(?:{any_of(english_sums.LISTS)})\b", re.IGNORECASE)
CLOSING = re.compile(r"total\s[a-z]+", re.IGNORECASE)
LABEL = re.compile(r"[\s:–—=-]*\Z")
PAIRED = 5
"""One in so many items two numbers together may be off and still count them."""
CUT = re.compile(r"\.\.\.|…|⋮")
"""A row that stands for others."""
LOOSE = frozenset(
    {"cut", "calls", "rows", "sections", "names", "code", "above", "named rows"}
)
"""Kinds of list of which only a number one off is surely the number."""
TITLED = frozenset({"titled", "titled rows"})
"""Kinds of list that a heading stands right above."""
PLAINLY = frozenset({"calls", "list", "names"})
"""Kinds of list that are plainly one."""
MOST_ITEMS = 30
BRIEF = 60
"""Characters of an item that names one thing and says no more."""
MOST_COUNTED = 1000
FEWEST = 2
APART = Decimal("0.5")
"""How far, as a share, a total may be off that stands alone before its list."""


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
        noted(out, chapter, tabled(intro, said, one.rows))
    elif one.kind == "list" and len(one.items) <= MOST_ITEMS:
        _summed(out, chapter, one, said)
    elif one.kind == "above" and len(one.items) <= MOST_ITEMS:
        _closed(out, chapter, one)


def _summed(out: Proved, chapter: Chapter, one: Listed, said: Sequence[Amount]) -> None:
    """Check what the amounts of a list's items make up."""
    own = [_only(item) for item in one.items]
    _ended(out, chapter, one.items, own)
    for claim in itemised(one.intro, said, one.items):
        noted(out, chapter, claim)
    if one.intro and HOLE not in one.intro.text:
        _stated(out, chapter, one, said, own)
        _bulleted(out, chapter, one, said)
        _led(out, chapter, one, said)
        _headed(out, chapter, one, own)


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
            miscounted(found, replace(one, items=(intro,) * many), place, expected)
        )
        out.failed[place] = expected


def noted(out: Proved, chapter: Chapter, one: Itemised | None) -> None:
    """Note a claim whose parts stand in other passages."""
    if one is None:
        return
    note(out, chapter, one.passage, replace(one.claim, parts=()))
    places = (place_of(chapter, passage, a) for a, passage in one.parts)
    if one.claim.holds:
        out.footed |= {place for place in places if place}


def _headed(
    out: Proved, chapter: Chapter, one: Listed, own: Sequence[Amount | None]
) -> None:
    """Check an item that is an amount against the amounts of the items below it."""
    intro = one.intro
    parts = [(a, item) for a, item in zip(own, one.items, strict=True) if a]
    if intro is None or len(parts) < len(one.items) or len(intro.text) > LEADING:
        return
    total = _only(intro)
    money = total is not None and total.unit.isupper()
    if total and money and len({a.text for a, _ in parts}) > 1:
        _sum(out, chapter, (total, intro), parts)


def _only(item: Passage) -> Amount | None:
    """Return the one number of an item, when it starts or ends with it."""
    if HOLE in item.text:
        return None
    found = [a for a in scan(item.text) if a.kind == "quantity" and a.value is not None]
    main = [a for a in found if not _is_aside(item.text, a)]
    if len(main) != 1 or main[0].comparator not in PLAIN or main[0].worded:
        return None
    one = main[0]
    ends = not item.text[one.tail :].strip(" .;,*") or item.text[one.tail :][:2] == " ("
    return one if ends or not item.text[: one.lead].strip() else None


def _is_aside(text: str, one: Amount) -> bool:
    """Say whether a number stands in brackets."""
    return text.count("(", 0, one.start) > text.count(")", 0, one.start)


def _ended(
    out: Proved,
    chapter: Chapter,
    items: Sequence[Passage],
    own: Sequence[Amount | None],
) -> None:
    """Check a list whose last item is the total of the others."""
    total, last = own[-1], items[-1]
    if total is None or not is_bare(LABEL.sub("", last.text[: total.lead])):
        return
    parts = [(a, item) for a, item in zip(own[:-1], items, strict=False) if a]
    if len(parts) >= FEWEST and len(parts) == len(items) - 1:
        _sum(out, chapter, (total, last), parts)


def _closed(out: Proved, chapter: Chapter, one: Listed) -> None:
    """Check the total that a line after a list says, `Total: £850`."""
    total = _only(one.intro) if one.intro else None
    if one.intro is None or total is None:
        return
    label = LABEL.sub("", one.intro.text[: total.lead])
    parts = [(a, item) for item in one.items if (a := _only(item))]
    if len(parts) == len(one.items) and (is_bare(label) or CLOSING.fullmatch(label)):
        _sum(out, chapter, (total, one.intro), parts, NEAR)


def _stated(
    out: Proved,
    chapter: Chapter,
    one: Listed,
    said: Sequence[Amount],
    own: Sequence[Amount | None],
) -> None:
    """Check a list whose items make up a number of the sentence before it."""
    intro = one.intro
    parts = [(a, item) for a, item in zip(own, one.items, strict=True) if a]
    if intro is None or len(parts) < len(one.items):
        return
    unit = parts[0][0].unit
    totals = [a for a in said if a.kind == "quantity" and a.unit == unit]
    totals = [a for a in totals if a.comparator in PLAIN and not a.worded]
    ends = intro.text.rstrip().endswith(":")
    if len(totals) == 1 and ends and LISTS.search(intro.text):
        _sum(out, chapter, (totals[0], intro), parts)


def _led(out: Proved, chapter: Chapter, one: Listed, said: Sequence[Amount]) -> None:
    """Check a list whose items start with amounts against the total before it."""
    intro, parts = one.intro, parts_of(one.items)
    if intro is None or not parts:
        return
    if (total := in_all(intro, said, parts)) is not None:
        _sum(out, chapter, (total, intro), parts)
    elif (total := alone(intro, said, parts)) is not None:
        _sum(out, chapter, (total, intro), parts, APART)


def _bulleted(
    out: Proved, chapter: Chapter, one: Listed, said: Sequence[Amount]
) -> None:
    """Check a list of which each item says one amount against the total before it."""
    found = before_items(one.intro, said, one.items) if one.intro else None
    if one.intro and found and place_of(chapter, one.intro, found[0]) not in out.failed:
        _sum(out, chapter, (found[0], one.intro), found[1], MEANT)


def _sum(
    out: Proved,
    chapter: Chapter,
    stated: tuple[Amount, Passage],
    parts: Sequence[tuple[Amount, Passage]],
    off: Decimal = NEAR * 2,
) -> None:
    """Compare a total with the numbers of a list's items; it may be a share off."""
    total, passage = stated
    amounts = [a for a, _ in parts]
    if {a.unit for a in amounts} != {total.unit}:
        return
    real = sum((number(a) for a in amounts), Decimal(0))
    reach = sum(map(half, amounts), half(total))
    reach += number(total) * NEAR if total.comparator == "about" else 0
    holds = abs(number(total) - real) <= reach
    where = place_of(chapter, passage, total)
    if holds and where:
        places = (place_of(chapter, item, a) for a, item in parts)
        out.footed |= {where, *(one for one in places if one)}
        out.made.setdefault(where, f"the {several(len(parts), 'item')} of the list")
    elif where and abs(number(total) - real) <= off * max(number(total), real):
        items = f"the {several(len(parts), 'item')} of the list"
        claim = Claim(total, tuple(amounts), real, False, items, "list")
        expected = written(claim)
        out.failed[where] = expected
        out.findings.append(finding(claim, passage.text, where, expected))


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
    near = every if one.kind in {"above", "named rows"} else said
    counts = [a for a in near if a.kind == "quantity" and a.unit == "count"]
    whole = [number(a) for a in counts]
    if many in ({sum(map(number, pair))} if pair else {*whole, sum(whole)}):
        out.footed.add(place)
        out.made.setdefault(place, f"number of items in the list: {many}")
    elif place in out.failed or (not pair and one.also & {int(a) for a in whole}):
        return
    elif pair:
        _paired(out, intro, pair, one, place)
    elif one.kind in LOOSE and abs(number(last) - many) > 1:
        return
    elif is_near(last, many) and not _goes_on(one, number(last)):
        found = intro.text[last.start : last.end]
        expected = like(last, Decimal(many))
        out.findings.append(miscounted(found, one, place, expected))
        out.failed[place] = expected


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
        return above(text, every, many)
    if one.kind in {"sections", "rows"}:
        return headed(text, start, said)
    if one.kind == "named rows":
        return told(text, every, one.head)
    if one.kind == "headings" and not leads_on(text):
        return told(text, every, one.head)
    if one.kind in TITLED:
        return titled(text, every, many)
    brief = one.kind == "list" and all(len(item.text) <= BRIEF for item in one.items)
    return (
        _told(text, start, said, every, one)
        or large(text, said, many)
        or (opening(text, said, many) if brief else None)
        or recalled(text, start, every)
        or (lone(text, start, said, many) if one.kind in PLAINLY else None)
        or (naming(text, start, said, many) if _is_named(one) else None)
        or (titled(text, every, many) if one.intro and is_title(one.intro) else None)
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
    out.findings.append(miscounted(found, one, place, expected))
    out.failed[place] = expected


def _goes_on(one: Listed, said: Decimal) -> bool:
    """Say whether the lists that follow bring the items to the stated number."""
    return any(said == reached for reached in accumulate((len(one.items), *one.more)))
