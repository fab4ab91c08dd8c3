"""CSV tables that a chapter shows."""

from typing import Any

import pytest
from reading import known, part

from crossfoot.numbers import checks_of, csv_totals, report

TABLE: dict[str, Any] = {
    "name": "asks",
    "file": "sources/data/asks.csv",
    "sha256": "0" * 64,
    "rows": 2,
    "columns": [
        {"name": "origin", "type": "string", "unit": None, "title": None},
        {"name": "year", "type": "year", "unit": None, "title": None},
        {"name": "amount", "type": "integer", "unit": "GBP", "title": "Amount"},
    ],
    "records": [
        {
            "line": line,
            "cells": [
                {"text": origin, "column": 1, "end_column": 9},
                {"text": "2020", "column": 10, "end_column": 14},
                {"text": amount, "column": 15, "end_column": 15 + len(amount)},
            ],
        }
        for line, origin, amount in ((2, "Recharge", "2000"), (3, "Recovery", "203"))
    ],
}
AGAINST = known(tables={TABLE["file"]: TABLE}, files=frozenset({TABLE["file"]}))


def brief(text: str) -> list[tuple[str, str, str, str, int, str]]:
    return [
        (one["file"], one["text"], one["shown"], one["value"], one["line"], one["unit"])
        for one in part(text, AGAINST).numbers
    ]


def test_a_shown_table_brings_its_numbers() -> None:
    """Cells of number columns stand as inserted where they are in the file."""
    text = "![Asks](data/asks.csv){#tbl-asks total=amount}\n"
    file = "sources/data/asks.csv"
    assert brief(text) == [
        ("sources/01.md", "amount", "2,203", "2203", 1, "GBP"),
        (file, "2000", "2000", "2000", 2, "GBP"),
        (file, "203", "203", "203", 3, "GBP"),
    ]
    assert {one["state"] for one in part(text, AGAINST).numbers} == {"inserted"}


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        (["1,760", "990"], ["1,760", "990"]),
        (["£1.2m", "", "£900k"], ["£1.2m", "£900k"]),
        (["12%", "9%"], ["12%", "9%"]),
        (["1,760", "n/a"], []),
        (["1,760", "0990"], []),
        (["12", "9"], []),
    ],
)
def test_a_column_of_text_that_holds_numbers_is_read(
    texts: list[str], read: list[str]
) -> None:
    """Marks show that texts are numbers; where one is none, all may be codes."""
    rows = [
        {
            "line": line,
            "cells": [{"text": text, "column": 1, "end_column": 1 + len(text)}],
        }
        for line, text in enumerate(texts, 2)
    ]
    column = {"name": "visits", "type": "string", "unit": None, "title": None}
    table = {**TABLE, "columns": [column], "records": rows, "rows": len(rows)}
    against = known(tables={TABLE["file"]: table}, files=frozenset({TABLE["file"]}))
    found = part("![Asks](data/asks.csv){#tbl-asks}\n", against).numbers
    assert [one["text"] for one in found] == read
    assert {one["state"] for one in found} <= {"inserted"}


ROWS = ["Ely,1765", "Ware,2140", "Ely,1765", "Diss,990", "Bude,1205"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (ROWS, ["4:1 A row with “Ely, 1765” stands twice"]),
        ([*ROWS[:2], "Ely,1770", *ROWS[3:]], []),
        ([*ROWS, "Ware,2140"], []),
        ([*ROWS, "Ely,12"], []),
        (["A,12", "B,13", "A,12", "C,14"], []),
        (ROWS[:3], []),
    ],
)
def test_a_row_of_a_file_that_was_entered_twice_is_told(
    rows: list[str], told: list[str]
) -> None:
    """No total is needed where every other row has a name of its own."""
    records = [
        {
            "line": line,
            "cells": [
                {"text": name, "column": 1, "end_column": 1 + len(name)},
                {"text": text, "column": 9, "end_column": 9 + len(text)},
            ],
        }
        for line, (name, text) in enumerate((row.split(",") for row in rows), 2)
    ]
    columns = [TABLE["columns"][0], {**TABLE["columns"][2], "name": "visits"}]
    table = {**TABLE, "columns": columns, "records": records, "rows": len(rows)}
    found = csv_totals(known(tables={TABLE["file"]: table}), checks_of(None))
    assert [
        f"{one.place.line}:{one.place.column} {one.message.partition(';')[0]}"
        for one in found
    ] == told


