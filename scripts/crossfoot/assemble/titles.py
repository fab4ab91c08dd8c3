"""Numbers in titles that YAML holds: marks in, what the reader sees out."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from crossfoot.amounts.marks import marks
from crossfoot.assemble.parts import Inputs
from crossfoot.assemble.shown import Shown, bound, key_of
from crossfoot.chapters import Chapter
from crossfoot.nodes import Node, span, text, walk

RECORD = "report.yml"


def placed(shown: Shown, chapter: Chapter, inlines: list[Node]) -> list[Node]:
    """Return a front matter's title with its bound numbers placed in the file.

    Nothing is returned for a title without any: pandoc gives no places there.
    """
    # The chapter stays as it is: others read it, too.
    inlines = deepcopy(inlines)
    held = [node for node in walk(inlines) if node["t"] in {"Code", "Span"}]
    held = [node for node in held if _is_bound(shown, chapter, node)]
    first = next((found for one in chapter.blocks if (found := span(one))), None)
    end = first[0] if first else len(chapter.source)
    told = marks(chapter.source[:end]) if held else []
    keys = [bound(node) for node in held]
    if not held or keys != [key_of(one.key) for one in told]:
        return []
    for node, mark in zip(held, told, strict=True):
        node["s"] = [mark.start, mark.end]
    return inlines


def _is_bound(shown: Shown, chapter: Chapter, node: Node) -> bool:
    """Say whether an element is a bound number, and no code."""
    key = bound(node)
    whole = (0, len(chapter.source))
    if not key or node["t"] == "Span":
        return bool(key)
    return bool(shown.within(chapter.file, whole, key))


def shown(inputs: Inputs, numbers: Shown, words: str) -> dict[str, Any]:
    """Return `report.yml` as a reader sees it; `words` are those of the first heading.

    A report without a title has that of its first chapter, as it was written.
    """
    report = inputs.settings.report
    told = {key: _marked(numbers, value) for key, value in report.items()}
    own = next((one for one in _titles(inputs) if one[0]), ("", False))
    if own == (report.get("title"), True):
        told["title"] = words
    return told


def _marked(numbers: Shown, value: Any) -> Any:
    """Return a value of `report.yml` with its bound numbers as the reader sees them."""
    if not isinstance(value, str):
        return value
    files = [one for one in numbers.files if one.rpartition("/")[2] == RECORD]
    file = files[0] if files else ""
    end = max((one.end for one in numbers.files.get(file, ())), default=0)
    return numbers.text(file, (0, end), value)


def _titles(inputs: Inputs) -> Iterator[tuple[str, bool]]:
    """Yield the title of each chapter as written, and whether numbers are in it."""
    for one in inputs.chapters:
        own = one.meta.get("title")
        heads = (block["c"][2] for block in one.blocks if block["t"] == "Header")
        head: list[Node] = next(heads, [])
        said = str(own) if isinstance(own, str | int) else text(head)
        held = marks(said) if own else [node for node in walk(head) if _names(node)]
        yield " ".join(said.split()), bool(held)


def _names(node: Node) -> bool:
    """Say whether an element is a bound number."""
    return node["t"] in {"Code", "Span"} and bound(node) is not None
