"""Which rows and columns a total is taken to be the sum of."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing


def said(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]


CHAPTERS = """
    Chapter | Words | Long | Short | Others | Total | Per page
    One | 7,460 | 3 | 4 | 5 | 12 | 1.6
    Two | 7,483 | 3 | 6 | 5 | 14 | 1.8
    Three | 16,428 | 11 | 22 | 4 | 37 | 2.2
    Four | 11,906 | 8 | 18 | 5 | 31 | 2.6
    Five | 10,566 | 8 | 12 | 3 | 23 | 2.1
    Six | 10,891 | 11 | 18 | 6 | 35 | 3.2
    Seven | 13,608 | 9 | 12 | 2 | 23 | 1.7
    Eight | 14,006 | 21 | 13 | 10 | {} | 3.1
    Nine | 12,205 | 13 | 4 | 10 | 27 | 2.2"""


def test_many_small_rows_show_which_columns_a_total_holds() -> None:
    """Eight rows that add up by chance are none, however small they are."""
    assert said(CHAPTERS.format("44")) == []
    told = ["Total says “49”; its 3 parts add up to 44"]
    assert said(CHAPTERS.format("49")) == told


def test_few_small_rows_show_nothing_of_the_columns_of_a_total() -> None:
    """Of columns that are picked freely a few small rows fit by chance."""
    few = CHAPTERS.format("49").splitlines()
    assert said("\n".join([*few[:5], *few[-2:]])) == []


GRADES = """
    Quarter | Europe | Africa | America | Asia
    Low | | | |
    First | 6,350 | 230,273 | 74,520 | 462,425
    Second | 7,350 | 297,098 | 101,540 | 636,584
    Total | 13,700 | 527,371 | 176,060 | 1,099,009
    High | | | |
    First | 814,400 | 230,223 | 207,180 | 524,189
    Second | 862,300 | 268,756 | 258,306 | 729,628
    Total | 1,676,700 | 498,979 | 465,486 | 1,253,817
    All | | | |
    First | 820,750 | 460,496 | 281,700 | 986,614
    Second | 869,650 | {} | 359,846 | 1,366,212
    Total | 1,690,400 | 1,026,350 | 641,546 | 2,352,826"""


def test_a_total_of_totals_is_held_to_its_own_rows_as_well() -> None:
    """What is broken down twice comes to its total twice, but for a wrong column."""
    assert said(GRADES.format("565,854")) == []
    told = ["Total says “1,026,350”; its 2 parts add up to 1,026,530"]
    assert said(GRADES.format("566,034")) == told


def test_a_total_of_totals_above_other_rows_is_let_be() -> None:
    """Rows that add up to it in two columns only may be something else."""
    other = GRADES.format("566,034").replace("986,614", "886,614")
    assert said(other) == []


PUPILS = """
    Year | New, total | Girls | Boys | All, total | All girls | All boys
    {}
    2021 | 23 | {} | 16 | 95 | 50 | 45"""


def years(count: int) -> str:
    """Return rows of so many years in which each total comes before its parts."""
    new = ((2000 + k, 11 + k, 20 + 2 * k) for k in range(count))
    rows = ((at, a + b, a, b, 4 * a + 3 * b, 4 * a, 3 * b) for at, a, b in new)
    return "\n    ".join(" | ".join(map(str, row)) for row in rows)


def test_a_total_before_its_parts_is_told_where_ten_others_hold() -> None:
    """What is far off in one row of many is wrong, however it came to be."""
    assert said(PUPILS.format(years(12), 7)) == []
    told = ["New, total says “23”; its 2 parts add up to 16"]
    assert said(PUPILS.format(years(12), 0)) == told


CARE = """
    Service | Spending | Private, per cent | Public, per cent
    Care of the sick | 101,576 | 14.7 | 85.3
    In beds | 61,654 | 0.4 | 99.6
    At home | 39,922 | 36.9 | 63.1
    Nursing | 55,388 | 10.4 | 89.6
    Goods | 25,338 | 43.8 | 56.3
    Other | 22,272 | 9.1 | 90.9
    Total spending | {} | 16.3 | 83.7"""


def test_shares_beside_amounts_say_nothing_of_rows_within_rows() -> None:
    """A group and its parts are known by the amounts alone."""
    assert footing(sheet(CARE.format("204,574"))).findings == []
    assert len(said(CARE.format("240,574"))) == 1
