"""Comparison: the sentences that two units share, and what kind of edits they have."""

import pytest
from repeating import bare

from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.compare import Comparison, compare
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.units import units
from crossfoot.repeats.vocabulary import numbered

FIRST = "The hub in the old mill served hot meals to most of the people who asked."
SECOND = "Drivers took the boxes round before eight on every working day of that year."


def compared(a: str, b: str, *more: str) -> Comparison:
    """Return the comparison of two paragraphs of a report."""
    found = units([lay_out(bare(a, b, *more), Lexicon())])
    return compare(found[0], found[1], numbered(found).known.is_common)


def kinds(a: str, b: str) -> list[str]:
    """Return the kinds of edits between two paragraphs."""
    return [edit.kind for edit in compared(a, b).edits()]


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ("spent £203m on it", "spent £230m on it", "figure"),
        ("spent twelve days on it", "spent eleven days on it", "figure"),
        ("spent it all in 2019 on it", "spent it all in 2020 on it", "year"),
        ("spent as Table 3 says on it", "spent as Table 4 says on it", "label"),
        ("spent all when demand rose so", "spent all when demand fell so", "direction"),
        ("was spent on all of it", "was not spent on all of it", "negation"),
        ("isn’t spent on all of it", "is spent on all of it", "negation"),
        ("cannot spend on all of it", "can spend on all of it", "negation"),
        ("must spend on all of it", "should spend on all of it", "modal"),
        ("bought a must-have on it", "bought a should-have on it", "modal"),
        ("bought a must-have on it", "bought a nice-to-have on it", "words"),
        ("SHOULD spend it on all", "at times MAY spend it on all", "words"),
        ("NOT spend it on all", "on some days spend it on all", "words"),
        ("spent it in Coventry on it", "spent it in Walsall on it", "name"),
        ("spent it on iOS on it", "spent it on macOS on it", "name"),
        ("spent it in the first half", "spent it in the second quarter", "name"),
        ("spent a third of it all", "spent half of it all", "figure"),
        ("spent a third of it all", "spent a quarter of it all", "figure"),
        ("spent it in the third week", "spent it in the fifth week", "words"),
        ("spent all on it", "spent all of it", "light"),
        ("spent all on meals", "spent all on calls", "words"),
    ],
)
def test_an_edit_has_a_kind(here: str, there: str, kind: str) -> None:
    """What an edit changes is told by the words themselves."""
    said = "As the record shows, the council {} for all to see."
    assert kinds(said.format(here), said.format(there)) == [kind]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("twelve days", "12 days"),
        ("1,200 days", "1200 days"),
        ("*all* days", "all days"),
    ],
)
def test_what_says_the_same_is_no_edit(here: str, there: str) -> None:
    """Number words, thousands marks and emphasis change nothing."""
    said = "As the record shows, the council spent {} for all to see."
    assert kinds(said.format(here), said.format(there)) == []


def test_sentences_in_another_order_are_equal() -> None:
    """A paragraph told in another order has no edits, and shares every word."""
    one = compared(f"{FIRST} {SECOND}", f"{SECOND} {FIRST}")
    assert (list(one.edits()), one.share, len(one.matches)) == ([], 1.0, 2)


def test_sentences_of_other_origin_are_not_matched() -> None:
    """Sentences that share few words stay apart."""
    assert compared(FIRST, SECOND).matches == ()


def test_the_capital_of_a_first_word_is_no_name_when_it_is_common() -> None:
    """A sentence's first word names something only if it never stands in lower case."""
    said = "{} asked for the keys to the hall before the doors were shut."
    pair = said.format("Neighbours"), said.format("Volunteers")
    plain = compared(*pair, "Some neighbours and volunteers came.")
    assert [edit.kind for edit in plain.edits()] == ["words"]
    named = compared(said.format("Coventry"), said.format("Walsall"))
    assert [edit.kind for edit in named.edits()] == ["name"]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("5%", "five per cent"),
        ("5%", "five %"),
        ("5 percent", "5%"),
        ("£3m", "£3 million"),
        ("250", "two hundred and fifty"),
        ("2.5 million", "2,500,000"),
        ("20–25%", "20%–25%"),
    ],
)
def test_an_amount_in_another_way_is_no_other_figure(here: str, there: str) -> None:
    """What is written out, or scaled, says the same."""
    text = "We learned that only {} of the tins that came in were still full at night."
    for sides in ((here, there), (there, here)):
        assert set(kinds(*map(text.format, sides))) <= {"light"}


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("5%", "six per cent"),
        ("£3m", "£4 million"),
        ("250", "two hundred and sixty"),
        ("20–25", "20–35"),
        ("20–25%", "20–29%"),
        ("two thirds", "three quarters"),
    ],
)
def test_an_amount_of_another_value_is_another_figure(here: str, there: str) -> None:
    """However each is written."""
    text = "We learned that only {} of the tins that came in were still full at night."
    assert "figure" in kinds(text.format(here), text.format(there))


@pytest.mark.parametrize(
    ("there", "differs"),
    [
        (("March 3, 2025", "June 3, 2025"), False),
        (("3rd March 2025", "3rd June 2025"), False),
        (("8 March 2025", "3 June 2025"), True),
    ],
)
def test_a_date_in_another_way_is_no_other_figure(
    there: tuple[str, str], *, differs: bool
) -> None:
    """Day, month and year say the same in whatever order."""
    text = "The board was told on {} that the shaft would be shut as from {} for good."
    here = text.format("3 March 2025", "3 June 2025")
    for sides in ((here, text.format(*there)), (text.format(*there), here)):
        assert ("figure" in kinds(*sides)) is differs
