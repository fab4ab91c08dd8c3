"""Relations between the numbers of a paragraph that one slip of the keys mends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import chapter, known

from crossfoot.numbers import chapter_part
from crossfoot.numbers.texts.madeof import made_of


def told(text: str) -> list[str]:
    """Return what is found in a paragraph, but what is unbound."""
    part = chapter_part(chapter(f"# One\n\n{text}\n"), known())
    return [one.message for one in part.findings if one.code == "TAB05"]


RELATIONS = [
    # One thing said in two ways is no choice of two.
    (
        "Income is £56,229 against a budget of £71,709 or £15,480 under the budget.",
        ("£15,480", "£15,408"),
        "Text says “£15,408”; £56,229 to £71,709 is a change of £15,480",
    ),
    # Words that say of what kind a number is.
    (
        "There were 1,640 falls and 614 sores; falls were the more frequent by 1,026.",
        ("1,026", "1,206"),
        "Text says “1,206”; 1,640 to 614 is a change of 1,026",
    ),
    (
        (
            "Fuel (1,736 GWh) and gas (1,748 GWh) are level, and power has 1,796 GWh."
            " These three carriers supply 5,280 GWh."
        ),
        ("5,280", "5,820"),
        "Text says “5,820”; 1,736 + 1,748 + 1,796 comes to 5,280",
    ),
    (
        "The 956 occupied beds correspond to 348,940 bed days in the 365 days.",
        ("348,940", "349,840"),
        "Text says “349,840”; 365 × 956 is 348,940",
    ),
    (
        "We let 241 homes. With the seventy-four new ones, that means 315 households.",
        ("315", "351"),
        "Text says “351”; 241 + seventy-four comes to 315",
    ),
    (
        (
            "It was cut by 1,035.2 kt. Power had 468.2 kt of the cut, which is 45%; heat"
            " had 313.8 kt."
        ),
        ("45%", "54%"),
        "Text says “54%”; 468.2 of 1,035.2 is 45%",
    ),
    (
        (
            "During the year 65,680 invoices came in, of which 61,870 (94.2%) were paid in"
            " time, leaving 3,810 paid late."
        ),
        ("3,810", "3,180"),
        "Text says “3,180”; 65,680 less 61,870 leaves 3,810",
    ),
    (
        (
            "At the year end 1,846 people had care at home, for an average of 14.5 hours a"
            " week: 26,767 hours in all."
        ),
        ("26,767", "27,667"),
        "Text says “27,667”; 1,846 × 14.5 is 26,767",
    ),
    (
        (
            "The trust referred 1,482 people. Of these, 172 were too young, which left"
            " 1,310 who could take part."
        ),
        ("172", "127"),
        "Text says “127”; 1,482 less 1,310 leaves 172",
    ),
    (
        (
            "We sent forms to 1,200 clients; 684 answered. Of those, 547 (80 per cent)"
            " were content, 103 (15 per cent) were not sure."
        ),
        ("547", "574"),
        "Text says “80 per cent”; 574 of 684 is 84 per cent",
    ),
    (
        (
            "The number in care rose from 612 to 648 a year later, an increase of 36 or"
            " 5.9%."
        ),
        ("5.9%", "9.5%"),
        "Text says “9.5%”; 36 of 612 is 5.9%",
    ),
    (
        "The crew cleared 118 miles of ditch, nine miles fewer than the 127 planned.",
        ("127", "172"),
        "Text says “nine”; 172 to 118 is a change of fifty-four",
    ),
    (
        "Last year 427 volunteers gave 31,640 hours, an average of 74 hours each.",
        ("average of 74", "average of 47"),
        "Text says “47”; 31,640 by 427 is 74 each",
    ),
    (
        "The board was to spend £104.2m. It cut this in October by £7.8m, to £96.4m.",
        ("£7.8m", "£8.7m"),
        "Text says “£8.7m”; £104.2m to £96.4m is a change of £7.8m",
    ),
]


@pytest.mark.parametrize(("text", "slip", "message"), RELATIONS)
def test_a_slip_breaks_what_a_sentence_makes_of_its_numbers(
    text: str, slip: tuple[str, str], message: str
) -> None:
    """Nothing is told of right numbers, and one thing of one that is wrong."""
    assert told(text) == []
    assert told(text.replace(*slip)) == [message]


MORE = [
    (
        "We had 7,318 letters, an increase of 8.4% on the 6,754 of the year before.",
        ("8.4%", "4.8%"),
        "Text says “4.8%”; 6,754 to 7,318 is a change of 8.4%",
    ),
    (
        "Of the 224 people in work, 133 worked full time and 91 part time.",
        ("91", "19"),
        "Text says “19”; 224 less 133 leaves 91",
    ),
    (
        "Our line took 48,260 calls. We answered 36,919 within a minute (76.5%).",
        ("36,919", "39,619"),
        "Text says “76.5%”; 39,619 of 48,260 is 82.1%",
    ),
    (
        "A case cost £1,554, compared with £1,515 in 2022, which is £39 or 2.6% more.",
        ("£39", "£93"),
        "Text says “£93”; £1,554 to £1,515 is a change of £39",
    ),
]


@pytest.mark.parametrize(("text", "slip", "message"), MORE)
def test_a_whole_and_a_change_are_made_of_what_stands_near(
    text: str, slip: tuple[str, str], message: str
) -> None:
    """Parts leave the last one, and a change may be of any two numbers."""
    assert told(text) == []
    assert message in told(text.replace(*slip))


NUMBERS = st.one_of(
    st.integers(1, 10**24).map("{:,}".format),
    st.integers(1, 99).map("10^{}".format),
    st.decimals("0.0001", "999", places=4).map(str),
    st.integers(1, 999).map("{}%".format),
    st.integers(1, 10**13).map("£{}bn".format),
    st.sampled_from(["12", "two", "half", "1 h 15 min", "3:1", "0.000000000000001"]),
)
WORDS = st.sampled_from(
    [
        "more than",
        "in all, or",
        "each of the",
        "leaving",
        "of",
        "Of the",
        ". An average of",
    ]
)


@given(st.lists(st.tuples(NUMBERS, WORDS), min_size=2, max_size=8))
def test_no_numbers_stop_the_stage(parts: list[tuple[str, str]]) -> None:
    """However long or small numbers are, relations are told of or not."""
    text = " ".join(word for pair in parts for word in pair)
    assert all(not claim.holds for claim in made_of(f"There were {text} more."))


def test_a_fix_is_offered_of_the_number_that_slipped_alone() -> None:
    """Where a part slipped, to write the stated number anew would spoil a right one."""
    left = "The board was to spend £104.2m. It cut this in May by {}, to {}."
    fixes = []
    for numbers in (("£8.7m", "£96.4m"), ("£7.8m", "£94.6m")):
        part = chapter_part(chapter(f"# One\n\n{left.format(*numbers)}\n"), known())
        [one] = [each for each in part.findings if each.code == "TAB05"]
        fixes.append((one.found, one.fix.replacement if one.fix else "", one.help))
    assert fixes == [
        ("£8.7m", "£7.8m", "Write £7.8m, or correct what it is said with"),
        ("£7.8m", "", "Correct one of them"),
    ]


FREE = [
    # Chance: no slip mends it.
    "The club sold 412 tickets and 377 cups, leaving 96 boxes for the spring.",
    # Another relation holds.
    "Of 648 people 612 stayed, leaving 36. A further 63 more came in spring.",
    # Of so many numbers some are always an exchange apart.
    "Rates of 4.1%, 5.2%, 6.3%, 7.4%, 8.5% and 9.6% were seen, 3.4 points higher.",
    # A rounded number and its exact one.
    "Over 1,900 of 2,412 people came, some 500 fewer than were asked.",
    # A share of what it leaves, or of both together.
    "The number of pupils fell by 1,882 (2.1%) to 86,530 in ten years.",
    "Some 484,729 people lived in flats. The other 7,520, or 1.5% of all, did not.",
    # One and two are of something else, or of another pair.
    "Of the 317 people, 274 received one loan and 43 received two. All were glad.",
    "There were 206 cases against 207 a year ago. Mumps fell by seven and flu by four.",
    # What is said twice is no slip, and a margin is no change.
    "It was 3.24 points lower, below the -5-point line. It was also 3.24 points below us.",
    # Either of two is no part of what follows.
    "No part of order thirteen or fourteen is left. It is so in all 72 formal parts.",
    # The sides of a size count nothing.
    "A plot has a 2 x 2 bed. One that is 81 metres long would have 9 metres of it.",
    # Nothing says that the numbers belong together.
    "The road is 65,680 metres long; 61,870 cars use it, and 3,180 lorries.",
]


@pytest.mark.parametrize("text", FREE)
def test_numbers_that_no_slip_parts_are_let_be(text: str) -> None:
    """A relation that may not be meant is told of nobody."""
    assert told(text) == []
