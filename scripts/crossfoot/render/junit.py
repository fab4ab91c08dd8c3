"""JUnit XML: findings and numbers in, a test report out, one test case a check.

A number that is held against something is a case that passes, and so is a total or a
relation, of whose parts none is a case of its own. Where a finding is about a number,
the finding is its case.

Source: the schema that CI servers share, github.com/windyroad/JUnit-Schema.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from crossfoot.findings import Finding, count
from crossfoot.render.plain import sentence

PASSED = ("checked", "inserted", "footed")
"""States of numbers that were held against something."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render(findings: Sequence[Finding], ledger: Mapping[str, Any] | None = None) -> str:
    """Return a test suite in which errors fail and waived findings are skipped.

    `ledger` is the content of `numbers.json`.
    """
    shown = [f for f in findings if f.waiver or f.level != "note"]
    counts = count(shown)
    cases = [*map(_case, shown), *_passed(shown, (ledger or {}).get("numbers", ()))]
    # A suite without a case reads as "nothing was checked".
    cases = cases or ['<testcase classname="report" name="checks"/>']
    head = (
        f'<testsuite name="crossfoot" tests="{len(cases)}" failures="{counts.errors}"'
        f' errors="0" skipped="{counts.waived}">'
    )
    body = "\n".join(["<testsuites>", head, *cases, "</testsuite>", "</testsuites>"])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _passed(
    findings: Iterable[Finding], numbers: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """Yield a case for each number that was checked and that no finding is about.

    Numbers that add up have one case a total: it has a formula, its parts have none.
    """
    told: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        told.setdefault((finding.place.file, finding.place.line), []).append(finding)
    for one in numbers:
        near = told.get((one["file"], one["line"]), ())
        is_part = one["state"] == "footed" and not one["formula"]
        if one["state"] not in PASSED or is_part:
            continue
        if not any(_about(f, one["column"]) for f in near):
            file = (one["source"] or {}).get("file")
            against = one["quantity"] or one["formula"] or file
            place = f"{one['file']}:{one['line']}:{one['column']}"
            name = f"{one['state']} {place} “{one['shown']}” {against}"
            file = _quoted(one["file"])
            yield f"<testcase classname={file} name={_quoted(name)}/>"


def _about(finding: Finding, column: int) -> bool:
    place = finding.place
    ends = place.end_line > place.line or column < place.end_column
    return place.column <= column and ends


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
