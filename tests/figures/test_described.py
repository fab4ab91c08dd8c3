"""Long descriptions, written from the table behind a chart."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossfoot.figures.described import described, in_time


def said(*rows: tuple[str, ...], units: tuple[str, ...] = ("", "count")) -> str:
    columns = ["Year", *(f"Column {at}" for at in range(1, len(rows[0])))]
    return described({"columns": columns, "rows": [list(row) for row in rows]}, units)


def test_numbers_are_said_as_the_text_writes_them() -> None:
    """A column with a unit is told in the house style of that unit."""
    rows = (("Roads", "205000000", "0.125"), ("Health", "1200000000", "0.5"))
    assert said(*rows, units=("", "GBP", "ratio")) == (
        "The chart shows 2 rows of data."
        " Column 1: highest for Health, £1.2bn; lowest for Roads, £205m."
        " Column 2: highest for Health, 50%; lowest for Roads, 13%."
    )


@pytest.mark.parametrize(
    ("values", "course"),
    [
        (("1", "2", "5"), "up throughout, from 1 in 2019 to 5 in 2021"),
        (("5", "5", "1"), "down throughout, from 5 in 2019 to 1 in 2021"),
        (("2", "1", "5"), "up from 2 in 2019 to 5 in 2021, with a low of 1 in 2020"),
        (("5", "7", "2"), "down from 5 in 2019 to 2 in 2021, with a high of 7 in 2020"),
        (("3", "7", "3"), "3 in 2019 and again in 2021, with a high of 7 in 2020"),
        (("3", "3", "3"), "3 throughout"),
        (("", "3", "4"), "up throughout, from 3 in 2020 to 4 in 2021"),
        (
            ("1200", "900", "1300"),
            "up from 1,200 in 2019 to 1,300 in 2021, with a low of 900 in 2020",
        ),
    ],
)
def test_a_course_is_told_from_first_to_last(
    values: tuple[str, ...], course: str
) -> None:
    """Rows that are times are told as a course, with what stands out between."""
    rows = zip(("2019", "2020", "2021"), values, strict=True)
    assert said(*rows) == (
        f"The chart shows 3 rows of data, from 2019 to 2021. Column 1: {course}."
    )


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["2019", "2020", "2021"], True),
        (["2019-20", "2020-21", "2021-22"], True),
        (["2019/20", "2020/21", "2021/22"], True),
        (["2020-03", "2020-04", "2020-05"], True),
        (["2020-03-01", "2020-03-02", "2020-04-01"], True),
        (["2019 Q4", "2020 Q1", "2020 Q2"], True),
        (["Q4 2019", "Q1 2020", "Q2 2020"], True),
        (["2021", "2020", "2019"], False),
        (["2020", "2021"], False),
        (["2020", "2020", "2021"], False),
        (["North", "South", "East"], False),
        (["10", "20", "30"], False),
    ],
)
def test_times_are_told_from_names(labels: list[str], expected: bool) -> None:
    """Three or more years, months, days or quarters in their order are times."""
    assert in_time(labels) is expected


def test_many_columns_are_named_alone() -> None:
    """From the seventh column on, only the names are said."""
    rows = [("A", *"1234567"), ("B", *"2345678")]
    assert said(*rows).endswith(
        "Column 6: highest for B, 7; lowest for A, 6. It also shows Column 7."
    )


@pytest.mark.parametrize(
    "table",
    [None, {"columns": ["a", "b"], "rows": []}, {"columns": ["a"], "rows": [["1"]]}],
)
def test_nothing_is_said_of_nothing(table: Any) -> None:
    """Without rows, or with labels alone, there is no description."""
    assert described(table) == ""


def test_words_are_not_told_as_numbers() -> None:
    """A column that holds a word is left out."""
    assert said(("A", "1"), ("B", "n/a")) == "The chart shows 2 rows of data."


@settings(deadline=None)
@example([("", "1e200")])
@given(
    st.lists(
        st.tuples(st.text(max_size=5), st.text("0123456789.-en", max_size=6)),
        max_size=5,
    )
)
def test_any_table_can_be_described(rows: list[tuple[str, str]]) -> None:
    """Whatever the cells hold, there is a description in whole sentences."""
    found = described({"columns": ["a", "b"], "rows": rows}, ["", "count"])
    assert found == "" or found.endswith(".")
