"""Exact repeats: runs of equal tokens in, relations and cut records out."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any

from crossfoot.cuts import records, stored
from crossfoot.places import Place, Span
from crossfoot.repeats import passages, plan
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.relations import Relation, Where
from crossfoot.repeats.runs import Run
from crossfoot.repeats.stream import Stream

MANY = 4
"""Copies from which on a passage is boilerplate, which belongs where it stands."""

CUTTING = frozenset({"replace", "drop"})


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage that stands elsewhere."""

    run: Run
    page: int
    lo: int
    hi: int
    """Its tokens in its layout, whole blocks or sentences."""
    start: int
    end: int
    """With markers and fences beside it: what a cut may take."""
    words: int
    kind: str
    summary: bool
    """It stands in a summary and repeats the body."""


@dataclass(slots=True)
class Exact:
    """The exact repeats of a report."""

    made: Stream
    barred: Sequence[bytearray]
    """Tokens that stay, by layout."""
    action: str
    copies: list[Copy] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    of: list[tuple[Relation, int]] = field(default_factory=list)
    """For each copy its relation, and which of its copies it is."""
    cuts: list[dict[str, Any]] = field(default_factory=list)
    stays: dict[tuple[str, int], Place] = field(default_factory=dict)
    """What is printed instead, by relation and number of the copy."""


def exact(
    made: Stream,
    found: Iterable[Run],
    barred: Sequence[bytearray],
    fewest: int,
    action: str,
) -> Exact:
    """Return the exact repeats of at least `fewest` words, with what is cut."""
    out = Exact(made, barred, action)
    copies = (_copy(out, run, fewest) for run in found)
    out.copies = [copy for copy in copies if copy]
    _relate(out)
    if action in CUTTING:
        _cut(out)
    _settle(out)
    return out


def _copy(out: Exact, run: Run, fewest: int) -> Copy | None:
    """Return the passage of a run, None when it is too short to be one."""
    page, lo = out.made.where(run.b)
    here = out.made.layouts[page]
    found = passages.pieces(here, lo, lo + run.size, out.barred[page])
    words = sum(passages.weigh(here, *piece) for piece in found)
    if words < fewest:
        return None
    start, end = found[0][0], found[-1][1]
    return Copy(
        run,
        page,
        start,
        end,
        *_beside(here, start, end, lo, lo + run.size),
        words,
        "boilerplate" if run.copies >= MANY else "exact",
        summary=run.a < out.made.summary <= run.b,
    )


def _beside(page: Layout, lo: int, hi: int, first: int, last: int) -> tuple[int, int]:
    """Return a passage with the tokens beside it that belong to no leaf."""
    before = bisect_left(page.leaves, lo, key=lambda leaf: leaf.lo) - 1
    after = bisect_left(page.leaves, hi, key=lambda leaf: leaf.lo)
    low = page.leaves[before].hi if before >= 0 else 0
    high = page.leaves[after].lo if after < len(page.leaves) else len(page.keys)
    inside = page.leaf(hi)
    return (
        max(first, low) if low <= lo else lo,
        hi if inside and inside.lo < hi else max(hi, min(last, high)),
    )


def _relate(out: Exact) -> None:
    """Group copies of one text into relations, the first place on one side."""
    groups: dict[tuple[str, bool, str], Relation] = {}
    for copy in out.copies:
        page = out.made.layouts[copy.page]
        text = " ".join(page.keys[copy.lo : copy.hi])
        relation = groups.setdefault(
            (copy.kind, copy.summary, text),
            Relation(
                copy.kind,
                out.action if copy.kind == "exact" and not copy.summary else "none",
                (text, text),
                copy.words,
                summary=copy.summary,
            ),
        )
        source = _source(out, copy)
        if source not in (*relation.a, *relation.b):
            relation.a.append(source)
        out.of.append((relation, len(relation.b)))
        relation.b.append((page.chapter, page.span(copy.lo, copy.hi)))
    out.relations = list(groups.values())


def _source(out: Exact, copy: Copy) -> Where:
    page, lo = out.made.where(copy.run.a)
    _, first = out.made.where(copy.run.b)
    there = out.made.layouts[page]
    shift = lo - first
    return there.chapter, there.span(copy.lo + shift, copy.hi + shift)


