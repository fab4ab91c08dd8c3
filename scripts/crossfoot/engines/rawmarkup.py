"""Raw markup: blocks in, the same with what authors wrote for one format understood.

Pairs of HTML tags become emphasis and its like, of the rest only the words are left;
the answers are those of the typeset stage, so that all outputs say the same.
"""

from typing import Any

from crossfoot.nodes import Node
from crossfoot.typeset.raw import anchors, new_page, paired, shown, tagged

PAGE = "page"
"""Format of a raw block that starts a new page."""


def understood(tree: Any) -> Any:
    """Return a copy of `tree` without raw markup but new pages."""
    if isinstance(tree, dict):
        return {**tree, "c": understood(tree["c"])} if "c" in tree else tree
    if not isinstance(tree, list):
        return tree
    if tagged_in(tree):
        tree = paired(tree)
    return [
        made
        for part in tree
        for made in (_plain(part) if _is_raw(part) else [understood(part)])
    ]


def tagged_in(tree: list[Any]) -> bool:
    """Say whether a list holds inlines with raw HTML tags."""
    return any(map(_is_raw, tree)) and tagged(tree)


def _is_raw(part: Any) -> bool:
    return isinstance(part, dict) and part.get("t") in {"RawInline", "RawBlock"}


def _plain(node: Node) -> list[Node]:
    inline = node["t"] == "RawInline"
    if node["c"][0] == "typst":
        return []
    if new_page(node):
        return [] if inline else [{"t": "RawBlock", "c": [PAGE, ""]}]
    said = shown(node)
    held: list[Node] = [
        {"t": "Span", "c": [[name, [], []], []]} for name in anchors([node])
    ]
    if said:
        is_html = node["c"][0].startswith("html")
        words = {"t": "Str", "c": said}
        held.append(words if is_html else {"t": "Code", "c": [["", [], []], said]})
    if inline or not held:
        return held
    return [{"t": "Para", "c": held}]
