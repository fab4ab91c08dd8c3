"""The pandoc AST: the one module that knows its shapes.

A document goes in as the JSON of `pandoc -t json` (api 1.23), elements as plain
dicts `{"t": type, "c": content}`; walks, texts and new elements come out. Elements
that the read stage placed carry `"s": [start, end]`, offsets in the chapter's text.
Source: https://hackage.haskell.org/package/pandoc-types (Text.Pandoc.Definition).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from crossfoot.places import Span

Node = dict[str, Any]
"""An inline or block element."""
Attr = list[Any]
"""`[identifier, [class, ...], [[key, value], ...]]`."""

EMPTY_ATTR: Attr = ["", [], []]

ENTRY = "entry"
"""Attribute of a Span of the report: the ledger's name of the number in it."""
ENTRIES = "entries"
"""Attribute of a picture or formula: the ledger's names of the numbers in it."""

ATTR_AT = {
    "Header": 1,
    "CodeBlock": 0,
    "Code": 0,
    "Div": 0,
    "Span": 0,
    "Link": 0,
    "Image": 0,
    "Table": 0,
    "Figure": 0,
}
"""Where the `Attr` stands in the content of each element that has one."""

BLOCKS = frozenset(
    {
        "Plain",
        "Para",
        "LineBlock",
        "CodeBlock",
        "RawBlock",
        "BlockQuote",
        "OrderedList",
        "BulletList",
        "DefinitionList",
        "Header",
        "HorizontalRule",
        "Table",
        "Figure",
        "Div",
    }
)

WORDS = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})
"""Words and spaces, which most elements are and which hold no others."""

INLINES = frozenset({"Para", "Plain", "Emph", "Strong"})
"""Frequent elements of which the content is a list of inlines and nothing else."""


def walk(tree: Any, closed: frozenset[str] = frozenset()) -> Iterator[Node]:
    """Yield every element below `tree`, itself included, in document order.

    `tree` is an element, a list of elements, or any content of one. A note's
    content comes where it is referenced; a table's caption before its cells.
    Elements of the `closed` types are yielded, and what is in them is not.
    """
    stack: list[Iterator[Any]] = [iter((tree,))]
    while stack:
        for here in stack[-1]:
            if isinstance(here, dict):
                if "t" in here:
                    yield here
                    if closed and here["t"] in closed:
                        continue
                inside = here.get("c")
                # Most elements are words and spaces, which hold nothing to walk.
                if inside is None or isinstance(inside, str):
                    continue
                stack.append(iter(inside if isinstance(inside, list) else (inside,)))
                break
            if isinstance(here, list):
                stack.append(iter(here))
                break
        else:
            stack.pop()


def beside_words(tree: Any, closed: frozenset[str] = frozenset()) -> Iterator[Node]:
    """Yield what `walk` does, but for words and spaces, in half its time."""
    stack: list[Any] = [tree]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            if "t" in here:
                yield here
                if here["t"] in closed:
                    continue
                if here["t"] in INLINES:
                    # Most of all nodes are looked at here, and all are elements.
                    stack += [one for one in here["c"][::-1] if one["t"] not in WORDS]
                    continue
            stack.append(here.get("c"))
        elif isinstance(here, list):
            stack += [
                one
                for one in reversed(here)
                if one.__class__ is list
                or (one.__class__ is dict and one.get("t") not in WORDS)
            ]


def rewrite(tree: Any, change: Callable[[Node], list[Node] | None]) -> Any:
    """Return a copy of `tree` in which `change` has replaced elements.

    `change` sees each element after its content was rewritten and returns what
    stands in its place: None for itself, a list (possibly empty) otherwise.
    """
    if isinstance(tree, dict):
        if "c" not in tree:
            return tree
        return {**tree, "c": rewrite(tree["c"], change)}
    if not isinstance(tree, list):
        return tree
    out: list[Any] = []
    for part in tree:
        new = rewrite(part, change)
        instead = change(new) if isinstance(new, dict) and "t" in new else None
        out.extend([new] if instead is None else instead)
    return out


def text(tree: Any) -> str:
    """Return the plain text of `tree`: notes left out, maths as TeX."""
    parts: list[str] = []
    _collect(tree, parts)
    return "".join(parts)


def _collect(tree: Any, parts: list[str]) -> None:
    if isinstance(tree, list):
        for part in tree:
            _collect(part, parts)
        return
    if not isinstance(tree, dict):
        return
    kind = tree.get("t")
    if kind == "Str":
        parts.append(tree["c"])
    elif kind in {"Space", "SoftBreak", "LineBreak"}:
        parts.append(" ")
    elif kind in {"Code", "Math"}:
        parts.append(tree["c"][1])
    elif kind == "Quoted":
        _quote(tree, parts)
    elif kind == "Cite":
        _collect(tree["c"][1], parts)
    elif kind not in {"Note", "RawInline", "RawBlock"}:
        _collect(tree.get("c"), parts)


