"""The tag tree of a printed report: each way to spoil it is seen."""

import re
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from setting import set_in
from written import pdf as file_of

from crossfoot.engines.marked import marked
from crossfoot.engines.pandoc import markdown
from crossfoot.engines.pdf import read_pdf
from crossfoot.inspect.facts import Link, Marked, Pdf, Tag
from crossfoot.inspect.grid import Cell, widths
from crossfoot.inspect.tagging import languages, tagging
from crossfoot.places import Place

TEXT = """# One {#one number=1 file="sources/01.md"}

Some words in [Cymraeg]{lang=cy}, and a [link](#part).[^n]

[^n]: A note, with a [way out](https://a.example/b).

- an item
- another item
    1. one more

![A dot](images/dot.png){#fig-dot}

+-------+-------+
| Head  | Other |
+=======+=======+
| one           |
+-------+-------+
| two   | three |
+-------+-------+

## Part {#part number=1.1 file="sources/01.md"}

The last words.
"""


@cache
def printed() -> tuple[Pdf, list[dict[str, object]]]:
    """Return what the PDF of a report says of itself, and the report's blocks."""
    with TemporaryDirectory() as folder:
        made = set_in(Path(folder), TEXT)
    return read_pdf(made.pdf), markdown(TEXT).value["blocks"]


def found(**changed: object) -> list[str]:
    """Return what is said of the PDF with some of its facts changed."""
    facts, blocks = printed()
    spoilt = replace(facts, **changed)  # type: ignore[arg-type]  # of any fact
    return [
        f"{one.code} {one.message}"
        for one in tagging(spoilt, blocks, languages(blocks), PLACE)
    ]


PLACE = Place("sources/01.md")


def tags(of: str, **changed: object) -> tuple[Tag, ...]:
    """Return the elements, the first of a kind changed."""
    every = printed()[0].tags
    at = next(n for n, tag in enumerate(every) if tag.kind == of)
    new = replace(every[at], **changed)  # type: ignore[arg-type]  # of any part
    return (*every[:at], new, *every[at + 1 :])


def test_what_is_printed_is_tagged_well() -> None:
    """A report with notes, lists, spans, languages and links has no finding."""
    assert found() == []
    assert found(pages=0, standards=()) == []


def test_a_file_has_to_declare_what_it_keeps() -> None:
    """Each standard, and that all is tagged, has to be declared."""
    assert found(standards=("pdfaid 2A",)) == [
        "ACC28 The PDF does not declare PDF/UA-1"
    ]
    assert found(standards=("pdfuaid 1", "pdfaid 2B")) == [
        "ACC28 The PDF does not declare PDF/A-2a"
    ]
    assert found(marked=False) == [
        "ACC28 The PDF does not say that it is tagged throughout"
    ]


def test_text_outside_of_the_tree_is_seen() -> None:
    """Text without a mark, a mark without an element, an element without text."""
    facts, _ = printed()
    last = len(facts.drawn)
    loose = (*facts.drawn[:-1], replace(facts.drawn[-1], loose=True))
    said = f"ACC16 Text on page {last} of the PDF is not in its tag tree"
    assert found(drawn=loose) == [said]
    assert found(read=facts.read[:-1]) == [said]
    gone = (*facts.drawn[:-1], replace(facts.drawn[-1], numbers=()))
    assert found(drawn=gone)[0] == (
        f"ACC16 An element of the tag tree holds nothing on page {last}"
    )


def test_an_order_that_is_not_the_page_s_is_seen() -> None:
    """Running text that is read late is named; a note may stand at the foot."""
    facts, _ = printed()
    first = next(n for n, tag in enumerate(facts.tags) if tag.title == "One")
    moved = [one for one in facts.read if one[2] == first]
    kept = [one for one in facts.read if one[2] != first]
    assert found(read=(*kept, *moved)) == [
        "ACC17 The tag tree reads H1 “One” out of its order"
    ]


def test_parts_of_lists_and_tables_have_their_places() -> None:
    """A list that holds a paragraph, and an item in no list, are seen."""
    assert found(tags=tags("LI", kind="P")) == ["ACC18 A L of the tag tree holds a P"]
    assert found(tags=tags("L", kind="Div"))[0] == (
        "ACC18 A LI of the tag tree is in no L"
    )
    assert found(tags=tags("TR", kind="Div"))[0] == (
        "ACC18 A TH of the tag tree is in no TR"
    )


