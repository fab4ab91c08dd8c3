"""Numbers that a phrase says two others make: what is told, and what is left alone."""

import pytest
from reading import known, part

NOTHING = known()


def told(text: str) -> list[tuple[str, str, str]]:
    """Return what is told of a text."""
    found = part(text, NOTHING).findings
    return [(one.code, one.level, one.message) for one in found]


TOLD = (
    (
        "Text says “65%”; 212 of 341 is 62%",
        "All 341 firms were invited; 212 answered, a response rate of {}.",
        "62%",
        "65%",
    ),
    (
        "Text says “2.1%”; 1,882 up to 86,530 is 2.2%",
        "The number of pupils {} by 1,882 (2.1%) to 86,530.",
        "fell",
        "rose",
    ),
    (
        (
            "Text says “3 percentage points”; 97.1% to 97.4% is a change of 0.3 percentage"
            " points"
        ),
        "In all 97.4% of it was paid, {} more than the 97.1% of the year before.",
        "0.3 percentage points",
        "3 percentage points",
    ),
    (
        "Text says “four”; 70 to 67 is a change of three",
        (
            "Cases fell from 74 to 67, a reduction of 9.5%, and were {} below the limit of"
            " 70."
        ),
        "three",
        "four",
    ),
    (
        "Text says “eight”; 92% to 87% is five",
        "Our target is 92%, so at 87% we are {} points short.",
        "five",
        "eight",
    ),
    (
        (
            "Text says “6.2 percentage points”; 65.0% to 56.8% is a change of 8.2 percentage"
            " points"
        ),
        (
            "It was highest in the hills (65.0%) and lowest on the coast (56.8%), a gap of"
            " {}."
        ),
        "8.2 percentage points",
        "6.2 percentage points",
    ),
    (
        "Text says “15.0”; 41.8% to 25.8% is 16.0",
        (
            "Work was found by 71 of 170 here (41.8%) and 42 of 163 there (25.8%), a"
            " difference of {} points."
        ),
        "16.0",
        "15.0",
    ),
    (
        "Text says “£600,000”; eleven × £60,000 is £660,000",
        (
            "Pay £60,000 to a new office in each of the eleven towns that have none, {} in"
            " total."
        ),
        "£660,000",
        "£600,000",
    ),
    (
        "Text says “140”; 30 × five is 150",
        "Pay for 30 places a year, for five years: {} new advisers.",
        "150",
        "140",
    ),
    (
        "Text says “74”; 31,640 by 472 is 67 each",
        "Last year {} volunteers gave 31,640 hours, an average of 74 hours each.",
        "427",
        "472",
    ),
    (
        "Text says “five”; 15 to 11 is a change of four",
        "There were 11, {} fewer than last year's 15.",
        "four",
        "five",
    ),
    (
        "Text says “8,640”; 5,922 + 2,538 is 8,460",
        "Drains were blocked with {} dams, 5,922 of peat and 2,538 of wood (70% and 30%).",
        "8,460",
        "8,640",
    ),
    (
        "Text says “12”; 8 + 5 is 13",
        "Of the nests, 12 were robbed, {} of them by foxes and 5 by crows.",
        "7",
        "8",
    ),
    (
        "Text says “84.5%”; Seventy-two of 84 is 85.7%",
        "They took 84 samples. {} of these (84.5%) were clean.",
        "Seventy-one",
        "Seventy-two",
    ),
    # The share in brackets stands between two counts.
    (
        "Text says “91.6”; 251,043 to 241,206, for each 100, is 96.1",
        (
            "There were 251,043 women (51.0%) and 241,206 men (49.0%), or {} men for every"
            " 100 women."
        ),
        "96.1",
        "91.6",
    ),
    (
        (
            "Text says “1.4 percent”; 72.4 percent to 74.0 percent is a change of 1.6"
            " percent"
        ),
        (
            "On the day 74.0 percent were in good order. That is {} above last year's 72.4"
            " percent."
        ),
        "1.6 percent",
        "1.4 percent",
    ),
    (
        "Text says “28”; 66 less 40 leaves 26",
        "Of the 66 samples, 40 passed and {} failed.",
        "26",
        "28",
    ),
    (
        "Text says “560”; 60% of 800 is 480",
        "We expect 60% of the 800 households (about {}) to reply.",
        "480",
        "560",
    ),
    (
        "Text says “52”; half of 84 is 42",
        "About half of our 84 volunteers, {} people, are over 60.",
        "42",
        "52",
    ),
    (
        "Text says “three”; five less the others leaves two",
        "Of the five sites, three are open and the other {} are closed.",
        "two",
        "three",
    ),
    (
        "Text says “£1,530”; 18 × £75 is £1,350",
        "The consultant worked 18 hours at £75 an hour, {} in all.",
        "£1,350",
        "£1,530",
    ),
    (
        "Text says “£690”; 12 × £80 is £960",
        "We bought 12 tablets at £80 each ({}).",
        "£960",
        "£690",
    ),
    (
        "Text says “£1,530”; Eighteen × £75 is £1,350",
        "Eighteen hours at £75 an hour come to {} in all.",
        "£1,350",
        "£1,530",
    ),
    (
        "Text says “206”; 5 × 52 is 260",
        "With 5 sessions a week for 52 weeks, we ran {} sessions.",
        "260",
        "206",
    ),
    (
        "Text says “£18”; £300 by 20 is £15",
        "The £300 was split equally between 20 families, so each family got {}.",
        "£15",
        "£18",
    ),
    (
        "Text says “50%”; 200 to 260 is a change of 30%",
        "Visits rose from 200 to 260, or {}.",
        "30%",
        "50%",
    ),
    (
        "Text says “£570”; £400 + £200 + £150 is £750",
        "Staff cost £400, rent £200 and heat £150: {} altogether.",
        "£750",
        "£570",
    ),
    (
        "Text says “16”; 2011 to 2023 is 12",
        "The scheme ran from 2011 to 2023 and lasted {} years.",
        "12",
        "16",
    ),
    (
        "Text says “46”; 1980 to 2022 is 42",
        "Born in 1980, she was {} when she took office in 2022.",
        "42",
        "46",
    ),
    (
        "Text says “-€6,000”; the difference of €30,000 and €34,000 is -€4,000",
        "Income was €30,000 and expenditure €34,000, a result of {}.",
        "-€4,000",
        "-€6,000",
    ),
    (
        "Text says “£4,000”; the difference of £52,000 and £46,000 is £6,000",
        "Income was £52,000 and spending £46,000, so the surplus was {}.",
        "£6,000",
        "£4,000",
    ),
    (
        "Text says “260”; 8 × 30 is 240",
        "Each of the 8 rooms has 30 seats, {} seats in all.",
        "240",
        "260",
    ),
    (
        "Text says “-25%”; 400 to 320 is a change of -20%",
        "Waste fell to 320 tonnes from 400 tonnes the year before (-{}%).",
        "20",
        "25",
    ),
    (
        "Text says “16”; 38 to 52 is a change of 14",
        "There were 52 events this year and 38 last year, {} more.",
        "14",
        "16",
    ),
    (
        "Text says “28”; three × 8 is 24",
        "She teaches three classes of 8 hours, {} hours a week.",
        "24",
        "28",
    ),
    (
        "Text says “£48m”; £120m less £82m is £38m",
        "Of the budget of £120m, £82m has been committed; {} is still to be allocated.",
        "£38m",
        "£48m",
    ),
    (
        "Text says “65%”; 45 of 75 is 60%",
        "A total of 45 of the 75 sites (that is, {}%) were visited.",
        "60",
        "65",
    ),
    (
        "Text says “£2,610”; 6,000 × £0.36 is £2,160",
        "The printer charged £0.36 a copy for 6,000 copies, {} in total.",
        "£2,160",
        "£2,610",
    ),
    (
        "Text says “1,200”; three × 500 is 1,500",
        "Patients took 500 mg three times a day, {} mg daily.",
        "1,500",
        "1,200",
    ),
    (
        "Text says “65.2%”; 400 of 640 is 62.5%",
        "Out of 640 letters sent, 400 came back, a response rate of {}%.",
        "62.5",
        "65.2",
    ),
    (
        "Text says “52”; 150 less 108 is 42",
        "There are 150 beds; 108 are occupied, so {} are free.",
        "42",
        "52",
    ),
    (
        "Text says “16”; 42 less 24 is 18",
        "We set 42 actions. We completed 24 of them, leaving {}.",
        "18",
        "16",
    ),
    (
        "Text says “46”; 210 to 174 is a change of 36",
        "Cases dropped by {}, from 210 to 174.",
        "36",
        "46",
    ),
    (
        "Text says “£1,404”; £1,200 plus 20% is £1,440",
        "The fee is £1,200 plus 20% VAT, {} in all.",
        "£1,440",
        "£1,404",
    ),
    (
        "Text says “£160”; £200 less 10% is £180",
        "With a 10% discount the £200 pass costs {}.",
        "£180",
        "£160",
    ),
    (
        "Text says “60%”; 100% less 45% leaves 55%",
        "Women made up 45% of staff and men {}%.",
        "55",
        "60",
    ),
    (
        "Text says “9”; 50 to 57 is a change of 7",
        "We planted 57 trees against a target of 50, {} over.",
        "7",
        "9",
    ),
    (
        "Text says “6”; 11% to 15% is 4",
        "The rate rose from 11% to 15%, up {} points.",
        "4",
        "6",
    ),
    (
        "Text says “£5,400”; £18,000 by four is £4,500",
        "The £18,000 prize was shared equally by four schools, {} each.",
        "£4,500",
        "£5,400",
    ),
    (
        "Text says “12”; Five + six comes to 11",
        "Five nurses and six carers work nights, {} people altogether.",
        "11",
        "12",
    ),
    (
        "Text says “54.0%”; 5,400 of 12,000 is 45.0%",
        "Turnout was {}% (5,400 of 12,000 electors).",
        "45.0",
        "54.0",
    ),
    (
        "Text says “48”; 120 less 36 is 84",
        "We audited 120 files. Of these, 36 had errors and {} had none.",
        "84",
        "48",
    ),
    (
        "Text says “27”; 75 to 58 is a change of 17",
        "The unit closed 58 cases, {} fewer than the 75 it closed in 2022.",
        "17",
        "27",
    ),
    (
        "Text says “68”; twice 44 is 88",
        "The north has 44 clinics and the south twice as many, {}.",
        "88",
        "68",
    ),
    (
        "Text says “47”; the difference of 85 and 48 is 37",
        "We recruited 85 members and lost 48, a net gain of {}.",
        "37",
        "47",
    ),
    (
        "Text says “420”; 365 + 61 - 24 is 402",
        "The year began with 365 members; 61 joined and 24 left, leaving {}.",
        "402",
        "420",
    ),
    (
        "Text says “£24.60”; £24.00 plus 10% is £26.40",
        "The fee rose by 10% from £24.00 to {}.",
        "£26.40",
        "£24.60",
    ),
    (
        "Text says “£25”; £35 to £50 is a change of £15",
        "Prices ran from £35 to £50, a range of £{}.",
        "15",
        "25",
    ),
    (
        "Text says “18”; four × four is 16",
        "The four panels of four judges, {} in all, met twice.",
        "16",
        "18",
    ),
)


