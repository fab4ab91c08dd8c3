"""Shows results: what was scored goes in, Markdown tables and lists come out."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from field import Planted, Stretch
from score import Reported, Result

CLASSES = (
    "contradiction",
    "exact",
    "near",
    "contained",
    "small",
    "template",
    "boilerplate",
)
EDITED = 20
"""Per cent of words edited up to which a near copy has to be found."""
SHOWN = 700
"""Characters of a passage that a list shows."""


class Target(NamedTuple):
    """A bound on the share of plants of a kind that are found."""

    name: str
    least: float
    real: float
    """The bound on carriers of real text."""
    wanted: Callable[[Planted], bool]


def _of(cls: str) -> Callable[[Planted], bool]:
    return lambda plant: plant.cls == cls


TARGETS = (
    Target("contradiction", 0.98, 0.98, _of("contradiction")),
    Target("exact", 0.99, 0.98, _of("exact")),
    Target(
        "near, up to 20%",
        0.99,
        0.98,
        lambda plant: plant.cls == "near" and plant.rate <= EDITED,
    ),
    Target("contained", 0.99, 0.98, _of("contained")),
    Target("small", 0.9, 0.9, _of("small")),
)
PRECISION = (0.98, 0.95)
"""Least precision: on generated text, on real text."""
NOISE = 1.0
"""Most findings in 1,000 words of real text that nothing was planted in."""


def tables(done: Sequence[Result]) -> str:
    """Return the tables of all results."""
    return "\n\n".join((kinds(done), classes(done), targets(done)))


def kinds(done: Sequence[Result]) -> str:
    """Return recall by class, kind and edit rate, each seed in a column."""
    seeds = [f"seed {one.field.seed}" for one in done]
    names = {
        (CLASSES.index(plant.cls), plant.cls, plant.kind, plant.rate)
        for one in done
        for plant in one.field.plants
    }
    rows = []
    for _, cls, kind, rate in sorted(names):

        def same(plant: Planted, key: tuple[Any, ...] = (cls, kind, rate)) -> bool:
            return (plant.cls, plant.kind, plant.rate) == key

        shown = [_counts(one, same) for one in done]
        rows.append(
            [cls, kind, f"{rate}%" if rate else "", *shown, _recall(done, same)]
        )
    return _table(["class", "kind", "edited", *seeds, "recall"], rows)


def _counts(one: Result, wanted: Callable[[Planted], bool]) -> str:
    found, planted = count([one], wanted)
    return f"{found}/{planted}"


def count(done: Sequence[Result], wanted: Callable[[Planted], bool]) -> tuple[int, int]:
    """Return how many of the plants of a kind were found, and how many there are."""
    plants = [(one, p) for one in done for p in one.field.plants if wanted(p)]
    return sum(one.found(plant) for one, plant in plants), len(plants)


def _recall(done: Sequence[Result], wanted: Callable[[Planted], bool]) -> str:
    found, planted = count(done, wanted)
    return _share(found, planted)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else ""


def classes(done: Sequence[Result]) -> str:
    """Return recall and reports by class, over all seeds."""
    rows = []
    for cls in CLASSES:
        found, planted = count(done, _of(cls))
        covered = [
            one.covered[plant.ident]
            for one in done
            for plant in one.field.plants
            if plant.cls == cls
        ]
        right = sum(report.cls == cls for one in done for report in one.right)
        wrong = sum(one.relation.cls == cls for each in done for one in each.wrong)
        mean = f"{sum(covered) / len(covered):.3f}" if covered else ""
        rows.append(
            [
                *(cls, planted, found, _share(found, planted), mean),
                *(right, wrong, _share(right, right + wrong)),
            ]
        )
    head = ["class", "planted", "found", "recall", "covered"]
    return _table([*head, "reported right", "wrong", "precision"], rows)


def targets(done: Sequence[Result]) -> str:
    """Return every target with what each seed and all of them give."""
    real = done[0].field.real
    rows: list[list[object]] = []
    for target in TARGETS:
        least = target.real if real else target.least
        cells = [_recall([one], target.wanted) for one in done]
        total = _recall(done, target.wanted)
        verdict = _verdict(total, met=total == "" or float(total) >= least)
        rows.append([f"recall: {target.name}", f"≥ {least}", *cells, total, verdict])
    least = PRECISION[real]
    total = _precision(done)
    cells = [_precision([one]) for one in done]
    verdict = _verdict(total, met=total == "" or float(total) >= least)
    rows.append(["precision", f"≥ {least}", *cells, total, verdict])
    if real:
        cells = [_noise([one]) for one in done]
        met = float(_noise(done)) <= NOISE
        name = "unplanted findings in 1,000 words"
        rows.append([name, f"≤ {NOISE}", *cells, _noise(done), _verdict("x", met=met)])
    for name, wanted in (("unsafe removals", True), ("unasked removals", False)):
        counts = [sum(f.unsafe == wanted for f in one.faults) for one in done]
        verdict = _verdict("x", met=not sum(counts))
        rows.append([name, "0", *counts, sum(counts), verdict])
    gone = [f"{one.removed[0]}/{one.removed[1]}" for one in done]
    rows.append(["copies removed of those that may go", "", *gone, _removed(done), ""])
    seeds = [f"seed {one.field.seed}" for one in done]
    return _table(["measure", "target", *seeds, "all", "met"], rows)


def _verdict(value: str, *, met: bool) -> str:
    return ("yes" if met else "**no**") if value else ""


def _precision(done: Sequence[Result]) -> str:
    right = sum(len(one.right) for one in done)
    return _share(right, right + sum(len(one.wrong) for one in done))


def _noise(done: Sequence[Result]) -> str:
    found = sum(len(one.unplanted) for one in done)
    return f"{1_000 * found / sum(one.field.words for one in done):.2f}"


def _removed(done: Sequence[Result]) -> str:
    gone, whole = (sum(one.removed[at] for one in done) for at in (0, 1))
    return _share(gone, whole)


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    rule = [":--" if at == 0 else "--:" for at in range(len(head))]
    lines = [head, rule, *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def lists(done: Sequence[Result], given: argparse.Namespace) -> str:
    """Return the lists that were asked for, each passage with its text."""
    parts = [
        part
        for one in done
        for wanted, made in (
            (given.list_misses, _misses(one)),
            (given.list_false, _false(one)),
            (given.list_unsafe, _unsafe(one)),
            (given.list_unplanted, _unplanted(one, given.list_unplanted)),
        )
        if wanted
        for part in made
    ]
    return "\n\n".join(parts)


def _misses(one: Result) -> Iterator[str]:
    for plant in one.field.plants:
        if not one.found(plant):
            head = f"MISS seed {one.field.seed} {plant.ident} {plant.cls}: {plant.name}"
            names = [
                f"  {_short(p.a.text)} | {_short(p.b.text)}" for p in plant.differences
            ]
            yield "\n".join([head, *map(_shown, plant.places), *names])


def _false(one: Result) -> Iterator[str]:
    for wrong in sorted(one.wrong, key=lambda each: each.reason):
        relation = wrong.relation
        head = f"FALSE seed {one.field.seed} {relation.cls}, {wrong.reason}"
        yield "\n".join([head, *_body(relation)])


def _unsafe(one: Result) -> Iterator[str]:
    for fault in one.faults:
        word = "UNSAFE" if fault.unsafe else "UNASKED"
        yield f"{word} seed {one.field.seed} {fault.reason}\n{_shown(fault.where)}"


def _unplanted(one: Result, most: int) -> Iterator[str]:
    def worst(relation: Reported) -> tuple[int, int]:
        size = sum(place.hi - place.lo for place in relation.places)
        return CLASSES.index(relation.cls), -size

    for relation in sorted(one.unplanted, key=worst)[:most]:
        head = f"UNPLANTED seed {one.field.seed} {relation.cls}"
        yield "\n".join([head, *_body(relation)])


def _body(relation: Reported) -> Iterator[str]:
    yield from map(_shown, relation.places)
    for a, b in relation.named[:5]:
        texts = (_short(side.text) if side else "" for side in (a, b))
        yield f"  {' | '.join(texts)}"


def _shown(place: Stretch) -> str:
    return f"  {place.file}@{place.lo}: {_short(place.text)}"


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= SHOWN else f"{folded[:SHOWN]} …"


def as_json(done: Sequence[Result]) -> list[dict[str, Any]]:
    """Return every seed's figures."""
    return [
        {
            "seed": one.field.seed,
            "carrier": "real" if one.field.real else "generated",
            "words": one.field.words,
            "right": len(one.right),
            "unplanted": len(one.unplanted),
            "removed": list(one.removed),
            "unsafe": [fault.reason for fault in one.faults if fault.unsafe],
            "unasked": [fault.reason for fault in one.faults if not fault.unsafe],
            "wrong": [f"{each.relation.cls}, {each.reason}" for each in one.wrong],
            "plants": [
                {
                    "id": plant.ident,
                    "class": plant.cls,
                    "kind": plant.kind,
                    "rate": plant.rate,
                    "found": one.found(plant),
                    "covered": round(one.covered[plant.ident], 3),
                }
                for plant in one.field.plants
            ],
        }
        for one in done
    ]
