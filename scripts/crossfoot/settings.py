"""Settings: `report.yml` and the chapters there are in, `build/settings.json` out."""

import json
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any

from crossfoot.findings import Finding, nearest
from crossfoot.places import Place, Text
from crossfoot.yamlfile import Document, YamlError, load


def settings(text: Text | None) -> tuple[dict[str, Any], Document | None, list[Finding]]:
    """Return the valid part of `report.yml`, the document, and the findings."""
    if text is None:
        return {}, None, []
    try:
        document = load(text)
    except YamlError as problem:
        message = f"report.yml is not YAML: {problem.message}"
        return {}, None, [Finding("SRC03", message, problem.place, help="Correct the YAML here")]
    return dict(document.value or {}), document, []


def reading_order(
    named: Sequence[str], present: Iterable[str], prefix: str
) -> list[str]:
    """Return chapter files in reading order: as named, then the others by name."""
    files = sorted(present)
    listed = [prefix + name.removeprefix(prefix) for name in named]
    first = [file for file in dict.fromkeys(listed) if file in files]
    return first + [file for file in files if file not in first]
