"""Measures how fast numbers are read: a report is made, ratios to parsing it come out.

The base line is one pandoc call a chapter, in the same run. What the measure needs of
the other stages (chapters as JSON, quantities) is made before the clock starts.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

sys.path.append(str(Path(__file__).parent.parent))

import generate
from crossfoot.amounts.cells import cell
from crossfoot.amounts.scan import scan, scanned
from crossfoot.chapters import chapter_of
from crossfoot.engines import pandoc
from crossfoot.engines.belt import data, read
from crossfoot.engines.belt import run as stage
from crossfoot.engines.files import read_settings
from crossfoot.engines.memory import Memory, remembering
from crossfoot.numbers import chapter_part, known_of
from crossfoot.numbers.passages import walked
from crossfoot.site import Site

COLD, WARM = 2.0, 0.060
"""The targets: a ratio to the base line, and seconds for the stage after an edit."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a step took, in seconds."""

    wall: float
    cpu: float
    """Of this process and the processes that it started."""


def took(step: Callable[[], object]) -> Took:
    """Run a step and say what it took."""
    cpu, start = _cpu(), time.perf_counter()
    step()
    return Took(time.perf_counter() - start, _cpu() - cpu)


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def middle(steps: Callable[[], Took], rounds: int) -> Took:
    """Return the median of some rounds."""
    done = [steps() for _ in range(rounds)]
    wall = statistics.median(one.wall for one in done)
    return Took(wall, statistics.median(one.cpu for one in done))


def forget() -> None:
    """Forget what was read before: a build starts without it."""
    scanned.cache_clear()
    cell.cache_clear()


def parsed(texts: list[str]) -> None:
    """Parse each text with a pandoc call of its own."""
    command = [pandoc.program(), "--from=markdown", "--to=json"]
    for text in texts:
        subprocess.run(command, input=text.encode(), check=True, capture_output=True)


def made(root: Path, words: int, chapters: int) -> Site:
    """Write a report and build what its numbers are read from."""
    generate.write(generate.report(chapters, words, 1), root)
    site = Site.at(root)
    read.run(site, _silent, 2)
    data.run(site, _silent)
    return site


def _silent(_: str) -> None:
    """Print nothing."""


def cold(site: Site) -> Took:
    """Read the numbers of all chapters with an empty cache."""
    rmtree(site.build / ".cache" / "numbers", ignore_errors=True)
    return took(lambda: _numbers(site))


def _numbers(site: Site) -> None:
    """Run the stage as a build does, with no text read before."""
    forget()
    stage("numbers", site, _silent)


def edited(site: Site, file: Path, at: int) -> Took:
    """Change a chapter, parse it again, and read its numbers with the rest cached."""
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nIt was {at + 2:,} more.\n", encoding="utf-8")
    read.run(site, _silent, 2)
    return took(lambda: _numbers(site))


def stayed(site: Site, file: Path, at: int, memory: Memory) -> Took:
    """Do what `edited` does in a process that keeps what it made, as the preview."""
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\nIt was {at + 2:,} fewer.\n", encoding="utf-8")
    memory.turn()
    with remembering(memory):
        read.run(site, _silent, 2)
        return took(lambda: stage("numbers", site, _silent))


def alone(site: Site, name: str) -> Took:
    """Read the numbers of one chapter's JSON, with nothing of the stage around it."""
    raw = (site.build / "chapters" / f"{name}.json").read_bytes()
    settings = read_settings(site)
    product = json.loads((site.build / "quantities.json").read_bytes())
    known = known_of(
        product,
        lambda key: settings.get("numbers", key),
        site.tables(),
        site.prefix,
    )
    forget()
    return took(lambda: chapter_part(chapter_of(json.loads(raw)), known))


def grammar(site: Site) -> Took:
    """Scan the texts of all chapters, and nothing else."""
    paths = sorted((site.build / "chapters").glob("*.json"))
    chapters = [chapter_of(json.loads(path.read_bytes())) for path in paths]
    texts = [one.text for chapter in chapters for one in walked(chapter).passages]
    forget()
    return took(lambda: [scan(text) for text in texts])


def table(site: Site, rounds: int) -> str:
    """Measure, and return the table of the report in `site`."""
    files = [site.root / name for name in site.chapters()]
    texts = [file.read_text(encoding="utf-8") for file in files]
    base = middle(lambda: took(lambda: parsed(texts)), rounds)
    largest = max(files, key=lambda file: len(file.read_bytes()))
    turns = iter(range(rounds))
    own = middle(lambda: alone(site, largest.stem), rounds)
    memory, more = Memory(site.build), iter(range(rounds + 1))
    stayed(site, largest, next(more), memory)
    preview = middle(lambda: stayed(site, largest, next(more), memory), rounds)
    rows = {
        "pandoc, one call a chapter": base,
        "numbers stage, cold": middle(lambda: cold(site), rounds),
        "of it the grammar": middle(lambda: grammar(site), rounds),
        "one chapter edited: its numbers": own,
        "and the stage around it": middle(
            lambda: edited(site, largest, next(turns)), rounds
        ),
        "the same in the preview": preview,
    }
    words = sum(len(text.split()) for text in texts)
    lines = [f"{words:,} words in {len(files)} chapters", ""]
    lines += ["| step | wall ms | CPU ms | CPU / pandoc |", "|:--|--:|--:|--:|"]
    for name, one in rows.items():
        cells = (f"{one.wall * 1e3:.0f}", f"{one.cpu * 1e3:.0f}")
        lines.append(f"| {name} | {' | '.join(cells)} | {one.cpu / base.cpu:.3f} |")
    ratio = rows["numbers stage, cold"].cpu / base.cpu
    lines += ["", f"Cold: {ratio:.2f} times pandoc; the target is {COLD:.0f}."]
    warm = rows["and the stage around it"].cpu * 1e3
    lines.append(f"Warm: {warm:.0f} ms; the target is {WARM * 1e3:.0f} ms.")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments, make the report, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=generate.WORDS)
    parser.add_argument("--chapters", type=int, default=generate.CHAPTERS)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = made(Path(folder) / "report", given.words, given.chapters)
        print(table(site, given.rounds))


if __name__ == "__main__":
    main()
