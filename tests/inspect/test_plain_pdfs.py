"""Plain PDFs: read quickly, and never otherwise than a reader of all PDFs does."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from setting import set_in
from written import pdf

from crossfoot.engines.pdf import any_facts, pdf_facts
from crossfoot.engines.plainfacts import plain_facts
from crossfoot.engines.plainpdf import UnusualError
from crossfoot.inspect.facts import Bookmark, Link, Marked, Pdf, Tag

OBJECTS = (
    (
        b"<</Type/Catalog/Pages 2 0 R/Lang(en-GB)/StructTreeRoot 6 0 R/ViewerPreferences"
        b"<</DisplayDocTitle true/Direction/L2R>>/Outlines 12 0 R/Names<</Dests<</Names"
        b"[(one)16 0 R<C3A9>17 0 R]>>>>>>"
    ),
    b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[18 0 R 19 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[20 0 R 21 0 R]>>",
    b"<</Title(A \\(short\\) title (of brackets))/Author<FEFF00C9>>>",
    b"<</Type/StructTreeRoot/RoleMap<</Title/P>>/K[7 0 R 11 0 R]>>",
    b"<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R 9 0 R]>>",
    b"<</Type/StructElem/S/H1/P 7 0 R/T<FEFF00C90074>/K[0 1]/Pg 3 0 R>>",
    (
        b"<</Type/StructElem/S/P/P 7 0 R/K[2<</Type/MCR/MCID 0/Pg 4 0 R>>10 0 R"
        b"<</Type/OBJR/Pg 3 0 R/Obj 18 0 R>>]/Pg 3 0 R>>"
    ),
    (
        b"<</Type/StructElem/S/Formula/P 9 0 R/Alt(x\\\\y)/A[<</O/Layout/BBox[0 0 -1.5 2]>>]"
        b"/K 3/Pg 3 0 R>>"
    ),
    b"<</Type/StructElem/S/TD/P 6 0 R>>",
    b"<</Type/Outlines/First 13 0 R/Last 15 0 R/Count 2>>",
    (
        b"<</Parent 12 0 R/Next 15 0 R/First 14 0 R/Last 14 0 R/Count -1/Title(1 One)"
        b"/Dest 16 0 R>>"
    ),
    b"<</Parent 13 0 R/Title(1.1 Part)/Dest 17 0 R>>",
    b"<</Parent 12 0 R/Prev 13 0 R/Title<FEFF00C9>/Dest 17 0 R>>",
    b"[3 0 R/XYZ 1.5 2 0]",
    b"[4 0 R/XYZ -1 2 0]",
    b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/Dest(one)>>",
    b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/Dest<c3a9>/Contents( 1)>>",
    b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://a.example/)>>>>",
    b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/Dest[3 0 R/XYZ 0 0 0]>>",
)
INFO = b"/Info 5 0 R"
WHOLE = pdf(*OBJECTS, trailer=INFO)
FACTS = Pdf(
    pages=2,
    title="A (short) title (of brackets)",
    language="en-GB",
    shows_title=True,
    tags=(
        Tag("Document", kinds=frozenset({"H1", "P", "Formula"})),
        Tag("H1", title="Ét", depth=1),
        Tag("P", kinds=frozenset({"Formula"}), depth=1),
        Tag("Formula", alt="x\\y", depth=2),
        Tag("TD"),
    ),
    read=((0, 0, 1), (0, 1, 1), (0, 2, 2), (1, 0, 2), (0, 3, 3)),
    links=tuple(
        Link(page, words, tagged=False)
        for page, words in ((1, ""), (1, " 1"), (2, ""), (2, ""))
    ),
    drawn=(Marked(), Marked()),
    bookmarks=(Bookmark(1, "1 One"), Bookmark(2, "1.1 Part"), Bookmark(1, "É")),
)
SET = """# Éléments {#été number=1 file="sources/01.md"}

