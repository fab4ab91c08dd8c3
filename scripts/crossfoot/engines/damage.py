"""Damage: a build folder in, the first of its files that no stage wrote so out.

Asked only when a stage fails in a way that nobody foresaw: a disk, a sync program or
somebody's hand may have changed what stands between the stages.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crossfoot.fingerprints import PACKAGE

FORMS = {
    "settings.json": "settings",
    "quantities.json": "quantities",
    "repeats.json": "repeats",
    "numbers.json": "numbers",
    "report.json": "report-ast",
    "findings.json": "findings",
    "chapters": "chapter",
    "figures": "figure",
}
"""Files and folders of a build, and the schema of what is in them."""


def damaged(build: Path) -> str:
    """Return the path of a damaged file of a build, or "" when all are whole."""
    for path, form in _products(build):
        try:
            value = json.loads(path.read_bytes())
        except (ValueError, OSError, RecursionError):
            return path.relative_to(build.parent).as_posix()
        if not _fits(value, form):
            return path.relative_to(build.parent).as_posix()
    for path in sorted((build / "findings").glob("*.jsonl")):
        try:
            for line in path.read_text("utf-8").splitlines():
                json.loads(line)["code"]
        except (ValueError, OSError, RecursionError, TypeError, KeyError):
            return path.relative_to(build.parent).as_posix()
    return ""


def _products(build: Path) -> Iterator[tuple[Path, str]]:
    for name, form in FORMS.items():
        path = build / name
        if path.is_dir():
            yield from ((one, form) for one in sorted(path.glob("*.json")))
        elif path.exists():
            yield path, form
    references = build / "references.json"
    if references.exists():
        yield references, ""


def _fits(value: Any, form: str) -> bool:
    from jsonschema import Draft202012Validator

    if not form:
        entries = value if isinstance(value, list) else [None]
        return all(isinstance(one, dict) and "id" in one for one in entries)

    path = PACKAGE / "schemas" / f"{form}.schema.json"
    schema = json.loads(path.read_bytes())
    try:
        return bool(Draft202012Validator(schema).is_valid(value))
    except RecursionError:
        return False
