"""Rows: tables that disagree, and tables that are meant to differ."""

import re

import pytest
from repeating import repeats, summary

HEAD = "| Area | Cases | Visits | Cost |\n|:--|--:|--:|--:|\n"
ROWS = [
    "| Coventry | 31 | 12,400 | £203m |\n",
    "| Walsall | 28 | 9,700 | £117m |\n",
    "| Sandwell | 44 | 15,020 | £88m |\n",
]


def two(first: list[str], other: list[str], head: str = HEAD) -> list[str]:
    """Return the classes found in two tables."""
    texts = f"# A\n\n{HEAD}{''.join(first)}", f"# B\n\n{head}{''.join(other)}"
    return [one["class"] for one in repeats(*texts)[0]["relations"]]


def test_one_changed_cell_is_a_contradiction_at_that_cell() -> None:
    """Copies of one table that differ in a figure disagree, and stay."""
    other = [ROWS[0], ROWS[1].replace("9,700", "7,900"), ROWS[2]]
    texts = f"# A\n\n{HEAD}{''.join(ROWS)}", f"# B\n\n{HEAD}{''.join(other)}"
    product, findings = repeats(*texts)
    assert summary(product)[0] == ("contradiction", "fail", ["01:6-6"], ["02:6-6"])
    (part,) = product["relations"][0]["differences"]
    assert (part["a"], part["b"]) == ("9,700", "7,900")
    assert texts[1][slice(*part["b_span"])] == "7,900"
    assert findings[0].code == "REP02"
    assert product["cuts"] == []


def test_rows_may_stand_in_another_order() -> None:
    """Rows are known by their first cell."""
    other = [ROWS[2], ROWS[0].replace("31", "13"), ROWS[1]]
    assert "contradiction" in two(ROWS, other)


@pytest.mark.parametrize(
    "head",
    [HEAD, HEAD.replace("Cases", "Cases 2020")],
)
def test_tables_of_other_years_are_nothing(head: str) -> None:
    """Where most cells differ, or the header does, the tables are two tables."""
    other = [
        "| Coventry | 35 | 13,800 | £211m |\n",
        "| Walsall | 22 | 9,100 | £125m |\n",
        "| Sandwell | 41 | 16,400 | £90m |\n",
    ]
    assert two(ROWS, other, head) == []


@pytest.mark.parametrize(("changed", "told_of"), [(1, True), (2, True), (4, False)])
def test_a_column_of_which_most_figures_differ_is_another_one(
    changed: int, told_of: bool
) -> None:
    """What differs in row after row are the values of another case, and no slip."""
    head = "| Ford | Keys | Steps | Carts | Oars | Lamps |\n|:--|--:|--:|--:|--:|--:|\n"
    names = "Upper", "Middle", "Lower", "Mill", "Yard"

    def table(rows: int, more: int) -> str:
        return head + "".join(
            f"| {name} | {at * 11 + (more if at < rows else 0)} | {at * 7 + 90}"
            f" | {at * 31 + 400} | {at * 13 + 60} | {at * 17 + 700} |\n"
            for at, name in enumerate(names)
        )

    texts = f"# A\n\n{table(changed, 3)}", f"# B\n\n{table(changed, 8)}"
    found = [one["class"] for one in repeats(*texts)[0]["relations"]]
    assert ("contradiction" in found) is told_of


LOCKS = (
    "| Ford | Keys | Steps | Oars | State |\n|:--|--:|--:|--:|:--|\n",
    "| Upper | 31 | 407 | 62 | open |\n",
    "| Mill | 44 | 415 | 75 | shut |\n",
    "| Yard | 53 | 428 | 81 | open |\n",
)


@pytest.mark.parametrize(
    "other",
    [
        (LOCKS[0], *LOCKS[:0:-1]),
        (LOCKS[0], *(re.sub(r"^\| (\w+)", r"| **\1**", row) for row in LOCKS[1:])),
        (LOCKS[0], *(row.replace("31", "31.0") for row in LOCKS[1:])),
    ],
    ids=["order", "emphasis", "figure"],
)
def test_a_table_of_the_same_rows_nearly_repeats_another(
    other: tuple[str, ...],
) -> None:
    """However short its rows, in whatever order and written in whatever way."""
    product, _ = repeats(f"# A\n\n{''.join(LOCKS)}", f"# B\n\n{''.join(other)}")
    assert summary(product) == [("near", "report", ["01:3-7"], ["02:3-7"])]


