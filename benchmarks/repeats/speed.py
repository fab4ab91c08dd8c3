"""Measures how fast the repeats stage is: sizes go in, seconds and memory come out.

Each measure runs in a process of its own. The base line is splitting the same text into
words and holding them, a list a paragraph, which every method has to do in some form.
"""

import argparse
import gc
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bulk import Bulk, Late, generated, prose, settings, table

SIZES = (1_000, 10_000, 100_000)
LARGEST = 1_000_000
LIMIT = 300
"""Seconds that one measure may take."""
MEMORY = 16_000
"""Megabytes that one measure may take."""
NO_MEMORY = 9
"""Exit code of a measure that would have taken more."""
BLOCK = 62
"""Words of a paragraph of the odd inputs."""


def copies() -> Bulk:
    """Return 10,000 copies of one paragraph."""
    said = _words(1, BLOCK)
    return Bulk([prose(0, [said] * 10_000)], [], [])


def word() -> Bulk:
    """Return one paragraph in which one word stands five million times."""
    return Bulk([prose(0, [["word"] * 5_000_000])], [], [])


def rows() -> Bulk:
    """Return a table of 50,000 equal rows."""
    line = ("Ashmoor", "1,240", "17%", "library")
    return Bulk(
        [table(0, [("Place", "Visits", "Share", "Kind"), *[line] * 50_000])], [], []
    )


def frame() -> Bulk:
    """Return 20,000 sentences that differ in their figures alone."""
    end = " ".join(_words(2, 20))
    said = [
        f"The library counted {one + 100:,} loans, {one % 90 + 10} more than ever {end}"
        for one in range(20_000)
    ]
    return Bulk([prose(0, [one.split() for one in said])], [], [])


def chain() -> Bulk:
    """Return 5,000 paragraphs, each an edit of the one before."""
    rng, said = random.Random(3), [_words(3, BLOCK)]
    fresh = _words(4, 4_000)
    while len(said) < 5_000:
        made = list(said[-1])
        for _ in range(3):
            made[rng.randrange(BLOCK - 1)] = rng.choice(fresh)
        said.append(made)
    return Bulk([prose(0, said)], [], [])


ODD: Mapping[str, Callable[[], Bulk]] = {
    "10,000 copies of one paragraph": copies,
    "one word five million times": word,
    "table of 50,000 equal rows": rows,
    "20,000 sentences of one frame": frame,
    "5,000 edits in a chain": chain,
}


def _words(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = ["".join(rng.choices(letters, k=rng.randint(3, 9))) for _ in range(count)]
    return [*made[:-1], made[-1] + "."]


def measure(name: str, memory: int) -> dict[str, Any]:
    """Measure one input in this process: a number of paragraphs, or an odd one.

    `memory` is what the process may take, in MB.
    """
    from crossfoot.engines.memory import uncollected
    from crossfoot.repeats import find

    made = _made(name, memory)
    before, cpu, start = _peak(), time.process_time(), time.perf_counter()
    with uncollected():  # as the stage is run
        product, _ = find(made.chapters, settings(made.chapters))
    seconds = time.perf_counter() - start - Late.seconds
    return {
        "seconds": seconds,
        "cpu": time.process_time() - cpu - Late.seconds,
        "before": before,
        "peak": _peak(),
        "relations": len(product["relations"]),
        "cuts": len(product["cuts"]),
        "exact": _found(made, made.exact, product),
        "near": _found(made, made.near, product),
    }


def base(name: str, memory: int) -> dict[str, Any]:
    """Split the text of one input into words in this process, the best of three."""
    texts = [one.source for one in _made(name, memory).chapters]
    split, count = min(_split(texts) for _ in range(3))
    return {"words": count, "split": split}


def _made(name: str, memory: int) -> Bulk:
    """Make one input; from then on the process may take `memory` MB."""
    resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))
    gc.disable()
    made = generated(int(name), 1) if name.isdecimal() else ODD[name]()
    gc.enable()
    return made


