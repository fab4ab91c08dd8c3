"""Tables as chapters write them: pipe, grid and HTML, in all the forms of print."""

from decimal import Decimal

import pytest
from reading import chapter

from crossfoot.findings import Finding
from crossfoot.numbers import Known
from crossfoot.numbers.passages import walked
from crossfoot.numbers.tables.footing import footing
from crossfoot.numbers.tables.sheets import of_grid, of_text

SPANS = """
<table>
<thead>
<tr><th rowspan="2">Area</th><th colspan="2">2019</th><th colspan="2">2018</th></tr>
<tr><th>Homes</th><th>People</th><th>Homes</th><th>People</th></tr>
</thead>
<tbody>
<tr><td>Dudley</td><td>12</td><td>30</td><td>11</td><td>28</td></tr>
<tr><td>Sandwell</td><td>9</td><td>25</td><td>8</td><td>22</td></tr>
<tr><td>Walsall</td><td>7</td><td>14</td><td>6</td><td>13</td></tr>
</tbody>
<tfoot><tr><td>Total</td><td>28</td><td>69</td><td>25</td><td>{}</td></tr></tfoot>
</table>
"""
LOOKS = """
<table>
<tr><th>Town</th><th><i>Visits</i></th></tr>
<tr><td><a href="https://example.org/">Leeds</a></td><td>10</td></tr>
<tr><td>York</td><td>20</td></tr>
<tr><td>Hull</td><td><span class="new">31</span></td></tr>
<tr><td><b>Total</b></td><td><b>{}</b></td></tr>
</table>
"""
ROWS = """
<table>
<tr><th>Group</th><th>Item</th><th>Cost (£)</th></tr>
<tr><td rowspan="2">Staff</td><td>Pay</td><td>1,200</td></tr>
<tr><td>Pensions</td><td>310</td></tr>
<tr><td rowspan="2">Rooms</td><td>Rent</td><td>640</td></tr>
<tr><td>Heat</td><td>95</td></tr>
<tr><td colspan="2">Total</td><td>{}</td></tr>
</table>
"""
GRID = """
+----------------+-------+-------+
|                | 2019  | 2018  |
+================+=======+=======+
|                | £m    | £m    |
+----------------+-------+-------+
| Trade debtors  | 1,396 | 1,292 |
+----------------+-------+-------+
| Allowance      | (16)  | (15)  |
+----------------+-------+-------+
| Total          | 1,380 | {} |
+----------------+-------+-------+
"""
MARKED = """
| Source         | Gifts (£000) | Grants (£000) |
|:---------------|-------------:|--------------:|
| Appeals        |       1,204ᵃ |         310\\* |
| of which post  |          512 |           120 |
| Trusts         |          n/a |           640 |
| Less: refunds  |           12 |             5 |
| **Total**      |    **1,192** |         **{}** |

: Where it came from
"""
HIDDEN = """
| Area     | Cases | Deaths |
|:---------|------:|-------:|
| Dudley   |   120 |      c |
| Sandwell |    95 |     11 |
| Walsall  |    71 |    [x] |
| Total    |   {} |     40 |
"""


def found(text: str) -> list[Finding]:
    """Return the errors and warnings on the one table of a text."""
    one = chapter(text)
    [grid] = walked(one).grids
    told = footing(of_grid(one, grid, Known({}))).findings
    return [each for each in told if each.level != "note"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        pytest.param(SPANS, "63", "36", id="headings over several columns"),
        pytest.param(LOOKS, "61", "62", id="tags around names and numbers"),
        pytest.param(ROWS, "2,245", "2,425", id="names over several rows"),
        pytest.param(GRID, "1,277", "1,727", id="a number in brackets in a grid"),
        pytest.param(MARKED, "945", "954", id="marks, parts and what is taken away"),
        pytest.param(HIDDEN, "286", "268", id="values that are withheld"),
    ],
)
def test_a_wrong_total_is_told_in_each_form_of_table(
    text: str, right: str, wrong: str
) -> None:
    """The right one is no finding; the wrong one is, at its place."""
    assert found(text.format(right)) == []
    assert [
        (one.found.strip("*"), one.expected) for one in found(text.format(wrong))
    ] == [(wrong, right)]


@pytest.mark.parametrize(
    ("first", "caption", "told"),
    [
        ("Amounts in millions, except shares", "Assets", True),
        ("(dollars in thousands)", "Assets", True),
        ("Asset", "Assets in £ thousands", True),
        ("Asset", "Freight by air (short tons, thousands)", True),
        ("Asset", "Homes (of towns, thousands left)", False),
        ("Plant", "Supply of electricity, GWh", True),
        ("Place", "Land under wheat (hectares)", True),
        ("Place", "Homes less than five miles from a stop", False),
        ("Persons (1,000)", "Assets", True),
        ("Outlays (mil. dol.)", "Assets", True),
        ("Grants ($mil.)", "Assets", True),
        ("Asset", "Value of freight by road ($ millions)", True),
        ("Asset", "Homes for people in thousands of towns", False),
        ("Town (1,000 or more people)", "Assets", False),
        ("Asset", "Assets", False),
    ],
)
def test_amounts_in_thousands_are_told(first: str, caption: str, told: bool) -> None:
    """A caption or any heading tells that all amounts are in thousands or millions."""
    text = f"| {first} | 2025 |\n|:--|--:|\n| Cash | 12 |\n\n: {caption}\n"
    made = chapter(text)
    grids = [of_grid(made, one, Known()) for one in walked(made).grids]
    assert [one.scaled for one in grids] == [told]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13.2 b)", "13.2"),
        ("(11.7)d)", "-11.7"),
        ("3*", "3"),
        ("1,234 [a]", "1234"),
        ("5.6ᵃ", "5.6"),
        ("12 m)", "12"),
    ],
)
def test_a_number_with_the_mark_of_a_note_is_that_number(text: str, value: str) -> None:
    """Stars, raised letters, and letters in brackets or before one are notes."""
    amount = of_text(text).amount
    assert amount is not None
    assert (of_text(text).kind, amount.value) == ("number", Decimal(value))


@pytest.mark.parametrize("text", ["a)", "1)", "Table 3 a)", "x b)"])
def test_a_letter_before_a_bracket_makes_no_number(text: str) -> None:
    """Names of rows and of tables are text."""
    assert of_text(text).kind == "text"


def test_signs_without_width_are_no_part_of_a_cell() -> None:
    """Pages leave them in cells that are empty to the eye."""
    text = "| Area | Homes |\n|:--|--:|\n| Dudley | \u200b12 |\n| Hove | \u200b |\n"
    read = chapter(text)
    sheet = of_grid(read, walked(read).grids[0], Known({}))
    cells = [row[1] for row in sheet.rows if row[1]]
    assert [(one.text, one.cell.kind) for one in cells] == [
        ("12", "number"),
        ("", "blank"),
    ]


@pytest.mark.parametrize(
    "text", ["65.8 [53.7, 72.2]", "0.4 (0.2 to 0.6)", "22 (10–31)"]
)
def test_a_middle_with_a_range_adds_to_nothing(text: str) -> None:
    """A median with its quartiles is no part of a sum, as a share beside a count is."""
    assert of_text(text).kind == "unknown"
    assert of_text("267 (54.8%)").kind == "number"
