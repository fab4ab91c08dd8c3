"""What reports say one number makes of others: told when wrong, silent when right."""

from decimal import Decimal

import pytest
from reading import known, part

from crossfoot.amounts.scan import scan
from crossfoot.numbers.mistyped import slipped

NOTHING = known()
PAIRS = [
    (
        (
            "It closed 268 cases in the first half. It closed another 144 in the second, "
            "which brings the total to {}."
        ),
        "412",
        "421",
        "268 + 144 is 412",
    ),
    (
        (
            "Repairs cost £3.1m. Rent cost a further £2.2m, so that premises came to {} in "
            "all."
        ),
        "£5.3m",
        "£5.8m",
        "£3.1m + £2.2m is £5.3m",
    ),
    (
        (
            "Referrals went from 1,250 in 2022/23 to 1,425 in 2023/24. This {} growth was "
            "not planned."
        ),
        "14%",
        "41%",
        "1,250 to 1,425 is a change of 14%",
    ),
    (
        "Complaints were up from 118 to 155, a rise of {}.",
        "37",
        "73",
        "118 to 155 is a change of 37",
    ),
    (
        "Costs were down from £340,000 to £250,000, a saving of {}.",
        "£90,000",
        "£80,000",
        "£340,000 to £250,000 is a change of £90,000",
    ),
    (
        "There were 150 incidents among 12,000 residents, a rate of {} per 1,000.",
        "12.5",
        "15.2",
        "150 to 12,000, for each 1,000, is 12.5",
    ),
    (
        "The district has 250,000 people and saw 100 new cases, or {} per 100,000.",
        "40",
        "14",
        "250,000 to 100, for each 100,000, is 40",
    ),
    (
        "Of the 64 recommendations, 45 are in use; the remaining {} are in hand.",
        "19",
        "91",
        "64 less the others leaves 19",
    ),
    (
        (
            "They looked at 80 files. They passed 49, queried 8 and rejected the remaining "
            "{}."
        ),
        "23",
        "32",
        "80 less 49 and 8 is 23",
    ),
    (
        "Of funds, 47% come from grants and 35% from fees; the remaining {} are gifts.",
        "18%",
        "28%",
        "100% less 47% and 35% is 18%",
    ),
    (
        "Over five years the unit handled 1,550 appeals, or {} a year on average.",
        "310",
        "301",
        "1,550 by five is 310",
    ),
    (
        "Site A made 240 visits and site B 80, so that site A made {} times as many.",
        "three",
        "four",
        "240 by 80 is three",
    ),
    (
        "Of 250 votes 200 were for and 50 against, a majority of {}.",
        "four to one",
        "five to one",
        "200 by 50 is four to one",
    ),
    (
        "The council answered 1,800 of 2,500 requests in time, {} of all requests.",
        "72%",
        "62%",
        "1,800 of 2,500 is 72%",
    ),
    (
        "Leeds raised £40,000 and Hull £31,000, a gap of {}.",
        "£9,000",
        "£6,000",
        "the difference of £40,000 and £31,000 is £9,000",
    ),
    (
        "Against a budget of £2,400,000 it spent £2,550,000, an overspend of {}.",
        "£150,000",
        "£105,000",
        "the difference of £2,400,000 and £2,550,000 is £150,000",
    ),
    (
        "It spent £2,550,000 against a budget of £2,400,000, an overspend of {}.",
        "£150,000",
        "£105,000",
        "the difference of £2,400,000 and £2,550,000 is £150,000",
    ),
    (
        "The grant is £4.7m this year and £4.9m next, {} over both years.",
        "£9.6m",
        "£6.9m",
        "£4.7m + £4.9m is £9.6m",
    ),
    (
        "Reserves of £150,000 cover {} months of spending, which runs at £50,000 a month.",
        "three",
        "six",
        "£150,000 by £50,000 is three",
    ),
    (
        "Each of the 36 clubs received £200, which came to {}.",
        "£7,200",
        "£2,700",
        "36 × £200 is £7,200",
    ),
    (
        "Questionnaires went to 1,450 members. After 320 were set aside, {} remained.",
        "1,130",
        "1,310",
        "1,450 less 320 is 1,130",
    ),
    (
        "Waiting lists halved, from 840 to {}, within a year.",
        "420",
        "240",
        "“halved” from 840 is 420",
    ),
]


def told(text: str) -> list[str]:
    """Return the messages on the numbers of a text."""
    found = part(text, NOTHING).findings
    return [one.message for one in found if one.level != "note"]


@pytest.mark.parametrize(("text", "right", "wrong", "why"), PAIRS)
def test_a_number_that_others_make_is_held_to_them(
    text: str, right: str, wrong: str, why: str
) -> None:
    """The wrong number is told with what the others make, and the right one is not."""
    assert told(text.format(right)) == []
    assert told(text.format(wrong)) == [f"Text says “{wrong}”; {why}"]


@pytest.mark.parametrize(
    "text",
    [
        "It closed 268 cases last year. It closed 144 in May, and the total was 421.",
        "There were 150 incidents among 12,000 residents, or about 13 per 1,000.",
        "Leeds raised £40,000 and Hull £31,000, a gap of over £6,000.",
        "Complaints were up from 118 to 155, a rise of 950 since 2019.",
    ],
)
def test_what_may_be_another_thing_is_left_alone(text: str) -> None:
    """Without a further, with a bound, rounded or far off, nothing is told."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("said", "real", "is_one"),
    [
        ("73", "37", True),
        ("97", "37", False),
        ("1,310", "1130", True),
        ("£2.4m", "4200000", True),
        ("12", "37", False),
        ("seven", "3", False),
    ],
)
def test_a_slip_is_known_by_its_digits(said: str, real: str, *, is_one: bool) -> None:
    """Two exchanged digits, or one of three and more, make of one number another."""
    [amount] = scan(said)
    assert slipped(amount, Decimal(real)) is is_one
