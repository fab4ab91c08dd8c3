"""Signatures: `signoff.yml` and the ledger in; what is signed, and by whom, out.

A signature holds a line for each number: the hash of what it says and what it rests
on, and its text. Lines are compared in the order of the text, so that two numbers that
change places are seen. An edit elsewhere leaves a number signed.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import Finding
from crossfoot.places import Place, Text
from crossfoot.yamlfile import Document, YamlError, load

NAME = "signoff.yml"
SIGNED = (
    *("where", "exhibit", "kind", "rule", "text", "shown", "value", "unit"),
    *("comparator", "state", "quantity"),
)
"""What of an entry is signed, besides the value, formula and file behind it."""
LENGTH = 16
"""Hexadecimal digits of a number's hash."""
LINE = re.compile(rf"([0-9a-f]{{{LENGTH}}}) (.*)")
DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
ODD = re.compile(
    r"[^\S ]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that YAML does not keep as they are."""
KEYS = ("name", "date", "because", "ledger", "counts", "sources", "numbers")
Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """What somebody signed."""

    name: str
    date: str
    """YYYY-MM-DD."""
    because: str
    ledger: str
    """SHA-256 of the lines and sources."""
    counts: Mapping[str, int]
    sources: Mapping[str, str]
    """SHA-256 of each file that numbers rest on, by path."""
    numbers: Mapping[str, Lines]
    """Lines by file, in the order of the ledger."""
    places: Mapping[str, Place]
    """Where `name` stands, and each file of `numbers` and `sources`."""


@dataclass(frozen=True, slots=True)
class Signoff:
    """What `signoff.yml` holds, and what is wrong with it."""

    signatures: tuple[Signature, ...] = ()
    findings: tuple[Finding, ...] = ()


def lines(product: Mapping[str, Any]) -> dict[str, Lines]:
    """Return the line of each number of `numbers.json`, by file."""
    values = {
        one["key"]: f"{one['bound']} {one['value']} {one['formula']}"
        for one in quantities(product)
    }
    out: dict[str, list[str]] = {}
    for entry in entries(product):
        out.setdefault(entry["file"], []).append(_line(entry, values))
    return {file: tuple(out[file]) for file in out}


def entries(product: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return every number that is printed, those that stand apart included."""
    return [*product["numbers"], *product["apart"]]


def quantities(product: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the quantities that numbers rest on."""
    return list(product["quantities"])


def _line(entry: Mapping[str, Any], values: Mapping[str, str]) -> str:
    source = entry["source"] or {}
    said = [str(entry[name]) for name in SIGNED]
    said += [values.get(entry["quantity"], ""), str(source.get("file") or "")]
    digest = hashlib.sha256("\0".join(said).encode()).hexdigest()[:LENGTH]
    return f"{digest} {in_line(entry['shown'])}"


def in_line(text: str) -> str:
    """Return a text as it can stand in a line of YAML."""
    return " ".join(ODD.sub(" ", text).split())


def sources(product: Mapping[str, Any]) -> dict[str, str]:
    """Return the SHA-256 of each file that numbers rest on, by path."""
    told = [one["source"] for one in (*quantities(product), *entries(product))]
    held = {one["file"]: one["sha256"] for one in told if one and one["sha256"]}
    return {str(file): str(held[file]) for file in sorted(held)}


def ledger(numbers: Mapping[str, Lines], files: Mapping[str, str]) -> str:
    """Return the SHA-256 of what a signature is on."""
    said = [part for file in sorted(numbers) for part in (file, *numbers[file], "")]
    said += [f"{file} {files[file]}" for file in sorted(files)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def counts(product: Mapping[str, Any]) -> dict[str, int]:
    """Return how many numbers there are: quantities by state, and all others."""
    stands = product["coverage"]
    named = ("quantities", "inserted", "checked", "footed", "waived", "unbound")
    tally = {name: int(stands[name]) for name in named}
    return {**tally, "others": len(entries(product)) - tally["quantities"]}


def parse(text: Text) -> Signoff:
    """Return the signatures of a file; those that cannot be read are findings."""
    try:
        document = load(text)
    except YamlError as problem:
        return Signoff(
            (), (_wrong(f"{NAME} is no YAML: {problem.message}", problem.place),)
        )
    value = document.value
    held = value.get("signatures") if isinstance(value, dict) else None
    if not isinstance(held, list):
        return Signoff((), (_wrong(f"{NAME} holds no signatures", document.place()),))
    read = [_signature(document, index, one) for index, one in enumerate(held)]
    return Signoff(
        tuple(one for one in read if isinstance(one, Signature)),
        tuple(one for one in read if isinstance(one, Finding)),
    )


def _wrong(message: str, place: Place) -> Finding:
    way = "Sign again with crossfoot numbers --sign NAME, or restore the file"
    return Finding("NUM16", message, place, help=way)


def _signature(document: Document, index: int, one: Any) -> Signature | Finding:
    path = ("signatures", index)
    if not isinstance(one, dict) or not isinstance(one.get("name"), str):
        return _wrong("A signature has a name", document.place(*path))
    missing = [key for key in KEYS if key not in one and key != "because"]
    if missing:
        message = f"The signature of {one['name']} has no “{missing[0]}”"
        return _wrong(message, document.place(*path))
    numbers, held = _blocks(one["numbers"]), one["sources"]
    tally = one["counts"]
    sound = isinstance(held or {}, dict) and isinstance(tally, dict)
    if numbers is None or not sound or not DAY.fullmatch(str(one["date"])):
        message = f"The signature of {one['name']} is not of the form that was written"
        return _wrong(message, document.place(*path))
    files = {file: str(digest) for file, digest in (held or {}).items()}
    if ledger(numbers, files) != one["ledger"]:
        message = f"The signature of {one['name']} was changed after it was made"
        return _wrong(message, document.place(*path, "ledger"))
    places = {file: document.key(*path, "sources", file) for file in files}
    places |= {file: document.key(*path, "numbers", file) for file in numbers}
    places |= {"name": document.place(*path, "name")}
    because = str(one.get("because") or "")
    whole = {str(key): int(value) for key, value in tally.items() if _is_count(value)}
    day, digest = str(one["date"]), str(one["ledger"])
    name = one["name"]
    return Signature(name, day, because, digest, whole, files, numbers, places)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _blocks(value: Any) -> dict[str, Lines] | None:
    """Return the lines of each file, or None when they are none."""
    out = {}
    for file, block in (value or {}).items() if isinstance(value or {}, dict) else ():
        told = str(block or "").splitlines()
        if not all(LINE.match(f"{one} ") for one in told):
            return None
        out[str(file)] = tuple(told)
    return out if isinstance(value or {}, dict) else None


def as_dict(signoff: Signoff) -> dict[str, Any]:
    """Return signatures without their findings as plain values."""
    names = ("line", "column", "end_line", "end_column")
    return {
        "signatures": [
            {
                "told": [one.name, one.date, one.because, one.ledger],
                "counts": dict(one.counts),
                "sources": dict(one.sources),
                "numbers": {file: list(told) for file, told in one.numbers.items()},
                "places": {
                    key: [at.file, *(getattr(at, name) for name in names)]
                    for key, at in one.places.items()
                },
            }
            for one in signoff.signatures
        ]
    }


def from_dict(told: Mapping[str, Any], findings: Iterable[Finding]) -> Signoff:
    """Return signatures of their plain values; the inverse of `as_dict`."""
    made = []
    for one in told["signatures"]:
        name, day, because, digest = one["told"]
        numbers = {file: tuple(held) for file, held in one["numbers"].items()}
        places = {key: Place(*at) for key, at in one["places"].items()}
        rest = one["counts"], one["sources"], numbers, places
        made.append(Signature(name, day, because, digest, *rest))
    return Signoff(tuple(made), tuple(findings))


def entry(
    name: str, day: str, because: str, product: Mapping[str, Any]
) -> Sequence[str]:
    """Return a signature on a ledger as lines of YAML, without indent."""
    numbers, files = lines(product), sources(product)
    out = [f"name: {_quoted(name)}", f"date: {_quoted(day)}"]
    out += [f"because: {_quoted(because)}"] if because else []
    out.append(f"ledger: {ledger(numbers, files)}")
    tally = ", ".join(f"{key}: {value}" for key, value in counts(product).items())
    out.append(f"counts: {{{tally}}}")
    out.append("sources:" if files else "sources: {}")
    out += [f"  {_quoted(file)}: {files[file]}" for file in files]
    out.append("numbers:" if numbers else "numbers: {}")
    for file in numbers:
        out.append(f"  {_quoted(file)}: |")
        out += [f"    {one}" for one in numbers[file]]
    return out


def _quoted(text: str) -> str:
    plain = in_line(text)
    simple = re.fullmatch(r"[A-Za-z][\w ./-]*", plain, re.ASCII)
    if simple and plain.lower() not in {
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
        "null",
        "y",
        "n",
    }:
        return plain
    return "'" + plain.replace("'", "''") + "'"
