"""Passages: texts and places in, slices and their differences word by word out.

A difference is of words: white space, line wrap and the marks of a block quote at
the start of a line count as one space.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from crossfoot.places import Place, Span, Text

GAP = re.compile(r"(?:\n(?:[ \t]*>)+|\s)+")
"""What stands between words."""

WORD = re.compile(r"\S+")
PARAGRAPH = re.compile(r"\n[ \t\r>]*\n")
MARKS = "([“‘\"'*_`"
ENDS = ".,;:!?)]”’\"'*_`"

INNER = re.compile(
    r"([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\](?=\{)|(?<=\])\{[^{}\s]*\})"
)
"""What is a word of its own without a space around it: a character of a script that
sets none between words, and the attributes of a span, `{value=asks.recovery}`."""

MANY = 20_000
"""Words that are compared at a time; the memory needed grows with their square."""

REACH = 400
"""Characters before and after a passage that are looked at for what both share."""

SMALL = 3
"""Changed words on both sides that make one change of an equal word between them."""

SPARED = 3
"""Words that are not worth leaving out."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of two passages: equal in both but for white space, or not."""

    same: bool
    a: str
    b: str


def span_in(text: Text | None, place: Place) -> Span | None:
    """Return the span of a place, or None in a text that has no such place."""
    if text is None or place.end_line > len(text.starts):
        return None
    start, end = text.span(place)
    return (start, end) if start <= end <= len(text.text) else None


def cut_out(texts: Mapping[str, Text], place: Place) -> str:
    """Return the text of a place, or "" where no file has such a place."""
    source = texts.get(place.file)
    span = span_in(source, place)
    return source.slice(span) if source and span else ""


def difference(a: str, b: str) -> tuple[Part, ...]:
    """Return the parts of two passages in order, equal and changed in turn.

    What the parts hold of a side, joined, is that side, character for character.
    """
    ours, theirs = words(a), words(b)
    numbers: dict[str, int] = {}
    keys = [
        [numbers.setdefault(_key(word), len(numbers)) for word in side]
        for side in (ours, theirs)
    ]
    parts = [
        Part(same, "".join(ours[lo:hi]), "".join(theirs[low:high]))
        for same, (lo, hi), (low, high) in _steps(*keys)
    ]
    return tuple(_tidied(_joined(parts)))


def words(text: str) -> list[str]:
    """Return a text in pieces: each a word or punctuation with the space after it."""
    out: list[str] = []
    at = 0
    for gap in GAP.finditer(text):
        out += _pieces(text[at : gap.start()])
        out[-1:] = ["".join(out[-1:]) + gap.group()]
        at = gap.end()
    return out + _pieces(text[at:])


def _pieces(word: str) -> list[str]:
    core = word.lstrip(MARKS)
    stem = core.rstrip(ENDS)
    lead, trail = word[: len(word) - len(core)], core[len(stem) :]
    return [part for part in (lead, *INNER.split(stem), trail) if part]


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", GAP.sub(" ", text).strip())


def _steps(
    a: Sequence[int], b: Sequence[int]
) -> Iterator[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Yield stretches in order: whether they are equal, and which pieces they are."""
    from rapidfuzz.distance import LCSseq

    pairs = enumerate(zip(a, b, strict=False))
    lead = next((n for n, (x, y) in pairs if x != y), min(len(a), len(b)))
    yield True, (0, lead), (0, lead)
    for at in range(lead, max(len(a), len(b)), MANY):
        for step in LCSseq.opcodes(a[at : at + MANY], b[at : at + MANY]):
            ours = at + step.src_start, at + step.src_end
            yield step.tag == "equal", ours, (at + step.dest_start, at + step.dest_end)


def _joined(parts: Iterable[Part]) -> list[Part]:
    """Return parts, equal and changed in turn; a change of white space is none."""
    for _ in range(2):  # what turns out to be equal joins what stands beside it
        parts = [
            Part(same or _key(a) == _key(b), a, b)
            for same, group in groupby(parts, key=lambda part: part.same)
            for a, b in [_sides(group)]
            if a or b
        ]
    return list(parts)


def _sides(parts: Iterable[Part]) -> tuple[str, str]:
    held = list(parts)
    return "".join(part.a for part in held), "".join(part.b for part in held)


def _tidied(parts: Sequence[Part]) -> list[Part]:
    """Return parts without equal stretches too short to tell two changes apart."""
    out: list[Part] = []
    for number, part in enumerate(parts):
        inner = part.same and 0 < number < len(parts) - 1
        short = inner and _short(part, (parts[number - 1], parts[number + 1]))
        out.append(Part(part.same and not short, part.a, part.b))
    return _joined(out)


def _short(part: Part, around: Iterable[Part]) -> bool:
    """Say whether an equal stretch is lost among the changes around it."""
    if not any(char.isalnum() for char in part.a):
        return True
    least = min(max(_size(one.a), _size(one.b)) for one in around)
    return least >= SMALL * _size(part.a)


def _size(text: str) -> int:
    return len(text.split())


def clip(text: str, head: int, tail: int) -> tuple[str, int, str]:
    """Return a text's first words, how many are left out, and its last words.

    Where there is nothing to gain, all of the text comes first.
    """
    found = list(WORD.finditer(text))
    out = len(found) - head - tail
    if out <= SPARED:
        return text, 0, ""
    first = text[: found[head - 1].end()] if head else ""
    return first, out, text[found[-tail].start() :] if tail else ""


def around(a: Text, one: Span, b: Text, other: Span, count: int) -> tuple[Span, Span]:
    """Return two spans, wider by what stands around both of them alike.

    At most `count` words on each side are added, and none of other paragraphs.
    """
    before = [
        words(PARAGRAPH.split(text.text[max(at - REACH, 0) : at])[-1])[::-1]
        for text, at in ((a, one[0]), (b, other[0]))
    ]
    after = [
        words(PARAGRAPH.split(text.text[at : at + REACH])[0])
        for text, at in ((a, one[1]), (b, other[1]))
    ]
    left, right = _shared(before, count), _shared(after, count)
    return (one[0] - left[0], one[1] + right[0]), (
        other[0] - left[1],
        other[1] + right[1],
    )


def _shared(sides: Sequence[Sequence[str]], count: int) -> tuple[int, int]:
    """Return the characters that the first pieces of both sides, alike, take."""
    taken = [0, 0]
    for ours, theirs in list(zip(*sides, strict=False))[:count]:
        if _key(ours) != _key(theirs):
            break
        taken[0] += len(ours)
        taken[1] += len(theirs)
    return taken[0], taken[1]
