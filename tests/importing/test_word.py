"""Word documents: everything in them becomes chapters, tables, pictures or a list."""

from pathlib import Path

from importer import chapters, docx, imported, paragraph, told

from crossfoot.engines.pandoc import markdown
from crossfoot.importing.words import running

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
REFERENCE = FIELD.format(r"REF _Ref1 \h", "Table 1")
ROWS = (("Place", "Visits"), ("Leeds", "1,200"), ("York", "300"), ("Total", "1,500"))


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    made = (
        "<w:tr>"
        + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    look = '<w:tblPr><w:tblLook w:firstRow="1"/></w:tblPr>'
    grid = "<w:tblGrid>" + "<w:gridCol/>" * len(rows[0]) + "</w:tblGrid>"
    return f"<w:tbl>{look}{grid}{''.join(made)}</w:tbl>"


CAPTION = (
    '<w:p><w:pPr><w:pStyle w:val="caption"/></w:pPr>'
    '<w:bookmarkStart w:id="3" w:name="_Ref1"/><w:r><w:t xml:space="preserve">Table </w:t>'
    f'</w:r>{FIELD.format("SEQ Table", "1")}<w:bookmarkEnd w:id="3"/>'
    "<w:r><w:t>: Visits by place</w:t></w:r></w:p>"
)


def test_captions_totals_and_references_become_crossfoot_s(tmp_path: Path) -> None:
    """A table of data becomes a CSV file whose total is made, and is referred to."""
    body = (
        paragraph("1 Visits", "heading1")
        + f'<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r>{REFERENCE}'
        + '<w:r><w:t xml:space="preserve"> and Table 1.</w:t></w:r></w:p>'
        + CAPTION
        + table(ROWS)
    )
    done = imported(tmp_path, visits_docx=docx(body))
    data = tmp_path / "report" / "sources" / "data"
    assert chapters(tmp_path) == {
        "01-visits.md": "# Visits\n\nSee @tbl-visits-place and @tbl-visits-place.\n\n"
        '![Visits by place](data/visits-place.csv){#tbl-visits-place total="visits"}\n'
    }
    assert (data / "visits-place.csv").read_text() == (
        'place,visits\nLeeds,"1,200"\nYork,300\n'
    )
    assert told(done) == []
    assert [(one.words, one.missing) for one in done.files] == [(23, ())]


def test_a_total_that_does_not_add_up_stays_in_its_table(tmp_path: Path) -> None:
    """A table whose total is wrong stays as it is, so that the checks can tell."""
    wrong = (*ROWS[:3], ("Total", "1,600"))
    imported(tmp_path, a_docx=docx(paragraph("Visits", "heading1") + table(wrong)))
    assert "Total" in chapters(tmp_path)["01-visits.md"]
    assert not (tmp_path / "report" / "sources" / "data").exists()


def test_the_name_of_an_account_is_no_citation(tmp_path: Path) -> None:
    """What Word says with an @ is text; an address for mail needs no sign before it."""
    said = "Ask @harbour, (@quay) or post@example.org, @ 5 each."
    done = imported(
        tmp_path, a_docx=docx(paragraph("Visits", "heading1") + paragraph(said))
    )
    assert chapters(tmp_path)["01-visits.md"] == (
        "# Visits\n\nAsk \\@harbour, (\\@quay) or post@example.org, @ 5 each.\n"
    )
    assert told(done) == []


def test_changes_and_comments_are_kept_as_notes(tmp_path: Path) -> None:
    """Insertions stand, deletions and comments become comments that do not print."""
    by = 'w:author="Ann" w:date="2024-05-01T09:00:00Z"'
    body = paragraph("Visits", "heading1") + (
        '<w:p><w:r><w:t xml:space="preserve">They </w:t></w:r>'
        f'<w:del w:id="1" {by}><w:r><w:delText>fell --&gt; rose</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {by}><w:r><w:t>rose a lot</w:t></w:r></w:ins>'
        '<w:r><w:commentReference w:id="7"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    )
    said = f'<w:comment w:id="7" {by}>{paragraph("Really?")}</w:comment>'
    lone = f'<w:comment w:id="8" {by}>{paragraph("On nothing")}</w:comment>'
    notes = f"<w:comments {NAMED}>{said}{lone}</w:comments>"
    done = imported(tmp_path, a_docx=docx(body, comments_xml=notes))
    assert " ".join(chapters(tmp_path)["01-visits.md"].split()) == (
        "# Visits They <!-- Deleted by Ann, 2024-05-01: fell –> rose -->rose a "
        "lot<!-- Inserted by Ann, 2024-05-01: the 3 words before this note -->"
        "<!-- Comment by Ann, 2024-05-01: Really? -->."
    )
    assert told(done) == [
        "SRC20 sources/01-visits.md:3:6 Chapter has 3 tracked changes or comments to settle"
    ]
    read_again = markdown(chapters(tmp_path)["01-visits.md"]).value["blocks"]
    assert running(read_again).split() == ["Visits", "They", "rose", "a", "lot."]
    page = (tmp_path / "report" / "import.md").read_text()
    assert "comment by Ann, 2024-05-01: “On nothing”" in page


NAMED = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = (
    '<w:p><w:r><w:t xml:space="preserve">Before </w:t></w:r><w:r><w:pict><v:shape><v:textbox>'
    f"<w:txbxContent>{paragraph('Boxed words')}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r><w:r><w:t>behind.</w:t></w:r></w:p>"
)


def test_text_boxes_and_page_headers_are_kept(tmp_path: Path) -> None:
    """A text box comes behind its paragraph, a page's header into the list."""
    header = f"<w:hdr {NAMED}>{paragraph('Draft of May')}</w:hdr>"
    body = paragraph("Visits", "heading1") + paragraph("Visits 3", "toc1") + BOX
    done = imported(tmp_path, a_docx=docx(body, header1_xml=header))
    assert chapters(tmp_path) == {
        "01-visits.md": "# Visits\n\nBefore behind.\n\n::: callout-note\nBoxed words\n:::\n"
    }
    held = [(one.kind, one.was) for one in done.files[0].entries]
    assert held == [
        ("aside", "Draft of May"),
        ("aside", "Visits 3"),
        ("guess", "Boxed words"),
    ]
    assert done.files[0].missing == ()


def test_what_was_deleted_from_the_contents_is_listed_with_them(tmp_path: Path) -> None:
    """A line that was deleted from the contents is found again in the list."""
    line = paragraph("Costs 5", "toc1").replace("<w:r>", '<w:del w:id="1"><w:r>')
    line = line.replace("</w:r>", "</w:r></w:del>").replace("w:t", "w:delText")
    body = paragraph("Visits", "heading1") + paragraph("Visits 3", "toc1") + line
    done = imported(tmp_path, a_docx=docx(body))
    held = [(one.kind, one.was) for one in done.files[0].entries]
    assert held == [("aside", "Visits 3 / Costs 5")]
    assert done.files[0].missing == ()


def test_headings_without_words_make_no_chapter(tmp_path: Path) -> None:
    """An empty paragraph in the style of a heading goes, and makes no chapter."""
    empty = [paragraph(" ", f"heading{level}") for level in (1, 2)]
    body = empty[0] + paragraph("Before") + paragraph("Visits", "heading1") + empty[1]
    done = imported(tmp_path, a_docx=docx(body + paragraph("Many came.")))
    assert chapters(tmp_path) == {
        "01-opening.md": "# Opening\n\nBefore\n",
        "02-visits.md": "# Visits\n\nMany came.\n",
    }
    assert done.files[0].missing == ()


MERGED = """<w:tbl><w:tblGrid><w:gridCol w:w="827.9"/><w:gridCol w:w="900"/></w:tblGrid>
<w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>
<w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Both of them</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>South</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>West</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>
<w:vMerge w:val="continue"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"""


def test_columns_and_merged_cells_that_word_leaves_open_are_kept(
    tmp_path: Path,
) -> None:
    """A column of a broken width, and a row that a merged cell runs past, lose no words."""
    done = imported(tmp_path, a_docx=docx(paragraph("Visits", "heading1") + MERGED))
    assert done.files[0].missing == ()
    assert chapters(tmp_path)["01-visits.md"] == OPEN


OPEN = """# Visits

+--------+-------+
| North  | Both  |
|        | of    |
|        | them  |
+--------+       |
| South  |       |
+--------+       |
| West   |       |
+--------+-------+
"""


CHART = """<c:chartSpace {0}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Visits by year
</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef>
<c:strCache><c:pt idx="0"><c:v>Visits</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat>
<c:strCache><c:pt idx="0"><c:v>North</c:v></c:pt><c:pt idx="1"><c:v>South</c:v></c:pt>
</c:strCache></c:cat><c:val><c:numCache><c:pt idx="0"><c:v>12</c:v></c:pt><c:pt idx="1">
<c:v>15</c:v></c:pt></c:numCache></c:val></c:ser></c:barChart></c:plotArea></c:chart>
</c:chartSpace>"""


def test_a_chart_becomes_its_data(tmp_path: Path) -> None:
    """The data that a chart was drawn from become a CSV file, with a finding."""
    chart, main = "drawingml/2006/chart", "drawingml/2006/main"
    host = "http://schemas.openxmlformats.org"
    names = f'xmlns:c="{host}/{chart}" xmlns:a="{host}/{main}"'
    drawing = (
        "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData>"
        '<c:chart r:id="r9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    body = paragraph("Visits", "heading1") + drawing
    links = {"r9": ("chart", "charts/chart1.xml")}
    file = docx(body, links, charts__chart1_xml=CHART.format(names))
    done = imported(tmp_path, visits_docx=file)
    data = tmp_path / "report" / "sources" / "data" / "visits-year.csv"
    assert data.read_text() == "category,visits\nNorth,12\nSouth,15\n"
    assert told(done) == [
        "SRC24 import.md:17:1 visits.docx: 1 drawn object without a picture"
    ]


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Bars"/><a:graphic>'
    '<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r7"/></pic:blipFill></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def test_an_indented_caption_is_kept(tmp_path: Path) -> None:
    """A caption that pandoc takes for a quotation, as it is indented, is one."""
    line = paragraph("Figure 1: Visits by year", "caption")
    line = line.replace("</w:pPr>", '<w:ind w:left="465"/></w:pPr>')
    body = paragraph("Visits", "heading1") + PICTURE + line
    file = docx(body, {"r7": ("image", "media/i.png")}, media__i_png="x")
    done = imported(tmp_path, a_docx=file)
    assert chapters(tmp_path)["01-visits.md"] == (
        '# Visits\n\n![Visits by year](images/a-01.png){#fig-visits-year alt="Bars"}\n'
    )
    assert done.files[0].missing == ()


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two imports of a document write equal files."""
    body = paragraph("Visits", "heading1") + CAPTION + table(ROWS) + BOX
    held = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        imported(tmp_path / name, a_docx=docx(body))
        root = tmp_path / name / "report"
        files = sorted(one for one in root.rglob("*") if one.is_file())
        held.append({str(one.relative_to(root)): one.read_bytes() for one in files})
    assert held[0] == held[1]
