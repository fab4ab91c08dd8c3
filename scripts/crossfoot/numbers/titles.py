"""Titles that stand in YAML: of a chapter's front matter and of `report.yml`.

They are printed, so their numbers are read as those of a heading are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from crossfoot.chapters import Chapter
from crossfoot.numbers.linear import Builder, Passage
from crossfoot.places import Place, Span, Text
from crossfoot.yamlfile import YamlError, load

FRONT = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
RECORD = {
    "title": "heading",
    "subtitle": "heading",
    "description": "text",
    "abstract": "text",
    "note": "text",
}
"""Keys of `report.yml` whose words are printed as they stand."""
BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\r?\n")
QUOTES = ("'", '"')


def front(chapter: Chapter) -> list[Passage]:
    """Return the title of a chapter's front matter, where it has one."""
    found = FRONT.match(chapter.source) if chapter.meta.get("title") else None
    if not found:
        return []
    return list(_read(chapter.text, {"title": "heading"}, found.span("yaml")))


def record(text: Text) -> list[Passage]:
    """Return the texts of `report.yml` that are printed."""
    return list(_read(text, RECORD, (0, len(text.text))))


def as_chapter(text: Text) -> Chapter:
    """Return `report.yml` as what numbers are placed in."""
    return Chapter("report", text.file, "chapter", "", text.text, {}, {"blocks": []})


def _read(text: Text, keys: dict[str, str], where: Span) -> Iterator[Passage]:
    try:
        document = load(text, *where)
    except YamlError:
        return
    held = document.value if isinstance(document.value, dict) else {}
    for key in held:
        if key in keys and isinstance(held[key], str | int):
            yield _passage(text, document.place(key), keys[key])


def _passage(text: Text, place: Place, where: str) -> Passage:
    """Return the passage of a value, without the signs that YAML sets around it."""
    start, end = text.span(place)
    written = text.text[start:end]
    bare = False
    if written[:1] in QUOTES and written[-1:] == written[:1]:
        start, end = start + 1, end - 1
    elif found := BLOCK.match(written):
        start += found.end()
    else:
        bare = True
    end -= len(text.text[start:end]) - len(text.text[start:end].rstrip())
    builder = Builder(text.text)
    builder.raw(start, end)
    return replace(builder.passage(where), bare=bare)
