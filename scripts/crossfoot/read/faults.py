"""Faults: what pandoc says about a chapter in, findings on the chapter's text out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crossfoot.findings import Finding, Related
from crossfoot.nodes import Node, span, walk
from crossfoot.places import Place, Span, Text

AT = re.compile(r"\(line (?P<line>\d+), column (?P<column>\d+)\)")
YAML = re.compile(r"exception at line (?P<line>\d+), column (?P<column>\d+)[,:]?\s*")
LABEL = re.compile(r"[ >]*(?P<label>\[(?:[^\[\]\\\n]|\\.)+\]):")
COLONS = re.compile(r":{3,}")


def from_error(text: Text, error: str) -> Finding:
    """Return the finding on a chapter that pandoc could not read as it is."""
    if "YAML" in error:
        return _yaml(text, error)
    at = AT.search(error)
    place = _position(text, int(at["line"]), int(at["column"])) if at else None
    reason = " ".join(error.split("\n", 1)[0].split())
    return Finding(
        "SRC07",
        f"Pandoc cannot read this chapter: {reason}",
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


def from_warnings(text: Text, warnings: Iterable[Mapping[str, Any]]) -> list[Finding]:
    """Return findings on what pandoc warns about."""
    makers = {
        "UnclosedDiv": _unclosed,
        "DuplicateNoteReference": _note_twice,
        "DuplicateLinkReference": _link_twice,
        "NoteDefinedButNotUsed": _unused,
    }
    return [makers[w["type"]](text, w) for w in warnings if w["type"] in makers]


def _unclosed(text: Text, warning: Mapping[str, Any]) -> Finding:
    number = int(warning["openpos"]["line"])
    line = text.line(number)
    opens = re.search(r":::.*\S|<div\b[^>]*>?", line, re.IGNORECASE)
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


def _labels(text: Text, label: str) -> list[Span]:
    """Return where the definitions of a label stand, brackets included."""
    found = re.finditer(
        rf"^[ \t>]*(?P<label>{re.escape(label)}):", text.text, re.MULTILINE
    )
    return [one.span("label") for one in found]


def _twice(text: Text, label: str, line: int) -> tuple[Place, tuple[Related, ...]]:
    """Return the place of the definition on a line, and of those before it."""
    places = [text.place(one) for one in _labels(text, label)]
    here = next((one for one in places if one.line == line), None)
    others = [one for one in places if one.line != line]
    notes = tuple(Related("it is also defined here", one) for one in others[:3])
    return here or Place(text.file), notes


def _note_twice(text: Text, warning: Mapping[str, Any]) -> Finding:
    label = f"[^{warning['contents']}]"
    place, notes = _twice(text, label, int(warning["line"]))
    return Finding(
        "REF07",
        f"Footnote {label} is defined twice; only the last text is shown",
        place,
        notes,
        help="Give one of them another key, and use it where it belongs",
    )


def _link_twice(text: Text, warning: Mapping[str, Any]) -> Finding:
    label = str(warning["contents"])
    place, notes = _twice(text, label, int(warning["line"]))
    return Finding(
        "REF07",
        f"Link address {label} is defined twice; only the last one is used",
        place,
        notes,
        help="Give one of them another name",
        severity="warning",
    )


def _unused(text: Text, warning: Mapping[str, Any]) -> Finding:
    label = f"[^{warning['key']}]"
    place, _ = _twice(text, label, int(warning["line"]))
    return Finding(
        "REF08",
        f"Footnote {label} is defined and never used, so nobody will read it",
        place,
        help=f"Write {label} where it belongs, or take the definition out",
    )


def stray_fences(text: Text, blocks: list[Node]) -> Iterator[Finding]:
    """Yield findings on lines of colons that close nothing and are shown as text."""
    for node in walk(blocks):
        where = span(node) if node["t"] == "Str" else None
        if where and COLONS.fullmatch(node["c"]):
            yield Finding(
                "SRC07",
                f"“{node['c']}” closes no div and is printed as it is",
                text.place(where),
                help="Take it out, or open a div above: `::: name`",
            )