def _split(texts: Sequence[str]) -> tuple[float, int]:
    """Split texts into words; return the seconds it took, and how many there are."""
    held: list[list[list[str]]] = []
    seconds, count = 0.0, 0
    for text in texts:
        paragraphs = text.split("\n\n")
        start = time.process_time()
        words = [paragraph.split() for paragraph in paragraphs]
        seconds += time.process_time() - start
        count += sum(map(len, words))
        held.append(words)
    return seconds, count


def _peak() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _found(
    made: Bulk, pairs: Sequence[tuple[int, int]], product: Mapping[str, Any]
) -> str:
    """Say how many pairs of paragraphs are in a relation with each other."""
    related = set(_pairs(made, product))
    return f"{sum(pair in related for pair in pairs)}/{len(pairs)}" if pairs else ""


def _pairs(made: Bulk, product: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs that relations pair; every second line is one."""
    first, at = {}, 0
    for one in made.chapters:
        first[one.file] = at
        at += one.source.count("\n\n") + 1
    for relation in product["relations"]:
        spots = sorted(
            first[place["file"]] + place["start"] // 2
            for place in (*relation["a"], *relation["b"])
        )
        if len(spots) < 20:
            yield from ((a, b) for a in spots for b in spots if a < b)


def apart(name: str, limit: float, memory: int = MEMORY) -> dict[str, Any] | str:
    """Measure one input in fresh processes; say why where it gives nothing."""
    found: dict[str, Any] = {}
    for which in ("--base", "--one"):
        done = _apart([which, name], limit, memory)
        if isinstance(done, str):
            return done
        found |= done
    return found


def _apart(what: list[str], limit: float, memory: int) -> dict[str, Any] | str:
    line = [sys.executable, str(Path(__file__).resolve()), *what]
    line.append(f"--memory={memory}")
    with subprocess.Popen(
        line, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            out, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return f"more than {limit:.0f} s"
    if process.returncode == NO_MEMORY:
        return f"more than {memory:,} MB"
    if process.returncode:
        return f"ended with {process.returncode}"
    done: dict[str, Any] = json.loads(out)
    return done


COLUMNS = (
    "words",
    "split s",
    "stage s",
    "CPU s",
    "stage / split",
    "MB of input",
    "peak MB",
    "relations",
    "exact found",
    "near found",
)


def row(name: str, done: Mapping[str, Any] | str) -> str:
    """Return one line of the table."""
    title = f"{int(name):,} paragraphs" if name.isdecimal() else name
    if isinstance(done, str):
        return f"| {title} | {done} |" + " |" * (len(COLUMNS) - 1)
    cells = [
        f"{done['words']:,}",
        f"{done['split']:.3f}",
        f"{done['seconds']:.2f}",
        f"{done['cpu']:.2f}",
        f"{done['cpu'] / done['split']:.1f}",
        f"{done['before']:.0f}",
        f"{done['peak']:.0f}",
        f"{done['relations']:,}",
        done["exact"],
        done["near"],
    ]
    return f"| {title} | {' | '.join(cells)} |"


def main() -> None:
    """Read the arguments, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument(
        "--million", action="store_true", help="also a million paragraphs"
    )
    parser.add_argument("--no-odd", action="store_true", help="leave odd inputs out")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds for each")
    parser.add_argument("--memory", type=int, default=MEMORY, help="MB for each")
    parser.add_argument("--json", type=Path, help="file for the figures")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--base", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one or given.base:
        run = measure if given.one else base
        try:
            print(json.dumps(run(given.one or given.base, given.memory)))
        except MemoryError:
            sys.exit(NO_MEMORY)
        return
    sizes = [*given.sizes, *([LARGEST] if given.million else [])]
    names = [*map(str, sizes), *([] if given.no_odd else ODD)]
    print(f"| input | {' | '.join(COLUMNS)} |\n|:--|{'--:|' * len(COLUMNS)}")
    results = {}
    for name in names:
        results[name] = apart(name, given.limit, given.memory)
        print(row(name, results[name]), flush=True)
    if given.json:
        given.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
