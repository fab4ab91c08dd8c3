"""Template code: a source in, where it calls the tool that fills it in out.

Liquid, Jinja, Nunjucks and the short codes of Hugo are text to pandoc. `{{ name }}`
names what comes to stand there, as code in a line does, and is compared as that: two
sentences that differ in it alone say two things, and so does `{{< term "Ward" >}}`.
`{% note %}` and `{{< note >}}` are marks around the text, and no part of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from crossfoot.repeats.language import CODE
from crossfoot.repeats.layout import Word

OPEN = re.compile(r"\{(?:(?P<shown>\{)(?![<%])|\{[<%]|%)")
"""What a call starts with."""
SHOWN, MARK = "}}", re.compile(r"%\}\}?|>\}\}")
"""What it ends with: a value, and a mark."""
QUOTED = re.compile("[\"'“”‘’]")
"""What stands around text that a mark gives its tool, which may be shown."""
SETTING = re.compile("=\\s*([\"'])[^\"'\\s]*\\1")
"""A word that sets how it is shown, and is no text: style="info"."""
BLANK = re.compile(r"\n[ \t]*\n")
"""What parts two paragraphs, and no call."""


class Call(NamedTuple):
    """A stretch of template code."""

    start: int
    end: int
    is_shown: bool
    """Something comes to stand there."""


def calls(source: str) -> tuple[Call, ...]:
    """Return in order the stretches of a source that are template code."""
    if "{{" not in source and "{%" not in source:
        return ()
    out: list[Call] = []
    ends = {True: 0, False: 0}
    at = 0
    while found := OPEN.search(source, at):
        start, at, shown = found.start(), found.end(), bool(found["shown"])
        if ends[shown] < at:
            ends[shown] = _end(source, at, shown)
        end = ends[shown]
        # Where nothing closes one, nothing closes those that follow.
        if end > len(source):
            continue
        if gap := BLANK.search(source, start, end):
            at = gap.start() + 1
            continue
        at = end + (shown and source[end : end + 1] == "}")
        told = shown or QUOTED.search(SETTING.sub("", source[start:at])) is not None
        out.append(Call(start, at, told))
    return tuple(out)


def _end(source: str, at: int, shown: bool) -> int:
    """Return where the first call that ends from a place on does, or past the end."""
    if shown:
        close = source.find(SHOWN, at)
        return close + len(SHOWN) if close >= 0 else len(source) + 1
    found = MARK.search(source, at)
    return found.end() if found else len(source) + 1


def as_code(words: Iterable[Word], found: Sequence[Call]) -> Iterator[Word]:
    """Yield words, those of calls as words of code, or not at all those of marks.

    A word that holds more is parted, if pandoc shows it as it was written.
    """
    for word in words:
        name, start, end = word
        at = bisect_right(found, start, key=lambda one: one.end)
        if at == len(found) or end <= found[at].start or name[0] == CODE:
            yield word
        elif end - start == len(name):
            yield from _parted(word, found, at)
        elif found[at].is_shown:
            yield f"{CODE}{name}{CODE}", start, end


def _parted(word: Word, found: Sequence[Call], at: int) -> Iterator[Word]:
    """Yield the parts of a word within and without calls, from one of these on."""
    name, start, end = word
    lo = start
    while lo < end:
        call = found[at] if at < len(found) else Call(end, end, False)
        inside = call.start <= lo
        hi = min(end, call.end if inside else call.start)
        part = name[lo - start : hi - start]
        if not inside:
            yield part, lo, hi
        elif call.is_shown:
            yield f"{CODE}{part}{CODE}", lo, hi
        at += inside
        lo = hi
