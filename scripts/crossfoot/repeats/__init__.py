"""Repeats: chapters and settings in, passages that stand twice and what is cut out.

Two layers look at the same chapters. Runs of equal tokens, blind to blocks, find what
is exactly equal, and only that is ever cut. Sentences with their figures masked and
paragraphs by the words they share find what disagrees or is nearly equal; those are
reported.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from crossfoot.chapters import Chapter, Settings
from crossfoot.findings import Finding
from crossfoot.repeats import claims, near, relations
from crossfoot.repeats.bars import bars
from crossfoot.repeats.exact import MANY, Exact, Wanted, find_exact
from crossfoot.repeats.layout import lay_out
from crossfoot.repeats.likeness import clash_relation, frame_relation, pair_relation
from crossfoot.repeats.relations import Relation
from crossfoot.repeats.runs import Run, find_runs, repeated
from crossfoot.repeats.stream import Stream, join

MIN_WORDS = 25
"""Words from which on an exact repeat is taken out; `repeats: min_words` changes it."""


def find(
    chapters: Sequence[Chapter], settings: Settings
) -> tuple[dict[str, Any], list[Finding]]:
    """Return the content of `build/repeats.json`, and the findings."""
    policies = settings.get("repeats", "policy", default={})
    fewest = int(settings.get("repeats", "min_words", default=MIN_WORDS))
    layouts = [lay_out(chapter) for chapter in chapters]
    made = join(layouts)
    grams = repeated(made, fewest)
    found = find_runs(made, fewest, grams)
    alike = near.pairs(layouts, fewest)
    index = claims.Index(layouts)
    proposed = [*_edges(made, found, index), *_inside(alike, index)]
    clashes, frames = claims.judge(index.prose(), proposed)
    barred = bars(made, found, clashes, alike)
    wanted = Wanted(grams, barred, fewest, policies)
    done = find_exact(made, found, wanted)
    others = [clash_relation(made, one, policies) for one in clashes]
    others += [frame_relation(made, one, policies) for one in frames]
    settled = {frozenset((one.a.block, one.b.block)) for one in clashes}
    for pair in alike:
        judged = frozenset((pair.a.block, pair.b.block)) in settled
        exact = pair.around or pair.kind == "contained"
        told = exact and done.holds(pair.b.page, pair.b.block)
        if pair.kind != "figures" and not judged and not told:
            others.append(pair_relation(made, pair, policies))
    return _product([*done.relations, *others], done)


def _edges(
    made: Stream, found: Iterable[Run], index: claims.Index
) -> Iterable[claims.Clash]:
    """Yield the figures that end a run: all around them is equal."""
    for run in found:
        for a, b in ((run.a - 1, run.b - 1), (run.a + run.size, run.b + run.size)):
            if run.copies < MANY and min(a, made.ids[a], made.ids[b]) >= 0:
                first = index.at(*made.where(a))
                second = index.at(*made.where(b)) if first else None
                if first and second:
                    yield claims.clash(first, second)


def _inside(alike: Iterable[near.Pair], index: claims.Index) -> Iterable[claims.Clash]:
    for pair in alike:
        yield from index.like(pair.a.block, pair.b.block)


def _product(
    found: list[Relation], done: Exact
) -> tuple[dict[str, Any], list[Finding]]:
    ordered = sorted(found, key=relations.order)
    findings: list[Finding] = []
    for one in ordered:
        stays = [done.stays.get((one.ident, n)) for n in range(len(one.b))]
        findings += relations.findings(one, stays)
    product = {
        "schema": "crossfoot/repeats/1",
        "relations": [relations.as_dict(one) for one in ordered],
        "cuts": done.cuts,
    }
    return product, findings
