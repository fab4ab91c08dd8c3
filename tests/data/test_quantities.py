"""Quantities: what `quantities.yml` says, and what it comes to."""

import json
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.data.check import check
from crossfoot.data.compute import compute
from crossfoot.data.grammar import entries
from crossfoot.data.package import package
from crossfoot.data.quantity import DIGITS, Quantity, divide
from crossfoot.data.schema import Resource
from crossfoot.data.table import Table
from crossfoot.findings import Finding
from crossfoot.places import Text

FILE = "sources/quantities.yml"
CSV = """theme,kind,year,amount,rate,day
Meals,plan,2020,14000,1.50,2020-03-01
Advice,plan,2020,9000,2.25,2020-06-01
Room hire,real,2021,,0.25,2021-02-01
Meals,real,2021,-500,4.00,2021-03-01
"""
PATH = "data/spend.csv"


def spend(text: str = CSV, described: Resource | None = None) -> Table:
    """Return a table whose types are inferred, or declared."""
    checked = check("sources/" + PATH, text.encode(), described)
    return Table(
        name="spend",
        file="sources/" + PATH,
        source=text.encode(),
        sha256="0" * 64,
        fields=checked.fields,
        count=checked.count,
    )


def run(text: str, table: str = CSV) -> tuple[dict[str, Quantity], list[Finding]]:
    """Return what a file of quantities comes to, and everything wrong with it."""
    read = entries(Text(FILE, text))
    values, findings = compute(read, {PATH: spend(table)}, {}, FILE)
    return values, [*read.findings, *findings]


def one(text: str) -> Quantity:
    """Return the quantity called `x` of a file without faults."""
    values, findings = run(text)
    assert findings == []
    return values["x"]


def lines(text: str) -> list[str]:
    """Return findings as code, slice and message, with the way out."""
    source = Text(FILE, text)
    return [
        f"{f.code} [{source.slice(source.span(f.place))}] {f.message} | {f.help}"
        for f in run(text)[1]
    ]


