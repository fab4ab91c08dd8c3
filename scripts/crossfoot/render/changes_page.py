"""The page of changes: what changed between two states in, `changes.html` out.

A plain page without scripts. What was put in and taken out is told by elements and
spoken words, by signs and lines, and by colour last (WCAG 2.2, 1.4.1).
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path

from crossfoot.compare import Change, Differences, NumberChange, Passage
from crossfoot.compare.tables import RowChange
from crossfoot.render.differences import WHAT, WORDS, counts
from crossfoot.render.html import code, grid, safe, section, spoken
from crossfoot.render.passages import difference

Figures = Mapping[str, bytes]
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
NUMBERS = (
    "Number",
    "Before",
    "Now",
    "Difference",
    "Per cent",
    "From",
    "Reason",
    "Stated at",
)
CELLS = {
    "inserted": "Row put in",
    "deleted": "Row taken out",
    "changed": "Cell changed",
}
DATA = ("Table and line", "What", "Row", "Column", "Before", "Now")
STYLE = """
ins { color: var(--new); background: var(--new-ground); text-decoration: underline; }
del { color: var(--gone); background: var(--gone-ground); }
ins::before, ins::after { content: "+"; }
del::before, del::after { content: "−"; }
.numbers td { font-variant-numeric: tabular-nums; }
.numbers td:nth-of-type(-n+4), .numbers thead th:nth-child(n+2):nth-child(-n+5) {
  text-align: right; white-space: nowrap;
}
.numbers td:last-of-type { white-space: nowrap; }
.change { border-left: 3px solid var(--line); padding: 0.25rem 0 0.25rem 1rem; }
.change h4 { font-weight: 600; }
.pair { display: flex; flex-wrap: wrap; gap: 1rem; }
.pair figure { flex: 1 1 20rem; margin: 0; }
.pair img { width: 100%; height: auto; background: #fff; }
"""


def render(
    old: str, new: str, found: Differences, figures: tuple[Figures, Figures]
) -> str:
    """Return the page; `figures` hold the SVG of both sides by name."""
    style = Path(__file__).with_name("checks.css").read_text(encoding="utf-8")
    parts = {
        "Numbers": _numbers(found),
        "Text": "".join(map(_change, found.text)),
        "Data": _data(found),
        "Figures": "".join(_figure(*one, figures) for one in found.figures),
    }
    body = "".join(
        section(name.lower(), name, part or "<p>Nothing changed.</p>\n")
        for name, part in parts.items()
    )
    links = "".join(f'<li><a href="#{n.lower()}">{n}</a></li>\n' for n in parts)
    title = f"Changes from {safe(old)} to {safe(new)}"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}</title>\n<style>\n{style}{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n<p>{safe(counts(found)).capitalize()}.</p>\n"
        f'<nav aria-label="On this page">\n<ul>\n{links}</ul>\n</nav>\n{body}'
        "</main>\n</body>\n</html>\n"
    )


def _numbers(found: Differences) -> str:
    rows = (("", _number(one)) for one in found.numbers)
    return grid("numbers", NUMBERS, rows, kind="numbers") if found.numbers else ""


def _number(one: NumberChange) -> list[str]:
    name = f"{safe(one.label)} {code(one.key)}" if one.label else code(one.key)
    uses = "<br>".join(code(use.rpartition("/")[2]) for use in one.uses)
    told = (one.old, one.new, one.difference, one.percent, one.source, one.reason)
    return [name, *(safe(part) for part in told), uses]


def _change(one: Change) -> str:
    here = one.new or one.old
    if here is None:
        return ""
    moved = one.what == "moved" and one.old is not None
    back = f" from {one.old.section or one.old.file}" if moved and one.old else ""
    where = f"{here.section or here.file} ({here.kind})"
    head = f"<h3>{safe(WHAT[one.what] + back)}: {safe(where)}</h3>\n"
    return f'<div class="change">\n{head}<p>{_words(one)}</p>\n</div>\n'


def _words(one: Change) -> str:
    if one.old and one.new:
        return (
            "".join(_parts(one.old, one.new)) if one.reworded else safe(one.new.words)
        )
    if one.new:
        return _put_in(one.new.words)
    return _taken_out(one.old.words) if one.old else ""


def _parts(old: Passage, new: Passage) -> Iterator[str]:
    for part in difference(old.words, new.words):
        if part.same:
            yield safe(part.b)
            continue
        if part.a.strip():
            yield _taken_out(part.a.strip())
        if part.b.strip():
            yield _put_in(part.b.strip())
        yield " " if (part.a or part.b)[-1:].isspace() else ""


def _put_in(words: str) -> str:
    return f"<ins>{spoken('put in: ')}{safe(words)}</ins>"


def _taken_out(words: str) -> str:
    return f"<del>{spoken('taken out: ')}{safe(words)}</del>"


def _data(found: Differences) -> str:
    rows = (("", _row(one)) for one in found.data)
    return grid("data", DATA, rows) if found.data else ""


def _row(one: RowChange) -> list[str]:
    place = code(f"{one.table}:{one.new_line or one.old_line}")
    told = (CELLS[one.what], one.row, one.column, one.old, one.new)
    return [place, *(safe(part) for part in told)]


def _figure(name: str, what: str, figures: tuple[Figures, Figures]) -> str:
    sides = zip(("Before", "Now"), figures, strict=True)
    shown = "".join(
        _picture(name, when, side[name]) for when, side in sides if name in side
    )
    title = f"<h3>{safe(name)}: {WORDS[what]}</h3>\n"
    return f'{title}<div class="pair">\n{shown}</div>\n'


def _picture(name: str, when: str, svg: bytes) -> str:
    data = b64encode(svg).decode()
    alt = safe(f"The figure {name}, {when.lower()}")
    image = f'<img alt="{alt}" src="data:image/svg+xml;base64,{data}">'
    return f"<figure>{image}<figcaption>{when}</figcaption></figure>\n"
