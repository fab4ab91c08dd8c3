"""Faults that public books brought to light, each by the least that shows it."""

from decimal import Decimal
from pathlib import Path

import pytest
from setting import set_in

from crossfoot.amounts.scan import scan
from crossfoot.amounts.show import plain
from crossfoot.engines.pandoc import markdown
from crossfoot.engines.typst import RefusedError
from crossfoot.inspect.document import on_paper
from crossfoot.inspect.passages import Passage, paged, squeezed, word_by_word
from crossfoot.inspect.words import missing
from crossfoot.parts import Entry, Part
from crossfoot.typeset import raw
from crossfoot.typeset.naming import anchored
from crossfoot.typeset.raw import anchors
from crossfoot.typeset.survey import marks_after


def test_a_number_of_many_figures_is_written_out() -> None:
    """More figures than arithmetic keeps are noughts, not a fault."""
    assert plain(Decimal("1E+40")) == Decimal(10) ** 40
    assert f"{plain(Decimal('1.5E+31')):f}" == "15" + "0" * 30
    assert plain(Decimal("2.50")) == Decimal("2.5")


@pytest.mark.parametrize("text", ["From 10% to 20%", "from 3 to 90,000", "from 1 to 2"])
def test_a_range_may_open_a_text(text: str) -> None:
    """Nothing stands before the first word of a text."""
    assert scan(text)


def test_typst_s_message_gives_characters_as_they_are() -> None:
    """Escapes of Rust's debug format are undone, and nothing else is changed."""
    said = r'PDF/UA-1 error: the text `"\u{1f600}é\"你\\"` could not be displayed'
    assert RefusedError(said, ()).glyphs == '😀é"你\\'
    assert RefusedError("another fault", ()).glyphs == ""


def test_a_mark_is_found_behind_the_character_that_is_refused() -> None:
    """The quotation mark has a glyph; the vowel sign that stands over it has none."""
    blocks = markdown("Text `'\u0947', 'a'` and more.").value["blocks"]
    assert marks_after(blocks, "'") == {"\u0947"}
    assert marks_after(blocks, "a") == set()
    assert marks_after(blocks, "") == set()


def test_a_mark_over_a_quotation_mark_is_printed_by_its_name(tmp_path: Path) -> None:
    """The code is printed with what stands for the mark; quotation marks stay."""
    made = set_in(tmp_path, "# One\n\nText `'\u1be7', 'a'` and more.\n")
    assert [one.message for one in made.findings] == [
        "The fonts have no glyph for “\u1be7”; the PDF shows [U+1BE7]"
    ]


def test_raw_html_gives_an_identifier_once() -> None:
    """What another thing has is taken out of raw tags; other attributes stay."""
    text = '[x]{#one}\n\n<input id="one"> <a name="two">a</a> <b id="two">b</b>\n'
    text += '\n<Listing file-name="src/main.rs">c</Listing>\n'
    (part,) = anchored([Part(1, "a.md", markdown(text).value["blocks"])])
    assert anchors(part.blocks) == ["two"]


def test_headings_are_compared_as_paper_shows_them() -> None:
    """A character without a glyph stands by its name in heading and bookmark."""
    entry = Entry(2, "1.1", "Done ✅", "done", "a.md")
    assert on_paper(entry, "✅").title == "Done [U+2705]"
    assert on_paper(entry, "") is entry


def test_a_header_that_repeats_holds_its_links_once(tmp_path: Path) -> None:
    """Links, notes and labels of a long table's header are on its first page alone."""
    rows = "".join(f"| row {one} | {one} |\n" for one in range(120))
    head = "| [Name](https://example.org/)[^n] | [Value]{#value} |\n|---|---|\n"
    text = f"# One\n\nSee [it](#value).\n\n{head}{rows}\n[^n]: A note.\n"
    made = set_in(tmp_path, text)
    assert made.lines == []
    pages = [" ".join(one.split()) for one in made.facts.texts]
    assert sum("Name 1 Value" in one for one in pages) == 1
    assert sum("Name Value" in one for one in pages) >= 2


def test_cells_that_begin_alike_are_found_on_two_pages() -> None:
    """A row that a page's end cuts is found among many that begin with its words."""
    same = "Verify that the application does not show what it should keep to itself, "
    cells = [
        f"{same}as in the case {one} of many that are told here"
        for one in "abcdefghijkl"
    ]
    expected = [Passage("a.md", (squeezed(one),), one, apart=True) for one in cells]
    cut = len(same) + 10
    last = f"{cells[-1][:cut]}\f A running head {cells[-1][cut:]}"
    pages = " ".join([*cells[:-1], last]).split("\f")
    assert missing(expected, paged(pages), "PDF") == []
    (lost,) = missing(expected, paged([pages[0], "something else"]), "PDF")
    assert lost.code == "TYP04"


@pytest.mark.parametrize(
    ("kind", "content", "shown"),
    [
        ("RawInline", r"\index{data!missing}", ""),
        ("RawInline", r"\vspace*{2em} \noindent", ""),
        ("RawBlock", "\\frontmatter\n\\tableofcontents", ""),
        ("RawInline", r"\appendix", r"\appendix"),
        ("RawInline", r"\indexc{call()}", r"\indexc{call()}"),
        ("RawBlock", r"\noindentation", r"\noindentation"),
    ],
)
def test_tex_that_only_lays_out_is_not_shown(
    kind: str, content: str, shown: str
) -> None:
    """Marks of an index and spaces have no words; what may be a path is shown."""
    node = {"t": kind, "c": ["tex", content]}
    assert (raw.shown(node), raw.lost(node)) == (shown, shown)


def test_lines_along_words_are_drawn_once(tmp_path: Path) -> None:
    """Links and underlined words in struck words are set; PDF/UA refuses two lines."""
    text = "~~[a](https://example.org) and [b]{.underline}~~ [~~c~~]{.ul .mark}\n"
    made = set_in(tmp_path, f"# One\n\n{text}\n[[d]{{.ul}}](https://example.org)\n")
    assert made.lines == []


def test_a_block_is_not_blamed_for_links_to_other_chapters(tmp_path: Path) -> None:
    """Where chapters are tried one by one, what they lead to is not at hand."""
    bad = "`#panic()`{=typst}"
    text = f"# One\n\nSee [two](#two) and [below](#three).\n\n{bad}\n\n# Two {{#two}}\n"
    made = set_in(tmp_path, f"{text}\nWords.\n\n## Three {{#three}}\n\nMore.\n")
    assert [one.code for one in made.findings] == ["TYP01"]
    assert "#panic()" in made.findings[0].message


def test_accents_of_formulas_stray_when_text_is_taken_out() -> None:
    """A bar of a formula may come out behind a later letter; no word is lost by it."""
    words = "If another, the value is so, and the mean stays what it was before."
    expected = [Passage("a.md", (squeezed(words),), words)]
    taken = words.replace("the mean", "the\u0304 mean").replace("value", "valu\u20d7e")
    assert missing(expected, paged([taken]), "PDF") == []


def test_a_report_from_right_to_left_is_looked_at_word_by_word() -> None:
    """Lines come out of its PDF turned round; a word that is nowhere is missed."""
    words = "Look-up Secret in الملف"
    expected = word_by_word([Passage("a.md", (), words)])
    assert [one.pieces for one in expected] == [
        ("Look",),
        ("up",),
        ("Secret",),
        ("in",),
    ]
    assert missing(expected, paged(["فلم in Secret up-Look"]), "PDF") == []
    assert len(missing(expected, paged(["in up-Look"]), "PDF")) == 1
