"""Waivers: silence with a reason."""

import json
import subprocess
from datetime import date
from typing import Any

import pypandoc
import pytest
from conftest import Make

from crossfoot.chapters import Chapter
from crossfoot.dates import report_date
from crossfoot.engines.belt import run
from crossfoot.engines.files import read_chapters
from crossfoot.findings import Finding, Waiver
from crossfoot.places import Place, Text
from crossfoot.site import Site
from crossfoot.waivers import in_chapter, in_checks, settle

TODAY = date(2021, 2, 1)


def chapter(text: str) -> Chapter:
    """Return a chapter whose paragraphs and comments are placed by searching."""
    raw = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "json"],
        input=text.encode(),
        capture_output=True,
        check=True,
    ).stdout
    ast: dict[str, Any] = json.loads(raw)
    at = 0
    for block in ast["blocks"]:
        content = block["c"]
        first = content[1] if block["t"] == "RawBlock" else content[0]["c"]
        at = text.index(first.strip(), at)
        end = text.find("\n\n", at)
        block["s"] = [at, end if end >= 0 else len(text)]
        at += len(first.strip())
    return Chapter("a", "a.md", "chapter", "", text, {}, ast)


def test_a_comment_covers_the_block_after_it() -> None:
    """A waiver in a chapter silences its code in the next block alone."""
    text = (
        "<!-- crossfoot: allow NUM05, NUM01 because quoted\nfrom the 2020 plan -->\n\n"
        "Covered 5\nand 6.\n\nFree 7.\n"
    )
    (one,) = in_chapter(chapter(text))
    assert (one.codes, one.reason) == (("NUM05", "NUM01"), "quoted from the 2020 plan")
    found = [Finding("NUM05", f"line {n}", Place("a.md", n)) for n in (4, 5, 7)]
    settled = settle(found, [one], {}, TODAY)
    waiver = Waiver("quoted from the 2020 plan")
    assert [f.waiver for f in settled] == [waiver, waiver, None]


def test_checks_file_waives_by_place_and_key() -> None:
    """An entry of checks.yml covers a file, a line of it, or a quantity's key."""
    text = (
        "waivers:\n"
        "- {code: NUM05, place: 'a.md:3', because: quoted, owner: jb}\n"
        "- {code: NUM01, key: asks.total, because: revised in May}\n"
    )
    allowances = in_checks(Text("checks.yml", text))
    found = [
        Finding("NUM05", "m", Place("a.md", 3)),
        Finding("NUM05", "m", Place("a.md", 4)),
        Finding("NUM01", "Text says “£1”; asks.total is £2", Place("b.md", 1)),
        Finding("NUM01", "Text says “£1”; asks.totals is £2", Place("b.md", 2)),
    ]
    settled = settle(found, allowances, {}, TODAY)
    assert [f.waiver for f in settled] == [
        Waiver("quoted", "jb"),
        None,
        Waiver("revised in May"),
        None,
    ]


def test_a_last_day_needs_a_date_of_the_report() -> None:
    """A waiver holds in a report without a date, and that it never ends is found."""
    text = "waivers:\n- {code: NUM01, because: x, expires: 2021-01-31}\n"
    allowances = in_checks(Text("checks.yml", text))
    bad = Finding("NUM01", "m", Place("a.md"))
    settled = settle([bad], allowances, {}, report_date(None, None))
    message = "Waiver of NUM01 expires on 2021-01-31, but the report names no date"
    assert [(f.code, f.level, bool(f.waiver), f.message) for f in settled] == [
        ("NUM01", "error", True, "m"),
        ("SRC13", "warning", False, message),
    ]


def test_a_faulty_waiver_silences_nothing_and_is_found() -> None:
    """No reason, an unknown code, an expired date or no use is a finding."""
    text = (
        "waivers:\n"
        "- {code: NUM01, place: a.md}\n"
        "- {code: NUM1, because: x}\n"
        "- {code: NUM01, because: x, expires: 2021-01-31}\n"
        "- {code: NUM02, because: x, expires: 2021-02-01}\n"
    )
    bad = Finding("NUM01", "m", Place("a.md"))
    settled = settle([bad], in_checks(Text("checks.yml", text)), {}, TODAY)
    assert [(f.code, f.place.line, f.message) for f in settled] == [
        ("NUM01", 1, "m"),
        ("SRC11", 2, "Waiver of NUM01 gives no reason"),
        ("SRC11", 3, "Waiver names “NUM1”, which is no code"),
        ("SRC13", 4, "Waiver of NUM01 expired on 2021-01-31"),
        ("SRC12", 5, "Waiver of NUM02 covers no finding"),
    ]
    assert all(f.waiver is None for f in settled)


