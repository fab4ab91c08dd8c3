"""Blocks of rows whose name stands beside that of their first row."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing

WARDS = """
    Sex | Age | North | South | East
    Men | Under 18 | 103 | 214 | 96
     | 18 or over | 412 | 608 | 377
     | Total | 515 | 822 | 473
    Women | Under 18 | 98 | 201 | 88
     | 18 or over | 430 | 655 | 391
     | Total | 528 | 856 | 479
    Total | Under 18 | 201 | 415 | 184
     | 18 or over | 842 | 1,263 | 768
     | Total | 1,043 | {} | 952"""

MEANS = """
    Sex | Age | North | South | East
    Men | Under 18 | 12.5 | 9.8 | 11.4
     | 18 or over | 7.4 | 6.1 | 8.8
     | Total | 8.8 | 7.1 | 9.3
    Women | Under 18 | 4.1 | 3.3 | 5.2
     | 18 or over | 2.9 | 2.4 | 3.1
     | Total | 3.2 | 2.6 | 3.5
    Total | Under 18 | 8.4 | 6.7 | 8.4
     | 18 or over | 5.2 | 4.3 | 6.0
     | Total | 6.0 | 4.9 | 6.5"""


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


def test_a_block_that_is_called_total_has_rows_of_its_own() -> None:
    """Its first row is a part of the total below it, and no total."""
    assert said(WARDS.format("1,678")) == []


def test_a_total_of_a_block_that_is_called_so_is_held_to_its_rows() -> None:
    """A slip in the last block is told, with both of its rows."""
    told = ["Total says “1,768”; its 2 parts add up to 1,678"]
    assert said(WARDS.format("1,768")) == told


def test_means_in_a_block_that_is_called_total_are_no_sums() -> None:
    """The total of each block lies between its rows, as a mean does."""
    assert said(MEANS) == []


HOUSES = """
    Kind | Leeds | Hove | Bath
    Total dwellings | 8,240 | 3,915 | 2,608
    House | 5,110 | 2,306 | 1,577
    Flat | 2,790 | 1,452 | 943
    Other | 340 | 157 | 88
    Total people in dwellings | {} | 9,402 | 6,117"""


def test_a_total_of_another_thing_is_no_sum_of_rows_that_make_one() -> None:
    """The rows make the dwellings, so that none is missing, and no people."""
    assert said(HOUSES.format("19,811")) == []


SUPPORT = """
    Year | Series | Theme | Value
    2023 | Total support | Homes | 156.05
    2023 | Total support | Roads | 11.56
    2023 | Total support | Parks | {}
    2023 | Total support | Total | 574.86
    2024 | Total support | Homes | 219.63
    2024 | Total support | Roads | 11.07
    2024 | Total support | Parks | 408.97
    2024 | Total support | Total | 639.67"""


def test_what_a_column_says_of_all_rows_names_none_of_them() -> None:
    """The themes do, of which one is the total of each year."""
    found = footing(sheet(SUPPORT.format("407.25")))
    assert found.findings == []
    assert len(found.totals) == 2
    found = footing(sheet(SUPPORT.format("470.25")))
    assert [one.message for one in found.findings] == [
        "Total says “574.86”; its 3 parts add up to 637.86"
    ]
