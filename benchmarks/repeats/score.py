"""Scores a product: a planted report and `repeats.json` in, what was found out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import safety
from field import Field, Pair, Planted, Stretch, folded

REPEATS = frozenset({"exact", "near", "contained", "contradiction"})
"""Classes whose relations are claims that text repeats: precision is of these."""

LIKE = frozenset({"near", "contained", "exact"})
FOUND = {
    "exact": frozenset({"exact"}),
    "near": LIKE,
    "contained": LIKE,
    "small": LIKE,
    "contradiction": frozenset({"contradiction"}),
    "template": frozenset({"template"}),
    "boilerplate": frozenset({"boilerplate"}),
}
"""The reported classes that find a planted one."""

RIGHT = {
    **FOUND,
    "exact": frozenset({"exact", "contained"}),
    "contradiction": LIKE | {"contradiction"},
}
"""The reported classes that are no mistake on a planted one."""

COVERED = 0.5
"""Part of each place of a plant that what was found has to cover."""
LONGEST = 60
"""Characters up to which a named difference may be longer than what differs."""
BESIDE = 40
"""Characters from the point where text is missing to a difference that names it."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A relation of the product."""

    ident: str
    cls: str
    a: tuple[Stretch, ...]
    b: tuple[Stretch, ...]
    named: tuple[tuple[Stretch | None, Stretch | None], ...]
    """Its differences; None where a side has no text, or none that stands there."""
    within: str = ""
    """What one finding tells of it and of others."""

    @property
    def places(self) -> tuple[Stretch, ...]:
        """All places of both sides, each once."""
        return tuple(dict.fromkeys((*self.a, *self.b)))

    @property
    def equal(self) -> bool:
        """Say whether all places hold the same text but for white space."""
        return len({folded(one.text) for one in self.places}) == 1


@dataclass(frozen=True, slots=True)
class Wrong:
    """A relation that is no planted one, and why."""

    relation: Reported
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a product is worth on one planted report."""

    field: Field
    covered: Mapping[str, float]
    """For each plant, by id, how much of its least covered place was found."""
    right: tuple[Reported, ...]
    wrong: tuple[Wrong, ...]
    unplanted: tuple[Reported, ...]
    """Findings in real text that nobody planted anything in."""
    faults: tuple[safety.Fault, ...]
    removed: tuple[int, int]

    def found(self, plant: Planted) -> bool:
        """Say whether a plant was found."""
        return self.covered[plant.ident] >= COVERED


def score(field: Field, product: Mapping[str, Any]) -> Result:
    """Compare a product with the truth."""
    relations = [reported(field, one) for one in each(product)]
    told: set[str] = set()
    right: list[Reported] = []
    wrong: list[Wrong] = []
    unplanted: list[Reported] = []
    held: dict[str, list[Reported]] = {}
    for one in relations:
        plants = [plant for plant in field.plants if fits(one, plant)]
        for plant in plants:
            held.setdefault(plant.ident, []).append(one)
        if one.cls not in REPEATS:
            continue
        if any(is_right(one, plant) for plant in plants):
            right.append(one)
        elif field.real and not _inside(field, one):
            if one.within not in told:
                unplanted.append(one)
            told |= {one.within} - {""}
        else:
            wrong.append(Wrong(one, why(field, one, plants)))
    covered = {
        one.ident: coverage(one, held.get(one.ident, ())) for one in field.plants
    }
    return Result(
        field,
        covered,
        tuple(right),
        tuple(wrong),
        tuple(unplanted),
        tuple(safety.faults(field, product)),
        safety.removed(field, product),
    )


def each(product: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield all relations; for one between two sections, those of their passages."""
    leading = {one.get("within") for one in product["relations"]}
    for one in product["relations"]:
        told = one.get("passages", ())
        leads = told or one["id"] in leading
        where = {"within": one.get("within", one["id"])} if leads else {}
        if "sections" not in one:
            yield {**one, **where}
        yield from ({**part, **where} for part in told)


def reported(field: Field, relation: Mapping[str, Any]) -> Reported:
    """Read a relation of the contract."""
    a = tuple(field.stretch(place) for place in relation["a"])
    b = tuple(field.stretch(place) for place in relation["b"])
    named = tuple(
        (
            _named(field, a, one["a"], one["a_span"]),
            _named(field, b, one["b"], one["b_span"]),
        )
        for one in relation["differences"]
    )
    within = relation.get("within", "")
    return Reported(relation["id"], relation["class"], a, b, named, within)


