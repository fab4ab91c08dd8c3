"""Arithmetic between columns: `total = capital + revenue` in, its value in a row out.

There is no `eval`: names of columns, numbers, `+`, `-`, `*`, `/` and brackets. A name
that holds anything but letters, digits and `_` stands between back quotes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Interval = tuple[Fraction, Fraction]
"""The least and the greatest value that a rounded figure may stand for."""

TOKEN = re.compile(r"\s*(?:(`[^`]+`|[^\W\d]\w*)|([0-9]+(?:\.[0-9]+)?)|([-+*/()]))")


class ExpressionError(ValueError):
    """A text that is no expression."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Arithmetic on the cells of a row."""

    names: tuple[str, ...]
    """The columns that it is about."""
    tree: "Tree"


@dataclass(frozen=True, slots=True)
class Tree:
    """One operation: its sign, or a column's name, or a number."""

    sign: str = ""
    parts: tuple["Tree", ...] = ()
    name: str = ""
    number: Fraction = Fraction(0)


def sides(text: str) -> tuple[Expression, Expression]:
    """Return the two sides of an identity; raises ExpressionError."""
    parts = text.split("=")
    if len(parts) != 2:
        raise ExpressionError("expected one = between two sides")
    return expression(parts[0]), expression(parts[1])


def expression(text: str) -> Expression:
    """Return the expression that a text is; raises ExpressionError."""
    reader = _Reader(_tokens(text))
    tree = reader.sum()
    if reader.at < len(reader.tokens):
        raise ExpressionError(f"did not expect {reader.tokens[reader.at][1]}")
    return Expression(tuple(dict.fromkeys(_names(tree))), tree)


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while at < len(text.rstrip()):
        match = TOKEN.match(text, at)
        if not match:
            raise ExpressionError(f"did not expect {text[at:].split(maxsplit=1)[0]}")
        kind = ("name", "number", "sign")[(match.lastindex or 1) - 1]
        found.append((kind, match[match.lastindex or 1].strip("`")))
        at = match.end()
    return found


def _names(tree: Tree) -> list[str]:
    own = [tree.name] if tree.name else []
    return own + [name for part in tree.parts for name in _names(part)]


class _Reader:
    """Reads tokens by recursive descent."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def sum(self) -> Tree:
        """Read terms with + and - between them."""
        return self._chain("+-", self._product)

    def _product(self) -> Tree:
        return self._chain("*/", self._atom)

    def _chain(self, signs: str, part: Callable[[], Tree]) -> Tree:
        tree = part()
        while self._next() in signs:
            sign = self._take()[1]
            tree = Tree(sign, (tree, part()))
        return tree

    def _next(self) -> str:
        """Return the sign that comes next; a space stands for anything else."""
        kind, text = self.tokens[self.at] if self.at < len(self.tokens) else ("", " ")
        return text if kind == "sign" else " "

    def _take(self) -> tuple[str, str]:
        if self.at == len(self.tokens):
            raise ExpressionError("expected a column or a number at the end")
        self.at += 1
        return self.tokens[self.at - 1]

    def _atom(self) -> Tree:
        kind, text = self._take()
        self.depth += 1
        if self.depth > 100:
            raise ExpressionError("expected fewer parts")
        if kind == "name":
            return Tree(name=text)
        if kind == "number":
            return Tree(number=Fraction(text))
        if text == "-":
            return Tree("-", (Tree(), self._atom()))
        if text != "(":
            raise ExpressionError(f"did not expect {text}")
        tree = self.sum()
        if self._next() != ")":
            raise ExpressionError("expected )")
        self._take()
        return tree


def value(tree: Tree, cells: Mapping[str, Interval]) -> Interval | None:
    """Return what a row's cells come to; None for a gap or a division by 0."""
    if tree.name:
        return cells.get(tree.name)
    if not tree.sign:
        return tree.number, tree.number
    first, second = (value(part, cells) for part in tree.parts)
    if first is None or second is None:
        return None
    if tree.sign == "+":
        return first[0] + second[0], first[1] + second[1]
    if tree.sign == "-":
        return first[0] - second[1], first[1] - second[0]
    if tree.sign == "/":
        if second[0] <= 0 <= second[1]:
            return None
        second = 1 / second[1], 1 / second[0]
    corners = [a * b for a in first for b in second]
    return min(corners), max(corners)