@pytest.mark.parametrize(("message", "text", "right", "wrong"), TOLD)
def test_a_number_that_a_phrase_denies_is_told(
    message: str, text: str, right: str, wrong: str
) -> None:
    """One warning stands on the number, and none on the right one."""
    assert told(f"# A\n\n{text.format(wrong)}\n") == [("TAB05", "warning", message)]
    assert told(f"# A\n\n{text.format(right)}\n") == []


LEFT = (
    "A run was set up with 96.6M steps, 83 entries, 280 bytes per entry.",
    "Of the 66 people, 40 had a car and 30 a bicycle.",
    "Of the 66 samples, 40 passed and 12 were lost.",
    "Some 45% of women and 60% of men agreed.",
    "It took 18 hours at £75 an hour, £20 for the train in all likelihood.",
    "We bought 3 lamps at £80 each (2 of them broken).",
    "Income was £52,000 and spending £46,000, and the surplus of 2021 was £900.",
    "About 60% of the 800 households (12 of them new) replied.",
    "Born in 1980, she had 3 children in 2022.",
    "There are 15 members, with 3 from the north and 4 from the south.",
    "The rate rose by 10% a year from 24 to 40.",
    "There were 52 events this year and 38 last year, more than ever.",
    "There were 415 fires, 35 fewer than the year before and 44 fewer than in 2022.",
    "It ran 415 clubs, 35 more than the region or 44 other towns.",
    "Of these, 71 paid it from fees, 44 from grants and 28 from reserves.",
    "We sent 90 forms, 30 of them by post and 20 by hand.",
    "It grew by 20 in the west and to 3,620 in the east.",
)


