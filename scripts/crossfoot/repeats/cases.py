"""Cases: two statements that differ in, whether text around them names two cases out.

What holds under “Windows” need not hold under “Linux”. Headings of one form, another
name in the sentences beside, a condition that is denied, or a series of items in one
section say that no statement is about what the other is about.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crossfoot.places import Span
from crossfoot.repeats.clashes import Clash, Statement
from crossfoot.repeats.compare import TURNS, Comparison, Match
from crossfoot.repeats.counted import are_apart, is_dated, is_day
from crossfoot.repeats.examples import are_examples
from crossfoot.repeats.filled import is_renamed
from crossfoot.repeats.language import read
from crossfoot.repeats.referents import are_of_two, is_counted
from crossfoot.repeats.stems import stem
from crossfoot.repeats.titles import (
    CAMEL,
    YEAR,
    announced,
    are_on_days,
    are_parallel,
    editions_apart,
    quarters_apart,
    years_apart,
)
from crossfoot.repeats.units import Unit, in_one_list
from crossfoot.repeats.wording import MODALS

FIGURES = frozenset({"figure", "year", "label"})
"""Kinds of edits of one figure into another."""
LONG = 20
"""Words from which on an item says enough to be one statement, told twice."""
DIGITS = 4
"""Digits from which on two numbers that differ in one, or in two that changed places,
are one number and a slip."""
KEPT = 2
"""Figures that stay for each that differs, in a copy that is no other edition."""
IF = frozenset({"if", "when", "where", "unless", "whenever"})
"""What a condition starts with."""
REACH = 3
"""Words from a denial to what it denies, which ends what two sentences share."""
ROOM = 8
"""One word in so many may differ in a sentence that tells of another name."""
SERIES = 3
"""Figures from which on a sentence in which all differ is one of a series."""
NO_DIGIT = re.compile(r"[^0-9]")
OPEN = (":", "...", "…")
"""Ends of what leads in to a list."""
BELOW = re.compile(r"\S*:[*_]*[ \t]*\n\s*(?:[-+*•]|\(?\w{1,3}[.)])\s")
"""A word that leads in to a list: a colon behind it, and an item on the next line."""
LEADING = 8
"""Words that lead in to what follows at the most."""
ANSWER = re.compile(r"[Nn]o[.,:;]")
LINK = re.compile(r"\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])")


def are_two_cases(one: Comparison, match: Match, clash: Clash) -> bool:
    """Say whether two statements are about two cases, going by what stands around."""
    if _denies_another(one, match) or (not clash.near and _counts_another(one, match)):
        return True
    if clash.a.unit.block.summary or clash.b.unit.block.summary:
        return _titles_tell(clash) or _headings_tell(clash)
    turns = [edit for edit in match.edits if edit.kind in TURNS - FIGURES]
    return (
        len(turns) > 1
        or _titles_tell(clash)
        or _headings_tell(clash)
        or _is_series(clash, match)
        or _is_referring(clash)
        or are_examples(clash)
        or is_counted(clash)
        or _is_filled(clash)
        or _is_answer(clash)
        or _are_led(clash)
        or _are_denied_headings(clash)
        or (not clash.near and (_is_conditional(clash) or _are_duties(clash)))
        or (not is_swapped(clash) and _is_renamed_beside(one, match))
        or (not is_swapped(clash) and are_of_two(clash))
    )


def are_headed_apart(one: Clash) -> bool:
    """Say whether two statements stand under headings that name or count two cases."""
    here, there = one.a.unit.block, one.b.unit.block
    if here.summary or there.summary:
        return False
    if are_apart(here.case, there.case) and not is_dated(here.case):
        return True
    heads = here.under, there.under
    return not all(map(is_day, heads)) and are_parallel(*heads)


def _denies_another(one: Comparison, match: Match) -> bool:
    """Say whether a sentence denies one thing, and the other one affirms another.

    What both have in common ends right after the denial, and each goes on with words of
    its own: “will not receive vouchers” is no contrary of “will receive wages”.
    """
    denied = [edit for edit in match.edits if edit.kind == "negation"]
    if not denied or any(edit.kind in FIGURES for edit in match.edits):
        return False
    close = match.a[1] - max(edit.a[1] for edit in denied) <= REACH
    return close and _goes_on_apart(one, match)


def _counts_another(one: Comparison, match: Match) -> bool:
    """Say whether two sentences count two things, which each names at an end.

    “There are 6 ways to mend a roof” says nothing of 2 ways to paint a door.
    """
    if match.longest >= LONG:
        return False
    return _goes_on_apart(one, match) or _starts_apart(one, match)


def _starts_apart(one: Comparison, match: Match) -> bool:
    """Say whether two sentences start with other words before what they share."""
    first = [
        {stem(norm) for norm in unit.norms[_start(unit, at) : at]} - {""}
        for unit, at in ((one.a, match.a[0]), (one.b, match.b[0]))
    ]
    return all(first) and first[0].isdisjoint(first[1])


def _start(unit: Unit, at: int) -> int:
    """Return where the sentence starts that a word stands in."""
    return next((lo for lo, hi in unit.sentences if lo <= at < hi), at)


def _goes_on_apart(one: Comparison, match: Match) -> bool:
    """Say whether two sentences go on with other words after what they share."""
    rest = [
        {stem(norm) for norm in unit.norms[end : _end(unit, end)]} - {""}
        for unit, end in ((one.a, match.a[1]), (one.b, match.b[1]))
    ]
    return all(rest) and rest[0].isdisjoint(rest[1])


def _end(unit: Unit, at: int) -> int:
    """Return where the sentence ends that the word before one stands in."""
    return next((hi for lo, hi in unit.sentences if lo < at <= hi), at)


def _is_series(one: Clash, match: Match) -> bool:
    """Say whether two statements are items of one section, as steps of examples are.

    Of long ones much alike something else must differ as well, in one list.
    """
    a, b = one.a.unit, one.b.unit
    if a.page != b.page or not a.kind == b.kind == "item":
        return False
    if in_one_list(a, b) and any(
        edit.kind in {"words", "name"} for edit in match.edits
    ):
        return True
    here = a.block.under == b.block.under != ""
    if not here or is_misprint(one):
        return False
    return min(len(a.words), len(b.words)) < LONG or not one.near


def is_misprint(one: Clash) -> bool:
    """Say whether nothing differs but one digit of long numbers, or two exchanged."""
    return all(
        edit.kind == "figure"
        and _is_digit_off(
            [*values(one.a.unit, [edit.a])], [*values(one.b.unit, [edit.b])]
        )
        for edit in one.edits
    )


def _is_digit_off(here: Sequence[str], there: Sequence[str]) -> bool:
    if not len(here) == len(there) == 1:
        return False
    one, other = (NO_DIGIT.sub("", figure) for figure in (here[0], there[0]))
    if len(one) != len(other) or len(one) < DIGITS or one == other:
        return False
    apart = [
        at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]
    ]
    exchanged = sorted(one) == sorted(other) and apart[1:] == [apart[0] + 1]
    return len(apart) == 1 or exchanged


def _are_led(one: Clash) -> bool:
    """Say whether other words lead in to two statements, or these to two lists."""
    sides = one.a, one.b
    if all(map(_leads, sides)) and not one.near:
        return True
    leads = [_lead(side.unit) for side in sides]
    return all(leads) and leads[0] != leads[1]


def _leads(one: Statement) -> bool:
    """Say whether a statement leads in to a list, and not to a sentence beside it."""
    # Words of its own may stand between what both say and the colon.
    hi = next((hi for lo, hi in one.unit.sentences if lo < one.hi <= hi), one.hi)
    word, start, _ = one.unit.words[hi - 1]
    last = hi == len(one.unit.words)
    if word.endswith(OPEN) and (last or not word.endswith(OPEN[0])):
        return True
    return BELOW.match(one.unit.source, start) is not None


def _are_denied_headings(one: Clash) -> bool:
    """Say whether one of two headings denies the other: either claims nothing."""
    headings = one.a.unit.kind == one.b.unit.kind == "heading"
    return headings and all(edit.kind == "negation" for edit in one.edits)


def _are_duties(one: Clash) -> bool:
    """Say whether duties differ of which neither statement says whose they are."""
    starts = (side.unit.norms[side.lo] for side in (one.a, one.b))
    duties = all(edit.kind in {"modal", "negation"} for edit in one.edits)
    return duties and all(start in MODALS for start in starts)


def _lead(unit: Unit) -> str:
    """Return the few words that lead in to a passage, such as `In Wales:`, or ""."""
    before = unit.source[: unit.block.start].rstrip()
    last = before[before.rfind("\n\n") + 1 :].strip().rstrip("*_")
    return last if last[-1:] == ":" and len(last.split()) <= LEADING else ""


def _is_filled(one: Clash) -> bool:
    """Say whether all of several figures of two statements differ."""
    changed = sum(edit.kind in FIGURES for edit in one.edits)
    return changed >= max(SERIES, len(one.b.values)) and not is_swapped(one)


def _is_answer(one: Clash) -> bool:
    """Say whether one statement answers a question first, as “No. That is left.”."""
    return all(
        edit.kind == "negation"
        and any(
            ANSWER.fullmatch(word)
            for side, span in ((one.a, edit.a), (one.b, edit.b))
            for word, *_ in side.unit.words[slice(*span)][:1]
        )
        for edit in one.edits
    )


def _is_referring(one: Clash) -> bool:
    """Say whether nothing differs but the numbers of parts that are pointed to.

    A part that calls itself by its number, and a link, say themselves which it is.
    """
    sides = (
        all(_points(side.unit, span[0]) for span in spans)
        for side, spans in (
            (one.a, [edit.a for edit in one.edits]),
            (one.b, [edit.b for edit in one.edits]),
        )
    )
    return all(edit.kind == "label" for edit in one.edits) and all(sides)


def _points(unit: Unit, at: int) -> bool:
    """Say whether a number is in a link, or that of the part that it stands in."""
    start, end = unit.block.start, unit.block.end
    links = LINK.finditer(unit.source, start, end)
    linked = any(link.start() <= unit.words[at][1] < link.end() for link in links)
    return linked or unit.norms[max(at - 2, 0)] == "this"


def _is_conditional(one: Clash) -> bool:
    """Say whether conditions differ, one being denied, and what follows from them."""
    sides = one.a, one.b
    whole = all((side.lo, side.hi) in side.unit.sentences for side in sides)
    return not whole and all(
        edit.kind in {"negation", "direction"}
        and _is_condition(one.a, edit.a[1] - 1)
        and _is_condition(one.b, edit.b[1] - 1)
        for edit in one.edits
    )


def _is_condition(one: Statement, at: int) -> bool:
    """Say whether a word is in a condition: no mark stands between it and `if`."""
    for word in range(max(at, one.lo) - 1, one.lo - 1, -1):
        if one.unit.norms[word] in IF:
            return True
        if one.unit.words[word][0][-1:] in ",:;":
            return False
    return False


def _is_renamed_beside(one: Comparison, match: Match) -> bool:
    """Say whether in another sentence of two passages one name stands for another.

    Little else differs there: two sentences of other words say nothing of each other.
    """
    return any(
        edit.kind == "name" and is_renamed(one.a, one.b, edit)
        for other in one.matches
        if other is not match and other.other * ROOM <= other.longest
        for edit in other.edits
    )


def _headings_tell(one: Clash) -> bool:
    """Say whether headings hold the word in which two statements differ.

    “If the date must be after another date” announces what stands under it. That one
    does is enough if the two are about one thing.
    """
    sides = [_headed(side.unit, one.a.page != one.b.page) for side in (one.a, one.b)]
    own = sides[0] - sides[1], sides[1] - sides[0]
    alike = any(map(stem, _under(one.a.unit) & _under(one.b.unit)))
    for edit in one.edits:
        if edit.kind not in {"negation", "direction"} and one.a.page != one.b.page:
            continue
        here = set(one.a.unit.norms[edit.a[0] : edit.a[1]])
        there = set(one.b.unit.norms[edit.b[0] : edit.b[1]])
        told = _is_headed(here - there, own[0]), _is_headed(there - here, own[1])
        if all(told) or (alike and any(told)):
            return True
    return False


def _is_headed(words: set[str], heading: set[str]) -> bool:
    """Say whether a heading holds one of some words, if need be shortened: MIN."""
    short = tuple(word for word in heading if len(word) >= REACH)
    return any(word in heading or word.startswith(short) for word in words)


def _headed(unit: Unit, titled: bool) -> set[str]:
    """Return the words of the heading of a unit, and of its chapter's title."""
    return announced(unit) if titled else _under(unit)


