"""Contents: a report's headings, figures and tables in, lists of links out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from crossfoot.parts import Entry
from crossfoot.typeset.screen.marks import escape, quoted
from crossfoot.typeset.survey import Exhibit, Survey

T = TypeVar("T")
DEPTH = 2
"""Levels of headings in the contents."""


class Stop(NamedTuple):
    """A chapter, as what leads to it names it."""

    id: str
    number: str
    title: str


def in_turn(items: Sequence[T]) -> Iterator[tuple[T | None, T, T | None]]:
    """Yield each item between the one before it and the one after it."""
    for at, item in enumerate(items):
        after = items[at + 1] if at + 1 < len(items) else None
        yield (items[at - 1] if at else None), item, after


def contents(
    entries: Iterable[Entry], said: Mapping[str, str], *, sources: bool
) -> str:
    """Return the contents under their heading; `sources` tells of a last section."""
    listed = [one for one in entries if shown(one)]
    more = f'<p><a href="#_numbers">{said["sources"]}</a></p>\n' if sources else ""
    return f'<h2 id="_contents">{said["contents"]}</h2>\n{tree(listed)}{more}'


def shown(entry: Entry) -> bool:
    """Say whether a heading is in the contents."""
    deep = entry.level > DEPTH or not entry.listed
    return not deep and bool(entry.id and entry.title)


def tree(entries: Iterable[Entry]) -> str:
    """Return headings as nested lists."""
    out: list[str] = []
    level = 0
    for entry in entries:
        depth = min(entry.level, level + 1)
        out += ["<ol>\n"] * (depth - level) if depth > level else ["</li>\n"]
        out += ["</ol>\n</li>\n"] * max(level - depth, 0)
        out.append(f"<li>{link(Stop(entry.id, entry.number, entry.title))}")
        level = depth
    out.append("</li>\n</ol>\n" * level)
    return "".join(out)


def link(stop: Stop, where: str = "", marks: str = "") -> str:
    """Return a link to a chapter or section, which may be on a page of its own."""
    return f"<a href={quoted(where or '#' + stop.id)}{marks}>{words(stop)}</a>"


def words(stop: Stop) -> str:
    """Return a heading with its number."""
    number = f'<span class="number">{escape(stop.number)}</span> '
    return f"{number if stop.number else ''}{escape(stop.title)}"


def lists(seen: Survey, said: Mapping[str, str]) -> str:
    """Return the lists of figures and of tables, closed at first."""
    pairs = ((said["figures"], seen.figures), (said["tables"], seen.tables))
    return "".join(_list(title, found) for title, found in pairs if found)


def _list(title: str, exhibits: Sequence[Exhibit]) -> str:
    entries = "".join(
        f'<li><a href={quoted("#" + one.id)}><span class="number">'
        f"{escape(one.label)}</span> {escape(one.caption)}</a></li>\n"
        for one in exhibits
    )
    return f"<details>\n<summary>{title}</summary>\n<ul>\n{entries}</ul>\n</details>\n"
