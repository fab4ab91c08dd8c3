"""Running `quantities.py`: tables as JSON in, named values as JSON out.

The file is the author's own program, so it runs in a process of its own: this module
starts that process, and is what the process runs.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from crossfoot.engines.authored import line_of, message, module
from crossfoot.findings import several

TIMEOUT = 60
"""Seconds that the file may take."""


def run(path: Path, tables: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what the file's `quantities(tables)` gave.

    `{"quantities": {key: {"value": …}}}`, or `{"error": message, "line": n}`.
    """
    command = [sys.executable, "-P", "-m", __name__, str(path)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command,
            input=json.dumps(list(tables)).encode(),
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return {"error": f"it took more than {several(TIMEOUT, 'second')}", "line": 1}
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"error": f"it ended with exit code {done.returncode}", "line": 1}
    return answer


def serve(path: str) -> dict[str, Any]:
    """Run the file at `path` on the tables of standard input; return the answer."""
    tables = {
        table["name"]: _records(table) for table in json.loads(sys.stdin.buffer.read())
    }
    try:
        found = module("quantities", Path(path).read_bytes(), path).quantities(tables)
        return {"quantities": {str(key): _entry(one) for key, one in found.items()}}
    except BaseException as problem:  # noqa: BLE001  whatever ends the author's program
        return {"error": message(problem), "line": line_of(problem, path)}


def _records(table: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a table's records, as dicts of int, Decimal, text and None."""
    from crossfoot.fields import from_dict, is_missing, is_suppressed, parse

    fields = [from_dict(one) for one in table["columns"]]
    out = []
    for texts in table["records"]:
        row: dict[str, Any] = {}
        for field, text in zip(fields, texts, strict=True):
            held = is_missing(field, text) or is_suppressed(field, text)
            row[field.name] = None if held else parse(field, text)
        out.append(row)
    return out


def _entry(value: Any) -> Any:
    """Return one of the file's values as JSON; a bare number counts as its value."""
    if not isinstance(value, dict):
        return {"value": _plain(value)}
    return {str(key): _plain(one) for key, one in value.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return value if isinstance(value, bool | int | str) or value is None else None


if __name__ == "__main__":
    # What the author's program prints must not mix with the answer.
    with contextlib.redirect_stdout(sys.stderr):
        answer = serve(sys.argv[1])
    sys.stdout.write(json.dumps(answer))
