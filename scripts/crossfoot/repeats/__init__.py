"""Repeats: chapters and settings in, passages that stand twice and what is cut out.

Two layers look at the same chapters. Runs of equal tokens, blind to blocks, find what
is exactly equal, and only that is ever cut. Units (paragraphs, items, rows) that share
runs of words are compared sentence by sentence; what disagrees or is nearly equal is
reported.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import gt
from typing import Any

from crossfoot.chapters import Chapter, Settings, as_printed
from crossfoot.findings import Finding
from crossfoot.repeats import joint, relations, rulings
from crossfoot.repeats.alike import Pair, chains
from crossfoot.repeats.bars import bars
from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.clashes import Clash
from crossfoot.repeats.decisions import Told
from crossfoot.repeats.exact import Exact, Wanted, find_exact
from crossfoot.repeats.grams import repeated
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.likeness import (
    clash_relation,
    frame_relation,
    pair_relation,
    run_relation,
    standing_relation,
)
from crossfoot.repeats.passages import pieces, weigh
from crossfoot.repeats.policies import policies_of
from crossfoot.repeats.relations import Relation
from crossfoot.repeats.runs import Run, find_runs
from crossfoot.repeats.sections import Sections
from crossfoot.repeats.slight import eased, excess, filled, parted, room, sure
from crossfoot.repeats.standing import MANY, standing
from crossfoot.repeats.statements import Alike, By, find_alike
from crossfoot.repeats.stream import Stream, join
from crossfoot.repeats.stretches import Stretches
from crossfoot.repeats.units import Unit

MIN_WORDS = 25
"""Words from which on an exact repeat is taken out; `repeats: min_words` changes it."""


def find(
    chapters: Iterable[Chapter], settings: Settings, told: Told | None = None
) -> tuple[dict[str, Any], list[Finding]]:
    """Return the content of `build/repeats.json`, and the findings.

    `told` is what authors decided beside their chapters.
    """
    lexicon = Lexicon()
    return joined([lay_out(one, lexicon) for one in chapters], settings, told)


def joined(
    layouts: Iterable[Layout],
    settings: Settings,
    told: Told | None = None,
    by: By | None = None,
) -> tuple[dict[str, Any], list[Finding]]:
    """Return what `find` does for layouts; `by` knows what was found in them before."""
    told = told or Told()
    policies = settings.get("repeats", "policy", default={})
    fewest = int(settings.get("repeats", "min_words", default=MIN_WORDS))
    pages = {one.chapter.name: one for one in layouts}
    printed = as_printed(one.chapter for one in pages.values())
    made = join([pages[chapter.name] for chapter in printed])
    grams = repeated(made, fewest)
    found = find_runs(made, grams)
    said = find_alike(made, found, by)
    barred = bars(made, found, said.clashes, said.pairs)
    ruling = policies_of(settings.get("repeats"))
    wanted = Wanted(grams, standing(made, grams), barred, fewest, ruling, told)
    done = find_exact(made, found, wanted)
    others = [clash_relation(made, one, policies) for one in said.clashes]
    others += [frame_relation(made, one, policies) for one in said.frames]
    others += [
        standing_relation(made, group, policies)
        for group in said.standing
        if not _is_held(done, group)
    ]
    torn = list(_torn(made, found, done, said.pairs))
    others += [run_relation(made, one, policies) for one in torn]
    untold = _untold(said.pairs, said.clashes, done, torn)
    others += [pair_relation(made, one, policies) for one in chains(untold)]
    fresh = _untold(_fresh(said, made, torn), said.clashes, done, torn)
    others += [pair_relation(made, (one,), policies) for one in fresh]
    fixed = [one for one in done.relations if one.kind != "exact"]
    rulings.rule([*fixed, *others], wanted.policies, rulings.book(told))
    ruled = [*done.relations, *others]
    wrong = rulings.judge(told, ruled, [chapter.file for chapter in printed])
    shown, slight = _told(ruled, settings, done)
    product, findings = _product(shown, slight, done)
    return product, [*findings, *relations.untold(slight), *wrong]


def _is_held(done: Exact, group: Sequence[Unit]) -> bool:
    """Say whether exact repeats tell of units of the same words already.

    No copy is found in notes and in what pandoc takes for code.
    """
    _, second, *_ = sorted(group, key=lambda one: one.kind == "note")
    return done.holds(second.page, second.span)


def _torn(
    made: Stream, runs: Iterable[Run], done: Exact, pairs: Iterable[Pair]
) -> Iterator[Run]:
    """Yield the runs of which most is no whole block or sentence.

    One inside a passage that nearly repeats another needs no word of its own.
    """
    near: Stretches[Pair] = Stretches()
    for one in pairs:
        if one.kind == "near":
            near.add(one.b.page, one.b_span, one)
    for run in runs:
        page, lo = made.where(run.b)
        here = made.layouts[page]
        whole = pieces(here, lo, lo + run.size, done.wanted.barred[page])
        words = sum(weigh(here, *piece) for piece in whole)
        start, end = here.span(lo, lo + run.size)
        barred = done.wanted.barred[page][lo : lo + run.size]
        settled = barred.count(1) * 2 > run.size
        over = near.over(page, (start, end))
        settled |= any(a <= start and end <= b for (a, b), _ in over)
        # What is barred is told of for itself: a figure differs beside it.
        rest = sum(map(gt, here.weights[lo : lo + run.size], barred))
        settled |= run.copies >= MANY or words * 3 >= rest * 2
        often = done.wanted.standing
        if not settled and not often.holds(run.b, run.b + run.size, parts=True):
            yield run


def _untold(
    pairs: Iterable[Pair], clashes: Iterable[Clash], done: Exact, torn: Iterable[Run]
) -> Iterator[Pair]:
    """Yield the pairs of which neither a run nor a contradiction tells."""
    settled = {(clash.a.unit.block, clash.b.unit.block) for clash in clashes}
    spans: Stretches[Run] = Stretches()
    for run in torn:
        page, lo = done.made.where(run.b)
        span = done.made.layouts[page].span(lo, lo + run.size)
        spans.add(page, span, run)
    for pair in pairs:
        start, end = pair.b_span
        over = spans.over(pair.b.page, pair.b_span)
        inside = (a <= start and end <= b for (a, b), _ in over)
        held = done.holds(pair.b.page, pair.b_span) or any(inside)
        if not held and (pair.a.block, pair.b.block) not in settled:
            yield pair


def _told(
    ruled: Iterable[Relation], settings: Settings, done: Exact
) -> tuple[list[Relation], list[Relation]]:
    """Return what is told, what two sections have in common as one, and the rest."""
    made = done.made
    single = joint.Single(settings.get("severity", default={}), done.allowances)
    sections = Sections(made.layouts)
    told, slight = parted(_headed(ruled, sections))
    told, slight = joint.joined(made, sections, told, slight, single)
    lengths = _lengths(made)
    told, slight = sure(told, slight, lengths)
    if room(told, lengths) < 0:
        told = joint.gathered(told, single)
        told, soft = eased(told, lengths)
        slight = [*slight, *soft]
    if room(told, lengths) < 0:
        told = joint.by_section(told, single, sections)
    told, slight = filled(told, slight, lengths)
    if room(told, lengths) < 0:
        told = joint.by_stretch(told, single, sections, excess(told, lengths))
    return told, slight


def _headed(ruled: Iterable[Relation], sections: Sections) -> Iterator[Relation]:
    """Return relations, of which each knows whether it stands under one heading.

    Two headings of one title, side by side, are one that was written twice.
    """
    for one in ruled:
        sides = ((chapter.file, span) for chapter, span in (one.a[0], one.b[0]))
        a, b = (next(sections.around(*side)) for side in sides)
        one.one_section = a is b or sections.are_namesakes(a, b)
        yield one


def _lengths(made: Stream) -> dict[str, int]:
    """Return how many words each chapter has."""
    return {one.chapter.file: one.weights.count(1) for one in made.layouts}


def _fresh(said: Alike, made: Stream, torn: Iterable[Run]) -> Iterator[Pair]:
    """Yield the sentences said again that stand in no copy told of already.

    What is said again in the first place of a passage is told of nowhere else: its
    copy says it a third time.
    """
    told: Stretches[Pair | Run] = Stretches()
    for run in torn:
        told.add(*made.span(run.b, run.size), run)
    for one in said.pairs:
        told.add(one.b.page, one.b_span, one)
    for one in said.retold:
        if not any(True for _ in told.over(one.b.page, one.b_span)):
            told.add(one.b.page, one.b_span, one)
            yield one


def _product(
    found: list[Relation], slight: list[Relation], done: Exact
) -> tuple[dict[str, Any], list[Finding]]:
    ordered = sorted(found, key=relations.order)
    findings: list[Finding] = []
    for one in ordered:
        findings += joint.findings(one) if one.joint else relations.findings(one)
    product = {
        "schema": "crossfoot/repeats/1",
        "relations": [relations.as_dict(one) for one in ordered],
        "cuts": done.cuts,
    }
    if slight:
        product["slight"] = [relations.as_dict(one) for one in slight]
    return product, findings
