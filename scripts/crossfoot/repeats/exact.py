"""Exact repeats: runs of equal tokens in, relations and cut records out."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Any

from crossfoot.cuts import records, stored
from crossfoot.findings import Finding
from crossfoot.places import Span
from crossfoot.repeats import passages, plan, rulings
from crossfoot.repeats.decisions import Told
from crossfoot.repeats.grams import Grams
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.passages import Piece
from crossfoot.repeats.pointing import points_out
from crossfoot.repeats.policies import CUTTING, Policies
from crossfoot.repeats.relations import Fate, Relation, Where, repeating
from crossfoot.repeats.runs import Run, agree, everywhere
from crossfoot.repeats.second import Flip, flips
from crossfoot.repeats.standing import MANY, Standing
from crossfoot.repeats.stream import Stream
from crossfoot.waivers import Allowance, in_force


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
    waived: bool
    """A waiver says that it may stand twice."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of exact repeats."""

    grams: Grams
    """The stretches that the runs were found by."""
    standing: Standing
    """What stands so often that it belongs there."""
    barred: Sequence[bytearray]
    """Tokens that stay, by layout."""
    fewest: int
    """Words that a passage must have."""
    policies: Policies
    """What `report.yml` wants done."""
    told: Told
    """What authors decided."""


@dataclass(slots=True)
class Exact:
    """The exact repeats of a report."""

    made: Stream
    wanted: Wanted
    allowances: Sequence[Allowance]
    """The waivers in the chapters' comments and in `checks.yml`."""
    copies: list[Copy] = field(default_factory=list)
    by_page: dict[int, list[Copy]] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    of: list[tuple[Relation, int]] = field(default_factory=list)
    """For each copy its relation, and which of its copies it is."""
    cuts: list[dict[str, Any]] = field(default_factory=list)

    def holds(self, page: int, span: Span) -> bool:
        """Say whether a copy that was found covers most of a stretch of a chapter."""
        lo, hi = self.made.layouts[page].tokens(span)
        found = self.by_page.get(page, [])
        covered, at = 0, bisect_right(found, lo, key=lambda copy: copy.hi)
        while at < len(found) and found[at].lo < hi:
            covered += min(found[at].hi, hi) - max(found[at].lo, lo)
            at += 1
        return covered * 2 > hi - lo


def find_exact(made: Stream, found: Iterable[Run], wanted: Wanted) -> Exact:
    """Return the exact repeats among runs, with what is cut."""
    allowances = [one for page in made.layouts for one in page.allowances]
    allowances += wanted.told.allowances
    out = Exact(made, wanted, in_force(allowances, wanted.told.day))
    copies = (_copy(out, run) for run in found)
    out.copies = [copy for copy in copies if copy]
    for copy in out.copies:
        out.by_page.setdefault(copy.page, []).append(copy)
    _relate(out)
    decided = rulings.book(wanted.told)
    for relation in out.relations:
        if relation.kind == "exact":
            rulings.rule_exact(relation, decided)
    _cut(out)
    for relation in out.relations:
        if relation.kind == "exact":
            rulings.settle(relation)
    return out


def _copy(out: Exact, run: Run) -> Copy | None:
    """Return the passage of a run, None when it is too short to be one."""
    page, lo = out.made.where(run.b)
    here = out.made.layouts[page]
    found = passages.pieces(here, lo, lo + run.size, out.wanted.barred[page])
    found = _own_pieces(out, found, run.b - lo)
    words = sum(passages.weigh(here, *piece) for piece in found)
    if words < out.wanted.fewest or not out.made.same(run.a, run.b, run.size):
        return None
    start, end = found[0][0], found[-1][1]
    first, copy = (at + start - lo for at in (run.a, run.b))
    shown = [out.made.words(at, at + end - start) for at in (first, copy)]
    if shown[0] < shown[1]:
        return None  # The first one is code to pandoc, and to readers.
    return Copy(
        run,
        page,
        start,
        end,
        *_beside(here, start, end, lo, lo + run.size),
        words,
        "boilerplate" if _is_standing(out, run, start - lo, end - lo) else "exact",
        summary=run.a < out.made.summary <= run.b,
        waived=_waived(out, first, copy, end - start, words),
    )


