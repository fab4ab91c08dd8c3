"""Cells that several totals tell to be wrong, and totals that others uphold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheeting import sheet

from crossfoot.numbers.footing import footing

AREAS = [
    ["Area", "North", "South", "West", "Total"],
    ["Roads", "112", "215", "31", "358"],
    ["Parks", "321", "445", "55", "821"],
    ["Homes", "120", "135", "70", "325"],
    ["Total", "553", "795", "156", "1504"],
]


def written(rows: list[list[str]]) -> str:
    """Return rows as lines of cells."""
    return "\n".join(" | ".join(row) for row in rows)


def told(rows: list[list[str]], **attributes: str) -> list[tuple[str, str, str]]:
    """Return the code, message and way out of each finding but notes."""
    found = footing(sheet(written(rows), **attributes)).findings
    return [(one.code, one.message, one.help) for one in found if one.level != "note"]


def with_slip(row: int, column: int, text: str) -> list[list[str]]:
    """Return the areas with another text in one cell."""
    rows = [list(one) for one in AREAS]
    rows[row][column] = text
    return rows


@pytest.mark.parametrize(
    ("attributes", "code"), [({}, "TAB02"), ({"foot": "rows cols"}, "TAB01")]
)
def test_a_cell_that_two_totals_share_is_the_wrong_one(
    attributes: dict[str, str], code: str
) -> None:
    """The total of its row and that of its column are left as they are."""
    assert told(with_slip(2, 2, "945"), **attributes) == [
        (
            code,
            "Cell says “945”; 2 totals leave 445 for it",
            "Write 445, or correct the totals",
        )
    ]


def test_a_total_that_is_part_of_another_is_told_once() -> None:
    """The sum of totals is right, and only the total in it is wrong."""
    assert told(with_slip(4, 2, "785")) == [
        (
            "TAB02",
            "Total says “785”; its 3 parts add up to 795",
            "Write 795, or correct a part",
        )
    ]


@given(st.integers(1, 4), st.integers(1, 4), st.integers(1, 9))
def test_the_text_to_write_is_the_one_that_stood_there(
    row: int, column: int, by: int
) -> None:
    """Whichever cell is mistyped, its place is told, and what mends the table."""
    right = AREAS[row][column]
    wrong = f"{(int(right[0]) + by) % 9 + 1}{right[1:]}"
    if wrong == right:
        return
    found = footing(sheet(written(with_slip(row, column, wrong)), foot="rows cols"))
    fixes = [(one.found, one.fix and one.fix.replacement) for one in found.findings]
    assert fixes == [(wrong, right)]


def test_a_total_that_another_adds_up_with_is_not_rewritten() -> None:
    """A part of it is wrong, and nobody can say which."""
    rows = [
        ["Line", "2023", "2024"],
        ["Fees", "112", "215"],
        ["Rent", "321", "345"],
        ["Total rents", "433", "569"],
        ["Grants", "90", "81"],
        ["Gifts", "12", "14"],
        ["Total gifts", "102", "95"],
        ["Total", "535", "664"],
    ]
    found = footing(sheet(written(rows))).findings
    assert [(one.message, one.help, one.fix) for one in found] == [
        (
            "Total rents says “569”; its 2 parts add up to 560",
            "Correct a part: Total adds up with “569”",
            None,
        )
    ]
    assert [one.message for one in found[0].notes] == [
        "Total rents = Fees + Rent",
        "this adds up with “569”",
    ]
