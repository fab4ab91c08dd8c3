"""Runs: the stretches of a stream that stand in it more than once."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repeating import bare

from crossfoot.repeats import runs as module
from crossfoot.repeats.layout import lay_out
from crossfoot.repeats.runs import everywhere, find_runs, repeated
from crossfoot.repeats.stream import Stream, join

K = 4


def made(*texts: str) -> Stream:
    return join([lay_out(bare(*text.split(" / "))) for text in texts])


def found(one: Stream, k: int = K) -> list[tuple[int, int, int, int]]:
    return [
        (run.a, run.b, run.size, run.copies)
        for run in find_runs(one, k, repeated(one, k))
    ]


def test_a_run_is_as_long_as_both_places_agree() -> None:
    """A run crosses blocks and ends where the two places differ."""
    one = made("x a b c / d e f y", "z a b c / d e f w")
    assert found(one) == [(1, 10, 6, 2)]


def test_a_run_does_not_cross_chapters() -> None:
    """Where one chapter ends and the next begins no run goes on."""
    assert found(made("a b c d", "e f g h", "a b c d e f g h")) == [
        (0, 10, 4, 2),
        (5, 14, 4, 2),
    ]


def test_a_paragraph_pasted_again_and_again_is_a_run_each_time() -> None:
    """Copies that follow each other are copies of the first, not of a pile."""
    one = made(" / ".join(["a b c d e"] * 5))
    assert found(one) == [(0, at, 5, 5) for at in (5, 10, 15, 20)]


def test_the_longest_of_several_places_is_taken() -> None:
    """A run is matched with the earlier place that it shares most with."""
    one = made("a b c d x", "a b c d e f y", "a b c d e f g")
    assert found(one)[-1] == (6, 14, 6, 2)


def test_words_count_not_tokens() -> None:
    """Marks between words make no run longer."""
    assert found(made("a - - b", "a - - b")) == []


def test_all_places_of_a_stretch_are_known() -> None:
    """What stands often can be found everywhere that it stands."""
    one = made("a b c d e", "x a b c d e", "a b c d y", "a b c d e")
    grams = repeated(one, K)
    assert everywhere(one, grams, K, 0, 5) == [0, 7, 19]
    assert everywhere(one, grams, K, 0, 4) == [0, 7, 13, 19]


@given(st.randoms(use_true_random=False), st.integers(2, 4))
def test_runs_are_equal_apart_and_cover_all_that_repeats(
    rng: random.Random, letters: int
) -> None:
    """Both sides are equal, do not overlap, and no repeated stretch is left out."""
    text = " ".join(rng.choice("abcd"[:letters]) for _ in range(rng.randint(0, 80)))
    one = made(text or "a")
    spans = find_runs(one, K, repeated(one, K))
    covered = set()
    for run in spans:
        assert one.ids[run.a : run.a + run.size] == one.ids[run.b : run.b + run.size]
        assert run.a + run.size <= run.b
        covered |= set(range(run.b, run.b + run.size))
    for at in range(len(one.ids) - K):
        gram = one.ids[at : at + K]
        earlier = [n for n in range(at - K + 1) if one.ids[n : n + K] == gram]
        assert not earlier or covered & set(range(at, at + K))


@pytest.mark.parametrize("letters", [1, 2, 20])
def test_both_ways_of_hashing_find_the_same(
    letters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What numpy finds in a long text is what the short way finds."""
    words = "abcdefghijklmnopqrst"[:letters]
    one = made(" ".join(words[n * n * n % 17 % letters] for n in range(3000)))
    plain = find_runs(one, K, repeated(one, K))
    monkeypatch.setattr(module, "LARGE", 10)
    assert find_runs(one, K, repeated(one, K)) == plain
    assert plain