@pytest.mark.parametrize(
    ("entry", "value", "rows", "cells"),
    [
        ("count: rows", "4", (2, 3, 4, 5), []),
        ("count: rows, where: {theme: Meals}", "2", (2, 5), []),
        (
            "distinct: theme",
            "3",
            (2, 3, 4, 5),
            ["Meals", "Advice", "Room hire"],
        ),
        ("sum: amount", "22500", (2, 3, 4, 5), ["14000", "9000", "-500"]),
        ("sum: rate", "8.00", (2, 3, 4, 5), ["1.50", "2.25", "0.25", "4.00"]),
        ("mean: amount", "7500", (2, 3, 4, 5), ["14000", "9000", "-500"]),
        ("median: rate", "1.875", (2, 3, 4, 5), ["1.50", "2.25", "0.25", "4.00"]),
        ("median: amount", "9000", (2, 3, 4, 5), ["14000", "9000", "-500"]),
        ("min: amount", "-500", (2, 3, 4, 5), ["-500"]),
        ("max: rate", "4.00", (2, 3, 4, 5), ["4.00"]),
        ("sum: rate, top: 2", "6.25", (2, 3, 4, 5), ["4.00", "2.25"]),
        ("sum: amount, bottom: 2", "8500", (2, 3, 4, 5), ["-500", "9000"]),
        ("sum: amount, top: 9", "22500", (2, 3, 4, 5), ["14000", "9000", "-500"]),
        ("mean: rate, top: 3, where: {kind: plan}", "1.875", (2, 3), ["2.25", "1.50"]),
        (
            "sum: [amount, rate], where: {kind: plan}",
            "23003.75",
            (2, 3),
            ["14000", "9000", "1.50", "2.25"],
        ),
        (
            "mean: rate, weights: amount, where: {kind: plan}",
            "1.7934782608695652173913043478260869565217391304348",
            (2, 3),
            ["1.50", "14000", "2.25", "9000"],
        ),
        ("rank: rate, where: {theme: Advice}", "2", (3,), ["2.25"]),
        ("rank: rate, order: least, where: {theme: Advice}", "3", (3,), ["2.25"]),
        ("rank: amount, where: {amount: {under: 0}}", "3", (5,), ["-500"]),
        ("count: rows, where: {rate: {over: 1.5}}", "2", (3, 5), []),
        ("count: rows, where: {rate: {under: 1.50}}", "1", (4,), []),
        ("sum: rate, where: {year: {is: latest}}", "4.25", (4, 5), ["0.25", "4.00"]),
        ("sum: rate, where: {year: {is: previous}}", "3.75", (2, 3), ["1.50", "2.25"]),
        ("value: rate, where: {day: {is: earliest}}", "1.50", (2,), ["1.50"]),
        ("value: amount, where: {theme: Advice}", "9000", (3,), ["9000"]),
        ("count: rows, where: {theme: [Meals, Advice]}", "3", (2, 3, 5), []),
        ("count: rows, where: {year: 2020, kind: plan}", "2", (2, 3), []),
        ("count: rows, where: {rate: {min: 1.5, max: 2.25}}", "2", (2, 3), []),
        ("count: rows, where: {day: {min: 2020-06-01}}", "3", (3, 4, 5), []),
        ("count: rows, where: {theme: {not: Meals}}", "2", (3, 4), []),
        ("count: rows, where: {theme: {not: [Meals, Advice]}}", "1", (4,), []),
        ("count: rows, where: {amount: null}", "1", (4,), []),
        ("count: rows, where: {amount: {not: null}}", "3", (2, 3, 5), []),
        ("sum: amount, where: {theme: Meals, kind: real, year: 2020}", "0", (), []),
    ],
)
def test_each_operation_on_a_table(
    entry: str, value: str, rows: tuple[int, ...], cells: list[str]
) -> None:
    """A value comes with the lines and the cells that it was made of."""
    got = one(f"x: {{from: {PATH}, {entry}}}")
    assert (f"{got.value:f}", got.rows) == (value, rows)
    assert [cell.text for cell in got.cells] == cells
    source = Text(got.file, CSV)
    assert [source.slice(source.span(c.place)) for c in got.cells] == cells


HELD = """area,kind,paid
N,plan,5
N,plan,*
S,real,9
"""


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("count: rows, where: {paid: {min: 5}}", "line 3"),
        ("count: rows, where: {paid: {under: 9}, kind: plan}", "line 3"),
        ("distinct: paid", "line 3"),
        ("sum: paid", "line 3"),
        ("count: rows, where: {paid: {min: 5}, kind: real}", "1"),
        ("count: rows, where: {paid: {min: 5, not: '*'}}", "2"),
        ("distinct: paid, where: {paid: {not: '*'}}", "2"),
        ("count: rows, where: {paid: '*'}", "1"),
        ("count: rows", "3"),
    ],
)
def test_a_value_that_is_not_published_is_never_taken_for_one(
    entry: str, said: str
) -> None:
    """Whether such a cell is within limits, or like another, nobody knows."""
    field = {"name": "paid", "type": "integer", "suppressed": ["*"]}
    schema = {"fieldsMatch": "subset", "fields": [field]}
    declared = json.dumps({"resources": [{"path": "spend.csv", "schema": schema}]})
    (described,), _ = package(
        Text("sources/data/p.json", declared), "sources/data/", ["sources/" + PATH]
    )
    read = entries(Text(FILE, f"x: {{from: {PATH}, {entry}}}"))
    values, findings = compute(read, {PATH: spend(HELD, described)}, {}, FILE)
    message = "x needs paid on {} of sources/data/spend.csv, which is not published"
    if said.startswith("line"):
        assert [one.message for one in findings] == [message.format(said)]
    else:
        assert (f"{values['x'].value:f}", findings) == (said, [])


TWO = """a: {value: 30, unit: GBP, source: s}
b: {value: 40, unit: GBP, source: s}
n: {value: 4, source: s}
a2: {value: 5, unit: GBP, source: s}
s: {value: 9, source: s}
p: {value: 12.5, unit: "%", source: s}
"""


