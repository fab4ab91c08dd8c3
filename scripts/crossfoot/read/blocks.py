"""Blocks: how each kind of block is written, tables left out."""

import re

from crossfoot.nodes import Node
from crossfoot.read.inlines import (
    ATTRIBUTES,
    attributes,
    closed,
    code,
    direct,
    letters,
    literal,
    target,
)
from crossfoot.read.sequence import blocks, passed, search
from crossfoot.read.walk import Handler, Walk

FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})")
ATX_END = re.compile(r"[ ]*\\?#*[ ]*")
SETEXT = re.compile(r"[ ]*\n(?:[ ]*>)*[ ]*(?:=+|-+)[ ]*(?=\n|\Z)")
RULE = re.compile(r"(?:([-*_])[ ]*)(?:\1[ ]*){2,}(?=\n|\Z)")
BULLET = re.compile(r"[-+*](?=[ \n]|\Z)")
NUMBER = re.compile(r"\(?(?:#|\d+|[A-Za-z]+|@[\w-]*)[.)]?(?=[ \n]|\Z)")
DEFINES = re.compile(r"[:~](?=[ \n]|\Z)")
DIV = re.compile(r":{3,}[ ]*")
DIV_END = re.compile(r":{3,}[ ]*(?=\n|\Z)")
DIV_TAG = re.compile(r"<div\b[^>]*>", re.IGNORECASE)


def line_end(text: str, p: int) -> int:
    """Return the end of the line at `p`."""
    end = text.find("\n", p)
    return len(text) if end < 0 else end


def spaces(text: str, p: int) -> int:
    """Return the offset behind the spaces at `p`."""
    while text.startswith(" ", p):
        p += 1
    return p


