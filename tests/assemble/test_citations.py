"""Citations: rendered once for the whole report, and put back where they stand."""

from pathlib import Path

from assembling import ARTICLE, BOOK, assemble, inputs_of, report
from conftest import Make

from crossfoot.assemble import gather

NOTES = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>n</title><id>n</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout suffix="."><names variable="author"/>
<text variable="title" prefix=", "/></layout></citation>
<bibliography><layout><names variable="author"/></layout></bibliography></style>
"""


def test_citations_of_all_chapters_share_one_bibliography(make: Make) -> None:
    """Notes and prefixes included; an entry that nobody cites is not printed."""
    root = make(
        {
            "a.md": "# A\n\nSo [see @smith2020, p. 3].[^1]\n\n[^1]: @jones2019 [p. 4].\n",
            "b.md": "# B\n\n@smith2020 and [@sec-b; @jones2019] say. {#sec-b}\n",
            "references.bib": BOOK + ARTICLE + BOOK.replace("smith2020", "x1"),
        }
    )
    made = report(root)
    assert made.text == (
        '# A {#a number="1" file="a.md"}\n\n'
        "So (see [Smith 2020, 3](#ref-smith2020)).[^1]\n\n"
        '# B {#b number="2" file="b.md"}\n\n'
        "Smith ([2020](#ref-smith2020)) and \\@sec-b ([Jones 2019](#ref-jones2019))"
        " say. {#sec-b}\n\n"
        '# References {#references .unnumbered file="references.bib"}\n\n'
        "[^1]: Jones ([2019, 4](#ref-jones2019)).\n"
    )
    entries = made.ast["blocks"][-1]
    assert entries["c"][0][0] == "refs"
    assert [one["c"][0][0] for one in entries["c"][1]] == [
        "ref-jones2019",
        "ref-smith2020",
    ]
    assert made.all("Cite") == []


def test_an_unknown_key_stays_visible(make: Make) -> None:
    """Alone it is as typed; beside a known one it stands out, and links nowhere."""
    root = make(
        {
            "a.md": "# A\n\n[@none, p. 3], [@none; @smith2020].\n",
            "references.bib": BOOK,
        }
    )
    assert report(root).text.split("\n\n")[1] == (
        "\\[@none, p. 3\\], (**none?**; [Smith 2020](#ref-smith2020))."
    )


def test_a_report_without_citations_has_no_bibliography(make: Make) -> None:
    """Nothing is rendered and no chapter is added."""
    root = make({"a.md": "# A\n\nNo one.\n", "references.bib": BOOK})
    assert gather(inputs_of(root)).citations is None
    assert report(root).text == '# A {#a number="1" file="a.md"}\n\nNo one.\n'


def test_only_cited_entries_go_to_citeproc(make: Make) -> None:
    """The citation-only document and its entries do not grow with the bibliography."""
    root = make({"a.md": "# A\n\n[@smith2020].\n", "references.bib": ARTICLE + BOOK})
    draft = gather(inputs_of(root))
    assert [one["id"] for one in draft.cited] == ["smith2020"]
    assert draft.citations is not None
    assert [node["t"] for node in draft.citations["blocks"]] == ["Para"]


def test_the_bibliography_stands_where_its_author_puts_it(make: Make) -> None:
    """A div of the id refs takes the entries, under the chapter's own heading."""
    root = make(
        {
            "a.md": "# A\n\n[@smith2020].\n",
            "b.md": "# Sources\n\n::: {#refs}\n:::\n\nAfter.\n",
            "references.bib": BOOK,
        }
    )
    made = report(root)
    assert [node["c"][0][0] for node in made.all("Div")] == ["refs", "ref-smith2020"]
    assert made.ast["blocks"][-1]["t"] == "Para"


def test_a_chapter_called_references_keeps_its_id(make: Make) -> None:
    """The bibliography's own id makes way."""
    root = make({"a.md": "# References\n\n[@smith2020].\n", "references.bib": BOOK})
    assert [node["c"][1][0] for node in report(root).all("Header")] == [
        "references",
        "references-1",
    ]


def test_a_note_style_prints_notes(make: Make, tmp_path: Path) -> None:
    """The mark stands after the stop; a citation inside a note makes no second one."""
    root = make(
        {
            "a.md": "# A\n\nSo [@smith2020]. And ^[Also [@jones2019].] this.^[[@jones2019].]\n",
            "references.bib": BOOK + ARTICLE,
        }
    )
    style = tmp_path / "notes.csl"
    style.write_text(NOTES)
    assert assemble(inputs_of(root), style).text == (
        '# A {#a number="1" file="a.md"}\n\nSo.[^1] And [^2] this.[^3]\n\n'
        '# References {#references .unnumbered file="references.bib"}\n\n'
        "[^1]: [Ann Smith, A book](#ref-smith2020).\n\n"
        "[^2]: Also ([Bo Jones, Work](#ref-jones2019)).\n\n"
        "[^3]: [Bo Jones, Work](#ref-jones2019).\n"
    )
