"""Comparison: two units in, the sentences that they share and how those differ out.

Sentences are matched before words, so that a paragraph told in another order is no
heap of differences. Figures are matched with figures, whatever they say.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, NamedTuple, TypeVar

from crossfoot.places import Span
from crossfoot.repeats.contraries import are_contrary
from crossfoot.repeats.denying import are_denied
from crossfoot.repeats.language import is_code, is_label, is_time, is_year, read
from crossfoot.repeats.pairing import paired
from crossfoot.repeats.spellings import FIGURE
from crossfoot.repeats.units import Unit, stem
from crossfoot.repeats.values import are_other_parts, same
from crossfoot.repeats.wording import (
    LED_BY,
    LIGHT,
    MODALS,
    NEGATIONS,
    PERIODS,
    POWERS,
    A,
    unit,
)

HYPHEN = re.compile("[-–—/]")
DUTIES = NEGATIONS | frozenset(MODALS)

CLAUSE = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})+[.):]?")
"""The number of a clause: 4.2, 10.1.3."""
OPENING = frozenset({"a", "an", "any", "each", "every", "if", "no", "the", "where"})
"""Words in small letters that start a clause, and are no part of an amount."""
QUOTES = "\"'“‘([*_"
OTHER = 4
"""Words that one sentence has at an end from which on they are another's."""
EditKind = Literal[
    "figure",
    "year",
    "label",
    "direction",
    "negation",
    "modal",
    "name",
    "light",
    "words",
]
TURNS: frozenset[EditKind] = frozenset(
    {"figure", "year", "direction", "negation", "modal"}
)
"""Kinds of edits after which a statement says another thing of the same."""


class Edit(NamedTuple):
    """Words of one unit in the place of words of the other; ranges of words."""

    a: Span
    b: Span
    kind: EditKind


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences of one origin."""

    a: Span
    """As a range of the unit's words."""
    b: Span
    shared: int
    """Words that both have in order, figures counted as equal."""
    edits: tuple[Edit, ...]

    @property
    def longest(self) -> int:
        """Words of the longer one."""
        return max(self.a[1] - self.a[0], self.b[1] - self.b[0])

    def count(self, *kinds: EditKind) -> int:
        """Return how many edits are of these kinds."""
        return sum(edit.kind in kinds for edit in self.edits)

    @property
    def other(self) -> int:
        """Words changed that are neither figures nor names nor light."""
        changed = (edit for edit in self.edits if edit.kind == "words")
        return sum(max(_size(edit.a), _size(edit.b)) for edit in changed)


Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two units and the sentences that they share."""

    a: Unit
    b: Unit
    matches: tuple[Match, ...]
    kept: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    """What was concluded from it alone, for who concludes again while it stands."""

    def once(self, make: Callable[..., Made], *key: Hashable) -> Made:
        """Return what `make` concludes from it and the key, which is asked once."""
        name = make, *key
        if name not in self.kept:
            self.kept[name] = make(self, *key)
        found: Made = self.kept[name]
        return found

    @property
    def shared(self) -> int:
        """Words that both have, sentence by sentence."""
        return self.once(_shared)

    @property
    def share(self) -> float:
        """Share of the longer unit's words."""
        return self.shared / max(len(self.a.words), len(self.b.words))

    @property
    def held(self) -> float:
        """Share of the shorter unit's words."""
        return self.shared / min(len(self.a.words), len(self.b.words))

    def edits(self) -> Iterator[Edit]:
        """Yield the edits of all sentences."""
        for match in self.matches:
            yield from match.edits


def _shared(one: Comparison) -> int:
    return sum(match.shared for match in one.matches)


IsCommon = Callable[[str], bool]
"""Says whether a word stands anywhere in the report without a capital."""


def compare(a: Unit, b: Unit, is_common: IsCommon) -> Comparison:
    """Return what two units share."""
    pairs = sorted(paired(a, b), key=lambda pair: pair[1])
    return Comparison(a, b, tuple(_match(a, b, *pair, is_common) for pair in pairs))


def _size(span: Span) -> int:
    return span[1] - span[0]


