"""Tokens: where the words of a text stand, and which are equal."""

import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.repeats.arrays import equal_stretches, ranges, several, spread
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.tokens import TOKEN, cut_up, same_text

TEXTS = st.text(st.sampled_from("ab\0£é\u0301\u00a0\u2028\U0001f600\ud800 \t\n\r\f\v"))
PARTS = st.lists(st.integers(0, 2), min_size=1, max_size=4)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_tokens_are_what_stands_between_white_space(texts: list[str]) -> None:
    """Each token has its place and, in one report, the number of its NFC text."""
    known = Lexicon()
    for text in texts:
        found = cut_up(text, known)
        wanted = list(TOKEN.finditer(text))
        assert list(found.starts) == [one.start() for one in wanted]
        assert list(found.ends) == [one.end() for one in wanted]
        assert found.keys(0, len(wanted)) == [
            unicodedata.normalize("NFC", one[0]) for one in wanted
        ]
        assert found.numbers.tolist() == [
            known.numbers[key] for key in found.keys(0, len(wanted))
        ]


def test_many_words_are_told_apart() -> None:
    """A lexicon that outgrows its tables knows every word that it met."""
    known = Lexicon()
    words = [f"word{number * number}" for number in range(20_000)]
    for start in range(0, len(words), 1500):
        part = words[max(start - 900, 0) : start + 1500]
        assert cut_up(" ".join(part), known).keys(0, len(part)) == part
    assert len(known.keys) == len(words) == len(known.met)


def test_long_words_are_told_apart() -> None:
    """Words that differ in one character do so wherever it stands, at any length."""
    for letter in "aé":
        said = [letter * size for size in range(1, 140)]
        said += [
            f"{one[:at]}b{one[at + 1 :]}" for one in said for at in range(len(one))
        ]
        said += [f"{one}\0" for one in said]
        known = Lexicon()
        found = cut_up(" ".join(said), known)
        assert found.keys(0, len(said)) == said
        assert len(set(found.numbers.tolist())) == len(set(said))
        assert cut_up(" ".join(said), known).numbers.tolist() == found.numbers.tolist()


@given(TEXTS)
def test_texts_are_the_same_but_for_white_space_and_composition(text: str) -> None:
    """Wrapping and composing a text leaves it the same; another word does not."""
    folded = unicodedata.normalize("NFD", " ".join(TOKEN.findall(text)))
    assert same_text(text, f" {folded}\n")
    assert not same_text(text, f"{text} more")


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 3)))
def test_equal_hashes_are_brought_together(hashes: list[int]) -> None:
    """Hashes that stand twice or more stand together, each in their order."""
    order, found = (one.tolist() for one in several(np.array(hashes, np.uint64)))
    groups: dict[int, list[int]] = {}
    for at in order:
        groups.setdefault(hashes[at], []).append(at)
    assert found == [hashes[at] for at in order]
    assert [at for held in groups.values() for at in held] == order
    assert groups == {
        one: [at for at, other in enumerate(hashes) if other == one]
        for one in hashes
        if hashes.count(one) > 1
    }


def test_hashes_that_share_their_first_bits_are_told_apart() -> None:
    """Where the first bits are equal, the last ones decide."""
    hashes = np.array([5, 4, 5, 4, 9, 5, 7], np.uint64)
    assert [one.tolist() for one in several(hashes)] == [
        [1, 3, 0, 2, 5],
        [4, 4, 5, 5, 5],
    ]


@given(st.lists(PARTS, max_size=12))
def test_equal_stretches_are_those_of_equal_content(parts: list[list[int]]) -> None:
    """Stretches are grouped by their content, whatever their number."""
    sizes = np.array([len(part) for part in parts], np.int64)
    flat = np.array([one for part in parts for one in part], np.int32)
    groups: dict[tuple[int, ...], list[int]] = {}
    for at, part in enumerate(parts):
        groups.setdefault((*part,), []).append(at)
    found = equal_stretches(flat, np.cumsum(sizes) - sizes, sizes)
    assert found == [held for held in groups.values() if len(held) > 1]


def test_ranges_stand_end_to_end() -> None:
    """Each start counts on for its size; a size of nought gives nothing."""
    found = ranges(np.array([5, 9, 1]), np.array([2, 0, 3]))
    assert found.tolist() == [5, 6, 1, 2, 3]
    assert ranges(np.array([], np.int64), np.array([], np.int64)).tolist() == []


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), max_size=6))
def test_an_index_picks_what_ranges_count(parts: list[tuple[int, int]]) -> None:
    """What an index picks is what stands from each start on, with gaps or without."""
    sizes = np.array([size for _, size in parts], np.int64)
    gaps = np.array([gap for gap, _ in parts], np.int64)
    starts = np.cumsum(sizes + gaps) - sizes
    numbers = np.arange(100)
    assert numbers[spread(starts, sizes)].tolist() == ranges(starts, sizes).tolist()
