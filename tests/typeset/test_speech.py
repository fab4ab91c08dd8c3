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
    r"\frac{a}{b}": "the fraction a over b",
    r"\hat{\beta} + \Delta": "beta hat plus capital delta",
    r"X^\top x'": "X transpose x prime",
    r"\log_2 n": "log to base 2 of n",
    r"\lim_{x \to 0} \sin x": "the limit as x tends to 0 of sin of x",
    r"\max_x f": "the maximum over x of f",
    r"\binom{n}{k}": "open bracket n choose k close bracket",
    r"|x| + \left|y\right|": ("the absolute value of x, plus the absolute value of y"),
    r"x_i^2": "x sub i squared",
    r"1{,}200 + x_{i,j}": "1,200 plus x sub i, j",
    r"P(A \mid B) \approx 0.95": (
        "P open bracket A given B close bracket is about 0.95"
    ),
    r"x \sim N(0, \sigma^2)": (
        "x is distributed as N open bracket 0, sigma squared close bracket"
    ),
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}": (
        "open bracket, row 1: a, b; row 2: c, d, close bracket"
    ),
    r"\begin{cases} 0 & x < 0 \\ 1 & x \ge 0 \end{cases}": (
        "open brace, row 1: 0, x is less than 0; row 2: 1, x is at least 0"
    ),
    r"\begin{aligned} a &= b \\ c &= d \end{aligned}": "a equals b; c equals d",
    r"\pm 1.96 \sqrt{\frac{p(1-p)}{n}}": (
        "plus or minus 1.96 the square root of the fraction"
        " p open bracket 1 minus p close bracket over n"
    ),
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
