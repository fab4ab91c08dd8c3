"""`crossfoot import`: Word, web pages, plain text, other systems' Markdown."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.findings import count, several
from crossfoot.verbs.printing import say, show, then

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "bring Word documents, web pages and texts into a report"
TAKES = ""
NOTHING = 2
"""Exit code when nothing was brought in."""


def options(one: "ArgumentParser") -> None:
    """Add the files and the folder."""
    says = "a document, page or text, or a book's file such as _quarto.yml"
    one.add_argument("files", nargs="+", metavar="FILE", type=Path, help=says)
    one.add_argument(
        "--to", required=True, metavar="DIR", type=Path, help="the report's folder"
    )


def run(arguments: Arguments) -> int:
    """Bring files into a report, check it, and say what was done and what is next."""
    code = bring_in(arguments.files, arguments.to)
    return code if code == NOTHING else checked(arguments.to, code)


def bring_in(paths: Sequence[Path], root: Path) -> int:
    """Bring files into a report and say what was done: 0, 1 with errors, 2 nothing."""
    from crossfoot.engines.importing.bring import NothingImportedError, bring

    try:
        done = bring(paths, root)
    except NothingImportedError as problem:
        lines = str(problem).split("\n")
        return say("\n".join(f"crossfoot: {line}" for line in lines), NOTHING)
    for path in done.written:
        print(path)
    show(done.findings, done.texts, None, sys.stdout)
    for one in done.files:
        lost = several(len(one.missing), "passage")
        found = f"{lost} not found again" if one.missing else "every one found again"
        say(f"{one.label}: {several(one.words, 'word')} in, {found}", 0)
    say(f"What to look through is listed in {root / done.page}", 0)
    return int(count(done.findings).errors > 0)


def checked(root: Path, code: int) -> int:
    """Run the report's checks, print their findings and what comes next."""
    from crossfoot.engines.checking import NothingCheckedError, check

    try:
        done = check(root)
    except NothingCheckedError as problem:
        return say(f"crossfoot: {problem}", 1)
    show(done.findings, done.sources, None, sys.stdout)
    say(str(count(done.findings)), 0)
    return then(root, int(code > 0 or count(done.findings).errors > 0))
