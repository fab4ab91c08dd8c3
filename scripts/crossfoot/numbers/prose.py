"""Sums in prose and lists: a chapter's texts in; findings and proved numbers out.

Only what a text says of its own numbers is looked at, and only where it can mean one
thing: a warning at most, as prose is freer than a table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from crossfoot.amounts import (
    english,
    english_dates,
    english_phrases,
    english_sums,
    english_terms,
)
from crossfoot.amounts.like import like
from crossfoot.amounts.model import Amount
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.scan import scan
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, Fix, Related, several
from crossfoot.numbers.beside.basedshares import based_shares
from crossfoot.numbers.beside.bases import base_of, of_list, of_table
from crossfoot.numbers.beside.cellsaid import Spoken, said_again
from crossfoot.numbers.beside.cellshares import of_cells
from crossfoot.numbers.beside.grouped import grouped
from crossfoot.numbers.beside.paired import paired
from crossfoot.numbers.beside.ranked import ranked
from crossfoot.numbers.beside.spanned import spanned
from crossfoot.numbers.beside.spoken import said_beside
from crossfoot.numbers.beside.tabular import told_of
from crossfoot.numbers.beside.worked import worked
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.passages import Grid
from crossfoot.numbers.splits import sentences
from crossfoot.numbers.texts import durations
from crossfoot.numbers.texts.arithmetic import POWER, sums
from crossfoot.numbers.texts.bracketed import bracketed
from crossfoot.numbers.texts.claims import HOLE, Claim, claims
from crossfoot.numbers.texts.compared import carried, compared
from crossfoot.numbers.texts.contents import contents
from crossfoot.numbers.texts.contrary import contrary
from crossfoot.numbers.texts.dated import BACKWARD, backward, dated
from crossfoot.numbers.texts.each import shares_of_each
from crossfoot.numbers.texts.enumerated import enumerations
from crossfoot.numbers.texts.fractions import fractions
from crossfoot.numbers.texts.fullshares import full
from crossfoot.numbers.texts.itemised import Itemised
from crossfoot.numbers.texts.itemlists import listing
from crossfoot.numbers.texts.labelled import Whole, wholes
from crossfoot.numbers.texts.lists import Listed
from crossfoot.numbers.texts.listsums import claimed
from crossfoot.numbers.texts.madeof import made_of
from crossfoot.numbers.texts.numbering import misnumbered
from crossfoot.numbers.texts.ordered import ordered
from crossfoot.numbers.texts.others import left_over, others
from crossfoot.numbers.texts.partitions import partitions
from crossfoot.numbers.texts.phrased import phrased
from crossfoot.numbers.texts.proved import Proved, note, place_of
from crossfoot.numbers.texts.ratios import misstated
from crossfoot.numbers.texts.reckoned import reckoned
from crossfoot.numbers.texts.sisters import sister_shares
from crossfoot.numbers.texts.slashes import CELL, slashed
from crossfoot.numbers.texts.terms import terms

TWO_NUMBERS = re.compile(
    rf"[0-9](?:[^0-9]+[0-9]|\s(?:[a-z]+\s)?(?:{any_of(english_sums.IN_TOTAL)})\b)"
    r"|\(\s?[0-9]|\b(?:"
    r"(?:half|thirds?|quarters?|in (?:two|three|four|five|ten))\b[^0-9]{0,200}[0-9]"
    rf"|the\s(?:other|remaining)\s(?:{any_of(english.UNITS)})\b)",
    re.IGNORECASE,
)
WHOLE_CUES = (
    *(*english_sums.TOTALLING, *english_sums.IN_TOTAL, *english_sums.MADE_OF),
    *(*english_sums.OF_WHICH, *english_sums.MULTIPLES, *english_sums.TIMES),
    *(*english_terms.REMAIN, *english_phrases.CUES, *english_dates.CUES),
    *("from", "each", "mean of", "mean", "means", "majority of", "respectively"),
)
OPENING_CUES = (
    *(*english_sums.REST, *english_terms.LEAVING, *english_terms.THAT_IS),
    *(*english_terms.OR_SO, *english_terms.WHICH_IS),
)
"""Those that end in a mark or before a space."""
# At most places of a text no word begins: that is asked once for all of them.
CUES = re.compile(
    rf"[:(=–—]|%\sof\s|,\sso\s(?:that\s)?[0-9£$€]|\b(?:(?:{any_of(WHOLE_CUES)})\b"
    rf"|(?:{any_of(OPENING_CUES)})\s|averag|of (?:the |our |all |every )?[0-9])",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"\b(?:{any_of(english.UNITS)}|[0-9]{{1,2}})\s[^:(.;!?]{{2,80}}"
    rf"(?::\s|\(|\b(?:{any_of(english_sums.CALLED)})\s)"
    rf"[^.;:!?(),]{{1,60}}(?:\([^()]{{1,40}}\))?,[^.;:!?]{{1,240}}?"
    r"(?:\s(?:and|or|&)\s|,\s[\w-]+\s*\Z)",
    re.IGNORECASE,
)
"""A number and what may be an enumeration after it."""
CODED = re.compile(rf"{HOLE},?\s(?:and|&)\s{HOLE}|\({HOLE},\s{HOLE},")
"""Two of what may be an enumeration of code."""
DIGIT = re.compile(r"[0-9]")
NO_DIGITS = ("other", "remaining")
"""Words of which one stands where `TWO_NUMBERS` is met without a digit."""
NAMING = (":", "(", *(one.split()[0] for one in english_sums.CALLED))
"""What one of has to stand where `NAMED` is met."""
IN_TEXT = frozenset({"text", "note", "caption"})


def prose(
    chapter: Chapter,
    passages: Sequence[Passage],
    lists: Iterable[Listed],
    grids: Sequence[Grid] = (),
    spoken: Iterable[Spoken] = (),
) -> Proved:
    """Check what sentences, lists and the cells of tables say of their own numbers."""
    out = Proved()
    for passage in passages:
        _in_passage(out, chapter, passage)
    every = tuple(lists)
    for one in (*every, *contents(every)):
        listing(out, chapter, one)
        _based(out, chapter, one)
    for grid in grids:
        for of_cell in (*of_cells(grid.body), *based_shares(grid.body)):
            claimed(out, chapter, of_cell)
        wrong, right = durations.tabled(chapter, grid.body)
        out.findings += wrong
        out.footed |= {*right}
    for of_cell in spanned(passages, grids):
        claimed(out, chapter, of_cell)
    every_spoken = tuple(spoken)
    for beside in every_spoken:
        for of_cell in _beside(beside):
            claimed(out, chapter, of_cell)
    for of_cell in told_of(every_spoken):
        claimed(out, chapter, of_cell)
    for whole in wholes(passages):
        _whole(out, chapter, whole)
    out.findings += misnumbered(chapter, passages)
    out.findings += (one for p in passages for one in misstated(chapter, p))
    out.footed -= set(out.failed)
    return out


def _in_passage(out: Proved, chapter: Chapter, passage: Passage) -> None:
    """Note what a text or a cell says of its own numbers."""
    forms = (CELL, BACKWARD, POWER) if passage.where == "cell" else ()
    cell = any(form.search(passage.text) for form in forms)
    if cell or (passage.where in IN_TEXT and is_worth(passage.text)):
        for claim in claims_in(passage.text):
            note(out, chapter, passage, claim)
    if passage.where in IN_TEXT:
        _made_of(out, chapter, passage)


def _made_of(out: Proved, chapter: Chapter, passage: Passage) -> None:
    """Note what one slip would mend, of numbers that no sentence proves."""
    text = passage.text
    sisters = [*sister_shares(text)]
    broken = {one for claim in sisters for one in (claim.stated, *claim.parts)}
    parted = [one for one in partitions(text) if one.holds or not broken & _of(one)]
    sure = [*sisters, *parted]
    wrong = {claim.stated for claim in sure if not claim.holds}
    more = (
        claim for claim in made_of(text) if not wrong & {claim.stated, *claim.parts}
    )
    for claim in (*sure, *more):
        every = (claim.stated, *claim.parts)
        places = {place_of(chapter, passage, one) for one in every}
        place = place_of(chapter, passage, claim.stated)
        # A share of two figures is that of many counts: parts that add up are exact.
        rough = claim in parted and place in out.roughly
        told = place in out.footed and not rough
        if not told and not places & out.failed.keys():
            note(out, chapter, passage, claim)


def _of(claim: Claim) -> set[Amount]:
    return {claim.stated, *claim.parts}


def _beside(one: Spoken) -> Iterator[Itemised]:
    """Yield the claims of a text near a table on its cells and rows."""
    if not one.far:
        yield from said_again(one)
    # A caption says what a table is of, which kinds it names or more.
    if not one.far and one.passage.where not in {"caption", "alt"}:
        yield from grouped(one)
    yield from _worked(one)


def _worked(one: Spoken) -> Iterator[Itemised]:
    """Yield the claims of the sentences beside a table on what its cells make."""
    for said in said_beside(one):
        for claim in (*worked(said), *ranked(said), *paired(said)):
            yield Itemised(claim, one.passage, ())


def _based(out: Proved, chapter: Chapter, one: Listed) -> None:
    """Check a list or table against the base before it, and a list of times."""
    stated = base_of(one.intro)
    of = of_table(stated, one.rows) if one.rows else of_list(stated, one.items)
    for claim in of if stated else ():
        claimed(out, chapter, claim)
    out.findings += durations.listed(chapter, one)


def is_worth(text: str) -> bool:
    """Say whether a text may hold a claim, before its numbers are read.

    Most texts hold none: what a pattern cannot do without is sought first, which takes
    a tenth of the pattern's time.
    """
    small = text.lower()
    counted = DIGIT.search(text) or any(map(small.__contains__, NO_DIGITS))
    if counted and TWO_NUMBERS.search(text) and CUES.search(text):
        return True
    if HOLE in text and CODED.search(text):
        return True
    if "First" in text and "Second" in text:
        return True
    may_name = "," in text and any(map(small.__contains__, NAMING))
    return may_name and NAMED.search(text) is not None


def claims_in(text: str) -> Iterator[Claim]:
    """Yield what a text says of its own numbers, sentence by sentence."""
    yield from sums(text)
    numbers = scan(text)
    yield from ordered(text, numbers)
    yield from left_over(text, numbers)
    yield from bracketed(text, numbers)
    yield from backward(text)
    at = 0
    before: list[Amount] = []
    for start, end in sentences(text):
        inside: list[Amount] = []
        while at < len(numbers) and numbers[at].start < end:
            inside += [numbers[at]] if numbers[at].start >= start else []
            at += 1
        if len(inside) == 1 and before:
            yield from phrased(text, inside, before)
        if len(inside) > 1:
            yield from claims(text, inside)
            yield from compared(text, inside)
            yield from reckoned(text, inside)
            yield from terms(text, inside)
            yield from fractions(text, inside)
            yield from dated(text, inside)
            yield from contrary(text, inside)
            yield from others(text, inside)
            yield from slashed(text, inside) if "/" in text else ()
            if "each" in text:
                yield from shares_of_each(text, inside)
            yield from phrased(text, inside, before)
        if inside:
            yield from enumerations(text, inside)
            yield from full(text, inside) if "%" in text else ()
            yield from carried(text, before, inside)
        before = inside


def _whole(out: Proved, chapter: Chapter, one: Whole) -> None:
    """Note what a labelled total and the lines of its name come to."""
    total, passage = one.total.amount, one.total.passage
    place = place_of(chapter, passage, total)
    parts = [place_of(chapter, part.passage, part.amount) for part in one.parts]
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
