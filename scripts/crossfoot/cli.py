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
from crossfoot.verbs.printing import say, show

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
        return build(words[1:])
    arguments = short(words) or parser().parse_args(words, Arguments())
    with contextlib.suppress(BrokenPipeError):
        try:
            return int(arguments.command(arguments))
        except KeyboardInterrupt:
            return 130
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
    one = verbs.add_parser(name, help=says, description=says.capitalize() + ".")
    if takes == "DIR":
        one.add_argument("root", nargs="?", default=".", metavar="DIR", type=Path)
    elif takes:
        one.add_argument(takes)
    one.set_defaults(command=command)
    return one


def build(words: list[str]) -> int:
    """Run Snakemake with our Snakefile and profile; its exit code is ours."""
    from snakemake.cli import main as snakemake

    from crossfoot.workflow import profile, snakefile

    given = [word for word in words if word.split("=")[0] in {"-s", "--snakefile"}]
    head = [] if given else ["--snakefile", str(snakefile())]
    if not any(word.startswith(("--workflow-profile", "--profile")) for word in words):
        head += ["--workflow-profile", str(profile())]
    if not any(word.startswith(("-c", "--cores", "-j", "--jobs")) for word in words):
        head += ["--cores", "all"]
    try:
        snakemake([*head, *words])
    except SystemExit as ended:
        if isinstance(ended.code, str):  # what the Snakefile ends with, such as a lock
            return say(ended.code, 1)
        return ended.code or 0
    return 0


def stage(arguments: Arguments) -> int:
    """Run one stage in the working directory."""
    from crossfoot.engines.process import follow_main

    follow_main()
    site, lines = Site.at(Path.cwd()), list[str]()
    try:
        code = run(arguments.name, site, lines.append, arguments.threads)
    except OSError as problem:
        code = say(_trouble(arguments.name, problem), 2)
    except Exception as problem:  # noqa: BLE001 - the log gets it whole, the author a line
        from traceback import format_exc

        lines.append(format_exc())
        where = f"; the full account is in {arguments.log}" if arguments.log else ""
        fault = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
        code = say(
            f"{arguments.name}: a fault of Crossfoot’s own: {fault}{where}", FAULT
        )
    _log(arguments.log, lines)
    if code in {0, 1}:
        print(f"{arguments.name:<9} {lines[-1] if lines else 'done'}", file=sys.stderr)
    if arguments.name in {"gate", "release"} and code in {0, 1}:
        _judged(site, arguments.name)
    return code


def _trouble(name: str, problem: OSError) -> str:
    file = str(problem.filename or "").removeprefix(f"{Path.cwd().as_posix()}/")
    return f"{name}: {file + ': ' if file else ''}{problem.strerror or problem}"


def _log(path: Path | None, lines: list[str]) -> None:
    if path is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):  # a full disk has been reported already
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _judged(site: Site, name: str) -> None:
    """Print what the gate or the release had before it."""
    from crossfoot.engines.files import read_findings, read_settled, sources_of

    findings = read_settled(site) if name == "gate" else read_findings(site, [name])
    if findings:
        show(findings, sources_of(site, findings), None, sys.stderr)