def para(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a paragraph."""
    if not node["c"]:
        return p
    end = w.flow(node["c"], p, depth)
    return w.put(node, p, end) if end >= 0 else -1


def header(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a heading with `#`, or one that is underlined."""
    level, _, words = node["c"]
    if words and words[-1]["t"] == "LineBreak":
        words = words[:-1]
    if not w.t.startswith("#" * level, p):
        end = w.flow(words, p, depth, limit=line_end(w.t, p))
        end = _attributes(w, end) if end >= 0 else end
        line = SETEXT.match(w.t, end) if end >= 0 else None
        return w.put(node, p, line.end()) if line else -1
    q = spaces(w.t, p + level)
    end = w.flow(words, q, depth, limit=line_end(w.t, p)) if words else q
    if end < 0:
        return -1
    tail = ATX_END.match(w.t, end)
    end = _attributes(w, tail.end() if tail else end)
    return w.put(node, p, end + len(w.t[end : line_end(w.t, end)].rstrip(" ")))


def _attributes(w: Walk, p: int) -> int:
    found = ATTRIBUTES.match(w.t, spaces(w.t, p))
    return found.end() if found else p


def code_block(w: Walk, node: Node, p: int, _depth: int) -> int:
    """Match fenced or indented code; of raw blocks, fenced ones."""
    text = str(node["c"][1])
    fence = FENCE.match(w.t, p)
    end = _fenced(w, fence["mark"], text, line_end(w.t, p)) if fence else -1
    if end >= 0:
        return w.put(node, p, end)
    first, *rest = text.split("\n")
    end = line_end(w.t, p)
    if w.t[p:end].strip(" ") != first.strip(" "):
        return -1
    end = lines(w, rest, end) if rest else end
    return w.put(node, p, end) if end >= 0 else -1


def _fenced(w: Walk, mark: str, text: str, p: int) -> int:
    close = re.compile(rf"(?:\n[ >]*)+(?P<mark>{re.escape(mark)}+)[ ]*(?=\n|\Z)")
    end = lines(w, text.split("\n"), p) if text else p
    found = close.match(w.t, end) if end >= 0 else None
    return found.end("mark") if found else -1


def lines(w: Walk, wanted: list[str], p: int) -> int:
    """Match whole lines behind the line that ends at `p`; return the last one's end."""
    for line in wanted:
        if p >= len(w.t):
            return -1
        end = line_end(w.t, p + 1)
        here, text = w.t[p + 1 : end].rstrip(" "), line.rstrip(" ")
        if not here.endswith(text) or here[: len(here) - len(text)].strip(" >"):
            return -1
        p = end
    return p


def raw_block(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a raw block: fenced, or as it is."""
    if FENCE.match(w.t, p):
        return code_block(w, node, p, depth)
    if w.t.startswith("`", p):
        return code(w, node, p, depth)
    end = literal(w, node["c"][1], p, depth)
    return w.put(node, p, end) if end >= 0 else -1


def quote(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a block quote."""
    if not w.t.startswith(">", p):
        return -1
    mark = len(w.found)
    end = blocks(w, node["c"], p + 1, depth + 1)
    return w.put(node, p, end) if len(w.found) > mark or not node["c"] else -1


def listed(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a list, with bullets or numbers."""
    bullets = node["t"] == "BulletList"
    items = node["c"] if bullets else node["c"][1]
    marker, start = BULLET if bullets else NUMBER, p
    for index, item in enumerate(items):
        q = _at(w, marker, p, depth)
        if q < 0 and index == 0:
            return -1
        p = blocks(w, item, q if q >= 0 else p, depth)
    return w.put(node, start, p)


def _at(w: Walk, marker: re.Pattern[str], p: int, depth: int) -> int:
    """Return the end of a marker behind white space and definitions, or -1."""
    q = w.skip(p, depth)
    found = marker.match(w.t, q)
    while not found and (further := passed(w, q, depth)) > q:
        q = w.skip(further, depth)
        found = marker.match(w.t, q)
    return found.end() if found else -1


def definitions(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a definition list."""
    start = p
    for index, (term, bodies) in enumerate(node["c"]):
        q = w.skip(p, depth)
        end = w.flow(term, q, depth, limit=line_end(w.t, q))
        if end < 0 and index == 0:
            return -1
        if end < 0:
            end = search(w, {"t": "Plain", "c": term}, q, depth, 400)
        p = end if end >= 0 else p
        for body in bodies:
            q = _at(w, DEFINES, p, depth)
            p = blocks(w, body, q if q >= 0 else p, depth)
    return w.put(node, start, p)


def line_block(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a line block, whose leading spaces are shown."""
    start = p
    for words in node["c"]:
        p = w.skip(p, depth)
        if not w.t.startswith("|", p):
            return -1
        p += 2 if w.t.startswith("| ", p) else 1
        end = w.flow(words, p, depth) if words else p
        p = line_end(w.t, p) if end < 0 else end
    return w.put(node, start, p)


def rule(w: Walk, node: Node, p: int, _depth: int) -> int:
    """Match a horizontal rule."""
    found = RULE.match(w.t, p)
    return w.put(node, p, len(found.group().rstrip()) + p) if found else -1


def div(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a fenced div or `<div>`; its end may be missing."""
    fence, tag = DIV.match(w.t, p), DIV_TAG.match(w.t, p)
    if fence:
        q = line_end(w.t, max(fence.end(), _attributes(w, fence.end())))
    elif tag:
        q = tag.end()
    else:
        return -1
    end = blocks(w, node["c"][1], q, depth)
    close = DIV_END if fence else re.compile(r"</div\s*>", re.IGNORECASE)
    after = _at(w, close, end, depth)
    return w.put(node, p, after if after >= 0 else end)


def figure(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a picture that stands alone, its caption between the brackets."""
    _, (_, caption), held = node["c"]
    if not w.t.startswith("![", p) or not held or held[0]["t"] != "Plain":
        return -1
    picture, words = held[0]["c"][0], caption[0]["c"] if caption else []
    start = w.space(p + 2, depth)
    q = w.strict(words, start, depth)
    end = closed(w, "]", q, depth) if q >= 0 else -1
    end = target(w, picture, end) if end >= 0 else -1
    if end < 0:
        q, end = _lost_caption(w, picture, words, start, depth)
    if end < 0:
        return -1
    if caption:
        w.put(caption[0], start, q)
    w.put(picture, p, end)
    w.put(held[0], p, end)
    return w.put(node, p, end)


def _lost_caption(
    w: Walk, picture: Node, words: list[Node], p: int, depth: int
) -> tuple[int, int]:
    """Return the end of a caption that has a part without a place, and of its image."""
    stop, wanted = w.stop(p), letters("".join(picture["c"][2]))
    q = w.t.find("](", p, stop)
    while q >= 0:
        end = direct(w.t, q + 1, wanted)
        if end >= 0:
            w.resume(words, 0, p, depth, q)
            return q, attributes(w, end)
        q = w.t.find("](", q + 1, stop)
    return -1, -1


BLOCKS: dict[str, Handler] = {
    "Plain": para,
    "Para": para,
    "Header": header,
    "CodeBlock": code_block,
    "RawBlock": raw_block,
    "BlockQuote": quote,
    "BulletList": listed,
    "OrderedList": listed,
    "DefinitionList": definitions,
    "LineBlock": line_block,
    "HorizontalRule": rule,
    "Div": div,
    "Figure": figure,
}
