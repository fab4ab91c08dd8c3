"""Captions that say that the rows of a table do not add up."""

from reading import faults

TEXT = """
| Nationality | 2012 | 2013 | 2014 |
|---|--:|--:|--:|
| Home | 5,966 | 6,145 | 6,918 |
| Neighbours | 193 | 358 | 380 |
| Others | 556 | 418 | 426 |
| Total | 6,715 | 6,942 | 7,724 |

: {}
"""
TOLD = [("TAB02", "Total says “6,942”; its 3 parts add up to 6,921")]


def test_a_total_that_a_caption_calls_no_sum_is_not_told() -> None:
    """People who changed their nationality are counted in each of them."""
    assert faults(TEXT.format("Persons. The total is NOT the sum of the rows.")) == []


def test_chained_prices_do_not_add_up() -> None:
    """Each is carried on by a price of its own, and no total is the sum of them."""
    assert faults(TEXT.format("Output by kind, in chained (2020) pounds.")) == []


def test_a_total_of_another_caption_is_told() -> None:
    """No word says that the rows overlap, and other columns add up."""
    assert faults(TEXT.format("Persons, by nationality.")) == TOLD


def test_rounding_in_a_caption_is_no_overlap() -> None:
    """It explains a little, and nothing more."""
    text = TEXT.format("Persons. Rows may not add up, for rounding.")
    assert faults(text) == TOLD
