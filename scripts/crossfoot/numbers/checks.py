"""`checks.yml`: its text in; identities, groups, table rules and the ratchet out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from crossfoot.amounts.agree import agreement, converted
from crossfoot.amounts.scan import scan
from crossfoot.amounts.show import Style, house
from crossfoot.findings import Finding, nearest
from crossfoot.numbers.identities import IdentityError, read
from crossfoot.numbers.known import Quantity
from crossfoot.numbers.outline import COUNTED
from crossfoot.numbers.ratchet import Fault, Floor, floors
from crossfoot.places import Place, Text
from crossfoot.yamlfile import Document, Path, YamlError, load

PHRASE = "#"
"""Stands for the number in a wording: `# requirements`."""
KEYS = (
    *("identities", "agree", "tables", "counted", "waivers", "coverage"),
    "signature",
)
WAIVER_KEYS = ("code", "place", "key", "because", "owner", "expires")
TABLE_KEYS = ("total", "foot", "rows", "columns", "rounded", "exact", "skip")


@dataclass(slots=True)
class Checks:
    """What `checks.yml` asks for."""

    identities: list[tuple[str, Place]] = field(default_factory=list)
    agree: list[list[tuple[str, Place]]] = field(default_factory=list)
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    counted: dict[str, tuple[str, str, Place]] = field(default_factory=dict)
    """What is counted in the report: `headings`, `rows` or `items`, of an id."""
    floors: list[Floor] = field(default_factory=list)
    """Shares that coverage may not fall below."""
    signature: Place | None = None
    """Where a signature is required, if it is."""
    findings: list[Finding] = field(default_factory=list)


def checks_of(text: Text | None) -> Checks:
    """Return what the file asks for; what is wrong with it are findings."""
    out = Checks()
    if text is None:
        return out
    try:
        document = load(text)
    except YamlError as problem:
        message = f"checks.yml is no YAML: {problem.message}"
        out.findings.append(_wrong(message, problem.place, "Mend the line"))
        return out
    if document.value is None:
        return out
    if not isinstance(document.value, dict):
        _add(out, document, (), "checks.yml holds no keys", _one_of(KEYS))
        return out
    for key, value in document.value.items():
        if key not in KEYS:
            _unknown(out, document, (key,), KEYS)
        elif value is not None:
            READERS[key](out, document, value)
    return out


def _wrong(message: str, place: Place, way: str) -> Finding:
    return Finding("NUM08", message, place, help=way)


def _add(out: Checks, document: Document, path: Path, message: str, way: str) -> None:
    out.findings.append(_wrong(message, document.place(*path), way))


def _one_of(names: tuple[str, ...]) -> str:
    return f"Use {', '.join(names[:-1])} or {names[-1]}"


def _unknown(
    out: Checks, document: Document, path: Path, known: tuple[str, ...]
) -> None:
    name = str(path[-1])
    near = nearest(name, known)
    way = f"Write {near}" if near else _one_of(known)
    message = f"“{name}” is no key here"
    out.findings.append(_wrong(message, document.key(*path), way))


def _identities(out: Checks, document: Document, value: Any) -> None:
    for index, one in enumerate(_listed(out, document, ("identities",), value)):
        place = document.place("identities", index)
        if isinstance(one, str):
            out.identities.append((one, place))
        else:
            path = ("identities", index)
            way = 'Write "total = capital + revenue"'
            _add(out, document, path, "An identity is a text", way)


def _agree(out: Checks, document: Document, value: Any) -> None:
    for index, one in enumerate(_listed(out, document, ("agree",), value)):
        phrase = isinstance(one, list) and any(PHRASE in str(part) for part in one)
        if not isinstance(one, list) or len(one) < 2 - phrase:
            way = 'List two keys or more, or a phrase: [plan.total, "# asks in all"]'
            _add(out, document, ("agree", index), "A group is a list", way)
            continue
        group = [
            (str(part), document.place("agree", index, k)) for k, part in enumerate(one)
        ]
        out.agree.append(group)


def _listed(out: Checks, document: Document, path: Path, value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    _add(out, document, path, f"“{path[-1]}” is a list", "Start each line with “- ”")
    return []


def _tables(out: Checks, document: Document, value: Any) -> None:
    if not isinstance(value, dict):
        _add(out, document, ("tables",), "“tables” names tables", "Write NAME: {…}")
        return
    for name, rules in value.items():
        if not isinstance(rules, dict):
            way = _one_of(TABLE_KEYS)
            _add(out, document, ("tables", name), f"“{name}” holds no rules", way)
            continue
        for key in rules:
            if key not in TABLE_KEYS:
                _unknown(out, document, ("tables", name, key), TABLE_KEYS)
        out.tables[name] = {key: rules[key] for key in rules if key in TABLE_KEYS}


def _counted(out: Checks, document: Document, value: Any) -> None:
    if not isinstance(value, dict):
        way = "Write KEY: {headings: ID}"
        _add(out, document, ("counted",), "“counted” names quantities", way)
        return
    for key, one in value.items():
        pairs = list(one.items()) if isinstance(one, dict) else []
        if len(pairs) == 1 and pairs[0][0] in COUNTED:
            what, ident = pairs[0]
            place = document.place("counted", key, what)
            out.counted[str(key)] = (str(what), str(ident).lstrip("#@"), place)
        else:
            way = "Write {headings: ID}, {rows: ID} or {items: ID}"
            message = f"“{key}” says nothing to count"
            _add(out, document, ("counted", key), message, way)


def _waivers(out: Checks, document: Document, value: Any) -> None:
    """Look at the form of waivers; what they cover is settled with the findings."""
    for index, one in enumerate(_listed(out, document, ("waivers",), value)):
        if not isinstance(one, dict):
            way = "Write {code: NUM05, because: the reason}"
            message = "A waiver names a code and a reason"
            _add(out, document, ("waivers", index), message, way)
            continue
        for key in one:
            if key not in WAIVER_KEYS:
                _unknown(out, document, ("waivers", index, key), WAIVER_KEYS)


def _coverage(out: Checks, document: Document, value: Any) -> None:
    for one in floors(document, value):
        if isinstance(one, Fault):
            spot = document.key if one.at_key else document.place
            out.findings.append(_wrong(one.message, spot(*one.path), one.way))
        else:
            out.floors.append(one)


def _signature(out: Checks, document: Document, value: Any) -> None:
    if value == "required":
        out.signature = document.place("signature")
    else:
        message = f"“{value}” is nothing that a signature can be"
        _add(out, document, ("signature",), message, "Write required, or leave it out")


READERS = {
    "identities": _identities,
    "agree": _agree,
    "tables": _tables,
    "counted": _counted,
    "waivers": _waivers,
    "coverage": _coverage,
    "signature": _signature,
}


def held(
    checks: Checks, quantities: Mapping[str, Quantity], failed: frozenset[str]
) -> list[Finding]:
    """Return what is wrong with identities and groups; `failed` keys are left out."""
    out = []
    values = {key: one.value for key, one in quantities.items()}
    for text, place in checks.identities:
        out += _identity((text, values), place, quantities, failed)
    for group in checks.agree:
        out += _group(_named(group, quantities), quantities, failed)
    return out


def _named(
    group: list[tuple[str, Place]], quantities: Mapping[str, Quantity]
) -> list[tuple[str, Place]]:
    """Return the members of a group that no wording is compared with elsewhere."""
    rest = [one for one in group if PHRASE not in one[0]]
    if len(rest) == len(group) or any(name in quantities for name, _ in rest):
        return rest
    return [one for one in rest if not scan(one[0])]


def _identity(
    said: tuple[str, Mapping[str, Decimal]],
    place: Place,
    quantities: Mapping[str, Quantity],
    failed: frozenset[str],
) -> list[Finding]:
    """Return what is wrong with an identity: its text, and what its keys stand for."""
    text, values = said
    try:
        found = read(text, values)
    except IdentityError as problem:
        message = f"“{text}” is no identity: {problem.message}"
        way = "Write keys joined by =, +, - and *"
        return [_wrong(message, place, way)]
    if set(found.unknown) & failed:
        return []
    if found.unknown:
        return [_no_key(key, place, quantities) for key in found.unknown]
    steps = sum((_step(quantities[key]) for key in found.keys), Decimal(0))
    if abs(found.left - found.right) <= steps / 2:
        return []
    unit = quantities[found.keys[0]].unit if found.keys else "count"
    left, right = (house(one, unit, Style(0)) for one in (found.left, found.right))
    before, _, after = (part.strip() for part in text.partition("="))
    return [
        Finding(
            "NUM06",
            f"{before} is {left}; {after} is {right}",
            place,
            notes=tuple(note for key in found.keys for note in quantities[key].notes()),
            help="Correct the data, or the identity",
            found=left,
            expected=right,
            anchor=text,
        )
    ]


def _step(quantity: Quantity) -> Decimal:
    """Return the printed precision of a rounded source, or nothing."""
    return Decimal(str(quantity.entry.get("step") or 0))


def _no_key(key: str, place: Place, quantities: Mapping[str, Quantity]) -> Finding:
    near = nearest(key, quantities)
    way = f"Write {near}" if near else f"Define {key} in quantities.yml"
    message = f"No quantity is called “{key}”"
    return Finding("NUM02", message, place, help=way, found=key, expected=near)


def _group(
    group: list[tuple[str, Place]],
    quantities: Mapping[str, Quantity],
    failed: frozenset[str],
) -> list[Finding]:
    """Return what in a group of keys and texts disagrees with its first key."""
    first = next((quantities[name] for name, _ in group if name in quantities), None)
    if first is None:
        return [_no_key(name, place, quantities) for name, place in group[:1]]
    out = []
    for name, place in group:
        other = quantities.get(name)
        if other is first or name in failed or _agrees(name, other, first):
            continue
        said = scan(name)
        if other is None and not said:
            out.append(_no_key(name, place, quantities))
            continue
        found = f"{name} is {other.shown()}" if other else f"Text says “{name}”"
        message = f"{found}; {first.key} is {first.shown()}"
        way = "Correct one of them, or take it out of the group"
        out.append(
            Finding("NUM06", message, place, notes=first.notes(), help=way, anchor=name)
        )
    return out


def _agrees(name: str, other: Quantity | None, first: Quantity) -> bool:
    if other:
        return other.value == first.value and other.unit == first.unit
    said = [converted(one, first.unit) for one in scan(name)[:1]]
    return any(one and agreement(one, first.value) == "yes" for one in said)


def uncounted(checks: Checks, quantities: Mapping[str, Quantity]) -> list[Finding]:
    """Return what `counted:` asks for and the report does not have."""
    parts = {"headings": "section below it", "rows": "row", "items": "list"}
    return [
        Finding(
            "NUM14",
            f"{key} counts the {what} of “{ident}”, which has no {parts[what]} or is no"
            " id of the report",
            place,
            help="Write the id of a heading, table or list",
            found=ident,
        )
        for key, (what, ident, place) in checks.counted.items()
        if key not in quantities
    ]
