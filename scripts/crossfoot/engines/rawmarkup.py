"""Raw markup: blocks in, the same with what authors wrote for one format understood.

Pairs of HTML tags become emphasis and its like, of the rest only the words are left;
the answers are those of the typeset stage, so that all outputs say the same. Words
that follow each other are joined, which makes all that comes after three times as
quick.
"""

from typing import Any

from crossfoot.nodes import Node, text
from crossfoot.typeset.formulas import readable
from crossfoot.typeset.raw import anchors, new_page, paired, shown, tagged

SPACES = frozenset({"Space", "SoftBreak"})
RAW = frozenset({"RawInline", "RawBlock"})


def understood(tree: Any) -> Any:
    """Return a copy of `tree` without raw markup but new pages, its words joined."""
    if isinstance(tree, dict):
        return {**tree, "c": understood(tree["c"])} if "c" in tree else tree
    if not isinstance(tree, list):
        return tree
    if any(map(_is_raw, tree)) and tagged(tree):
        tree = paired(tree)
    out: list[Any] = []
    run: list[str] = []
    for part in tree:
        kind = part.get("t") if isinstance(part, dict) else None
        if kind == "Str":
            run.append(part["c"])
        elif kind in SPACES:
            run.append(" ")
        else:
            if run:
                out.append({"t": "Str", "c": "".join(run)})
                run = []
            out += (
                understood(_plain(part)) if kind in RAW else [understood(_bare(part))]
            )
    if run:
        out.append({"t": "Str", "c": "".join(run)})
    return out


def _is_raw(part: Any) -> bool:
    return isinstance(part, dict) and part.get("t") in RAW


def _bare(part: Any) -> Any:
    """Return an image with the words alone that are read out for it.

    A formula is given as pandoc can read it.
    """
    kind = part.get("t") if isinstance(part, dict) else ""
    if kind == "Math":
        return {"t": "Math", "c": [part["c"][0], readable(part["c"][1])]}
    if kind != "Image":
        return part
    marks, inlines, target = part["c"]
    return {"t": "Image", "c": [marks, [{"t": "Str", "c": text(inlines)}], target]}


def _plain(node: Node) -> list[Node]:
    """Return what stands for raw markup; a new page stays, as it holds no words."""
    inline = node["t"] == "RawInline"
    if node["c"][0] == "typst":
        return []
    if new_page(node):
        return [] if inline else [{"t": "HorizontalRule", "page": True}]
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
