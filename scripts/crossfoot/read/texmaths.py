r"""TeX formulas: raw environments in, formulas out.

pandoc's Markdown reader leaves `\begin{align}` that stands by itself as raw TeX, which
only LaTeX would set.
"""

import re

from crossfoot.nodes import Node, beside_words

ENVIRONMENT = re.compile(
    r"\s*\\begin\{(equation|displaymath|align|gather|multline|eqnarray|flalign)(\*?)\}"
    r"((?:(?!\\begin\{\1\2\}).)*)\\end\{\1\2\}\s*",
    re.DOTALL,
)
BARE = frozenset({"equation", "displaymath"})
"""Environments of one formula, whose content is all of it."""
LABEL = re.compile(r"\\label\s*\{([^{}\s]+)\}|\(\\#([^()\s]+)\)")
BLANK = re.compile(r"\n\s*\n")


def with_formulas(blocks: list[Node]) -> list[Node]:
    """Return blocks in which environments of formulas are formulas."""
    for node in list(beside_words(blocks)):
        if node["t"] in {"RawInline", "RawBlock"} and node["c"][0] in {"tex", "latex"}:
            found = ENVIRONMENT.fullmatch(node["c"][1])
            if found:
                made = _formula(node, found)
                block = node["t"] == "RawBlock"
                node.update({"t": "Para", "c": [made]} if block else made)
    return blocks


def _formula(node: Node, found: re.Match[str]) -> Node:
    """Return the formula of an environment, in a span of its name if it has one."""
    name, star, inside = found.groups()
    tex = (
        inside
        if name in BARE
        else f"\\begin{{{name}{star}}}{inside}\\end{{{name}{star}}}"
    )
    place = {"s": node["s"]} if "s" in node else {}
    kind = {"t": "DisplayMath"}
    formula: Node = {"t": "Math", "c": [kind, BLANK.sub("\n", tex).strip()], **place}
    label = LABEL.search(inside)
    if not label:
        return formula
    ident = (label[1] or label[2]).replace(":", "-")
    return {"t": "Span", "c": [[ident, [], []], [formula]], **place}
