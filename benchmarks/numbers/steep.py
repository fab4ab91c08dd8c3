"""Looks for shapes of text that a stage is slow at: sizes go in, growth comes out.

Each shape is measured at a size, at twice and at four times that size, each time in a
fresh process with nothing kept, for a limited time. The exponent is that of the time
from twice to four times the size: 1 is in line with the length, 2 with its square.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from shapes import SHAPES
from speed import _cpu as cpu

import generate
from crossfoot.engines.belt import run as stage
from crossfoot.site import Site

STAGES = ("read", "data", "repeats", "numbers")
MEASURED = ("read", "repeats", "numbers")
STEEP, WORTH = 1.3, 0.5
"""The exponent, and the seconds at four times the size, from which a shape is told."""


def alone(name: str, size: int, limit: int) -> None:
    """Run the stages on a shape and print the CPU seconds of each, a line of JSON."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "report"
        generate.write(SHAPES[name](size), root)
        # Of processor time, so that other work on the machine stops nothing.
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        for one in STAGES:
            start = cpu()
            stage(one, Site.at(root), lambda _: None)
            print(json.dumps([one, round(cpu() - start, 3)]), flush=True)


def took(name: str, size: int, limit: int) -> dict[str, float]:
    """Return the seconds of each stage, without end for one that was stopped."""
    given = ("--alone", name, "--size", str(size), "--limit", str(limit))
    command = [sys.executable, __file__, *given]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    told = dict(map(json.loads, done.stdout.splitlines()))
    return {one: told.get(one, math.inf) for one in MEASURED}


def exponent(short: float, long: float) -> float:
    """Return by which power time grows where the size is doubled."""
    if math.isinf(long):
        return math.inf
    return math.log2(max(long, 0.001) / max(short, 0.001))


def row(name: str, size: int, limit: int) -> str:
    """Measure a shape, and return its row of the table, steep stages marked."""
    runs = [took(name, size * times, limit) for times in (1, 2, 4)]
    cells = [name]
    for one in MEASURED:
        times = [run[one] for run in runs]
        power = exponent(times[1], times[2])
        mark = " !" if power > STEEP and times[2] > WORTH else ""
        cells += [" ".join(f"{n:.2f}" for n in times), f"{power:.2f}{mark}"]
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Read the arguments, measure each shape that is asked for, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=1_500, help="of the smallest")
    parser.add_argument("--limit", type=int, default=60, help="CPU seconds a run")
    parser.add_argument("--only", nargs="*", help="names of shapes")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        alone(given.alone, given.size, given.limit)
    else:
        tell(given.only or SHAPES, given.size, given.limit)


def tell(names: Iterable[str], size: int, limit: int) -> None:
    """Print the table."""
    heads = (part for one in MEASURED for part in (f"{one}, s", "exponent"))
    print(f"Sizes {size:,}, {2 * size:,} and {4 * size:,}; exponent of the last step\n")
    print("| shape | " + " | ".join(heads) + " |")
    print("|:--" + "|--:" * (2 * len(MEASURED)) + "|")
    for name in names:
        print(row(name, size, limit), flush=True)


if __name__ == "__main__":
    main()
