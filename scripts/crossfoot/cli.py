"""The command line: arguments in, files, printed lines and an exit code out."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from crossfoot import __version__
from crossfoot.engines.belt import STAGES, run
from crossfoot.site import Site


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    arguments = parser().parse_args(argv)
    return int(arguments.command(arguments))


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = argparse.ArgumentParser("crossfoot", description="Reports that add up.")
    top.add_argument("--version", action="version", version=__version__)
    verbs = top.add_subparsers(required=True, metavar="COMMAND")
    one = verbs.add_parser("stage", help="run one stage of a build")
    one.add_argument("name", choices=STAGES)
    one.add_argument("--log", type=Path, help="file for the stage's log")
    one.set_defaults(command=stage)
    return top


def stage(arguments: argparse.Namespace) -> int:
    """Run one stage in the working directory."""
    lines: list[str] = []
    code = run(arguments.name, Site.at(Path.cwd()), lines.append)
    if arguments.log:
        arguments.log.parent.mkdir(parents=True, exist_ok=True)
        arguments.log.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    else:
        sys.stderr.write("".join(f"{line}{os.linesep}" for line in lines))
    return code