@pytest.mark.parametrize(
    ("entry", "value", "unit"),
    [
        ("share: a, of: b", "75", "%"),
        ("ratio: a, to: b", "0.75", "ratio"),
        ("difference: a, minus: b", "-10", "GBP"),
        ("total: a, plus: b", "70", "GBP"),
        ("percent_change: b, from: a", "33." + "3" * 48, "%"),
        ("total: [a, b, a2]", "75", "GBP"),
        ("ratio: a, to: n, per: 1000", "7500", "GBP"),
        ("ratio: n, to: n, per: 1000, unit: count", "1000", "count"),
        ("product: a, times: n", "120", "GBP"),
        ("product: p, times: a", "3.75", "GBP"),
        ("product: p, times: p", "1.5625", "%"),
        ("product: p, times: n", "0.5", "count"),
        ("percent_change: s, from: n, periods: 2", "50", "%"),
        ("percent_change: n, from: s, periods: 1", "-55." + "5" * 47 + "6", "%"),
    ],
)
def test_each_operation_on_two_quantities(entry: str, value: str, unit: str) -> None:
    """A derived value has the unit that follows from its parts."""
    got = one(f"{TWO}x: {{{entry}}}")
    assert (f"{got.value:f}", got.unit) == (value, unit)
    assert set(got.uses) == set(re.findall(r"\b(?:a2|[abnps])\b", entry))
    assert (got.rows, got.file) == ((7,), FILE)


def test_a_difference_of_per_cents_is_in_points() -> None:
    """`%` less `%` is `pp`."""
    text = (
        'a: {value: 30.5, unit: "%", source: s}\n'
        'b: {value: "28.20", unit: "%", source: s}\n'
        "x: {difference: a, minus: b}\n"
    )
    got = one(text)
    assert (f"{got.value:f}", got.unit) == ("2.30", "pp")


def test_a_published_figure_keeps_its_form() -> None:
    """A literal is the decimal as written, with its source and its step."""
    got = one('x: {value: "3.20", unit: GBP, source: "Report, p. 4", rounded: 0.01}')
    assert (f"{got.value:f}", got.citation, str(got.step), got.bound) == (
        "3.20",
        "Report, p. 4",
        "0.01",
        None,
    )


def test_a_published_bound_says_which_side() -> None:
    """`at_least` is a value that the true one does not fall below."""
    got = one('x: {at_least: 2_000_000_000, unit: GBP, source: "s"}')
    assert (got.value, got.bound) == (Decimal(2000000000), "at_least")


def test_order_in_the_file_does_not_matter() -> None:
    """An entry may be made of one that stands below it."""
    got = one(
        f"x: {{ratio: y, to: z}}\nz: {{difference: y, minus: x0}}\nx0: {{value: 1, source: s}}\n{Y}"
    )
    assert got.value == divide(Decimal(22500), Decimal(22499))


