"""Rereading: a chapter and an edit of its words in, the passage to read again out.

Pandoc takes 33 ms for a chapter of eleven pages and one for a paragraph. A paragraph or
list between blank lines is read alone as it was read in its chapter, unless it leads to
what stands elsewhere; whether it was, the text before the edit shows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crossfoot.carrying import Edit
from crossfoot.chapters import Chapter
from crossfoot.nodes import Node

KINDS = frozenset({"Para", "BulletList", "OrderedList", "BlockQuote"})
"""Blocks that no name, number or contents elsewhere is made of."""
ELSEWHERE = ("[^", "][", "\r", "\t")
"""Marks of notes and of addresses that stand elsewhere, and what pandoc's program takes
out before it reads."""
PLACE = re.compile(r'"s":\[(\d+),(\d+)\]')
"""Where an element stands, in JSON; a string holds no quotation mark like the first."""
NOTE = '"t":"Note"'
NUMBER = re.compile(r'"citationNoteNum":(\d+)')
"""Citations are numbered through a chapter, from 1."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The one block of a chapter in which an edit stands."""

    block: Node
    """As it was read in the chapter."""
    start: int
    """Its offset, before and after the edit."""
    old: str
    new: str


def passage(chapter: Chapter, edit: Edit) -> Passage | None:
    """Return the block in which words were edited; None where there is no such one."""
    for block in chapter.ast["blocks"] if edit.plain else ():
        start, end = block.get("s", (0, -1))
        if start <= edit.start and edit.end <= end:
            texts = edit.old.text[start:end], edit.new.text[start : end + edit.shift]
            known = block["t"] in KINDS and _alone(edit.old.text, start, end)
            known = known and not any(one in "".join(texts) for one in ELSEWHERE)
            return Passage(block, start, *texts) if known else None
    return None


def _alone(text: str, start: int, end: int) -> bool:
    """Say whether a stretch stands between blank lines, or ends of the text."""
    before = start == 0 or text[:start].endswith("\n\n")
    return before and (text.startswith("\n\n", end) or not text[end:].strip())


def placed(block: str, start: int, like: str) -> str:
    """Return a block as JSON that was read alone, as it stands in its chapter.

    `start` is where the passage stands that was read, and `like` the block that this
    was in the chapter: its first citation tells how many there are before.
    """
    first = NUMBER.search(like)
    more = int(first[1]) - 1 if first else 0
    numbered = NUMBER.sub(lambda n: f'"citationNoteNum":{int(n[1]) + more}', block)
    return PLACE.sub(lambda s: _at(int(s[1]) + start, int(s[2]) + start), numbered)


def _at(start: int, end: int) -> str:
    return f'"s":[{start},{end}]'


def spliced(ast: str, old: str, new: Sequence[str], edit: Edit) -> str | None:
    """Return a chapter's AST as JSON after an edit.

    `old` is the block in which the edit stands as JSON, and `new` are those in its
    place, each as it stands in its chapter. None where the AST does not hold `old`
    once.
    """
    before, found, after = ast.partition(old)
    if not found or old in after:
        return None

    def moved(one: re.Match[str]) -> str:
        start, end = int(one[1]), int(one[2])
        if end <= edit.start:
            return one[0]
        return _at(start + edit.shift, end + edit.shift)

    # Of what stands in front only notes may be written behind.
    before = PLACE.sub(moved, before) if NOTE in before else before
    return before + ",".join(new) + PLACE.sub(moved, after)
