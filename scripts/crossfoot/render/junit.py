"""JUnit XML: findings in, a test report out, one test case a finding.

Source: the schema that CI servers share, github.com/windyroad/JUnit-Schema.
"""

import re
from collections.abc import Sequence
from html import escape

from crossfoot.findings import Finding, count
from crossfoot.render.plain import sentence

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render(findings: Sequence[Finding]) -> str:
    """Return a test suite in which errors fail and waived findings are skipped."""
    shown = [f for f in findings if f.waiver or f.level != "note"]
    counts = count(shown)
    # A suite without a case reads as "nothing was checked".
    total = max(len(shown), 1)
    head = (
        f'<testsuite name="crossfoot" tests="{total}" failures="{counts.errors}"'
        f' errors="0" skipped="{counts.waived}">'
    )
    cases = [_case(f) for f in shown] or [
        '<testcase classname="report" name="checks"/>'
    ]
    body = "\n".join(["<testsuites>", head, *cases, "</testsuite>", "</testsuites>"])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _case(finding: Finding) -> str:
    place = finding.place
    name = f"{finding.code} {place.file}:{place.line}:{place.column}"
    head = f"<testcase classname={_quoted(place.file)} name={_quoted(name)}>"
    return f"{head}{_outcome(finding)}</testcase>"


def _outcome(finding: Finding) -> str:
    text = escape(CONTROL.sub("·", sentence(finding)), quote=False)
    if finding.waiver:
        return f"<skipped message={_quoted(finding.waiver.reason)}/>"
    if finding.level == "error":
        message = _quoted(finding.message)
        return (
            f"<failure type={_quoted(finding.code)} message={message}>{text}</failure>"
        )
    return f"<system-out>{text}</system-out>"


def _quoted(text: str) -> str:
    return f'"{escape(CONTROL.sub("·", text))}"'
