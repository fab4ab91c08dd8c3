"""E-books: a report's parts in, blocks for pandoc's XHTML writer out.

A part becomes a file of its own, so a link names the file of its target. Notes stand at
the end of their file, marked so that reading programs can show them where they are
called.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote, urlsplit

from crossfoot.nodes import (
    Node,
    attributes,
    classes,
    identifier,
    para,
    rewrite,
    text,
    walk,
    with_attr,
    words,
)
from crossfoot.office.bookfiles import data_of
from crossfoot.office.lines import SAFE
from crossfoot.office.marks import clean
from crossfoot.office.pictures import Data, Shown, alternative, size
from crossfoot.office.word import CALLOUTS
from crossfoot.parts import Part, number_of
from crossfoot.phrases import phrases

KEPT = frozenset({"smallcaps", "underline", "mark"})
NAME = re.compile(r"[^A-Za-z0-9_.-]")
ADDRESS = "-._~:/?#[]@!$&'()*+,;=%"
"""What stays as it is in an address, besides letters and figures."""
PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def file_of(index: int) -> str:
    """Return the name of a part's file."""
    return f"chapter-{index:03}.xhtml"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an identifier of the report is in the book."""

    file: str
    name: str


def anchors(parts: list[Part]) -> dict[str, Anchor]:
    """Return the place of every identifier; names are such that XML allows."""
    out: dict[str, Anchor] = {}
    taken: set[str] = set()
    for part in parts:
        for node in walk(part.blocks):
            name = identifier(node)
            if name and name not in out:
                out[name] = Anchor(file_of(part.index), _named(name, taken))
    return out


def _named(name: str, taken: set[str]) -> str:
    safe = NAME.sub("-", name)
    safe = safe if safe[0].isalpha() else f"id-{safe}"
    free, count = safe, 1
    while free in taken:
        count += 1
        free = f"{safe}-{count}"
    taken.add(free)
    return free


@dataclass(frozen=True, slots=True)
class Ebook:
    """Prepares the blocks of one part."""

    file: str
    anchors: Mapping[str, Anchor]
    pictures: Mapping[str, Shown]
    """By target of the image."""
    data: Mapping[str, Data] = field(default_factory=dict)
    """What is behind the figures that recipes drew, by their names."""
    start: int = 0
    """How many notes stand in the parts before."""
    language: str = "en-GB"
    used: set[str] = field(default_factory=set)
    """The names given so far."""
    notes: list[list[Node]] = field(default_factory=list)
    """The notes called so far, in order."""

    def part(self, part: Part) -> list[Node]:
        """Return the blocks of a part, its notes at the end."""
        blocks = [made for one in part.blocks for made in self.made(one)]
        return [*blocks, *self.called()]

    def made(self, node: Node) -> list[Node]:
        """Return what stands for a block; its notes are numbered as they come."""
        # Notes are set apart first, as `rewrite` starts from within.
        return list(rewrite(rewrite([node], self._noted), self.change))

    def _noted(self, node: Node) -> list[Node] | None:
        if node["t"] != "Note":
            return None
        self.notes.append(node["c"])
        number = self.start + len(self.notes)
        mark = (
            f'<sup><a epub:type="noteref" role="doc-noteref" id="_back-{number}"'
            f' href="#_note-{number}">{number}</a></sup>'
        )
        return [html(mark)]

    def called(self) -> list[Node]:
        """Return the notes as blocks."""
        if not self.notes:
            return []
        out = [html('<section epub:type="footnotes" class="notes">', "RawBlock")]
        for index, blocks in enumerate(self.notes, 1):
            number = self.start + index
            head = (
                f'<aside epub:type="footnote" role="doc-footnote" id="_note-{number}">'
            )
            said = phrases(self.language)["note back"].format(number=number)
            back = (
                f'<p class="back"><a href="#_back-{number}" role="doc-backlink"'
                f' aria-label="{escape(said, quote=True)}">{number}</a></p>'
            )
            out += [html(head, "RawBlock"), html(back, "RawBlock")]
            out += rewrite(blocks, self.change)
            out.append(html("</aside>", "RawBlock"))
        return [*out, html("</section>", "RawBlock")]

    def change(self, node: Node) -> list[Node] | None:
        """Return what stands for an element whose content was changed already."""
        known = CHANGES.get(node["t"])
        return known(self, node) if known else None

    def name(self, node: Node) -> str:
        """Return an element's identifier in the book, or ""."""
        found = self.anchors.get(identifier(node))
        # An XML file in which a name stands twice is refused.
        if not found or found.file != self.file or found.name in self.used:
            return ""
        self.used.add(found.name)
        return found.name

    def address(self, target: str) -> str:
        """Return where a link leads, or "" when readers cannot follow it."""
        if target.startswith("#"):
            found = self.anchors.get(target[1:])
            if not found:
                return ""
            here = "" if found.file == self.file else found.file
            return f"{here}#{found.name}"
        return outside(target)


