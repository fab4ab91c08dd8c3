"""What people see of repeats, from chapters to the page and the terminal."""

import json
from pathlib import Path

import pytest
from conftest import Make
from markup import Page

from crossfoot import cli
from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.files import read_json
from crossfoot.site import Site

HUBS = (
    "The four hubs opened within a week of each other, each in a building that stood\n"
    "empty at the time, and each of them was run by people who had never worked\n"
    "together before.\n"
)
FILES = {
    "sources/report.yml": "chapters: [02-streets.md, 01-hubs.md]\n",
    "sources/01-hubs.md": f"# Hubs\n\n{HUBS}\nThe roadmap holds 41 examples of what had"
    " worked well in the region.\n",
    "sources/02-streets.md": "# Streets\r\n\r\n"
    + HUBS.replace("week", "month").replace("\n", "\r\n")
    + "\r\nThe roadmap holds 43 examples of what had worked well in the region.\r\n",
}


@pytest.fixture
def report(make: Make) -> Path:
    """Return a report with a contradiction and a near repeat."""
    return make(FILES)


def checks(root: Path, build: Path) -> str:
    """Return the page of checks of a report."""
    site = Site.at(root, build)
    for stage in (*CHECKS, "findings"):
        run(stage, site, lambda _: None)
    return (build / "checks.html").read_text(encoding="utf-8")


def test_the_page_of_a_report_has_its_repeats(report: Path, tmp_path: Path) -> None:
    """Each relation has its article, findings lead to it, and bars are in reading order."""
    html = checks(report, tmp_path / "one")
    relations = read_json(tmp_path / "one" / "repeats.json")["relations"]
    shown = Page(html)
    assert len(relations) == 2
    assert {f"r-{one['id']}" for one in relations} <= set(shown.ids)
    assert html.count(">The passages</a>") == 2
    assert html.index("02-streets.md</code> 4") < html.index("01-hubs.md</code> 4")
    assert "only here: month;" in shown.text
    assert checks(report, tmp_path / "two") == html


def test_repeats_are_listed_with_what_differs(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pipe gets plain lines, and the exit code says that copies disagree."""
    assert cli.main(["repeats", str(report)]) == 1
    first, second = (
        one["id"]
        for one in sorted(relations(report, capsys), key=lambda one: one["class"])
    )
    cli.main(["repeats", str(report)])
    assert capsys.readouterr().out == (
        f"sources/02-streets.md:7 ≠ sources/01-hubs.md:7  contradiction, 13 words, an error  [id {first}]\n"
        "    The roadmap holds [-43-]{+41+} examples of what had worked well in the region.\n\n"
        f"sources/02-streets.md:3-5 ≈ sources/01-hubs.md:3-5  near, 34 words, reported  [id {second}]\n"
        "    The four hubs opened within a [-month-]{+week+} of each other, each in a …\n\n"
        "1 contradiction and 1 near repeat\n"
        'To keep one as it is: crossfoot repeats --accept ID --because "…"\n'
    )


def relations(root: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """Return the relations that `crossfoot repeats` prints as JSON."""
    capsys.readouterr()
    cli.main(["repeats", str(root), "--format", "json"])
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["relations"]
    return found


def test_a_terminal_shows_what_differs_in_frames(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The frame of a near repeat has the words that are not equal."""
    cli.main(["check", str(report), "--only", "REP03", "--format", "text"])
    shown = capsys.readouterr().out
    assert [line for line in shown.split("\n") if "{+" in line] == [
        "  = [-here-] {+there+}: The four hubs opened within a [-week-]{+month+} of each other, each …"
    ]
