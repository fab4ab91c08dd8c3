"""Outlines: a chapter in, its headings, figures, tables and lists out, as plain values.

From the outlines of all chapters come the facts that a report can state of itself:
how many chapters, figures and tables it has, how many sections stand under a heading,
rows in a table and items in a list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.nodes import (
    Node,
    attributes,
    beside_words,
    classes,
    identifier,
    span,
    text,
    walk,
)
from crossfoot.numbers.known import Quantity
from crossfoot.places import Place

CLOSED = frozenset({"Para", "Plain"})
LISTS = frozenset({"BulletList", "OrderedList"})
NESTING = {**dict.fromkeys(LISTS, LISTS), "Table": None, "Figure": None}
"""What elements of these kinds take in: elements of certain kinds, or all."""
DEEPEST = 3
"""Headings below this level carry no number."""
FACTS = ("chapters", "appendices", "figures", "tables", "references")
"""What a report counts of itself, as `report.chapters` and so on."""
HERE = "counted in the report"
"""The formula of what a report counts of itself."""
COUNTED = ("headings", "rows", "items")
"""What `counted:` in `checks.yml` can ask for, of an id."""
PLACE = ("file", "line", "column", "end_line", "end_column")
LOOSE = ("![", "<img", "<svg", "<table", "```", "~~~", "\\begin{", "\n\n    ", "\n\n\t")
"""What a picture, or code that looks like a table, begins with."""
CROSS = ("fig-", "tbl-", "sec-", "eq-")
"""What the keys of references start with that are no citations."""
LABEL = re.compile(
    r"(?:(?:chapter|section|part|appendix)\s)?([0-9]+(?:\.[0-9]+)*)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Item:
    """A heading, figure, table or list."""

    kind: str
    """`heading`, `figure`, `table` or `list`."""
    place: Place
    start: int
    ident: str = ""
    level: int = 0
    """Of a heading."""
    plain: bool = False
    """Whether it carries no number: a heading of that class, a float without name."""
    count: int = 0
    """Rows of a table, items of a list."""
    label: str = ""
    """The number that a heading has typed before it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What one chapter holds, in order."""

    file: str
    role: str
    titled: bool
    """Whether its front matter has a title."""
    items: tuple[Item, ...]
    cited: tuple[str, ...] = ()
    """Keys of its citations."""
    loose: int = 0
    """At most so many things without a number may be what a reader takes for one."""


def outline(chapter: Chapter, cited: Iterable[str] = ()) -> Outline:
    """Return the outline of a chapter, which cites these keys."""
    found = tuple(_items(chapter))
    title = bool(chapter.meta.get("title"))
    keys, loose = tuple(sorted(set(cited))), _loose(chapter.source, found)
    return Outline(chapter.file, chapter.role, title, found, keys, loose)


def _loose(source: str, items: Iterable[Item]) -> int:
    """Count what may be a table or figure without a number: too many, never too few."""
    plain = sum(one.plain and one.kind == "table" for one in items)
    return plain + sum(source.count(sign) for sign in LOOSE)


def as_row(one: Outline) -> list[Any]:
    """Return an outline as plain values."""
    items = [
        [
            *(item.kind, *(getattr(item.place, name) for name in PLACE[1:])),
            *(item.start, item.ident, item.level, item.plain, item.count, item.label),
        ]
        for item in one.items
    ]
    return [one.file, one.role, one.titled, items, list(one.cited), one.loose]


def outline_of(row: Sequence[Any]) -> Outline:
    """Return the outline of its plain values; the inverse of `as_row`."""
    file, role, titled, items, cited, loose = row
    made = (Item(kind, Place(file, *rest[:4]), *rest[4:]) for kind, *rest in items)
    return Outline(file, role, titled, tuple(made), tuple(cited), loose)


def _items(chapter: Chapter) -> Iterator[Item]:
    inside: set[int] = set()
    for node in beside_words(chapter.blocks, CLOSED):
        item = None if id(node) in inside else _item(chapter, node)
        if item:
            yield item
        if node["t"] in NESTING:
            # A list in a list is part of its item; a table or figure is one thing.
            own = NESTING[node["t"]]
            below = beside_words(node["c"], CLOSED)
            inside |= {id(one) for one in below if not own or one["t"] in own}


def _item(chapter: Chapter, node: Node) -> Item | None:
    kind, where = node["t"], span(node)
    base = Item("", chapter.place(where), where[0] if where else 0)
    if kind == "Header":
        found = LABEL.match(text(node["c"][2]))
        return replace(
            base,
            kind="heading",
            ident=identifier(node),
            level=int(node["c"][0]),
            plain="unnumbered" in classes(node),
            label=found[1] if found else "",
        )
    if kind in {"Figure", "Table"}:
        return _float(base, node)
    if kind in {"BulletList", "OrderedList"}:
        items = node["c"] if kind == "BulletList" else node["c"][1]
        return replace(base, kind="list", count=len(items))
    if kind == "Div" and identifier(node):
        return replace(base, kind="div", ident=identifier(node))
    return None


def _float(base: Item, node: Node) -> Item:
    """Return a figure or table; a picture of a CSV file is a table."""
    images = (one for one in walk(node["c"][2]) if one["t"] == "Image")
    image = next(images, None) if node["t"] == "Figure" else None
    csv = image is not None and image["c"][2][0].lower().endswith(".csv")
    ident = identifier(node) or (identifier(image) if image else "")
    plain = not ident and not node["c"][1][1]
    rows = 0
    if node["t"] == "Table":
        rows = sum(len(body[3]) for body in node["c"][4])
        pairs = attributes(node)
        rows -= bool(pairs.get("total")) or "cols" in pairs.get("foot", "")
    kind = "table" if csv or node["t"] == "Table" else "figure"
    return replace(base, kind=kind, ident=ident, plain=plain, count=rows)


def standing(one: Outline, cuts: Sequence[Sequence[int]]) -> Outline:
    """Return an outline without what is left out as a repeat."""
    kept = tuple(
        item
        for item in one.items
        if not any(low <= item.start < high for low, high in cuts)
    )
    return replace(one, items=kept)


def labels(outlines: Iterable[Outline]) -> dict[str, set[str]]:
    """Return the numbers that chapters, sections, figures and tables carry."""
    out: dict[str, set[str]] = {
        kind: set() for kind in ("chapter", "section", "figure", "table")
    }
    chapters = 0
    for one in outlines:
        for item in one.items:
            if item.kind in {"figure", "table"} and not item.plain:
                out[item.kind].add(str(len(out[item.kind]) + 1))
        heads = _chapters(one)
        deep: list[int] = []
        for item in heads:
            if item.label:
                out["section" if "." in item.label else "chapter"].add(item.label)
            if item.level == 1:
                chapters += not (item.plain or one.role == "appendix")
                deep = [chapters]
                if not (item.plain or one.role == "appendix"):
                    out["chapter"].add(str(chapters))
            elif item.level <= DEEPEST and deep and not item.plain:
                deep = [*deep, *([0] * (item.level - len(deep)))][: item.level]
                deep[-1] += 1
                out["section"].add(".".join(map(str, deep)))
    return out


def _chapters(one: Outline) -> list[Item]:
    """Return the headings of a chapter at the levels that they are printed at."""
    heads = [item for item in one.items if item.kind == "heading"]
    tops = [item for item in heads if item.level == 1]
    title = Item("heading", Place(one.file), 0, level=1)
    if not tops:
        return [title, *heads]
    if one.titled and len(tops) > 1:
        return [title, *(replace(item, level=item.level + 1) for item in heads)]
    return heads


def facts_of_report(
    outlines: Sequence[Outline],
    cited: frozenset[str],
    counted: Mapping[str, tuple[str, str]],
) -> dict[str, Quantity]:
    """Return the quantities that the report itself gives, by key.

    `cited` are the keys of the bibliography; `counted` is what `checks.yml` asks for:
    for each key one of `COUNTED`, and an id. What has no id like that is left out.
    """
    carried = labels(outlines)
    appendices = [
        item
        for one in outlines
        if one.role == "appendix"
        for item in _chapters(one)
        if item.level == 1 and not item.plain
    ]
    keys = {key for one in outlines for key in one.cited if not key.startswith(CROSS)}
    firsts = {kind: _of_kind(outlines, kind) for kind in ("figure", "table")}
    counts: dict[str, tuple[int, Sequence[Item]]] = {
        "chapters": (_numbered(outlines), _heads(outlines)),
        "appendices": (len(appendices), appendices),
        "figures": (len(carried["figure"]), firsts["figure"]),
        "tables": (len(carried["table"]), firsts["table"]),
        "references": (len(keys & cited), ()),
    }
    out = {}
    for name, (count, items) in counts.items():
        out[f"report.{name}"] = _quantity(f"report.{name}", count, items)
    for key, (what, ident) in counted.items():
        found = _below(outlines, what, ident)
        if found is not None:
            out[key] = _quantity(key, *found)
    return out


def _numbered(outlines: Iterable[Outline]) -> int:
    return len(_heads(outlines))


def _heads(outlines: Iterable[Outline]) -> list[Item]:
    """Return the headings of the numbered chapters."""
    return [
        item
        for one in outlines
        if one.role != "appendix"
        for item in _chapters(one)
        if item.level == 1 and not item.plain
    ]


def _of_kind(outlines: Iterable[Outline], kind: str) -> list[Item]:
    every = (item for one in outlines for item in one.items)
    return [item for item in every if item.kind == kind and not item.plain]


def _below(
    outlines: Iterable[Outline], what: str, ident: str
) -> tuple[int, Sequence[Item]] | None:
    """Return how many sections, rows or items a named part has, and which these are."""
    for one in outlines:
        at = next((n for n, item in enumerate(one.items) if item.ident == ident), None)
        if at is None:
            continue
        here, rest = one.items[at], one.items[at + 1 :]
        if what == "rows":
            return (here.count, [here]) if here.kind == "table" else None
        if what == "items":
            lists = [item for item in _section(here, rest) if item.kind == "list"]
            return (lists[0].count, lists[:1]) if lists else None
        heads = [item for item in _section(here, rest) if item.kind == "heading"]
        top = min((item.level for item in heads), default=0)
        under = [item for item in heads if item.level == top]
        return (len(under), under) if here.kind == "heading" and under else None
    return None


def _section(head: Item, rest: Iterable[Item]) -> Iterator[Item]:
    """Yield what stands in the section of a heading, or after another part."""
    level = head.level or 9
    for item in rest:
        if item.kind == "heading" and item.level <= level:
            return
        yield item


def _quantity(key: str, count: int, items: Sequence[Item]) -> Quantity:
    first = items[0].place if items else None
    source: dict[str, Any] = {"file": None, "sha256": None, "rows": None}
    if first:
        lines = [item.place.line for item in items if item.place.file == first.file]
        source |= {"file": first.file, "rows": lines}
    entry: dict[str, Any] = {
        "key": key,
        "value": str(count),
        "unit": "count",
        "label": "",
        "formula": HERE,
        "source": source,
        "counted": _place(first) if first else None,
    }
    return Quantity(key, Decimal(count), "count", "", entry)


def _place(place: Place) -> dict[str, Any]:
    return {name: getattr(place, name) for name in PLACE}
