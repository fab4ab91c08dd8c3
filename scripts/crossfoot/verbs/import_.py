"""`crossfoot import`: Word, web pages, plain text, other systems' Markdown."""

import sys
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.findings import count, several
from crossfoot.verbs.printing import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "bring Word documents, web pages and texts into a report"
TAKES = ""


def options(one: "ArgumentParser") -> None:
    """Add the files and the folder."""
    one.add_argument("files", nargs="+", metavar="FILE", type=Path)
    one.add_argument(
        "--to", required=True, metavar="DIR", type=Path, help="the report's folder"
    )


def run(arguments: Arguments) -> int:
    """Bring files into a report, check it, and say what was done and what is next."""
    from crossfoot.engines.importing.bring import NothingImportedError, bring

    try:
        done = bring(arguments.files, arguments.to)
    except NothingImportedError as problem:
        lines = str(problem).split("\n")
        return say("\n".join(f"crossfoot: {line}" for line in lines), 2)
    for path in done.written:
        print(path)
    show(done.findings, done.texts, None, sys.stdout)
    for one in done.files:
        lost = several(len(one.missing), "passage")
        found = f"{lost} not found again" if one.missing else "every one found again"
        say(f"{one.label}: {several(one.words, 'word')} in, {found}", 0)
    page = arguments.to / done.page
    return _checked(arguments.to, page, count(done.findings).errors)


def _checked(root: Path, page: Path, errors: int) -> int:
    """Run the report's checks, print their findings and what comes next."""
    from crossfoot.engines.checking import NothingCheckedError, check

    try:
        checked = check(root)
    except NothingCheckedError as problem:
        return say(f"crossfoot: {problem}", 1)
    show(checked.findings, checked.sources, None, sys.stdout)
    say(str(count(checked.findings)), 0)
    say(f"Next: read {page}, then cd {root} && snakemake --cores 4", 0)
    return int(errors + count(checked.findings).errors > 0)
