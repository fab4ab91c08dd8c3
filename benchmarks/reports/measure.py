"""Measures how many slips of typists and stale drafts are told in whole reports.

    python benchmarks/reports/measure.py [NAME …] [--list]

Each folder holds a report, all of whose numbers are right, and `slips.csv`: in which
chapter what text becomes which, and how the rest of the report shows that it is wrong.
A slip counts as told when a warning or an error stands there that the right report does
not have.
"""

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CHECK = [sys.executable, "-m", "crossfoot", "check", "--format", "json"]


class Slip(NamedTuple):
    """A change of one chapter that makes a number of the report wrong."""

    chapter: str
    right: str
    wrong: str
    kind: str


class Told(NamedTuple):
    """What is said of a report."""

    file: str
    code: str
    message: str


def slips(folder: Path) -> list[Slip]:
    """Return the slips of a report."""
    with (folder / "slips.csv").open(encoding="utf-8", newline="") as file:
        return [Slip(**row) for row in csv.DictReader(file)]


def told(root: Path) -> set[Told]:
    """Return the warnings and errors of a report."""
    made = subprocess.run([*CHECK, root], capture_output=True, text=True, check=False)
    if not made.stdout:
        raise SystemExit(f"{root} was not checked: {made.stderr.strip()}")
    found = json.loads(made.stdout)["findings"]
    return {
        Told(one["file"], one["code"], one["message"])
        for one in found
        if one["severity"] in {"warning", "error"}
    }


def results(folder: Path, work: Path) -> Iterator[tuple[Slip, set[Told]]]:
    """Yield what each slip of a report adds to what is told of it."""
    root = work / folder.name
    shutil.copytree(folder, root)
    right = told(root)
    for one in right:
        print(f"  told of the right report: {one.code} {one.file} {one.message}")
    for slip in slips(folder):
        path = root / "sources" / slip.chapter
        text = path.read_text("utf-8")
        if text.count(slip.right) != 1:
            raise SystemExit(f"{path}: “{slip.right}” does not stand there once")
        path.write_text(text.replace(slip.right, slip.wrong), "utf-8")
        yield slip, told(root) - right
        path.write_text(text, "utf-8")


def table(name: str, found: Sequence[tuple[Slip, set[Told]]]) -> str:
    """Return a report's figures, kind by kind."""
    every = Counter(slip.kind for slip, _ in found)
    told_ = Counter(slip.kind for slip, messages in found if messages)
    kinds = ", ".join(f"{kind} {told_[kind]}/{every[kind]}" for kind in sorted(every))
    return f"{name}: {told_.total()} of {every.total()} told ({kinds})"


def main() -> None:
    """Print how many slips of each report are told."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", help="reports; all of them if left out")
    parser.add_argument("--list", action="store_true", help="print each slip")
    given = parser.parse_args()
    names = given.names or sorted(path.parent.name for path in HERE.glob("*/slips.csv"))
    for name in names:
        with tempfile.TemporaryDirectory() as work:
            found = list(results(HERE / name, Path(work)))
        for slip, messages in found if given.list else ():
            mark = "told" if messages else "    "
            print(f"{mark} {slip.kind} {slip.chapter} {slip.right!r} {slip.wrong!r}")
            for one in sorted(messages):
                print(f"       {one.code} {one.message}")
        print(table(name, found))


if __name__ == "__main__":
    main()
