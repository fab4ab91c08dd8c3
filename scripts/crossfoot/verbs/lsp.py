"""`crossfoot lsp`: a language server for editors."""

import sys
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "serve an editor: findings while you type, hover, completion, rename"
TAKES = ""


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot lsp`."""
    one.add_argument(
        "--stdio", action="store_true", help="the only way there is; editors say so"
    )


def run(_: Arguments) -> int:
    """Serve until the editor is done."""
    if sys.stdin.isatty():
        return say("crossfoot: lsp is for editors to start; the manual says how", 2)
    from crossfoot.engines.editing.server import serve

    serve()
    return 0
