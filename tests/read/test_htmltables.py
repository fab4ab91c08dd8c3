"""HTML tables in Markdown: raw tags that are a table become one."""

import json

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.engines import pandoc
from crossfoot.nodes import Node, rows, span, text, walk
from crossfoot.read import closed, opened
from crossfoot.read.htmlgrid import Span, lines

COSTS = """\
Before.

<table id="tbl-costs" class="wide" total="Cost">
<caption>Costs *by part*</caption>
<thead><tr><th>Part</th><th style="text-align: right">Cost</th></tr></thead>
<tbody>
<tr><td>First</td><td align="right">120</td></tr>
<tr><td>Second</td><td>£88m [^1]</td></tr>
</tbody>
<tfoot><tr><td>Total</td><td>208</td></tr></tfoot>
</table>

After.

[^1]: A note.
"""


def blocks(markdown: str) -> tuple[str, list[Node]]:
    """Return a chapter's text and blocks, as the read stage gives them."""
    one = opened("sources/01.md", markdown.encode())
    made = pandoc.markdown(one.front.markdown)
    chapter, _ = closed(one, made.value, list(made.warnings), made.error)
    return chapter.source, chapter.blocks


def shape(table: Node) -> tuple[object, ...]:
    """Return what a table holds: its rows, and which of them are heads and feet."""
    attr, caption, columns, head, bodies, foot = table["c"]
    cells = [
        [(cell[2], cell[3], text(cell[4])) for cell in row[1]]
        for row in [*head[1], *(r for b in bodies for r in (*b[2], *b[3])), *foot[1]]
    ]
    counts = len(head[1]), [len(body[3]) for body in bodies], len(foot[1])
    return attr[0], text(caption[1]), len(columns), counts, cells


def test_a_table_of_raw_tags_is_a_table_in_its_place() -> None:
    """Its rows, caption, names and alignments are kept, and every word its place."""
    source, found = blocks(COSTS)
    assert [block["t"] for block in found] == ["Para", "Table", "Para"]
    table = found[1]
    assert (
        source[slice(*(span(table) or (0, 0)))] == COSTS[9 : COSTS.index("\n\nAfter")]
    )
    assert shape(table) == (
        "tbl-costs",
        "Costs by part",
        2,
        (1, [2], 1),
        [
            [(1, 1, "Part"), (1, 1, "Cost")],
            [(1, 1, "First"), (1, 1, "120")],
            [(1, 1, "Second"), (1, 1, "£88m ")],
            [(1, 1, "Total"), (1, 1, "208")],
        ],
    )
    assert table["c"][0] == ["tbl-costs", ["wide"], [["total", "Cost"]]]
    aligned = [
        row[1][1][1]["t"] for row in (table["c"][3][1][0], table["c"][4][0][3][0])
    ]
    assert aligned == ["AlignRight", "AlignRight"]
    words = [node for node in walk(table) if node["t"] == "Str" and "s" in node]
    assert [source[slice(*node["s"])] for node in words] == [
        node["c"] for node in words
    ]
    assert len(words) == 13


def test_a_table_in_a_list_or_a_quote_is_one_too() -> None:
    """Blocks inside other blocks are looked at alike."""
    _, found = blocks("- Item\n\n    <table><tr><td>1</td></tr></table>\n")
    assert [
        node["t"] for node in walk(found) if node["t"] in {"Table", "RawBlock"}
    ] == ["Table"]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>1</td></tr>",
        "<table>loose<tr><td>1</td></tr></table>",
        "<table><tr><!-- a word --><td>1</td></tr></table>",
        "<table></table>",
    ],
)
def test_what_is_no_whole_table_stays_raw(table: str) -> None:
    """Text outside cells and other tags leave all as it was."""
    _, found = blocks(f"{table}\n")
    made = json.loads(pypandoc.convert_text(f"{table}\n", "json", format="markdown"))
    assert [node["t"] for node in walk(found)] == [
        node["t"] for node in walk(made["blocks"])
    ]
    assert not any(node["t"] == "Table" for node in walk(found))