Y = f"y: {{from: {PATH}, sum: amount}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n", "DAT09 [- a\n] quantities.yml holds no keys"),
        ("a: [\n", "DAT09 [] quantities.yml is not YAML"),
        ("a b: {value: 1, source: s}", "DAT09 [a b] “a b” is no key"),
        ("x: 12", "DAT09 [12] x is “12”; expected an operation, or a value"),
        ("x: {unit: GBP}", "DAT09 [x] x names no operation; expected count,"),
        (
            f"x: {{from: {PATH}, sum: amount, max: amount}}",
            "DAT09 [sum] x names max and sum; expected one operation",
        ),
        (
            f"x: {{from: {PATH}, sum: amount, were: {{}}}}",
            "DAT09 [were] x has “were”, which does not go with sum | Write where",
        ),
        ("x: {sum: amount}", "DAT09 [x] x has no “from”, which sum needs"),
        ("x: {value: 3}", "DAT09 [x] x has no “source”, which value needs"),
        (
            f"x: {{from: {PATH}, count: theme}}",
            (
                "DAT09 [theme] x counts “theme”; expected rows | Write count: rows, or"
                " distinct: theme"
            ),
        ),
        (
            'x: {value: "3,200", source: s}',
            'DAT09 ["3,200"] value of x is “3,200”; expected a number',
        ),
        (
            "x: {value: 3, source: s, rounded: 0}",
            "DAT09 [0] rounded of x is 0; expected more than 0",
        ),
        (
            "x: {value: 3, source: s, unit: gbp}",
            (
                "DAT09 [gbp] Unit of x is “gbp”; expected count, %, pp, bp, ratio, h, min, s or a"
                " currency such as GBP | Write GBP"
            ),
        ),
        (
            f"x: {{from: {PATH}, count: rows, where: theme}}",
            "DAT09 [theme] where of x names no column",
        ),
        (
            f"x: {{from: {PATH}, count: rows, where: {{year: {{mim: 1}}}}}}",
            "DAT09 [mim] where of x has “mim”; expected is, max, min, not, over or",
        ),
        (
            "x: {from: data/spent.csv, count: rows}",
            (
                "DAT11 [data/spent.csv] x is from data/spent.csv, which is not here | Write"
                " data/spend.csv"
            ),
        ),
        (
            f"x: {{from: {PATH}, sum: amonut}}",
            (
                "DAT11 [amonut] x needs the column “amonut”, which sources/data/spend.csv"
                " lacks | Write amount"
            ),
        ),
        (
            f"x: {{from: {PATH}, count: rows, where: {{thema: Meals}}}}",
            "DAT11 [thema] x needs the column “thema”",
        ),
        (
            f"x: {{from: {PATH}, sum: theme}}",
            (
                "DAT11 [theme] x needs numbers; theme in sources/data/spend.csv is of type"
                " string"
            ),
        ),
        (
            f"x: {{from: {PATH}, count: rows, where: {{theme: Meal}}}}",
            (
                "DAT11 [theme] x asks for theme “Meal”, which no row of"
                " sources/data/spend.csv has | Write Meals"
            ),
        ),
        (
            f"x: {{from: {PATH}, count: rows, where: {{theme: {{min: M}}}}}}",
            "DAT11 [theme] x asks for theme from or to M; expected a column with an",
        ),
        (
            f"x: {{from: {PATH}, value: amount, where: {{theme: Meals}}}}",
            "DAT11 [{theme: Meals}] x cannot be computed: 2 rows fit in",
        ),
        (
            f"x: {{from: {PATH}, value: amount, where: {{theme: Room hire}}}}",
            (
                "DAT11 [{theme: Room hire}] x cannot be computed: amount on line 4 of"
                " sources/data/spend.csv is empty"
            ),
        ),
        (
            f"x: {{from: {PATH}, mean: amount, where: {{theme: Room hire}}}}",
            "DAT11 [{theme: Room hire}] x cannot be computed: no cell of these rows is",
        ),
        (
            "x: {share: y, of: z}\nz: {value: 1, source: s}",
            "DAT11 [y] x needs y, which is not defined",
        ),
        (
            "x: {share: x, of: z}\nz: {value: 1, source: s}",
            "DAT11 [x] x cannot be computed: it needs itself",
        ),
        (
            "x: {share: y, of: y}\ny: {ratio: x, to: x}",
            "DAT11 [y] x and y cannot be computed: each needs the other",
        ),
        (
            f"x: {{share: y, of: z}}\nz: {{value: 0, source: s}}\n{Y}",
            "DAT11 [z] x cannot be computed: z is 0",
        ),
        (
            f"x: {{share: y, of: z}}\nz: {{value: 1, unit: GBP, source: s}}\n{Y}",
            "DAT11 [z] y is in count and z in GBP; expected one unit",
        ),
        (
            f"x: {{from: {PATH}, count: rows, where: {{theme: {{is: latest}}}}}}",
            "DAT11 [theme] x asks for the latest theme; the column has no order | Name a",
        ),
        (
            f"x: {{from: {PATH}, count: rows, where: {{year: {{is: last}}}}}}",
            "DAT09 [last] where of x has is: last; expected earliest, latest or previous",
        ),
        (
            f"x: {{from: {PATH}, median: [amount, rate]}}",
            "DAT09 [[amount, rate]] median of x is no column's name | Write median: COLUMN",
        ),
        (
            f"x: {{from: {PATH}, sum: [amount, amount]}}",
            "DAT09 [[amount, amount]] sum of x is no column's name | Write sum: [COLUMN,",
        ),
        (
            f"x: {{from: {PATH}, sum: amount, top: 0}}",
            "DAT09 [0] top of x is 0; expected a whole number from 1 to 5,000 | Write top",
        ),
        (
            f"x: {{from: {PATH}, sum: amount, top: 1, bottom: 1}}",
            "DAT09 [1] x has top and bottom; expected one | Make an entry for each",
        ),
        (
            f"x: {{from: {PATH}, rank: amount, order: best, where: {{theme: Advice}}}}",
            "DAT09 [best] order of x is “best”; expected greatest or least | Write order:",
        ),
        (
            f"x: {{from: {PATH}, mean: rate, weights: amount, where: {{theme: Room hire}}}}",
            "DAT11 [{theme: Room hire}] x cannot be computed: no cell of these rows is",
        ),
        (
            f"x: {{percent_change: y, from: z, periods: 3}}\nz: {{value: -1, source: s}}\n{Y}",
            "DAT11 [z] x cannot be computed: z is not above 0 | Divide by another",
        ),
        (
            f"x: {{total: [y, z]}}\nz: {{value: 1, unit: GBP, source: s}}\n{Y}",
            "DAT11 [[y, z]] y is in count and z in GBP; expected one unit | Name two",
        ),
        (
            (
                "x: {product: y, times: z}\nz: {value: 1, unit: GBP, source: s}"
                "\ny: {value: 1, unit: USD, source: s}"
            ),
            "DAT11 [z] y is in USD and z in GBP; expected a count, ratio or percentage |",
        ),
        (
            "x: {product: z, times: z}\nz: {value: 1, unit: GBP, source: s}",
            "DAT11 [z] z is in GBP and z in GBP; expected a count, ratio or percentage |",
        ),
        (
            f"x: {{share: y, of: y, unit: GBP}}\n{Y}",
            "DAT11 [GBP] x is in %; its entry says GBP | Write unit: %",
        ),
    ],
)
def test_each_fault_is_found_where_it_is(text: str, expected: str) -> None:
    """A file with one thing wrong gives one finding, about that thing."""
    (found,) = lines(text)
    assert found.startswith(expected)