@pytest.mark.parametrize("text", LEFT)
def test_what_may_mean_something_else_is_no_phrase(text: str) -> None:
    """Parts that may not be all, other things and other times are left alone."""
    assert told(f"# A\n\n{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "It rose from 12.5% to 20%, up 8 points.",
        "It rose from 12.4% to 20.1%, up 8 points.",
        "It rose from 12.3% to 20.0%, a rise of 8 percentage points.",
        "It fell from 12.5% to 10.0%, down 3 percentage points.",
        "It fell from 12.5% to 10.0%, down 2 points.",
        "The share rose from 32% to 38%, up 5 percentage points.",
        "The share rose from 32% to 38%, up 7 points.",
    ],
)
def test_points_may_be_rounded_to_whole_ones(text: str) -> None:
    """Shares with places come to points without; whole ones were rounded as well."""
    assert told(text) == []


def test_points_that_no_rounding_makes_are_told() -> None:
    """Three numbers may each be half a step off, and not more."""
    text = "The share rose from 32% to 38%, up {} {}."
    ways = ("percentage points", "points")
    assert [len(told(text.format(8, way))) for way in ways] == [1, 1]


def test_a_sign_is_kept_in_what_to_write() -> None:
    """A loss with a minus sign is one in the number to write, too."""
    text = "Income was €30,000 and expenditure €34,000, a result of -€6,000."
    found = part(f"# A\n\n{text}\n", NOTHING).findings
    assert [one.expected for one in found] == ["-€4,000"]


def test_years_may_count_both_ends() -> None:
    """From 2011 to 2023 are twelve years, or thirteen with the first and the last."""
    text = "The scheme ran from 2011 to 2023 and lasted {} years."
    wrong = [
        bool(told(f"# A\n\n{text.format(many)}\n")) for many in (10, 11, 12, 13, 14)
    ]
    assert wrong == [True, False, False, False, True]
