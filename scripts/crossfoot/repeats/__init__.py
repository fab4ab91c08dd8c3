"""Repeats: chapters and settings in, passages that stand twice and what is cut out.

Two layers look at the same chapters. Runs of equal tokens, blind to blocks, find what
is exactly equal, and only that is ever cut. Units (paragraphs, items, rows) that share
runs of words are compared sentence by sentence; what disagrees or is nearly equal is
reported.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from crossfoot.chapters import Chapter, Settings
from crossfoot.findings import Finding
from crossfoot.repeats import relations
from crossfoot.repeats.alike import Pair
from crossfoot.repeats.bars import bars
from crossfoot.repeats.exact import Exact, Wanted, find_exact
from crossfoot.repeats.layout import lay_out
from crossfoot.repeats.likeness import clash_relation, frame_relation, pair_relation
from crossfoot.repeats.relations import Relation
from crossfoot.repeats.runs import find_runs, repeated
from crossfoot.repeats.statements import find_alike
from crossfoot.repeats.stream import join
from crossfoot.repeats.verdict import Clash

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
    said = find_alike(made, found)
    barred = bars(made, found, said.clashes, said.pairs)
    done = find_exact(made, found, Wanted(grams, barred, fewest, policies))
    others = [clash_relation(made, one, policies) for one in said.clashes]
    others += [frame_relation(made, one, policies) for one in said.frames]
    untold = _untold(said.pairs, said.clashes, done)
    others += [pair_relation(made, one, policies) for one in untold]
    return _product([*done.relations, *others], done)


def _untold(
    pairs: Iterable[Pair], clashes: Iterable[Clash], done: Exact
) -> Iterator[Pair]:
    """Yield the pairs of which neither a cut nor a contradiction tells."""
    settled = {(clash.a.unit.block, clash.b.unit.block) for clash in clashes}
    for pair in pairs:
        held = done.holds(pair.b.page, pair.b_span)
        if not held and (pair.a.block, pair.b.block) not in settled:
            yield pair


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
