"""Whatever is on the screen, however half it is typed, an editor gets an answer."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from test_completing import SCHEMAS
from worlds import TEXTS, WORLD

from crossfoot.editor import completing, keys, outlining
from crossfoot.editor.defining import definitions
from crossfoot.editor.hovers import hover
from crossfoot.editor.mending import actions
from crossfoot.editor.mentions import at, in_chapter
from crossfoot.editor.names import mentions
from crossfoot.editor.renaming import RefusedError, rename
from crossfoot.findings import Finding
from crossfoot.places import Text

PIECES = st.sampled_from(
    [
        *("{", "}", "[", "]", "(", ")", "#", "@", "`", "=", "|", '"', "'", ":", "-", " "),
        *("\n", "\r\n", "\t", "value=", "asks.total", "tbl-asks", "sec-", "from=", "![", "](", "<!--"),
        *("crossfoot: allow NUM05", "-->", "::: ", "---\n", "~~~", "```", "# ", "😀", "e\u0301"),
        *("data/asks.csv", "total:", "share: ", "of: ", "&a", "*a", "? ", "!!x", "\x00", "\u2028"),
    ]
)  # fmt: skip
SAID = st.lists(PIECES, max_size=30).map("".join)
FILES = st.sampled_from(
    [
        *("sources/01-asks.md", "sources/quantities.yml", "sources/checks.yml"),
        *("sources/report.yml", "figures/asks.py", "sources/references.bib", "x.csv"),
    ]
)


@given(SAID, FILES, st.data())
def test_any_text_has_an_answer(said: str, file: str, data: st.DataObject) -> None:
    """Names, hovers, definitions, completion, outline and fixes never fail."""
    text = Text(file, said)
    offset = data.draw(st.integers(0, len(said)))
    found = mentions(text, WORLD)
    assert all(
        said[slice(*one.span)] == one.name for one in found if one.kind != "figure"
    )
    texts = {**TEXTS, file: text}
    one = at(found, offset)
    if one:
        hover(one, text, WORLD, {})
        definitions(one, file, texts, WORLD)
        with suppress(RefusedError):
            rename(one, "asks.new", texts, WORLD)
    if file.endswith(".yml"):
        span, _ = keys.complete(text, offset, WORLD, SCHEMAS)
    else:
        span, _ = completing.complete(text, offset, WORLD)
    assert 0 <= span[0] <= offset <= span[1] <= len(said)
    assert all(first < last for first, last in outlining.folds(text))
    wrong = Finding("NUM05", "Unbound", text.place((offset, offset)))
    list(actions([wrong], texts, WORLD))


@given(SAID)
def test_names_do_not_overlap_without_nesting(said: str) -> None:
    """The names of a chapter stand in order, so that edits of them cannot clash."""
    spans = [one.span for one in in_chapter(said)]
    assert spans == sorted(spans)
    assert len({*spans}) == len(spans)