def test_only_the_columns_shown_count() -> None:
    """`columns=` leaves the others out, and their totals."""
    text = "![Asks](data/asks.csv){#tbl-asks columns=origin total=amount}\n"
    [finding] = part(text, AGAINST).findings
    assert brief(text) == []
    assert finding.message == "total= names “amount”, which holds no numbers to add up"


def test_a_missing_table_and_a_missing_column_are_found() -> None:
    """Each finding points at the name as written and offers the nearest."""
    text = "![Asks](data/aks.csv)\n\n![Asks](data/asks.csv){total=amonut}\n"
    one, other = part(text, AGAINST).findings
    assert (one.code, one.message) == ("TAB04", "There is no table data/aks.csv")
    assert (one.help, one.place.column) == ("Write data/asks.csv", 9)
    assert (other.code, other.found, other.help) == ("TAB03", "amonut", "Write amount")
    assert (other.place.line, other.place.column) == (3, 30)


def test_a_table_that_the_data_stage_could_not_read_is_not_missing() -> None:
    """Its file is there, and its finding is another's."""
    against = known(files=frozenset({"sources/data/asks.csv"}))
    assert part("![Asks](data/asks.csv)\n", against).findings == []


def totalled(amount: str) -> dict[str, Any]:
    cells = [
        {"text": text, "column": at, "end_column": at + len(text)}
        for at, text in ((1, "Total"), (7, "2020"), (15, amount))
    ]
    records = [*TABLE["records"], {"line": 4, "cells": cells}]
    return {**TABLE, "rows": 3, "records": records}


def test_a_total_inside_a_file_is_checked() -> None:
    """A row of the file that is called a total must be the sum of the others."""
    for amount, codes in (("2203", []), ("2303", ["TAB02"])):
        against = known(tables={TABLE["file"]: totalled(amount)})
        _, findings = report([], [], against, checks_of(None), [])
        assert [one.code for one in findings] == codes


@pytest.mark.parametrize(("said", "told"), [("-1500", []), ("1500", ["-1500"])])
def test_a_change_inside_a_file_is_checked(said: str, told: list[str]) -> None:
    """What its columns are called says what they are to each other."""
    names = ("planned", "change", "revised")
    rows = (("140", "35", "175"), ("9000", said, "7500"), ("60", "-55", "5"))
    rows += (("0", "35", "35"),)
    table = {
        **TABLE,
        "rows": 4,
        "columns": [{**TABLE["columns"][2], "name": n, "title": None} for n in names],
        "records": [
            {
                "line": line,
                "cells": [
                    {"text": text, "column": at, "end_column": at + len(text)}
                    for at, text in zip((1, 9, 17), row, strict=True)
                ],
            }
            for line, row in enumerate(rows, 2)
        ],
    }
    against = known(tables={TABLE["file"]: table})
    _, findings = report([], [], against, checks_of(None), [])
    assert [one.expected for one in findings] == told


@pytest.mark.parametrize(
    ("name", "told"), [("Percent_spent", []), ("Spent", ["122.4"])]
)
def test_a_column_of_a_file_that_is_named_percent_adds_up_to_nothing(
    name: str, told: list[str]
) -> None:
    """Shares of parts are no parts of the share of the whole, as in a chapter."""
    rows = (("Roads", "22.4"), ("Schools", "100"), ("Total", "102.4"))
    text = {**TABLE["columns"][0], "type": "string", "name": "Act", "title": None}
    table = {
        **TABLE,
        "rows": 3,
        "columns": [text, {**TABLE["columns"][2], "name": name, "title": None}],
        "records": [
            {
                "line": line,
                "cells": [
                    {"text": one, "column": at, "end_column": at + len(one)}
                    for at, one in zip((1, 9), row, strict=True)
                ],
            }
            for line, row in enumerate(rows, 2)
        ],
    }
    against = known(tables={TABLE["file"]: table})
    _, findings = report([], [], against, checks_of(None), [])
    assert [one.expected for one in findings if one.code == "TAB02"] == told


SPACED: dict[str, Any] = {
    **TABLE,
    "file": "sources/data/who asked.csv",
    "columns": [{**one, "name": f"{one['name']} in all"} for one in TABLE["columns"]],
}


