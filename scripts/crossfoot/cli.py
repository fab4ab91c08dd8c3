"""The command line: arguments in; printed lines, files and an exit code out."""

import contextlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING, TextIO

from crossfoot import __version__, options
from crossfoot.codes import CODES
from crossfoot.engines.belt import CHECKS, STAGES, run
from crossfoot.findings import Finding, count, nearest
from crossfoot.places import Text
from crossfoot.site import Site

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

    from crossfoot.render.terminal import Style

FAULT = 3
"""Exit code of a fault of our own."""
THREADS = 2
"""Processes that a stage may start at a time, when nothing is said."""
DECIDING = (
    *("accept", "baseline", "ruling", "because", "owner", "expires"),
    *("sign", "date"),
)
"""Options with which `repeats` and `numbers` write into the sources."""
FORMATS = ("text", "plain", "json", "sarif", "github", "junit")


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
            return _say(f"crossfoot: {where}{problem.strerror or problem}", 2)
        except Exception as problem:
            if os.environ.get("CROSSFOOT_TRACEBACK"):
                raise
            what = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            more = "with CROSSFOOT_TRACEBACK=1 set, the full account is printed"
            return _say(f"crossfoot: a fault of Crossfoot’s own: {what}; {more}", FAULT)
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
    says = "write a small report that builds at once"
    options.new(_verb(verbs, "new", new, says, "folder"))
    verbs.add_parser("build", help="build the report here; takes Snakemake's options")
    one = _verb(
        verbs, "check", check, "check a report; nothing is written in it", "DIR"
    )
    one.add_argument(
        "--format", choices=FORMATS, help="default: text, or plain in a pipe"
    )
    one.add_argument("--only", help="show these codes alone, such as NUM01,TAB01")
    for name, says in (
        ("repeats", "list the passages that stand more than once"),
        ("numbers", "list every number and what it rests on"),
    ):
        one = _verb(verbs, name, ledger, says, "DIR")
        one.set_defaults(name=name)
        if name == "repeats":
            options.repeats(one)
        else:
            options.numbers(one)
    one = _verb(verbs, "fix", fix, "show the safe fixes of a report as a diff", "DIR")
    _fixing(one)
    _verb(verbs, "explain", explain, "print the page of a finding's code", "code")
    _verb(verbs, "verify", verify, "check the hashes of a release", "release")
    one = _verb(verbs, "stage", stage, "run one stage of a build here", "")
    one.add_argument("name", choices=STAGES)
    one.add_argument("--log", type=Path, help="file for the stage's log")
    says = "processes it may start at a time"
    one.add_argument("--threads", type=int, default=THREADS, help=says)
    return top


def _fixing(one: "ArgumentParser") -> None:
    one.add_argument("--apply", action="store_true", help="write them")
    one.add_argument("--take", help="take these offers too, by name or code")


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
            return _say(ended.code, 1)
        return ended.code or 0
    return 0


def check(arguments: Arguments) -> int:
    """Print the findings of a report."""
    from crossfoot.byhand import listed, questions
    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.checking import check as checked

    only = arguments.only.split(",") if arguments.only else []
    for code in only:
        if code not in CODES:
            return _unknown(code)
    ledgers = ("numbers.json",) if arguments.format == "junit" else ()
    try:
        done = checked(arguments.root, CHECKS, (*ledgers, "report.json"))
    except NothingCheckedError as problem:
        return _say(f"crossfoot: {problem}", 2)
    asked = [] if only else questions(done.products["report.json"]["blocks"])
    shown = [f for f in done.findings if not only or f.code in only]
    if ledgers and not only:
        from crossfoot.render import junit

        sys.stdout.write(junit.render(shown, done.products["numbers.json"]))
    elif arguments.format == "json":
        from crossfoot.render import as_json

        sys.stdout.write(as_json(shown, asked))
    else:
        _show(shown, done.sources, arguments.format, sys.stdout)
    if arguments.format in {None, "text", "plain"} and not count(shown).errors:
        sys.stdout.write(listed(asked) if asked else "")
    _say(str(count(shown)), 0)
    return int(count(shown).errors > 0)


def ledger(arguments: Arguments) -> int:
    """Print the content of `repeats.json` or `numbers.json` of a report."""
    if any(vars(arguments).get(one) not in (None, False) for one in DECIDING):
        return decide(arguments)
    import json

    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.checking import check as checked
    from crossfoot.engines.dependents import dependents
    from crossfoot.render import ledgers

    stages = ("read", "repeats") if arguments.name == "repeats" else CHECKS
    product = f"{arguments.name}.json"
    try:
        if vars(arguments).get("of"):
            sys.stdout.write(dependents(arguments.root, arguments.of))
            return 0
        done = checked(arguments.root, stages, (product,))
    except NothingCheckedError as problem:
        return _say(f"crossfoot: {problem}", 2)
    content = done.products[product]
    if arguments.format == "json":
        print(json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1))
    elif arguments.name == "numbers":
        plain = not sys.stdout.isatty() and arguments.format != "text"
        plain = plain or arguments.format == "plain"
        told = ledgers.numbers(content, _style(sys.stdout), plain=plain)
        sys.stdout.write(told)
    else:
        style = _style(sys.stdout)
        told = ledgers.repeats(content, done.sources, style, whole=arguments.all)
        sys.stdout.write(told)
    mine = {"repeats": ("REP",), "numbers": ("NUM", "TAB")}[arguments.name]
    return int(count(f for f in done.findings if f.code.startswith(mine)).errors > 0)


