"""What rounding explains where it shows, and what it does not."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str, *, rounded: bool = False) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text, rounded=rounded)).findings
    return [one.message for one in found if one.level != "note"]


TRADE = """
    Service | 2006 | 2007 | 2008
    Transport | 2,114 | 2,316 | 2,508
    Travel | 1,207 | 1,384 | 1,466
    Insurance | 318 | 329 | 341
    Total | {} | {} | {}"""


def test_several_totals_that_are_off_by_rounding_are_rounded() -> None:
    """Two totals that have no cell in common are not both mistyped by so little."""
    assert said(TRADE.format("3,640", "4,028", "4,315")) == []


def test_one_total_that_is_off_by_one_is_told() -> None:
    """Whole numbers that all others add up are no rounded ones."""
    told = ["Total says “3,640”; its 3 parts add up to 3,639"]
    assert said(TRADE.format("3,640", "4,029", "4,315")) == told


def test_totals_that_are_off_by_more_are_told() -> None:
    """Half a step of each number is all that rounding explains."""
    told = [
        "Total says “3,642”; its 3 parts add up to 3,639",
        "Total says “4,026”; its 3 parts add up to 4,029",
    ]
    assert said(TRADE.format("3,642", "4,026", "4,315")) == told


def test_small_counts_are_not_rounded() -> None:
    """Games and seats are what they are."""
    text = """
    Team | Won | Drawn | Lost
    Ash | 4 | 2 | 1
    Elm | 3 | 1 | 5
    Oak | 6 | 4 | 2
    Total | 12 | 8 | 8"""
    assert len(said(text)) == 2


def test_a_wrong_cell_of_a_row_and_a_column_is_no_rounding() -> None:
    """Both sums are off by it, by the same amount."""
    text = """
    Ward | Men | Women | Total
    North | 1,412 | 1,388 | 2,800
    South | 1,207 | 1,195 | 2,403
    East | 1,301 | 1,298 | 2,599
    Total | 3,920 | 3,881 | 7,801"""
    assert said(text) == ["Total says “2,403”; its 2 parts add up to 2,402"]


def test_decimals_that_are_all_noughts_are_rounded() -> None:
    """Figures in thousands that are printed with a decimal are whole."""
    text = """
    School | 2015 | 2016
    Public | 551,000.0 | 562,000.0
    Private | 74,000.0 | 75,000.0
    Total | 624,000.0 | 637,000.0"""
    assert said(text) == []


def test_differences_of_hundreds_may_be_off_by_one() -> None:
    """Both numbers were rounded to hundreds, and their difference by itself."""
    text = """
    Firm | 2008 | 2009 | Change
    Small | 5,200 | 4,100 | -1,100
    Middle | 7,900 | 7,300 | -600
    Large | 9,400 | 8,200 | -1,200
    Very large | 3,300 | 2,900 | -500
    Abroad | 6,100 | 5,800 | -300"""
    assert said(text) == []


def test_counts_rounded_by_chance_for_secrecy_may_be_off_by_several_steps() -> None:
    """Each may be off by nearly five, so that ten of them are off by more than ten."""
    rows = [12_345, 9_870, 15_405, 8_115, 7_230, 11_960, 13_525, 10_245, 9_990, 11_505]
    text = "Town | People\n" + "\n".join(f"T{k} | {n:,}" for k, n in enumerate(rows))
    assert said(f"{text}\nTotal | {sum(rows) + 15:,}") == []
    assert len(said(f"{text}\nTotal | {sum(rows) + 40:,}")) == 1


GOODS = """
    Goods | Total | Exports | Imports
    Wood | 31,821 | 13,583 | 18,238
    Paper | 13,627 | 9,371 | 4,256
    Fuel | {} | 3,391 | 7,334"""


def test_a_large_count_that_is_off_by_one_among_few_is_rounded() -> None:
    """Of few sums of two figures that were rounded most are exact by chance."""
    assert said(GOODS.format("10,724")) == []


def test_a_large_count_that_is_off_by_two_is_told() -> None:
    """Two rounded figures and their total are off by one and a half at most."""
    told = ["Total says “10,727”; its 2 parts add up to 10,725"]
    assert said(GOODS.format("10,727")) == told


SHARES = """
    Region | All | Owned | Share
    {}"""


def test_several_shares_that_are_off_by_a_step_are_rounded() -> None:
    """They were taken of figures that were not rounded yet."""
    rows = [(n, n * 3 // 7 + n % 5, 0) for n in range(121, 520, 17)]
    shown = [(all_, some, round(100 * some / all_)) for all_, some, _ in rows]
    shown = [(a, b, c + (at in {4, 9, 14})) for at, (a, b, c) in enumerate(shown)]
    lines = [f"Town {at} | {a} | {b} | {c}%" for at, (a, b, c) in enumerate(shown)]
    assert said(SHARES.format("\n    ".join(lines))) == []


RATES = """
    State | Trips Per Hour | Expense Per Trip | Expense Per Hour
    Alder | 3.97 | $15.74 | $62.53
    Birch | 4.12 | $14.90 | $61.40
    Cedar | {} | $6.76 | $116.89
    Elm | 3.25 | $16.29 | $52.96
    Fir | 2.83 | $24.12 | $68.26
    Oak | 5.14 | $11.83 | $60.81"""


def test_quotients_in_cents_are_rounded_as_others_are() -> None:
    """`Per` says that an amount was divided, so that cents are not all of it."""
    assert said(RATES.format("17.28")) == []


def test_a_quotient_of_quotients_that_is_far_off_is_told() -> None:
    """Half a cent of each explains no more than it does."""
    assert said(RATES.format("12.78")) != []


COARSE = """
    Region | Homes | Owned | Owned (%)
    Alder | 840 | 635 | 75.6
    Birch | 1,225 | 910 | 74.3
    Cedar | 65 | 50 | {}
    Elm | 2,110 | 1,745 | 82.7
    Fir | 905 | 660 | 72.9
    Hazel | 1,340 | 1,105 | 82.5
    Oak | 3,475 | 2,560 | 73.7
    Yew | 720 | 585 | 81.3"""


def test_shares_of_counts_that_are_rounded_to_fives_are_of_those_before() -> None:
    """The counts were 63 and 52, say, and the share was taken of them."""
    assert said(COARSE.format("82.5")) == []


def test_a_share_that_such_rounding_does_not_explain_is_told() -> None:
    """A step of each count is all that it explains."""
    assert said(COARSE.format("28.5")) != []


OFFENCES = """
    Offence | All | Black | White
    Property | 160,500 | 49,800 | {}
    Burglary | 101,900 | 32,400 | 41,700
    Theft | 32,300 | 10,800 | 20,200
    Vehicles | 9,500 | 2,100 | 3,700
    Fraud | 16,800 | 4,500 | 10,400
    Total | 160,500 | 49,800 | {}"""


def test_a_table_that_says_it_is_rounded_is_so_to_the_noughts_of_its_counts() -> None:
    """One step of a hundred is rounding there as well as where nothing says so."""
    text = OFFENCES.replace("    Property | 160,500 | 49,800 | {}\n", "")
    assert said(text.format("75,900"), rounded=True) == []
    assert said(text.format("76,300"), rounded=True) != []


def test_a_row_that_others_make_up_may_be_off_by_rounded_hundreds() -> None:
    """What is no total by name is told only where rounding does not explain it."""
    text = OFFENCES.rsplit("\n", 1)[0]
    assert said(text.format("75,900"), rounded=True) == []
    assert said(text.format("86,000"), rounded=True) != []


def test_a_row_that_is_far_off_does_not_tell_of_those_that_are_rounded() -> None:
    """Changes of figures that were rounded later stay silent beside a wrong one."""
    rows = [
        (100 + 37 * at, 180 + 41 * at, 80 + 4 * at + (at in {2, 5, 7}))
        for at in range(30)
    ]
    rows[9] = (*rows[9][:2], 716)
    body = "\n".join(f"R{at} | {a} | {b} | {c}" for at, (a, b, c) in enumerate(rows))
    told = said(f"Trade | 2006 | 2016 | Change\n{body}")
    assert told == ["Change says “716”; 2016 - 2006 is 116, as in 26 other rows"]


def test_counts_of_which_most_are_hundreds_are_rounded_to_them() -> None:
    """One part that is rounded to tens makes the others no finer."""
    text = """
    System | 2015 | 2016
    Territories | 12,900 | 12,300
    Forces | 1,400 | 1,300
    Tribes | 2,510 | 2,540
    Total | 16,800 | 16,100"""
    assert said(text) == []


def test_small_tens_that_are_said_to_be_rounded_are_rounded_to_ten() -> None:
    """A caption that says so holds for what the numbers show, not for units."""
    text = """
    Area | 2016 | Difference
    North | 250 | -20
    West | 110 | 30
    Midlands | 480 | -80
    City | 150 | -100
    East | 290 | 60
    South | 170 | -40
    Total | 1,450 | {}"""
    assert said(text.format("-130"), rounded=True) == []
    told = ["Total says “-230”; its 6 parts add up to -150"]
    assert said(text.format("-230"), rounded=True) == told


PUPILS = """
    Year | Total | Infants | Juniors | Seniors
    2015 | 9,216 | 2,507 | 3,104 | 3,605
    2016 | 9,341 | 2,544 | 3,151 | 3,645
    2017 | 9,398 | 2,561 | 3,180 | 3,658
    2018 | 9,455 | 2,590 | {} | 3,671
    2019 | 9,530 | 2,613 | 3,222 | 3,695
    2020 | 9,587 | 2,640 | 3,249 | 3,699"""


def test_rows_off_by_rounding_hide_no_slip_in_another() -> None:
    """Of six rows two are off by one, and are totals for all that; one is far off."""
    assert said(PUPILS.format("3,194")) == []
    told = ["Total says “9,455”; its 3 parts add up to 12,455"]
    assert said(PUPILS.format("6,194")) == told


PRISONERS = """
    Offence | All | Men
    Total | 143,644 | {}
    Violent | 10,435 | 10,000
    Property | 5,466 | 4,600
    Drugs | 65,976 | 59,700
    Public order | 61,394 | 59,300
    Other | 373 | 300"""


def test_an_exact_total_of_parts_in_hundreds_may_be_off_by_half_of_each() -> None:
    """Parts are printed to hundreds for secrecy, below a total that is not."""
    assert said(PRISONERS.format("133,862")) == []


def test_an_exact_total_of_parts_in_hundreds_is_told_where_it_is_far_off() -> None:
    """Five parts leave 250 open, and no more."""
    assert said(PRISONERS.format("138,362")) != []


RISES = """
    Place | All | Men | Women | Rise in all | Rise in women
    Federal | 146,108 | 135,896 | 10,212 | 1.1 | 0.7
    States | 1,039,540 | 967,274 | 72,266 | 1.8 | 4.4
    Total | 1,185,648 | 1,103,170 | 82,478 | {}"""


def test_decimals_among_their_parts_beside_counts_are_no_sum() -> None:
    """A rise in per cent of the whole lies between those of its parts."""
    assert said(RISES.format("1.7 | 3.9")) == []


def test_decimals_above_their_parts_beside_counts_are_a_sum() -> None:
    """A total that is more than each part is none of its means."""
    told = ["Total says “5.3”; its 2 parts add up to 5.1"]
    assert said(RISES.format("2.9 | 5.3")) == told


def test_numbers_with_powers_of_ten_are_rounded_as_printed() -> None:
    """Six figures of `2.08059E+12` leave ten millions open, and no more."""
    text = """
        Act | Amount
        First | 7767000000
        Second | 19271000000
        Third | 2.08059E+12
        Fourth | 4.83435E+11
        Total | {}"""

    def told(total: str) -> list[str]:
        found = footing(sheet(text.format(total))).findings
        return [one.message for one in found if one.level != "note"]

    assert told("2.59107E+12") == []
    assert told("2.95107E+12") == [
        "Total says “2.95107E+12”; its 4 parts add up to 2.59106E+12"
    ]


def test_a_total_may_hold_what_is_not_available() -> None:
    """`NA` is a number that nobody has, so that the others may fall short."""
    text = """
        Year | Basic | Applied | Plant | Total
        2019 | {} | 644 | 306 | 1,150
        2020 | 210 | 655 | 290 | 1,155
        2021 | 215 | 660 | 300 | 1,175
        2022 | 220 | 670 | 310 | 1,200"""
    assert footing(sheet(text.format("200"))).failed == {}
    assert footing(sheet(text.format("NA"))).failed == {}
    assert footing(sheet(text.format("NA").replace("1,155", "1,515"))).failed != {}


def test_means_beside_sums_do_not_deny_a_row_of_all() -> None:
    """A row of all firms says sums of some columns and medians of others."""
    text = """
        Size | Firms | Value ($m) | Beta | Change | Ratio
        Small | 385 | 5,995.70 | 0.73 | 57.37 | 6.21
        Middle | 393 | 13,786.80 | 0.82 | 61.27 | 5.86
        Large | 390 | {} | 0.97 | 52.86 | 4.99
        Largest | 391 | 67,277.30 | 1.02 | 54.49 | 4.58
        All firms | 1,559 | 117,046.00 | 0.88 | 56.49 | 5.41"""
    assert said(text.format("29,986.20")) == []
    assert said(text.format("299,860.20")) == [
        "All firms says “117,046.00”; its 4 parts add up to 386,920.00"
    ]


def test_one_count_in_fives_is_no_finer_than_others_in_tens() -> None:
    """Of few that are rounded to fives all but one end in a nought by chance."""
    text = """
    Home | Count
    House | 30,560
    Flat | 1,360
    Caravan | 2,620
    Other | 17,055
    Total | {}"""
    assert said(text.format("51,590")) == []
    assert said(text.format("51,390")) == [
        "Total says “51,390”; its 4 parts add up to 51,595"
    ]
