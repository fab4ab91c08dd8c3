"""TeX environments of formulas in Markdown become formulas."""

from test_htmltables import blocks

from crossfoot.nodes import walk


def test_an_environment_of_formulas_is_a_formula() -> None:
    """Its label names it; what is inside is the formula, or all of it."""
    text = (
        "\\begin{equation}\na = b \\label{eq:one}\n\\end{equation}\n\n"
        "\\begin{align*}\na &= b\\\\\nc &= d\n\\end{align*}\n\n"
        "\\begin{equation}\nx (\\#eq:two)\n\\end{equation}\n"
    )
    source, found = blocks(text)
    assert [node["t"] for node in found] == ["Para"] * 3
    spans = [node["c"][0][0] for node in walk(found) if node["t"] == "Span"]
    assert spans == ["eq-one", "eq-two"]
    maths = [node["c"][1] for node in walk(found) if node["t"] == "Math"]
    assert maths[0] == "a = b \\label{eq:one}"
    assert maths[1].startswith("\\begin{align*}")
    first = next(node for node in walk(found) if node["t"] == "Math")
    assert source[slice(*first["s"])].startswith("\\begin{equation}")


def test_other_environments_stay_raw() -> None:
    """Tables, and environments in each other, are not taken for a formula."""
    for text in (
        "\\begin{tabular}{l}a\\end{tabular}\n",
        "\\begin{align}a\\begin{align}b\\end{align}\\end{align}\n",
    ):
        _, found = blocks(text)
        assert not any(node["t"] == "Math" for node in walk(found))