def outside(target: str) -> str:
    """Return the address of a page outside, or "" when it is none."""
    if not target.lower().startswith(SAFE):
        return ""
    made = PERCENT.sub("%25", quote(target.strip(), safe=ADDRESS))
    try:
        parts = urlsplit(made)
        known = parts.scheme in {"mailto", "tel"} or bool(parts.hostname)
        _ = parts.port
    except ValueError:
        return ""
    after = made.split("//", 1)[-1]
    odd = set("[]") & set(after) or "#" in parts.fragment
    return made if known and not odd else ""


def html(markup: str, kind: str = "RawInline") -> Node:
    """Return markup as an element."""
    return {"t": kind, "c": ["html", markup]}


def place_of(name: str) -> list[Node]:
    """Return an empty place that a link leads to."""
    return [{"t": "Span", "c": [[name, [], []], []]}] if name else []


def _string(_book: Ebook, node: Node) -> list[Node] | None:
    bare = clean(node["c"])
    return None if bare == node["c"] else [{"t": "Str", "c": bare}]


def _link(book: Ebook, node: Node) -> list[Node]:
    _, inlines, (target, _) = node["c"]
    name, where = book.name(node), book.address(target)
    # A link holds no other, and the mark of a note is one.
    holds = any(one["t"] in {"Link", "RawInline"} for one in walk(inlines))
    if where and inlines and not holds and text(inlines).strip():
        return [{"t": "Link", "c": [[name, [], []], inlines, [where, ""]]}]
    return [*place_of(name), *inlines]


def _span(book: Ebook, node: Node) -> list[Node]:
    inlines, told, name = node["c"][1], attributes(node), book.name(node)
    if len(inlines) == 1 and inlines[0]["t"] == "Math" and "number" in told:
        shown = {"t": "Math", "c": [{"t": "DisplayMath"}, inlines[0]["c"][1]]}
        number = {
            "t": "Span",
            "c": [["", ["number"], []], words(f"({told['number']})")],
        }
        return [{"t": "Span", "c": [[name, ["equation"], []], [shown, number]]}]
    kinds = [kind for kind in classes(node) if kind in KEPT]
    kept = _tongue(told)
    if not (name or kinds or kept):
        return list(inlines)
    return [with_attr(node, [name, kinds, kept])]


def _tongue(told: Mapping[str, str]) -> list[list[str]]:
    tag, way = told.get("lang", ""), told.get("dir", "")
    tags = [["lang", tag]] if re.fullmatch(r"[A-Za-z]{2,8}(-\w{1,8})*", tag) else []
    return tags + ([["dir", way]] if way in {"ltr", "rtl"} else [])


