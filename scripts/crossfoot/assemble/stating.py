"""Numbers that links state: a link and what it leads to in, what is wrong with it out.

`[Table 9](#tbl-waste)` names a number, and its target has one. Where both are of one
kind they are the same.
"""

import re
from collections.abc import Iterator

from crossfoot.assemble.parts import Mark
from crossfoot.assemble.wording import Wording
from crossfoot.chapters import Chapter
from crossfoot.findings import Finding, Fix
from crossfoot.nodes import Node, span, text

SHORT = {
    "fig": "figure",
    "tab": "table",
    "eq": "equation",
    "sec": "section",
    "ch": "chapter",
    "app": "appendix",
}
"""English short forms of what numbered things are called."""
HEADS = frozenset({"section", "chapter", "appendix"})
NUMBER = r"(?P<number>(?:[A-Z]{1,2}|[0-9]+)(?:\.[0-9]+)*)(?![\w–-]|\.\w)"
SAID = re.compile(rf"(?<![\w-])(?P<noun>[^\W\d_]+)\.?[\s\u00a0]+{NUMBER}")
BARE = re.compile(r"§?[\s\u00a0]*(?P<number>(?:[A-Z]|[0-9]+)(?:\.[0-9]+)+)\.?")
LABEL = re.compile(r"\W*(?:[^\W\d_]+\.?\s+)?[0-9A-Z]+(?:\.[0-9]+)*(?:[.:)\s]|\Z)")
"""A number that an author typed before a heading or a caption."""


def misstated(
    chapter: Chapter, source: Node, mark: Mark, called: tuple[str, str], words: Wording
) -> Iterator[Finding]:
    """Yield the finding on a link that says another number than its target has.

    `called` is what a reference to the target would say: its noun and its number.
    """
    said = text(source["c"][1])
    noun, number = called
    kinds = _kinds(words)
    read = [
        (kinds[one["noun"].lower()], one)
        for one in SAID.finditer(said)
        if one["noun"].lower() in kinds
    ]
    bare = BARE.fullmatch(said.strip())
    if bare and noun in HEADS:
        read = [(noun, bare)]
    if len(read) != 1 or not number or LABEL.match(_shown(mark)):
        return
    kind, found = read[0]
    if _agree(kind, found["number"], noun, number, own=bool(mark.number)):
        return
    right = _right(found[0].strip(), found["number"], kind, called, words)
    yield _finding(chapter, source, found[0].strip(), right, mark)


def _kinds(words: Wording) -> dict[str, str]:
    """Return what the names of one numbered thing stand for, in small letters."""
    named = {one.lower(): kind for kind, (one, _) in words.nouns.items()}
    return SHORT | {name: kind for name, kind in named.items() if kind != "part"}


def _shown(mark: Mark) -> str:
    """Return the heading or caption of what a link leads to."""
    if mark.kind == "header":
        return text(mark.node["c"][2])
    caption = mark.node["c"][1] if mark.kind in {"figure", "table"} else None
    return text(caption[1]) if caption and len(caption) > 1 else ""


def _agree(kind: str, said: str, noun: str, number: str, *, own: bool) -> bool:
    """Say whether a number that is said is that of the target, or nothing is known.

    A chapter may be named for a section of it, and a part without a number of its own
    by one that counts on.
    """
    if said == number or (kind != noun and not {kind, noun} <= HEADS):
        return True
    if kind in {"chapter", "appendix"} and noun == "section":
        return number.startswith(f"{said}.")
    return not own and said.startswith(f"{number}.")


def _right(
    found: str, said: str, kind: str, called: tuple[str, str], words: Wording
) -> str:
    """Return what to write: the words as they are where the noun fits."""
    noun, number = called
    if kind == noun:
        return found.removesuffix(said) + number
    name = words.noun(noun)
    return f"{name[:1].upper() + name[1:] if found[:1].isupper() else name} {number}"


def _finding(
    chapter: Chapter, source: Node, found: str, right: str, mark: Mark
) -> Finding:
    where = span(source)
    start, end = where or (0, 0)
    once = chapter.source.count(found, start, end) == 1
    at = chapter.source.find(found, start, end) if once else start
    address = source["c"][2][0]
    return Finding(
        "REF12",
        f"Link says “{found}”; {address} is {right}",
        chapter.place((at, at + len(found)) if once else where),
        help=f"Write {right}, or [@{mark.ident}], which stays right"
        if mark.ident.startswith(("fig-", "tbl-", "sec-", "eq-"))
        else f"Write {right}, or lead to another place",
        found=found,
        expected=right,
        fix=Fix(right) if once else None,
        anchor=f"{found} {address}",
    )
