"""What a text works out of the cells of the table beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import known, part

NOTHING = known()
VISITS = """| Library | 2023 | 2024 |
|:--|--:|--:|
| Ashby | 45,300 | 48,210 |
| Burton | 31,870 | 30,455 |
"""
COMPLAINTS = """| Service | Complaints |
|:--|--:|
| Waste | 702 |
| Planning | 331 |
| Housing | 251 |
"""
TOTAL = f"{COMPLAINTS}| Total | 1,284 |\n"
BURGLARIES = """| Year | Burglaries |
|:--|--:|
| 2021 | 1,206 |
| 2022 | 1,140 |
| 2023 | 1,000 |
"""
RATES = """| Council | Recycling rate |
|:--|--:|
| Ashby | 52 % |
| Burton | 47 % |
| Cross | 61 % |
| Dale | 55 % |
"""


def told(table: str, text: str, *, after: bool = True) -> list[tuple[str, str]]:
    """Return what is told of a text right after a table, or right before it."""
    parts = [table, f"{text}\n"] if after else [f"{text}\n", table]
    found = part("# A\n\n" + "\n".join(parts), NOTHING).findings
    return [(one.code, one.message) for one in found]


CLAIMS = [
    (
        VISITS,
        "Ashby had {} more visits than in 2023.",
        ("2,910", "2,190"),
        ("TAB05", "Text says “2,190”; from 45,300 to 48,210 is a change of 2,910"),
    ),
    (
        VISITS,
        "Visits to Burton fell by {} between 2023 and 2024.",
        ("4.4 %", "4.8 %"),
        ("TAB05", "Text says “4.8 %”; from 31,870 to 30,455 is a change of 4.4 %"),
    ),
    (
        TOTAL,
        "Waste accounts for {} of all complaints.",
        ("55 %", "45 %"),
        ("TAB05", "Text says “45 %”; “Waste” of all is 55 %"),
    ),
    (
        COMPLAINTS,
        "Housing makes up {} of the complaints.",
        ("20 %", "22 %"),
        ("TAB05", "Text says “22 %”; “Housing” of all is 20 %"),
    ),
    (
        TOTAL,
        "Together waste and planning make {} complaints.",
        ("1,033", "1,003"),
        ("TAB05", "Text says “1,003”; “Waste” + “Planning” comes to 1,033"),
    ),
    (
        RATES,
        "In {} councils the rate is above 50 %.",
        ("three", "four"),
        ("TAB07", "Text says “four”; 3 rows of the table have above 50 %"),
    ),
    (
        COMPLAINTS,
        "The council had {} complaints.",
        ("1,284", "1,248"),
        ("TAB05", "Text says “1,248”; the 3 rows of the table add up to 1,284"),
    ),
    (
        BURGLARIES,
        "Burglaries fell by {} between 2022 and 2023.",
        ("12.3%", "13.2%"),
        ("TAB05", "Text says “13.2%”; from 1,140 to 1,000 is a change of 12.3%"),
    ),
    (
        (
            "| Mode | Trips |\n|:--|--:|\n| All trips | 2,000 |\n| Walking | 620 |\n"
            "| Car | 1,380 |\n"
        ),
        "Walking accounts for {} of all trips.",
        ("31 %", "36 %"),
        ("TAB05", "Text says “36 %”; “Walking” of all is 31 %"),
    ),
    (
        COMPLAINTS,
        "Outdoor services (waste and planning) made {} complaints.",
        ("1,033", "1,303"),
        ("TAB05", "Text says “1,303”; “Waste” + “Planning” comes to 1,033"),
    ),
    (
        VISITS.replace("2023 | 2024", "2022 | 2023"),
        "Burton was down {} on the year before.",
        ("4.4 %", "4.8 %"),
        ("TAB05", "Text says “4.8 %”; from 31,870 to 30,455 is a change of 4.4 %"),
    ),
    (
        COMPLAINTS,
        "The average service has {} complaints.",
        ("428", "482"),
        ("TAB05", "Text says “482”; the mean of 3 rows is 428"),
    ),
]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize(("table", "form", "numbers", "message"), CLAIMS)
def test_a_number_is_held_to_what_the_cells_make(
    table: str,
    form: str,
    numbers: tuple[str, str],
    message: tuple[str, str],
    after: bool,
) -> None:
    """The right number is not told of, and the wrong one with what the cells make."""
    right, wrong = (told(table, form.format(number), after=after) for number in numbers)
    assert (right, wrong) == ([], [message])


QUIET = [
    # Another year, another whole, an own test, a share of something else, one row only.
    (VISITS, "Ashby had 2,190 more visits than in 2019."),
    (TOTAL, "Waste accounts for 12 % of all letters."),
    (TOTAL, "Together waste and parks make 1,003 complaints."),
    (RATES, "In four cities the rate is above 50 %."),
    (RATES, "In nine councils the rate is above 50 %."),
    (COMPLAINTS, "Together waste and planning make 402 of them."),
    (COMPLAINTS, "The council had 1,248 letters."),
    (COMPLAINTS, "There were 1,248 complaints in the county."),
    (COMPLAINTS, "The council had 1,248 complaints in 2019."),
    (TOTAL, "The average inspector saw 482 complaints."),
    # What a row itself has is no share of the table.
    (TOTAL, "Waste took more than was planned, 48 % of its budget."),
    (TOTAL, "Waste answered 48 % of their letters."),
]


@pytest.mark.parametrize(("table", "text"), QUIET)
def test_what_may_mean_something_else_is_left_alone(table: str, text: str) -> None:
    """A number far from what the cells make, or of other things, is not told of."""
    assert told(table, text) == []


@given(st.integers(1000, 9999), st.integers(1000, 9999))
def test_a_difference_of_two_years_is_never_told_when_right(old: int, new: int) -> None:
    """What two cells leave is right as it is printed, whatever they are."""
    table = f"| Town | 2023 | 2024 |\n|:--|--:|--:|\n| Ely | {old} | {new} |\n"
    table += "| Ware | 12345 | 54321 |\n"
    word = "more" if new >= old else "fewer"
    text = f"Ely had {abs(new - old):,} {word} clubs than in 2023."
    assert told(table, text) == []


TITLES = [
    ("{table}\n: Complaints by service ({} in all)\n", "1,284", "1,248"),
    ("![Complaints by service, total {}](a.png)\n\n{table}", "1,284", "1,248"),
    ('{table}\n![](a.png){alt="Bars, {} complaints altogether"}\n', "1,284", "1,824"),
]


@pytest.mark.parametrize(("form", "right", "wrong"), TITLES)
def test_a_caption_is_held_to_the_sum_of_its_table(
    form: str, right: str, wrong: str
) -> None:
    """A total in a caption, an alt text or a chart's title is that of the table."""
    text = form.replace("{table}", COMPLAINTS)
    found = [
        [(one.code, one.message) for one in part(f"# A\n\n{every}", NOTHING).findings]
        for every in (text.replace("{}", right), text.replace("{}", wrong))
    ]
    message = f"Text says “{wrong}”; the 3 rows of the table add up to 1,284"
    assert found == [[], [("TAB05", message)]]


