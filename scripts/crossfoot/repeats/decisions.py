"""Decisions: `decisions.yml` in, what authors decided about repeats out.

A decision names one relation by its identifier, and both sides by their chapters and
the hashes of their strict texts: it holds until one of the two is edited. The form is
that of `schemas/decisions.schema.json`.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from crossfoot.dates import FIXED, is_day
from crossfoot.findings import Finding, listed, nearest
from crossfoot.places import Place, Text
from crossfoot.repeats.policies import DEFAULTS
from crossfoot.waivers import Allowance
from crossfoot.yamlfile import Document, YamlError, load, shown

RULINGS = ("allow", "link", "drop", "keep-second")
"""Both stay; a reference stands for the copy; nothing does; the second one stays."""

NEEDED = ("id", "class", "as", "a", "b")
KEYS = (*NEEDED, "text", "because", "owner", "expires")
SIDE = ("file", "sha256", "says")
IDENT = re.compile(r"[0-9a-f]{16}")
HASH = re.compile(r"[0-9a-f]{64}")
NOWHERE = Place("decisions.yml")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a relation when it was decided."""

    files: tuple[str, ...]
    """A chapter for each place, sorted."""
    sha256: str
    """Of the strict text."""
    says: tuple[str, ...] = ()
    """The words that the other side has otherwise; of contradictions only."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an author decided about one relation."""

    ident: str
    kind: str
    ruling: str
    a: Side
    b: Side
    because: str
    owner: str = ""
    expires: str = ""
    """Last day on which it holds, `YYYY-MM-DD`; empty: for ever."""
    place: Place = NOWHERE
    """Of its `id`."""
    until: Place = NOWHERE
    """Of its `expires`."""
    number: int = 0
    """Which entry of the file it is."""


@dataclass(frozen=True, slots=True)
class Told:
    """What authors say about repeats beside their chapters."""

    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What is wrong with `decisions.yml`."""
    allowances: tuple[Allowance, ...] = ()
    """The waivers of `checks.yml`."""
    day: date = FIXED
    """The report's date."""


def parse(text: Text) -> tuple[list[Decision], list[Finding]]:
    """Return the decisions of a file, and what is wrong with it.

    An entry in which anything is wrong decides nothing.
    """
    try:
        document = load(text)
    except YamlError as problem:
        return [], [_broken(problem.message, problem.place)]
    except RecursionError:
        return [], [_broken("it stands in itself, or too deep", Place(text.file))]
    entries, findings = _entries(document)
    decisions: dict[str, Decision] = {}
    for number, entry in enumerate(entries):
        wrong = list(_faults(document, number, entry))
        findings += wrong
        if not wrong:
            one = _decision(document, number, entry)
            if one.ident in decisions:
                findings.append(_twice(one, decisions[one.ident]))
            decisions.setdefault(one.ident, one)
    return list(decisions.values()), findings


def _broken(message: str, place: Place) -> Finding:
    way = "Correct the YAML here; until then no decision counts"
    return Finding("REP07", f"decisions.yml is not YAML: {message}", place, help=way)


def _twice(one: Decision, first: Decision) -> Finding:
    message = f"Relation {one.ident} is decided twice, first in line {first.place.line}"
    return Finding("REP07", message, one.place, help="Take one of the two out")


def _entries(document: Document) -> tuple[list[Any], list[Finding]]:
    value = document.value
    way = "Write `decisions:` and the entries below it"
    if value in (None, {"decisions": None}, {"decisions": []}):
        message, place = "decisions.yml decides nothing", Place(document.file)
        return [], [Finding("REP05", message, place, help="Take the file out")]
    if not isinstance(value, dict):
        what = "a list" if isinstance(value, list) else "a text"
        message = f"decisions.yml is {what}; expected a mapping"
        return [], [Finding("REP07", message, document.place(), help=way)]
    findings = [*_unknown(document, (), value, ("decisions",))]
    entries = value.get("decisions") or []
    if not isinstance(entries, list):
        message = "decisions is no list; expected an entry for each relation"
        findings.append(_wrong(message, document.place("decisions")))
        entries = []
    return entries, findings


def _wrong(message: str, place: Place, way: str = "") -> Finding:
    help_ = way or "Write it as `crossfoot repeats --accept` does"
    return Finding("REP07", message, place, help=help_)


