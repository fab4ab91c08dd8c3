"""Abbreviations: chapters and what short forms stand for in, first uses written out.

“the WMCA” becomes “the West Midlands Combined Authority (WMCA)” where it is first
read, and only there; the word itself stays, and the others are added around it.
Nothing is added in headings, captions, tables, notes, quotations, code and links.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from crossfoot.assemble.parts import Copied, Shortened
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.nodes import Node, classes, identifier, text, walk

CLASS = "abbreviation"
INNER = {"Emph": None, "Strong": None, "Underline": None, "SmallCaps": None, "Span": 1}
"""Inlines that a short form is looked for in, and where their own inlines stand."""
ARTICLES = frozenset({"a", "an", "A", "An"})
EDGES = re.compile(r"(\W*)(\w.*?)(\W*)", re.DOTALL)
ENDINGS = ("", "s", "’s", "'s", "s’", "s'")
QUOTES = re.compile(r"[“”\"]")
STOPS = (".", "?", "!")


class Place(NamedTuple):
    """A word: the inlines it stands among, and where."""

    inlines: list[Node]
    at: int
    before: str
    """The word before it: "." at a paragraph's start, "" where there is none."""


@dataclass(slots=True)
class Reader:
    """What was read of a paragraph so far."""

    before: str = "."
    quoted: bool = False
    """Whether a quotation is open: words of others stay as they are."""

    def read(self, word: str) -> None:
        """Take note of a word."""
        self.before = word
        for sign in QUOTES.findall(word):
            self.quoted = sign == "“" or (sign == '"' and not self.quoted)


def expand(
    copies: Sequence[Copied], told: Mapping[str, str] | None
) -> list[tuple[str, str]]:
    """Write out the first use of each short form; return those used, sorted."""
    forms = spelled(told)
    waiting = frozenset(forms)
    for copy in copies if forms else ():
        copy.short = written(copy, forms, waiting)
        waiting = copy.short.after
    used = frozenset[str]().union(*(copy.short.used for copy in copies))
    return sorted(
        ((one, forms[one]) for one in used), key=lambda one: one[0].casefold()
    )


def spelled(told: Mapping[str, str] | None) -> dict[str, str]:
    """Return what short forms stand for, on one line each."""
    return {short: " ".join(long.split()) for short, long in (told or {}).items()}


def written(
    copy: Copied, forms: Mapping[str, str], waiting: frozenset[str]
) -> Shortened:
    """Write out those of the short forms `waiting` for it that a chapter uses first."""
    open_ = {one: forms[one] for one in forms if one in waiting}
    used = _used(copy.blocks, forms)
    for inlines in paragraphs(copy.blocks):
        if not open_:
            break
        _introduced(inlines, open_)
        for place in words(inlines, Reader()):
            _write_out(place, open_)
    return Shortened(waiting, frozenset(open_), frozenset(used))


def _used(blocks: list[Node], forms: Mapping[str, str]) -> set[str]:
    """Return the short forms that blocks hold anywhere in their words."""
    said = {node["c"] for node in walk(blocks) if node["t"] == "Str"}
    return {found[1] for word in said if (found := parted(word, forms))}


def paragraphs(blocks: list[Node]) -> Iterator[list[Node]]:
    """Yield the inlines of running text, in reading order."""
    for block in blocks:
        kind, content = block["t"], block.get("c", [])
        if kind in {"Para", "Plain"}:
            yield content
        elif kind == "Div" and identifier(block) != "refs":
            yield from paragraphs(content[1])
        elif kind in {"BulletList", "OrderedList"}:
            for item in content[1] if kind == "OrderedList" else content:
                yield from paragraphs(item)


def words(inlines: list[Node], reader: Reader) -> Iterator[Place]:
    """Yield the words of inlines; what stands there may change on the way."""
    for at, node in enumerate(list(inlines)):
        kind = node["t"]
        if kind == "Str":
            quoted = reader.quoted or node["c"][:1] in {"“", '"'}
            if not quoted:
                yield Place(inlines, at, reader.before)
            reader.read(node["c"])
        elif kind in INNER and "number" not in _kinds(node):
            where = INNER[kind]
            yield from words(node["c"] if where is None else node["c"][where], reader)
        elif kind not in {"Space", "SoftBreak"}:
            reader.before = ""


def _kinds(node: Node) -> list[str]:
    return classes(node) if node["t"] == "Span" else []


def _introduced(inlines: list[Node], waiting: dict[str, str]) -> None:
    """Take out what a paragraph says in full beside its short form itself."""
    said = " ".join(text(inlines).split())
    for short in [one for one in waiting if one in said]:
        long = waiting[short].casefold()
        if long in said.casefold() or f"({short})" in said:
            del waiting[short]


def parted(word: str, forms: Container[str]) -> tuple[str, str, str, str] | None:
    """Return a word as what stands before, short form, ending, and what follows.

    Together these are the word; None when there is no short form in it.
    """
    found = EDGES.fullmatch(word)
    if not found:
        return None
    before, core, after = found.groups()
    if after[:1] == "." and f"{core}." in forms:
        return before, f"{core}.", "", after[1:]
    for ending in ENDINGS:
        short = core.removesuffix(ending)
        if short + ending == core and short in forms:
            return before, short, ending, after
    return None


def _write_out(place: Place, waiting: dict[str, str]) -> None:
    node = place.inlines[place.at]
    found = parted(node["c"], waiting)
    if not found:
        return
    before, short, ending, after = found
    long = typed(waiting.pop(short))
    own: list[Node] = [{"t": "Str", "c": short + ending}]
    bracketed = [SPACE, {"t": "Str", "c": "("}]
    if ending or place.before in ARTICLES:
        # “an MP (Member of Parliament)”: article and ending fit the short form.
        content = [*own, *bracketed, *long, {"t": "Str", "c": ")"}]
    else:
        if place.before.endswith(STOPS) and not before:
            long[0] = {"t": "Str", "c": long[0]["c"][:1].upper() + long[0]["c"][1:]}
        content = [*long, *bracketed, *own, {"t": "Str", "c": ")"}]
    around = ([{"t": "Str", "c": one}] if one else [] for one in (before, after))
    first, last = around
    span: Node = {"t": "Span", "c": [["", [CLASS], []], content]}
    # A Span in the place of the word, so that places of its neighbours hold.
    place.inlines[place.at] = {"t": "Span", "c": [["", [], []], [*first, span, *last]]}


def listed(used: Sequence[tuple[str, str]]) -> list[Node]:
    """Return the list of abbreviations."""
    pairs = [
        [typed(short), [[{"t": "Plain", "c": typed(long)}]]] for short, long in used
    ]
    return [{"t": "DefinitionList", "c": pairs}] if pairs else []