Some “quoted” words, [linked](#part) and [led out](https://a.example/b).[^n]

[^n]: A note (in brackets).

## A part \\ of (it) {#part number=1.1 file="sources/01.md"}

![A dot, so “naïve”](images/dot.png)

| Head |
|------|
| cell |

Back to [the first](#été): $x^2$.
"""


def changed(*pairs: tuple[bytes, bytes]) -> bytes:
    """Return the file with words of its objects replaced, its table made anew."""
    bodies = b"\0".join(OBJECTS)
    for old, new in pairs:
        assert old in bodies
        bodies = bodies.replace(old, new, 1)
    return pdf(*bodies.split(b"\0"), trailer=INFO)


def test_a_plain_file_is_read_whole() -> None:
    """Elements over two pages, without content, in other encodings: all is there."""
    assert plain_facts(WHOLE) == FACTS
    assert any_facts(WHOLE) == FACTS


def test_what_typst_writes_is_plain(tmp_path: Path) -> None:
    """A report is read without the reader of all PDFs, and as that one reads it."""
    made = set_in(tmp_path, SET)
    assert plain_facts(made.pdf) == any_facts(made.pdf)
    assert {"H1", "H2", "Note", "Table", "TH", "Figure", "Formula", "Link"} <= {
        tag.kind for tag in plain_facts(made.pdf).tags
    }


@pytest.mark.parametrize(
    ("old", "new", "broken"),
    [
        (b"/Dest(one)", b"/Dest(two)", ("two",)),
        (b"/Dest(one)", b"/Dest<FEFF006F006E0065>", ()),
        (b"/Dest(one)", b"/A<</S/GoTo/D(two)>>", ("two",)),
        (b"/Dest(one)", b"/A<</S/GoTo/D(one)>>", ()),
    ],
)
def test_a_broken_link_is_seen(old: bytes, new: bytes, broken: tuple[str, ...]) -> None:
    """A link's name is looked for among all destinations, in whatever encoding."""
    data = changed((b"<C3A9>", b"(\\(e\\))"), (b"<c3a9>", b"(\\(e\\))"), (old, new))
    assert plain_facts(data).broken_links == broken
    assert any_facts(data).broken_links == broken


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 and no more",
        WHOLE[:-30],
        WHOLE.replace(b"9 0 obj", b"8 0 obj", 1),
        WHOLE.replace(b"trailer", b"0 1\n0000000000 65535 f\r\ntrailer"),
        pdf(*OBJECTS, trailer=INFO + b"/Prev 9"),
        pdf(*OBJECTS, trailer=INFO + b"/Encrypt null"),
        changed((b"/K[7 0 R", b"/K[99 0 R")),
        changed((b"/K[7 0 R", b"/K[7 1 R")),
        changed((b"/K[7 0 R", b"/K[11 0 R")),
        changed((b"/K[7 0 R", b"% said by the way\n/K[7 0 R")),
        changed((b"/K[8 0 R 9 0 R]", b"/K[8 0 R 9 0 R")),
        changed((b"/S/H1", b"/S/H#31")),
        changed((b"/S/H1", b"/S/H1/S/H2")),
        changed((b"/S/H1", b"/S(H1)")),
        changed((b"/T<FEFF00C90074>", b"/T 5 0 R")),
        changed((b"/T<FEFF00C90074>", b"/T(\\311t)")),
        changed((b"/T<FEFF00C90074>", b"/T<C974>")),
        changed((b"/T<FEFF00C90074>", b"/T<FEFFD800>")),
        changed((b"/Title(1 One)", b"")),
        changed((b"/Title(1 One)", b"/Title(1 One)/C[1 0 0]")),
        changed((b"/Next 15 0 R", b"/Next 13 0 R")),
        changed((b"[3 0 R/XYZ 1.5 2 0]", b"[3 0 R/Fit]")),
        changed((b"/Type/Catalog", b"/Type/Catalogue")),
        changed((b"/Kids[3 0 R 4 0 R]", b"/Kids[3 0 R 3 0 R]")),
        changed((b"/Dest(one)", b"/Dest/one")),
        changed((b"/Names[(one)", b"/Kids[]/Names[(one)")),
        changed((b"/DisplayDocTitle true", b"/DisplayDocTitle 1")),
    ],
)
def test_another_file_is_left_to_the_reader_of_all(data: bytes) -> None:
    """What is damaged or of another form gives the facts that it always gave."""
    with pytest.raises(UnusualError):
        plain_facts(data)
    assert pdf_facts(data) == any_facts(data)


BODIES = b"\0".join(OBJECTS)
BYTES = st.sampled_from(
    [b"%c" % one for one in b"()<>[]{}/%\\# \n\r\0\x0b09.-RSTKaf\xfe~"]
)
WORDS = st.sampled_from(sorted(set(re.findall(rb"/\w+|\d+ 0 R|<\w+>|\(\w+\)", BODIES))))


@given(st.integers(0, len(BODIES) - 1), BYTES | WORDS, st.integers(0, 9))
@settings(max_examples=400, deadline=None)
def test_a_damaged_file_is_read_alike_or_not_at_all(
    at: int, found: bytes, length: int
) -> None:
    """Whatever stands in a file, no fact is another than the reader of all finds."""
    bodies = BODIES[:at] + found + BODIES[at + length :]
    data = pdf(*bodies.split(b"\0"), trailer=INFO)
    try:
        facts = plain_facts(data)
    except UnusualError:
        return
    assert facts == any_facts(data)
