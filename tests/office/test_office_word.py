"""The Word document: structure, fields, pictures, and what must not leak."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from officing import W, written
from PIL import Image

TEXT = """
# Spending {number=1 #sec-spending}

See @fig, [Figure 1](#fig-a){.ref}, [Table 1](#tbl-a){.ref}, [section 1.1](#sec-more){.ref}
and [Equation 1](#eq-a){.ref}.

:::: {#fig-a .figure number=1 label="Figure 1"}
::::

![Asks](figures/asks.svg){#fig-a number=1 label="Figure 1"}

## More {number=1.1 #sec-more}

The rate is [$$a = b$$]{#eq-a number=1 label="Equation 1"} where it holds.

| Year | £m |
|------|----|
| 2019 | 203 |

: Spend {#tbl-a number=1 label="Table 1"}

![](figures/asks.svg)
"""


def xml(root: Path, text: str, **record: object) -> str:
    return written(root, text, **record).files("report.docx")["word/document.xml"]


def test_headings_are_headings_with_their_numbers(tmp_path: Path) -> None:
    """Headings have Word's own styles, levels and the numbers of the report."""
    word = written(tmp_path, TEXT).word
    found = [
        (one.style.name, one.text)
        for one in word.paragraphs
        if one.style.name.startswith("Heading")
    ]
    assert found == [("Heading 1", "1\tSpending"), ("Heading 2", "1.1\tMore")]


def test_captions_count_and_references_follow(tmp_path: Path) -> None:
    """Numbers of captions are fields, and each reference leads to a bookmark there."""
    body = xml(tmp_path, TEXT)
    told = re.findall(r"<w:instrText[^>]*> ([^<]*?) </w:instrText>", body)
    assert [one for one in told if one.startswith("SEQ")] == [
        r"SEQ Figure \* ARABIC",
        r"SEQ Equation \* ARABIC",
        r"SEQ Table \* ARABIC",
    ]
    named = {one.split()[1] for one in told if one.startswith("REF")}
    marked = set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="(_Ref\d+)"', body))
    assert len(named) == 4
    assert named <= marked


def test_a_number_that_word_would_not_count_is_set(tmp_path: Path) -> None:
    """A caption whose number does not follow the one before keeps its own."""
    text = "| a |\n|---|\n| 1 |\n\n: Spend {#t number=4 label='Table 4'}\n"
    assert r"SEQ Table \* ARABIC \r 4" in xml(tmp_path, text)


def test_every_link_has_its_bookmark(tmp_path: Path) -> None:
    """What a link in the document names is there."""
    body = xml(
        tmp_path,
        TEXT
        + "\n# A heading with a very long identifier {#sec-"
        + "x" * 60
        + "}\n\n[Go](#sec-"
        + "x" * 60
        + ")\n",
    )
    names = set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body))
    assert set(re.findall(r'w:anchor="([^"]+)"', body)) - names == set()
    numbers = re.findall(r'w:bookmarkStart w:id="(\d+)"', body)
    assert len(numbers) == len(set(numbers))


def test_pictures_have_words_or_are_decorative(tmp_path: Path) -> None:
    """A picture has its alternative text, one without is marked, and no path leaks."""
    text = "![Bars of two asks](figures/asks.svg)\n\n![](sources/images/rule.png)\n"
    picture = tmp_path / "sources" / "images" / "rule.png"
    picture.parent.mkdir(parents=True)
    Image.new("RGB", (40, 4)).save(picture)
    body = written(tmp_path, text).files("report.docx")["word/document.xml"]
    told = re.findall(r'<wp:docPr descr="([^"]*)"[^>]*>(<a:extLst)?', body)
    assert told == [("Bars of two asks", ""), ("", "<a:extLst")]
    assert body.count('decorative" val="1"') == 1
    ET.fromstring(body)
    assert str(tmp_path) not in body
    assert set(re.findall(r'<pic:cNvPr descr="([^"]*)"', body)) == {""}


def test_tables_have_header_rows_that_repeat(tmp_path: Path) -> None:
    """A header row is flagged, rows stay whole, figures stand to the right."""
    body = xml(tmp_path, "| Year | £m |\n|---|---|\n| North | 203 |\n")
    assert body.count("<w:tblHeader") == 1
    assert body.count("<w:cantSplit/>") == 1
    assert body.count('<w:jc w:val="right" />') == 2


def test_marks_of_review_do_not_leak(tmp_path: Path) -> None:
    """Classes that pandoc takes for comments and changes are only words."""
    text = (
        "[A]{.comment-start id=0 author=Al} [b]{.insertion author=B}"
        " [c]{.deletion author=C} <!-- hidden -->\n"
    )
    files = written(tmp_path, text).files("report.docx")
    assert "Al" not in files["word/comments.xml"]
    for mark in ("<w:ins ", "<w:del ", "commentRangeStart", "hidden"):
        assert mark not in files["word/document.xml"]


def test_language_is_told(tmp_path: Path) -> None:
    """The document's language, and that of words in another, are set."""
    files = written(tmp_path, "[Zażółć]{lang=pl} gęślą", language="en-GB").files(
        "report.docx"
    )
    told = r'<w:lang [^>]*w:val="{}"'
    assert re.search(told.format("en-GB"), files["word/styles.xml"])
    assert re.search(told.format("pl"), files["word/document.xml"])
    assert files["docProps/core.xml"].count("<dc:language>en-GB</dc:language>") == 1


def test_properties_are_those_of_the_record(tmp_path: Path) -> None:
    """Title, authors and keywords are the record's, and the date is the report's."""
    core = written(
        tmp_path,
        "Text.",
        title="A & B",
        authors=["Ann", "Bo"],
        keywords=["one", "two"],
        date="2021-02-01",
    ).word.core_properties
    assert (core.title, core.author, core.keywords) == ("A & B", "Ann; Bo", "one, two")
    assert core.created.isoformat().startswith("2021-02-01T00:00:00")


def test_a_wide_table_turns_its_page(tmp_path: Path) -> None:
    """A table too wide for the upright page has a section of its own, sideways."""
    head = "|" + "Considerable|" * 9
    text = f"Before.\n\n{head}\n|{'---|' * 9}\n|{'1|' * 9}\n\nAfter.\n"
    body = xml(tmp_path, text)
    turned = [
        'w:orient="landscape"' in one
        for one in re.findall(r"<w:sectPr>.*?</w:sectPr>", body)
    ]
    assert turned == [False, True, False]
    edges = re.findall(r"<w:sectPr>(?:<w:\w+Reference [^>]*>){3}", body)
    assert len(edges) == 3


def test_contents_are_filled_in(tmp_path: Path) -> None:
    """The contents can be read before Word has made them anew."""
    word = written(tmp_path, TEXT).word
    text = "".join(one.text or "" for one in word.element.iter(f"{W}t"))
    assert "Contents1 Spending1.1 MoreFiguresFigure 1 Asks" in text
    assert "TablesTable 1 Spend" in text
