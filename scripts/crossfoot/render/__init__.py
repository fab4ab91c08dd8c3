"""How findings look: settled findings and sources in, text of one format out."""

import json
from collections.abc import Callable, Mapping, Sequence

from crossfoot.findings import Finding, as_dict
from crossfoot.places import Text
from crossfoot.render import frames, github, junit, plain, sarif

Sources = Mapping[str, Text]
"""The files that findings may point into, by path."""


def as_json(findings: Sequence[Finding]) -> str:
    """Return the content of `build/findings.json`."""
    value = {"schema": "crossfoot/findings/1", "findings": list(map(as_dict, findings))}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Finding], Sources], str]] = {
    "text": frames.render,
    "plain": lambda findings, _: plain.render(findings),
    "json": lambda findings, _: as_json(findings),
    "sarif": lambda findings, _: sarif.render(findings),
    "github": lambda findings, _: github.render(findings),
    "junit": lambda findings, _: junit.render(findings),
}
"""The values of `--format`."""