def _quote(node: Node, parts: list[str]) -> None:
    single = node["c"][0]["t"] == "SingleQuote"
    parts.append("‘" if single else "“")
    _collect(node["c"][1], parts)
    parts.append("’" if single else "”")


def span(node: Node) -> Span | None:
    """Return where the element stands in its chapter's text, if it was placed."""
    found = node.get("s")
    return (found[0], found[1]) if found else None


def extent(tree: Any) -> Span | None:
    """Return the smallest span that covers every placed element of `tree`."""
    spans = [found for node in walk(tree) if (found := span(node))]
    if not spans:
        return None
    return min(start for start, _ in spans), max(end for _, end in spans)


def parts(node: Node) -> list[list[Node]]:
    """Return the lists of blocks that a list's items, a div or a quote hold."""
    kind, content = node["t"], node["c"]
    if kind == "Div":
        return [content[1]]
    if kind == "BlockQuote":
        return [content]
    return list(content[1] if kind == "OrderedList" else content)


def rows(table: Node) -> list[list[list[Node]]]:
    """Return a table's rows, each the blocks of its cells: head, bodies, foot."""
    _, _, _, head, bodies, foot = table["c"]
    all_ = [
        *head[1],
        *(row for body in bodies for row in (*body[2], *body[3])),
        *foot[1],
    ]
    return [[cell[4] for cell in row[1]] for row in all_]


def has_head(table: Node) -> bool:
    """Say whether a table has a row for its head."""
    return bool(table["c"][3][1])


def attr(node: Node) -> Attr:
    """Return the element's attributes (empty when its type has none)."""
    at = ATTR_AT.get(node["t"])
    return EMPTY_ATTR if at is None else list(node["c"][at])


def identifier(node: Node) -> str:
    """Return the element's identifier, or ""."""
    return str(attr(node)[0])


def classes(node: Node) -> list[str]:
    """Return the element's classes."""
    return list(attr(node)[1])


def attributes(node: Node) -> dict[str, str]:
    """Return the element's key-value attributes; the first of a key counts."""
    return dict(reversed(attr(node)[2]))


def shown_again(node: Node) -> str:
    """Return what an include names (`01-summary.md#sec-key`); "" for other elements."""
    is_div = node["t"] == "Div" and "include" in classes(node)
    return attributes(node).get("from", "") if is_div else ""


def with_attr(node: Node, new: Attr) -> Node:
    """Return a copy of the element with other attributes."""
    content = list(node["c"])
    content[ATTR_AT[node["t"]]] = new
    return {**node, "c": content}


def words(string: str) -> list[Node]:
    """Return a string as Str and Space elements; runs of white space are one."""
    out: list[Node] = []
    for index, word in enumerate(string.split()):
        out += ([{"t": "Space"}] if index else []) + [{"t": "Str", "c": word}]
    return out


def para(inlines: list[Node]) -> Node:
    """Return a paragraph."""
    return {"t": "Para", "c": inlines}


def link(inlines: list[Node], target: str, kinds: Iterable[str] = ()) -> Node:
    """Return a link to `target` (`#id` or an address) with classes."""
    return {"t": "Link", "c": [["", list(kinds), []], inlines, [target, ""]]}


def meta(value: Any) -> Node:
    """Return plain JSON (str, bool, int, list, dict) as a pandoc MetaValue."""
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    if isinstance(value, dict):
        return {"t": "MetaMap", "c": {key: meta(value[key]) for key in sorted(value)}}
    if isinstance(value, list):
        return {"t": "MetaList", "c": [meta(part) for part in value]}
    return {"t": "MetaString", "c": "" if value is None else str(value)}


def unplaced(tree: Any) -> Any:
    """Return a copy of `tree` without the `"s"` of its elements."""
    if isinstance(tree, dict):
        return {key: unplaced(part) for key, part in tree.items() if key != "s"}
    if isinstance(tree, list):
        return [unplaced(part) for part in tree]
    return tree


def sharing() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return a hook for `json.loads` by which equal leaves of a tree are one object.

    Words and spaces are most of a report. Those that have a place share their text
    alone. Nobody may change what was read so.
    """
    leaves: dict[tuple[Any, ...], dict[str, Any]] = {}
    strings: dict[str, str] = {}

    def hook(entry: dict[str, Any]) -> dict[str, Any]:
        kind, text = entry.get("t"), entry.get("c")
        if kind is None or not (text is None or isinstance(text, str)):
            return entry
        if "s" not in entry:
            return leaves.setdefault((kind, text, *entry), entry)
        entry["t"] = strings.setdefault(kind, kind)
        if text is not None:
            entry["c"] = strings.setdefault(text, text)
        return entry

    return hook
