"""The scanner: what is no quantity, places, and texts of any kind."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossfoot.amounts.scan import scan

IGNORED = [
    ("in March 2020", "March 2020", "date", "date"),
    ("on 1 Feb 2021", "1 Feb 2021", "date", "date"),
    ("the 2019–20 accounts", "2019–20", "date", "date"),
    ("in 2019/20", "2019/20", "date", "date"),
    ("on 2021-02-01", "2021-02-01", "date", "date"),
    ("on 01/02/2021", "01/02/2021", "date", "date"),
    ("August-September 2020", "August-September 2020", "date", "date"),
    ("the 1990s", "1990s", "date", "date"),
    ("in 1998", "1998", "date", "year"),
    ("at 10:30", "10:30", "date", "time"),
    ("before 9am", "9am", "date", "time"),
    ("Q1 2020", "Q1 2020", "date", "date"),
    ("FY21", "FY21", "date", "date"),
    ("by 12/2020", "12/2020", "date", "date"),
    ("in 2020/1", "2020/1", "date", "date"),
    ("on 05/06", "05/06", "date", "date"),
    ("at 18h30", "18h30", "date", "time"),
    ("at 1800 hours", "1800 hours", "date", "time"),
    ("COVID-19", "COVID-19", "identifier", "name"),
    ("covid-19", "covid-19", "identifier", "name"),
    ("the H4C platform", "H4C", "identifier", "name"),
    ("PDF/UA-1", "PDF/UA-1", "identifier", "name"),
    ("ISO 14289-1:2014", "ISO 14289-1:2014", "identifier", "name"),
    ("issue #12", "#12", "identifier", "name"),
    ("version 4.0.3", "version 4.0.3", "identifier", "version"),
    ("it is 4.0.3", "4.0.3", "identifier", "version"),
    ("doi:10.1234/ab.56", "doi:10.1234/ab.56", "identifier", "link"),
    ("https://a.uk/2/b3?c=4.", "https://a.uk/2/b3?c=4", "identifier", "link"),
    ("charity number 1123456", "charity number 1123456", "identifier", "identifier"),
    ("call 0121 496 0000", "0121 496 0000", "identifier", "identifier"),
    ("code 978-0-306-40615-7", "978-0-306-40615-7", "identifier", "identifier"),
    ("Fax (61 7) 4960 0111", "Fax (61 7) 4960 0111", "identifier", "identifier"),
    ("tel: 416 555 0123", "tel: 416 555 0123", "identifier", "identifier"),
    ("Cairns QLD 4870", "4870", "identifier", "address"),
    ("at TQ 123 456", "123 456", "identifier", "identifier"),
    ("a 60:40 split", "60:40", "identifier", "idiom"),
    ("World War 2", "World War 2", "identifier", "name"),
    ("open 24/7", "24/7", "identifier", "idiom"),
    ("a one-off", "one-off", "identifier", "idiom"),
    ("a one to one talk", "one to one", "identifier", "idiom"),
    ("a 9 to 5 job", "9 to 5 job", "identifier", "idiom"),
    ("a nine-to-five life", "nine-to-five", "identifier", "idiom"),
    ("in our Ref Doc 18-12; it", "18-12", "identifier", "identifier"),
    ("of discussion topic 5: progress", "topic 5", "reference", "reference"),
    ("buses belong to route 514 and", "route 514", "reference", "reference"),
    ("on the layer 3 routed network", "layer 3", "reference", "reference"),
    ("3- How is it stored?", "3-", "identifier", "list-marker"),
    ("2 - What is it for?", "2 -", "identifier", "list-marker"),
    ("since KilnMesh 2024.1 was", "2024.1", "identifier", "name"),
    ("Kiln Studies, 157–77.", "157–77", "reference", "reference"),
    ("of Kilns 4 (33): 1181.", "4 (33): 1181", "reference", "reference"),
    ("of Kilns, 2(9), doi and", "2(9)", "reference", "reference"),
    ("Kiln Press, edition 1, again", "edition 1", "reference", "reference"),
    ("under 25 U.S. Code § 396", "25 U.S. Code § 396", "reference", "reference"),
    ("in Policy Brief 18-14: it", "18-14", "identifier", "identifier"),
    ("with FIPS 140 modules", "FIPS 140", "identifier", "name"),
    ("an ARIMA(2,1,1) process", "2,1,1", "identifier", "name"),
    ("the sign U+0300 after it", "U+0300", "identifier", "name"),
    ("written in C++14 by us", "C++14", "identifier", "name"),
    ("biomass (g m-2) of it", "m-2", "identifier", "name"),
    (
        "see chapters 8 (Air), 24 (Land) and 30",
        "chapters 8 (Air), 24 (Land) and 30",
        "reference",
        "reference",
    ),
    ("Fish. Sci. 55: 2335-2344.", "55: 2335-2344", "reference", "reference"),
    (
        "we have often read of the Famous Five and of others",
        "Five",
        "identifier",
        "name",
    ),
    ("resolution 31-14/22", "31-14/22", "identifier", "identifier"),
    ("117/03/09 Notices", "117/03/09", "identifier", "identifier"),
    ("no one", "one", "identifier", "pronoun"),
    ("a word^1 and", "1", "identifier", "note-mark"),
    ("on this basis,2 and so", "2", "identifier", "note-mark"),
    ("“the wettest ever”5", "5", "identifier", "note-mark"),
    ("It was said.12 Then", "12", "identifier", "note-mark"),
    ("as of May 31,2014", "May 31,2014", "date", "date"),
    ("in Oldtown, D.C. 20999", "20999", "identifier", "address"),
    ("as said [12] before", "12", "identifier", "note-mark"),
    ("We ask for: (1) money", "1", "identifier", "list-marker"),
    ("2.1 Method", "2.1", "identifier", "list-marker"),
    ("see Table 3", "Table 3", "reference", "reference"),
    ("Chapters 5, 6 and 7", "Chapters 5, 6 and 7", "reference", "reference"),
    ("sections 2.1–2.3", "sections 2.1–2.3", "reference", "reference"),
    ("Theme One", "Theme One", "reference", "reference"),
    ("Grade/level 7", "level 7", "reference", "reference"),
    ("storm—a category 5", "category 5", "reference", "reference"),
    ("after dose 2", "dose 2", "reference", "reference"),
    ("Exhibits 3, 6, and 7", "Exhibits 3, 6, and 7", "reference", "reference"),
    ("of PM 2.5 in air", "PM 2.5", "identifier", "name"),
    ("with genotype 1a", "genotype 1a", "reference", "reference"),
    ("a phase 3, blind trial", "phase 3", "reference", "reference"),
    ("Scope 1 and 2 gases", "Scope 1 and 2", "reference", "reference"),
    ("peptide 1, 2 or 5 rose", "peptide 1, 2 or 5", "reference", "reference"),
    ("see Bulletin 18/99", "18/99", "identifier", "identifier"),
    ("pp. 3–4", "pp. 3–4", "reference", "reference"),
    ("the 21st century", "21st", "ordinal", "ordinal"),
    ("a third wave", "third", "ordinal", "ordinal"),
    ("the twenty-first", "twenty-first", "ordinal", "ordinal"),
]


@pytest.mark.parametrize(("text", "part", "kind", "rule"), IGNORED)
def test_what_is_no_quantity_says_why(
    text: str, part: str, kind: str, rule: str
) -> None:
    """Dates, references, ordinals and names are found whole, with their rule."""
    assert [(one.text, one.kind, one.rule) for one in scan(text)] == [
        (part, kind, rule)
    ]


@pytest.mark.parametrize(
    ("text", "step", "figure"),
    [
        ("21,000", "1", "1000"),
        ("£3.2bn", "100000000", "100000000"),
        ("£200m", "1000000", "100000000"),
        ("2.50", "0.01", "0.01"),
        ("twelve", "1", "1"),
        ("two million", "1000000", "1000000"),
        ("twenty", "1", "10"),
    ],
)
def test_steps_come_from_the_digits(text: str, step: str, figure: str) -> None:
    """The printed step and that of the last significant figure are told apart."""
    [one] = scan(text)
    assert (f"{one.step:f}", f"{one.figure:f}") == (step, figure)


def test_a_comparator_that_only_places_is_left_out() -> None:
    """`Under three headings` and `about five themes` compare nothing where they place."""
    texts = (
        "They fall under three headings",
        "It runs over two pages",
        "A report about three themes",
        "An agreement between two councils",
    )
    assert [one.comparator for text in texts for one in scan(text)] == [""] * 4


PIECES = st.sampled_from(
    [
        *("£", "2", "bn", " ", "one", "-", "a ", "third", ",", ".", "000", "%", "of "),
        *("over ", "between ", "and ", "COVID-", "Table ", "March ", "2020", "(", ")"),
        *("\u00a0", "–", "é", "😀", "e\u0301", "\n", "\t", "hundred", "/", "^", "in "),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
@example("\U00010d30")
@example("5 m\u0131llion")
def test_any_text_gives_amounts_in_order_that_slice_back(text: str) -> None:
    """Amounts never overlap, stand in order, and slice the text they were read from."""
    found = scan(text)
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.lead <= one.start < one.end <= one.tail
        low, high = one.figures
        assert 0 <= low <= high <= len(one.text)
    for before, after in pairwise(found):
        assert before.end <= after.start


def test_letters_that_patterns_take_for_ours_are_read_as_ours() -> None:
    """Dotless and long letters, typed or scanned, are those of the word that they match."""
    texts = (
        "5 m\u0131llion",
        "5 m\u0130llion",
        "5 or le\u017f\u017f",
        "5 euro\u017f",
        "5\u212a",
    )
    assert [
        (one.value, one.unit, one.comparator) for text in texts for one in scan(text)
    ] == [
        (5_000_000, "count", ""),
        (5_000_000, "count", ""),
        (5, "count", "at_most"),
        (5, "EUR", ""),
        (5000, "count", ""),
    ]


def test_no_number_takes_letters_of_another() -> None:
    """A sign or an article that is glued to digits is part of what stands before."""
    for text in (
        "Q32020/1CA$2020",
        "A4-US$18",
        "http://x/a third",
        "bn05/06a third of us",
    ):
        found = scan(text)
        assert all(a.end <= b.start for a, b in pairwise(found)), text


def test_long_texts_of_one_kind_are_read_through() -> None:
    """Runs that invite retries (digits, words, signs) end with their last amount."""
    texts = (
        "1" * 50_000,
        "one " * 20_000,
        "1,111" * 10_000,
        "£" * 50_000,
        "1a" * 20_000,
        "minus " * 20_000,
    )
    assert [len(scan(text)) for text in texts] == [1, 20_000, 10_001, 0, 1, 0]