@pytest.mark.parametrize(
    ("last", "kinds"),
    [
        ("| Yard | 53 | 428 | 81 | shut |\n", ["contradiction"]),
        ("| Yard | 53 | 428 | 82 | shut |\n", ["contradiction"]),
        ("| Yard | 53 | 428 | 81 | full |\n", []),
    ],
    ids=["contrary", "figure too", "other word"],
)
def test_one_cell_that_says_the_contrary_is_a_contradiction(
    last: str, kinds: list[str]
) -> None:
    """In a table of which all figures are equal; another word tells something else."""
    texts = f"# A\n\n{''.join(LOCKS)}", f"# B\n\n{''.join(LOCKS[:3])}{last}"
    found = [one["class"] for one in repeats(*texts)[0]["relations"]]
    assert [kind for kind in found if kind == "contradiction"] == kinds


def test_answers_that_differ_between_two_tables_are_those_of_two_things() -> None:
    """Of tables that hold no figures many cells are equal by chance."""
    head = "| Tool | Gears | Oil | Lamp | Bell |\n|:--|:--|:--|:--|:--|\n"
    rows = [f"| Item {name} | yes | no | yes | no |\n" for name in "ABC"]
    other = [*rows[:2], rows[2].replace("yes | no |\n", "no | no |\n")]
    assert "contradiction" not in two(rows, other, head)


def test_captions_that_name_other_periods_set_tables_apart() -> None:
    """A table for 2020 may differ from that for 2019 in one cell."""
    other = [ROWS[0], ROWS[1].replace("9,700", "7,900"), ROWS[2]]
    texts = [
        f"# {n}\n\n{HEAD}{''.join(rows)}\n: Cases in {year}\n"
        for n, rows, year in (("A", ROWS, 2019), ("B", other, 2020))
    ]
    kinds = [one["class"] for one in repeats(*texts)[0]["relations"]]
    assert "contradiction" not in kinds


def test_names_that_stand_twice_are_not_compared() -> None:
    """A first cell that names several rows names none."""
    rows = [ROWS[0], ROWS[0].replace("31", "32"), ROWS[1]]
    assert "contradiction" not in two(rows, [ROWS[0].replace("31", "33"), *ROWS[1:]])


@pytest.mark.parametrize("tables", [2, 20, 60])
def test_a_copy_is_found_among_many_tables_of_its_header(tables: int) -> None:
    """A report of many tables with one header has two of which one cell differs."""
    others = [
        f"| Ward {n}{letter} | {n + 3} | {n * 7},{n + 310} | £{n * 9}m |\n"
        for n in range(100, 98 + tables)
        for letter in "ab"
    ]
    made = ["".join(others[at : at + 2]) for at in range(0, len(others), 2)]
    changed = [ROWS[0], ROWS[1].replace("9,700", "7,900"), ROWS[2]]
    made = ["".join(ROWS), *made, "".join(changed)]
    product, _ = repeats(*(f"# T{n}\n\n{HEAD}{rows}" for n, rows in enumerate(made)))
    (one,) = product["relations"]
    assert [(d["a"], d["b"]) for d in one["differences"]] == [("9,700", "7,900")]


def test_rows_of_one_name_are_known_by_their_places_in_a_copy() -> None:
    """Where two tables name the same rows in one order, no name needs to be the only."""
    rows = [*ROWS, ROWS[0].replace("31", "36").replace("203", "210")]
    other = [*rows[:3], rows[3].replace("36", "63")]
    texts = f"# A\n\n{HEAD}{''.join(rows)}", f"# B\n\n{HEAD}{''.join(other)}"
    (one,) = (
        one
        for one in repeats(*texts)[0]["relations"]
        if one["class"] == "contradiction"
    )
    assert [(d["a"], d["b"]) for d in one["differences"]] == [("36", "63")]


@pytest.mark.parametrize(
    ("here", "there", "disagree"),
    [
        ("5%", "five %", False),
        ("5 %", "five %", False),
        ("5%", "six %", True),
        ("£3m", "£3,000,000", False),
        ("£3m", "£3,000", True),
    ],
)
def test_one_amount_written_in_another_way_is_no_contradiction(
    here: str, there: str, disagree: bool
) -> None:
    """A cell that says the same amount in another way says the same."""
    sides = ([ROWS[0].replace("£203m", cost), *ROWS[1:]] for cost in (here, there))
    assert ("contradiction" in two(*sides)) is disagree


SAID = "Couriers see only the part of the map that lies close to the depot."


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (f"| Ward | Note |\n|:--|:--|\n| North | None |\n\n: {SAID}", "exact"),
        (f"<table>\n<tr><td>{SAID}</td><td>None</td></tr>\n</table>", "near"),
    ],
    ids=["caption", "no head"],
)
def test_a_sentence_of_a_table_is_held_against_prose(table: str, kind: str) -> None:
    """Prose may repeat a caption, or the first row of a table that has no head."""
    product, _ = repeats(f"# A\n\n{table}\n\n{SAID}\n")
    told = [(one["class"], one["action"]) for one in product["relations"]]
    assert told == [(kind, "report")]
