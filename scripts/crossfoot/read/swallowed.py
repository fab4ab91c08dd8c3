"""Text that pandoc takes for what is not printed: text and AST in, findings out.

A block of metadata may stand anywhere for pandoc, and what follows `[name]:` is an
address whatever it is made of. Both leave no trace in what is printed.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from crossfoot.findings import Finding
from crossfoot.nodes import Node, span
from crossfoot.places import Span, Text
from crossfoot.yamlfile import YamlError, load

METADATA = re.compile(
    r"^[ \t]*\r?\n(?P<block>---[ \t]*\r?\n(?![ \t]*\r?\n)(?P<yaml>(?:.*\n)*?)"
    r"(?:---|\.\.\.))[ \t]*\r?$",
    re.MULTILINE,
)
"""A block of metadata behind an empty line."""
ADDRESS = re.compile(
    r"^ {0,3}(?P<start>\[(?P<label>[^\]\[\n^@]+)\]:)[ \t]*+(?P<told>[^\s<][^\n]*)$",
    re.MULTILINE,
)
PLAIN = re.compile(
    r"\S+(?:[ \t]+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?(?:[ \t]*\{[^{}\n]*\})?"
)
"""An address as links have one: without spaces, with a title and attributes."""
WORD = re.compile(r"[^\s/.:#@%?=&~\\<>]+")
"""What leads nowhere: a word or a number, without a mark that addresses have."""
LABEL = re.compile(r"\[([^\]\[\n]+)\]")


def swallowed(text: Text, blocks: list[Node], start: int) -> Iterator[Finding]:
    """Yield findings on text behind `start` that is not printed."""
    printed = [one for block in blocks if (one := span(block))]
    # What could not be placed may stand anywhere, code with such lines among it.
    if len(printed) < len(blocks):
        return
    if "\n---" in text.text[start:]:
        yield from _metadata(text, printed, start)
    if "]:" in text.text:
        yield from _addresses(text, printed, start)


def _metadata(text: Text, printed: list[Span], start: int) -> Iterator[Finding]:
    """Yield findings on metadata that does not stand first."""
    for found in METADATA.finditer(text.text, start):
        where = found.span("block")
        if _stands(printed, where) or not _is_mapping(text, found.span("yaml")):
            continue
        yield Finding(
            "SRC31",
            "Lines between two lines of dashes are taken for metadata and not printed",
            text.place(where),
            help="Put an empty line behind the first of the two, or take both out;"
            " metadata stands at the start of a chapter",
            anchor=" ".join(found["yaml"].split()),
        )


def _addresses(text: Text, printed: list[Span], start: int) -> Iterator[Finding]:
    """Yield findings on sentences that are taken for the addresses of links."""
    labels = Counter(map(str.casefold, LABEL.findall(text.text)))
    for found in ADDRESS.finditer(text.text, start):
        told = found["told"].rstrip()
        used = labels[found["label"].casefold()] > 1
        plain = PLAIN.fullmatch(told) and not WORD.fullmatch(told)
        if used or plain or _stands(printed, found.span()):
            continue
        where = found.start("start"), found.start("told") + len(told)
        yield Finding(
            "SRC32",
            f"What follows “{found['start']}” is taken for a link's address, and is not"
            " printed",
            text.place(where),
            help=f"Write \\{found['start']} where it is text",
            found=text.text[slice(*where)],
        )


def _stands(printed: list[Span], where: Span) -> bool:
    """Say whether a block of the chapter reaches into a stretch of its text."""
    at = bisect_right(printed, where[0], key=lambda one: one[1])
    return at < len(printed) and printed[at][0] < where[1]


def _is_mapping(text: Text, where: Span) -> bool:
    try:
        return isinstance(load(text, *where).value, dict)
    except YamlError:
        return False