def test_spaces_around_a_name_in_the_header_are_shown() -> None:
    """The name that is asked for is right; the header is what to mend."""
    _, [found] = run(f"x: {{from: {PATH}, sum: amount}}", "theme, amount \na,1\n")
    assert found.help == (
        "Take the spaces around “ amount ” out of the header of sources/data/spend.csv"
    )


def test_one_broken_entry_leaves_the_others_alone() -> None:
    """What can be computed is; what is made of a broken entry is silent."""
    text = f"a: {{sum: amount}}\nb: {{share: a, of: y}}\n{Y}"
    values, findings = run(text)
    assert set(values) == {"y"}
    assert [f.code for f in findings] == ["DAT09"]


def test_a_word_that_yaml_reads_as_another_is_told_with_quotes() -> None:
    """A bare `yes` is `true` to YAML; where the column holds it, that is the way out."""
    table = "name,met\nA,yes\nB,no\n"
    asked = "x: {{from: {0}, count: rows, where: {{met: {1}}}}}\n"
    [found] = run(asked.format(PATH, "no"), table)[1]
    assert found.message == (
        "x asks for met “false”, which no row of sources/data/spend.csv has"
    )
    assert found.help == 'Write "no" with the quotes'
    assert str(run(asked.format(PATH, '"no"'), table)[0]["x"].value) == "1"