def test_a_caption_of_another_block_is_left_alone() -> None:
    """What a picture shows that stands apart from a table is not held to it."""
    text = f"# A\n\n![Calls, total 1,248](a.png)\n\nThen came letters.\n\n{COMPLAINTS}"
    assert part(text, NOTHING).findings == []
    text = f"# A\n\n{COMPLAINTS}\n: Complaints, of which 1,248 in all were late\n"
    assert part(text, NOTHING).findings == []


FAR = "Housing makes up {} of the complaints."


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ("Some text.\n\n", True),
        ("Some text.\n\nMore text.\n\n", True),
        ("Some text.\n\n## Other things\n\n", False),
        ("One.\n\nTwo.\n\nThree.\n\n", False),
        (f"Some text.\n\n{RATES}\n", False),
    ],
)
def test_a_text_a_little_way_off_is_held_to_the_table(
    between: str, found: bool
) -> None:
    """A paragraph near a table is held to it, with no heading or table in between."""
    text = f"# A\n\n{COMPLAINTS}\n{between}{FAR}\n"
    right, wrong = (
        [one.message for one in part(text.replace("{}", said), NOTHING).findings]
        for said in ("20 %", "22 %")
    )
    message = "Text says “22 %”; “Housing” of all is 20 %"
    assert (right, wrong) == ([], [message] if found else [])


def test_a_table_without_headings_names_no_column() -> None:
    """What a text says beside it is held to none of them."""
    table = """<table>
<tr><th scope="row">Score</th><td>1</td><td>2</td></tr>
<tr><th scope="row">How many answers</th><td>40</td><td>15</td></tr>
</table>
"""
    assert told(table, "The answers rose by 20% between 5 and 7.") == []
