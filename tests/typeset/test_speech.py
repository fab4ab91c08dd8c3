"""Formulas spoken: what a screen reader is given."""

import pytest

from crossfoot.engines.writers import formulas
from crossfoot.typeset.formulas import spaced
from crossfoot.typeset.speech import spoken

SAID = {
    r"x^2": "x squared",
    r"x^n + y^3": "x to the power of n plus y cubed",
    r"r_t = r_0 e^{-t}": "r sub t equals r sub 0 e to the power of minus t",
    r"\frac{a}{b} \le 1": "the fraction a over b, is at most 1",
    r"\sum_{i=1}^n x_i": "the sum from i equals 1 to n of x sub i",
    r"\sqrt{2} \times \bar{x}": "the square root of 2, times x bar",
}


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Return the MathML of every formula here."""
    keys = [(tex, False) for tex in SAID]
    return {tex: one.mathml for (tex, _), one in formulas(keys).items()}


@pytest.mark.parametrize("tex", SAID)
def test_formulas_are_said_in_words(tex: str, made: dict[str, str]) -> None:
    """What reports hold is said as one would read it out."""
    assert spoken(made[tex]) == SAID[tex]


def test_what_is_no_mathml_is_not_said() -> None:
    """Nothing is said of markup that is none."""
    assert spoken("") == ""
    assert spoken("<math>") == ""


def test_bad_formulas_are_known_by_what_pandoc_makes_of_them() -> None:
    """A formula that pandoc cannot convert has neither Typst nor MathML."""
    found = formulas([(r"\undefined{x}", False), ("x", True)])
    assert tuple(found[r"\undefined{x}", False]) == ("", "")
    assert found["x", True].typst == "x"
    assert found["x", True].mathml.startswith('<math display="block"')


def test_cases_have_a_gap_between_their_columns() -> None:
    """Only what stands in `cases` is parted; alignment elsewhere stays."""
    before = 'a & = b cases(delim: "{", 1 & x > 0, f(2) & y) & c'
    after = 'a & = b cases(delim: "{", 1 & quad x > 0, f(2) & quad y) & c'
    assert spaced(before) == after
    assert spaced("cases(1 & 2") == "cases(1 & quad 2"
