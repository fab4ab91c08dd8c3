"""Tables: CSV files printed, totals, and the widths of grid tables."""

import json
from decimal import Decimal

import pytest
from assembling import Assembled, report
from conftest import Make
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.assemble.tables import grouped, value_of
from crossfoot.nodes import text

CSV = (
    "origin,amount,year,share\nRecharge,2000000000,2020,-4.50\nOther,203000000,2021,x\n"
)
PACKAGE = {
    "name": "p",
    "resources": [
        {
            "name": "asks",
            "path": "asks.csv",
            "schema": {
                "fields": [
                    {"name": "origin", "type": "string", "title": "Set out in"},
                    {"name": "amount", "type": "integer", "unit": "GBP"},
                    {"name": "year", "type": "year"},
                    {"name": "share", "type": "string"},
                ]
            },
        }
    ],
}


def with_table(make: Make, words: str, csv: str = CSV) -> Assembled:
    """Return a report of one chapter beside a described CSV table."""
    return report(
        make(
            {
                "a.md": f"# T\n\n{words}\n",
                "data/asks.csv": csv,
                "data/datapackage.json": json.dumps(PACKAGE),
            }
        )
    )


def cells(made: Assembled) -> list[list[str]]:
    """Return the words of a report's first table, row by row, foot included."""
    _, _, _, head, bodies, foot = made.all("Table")[0]["c"]
    rows = [*head[1], *bodies[0][3], *foot[1]]
    return [["".join(_words(cell[4])) for cell in row[1]] for row in rows]


def _words(blocks: list) -> list[str]:
    return [one.get("c", " ") for block in blocks for one in block["c"]]


def test_a_csv_table_is_printed_under_its_schema_s_titles(make: Make) -> None:
    """Numbers get thousands marks and stand right; years and words stay as they are."""
    made = with_table(make, "![The asks](data/asks.csv){#tbl-asks total=amount .wide}")
    assert cells(made) == [
        ["Set out in", "Amount (£)", "Year", "Share"],
        ["Recharge", "2,000,000,000", "2020", "-4.50"],
        ["Other", "203,000,000", "2021", "x"],
        ["Total", "2,203,000,000", "", ""],
    ]
    table = made.all("Table")[0]["c"]
    assert table[0] == [
        "tbl-asks",
        ["wide"],
        [
            ["source", "data/asks.csv"],
            ["number", "1"],
            ["label", "Table 1"],
            ["file", "a.md"],
        ],
    ]
    aligned = [align["t"] for align, _ in table[2]]
    assert aligned == ["AlignLeft", "AlignRight", "AlignLeft", "AlignLeft"]
    assert table[5][1][0][0] == ["", ["total"], []]


def test_columns_picks_and_orders(make: Make) -> None:
    """The table shows the columns named, in the order named; a wrong name is found."""
    made = with_table(
        make, '![A](data/asks.csv){total="amount" columns="amount origin spend"}'
    )
    assert cells(made) == [
        ["Amount (£)", "Set out in"],
        ["2,000,000,000", "Recharge"],
        ["203,000,000", "Other"],
        ["2,203,000,000", "Total"],
    ]
    assert [(one.code, one.message, one.place.line) for one in made.findings] == [
        (
            "TAB03",
            "`columns` names spend; data/asks.csv has origin, amount, year and share",
            3,
        )
    ]


def test_names_with_spaces_are_picked_and_totalled(make: Make) -> None:
    """A column is called what the file calls it, and so are the file and a recipe."""
    csv = "Set out in,Visits in 2024,Visits\nHere,1200,2\nThere,30,3\n"
    words = '![A](./data/who asked.csv){columns="Visits in 2024 Set out in" total="VV"}'
    words = words.replace("VV", "Visits in 2024")
    made = report(make({"a.md": f"# T\n\n{words}\n", "data/who asked.csv": csv}))
    assert made.findings == []
    assert cells(made) == [
        ["Visits in 2024", "Set out in"],
        ["1,200", "Here"],
        ["30", "There"],
        ["1,230", "Total"],
    ]


