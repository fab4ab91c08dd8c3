"""Measures a long day with the preview: edits go in, memory after each fifty comes out.

`crossfoot watch` runs on the report of `generate.py` and is left to make page, repeats
and PDF of every edit. Every edit starts from the report's first text, so that it never
grows: what grows is what was kept for nothing. Now and then the author takes a break,
in which the preview may start again. See README.md.
"""

import argparse
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, cast

import generate
from crossfoot.engines.process import children
from crossfoot.engines.watching.session import QUIET

EVERY = 50
BREAK = 100
"""Edits between two breaks."""
LENGTH = QUIET + 15
"""Seconds that a break takes."""
PATIENCE = 120.0
"""Seconds after which an edit that nothing came of ends everything."""
LIMIT = 600
"""Megabytes of the resident process, pandoc's included."""
LIKE = "outputs: [pdf, html]\n"
WORDS = ("river", "bridge", "ledger", "harvest", "signal", "garden", "meadow")
FIGURE = re.compile(r"(?<=[^\w.,])\d{2,3}(?=[^\w.,])")


@dataclass(frozen=True, slots=True)
class Held:
    """Memory after a number of edits, in MB, and how long an edit took lately."""

    edits: int
    main: float
    """Resident memory of the process that keeps the report built."""
    pandoc: float
    """The same of the pandoc that reads for it."""
    others: float
    """The same of what draws pictures of the PDF's pages."""
    share: float
    """Of all of them, with pages that they share counted once."""
    peak: float
    """The most that the first had at any moment since the row before."""
    seconds: float
    """Median from a save to the line that says that all of it was made."""


class Author:
    """Edits a report for a day."""

    def __init__(self, root: Path, seed: int) -> None:
        """Take the report in a folder as it is now."""
        self.root = root
        self.random = random.Random(seed)
        self.first = {
            path: path.read_text("utf-8")
            for part in ("sources", "figures")
            for path in sorted((root / part).rglob("*"))
            if path.is_file()
        }
        self.chapters = [path for path in self.first if path.suffix == ".md"]
        self.aside: Path | None = None

    def edit(self) -> str:
        """Save one file another way than it is; return what was done."""
        if self.aside:
            path, self.aside = self.aside, None
            path.write_text(self.first[path], encoding="utf-8")
            return "restored"
        kind = self.random.choices(*zip(*KINDS, strict=True))[0]
        kind(self)
        return str(kind.__name__)

    def chapter(self) -> Path:
        """Return any chapter."""
        return self.random.choice(self.chapters)

    def write(self, path: Path, change: Callable[[str], str]) -> None:
        """Save a file as it was at first but for a change."""
        text = change(self.first[path])
        if path.read_text("utf-8") == text:
            text += "\n"
        path.write_text(text, encoding="utf-8")

    def paragraph(self, text: str, more: str) -> str:
        """Return a text with another paragraph somewhere."""
        blocks = text.split("\n\n")
        blocks.insert(self.random.randint(1, len(blocks)), more)
        return "\n\n".join(blocks)


def word(one: Author) -> None:
    """Change a word."""

    def change(text: str) -> str:
        words = text.split(" ")
        plain = [at for at, it in enumerate(words) if it.isalpha() and it.islower()]
        words[one.random.choice(plain)] = one.random.choice(WORDS)
        return " ".join(words)

    one.write(one.chapter(), change)


def figure(one: Author) -> None:
    """Change a number of the text, checked or not."""
    new = str(one.random.randint(10, 999))

    def change(text: str) -> str:
        found = [it.span() for it in FIGURE.finditer(text)]
        start, end = one.random.choice(found or [(len(text), len(text))])
        return text[:start] + new + text[end:]

    one.write(one.chapter(), change)


def added(one: Author) -> None:
    """Add a heading, and a paragraph with a note."""
    number = one.random.randint(1, 10_000)
    more = f"## Part {number}\n\nNoted[^x{number}].\n\n[^x{number}]: Note {number}."
    one.write(one.chapter(), lambda text: one.paragraph(text, more))


def copied(one: Author) -> None:
    """Say a paragraph of one chapter again in another, where it is cut."""
    more = max(one.first[one.chapter()].split("\n\n"), key=len)
    one.write(one.chapter(), lambda text: one.paragraph(text, more))


def broken(one: Author) -> None:
    """Leave something half-written."""
    more = one.random.choice(("$\\frac{1$", "[half](", "![gone](images/gone.png)", "☃"))
    one.write(one.chapter(), lambda text: one.paragraph(text, more))


def deleted(one: Author) -> None:
    """Delete a chapter; the next edit puts it back."""
    one.aside = one.chapter()
    one.aside.unlink()


def cell(one: Author) -> None:
    """Change a cell of a table, so that a figure is drawn anew and numbers fail."""
    path = one.random.choice([path for path in one.first if path.suffix == ".csv"])
    new = str(one.random.randint(1000, 9999))
    one.write(path, lambda text: re.sub(r"\b\d{4,}\b", new, text, count=1))


def recipe(one: Author) -> None:
    """Change what a figure is drawn with."""
    path = one.random.choice([path for path in one.first if path.suffix == ".py"])
    more = f"\n\n# {one.random.random()}\n"
    one.write(path, lambda text: text + more)


def settings(one: Author) -> None:
    """Change the report's title."""
    path = one.root / "sources" / "report.yml"
    new = f"title: Services {one.random.randint(1, 10_000)}"
    one.write(path, lambda text: re.sub("^title:[^,\n]*", new, text))