def _match(a: Unit, b: Unit, one: Span, other: Span, is_common: IsCommon) -> Match:
    if a.norms[one[0] : one[1]] == b.norms[other[0] : other[1]]:
        return Match(one, other, _size(one), ())
    from rapidfuzz.distance import LCSseq

    edits: list[Edit] = []
    shared = 0
    open_: tuple[int, int] | None = None
    words = a.mask[one[0] : one[1]], b.mask[other[0] : other[1]]
    for step in LCSseq.opcodes(*words):
        starts = step.src_start + one[0], step.dest_start + other[0]
        if step.tag != "equal":
            open_ = open_ or starts
            continue
        shared += step.src_end - step.src_start
        if open_:
            edits.append(
                _edit(a, b, (open_[0], starts[0]), (open_[1], starts[1]), is_common)
            )
            open_ = None
        edits += [
            _figures(a, b, i, j, opens=i == one[0])
            for i, j in enumerate(range(starts[1], step.dest_end + other[0]), starts[0])
            if a.mask[i] == FIGURE and _differ(a, b, i, j)
        ]
    if open_:
        edits.append(_edit(a, b, (open_[0], one[1]), (open_[1], other[1]), is_common))
    edits = _settled(a, b, (one, other), edits)
    return _trimmed(Match(one, other, shared, tuple(edits)))


def _settled(
    a: Unit, b: Unit, sides: tuple[Span, Span], edits: list[Edit]
) -> list[Edit]:
    """Return edits, those of an amount written in another way as light ones."""
    for edit in [one for one in edits if one.kind == "figure"]:
        found = same(a, b, sides, (edit.a[0], edit.b[0]))
        if found and edit in edits:
            rest = [one for one in edits if not _is_within(one, *found)]
            edits = sorted([*rest, Edit(*found, "light")])
    parts = [are_other_parts(a, b, sides, one[:2]) for one in edits]
    told = zip(edits, parts, strict=True)
    return [one._replace(kind="figure") if part else one for one, part in told]


def _is_within(edit: Edit, here: Span, there: Span) -> bool:
    """Say whether an edit is a part of some words of each side."""
    pairs = (edit.a, here), (edit.b, there)
    return all(out[0] <= lo and hi <= out[1] for (lo, hi), out in pairs)


def _trimmed(match: Match) -> Match:
    """Return a match without what only one sentence has at an end.

    Where a sentence was taken on into the next one, that is no edit of it.
    """
    (start, end), (first, last) = match.a, match.b
    edits = list(match.edits)
    if edits and (edits[0].a[0], edits[0].b[0]) == (start, first) and _ends(edits[0]):
        start, first = edits[0].a[1], edits[0].b[1]
        del edits[0]
    if edits and (edits[-1].a[1], edits[-1].b[1]) == (end, last) and _ends(edits[-1]):
        end, last = edits[-1].a[0], edits[-1].b[0]
        del edits[-1]
    return Match((start, end), (first, last), match.shared, tuple(edits))


def _ends(edit: Edit) -> bool:
    """Say whether an edit is so long that it is another sentence's."""
    return max(_size(edit.a), _size(edit.b)) >= OTHER


def _differ(a: Unit, b: Unit, i: int, j: int) -> bool:
    return a.readings[i].figure != b.readings[j].figure


def _figures(a: Unit, b: Unit, i: int, j: int, *, opens: bool) -> Edit:
    """Return the edit of one figure into another; one `opens` its sentence."""
    if _is_clause(a, i) and _is_clause(b, j):
        return Edit((i, i + 1), (j, j + 1), "light")
    before = "" if opens else a.words[i - 1][0]
    kind: EditKind = "figure"
    word = a.words[i][0]
    if is_label(before, word):
        kind = "label"
    elif is_year(word, before) and is_year(b.words[j][0], before):
        kind = "year"
    return Edit((i, i + 1), (j, j + 1), kind)


def _is_clause(one: Unit, at: int) -> bool:
    """Say whether a passage starts with its own number, as clauses do: 4.2 The pump.

    4.2 per cent, or 4.2 GB, is an amount.
    """
    opens = at in one.openings and one.kind != "row" and at + 1 < len(one.words)
    if not opens or not CLAUSE.fullmatch(one.words[at][0]):
        return False
    word, norm = one.words[at + 1][0].lstrip(QUOTES), one.norms[at + 1]
    return (word[:1].isupper() and not unit([norm])) or norm in OPENING


def _edit(a: Unit, b: Unit, here: Span, there: Span, is_common: IsCommon) -> Edit:
    return Edit(here, there, _kind(a, b, here, there, is_common))


