"""Bound numbers: what the reader sees of them, wherever they stand."""

from assembling import DRAWN, report
from conftest import Make

SHOWN = {
    "[]{value=asks.total}": "£3.2bn",
    "`=asks.total|£m`": "£3,200m",
    "`=asks.count`": "29",
    "[]{value=asks.count}": "29",
}


def test_inserted_and_checked_numbers_are_spans(make: Make) -> None:
    """Inserted ones show their value, checked ones their words; both name a quantity."""
    words = (
        "# T\n\nThe []{value=asks.total}, `=asks.total|£m`, [over £2bn]{value=asks.floor"
        " .big}.^[And `=asks.count`.]\n"
    )
    assert report(make({"a.md": words}), shown=SHOWN).text == (
        '# T {#t number="1" file="a.md"}\n\nThe [£3.2bn]{.number quantity="asks.total"},'
        ' [£3,200m]{.number quantity="asks.total"},'
        ' [over £2bn]{.big .number quantity="asks.floor"}.[^1]\n\n'
        '[^1]: And [29]{.number quantity="asks.count"}.\n'
    )


def test_a_heading_s_id_comes_from_what_it_shows(make: Make) -> None:
    """An id made by pandoc is made again; a written one stays."""
    words = (
        "# All `=asks.count` asks\n\n## The []{value=asks.total} []{value=asks.count}\n\n"
        "## Kept `=asks.count` {#sec-kept}\n\n"
        "[a](#all-29-asks) [b](#the-3.2bn-29)\n"
    )
    made = report(make({"a.md": words}), shown=SHOWN)
    assert [node["c"][1][0] for node in made.all("Header")] == [
        "all-29-asks",
        "the-3.2bn-29",
        "sec-kept",
    ]
    assert made.text.endswith("[a](#all-29-asks) [b](#the-3.2bn-29)\n")


def test_numbers_in_captions_cells_and_alternative_texts_show(make: Make) -> None:
    """Attributes hold plain text, so that is what stands there."""
    words = (
        "# T\n\n![All []{value=asks.count}](figures/asks.svg){#fig-a"
        ' alt="Of []{value=asks.total}, [£203m]{value=asks.part} are new"}\n\n'
        "| a |\n|---|\n| []{value=asks.count} |\n\n: Of `=asks.count`\n\n"
        '[$$x$$]{#eq-x alt="x is []{value=asks.count}"}\n'
    )
    made = report(make({"a.md": words}), shown=SHOWN, figures=[DRAWN])
    image = made.all("Image")[0]
    assert "".join(one.get("c", " ") for one in image["c"][1]) == (
        "Of £3.2bn, £203m are new"
    )
    number = '[29]{.number quantity="asks.count"}'
    assert f"  {number}\n" in made.text
    assert f"  : Of {number} {{" in made.text
    assert 'alt="x is 29"' in made.text


def test_a_number_that_cannot_be_shown_stays_as_written(make: Make) -> None:
    """An unknown quantity is visible in the report, and code stays code."""
    words = (
        "# T\n\nThe []{value=no.such}, `=no.such|£m`, `=SUM(A1)`, [2]{value=no.such}.\n"
    )
    assert report(make({"a.md": words})).text.split("\n\n")[1] == (
        "The \\[\\]{value=no.such}, `=no.such|£m`, `=SUM(A1)`,"
        ' [2]{.number quantity="no.such"}.\n'
    )
