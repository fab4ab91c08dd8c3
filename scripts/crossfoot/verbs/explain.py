"""`crossfoot explain`: the page of a finding’s code."""

import sys
from types import SimpleNamespace as Arguments

from crossfoot.codes import CODES
from crossfoot.verbs.printing import unknown

SAYS = "print the page of a finding's code"
TAKES = "code"


def run(arguments: Arguments) -> int:
    """Print the page of a finding's code."""
    from importlib.resources import files

    code = arguments.code.upper()
    page = files("crossfoot") / "rules" / f"{code}.md"
    if code not in CODES or not page.is_file():
        return unknown(code)
    sys.stdout.write(page.read_text(encoding="utf-8"))
    return 0
