"""The syntax of bindings, for text that pandoc leaves raw and for code spans.

`[over £2bn]{value=asks.total}` and `` `=asks.total|£m` `` in; key, format and the
number as typed out.
"""

import re
from dataclasses import dataclass

KEY = r"[A-Za-z_][\w-]*(?:\.[A-Za-z_0-9][\w-]*)*"
CODE = re.compile(rf"=\s*(?P<key>{KEY})\s*(?:\|(?P<format>[^|`]*))?")
IN_TEXT = re.compile(
    r"\[(?P<content>[^\[\]]{0,400})\]\{(?P<attributes>[^{}]{1,200})\}|`(?P<code>=[^`]{1,200})`"
)
ATTRIBUTE = re.compile(
    r"(?P<name>[\w-]+)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"']+)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One binding of a raw text."""

    start: int
    end: int
    """The whole mark."""
    key: str
    format: str
    content: tuple[int, int]
    """The number as typed; an empty stretch for an inserted one."""
    code: bool = False
    """Written as a code span."""


def code(content: str) -> tuple[str, str] | None:
    """Return key and format of a code span's content, or None when it is code."""
    found = CODE.fullmatch(content.strip())
    return (found["key"], (found["format"] or "").strip()) if found else None


def is_sure(content: str) -> bool:
    """Say whether a code span can be meant for nothing but an inserted number."""
    found = code(content)
    return bool(found) and ("." in found[0] or "|" in content) if found else False


def marks(text: str) -> list[Mark]:
    """Return the bindings of a raw text, in order."""
    found = (_mark(one) for one in IN_TEXT.finditer(text))
    return [mark for mark in found if mark]


def _mark(found: re.Match[str]) -> Mark | None:
    start, end = found.span()
    if found["code"]:
        parts = code(found["code"])
        if not parts:
            return None
        return Mark(start, end, *parts, (start, start), code=True)
    attributes = {
        one["name"]: one["value"].strip("\"'")
        for one in ATTRIBUTE.finditer(found["attributes"])
    }
    if "value" not in attributes:
        return None
    key, _, form = attributes["value"].partition("|")
    form = attributes.get("format", form)
    return Mark(start, end, key.strip(), form, found.span("content"))