def _unknown(
    document: Document, path: tuple[str | int, ...], value: Any, known: Collection[str]
) -> Iterator[Finding]:
    """Yield findings on keys that are none."""
    for key in value:
        if key not in known:
            near = nearest(key, known)
            way = f"Write {near}, or take the line out" if near else "Take the line out"
            place = document.key(*path, key)
            message = f"“{key}” is no key of a decision"
            yield Finding("REP07", message, place, help=way, found=key, expected=near)


def _faults(document: Document, number: int, entry: Any) -> Iterator[Finding]:
    """Yield what is wrong with an entry."""
    at = ("decisions", number)
    if not isinstance(entry, dict):
        yield _wrong("Entry is no mapping; expected a decision", document.place(*at))
        return
    yield from _unknown(document, at, entry, KEYS)
    if missing := [key for key in NEEDED if entry.get(key) is None]:
        yield _wrong(f"Decision has no {listed(missing)}", document.place(*at))
        return
    for key, known in (("class", tuple(DEFAULTS)), ("as", RULINGS)):
        if entry[key] not in known:
            message = f"{key} is {shown(entry[key])}; expected {listed(known, 'or')}"
            yield _wrong(message, document.place(*at, key), "Write one of these")
    if not IDENT.fullmatch(_text(entry["id"])):
        message = f"id is {shown(entry['id'])}; expected 16 digits from 0 to f"
        yield _wrong(message, document.place(*at, "id"))
    for side in "ab":
        yield from _side_faults(document, (*at, side), entry)
    yield from _reason_faults(document, at, entry)


def _reason_faults(
    document: Document, at: tuple[str | int, ...], entry: Any
) -> Iterator[Finding]:
    if not _text(entry.get("because")).strip():
        message = f"Decision on {_text(entry['id'])} gives no reason"
        way = "Write `because:` and the reason, or take the decision out"
        yield Finding("REP08", message, document.place(*at), help=way)
    expires = entry.get("expires")
    if expires is not None and not is_day(_text(expires)):
        message = f"Decision expires on {shown(expires)}, which is no day"
        way = "Write the last day on which it holds, such as 2026-12-31"
        yield Finding("REP06", message, document.place(*at, "expires"), help=way)
    for key in ("owner", "text"):
        if isinstance(entry.get(key), dict | list):
            yield _wrong(f"{key} is no text", document.place(*at, key))


def _side_faults(
    document: Document, path: tuple[str | int, ...], entry: Any
) -> Iterator[Finding]:
    value, name = entry[str(path[-1])], path[-1]
    if not isinstance(value, dict):
        yield _wrong(f"{name} is no mapping of file and sha256", document.place(*path))
        return
    yield from _unknown(document, path, value, SIDE)
    files = value.get("file")
    if not files or not _are_texts(files):
        yield _wrong(f"{name} names no file", document.place(*path, "file"))
    if not HASH.fullmatch(_text(value.get("sha256"))):
        message = f"{name} has no sha256 of 64 digits from 0 to f"
        yield _wrong(message, document.place(*path, "sha256"))
    if entry["class"] == "contradiction" and not value.get("says"):
        message = f"{name} does not say which words of it differ"
        way = "Write `says:` and the words, on both sides"
        yield _wrong(message, document.place(*path), way)
    elif "says" in value and not _are_texts(value["says"]):
        yield _wrong(f"says of {name} is no list of words", document.place(*path))


def _are_texts(value: Any) -> bool:
    parts = value if isinstance(value, list) else [value]
    return all(isinstance(part, str | int) for part in parts)


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)


def _decision(document: Document, number: int, entry: dict[str, Any]) -> Decision:
    at = ("decisions", number)
    return Decision(
        ident=_text(entry["id"]),
        kind=entry["class"],
        ruling=entry["as"],
        a=_side(entry["a"]),
        b=_side(entry["b"]),
        because=" ".join(_text(entry["because"]).split()),
        owner=_text(entry.get("owner")),
        expires=_text(entry.get("expires")),
        place=document.place(*at, "id"),
        until=document.place(*at, "expires"),
        number=number,
    )


def _side(value: dict[str, Any]) -> Side:
    return Side(
        tuple(sorted(_parts(value["file"]))),
        _text(value["sha256"]),
        _parts(value.get("says")),
    )


def _parts(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    return tuple(_text(part) for part in parts if part is not None)
