"""Runs: blocks after a paragraph in; those that name things one by one, as a list, out.

Paragraphs that each start with a bold name, headings of one level, lines of code that
start alike. A paragraph after a list may count what the list named.
"""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice, takewhile
from typing import Any

from crossfoot.amounts import english_sums
from crossfoot.amounts.patterns import any_of
from crossfoot.nodes import Node, span, text
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.texts.lists import FEWEST, TEXTS, Listed, of_headings

LISTS = frozenset({"BulletList", "OrderedList"})
ENDS = frozenset({"Header", "HorizontalRule"})
REACH = 60
"""Blocks after a paragraph in which the last thing it announces starts."""
MOST = 20
"""Paragraphs or headings beyond which nobody counts."""
MOST_BLOCKS = 100
"""Blocks of a section that are looked at."""
COUNTED = re.compile(r"\([0-9]{1,2}\s[a-z-]+s\)\s*\Z", re.IGNORECASE)
"""The end of a heading that counts what is below it."""
ASIDE = re.compile(
    rf"(?:[0-9.]+\s)?(?:{any_of(english_sums.NO_PART_OF)})\b", re.IGNORECASE
)
PLACED = re.compile(r"[^\W\d_]+\s[0-9]{1,2}\b")
"""A bold name with the place in a series that it has: `Layer 2`."""
FOLLOWING = re.compile(r"\bfollowing\s[^.!?]{1,160}\.\s*\Z", re.IGNORECASE)
CALL = re.compile(r"`(?P<name>[A-Za-z_][\w.:]{2,40})\(\)`")
COMMENT = re.compile(r"\s*(?:#|//|--|/\*|\*|\"|<!--|;)")
START = re.compile(r"\s*(?P<word>[A-Za-z_][\w-]*(?:\s[A-Za-z_][\w-]*)?)\s")


def of_led(before: Passage, blocks: Iterable[Node]) -> Listed | None:
    """Return the paragraphs from one on, up to a heading, when each has a bold name.

    What stands between them could be one more thing.
    """
    run = [*takewhile(lambda one: one["t"] not in ENDS, islice(blocks, REACH))]
    if not FEWEST <= len(run) <= MOST or not all(map(is_led, run)):
        return None
    # “Layer 1” and “Layer 2” are the two layers; what follows them is none.
    run = [one for one in run if PLACED.match(text(one["c"][0]))] or run
    return Listed(before, (before,) * len(run), kind="names")


def of_cut(before: Passage, blocks: Iterable[Node]) -> Listed | None:
    """Return the items of lists up to a heading, when each starts with a bold name.

    Call-outs and code between the items cut one list into several.
    """
    run = takewhile(lambda one: one["t"] not in ENDS, islice(blocks, REACH))
    lists = [one for one in run if one["t"] in LISTS]
    firsts = [item[0] for one in lists for item in items_of(one) if item]
    if len(lists) < FEWEST or len(firsts) > MOST or not all(map(is_led, firsts)):
        return None
    return Listed(before, (before,) * len(firsts), kind="cut")


def items_of(block: Node) -> list[list[Node]]:
    """Return the blocks of each item of a list."""
    items: list[list[Node]] = block["c"]
    return items if block["t"] == "BulletList" else block["c"][1]


def of_items(
    intro: Passage | None,
    block: Node,
    added: Sequence[Passage],
    after: Iterable[Node],
) -> Listed:
    """Return a list of Markdown, whose passages are `added`."""
    items = items_of(block)
    spans = [span(item[0]) if item else None for item in items]
    found = [one for one in added if one.within and one.within in spans]
    rest = takewhile(lambda one: one["t"] != "Header", after)
    more = tuple(len(items_of(one)) for one in rest if one["t"] in LISTS)
    whole = len(found) == len(items)
    in_order = block["t"] == "OrderedList"
    return Listed(intro, tuple(found) if whole else (), more, in_order=in_order)


def is_led(block: Node) -> bool:
    """Say whether a paragraph starts with bold words and goes on after them."""
    inlines = block["c"] if block["t"] in TEXTS else []
    return bool(inlines) and inlines[0]["t"] == "Strong" and len(inlines) > 1