def _own_pieces(out: Exact, found: list[Piece], shift: int) -> list[Piece]:
    """Return pieces without those at the ends that stand in many places: these stay.

    Where most of the words do, that is for the whole to say.
    """

    def stands(lo: int, hi: int) -> bool:
        return out.wanted.standing.holds(lo + shift, hi + shift)

    if not found or stands(found[0][0], found[-1][1]):
        return found
    first = next((at for at, one in enumerate(found) if not stands(*one)), 0)
    last = next((at for at, one in enumerate(found[::-1]) if not stands(*one)), 0)
    return found[first : len(found) - last]


def _is_standing(out: Exact, run: Run, lo: int, hi: int) -> bool:
    """Say whether the passage of a run, or most of what is in it, is boilerplate."""
    many = _copies(out, run, lo, hi) >= MANY
    return many or out.wanted.standing.holds(run.b + lo, run.b + hi)


def _copies(out: Exact, run: Run, lo: int, hi: int) -> int:
    """Return how often the passage of a run stands, which may be more than the run.

    Of one in a summary, how often it does in the body.
    """
    at = run.a if run.a < out.made.summary <= run.b else run.b
    first, last = at + lo, at + hi - out.wanted.fewest
    return out.wanted.grams.least(first, last + 1) if first <= last else run.copies


def _waived(out: Exact, first: int, copy: int, size: int, words: int) -> bool:
    """Say whether a waiver covers the finding on a copy."""
    if not out.allowances:
        return False
    (here, there), (chapter, span) = _where(out, first, size), _where(out, copy, size)
    said = repeating(words, here.place(there))
    finding = Finding("REP01", said, chapter.place(span))
    return any(one.covers(finding) for one in out.allowances)


def _beside(page: Layout, lo: int, hi: int, first: int, last: int) -> tuple[int, int]:
    """Return a passage with the tokens beside it that belong to no leaf."""
    before = bisect_left(page.leaves, lo, key=lambda leaf: leaf.lo) - 1
    after = bisect_left(page.leaves, hi, key=lambda leaf: leaf.lo)
    low = page.leaves[before].hi if before >= 0 else 0
    high = page.leaves[after].lo if after < len(page.leaves) else len(page)
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
        text = " ".join(page.keys(copy.lo, copy.hi))
        key = copy.kind, copy.summary, text
        if key not in groups:
            groups[key] = _relation(out, copy, text)
        relation = groups[key]
        out.of.append((relation, len(relation.b)))
        if copy.kind == "boilerplate":
            continue
        source = _where(out, _shifted(out, copy), copy.hi - copy.lo)
        if source not in (*relation.a, *relation.b):
            relation.a.append(source)
        relation.b.append((page.chapter, page.span(copy.lo, copy.hi)))
        relation.fates.append(_fate(out, copy, source[0].file))
    out.relations = list(groups.values())


def _fate(out: Exact, copy: Copy, first: str) -> Fate:
    """Return what the settings and waivers want done about a copy."""
    file = out.made.layouts[copy.page].chapter.file
    chosen = out.wanted.policies.of(copy.kind, [first], [file])
    if copy.summary or chosen == "none":
        return Fate("none", "none")
    if copy.waived or chosen not in CUTTING:
        return Fate("waived" if copy.waived else chosen, chosen)
    page, span = out.made.layouts[copy.page], (copy.lo, copy.hi)
    said = points_out(page, span, out.wanted.barred[copy.page])
    return Fate("report" if said else chosen, chosen, points=said)


