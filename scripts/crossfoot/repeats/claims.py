"""Claims: the sentences of a report in, those that say the same with other figures out.

A sentence is known by its words with every figure masked. Two of one mask agree on
everything but figures: a contradiction, unless something says that they speak of
different things (a year or a numbered name differs too, or the frame recurs).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from crossfoot.places import Span
from crossfoot.repeats.language import bared, is_label, is_year, read, sentences
from crossfoot.repeats.layout import Block, Layout, Word

SHORTEST = 8
"""Words a sentence must have to be compared wherever it stands."""

FEWEST = 4
"""Words it must have beside a copied passage: `29 asks of government`."""

MANY = 4
"""Sets of figures from which on a mask is a form that the report fills in."""

LONG = 250
"""Words from which on a paragraph is a page pasted without blank lines: what holds for
a paragraph then holds for its sentences."""


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A sentence with at least one figure."""

    page: int
    block: Block
    words: tuple[Word, ...]
    mask: tuple[str, ...]
    """Its words case-folded, figures as `#`."""
    values: tuple[str, ...]
    """What its figures say."""
    where: tuple[int, ...]
    """Which of its words are figures."""

    @property
    def span(self) -> Span:
        """Where it stands in its chapter."""
        return self.words[0][1], self.words[-1][2]

    @property
    def section(self) -> tuple[int, str]:
        """The chapter and heading that it stands under."""
        return self.page, self.block.under

    def figure(self, number: int) -> tuple[str, Span]:
        """Return one of its figures, as written, and its exact place."""
        return exact(self.words[self.where[number]])

    def before(self, number: int) -> str:
        """Return the word before one of its figures, or ""."""
        at = self.where[number]
        return self.words[at - 1][0] if at else ""


Frame = tuple[Claim, ...]
"""Claims of one mask that speak of different things."""


class Clash(NamedTuple):
    """Two claims of one mask with different figures."""

    a: Claim
    b: Claim
    near: bool
    """They stand in two copies of one passage, or fill two like paragraphs."""


def exact(word: Word) -> tuple[str, Span]:
    """Return a word without the punctuation around it, and its place."""
    name, start, end = word
    core = bared(name)
    before = name.find(core) if core else 0
    # Pandoc may show other characters than were written; then the whole token stands.
    if not core or end - start != len(name):
        return name, (start, end)
    return core, (start + before, start + before + len(core))


class Index:
    """The claims of a report, by the block that they stand in."""

    def __init__(self, layouts: Sequence[Layout]) -> None:
        """Find the claims of all prose and headings."""
        self.layouts = layouts
        self.held: dict[Block, list[Claim]] = {}
        for page, one in enumerate(layouts):
            for block in (*one.leaves, *one.notes):
                found = list(of_block(page, block))
                if found:
                    self.held[block] = found

    def prose(self) -> Iterator[Claim]:
        """Yield the claims that are compared wherever they stand, in reading order."""
        for block, found in self.held.items():
            if block.kind in {"prose", "whole", "note"}:
                yield from found

    def at(self, page: int, token: int) -> Claim | None:
        """Return the claim whose figure a token holds, if it holds one."""
        one = self.layouts[page]
        block = one.leaf(token)
        found = self.held.get(block, []) if block else []
        start, end = one.span(token, token + 1)
        index = bisect_right(found, end - 1, key=lambda claim: claim.span[0]) - 1
        if index < 0 or found[index].span[1] <= start:
            return None
        claim = found[index]
        places = (claim.words[number][1] for number in claim.where)
        return claim if any(start <= place < end for place in places) else None

    def like(self, a: Block, b: Block) -> Iterator[Clash]:
        """Yield the claims of two like blocks that differ in figures only."""
        masks = {claim.mask: claim for claim in self.held.get(a, [])}
        for claim in self.held.get(b, []):
            if claim.mask in masks:
                yield clash(masks[claim.mask], claim)


def clash(a: Claim, b: Claim, *, near: bool = True) -> Clash:
    """Return two claims in reading order."""
    first, second = sorted((a, b), key=lambda one: (one.page, one.span))
    return Clash(first, second, near)


def of_block(page: int, block: Block) -> Iterator[Claim]:
    """Yield the claims of one block."""
    plain = block.kind in {"table", "sealed"}
    if plain or not any(read(word[0]).figure for word in block.words):
        return
    names = [word[0] for word in block.words]
    for lo, hi in sentences(names):
        found = _claim(page, block, block.words[lo:hi])
        if found.where:
            yield found


