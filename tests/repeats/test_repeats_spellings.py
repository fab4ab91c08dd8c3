"""Spellings: what words say, as numbers that outlast a report."""

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.spellings import CAPITAL, UNREAD, Spellings

WORDS = st.lists(st.sampled_from(["the", "The", "£203m", "203", "library", "Leeds,"]))


def _lexicon(*keys: str) -> Lexicon:
    made = Lexicon()
    for key in keys:
        made.number(key)
    return made


@given(first=WORDS, second=WORDS)
def test_words_that_say_the_same_have_one_number(
    first: list[str], second: list[str]
) -> None:
    """A word has the same numbers whatever was read before it."""
    spellings = Spellings()
    told = {word: spellings.learn(word) for word in [*first, *second]}
    assert {word: spellings.learn(word) for word in told} == told


def test_figures_share_a_mask_and_capitals_have_no_small_number() -> None:
    """Two figures differ but for their mask; a capital says no small letters."""
    spellings = Spellings()
    one, two = spellings.learn("203"), spellings.learn("204")
    assert (one.said != two.said, one.masked == two.masked) == (True, True)
    small, large = spellings.learn("the"), spellings.learn("The")
    assert (large.said, large.lower) == (small.said, CAPITAL)


def test_the_table_keeps_what_was_read_while_its_lexicon_grows() -> None:
    """What was entered stands in a larger table, what was not is unread."""
    spellings, lexicon = Spellings(), _lexicon("the", "library")
    spellings.table(lexicon)[:, 1] = spellings.learn("library")
    for number in range(20):
        lexicon.number(f"word {number}")
    table = spellings.table(lexicon)
    assert table.shape[1] >= len(lexicon.keys)
    assert tuple(table[:, 1]) == spellings.learn("library")
    assert set(table[:, 0]) | set(table[0, 2:]) == {UNREAD}


def test_another_lexicon_has_a_table_of_its_own() -> None:
    """Numbers of one lexicon are never taken for those of another."""
    spellings, first = Spellings(), _lexicon("the")
    spellings.table(first)[:, 0] = spellings.learn("the")
    assert set(spellings.table(_lexicon("a"))[0]) == {UNREAD}
    assert set(spellings.table(first)[0]) == {UNREAD}
