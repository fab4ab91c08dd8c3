"""Tokens: the text of a chapter in, where its words stand and which are equal out.

A token is a stretch of the source without white space. Tokens are told apart by a hash
of their characters, all of a chapter at once, so that Python looks at each different
token once. Hashes only propose: what is cut is compared as text (`same_text`).
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from crossfoot.repeats.lexicon import Lexicon

TOKEN = re.compile(r"[^ \t\r\n\f\v]*[^ \t\r\n\f\v\xa0]")
TAB, RETURN, SPACE = 9, 13, 32
"""What white space is: from a tab to a carriage return, and a space."""
NO_BREAK = 160
"""A no-break space, which is text within a token, and nothing at its end."""
WORD = 8
"""Bytes of a token that are hashed at once: those of a machine word."""
LONG = 8
"""Machine words from which on a token is long, such as an address: seldom enough that
each is hashed apart."""
BASE = 0x9E3779B97F4A7C15
MIXER = 0xBF58476D1CE4E5B9
ALL = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text."""

    lexicon: Lexicon
    starts: "array[int]"
    """Offsets of their first characters."""
    ends: "array[int]"
    numbers: Any
    """Of their keys, their NFC text at first; an array of 32-bit integers."""

    def keys(self, lo: int, hi: int) -> list[str]:
        """Return the keys of tokens from one to another."""
        known = self.lexicon.keys
        return [known[number] for number in self.numbers[lo:hi].tolist()]


def cut_up(source: str, lexicon: Lexicon) -> Tokens:
    """Return the tokens of a text."""
    import numpy as np

    characters = _characters(source)
    starts, ends = _edges(characters)
    hashes = _hashes(characters, starts, ends)
    first, last = (array("i", one.astype(np.int32).tobytes()) for one in (starts, ends))
    numbers, new = lexicon.look_up(hashes)
    if len(new):
        kinds, firsts = _told_apart(hashes[new])
        firsts = new[firsts]

        def text(kind: int) -> str:
            at = int(firsts[kind])
            return unicodedata.normalize("NFC", source[first[at] : last[at]])

        numbers[new] = lexicon.meet(hashes[firsts], text)[kinds]
    return Tokens(lexicon, first, last, numbers)


def same_text(one: str, other: str) -> bool:
    """Say whether two texts are equal but for white space and composition."""
    sides = TOKEN.findall(one), TOKEN.findall(other)
    return sides[0] == sides[1] or [
        unicodedata.normalize("NFC", token) for token in sides[0]
    ] == [unicodedata.normalize("NFC", token) for token in sides[1]]


def _characters(source: str) -> Any:
    """Return the code points of a text as an array."""
    import numpy as np

    if source.isascii():
        return np.frombuffer(source.encode("ascii"), np.uint8)
    return np.frombuffer(source.encode("utf-32-le", "surrogatepass"), np.uint32)


def _edges(characters: Any) -> tuple[Any, Any]:
    """Return where tokens start and where they end."""
    import numpy as np

    # What is less than a tab is more than a return here: the numbers have no sign.
    white = characters - characters.dtype.type(TAB) <= RETURN - TAB
    white |= characters == SPACE
    bounds = np.flatnonzero(white)
    starts = np.append(0, bounds + 1)
    ends = np.append(bounds, len(characters))
    if characters.itemsize > 1 and (hard := characters == NO_BREAK).any():
        last = np.maximum.accumulate(np.where(hard, 0, np.arange(1, len(hard) + 1)))
        ends = np.minimum(ends, np.append(0, last)[ends])
    there = starts < ends
    return (starts, ends) if there.all() else (starts[there], ends[there])


def _hashes(characters: Any, starts: Any, ends: Any) -> Any:
    """Return a 64-bit hash of each token, of as many characters at once as can be."""
    import numpy as np

    step = WORD // characters.itemsize
    raw = characters.tobytes() + bytes(WORD)
    words = np.ndarray(len(characters) + 1, "<u8", raw, strides=characters.itemsize)
    masks = np.array([ALL >> 8 * (WORD - at) for at in range(WORD + 1)], np.uint64)
    masks = masks[:: characters.itemsize]
    sizes = ends - starts
    made = (words[starts] & masks[np.minimum(sizes, step)]) * np.uint64(BASE)
    more = np.flatnonzero(sizes > step)
    for part in range(step, LONG * step, step):
        left = np.minimum(sizes[more] - part, step)
        these = made[more]
        these ^= these >> np.uint64(32)
        these += words[starts[more] + part] & masks[left]
        made[more] = these * np.uint64(BASE)
        more = more[sizes[more] > part + step]
    for at in more.tolist():
        made[at] = _of_long(characters[starts[at] : ends[at]])
    made ^= made >> np.uint64(32)
    made += sizes.astype(np.uint64)  # so that characters of number 0 at the end count
    # Even, so that none is what stands in the lexicon where no hash does.
    return made * np.uint64(MIXER) & np.uint64(ALL - 1)


def _of_long(characters: Any) -> int:
    digest = blake2b(characters.astype("<u4").tobytes(), digest_size=WORD).digest()
    return int.from_bytes(digest, "little")


def _told_apart(hashes: Any) -> tuple[Any, Any]:
    """Return for each hash the number of its kind, and one place of each kind.

    Kinds are entered into a table by some bits of their hash; those that find another
    kind in their place try the next bits.
    """
    import numpy as np

    bits = min(max(10, len(hashes).bit_length()), 18)
    numbers = np.empty(len(hashes), np.int32)
    todo = np.arange(len(hashes), dtype=np.int32)
    table = np.empty(1 << bits, np.int32)
    found: list[Any] = []
    total, shift = 0, 64 - bits
    while len(todo):
        these = hashes[todo]
        slots = (these >> np.uint64(shift)).astype(np.int32) & ((1 << bits) - 1)
        table[slots] = todo
        there = table[slots]
        same = hashes[there] == these
        heads = np.flatnonzero(there == todo)
        table[slots[heads]] = np.arange(total, total + len(heads), dtype=np.int32)
        numbers[todo[same]] = table[slots[same]]
        found.append(todo[heads])
        total += len(heads)
        todo = todo[~same]
        shift = shift - 7 if shift >= 7 else 64 - bits
    return numbers, np.concatenate([np.zeros(0, np.int32), *found])