def _claim(page: int, block: Block, words: tuple[Word, ...]) -> Claim:
    said = tuple(word for word in words if read(word[0]).norm)
    readings = [read(word[0]) for word in said]
    return Claim(
        page,
        block,
        said or words,
        tuple("#" if one.figure else one.norm for one in readings),
        tuple(one.figure for one in readings if one.figure),
        tuple(at for at, one in enumerate(readings) if one.figure),
    )


def variants(found: Iterable[Claim]) -> Iterator[list[Claim]]:
    """Yield the sentences of each mask, of those with the same figures the first."""
    masks: dict[tuple[str, ...], dict[tuple[str, ...], Claim]] = {}
    for claim in found:
        if len(claim.words) >= SHORTEST:
            masks.setdefault(claim.mask, {}).setdefault(claim.values, claim)
    return (list(held.values()) for held in masks.values() if len(held) > 1)


def differing(clash: Clash) -> list[int]:
    """Return which figures of two claims differ."""
    pairs = zip(clash.a.values, clash.b.values, strict=True)
    return [number for number, (a, b) in enumerate(pairs) if a != b]


def is_template(clash: Clash) -> bool:
    """Say whether two claims speak of different things, going by what differs."""
    years = labels = plain = 0
    for number in differing(clash):
        before = clash.a.before(number)
        if is_label(before):
            labels += 1
        elif all(is_year(c.figure(number)[0], before) for c in (clash.a, clash.b)):
            years += 1
        else:
            plain += 1
    mixed = (years > 0) + (labels > 0) + (plain > 0) > 1
    return mixed or (labels > 0 and not clash.near)


def is_numbering(clash: Clash) -> bool:
    """Say whether two headings differ only in how they are numbered."""
    return all(
        clash.a.where[number] == 0 or is_label(clash.a.before(number))
        for number in differing(clash)
    )


def judge(
    found: Iterable[Claim], proposed: Iterable[Clash]
) -> tuple[list[Clash], list[Frame]]:
    """Return the contradictions among claims, and the templates.

    `proposed` are pairs of sentences from copies of one passage.
    """
    held = list(variants(found))
    frames = [tuple(claims) for claims in held if len(claims) >= MANY]
    filled = {claims[0].mask for claims in frames}
    pairs = {_pair(one): one for one in proposed if one.a.mask not in filled}
    sure = {pair: one for pair, one in pairs.items() if _disagree(one)}
    loose: list[Clash] = []
    for first, *others in (claims for claims in held if len(claims) < MANY):
        for other in others:
            one = clash(first, other, near=_fills(first) and _fills(other))
            if _beside(first, other) and _pair(one) not in sure:
                frames.append((one.a, one.b))
            elif _pair(one) not in sure:
                loose.append(one)
    sorted_out = [*sure.values(), *_alone(loose, frames)]
    frames += [(one.a, one.b) for one in sorted_out if is_template(one)]
    wanted = [one for one in sorted_out if not is_template(one)]
    return sorted(wanted, key=_pair), sorted(frames, key=_first)


def _disagree(one: Clash) -> bool:
    """Say whether two sentences differ in figures only, and not as headings may."""
    short = len(one.a.words) < FEWEST
    if short or one.a.mask != one.b.mask or not differing(one):
        return False
    heading = "heading" in {one.a.block.kind, one.b.block.kind}
    return not (heading and is_numbering(one))


def _alone(loose: Iterable[Clash], frames: list[Frame]) -> Iterator[Clash]:
    """Yield the clashes that are the only one between their two sections.

    Sections under different headings that differ in one figure after another are
    filled-in forms: those are added to the frames.
    """
    for sections, group in groupby(sorted(loose, key=_sections), key=_sections):
        members = list(group)
        if len(members) > 1 and sections[0] != sections[1]:
            frames += [(one.a, one.b) for one in members]
        else:
            yield from members


def _first(frame: Frame) -> tuple[int, Span]:
    return frame[0].page, frame[0].span


def _pair(clash: Clash) -> tuple[int, ...]:
    return clash.a.page, clash.a.span[0], clash.b.page, clash.b.span[0]


def _sections(clash: Clash) -> tuple[tuple[int, str], tuple[int, str]]:
    return clash.a.section, clash.b.section


def _fills(claim: Claim) -> bool:
    """Say whether a claim is most of a paragraph of some length."""
    return len(claim.words) >= 25 and len(claim.words) * 2 > len(claim.block.words)


def _beside(a: Claim, b: Claim) -> bool:
    """Say whether two claims stand in one paragraph or one list, as a series does."""
    if a.block is b.block:
        return len(a.block.words) < LONG
    return a.page == b.page and a.block.family == b.block.family != 0