def test_a_waiver_never_covers_more_than_it_says() -> None:
    """A place that cannot be read covers nothing, and a day that is none expires."""
    text = (
        "waivers:\n"
        "- {code: NUM01, place: 'a.md:one', because: x}\n"
        "- {code: NUM01, place: 'a.md:4-5', because: lines}\n"
        "- {code: NUM01, because: x, expires: soon}\n"
        "- {code: NUM01, because: x, expires: 2999-13-01}\n"
    )
    found = [Finding("NUM01", "m", Place("a.md", line)) for line in (3, 4, 5, 6)]
    settled = settle(found, in_checks(Text("checks.yml", text)), {}, TODAY)
    assert [f.waiver for f in settled if f.code == "NUM01"] == [
        None,
        Waiver("lines"),
        Waiver("lines"),
        None,
    ]
    assert [(f.code, f.place.line, f.message) for f in settled[4:]] == [
        ("SRC12", 2, "Waiver of NUM01 covers no finding"),
        ("SRC13", 4, "Waiver of NUM01 expires on “soon”, which is no day"),
        ("SRC13", 5, "Waiver of NUM01 expires on “2999-13-01”, which is no day"),
    ]


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("<!-- A -->\n\n<!-- B -->\n\nBoth 5.\n", [(5, 5), (5, 5)]),
        ("Text <!-- A --> 5.\nAnd 6.\n\nMore 7.\n", [(1, 2)]),
        ("- <!-- A -->\n  item 5\n- item 6\n", [(2, 2)]),
        ("> <!-- A -->\n>\n> quoted 5\n\n7\n", [(3, 3)]),
        ("See.[^n]\n\n[^n]: <!-- A -->\n\n    Noted 5.\n", [(5, 5)]),
        ("# Title <!-- A --> 5\n\nText 6.\n", [(1, 1)]),
    ],
)
def test_a_comment_covers_what_it_stands_before_or_in(
    make: Make, text: str, covered: list[tuple[int, int]]
) -> None:
    """Comments pile up before a block, and one inside a block covers that block."""
    for name in "AB":
        text = text.replace(f"<!-- {name} ", "<!-- crossfoot: allow NUM05 because x ")
    site = Site.at(make({"a.md": text}))
    run("read", site, lambda _: None)
    (one,) = read_chapters(site)
    found = in_chapter(one)
    assert [(each.first_line, each.last_line) for each in found] == covered


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("allow num05 because x", "Waiver names “num05”, which is no code"),
        ("allow NUM05 - quoted", "“allow NUM05 - quoted” is no waiver"),
        ("ignore NUM05 because x", "“ignore NUM05 because x” is no waiver"),
        ("allow because x", "Waiver names no code"),
    ],
)
def test_a_comment_that_was_meant_as_a_waiver_is_found(
    comment: str, message: str
) -> None:
    """A slip of the pen in a waiver is named, as it silences nothing."""
    (one,) = in_chapter(chapter(f"<!-- crossfoot: {comment} -->\n\nText 5.\n"))
    finding = Finding("NUM05", "m", Place("a.md", 3))
    said, kept = settle([finding], [one], {}, TODAY)
    assert (said.code, said.message, kept) == ("SRC11", message, finding)


def test_settings_change_severities() -> None:
    """The file report.yml may make a warning an error and an error a note."""
    found = [Finding("REP01", "m", Place("a")), Finding("NUM01", "m", Place("a"))]
    settled = settle(found, [], {"REP01": "error", "NUM01": "note"}, TODAY)
    assert {f.code: f.level for f in settled} == {"REP01": "error", "NUM01": "note"}


def test_a_comment_at_the_end_of_a_chapter_covers_nothing() -> None:
    """A waiver without a block after it is reported as unused."""
    (one,) = in_chapter(
        chapter("Text 5.\n\n<!-- crossfoot: allow NUM05 because x -->\n")
    )
    settled = settle([Finding("NUM05", "m", Place("a.md", 1))], [one], {}, TODAY)
    assert [(f.code, f.place.line, f.waiver) for f in settled] == [
        ("NUM05", 1, None),
        ("SRC12", 3, None),
    ]