def _kind(a: Unit, b: Unit, here: Span, there: Span, is_common: IsCommon) -> EditKind:
    """Say what an edit changes."""
    sides = a.norms[here[0] : here[1]], b.norms[there[0] : there[1]]
    figures = [
        bool(unit.readings[at].figure)
        for unit, span in ((a, here), (b, there))
        for at in range(*span)
    ]
    if (all(figures) and all(sides)) or _is_measured(a, b, here, there):
        return "figure"
    if are_denied(*sides):
        return "negation"
    coded = any(
        is_code(word[0]) for word in (*a.words[slice(*here)], *b.words[slice(*there)])
    )
    if coded:
        return "name"
    one, other = map("_".join, sides)
    if is_contrary(one, other) or is_contrary(*map(_bare, sides)):
        return "direction"
    if _binds_otherwise(one, other):
        return "modal"
    if all(sides) and all(word in PERIODS for side in sides for word in side):
        return "name"
    if is_topic(a, b, here) and is_topic(b, a, there):
        return "name"
    if any(is_name(a, at, is_common) for at in range(*here)) or any(
        is_name(b, at, is_common) for at in range(*there)
    ):
        return "name"
    light = all(word in LIGHT for side in sides for word in side)
    return "light" if light else "words"


def _bare(side: Sequence[str]) -> str:
    """Return words without an article, and without the preposition that ends them."""
    words = [word for word in side if word not in A]
    return "_".join(words[:-1] if words[-1:] and words[-1] in LED_BY else words)


def _is_measured(a: Unit, b: Unit, here: Span, there: Span) -> bool:
    """Say whether one figure is given in two units: 5 per cent, 5 percentage points."""
    units = unit(a.norms[slice(*here)]), unit(b.norms[slice(*there)])
    if not all(units) or units[0] == units[1]:
        return False
    at, on = (
        span[0] - 1 - (one.norms[span[0] - 1] in POWERS)
        for one, span in ((a, here), (b, there))
    )
    return (
        min(at, on) >= 0 and bool(a.readings[at].figure) and not _differ(a, b, at, on)
    )


def is_topic(one: Unit, other: Unit, words: Span) -> bool:
    """Say whether words name what one unit is about and the other is not."""
    said = {stem(norm) for norm in one.norms[slice(*words)]}
    return bool(said & (one.topic - other.topic))


def is_contrary(one: str, other: str) -> bool:
    """Say whether two words, or the one part in which they differ, are contraries."""
    return are_contrary(*_part(one, other))


def _binds_otherwise(one: str, other: str) -> bool:
    """Say whether two words, or the one part in which they differ, are two duties."""
    duties = {MODALS.get(part, 0) for part in _part(one, other)}
    return len(duties) > 1 and 0 not in duties


def _part(one: str, other: str) -> tuple[str, str]:
    """Return the one part in which two words differ, which has no hyphen, or ""."""
    parts = HYPHEN.split(one), HYPHEN.split(other)
    differ = [(a, b) for a, b in zip(*parts, strict=False) if a != b]
    alone = len(parts[0]) == len(parts[1]) and len(differ) == 1
    return differ[0] if alone else ("", "")


@cache
def may_name(word: str) -> bool:
    """Say whether a word can name anything, wherever it stands."""
    if _is_duty(word):
        return False
    return not word.islower() or is_time(word) or is_code(word)


@cache
def _is_duty(word: str) -> bool:
    """Say whether a word is a duty or a denial in capitals, as rules have: MUST NOT."""
    return word.isupper() and read(word).norm in DUTIES


def is_name(unit: Unit, at: int, is_common: IsCommon) -> bool:
    """Say whether a word names a person, place or time, going by its capital.

    The capital of a sentence's first word says nothing, unless the word stands
    nowhere in the report without one.
    """
    word = unit.words[at][0]
    if _is_duty(word):
        return False
    if is_time(word) or is_code(word):
        return True
    if word.islower() or unit.readings[at].figure:
        return False
    letters = word.lstrip(QUOTES)
    if not letters[:1].isupper() or not letters[1:].islower():
        return letters[:1].isalpha() and len(letters) > 1
    first = at in unit.openings or unit.words[at - 1][0][-1:] in ".!?:…”’)"
    return not first or not is_common(unit.norms[at])
