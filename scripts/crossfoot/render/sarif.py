"""SARIF 2.1.0: findings in, a log that editors and code hosts read out.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from crossfoot import __version__
from crossfoot.codes import CODES
from crossfoot.findings import Finding, Related
from crossfoot.places import Place
from crossfoot.render.plain import position

ESCAPED = re.compile(r"[\\\[\]]")
"""What stands behind a backslash in the text of a link."""

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
    out: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.level,
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _location(finding.place)}],
        "partialFingerprints": {"crossfoot/1": finding.fingerprint},
    }
    if finding.notes:
        others = range(1, len(finding.notes) + 1)
        out["locations"][0] |= {"id": 0, "relationships": _relations(others)}
        out["relatedLocations"] = list(map(_related, others, finding.notes))
    if finding.waiver:
        reason = finding.waiver.reason
        out["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return out


def _message(finding: Finding) -> str:
    """Return the message with a link to each other place.

    Code hosts show a related location only where the message has a link to it. What
    an author wrote is no link (3.11.6).
    """
    links = (
        f"See {_link(position(note.place), number)}, {_plain(note.message)}"
        for number, note in enumerate(finding.notes, 1)
    )
    told = [_plain(finding.message), *links, _plain(finding.help)]
    return ". ".join(part for part in told if part)


def _link(text: str, number: int) -> str:
    return f"[{ESCAPED.sub(_escaped, text)}]({number})"


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found.group()


def _plain(text: str) -> str:
    return text.replace("](", "] (")


def _related(number: int, note: Related) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": note.message},
        "physicalLocation": _location(note.place),
        "relationships": _relations([0]),
    }


def _relations(targets: Iterable[int]) -> list[dict[str, Any]]:
    """Return that a location has to do with others, in the one word there is for it."""
    return [{"target": target, "kinds": ["relevant"]} for target in targets]


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
