"""Numbers in titles that YAML holds: they are read, bound and printed."""

import json

import pytest
from conftest import Make

from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.checking import check
from crossfoot.nodes import text
from crossfoot.numbers.titles import record
from crossfoot.places import Text
from crossfoot.site import Site

FILES = {
    "sources/01-a.md": "# Of `=asks.total|£bn` asked\n\nText of [2]{value=asks.count}.\n",
    "sources/02-b.md": (
        '---\ntitle: "Second of []{value=asks.count}, of [9]{value=asks.count}"\n---\n\n'
        "Text of 12.\n"
    ),
    "sources/report.yml": (
        'subtitle: "Of [3]{value=asks.count} asks and 77 more"\n'
        "description: >\n  Some `=asks.total|£m`\n  and 99 things\n"
    ),
    "sources/quantities.yml": (
        "asks.total: {from: data/asks.csv, sum: amount, unit: GBP}\n"
        "asks.count: {from: data/asks.csv, count: rows}\n"
    ),
    "sources/data/asks.csv": "ask,amount\nLights,1500000000\nPaths,500000000\n",
}


def test_each_is_in_the_ledger(make: Make) -> None:
    """A wrong one is an error, a loose one is unbound, with its place in the file."""
    done = check(make(FILES), CHECKS, ("numbers.json",))
    rows = [
        (one["file"][8:], one["line"], one["where"], one["shown"], one["state"])
        for one in done.products["numbers.json"]["numbers"]
        if one["kind"] == "quantity"
    ]
    assert rows == [
        ("01-a.md", 1, "heading", "£2bn", "inserted"),
        ("01-a.md", 3, "text", "2", "checked"),
        ("02-b.md", 2, "heading", "two", "inserted"),
        ("02-b.md", 2, "heading", "9", "failed"),
        ("02-b.md", 5, "text", "12", "unbound"),
        ("report.yml", 1, "heading", "3", "failed"),
        ("report.yml", 1, "heading", "77", "unbound"),
        ("report.yml", 3, "text", "£2,000m", "inserted"),
        ("report.yml", 4, "text", "99", "unbound"),
    ]
    wrong = [
        f"{f.place.file}:{f.place.line}:{f.place.column} {f.message}"
        for f in done.findings
        if f.code == "NUM01"
    ]
    assert wrong == [
        "sources/02-b.md:2:45 Text says “9”; asks.count is 2",
        "sources/report.yml:1:16 Text says “3”; asks.count is 2",
    ]


def test_each_is_printed(make: Make) -> None:
    """The title page shows numbers, where it has the title of the first chapter."""
    site = Site.at(make(FILES))
    for stage in (*CHECKS, "assemble"):
        assert run(stage, site, lambda _: None) == 0
    made = json.loads((site.build / "report.json").read_bytes())
    meta = {key: made["meta"][key]["c"] for key in ("title", "subtitle", "description")}
    assert meta == {
        "title": "Of £2bn asked",
        "subtitle": "Of 3 asks and 77 more",
        "description": "Some £2,000m and 99 things\n",
    }
    heads = [text(one["c"][2]) for one in made["blocks"] if one["t"] == "Header"]
    assert heads == ["Of £2bn asked", "Second of two, of 9"]


def test_code_in_a_title_stays_code(make: Make) -> None:
    """What no quantity has the name of is what was written."""
    files = {"sources/01-a.md": "# Use `=total` here\n\nText.\n"}
    site = Site.at(make(files))
    for stage in (*CHECKS, "assemble"):
        assert run(stage, site, lambda _: None) == 0
    made = json.loads((site.build / "report.json").read_bytes())
    assert made["meta"]["title"]["c"] == "Use =total here"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("title: 41 asks\n", ["41 asks"]),
        ("title: '41 asks'\nsubtitle: \"of 7\"\n", ["41 asks", "of 7"]),
        ("title: |\n  41\n  asks\n\nnote: >-\n  of 7\n", ["41\n  asks", "of 7"]),
        ("title: 2020\n", ["2020"]),
        ("title:\n", []),
        ("title: [1]\npublisher: 7 Ltd\n", []),
        ("- 1\n", []),
        ("title: [\n", []),
        ("", []),
    ],
)
def test_what_is_printed_of_the_record_is_read(written: str, said: list[str]) -> None:
    """Plain, quoted and folded texts are read; what is no text is left out."""
    found = record(Text("report.yml", written))
    assert [one.text.strip() for one in found] == said
