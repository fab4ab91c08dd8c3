"""Measures builds against a floor: a number of rounds goes in, ratios come out.

Every round runs all steps in one go, so that what else the machine does falls on both
sides of a ratio. See README.md for what the steps are.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from importlib.metadata import version
from pathlib import Path

import pypandoc
from pypdf import PdfReader

import floor
import generate

REPO = Path(__file__).resolve().parent.parent
PANDOC = [pypandoc.get_pandoc_path(), "-f", "markdown", "--citeproc"]
OPTIONS = ["--bibliography=references.bib", "--metadata=title:Report"]
TYPST = (
    "import typst; typst.compile('floor-report.typ', output='floor-report.pdf', "
    "pdf_standards=['ua-1'], ignore_system_fonts=True)"
)
EMPTY = 'rule all:\n    output:\n        touch("done"),\n'
LIKE = "outputs: [pdf, html]\n"
"""What the floor makes, too."""
OLD, NEW = " the ", " yesteryear's "
"""The changed word: the first OLD of the middle chapter becomes NEW."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a step took."""

    seconds: float
    """Wall time."""
    cpu: float
    """Processor time of all its processes, in seconds."""
    megabytes: float
    """Peak resident memory of the largest process."""


@dataclass(frozen=True, slots=True)
class Target:
    """A bound on the ratio of two steps."""

    what: str
    step: str
    base: str
    limit: float


TARGETS = (
    Target("cold build / floor", "cold", "floor", 3.0),
    Target("rebuild after one word / floor", "edit", "floor", 1.5),
    Target("no-op / empty workflow", "no-op", "empty", 1.3),
    Target("four times the chapters / cold build", "large", "cold", 4.5),
    Target("release step / cold build", "release", "cold", 0.15),
)

STEPS = ("floor", "cold", "release", "edit", "empty", "no-op", "large")
"""In the order of the table."""

