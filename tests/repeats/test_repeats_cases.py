"""Statements of two cases: alike but for what they say, and no contradiction."""

import pytest
from repeating import WARDS, messages, repeats

RACKS = "Our halls hold {} racks of pumps, and each of them is looked at once a week."


def told(*texts: str) -> list[str]:
    """Return the class of each relation between chapters."""
    product, _ = repeats(*texts)
    return [one["class"] for one in product["relations"]]


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ("Looking back on 2021", "Looking back on 2022", "template"),
        ("Looking back", "Looking back on 2022", "contradiction"),
        ("From 2021 to 2022", "In 2022", "contradiction"),
        ("Of 70 racks", "Of 55 racks", "template"),
        ("Looking back - 2021", "Looking back – 2022", "template"),
        ("Withermoor, 1877", "Saltern, 1849", "contradiction"),
        ("Chapter 1", "Chapter 2", "contradiction"),
    ],
)
def test_titles_may_say_that_two_years_are_meant(
    here: str, there: str, kind: str
) -> None:
    """Chapters on two years, or whose titles name the figures, tell of two things."""
    texts = f"# {here}\n\n{RACKS.format(70)}\n", f"# {there}\n\n{RACKS.format(55)}\n"
    assert told(*texts) == [kind]


def test_another_year_in_the_text_is_a_slip_whatever_the_titles_say() -> None:
    """A year that is not as far off as the titles are is a contradiction."""
    said = "The mill by the ford was built in {} by two brothers from the hills."
    texts = [f"# The year 202{n}\n\n{said}\n" for n in (1, 2)]
    kinds = [
        told(texts[0].format(1805), texts[1].format(year)) for year in (1815, 1806)
    ]
    assert kinds == [["contradiction"], ["template"]]


def test_a_number_before_a_hyphen_is_a_figure() -> None:
    """Two-storey and three-storey say different things of one house."""
    said = "The old house at the end of the lane is a {} house with a slate roof."
    texts = [f"# A\n\n{said}\n", f"# B\n\n{said}\n"]
    one, other = "two-storey", "three-storey"
    assert told(texts[0].format(one), texts[1].format(other)) == ["contradiction"]


def test_both_ends_of_a_rule_are_no_contradiction() -> None:
    """Where two directions differ, one sentence tells of the one case each."""
    said = "If the price is {} than one pound, it tells us that supply should be {}."
    one, other = said.format("less", "reduced"), said.format("greater", "increased")
    assert "contradiction" not in told(f"# A\n\n{one}\n\n# B\n\n{other}\n")
    half = said.format("less", "increased")
    assert told(f"# A\n\n{one}\n\n# B\n\n{half}\n") == ["contradiction"]


def particulars(price: int, ratio: int) -> str:
    """Return a list of what a loan is like."""
    return (
        f"# Loan\n\n{WARDS}\n\n- Price paid: {price} pounds\n"
        f"- Ratio held: {ratio} percent\n- Paid back by the last day of the year\n"
        "- Kept by the clerk of the works in a book\n"
    )


def test_two_particulars_of_two_things_are_no_contradiction() -> None:
    """One short item that differs may be a slip; two are another thing."""
    _, findings = repeats(particulars(300, 125), particulars(200, 175))
    assert [line for line in messages(findings) if "REP02" in line] == []
    _, findings = repeats(particulars(300, 125), particulars(200, 125))
    assert [one.code for one in findings if one.level == "error"] == ["REP02"]
