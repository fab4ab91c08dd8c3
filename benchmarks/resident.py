"""Measures the resident process: one-word edits go in, how long each turn takes out.

The floor, bare pandoc and Typst on the same text, is measured in the same run. Every
report is measured in a process of its own, so that memory is that of one report. See
README.md.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import floor
import generate
from build import Bench
from crossfoot.engines.resident import Resident, Turn

EDITS = 20
LIKE = "outputs: [pdf, html]\n"
STEPS = ("page", "paper", "settled")
TARGETS = (
    ("page after a word, ms", 200.0),
    ("page known to be exact, ms", 200.0),
    ("paper after a word, ms", 350.0),
    ("page / floor", 0.15),
    ("paper / floor", 0.15),
    ("four times the chapters / page", 1.8),
    ("memory, MB", 600.0),
)


@dataclass(frozen=True, slots=True)
class Took:
    """What a step took."""

    wall: float
    """Milliseconds."""
    cpu: float
    """Milliseconds of processor time, pandoc's included."""


class Writer:
    """Changes one word of a report at a time, another chapter each time."""

    def __init__(self, root: Path) -> None:
        """Look at the report in a folder."""
        self.chapters = sorted((root / "sources").glob("*.md"))
        self.number = 0

    def edit(self) -> None:
        """Write one word of a chapter otherwise."""
        self.number += 1
        path = self.chapters[self.number % len(self.chapters)]
        words = path.read_text("utf-8").split(" ")
        plain = [
            at for at, word in enumerate(words) if word.isalpha() and word.islower()
        ]
        words[plain[self.number * 7 % len(plain)]] = f"word{spelled(self.number)}"
        path.write_text(" ".join(words), encoding="utf-8")


