"""`crossfoot lsp`: a language server for editors."""

from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

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
    from crossfoot.engines.editing.server import serve

    serve()
    return 0
