"""Tables that were not read as they were meant, and what must not fire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from placing import chapter

from crossfoot.engines.pandoc import markdown
from crossfoot.findings import Finding
from crossfoot.read import closed, opened


def found(text: str) -> list[Finding]:
    """Return what is found on a chapter's tables."""
    one = opened("01.md", text.encode())
    made = markdown(one.front.markdown)
    findings = closed(one, made.value, made.warnings, made.error)[1]
    return [one for one in findings if one.code in {"SRC27", "SRC28"}]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (
            "| a | b |\n|---|\n| 1 | 2 |\n",
            "“b” is not printed: the table has 1 column, and so in 1 other row",
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 |\n",
            "“3 | 4” is not printed: the table has 2 columns",
        ),
        ("a | b\n--|--\n1 | 2 | 3\n", "“3” is not printed: the table has 2 columns"),
        (
            "> | a | b |\n> |---|---|\n> | 1 | `x|y` | [3]{value=k} |\n",
            "“[3]{value=k}” is not printed: the table has 2 columns",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_cell_that_is_not_printed_is_named(
    table: str, message: str, end: str
) -> None:
    """The finding stands at what pandoc leaves out, whatever the lines end with."""
    text = f"# A\n\n{table}".replace("\n", end)
    [one] = found(text)
    assert (one.code, one.message) == ("SRC27", message)
    whole = chapter(text).text
    assert whole.slice(whole.span(one.place)) == one.found
    assert (one.found or "-") in message


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("These:\n| a | b |\n|---|---|\n| 1 | 2 |\n", 4),
        ("| a | b |\n| 1 | 2 |\n", 3),
        ("| a | b |\n|—|—|\n| 1 | 2 |\n", 4),
    ],
)
def test_what_looks_like_a_table_and_is_text_is_named(table: str, line: int) -> None:
    """Strokes and dashes in print are never what was meant."""
    [one] = found(f"# A\n\n{table}")
    assert (one.code, one.place.line) == ("SRC28", line)


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |\n| 4 | |\n",
        "| a | b |\n|---|---|\n| 1 | `x|y` |\n| 1 | x\\|y |\n| 1 | $|x|$ |\n",
        "| a | b |\n|---|--:|\n| 1 | [2]{value=x} |\n\n: Cap {#tbl-x}\n",
        "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n|   +---+\n|   | 3 |\n+---+---+\n",
        " a    b\n---  ---\n 1    |x|\n",
        "| Roses are red\n| violets | are blue\n",
        "A | b, and c |\nd -- e | f.\n",
        "~~~\nx\n| a | b |\n|---|---|\n~~~\n",
        "A stroke | here.\n\n---\n\nMore.\n",
    ],
)
def test_sound_tables_and_texts_are_left_alone(text: str) -> None:
    """Short rows, strokes in cells and lines of verse are as they should be."""
    assert found(f"# A\n\n{text}") == []


@given(st.text("| -:+a\n\r\t", max_size=60))
def test_nothing_breaks_the_check(text: str) -> None:
    """Whatever stands in a chapter, each finding is at a place in it."""
    whole = f"# A\n\n{text}"
    for one in found(whole):
        assert one.place.line >= 3
