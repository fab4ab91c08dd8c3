"""Inlines: how each kind of inline element is written."""

import re
from html import unescape
from urllib.parse import unquote

from crossfoot.nodes import Node
from crossfoot.read.sequence import blocks as sequence
from crossfoot.read.strings import ENTITY
from crossfoot.read.walk import Handler, Walk

ATTRIBUTES = re.compile(
    r"\{\s*(?>(?:[#.][^\s{}\"'=]+|-|=[\w.+-]+"
    r"|[\w:.-]+=(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\s{}\"']*))\s*)*\}",
    re.DOTALL,
)
"""`{#id .class key="value"}`, or `{=format}`."""

LABEL = re.compile(r"\[(?!\^)(?>[^\[\]\\]|\\.|\[(?>[^\[\]\\]|\\.)*\])*\]", re.DOTALL)
"""The label of a reference link, brackets included."""

NOTE = re.compile(r"\[\^([^\s\[\]^]+)\]")
CITED = re.compile(r"-?@(?:\{[^}]*\}|[\w](?:[\w:.#$%&+?<>~/-]*[\w])?)")
SPAN_TAG = re.compile(r"<span\b(?>[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
MACRO = re.compile(r"\\(?:[A-Za-z]+\*?(?:\{[^{}]*\})*[ ]*)?")
TAG = re.compile(r"<(?P<name>/?[A-Za-z][\w:-]*)(?>[^<>\"']|\"[^\"]*\"|'[^']*')*>")
OPEN = {"DoubleQuote": '"“\x93', "SingleQuote": "'‘’\x91"}
CLOSE = {"DoubleQuote": '"”\x94', "SingleQuote": "'’\x92"}


def attributes(w: Walk, p: int) -> int:
    """Skip attributes, if there are any."""
    found = ATTRIBUTES.match(w.t, p)
    return found.end() if found else p


def enclosed(*marks: str) -> Handler:
    """Return the handler of an element between two equal marks."""

    def handle(w: Walk, node: Node, p: int, depth: int) -> int:
        for mark in marks:
            if w.t.startswith(mark, p):
                q = joined(w, mark, node["c"], p + len(mark), depth)
                if q >= 0 and (end := closed(w, mark, q, depth)) >= 0:
                    return w.put(node, p, end)
        return bracketed(w, node, p, depth)

    return handle


def joined(w: Walk, mark: str, nodes: list[Node], p: int, depth: int) -> int:
    """Match inlines between marks; pandoc makes one element of `**a****b**`."""
    i, p = w.run(nodes, 0, p, depth)
    while 0 < i < len(nodes) and w.t.startswith(mark + mark, p):
        before = i
        i, p = w.run(nodes, i, p + 2 * len(mark), depth)
        if i == before:
            return -1
    return p if i == len(nodes) else -1


def closed(w: Walk, mark: str, p: int, depth: int) -> int:
    """Match a closing mark, white space before it allowed."""
    for q in (p, w.space(p, depth)):
        if w.t.startswith(mark, q):
            return q + len(mark)
    return -1


def content(node: Node) -> list[Node]:
    """Return the inlines of an element, attributes left out."""
    inner = node["c"]
    return list(inner[1] if node["t"] in {"Span", "Link", "Image"} else inner)


def bracketed(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match `[words]{attributes}`, or `<span>words</span>`."""
    if w.t.startswith("[", p):
        end = between(w, node, p, depth)
        tail = ATTRIBUTES.match(w.t, end) if end >= 0 else None
        return w.put(node, p, tail.end()) if tail else nested(w, node, p, depth)
    opening = SPAN_TAG.match(w.t, p)
    for q in (opening.end(), w.space(opening.end(), depth)) if opening else ():
        end = w.strict(content(node), q, depth)
        end = w.space(end, depth) if end >= 0 else end
        if end >= 0 and w.t[end : end + 7].lower() == "</span>":
            return w.put(node, p, end + 7)
    return -1


def nested(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match `[words]{.smallcaps lang=la}`, of which pandoc makes two elements."""
    held = content(node)
    if len(held) != 1 or held[0]["t"] not in {"Span", "SmallCaps", "Underline"}:
        return -1
    end = bracketed(w, held[0], p, depth)
    return w.put(node, p, end) if end >= 0 else -1


def between(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match the words of an element in brackets; return the end of `]`, or -1."""
    q = w.strict(content(node), w.space(p + 1, depth), depth)
    return closed(w, "]", q, depth) if q >= 0 else -1


def quoted(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match words in quotation marks."""
    kind, words = node["c"][0]["t"], node["c"][1]
    if w.t[p : p + 1] not in OPEN[kind] or p >= len(w.t):
        return -1
    q = w.strict(words, w.space(p + 1, depth), depth)
    for end in (q, w.space(q, depth)) if q >= 0 else ():
        if w.t[end : end + 1] and w.t[end] in CLOSE[kind]:
            return w.put(node, p, end + 1)
    return -1


def link(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a link, or an image behind its `!`."""
    if w.t.startswith("<", p):
        q = w.strict(node["c"][1], p + 1, depth)
        if q < 0 or not w.t.startswith(">", q):
            return -1
        return w.put(node, p, attributes(w, q + 1))
    if not w.t.startswith("[", p):
        return -1
    q = between(w, node, p, depth)
    q = target(w, node, q) if q >= 0 else q
    return w.put(node, p, q) if q >= 0 else -1


def image(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match an image."""
    if not w.t.startswith("![", p):
        return -1
    q = between(w, node, p + 1, depth)
    q = target(w, node, q) if q >= 0 else q
    return w.put(node, p, q) if q >= 0 else -1


def target(w: Walk, node: Node, p: int) -> int:
    """Match what follows the words of a link; return its end, or -1."""
    url, title = node["c"][2]
    if w.t.startswith("(", p):
        end = direct(w.t, p, letters(url + title))
        if end >= 0:
            return attributes(w, end)
    label = LABEL.match(w.t, p)
    return attributes(w, label.end() if label else p)


def direct(text: str, p: int, wanted: str) -> int:
    """Return the end of `(address "title")` at `p` that says `wanted`, or -1."""
    q, limit = p, p + 200 + 12 * len(wanted)
    while (q := text.find(")", q + 1, limit)) >= 0:
        if letters(text[p + 1 : q]) == wanted:
            return q + 1
    return -1


def letters(address: str) -> str:
    """Return an address and title without what may be written in more than one way."""
    said = ENTITY.sub(lambda found: unescape(found.group()), address)
    said = re.sub(r"\\([^0-9A-Za-z\s])", r"\1", said)
    return re.sub(r"[\s<>\"'“”‘’]+", "", unquote(said))


def squashed(text: str, depth: int) -> str:
    """Return text without white space and the marks of block quotes."""
    marks = rf"\n(?:[ ]*>){{0,{depth}}}"
    return "".join(re.sub(marks, "\n", text).split())


def code(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match code between backticks, of an element `[attributes, text]`."""
    ticks = re.compile("`+").match(w.t, p)
    if not ticks:
        return -1
    wanted = squashed(node["c"][1], 0)
    q, limit = ticks.end(), ticks.end() + 200 + 4 * len(node["c"][1])
    closing = re.compile(f"(?<!`){ticks.group()}(?!`)")
    while found := closing.search(w.t, q, limit):
        if squashed(w.t[ticks.end() : found.start()], depth) == wanted:
            return w.put(node, p, attributes(w, found.end()))
        q = found.end()
    return -1


def maths(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match TeX between dollars; where macros are defined, any TeX will do."""
    mark = "$$" if node["c"][0]["t"] == "DisplayMath" else "$"
    if not w.t.startswith(mark, p):
        return -1
    wanted, start = squashed(node["c"][1], 0), p + len(mark)
    limit = p + 200 + 4 * len(node["c"][1])
    q = first = w.t.find(mark, start, limit)
    while q >= 0:
        if squashed(w.t[start:q], depth) == wanted:
            return w.put(node, p, q + len(mark))
        q = w.t.find(mark, q + 1, limit)
    if first >= 0 and w.macros:
        return w.put(node, p, first + len(mark))
    return -1


def raw(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match raw HTML or TeX, as it is or as code with a format."""
    if w.t.startswith("`", p):
        return code(w, node, p, depth)
    end = literal(w, node["c"][1], p, depth)
    macro = MACRO.match(w.t, p) if end < 0 else None
    if macro and w.macros:
        end = macro.end()
    return w.put(node, p, end) if end >= 0 else -1


def literal(w: Walk, text: str, p: int, depth: int) -> int:
    """Match text that stands as it is, but for white space and quote marks."""
    if w.t.startswith(text, p):
        return p + len(text)
    end = p
    for word in text.split():
        end = w.skip(end, depth)
        if not w.t.startswith(word, end):
            return tag(w, text, p)
        end += len(word)
    return w.space(end, depth) if text[-1:].isspace() else end


def tag(w: Walk, text: str, p: int) -> int:
    """Match one HTML tag, whose attributes pandoc may have written anew."""
    name = TAG.fullmatch(text.strip())
    found = TAG.match(w.t, p) if name else None
    if name and found and found["name"].lower() == name["name"].lower():
        return found.end()
    return -1


def cite(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a citation, whose inlines are the words as written."""
    start, words = p, node["c"][1]
    key = CITED.match(w.t, p)
    if key and words and words[0]["t"] == "Str":
        said = re.sub(r"[-{}]", "", key.group()) == re.sub(r"[-{}]", "", words[0]["c"])
        if said and key.group() != words[0]["c"]:
            if key.group() == "-" + words[0]["c"]:
                w.put(words[0], p + 1, key.end())
            p, words = key.end(), words[1:]
    for part in words:
        p = w.word(part, p) if part["t"] == "Str" else w.space(p, depth)
        if p < 0:
            return -1
    return w.put(node, start, p) if p > start else -1


def note(w: Walk, node: Node, p: int, depth: int) -> int:
    """Match a footnote's mark and, where it is defined, what it says."""
    if w.t.startswith("^[", p):
        words = node["c"][0]["c"] if node["c"] else []
        q = w.strict(words, w.space(p + 2, depth), depth)
        end = closed(w, "]", q, depth) if q >= 0 else -1
        if end < 0:
            return -1
        if words:
            w.put(node["c"][0], w.space(p + 2, depth), q)
        return w.put(node, p, end)
    mark = NOTE.match(w.t, p)
    if not mark:
        return -1
    define(w.top or w, node["c"], mark.group(1))
    return w.put(node, p, mark.end())


def define(w: Walk, blocks: list[Node], key: str) -> None:
    """Place a note's content where the note is defined; the last definition counts."""
    for start, depth in reversed(w.notes.get(key, [])):
        mark = len(w.found)
        if blocks and w.block(blocks[0], w.skip(start, depth), depth) >= 0:
            del w.found[mark:]
            sequence(w, blocks, start, depth)
            return
    w.missed = w.missed or bool(blocks)


INLINES: dict[str, Handler] = {
    "Emph": enclosed("*", "_"),
    "Strong": enclosed("**", "__"),
    "Strikeout": enclosed("~~"),
    "Superscript": enclosed("^"),
    "Subscript": enclosed("~"),
    "Underline": bracketed,
    "SmallCaps": bracketed,
    "Span": bracketed,
    "Quoted": quoted,
    "Link": link,
    "Image": image,
    "Code": code,
    "Math": maths,
    "RawInline": raw,
    "Cite": cite,
    "Note": note,
}
