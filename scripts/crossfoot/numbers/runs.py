"""Runs: blocks after a paragraph in; those that name things one by one, as a list, out.

Paragraphs that each start with a bold name, headings of one level, lines of code that
start alike. A paragraph after a list may count what the list named.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from crossfoot.nodes import Node, text
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.lists import FEWEST, TEXTS, Listed

ENDS = frozenset({"Header", "HorizontalRule"})
REACH = 60
"""Blocks after a paragraph in which the last thing it announces starts."""
MOST = 20
"""Paragraphs or headings beyond which nobody counts."""
COMMENT = re.compile(r"\s*(?:#|//|--|/\*|\*|\"|<!--|;)")
START = re.compile(r"\s*(?P<word>[A-Za-z_][\w-]*(?:\s[A-Za-z_][\w-]*)?)\s")


def of_led(before: Passage, blocks: Iterable[Node]) -> Listed | None:
    """Return the paragraphs from one on, up to a heading, when each has a bold name.

    What stands between them could be one more thing.
    """
    run = [*takewhile(lambda one: one["t"] not in ENDS, islice(blocks, REACH))]
    if not FEWEST <= len(run) <= MOST or not all(map(is_led, run)):
        return None
    return Listed(before, (before,) * len(run), kind="names")


def is_led(block: Node) -> bool:
    """Say whether a paragraph starts with bold words and goes on after them."""
    inlines = block["c"] if block["t"] in TEXTS else ()
    return bool(inlines) and inlines[0]["t"] == "Strong" and len(inlines) > 1


def of_sections(before: Passage, blocks: Sequence[Node]) -> Listed | None:
    """Return the headings below a paragraph that stands right before the first."""
    level = blocks[0]["c"][0]
    heads = [one["c"] for one in blocks if one["t"] == "Header"]
    own = [*takewhile(lambda one: one[0] >= level, heads)]
    titles = [text(one[2]) for one in own if one[0] == level]
    if not FEWEST <= len(titles) <= MOST or any(map(ASIDE.match, titles)):
        return None
    return Listed(before, (before,) * len(titles), kind="sections")


ASIDE = re.compile(
    r"(?:[0-9.]+\s)?(?:introduction|summary|conclusions?|overview|notes?|see also|next"
    r"|references?|examples?|background|further|related|appendix|faq|discussion|other)\b",
    re.IGNORECASE,
)


def of_code(before: Passage, block: Node) -> Listed | None:
    """Return the lines of code that start with the same words, when all lines do."""
    lines = [one for one in block["c"][1].splitlines() if one.strip()]
    lines = [one for one in lines if not COMMENT.match(one)]
    found = [START.match(one) for one in lines]
    words = [one["word"] if one else "" for one in found]
    if not words or not words[-1]:
        return None
    same = words.count(words[-1])
    if same < FEWEST or words[: len(words) - same].count(words[-1]) or len(words) - same > 1:
        return None
    return Listed(before, (before,) * same, kind="code")


def of_above(after: Passage, before: Listed) -> Listed | None:
    """Return a list as what the paragraph after it speaks of."""
    if len(before.items) < FEWEST:
        return None
    return Listed(after, before.items, kind="above")
