"""Filled-in frames: edits between two like units in, whether one frame holds both out.

Parallel text, such as the same steps for two systems, differs by what it is about and
by little else. A copy that was edited differs by what its editor thought of.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from crossfoot.places import Span
from crossfoot.repeats.compare import Edit, is_topic, may_name
from crossfoot.repeats.language import bared
from crossfoot.repeats.units import Unit, in_one_list, stem
from crossfoot.repeats.wording import PERIODS

SURE = 16
"""Words from which on one name that differs makes no frame of a passage."""
LONG = 40
"""Words from which on one name alone does not, where no figure differs."""
AGAIN = 2
"""Times that one word must stand for another to be what a passage is about …"""
APART = 40
"""… and once in so many words."""
TERM = 3
"""Words that such a term has at most."""
INITIALS = 2
"""Words from which on a name is shortened to its first letters."""
SPELLED = 8
"""Letters from which on a word with two letters exchanged, or with one more, is a slip
and no other name."""


def is_filled(a: Unit, b: Unit, edits: Sequence[Edit]) -> bool:
    """Say whether units much alike are one frame filled in twice.

    In a short one a name or label that differs is enough: Table 3 shows the costs. Of
    two items of one list, a name that only one of them has is not. Up to `LONG` words
    it is enough that each has a word of its own title in the place of the other's.
    """
    edits = [edit for edit in edits if not _is_same(a, b, edit)]
    counts = Counter(edit.kind for edit in edits)
    if min(len(a.words), len(b.words)) < SURE:
        listed = in_one_list(a, b)
        others = (edit for edit in edits if edit.kind == "name")
        other = any(_is_both(edit) or not listed for edit in others)
        return other or bool(counts["label"]) or _is_swap(a, b, edits)
    if min(len(a.words), len(b.words)) < LONG and any(
        is_topic(a, b, edit.a) and is_topic(b, a, edit.b) for edit in edits
    ):
        return True
    named = [edit for edit in edits if edit.kind == "name" and is_renamed(a, b, edit)]
    names = 0 if _is_one_for_two(a, b, named) else len(named)
    figures = counts["figure"] + counts["year"] + counts["label"]
    if names < _often(a, b) and not figures and min(len(a.words), len(b.words)) >= LONG:
        return _is_swap(a, b, edits)
    plain = counts["words"] + counts["direction"] + counts["negation"] + counts["modal"]
    filled = names and (figures or not plain or (plain <= names and names > 1))
    return bool(filled) or _is_swap(a, b, edits)


def _is_one_for_two(a: Unit, b: Unit, named: Sequence[Edit]) -> bool:
    """Say whether one name stands for two things, as no form of two things has it."""
    pairs = {(_term(a, edit.a), _term(b, edit.b)) for edit in named}
    sides = ({one for one, _ in pairs}, {other for _, other in pairs})
    return len(pairs) > min(map(len, sides))


def _is_same(a: Unit, b: Unit, edit: Edit) -> bool:
    """Say whether an edit brings in no other name.

    It is misspelled, shortened to its first letters, or stands in another place.
    """
    if is_slip(a, b, edit) or _is_short_for(a, b, edit):
        return True
    names = _names(a, edit.a), _names(b, edit.b)
    if edit.kind != "name" or all(names) or not any(names):
        return False
    return names[0] <= {*b.norms} and names[1] <= {*a.norms}


def _names(unit: Unit, words: Span) -> set[str]:
    """Return which of some words may be names."""
    return {unit.norms[at] for at in range(*words) if may_name(unit.words[at][0])}


def _is_both(edit: Edit) -> bool:
    """Say whether a name stands for another, and was not put in or left out."""
    return edit.a[0] < edit.a[1] and edit.b[0] < edit.b[1]


def is_renamed(a: Unit, b: Unit, edit: Edit) -> bool:
    """Say whether one name stands for another, and no common word for a name."""
    sides = (a, edit.a), (b, edit.b)
    names = [
        bool(_names(*side)) or not PERIODS.isdisjoint(side[0].norms[slice(*side[1])])
        for side in sides
    ]
    return _is_both(edit) and names[0] == names[1]


def agree(a: Unit, b: Unit) -> bool:
    """Say whether a figure stands in both units: a form has those of its own alone."""
    sides = ({one.figure for one in unit.readings} - {""} for unit in (a, b))
    return not set.isdisjoint(*sides)


def is_slip(a: Unit, b: Unit, edit: Edit) -> bool:
    """Say whether the one word that differs is the same, misspelled on one side."""
    one, other = a.norms[slice(*edit.a)], b.norms[slice(*edit.b)]
    if edit.kind != "name" or len(one) != 1 or len(other) != 1:
        return False
    return is_misspelled(one[0], other[0])


@cache
def is_misspelled(first: str, second: str) -> bool:
    """Say whether one of two words is the other with a slip of the pen."""
    if min(len(first), len(second)) < SPELLED or not (first + second).isalpha():
        return False
    from rapidfuzz.distance import OSA

    # Another letter in the place of one makes another name: Petersen is not Peterson.
    replaced = len(first) == len(second) and sorted(first) != sorted(second)
    return not replaced and int(OSA.distance(first, second, score_cutoff=1)) == 1


def _is_short_for(a: Unit, b: Unit, edit: Edit) -> bool:
    """Say whether one name is the first letters of another: HTT, HF Tech Team."""
    sides = [
        [bared(word[0]) for word in unit.words[slice(*words)]]
        for unit, words in ((a, edit.a), (b, edit.b))
    ]
    short, long = sorted(sides, key=len)
    if len(short) != 1 or len(long) < INITIALS or not short[0].isupper():
        return False
    letters = [word if word.isupper() else word[:1] for word in long]
    return "".join(letters) == short[0]


def _is_swap(a: Unit, b: Unit, edits: Sequence[Edit]) -> bool:
    """Say whether one term stands for another again and again, and little else differs.

    Neither unit holds the other's term anywhere.
    """
    counts = Counter(
        (_term(a, edit.a), _term(b, edit.b)) for edit in edits if edit.kind != "light"
    )
    if len(counts) != 1:
        return False
    [((one, other), times)] = counts.items()
    sizes = len(one), len(other)
    if times < _often(a, b) or not min(sizes) or max(sizes) > TERM:
        return False
    return not (_holds(a, other) or _holds(b, one))


def _often(a: Unit, b: Unit) -> float:
    """Return how often one word must stand for another to be what units are about."""
    return max(AGAIN, min(len(a.words), len(b.words)) / APART)


def _term(unit: Unit, words: Span) -> tuple[str, ...]:
    return tuple(stem(norm) for norm in unit.norms[slice(*words)])


def _holds(unit: Unit, term: Sequence[str]) -> bool:
    """Say whether a word of a term stands anywhere in a unit."""
    return not {stem(norm) for norm in unit.norms}.isdisjoint(term)
