"""The command line: arguments in; printed lines, files and an exit code out."""

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot import __version__
from crossfoot.engines.belt import STAGES, run
from crossfoot.site import Site
from crossfoot.verbs import VERBS, module_of
from crossfoot.verbs.printing import say, show, style_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

FAULT = 3
"""Exit code of a fault of our own."""
THREADS = 2
"""Processes that a stage may start at a time, when nothing is said."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["build"]:
        from crossfoot.verbs.build import build

        return build(words[1:])
    if not words:
        parser().print_help(sys.stderr)
        return 2
    arguments = short(words) or parser().parse_args(words, Arguments())
    with contextlib.suppress(BrokenPipeError):
        try:
            return int(arguments.command(arguments))
        except KeyboardInterrupt:
            return 130
        except ModuleNotFoundError as problem:
            return say(f"crossfoot: {lacking(problem)}", 2)
        except OSError as problem:
            if isinstance(problem, BrokenPipeError):
                raise
            where = f"{problem.filename}: " if problem.filename else ""
            return say(f"crossfoot: {where}{problem.strerror or problem}", 2)
        except Exception as problem:
            if os.environ.get("CROSSFOOT_TRACEBACK"):
                raise
            what = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            more = "with CROSSFOOT_TRACEBACK=1 set, the full account is printed"
            return say(f"crossfoot: a fault of Crossfoot’s own: {what}; {more}", FAULT)
    # The reader of our output went away; Python must not complain at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


TAKEN = {
    "folder": "a new folder, or an empty one",
    "release": "the folder of a release, such as build/release",
}
"""What verbs take instead of a report's folder."""


def short(words: Sequence[str]) -> Arguments | None:
    """Return the arguments of a stage as a build runs it, or None for all else.

    A build starts a dozen stages, and the parser of all commands takes an eighth of
    the time in which a light one is done.
    """
    threads, log = THREADS, None
    match words:
        case ["stage", name]:
            pass
        case ["stage", name, "--log", file]:
            log = Path(file)
        case ["stage", name, "--threads", number, "--log", file] if number.isdecimal():
            threads, log = int(number), Path(file)
        case _:
            return None
    if name not in STAGES:
        return None
    return Arguments(command=stage, name=name, log=log, threads=threads)


def parser() -> "ArgumentParser":
    """Return the parser of all commands."""
    import argparse

    top = argparse.ArgumentParser("crossfoot", description="Reports that add up.")
    top.add_argument("--version", action="version", version=__version__)
    verbs = top.add_subparsers(required=True, metavar="COMMAND")
    for name in VERBS:
        module = import_module(module_of(name))
        one = _verb(verbs, name, module.run, module.SAYS, module.TAKES)
        one.set_defaults(name=name)
        getattr(module, "options", lambda _: None)(one)
        if name == "new":  # it stands where a reader of the help looks for it
            says = "build the report here; takes Snakemake's options"
            verbs.add_parser("build", help=says)
    one = _verb(verbs, "stage", stage, "run one stage of a build here", "")
    one.add_argument("name", choices=STAGES)
    one.add_argument("--log", type=Path, help="file for the stage's log")
    says = "processes it may start at a time"
    one.add_argument("--threads", type=int, default=THREADS, help=says)
    return top


def _verb(
    verbs: "_SubParsersAction[ArgumentParser]",
    name: str,
    command: Callable[[Arguments], int],
    says: str,
    takes: str,
) -> "ArgumentParser":
    one = verbs.add_parser(
        name, help=says, description=f"{says[:1].upper()}{says[1:]}."
    )
    if takes == "DIR":
        where = "the report's folder; else this one"
        one.add_argument(
            "root", nargs="?", default=".", metavar="DIR", type=Path, help=where
        )
    elif takes:
        one.add_argument(takes, help=TAKEN[takes])
    one.set_defaults(command=command)
    return one


def stage(arguments: Arguments) -> int:
    """Run one stage in the working directory."""
    from crossfoot.engines.process import follow_main
    from crossfoot.engines.telling import telling

    follow_main()
    site, lines = Site.at(Path.cwd()), list[str]()
    with telling(arguments.name) as teller:
        try:
            code = run(arguments.name, site, lines.append, arguments.threads)
        except OSError as problem:
            code = 2
            teller.text(_trouble(arguments.name, problem) + "\n")
        except ModuleNotFoundError as problem:
            code = 2
            lines.append(str(problem))
            teller.text(f"{arguments.name}: {lacking(problem)}\n")
        except Exception as problem:  # noqa: BLE001 - the log gets it whole, the author a line
            code = FAULT
            lines.append(_account(problem))
            teller.text(_fault(site, arguments, problem))
        _log(arguments.log, lines)
        if code in {0, 1}:
            teller.tell("line", text=lines[-1] if lines else "done")
        if arguments.name in {"gate", "release"} and code in {0, 1}:
            teller.text(_judged(site, arguments.name))
    return code


def _account(problem: Exception) -> str:
    from traceback import format_exception

    return "".join(format_exception(problem))


def _fault(site: Site, arguments: Arguments, problem: Exception) -> str:
    """Return what is said of a failure that nobody foresaw."""
    from crossfoot.engines.damage import damaged

    name, log = arguments.name, arguments.log
    file = damaged(site.build)
    if file:
        return f"{name}: {file} is damaged. Delete the build folder and build again\n"
    where = f"; the full account is in {log}" if log else ""
    fault = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
    return f"{name}: a fault of Crossfoot’s own: {fault}{where}\n"


def lacking(problem: ModuleNotFoundError) -> str:
    """Return what to do about a package that is not installed."""
    return (
        f"the Python package {problem.name} is not installed;"
        " crossfoot doctor says how to get what is missing"
    )


def _trouble(name: str, problem: OSError) -> str:
    file = str(problem.filename or "").removeprefix(f"{Path.cwd().as_posix()}/")
    return f"{name}: {file + ': ' if file else ''}{problem.strerror or problem}"


def _log(path: Path | None, lines: list[str]) -> None:
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):  # a full disk has been reported already
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _judged(site: Site, name: str) -> str:
    """Return what the gate or the release had before it, as it is printed."""
    from io import StringIO

    from crossfoot.engines.files import read_findings, read_settled, sources_of

    findings = read_settled(site) if name == "gate" else read_findings(site, [name])
    out = StringIO()
    if findings:
        show(findings, sources_of(site, findings), None, out, style_of(sys.stderr))
    return out.getvalue()
