"""Runs: the stretches of a stream that stand in it more than once."""

import random

from hypothesis import given
from hypothesis import strategies as st
from repeating import bare

from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.grams import repeated
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.runs import everywhere, find_runs
from crossfoot.repeats.stream import Stream, join

K = 4


def made(*texts: str) -> Stream:
    known = Lexicon()
    return join([lay_out(bare(*text.split(" / ")), known) for text in texts])


def found(one: Stream, k: int = K) -> list[tuple[int, int, int, int]]:
    return [
        (run.a, run.b, run.size, run.copies) for run in find_runs(one, repeated(one, k))
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
    assert everywhere(one, grams, 0, 5) == [0, 7, 19]
    assert everywhere(one, grams, 0, 4) == [0, 7, 13, 19]


@given(st.randoms(use_true_random=False), st.integers(2, 4))
def test_runs_are_equal_apart_and_cover_all_that_repeats(
    rng: random.Random, letters: int
) -> None:
    """Both sides are equal, do not overlap, and no repeated stretch is left out."""
    text = " ".join(rng.choice("abcd"[:letters]) for _ in range(rng.randint(0, 80)))
    one = made(text or "a")
    spans = find_runs(one, repeated(one, K))
    covered = set()
    ids = one.ids.tolist()
    for run in spans:
        assert ids[run.a : run.a + run.size] == ids[run.b : run.b + run.size]
        assert run.a + run.size <= run.b
        covered |= set(range(run.b, run.b + run.size))
    for at in range(len(ids) - K):
        gram = ids[at : at + K]
        earlier = [n for n in range(at - K + 1) if ids[n : n + K] == gram]
        assert not earlier or covered & set(range(at, at + K))


@given(st.randoms(use_true_random=False), st.integers(1, 4), st.integers(3, 9))
def test_the_table_of_every_second_stretch_forgets_none(
    rng: random.Random, letters: int, k: int
) -> None:
    """Grams are what looking at all stretches finds, with all their places."""
    text = " ".join(rng.choice("abcd"[:letters]) for _ in range(rng.randint(1, 60)))
    one, places = made(text), {}
    for at in range(one.size - k):
        places.setdefault(tuple(one.ids[at : at + k].tolist()), []).append(at)
    wanted = {at: held for held in places.values() if len(held) > 1 for at in held}
    grams = repeated(one, k)
    assert grams.places.tolist() == sorted(wanted)
    assert {at: list(grams.at(at)) for at in grams.places} == wanted
    assert all(list(grams.at(at, 2)) == wanted[at][:2] for at in wanted)
