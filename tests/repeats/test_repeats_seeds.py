"""Seeds: pairs of units that share runs of words."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.repeats import seeds as module
from crossfoot.repeats.seeds import FEWEST, GRAM, HELD, LINE, ROW, seeds

WORDS = st.lists(st.lists(st.integers(0, 5), max_size=14), max_size=8)


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


def test_no_words_are_no_pairs() -> None:
    """Reports without units, or with empty ones, give nothing."""
    assert seeds([]).a.tolist() == seeds([(), (1,)]).a.tolist() == []


def test_many_units_are_held_against_each_other_by_longer_runs(monkeypatch) -> None:
    """In a large report three words in common are a phrase, five are a run."""
    units = [[1, 2, 3, 4, 20 + n, 5, 6, 7, 8, 30 + n, 9, 10, 11, 12] for n in range(2)]
    assert seeds(units).a.tolist() == [0]
    monkeypatch.setattr(module, "MANY", 1)
    assert seeds(units).a.tolist() == []