KINDS: tuple[tuple[Callable[[Author], None], int], ...] = (
    *((word, 70), (figure, 8), (added, 6), (copied, 4), (broken, 3), (deleted, 2)),
    *((cell, 3), (recipe, 2), (settings, 2)),
)
"""What an author does, and how often of a hundred times."""


class Watch:
    """`crossfoot watch` without a browser."""

    def __init__(self, root: Path) -> None:
        """Start, and wait for the first view."""
        words = ["watch", str(root), "--no-browser", "--editor", "none"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "crossfoot", *words],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.lines: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()
        self.until()

    def _read(self) -> None:
        for line in cast("IO[str]", self.process.stdout):
            self.lines.put(line)

    def until(self) -> None:
        """Wait until page, repeats and PDF were made, or why not was said."""
        try:
            while not re.search(
                r"; \d+ error|Stage |no PDF", self.lines.get(timeout=PATIENCE)
            ):
                pass
        except Empty:
            raise SystemExit("Nothing came of an edit") from None

    def pause(self) -> None:
        """Change nothing for a while; wait until what was started again is there."""
        time.sleep(LENGTH)
        told = [self.lines.get() for _ in range(self.lines.qsize())]
        if told and "starting again" in told[-1]:
            self.until()

    def drain(self) -> None:
        """Let go what was said meanwhile."""
        while not self.lines.empty():
            self.lines.get()

    def held(self, edits: int, seconds: Sequence[float]) -> Held:
        """Return the memory of all its processes."""
        main = self.process.pid
        sizes = {one: memory(one) for one in (main, *children(main))}
        pandocs = [one for one in sizes if called(one) == "pandoc"]
        pandoc = sum(sizes[one][0] for one in pandocs)
        whole = sum(rss for rss, _ in sizes.values())
        own, peak = sizes[main][0], highest(main)
        pss = sum(share for _, share in sizes.values())
        took = statistics.median(seconds) if seconds else 0.0
        return Held(edits, own, pandoc, whole - own - pandoc, pss, peak, took)

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def memory(process: int) -> tuple[float, float]:
    """Return the resident memory of a process and its share of it, in MB."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:  # it ended meanwhile
        return 0.0, 0.0
    rows = dict(line.split(":", 1) for line in text.splitlines()[1:])
    rss, pss = (int(rows[name].split()[0]) / 1024 for name in ("Rss", "Pss"))
    return rss, pss


def highest(process: int) -> float:
    """Return the most memory that a process had since this was last asked, in MB."""
    status = Path(f"/proc/{process}/status").read_text("ascii")
    Path(f"/proc/{process}/clear_refs").write_text("5", "ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def called(process: int) -> str:
    """Return the name of a process's program."""
    try:
        return Path(f"/proc/{process}/comm").read_text("utf-8").strip()
    except OSError:
        return ""


def measured(root: Path, edits: int, seed: int) -> list[Held]:
    """Return the memory after each fifty edits."""
    watch, author = Watch(root), Author(root, seed)
    out, took = [watch.held(0, [])], []
    for number in range(1, edits + 1):
        start = time.monotonic()
        author.edit()
        watch.until()
        took.append(time.monotonic() - start)
        if number in {1, 10} or number % EVERY == 0 or number == edits:
            out.append(watch.held(number, took))
            print(row(out[-1]), file=sys.stderr, flush=True)
            took = []
        watch.drain()
        if number % BREAK == 0 and number < edits:
            watch.pause()
    watch.stop()
    return out


def row(one: Held) -> str:
    """Return a row of the table."""
    sizes = [one.main, one.pandoc, one.main + one.pandoc, one.others]
    sizes += [one.share, one.peak]
    cells = [f"{one.edits}", *(f"{size:.0f}" for size in sizes), f"{one.seconds:.2f}"]
    return f"| {' | '.join(cells)} |"


def table(all_: Sequence[Held]) -> str:
    """Return a Markdown table, and what is held against the target."""
    head = "| edits | Python | pandoc | both | pictures | share | peak | seconds |"
    most = max(one.main + one.pandoc for one in all_)
    half = [one for one in all_ if one.edits * 2 > all_[-1].edits] or all_
    grown = half[-1].main + half[-1].pandoc - half[0].main - half[0].pandoc
    lines = [head, "|--:|--:|--:|--:|--:|--:|--:|--:|", *map(row, all_), ""]
    lines.append(f"Most: {most:.0f} MB (at most {LIMIT}).")
    lines.append(f"Grown in the second half: {grown:+.0f} MB.")
    return "\n".join(lines)


def main() -> None:
    """Measure, print the table, write the file."""
    parser = argparse.ArgumentParser(description="Measure memory over many edits.")
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--chapters", type=int, default=generate.CHAPTERS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="file for the results")
    given = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    words = generate.WORDS * given.chapters // generate.CHAPTERS
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as name:
        root = Path(name) / "report"
        generate.write(generate.report(given.chapters, words, given.seed), root)
        told = root / "sources" / "report.yml"
        told.write_text(told.read_text("utf-8") + LIKE, encoding="utf-8")
        results = measured(root, given.edits, given.seed)
    print(table(results))
    if given.json:
        made = json.dumps([asdict(one) for one in results], indent=2)
        given.json.write_text(f"{made}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
