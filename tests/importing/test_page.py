"""Plain text and pages of the web: shapes guessed, everything listed."""

from pathlib import Path

from importer import chapters, imported, told

PAGE = """\
KEY FINDINGS
Visits rose in every place that we looked at, and the rise was greatest in the north of it.
Theme 1: What rose:
- visits to depots
- visits to halls
1.1 The method
We counted twice: in spring -- before the works -- and in autumn, when they were done at last.
Place | Visits |
---|---|
Leeds | 12 |
York | 15 |
1) first step
2) second step
"""


def test_a_page_s_shapes_are_guessed_and_listed(tmp_path: Path) -> None:
    """Headings, lists and tables are made of lines, and each guess names its line."""
    done = imported(tmp_path, page_txt=PAGE)
    assert chapters(tmp_path) == {
        "01-key-findings.md": """\
# KEY FINDINGS

Visits rose in every place that we looked at, and the rise was greatest in the north of
it.

## Theme 1: What rose:

- visits to depots
- visits to halls

## The method

We counted twice: in spring \\-\\- before the works \\-\\- and in autumn, when they were
done at last.

![](data/page-table.csv)

1.  first step
2.  second step
"""
    }
    assert [(one.kind, one.where, one.was) for one in done.files[0].entries] == [
        ("guess", "page.txt:1", "KEY FINDINGS"),
        ("guess", "page.txt:3", "Theme 1: What rose:"),
        ("guess", "page.txt:4", "visits to depots"),
        ("guess", "page.txt:6", "1.1 The method"),
        ("guess", "page.txt:8", "Place | Visits"),
        ("guess", "page.txt:12", "first step"),
        ("mapped", "page.txt:12", "1 2"),
        ("table", "", "table without a caption: Place"),
        ("mapped", "heading", "1.1 The method"),
    ]
    assert done.files[0].missing == ()


def test_lines_of_mail_are_joined_and_page_edges_set_aside(tmp_path: Path) -> None:
    """Wrapped lines make paragraphs; headers and page numbers stand in the list."""
    text = "".join(
        f"Annual report\nPage {n}\n\nVisits rose in the {part} of the places that were looked at\n"
        "and in others that were not, which nobody had thought of before.\n\n"
        for n, part in ((1, "north"), (2, "south"), (3, "west"))
    )
    done = imported(tmp_path, mail_txt=text)
    body = chapters(tmp_path)["01-mail.md"]
    assert body.count("\n\nVisits rose") == 3
    assert "Annual report" not in body
    aside = [one.was for one in done.files[0].entries if one.kind == "aside"]
    assert aside == [
        "Annual report",
        "Page 1",
        "Annual report",
        "Page 2",
        "Annual report",
        "Page 3",
    ]
    assert done.files[0].missing == ()


HTML = """<html lang="en"><head><title>Visits in 2024</title></head><body>
<nav><a href="/">Home</a></nav><main><h1>Visits</h1><p>They cost $5 and rose.</p>
<h3>Where</h3><table><tr><th>Place</th><th>Visits</th></tr><tr><td>Leeds</td><td>12</td></tr>
<tr><td>York</td><td>15</td></tr></table><p><img src="depot.png" alt="A hall">
<img src="../secret.png" alt="No"></p></main><footer>All rights</footer></body></html>"""


def test_the_main_content_of_a_page_is_found(tmp_path: Path) -> None:
    """Navigation and footer are set aside; pictures below the page's folder are taken."""
    (tmp_path / "depot.png").write_bytes(b"PNG")
    done = imported(tmp_path, page_html=HTML)
    root = tmp_path / "report" / "sources"
    assert chapters(tmp_path) == {
        "01-visits.md": "# Visits\n\nThey cost \\$5 and rose.\n\n## Where\n\n"
        "![](data/page-table.csv)\n\n"
        '![](images/page-01.png){alt="A hall"} ![](../secret.png){alt="No"}\n'
    }
    assert (root / "report.yml").read_text() == "title: Visits in 2024\nlanguage: en\n"
    assert (root / "images" / "page-01.png").read_bytes() == b"PNG"
    assert told(done) == ["SRC26 import.md:17:1 page.html: 2 passages in no chapter"]
    assert done.files[0].missing == ()


NOTED = """<html><body><h1>Visits</h1>
<p>There were 1,204 visits.<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
<h2>Costs</h2><p>They cost £2.4m, of which £1.4m was for staff and £1.1m for rent.</p>
<section role="doc-endnotes"><hr><ol><li id="fn1"><p>A note with 12 visits.<a
 href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section></body></html>"""


def test_notes_of_a_page_are_no_gap_in_its_text(tmp_path: Path) -> None:
    """A note that stood at the end stands where it is called; nothing is missing."""
    done = imported(tmp_path, page_html=NOTED)
    assert told(done) == []
    chapter = (tmp_path / "report/sources/01-visits.md").read_text("utf-8")
    assert chapter.endswith("\n[^1]: A note with 12 visits.\n")
