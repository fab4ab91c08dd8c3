"""Measures `crossfoot diff`: histories of edits in, what was told of them out.

Histories are planted in the sample report; what is told has to be what was planted,
paragraph by paragraph and number by number. Time is taken on two git revisions of the
generated report of 105 pages, as a user asks for them. See README.md.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import generate
from build import NEW, OLD, REPO, Sample, run
from crossfoot.compare import Differences, compare
from crossfoot.engines.comparing import state

PLAIN = re.compile(r"[A-Z][\w ,.;()'\n-]+[.]")
"""A paragraph whose words readers see as they are written."""
LEAST = 15
"""Words of a paragraph that is edited."""
FAR = 4
"""Paragraphs that a moved one passes at least."""
CELL = "203000000"
"""An amount of the sample, and what it makes: numbers by key."""
MADE = ("asks.floor", "asks.recovery", "asks.share")

Planted = Counter[tuple[str, str]]
"""What became of a passage, and its words after that, or before it was taken out."""


def shown(block: str) -> str:
    """Return a plain paragraph as readers see it."""
    return " ".join(block.replace("'", "’").split())


def plant(root: Path, seed: random.Random) -> Planted:
    """Edit paragraphs of a report; return what was done."""
    chapters = sorted((root / "sources").glob("*.md"))
    blocks = {path: path.read_text("utf-8").split("\n\n") for path in chapters}
    free = [
        (path, block)
        for path, all_blocks in blocks.items()
        for block in all_blocks
        if PLAIN.fullmatch(block.strip()) and len(block.split()) >= LEAST
    ]
    seed.shuffle(free)
    done: Planted = Counter()
    for (path, block), what in zip(free, edits(seed), strict=False):
        there = blocks[path]
        at = there.index(block)
        if what == "deleted":
            there.remove(block)
            done["deleted", shown(block)] += 1
        elif what == "inserted":
            fresh = (
                " ".join(f"Fresh{seed.randrange(10**6)}" for _ in range(LEAST)) + "."
            )
            there.insert(at, fresh)
            done["inserted", fresh] += 1
        elif what == "changed":
            there[at] = block.replace(" the ", " that very ", 1)
            done["changed", shown(there[at])] += there[at] != block
        else:
            other = seed.choice([one for one in blocks.values() if one is not there])
            there.remove(block)
            other.insert(len(other) - 1, block)
            done["moved", shown(block)] += 1
    for path, all_blocks in blocks.items():
        path.write_text("\n\n".join(all_blocks), encoding="utf-8")
    return +done


def edits(seed: random.Random) -> Sequence[str]:
    """Return what is done to one paragraph after the other."""
    kinds = ("deleted", "inserted", "changed", "moved")
    return [seed.choice(kinds) for _ in range(seed.randrange(3, 9))]


def told(found: Differences) -> Planted:
    """Return what was told of passages."""
    out: Planted = Counter()
    for one in found.text:
        here = one.new or one.old
        if here is not None:
            out[one.what, here.words] += 1
    return out


def histories(count: int) -> int:
    """Plant and compare; print what was told otherwise; return how many were exact."""
    exact = 0
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        with state(str(REPO), top / "plain") as (old, _):
            for number in range(count):
                seed = random.Random(number)
                root = top / "edited"
                for part in ("sources", "figures"):
                    shutil.copytree(REPO / part, root / part)
                numbers = number % 2 == 0
                planted = Counter() if numbers else plant(root, seed)
                if numbers:
                    table = root / "sources" / "data" / "asks.csv"
                    more = str(int(CELL) + 1_000_000 * seed.randrange(1, 90))
                    table.write_text(table.read_text("utf-8").replace(CELL, more))
                with state(str(root), top / "build", top / "plain") as (new, _):
                    found = compare(old, new)
                right = tuple(one.key for one in found.numbers) == (
                    MADE if numbers else ()
                )
                right &= numbers or told(found) == planted
                exact += right
                if not right:
                    print(
                        number,
                        [o.key for o in found.numbers],
                        planted - told(found),
                        told(found) - planted,
                    )
                for made in (root, top / "build"):
                    shutil.rmtree(made)
    return exact


def revisions(folder: Path) -> None:
    """Make a repository of two revisions of the generated report."""
    generate.write(generate.report(generate.CHAPTERS, generate.WORDS, 1), folder)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "--quiet"], cwd=folder, check=True)
    for _ in range(2):
        subprocess.run([*git, "add", "."], cwd=folder, check=True)
        subprocess.run([*git, "commit", "-qm", "all"], cwd=folder, check=True)
        path = sorted((folder / "sources").glob("*.md"))[5]
        path.write_text(path.read_text("utf-8").replace(OLD, NEW, 1), "utf-8")


def line(name: str, one: Sample) -> str:
    """Return a row of the table."""
    return f"| {name} | {one.seconds:.1f} | {one.cpu:.1f} | {one.megabytes:.0f} |"


def main() -> None:
    """Print how many histories were told exactly, and a table of times."""
    parser = argparse.ArgumentParser(description="Measure crossfoot diff.")
    parser.add_argument("--histories", type=int, default=50)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        revisions(root)
        ask = [sys.executable, "-m", "crossfoot", "diff", "HEAD~1", "HEAD"]
        print("| 105 pages, two revisions | seconds | CPU seconds | peak MB |")
        print("|:--|--:|--:|--:|")
        print(line("nothing built", run(ask, root)), flush=True)
        run(["snakemake", "--cores=2", "-s", str(REPO / "Snakefile")], root)
        print(line("report built before", run(ask, root)), flush=True)
    print(f"\n{histories(given.histories)} of {given.histories} histories told exactly")


if __name__ == "__main__":
    main()