def leads_on(text: str) -> bool:
    """Say whether a paragraph speaks of the headings right after it."""
    return text.rstrip().endswith(":") or FOLLOWING.search(text) is not None


def heads_of(
    before: Passage | None,
    title: Sequence[Passage],
    head: Node,
    after: Iterable[Node],
) -> list[Listed]:
    """Return the headings that a paragraph before the first, or one above, counts."""
    counted = bool(title) and COUNTED.search(title[0].text) is not None
    if before is None and not counted:
        return []
    blocks = [head, *after]
    found = [of_heads(before, blocks)] if before else []
    found += [of_below(title[0], blocks)] if counted else []
    return [one for one in found if one]


def of_below(title: Passage, blocks: Sequence[Node]) -> Listed | None:
    """Return the headings below one such as `Lessons (3 cases)`, up to its end."""
    level: int = blocks[0]["c"][0]
    heads = [one["c"] for one in blocks[1:] if one["t"] == "Header"]
    own = [*takewhile(partial(_is_below, level + 1), heads)]
    # A section that goes on out of reach may hold more.
    cut = len(own) == len(heads) and len(blocks) > MOST_BLOCKS
    top = own[0][0] if own else 0
    many = sum(one[0] == top for one in own)
    if cut or not FEWEST <= many <= MOST:
        return None
    return Listed(title, (title,) * many, kind="titled heads")


def of_heads(before: Passage, blocks: Sequence[Node]) -> Listed | None:
    """Return the headings that a paragraph right before the first speaks of.

    `The report has four parts.` speaks of `Part 1`, `Part 2` without saying so.
    """
    found = of_headings(before, blocks)
    if leads_on(before.text):
        return found or of_sections(before, blocks)
    return found if found and found.head else None


def of_sections(before: Passage, blocks: Sequence[Node]) -> Listed | None:
    """Return the headings below a paragraph that stands right before the first."""
    level: int = blocks[0]["c"][0]
    heads = [one["c"] for one in blocks if one["t"] == "Header"]
    own = [*takewhile(partial(_is_below, level), heads)]
    titles = [text(one[2]) for one in own if one[0] == level]
    if not FEWEST <= len(titles) <= MOST or any(map(ASIDE.match, titles)):
        return None
    return Listed(before, (before,) * len(titles), kind="sections")


def _is_below(level: int, head: list[Any]) -> bool:
    """Say whether a heading is of a level or lower."""
    return bool(head[0] >= level)


def of_code(before: Passage, block: Node) -> Listed | None:
    """Return what a block of code names one by one, when that is plain."""
    return of_calls(before, block) or of_alike(before, block)


def of_calls(before: Passage, block: Node) -> Listed | None:
    """Return the calls in a block of code of the one function that a text names."""
    written = before.source[slice(*before.within)] if before.within else ""
    names = {one["name"] for one in CALL.finditer(written)}
    if len(names) != 1 or written.count("`") > 2:
        return None
    many = block["c"][1].count(f"{names.pop()}(")
    return Listed(before, (before,) * many, kind="calls") if many >= FEWEST else None


def of_alike(before: Passage, block: Node) -> Listed | None:
    """Return the lines of code that start with the same words, when all lines do."""
    lines = [one for one in block["c"][1].splitlines() if one.strip()]
    # Comments put lines together, and are counted by themselves.
    if any(map(COMMENT.match, lines)):
        return None
    found = [START.match(one) for one in lines]
    words = [one["word"] if one else "" for one in found]
    many = words.count(words[-1]) if words else 0
    # One line may come before them, such as what they need.
    before_them = words[: len(words) - many]
    if many < FEWEST or not words[-1] or len(before_them) > 1:
        return None
    alike = words[-1] not in before_them
    return Listed(before, (before,) * many, kind="code") if alike else None


def of_above(after: Passage, before: Listed) -> Listed | None:
    """Return a list as what the paragraph after it speaks of."""
    if len(before.items) < FEWEST:
        return None
    return Listed(after, before.items, kind="above")
