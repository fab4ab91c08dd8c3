"""Markdown of other systems: a file, or a book's list of files, in; chapters out."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from crossfoot.engines.importing.reading import LARGEST_TEXT, bytes_of, text_of
from crossfoot.importing.dialect import rewritten
from crossfoot.importing.draft import Entry, RefusedError, Source
from crossfoot.importing.naming import slug
from crossfoot.importing.record import keys

BOOKS = ("_quarto.yml", "_bookdown.yml", "myst.yml", "_toc.yml")
"""Files that list the chapters of a book."""
SYSTEMS = {".qmd": "quarto", ".rmd": "bookdown", ".rmarkdown": "bookdown"}
MYST = re.compile(
    r"^(?:`{3,}|:{3,})\{[\w:-]+\}|\{[\w:-]+\}`[^`\n]+`|^\([\w:-]+\)=\s*$", re.MULTILINE
)
INCLUDE = re.compile(
    r"^[ \t]*\{\{<\s*include\s+(?P<quarto>[^\s>]+)\s*>\}\}[ \t]*$"
    r"|^```+\{include\}[ \t]*(?P<myst>\S+)\s*\n```+[ \t]*$",
    re.MULTILINE,
)
PICTURE = re.compile(r"!\[(?:[^\]\[]|\[[^\]]*\])*\]\((?P<path>[^)\s]+)[^)]*\)")
KINDS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".csv", ".pdf")
REFERRED = re.compile(r"\\@ref\(([\w.-]+)\)")
NESTED = 5
"""How deep files may include others."""


def chapter(path: Path) -> Source:
    """Return a Markdown file; RefusedError when it cannot be read."""
    text = text_of(path)
    system = SYSTEMS.get(path.suffix.lower(), "")
    system = system or ("myst" if MYST.search(text) else "markdown")
    told: list[Entry] = []
    whole = _with_includes(text, path.parent, told, NESTED)
    wanted = _wanted(path.parent) if system == "bookdown" else frozenset()
    done = rewritten(whole, path.name, system, path.stem, wanted)
    pictures = _pictures("\n".join(one.text for one in done.drafts), path.parent)
    return Source(
        label=path.name,
        stem=slug(path.stem, "chapter"),
        meta=done.meta,
        passages=done.passages,
        entries=[*told, *done.entries],
        beside=bibliography(done.front, path.parent),
        pictures=pictures,
        texts=done.drafts,
    )


@cache
def _wanted(folder: Path) -> frozenset[str]:
    """Return the names of headings that the files of a book refer to."""
    found: set[str] = set()
    for one in sorted(folder.glob("*.Rmd")):
        if one.stat().st_size < LARGEST_TEXT:
            found |= set(REFERRED.findall(text_of(one)))
    return frozenset(found)


def bibliography(front: dict[str, Any], folder: Path) -> dict[str, bytes]:
    """Return the bibliography that a file names, as `references.bib`."""
    named = front.get("bibliography") or []
    names = named if isinstance(named, list) else [named]
    held = [folder / str(one) for one in names if str(one).endswith(".bib")]
    there = [one for one in held if one.resolve().is_relative_to(folder.resolve())]
    texts = [bytes_of(one, LARGEST_TEXT) for one in there if one.is_file()]
    return {"references.bib": b"\n".join(texts)} if texts else {}


def _with_includes(text: str, folder: Path, told: list[Entry], deep: int) -> str:
    """Return a text with the files that it includes in their places."""

    def change(found: re.Match[str]) -> str:
        name = found["quarto"] or found["myst"]
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve())
        if not (deep and inside and path.is_file()):
            return found[0]
        now = f"the text of {name}, put in its place"
        told.append(Entry("mapped", found[0], now, "include", holds=True))
        return _with_includes(text_of(path), folder, told, deep - 1)

    return INCLUDE.sub(change, text)


def _pictures(text: str, folder: Path) -> dict[str, bytes]:
    """Return the pictures of a chapter that are beside it, by address."""
    out: dict[str, bytes] = {}
    for found in PICTURE.finditer(text):
        path = (folder / found["path"]).resolve()
        known = path.suffix.lower() in KINDS
        if known and path.is_relative_to(folder.resolve()) and path.is_file():
            out[found["path"]] = bytes_of(path, 64_000_000)
    return out


class Book(NamedTuple):
    """What the file of a book lists, and what it says of the book."""

    chapters: list[Path]
    meta: dict[str, Any]
    beside: dict[str, bytes]
    """Its bibliography, as `references.bib`."""


def book(path: Path) -> Book:
    """Return what a book lists; RefusedError when nothing of it is there."""
    try:
        found = yaml.safe_load(text_of(path))
    except yaml.YAMLError:
        raise RefusedError("is not YAML") from None
    settings = found if isinstance(found, dict) else {"files": found}
    names = list(_files(settings, path.name))
    if path.name == "_bookdown.yml" and not names:
        beside = {one.name for one in path.parent.glob("*.Rmd")}
        names = sorted(beside, key=lambda one: (one != "index.Rmd", one))
    chapters = [path.parent / one for one in names]
    there = [one for one in map(_existing, chapters) if one is not None]
    if not there:
        raise RefusedError("lists no chapter that is there")
    held = settings.get("book") or settings.get("project") or settings
    plain: dict[str, Any] = held if isinstance(held, dict) else {}
    meta, _ = keys(
        {
            k: v
            for k, v in plain.items()
            if k in {"title", "subtitle", "author", "date", "description"}
        }
    )
    return Book(list(dict.fromkeys(there)), meta, bibliography(settings, path.parent))


def _existing(path: Path) -> Path | None:
    for one in (path, *(path.with_name(path.name + end) for end in (".md", ".qmd"))):
        if one.is_file() and one.suffix.lower() in {*SYSTEMS, ".md"}:
            return one
    return None


def _files(value: Any, name: str) -> Iterator[str]:
    """Yield the names of files in a book's list, in their order."""
    if isinstance(value, list):
        for one in value:
            yield from _files(one, name)
    elif isinstance(value, dict):
        for key, one in value.items():
            if isinstance(one, list | dict) or key in {"file", "root", "part"}:
                yield from _files(one, name)
    elif isinstance(value, str) and not posixpath.isabs(value):
        known = value.lower().endswith((".qmd", ".rmd", ".md")) or name == "_toc.yml"
        if known and ".." not in value:
            yield value
