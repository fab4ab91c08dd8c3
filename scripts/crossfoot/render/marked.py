"""Marked words: the parts of two passages in, lines such as `[-old-]{+new+}` out.

The brackets are those of `wdiff` and of `git diff --word-diff`; colour only adds to
them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from crossfoot.render.passages import Part, clip
from crossfoot.render.plain import printable
from crossfoot.render.terminal import Style, columns, paint

BRACKETS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}

CONTEXT = 6
"""Equal words shown on each side of a change."""

LONG = 12
"""Words shown at each end of a change that is longer."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is printed."""

    text: str
    kind: str
    """`same`, `gone` or `new`."""
    part: int
    """Number of the part that it belongs to."""
    spaced: bool
    """A space stands before it."""


def marked(
    parts: Sequence[Part],
    style: Style,
    most: int | None = None,
    context: int = CONTEXT,
) -> tuple[list[str], int]:
    """Return the changes of two passages with the words around them, as lines.

    With them comes how many changes did not fit whole into `most` lines, one or more.
    """
    room = style.width if most is None else style.width - 2
    lines = list(_lines(_words(parts, context), room))
    rest = [word for line in lines[most:] for word in line] if most else []
    left = {word.part for word in rest if word.kind != "same"}
    shown = [_painted(line, style) for line in lines[:most]]
    if rest:
        shown[-1] += " …"
    return shown, len(left)


def _words(parts: Sequence[Part], context: int) -> Iterator[Word]:
    spaced = False
    for number, part in enumerate(parts):
        spaced = spaced or part.a[:1].isspace() or part.b[:1].isspace()
        head = context if number else 0
        tail = context if number < len(parts) - 1 else 0
        for kind, text in _sides(part, head, tail):
            found = _bracketed(text.split(), kind)
            for word in found:
                yield Word(printable(word), kind, number, spaced)
                spaced = True
            # What was and what is now stand side by side, without a space.
            spaced = spaced and not found
        spaced = part.a[-1:].isspace() or part.b[-1:].isspace()


def _sides(part: Part, head: int, tail: int) -> Iterator[tuple[str, str]]:
    """Yield what is printed of a part: kind and text."""
    if part.same:
        yield "same", _clipped(part.a, head, tail, "…")
    else:
        yield "gone", _clipped(part.a, LONG, LONG, "… ({} words) …")
        yield "new", _clipped(part.b, LONG, LONG, "… ({} words) …")


def _clipped(text: str, head: int, tail: int, gap: str) -> str:
    first, left, last = clip(text, head, tail)
    return f"{first} {gap.format(left)} {last}" if left else text


def _bracketed(found: list[str], kind: str) -> list[str]:
    if found:
        start, end = BRACKETS[kind]
        found[0] = start + found[0]
        found[-1] += end
    return found


def _lines(found: Iterable[Word], width: int) -> Iterator[list[Word]]:
    """Yield words in lines; what no space divides stays on one."""
    line: list[Word] = []
    taken = 0
    for chunk in _chunks(found):
        size = sum(columns(word.text) for word in chunk)
        if line and taken + 1 + size > width:
            yield line
            line, taken = [], 0
        taken += size + bool(line)
        line += chunk
    if line:
        yield line


def _chunks(found: Iterable[Word]) -> Iterator[list[Word]]:
    chunk: list[Word] = []
    for word in found:
        if word.spaced and chunk:
            yield chunk
            chunk = []
        chunk.append(word)
    if chunk:
        yield chunk


def _painted(line: Sequence[Word], style: Style) -> str:
    """Return a line with each change painted as one, the space before it bare."""
    out = ""
    for (kind, _), group in groupby(line, key=lambda word: (word.kind, word.part)):
        held = list(group)
        text = "".join(" " * word.spaced + word.text for word in held)
        bare = " " * (held[0].spaced and out != "")
        text = text.strip(" ")
        out += bare + (text if kind == "same" else paint(text, kind, style))
    return out
