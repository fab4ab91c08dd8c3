"""Sums in prose and lists: a chapter's texts in; findings and proved numbers out.

Only what a text says of its own numbers is looked at, and only where it can mean one
thing: a warning at most, as prose is freer than a table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

from crossfoot.amounts import english_sums
from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.scan import scan
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, Fix, Related, several
from crossfoot.numbers.arithmetic import sums
from crossfoot.numbers.claims import NEAR, PLAIN, Claim, claims, half, number
from crossfoot.numbers.counted import count_of, earlier, is_near
from crossfoot.numbers.labelled import Whole, wholes
from crossfoot.numbers.labels import is_bare
from crossfoot.numbers.linear import HOLE, Passage
from crossfoot.numbers.passages import Listed
from crossfoot.places import Place

TWO_NUMBERS = re.compile(r"[0-9][^0-9]+[0-9]|\(\s?[0-9]")
CUES = re.compile(
    rf"[:(=]|\bfrom\b|\b(?:{any_of(english_sums.TOTALLING)}|{any_of(english_sums.IN_TOTAL)})\b"
    rf"|\b(?:{any_of(english_sums.MADE_OF)}|{any_of(english_sums.OF_WHICH)})\b"
    rf"|\b(?:{any_of(english_sums.REST)})\s",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"'(£$€0-9])")
LISTS = re.compile(rf"\b(?:{any_of(english_sums.LISTS)})\b", re.IGNORECASE)
LABEL = re.compile(r"[\s:–—=-]*\Z")
IN_ALL = re.compile(r"\btotal of\s\Z", re.IGNORECASE)
AFTER = re.compile(r"\s(?P<word>[^\W\d_]{2,})")
LEADING = 60
"""Characters of an item in which its first number stands."""
MOST_ITEMS = 30
FEWEST = 2
SAID = {
    "sum": "{} comes to {}",
    "share": "{} is {}",
    "fraction": "“{}” is {}",
    "change": "{} is a change of {}",
    "rest": "{} leaves {}",
    "list": "{} add up to {}",
}
"""How the message on each kind of claim goes on."""
IN_TEXT = frozenset({"text", "note", "caption"})


@dataclass(slots=True)
class Proved:
    """What the sums of a chapter's prose came to."""

    footed: set[Place] = field(default_factory=set)
    failed: dict[Place, str] = field(default_factory=dict)
    made: dict[Place, str] = field(default_factory=dict)
    """How each number that a sentence or list proves is made."""
    findings: list[Finding] = field(default_factory=list)


def prose(
    chapter: Chapter, passages: Sequence[Passage], lists: Iterable[Listed]
) -> Proved:
    """Check what a chapter's sentences and lists say of their own numbers."""
    out = Proved()
    for passage in passages:
        if passage.where in IN_TEXT and is_worth(passage.text):
            for claim in _claims(passage.text):
                _note(out, chapter, passage, claim)
    for one in lists:
        _list(out, chapter, one)
    for whole in wholes(passages):
        _whole(out, chapter, whole)
    out.footed -= set(out.failed)
    return out


def is_worth(text: str) -> bool:
    """Say whether a text may hold a claim, before its numbers are read."""
    return bool(TWO_NUMBERS.search(text) and CUES.search(text))