@pytest.mark.parametrize(
    ("table", "columns", "counts", "cells"),
    [
        (
            "<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>",
            *(2, (0, [2], 0)),
            [[(1, 1, "1"), (1, 1, "2")], [(1, 1, "3"), (1, 1, "")]],
        ),
        ('<tr><td rowspan="2">1</td></tr>', 1, (0, [1], 0), [[(1, 1, "1")]]),
        ('<tr><td colspan="x">1</td></tr>', 1, (0, [1], 0), [[(1, 1, "1")]]),
        (
            '<tr><td rowspan="0">1</td><td>2</td></tr><tr><td colspan="2">3</td></tr>',
            *(3, (0, [2], 0)),
            [[(2, 1, "1"), (1, 1, "2"), (1, 1, "")], [(1, 2, "3")]],
        ),
        (
            (
                '<tr><th rowspan="2">N</th><th colspan="2">H</th></tr>'
                "<tr><th>a</th><th>b</th></tr><tr><td>x</td><td>1</td><td>2</td></tr>"
            ),
            *(3, (2, [1], 0)),
            [
                [(2, 1, "N"), (1, 2, "H")],
                [(1, 1, "a"), (1, 1, "b")],
                [(1, 1, "x"), (1, 1, "1"), (1, 1, "2")],
            ],
        ),
        (
            (
                '<tr><td>1</td><td rowspan="2">2</td></tr>'
                '<tr><td colspan="3">3</td><td>4</td></tr>'
            ),
            *(3, (0, [2], 0)),
            [[(1, 1, "1"), (2, 1, "2"), (1, 1, "")], [(1, 1, "3"), (1, 1, "4")]],
        ),
    ],
)
def test_rows_are_made_even_as_browsers_show_them(
    table: str, columns: int, counts: object, cells: list[object]
) -> None:
    """Missing cells are empty; no cell reaches out of its rows or over another."""
    [made] = [n for n in blocks(f"<table>{table}</table>\n")[1] if n["t"] == "Table"]
    assert shape(made)[2:] == (columns, counts, cells)


SPANS = st.lists(
    st.lists(st.builds(Span, st.integers(0, 4), st.integers(1, 4)), max_size=4),
    max_size=5,
)


@settings(max_examples=200, deadline=None)
@given(SPANS)
def test_the_cells_of_a_grid_meet_and_do_not_overlap(rows: list[list[Span]]) -> None:
    """Every column of a row, as wide as it says, is taken by exactly one cell."""
    taken: dict[tuple[int, int], int] = {}
    for at, line in enumerate(lines(rows)):
        column = 0
        for one in line.spans:
            while (at, column) in taken:
                column += 1
            for row in range(at, at + one.rows):
                for here in range(column, column + one.columns):
                    assert (row, here) not in taken
                    assert row < len(rows)
                    taken[row, here] = 1
        assert line.width == sum(1 for row, _ in taken if row == at)


def test_of_tables_in_each_other_the_inner_one_is_made() -> None:
    """The outer tags are looks, and stay raw; the rows in them are read."""
    inner = "<table><tr><td>1</td></tr></table>"
    _, found = blocks(f"<table><tr><td>{inner}</td></tr></table>\n")
    assert [node["t"] for node in found] == ["RawBlock"] * 3 + ["Table"] + [
        "RawBlock"
    ] * 3


WORDS = st.sampled_from(["1,240", "£5m", "Hull", "two words", "*so*"])
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=4
    )
)


@settings(max_examples=25, deadline=None)
@given(ROWS, st.booleans(), st.booleans(), st.booleans())
def test_a_table_reads_as_pandoc_reads_html(
    cells: list[list[str]], head: bool, body: bool, wrap: bool
) -> None:
    """What comes of the tags is what pandoc's reader of HTML makes of them."""
    between = "\n" if wrap else ""
    lines = [
        "<tr>" + "".join(f"<td>{cell.strip('*')}</td>" for cell in row) + "</tr>"
        for row in cells
    ]
    titles = "<tr>" + "<th>Name</th>" * len(cells[0]) + "</tr>"
    inner = between.join(lines)
    inner = f"<tbody>{inner}</tbody>" if body else inner
    start = f"<thead>{titles}</thead>" if head else ""
    html = f"<table>{between}{start}{inner}{between}</table>"
    [ours] = [node for node in blocks(f"{html}\n")[1] if node["t"] == "Table"]
    made = json.loads(pypandoc.convert_text(html, "json", format="html"))["blocks"]
    assert shape(ours) == shape(made[0])
    assert [[text(cell) for cell in row] for row in rows(ours)][-1] == [
        cell.strip("*") for cell in cells[-1]
    ]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('<td style="width: 1%"/>', ""),
        ("<td />", ""),
        ('<td>\n<span>£</span>\n<p class="sum">\n88\n</p>\n</td>', "£88"),
    ],
)
def test_cells_as_programs_write_them_are_read(cell: str, said: str) -> None:
    """An empty cell may be one tag, and a paragraph with a class is its text."""
    row = f"<tr><td>First</td>{cell}<td>120</td></tr>"
    _, found = blocks(
        f"<table>\n<tr><th>A</th><th>B</th><th>C</th></tr>{row}</table>\n"
    )
    assert [block["t"] for block in found] == ["Table"]
    *_, cells = shape(found[0])
    texts = [text for _, _, text in cells[1]]  # type: ignore[index]
    assert ["".join(text.split()) for text in texts] == ["First", said, "120"]
