"""What must never be taken out: a planted report and a product in, faults out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from field import Field, Stretch, folded

CUTTING = frozenset({"replace", "drop"})
KEPT_CLASSES = frozenset({"template", "boilerplate", "small"})
"""Planted classes of which nothing is taken out."""
GAP = "\n\0\n"
"""Stands for a cut, so that what is left beside it does not run together."""
MOST = 0.9
"""Part of a copy that must be gone for it to count as removed."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was or would be taken out and must stay."""

    reason: str
    where: Stretch
    unsafe: bool = True
    """False: an equal text is kept, but nobody may take this one out by itself."""


def faults(field: Field, product: Mapping[str, Any]) -> list[Fault]:
    """Return every removal that is unsafe, or that nobody asked for."""
    cuts, misfits = _cuts(field, product)
    kept = _kept(field, cuts)
    found = list(misfits)
    for cut in cuts:
        found += [Fault(reason, cut) for reason in _reasons(field, cut, kept)]
        found += [Fault(reason, cut, unsafe=False) for reason in _unasked(field, cut)]
    return [*found, *_relations(field, product)]


def _cuts(
    field: Field, product: Mapping[str, Any]
) -> tuple[list[Stretch], list[Fault]]:
    """Return the cuts, and those that are not what they say."""
    cuts: list[Stretch] = []
    misfits: list[Fault] = []
    for record in product.get("cuts", ()):
        data = field.files[record["file"]].text.encode()
        lo = len(data[: record["start"]].decode(errors="replace"))
        text = data[record["start"] : record["end"]].decode(errors="replace")
        cut = Stretch(record["file"], lo, lo + len(text), text)
        cuts.append(cut)
        if text != record["text"]:
            misfits.append(Fault("its record holds other text", cut))
    return cuts, misfits


def _kept(field: Field, cuts: Sequence[Stretch]) -> list[str]:
    """Return the folded text of every file without its cuts."""
    kept = []
    for file, lines in field.files.items():
        if file.endswith(".json"):
            continue
        text = lines.text
        for cut in sorted((one for one in cuts if one.file == file), reverse=True):
            text = text[: cut.lo] + GAP + text[cut.hi :]
        kept.append(f" {folded(text)} ")
    return kept


def _reasons(field: Field, cut: Stretch, kept: Sequence[str]) -> Iterator[str]:
    said = folded(cut.text)
    if said and not any(f" {said} " in text for text in kept):
        yield "no equal text is kept"
    if cut.file in field.summaries:
        yield "it stands in a summary"
    for plant in field.plants:
        if any(_touches(cut, one) for pair in plant.differences for one in pair):
            yield f"it holds what differs in {plant.ident} ({plant.cls})"


def _unasked(field: Field, cut: Stretch) -> Iterator[str]:
    for plant in field.plants:
        if plant.cls in KEPT_CLASSES and any(map(cut.shared, plant.places)):
            yield f"it stands in {plant.ident} ({plant.cls}: {plant.kind})"
    for one in field.negatives:
        if any(map(cut.shared, one.places)):
            yield f"it stands in {one.ident} (no repeat: {one.kind})"


def _touches(cut: Stretch, differing: Stretch) -> bool:
    """Say whether a cut holds differing text, or the point where it is missing."""
    if differing.lo == differing.hi:
        inside = cut.lo < differing.lo < cut.hi
        return cut.file == differing.file and inside
    return cut.shared(differing) > 0


def _relations(field: Field, product: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the copies that a relation would take out and that equal no first copy."""
    for relation in product["relations"]:
        if relation["action"] not in CUTTING:
            continue
        firsts = {folded(field.stretch(place).text) for place in relation["a"]}
        for place in relation["b"]:
            copy = field.stretch(place)
            if folded(copy.text) not in firsts:
                yield Fault(f"{relation['action']} of unequal text", copy)


def removed(field: Field, product: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many copies that may go were taken out, and how many there are."""
    cuts, _ = _cuts(field, product)
    done = total = 0
    for plant in field.plants:
        if plant.removable:
            gone = [_gone(place, cuts) for place in plant.places]
            total += len(plant.places) - 1
            done += min(sum(gone), len(plant.places) - 1)
    return done, total


def _gone(place: Stretch, cuts: Sequence[Stretch]) -> bool:
    return sum(map(place.shared, cuts)) >= MOST * (place.hi - place.lo)
