"""`crossfoot watch`: a preview in the browser that follows what an author saves."""

import contextlib
import os
import sys
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.render.preview import KINDS
from crossfoot.render.preview_findings import EDITORS
from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "show a report in the browser and follow what you save"
TAKES = "DIR"


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot watch`."""
    kinds = one.add_mutually_exclusive_group()
    kinds.add_argument("--page", action="store_true", help="show the web page alone")
    kinds.add_argument("--paper", action="store_true", help="show the PDF alone")
    says = "what links to a file open; default: vscode"
    one.add_argument(
        "--editor", choices=(*EDITORS, "none"), default="vscode", help=says
    )
    one.add_argument("--port", type=int, default=0, help="default: any free one")
    one.add_argument("--no-browser", action="store_true", help="open no browser")


def run(arguments: Arguments) -> int:
    """Show a report until Ctrl-C."""
    from crossfoot.engines.watching.door import PortError, shows_windows
    from crossfoot.engines.watching.preview import Wish, watch

    root = Path(arguments.root).absolute()
    if not root.is_dir():
        return say(f"crossfoot: {arguments.root} is no folder", 2)
    kinds = tuple(one for one in KINDS if vars(arguments)[one]) or KINDS
    asked = sys.stdout.isatty() and not arguments.no_browser
    wish = Wish(root, kinds, arguments.editor, asked and shows_windows())
    try:
        done = watch(wish, arguments.port, _tell)
    except PortError as port:
        what = f"port {port} is taken or not allowed"
        return say(f"crossfoot: {what}; name another, or none for a free one", 2)
    sys.stdout.flush()
    if not done:  # a stage that is still at work must not keep the author waiting
        os._exit(0)
    return 0


def _tell(line: str) -> None:
    with contextlib.suppress(BrokenPipeError, ValueError):
        print(line, flush=True)
