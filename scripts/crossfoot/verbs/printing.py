"""What every verb prints with: findings, lines for people, exit codes."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from crossfoot.codes import CODES
from crossfoot.findings import Finding, nearest
from crossfoot.places import Text

if TYPE_CHECKING:
    from crossfoot.render.terminal import Style


def show(
    findings: Sequence[Finding],
    sources: Mapping[str, Text],
    name: str | None,
    out: TextIO,
    style: "Style | None" = None,
) -> None:
    """Print findings: frames on a terminal, plain sentences elsewhere.

    `style` is that of the terminal on which `out` ends up, if it is another stream.
    """
    style = style or style_of(out)
    if name is None and style.colour:
        from crossfoot.render import frames

        out.write(frames.render(findings, sources, style))
        return
    from crossfoot.render import FORMATS

    out.write(FORMATS[name or "plain"](findings, sources))


def style_of(out: TextIO) -> "Style":
    """Return how text is set on a stream: in colour on a terminal that has any."""
    from shutil import get_terminal_size

    from crossfoot.render.terminal import Style

    if not out.isatty():
        return Style()
    width = get_terminal_size().columns
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Style(width, colour=not plain)


def unknown(code: str) -> int:
    """Say that there is no such code, and which is near; return exit code 2."""
    padded = code[:3] + code[3:].zfill(2)
    near = padded if padded in CODES else nearest(code, CODES)
    hint = f"; did you mean {near}?" if near else ""
    return say(f"crossfoot: {code} is no finding's code{hint}", 2)


def then(folder: Path, code: int) -> int:
    """Say how a new report is built and looked at, and return an exit code."""
    from shlex import quote

    name = quote(str(folder))
    say(f"Next: cd {name} && snakemake --cores 4", 0)
    return say(
        f"To see it in the browser while you write: crossfoot watch {name}", code
    )


def say(line: str, code: int) -> int:
    """Print one line for people, if there is one, and return an exit code."""
    sys.stdout.flush()  # what was printed before stands before
    print(line, end="\n" if line else "", file=sys.stderr)
    return code
