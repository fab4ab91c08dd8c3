"""Markdown of other systems: a text in, Crossfoot's Markdown and records out.

Texts stay as their authors wrote them; only what the systems say in other ways is
rewritten, and every rewriting is listed. Code is never run.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

from crossfoot.importing import inline, myst
from crossfoot.importing.draft import Draft, Entry, Passage
from crossfoot.importing.record import keys
from crossfoot.importing.rewriting import FENCE, Rewriting, attributes_of

FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
CHUNK = re.compile(r"\{(?P<language>[A-Za-z][\w+#-]*)(?P<rest>(?:[ ,].*)?)\}\s*$")
GRAPHICS = re.compile(
    r"^\s*(?:knitr::)?include_graphics\(\s*[\"'](?P<path>[^\"']+)[\"'].*\)\s*$"
)
OPTION = re.compile(r"([\w.-]+)\s*=\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^,]+)")
HASH = re.compile(r"^#\|\s*([\w.-]+)\s*:\s*(.*)$")
HEADING = re.compile(r"^# +(?P<title>.*?)(?:\s*\{[^}]*\})?\s*$")
KEPT_KEYS = ("title", "author", "authors", "date", "lang", "subtitle", "description")
SYSTEMS = frozenset({"quarto", "bookdown", "myst", "markdown"})


@dataclass(slots=True)
class Rewritten:
    """A file, rewritten."""

    drafts: list[Draft]
    meta: dict[str, Any] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    front: dict[str, Any] = field(default_factory=dict)
    """The front matter as it stands."""


def rewritten(
    text: str,
    label: str,
    system: str,
    name: str,
    wanted: frozenset[str] = frozenset(),
) -> Rewritten:
    """Return the chapters of a file of one of `SYSTEMS`; `name` is the file's stem.

    `wanted` are the names of headings that other files refer to.
    """
    front = FRONT.match(text)
    body = text[front.end() :] if front else text
    work = Rewriting(label, system, text.count("\n", 0, front.end()) if front else 0)
    meta = _front(front[1] if front else "", work)
    lines = list(_rewritten(body.split("\n"), work))
    lines = inline.settle(lines, work, wanted)
    drafts = _drafts(lines, str(meta.get("title", "")), name)
    passages = [
        Passage(line, f"{label}:{number}")
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    kept, told = keys({key: meta[key] for key in KEPT_KEYS if key in meta})
    return Rewritten(drafts, kept, [*work.entries, *told], passages, meta)


def _front(written: str, work: Rewriting) -> dict[str, Any]:
    """Return a file's front matter; all of it is listed, as it says it in YAML."""
    if not written.strip():
        return {}
    where = "front matter"
    work.entries.append(
        Entry(
            "mapped",
            written,
            "report.yml, as far as it has a place there",
            where,
            holds=True,
        )
    )
    try:
        found = yaml.safe_load(written)
    except yaml.YAMLError:
        return {}
    plain = found if isinstance(found, dict) else {}
    return {str(key): _plain(value) for key, value in plain.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value if value is None else str(value)


def _rewritten(lines: list[str], work: Rewriting) -> Iterator[str]:
    """Yield the lines of a text with its blocks of code and directives rewritten."""
    at = 0
    while at < len(lines):
        opened = FENCE.match(lines[at])
        if not opened:
            yield from _line(lines, at, work)
            at += 1
            continue
        end = work.closing(lines, at, opened)
        inner = lines[at + 1 : end]
        yield from _block(lines[at], opened, inner, work)
        at = end + 1


def _line(lines: list[str], at: int, work: Rewriting) -> Iterator[str]:
    if work.system == "myst":
        yield from myst.line(lines, at, work)
    else:
        yield lines[at]


def _block(
    first: str, opened: re.Match[str], inner: list[str], work: Rewriting
) -> Iterator[str]:
    """Yield a fenced block: code as it is, a directive as what stands for it."""
    info, mark = opened["info"].strip(), opened["mark"]

    def again(held: list[str]) -> list[str]:
        return list(_rewritten(held, work))

    if mark.startswith(":"):
        yield from _box(first, opened, inner, work, again)
    elif work.system == "myst" and myst.DIRECTIVE.match(info):
        yield from myst.directive(first, info, inner, work, again)
    elif chunk := CHUNK.match(info):
        yield from _chunk(first, chunk, opened, inner, work)
    else:
        yield from work.protected([first, *inner, f"{opened['indent']}{mark}"])


def _box(
    first: str,
    opened: re.Match[str],
    inner: list[str],
    work: Rewriting,
    again: Callable[[list[str]], list[str]],
) -> Iterator[str]:
    """Yield a box; a callout's first heading is its title."""
    info = opened["info"].strip()
    if work.system == "myst" and myst.DIRECTIVE.match(info):
        yield from myst.directive(first, info, inner, work, again)
        return
    if "callout-" in info:
        at = next((n for n, one in enumerate(inner) if one.strip()), 0)
        title = re.match(r"#+\s+(.*)$", inner[at]) if inner else None
        if title and "title=" not in info:
            work.mapped(f"{first} {inner[at]}", "the box's title")
            inner = inner[:at] + inner[at + 1 :]
            said = title[1].replace('"', "'")
            first = re.sub(r"\}\s*$", f' title="{said}"}}', first)
    yield first
    yield from again(inner)
    yield f"{opened['indent']}{opened['mark']}"


def _chunk(
    first: str,
    chunk: re.Match[str],
    opened: re.Match[str],
    inner: list[str],
    work: Rewriting,
) -> Iterator[str]:
    """Yield a chunk of code; one that only shows a picture becomes that picture."""
    options = _options(chunk["rest"], inner)
    code = [one for one in inner if one.strip() and not HASH.match(one)]
    shown = GRAPHICS.match(code[0]) if len(code) == 1 else None
    said = "\n".join([first, *inner])
    if shown:
        label = options.get("label", "")
        name = re.sub(r"^(?:fig[:-])?", "fig-", label) if label else ""
        caption = options.get("fig.cap", options.get("fig-cap", ""))
        alt = options.get("fig.alt", options.get("fig-alt", ""))
        marks = attributes_of(name if caption or name else "", alt=alt)
        work.mapped(said, f"![{caption}]({shown['path']})")
        yield f"![{caption}]({shown['path']}){marks}"
        return
    work.mapped(first, "code that is shown, and not run")
    yield f"{opened['indent']}{opened['mark']} {{.{chunk['language']} .executable}}"
    yield from work.protected(inner)
    yield f"{opened['indent']}{opened['mark']}"


def _options(rest: str, inner: list[str]) -> dict[str, str]:
    """Return the options of a chunk, from its first line and its `#|` lines."""
    out = {key: value.strip("\"' ") for key, value in OPTION.findall(rest)}
    label = re.match(r"[ ,]*([\w:.-]+)\s*(?:,|$)", rest)
    if label:
        out["label"] = label[1]
    for line in inner:
        if found := HASH.match(line):
            out[found[1]] = found[2].strip("\"' ")
    return out


def _drafts(lines: list[str], title: str, name: str) -> list[Draft]:
    """Return a file as chapters: one, or one for each heading of level 1."""
    starts, inside = [], ""
    for at, line in enumerate(lines):
        opened = FENCE.match(line)
        if opened and not inside:
            inside = opened["mark"] if opened["mark"][0] != ":" else ""
        elif (
            inside
            and line.strip().startswith(inside)
            and not line.strip().strip(inside[0])
        ):
            inside = ""
        elif not inside and HEADING.match(line):
            starts.append(at)
    if not starts:
        head = title or name
        return [Draft(head, text=_joined([f"# {head}", "", *lines]))]
    before = lines[: starts[0]]
    bounds = [*starts, len(lines)]
    # Their headings alone are looked at: code has comments that look like one.
    heads = [HEADING.sub(r"\g<title>", lines[at]) or name for at in starts]
    parts = [lines[a:b] for a, b in pairwise(bounds)]
    if any(one.strip() for one in before):
        parts[0] = before + parts[0] if not title else parts[0]
        if title:
            heads.insert(0, title)
            parts.insert(0, [f"# {title}", "", *before])
    told = zip(heads, parts, strict=True)
    return [Draft(head, text=_joined(part)) for head, part in told]


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"