Round = Mapping[str, Sample]
"""The samples of one round by the step's name."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The folders that the steps run in, and how."""

    folder: Path
    cores: int
    everything: bool = False
    """Whether site, DOCX, EPUB and workbook are made as well."""

    @property
    def report(self) -> Path:
        """The report that is built."""
        return self.folder / "report"

    @property
    def large(self) -> Path:
        """A report of four times its chapters."""
        return self.folder / "large"

    def prepare(self, chapters: int, seed: int) -> None:
        """Write all inputs, and build the report once for its figures."""
        for root, count in ((self.report, chapters), (self.large, 4 * chapters)):
            words = generate.WORDS * count // generate.CHAPTERS
            generate.write(generate.report(count, words, seed), root)
            if not self.everything:
                told = root / "sources" / "report.yml"
                told.write_text(told.read_text("utf-8") + LIKE, encoding="utf-8")
        self._folder("empty").joinpath("Snakefile").write_text(EMPTY, encoding="utf-8")
        self.empty()
        self.build(self.report)
        floor.prepare(self.report, self._folder("floor"))

    def _folder(self, name: str) -> Path:
        path = self.folder / name
        path.mkdir()
        return path

    def round(self, number: int) -> dict[str, Sample]:
        """Run every step once; each second round runs the floor and the base first."""
        first, second = ("floor", "cold"), ("empty", "no-op")
        steps = {"floor": self.floor, "empty": self.empty}
        steps |= {"cold": lambda: self.cold(self.report), "edit": self.edit}
        steps |= {"no-op": lambda: self.build(self.report)}
        steps |= {"large": lambda: self.cold(self.large)}
        turn = 1 if number % 2 else -1
        steps |= {"release": self.release}
        order = [*first[::turn], "release", "edit", *second[::turn], "large"]
        samples = {name: steps[name]() for name in order}
        self.restore()
        return samples

    def floor(self) -> Sample:
        """Run bare pandoc to HTML and to Typst, and Typst to PDF/UA-1."""
        folder = self.folder / "floor"
        text = [*PANDOC, *OPTIONS, *sorted(path.name for path in folder.glob("*.md"))]
        html = ["-t", "html5", "-s", "--mathml", "-o", "floor-report.html"]
        typst = ["-t", "typst", "--template=floor.typ", "-o", "floor-report.typ"]
        return together(
            run([*text, *html], folder),
            run([*text, *typst], folder),
            run([sys.executable, "-c", TYPST], folder),
        )

    def empty(self) -> Sample:
        """Run Snakemake where there is nothing to do and one rule to look at."""
        return run(["snakemake", f"--cores={self.cores}"], self.folder / "empty")

    def build(self, root: Path) -> Sample:
        """Build a report."""
        places = ["-s", str(REPO / "Snakefile"), "-d", str(root)]
        return run(["snakemake", f"--cores={self.cores}", *places], self.folder)

    def cold(self, root: Path) -> Sample:
        """Build a report of which nothing was built."""
        for name in ("build", ".snakemake"):
            shutil.rmtree(root / name, ignore_errors=True)
        return self.build(root)

    def release(self) -> Sample:
        """Make the release by hand: with a start of Python that a build spares."""
        return run([sys.executable, "-m", "crossfoot", "stage", "release"], self.report)

    def edit(self) -> Sample:
        """Change a word and build again; the HTML has to show it."""
        self._change(OLD, NEW)
        sample = self.build(self.report)
        page = (self.report / "build/report.html").read_text(encoding="utf-8")
        if NEW.strip(" 's") not in page:
            raise SystemExit("The rebuilt report does not hold the changed word")
        return sample

    def pages(self) -> dict[str, int]:
        """Count the pages of the floor's PDF and of ours."""
        paths = {"floor": "floor/floor-report.pdf", "report": "report/build/report.pdf"}
        return {
            name: len(PdfReader(self.folder / path).pages)
            for name, path in paths.items()
        }

    def restore(self) -> None:
        """Take the change back."""
        self._change(NEW, OLD)

    def _change(self, old: str, new: str) -> None:
        chapters = sorted((self.report / "sources").glob("*.md"))
        path = chapters[len(chapters) // 2]
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(command: Sequence[str], folder: Path) -> Sample:
    """Run a command to its end; stop everything when it fails."""
    tools = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    # With it every stage compiles a checkout, as it never does an installed package.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            text = log.read().decode(errors="replace")
            raise SystemExit(f"{' '.join(command)}\n{text}")
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def together(*parts: Sample) -> Sample:
    """Return the sample of steps that ran one after the other."""
    return Sample(
        sum(part.seconds for part in parts),
        sum(part.cpu for part in parts),
        max(part.megabytes for part in parts),
    )


def middle(rounds: Sequence[Round], step: str) -> Sample:
    """Return the median of each of a step's measures."""
    measures = zip(*(astuple(one[step]) for one in rounds), strict=True)
    return Sample(*map(statistics.median, measures))


def ratio(rounds: Sequence[Round], target: Target) -> float:
    """Return the median of the ratios of wall time that the rounds measured."""
    return statistics.median(
        one[target.step].seconds / one[target.base].seconds for one in rounds
    )


def work(rounds: Sequence[Round], target: Target) -> float:
    """Return the median of the ratios of processor time."""
    return statistics.median(
        one[target.step].cpu / one[target.base].cpu for one in rounds
    )


def table(rounds: Sequence[Round]) -> str:
    """Return the results as two Markdown tables."""
    lines = ["| step | seconds | CPU seconds | peak MB |", "|:--|--:|--:|--:|"]
    for step in STEPS:
        one = middle(rounds, step)
        cells = f"{one.seconds:.2f} | {one.cpu:.2f} | {one.megabytes:.0f}"
        lines.append(f"| {step} | {cells} |")
    lines += ["", "| ratio | CPU | wall | target | |", "|:--|--:|--:|--:|:--|"]
    for target in TARGETS:
        cpu, wall = work(rounds, target), ratio(rounds, target)
        verdict = "met" if cpu <= target.limit else "missed"
        cells = f"{cpu:.2f} | {wall:.2f} | {target.limit} | {verdict}"
        lines.append(f"| {target.what} | {cells} |")
    return "\n".join(lines)


def record(rounds: Sequence[Round], pages: Mapping[str, int]) -> str:
    """Return the results as JSON."""
    tools = ("snakemake", "pypandoc_binary", "typst", "matplotlib")
    result = {
        "schema": "crossfoot/benchmark/1",
        "pages": pages,
        "machine": {"cores": os.cpu_count(), "system": platform.platform()},
        "versions": {name: version(name) for name in tools},
        "rounds": [{step: asdict(one[step]) for step in one} for one in rounds],
        "ratios": {target.what: ratio(rounds, target) for target in TARGETS},
        "work": {target.what: work(rounds, target) for target in TARGETS},
        "targets": {target.what: target.limit for target in TARGETS},
    }
    return json.dumps(result, indent=2, sort_keys=True) + "\n"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure builds against a floor.")
    parser.add_argument("--runs", type=int, default=3, help="rounds of all steps")
    parser.add_argument("--chapters", type=int, default=generate.CHAPTERS)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--all", action="store_true", help="make site, DOCX, EPUB and workbook as well"
    )
    parser.add_argument("--json", type=Path, help="file for the results")
    return parser.parse_args()


def main() -> None:
    """Measure, print the tables, write the file."""
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.cores, everything=given.all)
        bench.prepare(given.chapters, given.seed)
        rounds = [bench.round(number) for number in range(given.runs)]
        pages = bench.pages()
    print(table(rounds))
    print(f"\nPages: {pages['report']}, and {pages['floor']} of the floor.")
    if given.json:
        given.json.write_text(record(rounds, pages), encoding="utf-8")


if __name__ == "__main__":
    main()
