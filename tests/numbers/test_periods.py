"""Headings of tables that say when: amounts of a period are amounts."""

import pytest
from sheeting import sheet

from crossfoot.numbers.tables.footing import footing

PERIODS = (
    "Year-ended 31 March",
    "Year-end 2024",
    "Quarter-to-date",
    "Year to date",
    "Year 1",
    "Year 12",
    "Month 3",
    "Week 2",
    "Current year",
    "Prior year",
    "Last month",
    "First quarter",
    "2nd year",
    "Full year",
    "Budget year",
    "Phase 1",
    "Stage 2",
    "Tier 3",
)
RATES = ("Cost per year", "Rate in year 1", "Price this year", "Day", "Year", "Phase")
TABLE = """
    Line | {}
    Pay | 12,400
    Travel | 2,310
    Kit | 5,600
    Total | {}"""


def told(heading: str, total: str) -> list[str]:
    """Return what the total under a heading should say, if anything."""
    return [
        one.expected for one in footing(sheet(TABLE.format(heading, total))).findings
    ]


@pytest.mark.parametrize("heading", PERIODS)
def test_amounts_under_a_period_add_up(heading: str) -> None:
    """A heading that says of when the amounts are measures nothing by itself."""
    assert told(heading, "20,310") == []
    assert told(heading, "20,910") == ["20,310"]


@pytest.mark.parametrize("heading", RATES)
def test_rates_of_a_period_do_not_add_up(heading: str) -> None:
    """A rate, a price or a bare `Year` is still one whatever period it names."""
    assert told(heading, "9,210") == []


SHARED = """
    Line | {}
    Flight | $1,258
    Room | $372
    Food | $400
    Bus | $50
    {} | {}"""


@pytest.mark.parametrize("heading", ["Cost per person", "Amount/year", "Fee per month"])
def test_money_for_one_person_or_year_adds_up(heading: str) -> None:
    """A total above all of its parts, and near their sum, is no mean of them."""

    def found(label: str, total: str) -> list[str]:
        text = SHARED.format(heading, label, total)
        return [one.expected for one in footing(sheet(text)).findings if one.expected]

    assert found("Total", "$2,080") == []
    assert found("Total", "$2,800") == ["$2,080"]
    assert found("Total", "$520") == []
    assert found("Highest", "$2,800") == []


def test_a_nought_too_many_in_money_for_one_person_is_told() -> None:
    """A part above the total that makes it up without its nought was meant to."""

    def told(part: str) -> list[str]:
        text = SHARED.format("Cost per person", "Total", "$2,080")
        found = footing(sheet(text.replace("$1,258", part))).findings
        return [one.message for one in found if one.level != "note"]

    message = "Total says “$2,080”; its 4 parts add up to $13,402"
    assert told("$12,580") == [message]
    assert told("$12,590") == []


def test_what_is_paid_for_each_of_several_does_not_add_up() -> None:
    """Prices of one, and amounts beside numbers of people, are multiplied first."""
    for heading in ("Price", "Unit cost", "Cost each"):
        text = SHARED.format(heading, "Total", "$2,800")
        assert footing(sheet(text)).totals == set()
    beside = "Line | People | Cost per person\nA | 2 | $5\nB | 1 | $6\nC | 1 | $7\n"
    assert footing(sheet(beside + "Total | 4 | $23")).failed == {}
