"""Likeness: clashing statements and like passages in, relations out."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from crossfoot.places import Span
from crossfoot.repeats import relations
from crossfoot.repeats.alike import Chain
from crossfoot.repeats.clashes import Clash, Frame, Statement
from crossfoot.repeats.compare import Edit
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.relations import Difference, Relation
from crossfoot.repeats.runs import Run
from crossfoot.repeats.stream import Stream
from crossfoot.repeats.units import Unit

TARGET = re.compile(r"\]\([^()\n]*\)\S*")
"""Where a link leads, and the marks after it."""
SHOWN = 20
"""Differences of one pair that are listed."""


def clash_relation(made: Stream, clash: Clash, policies: Any) -> Relation:
    """Return two statements that disagree as a relation."""
    action = relations.action("contradiction", policies)
    edits = [_shown(clash, edit) for edit in clash.edits]
    found = _relation(made, "contradiction", action, (clash.a, clash.b), edits)
    found.copied = clash.near
    return found


def frame_relation(made: Stream, frame: Frame, policies: Any) -> Relation:
    """Return the statements of one form as a relation; differences are of two."""
    action = relations.action("template", policies)
    return _relation(made, "template", action, frame, _figures(frame[0], frame[1]))


def _shown(clash: Clash, edit: Edit) -> Edit:
    """Return an edit with words on both sides: what was put in, and its neighbour."""
    if edit.a[0] < edit.a[1] and edit.b[0] < edit.b[1]:
        return edit
    before = edit.a[0] > clash.a.lo and edit.b[0] > clash.b.lo
    left, right = (1, 0) if before else (0, 1)
    a = edit.a[0] - left, min(edit.a[1] + right, clash.a.hi)
    b = edit.b[0] - left, min(edit.b[1] + right, clash.b.hi)
    return Edit(a, b, edit.kind)


def _figures(one: Statement, other: Statement) -> list[Edit]:
    """Return an edit for each figure that differs between two statements."""
    sides = [
        [at for at in range(side.lo, side.hi) if side.unit.readings[at].figure]
        for side in (one, other)
    ]
    return [
        Edit((a, a + 1), (b, b + 1), "figure")
        for a, b in zip(*sides, strict=False)
        if one.unit.readings[a].figure != other.unit.readings[b].figure
    ]


def _relation(
    made: Stream,
    kind: str,
    action: str,
    sides: Sequence[Statement],
    edits: Sequence[Edit],
) -> Relation:
    first, second = sides[0], sides[1]
    spans = [_sentence(made, side.page, side.span) for side in sides]
    one = Relation(
        kind,
        action,
        (strict(made, first.page, spans[0]), strict(made, second.page, spans[1])),
        first.hi - first.lo,
        differences=tuple(_difference(first.unit, second.unit, e) for e in edits),
    )
    one.a.append((made.layouts[first.page].chapter, spans[0]))
    for side, span in zip(sides[1:], spans[1:], strict=True):
        one.b.append((made.layouts[side.page].chapter, span))
    return one


def pair_relation(made: Stream, chain: Chain, policies: Any) -> Relation:
    """Return like passages that stand side by side as a relation."""
    pair, last = chain[0], chain[-1]
    summary = pair.a.block.summary != pair.b.block.summary
    spans = [
        _sentence(made, unit.page, (first[0], end[1]))
        for unit, first, end in (
            (pair.a, pair.a_span, last.a_span),
            (pair.b, pair.b_span, last.b_span),
        )
    ]
    texts = strict(made, pair.a.page, spans[0]), strict(made, pair.b.page, spans[1])
    kind: str = max(chain, key=lambda one: one.kind == "near").kind
    if kind == "exact" and texts[0] != texts[1]:
        kind = "near"
    chosen = relations.action(kind, policies)
    if kind == "exact" and chosen in {"replace", "drop"}:
        chosen = "report"
    one = Relation(
        kind,
        "none" if summary else chosen,
        texts,
        sum(one.b_words[1] - one.b_words[0] for one in chain),
        differences=tuple(_differences(chain))[:SHOWN],
        share=min(one.percent for one in chain),
        summary=summary,
        sure=sum(one.sure for one in chain),
        retold=pair.retold,
        around=all(one.around for one in chain),
    )
    one.a.append((made.layouts[pair.a.page].chapter, spans[0]))
    one.b.append((made.layouts[pair.b.page].chapter, spans[1]))
    return one


def standing_relation(made: Stream, group: Sequence[Unit], policies: Any) -> Relation:
    """Return a passage that stands four times or more as a relation."""
    places = [(unit.page, _sentence(made, unit.page, unit.span)) for unit in group]
    texts = [strict(made, *place) for place in places[:2]]
    one = Relation(
        "boilerplate",
        relations.action("boilerplate", policies),
        (texts[0], texts[1]),
        len(group[0].words),
    )
    found = [(made.layouts[page].chapter, span) for page, span in places]
    one.a.append(found[0])
    one.b += found[1:]
    return one


def run_relation(made: Stream, run: Run, policies: Any) -> Relation:
    """Return an equal stretch that starts or ends within a block as a relation.

    It is exact where it is all of a block on one side, such as a table that has a
    caption in the other place.
    """
    sides = _whole(made, [_place(made, at, run.size) for at in (run.a, run.b)])
    texts = [_plain(made.layouts[p].keys(lo, hi)) for p, lo, hi in sides]
    summary = run.a < made.summary <= run.b
    kind = "exact" if any(_is_block(made, *side) for side in sides) else "contained"
    chosen = relations.action(kind, policies)
    one = Relation(
        kind,
        "none" if summary else "report" if chosen in {"replace", "drop"} else chosen,
        (texts[0], texts[1]),
        made.words(run.b, run.b + run.size),
        summary=summary,
    )
    for side, (page, lo, hi) in zip((one.a, one.b), sides, strict=True):
        here = made.layouts[page]
        side.append((here.chapter, here.span(lo, hi)))
    return one


Tokens = tuple[int, int, int]
"""A layout, and tokens there from one to another."""


def _place(made: Stream, at: int, size: int) -> Tokens:
    page, token = made.where(at)
    return page, token, token + size


def _whole(made: Stream, sides: list[Tokens]) -> list[Tokens]:
    """Take in the first token of a table, whose key holds more than its text."""
    before = [_plain(made.layouts[page].keys(lo - 1, lo)) for page, lo, _ in sides]
    if min(lo for _, lo, _ in sides) and before[0] == before[1]:
        return [(page, lo - 1, hi) for page, lo, hi in sides]
    return sides


def _plain(keys: Sequence[str]) -> str:
    """Return the text of tokens, without what their keys hold more."""
    return " ".join(key.partition("\0")[0] for key in keys)


def _is_block(made: Stream, page: int, lo: int, hi: int) -> bool:
    leaf = made.layouts[page].leaf(lo)
    return leaf is not None and (leaf.lo, leaf.hi) == (lo, hi)


def _differences(chain: Chain) -> Iterator[Difference]:
    for pair in chain:
        for edit in pair.edits:
            yield _difference(pair.a, pair.b, edit)


def _difference(a: Unit, b: Unit, edit: Edit) -> Difference:
    sides = _words(a, edit.a), _words(b, edit.b)
    return Difference(sides[0][0], sides[1][0], sides[0][1], sides[1][1])


def _words(unit: Unit, words: Span) -> tuple[str, Span | None]:
    """Return words without the punctuation around them, and their exact place."""
    if words[0] == words[1]:
        return "", None
    first, last = unit.exact(words[0]), unit.exact(words[1] - 1)
    span = first[0], last[1]
    return unit.source[span[0] : span[1]], span


def _sentence(made: Stream, page: int, span: Span) -> Span:
    """Return a passage with the marks at its ends, in whole tokens.

    The target of a link at its end may have spaces, as where a template fills it in.
    """
    here: Layout = made.layouts[page]
    lo, hi = here.tokens(span)
    if lo == hi:
        return span
    start, end = here.span(lo, hi)
    at = here.chapter.source.rfind("](", start, end)
    link = TARGET.match(here.chapter.source, at) if at >= start else None
    return start, max(end, link.end()) if link else end


def strict(made: Stream, page: int, span: Span) -> str:
    """Return the strict text of a place."""
    here = made.layouts[page]
    lo, hi = here.tokens(span)
    return " ".join(here.written(lo, hi))
