"""What is not read as text: a chapter in, entries of the numbers set apart in it out.

Code, formulas, citations and raw markup are no sentences, so their numbers are held
against nothing. They are printed all the same, so the ledger lists each apart, with
the rule that left it out: no number leaves coverage unseen by a change of its looks.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from crossfoot.amounts.marks import code, is_sure
from crossfoot.amounts.scan import scan
from crossfoot.chapters import Chapter
from crossfoot.nodes import Node, span, text
from crossfoot.numbers.known import Known
from crossfoot.numbers.ledger import Entry
from crossfoot.places import Span

RULES = {
    "Code": "code",
    "CodeBlock": "code",
    "Math": "formula",
    "Cite": "citation",
    "RawInline": "markup",
    "RawBlock": "markup",
}
"""The rule by which each type of element is left out."""
TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
AROUND = 24
"""Characters of context on each side of a number."""


def unread(chapter: Chapter, others: Iterable[Node], known: Known) -> list[Entry]:
    """Return an entry for each quantity in what is not read as text.

    `others` are the chapter's elements beside words, closed at those of `RULES`.
    """
    return [
        entry
        for node in others
        if node["t"] in RULES and not _is_binding(node, known)
        for entry in _entries(chapter, node)
    ]


def _is_binding(node: Node, known: Known) -> bool:
    """Say whether a code span is an inserted number, which is read elsewhere."""
    found = code(node["c"][1]) if node["t"] == "Code" else None
    return bool(found and (found[0] in known.quantities or is_sure(node["c"][1])))


def _entries(chapter: Chapter, node: Node) -> Iterator[Entry]:
    place = span(node)
    if place is None:
        return
    written = text(node["c"][1]) if node["t"] == "Cite" else str(node["c"][1])
    # Tags are blank, and keep their width.
    said = TAG.sub(_blank, written) if node["t"].startswith("Raw") else written
    at = chapter.source.find(written, *place)
    for amount in scan(said):
        if amount.kind != "quantity":
            continue
        start, end = amount.start, amount.end
        stretch: Span = (at + start, at + end) if at >= 0 else place
        context = " ".join(said[max(0, start - AROUND) : end + AROUND].split())
        yield Entry(
            chapter.place(stretch),
            stretch,
            chapter.source[slice(*stretch)],
            replace(amount, kind="identifier", rule=RULES[node["t"]]),
            "text",
            "ignored",
            rule=RULES[node["t"]],
            shown=amount.text,
            context=context,
        )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