def _claims(text: str) -> Iterator[Claim]:
    yield from sums(text)
    numbers = scan(text)
    at = 0
    for start, end in sentences(text):
        inside: list[Amount] = []
        while at < len(numbers) and numbers[at].start < end:
            inside += [numbers[at]] if numbers[at].start >= start else []
            at += 1
        if len(inside) > 1:
            yield from claims(text, inside)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are its sentences."""
    start = 0
    for found in SENTENCE.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _place(chapter: Chapter, passage: Passage, one: Amount) -> Place | None:
    span = passage.span(one.start, one.end)
    return chapter.place(span) if span else None


def _note(out: Proved, chapter: Chapter, passage: Passage, claim: Claim) -> None:
    """Add a claim to what is known; a second one on a number adds no finding."""
    place = _place(chapter, passage, claim.stated)
    parts = [_place(chapter, passage, one) for one in claim.parts]
    if place is None:
        return
    if claim.holds:
        out.footed |= {one for one in (place, *parts) if one}
        out.made.setdefault(place, claim.how)
    elif place not in out.failed:
        text = passage.text
        expected = _written(claim)
        out.failed[place] = expected
        out.findings.append(_finding(claim, text, place, expected))


def _written(claim: Claim) -> str:
    """Return what to write instead of the stated number."""
    return like(claim.stated, claim.real)


def _finding(claim: Claim, text: str, place: Place, expected: str) -> Finding:
    found = text[claim.stated.start : claim.stated.end]
    # A fraction in words may be the wrong one of the two: no fix is offered.
    words = claim.kind == "fraction"
    return Finding(
        "TAB05",
        f"Text says “{found}”; {SAID[claim.kind].format(claim.how, expected)}",
        place,
        help=f"Write {expected}, or correct what it is said with",
        found=found,
        expected=expected,
        fix=None if words else Fix(expected),
        anchor=f"{found} {claim.how}",
    )


def _whole(out: Proved, chapter: Chapter, one: Whole) -> None:
    """Note what a labelled total and the lines of its name come to."""
    total, passage = one.total.amount, one.total.passage
    place = _place(chapter, passage, total)
    parts = [_place(chapter, part.passage, part.amount) for part in one.parts]
    if place is None:
        return
    if one.holds:
        out.footed |= {place, *(part for part in parts if part)}
        return
    expected = like(total, one.real)
    found = passage.text[total.start : total.end]
    label = passage.text.partition(":")[0].strip()
    lines = several(len(one.parts), "line")
    out.failed[place] = expected
    out.findings.append(
        Finding(
            "TAB09",
            f"{label} says “{found}”; the {lines} of its name add up to {expected}",
            place,
            notes=tuple(Related("it is a part", part) for part in parts[:1] if part),
            help=f"Write {expected}, or correct a part",
            found=found,
            expected=expected,
            fix=Fix(expected),
            anchor=f"{label} {found}",
        )
    )


def _list(out: Proved, chapter: Chapter, one: Listed) -> None:
    """Check a list against the sentence before it, and against its own total."""
    if not FEWEST <= len(one.items) <= MOST_ITEMS:
        return
    own = [_only(item) for item in one.items]
    _ended(out, chapter, one.items, own)
    if one.intro is None:
        return
    start, _ = list(sentences(one.intro.text))[-1]
    every = scan(one.intro.text)
    said = [a for a in every if a.start >= start]
    _counted(out, chapter, one, every)
    if HOLE not in one.intro.text:
        _stated(out, chapter, one, said, own)
        _led(out, chapter, one, said)


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
    """Check a list whose items start with amounts of what the sentence gives in all.

    The same word follows each: `A total of 12 homes was built.`, `- 7 homes in Hove`.
    """
    intro = one.intro
    parts = [(a, item) for item in one.items if (a := _first(item))]
    if intro is None or len(parts) < len(one.items):
        return
    words = {_word(item.text, a) for a, item in parts}
    totals = [a for a in said if IN_ALL.search(intro.text, max(0, a.lead - 20), a.lead)]
    if len(totals) == 1 and words == {_word(intro.text, totals[0])} != {""}:
        _sum(out, chapter, (totals[0], intro), parts)


def _first(item: Passage) -> Amount | None:
    """Return the amount that an item starts with."""
    found = next(iter(scan(item.text[:LEADING])), None)
    known = found is not None and found.kind == "quantity" and found.value is not None
    if found is None or not known or found.worded or found.comparator not in PLAIN:
        return None
    return None if item.text[: found.lead].strip() else found


def _word(text: str, one: Amount) -> str:
    """Return the word after a number, without its plural."""
    found = AFTER.match(text, one.end)
    return found["word"].lower().removesuffix("s") if found else ""


def _sum(
    out: Proved,
    chapter: Chapter,
    stated: tuple[Amount, Passage],
    parts: Sequence[tuple[Amount, Passage]],
) -> None:
    """Compare a total with the numbers of a list's items."""
    total, passage = stated
    amounts = [a for a, _ in parts]
    if {a.unit for a in amounts} != {total.unit}:
        return
    real = sum((number(a) for a in amounts), Decimal(0))
    reach = sum(map(half, amounts), half(total))
    holds = abs(number(total) - real) <= reach
    where = _place(chapter, passage, total)
    if holds and where:
        places = (_place(chapter, item, a) for a, item in parts)
        out.footed |= {where, *(one for one in places if one)}
        out.made.setdefault(where, f"the {several(len(parts), 'item')} of the list")
    elif where and abs(number(total) - real) <= NEAR * 2 * max(number(total), real):
        items = f"the {several(len(parts), 'item')} of the list"
        claim = Claim(total, tuple(amounts), real, False, items, "list")
        expected = _written(claim)
        out.failed[where] = expected
        out.findings.append(_finding(claim, passage.text, where, expected))


def _counted(
    out: Proved, chapter: Chapter, one: Listed, every: Sequence[Amount]
) -> None:
    """Check `three themes:` against the number of items that follow."""
    intro, many = one.intro, len(one.items)
    if intro is None:
        return
    start, _ = list(sentences(intro.text))[-1]
    said = [a for a in every if a.start >= start]
    last = count_of(intro.text, start, said) or earlier(intro.text, every)
    place = _place(chapter, intro, last) if last else None
    if last is None or place is None:
        return
    counts = [a for a in said if a.kind == "quantity" and a.unit == "count"]
    whole = [number(a) for a in counts]
    if many in {*whole, sum(whole)}:
        out.footed.add(place)
        out.made.setdefault(place, f"number of items in the list: {many}")
    elif is_near(last, many) and not _goes_on(one, number(last)):
        found = intro.text[last.start : last.end]
        expected = like(last, Decimal(many))
        out.findings.append(_number(found, many, place, expected))
        out.failed[place] = expected


def _goes_on(one: Listed, said: Decimal) -> bool:
    """Say whether the lists that follow bring the items to the stated number."""
    return any(said == reached for reached in accumulate((len(one.items), *one.more)))


def _number(found: str, many: int, place: Place, expected: str) -> Finding:
    return Finding(
        "TAB07",
        f"Text says “{found}”; the list after it has {several(many, 'item')}",
        place,
        help=f"Write {expected}, or mend the list",
        found=found,
        expected=expected,
        fix=Fix(expected),
        anchor=f"{found} {many} items",
    )
