"""Sentences of our own, each with the quantities that a reader finds in it."""

from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.amounts.scan import scan

LINES = Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()
CASES = [line.partition("\t")[::2] for line in LINES if not line.startswith("#")]


def labels(written: str) -> list[tuple[str, Decimal, str, str]]:
    """Read `£2bn|2000000000|GBP|over; …`."""
    parts = [one.strip().split("|") for one in written.split(";") if one.strip()]
    return [(text, Decimal(value), unit, said) for text, value, unit, said in parts]


@pytest.mark.parametrize(("sentence", "written"), CASES)
def test_a_sentence_gives_the_quantities_a_reader_finds(
    sentence: str, written: str
) -> None:
    """Every quantity has its text, value, unit and comparator, and there is no other."""
    found = [
        (one.text, one.value, one.unit, one.comparator)
        for one in scan(sentence)
        if one.kind == "quantity"
    ]
    assert found == labels(written)


def test_there_are_enough_sentences() -> None:
    """The set has at least 120 sentences, no two the same."""
    assert len({sentence for sentence, _ in CASES}) == len(CASES) >= 120
