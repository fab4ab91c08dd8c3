"""Exclusions: no rule that leaves numbers out is so broad that a quantity is lost.

Coverage leaves out what is ignored, so a rule that takes a quantity for something else
would raise it. `labelled.txt` holds sentences with every number labelled by hand.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from reading import known, part

from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan
from crossfoot.render.numbers_page import RULES

LABEL = re.compile(r"\{([^}]*)\}|<([a-z-]+):([^>]*)>")
APART = {"code", "formula", "citation", "markup"}
"""Rules for what is not read as text at all."""
WHERE = ("{}", "({})", "“{}”", "However, {}", "- {}")
"""Surroundings in which a sentence has to be read alike."""


class Sentence(NamedTuple):
    """A sentence, and the stretches of it that are labelled with a rule, or none."""

    text: str
    labels: tuple[tuple[int, int, str], ...]


def sentence(line: str) -> Sentence:
    """Return a labelled line as a sentence."""
    text, labels, at = "", [], 0
    for found in LABEL.finditer(line):
        text += line[at : found.start()]
        words, rule = (found[1], "") if found[2] is None else (found[3], found[2])
        labels.append((len(text), len(text) + len(words), rule))
        text += words
        at = found.end()
    return Sentence(text + line[at:], tuple(labels))


LINES = (Path(__file__).parent / "labelled.txt").read_text("utf-8").splitlines()
SENTENCES = [sentence(line) for line in LINES if line and not line.startswith("#")]


def within(amounts: list[Amount], start: int, end: int) -> list[Amount]:
    """Return the numbers that share a character with a stretch."""
    return [one for one in amounts if one.start < end and one.end > start]


def lost(text: str, one: Sentence, shift: int) -> list[tuple[str, list[str]]]:
    """Return the labelled quantities of a text that are unread or left out."""
    amounts = scan(text)
    out = []
    for start, end, rule in one.labels:
        found = within(amounts, start + shift, end + shift)
        rules = [amount.rule for amount in found if amount.kind != "quantity"]
        if not rule and (rules or not found):
            out.append((one.text[start:end], rules))
    return out


@pytest.mark.parametrize("form", WHERE)
def test_no_rule_leaves_a_quantity_out(form: str) -> None:
    """Every labelled quantity is read as one, wherever its sentence stands."""
    shift = form.index("{")
    wrong = {
        one.text: gone
        for one in SENTENCES
        if (gone := lost(form.format(one.text), one, shift))
    }
    assert wrong == {}


def test_every_rule_leaves_out_what_it_is_for() -> None:
    """Each rule is seen at work on its own label, so the set tries them all."""
    seen = set()
    for one in SENTENCES:
        amounts = scan(one.text)
        for start, end, rule in one.labels:
            if rule:
                found = within(amounts, start, end)
                assert [amount.rule for amount in found] == [rule], one.text
                seen.add(rule)
    assert seen | {"cross-reference"} | APART == set(RULES)


def test_the_words_of_a_link_within_the_report_are_a_reference() -> None:
    """Only such a link leaves its number out; one to another page does not."""
    text = "See [part 3](#a) of [41](https://example.org) in [12 parts](b.md).\n"
    entries = part(text).numbers
    assert [(one["text"], one["rule"]) for one in entries] == [
        ("part 3", "cross-reference"),
        ("41", ""),
        ("12", ""),
    ]


def test_the_set_is_worth_its_name() -> None:
    """A hundred and thirty quantities stand beside forty numbers that are none."""
    rules = [rule for one in SENTENCES for _, _, rule in one.labels]
    assert rules.count("") >= 130
    assert len(rules) - rules.count("") >= 40


def test_years_that_head_columns_or_stand_below_a_year_are_years() -> None:
    """A count that looks like one is a quantity wherever its column counts."""
    text = (
        "| Area | 2023 | 2024 |\n|---|--:|--:|\n| Roads | 112 | 2015 |\n\n"
        "| Year | Homes |\n|---|--:|\n| 2023 | 2016 |\n\n"
        "--- ----\n a  2017\n--- ----\n"
    )
    assert [(one["shown"], one["rule"]) for one in part(text, known()).numbers] == [
        ("2023", "year"),
        ("2024", "year"),
        ("112", ""),
        ("2015", ""),
        ("2023", "year"),
        ("2016", ""),
        ("2017", ""),
    ]