def test_a_total_leaves_out_what_is_no_value_and_tells_nothing_withheld(
    make: Make,
) -> None:
    """A code for a missing value is not added up; a mark stands for a withheld sum."""
    fields = [
        {"name": "town", "type": "string"},
        {"name": "here", "type": "integer", "missingValues": ["-99"]},
        {"name": "there", "type": "integer", "suppressed": ["*"]},
    ]
    resource = {"name": "t", "path": "t.csv", "schema": {"fields": fields}}
    files = {
        "a.md": '# T\n\n![A](data/t.csv){total="here there"}\n',
        "data/t.csv": "town,here,there\nA,10,3\nB,-99,*\n",
        "data/datapackage.json": json.dumps({"name": "p", "resources": [resource]}),
    }
    assert cells(report(make(files)))[-1] == ["Total", "10", "*"]


def test_a_table_without_caption_or_file_still_stands(make: Make) -> None:
    """A missing file is words in a table that keeps its id, caption and number."""
    made = with_table(
        make,
        "![](data/asks.csv)\n\n![Gone](data/gone.csv){#tbl-gone}\n\nIn @tbl-gone.",
    )
    first, second = made.all("Table")
    assert first["c"][0][2] == [["source", "data/asks.csv"], ["file", "a.md"]]
    assert second["c"][0][0] == "tbl-gone"
    assert made.text.endswith("In [Table 1](#tbl-gone){.ref}.\n")
    assert "[table missing: data/gone.csv" in made.text.replace("\\", "")


def test_a_long_table_is_named_and_not_printed(make: Make) -> None:
    """Past what print bears, the table says how long it is and where it stands."""
    rows = "".join(f"r{n},{n},2020,x\n" for n in range(6000))
    made = with_table(
        make, "![All](data/asks.csv){#tbl-a}", f"origin,amount,year,share\n{rows}"
    )
    said = "The table has 6,000 rows and is published as a file, asks.csv."
    assert text(made.all("Table")[0]["c"][4]) == said
    assert [node["c"][2][0] for node in made.all("Link")] == ["data/asks.csv"]


def test_a_csv_file_in_a_line_of_text_is_a_link(make: Make) -> None:
    """Only a paragraph of its own becomes a table."""
    made = with_table(make, "See ![the asks](data/asks.csv) and ![x](data/no.csv).")
    assert made.text.endswith(
        "See [the asks](data/asks.csv) and \\[table missing: data/no.csv\\].\n"
    )


def test_widths_of_grid_tables_sum_to_one(make: Make) -> None:
    """Their shares stay as drawn; attributes meant for the checks are dropped."""
    words = (
        "+----+------------+\n| a  | b          |\n+====+============+\n"
        "| c  | d\n     e      |\n+----+------------+\n\n: Cap {#tbl-g total=b}\n"
    ).replace("d\n     e      |", "d e        |")
    table = report(make({"a.md": f"# T\n\n{words}"})).all("Table")[0]["c"]
    widths = [width["c"] for _, width in table[2]]
    assert sum(widths) == pytest.approx(1)
    assert widths[0] == pytest.approx(5 / 18, abs=1e-5)
    assert "total" not in dict(table[0][2])


def test_paragraphs_of_a_definition_stay_apart(make: Make) -> None:
    """A definition of several paragraphs is loose, one of a single one stays tight."""
    words = "a\n:   one\n\n    two\n\nb\n:   only\n"
    lists = report(make({"a.md": words})).all("DefinitionList")[0]["c"]
    assert [[block["t"] for block in one[1][0]] for one in lists] == [
        ["Para", "Para"],
        ["Plain"],
    ]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_a_printed_number_is_the_number(value: Decimal) -> None:
    """Thousands marks and the minus sign can be taken off again."""
    bare = grouped(value).replace(",", "").replace("\N{MINUS SIGN}", "-")
    assert Decimal(bare) == value


@pytest.mark.parametrize("cell", ["", "x", "c", "..", "NaN", "Infinity", "1 2"])
def test_a_cell_that_is_no_number_has_no_value(cell: str) -> None:
    """Marks for suppressed cells do not stop a table, and add nothing to its total."""
    assert value_of(cell) is None