def test_an_empty_table_is_reported_once() -> None:
    """What needs a table without a header has no finding of its own."""
    values, findings = run(Y, "")
    assert (values, findings) == ({}, [])


def test_a_cell_that_is_no_number_is_named() -> None:
    """A sum over a bad cell fails with the cell's place."""
    table = CSV.replace("9000", "9k")
    declared = spend(table)
    fields = tuple(
        type(one)(one.name, "integer") if one.name == "amount" else one
        for one in declared.fields
    )
    table_ = Table("spend", declared.file, declared.source, "", fields, declared.count)
    read = entries(Text(FILE, Y))
    _, (found,) = compute(read, {PATH: table_}, {}, FILE)
    assert found.message == (
        "y needs amount on line 3 of sources/data/spend.csv, which is not a number"
    )
    assert [(n.place.line, n.place.column) for n in found.notes] == [(3, 18)]


NUMBERS = st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=12)


@given(NUMBERS)
def test_sums_and_means_are_those_of_fractions(numbers: list[Decimal]) -> None:
    """A sum is exact; a mean is exact to fifty digits."""
    table = "n\n" + "".join(f"{number:f}\n" for number in numbers)
    text = f"s: {{from: {PATH}, sum: n}}\nm: {{from: {PATH}, mean: n}}\n"
    values, findings = run(text, table)
    total = sum(map(Fraction, numbers), Fraction(0))
    assert findings == []
    assert Fraction(values["s"].value) == total
    assert near(values["m"].value, total / len(numbers))


@given(
    st.decimals(-(10**12), 10**12, places=3),
    st.decimals(-(10**12), 10**12, places=3).filter(bool),
)
def test_derived_values_are_those_of_fractions(a: Decimal, b: Decimal) -> None:
    """Differences are exact; quotients are exact to fifty digits."""
    text = (
        f'a: {{value: "{a:f}", source: s}}\nb: {{value: "{b:f}", source: s}}\n'
        "d: {difference: a, minus: b}\nr: {ratio: a, to: b}\n"
        "s: {share: a, of: b}\nc: {percent_change: a, from: b}\n"
    )
    values, findings = run(text)
    first, second = Fraction(a), Fraction(b)
    assert findings == []
    assert Fraction(values["d"].value) == first - second
    assert near(values["r"].value, first / second)
    assert near(values["s"].value, 100 * first / abs(second))
    assert near(values["c"].value, 100 * (first - second) / abs(second))


def near(value: Decimal, exact: Fraction) -> bool:
    """Say whether a value is right to fifty digits."""
    error = abs(Fraction(value) - exact)
    return error <= abs(exact) / 10 ** (DIGITS - 1)


NUMBERS = st.lists(
    st.decimals(-(10**12), 10**12, places=2, allow_nan=False), min_size=1, max_size=40
)