def decide(arguments: Arguments) -> int:
    """Show and write what is decided about repeats or coverage, or a signature."""
    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.deciding import RefusedError, wish
    from crossfoot.engines.deciding import decide as decided
    from crossfoot.engines.ratcheting import raise_floors
    from crossfoot.engines.signing import sign

    try:
        if arguments.name == "numbers" and arguments.baseline:
            change = raise_floors(arguments.root)
        elif arguments.name == "numbers":
            change = sign(arguments.root, vars(arguments))
        else:
            change = decided(arguments.root, wish(vars(arguments)))
    except (NothingCheckedError, RefusedError) as problem:
        return _say(f"crossfoot: {problem}", 2)
    sys.stdout.write(change.diff)
    change.apply()
    return _say(change.says, 0)


def fix(arguments: Arguments) -> int:
    """Show the fixes of a report: safe ones and those named; write with `--apply`."""
    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.fixing import NoOfferError, fixes

    try:
        found = fixes(arguments.root, (arguments.take or "").replace(",", " ").split())
    except (NothingCheckedError, NoOfferError) as problem:
        return _say(f"crossfoot: {problem}", 2)
    sys.stdout.write(found.diff)
    if arguments.apply:
        found.apply()
    _say(found.offers.rstrip("\n"), 0)
    failed = bool(found.new) and not arguments.apply
    return _say(found.told(arguments.apply), int(failed))


def explain(arguments: Arguments) -> int:
    """Print the page of a finding's code."""
    from importlib.resources import files

    code = arguments.code.upper()
    page = files("crossfoot") / "rules" / f"{code}.md"
    if code not in CODES or not page.is_file():
        return _unknown(code)
    sys.stdout.write(page.read_text(encoding="utf-8"))
    return 0


def new(arguments: Arguments) -> int:
    """Write a small complete report into a new folder."""
    from crossfoot.engines.starter import OccupiedError, create

    try:
        made = create(Path(arguments.folder), arguments.theme)
    except OccupiedError as taken:
        return _say(f"crossfoot: {taken} is not empty; name a new folder", 2)
    print("\n".join(made))
    return _say(f"Next: cd {arguments.folder} && snakemake --cores 4", 0)


def verify(arguments: Arguments) -> int:
    """Compare a release with its own checksums."""
    from crossfoot.engines.belt.release import faults

    folder = Path(arguments.release)
    if not (folder / "SHA256SUMS").is_file():
        return _say(f"crossfoot: {folder} holds no SHA256SUMS; name a release", 2)
    found = faults(folder)
    for line in found:
        print(line)
    return _say("The release is whole" if not found else "", int(bool(found)))


def stage(arguments: Arguments) -> int:
    """Run one stage in the working directory."""
    from crossfoot.engines.process import follow_main

    follow_main()
    site, lines = Site.at(Path.cwd()), list[str]()
    try:
        code = run(arguments.name, site, lines.append, arguments.threads)
    except OSError as problem:
        code = _say(_trouble(arguments.name, problem), 2)
    except Exception as problem:  # noqa: BLE001 - the log gets it whole, the author a line
        from traceback import format_exc

        lines.append(format_exc())
        where = f"; the full account is in {arguments.log}" if arguments.log else ""
        fault = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
        code = _say(
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
        _show(findings, sources_of(site, findings), None, sys.stderr)


def _show(
    findings: Sequence[Finding],
    sources: Mapping[str, Text],
    name: str | None,
    out: TextIO,
) -> None:
    """Print findings: frames on a terminal, plain sentences elsewhere."""
    style = _style(out)
    if name is None and style.colour:
        from crossfoot.render import frames

        out.write(frames.render(findings, sources, style))
        return
    from crossfoot.render import FORMATS

    out.write(FORMATS[name or "plain"](findings, sources))


def _style(out: TextIO) -> "Style":
    """Return how text is set on a stream: in colour on a terminal that has any."""
    from shutil import get_terminal_size

    from crossfoot.render.terminal import Style

    if not out.isatty():
        return Style()
    width = get_terminal_size().columns
    return Style(width, colour="NO_COLOR" not in os.environ)


def _unknown(code: str) -> int:
    padded = code[:3] + code[3:].zfill(2)
    near = padded if padded in CODES else nearest(code, CODES)
    hint = f"; did you mean {near}?" if near else ""
    return _say(f"crossfoot: {code} is no finding's code{hint}", 2)


def _say(line: str, code: int) -> int:
    """Print one line for people, if there is one, and return an exit code."""
    sys.stdout.flush()  # what was printed before stands before
    print(line, end="\n" if line else "", file=sys.stderr)
    return code
