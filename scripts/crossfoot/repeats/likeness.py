"""Likeness: clashing claims and like passages in, relations out."""

from collections.abc import Sequence
from typing import Any

from crossfoot.places import Span
from crossfoot.repeats import relations
from crossfoot.repeats.claims import Claim, Clash, Frame, differing
from crossfoot.repeats.layout import Layout, Word
from crossfoot.repeats.near import Pair
from crossfoot.repeats.relations import Difference, Relation
from crossfoot.repeats.stream import Stream

SHOWN = 20
"""Differences of one pair that are listed."""


def clash_relation(made: Stream, clash: Clash, policies: Any) -> Relation:
    """Return two sentences that disagree as a relation."""
    action = relations.action("contradiction", policies)
    return _relation(made, "contradiction", action, clash.a, [clash.b])


def frame_relation(made: Stream, frame: Frame, policies: Any) -> Relation:
    """Return the sentences of one frame as a relation; differences are of two."""
    action = relations.action("template", policies)
    return _relation(made, "template", action, frame[0], frame[1:])


def _relation(
    made: Stream, kind: str, action: str, first: Claim, others: Sequence[Claim]
) -> Relation:
    second = others[0]
    numbers = differing(Clash(first, second, near=False))
    pairs = [(first.figure(number), second.figure(number)) for number in numbers]
    spans = [_sentence(made, claim.page, claim.span) for claim in (first, *others)]
    one = Relation(
        kind,
        action,
        (_text(made, first.page, spans[0]), _text(made, second.page, spans[1])),
        len(first.words),
        differences=tuple(Difference(a[0], b[0], a[1], b[1]) for a, b in pairs),
    )
    one.a.append((made.layouts[first.page].chapter, spans[0]))
    for claim, span in zip(others, spans[1:], strict=True):
        one.b.append((made.layouts[claim.page].chapter, span))
    return one


def pair_relation(made: Stream, pair: Pair, policies: Any) -> Relation:
    """Return two like passages as a relation."""
    spans = (
        (pair.a.block.start, pair.a.block.end),
        (
            pair.b.block.start,
            pair.b.block.end,
        ),
    )
    summary = pair.a.block.summary != pair.b.block.summary
    one = Relation(
        pair.kind,
        "none" if summary else relations.action(pair.kind, policies),
        (_text(made, pair.a.page, spans[0]), _text(made, pair.b.page, spans[1])),
        len(pair.b.numbers),
        differences=tuple(_differences(made, pair)),
        share=pair.percent,
        summary=summary,
    )
    one.a.append((made.layouts[pair.a.page].chapter, spans[0]))
    one.b.append((made.layouts[pair.b.page].chapter, spans[1]))
    return one


def _differences(made: Stream, pair: Pair) -> list[Difference]:
    sources = [made.layouts[side.page] for side in (pair.a, pair.b)]
    out = []
    for a_lo, a_hi, b_lo, b_hi in pair.edits[:SHOWN]:
        a = _stretch(sources[0], pair.a.words[a_lo:a_hi])
        b = _stretch(sources[1], pair.b.words[b_lo:b_hi])
        out.append(Difference(a[0], b[0], a[1], b[1]))
    return out


def _stretch(page: Layout, words: Sequence[Word]) -> tuple[str, Span | None]:
    if not words:
        return "", None
    span = words[0][1], words[-1][2]
    return page.chapter.source[span[0] : span[1]], span


def _sentence(made: Stream, page: int, span: Span) -> Span:
    """Return a sentence with the marks at its ends, in whole tokens."""
    here = made.layouts[page]
    lo, hi = here.tokens(span)
    return here.span(lo, hi) if lo < hi else span


def _text(made: Stream, page: int, span: Span) -> str:
    """Return the strict text of a place."""
    here = made.layouts[page]
    lo, hi = here.tokens(span)
    return " ".join(here.keys[lo:hi])
