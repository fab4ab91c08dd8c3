"""The data stage as a whole: the files it reads and writes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from published import validator

from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.checking import check
from crossfoot.site import Site

Make = Callable[..., Path]

TABLE = "origin,amount\nRecharge,2000000000\nRecovery,203000000\n"
PACKAGE = {
    "resources": [
        {
            "name": "asks",
            "path": "asks.csv",
            "schema": {
                "fields": [
                    {"name": "origin", "title": "Set out in"},
                    {"name": "amount", "type": "integer", "unit": "GBP"},
                ]
            },
        }
    ]
}
FILES = {
    "sources/01.md": "# One\n",
    "sources/data/asks.csv": TABLE,
    "sources/data/datapackage.json": json.dumps(PACKAGE),
    "sources/quantities.yml": (
        "asks.recovery: {from: data/asks.csv, sum: amount, where: {origin: Recovery}}\n"
        "asks.broken: {from: data/asks.csv, sum: mount}\n"
    ),
}


def stage(root: Path) -> tuple[dict[str, Any], list[dict[str, Any]], list[str]]:
    """Run the stage; return its product, its findings and its log."""
    log: list[str] = []
    run("data", Site.at(root), log.append)
    product = json.loads((root / "build" / "quantities.json").read_bytes())
    validator("quantities").validate(product)
    found = (root / "build" / "findings" / "data.jsonl").read_text("utf-8")
    return product, [json.loads(line) for line in found.splitlines()], log


def test_a_quantity_comes_with_all_that_it_rests_on(make: Make) -> None:
    """The product names value, unit, formula, file, rows, cells and place."""
    product, _, _ = stage(make(FILES))
    (quantity,) = product["quantities"]
    digest = quantity["source"].pop("sha256")
    assert product["read"]["sources/data/asks.csv"] == digest
    assert quantity == {
        "key": "asks.recovery",
        "value": "203000000",
        "unit": "GBP",
        "label": None,
        "formula": "sum of amount in data/asks.csv where origin is Recovery",
        "filter": "origin is Recovery",
        "count": 1,
        "columns": ["amount"],
        "chosen_by": ["origin"],
        "whole": False,
        "bound": None,
        "step": None,
        "source": {"file": "sources/data/asks.csv", "rows": [3], "citation": None},
        "cells": [
            {
                "file": "sources/data/asks.csv",
                "line": 3,
                "column": 10,
                "end_line": 3,
                "end_column": 19,
                "text": "203000000",
            }
        ],
        "uses": [],
        "place": {
            "file": "sources/quantities.yml",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 14,
        },
    }


def test_a_table_is_given_whole(make: Make) -> None:
    """The product holds a table's columns, and its cells with their places."""
    product, _, _ = stage(make(FILES))
    (table,) = product["tables"]
    del table["sha256"]
    assert table == {
        "name": "asks",
        "file": "sources/data/asks.csv",
        "delimiter": ",",
        "rows": 2,
        "columns": [
            {"name": "origin", "type": "string", "unit": None, "title": "Set out in"},
            {"name": "amount", "type": "integer", "unit": "GBP", "title": None},
        ],
        "records": [
            {
                "line": 2,
                "cells": [
                    {"text": "Recharge", "column": 1, "end_column": 9},
                    {"text": "2000000000", "column": 10, "end_column": 20},
                ],
            },
            {
                "line": 3,
                "cells": [
                    {"text": "Recovery", "column": 1, "end_column": 9},
                    {"text": "203000000", "column": 10, "end_column": 19},
                ],
            },
        ],
    }


def test_a_key_without_a_value_is_named(make: Make) -> None:
    """What could not be computed is listed, and a finding says why."""
    product, found, _ = stage(make(FILES))
    assert [one["key"] for one in product["failed"]] == ["asks.broken"]
    assert [(one["code"], one["line"], one["column"]) for one in found] == [
        ("DAT11", 2, 41)
    ]


def test_only_a_table_that_changed_is_looked_at_again(make: Make) -> None:
    """A second run keeps what it knows of a table, findings included."""
    root = make({**FILES, "sources/data/bad.csv": "a,b\n1\n"})
    first = stage(root)
    assert first[2][:2] == ["checked asks", "checked bad"]
    again = stage(root)
    assert again[:2] == first[:2]
    assert again[2][:2] == ["kept asks", "kept bad"]
    (root / "sources/data/asks.csv").write_text(TABLE.replace("203", "205"))
    product, _, log = stage(root)
    assert log[:2] == ["checked asks", "kept bad"]
    assert product["quantities"][0]["value"] == "205000000"


def test_a_report_without_data_has_an_empty_product(make: Make) -> None:
    """Plain chapters need neither tables nor quantities."""
    product, found, _ = stage(make({"a.md": "# A\n"}))
    assert product == {
        "schema": "crossfoot/quantities/1",
        "quantities": [],
        "tables": [],
        "failed": [],
        "read": {},
    }
    assert found == []


def test_records_of_more_than_one_line_have_their_lines(make: Make) -> None:
    """A cell that goes over lines says on which it starts and ends."""
    table = 'a,b\n"x\ny",2\n'
    product, _, _ = stage(make({"a.md": "# A\n", "data/t.csv": table}))
    assert product["tables"][0]["records"] == [
        {
            "line": 2,
            "cells": [
                {"text": "x\ny", "column": 1, "end_column": 3, "end_line": 3},
                {
                    "text": "2",
                    "column": 4,
                    "end_column": 5,
                    "line": 3,
                    "end_line": 3,
                },
            ],
        }
    ]


