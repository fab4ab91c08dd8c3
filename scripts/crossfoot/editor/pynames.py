"""Names in recipes and in `quantities.py`: Python source in, mentions out."""

import ast
import re
import warnings
from collections.abc import Iterator

from crossfoot.editor.mentions import KEY, Mention
from crossfoot.places import Text

BASES = {"quantities": "quantity", "tables": "table"}
"""What a recipe is given, and what its keys are."""


def in_python(text: Text) -> list[Mention]:
    """Return the quantities and tables that a Python file reads or makes by name.

    A string that is read from neither is taken for a quantity's key only when it has
    a full stop. A file that is not Python has none.
    """
    try:
        with warnings.catch_warnings():
            # What Python thinks of a recipe is told when it is run.
            warnings.simplefilter("ignore")
            tree = ast.parse(text.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    known = dict(_read(tree))
    makes = text.file.rpartition("/")[2] == "quantities.py"
    given = set(_given(tree)) if makes else set()
    out = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        kind = known.get(node, "quantity" if node in given else "")
        if not kind and "." in node.value and re.fullmatch(KEY, node.value):
            kind = "quantity"
        span = _span(text, node, node.value) if kind else None
        if span:
            out.append(Mention(kind, node.value, span, defines=node in given))
    return sorted(out, key=lambda one: one.span)


def _read(tree: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    """Yield the strings that stand in `quantities[…]`, `tables.get(…)`."""
    for node in ast.walk(tree):
        inner: ast.expr | None = None
        base: ast.expr | None = None
        if isinstance(node, ast.Subscript):
            base, inner = node.value, node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            base, inner = node.func.value, node.args[0] if node.args else None
        if isinstance(base, ast.Name) and isinstance(inner, ast.Constant):
            yield inner, BASES.get(base.id, "")


def _given(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the keys of dictionaries that hold dictionaries: what a file makes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(value, ast.Dict):
                    yield key


def _span(text: Text, node: ast.Constant, value: str) -> tuple[int, int] | None:
    """Return where a string's content stands; None when it is not written plainly."""
    if node.end_lineno is None or node.end_col_offset is None:
        return None
    row = text.line(node.lineno)
    before = row.encode()[: node.col_offset].decode()
    start = text.starts[node.lineno - 1] + len(before)
    at = text.text.find(value, start, start + len(value) + 4)
    return (at, at + len(value)) if at >= 0 and value else None