def _relation(out: Exact, copy: Copy, text: str) -> Relation:
    """Return the relation of a text; boilerplate names all its places at once."""
    made = Relation(copy.kind, "none", (text, text), copy.words, summary=copy.summary)
    if copy.kind == "boilerplate":
        _, first = out.made.where(copy.run.b)
        lo, size = copy.run.b + copy.lo - first, copy.hi - copy.lo
        starts = everywhere(out.made, out.wanted.grams, lo, lo + size)
        first_place, *others = (_where(out, at, size) for at in starts)
        made.a.append(first_place)
        made.b += others
    return made


def _shifted(out: Exact, copy: Copy) -> int:
    """Return where the source of a copy's passage starts in the stream."""
    _, first = out.made.where(copy.run.b)
    return copy.run.a + copy.lo - first


def _where(out: Exact, at: int, size: int) -> Where:
    page, token = out.made.where(at)
    there = out.made.layouts[page]
    return there.chapter, there.span(token, token + size)


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


def _owners(out: Exact) -> dict[int, "array[int]"]:
    """Return for each layout with copies which of them each token belongs to."""
    owners: dict[int, array[int]] = {}
    for number, (copy, (relation, at)) in enumerate(
        zip(out.copies, out.of, strict=True), 1
    ):
        fate = relation.fates[at] if copy.kind == "exact" else None
        if fate and fate.action in CUTTING and not fate.second:
            _own(out, owners, copy, number)
    for flip in flips(out.made, out.wanted.barred, _asked(out), owners):
        first = out.copies[flip.copy]
        turned = replace(
            first, run=flip.run, page=flip.page, start=flip.lo, end=flip.hi
        )
        out.copies.append(turned)
        out.of.append(out.of[flip.copy])
        _own(out, owners, turned, len(out.copies))
    return {page: owned for page, owned in owners.items() if _whole(out, page)}


def _own(out: Exact, owners: dict[int, "array[int]"], copy: Copy, number: int) -> None:
    """Give the tokens of a copy to it, but for those that stay."""
    if copy.page not in owners:
        owners[copy.page] = array("I", bytes(4 * len(out.made.layouts[copy.page])))
    owned, barred = owners[copy.page], out.wanted.barred[copy.page]
    for token in range(copy.start, copy.end):
        if not barred[token]:
            owned[token] = number


def _asked(out: Exact) -> Iterator[Flip]:
    """Yield the copies that are to stay while their first place goes."""
    for number, (copy, (relation, at)) in enumerate(
        zip(out.copies, out.of, strict=True)
    ):
        if copy.kind == "exact" and relation.fates[at].second:
            shift = copy.run.a - out.made.where(copy.run.b)[1]
            page, lo = out.made.where(copy.start + shift)
            run = replace(copy.run, a=copy.run.b, b=copy.run.a)
            yield Flip(number, run, page, lo, lo + copy.end - copy.start)


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
        fate = relation.fates[number]
        fate.stays = fate.stays or keep[0].place(keep[1])
        yield {
            **record,
            "relation": relation.ident,
            "keep": {"file": keep[0].file, "span": list(keep[1])},
            "moved": moved,
            "refer": fate.action == "replace" and last != (span[0], cut.run),
        }
        last = span[1], cut.run


def _keep(out: Exact, cut: plan.Cut) -> tuple[Where, dict[str, str]]:
    """Return where the kept copy of a cut stands, and what its identifiers are called.

    The identifiers are those that the cut takes, each with that of the kept copy.
    """
    size = cut.hi - cut.lo
    if agree(out.made.ids, cut.lo, cut.source, size) < size:
        raise AssertionError("a cut and its kept copy differ")
    page, token = out.made.where(cut.lo)
    there, source = out.made.where(cut.source)
    here, kept = out.made.layouts[page], out.made.layouts[there]
    moved: dict[str, str] = {}
    for at in here.anchored(token, token + size):
        twins = kept.anchors.get(at - token + source, [])
        moved.update(zip(here.anchors[at], twins, strict=False))
    return (kept.chapter, kept.span(source, source + size)), dict(sorted(moved.items()))