@given(NUMBERS, st.integers(1, 5))
def test_order_and_sums_are_exact(values: list[Decimal], most: int) -> None:
    """Median, rank and the sum of the greatest are those of exact arithmetic."""
    rows = "".join(f"r{at},{value}\n" for at, value in enumerate(values))
    entries_ = f"""m: {{from: {PATH}, median: n}}
r: {{from: {PATH}, rank: n, where: {{k: r0}}}}
t: {{from: {PATH}, sum: n, top: {most}}}
s: {{from: {PATH}, sum: n}}
"""
    got, findings = run(entries_, "k,n\n" + rows)
    ordered = sorted(map(Fraction, values))
    middle = ordered[(len(values) - 1) // 2], ordered[len(values) // 2]
    assert findings == []
    assert {key: Fraction(one.value) for key, one in got.items()} == {
        "m": sum(middle, Fraction(0)) / 2,
        "r": 1 + sum(one > values[0] for one in values),
        "t": sum(ordered[::-1][:most], Fraction(0)),
        "s": sum(ordered, Fraction(0)),
    }


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.integers(1, 40))
def test_even_growth_is_right_to_the_last_digit(new: int, old: int, n: int) -> None:
    """Growing by the rate in each period leads to the new value, and no further."""
    text = f"a: {{value: {new}, source: s}}\nb: {{value: {old}, source: s}}\n"
    got = run(f"{text}x: {{percent_change: a, from: b, periods: {n}}}")[0]["x"]
    rate = 1 + Fraction(got.value) / 100
    step = Fraction(1, 10 ** (DIGITS - 3)) * max(1, rate)
    assert old * (rate - step) ** n <= new < old * (rate + step) ** n


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("2019/20 2020/21 2018/19", "2020/21"),
        ("2021-Q3 2021-Q1 2020-Q4", "2021-Q3"),
        ("2021-02 2020-12", "2021-02"),
        ("2021 2020", "2021"),
        ("2021 2020/21", None),
        ("Spring Autumn", None),
    ],
)
def test_the_latest_period_is_found_where_there_is_an_order(
    cells: str, expected: str | None
) -> None:
    """Financial years and quarters are ordered; mixed or named periods are not."""
    table = "p,q\n" + "".join(f"{one},x\n" for one in cells.split())
    got, findings = run(
        f"x: {{from: {PATH}, count: rows, where: {{p: {{is: latest}}}}}}", table
    )
    assert (len(findings) == 0) is (expected is not None)
    if expected is not None:
        assert got["x"].rows == (cells.split().index(expected) + 2,)


def test_what_keeps_a_column_from_being_of_numbers_is_named() -> None:
    """A sum over a column with one odd cell names that cell and its line."""
    _, (found,) = run(f"x: {{from: {PATH}, sum: n}}", "k,n\na,1\nb,2\nc,1 200\n")
    assert found.message == (
        "x needs numbers; n in sources/data/spend.csv is of type string,"
        " because of “1 200” on line 4"
    )


TEAMS = "team,staff,hours\nNorth,120,9\nSouth,150,8\nWest,70,7\n"
DOUBLED = [
    # A total at the end, at the start, called otherwise; a mean, which it doubles too.
    ("sum: staff", TEAMS + "Total,340,24\n"),
    ("sum: staff", TEAMS.replace("North", "Grand total,340,24\nNorth")),
    ("sum: staff", TEAMS + "All teams,340,24\n"),
    ("mean: staff", TEAMS + "Total,340,24\n"),
]
ONCE = [
    # No row of such a name, another value, one left out, and the total alone.
    ("sum: staff", TEAMS + "East,340,24\n", 680),
    ("sum: staff", TEAMS + "Total recall,341,24\n", 681),
    ("sum: staff, where: {team: {not: Total}}", TEAMS + "Total,340,24\n", 340),
    ("value: staff, where: {team: Total}", TEAMS + "Total,340,24\n", 340),
    ("max: staff", TEAMS + "Total,340,24\n", 340),
]


@pytest.mark.parametrize(("definition", "table"), DOUBLED)
def test_a_total_is_not_added_to_its_parts(definition: str, table: str) -> None:
    """A quantity that would add up rows with their own total has no value."""
    values, found = run(f"x: {{from: {PATH}, {definition}}}\n", table)
    assert values == {}
    [one] = found
    line = next(at for at, text in enumerate(table.split("\n"), 1) if "340" in text)
    message = f"x adds up staff with line {line} of sources/{PATH}, which is the total"
    assert (one.code, one.message) == ("DAT17", f"{message} of the others")
    assert [str(note.place.line) for note in one.notes] == [str(line)]


@pytest.mark.parametrize(("definition", "table", "value"), ONCE)
def test_a_total_that_is_not_added_is_no_matter(
    definition: str, table: str, value: int
) -> None:
    """A row of another name or value, one left out, and the total itself are fine."""
    values, found = run(f"x: {{from: {PATH}, {definition}}}\n", table)
    assert ([one.message for one in found], values["x"].value) == ([], value)
