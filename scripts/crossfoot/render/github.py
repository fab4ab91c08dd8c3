"""GitHub annotations: findings in, workflow commands out.

Source: https://docs.github.com/actions, "Workflow commands for GitHub Actions".
"""

from collections.abc import Sequence

from crossfoot.findings import Finding
from crossfoot.render.plain import position

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(findings: Sequence[Finding]) -> str:
    """Return a `::error file=…::message` line for each finding not waived.

    An annotation has one place; what others there are, its message names.
    """
    return "".join(_command(one) + "\n" for one in findings if not one.waiver)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(max(place.end_column - 1, 1)),
        "title": finding.code,
    }
    if place.end_line != place.line:
        # GitHub shows no annotation whose columns belong to different lines.
        properties.pop("col")
        properties.pop("endColumn")
    listed = ",".join(f"{key}={_property(text)}" for key, text in properties.items())
    notes = (f"See {position(n.place)}, {n.message}" for n in finding.notes)
    told = [finding.message, *notes, *([finding.help] if finding.help else [])]
    message = "\n".join(told)
    return f"::{LEVELS[finding.level]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
