"""Totals of tables: which foot, which do not, and which are left alone."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheeting import sheet

from crossfoot.numbers.tables.chosen import verdicts
from crossfoot.numbers.tables.footing import Footing, footing
from crossfoot.numbers.tables.lines import MOST_WORK, columns_of, rows_of
from crossfoot.numbers.tables.sheets import Sheet
from crossfoot.numbers.tables.sums import Sum

FOOTING = {
    "plain": """
        Area | Homes | People
        Dudley | 12 | 30
        Sandwell | 9 | 25
        Total | 21 | 55""",
    "rounded decimals": """
        Area | Cost (£m) | Saved (£m)
        North | 1.24 | 0.5
        South | 2.13 | 0.6
        East | 3.33 | 0.7
        Total | 6.71 | 1.8""",
    "of which": """
        Source | 2020 | 2021
        Gifts | 100 | 120
        of which legacies | 40 | 50
        Grants | 60 | 70
        Total | 160 | 190""",
    "unmarked part of another row": """
        Source | First | Second | Third
        Gifts | 102 | 121 | 133
        Income from legacies | 41 | 53 | 61
        Grants | 63 | 72 | 84
        Total income | 165 | 193 | 217""",
    "subtotals and a grand total": """
        Item | Amount
        Pay | 10
        Rent | 5
        Subtotal | 15
        Food | 7
        Travel | 2
        Subtotal | 9
        Grand total | 24""",
    "sections": """
        Item | A | B
        Staff | |
        Pay | 10 | 11
        Pensions | 2 | 3
        Staff total | 12 | 14
        Rooms | |
        Rent | 5 | 6
        Heat | 1 | 2
        Rooms total | 6 | 8
        Total | 18 | 22""",
    "total first": """
        Area | Homes | People
        All areas, total | 21 | 55
        Dudley | 12 | 30
        Sandwell | 9 | 25""",
    "blanks and dashes are nothing": """
        Area | Homes | People
        Dudley | 12 | –
        Sandwell | | 25
        Total | 12 | 25""",
    "brackets are negative": """
        Line | Plan | Actual
        Income | 500 | 510
        Costs | (420) | (450)
        Total | 80 | 60""",
    "percentages to a hundred": """
        Answer | Number | Per cent
        Yes | 41 | 62
        No | 20 | 30
        Unsure | 5 | 8
        Total | 66 | 100""",
    "accounts": """
        Line | Notes | Free (£) | Bound (£) | Total (£)
        Income from: | | | |
        Gifts | 2 | 28 | 650 | 678
        Grants | 3 | 171,600 | 865,491 | 1,037,091
        Total income | | 171,628 | 866,141 | 1,037,769
        Spending | 4 | 187,471 | 616,127 | 803,598
        Net income | | (15,843) | 250,014 | 234,171""",
    "a total column": """
        Area | First half | Second half | Total
        Dudley | 12 | 3 | 15
        Sandwell | 9 | 4 | 13
        Walsall | 7 | 1 | 8""",
}


@pytest.mark.parametrize("text", FOOTING.values(), ids=FOOTING)
def test_a_table_that_adds_up_is_footed(text: str) -> None:
    """Its totals are known to foot and nothing is said."""
    result = footing(sheet(text))
    assert result.findings == []
    assert result.footed


LEFT_ALONE = {
    "averages": """
        Area | Homes | Average size
        Dudley | 12 | 30
        Sandwell | 9 | 25
        Total | 21 | 27""",
    "an average without its name": """
        Area | Homes | Size
        Dudley | 12 | 30
        Sandwell | 9 | 25
        Total | 21 | 27""",
    "rates": """
        Area | Cases | Rate per 100
        Dudley | 12 | 3
        Sandwell | 9 | 5
        Total | 21 | 4""",
    "withheld": """
        Area | Homes | People
        Dudley | 12 | c
        Sandwell | 9 | 25
        Total | 21 | 55""",
    "answers that overlap": """
        Need | People
        Food | 120
        Rent | 100
        Company | 90
        Total people | 150""",
    "mixed units": """
        Measure | Value
        Income | £500
        Staff | 12
        Total | 512""",
    "densities": """
        Area | People | Area in km2 | Density
        Birmingham | 1,141,816 | 268 | 4,262
        Coventry | 371,521 | 99 | 3,766
        Solihull | 216,374 | 178 | 1,215
        Total | 1,729,711 | 545 | 3,174""",
    "a part of a world": """
        Country | Visitors (thousands)
        France | 3,560
        Germany | 3,230
        Total world | 40,860""",
    "years": """
        Event | Year
        Founded | 1990
        Moved | 2000
        Total | 2021""",
    "a total awarded beside a count": """
        Fund | Grants | Total awarded (£)
        Arts | 3 | 5000
        Sport | 4 | 7000""",
    "no total": """
        Area | Homes
        Dudley | 12
        Sandwell | 9""",
    "parts broken down again": """
        Asset | Debt (£m)
        Loans | 8.7
        against land | 8.7
        Bonds | 4.4
        of ours | 0.03
        of others | 4.4
        Shorts | 52.3
        here | 18.3
        there | 34
        Total | 65.5""",
    "one through the years": """
        Group | Year | Value
        Low and middle | 2001 | 4
        Low and middle | 2002 | 5
        Both total | 2001 | 8
        Both total | 2002 | 11
        Both total | 2003 | 12
        Both total | 2004 | 15""",
    "a column that just began": """
        Name | 2023 | 2024 | 2025 | Total
        Others | 8 | 30 | 40 | 78
        Ann |  | 12 | 20 | 32
        Bob |  | 9 | 8 | 17
        Cleo |  | 9 | 12 | 21""",
    "a share of something else": """
        Asset | Debt | % of total
        Loans | £9.0m | 32%
        Bonds | £8.1m | 29%
        Shorts | £10.9m | 39%
        Total | £28.0m | 93% utilization""",
    "changes whatever their signs": """
        Metric | Value
        Commits | 2,161
        Lines added | +3,939,114
        Lines deleted | -959,544
        Net change | +2,979,570
        Total changes | 4,898,658""",
    "rows of another unit in a list of measures": """
        Item | 2019 | 2020
        Letters (millions) | (X) | 6,121
        Staff, total (1,000) | 843 | 875
        Full time | 761 | 753
        Part time | 82 | 122
        Pay and pensions (million dollars) | 34,214 | 41,931
        Letters per person (1,000) | 197 | 207
        Total revenue (million dollars) \\5 | 40,074 | 49,509
        Postage | 39,201 | 50,176""",
    "what is not available for one row": """
        Industry | Firms | Sales (£m)
        Total | 1,503 | 843.4
        Farming | 416 | 118.7
        Mining | 334 | 353.5
        Building | .. | 211.6
        Trade | 618 | 159.6""",
    "a total of rates that heads its block": """
        Return | 2019 | 2020 | 2021 | 2022
        On assets from: | | | |
        Total | 2.4 | 6.0 | 11.0 | 19.8
        Income | 3.0 | 3.1 | 4.3 | 7.9
        Gains | -0.5 | 2.9 | 6.7 | 11.9
        On equity from: | | | |
        Total | 2.5 | 6.5 | 12.4 | 22.8
        Income | 2.2 | 2.2 | 3.7 | 7.8
        Gains | 0.3 | 4.3 | 8.7 | 15.0""",
    "estimates and their bounds": """
        Path | Effect | Boot SE | BootLLCI | BootULCI
        Through reading | .06 | .03 | .02 | .17
        Through sleep | 1.32 | .38 | .58 | 2.04
        Through both | -.03 | .02 | -.08 | -.01
        Total indirect effect | 1.35 | .38 | .63 | 2.06""",
    "squares of groups that are not of one size": """
        Source | SS | df | MS | F
        School | 41.20 | 2 | 20.60 | 18.07
        Year | 33.15 | 1 | 33.15 | 29.08
        School by year | 8.90 | 2 | 4.45 | 3.90
        Error | 68.40 | 60 | 1.14 |
        Total | 163.77 | 65 | |""",
    "estimates with limits on either side": """
        Cause | Cases | Lower limit | Upper limit
        Heat | 231 | 160 | 304
        Cold | 412 | 355 | 470
        Smoke | 117 | 61 | 172
        Total | 760 | 668 | 850""",
    "a total of another kind": """
        Area | Weight
        Dudley | 2
        Sandwell | 3
        Total | 9000""",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_a_total_of_another_kind_is_left_alone(text: str) -> None:
    """Averages, rates, withheld values, overlaps and mixed units are at most noted."""
    assert {one.level for one in footing(sheet(text)).findings} <= {"note"}


def said(result: Footing) -> list[tuple[str, str, str, str, str]]:
    return [
        (one.code, one.level, one.found, one.expected, one.message)
        for one in result.findings
    ]


def test_a_column_that_does_not_foot_beside_one_that_does_is_an_error() -> None:
    """The sister column proves how the total is made."""
    text = """
        Area | Homes | People
        Dudley | 12 | 30
        Sandwell | 9 | 25
        Walsall | 11 | 27
        Total | 32 | 85"""
    result = footing(sheet(text))
    message = "Total says “85”; its 3 parts add up to 82"
    assert said(result) == [("TAB02", "error", "85", "82", message)]
    [note] = result.findings[0].notes
    assert (note.place.line, note.place.end_line) == (1, 3)


def test_a_lone_column_that_nearly_foots_is_a_warning() -> None:
    """Nothing proves the rule, but the label and the nearness speak for it."""
    text = """
        Item | Amount (£m)
        First | 17.7
        Second | 3.6
        Third | 5.2
        Total | 26.9"""
    message = "Total says “26.9”; its 3 parts add up to 26.5"
    assert said(footing(sheet(text))) == [("TAB02", "warning", "26.9", "26.5", message)]


def test_a_row_of_a_total_column_is_an_error_where_others_foot() -> None:
    """Rows prove the total column as columns prove the total row."""
    text = """
        Area | First half | Second half | Total
        Dudley | 12 | 3 | 15
        Sandwell | 9 | 4 | 14
        Walsall | 7 | 1 | 8"""
    message = "Total says “14”; its 2 parts add up to 13"
    assert said(footing(sheet(text))) == [("TAB02", "error", "14", "13", message)]


def test_columns_may_prove_a_sum_that_leaves_rows_out() -> None:
    """Two large totals that foot without one row show where the third is wrong."""
    text = FOOTING["unmarked part of another row"].replace("217", "271")
    assert [
        (one.level, one.found, one.expected) for one in footing(sheet(text)).findings
    ] == [("error", "271", "217")]


def test_a_total_beside_totals_that_foot_is_checked_however_far_off() -> None:
    """Other totals of the column prove what it is."""
    text = FOOTING["subtotals and a grand total"].replace("15", "65")
    assert [
        (one.level, one.found, one.expected) for one in footing(sheet(text)).findings
    ] == [("warning", "65", "15")]


def test_a_total_in_the_middle_of_its_parts_is_doubted() -> None:
    """It may be an average, so two columns that foot make it a warning, not an error."""
    text = """
        Service | 2020 (£000) | 2021 (£000) | 2022 (£000)
        Care | 91,204 | 95,310 | 991,200
        Children | 37,018 | 36,870 | 37,990
        Housing | 12,911 | 13,402 | 12,760
        Total | 141,133 | 145,582 | 149,870"""
    found = footing(sheet(text)).findings
    assert [(one.code, one.level, one.found) for one in found] == [
        ("TAB02", "warning", "149,870")
    ]


def test_percentages_that_miss_a_hundred_are_a_warning() -> None:
    """Beyond one and a half points, and beyond rounding, it is no rounding."""
    text = """
        Answer | Number | Per cent
        Yes | 41 | 62
        No | 20 | 20
        Unsure | 5 | 8
        Total | 66 | 100"""
    assert [(one.code, one.level) for one in footing(sheet(text)).findings] == [
        ("TAB02", "warning")
    ]


DECLARED = """
    Area | Spent | Left
    North | {} | 5
    South | {} | 6
    Total | {} | 12"""


def test_a_declared_total_is_strict() -> None:
    """What is declared is an error, also where inference would know nothing."""
    result = footing(sheet(DECLARED.format(2, 3, 9000), total="spent"))
    message = "Total says “9000”; its 2 parts add up to 5"
    assert said(result)[0] == ("TAB01", "error", "9000", "5", message)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("Gasto en 2024", "9"), ("gasto-en-2024", "9"), ("Σύνολο", "8"), ("—", "")],
)
def test_a_column_is_named_in_any_language_with_or_without_spaces(
    name: str, wrong: str
) -> None:
    """What is compared are letters and digits, of whatever script."""
    text = "Έτος | Gasto en 2024 | Σύνολο\nA | 2 | 3\nB | 3 | 4\nTotal | 9 | 8"
    told = footing(sheet(text, total=name)).findings
    assert [one.found for one in told if one.code == "TAB01"] == [wrong] * bool(wrong)


def test_a_total_of_a_missing_column_is_named() -> None:
    """`total=` must name a column that is there and holds numbers."""
    missing = footing(sheet(DECLARED.format(1, 2, 3), total="spnt"))
    words = footing(sheet(DECLARED.format(1, 2, 3), total="area"))
    assert [one.message for one in missing.findings[:1]] == [
        "total= names “spnt”, which is not in the table"
    ]
    assert [one.message for one in words.findings[:1]] == [
        "total= names “area”, which holds no numbers to add up"
    ]


def test_foot_declares_rows_and_columns() -> None:
    """`foot="rows cols"` holds the last column and the last row to their sums."""
    text = """
        Area | A | B | Sum
        North | 1 | 2 | 3
        South | 4 | 5 | 10
        Whole | 5 | 7 | 14"""
    result = footing(sheet(text, foot="rows cols"))
    assert {(one.code, one.found, one.expected) for one in result.findings} == {
        ("TAB01", "14", "13"),
        ("TAB01", "10", "9"),
    }


NUMBERS = st.lists(st.integers(1, 10**6), min_size=2, max_size=8)


@given(NUMBERS, st.integers(-(10**6), 10**6))
def test_a_declared_total_of_whole_numbers_is_exact(
    values: list[int], shift: int
) -> None:
    """The sum itself foots; any other number is found."""
    rows = "\n".join(f"Part {at} | {value}" for at, value in enumerate(values))
    text = f"Item | Amount\n{rows}\nTotal | {sum(values) + shift}"
    result = footing(sheet(text, total="Amount"))
    assert [one.code for one in result.findings] == (["TAB01"] if shift else [])


TRUE = st.lists(st.decimals(0, 10**5, places=4), min_size=2, max_size=8)


def test_a_declared_total_is_the_sum_of_the_same_rows_in_each_column() -> None:
    """Rows that make up one column alone, where others need all, do so by chance."""
    text = """
        Team | Games | Goals | Cards
        Blues | 11 | 8 | 3
        Reds | 12 | 6 | 1
        Reds | 17 | 5 | 9
        Total | 40 | 19 | 10"""
    found = footing(sheet(text, foot="cols")).findings
    told = [one.message for one in found if one.code == "TAB01"]
    assert told == ["Total says “10”; its 3 parts add up to 13"]


def test_a_column_of_votes_against_is_no_column_of_numbers_of_rows() -> None:
    """`No` beside `Yes` is an answer; alone it numbers the rows."""
    text = """
        Precinct | YES | NO
        Total Votes | 398 | 449
        Hall | 93 | 54
        School | 258 | 307
        Early | 47 | {early}"""
    assert footing(sheet(text.format(early="88"))).findings == []
    told = footing(sheet(text.format(early="78"))).findings
    message = "Total Votes says “449”; its 3 parts add up to 439"
    assert [one.message for one in told] == [message]


@pytest.mark.parametrize(
    "heading",
    ["Spent to date", "Year to date", "This year", "Prior-year", "Budget for the year"],
)
def test_a_heading_may_say_of_which_time_its_amounts_are(heading: str) -> None:
    """They add up as others do; ages and years themselves do not."""
    text = """
        Project | Budget | {}
        Quay | 38.0 | 21.7
        Berth | 24.5 | 24.1
        Roofs | 3.2 | 3.4
        Total | 65.7 | {}"""
    assert footing(sheet(text.format(heading, "49.2"))).findings == []
    told = footing(sheet(text.format(heading, "42.9"))).findings
    message = "Total says “42.9”; its 3 parts add up to 49.2"
    assert [one.message for one in told] == [message]
    assert footing(sheet(text.format("Age this year", "42.9"))).findings == []


def test_a_declared_total_of_one_row_says_what_the_row_says() -> None:
    """Rounding cannot part the two, as it is one number."""
    text = """
        Hedges | £m
        Cash flow | 914
        Total | 913"""
    found = footing(sheet(text, foot="cols")).findings
    told = [one.message for one in found if one.code == "TAB01"]
    assert told == ["Total says “913”; its 1 part adds up to 914"]


@given(TRUE, st.integers(0, 2))
def test_rounded_parts_always_foot(values: list[Decimal], places: int) -> None:
    """Parts and total rounded from true values agree, whatever they are."""
    step = Decimal(1).scaleb(-places)

    def printed(value: Decimal) -> str:
        return f"{value.quantize(step, ROUND_HALF_UP):,f}"

    rows = "\n".join(f"Part {at} | {printed(value)}" for at, value in enumerate(values))
    text = f"Item | Amount\n{rows}\nTotal | {printed(sum(values, Decimal(0)))}"
    assert footing(sheet(text, rounded=True, total="Amount")).findings == []


@given(TRUE, st.integers(0, 2))
def test_beyond_rounding_a_declared_total_never_foots(
    values: list[Decimal], places: int
) -> None:
    """More than half a step a number too much is found."""
    step = Decimal(1).scaleb(-places)
    said = [value.quantize(step, ROUND_HALF_UP) for value in values]
    total = sum(said, Decimal(0)) + step * ((len(said) + 1) // 2 + 1)
    rows = "\n".join(f"Part {at} | {value:,f}" for at, value in enumerate(said))
    text = f"Item | Amount\n{rows}\nTotal | {total:,f}"
    result = footing(sheet(text, rounded=True, total="Amount"))
    assert [one.code for one in result.findings] == ["TAB01"]


SCALED = """
    Assets | 2024 | 2025
    Cash | 9,482 | 9,556
    Receivables | 6,118 | 6,185
    Stocks | 7,016 | 7,551
    Prepaid | 2,095 | 2,100
    Total | {} | 25,392"""


@pytest.mark.parametrize(
    ("said", "scaled", "strict", "codes"),
    [
        ("24,711", True, False, []),
        ("24,710", True, False, []),
        ("24,712", True, False, []),
        ("24,708", True, False, ["TAB02"]),
        ("24,714", True, False, ["TAB02"]),
        ("24,708", False, False, ["TAB02"]),
        ("24,710", True, True, ["TAB01"]),
    ],
)
def test_amounts_in_millions_are_rounded(
    said: str, scaled: bool, strict: bool, codes: list[str]
) -> None:
    """A total of amounts in millions may be a step off, unless it is declared."""
    more = {"foot": "cols"} if strict else {}
    result = footing(sheet(SCALED.format(said), scaled=scaled, **more))
    assert [one.code for one in result.findings] == codes


def test_a_column_of_units_tells_of_millions_as_a_heading_does() -> None:
    """Rows of millions of dollars are rounded, one by one."""
    lines = SCALED.format("24,710").strip().splitlines()
    head, *rows = (line.strip().replace(" |", " | {} |", 1) for line in lines)

    def codes(unit: str) -> list[str]:
        text = "\n".join([head.format("Unit"), *(row.format(unit) for row in rows)])
        return [one.code for one in footing(sheet(text)).findings]

    assert codes("Million dollars") == codes("1,000") == []
    assert codes("Dollars") == ["TAB02"]


def test_blank_cells_of_a_rounded_table_are_off_by_nothing() -> None:
    """Where neither a total nor its part holds a number, nothing can be rounded."""
    text = "Item | A | B\nPay | 10 |\nRent | 5 | 4\nFood | 2 | 3\nTotal | 17 |"
    assert Sum(rows_of(sheet(text, rounded=True)), 3, (0,)).reach(1) == 0


def test_columns_of_classes_of_money_are_counts() -> None:
    """Their headings are bounds, and rows in per cent are no part of the total."""
    text = """
        Item | Unit | Total | Under £5m | £5m to £50m | £50m or more
        Charities | Number | 1,286 | {number} | 391 | 54
        Income | £m | 12,417.8 | 1,152.5 | 4,106.1 | 7,159.2
        Grown | Percent | 1.6 | 2.8 | 3.7 | 1.5
        With reserves | Percent | 79.4 | 72.6 | 80.0 | 99.3"""
    assert said(footing(sheet(text.format(number="841")))) == []
    assert said(footing(sheet(text.format(number="814")))) == [
        (
            "TAB02",
            "warning",
            "1,286",
            "1,259",
            "Total says “1,286”; its 3 parts add up to 1,259",
        )
    ]


def test_the_order_of_rows_changes_no_verdict() -> None:
    """The rows above a total may stand in any order."""
    lines = FOOTING["plain"].replace("55", "56").strip().splitlines()
    head, *rows, total = [line.strip() for line in lines]
    one = footing(sheet("\n".join([head, *rows, total]))).findings
    other = footing(sheet("\n".join([head, *reversed(rows), total]))).findings
    assert [(one.message, one.level) for one in one] == [
        (one.message, one.level) for one in other
    ]


@given(st.permutations(range(6)), st.integers(-50, 50))
def test_a_total_is_the_same_in_any_order(order: list[int], shift: int) -> None:
    """Whatever the order of its parts, a bare total is told of or not."""
    values = (310, 42, 1207, 88, 560, 9)
    rows = "\n".join(f"Part {at} | {values[at]}" for at in order)
    text = f"Item | Amount (£)\n{rows}\nTotal | {sum(values) + shift}"
    told = [one for one in footing(sheet(text)).findings if one.level != "note"]
    assert bool(told) == (abs(shift) > 1)


def wide(rows: int, columns: int, total_each: int) -> Sheet:
    """Return a large sheet in which every so many rows there is a total that fails."""
    small = sheet("A\n" + "\n".join(str(n * 37 % 9973) for n in range(97)))
    fields = [row[0] for row in small.rows]
    texts = sheet("Label\nRow\nTotal").rows
    heads = ("Area", *(f"In {chr(97 + k)}" for k in range(columns - 1)), "Total")
    body = tuple(
        (
            texts[at % total_each == total_each - 1][0],
            *(fields[(at * 7 + k * 11) % 97] for k in range(columns)),
        )
        for at in range(rows)
    )
    return replace(small, headings=heads, names=heads, rows=body)


@pytest.mark.parametrize("total_each", [20_000, 100, 7])
def test_no_table_makes_the_check_slow(total_each: int) -> None:
    """Twenty thousand rows of twenty columns cost a bounded number of visits."""
    large = wide(20_000, 20, total_each)
    for sides in (rows_of(large), columns_of(large)):
        for index, line in enumerate(sides.lines):
            if line.kind == "total":
                verdicts(sides, index)
            if sides.work.done > MOST_WORK:
                break
        # One sum may be begun when the limit is reached, and no more.
        assert sides.work.done <= MOST_WORK + 2 * 20_000


MARKED = """
    Item | Cost
    Venue | 340
    ├── Room | 300
    └── Chairs | {}
    Food | 90
    Total | 430"""


def test_rows_that_are_marked_as_parts_make_up_the_row_above() -> None:
    """They are no parts of the total, and a row that they do not make up is told."""
    assert footing(sheet(MARKED.format(40))).findings == []
    found = footing(sheet(MARKED.format(50))).findings
    assert [(one.level, one.message) for one in found] == [
        ("warning", "Venue says “340”; its 2 parts add up to 350")
    ]


def test_totals_one_column_off_are_told_as_such() -> None:
    """The sums stand in the next column."""
    text = """
        Area | One | Two | Three
        Dudley | 12 | 30 | 44
        Sandwell | 9 | 25 | 31
        Walsall | 11 | 27 | 28
        Total | 30 | 32 | 82"""
    [found] = footing(sheet(text)).findings
    assert (
        found.message
        == "Total says “30, 32, 82”; the sums stand one column to the right"
    )
    assert found.expected == "32, 82, 103"


def test_rows_left_out_with_dots_leave_the_total_open() -> None:
    """What stands between is not known."""
    text = "Archive | Files\nFirst | 20\nSecond | 18\n... | \nTotal | 83"
    assert {one.level for one in footing(sheet(text)).findings} == {"note"}


def test_a_doubled_row_is_not_left_out_of_the_sum() -> None:
    """A row that stands twice is told, though the sum without it would foot."""
    text = """
        Area | Homes | People
        Dudley | 312 | 930
        Dudley | 312 | 930
        Sandwell | 209 | 725
        Walsall | 118 | 402
        Total | 639 | 2,057"""
    found = footing(sheet(text)).findings
    assert [(one.code, one.level) for one in found] == [("TAB10", "error")]


def test_a_total_of_a_group_is_held_to_the_rows_of_its_key() -> None:
    """Where totals differ in their other columns, each is that of its own rows."""
    text = """
        Name | Town | Votes
        Ann | Hove | 120
        Bob | Hove | 80
        Ann | Rye | 60
        Bob | Rye | 30
        Total | Hove | 200
        Total | Rye | {}"""
    assert footing(sheet(text.format(90))).findings == []
    found = footing(sheet(text.format(96))).findings
    assert [one.expected for one in found] == ["90"]


def test_a_total_of_a_group_is_first_held_to_the_rows_of_just_its_key() -> None:
    """Rows that name more are its parts again, unless all together make it up."""
    text = """
        County | Of | Party | Votes
        Kent | cast | left | 30
        Rye | cast | left | 20
        Total | cast | left | 50
        Kent | cast |  | 70
        Rye | cast |  | 41
        Total | cast |  | {}"""
    assert footing(sheet(text.format(111))).findings == []
    assert [one.expected for one in footing(sheet(text.format(113))).findings] == [
        "111"
    ]
    assert footing(sheet(text.format(161))).findings == []


def test_voters_who_have_several_votes_are_no_wrong_total() -> None:
    """Parts of more than twice a total that nothing proves count something else."""
    text = "Name | Votes\nAnn | 760\nBob | 682\nCleo | 585\nDan | 583\nTotal | 1,019"
    assert {one.level for one in footing(sheet(text)).findings} <= {"note"}


def test_one_row_of_two_is_held_to_a_total_column() -> None:
    """The other row shows how the column is made; it is a warning."""
    text = " | North | South | Total\nYes | 58 | 52 | 110\nNo | 42 | 48 | {}"
    assert footing(sheet(text.format(90))).findings == []
    found = footing(sheet(text.format(93))).findings
    assert [(one.level, one.expected) for one in found] == [("warning", "90")]


def test_a_last_row_without_a_label_may_be_the_sum() -> None:
    """Where one of its columns foots, another that does not is told."""
    text = "Town | Homes | People\nHove | 312 | 930\nRye | 209 | 725\nLewes | 118 | 402\n | 639 | 2,075"
    found = footing(sheet(text)).findings
    assert [one.expected for one in found] == ["2,057"]


STACKED = """
    precinct_id | precinct_name | race_id | candidate | count
    401 | 001 Eagle | 11 | Ann | 12
    401 | 001 Eagle | 11 | Bob | 7
    402 | 002 Loma | 11 | Ann | 31
    402 | 002 Loma | 11 | Bob | 26
    403 | 003 Verde | 11 | Ann | 4
    403 | 003 Verde | 11 | Bob | 9
    999 | Election total | 11 | Ann | 47
    999 | Election total | 11 | Bob | {}"""


def test_a_code_that_only_totals_have_is_no_part_of_their_key() -> None:
    """Numbers of precincts and races name rows; a total has a number of its own."""
    assert footing(sheet(STACKED.format(42))).findings == []
    assert len(footing(sheet(STACKED.format(42))).totals) == 2
    found = footing(sheet(STACKED.format(24))).findings
    assert [(one.level, one.expected) for one in found] == [("warning", "42")]


def test_a_total_said_again_below_is_held_to_the_rows_above() -> None:
    """One row that says the same, and a difference of nothing, prove no total."""
    text = """
        Component | Value
        Stocks | €10,853,983
        Short | €2,688,056
        Long | €377,330
        Cash | €{}
        TOTAL | €14,113,954
        Official | €14,113,954
        Difference | €0"""
    assert footing(sheet(text.format("194,585"))).findings == []
    found = footing(sheet(text.format("194,085"))).findings
    assert [one.expected for one in found] == ["€14,113,454"]


def test_a_part_with_a_nought_too_many_may_be_all_of_a_total() -> None:
    """A total that says its largest part is left alone, but for such a slip."""
    text = "Area | Done\nNorth | 10\nSouth | {}\nEast | 25\nWest | 10\nTotal | 50"
    assert footing(sheet(text.format(5))).findings == []
    found = footing(sheet(text.format(50))).findings
    assert [one.expected for one in found] == ["95"]
    within = "Area | Done\nNorth | 30\nSouth | 8\nEast | 5\nTotal | 30"
    assert {one.level for one in footing(sheet(within)).findings} <= {"note"}


def test_a_total_finer_than_its_parts_is_held_to_their_steps() -> None:
    """Whole parts cannot prove a total with decimals wrong by half of each."""
    text = """
        Rate | Build | Raster | Budget total
        60 Hz | 8 ms | 8 ms | 16.67 ms
        90 Hz | 5 ms | 6 ms | 11.11 ms
        120 Hz | 4 ms | 4 ms | 8.33 ms"""
    assert footing(sheet(text)).findings == []


ACCOUNTS = """
    | | Year ended
    | 2019 | 2018
    | $ | $
    Assets | |
    Trade receivables | $1,396 | $1,292
    Other receivables | 214 | 188
    Less: allowance | 16 | 15
    Total receivables | 1,594 | 1,465
    Stock | 310 | 295
    | $1,904 | ${}"""


def test_accounts_are_read_as_accountants_write_them() -> None:
    """Years and units in rows of their own, signs at the ends, sums without a name."""
    good = footing(sheet(ACCOUNTS.format("1,760")))
    assert good.findings == []
    assert len(good.totals) == 4
    found = footing(sheet(ACCOUNTS.format("1,670"))).findings
    assert [(one.level, one.expected) for one in found] == [("error", "$1,760")]


ALONE = {
    "the first of many": """
        Rank | Nation | Gold | Silver
        1 | China | 95 | 71
        2 | Russia | 36 | 38
        3 | Ukraine | 32 | 24
        4 | Brazil | 21 | 14
        5 | Poland | 14 | 13
        Total (75 nations) | Total (75 nations) | 303 | 203""",
    "seats that may be either": """
        District | Seats
        Brussels | 13/14
        Hainaut | 18
        Liège | 15
        Namur | 6
        Total | 53""",
    "shares as decimals": """
        Team | Won | Lost | Win %
        CLE | 32 | 53 | .376
        SEA | 76 | 86 | .469
        BAL | 66 | 47 | .584
        Total | 174 | 186 | .483""",
    "areas in whole numbers": """
        Area | Size (km²) | People
        Angus | 2184 | 1160
        Fife | 1340 | 3652
        Moray | 2237 | 933
        Total | 5760 | 5745""",
    "percent points beside percent": """
        Item | 2019 | 2018 | Change (%)
        Orders | 532.0 | 470.0 | 13.2
        Revenue | 503.6 | 476.9 | 5.6
        Profit | 368.6 | 344.5 | 7.0
        Margin (%) | 73.2 | 72.2 | 1.0
        Costs | 275.7 | 267.4 | 3.1
        Cash | 92.9 | 77.1 | 20.5""",
    "a list of key figures": """
        Item | 2019 | 2018 | 2017
        Total revenue | 1,000 | 908 | 816
        Retained earnings | 545 | 472 | 427
        Fixed assets | 192 | 162 | 91
        Total equity | 690 | 630 | 541
        Total assets | 1,232 | 916 | 704""",
}


@pytest.mark.parametrize("text", ALONE.values(), ids=ALONE)
def test_what_is_printed_in_other_ways_is_left_alone(text: str) -> None:
    """Lists that go on, two values in a cell, rates, areas and key figures."""
    assert {one.level for one in footing(sheet(text)).findings} <= {"note"}


def test_totals_of_clubs_are_those_of_their_rows() -> None:
    """Their label names the rows, or stands beside the name that rows have."""
    beside = """
        Club | Season | Apps
        Hove | 2001 | 30
        Hove | 2002 | 12
        Hove | Total | {}
        Rye | 2003 | 20
        Rye | 2004 | 25
        Rye | Total | 45
        Career total | Career total | 87"""
    below = """
        Team | Year | Won | Lost
        CLE | 1991 | 32 | 53
        CLE | 1992 | 76 | 86
        BAL | 2000 | 74 | 88
        BAL | 2001 | 63 | 98
        CLE Total | CLE Total | 108 | 139
        BAL Total | BAL Total | {} | 186
        Total | Total | 245 | 325"""
    assert footing(sheet(beside.format(42))).findings == []
    assert [one.expected for one in footing(sheet(beside.format(44))).findings] == [
        "42"
    ]
    assert footing(sheet(below.format(137))).findings == []
    assert [one.expected for one in footing(sheet(below.format(173))).findings] == [
        "137"
    ]


def test_a_row_without_a_name_below_named_ones_is_their_sum() -> None:
    """A row left out shows in all columns; one that is no larger is no sum."""
    text = """
        Item | 2019 | 2018
        Rent | 420 | 390
        Pay | 1,310 | 1,288
        Heat | 95 | 102
        | {} | {}"""
    assert footing(sheet(text.format("1,825", "1,780"))).findings == []
    found = footing(sheet(text.format("2,039", "1,981"))).findings
    assert [(one.level, one.expected) for one in found] == [
        ("warning", "1,825"),
        ("warning", "1,780"),
    ]
    assert footing(sheet(text.format("1,100", "1,200"))).findings == []


def test_columns_of_totals_beside_their_own_parts_are_left_alone() -> None:
    """Total wins, losses and ties are no sums of what stands to the right."""
    text = """
        Season | Total wins | Total losses | Home wins | Home losses
        1905 | 6 | 1 | 4 | 2
        1906 | 7 | 5 | 5 | 2
        1907 | 9 | 3 | 7 | 1"""
    assert {one.level for one in footing(sheet(text)).findings} <= {"note"}


def test_shares_of_a_part_of_the_whole_are_left_alone() -> None:
    """Shares of the valid votes make a hundred; their total is that of all votes."""
    text = """
        Party | Votes | %
        Left | 11,469 | 55.1
        Right | 5,314 | 25.5
        Green | 4,024 | 19.3
        Total valid votes | 20,807 | 96.8
        Not valid | 697 | 3.2"""
    assert {one.level for one in footing(sheet(text)).findings} <= {"note"}


BACKLOG = """
    Orders | 2023 | 2024
    Homes | 4,351 | 4,405
    Roads | 640 | 590
    Total orders | 4,991 | 4,995
    Signed | 3,988 | 4,020
    Not signed | 1,003 | 975
    Total orders | 4,991 | 4,995"""


@pytest.mark.parametrize("gone", ["Homes", "Signed"])
def test_a_declared_total_is_no_sum_of_the_total_above_it(gone: str) -> None:
    """Said again of other rows, it is the sum of those, even of one that is left."""
    whole = footing(sheet(BACKLOG, foot="cols")).findings
    lines = [line for line in BACKLOG.splitlines() if f" {gone} |" not in line]
    told = footing(sheet("\n".join(lines), foot="cols")).findings
    assert (whole, [one.code for one in told]) == ([], ["TAB01", "TAB01"])


TASKS = """
    Source | Places | Scores
    Model | 11 | 57.85229167
    Error | {} | 14.71750000
    Corrected total | 47 | 72.56979167"""


def test_two_figures_exchanged_in_a_part_are_told_beside_a_column_that_foots() -> None:
    """No mean of two numbers comes of it."""
    assert said_of(TASKS.format("36")) == []
    assert said_of(TASKS.format("63")) == [
        "Corrected total says “47”; its 2 parts add up to 74"
    ]


REPLIES = """
    Member | Asked | Came | Spoke | Voted
    Old | 151 | 143 | 134 | {}
    New | 78 | 74 | 60 | 0
    Total | 229 | 217 | 194 | 30"""


def test_one_wrong_figure_is_told_where_three_columns_prove_the_row() -> None:
    """A mean is not a figure off the sum, and hardly one of four columns."""
    assert said_of(REPLIES.format("30")) == []
    assert said_of(REPLIES.format("50")) == [
        "Total says “30”; its 2 parts add up to 50"
    ]


GIFTS = """
    Gift | 2024 | 2025
    By post | {} € | 4,000 €
    Online | | 2,000 €
    By hand | | 500 €
    Total | 4,000 € | 6,500 €"""


def test_the_only_part_of_a_column_is_what_a_bare_total_says() -> None:
    """Blanks stand for nothing where one slip of the keys parts the two."""
    assert said_of(GIFTS.format("4,000")) == []
    assert said_of(GIFTS.format("0,400")) == [
        "Total says “4,000 €”; its 1 part adds up to 400 €"
    ]
    assert said_of(GIFTS.format("3,500")) == []


SEATS = """
    Party | Won | Leading | Total
    Oak | {} | 0 | 134
    Elm | 89 | 0 | 89
    Ash | 60 | 0 | 60
    Yew | 26 | 0 | 26
    Fir | 13 | 0 | 13
    Ivy | 8 | 0 | 8"""


def test_a_column_of_totals_may_say_the_only_part_of_each_row() -> None:
    """Five rows in which it does prove that it is no other column."""
    assert said_of(SEATS.format("134")) == []
    assert said_of(SEATS.format("143")) == [
        "Total says “134”; its 2 parts add up to 143"
    ]


def said_of(text: str) -> list[str]:
    """Return the message of each finding but notes."""
    found = footing(sheet(text)).findings
    return [one.message for one in found if one.level != "note"]
