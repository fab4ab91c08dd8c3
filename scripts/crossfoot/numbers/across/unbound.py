"""Unbound numbers: the ledger in, a note on each out, with the binding to offer."""

from collections.abc import Mapping, Sequence
from typing import Any

from crossfoot.findings import Finding, Fix, listed, place_of
from crossfoot.numbers.across.facts import facts
from crossfoot.numbers.across.said import Said
from crossfoot.numbers.across.suggest import Number, Offer, Suggestions
from crossfoot.numbers.known import Known
from crossfoot.waivers import Allowance, Covering


def unbound(
    ledger: list[dict[str, Any]],
    told: Sequence[Number],
    known: Known,
    allowances: Sequence[Allowance],
) -> list[Finding]:
    """Return a note for each number that nothing backs; mark those that are waived.

    `told` are the numbers of the ledger that stand in a text. What only adds up with
    others there is noted where it is a quantity: else no change of the data reaches it.
    """
    at = {_key(one.entry): one.said for one in told}
    sought = any(_is_free(one.entry) or _is_footed(one.entry) for one in told)
    offers = _offers(told, known) if sought else {}
    waivers = Covering(allowances)
    out = []
    for number, entry in enumerate(ledger):
        if _is_free(entry) or (_is_footed(entry) and _key(entry) in offers):
            said = at.get(_key(entry))
            finding = _note(entry, said, offers.get(_key(entry), []), known)
            out.append(finding)
            by = next(waivers.of(finding), None)
            if by and _is_free(entry):
                ledger[number] = {**entry, "state": "waived", "reason": by.reason}
    return out


def _key(entry: Mapping[str, Any]) -> tuple[str, int, int]:
    return entry["file"], entry["line"], entry["column"]


def _is_free(entry: Mapping[str, Any]) -> bool:
    return bool(entry["state"] == "unbound")


def _is_footed(entry: Mapping[str, Any]) -> bool:
    """Say whether a number of a text adds up there, and rests on nothing else."""
    return bool(entry["state"] == "footed" and entry["where"] != "cell")


def _offers(
    numbers: Sequence[Number], known: Known
) -> dict[tuple[str, int, int], list[Offer]]:
    suggestions = Suggestions(known.facts or facts(known), known.tolerance)
    found = suggestions.offers(numbers)
    for at, number in enumerate(numbers):
        if _is_footed(number.entry):
            offers = [one for one in suggestions.of(number) if not one.fact.lines]
            found |= {at: offers} if offers else {}
    return {_key(numbers[at].entry): offers for at, offers in found.items()}


def _note(
    entry: Mapping[str, Any], said: Said | None, offers: Sequence[Offer], known: Known
) -> Finding:
    text = entry["text"]
    way = "Bind it to a quantity, or allow NUM05 with a reason"
    if offers:
        way = _way(text, offers)
    return Finding(
        "NUM05",
        f"“{text}” is bound to no quantity",
        place_of(dict(entry)),
        help=way,
        found=text,
        fix=_fix(text, offers, known) if said and said.fits else None,
        anchor=f"{text} {entry['context']}",
    )


def _way(text: str, offers: Sequence[Offer]) -> str:
    """Return how a number can be bound, the surest way first."""
    first = offers[0].fact
    lines = (
        f" and add to quantities.yml: {'; '.join(first.lines)}" if first.lines else ""
    )
    meant = f", {first.said}" if first.said and not first.lines else ""
    others = [one.fact.key for one in offers[1:] if not one.fact.lines]
    more = f"; or with {listed(others, 'or')}" if others else ""
    return f"Write [{text}]{{value={first.key}}}{lines}, if it is meant{meant}{more}"


def _fix(text: str, offers: Sequence[Offer], known: Known) -> Fix | None:
    """Return the fix to offer: none where two quantities are as sure."""
    if not offers or (len(offers) > 1 and offers[0].score == offers[1].score):
        return None
    fact = offers[0].fact
    file = f"{known.prefix}quantities.yml"
    adds = ((file, "".join(f"{line}\n" for line in fact.lines)),) if fact.lines else ()
    return Fix(f"[{text}]{{value={fact.key}}}", safe=False, adds=adds)
