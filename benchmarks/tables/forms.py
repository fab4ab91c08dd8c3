"""Measures what is found of one slip in a short text, form by form.

    python benchmarks/tables/forms.py [FILE] [--half first] [--list]

FILE holds texts under lines `=== half | name | right | wrong`; `{}` stands for the
number that is right or wrong, and a line `--- data/x.csv` starts a table that the text
shows. A text with the wrong number counts as found when
anything is told of its numbers, and one with the right number should have nothing told.
"""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from corrections import SHOWN, alarms

TEXTS = Path(__file__).with_name("forms.txt")
MARK = "=== "
DATA = "\n--- "


class Form(NamedTuple):
    """A text and the two numbers that may stand in it."""

    half: str
    name: str
    right: str
    wrong: str
    text: str
    data: str
    """The CSV table that it shows, below the file's name, or ""."""


def forms(source: str) -> Iterator[Form]:
    """Yield the texts of a file."""
    for part in source.split(MARK)[1:]:
        head, _, text = part.partition("\n")
        half, name, right, wrong = (one.strip() for one in head.split(" | "))
        text, _, data = text.partition(DATA)
        yield Form(half, name, right, wrong, f"# Here\n\n{text.strip()}\n", data)


def tables(data: str) -> dict[str, Any]:
    """Return a CSV table by its file's name, as the data stage gives it."""
    if not data:
        return {}
    file, *lines = data.strip().split("\n")
    names, *rows = csv.reader(lines)
    records = [
        {
            "line": at,
            "cells": [{"text": one, "column": 1, "end_column": 2} for one in row],
        }
        for at, row in enumerate(rows, 2)
    ]
    columns = [
        {"name": name, "type": "string", "unit": None, "title": None} for name in names
    ]
    name = Path(file).stem
    held = {"name": name, "file": file, "sha256": "0" * 64, "rows": len(rows)}
    return {file: {**held, "columns": columns, "records": records}}


def told(text: str, data: str = "") -> list[str]:
    """Return what is said of the numbers of a text, and of the table that it shows."""
    found = (one for one in alarms(text, tables(data)) if one.level != "note")
    return [one.message for one in found if one.code.startswith(SHOWN)]


def main() -> None:
    """Print how many slips are found, half by half, and what is told of right texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=TEXTS)
    parser.add_argument("--half")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    every = list(forms(args.file.read_text(encoding="utf-8")))
    for half in dict.fromkeys(one.half for one in every):
        if args.half in {None, half}:
            _print([one for one in every if one.half == half], listed=args.list)


def _print(some: list[Form], *, listed: bool) -> None:
    found = {one: told(one.text.replace("{}", one.wrong), one.data) for one in some}
    wrongly = {one: told(one.text.replace("{}", one.right), one.data) for one in some}
    many = sum(map(bool, found.values()))
    print(f"{some[0].half}: {many} of {len(some)} slips found, ", end="")
    print(f"{sum(map(bool, wrongly.values()))} right texts told of")
    for one in some if listed else ():
        print(f"  {one.name}: {'; '.join(found[one]) or 'missed'}")
        for message in wrongly[one]:
            print(f"  {one.name}, right: {message}")


if __name__ == "__main__":
    main()
