"""Errors and sums that stood in print, retold: the values are those of the sources.

A council's page on its overspend; a security standard and a guide to it; an asks list of
a combined authority; two party manifestos as articles added them up; two councils'
savings, which agree.
"""

from dataclasses import replace
from decimal import Decimal

import pytest
from reading import chapter, known, quantity

from crossfoot.numbers import Known, chapter_part, checks_of, report
from crossfoot.places import Text

DATA = known(
    quantity("asks.recharge", "11900000000", "GBP"),
    quantity("cases.detailed", "12"),
    quantity("savings.all", "20600000", "GBP"),
    quantity("savings.done", "10170000", "GBP"),
    quantity("savings.share", "49.36893203883495", "%"),
    quantity("plan.health", "17700000000", "GBP"),
    quantity("plan.care", "3600000000", "GBP"),
    quantity("plan.schools", "5200000000", "GBP"),
    quantity("plan.stated", "26900000000", "GBP"),
    quantity("gap.a", "9"),
    quantity("gap.b", "12"),
    quantity("gap.c", "11"),
    quantity("gap.left", "21"),
)


def told(*texts: str, checks: str = "", against: Known = DATA) -> list[tuple[str, str]]:
    """Return code and message of what is found in chapters."""
    asked = checks_of(Text("sources/checks.yml", checks))
    parts = [
        chapter_part(replace(chapter(text), file=f"sources/{at:02}.md"), against)
        for at, text in enumerate(texts, 1)
    ]
    found = report(parts, [], against, asked, [])[1]
    return [(one.code, one.message) for one in found if one.code != "NUM05"]


def test_an_overspend_in_two_scales() -> None:
    """£5,987,000 and £5,987m stood in two sentences that follow each other."""
    text = (
        "# Finance\n\nAt the end of the quarter the council forecasts to overspend by"
        " £5,987,000.\n\nThe forecast overspend of £5,987m will be met from reserves.\n"
    )
    [(code, message)] = told(text)
    assert code == "NUM09"
    assert message == (
        "“£5,987m” has the digits of “£5,987,000” in sources/01.md:3, at another scale"
    )


def test_the_requirements_of_a_standard() -> None:
    """286 requirements in one chapter and a total of 278 in another."""
    texts = (
        "# The standard\n\nThere are 286 requirements in version 4.0.3.\n",
        "# Coverage\n\nA total of 278 requirements were mapped to tests.\n",
    )
    assert told(*texts) == [
        ("NUM10", "“278 requirements” here; “286 requirements” in sources/01.md:3")
    ]
    declared = "agree:\n  - ['# requirements']\n"
    assert told(*texts, checks=declared) == [
        (
            "NUM11",
            "Text says “278” for “# requirements”; sources/01.md:3 says “286”",
        )
    ]


def test_a_bound_that_holds_by_far_too_much() -> None:
    """Over £2bn is no fair word for £11.9bn, nor thirteen for twelve case studies."""
    text = "Asks of [over £2bn]{value=asks.recharge}, [thirteen]{value=cases.detailed} cases.\n"
    assert told(f"# A\n\n{text}") == [
        ("NUM01", "Text says “over £2bn”; asks.recharge is £11.9bn"),
        ("NUM01", "Text says “thirteen”; cases.detailed is twelve"),
    ]


def test_a_total_of_a_manifesto() -> None:
    """17.7, 3.6 and 5.2 come to 26.5; the article had 26.9."""
    identity = "plan.stated = plan.health + plan.care + plan.schools"
    assert told(checks=f'identities:\n  - "{identity}"\n') == [
        (
            "NUM06",
            "plan.stated is £26.9bn; plan.health + plan.care + plan.schools is £26.5bn",
        )
    ]


ACHIEVED = (
    "[£10.17m]{value=savings.done} ([49%]{value=savings.share}) of the"
    " [£20.6m]{value=savings.all} is achieved."
)


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        (ACHIEVED, ""),
        ("Nothing.", 'identities:\n  - "gap.left = gap.a + gap.b + gap.c - gap.c"\n'),
    ],
)
def test_what_is_right_is_left_alone(text: str, checks: str) -> None:
    """Two councils' figures, printed and rounded as they were, agree."""
    assert told(f"# Savings\n\n{text}\n", checks=checks) == []


def test_the_share_is_that_of_the_figures() -> None:
    """The positive example rests on a share that the data give."""
    share = Decimal(10170000) * 100 / Decimal(20600000)
    assert abs(share - DATA.quantities["savings.share"].value) < Decimal("1e-10")
