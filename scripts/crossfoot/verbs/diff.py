"""`crossfoot diff`: what changed between two states of a report."""

import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace as Arguments
from typing import TYPE_CHECKING

from crossfoot.verbs.printing import say

if TYPE_CHECKING:
    from argparse import ArgumentParser

SAYS = "tell what changed between two releases, folders or git revisions"
TAKES = ""
FORMATS = ("text", "json", "markdown", "corrections")
"""The last are entries for `corrections.yml`, to paste."""


def options(one: "ArgumentParser") -> None:
    """Add the options of `crossfoot diff`."""
    one.add_argument("old", help="a release, a report's folder or a git revision")
    one.add_argument("new", nargs="?", default=".", help="the same; default: here")
    one.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    one.add_argument("--to", type=Path, metavar="DIR", help="write pages there, too")


def run(arguments: Arguments) -> int:
    """Print what changed; write pages and documents where asked."""
    from crossfoot.compare import compare
    from crossfoot.compare.recording import entries
    from crossfoot.engines.comparing import NoStateError, state
    from crossfoot.render import differences

    names = arguments.old, arguments.new
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        builds = [Path(folder) / side for side in ("old", "new")]
        try:
            with (
                state(names[0], builds[0]) as (old, _),
                state(names[1], builds[1], builds[0]) as (new, site),
            ):
                found, record = compare(old, new), new.meta
                if arguments.to:
                    from crossfoot.engines.marking import write_all

                    write_all(arguments.to, (old, new), found, site)
        except NoStateError as problem:
            return say(f"crossfoot: {problem}", 2)
    shown = {
        "text": differences.text,
        "json": differences.as_json,
        "markdown": differences.markdown,
        "corrections": lambda *_: entries(record, found.numbers),
    }
    sys.stdout.write(shown[arguments.format](*names, found))
    return say(f"Written to {arguments.to}" if arguments.to else "", 0)
