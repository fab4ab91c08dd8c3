"""Seeds: pairs of units that share runs of words."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.repeats import seeds as module
from crossfoot.repeats.seeds import FEWEST, GRAM, HELD, LINE, ROW, Seeds

WORDS = st.lists(st.lists(st.integers(0, 5), max_size=14), max_size=8)


def seeds(units: Sequence[Sequence[int]], wanted: Sequence[bool] = ()) -> Seeds:
    """Return the pairs of units given as lists of numbers."""
    flat = np.array([one for unit in units for one in unit], np.int32)
    sizes = np.array([len(unit) for unit in units], np.int64)
    sought = np.array(wanted or [True] * len(units), bool)
    return module.seeds(flat, sizes, sought)


def runs(words: list[int]) -> dict[tuple[int, ...], list[int]]:
    """Return where each run of words starts."""
    out: dict[tuple[int, ...], list[int]] = {}
    for at in range(len(words) - GRAM + 1):
        out.setdefault(tuple(words[at : at + GRAM]), []).append(at)
    return out


def brute(units: list[list[int]]) -> set[tuple[int, int]]:
    """Return the pairs to be compared, by comparing all with all."""
    out = set()
    for a, b in combinations(range(len(units)), 2):
        here, there = runs(units[a]), runs(units[b])
        far = [
            j - i for run in here if run in there for i in here[run] for j in there[run]
        ]
        fewest = min(max(len(units[n]) - GRAM + 1, 1) for n in (a, b))
        level = any(far.count(one) >= LINE for one in far)
        held = len(far) >= max(FEWEST, HELD * fewest)
        if held or len(far) >= ROW or level:
            out.add((a, b))
    return out


@given(WORDS)
def test_an_exact_index_forgets_nothing(units: list[list[int]]) -> None:
    """The sort finds what comparing every unit with every other one finds."""
    often = module.OFTEN
    module.OFTEN = 1000
    try:
        found = seeds(units)
    finally:
        module.OFTEN = often
    pairs = list(zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert set(pairs) == brute(units)
    assert pairs == sorted(pairs, key=lambda pair: pair[::-1])


def test_what_stands_everywhere_is_chained() -> None:
    """A thousand units of the same words give pairs of neighbours alone."""
    found = seeds([[1, 2, 3, 4, 5, 6]] * 1000)
    assert found.a.tolist() == list(range(999))
    assert found.b.tolist() == list(range(1, 1000))


def test_a_phrase_of_a_chapter_is_paired_with_the_next_few() -> None:
    """What stands in many places, and not in all, is paired a little further on."""
    found = seeds([[1, 2, 3, 4, 5, 6]] * 20)
    pairs = [(a, b) for b in range(20) for a in range(max(b - module.CHAIN, 0), b)]
    assert list(zip(found.a.tolist(), found.b.tolist(), strict=True)) == pairs


def test_no_words_are_no_pairs() -> None:
    """Reports without units, or with empty ones, give nothing."""
    assert seeds([]).a.tolist() == seeds([(), (1,)]).a.tolist() == []


def test_what_is_not_sought_is_in_no_pair() -> None:
    """Headings and later copies of equal units are left out."""
    units = [[1, 2, 3, 4, 5, 6]] * 3
    assert seeds(units, [True, False, True]).a.tolist() == [0]
    assert seeds(units, [True, False, True]).b.tolist() == [2]


def test_many_units_are_held_against_each_other_by_longer_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a large report three words in common are a phrase, five are a run."""
    units = [[1, 2, 3, 4, 20 + n, 5, 6, 7, 8, 30 + n, 9, 10, 11, 12] for n in range(2)]
    assert seeds(units).a.tolist() == [0]
    monkeypatch.setattr(module, "MANY", 1)
    assert seeds(units).a.tolist() == []


@pytest.mark.parametrize(("many", "least"), [(100, 0.97), (10, 0.9)])
def test_a_sample_of_runs_finds_what_is_much_alike(
    many: int, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a large report some of the runs do for sixty words with a tenth changed."""
    rng = np.random.default_rng(5)
    first = rng.integers(0, 5000, (200, 60))
    second = np.where(rng.random(first.shape) < 0.1, first + 5000, first)
    monkeypatch.setattr(module, "MANY", many)
    found = seeds([*first.tolist(), *second.tolist()])
    pairs = set(zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert len(pairs & {(at, at + 200) for at in range(200)}) >= least * 200
    assert len(pairs) <= 201


def test_a_sentence_of_common_phrases_is_paired_wherever_it_stands() -> None:
    """Where all runs of three words are phrases, the same dozen of words is none."""
    rng = np.random.default_rng(7)
    units = rng.integers(0, 4, (600, 40)).tolist()
    units[590][20:34] = units[3][10:24]
    found = seeds(units)
    assert (3, 590) in set(zip(found.a.tolist(), found.b.tolist(), strict=True))
