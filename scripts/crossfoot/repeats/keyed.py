"""Keyed entries: the units of a report in, two of one list or table of one name out.

Where each row of a table, or each item of a list, is about what its first words name, a
name that stands twice says that one thing is told of twice, in whatever words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import fsum
from typing import cast

from crossfoot.repeats.alike import Pair
from crossfoot.repeats.language import is_code, read
from crossfoot.repeats.sketches import Share, Sketch
from crossfoot.repeats.stems import stem
from crossfoot.repeats.units import Unit, Units
from crossfoot.repeats.vocabulary import Vocabulary

LEAST = 5
"""Entries that a list or table must have, all but two of them with other names."""
TOLD = 6
"""Words that an entry must have beside its name: no code, figures or addresses."""
FIGURE = re.compile("[0-9]")
"""What makes a name a number of a row, which may be given twice by a slip."""
MARKS = re.compile("[-–’']")
"""What a word may have besides letters; an address has more."""
SURER = 2.0
"""How much surer one is of two entries of one name than of two sentences that share as
much; of five that were met in 198 documents three were repeats."""
TERM = re.compile(
    r"(?:\*\*|__)?(?P<name>`[^`\n]{1,80}`|\[[^\]\n]{1,80}\]\([^()\s]{1,200}\)"
    r"|(?<=\*\*)[^*\n]{1,80}?(?=:?\*\*))"
    r"(?::\*\*|(?:\*\*|__)?[ \t]*(?:\([^()\n]{0,80}\))?[ \t]*(?::|–|—|-(?!\w)))"
)
"""What an item starts with that names what it is about."""

Twice = tuple[int, int]
"""Two units, counted from the first one of a chapter."""


def keyed(all_: Units, known: Vocabulary) -> Iterator[Pair]:
    """Yield the entries of a list or table whose name stands twice there, and no other.

    Equal ones are told of elsewhere.
    """
    first = 0
    for share in all_.shares:
        for a, b in _of_chapter(all_, share):
            pair = all_[first + a], all_[first + b]
            if pair[0].norms != pair[1].norms:
                yield _pair(*pair, known)
        first += len(share.sketches)


def _of_chapter(all_: Units, share: Share) -> list[Twice]:
    """Return what stands twice in a chapter, which is kept with it."""
    page = all_.layouts[share.page]
    key = "keyed", share.summary
    if key not in page.kept:
        page.kept[key] = list(_found(page.chapter.source, share.sketches))
    return cast("list[Twice]", page.kept[key])


def _found(source: str, sketches: Sequence[Sketch]) -> Iterator[Twice]:
    lists: dict[tuple[str, int], dict[str, list[int]]] = {}
    for at, one in enumerate(sketches):
        name = _name(source, one)
        if name and not FIGURE.search(name):
            there = one.block.family if one.kind == "item" else id(one.block)
            names = lists.setdefault((one.kind, there), {})
            names.setdefault(name, []).append(at)
    for names in lists.values():
        twice = [some for some in names.values() if len(some) > 1]
        if sum(map(len, names.values())) < LEAST or list(map(len, twice)) != [2]:
            continue
        a, b = twice[0]
        if _tells(sketches[a]) and _tells(sketches[b]):
            yield a, b


def _name(source: str, one: Sketch) -> str:
    """Return what an entry is about, as written, or ""."""
    if one.kind == "row" and one.is_sought and one.words:
        lo, hi = one.more["parts"][0]
        return " ".join(word[0] for word in one.words[lo:hi])
    if one.kind == "item":
        found = TERM.match(source, one.block.start, one.block.end)
        return found["name"] if found else ""
    return ""


def _tells(one: Sketch) -> bool:
    """Say whether an entry has a text beside its name."""
    if one.words is None:
        return one.block.size > TOLD
    names = one.more["parts"][0][1] if one.kind == "row" else 1
    return sum(map(_is_told, (word[0] for word in one.words[names:]))) >= TOLD


def _is_told(word: str) -> bool:
    return not is_code(word) and MARKS.sub("", read(word).norm).isalpha()


def _pair(a: Unit, b: Unit, known: Vocabulary) -> Pair:
    words = set(a.norms) & set(b.norms)
    longest = max(len(a.words), len(b.words))
    return Pair(
        a,
        b,
        "near",
        len(words),
        len(words) * 100 // longest,
        (),
        (0, len(a.words)),
        (0, len(b.words)),
        sure=_told(words, known),
        retold=True,
    )


def _told(words: Iterable[str], known: Vocabulary) -> float:
    """Return what words of two entries of one name tell; in nats."""
    return SURER * fsum(known.weigh(word) for word in sorted(words) if stem(word))