def test_cells_know_their_headers() -> None:
    """A header without scope, a lost header and uneven rows are seen."""
    assert found(tags=tags("TH", scope="")) == [
        "ACC21 The PDF has 1 header cell without a scope"
    ]
    assert found(tags=tags("TD", headers=("U9",))) == [
        "ACC21 A cell of the PDF names a header “U9”, which is not in it"
    ]
    assert found(tags=tags("TD", across=1)) == [
        "ACC21 Rows of table 1 of the PDF have different widths"
    ]


def test_notes_and_links_are_tagged() -> None:
    """A note under another tag, and a link without words or tag, are seen."""
    assert found(tags=tags("Note", kind="Aside")) == [
        "ACC19 The report has 1 note; the PDF tags 0"
    ]
    assert found(links=(Link(2, "page 3", tagged=False),)) == [
        "ACC20 A link on page 2 of the PDF is in no Link tag"
    ]
    assert found(links=(Link(2, " ", tagged=True),)) == [
        "ACC20 A link on page 2 of the PDF does not say where to"
    ]


def test_words_in_another_language_are_marked() -> None:
    """A language of the report has to be marked in the PDF."""
    facts, _ = printed()
    bare = tuple(replace(tag, lang="") for tag in facts.tags)
    mute = tuple(replace(page, languages=frozenset()) for page in facts.drawn)
    assert found(tags=bare, drawn=mute) == [
        "ACC15 The PDF does not mark what is in language “cy”"
    ]


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (b"/P<</MCID 3>>BDC BT(a)Tj ET EMC", Marked((3,))),
        (b"/Artifact BMC BT[(a)2(b)]TJ ET EMC", Marked()),
        (b"/Span<</Lang(cy)/MCID 0>>BDC(a)Tj EMC", Marked((0,), languages={"cy"})),  # type: ignore[arg-type]  # equal all the same
        (b"/P<</MCID 1>>BDC/Span<</E(x)>>BDC(a)Tj EMC EMC", Marked((1,))),
        (b"BT (a) Tj ET", Marked(loose=True)),
        (b"/P<</MCID 0>>BDC EMC(a)Tj", Marked((0,), loose=True)),
        (b"/Span<</E(x)>>BDC(a)Tj EMC", Marked(loose=True)),
        (b"/P<</MCID 0>>BDC((EMC(\\)Tj))EMC)Tj EMC", Marked((0,))),
        (b"/P<</MCID 0>>BDC<28>Tj EMC", Marked((0,))),
        (b"/Span<</MCID 0/Alt(Bars (2024))>>BDC(a)Tj EMC", Marked((0,))),
        (b"q 1 0 0 1 0 0 cm Q", Marked()),
    ],
)
def test_marks_are_read_from_what_a_page_draws(
    drawing: bytes, expected: Marked
) -> None:
    """Text is content, artefact or loose; what stands in a text is no mark."""
    assert marked(drawing) == expected


def test_a_packed_page_is_read() -> None:
    """A stream is unpacked, with one line end or two before it."""
    packed = zlib.compress(b"/P<</MCID 0>>BDC(a)Tj EMC (b)Tj")
    for end in (b"\n", b"\r\n"):
        stream = b"<</Filter/FlateDecode/Length %d>>stream%s%s\nendstream"
        data = file_of(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream % (len(packed), end, packed),
        )
        assert read_pdf(data).drawn == (Marked((0,), loose=True),)


def test_rows_are_as_wide_as_their_cells_reach() -> None:
    """Cells that reach over columns and rows count where they reach."""
    rows = [[Cell(1, 2), Cell(2)], [Cell(), Cell()], [Cell(), Cell()]]
    assert widths(rows) == [3, 3, 2]


def test_the_report_of_this_test_shows_what_is_tested() -> None:
    """The report has every kind of element that is spoilt here."""
    kinds = {tag.kind for tag in printed()[0].tags}
    assert {"Note", "L", "LI", "Table", "TR", "TH", "TD", "Link"} <= kinds
    assert re.search("lang=cy", TEXT)
