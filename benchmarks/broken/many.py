"""How broken reports are told of: seeds in, what was not foreseen and how long out.

    python benchmarks/broken/many.py FROM TO

runs every check on a report with one fault for each seed, as the tests do for some
hundred of them, and prints each that ends in a fault of our own, in an exit code that
there is not, or after more than ten seconds.
"""

import contextlib
import io
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from broken import breaks, whole
from crossfoot import cli
from crossfoot.engines.belt import CHECKS

SLOW = 10
"""Seconds after which a report is named."""


def main(first: int, last: int) -> None:
    """Print what is not as it should be, and a line on the whole."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        base = whole(top / "base", drawn=False)
        for words in (["repeats", "--baseline"], ["numbers", "--sign", "Ada"]):
            run([words[0], str(base), *words[1:], "--because", "meant"])
        os.chdir(base)
        for stage in CHECKS:
            run(["stage", stage])
        began, bad = time.process_time(), 0
        for seed in range(first, last):
            bad += one(top, base, seed)
        spent = time.process_time() - began
    count = last - first
    print(f"{count} reports, {bad} not as they should be, {spent / count:.3f} s each")


def one(top: Path, base: Path, seed: int) -> int:
    """Check a report with one fault; return 1 when something is not as it should be."""
    os.chdir(top)
    root = top / str(seed)
    shutil.copytree(base, root)
    fault, began = breaks(root, seed), time.monotonic()
    said = ""
    if root.is_dir():
        os.chdir(root)
        for stage in CHECKS:
            code, told = run(["stage", stage])
            if code not in {0, 1, 2} or "Traceback" in told:
                said = f"{stage} {code} {told.strip()}"
            if code:
                break
    spent = time.monotonic() - began
    if spent > SLOW:
        said += f" took {spent:.0f} s"
    if said:
        print(seed, fault, said)
    os.chdir(top)
    shutil.rmtree(root, ignore_errors=True)
    return int(bool(said))


def run(words: list[str]) -> tuple[int, str]:
    """Run a command in this process; return its exit code and what it printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = cli.main(words)
    return code, out.getvalue()


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:3])))
