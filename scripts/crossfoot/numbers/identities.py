"""Identities: `total = capital + revenue` in, both sides' exact values out.

Keys, numbers, `+`, `-`, `*` and brackets; nothing else, and nothing is evaluated by
Python.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from crossfoot.amounts.marks import KEY

TOKEN = re.compile(
    rf"\s*(?:(?P<key>{KEY})|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign>[-+*()=]))"
)
KEY_START = re.compile(r"[A-Za-z_]")
DEPTH = 20


class IdentityError(ValueError):
    """A text that is no identity; `at` is the offset of what is wrong."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


@dataclass(slots=True)
class Identity:
    """An identity's two sides and the keys they use."""

    text: str
    left: Decimal = Decimal(0)
    right: Decimal = Decimal(0)
    keys: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Keys that no quantity has; the sides mean nothing then."""


def read(text: str, values: Mapping[str, Decimal]) -> Identity:
    """Return an identity with the values of its sides.

    Raises IdentityError when the text is not `a = b + c` with keys, numbers and signs.
    """
    parser = _Parser(text, values)
    out = Identity(text.strip())
    out.left = parser.sum()
    parser.expect("=")
    out.right = parser.sum()
    if parser.at < len(parser.tokens):
        raise IdentityError(f"“{parser.peek()}” stands after its end", parser.offset)
    out.keys = parser.keys
    out.unknown = [key for key in parser.keys if key not in values]
    return out


class _Parser:
    """A recursive-descent parser over the tokens of one text."""

    def __init__(self, text: str, values: Mapping[str, Decimal]) -> None:
        self.values = values
        self.tokens: list[tuple[str, int]] = []
        self.keys: list[str] = []
        self.at = 0
        self.depth = 0
        self.end = len(text.rstrip())
        start = 0
        while start < self.end:
            found = TOKEN.match(text, start)
            if not found:
                word = text[start:].split(maxsplit=1)[0]
                at = text.index(word, start)
                raise IdentityError(f"“{word}” is no key", at)
            self.tokens.append((found[0].strip(), found.end() - len(found[0].strip())))
            start = found.end()

    @property
    def offset(self) -> int:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else self.end

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def expect(self, sign: str) -> None:
        if self.peek() != sign:
            found = f"“{self.peek()}”" if self.peek() else "the end"
            raise IdentityError(f"“{sign}” was expected, not {found}", self.offset)
        self.at += 1

    def sum(self) -> Decimal:
        value = self.product()
        while self.peek() in {"+", "-"}:
            sign = 1 if self.take() == "+" else -1
            value += sign * self.product()
        return value

    def product(self) -> Decimal:
        value = self.term()
        while self.peek() == "*":
            self.take()
            value *= self.term()
        return value

    def term(self) -> Decimal:
        start, token = self.offset, self.take()
        self.depth += 1
        # Brackets without end must not end in Python's own recursion limit.
        if self.depth > DEPTH:
            raise IdentityError("it is nested too deep", start)
        value = self.inner(token, start)
        self.depth -= 1
        return value

    def inner(self, token: str, start: int) -> Decimal:
        if token == "-":  # noqa: S105 - a sign, no secret
            return -self.term()
        if token == "(":  # noqa: S105 - a sign, no secret
            value = self.sum()
            self.expect(")")
            return value
        if token[:1].isdigit():
            return Decimal(token)
        if not KEY_START.match(token):
            found = f"“{token}”" if token else "the end"
            raise IdentityError(f"a key was expected, not {found}", start)
        self.keys.append(token)
        return self.values.get(token, Decimal(0))
