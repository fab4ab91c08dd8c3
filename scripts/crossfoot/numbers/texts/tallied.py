"""Tallies: a chapter's blocks in; headings, rows and items that a text counts by name.

`The report makes four recommendations.` speaks of `Recommendation 1` to `4`, of what
`Recommendations` heads, or of the rows of a table whose first column is called so, at
whatever distance inside its section. The name says what is meant.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from crossfoot.amounts import english, english_cues
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.scan import scan
from crossfoot.nodes import Node, span, text
from crossfoot.numbers.labels import TOTAL
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.stems import stem
from crossfoot.numbers.texts.closing import closes
from crossfoot.numbers.texts.lists import Listed
from crossfoot.numbers.texts.rowheads import NONE, NUMBERS, is_known, is_own, told
from crossfoot.numbers.texts.runs import ASIDE, LISTS, items_of

FEWEST, MOST = 2, 60
COUNTS = re.compile(
    rf"(?<![\w.,-])(?:[0-9]{{1,2}}|{any_of(english.UNITS)})"
    r"\s(?!of\b)(?P<words>(?:[a-z-]+\s){0,3}?[a-z-]{3,}s)(?![\w-])"
    r"(?![^.!?]{0,60}:\s\S)",
    re.IGNORECASE,
)
"""A number and what it may count, where the text does not go on to name that."""
NAME = r"(?P<name>[A-Z][a-z-]+(?:\s[a-z-]+)?)"
NUMBERED = re.compile(
    rf"{NAME}\s#?(?:[0-9]{{1,2}}|[A-Z]|[IVX]{{1,4}})(?:[.:)]|\s[–—-]|\s*\Z)"
)
"""`Recommendation 4: …`, `Appendix B`."""
LABELLED = re.compile(rf"{NAME}(?::|\s[–—])\s\S")
"""`Case study: a town`."""
PLURAL = re.compile(
    r"(?:[0-9.]+\s)?(?:(?:The|Our|List\sof|Key|Main|All)\s)?"
    r"(?:[A-Za-z-]+\s)?(?P<name>[A-Za-z-]{3,}s)(?<!ss)\s*:?\s*\Z"
)
"""A heading that names several things."""
WORD = re.compile(r"[A-Za-z]{3,}")
STRUCTURE = frozenset(map(stem, english_cues.STRUCTURE))
QUESTION = "question"
SEVERAL = 12
"""Runs of one name from which on a text may mean any."""
BELOW = re.compile(r"[^.!?]{0,60}\b(?:below|following|here)\b")
"""What says that things which are known stand further down."""


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one name: where the first of them stands, how many, and what."""

    name: str
    """The stem of its last word."""
    at: int
    many: int
    kind: str
    under: int = -1
    """The place of the heading that names them, when one does."""


@dataclass(frozen=True)
class Sections:
    """The blocks of a chapter and its headings, each with its place and level."""

    blocks: Sequence[Node]
    heads: list[tuple[int, int]]

    @cached_property
    def ends(self) -> list[int]:
        """Where the section of each heading ends."""
        out = [len(self.blocks)] * len(self.heads)
        above: list[int] = []
        for index, (at, level) in enumerate(self.heads):
            while above and self.heads[above[-1]][1] >= level:
                out[above.pop()] = at
            above.append(index)
        return out

    def end(self, at: int) -> int:
        """Return where the section ends that a block opens or stands in."""
        index = bisect_left(self.heads, (at + 1, 0)) - 1
        first = self.heads[0][0] if self.heads else len(self.blocks)
        return self.ends[index] if index >= 0 else first

    def reach(self, at: int, kind: str) -> int:
        """Return up to where a block may speak of things of a kind.

        What stands before the second heading may speak of all numbered ones.
        """
        second = self.heads[1][0] if len(self.heads) > 1 else len(self.blocks)
        opens = kind == "numbers" and at < second
        return len(self.blocks) if opens else self.end(at)

    def title(self, at: int) -> str:
        """Return the words of the heading at a place."""
        return text(self.blocks[at]["c"][2]).strip()


def tallied(blocks: Sequence[Node], passages: Sequence[Passage]) -> Iterator[Listed]:
    """Yield each run of things as a list after the texts that count it by name."""
    spoken = [
        (passage, {_name(one["words"]) for one in COUNTS.finditer(passage.text)})
        for passage in passages
        if passage.where in {"text", "heading"} and passage.within
    ]
    wanted = {name for _, names in spoken for name in names}
    if not wanted:
        return
    heads = [(at, one["c"][0]) for at, one in enumerate(blocks) if one["t"] == "Header"]
    sections = Sections(blocks, heads)
    groups: dict[str, list[Group]] = {}
    for one in _groups(sections, wanted):
        groups.setdefault(one.name, []).append(one)
    known = {name for name, found in groups.items() if len(found) <= SEVERAL}
    places = {
        span(one): at
        for at, block in enumerate(blocks if known else ())
        for one in (block, *(block["c"] if block["t"] == "BlockQuote" else ()))
    }
    for passage, names in spoken:
        at = places.get(passage.within, len(blocks))
        for name in sorted(names & known):
            inside = [
                one
                for one in groups[name]
                if at < (one.at if one.under < 0 else one.under)
                if one.at < sections.reach(at, one.kind)
            ]
            yield from _listed(passage, name, inside)


