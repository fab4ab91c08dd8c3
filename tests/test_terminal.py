"""Whole sessions on a terminal, as an author sees them."""

import sys
from pathlib import Path

import pytest
from building import command
from terminal import record

from crossfoot.engines.starter import create

CHAPTER = """# Visits

We had [73,900]{value=visits.now} visits, and `=visits.change` more than before.

![Visits by library](figures/visits.svg)
"""
PROFILE = (
    "Using workflow specific profile {} for setting default command line arguments."
)
BUILT = """\
assemble  1 chapter, 0 cuts, 0 sources cited
data      1 table, 5 quantities
figures   1 figure
findings  1 error, 0 warnings, 0 waived
gate      shut by 1 error: no release is made
inspect   3 pages, no problems
numbers   14 numbers; backed: 0.72 of the quantities
office    report.docx, report.epub, report.ods and report.xlsx
read      1 chapter
repeats   nothing stands twice
structure no problems
typeset   set 1 chapter on paper and on screen
"""
FRAME = """\
\x1b[1;31merror[NUM01]\x1b[0m Text says “73,900”; visits.now is 73,600
 --> \x1b[1;34msources/01-visits.md:3:9\x1b[0m
  |
3 | We had [73,900]{value=visits.now} visits, and `=visits.change` more than be…
  |         \x1b[1;31m^^^^^^\x1b[0m
 --> \x1b[1;34msources/data/visits.csv:2:15\x1b[0m  the value comes from 3 cells
  |
2 | Central,41200,43900
  |               \x1b[1;34m-----\x1b[0m
  = \x1b[1;32mhelp\x1b[0m: Write 73,600, or bind another quantity

"""
LAST = """\
1 error, 0 warnings, 0 waived. See build/report.pdf, build/report.html, build/site and\
 build/checks.html
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report with a wrong number, not built."""
    root = tmp_path_factory.mktemp("session") / "report"
    create(root)
    (root / "sources" / "01-visits.md").write_text(CHAPTER, encoding="utf-8")
    return root


def test_a_build_on_a_terminal(report: Path) -> None:
    """A line a stage, the frames, the counts: nothing else stays on the screen."""
    session = record(command("--cores", "1"), report)
    profile = command()[command().index("--workflow-profile") + 1]
    head, *lines = session.screen.split("\n")
    assert head == PROFILE.format(profile)
    # Which of two stages that could run is first, Snakemake decides.
    stages, told = sorted(lines[:12]), "\n".join(lines[12:])
    assert (session.code, stages, told) == (1, BUILT.splitlines(), FRAME + LAST)
    assert {"read", "typeset", "gate"} <= set(session.erased)


def test_a_dry_run_on_a_terminal_after_a_build(report: Path) -> None:
    """It says which stage would run and why, and writes nothing."""
    chapter = report / "sources" / "01-visits.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace("more than", "over"), encoding="utf-8")
    session = record([sys.executable, "-m", "crossfoot", "build", "-n"], report)
    assert (session.code, session.screen) == (
        0,
        """\
read      sources/01-visits.md changed
repeats   read runs before it
structure read and repeats run before it
numbers   read and repeats run before it
assemble  numbers, read and repeats run before it
typeset   assemble, numbers, read and 2 others run before it
office    assemble, numbers, read and 2 others run before it
inspect   assemble, numbers, office and 2 others run before it
findings  assemble, inspect, numbers and 5 others run before it
gate      build/passed is not there; findings and read run before it
release   build/release/SHA256SUMS is not there; assemble, findings, gate and 4 others run before it
11 stages would run; nothing was written
""",
    )