def _under(unit: Unit) -> set[str]:
    """Return the words of the heading that a unit stands under, `OneName` as two."""
    return {read(word).norm for word in CAMEL.sub(" ", unit.block.under).split()}


def _titles_tell(one: Clash) -> bool:
    """Say whether two chapters are about different years, or name what differs.

    What the report of 2021 says of a figure, that of 2022 says of another. A year in
    the text that stands as far from the title's in both is that of the report.
    """
    figures = all(edit.kind in FIGURES for edit in one.edits)
    if one.a.page == one.b.page or not figures or is_swapped(one):
        return False
    here, there = (announced(side.unit) for side in (one.a, one.b))
    pairs = [
        (one.a.unit.norms[edit.a[0]], one.b.unit.norms[edit.b[0]]) for edit in one.edits
    ]
    if all(a in here - there and b in there - here for a, b in pairs):
        return True
    if one.near and is_kept(one):
        return False
    units = one.a.unit, one.b.unit
    if are_on_days(*units):
        return False  # A date is nearer than the year of a title: see `days`.
    shift = editions_apart(*units) or years_apart(*(unit.block.under for unit in units))
    told = [pair for pair in pairs if all(map(YEAR.fullmatch, pair))]
    if quarters_apart(*units) and not told:
        return True
    return shift != 0 and all(int(b) - int(a) == shift for a, b in told)


def is_kept(one: Clash) -> bool:
    """Say whether most figures of two copies are equal: an edition has its own."""
    here, there = (
        Counter(each.figure for each in side.unit.readings if each.figure)
        for side in (one.a, one.b)
    )
    return sum((here & there).values()) >= KEPT * len(one.edits)


def is_swapped(one: Clash) -> bool:
    """Say whether nothing but the places of figures differs: 41 of 27, 27 of 41."""
    if len(one.edits) < 2 or any(e.kind not in FIGURES for e in one.edits):
        return False
    here = sorted(values(one.a.unit, [edit.a for edit in one.edits]))
    return here == sorted(values(one.b.unit, [edit.b for edit in one.edits]))


def values(unit: Unit, spans: Iterable[Span]) -> Iterator[str]:
    """Yield what the figures in some ranges of words say."""
    for span in spans:
        for at in range(*span):
            yield unit.readings[at].figure
