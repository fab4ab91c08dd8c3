"""Quotes: passages and what differs between them in, HTML that shows them out.

What differs is marked with an element, a line through or under the words, and words
for screen readers, so that no colour is needed to see it (WCAG 2.2, 1.4.1).
"""

import re
from collections.abc import Iterator, Sequence

from crossfoot.findings import several
from crossfoot.places import Place
from crossfoot.render.html import code, safe, spoken
from crossfoot.render.passages import Part, clip
from crossfoot.render.relation import lines

WRAP = re.compile(r"(?<=\S)[ \t]*\n(?=[^\s>|#:+*`~-])(?!\d+[.)]\s)")
"""A line break of wrapped prose: no list, table, heading or fence follows."""

LAID_OUT = re.compile(r"^[ \t]*(?:```|~~~)|\S[ \t]{2,}\S", re.MULTILINE)
"""What shows that line breaks carry meaning: fences, and columns of a table."""

CONTEXT = 24
"""Equal words shown on each side of a change."""

LONG = 60
"""Words shown at each end of a passage, or of a change, that is longer."""


def flow(text: str) -> str:
    """Return a passage with the wrap of its prose taken out, for other widths."""
    text = text.strip().replace("\r\n", "\n")
    return text if LAID_OUT.search(text) else WRAP.sub(" ", text)


def once(text: str, *, whole: bool = False) -> str:
    """Return one passage as a quote; the middle of a long one is left out."""
    first, left, last = (text, 0, "") if whole else clip(flow(text), LONG, LONG)
    gap = _gap(several(left, "word")) if left else ""
    return _quote(safe(flow(first) if whole else first) + gap + safe(last))


def sides(
    places: tuple[Place, Place], parts: Sequence[Part], *, whole: bool = False
) -> str:
    """Return two passages side by side, with the words marked that differ."""
    here = "".join(_side(parts, "a", whole=whole))
    there = "".join(_side(parts, "b", whole=whole))
    return (
        f'<div class="pair">\n{_figure("Here", places[0], here)}'
        f"{_figure('There', places[1], there)}</div>\n"
    )


def _figure(name: str, place: Place, body: str) -> str:
    head = f"<figcaption>{name}: {code(lines(place, '–'))}</figcaption>"
    return f"<figure>\n{head}\n{_quote(body)}</figure>\n"


def _quote(body: str) -> str:
    return f'<blockquote><p class="passage">{body}</p></blockquote>\n'


def _side(parts: Sequence[Part], side: str, *, whole: bool) -> Iterator[str]:
    tag, told = ("del", "only here: ") if side == "a" else ("ins", "only there: ")
    for number, part in enumerate(parts):
        text = part.a if side == "a" else part.b
        if part.same:
            head = CONTEXT if number else 0
            tail = CONTEXT if number < len(parts) - 1 else 0
            yield _clipped(text, (head, tail), "{} in both", whole=whole)
        elif text.strip():
            bare = text.strip()
            at = text.index(bare)
            shown = _clipped(bare, (LONG, LONG), "{}", whole=whole)
            yield safe(text[:at]) + f"<{tag}>{spoken(told)}{shown}{spoken(';')}</{tag}>"
            yield safe(text[at + len(bare) :])
        else:
            yield safe(text)


def _clipped(text: str, ends: tuple[int, int], gap: str, *, whole: bool) -> str:
    first, left, last = (text, 0, "") if whole else clip(text, *ends)
    if not left:
        return safe(text)
    return safe(first) + _gap(gap.format(several(left, "word"))) + safe(last)


def _gap(words: str) -> str:
    return f' <span class="gap">… {words} …</span> '
