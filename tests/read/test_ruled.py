"""Tables that lines of dashes make by accident, and what must not fire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.engines.pandoc import markdown
from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.read import closed, opened


def found(text: str) -> list[Finding]:
    """Return what is found on tables that dashes draw."""
    one = opened("01.md", text.encode())
    made = markdown(one.front.markdown)
    findings = closed(one, made.value, made.warnings, made.error)[1]
    return [one for one in findings if one.code == "SRC36"]


COLUMN = (
    "Text between two lines of dashes is read as a table, one column as wide as the"
    " dashes"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "told", "message"),
    [
        ("A\n\n---\nOf 205, 12 came\n---\n\nB\n", "---\nOf 205, 12 came\n---", COLUMN),
        ("---\nOne, and\n\ntwo\n---\n", "---\nOne, and\n\ntwo\n---", COLUMN),
        ("> A\n>\n> ---\n> - of 205\n> ---\n", "---\n> - of 205\n> ---", COLUMN),
        (
            " a    b\n---  ---\nApples 5\n",
            "Apples",
            "“Apples” stands in two columns of a table, as “Apple” and “s”",
        ),
        (
            "---- ----\n1234567 8\n\n9    10\n---- ----\n",
            "1234567",
            "“1234567” stands in two columns of a table, as “12345” and “67”",
        ),
    ],
)
def test_a_table_by_accident_is_named(
    text: str, told: str, message: str, end: str
) -> None:
    """The finding stands at the text between the dashes, or at the word that is cut."""
    text = text.replace("\n", end)
    [one] = found(text)
    whole = Text("01.md", text)
    assert whole.slice(whole.span(one.place)).replace(end, "\n") == told
    assert one.message == message


@pytest.mark.parametrize(
    "text",
    [
        "A\n\n---\n\nB\n\n---\n\nC\n",
        "-----  ----\na      b\n-----  ----\n",
        "  a    b\n-----  ---\n 12.0    5\n\nTable: A caption that is wider than all\n",
        ": A caption that is wider than all\n\n  a    b\n-----  ---\n 12.0    5\n",
        "-------------\nthree words x\n-------------\n",
        "-------------------\n a         b\n-------- ----------\n one of  two\n it\n\n 3       4\n-------------------\n",
        "~~~\n---\nlonger than that\n---\n~~~\n",
        "| a | b |\n|---|---|\n| longer than dashes | c |\n",
        "Head\n---\nText of it\n\n---\n",
        "表   b\n---- ---\n数字 12\n",
    ],
)
def test_rules_and_tables_that_are_meant_are_left_alone(text: str) -> None:
    """Columns as wide as their cells, rules, headings and captions are as they should be."""
    assert found(text) == []


@given(st.text("- a1\n\r\t>", max_size=60))
def test_nothing_breaks_the_check(text: str) -> None:
    """Whatever stands between dashes, each finding is at a place in the chapter."""
    whole = f"# A\n\n{text}"
    for one in found(whole):
        start, end = Text("01.md", whole).span(one.place)
        assert 5 <= start < end <= len(whole)
