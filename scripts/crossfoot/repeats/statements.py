"""Statements: a report's tokens in, what repeats or contradicts itself in words out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossfoot.repeats import alike
from crossfoot.repeats.alike import Pair, is_long
from crossfoot.repeats.compare import compare
from crossfoot.repeats.exact import MANY
from crossfoot.repeats.layout import Block
from crossfoot.repeats.runs import Run
from crossfoot.repeats.seeds import seeds
from crossfoot.repeats.stream import Stream
from crossfoot.repeats.tables import disagreeing
from crossfoot.repeats.units import Unit, units
from crossfoot.repeats.verdict import Clash, Frame, judge
from crossfoot.repeats.vocabulary import APART, Vocabulary, groups


@dataclass(frozen=True, slots=True)
class Alike:
    """What repeats itself in words."""

    clashes: Sequence[Clash]
    """Contradictions."""
    frames: Sequence[Frame]
    """Forms that the report fills in."""
    pairs: Sequence[Pair]
    """Passages that are equal or much alike, each told once."""
    standing: Sequence[Sequence[Unit]]
    """Units of the same words that stand four times or more."""


def find_alike(made: Stream, runs: Iterable[Run]) -> Alike:
    """Return the contradictions, the templates and the like passages of a report."""
    all_ = units(made.layouts)
    known = Vocabulary()
    numbered = [known.number(unit) for unit in all_]
    grouped = groups(all_, [said for said, _ in numbered])
    firsts = sorted((held[0] for held in grouped), key=lambda unit: unit.number)
    wanted = [numbered[unit.number][1] if _is_sought(unit) else () for unit in firsts]
    found = seeds(wanted)
    numbers = zip(found.a.tolist(), found.b.tolist(), strict=True)
    pairs = [(firsts[a], firsts[b]) for a, b in numbers]
    compared = [compare(a, b, known.is_common) for a, b in pairs if _fit(a, b)]
    edges = [compare(a, b, known.is_common) for a, b in _edges(made, runs, all_)]
    told = [(one, True) for one in edges]
    told += [(one, False) for one in compared if one.a.kind != "row"]
    clashes, frames = judge(told, known.is_common)
    keys = {one.key for one in clashes}
    rows = [one for one in disagreeing(all_) if one.key not in keys]
    how = known.weigh, known.anchors
    like = [pair for one in compared for pair in alike.classify(one, *how)]
    again = [held for held in grouped if _is_sought(held[0]) and is_long(held[0])]
    same = alike.equal([held for held in again if len(held) < MANY])
    once = alike.told_once([*same, *like])
    standing = [held for held in again if len(held) >= MANY]
    return Alike([*clashes, *rows], _apart(frames, once), once, standing)


def _apart(frames: Iterable[Frame], pairs: Iterable[Pair]) -> list[Frame]:
    """Return the forms that stand in no like passages, which tell of them already."""
    told = {(one.a.block, one.b.block) for one in pairs if one.whole}
    return [
        frame
        for frame in frames
        if len(frame) > 2 or (frame[0].unit.block, frame[1].unit.block) not in told
    ]


def _is_sought(unit: Unit) -> bool:
    """Say whether a unit is compared wherever it stands."""
    return unit.kind != "heading" and not (unit.kind == "row" and unit.row == 0)


def _fit(a: Unit, b: Unit) -> bool:
    """Say whether two units are of kinds that are compared.

    A list is held against lists: against its own items it would repeat itself.
    """
    return a.kind == b.kind or not APART & {a.kind, b.kind}


def _edges(
    made: Stream, runs: Iterable[Run], all_: Sequence[Unit]
) -> Iterator[tuple[Unit, Unit]]:
    """Yield the units at both ends of two copies, in which something differs."""
    at: dict[Block, Unit] = {}
    for unit in all_:
        if unit.kind in {"prose", "item", "heading"}:
            at.setdefault(unit.block, unit)
    seen: set[tuple[int, int]] = set()
    for run in runs:
        for a, b in ((run.a - 1, run.b - 1), (run.a + run.size, run.b + run.size)):
            if run.copies >= MANY or min(a, made.ids[a], made.ids[b]) < 0:
                continue
            sides = [_leaf(made, place) for place in (a, b)]
            pair = [at[leaf] for leaf in sides if leaf in at]
            if len(pair) == 2 and pair[0] is not pair[1]:
                key = pair[0].number, pair[1].number
                if key not in seen:
                    seen.add(key)
                    yield pair[0], pair[1]


def _leaf(made: Stream, at: int) -> Block | None:
    page, token = made.where(at)
    return made.layouts[page].leaf(token)
