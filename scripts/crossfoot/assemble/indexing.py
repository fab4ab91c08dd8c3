"""Index: words that authors marked in, the entries of an index with their places out.

`[recovery plan]{.index}` marks the words themselves, `[]{.index as="Plans >
recovery"}` the place it stands at; `see="Roadmap"` leads to another entry. An entry's
places are a Span of class `pages`: Links that read as the numbers of their sections,
and in `at` the names of all places, whose pages paper shows instead.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crossfoot.assemble.ids import auto_id
from crossfoot.assemble.parts import Copied, Mark
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.assemble.wording import Wording
from crossfoot.entries import is_marked, order, path, see
from crossfoot.nodes import Node, link, text

PAGES = "pages"


@dataclass(slots=True)
class Entry:
    """An entry of the index."""

    words: str
    places: list[tuple[str, str]] = field(default_factory=list)
    """Names of places, and the numbers of the sections that they are in."""
    others: list[str] = field(default_factory=list)
    """Entries that it leads to."""
    below: dict[str, "Entry"] = field(default_factory=dict)


def entries(copies: Sequence[Copied]) -> dict[str, Entry]:
    """Return the entries that a report marks, as a tree."""
    top: dict[str, Entry] = {}
    for copy in copies:
        for mark in copy.marks:
            names = path(mark.node) if is_marked(mark.node) else []
            here, entry = top, None
            for name in names:
                entry = here.setdefault(order(name), Entry(name))
                here = entry.below
            if entry is None:
                continue
            if other := see(mark.node):
                entry.others.append(other)
            else:
                entry.places.append((mark.ident, _number(mark, copy)))
    return top


def printed(top: Mapping[str, Entry], wording: Wording) -> list[Node]:
    """Return the index as nested lists, entries in the order of the alphabet."""
    return [_list(top.values(), top, wording)] if top else []


def _list(
    entries_: Iterable[Entry], top: Mapping[str, Entry], wording: Wording
) -> Node:
    items = []
    for entry in sorted(entries_, key=lambda one: (order(one.words), one.words)):
        item: list[Node] = [{"t": "Plain", "c": _line(entry, top, wording)}]
        if entry.below:
            item.append(_list(entry.below.values(), top, wording))
        items.append(item)
    return {"t": "BulletList", "c": items}


def _line(entry: Entry, top: Mapping[str, Entry], wording: Wording) -> list[Node]:
    name = _name(entry.words) if top.get(order(entry.words)) is entry else ""
    out: list[Node] = [{"t": "Span", "c": [[name, [], []], typed(entry.words)]}]
    out += _places(entry.places)
    for other in dict.fromkeys(entry.others):
        found = top.get(order(other))
        words = typed(other)
        led = [link(words, f"#{_name(found.words)}")] if found else words
        before: Node = {"t": "Emph", "c": typed(wording.see_entry)}
        out += [{"t": "Str", "c": ","}, SPACE, before, SPACE, *led]
    return out


def _places(found: Sequence[tuple[str, str]]) -> list[Node]:
    """Return the places of an entry; of those in one section the first is shown."""
    if not found:
        return []
    sections = {number: ident for ident, number in reversed(found)}
    shown: list[Node] = []
    for number in dict.fromkeys(number for _, number in found):
        shown += [{"t": "Str", "c": ","}, SPACE] if shown else []
        shown.append(link(typed(number), f"#{sections[number]}"))
    every = " ".join(dict.fromkeys(ident for ident, _ in found))
    pages: Node = {"t": "Span", "c": [["", [PAGES], [["at", every]]], shown]}
    return [{"t": "Str", "c": ","}, SPACE, pages]


def _name(words: str) -> str:
    return f"index-of-{auto_id(words)}"


def _number(mark: Mark, copy: Copied) -> str:
    """Return the number of the section of a place, or its title without one."""
    heads = (one for one in copy.marks if one.kind == "header" and one.noun != "part")
    here = mark.above or next(heads)
    while here.above is not None and not here.number:
        here = here.above
    return here.number or text(here.node["c"][2])
