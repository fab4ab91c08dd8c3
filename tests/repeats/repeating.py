"""Chapters for these tests: Markdown or bare paragraphs in, placed chapters out."""

import hashlib
from dataclasses import replace
from functools import cache
from typing import Any

from crossfoot.chapters import Chapter, Settings
from crossfoot.cuts import kept, restore
from crossfoot.engines import pandoc
from crossfoot.findings import Finding
from crossfoot.nodes import Node
from crossfoot.read import closed, opened
from crossfoot.repeats import find

WARDS = (
    "The quick survey of the western wards found that most volunteers had started"
    " before the first lockdown and that many of them stayed on for the whole of the"
    " following year."
)
LISTS = (
    "Every group that we spoke to kept a paper list of the people whom it served, since"
    " phones were lost, batteries ran flat and spreadsheets were never quite up to date."
)
MEALS = (
    "Hot meals went out from nine kitchens, three of them in places of worship, and the"
    " drivers who took them round were often the only callers that people had all week."
)
SPACES = {"Space", "SoftBreak", "LineBreak"}


def settings(**repeats: Any) -> Settings:
    """Return settings with these keys under `repeats:`."""
    return Settings({"repeats": repeats} if repeats else {}, (), {})


@cache
def chapter(text: str, name: str = "01", role: str = "chapter") -> Chapter:
    """Return the chapter of a text, as the read stage gives it."""
    one = opened(f"sources/{name}.md", text.encode())
    made = pandoc.markdown(one.front.markdown)
    found, _ = closed(one, made.value, list(made.warnings), made.error)
    return replace(found, role=role)


def chapters(*texts: str) -> list[Chapter]:
    """Return chapters named `01`, `02`, … of these texts."""
    return [chapter(text, f"{number:02}") for number, text in enumerate(texts, 1)]


def bare(*paragraphs: str, name: str = "01", role: str = "chapter") -> Chapter:
    """Return a chapter of plain paragraphs, made without pandoc."""
    blocks: list[Node] = []
    at = 0
    for paragraph in paragraphs:
        inlines: list[Node] = []
        start = at
        for word in paragraph.split(" "):
            inlines += [{"t": "Space"}] if inlines else []
            inlines.append({"t": "Str", "c": word, "s": [at, at + len(word)]})
            at += len(word) + 1
        blocks.append({"t": "Para", "c": inlines, "s": [start, at - 1]})
        at += 1
    text = "\n\n".join(paragraphs) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    file = f"sources/{name}.md"
    return Chapter(name, file, role, digest, text, {}, {"blocks": blocks})


def repeats(*texts: str, **keys: Any) -> tuple[dict[str, Any], list[Finding]]:
    """Return what the stage makes of chapters of these texts."""
    return find(chapters(*texts), settings(**keys))


def messages(findings: list[Finding]) -> list[str]:
    """Return findings as lines of code, place and message."""
    return [
        f"{one.code} {one.level} {one.place.file}:{one.place.line}:{one.place.column}"
        f" {one.message}"
        for one in findings
    ]


def summary(product: dict[str, Any]) -> list[tuple[str, str, list[str], list[str]]]:
    """Return each relation's class, action and the lines of both sides."""
    return [
        (one["class"], one["action"], _lines(one["a"]), _lines(one["b"]))
        for one in product["relations"]
    ]


def _lines(places: list[dict[str, Any]]) -> list[str]:
    return [f"{p['file'][8:-3]}:{p['start']}-{p['end']}" for p in places]


def left(product: dict[str, Any], one: Chapter) -> str:
    """Return what is kept of a chapter; see to it that nothing was lost."""
    cuts = [cut for cut in product["cuts"] if cut["file"] == one.file]
    data = one.source.encode()
    remains = kept(data, cuts)
    assert restore(remains, cuts) == data
    return remains.decode()


def fold(text: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(text.split())