@pytest.mark.parametrize(
    "address",
    ["data/who asked.csv", "./data/who%20asked.csv", "../sources/data/who asked.csv"],
)
def test_a_file_and_a_column_may_have_spaces_in_their_names(address: str) -> None:
    """The table is the one that the build prints, whichever way it is written."""
    file = SPACED["file"]
    against = known(tables={file: SPACED}, files=frozenset({file}))
    found = part(f'![A]({address}){{total="amount in all"}}\n', against)
    assert found.findings == []
    assert found.numbers[0]["text"] == "amount in all"
    assert found.numbers[0]["value"] == "2203"


def test_a_table_that_is_not_there_is_named_as_written() -> None:
    """An address with spaces is told of without the signs that stand for them."""
    [finding] = part("![A](data/who asks.csv)\n", AGAINST).findings
    assert finding.message == "There is no table data/who asks.csv"
    assert (finding.place.column, finding.place.end_column) == (6, 23)


def held_back(**more: Any) -> Any:
    """Return the asks with a value of the second row declared as no number."""
    columns = [*TABLE["columns"][:2], {**TABLE["columns"][2], **more}]
    return known(
        tables={TABLE["file"]: {**TABLE, "columns": columns}},
        files=frozenset({TABLE["file"]}),
    )


def test_a_total_with_a_value_that_is_not_published_is_refused() -> None:
    """It would tell that value or leave it out; the cell is named beside it."""
    text = "![Asks](data/asks.csv){total=amount}\n"
    made = part(text, held_back(suppressed=["203"]))
    [finding] = made.findings
    assert (finding.code, finding.place.column) == ("TAB03", 30)
    assert finding.message == (
        "total= names “amount”, which holds a value that is not published"
    )
    [note] = finding.notes
    assert (note.place.file, note.place.line, note.place.column) == (
        *("sources/data/asks.csv", 3, 15),
    )
    assert [one["where"] for one in made.numbers if one["text"] == "amount"] == []


def test_a_cell_that_stands_for_no_value_is_not_added_up() -> None:
    """A code such as -99 for a missing value is none of the sum."""
    text = "![Asks](data/asks.csv){total=amount}\n"
    made = part(text, held_back(missing=["203"]))
    assert made.findings == []
    assert next(one["value"] for one in made.numbers if one["text"] == "amount") == (
        "2000"
    )


def test_a_name_of_several_words_is_looked_for_whole() -> None:
    """Another year is another column; a slip in a name of two words is one finding."""
    columns = [
        {"name": name, "type": kind, "unit": None}
        for name, kind in [("site", "string"), ("calls 2024", "integer")]
    ]
    table = {
        "name": "calls",
        "file": "sources/data/calls.csv",
        "sha256": "0" * 64,
        "columns": columns,
        "records": [],
    }
    against = known(
        files=frozenset({"sources/data/calls.csv"}),
        tables={"sources/data/calls.csv": table},
    )
    told = []
    for total in ("calls 2024 calls 2025", "cals 2024", "site"):
        found = part(f'![A](data/calls.csv){{total="{total}"}}\n', against).findings
        told.append([(one.found, one.help) for one in found])
    assert told == [
        [
            ("calls 2025", "Name one of site or calls 2024"),
        ],
        [("cals 2024", "Write calls 2024")],
        [("site", "Correct the cells that are no numbers, or name calls 2024")],
    ]


def test_a_table_without_columns_is_told_once() -> None:
    """The data stage says that it is empty; its columns are no matter then."""
    table = {
        "name": "calls",
        "file": "sources/data/calls.csv",
        "sha256": "0" * 64,
        "columns": [],
        "records": [],
    }
    against = known(
        files=frozenset({"sources/data/calls.csv"}),
        tables={"sources/data/calls.csv": table},
    )
    assert part("![A](data/calls.csv){total=a}\n", against).findings == []


def test_a_text_near_a_shown_table_is_held_to_its_cells() -> None:
    """A paragraph after a CSV table that is shown is one beside a table."""
    text = "![Asks](data/asks.csv){#tbl-asks}\n\nRecovery had an amount of {}.\n"
    told = [
        one.message
        for number in ("203", "230")
        for one in part(text.replace("{}", number), AGAINST).findings
    ]
    assert told == ["Text says “230”; the cell of “Recovery” is 203"]


def test_the_caption_of_a_shown_table_speaks_of_it() -> None:
    """What a caption calls the sum of a CSV table is held to its rows."""
    text = '![Asks (2,230 in all)](data/asks.csv){#tbl-asks columns="origin amount"}\n'
    found = part(text, AGAINST).findings
    assert [one.message for one in found] == [
        "Text says “2,230”; the 2 rows of the table add up to 2,203"
    ]