def spelled(number: int) -> str:
    """Return a number in letters: a digit would be another number of the report."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def made(root: Path, chapters: int, seed: int) -> None:
    """Write a report that asks for PDF and page."""
    words = generate.WORDS * chapters // generate.CHAPTERS
    generate.write(generate.report(chapters, words, seed), root)
    told = root / "sources" / "report.yml"
    told.write_text(told.read_text("utf-8") + LIKE, encoding="utf-8")


def timed(resident: Resident, make: Callable[[], Turn]) -> Took:
    """Run a step; stop everything when it made nothing."""
    start = time.perf_counter(), spent(resident)
    return since(start, resident, make())


def since(start: tuple[float, float], resident: Resident, turn: Turn) -> Took:
    """Return what was taken since a start; stop everything when nothing was made."""
    if turn.trouble:
        raise SystemExit(turn.trouble)
    end = time.perf_counter(), spent(resident)
    return Took(*(1000 * (b - a) for a, b in zip(start, end, strict=True)))


def turned(resident: Resident, pool: ThreadPoolExecutor) -> dict[str, Took]:
    """Take in an edit as the preview does: the PDF is made beside the page."""
    papers: list[Future[Turn]] = []
    start = time.perf_counter(), spent(resident)

    def begun() -> bool:
        papers.append(pool.submit(resident.paper))
        return True

    turn = resident.page(early=True, begun=begun)
    took = {"page": since(start, resident, turn)}
    took["paper"] = since(start, resident, papers[0].result())
    took["settled"] = timed(resident, resident.settle)
    resident.rest()
    return took


def spent(resident: Resident) -> float:
    """Return the processor time of the process and its pandoc, in seconds."""
    child = resident.reader.process
    if child is None:
        return time.process_time()
    told = Path(f"/proc/{child.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return time.process_time() + (int(told[11]) + int(told[12])) / 100


def memory(resident: Resident) -> float:
    """Return the resident memory of the process and of its pandoc, in MB."""
    child = resident.reader.process
    names = ["self"] + ([str(child.pid)] if child else [])
    told = [Path(f"/proc/{name}/status").read_text("utf-8") for name in names]
    rows = [
        row for text in told for row in text.splitlines() if row.startswith("VmRSS")
    ]
    return sum(int(row.split()[1]) for row in rows) / 1024


def measured(root: Path, edits: int) -> dict[str, Any]:
    """Return what the edits of a report took, and its memory on the way."""
    resident, writer = Resident(root, root / "build"), Writer(root)
    cold = timed(resident, resident.page)
    resident.paper()
    took: list[dict[str, Took]] = []
    held: dict[int, float] = {}
    with ThreadPoolExecutor(1) as pool:
        for number in range(1, edits + 1):
            writer.edit()
            took.append(turned(resident, pool))
            if number in {1, 10, 100, 1000, edits}:
                held[number] = memory(resident)
    resident.close()
    # What a first edit needs, as loading what reads it, is no matter of each.
    counted = took[1 : EDITS + 1] or took
    rows = [{name: asdict(one[name]) for name in STEPS} for one in counted]
    return {"cold": asdict(cold), "edits": rows, "memory": held}


def apart(root: Path, edits: int) -> dict[str, Any]:
    """Return what `measured` returns in a process of its own."""
    words = [sys.executable, __file__, "--one", str(root), "--edits", str(edits)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def middle(result: Mapping[str, Any], step: str, what: str = "wall") -> float:
    """Return the median of what a step took, in milliseconds."""
    return float(statistics.median(one[step][what] for one in result["edits"]))


def table(results: Mapping[int, Mapping[str, Any]], floors: Sequence[float]) -> str:
    """Return the results as Markdown tables."""
    lines = [
        "| chapters | page | paper | settled after both | memory after edits |",
        "|:--|--:|--:|--:|:--|",
    ]
    for chapters, one in results.items():
        cells = [
            f"{middle(one, step):.0f} ({middle(one, step, 'cpu'):.0f})"
            for step in STEPS
        ]
        held = ", ".join(f"{at}: {size:.0f}" for at, size in one["memory"].items())
        lines.append(f"| {chapters} | {' | '.join(cells)} | {held} |")
    lines += ["", "| | measured | target | |", "|:--|--:|--:|:--|"]
    for (what, limit), value in zip(TARGETS, values(results, floors), strict=True):
        verdict = "met" if value <= limit else "missed"
        lines.append(f"| {what} | {value:.2f} | {limit} | {verdict} |")
    lines.append(f"\nFloor: {statistics.median(floors):.2f} seconds.")
    return "\n".join(lines)


def values(
    results: Mapping[int, Mapping[str, Any]], floors: Sequence[float]
) -> tuple[float, ...]:
    """Return what is held against the targets, in their order."""
    few, many = results[min(results)], results[max(results)]
    base = 1000 * statistics.median(floors)
    page, paper = middle(few, "page"), middle(few, "paper")
    return (
        page,
        page + middle(few, "settled"),
        paper,
        page / base,
        paper / base,
        middle(many, "page") / page,
        max(few["memory"].values()),
    )


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure the resident process.")
    parser.add_argument("--edits", type=int, default=EDITS + 1, help="one-word edits")
    parser.add_argument("--runs", type=int, default=3, help="runs of the floor")
    parser.add_argument("--chapters", type=int, default=generate.CHAPTERS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="file for the results")
    parser.add_argument("--one", type=Path, help="measure the report in a folder only")
    return parser.parse_args()


def main() -> None:
    """Measure, print the tables, write the file."""
    given = arguments()
    if given.one:
        print(json.dumps(measured(given.one, given.edits)))
        return
    with tempfile.TemporaryDirectory() as name:
        bench, results = Bench(Path(name), cores=2), {}
        for root, times in ((bench.report, 1), (bench.large, 4)):
            chapters = times * given.chapters
            made(root, chapters, given.seed)
            results[chapters] = apart(root, given.edits if times == 1 else EDITS + 1)
        (bench.folder / "floor").mkdir()
        floor.prepare(bench.report, bench.folder / "floor")
        floors = [bench.floor().seconds for _ in range(given.runs)]
    print(table(results, floors))
    if given.json:
        told = {"results": results, "floors": floors}
        given.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
