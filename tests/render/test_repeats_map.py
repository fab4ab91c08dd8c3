"""The map of where repeats stand."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markup import Page
from related import ALL, CHAPTERS, CLASH, JOINT, PHRASE

from crossfoot.places import Place, Text
from crossfoot.render.relation import Relation, relations
from crossfoot.render.repeats_map import MARK, NARROW, WIDE, Entry, chart
from crossfoot.render.repeats_page import body


def test_each_chapter_is_a_bar_with_its_marks() -> None:
    """A bar is as long as its chapter; marks have letters, links and names."""
    shown = body({"relations": [CLASH]}, CHAPTERS)
    start = shown.index('<ol class="map">')
    told = shown[start : shown.index("</ol>")]

    def mark(at: str, long: str, other: int) -> str:
        name = f"C: contradiction, lines 3 to 4, also in sources/0{other}.md:3–4"
        return (
            '<a class="mark contradiction" href="#r-636f6e7472616469"'
            f' style="--at: {at}; --long: {long}; --row: 0; --wide: 0"'
            f' aria-label="{name}" title="{name}"><b>C</b></a>\n'
        )

    assert told == (
        '<ol class="map">\n'
        "<li>\n<p><code>sources/01.md</code> 28 words, 37% of it stands elsewhere too</p>\n"
        '<div class="bar" style="--long: 65.33%; --rows: 1; --wide: 1">'
        + mark("6.12%", "37.41%", 3)
        + "</div>\n</li>\n"
        "<li>\n<p><code>sources/02.md</code> 3 words, nothing marked</p>\n"
        '<div class="bar" style="--long: 8.44%; --rows: 1; --wide: 1"></div>\n</li>\n'
        "<li>\n<p><code>sources/03.md</code> 40 words, 24% of it stands elsewhere too</p>\n"
        '<div class="bar" style="--long: 100.00%; --rows: 1; --wide: 1">'
        + mark("4.44%", "24.88%", 1)
        + "</div>\n</li>\n"
    )


def test_the_table_says_what_the_map_shows() -> None:
    """Each mark has a row with the same link, in the same order."""
    shown = body(ALL, CHAPTERS)
    drawn = shown[shown.index('<ol class="map">') : shown.index("</ol>")]
    table = shown[shown.index("The same as a table") : shown.index("</table>")]
    marks, rows = (re.findall(r'href="(#[^"]+)"', part) for part in (drawn, table))
    assert marks == rows
    assert len(marks) == 8
    assert all(
        name[:2] in {"C:", "E:", "N:", "P:"} for name in Page(drawn + "</ol>").names
    )


def test_what_is_meant_to_be_alike_is_not_marked() -> None:
    """A report with boilerplate alone has no map."""
    assert 'id="map"' not in body({"relations": [PHRASE]}, CHAPTERS)


STARTS = st.lists(
    st.tuples(st.integers(0, 999), st.integers(1, 200)), min_size=1, max_size=40
)


@given(STARTS, st.integers(0, 3000))
def test_marks_of_a_row_do_not_cover_each_other(
    found: list[tuple[int, int]], more: int
) -> None:
    """On a small screen and on a large one, every mark can be seen and hit."""
    texts = {
        "a.md": Text("a.md", "x" * 1200),
        "b.md": Text("b.md", "x" * (1200 + more)),
    }
    entries = [
        Entry(
            Relation(
                f"{n}",
                "near",
                "report",
                (Place("a.md", 1, at + 1, 1, at + size + 1),),
                (),
                1,
                (),
            ),
            f"r-{n}",
        )
        for n, (at, size) in enumerate(found)
    ]
    shown = chart(entries, texts)
    spans = sorted((at, at + size, n) for n, (at, size) in enumerate(found))
    rows = re.findall(r"--row: (\d+); --wide: (\d+)", shown)
    assert len(rows) == len(found)
    for screen, width in enumerate((NARROW, WIDE)):
        ends: dict[str, int] = {}
        for span, row in zip(spans, rows, strict=True):
            left, right = (at * width // (1200 + more) for at in span[:2])
            left = min(left, 1200 * width // (1200 + more) - MARK)
            assert left >= ends.get(row[screen], left)
            ends[row[screen]] = max(left + MARK, right)


def test_of_two_sections_each_passage_is_marked() -> None:
    """What stands between the passages stands nowhere else."""
    entry = Entry(relations({"relations": [JOINT]})[0], "r-joint")
    shown = chart([entry], CHAPTERS)
    assert shown.count('href="#r-joint"') == 4
    assert "also in sources/03.md:6" in shown
