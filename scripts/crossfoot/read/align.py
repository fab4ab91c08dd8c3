"""Alignment: a chapter's text and AST in, the AST with every element's place out."""

import re
from typing import Any

from crossfoot.nodes import extent, walk

LOOSE = {"‘": "['‘]", "’": "['’]", "“": '["“]', "”": '["”]', "–": "(?:--|–)",
         "—": "(?:---|—)", "…": r"(?:\.\.\.|…)", "\xa0": r"(?:\\ |\s|&nbsp;|\xa0)"}


def align(text: str, ast: dict[str, Any], start: int) -> None:
    """Set `"s"` on the elements of `ast` that could be placed."""
    at = start
    for node in walk(ast["blocks"]):
        if node["t"] in {"Str", "Code", "Math"}:
            word = node["c"] if node["t"] == "Str" else node["c"][1]
            pattern = "".join(LOOSE.get(c, r"\\?" + re.escape(c)) for c in word)
            found = re.compile(pattern).search(text, at, at + 400)
            if found:
                node["s"] = [found.start(), found.end()]
                at = found.end()
    for node in walk(ast["blocks"]):
        if "s" not in node and (found := extent(node.get("c"))):
            node["s"] = list(found)
    for node in walk(ast["blocks"]):
        if node["t"] in {"Span", "Link"} and "s" in node:
            a, b = node["s"]
            tail = re.compile(r"[*_]*\](?:\([^)]*\))?(?:\{[^}]*\})?").match(text, b)
            if tail and text[a - 1 : a] == "[":
                node["s"] = [a - 1, tail.end()]
        if node["t"] == "Code" and "s" in node:
            a, b = node["s"]
            node["s"] = [a - 1, b + 1]
