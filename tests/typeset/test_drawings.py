"""Drawings in a page: identifiers apart, nothing that runs, sizes kept."""

import re
from dataclasses import replace

import printing

from crossfoot.typeset.pen import DRAWING as SLOT
from crossfoot.typeset.screen import chapters
from crossfoot.typeset.screen.svg import embedded, view_box

DRAWING = (
    '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x" "y">\n'
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="40pt" height="30pt"'
    ' viewBox="0 0 40 30" xmlns="http://www.w3.org/2000/svg">\n'
    "<metadata>who made it</metadata><!-- a comment -->"
    '<defs><clipPath id="clip"><path id="p1"/></clipPath></defs>'
    '<g clip-path="url(#clip)"><use xlink:href="#p1"/><text id="t">A</text></g></svg>\n'
)


def test_a_drawing_is_made_ready_for_a_page() -> None:
    """Prologue and metadata go, identifiers get a prefix wherever they are used."""
    assert embedded(DRAWING, "_a-") == (
        '<svg xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"'
        ' xmlns="http://www.w3.org/2000/svg" width="40" height="30">\n'
        '<defs><clipPath id="_a-clip"><path id="_a-p1"/></clipPath></defs>'
        '<g clip-path="url(#_a-clip)"><use xlink:href="#_a-p1"/>'
        '<text id="_a-t">A</text></g></svg>'
    )


def test_two_drawings_share_no_identifier() -> None:
    """The same drawing under two prefixes has no identifier twice."""
    first, second = embedded(DRAWING, "_a-"), embedded(DRAWING, "_b-")
    assert "_a-" not in second
    assert first.replace("_a-", "_b-") == second


def test_what_runs_is_not_embedded() -> None:
    """A file with a script, an event or foreign markup stays outside."""
    for extra in ("<script>x</script>", '<g onclick="x"/>', "<foreignObject/>"):
        assert embedded(DRAWING.replace("<defs>", f"{extra}<defs>"), "_") == ""


def test_a_drawing_without_a_view_stays_outside() -> None:
    """Without a `viewBox` a drawing cannot be scaled."""
    assert view_box("<svg>") is None
    assert embedded("<svg></svg>", "_") == ""


def test_a_figure_may_be_shown_again() -> None:
    """Its markup gives no identifier twice, in one chapter or in two of a page."""
    one = "![Asks](figures/asks.svg)\n\n"
    text = f"# A {{#a}}\n\n{one}{one}# B {{#b}}\n\n{one}"
    book = printing.book(text)
    markup = embedded(DRAWING, SLOT)
    asks = replace(book.pictures["figures/asks.svg"], svg=markup)
    shown = replace(book, pictures={"figures/asks.svg": asks})
    made = "".join(one.markup for one in chapters.sections(printing.parts(text), shown))
    ids = re.findall(r'\bid="([^"]+-(?:clip|p1|t))"', made)
    assert len(ids) == len({*ids}) == 9
    assert {*re.findall(r'(?:url\(#|href="#)([^)"]+-(?:clip|p1))', made)} <= {*ids}
    assert SLOT not in made
