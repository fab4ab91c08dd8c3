"""Running `quantities.py`: what the tables are as JSON in, named values as JSON out.

The file is the author's own program, so it runs in a process of its own: this module
starts that process, and is what the process runs. A table is read when it is asked
for, so that a long one that is not costs nothing.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from crossfoot.engines.authored import line_of, message, module
from crossfoot.findings import several

TIMEOUT = 60
"""Seconds that the file may take."""


def run(path: Path, tables: Sequence[dict[str, Any]], root: Path) -> dict[str, Any]:
    """Return what the file's `quantities(tables)` gave.

    `tables` have name, columns, dialect and file, relative to `root`. The answer is
    `{"quantities": {key: {"value": …}}}`, or `{"error": message, "line": n}`.
    """
    command = [sys.executable, "-P", "-m", __name__, str(path)]
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command,
            input=json.dumps({"root": str(root), "tables": list(tables)}).encode(),
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
    given = json.loads(sys.stdin.buffer.read())
    tables = Tables(Path(given["root"]), given["tables"])
    try:
        found = module("quantities", Path(path).read_bytes(), path).quantities(tables)
        return {"quantities": {str(key): _entry(one) for key, one in found.items()}}
    except BaseException as problem:  # noqa: BLE001  whatever ends the author's program
        return {"error": message(problem), "line": line_of(problem, path)}


class Tables(Mapping[str, list[dict[str, Any]]]):
    """The tables by name, each read when it is asked for first."""

    def __init__(self, root: Path, tables: Sequence[dict[str, Any]]) -> None:
        self.root = root
        self.entries = {one["name"]: one for one in tables}
        self.read: dict[str, list[dict[str, Any]]] = {}

    def __getitem__(self, name: str) -> list[dict[str, Any]]:
        if name not in self.read:
            self.read[name] = _records(self.root, self.entries[name])
        return self.read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def _records(root: Path, table: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a table's records, as dicts of int, Decimal, text and None."""
    from crossfoot.csvfile import Dialect, blocks
    from crossfoot.fields import from_dict, is_missing, is_suppressed, parse

    fields = [from_dict(one) for one in table["columns"]]
    path = root / table["file"]
    found = blocks(lambda: path.open("rb"), Dialect(**table["dialect"]))
    width, out = len(fields), []
    for texts in ((*row, *[""] * width)[:width] for one in found for row in one[2]):
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