def _cut(out: Exact) -> None:
    """Plan the cuts of every chapter and write their records."""
    wanted: list[tuple[int, int, int, int, int]] = []
    found: list[tuple[int, plan.Piece]] = []
    for page, owned in _owners(out).items():
        for piece in plan.pieces(out.made.layouts[page], owned):
            wanted += _parts(out, owned, piece, len(found))
            found.append((page, piece))
    spans: dict[int, list[tuple[Span, plan.Cut]]] = {}
    for number, group in groupby(plan.resolve(wanted), key=lambda cut: cut.piece):
        page, piece = found[number]
        spans.setdefault(page, []).extend(_split(out, piece, list(group)))
    for page, parts in spans.items():
        out.cuts += _records(out, page, sorted(parts, key=lambda part: part[0]))
    out.cuts.sort(key=lambda cut: (cut["file"], cut["start"]))


def _owners(out: Exact) -> dict[int, list[int]]:
    """Return for each layout with copies which of them each token belongs to."""
    owners: dict[int, list[int]] = {}
    for number, copy in enumerate(out.copies, 1):
        page = out.made.layouts[copy.page]
        if copy.kind != "exact" or copy.summary:
            continue
        owned = owners.setdefault(copy.page, [0] * len(page.keys))
        for token in range(copy.start, copy.end):
            if not out.barred[copy.page][token]:
                owned[token] = number
    return {page: owned for page, owned in owners.items() if _whole(out, page)}


def _whole(out: Exact, page: int) -> bool:
    """Say whether a chapter's bytes are known: no cut is proved without them."""
    return stored(out.made.layouts[page].chapter) is not None


def _parts(
    out: Exact, owned: Sequence[int], piece: plan.Piece, number: int
) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield a piece by the copies that it belongs to, in stream positions."""
    for owner, tokens in groupby(range(piece.lo, piece.hi), key=owned.__getitem__):
        inside = list(tokens)
        run = out.copies[owner - 1].run
        base = run.b - out.made.where(run.b)[1]
        lo, hi = inside[0] + base, inside[-1] + 1 + base
        yield lo, hi, lo - run.b + run.a, owner - 1, number


def _split(
    out: Exact, piece: plan.Piece, group: Sequence[plan.Cut]
) -> Iterator[tuple[Span, plan.Cut]]:
    """Yield the characters of a piece by its cuts, which stand side by side."""
    page = out.made.layouts[out.made.where(group[0].lo)[0]]
    inner = [page.starts[out.made.where(cut.lo)[1]] for cut in group[1:]]
    spans = pairwise([piece.start, *inner, piece.end])
    yield from zip(spans, group, strict=True)


def _records(
    out: Exact, page: int, parts: Sequence[tuple[Span, plan.Cut]]
) -> Iterator[dict[str, Any]]:
    """Yield the records of a chapter's cuts, in order."""
    chapter = out.made.layouts[page].chapter
    made = records(chapter, stored(chapter) or b"", [span for span, _ in parts])
    last: tuple[int, int] | None = None
    for (span, cut), record in zip(parts, made, strict=True):
        relation, number = out.of[cut.run]
        keep, moved = _keep(out, cut)
        out.stays.setdefault((relation.ident, number), keep[0].place(keep[1]))
        yield {
            **record,
            "relation": relation.ident,
            "keep": {"file": keep[0].file, "span": list(keep[1])},
            "moved": moved,
            "refer": relation.action == "replace" and last != (span[0], cut.run),
        }
        last = span[1], cut.run


def _keep(out: Exact, cut: plan.Cut) -> tuple[Where, dict[str, str]]:
    """Return where the kept copy of a cut stands, and what its identifiers are called.

    The identifiers are those that the cut takes, each with that of the kept copy.
    """
    size = cut.hi - cut.lo
    if out.made.ids[cut.lo : cut.hi] != out.made.ids[cut.source : cut.source + size]:
        raise AssertionError("a cut and its kept copy differ")
    page, token = out.made.where(cut.lo)
    there, source = out.made.where(cut.source)
    here, kept = out.made.layouts[page], out.made.layouts[there]
    moved: dict[str, str] = {}
    for at in here.anchored(token, token + size):
        twins = kept.anchors.get(at - token + source, [])
        moved.update(zip(here.anchors[at], twins, strict=False))
    return (kept.chapter, kept.span(source, source + size)), dict(sorted(moved.items()))


def _settle(out: Exact) -> None:
    """Say of relations of which nothing could be cut that they are only reported."""
    cut = {record["relation"] for record in out.cuts}
    for relation in out.relations:
        if relation.action in CUTTING and relation.ident not in cut:
            relation.action = "report"
