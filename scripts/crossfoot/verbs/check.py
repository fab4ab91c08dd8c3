"""`crossfoot check`: every finding of a report, without a build."""

import sys
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.codes import CODES
from crossfoot.engines.belt import CHECKS
from crossfoot.findings import count
from crossfoot.verbs.printing import say, show, unknown

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "check a report; nothing is written in it"
TAKES = "DIR"
FORMATS = ("text", "plain", "json", "sarif", "github", "junit")


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot check`."""
    one.add_argument(
        "--format", choices=FORMATS, help="default: text, or plain in a pipe"
    )
    one.add_argument(
        "--only", metavar="CODES", help="show these codes alone, such as NUM01,TAB01"
    )
    one.add_argument(
        "--links", action="store_true", help="ask every address on the web, too"
    )


def run(arguments: Arguments) -> int:
    """Print the findings of a report."""
    from crossfoot.byhand import listed, questions
    from crossfoot.engines.checking import NothingCheckedError
    from crossfoot.engines.checking import check as checked
    from crossfoot.engines.telling import watch

    only = (arguments.only or "").upper().replace(",", " ").split()
    for code in only:
        if code not in CODES:
            return unknown(code)
    ledgers = ("numbers.json",) if arguments.format == "junit" else ()
    watch()
    try:
        done = checked(
            arguments.root, CHECKS, (*ledgers, "report.json"), links=arguments.links
        )
    except NothingCheckedError as problem:
        return say(f"crossfoot: {problem}", 2)
    asked = [] if only else questions(done.products["report.json"]["blocks"])
    shown = [f for f in done.findings if not only or f.code in only]
    if ledgers and not only:
        from crossfoot.render import junit

        sys.stdout.write(junit.render(shown, done.products["numbers.json"]))
    elif arguments.format == "json":
        from crossfoot.render import as_json

        sys.stdout.write(as_json(shown, asked))
    else:
        show(shown, done.sources, arguments.format, sys.stdout)
    if arguments.format in {None, "text", "plain"} and not count(shown).errors:
        sys.stdout.write(listed(asked) if asked else "")
    say(str(count(shown)), 0)
    return int(count(shown).errors > 0)
