"""The proof: a chapter's own words in, and the same words must come out, in order.

Left out on both sides: what assembly wrote, what it stands for, and images, whose
alternative text is chosen rather than copied.
"""

from itertools import zip_longest
from typing import Any

from crossfoot.assemble.parts import Copied

APART = frozenset({"Space", "Image"})
SHOWN = 12
"""Words of a missing passage that a message names."""


class LostWordsError(RuntimeError):
    """Assembly lost or moved words: a fault of Crossfoot, not of the chapter."""


def prove(copy: Copied) -> None:
    """Raise LostWordsError when a chapter's words are not all there, in order."""
    before = words(copy.order, copy.gone)
    after = words(copy.blocks, copy.made)
    if before == after:
        return
    pairs = enumerate(zip_longest(before, after))
    at = next(at for at, (old, new) in pairs if old != new)
    missing = " ".join(before[at : at + SHOWN]) or "the chapter's end"
    found = " ".join(after[at : at + SHOWN]) or "the chapter's end"
    raise LostWordsError(
        f"{copy.chapter.file}: assembling lost words: expected “{missing}”, "
        f"found “{found}”; this is a fault of Crossfoot, not of the chapter"
    )


def words(tree: Any, apart: set[int]) -> list[str]:
    """Return the words of a tree in order, without those of elements set apart."""
    out: list[str] = []
    # Iterators of the lists that are being read, the innermost last.
    stack = [iter((tree,))]
    while stack:
        for here in stack[-1]:
            content = here
            if type(here) is dict:
                kind = here.get("t")
                if kind in APART or id(here) in apart:
                    continue
                if kind == "Str":
                    out.append(here["c"])
                    continue
                content = here.get("c")
            if type(content) is list and id(content) not in apart:
                stack.append(iter(content))
                break
        else:
            stack.pop()
    return out
