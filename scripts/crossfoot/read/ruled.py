"""Tables that lines of dashes made by accident: text and AST in, findings out.

pandoc takes text between two lines of dashes for a table without a heading, each run of
dashes a column. A paragraph between two rules becomes a column as wide as the rule, and
a cell that is wider than its dashes is cut in the midst of a word.
"""

import re
from collections.abc import Iterable, Iterator

from crossfoot.findings import Finding
from crossfoot.nodes import Node, beside_words, has_head, span
from crossfoot.places import Span, Text
from crossfoot.read.cells import columns

CLOSED = frozenset({"Para", "Plain", "Header", "LineBlock", "CodeBlock", "RawBlock"})
DASHES = re.compile(r"[ >]*-+(?: +-+)*[ \r]*\Z")
RUN = re.compile(r"-+")
WORD = re.compile(r"\S+")
Line = tuple[int, str]
"""Where a line starts, and its characters."""


def ruled(text: Text, blocks: list[Node], told: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings on tables that were not meant, and on words that are cut.

    A table that is broken metadata was `told` of.
    """
    known = [text.span(one.place)[0] for one in told if one.code == "SRC02"]
    for node in beside_words(blocks, CLOSED) if "--" in text.text else ():
        where = span(node) if node["t"] == "Table" else None
        if where and any(where[0] <= at < where[1] for at in known):
            continue
        lines = _lines(text, where) if where else []
        dashes = [line for _, line in lines if DASHES.match(line)]
        if not dashes:
            continue
        runs = max(([*RUN.finditer(line)] for line in dashes), key=len)
        if len(runs) == 1:
            yield from _column(text, node, lines, runs[0].span())
        else:
            yield from _cut(text, lines, [run.start() for run in runs[1:]])


def _lines(text: Text, where: Span) -> list[Line]:
    """Return the lines of a table that dashes part, its caption left out."""
    at = text.text.rfind("\n", 0, where[0]) + 1
    out: list[Line] = []
    for line in text.text[at : where[1]].split("\n"):
        out.append((at, line.expandtabs(4) if "\t" in line else line))
        at += len(line) + 1
    ruled = [index for index, (_, line) in enumerate(out) if DASHES.match(line)]
    if not ruled:
        return []
    first, last = ruled[0], ruled[-1]
    if first and out[first - 1][1].strip(" >\r"):
        first -= 1
    if len(ruled) == 1:
        while last + 1 < len(out) and out[last + 1][1].strip(" >\r"):
            last += 1
    return out[first : last + 1]


def _column(text: Text, table: Node, lines: list[Line], run: Span) -> Iterator[Finding]:
    """Yield the finding on text between two rules that are shorter than it."""
    told = [one for one in lines if not DASHES.match(one[1])]
    wider = any(len(line.rstrip(" \r")) > run[1] for _, line in told)
    if has_head(table) or not wider:
        return
    last = lines[-1][0] + len(lines[-1][1].rstrip(" \r"))
    yield Finding(
        "SRC36",
        "Text between two lines of dashes is read as a table, one column as wide as the"
        " dashes",
        text.place((lines[0][0] + run[0], last)),
        help="Put an empty line behind the first of the two, so that both are rules",
        anchor=" ".join(" ".join(line.split()) for _, line in told),
    )


def _cut(text: Text, lines: list[Line], bounds: list[int]) -> Iterator[Finding]:
    """Yield the finding on the first word that stands in two columns."""
    for start, line in lines:
        if DASHES.match(line) or text.text[start : start + len(line)] != line:
            continue
        for at in columns(line, bounds):
            words = WORD.finditer(line)
            word = next((one for one in words if one.start() < at < one.end()), None)
            if word:
                yield _halved(text, start, word, at)
                return


def _halved(text: Text, start: int, word: re.Match[str], at: int) -> Finding:
    one, other = word[0][: at - word.start()], word[0][at - word.start() :]
    return Finding(
        "SRC36",
        f"“{word[0]}” stands in two columns of a table, as “{one}” and “{other}”",
        text.place((start + word.start(), start + word.end())),
        help="Make the dashes above as wide as the widest cell below, with a space"
        " between columns",
        found=word[0],
    )
