"""What a recipe sees of tables and quantities."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from crossfoot.engines.frames import MissingError, Quantities, Tables, frame


def column(name: str, kind: str, **more: Any) -> dict[str, Any]:
    """Return a column of `build/quantities.json`."""
    return {"name": name, "type": kind, "unit": None, "title": None, **more}


def table(columns: list[dict[str, Any]], *rows: list[str]) -> dict[str, Any]:
    """Return a table of `build/quantities.json`."""
    return {
        "file": "t.csv",
        "delimiter": ",",
        "columns": columns,
        "records": [{"cells": [{"text": one} for one in row]} for row in rows],
    }


def test_columns_have_the_type_that_plots_right(tmp_path: Path) -> None:
    """Counts are whole numbers, dates are dates, and a missing cell is missing."""
    got = frame(
        table(
            [
                column("s", "string"),
                column("n", "integer"),
                column("gap", "integer"),
                column("x", "number", group=","),
                column("day", "date"),
                column("ok", "boolean"),
                column("held", "integer", suppressed=["[c]"]),
                column("wide", "integer"),
            ],
            ["a", "1", "2", "1,200.5", "2021-02-01", "true", "[c]", str(2**70)],
            ["", "3", "", "0.5", "2021-03-01", "false", "4", "1"],
        ),
        tmp_path,
    )
    assert {name: str(kind) for name, kind in got.dtypes.items() if name != "day"} == {
        "s": "object",
        "n": "int64",
        "gap": "Int64",
        "x": "float64",
        "ok": "bool",
        "held": "Int64",
        "wide": "object",
    }
    first, second = got.to_dict("records")
    assert (first["x"], first["day"], first["ok"]) == (
        1200.5,
        pd.Timestamp("2021-02-01"),
        True,
    )
    assert (second["s"], first["wide"]) == (None, 2**70)
    assert got["gap"].isna().tolist() == [False, True]


def test_a_long_table_is_read_from_its_file(tmp_path: Path) -> None:
    """Records that the JSON leaves out come from the CSV file."""
    (tmp_path / "t.csv").write_text("n,s\n1,a\n2\n", encoding="utf-8")
    long = table([column("n", "integer"), column("s", "string")])
    del long["records"]
    assert frame(long, tmp_path).to_dict("records") == [
        {"n": 1, "s": "a"},
        {"n": 2, "s": None},
    ]


def test_what_is_asked_for_is_noted(tmp_path: Path) -> None:
    """A look at a key, also one that is not there, is a read; so is the list."""
    tables = Tables({"asks": table([column("n", "integer")], ["1"])}, tmp_path)
    tables["asks"]
    assert "themes" not in tables
    assert (tables.asked, tables.listed) == ({"asks", "themes"}, False)
    assert list(tables) == ["asks"]
    assert tables.listed


def test_a_recipe_may_change_its_table(tmp_path: Path) -> None:
    """Each look at a table gives a new one."""
    tables = Tables({"asks": table([column("n", "integer")], ["1"])}, tmp_path)
    own = tables["asks"]
    own.loc[0, "n"] = 5
    assert tables["asks"]["n"].tolist() == [1]


def test_an_unknown_name_brings_the_nearest() -> None:
    """The error of a slip of the pen names what was probably meant."""
    quantities = Quantities({"asks.total": {"value": "3.20"}})
    assert quantities["asks.total"] == Decimal("3.20")
    with pytest.raises(MissingError) as caught:
        quantities["asks.totl"]
    assert str(caught.value) == (
        "there is no quantity called asks.totl; the nearest is asks.total"
    )
