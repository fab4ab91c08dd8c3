"""Cross references and links: what each means in the report, and what is printed.

`@fig-asks` becomes a Link of class `ref` that reads “Figure 3”; a reference or link
that leads nowhere becomes visible text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from crossfoot.assemble import notices, stating
from crossfoot.assemble.ids import Index
from crossfoot.assemble.parts import Copied, Mark, Slot
from crossfoot.assemble.plain import SPACE, typed
from crossfoot.assemble.wording import Wording
from crossfoot.assemble.world import World
from crossfoot.chapters import beside
from crossfoot.findings import Finding
from crossfoot.nodes import Node, link, text, unplaced

PREFIXES = ("fig-", "tbl-", "sec-", "eq-")
"""What the ids of cross references start with; all other keys are citations."""


@dataclass(frozen=True)
class Report:
    """All that a reference may lead to."""

    world: World
    copies: dict[str, Copied]
    index: Index
    cited: frozenset[str]
    """Keys of the bibliography."""


def is_reference(key: str, cited: frozenset[str]) -> bool:
    """Say whether a key is that of a cross reference."""
    return key.startswith(PREFIXES) and key not in cited


def own(citations: Sequence[Any], cited: frozenset[str]) -> list[Any]:
    """Return those of a group that are cross references."""
    return [one for one in citations if is_reference(one["citationId"], cited)]


def linked(report: Report, slot: Slot) -> list[Node]:
    """Return a link with its address in the report, or its words alone."""
    content, address = slot.node["c"][1], slot.source["c"][2][0]
    mark = leads(report, slot.chapter, address)
    address = f"#{mark.ident}" if mark else _file(report, slot.chapter, address)
    if not address:
        return list(content)
    slot.node["c"][2][0] = address
    return [slot.node]


def misstated(report: Report, slot: Slot) -> Iterator[Finding]:
    """Yield the finding on a link that says another number than its target has."""
    mark = leads(report, slot.chapter, slot.source["c"][2][0])
    if mark:
        chapter, words = report.copies[slot.chapter].chapter, report.world.wording
        yield from stating.misstated(chapter, slot.source, mark, _named(mark), words)


def leads(report: Report, chapter: str, address: str) -> Mark | None:
    """Return what a link inside the report leads to, if that is there."""
    path, _, ident = address.partition("#")
    if not path:
        return _in_chapter(report, chapter, ident)
    other = report.world.chapters.get(beside(report.copies[chapter].chapter, path))
    if other is None:
        return None
    if ident:
        return _in_chapter(report, other.name, ident)
    marks = report.copies[other.name].marks
    return next(mark for mark in marks if mark.kind == "header" and mark.noun != "part")


def _file(report: Report, chapter: str, address: str) -> str:
    """Return the address of a file that is there and is no chapter, or ""."""
    path, _, _ = address.partition("#")
    file = beside(report.copies[chapter].chapter, path) if path else ""
    here = file in report.world.present and file not in report.world.chapters
    return address.replace(path, quote(file), 1) if here else ""


def _in_chapter(report: Report, chapter: str, ident: str) -> Mark | None:
    for name in dict.fromkeys((ident, unquote(ident))):
        found = target(report, name, chapter)
        if found:
            return found
    return None


def target(report: Report, ident: str, chapter: str) -> Mark | None:
    """Return what an id means in a chapter; a cut passage's ids lead to its copy."""
    found = report.index.find(ident, chapter)
    if found or not ident:
        return found
    one = report.index.kept(ident, chapter)
    return notices.place(report.copies, one) if one else None


def referred(
    report: Report, slot: Slot, citations: Sequence[Any], *, starts: bool
) -> list[Node]:
    """Return the links of a group of cross references, as a list in a sentence."""
    found = [
        (one, target(report, one["citationId"], slot.chapter)) for one in citations
    ]
    runs = _runs(found)
    out: list[Node] = []
    for at, run in enumerate(runs):
        if at:
            out += _joint(report.world.wording, at == len(runs) - 1)
        out += _run(run, report.world.wording, starts=starts and not at)
    return out


