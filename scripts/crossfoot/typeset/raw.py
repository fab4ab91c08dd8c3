r"""Raw HTML and TeX: what authors wrote for one format in, elements for all out.

Pairs of tags become emphasis and its like, `<br>` a line break, `\newpage` a new
page. Nothing else of another format is passed on: only its words are shown.
"""

import re
from html import unescape

from crossfoot.nodes import Node, walk

ELEMENTS = {
    "b": "Strong",
    "strong": "Strong",
    "i": "Emph",
    "em": "Emph",
    "cite": "Emph",
    "var": "Emph",
    "u": "Underline",
    "ins": "Underline",
    "s": "Strikeout",
    "strike": "Strikeout",
    "del": "Strikeout",
    "sup": "Superscript",
    "sub": "Subscript",
}
"""Tags in a line that have an element of their own."""

SILENT = frozenset(
    {"abbr", "big", "center", "dfn", "font", "kbd", "mark", "q", "samp", "small"}
    | {"span", "time", "tt", "wbr", "a", "div", "p", "article", "aside", "section"}
    | {"details", "summary", "main", "header", "footer", "br", "hr", "nav"}
    | {"tr", "td", "th", "thead", "tbody", "tfoot", "caption", "col", "colgroup"}
    | {"li", "dt", "dd", "figure", "figcaption", "source", "option", "picture"}
)
"""Tags that may go unsaid: their words are shown."""

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
ANCHOR = re.compile(r"(?<![\w:.-])(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)")
TEX = frozenset({"tex", "latex"})
ARGUED = (
    r"(?:index|label|vspace|hspace|setcounter|setlength|addcontentsline|pagestyle"
    r"|thispagestyle|pagenumbering|markboth|markright|addtocontents|bibliographystyle)"
    r"\*?(?:\s*[\[{][^\[\]{}]*[\]}])+"
)
ALONE = r"(?:noindent|centering|raggedright|(?:small|med|big)skip|[hv]fill)(?![A-Za-z])"
OF_BOOKS = (
    r"(?:(?:front|main|back)matter|appendix|tableofcontents|listof(?:figures|tables)"
    r"|(?:single|onehalf|double)spacing|maketitle|printindex|FloatBarrier|phantomsection)"
    r"(?![A-Za-z])"
)
LAYOUT = {
    "RawInline": re.compile(rf"\s*(?:\\(?:{ARGUED}|{ALONE})\s*)+"),
    # In a line these may be a part of a path, `\appendix`.
    "RawBlock": re.compile(rf"\s*(?:\\(?:{ARGUED}|{ALONE}|{OF_BOOKS})\s*)+"),
}
"""TeX that lays out a page or marks a place, and shows no words of its own."""
NEW_PAGE = re.compile(r"\s*\\(newpage|pagebreak|clearpage|cleardoublepage)\s*")


def paired(inlines: list[Node]) -> list[Node]:
    """Return inlines in which pairs of HTML tags are elements."""
    stack: list[tuple[str, list[Node]]] = [("", [])]
    for node in inlines:
        found = _tag(node)
        if found is None:
            stack[-1][1].append(node)
        elif found[0]:
            _close(stack, found[1])
        else:
            _open(stack, found[1], found[2])
    while len(stack) > 1:
        _, body = stack.pop()
        stack[-1][1].extend(body)
    return stack[0][1]


def tagged(inlines: list[Node]) -> bool:
    """Say whether inlines hold raw HTML tags."""
    return any(_tag(node) for node in inlines)


def _tag(node: Node) -> tuple[str, str, str] | None:
    """Return a raw tag as closing mark, lower-case name and attributes."""
    if node["t"] != "RawInline" or node["c"][0] != "html":
        return None
    found = TAG.fullmatch(node["c"][1].strip())
    return (found[1], found[2].lower(), found[3]) if found else None


def _open(stack: list[tuple[str, list[Node]]], name: str, told: str) -> None:
    if name in ELEMENTS:
        stack.append((name, []))
        return
    if name == "br":
        stack[-1][1].append({"t": "LineBreak"})
        return
    anchor = ANCHOR.search(told)
    if anchor:
        stack[-1][1].append({"t": "Span", "c": [[anchor[1], [], []], []]})


def _close(stack: list[tuple[str, list[Node]]], name: str) -> None:
    """Close the innermost open tag of a name; what is open inside is not kept."""
    if not any(opened == name for opened, _ in stack[1:]):
        return
    while True:
        opened, body = stack.pop()
        if opened == name:
            stack[-1][1].append({"t": ELEMENTS[name], "c": body})
            return
        stack[-1][1].extend(body)


def anchors(tree: list[Node]) -> list[str]:
    """Return the identifiers that raw HTML gives, in order."""
    return [
        found[1]
        for node in walk(tree)
        if node["t"] in {"RawInline", "RawBlock"} and node["c"][0] == "html"
        for tag in TAG.findall(node["c"][1])
        if (found := ANCHOR.search(tag[2]))
    ]


def anchored_once(node: Node, taken: set[str]) -> list[Node] | None:
    """Return raw HTML without identifiers that are taken, or None; note the others."""
    if node["t"] not in {"RawInline", "RawBlock"} or node["c"][0] != "html":
        return None
    form, content = node["c"]

    def tag(found: re.Match[str]) -> str:
        anchor = ANCHOR.search(found[3])
        if not anchor:
            return found[0]
        if anchor[1] in taken:
            return f"<{found[1]}{found[2]}{ANCHOR.sub('', found[3])}>"
        taken.add(anchor[1])
        return found[0]

    new = TAG.sub(tag, content)
    return None if new == content else [{**node, "c": [form, new]}]


def shown(node: Node) -> str:
    """Return the words of raw markup that readers see, on one line."""
    form, content = node["c"]
    if form not in {"html", "html4", "html5"}:
        return "" if layout(node) else " ".join(content.split())
    bare = TAG.sub(" ", HIDDEN.sub(" ", COMMENT.sub(" ", content)))
    return " ".join(unescape(bare).split())


def new_page(node: Node) -> bool:
    """Say whether raw TeX asks for a new page."""
    return node["c"][0] in TEX and bool(NEW_PAGE.fullmatch(node["c"][1]))


def layout(node: Node) -> bool:
    """Say whether raw TeX lays out a page or marks a place, and shows nothing."""
    return node["c"][0] in TEX and bool(LAYOUT[node["t"]].fullmatch(node["c"][1]))


def lost(node: Node) -> str:
    """Return what of raw markup is not shown as its author meant, or ""."""
    form, content = node["c"]
    if form == "typst" or new_page(node) or layout(node):
        return ""
    if form not in {"html", "html4", "html5"}:
        return " ".join(content.split())
    bare = COMMENT.sub("", content)
    for closing, name, _ in TAG.findall(bare):
        if not closing and name.lower() not in ELEMENTS and name.lower() not in SILENT:
            return " ".join(bare.split())
    return ""
