"""People: what `assurance.yml` says of who did what in, what cannot be so out."""

from collections.abc import Iterator
from typing import Any

from crossfoot.assurance.files import Held
from crossfoot.byhand import KEYS
from crossfoot.findings import Finding, nearest
from crossfoot.record import person


def check(records: Held, version: str) -> list[Finding]:
    """Return what is wrong with roles and signatures."""
    return [*_roles(records), *_signed(records, version)]


def _roles(records: Held) -> Iterator[Finding]:
    roles = records.value.get("roles", {})
    analysts = {person(one) for one in names(roles.get("analyst"))}
    for name in names(roles.get("assurer")):
        if person(name) in analysts:
            yield Finding(
                "QAP05",
                f"{name} is named as analyst and as assurer of the same analysis",
                records.document.place("roles", "assurer"),
                help="Name an assurer who took no part in the analysis",
                found=name,
                anchor=f"assurer {name}",
            )


def names(value: Any) -> list[str]:
    """Return the names of a role."""
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _signed(records: Held, version: str) -> Iterator[Finding]:
    entries = records.value.get("signed", ())
    for at, one in zip(records.at.get("signed", ()), entries, strict=True):
        key, of = one["check"], one.get("version", "")
        if key not in KEYS:
            near = nearest(key, KEYS)
            yield Finding(
                "QAP03",
                f"“{key}” is no check that a person makes",
                records.document.place("signed", at, "check"),
                help=f"Write {near}" if near else "Take its name from the QA pack",
                found=key,
                expected=near,
            )
        elif of and version and of != version:
            yield Finding(
                "QAP04",
                f"{one['name']} signed {key} for version {of}; this is {version}",
                records.document.place("signed", at, "version"),
                help="Check it again, and sign for this version",
                found=of,
                expected=version,
                anchor=f"{key} {one['name']}",
            )
