"""Examples: `(@good)` lists count through the report, and references with them.

pandoc counts each chapter from 1 and puts the number in place of `@good`, so such a
word has no place in the source; its neighbours tell where to look.
"""

import re
from collections.abc import Iterable, Iterator

from crossfoot.chapters import Chapter
from crossfoot.nodes import Node, span, walk

LABEL = re.compile(r"^[ \t]*\(@([\w-]+)\)[ \t]", re.MULTILINE)
NAMED = re.compile(r"@([\w-]+)")
NUMBER = re.compile(r"\d+")


def labels(chapter: Chapter) -> frozenset[str]:
    """Return the names of a chapter's examples."""
    return frozenset(LABEL.findall(chapter.source))


def shifts(chapters: Iterable[Chapter]) -> dict[str, int]:
    """Return how many examples the chapters before have, by file."""
    out: dict[str, int] = {}
    count = 0
    for chapter in chapters:
        out[chapter.file] = count
        for node in walk(chapter.blocks) if "(@" in chapter.source else ():
            if node["t"] == "OrderedList" and node["c"][0][1]["t"] == "Example":
                count += len(node["c"][1])
    return out


def references(chapter: Chapter, names: frozenset[str], items: list[Node]) -> set[int]:
    """Return the `id()` of the words among inlines that are numbers of examples."""
    return {
        id(node)
        for node, (start, end) in _gaps(items)
        if names & set(NAMED.findall(chapter.source[start:end]))
    }


def _gaps(items: list[Node]) -> Iterator[tuple[Node, tuple[int, int]]]:
    """Yield each unplaced number with the stretch of source that it may come from."""
    for at, node in enumerate(items):
        if node["t"] == "Str" and "s" not in node and NUMBER.search(node["c"]):
            before = (found for one in reversed(items[:at]) if (found := span(one)))
            after = (found for one in items[at + 1 :] if (found := span(one)))
            start = next((end for _, end in before), None)
            end = next((start for start, _ in after), None)
            if start is not None or end is not None:
                yield node, _stretch(start, end)


def _stretch(start: int | None, end: int | None) -> tuple[int, int]:
    """Return a stretch with both ends; an open one is at most a line long."""
    if start is None:
        return max(0, (end or 0) - 80), end or 0
    return start, start + 80 if end is None else end


def counted(word: str, shift: int) -> str:
    """Return the word of a reference, counted from the report's start."""
    return NUMBER.sub(lambda found: str(int(found[0]) + shift), word)
