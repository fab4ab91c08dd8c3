"""Formulas that pandoc cannot read, or writes in words that Typst does not know."""

import re

import pypdfium2
import pytest
from setting import set_in

from crossfoot.engines.typst import Trial
from crossfoot.engines.writers import formulas
from crossfoot.typeset.formulas import readable, settable, unboxed
from crossfoot.typeset.speech import spoken
from crossfoot.typeset.symbols import SIGNS


def test_signs_that_typst_calls_otherwise_are_themselves() -> None:
    """Whole names are replaced; words in quotation marks and longer names are not."""
    said = 'A sect B sect.big_i "sect" sectors x.sect times.circle.big'
    assert settable(said, "") == 'A ∩ B ⋂_i "sect" sectors x.sect ⨂'
    assert "in" not in SIGNS


def test_matrices_have_the_bars_of_their_source() -> None:
    """One bar a side for a determinant, two for a norm, in their order."""
    tex = r"\begin{vmatrix}a\end{vmatrix} \begin{Vmatrix}b\end{Vmatrix}"
    two = 'mat(delim: "||", a) mat(delim: "||", b)'
    assert settable(two, tex) == 'mat(delim: "|", a) mat(delim: "‖", b)'


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"a = b \label{eq:x}", "a = b"),
        (r"\begin{equation*}a\end{equation*}", "a"),
        (r"\cfrac{1}{2} 9\degree", r"\dfrac{1}{2} 9\text{°}"),
        (r"\textcolor{red}{x} \S", r"{x} \text{§}"),
        (r"\Sigma \Pi \smallint", r"\Sigma \Pi \smallint"),
        ("x", "x"),
    ],
)
def test_tex_is_written_as_pandoc_can_read_it(tex: str, expected: str) -> None:
    """Commands with an equal are replaced; those that begin alike are not."""
    assert readable(tex) == expected


def test_what_is_framed_is_set_without_its_frame() -> None:
    """A frame is a formula in a formula; also one in another is taken off."""
    box = "#box(stroke: black, inset: 3pt, [$a + {}$])"
    assert unboxed(f"x = {box.format('b')}") == "x = a + b"
    assert unboxed(box.format(box.format("b"))) == "a + a + b"
    assert unboxed("#box(stroke: black, inset: 3pt, [$a") != ""


def test_common_formulas_are_set(tmp_path) -> None:
    """Sets, products of tensors and determinants are no source on paper."""
    tex = (
        r"A \cap B",
        r"\bigcap_i A_i",
        r"a \otimes b \odot c \ominus d",
        r"\LaTeX",
        r"\boxed{a = \boxed{b}}",
    )
    tex += (r"\begin{vmatrix}a & b\\ c & d\end{vmatrix}", r"\llbracket x \rrbracket")
    tex += ("\\begin{align}a &= b \\label{x}\\\\ c &= d\\end{align}",)
    made = formulas([(one, True) for one in tex])
    trial = Trial(tmp_path)
    for one in made.values():
        assert one.typst
        assert one.mathml
        assert not trial.refuses_formula(one.typst)


def test_accents_stand_by_themselves_and_are_read_out() -> None:
    """A mark that combines would be part of the tag before it."""
    tex = [r"\hat{x}", r"\dot{x}", r"\ddot{x}", r"\tilde{x}", r"\check{x}", r"\vec{x}"]
    made = formulas([(one, False) for one in tex])
    assert not re.search(
        "[\u0300-\u036f]", "".join(one.mathml for one in made.values())
    )
    said = [spoken(one.mathml).removeprefix("x ") for one in made.values()]
    assert said == ["hat", "dot", "double dot", "tilde", "check", "vector"]


def boxes(pdf: bytes) -> tuple[str, list[tuple[float, ...]], float]:
    """Return the text of a PDF's last page, its letters' boxes and the page's width."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[len(document) - 1]
        words = page.get_textpage()
        found = [words.get_charbox(at) for at in range(words.count_chars())]
        return words.get_text_range(), found, page.get_width()


@pytest.mark.parametrize("terms", [4, 25, 60])
def test_a_formula_wider_than_the_text_is_set_smaller(tmp_path, terms: int) -> None:
    """Nothing of it, nor its number, runs off the page."""
    tex = " + ".join(f"x_{{{at}}}" for at in range(terms))
    text = f'# A\n\nSo [$${tex}$$]{{#eq-a number=1 alt="x"}}.\n\n> $${tex}$$\n'
    said, found, width = boxes(set_in(tmp_path, text).pdf)
    assert "(1)" in said
    inside = [box for box in found if 40 <= box[0] <= box[2] <= width - 40]
    assert len(inside) == len(found) > terms


def test_a_word_longer_than_a_line_runs_over_several(tmp_path) -> None:
    """A hash or the name of a file stays on the page, in text, code, cells and notes."""
    word = "3856be86_" * 12
    table = f"| a | b |\n|---|---|\n| {word} | {word} |\n"
    text = (
        f"# A\n\nSo {word} is.[^a]\n\n`{word}{'e' * 90}`\n\n{table}\n[^a]: *{word}*\n"
    )
    said, found, width = boxes(set_in(tmp_path, text).pdf)
    inside = [box for box in found if 40 <= box[0] <= box[2] <= width - 40]
    assert len(inside) == len(found)
    assert "".join(said.split()).count(word) == 5
