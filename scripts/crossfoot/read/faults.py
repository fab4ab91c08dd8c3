"""Faults: what pandoc says about a chapter in, findings on the chapter's text out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from crossfoot.findings import Finding, Related
from crossfoot.nodes import Node, span, walk
from crossfoot.places import Place, Span, Text

AT = re.compile(r"\(line (?P<line>\d+), column (?P<column>\d+)\)")
YAML = re.compile(r"exception at line (?P<line>\d+), column (?P<column>\d+)[,:]?\s*")
LABEL = re.compile(r"^[ \t>]*(?P<label>\[[^\[\]\n]+\]):", re.MULTILINE)
COLONS = re.compile(r":{3,}")
UNREAD = "Pandoc cannot read this chapter"
"""What the message starts with on a chapter that stays as it was typed."""


def from_error(text: Text, error: str) -> Finding:
    """Return the finding on a chapter that pandoc could not read as it is."""
    if "YAML" in error:
        return _yaml(text, error)
    at = AT.search(error)
    place = _position(text, int(at["line"]), int(at["column"])) if at else None
    reason = " ".join(error.split("\n", 1)[0].split())
    return Finding(
        "SRC07",
        f"{UNREAD}: {reason}",
        place or Place(text.file),
        help="Take the last thing added out again; until then the text stays as typed",
    )


def _yaml(text: Text, error: str) -> Finding:
    """Return the finding on metadata; pandoc counts lines from the block's first."""
    block, inner = AT.search(error), YAML.search(error)
    first = int(block["line"]) if block else 1
    line = first + (int(inner["line"]) if inner else 0)
    column = int(inner["column"]) + 1 if inner else 1
    said = error[inner.end() :] if inner else error
    reason = " ".join(said.split()).rstrip(":,")
    return Finding(
        "SRC02",
        f"Metadata is not YAML: {reason}",
        _position(text, line, column) or Place(text.file),
        help="Correct the YAML here; a value with a colon needs quotation marks",
    )


def _position(text: Text, line: int, column: int) -> Place | None:
    if not 1 <= line <= len(text.starts):
        return None
    start = text.starts[line - 1]
    at = min(start + column - 1, start + len(text.line(line)))
    return text.place((at, at))


def from_warnings(
    text: Text, warnings: Iterable[Mapping[str, Any]]
) -> Iterator[Finding]:
    """Yield findings on what pandoc warns about."""
    labels = _Labels(text)
    for warning in warnings:
        kind, line = warning["type"], int(warning.get("line", 1))
        if kind == "UnclosedDiv":
            yield _unclosed(text, int(warning["openpos"]["line"]))
        elif kind == "DuplicateNoteReference":
            yield _note_twice(f"[^{warning['contents']}]", line, labels)
        elif kind == "DuplicateLinkReference":
            yield _link_twice(str(warning["contents"]), line, labels)
        elif kind == "NoteDefinedButNotUsed":
            yield _unused(f"[^{warning['key']}]", line, labels)


def _unclosed(text: Text, number: int) -> Finding:
    opens = re.search(r":::.*\S|<div\b[^>]*>?", text.line(number), re.IGNORECASE)
    place = Place(text.file)
    if opens:
        start = text.starts[number - 1]
        place = text.place((start + opens.start(), start + opens.end()))
    return Finding(
        "SRC07",
        f"Div “{opens.group() if opens else ''}” is never closed",
        place,
        help="Close it where it ends, with a line of three colons or </div>",
    )


class _Labels:
    """Where the labels of footnotes and link addresses are defined."""

    def __init__(self, text: Text) -> None:
        self.text = text

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        """The labels' places, brackets included, by label."""
        out: dict[str, list[Span]] = {}
        for found in LABEL.finditer(self.text.text):
            out.setdefault(found["label"], []).append(found.span("label"))
        return out

    def at(self, label: str, line: int) -> tuple[Place, tuple[Related, ...]]:
        """Return the place of the definition on a line, and the one before it."""
        spans = self.spans.get(label, [])
        first = self.text.starts[min(line, len(self.text.starts)) - 1]
        index = bisect_left(spans, (first, 0))
        here = [self.text.place(one) for one in spans[index : index + 1]]
        before = [self.text.place(one) for one in spans[max(index - 1, 0) : index]]
        notes = tuple(Related("it is also defined here", one) for one in before)
        found = here[0] if here and here[0].line == line else Place(self.text.file)
        return found, notes


def _note_twice(label: str, line: int, labels: _Labels) -> Finding:
    place, notes = labels.at(label, line)
    return Finding(
        "REF07",
        f"Footnote {label} is defined twice; only the last text is shown",
        place,
        notes,
        help="Give one of them another key, and use it where it belongs",
    )


def _link_twice(label: str, line: int, labels: _Labels) -> Finding:
    place, notes = labels.at(label, line)
    return Finding(
        "REF07",
        f"Link address {label} is defined twice; only the last one is used",
        place,
        notes,
        help="Give one of them another name",
        severity="warning",
    )


def _unused(label: str, line: int, labels: _Labels) -> Finding:
    place, _ = labels.at(label, line)
    return Finding(
        "REF08",
        f"Footnote {label} is defined and never used, so nobody will read it",
        place,
        help=f"Write {label} where it belongs, or take the definition out",
    )


def stray_fences(text: Text, blocks: list[Node]) -> Iterator[Finding]:
    """Yield findings on lines of colons that close nothing and are shown as text."""
    for node in walk(blocks) if ":::" in text.text else ():
        where = span(node) if node["t"] == "Str" else None
        if where and COLONS.fullmatch(node["c"]):
            yield Finding(
                "SRC07",
                f"“{node['c']}” closes no div and is printed as it is",
                text.place(where),
                help="Take it out, or open a div above: `::: name`",
            )


def open_comments(text: Text, blocks: list[Node]) -> Iterator[Finding]:
    """Yield findings on comments that never end, and so are printed."""
    started = text.text.count("<!--") > text.text.count("-->")
    for node in walk(blocks) if started else ():
        where = span(node) if node["t"] == "Str" else None
        at = text.text.find("<!--", *where) if where else -1
        if where and at >= 0 and not text.text.endswith("\\", 0, at):
            yield Finding(
                "SRC07",
                "Comment “<!--” is never closed; it is printed",
                text.place((at, at + len("<!--"))),
                help="Close it where it ends, with -->",
            )
