"""Measures the data stage on long tables against `csv.reader` over the same file.

Each table is written into a temporary folder; the stage checks it against a data
package, or infers its types, and computes a dozen quantities. Both sides run in fresh
processes, one after the other, in every round; the kernel reports their CPU time and
peak memory.
"""

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READER = """
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = sum(1 for _ in csv.reader(file))
"""
HEADER = ("id", "area", "day", "kind", "amount", "rate", "note")
FIELDS = [
    {"name": "id", "constraints": {"required": True, "pattern": "[0-9]{8}"}},
    {"name": "area"},
    {"name": "day", "type": "date"},
    {"name": "kind", "constraints": {"enum": ["A", "B", "C", "D", "E"]}},
    {"name": "amount", "type": "integer", "constraints": {"minimum": 0}},
    {"name": "rate", "type": "number"},
    {"name": "note"},
]
QUANTITIES = """
count: {from: data/long.csv, count: rows}
sum: {from: data/long.csv, sum: amount}
mean: {from: data/long.csv, mean: rate}
median: {from: data/long.csv, median: rate}
least: {from: data/long.csv, min: rate}
greatest: {from: data/long.csv, max: amount}
areas: {from: data/long.csv, distinct: area}
top: {from: data/long.csv, sum: amount, top: 10}
weighted: {from: data/long.csv, mean: rate, weights: amount}
one: {from: data/long.csv, sum: amount, where: {area: Area 7}}
some: {from: data/long.csv, sum: rate, where: {amount: {min: 5000}, kind: [A, B]}}
late: {from: data/long.csv, count: rows, where: {day: {min: 2020-01-01}}}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took."""

    seconds: float
    """CPU, of the process and the system for it."""
    megabytes: float
    """Peak resident memory."""


Row = Callable[[random.Random, int], list[str]]


def plain(chance: random.Random, at: int) -> list[str]:
    """Return one row of a table without faults."""
    day = f"20{chance.randrange(10, 24)}-{chance.randrange(1, 13):02}"
    return [
        f"{at:08}",
        f"Area {chance.randrange(200)}",
        f"{day}-{chance.randrange(1, 29):02}",
        "ABCDE"[chance.randrange(5)],
        str(chance.randrange(1, 100_000)),
        f"{chance.randrange(10_000) / 100:.2f}",
        "plain words",
    ]


def quoted(chance: random.Random, at: int) -> list[str]:
    """Return one row with every cell in quotes, a comma in one of them."""
    cells = plain(chance, at)
    cells[-1] = "words, plain"
    return [f'"{cell}"' for cell in cells]


def faulty(chance: random.Random, at: int) -> list[str]:
    """Return one row of a table in which every hundredth has something wrong."""
    cells = plain(chance, at)
    if at % 100 == 50:
        cells[chance.randrange(7)] = chance.choice(["=A1+1", "", "12O", "#REF!"])
    return cells


KINDS: dict[str, tuple[Row, bool]] = {
    "declared": (plain, True),
    "undeclared": (plain, False),
    "quoted": (quoted, True),
    "faulty": (faulty, True),
}
"""Tables by name: what makes a row, and whether a data package describes them."""


def write(root: Path, kind: str, rows: int) -> Path:
    """Write a report with one long table; return the table's path."""
    make, declared = KINDS[kind]
    chance = random.Random(rows)
    data = root / "sources" / "data"
    data.mkdir(parents=True)
    (root / "sources" / "01-long.md").write_text("# Long\n", encoding="utf-8")
    (root / "sources" / "quantities.yml").write_text(QUANTITIES, encoding="utf-8")
    if declared:
        schema = {"fields": FIELDS, "primaryKey": "id"}
        entry = {"name": "long", "path": "long.csv", "schema": schema}
        text = json.dumps({"resources": [entry]})
        (data / "datapackage.json").write_text(text, encoding="utf-8")
    path = data / "long.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(HEADER) + "\n")
        file.writelines(",".join(make(chance, at)) + "\n" for at in range(rows))
    return path


def cost(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder; return what it took."""
    child = os.fork()
    if not child:
        os.chdir(folder)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.execv(command[0], command)  # noqa: S606  a list of our own
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(command[:4])} ended with status {status}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def rounds(kind: str, rows: int, times: int) -> Iterator[tuple[float, Cost, Cost]]:
    """Yield the file's megabytes and the cost of the reader and of the stage."""
    for _ in range(times):
        with tempfile.TemporaryDirectory(prefix="long-") as folder:
            root = Path(folder)
            path = write(root, kind, rows)
            reader = cost([sys.executable, "-c", READER, str(path)], root)
            stage = cost([sys.executable, "-m", "crossfoot", "stage", "data"], root)
            yield path.stat().st_size / 2**20, reader, stage


def result(kind: str, rows: int, times: int) -> dict[str, Any]:
    """Return the medians of some rounds, and the ratio of CPU within each."""
    found = list(rounds(kind, rows, times))
    return {
        "table": kind,
        "rows": rows,
        "file_mb": found[0][0],
        "reader_s": statistics.median(reader.seconds for _, reader, _ in found),
        "stage_s": statistics.median(stage.seconds for _, _, stage in found),
        "ratio": statistics.median(s.seconds / r.seconds for _, r, s in found),
        "peak_mb": max(stage.megabytes for _, _, stage in found),
    }


def main() -> None:
    """Print a Markdown table, a line for each kind of table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", choices=KINDS)
    parser.add_argument("--json", type=Path, help="file for the figures")
    given = parser.parse_args()
    print("| table | rows | file, MB | reader, s | stage, s | ratio | peak, MB |")
    print("|:--|--:|--:|--:|--:|--:|--:|")
    found = []
    for kind in [given.only] if given.only else KINDS:
        one = result(kind, given.rows, given.rounds)
        found.append(one)
        print(
            f"| {kind} | {one['rows']:,} | {one['file_mb']:.0f} |"
            f" {one['reader_s']:.2f} | {one['stage_s']:.1f} | {one['ratio']:.0f} |"
            f" {one['peak_mb']:.0f} |",
            flush=True,
        )
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
