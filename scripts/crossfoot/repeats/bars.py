"""Bars: what is known of a report's passages in, the tokens that no cut may take out.

A paragraph that disagrees with its copy, or that was edited, is for its author to
settle: taking the equal sentences out of it would leave a stump.
"""

from collections.abc import Iterable, Sequence

from crossfoot.repeats.alike import Pair
from crossfoot.repeats.clashes import Clash, Statement
from crossfoot.repeats.layout import Block, Layout
from crossfoot.repeats.leads import astray
from crossfoot.repeats.runs import Run
from crossfoot.repeats.stream import Stream
from crossfoot.repeats.verdict import LONG


def bars(
    made: Stream, found: Iterable[Run], clashes: Iterable[Clash], alike: Iterable[Pair]
) -> list[bytearray]:
    """Return for each layout which of its tokens stay where they are."""
    barred = [bytearray(len(one)) for one in made.layouts]
    for clash in clashes:
        for side in (clash.a, clash.b):
            _statement(made.layouts, barred, side)
    for pair in alike:
        edited = pair.kind in {"near", "template"} and pair.whole
        edited = edited and pair.b.kind != "row"
        if edited and len(pair.b.words) < LONG and not pair.around:
            page = made.layouts[pair.b.page]
            lo, hi = page.tokens(pair.b_span)
            barred[pair.b.page][lo:hi] = b"\1" * (hi - lo)
    _anchors(made, found, barred)
    for number, leaf in astray(made, found):
        _block(barred, number, leaf)
    return barred


def _statement(
    layouts: Sequence[Layout], barred: Sequence[bytearray], one: Statement
) -> None:
    page = layouts[one.page]
    lo, hi = page.tokens(one.span)
    leaf = page.leaf(lo)
    if leaf and leaf.size < LONG:
        _block(barred, one.page, leaf)
    else:
        barred[one.page][lo:hi] = b"\1" * (hi - lo)


def _block(barred: Sequence[bytearray], page: int, block: Block) -> None:
    barred[page][block.lo : block.hi] = b"\1" * (block.hi - block.lo)


def _anchors(made: Stream, found: Iterable[Run], barred: Sequence[bytearray]) -> None:
    """Bar what carries an identifier that others use and the first copy lacks."""
    wanted: set[str] = set()
    for one in made.layouts:
        wanted |= one.mentions
    for run in found:
        page, lo = made.where(run.b)
        there, source = made.where(run.a)
        here, kept = made.layouts[page], made.layouts[there]
        for token in here.anchored(lo, lo + run.size):
            twins = kept.anchors.get(token - lo + source, [])
            lost = here.anchors[token][len(twins) :]
            leaf = here.leaf(token)
            if wanted.intersection(lost):
                barred[page][token] = 1
                if leaf:
                    _block(barred, page, leaf)
