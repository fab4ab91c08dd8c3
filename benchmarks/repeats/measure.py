"""Measures the repeats stage on planted reports: seeds go in, recall and precision out.

Every report is written into a temporary folder, the stage is run on it as
`crossfoot repeats DIR --format json` does, and what it finds is held against the truth.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import plant
from field import read
from results import as_json, lists, tables
from score import Result, score

from crossfoot.engines.checking import check


def stage(root: Path) -> dict[str, Any]:
    """Run the stage in this process; return the content of `repeats.json`.

    Raises SystemExit where a chapter was not read, such as on a machine so busy that
    pandoc did not finish in time: what stands there would count as missed.
    """
    done = check(root, ("read", "repeats"), ("repeats.json",))
    for one in done.unread:
        raise SystemExit(f"{one.place.file} is not looked at: {one.message}")
    product: dict[str, Any] = done.products["repeats.json"]
    return product


def command(root: Path) -> dict[str, Any]:
    """Run the command; return what it prints. Exit code 1 stands for findings.

    Raises SystemExit where the command failed or did not read a chapter.
    """
    line = [sys.executable, "-m", "crossfoot", "repeats", str(root), "--format", "json"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    if done.returncode > 1 or done.stderr:
        raise SystemExit(done.stderr)
    product: dict[str, Any] = json.loads(done.stdout)
    return product


def measured(given: argparse.Namespace) -> Iterator[Result]:
    """Yield the result of each seed."""
    run = command if given.cli else stage
    for seed in seeds(given.seeds):
        with tempfile.TemporaryDirectory(prefix="planted-") as folder:
            root = Path(folder) / "report"
            files = plant.report(given.size, given.times, seed, given.carrier)
            plant.write(files, root)
            yield score(read(root), run(root))


def seeds(text: str) -> list[int]:
    """Read seeds such as `1-3` or `2,5`."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", default="1-3", help="such as 1-5 or 2,7")
    parser.add_argument(
        "--size", type=int, default=plant.WORDS, help="words of carrier"
    )
    parser.add_argument(
        "--times", type=int, default=plant.TIMES, help="plants of a kind"
    )
    parser.add_argument(
        "--carrier", type=Path, help="folder of real text to plant into"
    )
    parser.add_argument("--cli", action="store_true", help="run the crossfoot command")
    parser.add_argument("--json", type=Path, help="file for the figures")
    parser.add_argument("--list-misses", action="store_true")
    parser.add_argument("--list-false", action="store_true")
    parser.add_argument("--list-unplanted", type=int, default=0, metavar="N")
    parser.add_argument("--list-unsafe", action="store_true")
    given = parser.parse_args(arguments)
    done = list(measured(given))
    print(tables(done))
    wanted = lists(done, given)
    if wanted:
        print(f"\n{wanted}")
    if given.json:
        given.json.write_text(json.dumps(as_json(done), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
