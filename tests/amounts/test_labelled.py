"""The labelled set of the benchmarks, held as a floor."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

ROOM = Path(__file__).parents[2] / "benchmarks" / "numbers"
sys.path.append(str(ROOM))

from labels import Sentence, sentence, sentences  # noqa: E402 - a script's own folder

# Two scripts are called so; this one has to be named by its path.
SPEC = spec_from_file_location("numbers_measure", ROOM / "measure.py")
assert SPEC
assert SPEC.loader
MEASURE = module_from_spec(SPEC)
sys.modules[SPEC.name] = MEASURE
SPEC.loader.exec_module(MEASURE)

EVERY = list(sentences(MEASURE.SET))
PASSED_OVER = {
    "From 2016 to 2021 we planted 1,000,000 trees, one for every child in the county."
}
"""Sentences with a quantity that is read as something else; known, and no more."""


def scored(chosen: list[Sentence]) -> Any:
    score = MEASURE.Score()
    for one in chosen:
        score.add(one)
    return score


@pytest.mark.parametrize("half", ["tuning", "held-out"])
def test_both_halves_are_read_well(half: str) -> None:
    """Of each half at least 97 % are found, and 97 % of what is found is right."""
    chosen = [one for one in EVERY if one.half == half]
    shares = scored(chosen).shares()
    assert len(chosen) >= 150
    assert shares["recall"] >= 0.97
    assert shares["precision"] >= 0.97


def test_no_rule_leaves_a_quantity_out() -> None:
    """No labelled quantity falls under a rule that keeps it out of the ledger."""
    left = {
        one.text
        for one in EVERY
        if any(kinds[0] == "quantity" != kinds[1] for kinds in scored([one]).kinds)
    }
    assert left == PASSED_OVER


def test_braces_give_a_text_and_its_labels() -> None:
    """A line's labels have the places of the text without braces."""
    one = sentence("Over {£2bn|2e9|GBP|over} in {2020|date} and {3|}.")
    assert one.text == "Over £2bn in 2020 and 3."
    assert [one.text[label.start : label.end] for label in one.labels] == [
        "£2bn",
        "2020",
        "3",
    ]


def test_a_label_that_says_nothing_is_an_error() -> None:
    """A word without a value cannot be a quantity."""
    with pytest.raises(ArithmeticError):
        sentence("{twelve} people")


def test_a_score_counts_what_is_missed_and_made_up() -> None:
    """One right, one with another value, one missed and one made up."""
    text = "It has {41} asks, {27|28} aims and {many|5} ideas in 12 parts."
    score = scored([sentence(text)])
    assert (score.labelled, score.read, score.right) == (3, 3, 1)
    assert (len(score.misses), len(score.false)) == (2, 2)
