"""The proof: words that are lost, or stand elsewhere, are seen; others are not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.importing.draft import Entry, Passage
from crossfoot.importing.ordered import out_of_order
from crossfoot.importing.proof import Written, prove
from crossfoot.importing.words import words

TEXTS = st.lists(
    st.lists(
        st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), min_size=1, max_size=9
    ),
    min_size=1,
    max_size=12,
)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_text_is_found_in_itself(passages: list[list[str]]) -> None:
    """Every passage of a text stands in it, in its order."""
    stream = [word for one in passages for word in one]
    assert out_of_order(passages, stream, ()) == []


@given(TEXTS, st.data())
@settings(max_examples=60, deadline=None)
def test_a_lost_word_is_missed(passages: list[list[str]], data: st.DataObject) -> None:
    """A text of which any one word is left out is not proven."""
    stream = [word for one in passages for word in one]
    at = data.draw(st.integers(0, len(stream) - 1))
    text = " ".join(stream[:at] + stream[at + 1 :])
    held = [Passage(" ".join(one), f"{n}") for n, one in enumerate(passages)]
    assert prove(held, Written(text, text), []).missing


def test_a_passage_that_moved_is_missed() -> None:
    """Running text that stands in another order is seen, although no word is lost."""
    first, second = "One two three four five six", "Seven eight nine ten eleven twelve"
    text = f"{second} {first}"
    account = prove(
        [Passage(first, "1"), Passage(second, "2")], Written(text, text), []
    )
    assert account.missing == (Passage(first, "1"),)
    aside = [Passage(first, "1", running=False), Passage(second, "2")]
    assert prove(aside, Written(text, text), []).missing == ()


def test_words_of_the_review_list_count() -> None:
    """Words that were rewritten are found in the list that holds them."""
    passage = Passage("As Table 3 shows, visits rose", "1")
    text = "As @tbl-visits shows, visits rose"
    entry = Entry("mapped", "Table 3", "@tbl-visits", holds=True)
    assert prove([passage], Written(text, text), [entry]).missing == ()
    assert prove([passage], Written(text, text), []).missing == (passage,)


def test_words_leave_out_what_no_reader_sees() -> None:
    """Quotation marks, soft hyphens, ligatures and case make no other word."""
    assert words("“Re\xadﬁned”  Costs_up—again") == ["refined", "costs", "up", "again"]