def _name(words: str) -> str:
    return stem(words.rsplit(maxsplit=1)[-1].lower())


def _listed(passage: Passage, name: str, inside: Sequence[Group]) -> Iterator[Listed]:
    """Yield what a text counts, unless it is one thing here and another there."""
    if len({one.many for one in inside}) != 1:
        return
    one = inside[0]
    numbers = one.kind == "numbers"
    said = told(passage.text, scan(passage.text), name, amid=numbers)
    if said is not None and is_own(passage, said):
        return
    known = said is not None and not numbers and is_known(passage, said)
    if said is not None and (not known or BELOW.match(passage.text, said.tail)):
        every = sum(group.many for group in inside)
        yield Listed(
            passage,
            (passage,) * one.many,
            kind=f"tallied {one.kind}",
            also=frozenset({every}),
            head=name,
        )


def tallies(blocks: Sequence[Node]) -> list[tuple[str, int]]:
    """Return name and number of what a chapter has of the things that reports count.

    Names are the stems of one word; the rows of a table may be of anything.
    """
    heads = [(at, one["c"][0]) for at, one in enumerate(blocks) if one["t"] == "Header"]
    found = _headed(Sections(blocks, heads), STRUCTURE)
    return sorted({(one.name, one.many) for one in found})


def _groups(sections: Sections, wanted: AbstractSet[str]) -> Iterator[Group]:
    """Yield the things of a chapter that texts of it count."""
    yield from _headed(sections, wanted)
    for at, block in enumerate(sections.blocks):
        if block["t"] == "Table":
            yield from _rows(block, at, wanted)


def _headed(sections: Sections, wanted: AbstractSet[str]) -> Iterator[Group]:
    """Yield those that headings number, or head."""
    alike: dict[tuple[int, str], list[int]] = {}
    for index, (at, level) in enumerate(sections.heads):
        title = sections.title(at)
        found = NUMBERED.match(title) or LABELLED.match(title)
        name = _name(found["name"]) if found else ""
        # A heading that asks is a question, whatever it asks.
        name = QUESTION if title.endswith("?") else name
        if name in wanted:
            alike.setdefault((level, name), []).append(at)
        plural = PLURAL.match(title)
        if plural and (name := _name(plural["name"])) in wanted:
            yield from _below(sections, index, name)
    for (_, name), places in alike.items():
        if FEWEST <= len(places) <= MOST:
            yield Group(name, places[0], len(places), "numbers")


def _below(sections: Sections, index: int, name: str) -> Iterator[Group]:
    """Yield what a heading of several things heads: headings, or its only list."""
    at = sections.heads[index][0]
    end = sections.end(at)
    own = [*takewhile(lambda one: one[0] < end, sections.heads[index + 1 :])]
    top = min((level for _, level in own), default=0)
    first = [place for place, level in own if level == top]
    if first:
        titles = [sections.title(place) for place in first]
        # `Bonus tip` below `Tip 1` and `Tip 2` may be counted or not.
        named = [
            _name(one["name"]) for title in titles if (one := NUMBERED.match(title))
        ]
        aside = any(map(ASIDE.match, titles)) or 0 < named.count(name) < len(first)
        if FEWEST <= len(first) <= MOST and not aside:
            yield Group(name, first[0], len(first), "heads", at)
        return
    lists = [k for k in range(at + 1, end) if sections.blocks[k]["t"] in LISTS]
    if len(lists) == 1:
        many = len(items_of(sections.blocks[lists[0]]))
        if FEWEST <= many <= MOST:
            yield Group(name, lists[0], many, "items", at)


def _rows(table: Node, at: int, wanted: AbstractSet[str]) -> Iterator[Group]:
    """Yield the rows of a table as what its first column is called after."""
    head, bodies = table["c"][3], table["c"][4]
    above = [text(row[1][0]) for row in head[1] if row[1]]
    words = WORD.findall(above[-1]) if above and not NUMBERS.match(above[-1]) else []
    if not words or stem(words[-1].lower()) not in wanted:
        return
    rows = [[text(one).strip() for one in row[1]] for body in bodies for row in body[3]]
    firsts = [row[0] if row else "" for row in rows]
    firsts = [one for one in firsts if not TOTAL.match(one)]
    if any(map(NONE.match, firsts)):
        return
    apart = all(firsts) and FEWEST <= len(set(firsts)) == len(firsts) <= MOST
    if apart and not closes(rows):
        yield Group(stem(words[-1].lower()), at, len(firsts), "rows")
