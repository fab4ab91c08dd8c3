"""Marks: whatever an author types comes back as it was typed."""

import json
import re

import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.typeset.paper.marks import escape, items, quoted, replaced, worded
from crossfoot.typeset.screen.marks import attribute
from crossfoot.typeset.screen.marks import escape as html_escape
from crossfoot.typeset.screen.marks import quoted as html_quoted

NASTY = "#$*_`<>@[]~\\/-=+.:;!?()'\"{}|&%^0123456789 aé–…\u00a0"
PLAIN = r"""
#let plain(it) = {
  if it.has("text") { it.text }
  else if it.has("children") { it.children.map(plain).join() }
  else if it == [ ] { " " }
  else if it.func() == smartquote { if it.double { "\"" } else { "'" } }
  else { "<" + repr(it.func()) + ">" }
}
"""


TEXTS = st.lists(st.text(alphabet=NASTY, min_size=1, max_size=24), min_size=40)


@given(TEXTS)
@settings(max_examples=10, deadline=None)
def test_any_text_comes_back_from_typst(texts: list[str]) -> None:
    """Text written as markup is read by Typst as that text, spaces apart."""
    lines = [f"#metadata(plain([a{escape(one)}b])) <x>" for one in texts]
    lines += [f"#metadata(plain([{escape(one)} b])) <x>" for one in texts]
    source = f"#set smartquote(enabled: false)\n{PLAIN}" + "\n".join(lines)
    found = json.loads(typst.query(source.encode(), "<x>", field="value"))
    wanted = [f"a{one}b" for one in texts] + [f"{one} b" for one in texts]
    assert [one.split() for one in found] == [one.split() for one in wanted]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_string_literal_stays_on_one_line(words: str) -> None:
    """A literal has no line feed, and no quotation mark that is not escaped."""
    inside = quoted(words)[1:-1]
    assert "\n" not in inside
    assert not re.search(r'(?<!\\)(\\\\)*"', inside)


def test_string_literals_come_back_from_typst() -> None:
    """A literal is read by Typst as the text it was made of."""
    texts = ['a "b" \\ c', "line\nend\ttab", "\\n", "#x $y$", "é\u00a0–"]
    lines = [f"#metadata({quoted(one)}) <x>" for one in texts]
    found = typst.query("\n".join(lines).encode(), "<x>", field="value")
    assert json.loads(found) == texts


def test_arrays_of_one_are_arrays() -> None:
    """An array has a comma after each part, so that one part makes one too."""
    assert items(["a"]) == "(a, )"
    assert items([]) == "()"


def test_missing_glyphs_are_replaced() -> None:
    """Characters without a glyph are written as what stands for them."""
    assert replaced("a😀b", {ord("😀"): "[U+1F600]"}) == "a[U+1F600]b"


@given(st.text())
def test_html_holds_no_markup_of_an_author(words: str) -> None:
    """Text and attribute values have no angle bracket or quotation mark of their own."""
    assert not set(html_escape(words)) & set("<>")
    assert '"' not in html_quoted(words)[1:-1]


def test_attributes_without_value_are_not_written() -> None:
    """An empty attribute is left out; control characters are dropped."""
    assert attribute("id", "") == ""
    assert attribute("id", 'a"b') == ' id="a&quot;b"'
    assert html_escape("a\x00b\x0bc") == "abc"


def test_a_word_longer_than_its_line_can_be_broken() -> None:
    """Where a line may end anyhow, and where a script has no spaces, nothing is done."""
    name = "a_name_with_many_parts_and_no_end.csv"
    assert worded(f"1. {name}, *so*") == (f'1\\. #broken("{name},"); \\*so\\*')
    address = "https://example.org/reports/annual/2024/tables-of-all-regions.html"
    for plain in (address, "统计" * 30, "no\u00a0break" * 9, "soft\u00adly" * 9):
        assert worded(plain) == escape(plain)
