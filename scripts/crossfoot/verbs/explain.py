"""`crossfoot explain`: the page of a finding’s code, or the list of all."""

import sys
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.codes import CODES
from crossfoot.verbs.printing import say, style_of, unknown

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "print the page of a finding's code, or the list of all"
TAKES = ""


def options(one: "ArgumentParser") -> None:
    """Add the argument of `crossfoot explain`."""
    says = "a code such as NUM01, or words such as totals; else all are listed"
    one.add_argument("code", nargs="*", metavar="CODE", help=says)


def run(arguments: Arguments) -> int:
    """Print the page of a finding's code, or the codes that words stand for."""
    from importlib.resources import files

    from crossfoot.findings import several
    from crossfoot.render.rulepage import about, among, listing, page

    def told(code: str) -> str:
        path = files("crossfoot") / "rules" / f"{code}.md"
        return path.read_text(encoding="utf-8")

    words = " ".join(arguments.code)
    style = style_of(sys.stdout)
    if words.upper() in CODES:
        sys.stdout.write(page(told(words.upper()), style))
        return 0
    found = about(words) or among(words, {code: told(code) for code in CODES})
    if not found:
        return unknown(words.upper())
    sys.stdout.write(listing(found, style))
    rules = several(len(found), "rule")
    return say(f"{rules}; crossfoot explain CODE prints the page of one", 0)