def test_a_number_with_marks_of_its_own_is_given_plainly(make: Make) -> None:
    """1.200,50 is printed and added up as the number that it is."""
    fields = '{"name": "n", "type": "number", "decimalChar": ",", "groupChar": "."}'
    entry = f'{{"path": "t.csv", "dialect": {{"delimiter": ";"}}, "schema": {{"fields": [{{"name": "k"}}, {fields}]}}}}'
    files = {
        "a.md": "# A\n\n![T](data/t.csv){#tbl-t total=n}\n",
        "data/t.csv": "k;n\na;1.200,50\nb;7\n",
        "data/datapackage.json": f'{{"resources": [{entry}]}}',
    }
    root = make(files)
    product, _, _ = stage(root)
    cells = [one["cells"][1] for one in product["tables"][0]["records"]]
    assert [(one["text"], one.get("plain")) for one in cells] == [
        ("1.200,50", "1200.50"),
        ("7", None),
    ]
    done = check(root, CHECKS, ("numbers.json",))
    assert [one.code for one in done.findings] == []
    shown = [
        (one["shown"], one["value"]) for one in done.products["numbers.json"]["numbers"]
    ]
    assert shown == [("1,207.50", "1207.5"), ("1.200,50", "1200.5"), ("7", "7")]


def test_a_long_table_is_left_out_of_the_product(make: Make) -> None:
    """More than 5000 records are counted, not listed."""
    table = "n\n" + "1\n" * 5001
    text = "n: {from: data/t.csv, sum: n}\n"
    files = {"a.md": "# A\n", "data/t.csv": table, "quantities.yml": text}
    product, _, _ = stage(make(files))
    assert "records" not in product["tables"][0]
    (total,) = product["quantities"]
    assert (total["value"], len(total["cells"]), len(total["source"]["rows"])) == (
        "5001",
        100,
        5000,
    )


SCRIPT = '''"""Values that YAML cannot say."""

from decimal import Decimal


def quantities(tables):
    """Return the greatest gap between amounts."""
    print("working")
    amounts = sorted(row["amount"] for row in tables["asks"])
    return {
        "gap": {"value": amounts[-1] - amounts[0], "unit": "GBP", "label": "Gap"},
        "half": Decimal("0.5"),
    }
'''


def test_a_python_file_may_give_quantities_too(make: Make) -> None:
    """`quantities.py` sees typed records; YAML may build on what it gives."""
    root = make(
        {
            **FILES,
            "sources/quantities.py": SCRIPT,
            "sources/quantities.yml": "gap.twice: {ratio: gap, to: half}\n",
        }
    )
    product, found, log = stage(root)
    assert [(one["key"], one["value"]) for one in product["quantities"]] == [
        ("gap", "1797000000"),
        ("gap.twice", "3594000000"),
        ("half", "0.5"),
    ]
    assert product["quantities"][0]["place"] == {
        "file": "sources/quantities.py",
        "line": 6,
        "column": 1,
        "end_line": 6,
        "end_column": 15,
    }
    assert found == []
    assert "ran sources/quantities.py" in log
    assert "kept sources/quantities.py" in stage(root)[2]


def test_what_is_no_utf8_beside_the_tables_is_named(make: Make) -> None:
    """A label in Windows-1252 would be printed with signs that nobody wrote."""
    label = 'a: {value: 3, label: "Cafés", source: "S"}\n'
    package = json.dumps({**PACKAGE, "title": "Fêtes"}, ensure_ascii=False)
    files = {
        **FILES,
        "sources/quantities.yml": label.encode("cp1252"),
        "sources/data/datapackage.json": package.encode("cp1252"),
    }
    _, found, _ = stage(make(files))
    assert [(one["code"], one["file"], one["line"]) for one in found] == [
        ("SRC01", "sources/data/datapackage.json", 1),
        ("SRC01", "sources/quantities.yml", 1),
    ]


def test_what_rests_on_a_torn_table_is_in_doubt(make: Make) -> None:
    """An error in a table is named with all that is made of it, and with no more."""
    entries = (
        "asks.all: {from: data/asks.csv, sum: amount}\n"
        "homes: {from: data/homes.csv, sum: homes}\n"
        "asks.each: {ratio: asks.all, to: homes}\n"
        'plan: {value: 3, source: "The plan"}\n'
        "homes.rise: {percent_change: homes, from: plan}\n"
    )
    files = {
        "sources/01.md": "# One\n",
        "sources/data/asks.csv": "origin,amount\nRecharge,2,000\nRecovery,203\n",
        "sources/data/homes.csv": "area,homes\nNorth,12\n",
        "sources/quantities.yml": entries,
    }
    product, found, _ = stage(make(files))
    assert [(one["code"], one["line"]) for one in found] == [("DAT02", 2)]
    doubts = {one["key"]: one.get("doubt") for one in product["quantities"]}
    torn = {
        "file": "sources/data/asks.csv",
        "line": 2,
        "column": 12,
        "end_line": 2,
        "end_column": 15,
    }
    assert doubts == {
        "asks.all": torn,
        "asks.each": torn,
        "homes": None,
        "homes.rise": None,
        "plan": None,
    }
    changes = [one["key"] for one in product["quantities"] if one.get("change")]
    assert changes == ["homes.rise"]
