"""Markup: a page is read quickly, and never otherwise than Python's parser reads it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.inspect.markup import _plain, parsed


class Noting(HTMLParser):
    """Notes what it is handed; words that follow each other are one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.noted: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.noted.append(("start", tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.noted.append(("alone", tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.noted.append(("end", tag))

    def handle_data(self, data: str) -> None:
        if self.noted and isinstance(self.noted[-1], str):
            self.noted[-1] += data
        else:
            self.noted.append(data)


def plain(html: str) -> bool:
    return _plain(html, Noting())


def by_python(html: str) -> list[object]:
    parser = Noting()
    parser.feed(html)
    parser.close()
    return parser.noted


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>One &amp; two</title><style>a>b{}&amp;</style></head>
<body><p id="p1" class="">R&D, &lt; &eacute; &copy 1 &</p><br><img alt="&quot;x&#39;"/>
<svg viewBox="0 0 1 1"><linearGradient x1="1" xlink:href="#a" /><title>t</title></svg>
</body></html>
"""


def test_a_plain_page_is_handed_on_as_by_python() -> None:
    """Tags, attributes, characters that stand for others: all is as the parser says."""
    assert plain(PAGE)
    assert parsed(PAGE, Noting).noted == by_python(PAGE)


@pytest.mark.parametrize(
    "html",
    [
        "words before <p>",
        "<p class=bare>",
        "<p class='x'>",
        "<p hidden>",
        '<p title="&copy=1">',
        "<p>a < b</p>",
        "<p><!-- said by the way --></p>",
        "<script>a<b</script>",
        "<script>if (a) <p>b</p></script>",
        "<style/><p>a</p>",
        "<title>a<b>c</title>",
        "<textarea><p></textarea>",
        "<style>a",
        "</p class=x>",
        "<p",
    ],
)
def test_any_other_page_is_left_to_python(html: str) -> None:
    """One tag that is not written plainly is enough."""
    assert not plain(html)
    assert parsed(html, Noting).noted == by_python(html)


TAGS = st.sampled_from(
    ["p", "a", "H1", "svg", "br", "title", "style", "script", "textarea"]
)
ATTRIBUTES = st.sampled_from(
    ["", ' id="x"', ' ALT="a &amp; b"', '\nhref="#y" x-1="<>"', " bare", ' a="&b"', " "]
)
PIECES = st.one_of(
    st.builds("<{}{}>".format, TAGS, ATTRIBUTES),
    st.builds("<{}{}/>".format, TAGS, ATTRIBUTES),
    st.builds("</{}>".format, TAGS),
    st.sampled_from(["words ", "&amp;", "&eacute", "&", "a;", ">", "<", "<!-- -->"]),
)


@given(st.lists(PIECES, max_size=12))
@settings(max_examples=300, deadline=None)
def test_whatever_is_written_is_read_as_by_python(pieces: list[str]) -> None:
    """No page is read otherwise for being read quickly."""
    html = "<!DOCTYPE html>" + "".join(pieces)
    assert parsed(html, Noting).noted == by_python(html)