def _joint(wording: Wording, last: bool) -> list[Node]:
    comma: list[Node] = [{"t": "Str", "c": ","}, SPACE]
    return [SPACE, *typed(wording.last), SPACE] if last else comma


Found = tuple[Any, Mark | None]


def _runs(found: list[Found]) -> list[list[Found]]:
    """Group neighbours that share a noun: “Figures 1 and 2”."""
    runs: list[list[Found]] = []
    for one in found:
        noun = _noun(one)
        if runs and noun and noun == _noun(runs[-1][-1]) and not _words(one, "Prefix"):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _noun(one: Found) -> str:
    citation, mark = one
    if mark is None or citation["citationMode"]["t"] == "SuppressAuthor":
        return ""
    return _named(mark)[0]


def _named(mark: Mark) -> tuple[str, str]:
    """Return the noun and number of an element: its own, or its section's."""
    here: Mark | None = mark
    while here is not None and not here.number and here.kind != "header":
        here = here.above
    while here is not None and not here.number and _is_deep(here):
        here = here.above
    return (here.noun, here.number) if here else ("", "")


def _is_deep(mark: Mark) -> bool:
    return "unnumbered" not in mark.node["c"][1][1]


def _run(run: list[Found], wording: Wording, *, starts: bool) -> list[Node]:
    """Return the references of one noun: `Figures 1 and 2`, each a link."""
    prefix = _words(run[0], "Prefix")
    out = [*prefix, SPACE] if prefix else []
    if len(run) == 1:
        return [*out, *_one(run[0], wording, starts and not prefix)]
    noun = _capital(wording.noun(_noun(run[0]), several=True), starts and not prefix)
    for at, one in enumerate(run):
        words = f"{noun} {_number(one)}" if not at else _number(one)
        out += _joint(wording, at == len(run) - 1) if at else []
        out += [_link(one, words), *_suffix(one)]
    return out


def _one(one: Found, wording: Wording, starts: bool) -> list[Node]:
    citation, mark = one
    if mark is None:
        bare = "-" if citation["citationMode"]["t"] == "SuppressAuthor" else ""
        return [*typed(f"{bare}@{citation['citationId']}"), *_suffix(one)]
    noun, number = _named(mark)
    if not number:
        opening, closing = wording.quotes
        words = f"{opening}{_title(mark)}{closing}"
    elif citation["citationMode"]["t"] == "SuppressAuthor":
        words = number
    else:
        words = f"{_capital(wording.noun(noun), starts)} {number}"
    return [_link(one, words), *_suffix(one)]


def _title(mark: Mark) -> str:
    here: Mark | None = mark
    while here is not None and here.kind != "header":
        here = here.above
    return text(here.node["c"][2]) if here else mark.ident


def _number(one: Found) -> str:
    return _named(one[1])[1] if one[1] else ""


def _link(one: Found, words: str) -> Node:
    mark = one[1]
    return link(typed(words), f"#{mark.ident if mark else ''}", ["ref"])


def _words(one: Found, part: str) -> list[Node]:
    found: list[Node] = unplaced(one[0][f"citation{part}"])
    return found


def _suffix(one: Found) -> list[Node]:
    """Return what follows a reference in its brackets, set off by a space."""
    found = _words(one, "Suffix")
    if not found or found[0]["t"] == "Space" or _is_stop(found[0]):
        return found
    return [SPACE, *found]


def _is_stop(node: Node) -> bool:
    return node["t"] == "Str" and node["c"][:1] in {",", ";", ":", ".", ")"}


def _capital(noun: str, starts: bool) -> str:
    return noun[:1].upper() + noun[1:] if starts else noun


def starts_sentence(before: Sequence[Node], slot: Slot, wording: Wording) -> bool:
    """Say whether what comes after these inlines starts a sentence."""
    if not before:
        return slot.starts
    if before[-1]["t"] not in {"Space", "SoftBreak", "LineBreak"}:
        return False
    words = [node for node in before[-4:-1] if node["t"] != "Note"]
    if not words:
        return slot.starts
    last = text(words[-1]).split()
    word = last[-1] if last else ""
    if word.lower().lstrip("([“‘") in wording.abbreviations:
        return False
    return word.rstrip(")]”’\"'").endswith((".", "?", "!"))
