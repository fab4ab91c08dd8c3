"""Inspection: the report and facts read from its PDF and page in, findings out.

What was made is looked at, not what was meant: the tag tree, bookmarks and links of
the PDF, the elements of pages, and whether each output holds every word of the report.
"""

from crossfoot.findings import Finding
from crossfoot.inspect.document import document
from crossfoot.inspect.facts import Outputs
from crossfoot.inspect.page import page_facts, screen
from crossfoot.inspect.pages import pages
from crossfoot.inspect.passages import paged, passages, squeezed, word_by_word
from crossfoot.inspect.rules import rules
from crossfoot.inspect.stated import stated
from crossfoot.inspect.tagging import languages, tagging
from crossfoot.inspect.words import missing
from crossfoot.parts import outline, parts_of
from crossfoot.places import Place

FROM_RIGHT = frozenset(["ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"])
"""Languages that are written from right to left."""
TICKS = "☐☒"
"""Boxes of task lists, which documents show as controls."""


def inspect(outputs: Outputs) -> list[Finding]:
    """Return what is wrong with the outputs of a report."""
    parts = parts_of(outputs.report)
    entries = outline(parts)
    start = Place(next((part.file for part in parts if part.file), "report.yml"))
    blocks = outputs.report["blocks"]
    spoken = languages(blocks)
    page = page_facts(outputs.page)
    out = [
        *document(outputs, entries, start),
        *tagging(outputs.pdf, blocks, spoken, start),
        *screen(page, entries, start),
        *rules(page, start, "page", spoken),
        *stated(outputs.numbers, outputs.pdf.pages),
    ]
    expected = passages(parts, outputs.absent)
    turned = (outputs.pdf.language or "").split("-")[0] in FROM_RIGHT
    printed = word_by_word(expected) if turned else expected
    out += missing(printed, paged(outputs.pdf.texts), "PDF")
    if outputs.absent:
        expected = passages(parts, "")
    out += missing(expected, squeezed(page.text), "page")
    out += pages(outputs, expected, start)
    ticked = passages(parts, TICKS) if outputs.texts else []
    for name, words in outputs.texts.items():
        out += missing(ticked, squeezed(words), name)
    return out
