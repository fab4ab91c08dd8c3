"""File names: words in, names out that every system and web server can hold.

Lower-case ASCII letters, figures and hyphens: the same on file systems that know no
capitals, in addresses and in artefact stores. No two are the same, and none is one
that Windows keeps for devices (https://learn.microsoft.com/windows/win32/fileio,
"Naming Files, Paths, and Namespaces").
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60
"""Characters of a name; with its folders a path stays below Windows' 260."""
DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o"}
    | {"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "þ": "th", "Þ": "th", "ı": "i"}
)
"""Latin letters that are not a letter of ASCII with a mark."""


def stem(words: str) -> str:
    """Return words as a name; empty when no letter or figure of them is Latin."""
    parted = unicodedata.normalize("NFKD", words.translate(LETTERS))
    bare = "".join(one for one in parted if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")[:LONGEST].strip("-")


def stems(wanted: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> list[str]:
    """Return a name of its own for each pair of words and what stands for them.

    The second counts when the first has nothing that a name may hold. `taken` are
    names that are given already.
    """
    used = DEVICES | set(taken)
    out = []
    for words, instead in wanted:
        first = stem(words) or stem(instead) or "page"
        name, count = first, 1
        while name in used:
            count += 1
            name = f"{first}-{count}"
        used |= {name}
        out.append(name)
    return out
