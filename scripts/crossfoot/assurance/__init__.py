"""Assurance: what people did for a report's quality in, its record and findings out.

`assurance.yml` says who did what, `corrections.yml` what was wrong in an earlier
edition. Both are held against the report: a correction has to name the number as it is
printed now.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossfoot.assurance import corrected, people
from crossfoot.assurance.files import Held, held
from crossfoot.findings import Finding
from crossfoot.places import Text

RECORDS = "assurance.yml"
CORRECTIONS = "corrections.yml"
EARLIER = "earlier/numbers.json"
"""The number ledger of the release that an edition corrects."""
SCHEMA = "crossfoot/assurance/1"


@dataclass(frozen=True, slots=True)
class Report:
    """What records are held against."""

    version: str
    ledger: Mapping[str, Any]
    """Content of `numbers.json`."""
    keys: frozenset[str]
    """Of every quantity of the report."""
    earlier: Text | None = None
    """The ledger of the release that this edition corrects, where it is kept."""


@dataclass(frozen=True, slots=True)
class Told:
    """The files, and whether each is known to be as its schema says."""

    records: Text | None
    corrections: Text | None
    schemas: Mapping[str, Mapping[str, Any]]
    """By `records` and `corrections`."""
    trusted: frozenset[str] = frozenset()


def read(told: Told) -> tuple[Held, Held]:
    """Return what both files hold, and what is wrong with their form."""
    files = (
        ("records", told.records, "QAP01", RECORDS),
        ("corrections", told.corrections, "QAP02", CORRECTIONS),
    )
    records, corrections = (
        held(text, told.schemas[name], code, called, trusted=name in told.trusted)
        for name, text, code, called in files
    )
    return records, corrections


def assured(
    records: Held, corrections: Held, report: Report
) -> tuple[dict[str, Any], list[Finding]]:
    """Return the content of `assurance.json`, and what does not fit the report."""
    earlier, wrong = corrected.ledger_of(report.earlier)
    changed = corrected.changed(corrections, report.ledger, earlier)
    file = report.earlier.file if report.earlier else ""
    product = {
        "schema": SCHEMA,
        "records": records.value,
        "corrections": {"corrects": "", "policy": "", "corrections": []}
        | corrections.value,
        "unrecorded": [one.key for one in changed],
    }
    findings = [
        *records.findings,
        *corrections.findings,
        *wrong,
        *people.check(records, report.version),
        *corrected.check(corrections, report.ledger, report.keys | _keys(earlier)),
        *corrected.missing(corrections, changed, file),
    ]
    return product, findings


def _keys(ledger: Mapping[str, Any] | None) -> frozenset[str]:
    """Return the keys of a ledger's quantities: what was taken out may be corrected."""
    return frozenset(one["key"] for one in (ledger or {}).get("quantities", ()))
