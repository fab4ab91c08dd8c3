"""Sentences between dollar signs: shown as text, while formulas stay formulas."""

from typing import Any

import pytest

from crossfoot.nodes import text as shown
from crossfoot.nodes import walk
from crossfoot.places import Text
from crossfoot.read.sentences import with_sentences


def para(tex: str, source: str, kind: str = "InlineMath") -> list[Any]:
    """Give a paragraph that is one formula, placed in its source where it is there."""
    written = f"${tex}$"
    at = source.find(written)
    place = {"s": [at, at + len(written)]} if at >= 0 else {}
    return [{"t": "Para", "c": [{"t": "Math", "c": [{"t": kind}, tex], **place}]}]


def test_a_sentence_is_shown_as_it_is_written() -> None:
    """The words get their places, and the finding covers all of them."""
    tex = "NFT** is what members\nvote with, as **"
    text = Text("01.md", f"A ${tex}$.\n")
    blocks = para(tex, text.text)
    (finding,) = with_sentences(text, blocks)
    assert (finding.place.line, finding.place.column, finding.place.end_line) == (
        1,
        3,
        2,
    )
    assert finding.found == "$NFT** is what members vote with, as **$"
    assert shown(blocks) == finding.found
    words = [one for one in walk(blocks) if one["t"] == "Str"]
    assert [text.text[slice(*one["s"])] for one in words] == [one["c"] for one in words]


def test_a_sentence_without_a_place_is_shown_all_the_same() -> None:
    """Where the formula could not be placed, the finding names the file."""
    blocks = para("is all that we ever had of", "")
    (finding,) = with_sentences(Text("01.md", "$ elsewhere\n"), blocks)
    assert finding.place.line == 1
    assert shown(blocks) == "$is all that we ever had of$"


@pytest.mark.parametrize(
    "tex",
    [
        r"\text{if there are no more than six words}",
        r"\operatorname{mean of all the other six values}(x)",
        "x + y = z where a b c d e f",
        "income per head of households",
        r"\alpha \beta \gamma \delta \epsilon \zeta \eta \theta",
        r"\sin x \cos y \tan z \log w \exp v \lim u",
    ],
)
def test_a_formula_stays_a_formula(tex: str) -> None:
    """Words in TeX's own boxes, names of functions and a few words are no sentence."""
    blocks = para(tex, f"${tex}$")
    assert list(with_sentences(Text("01.md", f"${tex}$"), blocks)) == []
    assert blocks == para(tex, f"${tex}$")


def test_a_displayed_formula_of_words_stays_one() -> None:
    """Who writes two dollar signs means a formula."""
    tex = "total cost is fixed cost plus variable cost"
    blocks = para(tex, "", "DisplayMath")
    assert list(with_sentences(Text("01.md", f"$${tex}$$"), blocks)) == []
