"""How findings look: settled findings and sources in, text of one format out."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

from crossfoot.byhand import Question, as_dicts
from crossfoot.findings import Finding, as_dict
from crossfoot.places import Text

Sources = Mapping[str, Text]
"""The files that findings may point into, by path."""


def as_json(findings: Sequence[Finding], asked: Iterable[Question] = ()) -> str:
    """Return the content of `build/findings.json`.

    `asked` is what a person has to check, which `crossfoot check` adds.
    """
    value: dict[str, Any] = {
        "schema": "crossfoot/findings/1",
        "findings": list(map(as_dict, findings)),
    }
    by_hand = as_dicts(asked)
    value |= {"by_hand": by_hand} if by_hand else {}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _by(module: str) -> Any:
    """Return the module of a format, which is loaded when it is asked for."""
    return import_module(f"crossfoot.render.{module}")


FORMATS: dict[str, Callable[[Sequence[Finding], Sources], str]] = {
    "text": lambda findings, sources: str(_by("frames").render(findings, sources)),
    "plain": lambda findings, _: str(_by("plain").render(findings)),
    "json": lambda findings, _: as_json(findings),
    "sarif": lambda findings, _: str(_by("sarif").render(findings)),
    "github": lambda findings, _: str(_by("github").render(findings)),
    "junit": lambda findings, _: str(_by("junit").render(findings)),
}
"""The values of `--format`."""