def _image(book: Ebook, node: Node) -> list[Node]:
    shown, name = book.pictures.get(node["c"][2][0]), book.name(node)
    if shown is None:
        said = words(alternative(node))
        return [{"t": "Span", "c": [[name, [], []], said]}] if name else said
    wide, _ = size(node, shown, (150.0, 220.0))
    place = f' id="{name}"' if name else ""
    alt = escape(clean(alternative(node, shown)), quote=True)
    unseen = "" if alt else ' role="presentation"'
    path = escape(shown.path, quote=True)
    style = f' style="width:{wide:g}mm"'
    return [html(f'<img{place} src="{path}" alt="{alt}"{unseen}{style} />')]


def _header(book: Ebook, node: Node) -> list[Node]:
    level, _, body = node["c"]
    name = book.name(node)
    if not text(body).strip():
        return [para([*place_of(name), *body])] if name or body else []
    number = number_of(node)
    mark: list[Node] = []
    if number:
        shown = {"t": "Span", "c": [["", ["number"], []], words(number)]}
        mark = [shown, {"t": "Space"}]
    return [{"t": "Header", "c": [min(level, 6), [name, [], []], [*mark, *body]]}]


def _captioned(node: Node) -> list[Node]:
    """Return a float's caption with its label."""
    label, blocks = attributes(node).get("label", ""), node["c"][1][1]
    if not label:
        return list(blocks)
    mark = {"t": "Span", "c": [["", ["label"], []], words(label)]}
    if blocks and blocks[0]["t"] in {"Para", "Plain"}:
        first = {"t": "Plain", "c": [mark, {"t": "Space"}, *blocks[0]["c"]]}
        return [first, *blocks[1:]]
    return [{"t": "Plain", "c": [mark]}, *blocks]


def _figure(book: Ebook, node: Node) -> list[Node]:
    caption, name = _captioned(node), book.name(node)
    place = f' id="{name}"' if name else ""
    head = [
        html("<figcaption>", "RawBlock"),
        *caption,
        html("</figcaption>", "RawBlock"),
    ]
    told = attributes(node)
    found = book.data.get(told.get("figure", ""))
    data = []
    if found:
        columns, rows, description = found
        title = told.get("label") or "the figure"
        data = [html(data_of(title, description, columns, rows), "RawBlock")]
    return [
        html(f"<figure{place}>", "RawBlock"),
        *(head if caption else []),
        *node["c"][2],
        *data,
        html("</figure>", "RawBlock"),
    ]


def _table(book: Ebook, node: Node) -> list[Node]:
    content = [[book.name(node), [], []], [None, _captioned(node)], *node["c"][2:]]
    return [{**node, "c": content}]


def _division(book: Ebook, node: Node) -> list[Node]:
    told, name = attributes(node), book.name(node)
    kinds = [kind.removeprefix("callout-") for kind in classes(node)]
    kind = next((one for one in kinds if one in CALLOUTS), "")
    if not kind:
        return [with_attr(node, [name, [], _tongue(told)])]
    title = told.get("title") or phrases(book.language)[kind]
    head = {"t": "Div", "c": [["", ["callout-title"], []], [para(words(title))]]}
    marks = [name, ["callout"], [["role", "note"], *_tongue(told)]]
    return [{"t": "Div", "c": [marks, [head, *node["c"][1]]]}]


def _code(book: Ebook, node: Node) -> list[Node]:
    named = with_attr(node, [book.name(node), [], []])
    return [{**named, "c": [named["c"][0], clean(named["c"][1])]}]


def _rule(_book: Ebook, node: Node) -> list[Node] | None:
    return [] if node.get("page") else None


CHANGES: dict[str, Callable[[Ebook, Node], list[Node] | None]] = {
    "Str": _string,
    "Link": _link,
    "Span": _span,
    "Image": _image,
    "Code": _code,
    "Cite": lambda _, node: list(node["c"][1]),
    "Header": _header,
    "Figure": _figure,
    "Table": _table,
    "Div": _division,
    "CodeBlock": _code,
    "HorizontalRule": _rule,
}
"""What changes each type of element."""
