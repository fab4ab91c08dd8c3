"""Entries of lists that pandoc takes for a part of the paragraph before them."""

import pytest
from repeating import messages, repeats, summary

from crossfoot.repeats.listed import entries, firsts, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Groups are:\n- one\n- two\n", [12, 18]),
        ("Groups are:\n  * one\n  * two\n", [14, 22]),
        ("Groups are:\n1. one\n2) two\n", [12, 19]),
        ("Groups are\n- or were - two\n", []),
        ("Groups are\n12. May was one\n", []),
        ("Groups are -\none\n", []),
    ],
)
def test_lines_with_a_mark_of_a_list_are_entries(text: str, found: list[int]) -> None:
    """Two lines or more that start with one kind of mark are entries of a list."""
    assert entries(marks(text), (0, len(text) - 1)) == found


def test_a_list_starts_no_entry_before_its_paragraph() -> None:
    """The mark before a paragraph, as of an item, is none of its entries'."""
    text = "Groups:\n\n- one\n- two\n"
    assert entries(marks(text), (11, 14)) == []


def test_what_leads_entries_is_a_part_of_its_own() -> None:
    """Parts start with the first word, and with the first one of each entry."""
    words = (("Groups:", 0, 7), ("-", 8, 9), ("one", 10, 13), ("-", 14, 15))
    assert firsts(words, [8, 14]) == (0, 1, 3)
    assert firsts(words, []) == ()


def test_an_entry_of_a_list_without_a_blank_line_is_told_of() -> None:
    """An entry is held against an entry, not a paragraph against a paragraph."""
    text = (
        "# Depots\n\nThe north has:\n- ladders for narrow roofs and for towers\n"
        "- bicycles, lent to couriers without a van of their own\n\n"
        "# Wards\n\nThe south has:\n"
        "* lent to couriers without a van: bicycles of their own\n"
        "* kettles and tents for the winter and for the spring\n"
    )
    assert messages(repeats(text)[1]) == [
        (
            "REP03 warning sources/01.md:10:3 Passage of 10 words nearly repeats"
            " sources/01.md:5: 90% of its words stand there"
        )
    ]


def test_entries_of_one_list_that_differ_are_no_contradiction() -> None:
    """Entries without a blank line before them are one list, as with one."""
    text = (
        "# Depots\n\nThe depots say:\n- couriers must return the van before noon on"
        " Monday\n- couriers must return the van before six on Friday\n"
    )
    assert [one for one in messages(repeats(text)[1]) if "REP02" in one] == []


PLANS = (
    "general information about the depot",
    "a list of the bicycles that are lent",
    "locks, keys and who has which of them",
    "what it costs to keep a van in winter",
    "rules for those who come late",
)


def test_the_entries_of_two_paragraphs_are_compared_as_lists() -> None:
    """Two lists of short entries are told of as one, edited as they are."""
    edited = (*PLANS[:2], "locks, keys and their holders", *PLANS[3:])
    texts = ["\n".join(f"- {one};" for one in some) for some in (PLANS, edited)]
    product, _ = repeats(*(f"# A\n\nA plan holds:\n{text}\n" for text in texts))
    assert summary(product) == [("near", "report", ["01:4-8"], ["02:4-8"])]
