"""Bars: what is known of a report's passages in, the tokens that no cut may take out.

A paragraph that disagrees with its copy, or that was edited, is for its author to
settle: taking the equal sentences out of it would leave a stump.
"""

from collections.abc import Iterable, Sequence

from crossfoot.places import Span
from crossfoot.repeats.claims import LONG, Claim, Clash
from crossfoot.repeats.layout import Block, Layout
from crossfoot.repeats.near import Pair
from crossfoot.repeats.runs import Run
from crossfoot.repeats.stream import Stream


def bars(
    made: Stream, found: Iterable[Run], clashes: Iterable[Clash], alike: Iterable[Pair]
) -> list[bytearray]:
    """Return for each layout which of its tokens stay where they are."""
    barred = [bytearray(len(one.keys)) for one in made.layouts]
    for clash in clashes:
        for claim in (clash.a, clash.b):
            _claim(made.layouts, barred, claim)
    for pair in alike:
        edited = pair.kind != "contained" and not pair.around
        if edited and len(pair.b.words) < LONG:
            _block(barred, pair.b.page, pair.b.block)
    _anchors(made, found, barred)
    return barred


def _claim(
    layouts: Sequence[Layout], barred: Sequence[bytearray], claim: Claim
) -> None:
    if len(claim.block.words) < LONG:
        _block(barred, claim.page, claim.block)
    else:
        _span(layouts[claim.page], barred[claim.page], claim.span)


def _block(barred: Sequence[bytearray], page: int, block: Block) -> None:
    barred[page][block.lo : block.hi] = b"\1" * (block.hi - block.lo)


def _span(page: Layout, barred: bytearray, span: Span) -> None:
    lo, hi = page.tokens(span)
    barred[lo:hi] = b"\1" * (hi - lo)


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
