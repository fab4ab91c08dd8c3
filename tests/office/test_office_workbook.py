"""The workbook: sheets, numbers as printed, text that is never a formula."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from officing import written

from crossfoot.engines.workbook import number_form
from crossfoot.office.sheets import Book, header
from crossfoot.office.values import value

TEXT = """
# Spending {number=1}

| Body | £m | Share |
|------|---:|------:|
| =North | 2,000 | 3.5% |
| South^[Without the islands.] | (12.50) | [x] |

: Spend: by body {#tbl-a number=1 label="Table 1"}

![Asks](figures/asks.svg){figure=asks number=1 label="Figure 1"}

+---+---+---+
| A     | B |
+---+---+---+
| 1 | 2 | 3 |
+---+---+---+
"""


def test_every_table_and_figure_has_a_sheet(tmp_path: Path) -> None:
    """After cover, contents and notes there is a sheet for each, in order."""
    made = written(tmp_path, TEXT)
    names = [row[0][2] for row in made.sheet("Contents")[3:]]
    assert names == ["Table_1", "Figure_1", "Unnumbered_table_1"]
    assert made.sheet("Contents")[3][1][2] == "Table 1: Spend: by body"
    assert made.sheet("Figure_1")[-1] == [
        ("string", "", "New"),
        ("float", "203", "203"),
    ]


def test_a_sheet_says_what_its_reader_has_to_know(tmp_path: Path) -> None:
    """Title, shorthand and notes stand above the table, numbers are numbers."""
    rows = written(tmp_path, TEXT).sheet("Table_1")
    assert [cell for row in rows[:4] for _, _, cell in row] == [
        "Table 1: Spend: by body",
        "This worksheet holds one table.",
        "Shorthand: [x] not available.",
        "Back to the contents",
    ]
    assert rows[4:] == [
        [("string", "", "Body"), ("string", "", "£m"), ("string", "", "Share")],
        [
            ("string", "", "=North"),
            ("float", "2000", "2,000"),
            ("percentage", "0.035", "3.5%"),
        ],
        [
            ("string", "", "South [note 1]"),
            ("float", "-12.50", "(12.50)"),
            ("string", "", "[x]"),
        ],
    ]


def test_notes_have_a_sheet(tmp_path: Path) -> None:
    """Notes in tables and shorthand are explained on one sheet."""
    rows = written(tmp_path, TEXT).sheet("Notes")[3:]
    assert [[words for _, _, words in row] for row in rows] == [
        ["[note 1]", "Without the islands."],
        ["[x]", "not available"],
    ]


def test_excel_holds_no_formula_and_marks_its_tables(tmp_path: Path) -> None:
    """The Excel workbook has no formula, macro or outside link; tables have headers."""
    data = written(tmp_path, TEXT).data("report.xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        sheets = [archive.read(n).decode() for n in names if "worksheets/sheet" in n]
        tables = [archive.read(n).decode() for n in names if "tables/table" in n]
        styles = archive.read("xl/styles.xml").decode()
    assert not any("<f>" in sheet for sheet in sheets)
    assert not any("vba" in name or "externalLink" in name for name in names)
    assert all('headerRowCount="0"' not in table for table in tables)
    assert 'quotePrefix="1"' in styles


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2,000", "2000"),
        ("−3.50", "-3.50"),
        ("(12)", "-12"),
        ("£203m", "203"),
        ("-£5", "-5"),
        ("12.5 %", "12.5"),
        ("2019", "2019"),
        ("007", None),
        ("2,00", None),
        ("1234567890123456", None),
        ("2019-20", None),
        ("1e5", None),
        ("[c]", None),
        ("= 1", None),
        ("", None),
    ],
)
def test_a_cell_is_a_number_when_its_text_is_one(text: str, number: str | None) -> None:
    """Numbers keep their precision; names, codes and shorthand stay text."""
    found = value(text).number
    assert (None if found is None else str(found)) == number


@given(
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "£"]),
    st.sampled_from(["", "%", "m"]),
)
def test_a_printed_number_is_read_back(
    number: Decimal, before: str, after: str
) -> None:
    """Whatever is printed with commas, sign and unit is held as that number."""
    sign = "-" if number < 0 else ""
    found = value(f"{sign}{before}{abs(number):,}{after}")
    assert found.number == number
    assert found.places == 2
    assert number_form(found).count("0.00") == (2 if number < 0 else 1)


@given(st.lists(st.text(max_size=8), max_size=8))
def test_columns_have_names_of_their_own(head: list[str]) -> None:
    """No column name is empty, and none is there twice."""
    made = [one.lower() for one in header(head)]
    assert all(made)
    assert len(set(made)) == len(head)


@given(st.lists(st.text(min_size=1, max_size=60), max_size=12))
def test_sheets_have_legal_names(labels: list[str]) -> None:
    """Sheet names are short, unlike each other, and hold nothing forbidden."""
    book = Book()
    names = [book._name(label, numbered=True) for label in labels]
    assert len({name.lower() for name in names}) == len(labels)
    assert all(0 < len(name) <= 31 for name in names)
    assert not set("[]:*?/\\'") & set("".join(names))
    assert not {"cover", "contents", "notes"} & {name.lower() for name in names}
