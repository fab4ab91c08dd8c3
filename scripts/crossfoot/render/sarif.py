"""SARIF 2.1.0: findings in, a log that editors and code hosts read out.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from crossfoot import __version__
from crossfoot.codes import CODES
from crossfoot.findings import Finding, Related
from crossfoot.places import Place

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(findings: Sequence[Finding]) -> str:
    """Return the SARIF log of findings, waived ones as suppressed results."""
    used = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "crossfoot",
                "version": __version__,
                "rules": [_rule(code) for code in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, used.index(finding.code)) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _rule(code: str) -> dict[str, Any]:
    rule = CODES[code]
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize()},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    text = finding.message + (f". {finding.help}" if finding.help else "")
    out: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.level,
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(finding.place)}],
        "partialFingerprints": {"crossfoot/1": finding.fingerprint},
    }
    if finding.notes:
        out["relatedLocations"] = [
            _related(number, note) for number, note in enumerate(finding.notes, 1)
        ]
    if finding.waiver:
        reason = finding.waiver.reason
        out["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return out


def _related(number: int, note: Related) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": note.message},
        "physicalLocation": _location(note.place),
    }


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.file)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
