"""Front matter: a chapter's text in, its metadata and what pandoc is to read out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import Finding, listed, nearest
from crossfoot.places import Place, Span, Text
from crossfoot.yamlfile import Document, YamlError, load, shown

BLOCK = re.compile(
    r"---[ \t]*\r?\n(?![ \t]*\r?\n)(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
"""A metadata block at the start, as pandoc's `yaml_metadata_block` takes one."""

UNCLOSED = re.compile(r"(---)[ \t]*\r?\n(?:title|role|lang)[ \t]*:")
"""A start that is meant as a metadata block and has no end."""

ROLES = ("chapter", "summary", "appendix")
NAMING = ("bibliography", "csl")
"""Keys by which a chapter names files for the whole report, as pandoc takes them."""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Front:
    """A chapter's front matter."""

    meta: dict[str, Any]
    markdown: str
    """The text for pandoc, of the same length, broken front matter blanked out."""
    span: Span
    """The whole block; empty at 0 without one."""
    findings: tuple[Finding, ...] = ()
    files: tuple[tuple[str, str, Place], ...] = ()
    """Setting, path and place of each file that is named for the whole report."""


def front(text: Text) -> Front:
    """Return a chapter's front matter."""
    found = BLOCK.match(text.text)
    if not found:
        opened = UNCLOSED.match(text.text)
        wrong = (_unclosed(text.place(opened.span(1))),) if opened else ()
        return Front({}, text.text, (0, 0), wrong)
    try:
        document = load(text, *found.span("yaml"))
    except YamlError as problem:
        clean = blank(text.text, found.end())
        return Front({}, clean, found.span(), (_broken(problem),))
    if document.value is None:
        return Front({}, text.text, found.span())
    if not isinstance(document.value, dict):
        # Pandoc takes such a block for a table or rules, and so do we.
        return Front({}, text.text, (0, 0))
    findings = tuple(_faults(document))
    files = tuple(_files(document))
    return Front(document.value, text.text, found.span(), findings, files)


def _files(document: Document) -> Iterator[tuple[str, str, Place]]:
    """Yield the bibliographies and the citation style that are named."""
    for key in NAMING:
        told = document.value.get(key)
        each = told if isinstance(told, list) else [told]
        for at, name in enumerate(each):
            if name and isinstance(name, str):
                path = (key, at) if isinstance(told, list) else (key,)
                yield key, name, document.place(*path)


def blank(text: str, end: int) -> str:
    """Return the text with all before `end` turned into spaces, line by line."""
    return re.sub(r"[^\r\n]", " ", text[:end]) + text[end:]


def _unclosed(place: Place) -> Finding:
    return Finding(
        "SRC02",
        "Front matter is never closed; it is printed, and none of it counts",
        place,
        help="Write a line of three dashes below its last key",
    )


def _broken(problem: YamlError) -> Finding:
    return Finding(
        "SRC02",
        f"Front matter is not YAML: {problem.message}",
        problem.place,
        help="Correct the YAML here; a value with a colon needs quotation marks",
    )


def _faults(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with the keys that we know."""
    for key, expected, valid in (
        ("title", "text", _is_text),
        ("role", listed(ROLES, "or"), ROLES.__contains__),
        ("lang", "a language tag such as en-GB", _is_language),
    ):
        value = document.value.get(key)
        if value is not None and not valid(value):
            near = nearest(str(value), ROLES) if key == "role" else ""
            yield Finding(
                "SRC02",
                f"{key} is {shown(value)}; expected {expected}",
                document.place(key),
                help=f"Write {near or expected}, or take the line out",
                found=str(value),
                expected=near,
            )


def _is_text(value: object) -> bool:
    return isinstance(value, str | int)


def _is_language(value: object) -> bool:
    return isinstance(value, str) and bool(LANGUAGE.fullmatch(value))
