"""Inlines: cutting a prefix off, finding texts that run over several, writing them."""

import re
from collections.abc import Callable
from typing import Any

from crossfoot.importing.changes import raw
from crossfoot.nodes import Node, identifier, rewrite, text

HOLDERS = {"Strong": None, "Emph": None, "Underline": None, "Span": 1, "Link": 1}
"""Inlines that hold others, and where."""
SMART = re.compile(r"--+|\.\.\.+|&(?=#?\w+;)|(?<!\w)@(?=\w)")
"""What would be read as a dash, an ellipsis, a character by its name or a citation."""
STARTS = re.compile(r"\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|#)[.)]$|[-+*~:>#|=@]")
"""What a line must not start with inside of a paragraph."""


def is_anchor(node: Node) -> bool:
    """Say whether a Span holds nothing and is there to be led to."""
    return node["t"] == "Span" and not text(node) and bool(identifier(node))


def without_prefix(inlines: list[Node], length: int) -> list[Node]:
    """Return inlines without the first characters of their text."""
    out: list[Node] = []
    for node in inlines:
        size = len(text(node))
        if length <= 0:
            out.append(node)
        elif size > length and node["t"] == "Str":
            out.append({"t": "Str", "c": node["c"][length:]})
        elif size > length and node["t"] in HOLDERS:
            at = HOLDERS[node["t"]]
            inner = node["c"] if at is None else node["c"][at]
            cut = without_prefix(inner, length)
            out.append(with_inner(node, cut))
        elif not size:
            out.append(node)
        length -= size
    while out and out[0]["t"] in {"Space", "SoftBreak", "LineBreak"}:
        out.pop(0)
    return out


def with_inner(node: Node, inner: list[Node]) -> Node:
    """Return an inline that holds others with these instead."""
    at = HOLDERS[node["t"]]
    if at is None:
        return {**node, "c": inner}
    content = list(node["c"])
    content[at] = inner
    return {**node, "c": content}


def replaced(
    inlines: list[Node],
    pattern: re.Pattern[str],
    instead: Callable[[re.Match[str]], list[Node] | None],
) -> list[Node]:
    """Return inlines in which matches of plain text stand replaced.

    Runs of Str and Space are one text; what `instead` returns None for stays.
    """
    out: list[Node] = []
    run: list[Node] = []
    for node in [*inlines, None]:
        if node and node["t"] in {"Str", "Space", "SoftBreak"}:
            run.append(node)
            continue
        out += _replaced(run, pattern, instead)
        run = []
        out += [node] if node else []
    return out


def _replaced(
    run: list[Node],
    pattern: re.Pattern[str],
    instead: Callable[[re.Match[str]], list[Node] | None],
) -> list[Node]:
    line = text(run)
    found = [(one, new) for one in pattern.finditer(line) if (new := instead(one))]
    if not found:
        return run
    out, at = [], 0
    for match, new in found:
        out += [*strings(line[at : match.start()]), *new]
        at = match.end()
    return out + strings(line[at:])


def strings(line: str) -> list[Node]:
    """Return a text as Str and Space, spaces at its edges kept."""
    parts = re.findall(r"\s+|\S+", line)
    return [
        {"t": "Space"} if one.isspace() else {"t": "Str", "c": one} for one in parts
    ]


def as_typed(tree: Any) -> Any:
    """Return a tree that reads as it was typed when it is written and read again.

    Nothing is made smart, and no line starts with what would start a list.
    """

    def change(node: Node) -> list[Node] | None:
        if node["t"] in {"Para", "Plain"}:
            return [{**node, "c": _kept_together(node["c"])}]
        if node["t"] != "Str":
            return None
        if not SMART.search(node["c"]):
            return None
        return _escaped(node["c"])

    return rewrite(tree, change)


def _escaped(word: str) -> list[Node]:
    out, at = [], 0
    for one in SMART.finditer(word):
        if one.start() > at:
            out.append({"t": "Str", "c": word[at : one.start()]})
        out.append(raw("".join(f"\\{letter}" for letter in one[0])))
        at = one.end()
    return out + ([{"t": "Str", "c": word[at:]}] if word[at:] else [])


def _kept_together(inlines: list[Node]) -> list[Node]:
    out: list[Node] = []
    for node in inlines:
        starts = node["t"] == "Str" and STARTS.match(node["c"])
        if starts and len(out) > 2 and out[-1]["t"] in {"Space", "SoftBreak"}:
            before = out[-2]
            if before["t"] == "Str":
                out[-2:] = [{"t": "Str", "c": f"{before['c']} {node['c']}"}]
                continue
            out[-1] = {"t": "Str", "c": " "}
        out.append(node)
    if out and out[0]["t"] == "Str" and out[0]["c"].startswith(":"):
        # A colon at a paragraph's start would open a box, or define what is above.
        out[:1] = [raw("\\:"), {"t": "Str", "c": out[0]["c"][1:]}]
    return out
