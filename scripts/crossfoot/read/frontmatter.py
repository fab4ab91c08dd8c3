"""Front matter: a chapter's text in, its metadata and what pandoc is to read out."""

import re
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import Finding
from crossfoot.places import Span, Text
from crossfoot.yamlfile import YamlError, load

BLOCK = re.compile(
    r"---[ \t]*\r?\n(?![ \t]*\r?\n)(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
"""A metadata block as pandoc's `yaml_metadata_block` takes one."""

ROLES = ("chapter", "summary", "appendix")


@dataclass(frozen=True, slots=True)
class Front:
    """A chapter's front matter."""

    meta: dict[str, Any]
    markdown: str
    """The text for pandoc, of the same length, broken front matter blanked out."""
    span: Span
    """The whole block; empty at 0 without one."""
    findings: tuple[Finding, ...] = ()


def front(text: Text) -> Front:
    """Return a chapter's front matter."""
    found = BLOCK.match(text.text)
    if not found:
        return Front({}, text.text, (0, 0))
    try:
        document = load(text, *found.span("yaml"))
    except YamlError as problem:
        return Front({}, blank(text.text, found.end()), found.span(), (_broken(problem),))
    if document.value is None or not isinstance(document.value, dict):
        return Front({}, text.text, found.span() if document.value is None else (0, 0))
    findings = []
    role = document.value.get("role", "chapter")
    if role not in ROLES:
        message = f"Role is “{role}”; expected chapter, summary or appendix"
        place = document.place("role")
        help_ = "Write one of the three, or take the line out"
        findings.append(Finding("SRC02", message, place, help=help_, found=str(role)))
    return Front(document.value, text.text, found.span(), tuple(findings))


def blank(text: str, end: int) -> str:
    """Return the text with all before `end` turned into spaces, line by line."""
    return re.sub(r"[^\r\n]", " ", text[:end]) + text[end:]


def _broken(problem: YamlError) -> Finding:
    return Finding(
        "SRC02",
        f"Front matter is not YAML: {problem.message}",
        problem.place,
        help="Correct the YAML here; a value with a colon needs quotation marks",
    )
