"""The report that the benchmarks measure is the same each time, and it adds up."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pypandoc
import pytest

GENERATE = Path(__file__).parent.parent / "benchmarks" / "generate.py"
NUMBER = re.compile(r"\[([^]]*)\]\{value=(\w+)\.(\w+)\}")


def generate(root, *options, hash_seed="1"):
    """Run the generator; return the report's files by name."""
    command = [sys.executable, GENERATE, root, *options]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": hash_seed})
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files
    }


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Give the folder of a whole report of 12 chapters."""
    root = tmp_path_factory.mktemp("report")
    generate(root)
    return root


def chapters(root):
    """Return the texts of a report's chapters in order."""
    paths = sorted((root / "sources").glob("*.md"))
    return [path.read_text("utf-8") for path in paths]


def returns(root):
    """Return the rows of every CSV table by the table's name."""
    tables = {}
    for path in sorted((root / "sources" / "data").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables


def test_same_arguments_same_bytes(tmp_path):
    """Two runs with the same seed write the same tree under any hash seed."""
    size = ("--chapters", "2", "--words", "2000", "--seed", "7")
    one = generate(tmp_path / "one", *size)
    two = generate(tmp_path / "two", *size, hash_seed="2")
    assert one == two


def test_other_seed_other_report(tmp_path):
    """Another seed changes the words and the data, not the files."""
    size = ("--chapters", "2", "--words", "2000", "--seed")
    one, two = (
        generate(tmp_path / "a", *size, "1"),
        generate(tmp_path / "b", *size, "2"),
    )
    assert list(one) == list(two)
    same = {name for name in one if one[name] == two[name]}
    fixed = ("datapackage.json", "quantities.yml", "report.yml")
    assert {Path(name).name for name in same} == set(fixed)


def test_size_is_as_documented(report):
    """The default report has 12 chapters, 12 figures and about 45,000 words."""
    texts = chapters(report)
    assert len(texts) == len(list((report / "figures").glob("*.py"))) == 12
    assert 43_000 < len(" ".join(texts).split()) < 47_000


def test_chapters_are_pandoc_markdown(report):
    """Pandoc reads the blocks that a chapter is made of, without a warning."""
    expected = {"Header": 1, "Figure": 2, "Table": 1, "Note": 3, "BulletList": 2}
    for text in chapters(report):
        strict = ["--fail-if-warnings"]
        ast = pypandoc.convert_text(text, "json", "markdown", extra_args=strict)
        found = Counter(re.findall(r'"t":"(\w+)"', ast))
        found["Header"] = len(re.findall(r'"t":"Header","c":\[1,', ast))
        assert {name: found[name] for name in expected} == expected


def test_every_source_is_cited(report):
    """The bibliography has 30 entries, and the chapters cite all of them."""
    references = (report / "sources" / "references.bib").read_text("utf-8")
    keys = set(re.findall(r"^@report\{(\w+),", references, re.MULTILINE))
    cited = set(re.findall(r"@([a-z]+\d{4})", " ".join(chapters(report))))
    assert len(keys) == 30
    assert cited == keys


def test_no_passage_stands_twice(report):
    """No 25 words in a row stand twice in the report, numbers masked."""
    text = re.sub(r"[\d.,]+", "0", " ".join(chapters(report)))
    words = re.findall(r"[\w'-]+", text)
    runs = Counter(tuple(words[at : at + 25]) for at in range(len(words) - 24))
    assert [run for run, count in runs.items() if count > 1] == []


def test_pipe_tables_foot(report):
    """Each row of a pipe table adds up to its end, each column to its foot."""
    for text in chapters(report):
        lines = re.findall(r"^\| .*\d \|$", text, re.MULTILINE)
        cells = [line.strip("| ").replace(",", "").split(" | ")[1:] for line in lines]
        *rows, total = [[int(cell) for cell in row] for row in cells]
        assert [sum(column) for column in zip(*rows, strict=True)] == total
        assert all(sum(row[:-1]) == row[-1] for row in [*rows, total])


def test_checked_numbers_are_true(report):
    """The visits, rural spending and shares in the text are those of the CSV."""
    tables, stated = returns(report), NUMBER.findall(" ".join(chapters(report)))
    texts = {(name, key): text for text, name, key in stated}
    for name, rows in tables.items():
        spend = sum(int(row["spend"]) for row in rows)
        rural = sum(int(row["spend"]) for row in rows if row["kind"] == "rural")
        visits = sum(int(row["visits"]) for row in rows)
        assert texts[name, "visits"] == f"{visits:,}"
        assert texts[name, "rural"] == f"£{Decimal(rural) / 1_000_000:.1f}m"
        assert texts[name, "share"] == f"{Decimal(100 * rural) / spend:.0f}%"


def test_spending_is_true(report):
    """Spending is over, nearly or about the sum that the text states."""
    tables, stated = returns(report), NUMBER.findall(" ".join(chapters(report)))
    room = {"over": (0, 1), "nearly": (-1, 0), "": (Decimal("-0.05"), Decimal("0.05"))}
    kinds = set()
    for text, name, _ in [one for one in stated if one[2] == "spend"]:
        comparator, _, pounds = text.rpartition("£")
        spend = Decimal(sum(int(row["spend"]) for row in tables[name])) / 1_000_000
        low, high = room[comparator.strip()]
        assert low <= spend - Decimal(pounds.strip("m")) <= high
        kinds.add(comparator.strip())
    assert kinds == set(room)
