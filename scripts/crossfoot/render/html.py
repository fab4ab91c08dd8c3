"""Parts of a page: texts of authors in, HTML that is safe and valid out."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from crossfoot.render.plain import STEERING

UNWRITABLE = re.compile("[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Characters that no HTML file may hold."""

BREAKS = re.compile(r"(?<=[/_-])(?=[^/_-])|(?=[.:](?:[a-z0-9]{1,8}\b))")
"""Between the parts of a path: after a stroke or hyphen, before an ending or line."""
BREAK = "<wbr>"


def safe(text: object) -> str:
    """Return a text as HTML: markup escaped, control characters made visible."""
    held = STEERING.sub(_visible, str(text).replace("\r\n", "\n"))
    return escape(UNWRITABLE.sub("·", held))


def _visible(found: "re.Match[str]") -> str:
    return found.group() if found.group() in "\n\t" else "·"


def code(text: object) -> str:
    """Return a text as a code span."""
    return f"<code>{safe(text)}</code>"


def path(text: object) -> str:
    """Return a path or place as a code span that breaks between its parts."""
    return f"<code>{BREAKS.sub(BREAK, safe(text))}</code>"


def spoken(text: str) -> str:
    """Return words that a screen reader says and nobody sees."""
    return f'<span class="spoken">{text}</span>'


def section(name: str, title: str, body: str) -> str:
    """Return a section with its heading."""
    head = f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n'
    return f"{head}{body}</section>\n"


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table that scrolls by itself; cells are HTML.

    A row whose first cell is a severity is marked with it.
    """
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<div role="region" aria-label="{caption}" tabindex="0">\n<table>\n'
        f"<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{''.join(map(_row, rows))}</tbody>\n</table>\n</div>\n"
    )


def grid(
    name: str,
    heads: Sequence[str],
    rows: Iterable[tuple[str, Sequence[str]]],
    foot: Sequence[str] = (),
    kind: str = "",
) -> str:
    """Return a table under the heading with the id `name`; first cells head rows.

    Rows are their ids, which may be empty, and cells of HTML.
    """
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    last = f"<tfoot>{_headed('', foot)}</tfoot>\n" if foot else ""
    body = "".join(_headed(*row) for row in rows)
    mark = f' class="{kind}"' if kind else ""
    return (
        f'<div class="scroll" role="group" aria-labelledby="{name}" tabindex="0">\n'
        f'<table aria-labelledby="{name}"{mark}>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n{last}</table>\n</div>\n"
    )


def _headed(name: str, cells: Sequence[str]) -> str:
    first, *rest = cells
    mark = f' id="{safe(name)}"' if name else ""
    tail = "".join(f"<td>{cell}</td>" for cell in rest)
    return f'<tr{mark}><th scope="row">{first}</th>{tail}</tr>\n'


def _row(cells: Sequence[str]) -> str:
    mark = f' class="{cells[0].lower()}"' if cells[0] in {"Error", "Warning"} else ""
    return f"<tr{mark}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def folded(summary: str, body: str, *, unfolded: bool = False) -> str:
    """Return a part of a page behind one line, closed or open at first."""
    start = "<details open>" if unfolded else "<details>"
    return f"{start}\n<summary>{summary}</summary>\n{body}</details>\n"