def _named(
    field: Field, side: Sequence[Stretch], text: str, span: Sequence[int] | None
) -> Stretch | None:
    """Return where a difference stands, if its text really stands there."""
    if span is None:
        return None
    for place in side:
        spot = field.at(place.file, span)
        if spot.text == text and (spot.shared(place) or spot.lo == spot.hi):
            return spot
    return None


def fits(one: Reported, plant: Planted) -> bool:
    """Say whether each place of a relation is one of a plant, two of them at least."""
    matched: set[Stretch] = set()
    for place in one.places:
        spots = [spot for spot in plant.places if place.matches(spot)]
        if not spots:
            return False
        matched.update(spots)
    # Both sides may lie in one place of the plant: then they say nothing about it.
    return len(matched) > 1 and len(one.places) > 1


def is_right(one: Reported, plant: Planted) -> bool:
    """Say whether a relation that fits a plant is of a class that is no mistake."""
    if one.cls not in RIGHT[plant.cls] or (one.cls == "exact" and not one.equal):
        return False
    names = any(names_pair(one, pair) for pair in plant.differences)
    return one.cls != "contradiction" or names


def coverage(plant: Planted, held: Sequence[Reported]) -> float:
    """Return the part of a plant's least covered place that relations found."""
    good = [one for one in held if one.cls in FOUND[plant.cls]]
    if plant.cls == "contradiction":
        named = [
            any(names_pair(one, pair) for one in good) for pair in plant.differences
        ]
        return float(all(named))
    if plant.cls in LIKE | {"small"}:
        good = [one for one in good if is_right(one, plant)]
    return min(_part(place, good) for place in plant.places)


def _part(place: Stretch, held: Sequence[Reported]) -> float:
    """Return the part of a place that the places of relations cover together."""
    spans = sorted(
        (max(one.lo, place.lo), min(one.hi, place.hi))
        for relation in held
        for one in relation.places
        if one.shared(place)
    )
    total, at = 0, place.lo
    for lo, hi in spans:
        total += max(0, hi - max(lo, at))
        at = max(at, hi)
    return total / (place.hi - place.lo)


def names_pair(one: Reported, pair: Pair) -> bool:
    """Say whether a relation names both texts of a difference where they stand."""
    return any(
        (_names(a, pair.a) and _names(b, pair.b))
        or (_names(a, pair.b) and _names(b, pair.a))
        for a, b in one.named
    )


def _names(spot: Stretch | None, differing: Stretch) -> bool:
    if not differing.text:
        return spot is None or (
            spot.file == differing.file
            and spot.lo - BESIDE <= differing.lo <= spot.hi + BESIDE
        )
    if spot is None or not spot.shared(differing):
        return False
    said, planted = _core(spot.text), _core(differing.text)
    short = len(said) <= max(LONGEST, 3 * len(planted))
    return short and (planted in said or (said != "" and said in planted))


def _core(text: str) -> str:
    return re.sub(r"^\W+|\W+$", "", text)


def _inside(field: Field, one: Reported) -> bool:
    """Say whether all places of a relation are planted, or made to look like it."""
    spots = [
        spot
        for group in (field.plants, field.negatives)
        for p in group
        for spot in p.places
    ]
    return all(any(place.matches(spot) for spot in spots) for place in one.places)


def why(field: Field, one: Reported, plants: Sequence[Planted]) -> str:
    """Say what is wrong with a relation."""
    if len(one.places) == 1:
        return "a place related to itself"
    if plants:
        plant = plants[0]
        if one.cls == "exact" and not one.equal:
            return f"exact, but the text differs: {plant.cls}: {plant.name}"
        if one.cls == "contradiction" and plant.differences:
            return f"names no planted difference: {plant.cls}: {plant.name}"
        return f"wrong class: {plant.cls}: {plant.name}"
    for kind, spots in _lookalikes(field).items():
        if _among(one, spots):
            return f"no repeat: {kind}"
    near = sorted(
        {plant.cls + ": " + plant.name for plant in _near(field, one)},
    )
    return f"not planted, beside {', '.join(near)}" if near else "not planted"


def _lookalikes(field: Field) -> Mapping[str, list[Stretch]]:
    """Return the places of the hard negatives of each kind."""
    held: dict[str, list[Stretch]] = {}
    for negative in field.negatives:
        held.setdefault(negative.kind, []).extend(negative.places)
    return held


def _among(one: Reported, places: Sequence[Stretch]) -> bool:
    return all(any(place.shared(spot) for spot in places) for place in one.places)


def _near(field: Field, one: Reported) -> Iterator[Planted]:
    for plant in field.plants:
        if any(place.shared(spot) for place in one.places for spot in plant.places):
            yield plant
