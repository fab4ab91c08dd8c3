"""Index: words that authors marked in, the entries of an index with their places out.

`[recovery plan]{.index}` marks the words themselves, `[]{.index entry="Plans >
recovery"}` the place it stands at; `see="Roadmap"` leads to another entry. An entry's
places are a Span of class `pages`: Links that read as the numbers of their sections,
and in `at` the names of all places, whose pages paper shows instead.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crossfoot.assemble.ids import auto_id
from crossfoot.assemble.parts import Copied, Mark
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.assemble.wording import Wording
from crossfoot.nodes import Node, attributes, classes, link, text

CLASS = "index"
PAGES = "pages"
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart, and where they are sorted."""
UNDER = ">"
"""Between an entry and one below it."""


@dataclass(slots=True)
class Entry:
    """An entry of the index."""

    words: str
    places: list[tuple[str, str]] = field(default_factory=list)
    """Names of places, and the numbers of the sections that they are in."""
    see: list[str] = field(default_factory=list)
    below: dict[str, "Entry"] = field(default_factory=dict)


def is_marked(node: Node) -> bool:
    """Say whether a Span marks an entry of the index."""
    return node["t"] == "Span" and CLASS in classes(node)


def path(node: Node) -> list[str]:
    """Return the entry that a Span marks, and those that it is below."""
    told = attributes(node).get("entry") or text(node["c"][1])
    return [" ".join(one.split()) for one in told.split(UNDER) if one.strip()]


def order(words: str) -> tuple[str, str]:
    """Return what entries are sorted by: letters without case and accents."""
    bare = unicodedata.normalize("NFKD", words.casefold().translate(LETTERS))
    return "".join(one for one in bare if unicodedata.combining(one) == 0), words


def entries(copies: Sequence[Copied]) -> dict[str, Entry]:
    """Return the entries that a report marks, as a tree."""
    top: dict[str, Entry] = {}
    for copy in copies:
        for mark in copy.marks:
            names = path(mark.node) if is_marked(mark.node) else []
            here, entry = top, None
            for name in names:
                entry = here.setdefault(order(name)[0], Entry(name))
                here = entry.below
            if entry is None:
                continue
            see = attributes(mark.node).get("see", "")
            if see:
                entry.see.append(" ".join(see.split()))
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
    for entry in sorted(entries_, key=lambda one: order(one.words)):
        item: list[Node] = [{"t": "Plain", "c": _line(entry, top, wording)}]
        if entry.below:
            item.append(_list(entry.below.values(), top, wording))
        items.append(item)
    return {"t": "BulletList", "c": items}


def _line(entry: Entry, top: Mapping[str, Entry], wording: Wording) -> list[Node]:
    name = _name(entry.words) if top.get(order(entry.words)[0]) is entry else ""
    out: list[Node] = [{"t": "Span", "c": [[name, [], []], typed(entry.words)]}]
    out += _places(entry.places)
    for see in dict.fromkeys(entry.see):
        found = top.get(order(see)[0])
        words = typed(see)
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
