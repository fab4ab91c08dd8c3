"""Decisions through the command: a report's folder in, its `decisions.yml` out."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from paired import crowd, edition

from crossfoot.cli import main
from crossfoot.engines.checking import check
from crossfoot.engines.deciding import merged
from crossfoot.findings import count

WARDS = (
    "The quick survey of the western wards found that most volunteers had started"
    " before the first lockdown and that many of them stayed on for the whole of the"
    " following year."
)
LISTS = (
    "Every group that we spoke to kept a paper list of the people whom it served, since"
    " phones were lost, batteries ran flat and spreadsheets were never quite up to date."
)
ASK = "A further £203m is earmarked for programmes of work on recovery."
PAGES = {
    "01-hubs.md": f"# Money\n\n{WARDS}\n\n{ASK}\n",
    "02-streets.md": f"# Money\n\nSo. {ASK.replace('203', '230')}\n\n{WARDS}\n\nEnd.\n",
    "03-lists.md": f"# Lists\n\n{LISTS}\n",
    "04-more.md": f"# More\n\n{LISTS.replace('paper', 'long')}\n",
}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report with one repeat of each kind."""
    for name, text in PAGES.items():
        path = tmp_path / "sources" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def relations(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the relations of a report by class."""
    done = check(folder, ("read", "repeats"), ("repeats.json",))
    return {one["class"]: one for one in done.products["repeats.json"]["relations"]}


def accept(folder: Path, *words: str) -> int:
    """Run the command on a report; return its exit code."""
    return main(["repeats", str(folder), *words])


def told(folder: Path) -> list[str]:
    """Return the code and state of each finding on repeats."""
    found = check(folder, ("read", "repeats")).findings
    return [f"{f.code} {'waived' if f.waiver else f.level}" for f in found]


def test_a_decision_is_shown_and_written(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The diff is printed, the file is written, and the finding is settled."""
    one = relations(report)["exact"]
    words = (
        "--because",
        "It is  meant",
        "--owner",
        "j.smith",
        "--expires",
        "2026-12-31",
    )
    assert accept(report, "--accept", one["id"][:6] + "…", *words) == 0
    out, err = capsys.readouterr()
    text = (report / "sources" / "decisions.yml").read_text(encoding="utf-8")
    assert out == (
        "--- sources/decisions.yml\n+++ sources/decisions.yml\n@@ -0,0 +1,10 @@\n"
        + "".join(f"+{line}\n" for line in text.splitlines())
    )
    assert text == (
        "decisions:\n"
        f'  - id: "{one["id"]}"\n    class: exact\n    as: allow\n'
        '    text: "The quick survey of the western wards found…"\n'
        f'    a: {{file: "sources/01-hubs.md", sha256: "{one["sha256"]["a"]}"}}\n'
        f'    b: {{file: "sources/02-streets.md", sha256: "{one["sha256"]["b"]}"}}\n'
        '    because: "It is meant"\n    owner: "j.smith"\n    expires: "2026-12-31"\n'
    )
    assert err.startswith("Decided about 1 relation in ")
    # The report names no date, against which a last day could be held.
    codes = ["REP02 error", "REP01 waived", "REP03 warning", "REP06 warning"]
    assert told(report) == codes
    assert accept(report, "--accept", one["id"], *words) == 0
    assert capsys.readouterr() == (
        "",
        "Nothing to decide: decisions.yml says so already\n",
    )


def test_a_baseline_leaves_what_is_new(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that stands is accepted, the gate opens, and only a new repeat is found."""
    assert accept(report, "--baseline") == 0
    counts = count(check(report).findings)
    assert (counts.errors, counts.warnings, counts.waived) == (0, 0, 3)
    text = (report / "sources" / "decisions.yml").read_text(encoding="utf-8")
    assert text.count('because: "it stood when checking began"') == 3
    assert 'says: ["£203m"]' in text
    (report / "sources" / "05-new.md").write_text(f"# New\n\n{WARDS}\n", "utf-8")
    assert [line for line in told(report) if "waived" not in line] == ["REP01 warning"]
    capsys.readouterr()
    assert accept(report, "--baseline", "--because", "Known") == 0
    assert [line for line in told(report) if "waived" not in line] == []
    shown = capsys.readouterr().out
    assert "-    because:" in shown
    assert shown.count("\n+  - id") == 0
    assert accept(report, "--baseline") == 0
    assert capsys.readouterr().err.startswith("Nothing to decide")


def test_two_texts_are_one_relation_wherever_they_stand() -> None:
    """Places are gathered by text, whichever of the two comes first."""
    first = {
        "id": "0" * 16,
        "sha256": {"a": "x", "b": "y"},
        "a": [{"file": "01.md"}],
        "b": [{"file": "02.md"}],
        "decision": "allow",
    }
    turned = {
        "id": "0" * 16,
        "sha256": {"a": "y", "b": "x"},
        "a": [{"file": "02.md"}],
        "b": [{"file": "03.md"}],
    }
    (one,) = merged([first, turned]).values()
    assert one["files"] == {"a": ["01.md", "03.md"], "b": ["02.md"]}
    assert "decision" not in one


def test_a_stale_decision_is_replaced(report: Path) -> None:
    """The decision on the edited pair takes the place of the one that went stale."""
    assert accept(report, "--accept", relations(report)["near"]["id"], *WHY) == 0
    page = report / "sources" / "04-more.md"
    page.write_text(page.read_text("utf-8").replace("long", "short"), "utf-8")
    assert "REP04 warning" in told(report)
    one = relations(report)["near"]
    assert accept(report, "--accept", one["id"], *WHY) == 0
    text = (report / "sources" / "decisions.yml").read_text(encoding="utf-8")
    assert text.count("  - id:") == 1
    assert one["id"] in text
    assert told(report) == ["REP02 error", "REP01 warning", "REP03 waived"]


WHY = ("--because", "So it is")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--accept", "0000000000000000", *WHY), "is the identifier of no relation"),
        (("--accept", "zz", *WHY), "zz is the identifier of no relation"),
        (("--accept", "EXACT"), 'no reason is given; add --because "…"'),
        (("--accept", "EXACT", "--because", " "), "no reason is given"),
        (("--baseline", "--because", ""), "no reason is given"),
        (("--accept", "EXACT", *WHY, "--expires", "soon"), "“soon” is no day"),
        (("--accept", "EXACT", "--because", "\udc80"), "is not UTF-8"),
        (("--baseline", "--as", "drop"), "--baseline allows what stands"),
        (WHY, "no relation is named; name some with --accept ID"),
        (("--accept", "NEAR", *WHY, "--as", "drop"), "and this is near; take --as out"),
    ],
)
def test_what_cannot_be_decided_is_said(
    report: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    """Nothing is written, and one line says why."""
    idents = {kind.upper(): one["id"] for kind, one in relations(report).items()}
    given = [idents.get(word, word) for word in words]
    assert accept(report, *given) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert not (report / "sources" / "decisions.yml").exists()


def test_the_nearest_identifier_is_offered(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in an identifier is met with the one that was meant."""
    ident = relations(report)["exact"]["id"]
    slip = ident[:-1] + ("0" if ident[-1] != "0" else "1")
    assert accept(report, "--accept", slip, *WHY) == 2
    assert f"did you mean {ident}?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "data",
    [b"- a\n", b"decisions: [\n", b"decisions: 5\n", b"\xff\n", b"a: 1\na: 2\n"],
)
def test_a_broken_file_is_found_and_left_alone(report: Path, data: bytes) -> None:
    """A file that cannot be read decides nothing, and nothing is written into it."""
    path = report / "sources" / "decisions.yml"
    path.write_bytes(data)
    ident = relations(report)["exact"]["id"]
    assert accept(report, "--accept", ident, *WHY) == 2
    assert path.read_bytes() == data
    found = check(report).findings
    assert "sources/decisions.yml" in {one.place.file for one in found}
    assert count(found).waived == 0


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(report: Path, mark: bytes) -> None:
    """A file with CRLF or a byte order mark is read, and written as it was."""
    assert accept(report, "--accept", relations(report)["exact"]["id"], *WHY) == 0
    path = report / "sources" / "decisions.yml"
    path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))
    assert "REP01 waived" in told(report)
    assert accept(report, "--accept", relations(report)["near"]["id"], *WHY) == 0
    data = path.read_bytes()
    assert data.startswith(mark + b"decisions:\r\n")
    assert data.count(b"\r\n") == data.count(b"\n")
    kinds = {"exact", "near"}
    assert {k for k, one in relations(report).items() if "decision" in one} == kinds


def test_a_bare_folder_has_its_decisions_beside_its_chapters(tmp_path: Path) -> None:
    """Without `sources/` the file stands in the folder itself."""
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert accept(tmp_path, "--baseline") == 0
    assert (tmp_path / "decisions.yml").is_file()
    assert [line for line in told(tmp_path) if "waived" not in line] == []


def test_a_deleted_chapter_leaves_findings(report: Path) -> None:
    """Decisions on a chapter that is gone are warnings, and nothing else happens."""
    assert accept(report, "--baseline") == 0
    (report / "sources" / "02-streets.md").unlink()
    assert told(report) == ["REP03 waived", "REP05 warning", "REP05 warning"]


def test_a_kept_second_place_is_printed_once(report: Path) -> None:
    """The passage is printed in its second place, and the first one refers to it."""
    one = relations(report)["exact"]
    assert accept(report, "--accept", one["id"], "--as", "keep-second", *WHY) == 0
    assert accept(report, "--baseline") == 0
    done = check(report, products=("report.json",))
    printed = json.dumps(done.products["report.json"], ensure_ascii=False)
    assert printed.count('"lockdown"') == 1
    assert printed.count('["#_passage-1", ""]') == 1
    assert printed.index('"#_passage-1"') < printed.index('["_passage-1",')
    assert count(done.findings).errors == 0


def test_a_waiver_in_checks_keeps_the_copy(report: Path) -> None:
    """`checks.yml` keeps a copy as a comment before it does, and settles the finding."""
    (report / "sources" / "checks.yml").write_text(
        "waivers:\n  - {code: REP01, because: it is quoted}\n", encoding="utf-8"
    )
    assert relations(report)["exact"]["action"] == "waived"
    assert told(report) == ["REP02 error", "REP01 waived", "REP03 warning"]


def test_the_same_wishes_give_the_same_file(report: Path, tmp_path: Path) -> None:
    """Two reports with the same chapters get the same bytes."""
    other = tmp_path / "other"
    shutil.copytree(report / "sources", other / "sources")
    assert accept(report, "--baseline") == accept(other, "--baseline") == 0
    first, second = (one / "sources" / "decisions.yml" for one in (report, other))
    assert first.read_bytes() == second.read_bytes()


def test_a_decision_on_two_sections_is_one_on_each_passage(tmp_path: Path) -> None:
    """An edit to one passage brings that one back, and no other."""
    (tmp_path / "sources").mkdir()
    for side, name in enumerate(("01-old.md", "02-new.md")):
        text = edition(name, side)
        (tmp_path / "sources" / name).write_text(text, encoding="utf-8")
    assert told(tmp_path) == ["REP12 warning"]
    one = relations(tmp_path)["near"]
    assert accept(tmp_path, "--accept", one["id"], "--because", "Both stand") == 0
    text = (tmp_path / "sources" / "decisions.yml").read_text(encoding="utf-8")
    assert text.count("- id:") == len(one["passages"]) == 3
    assert told(tmp_path) == ["REP03 waived"] * 3
    edited = edition("02-new.md", 1).replace("any time", "any hour")
    (tmp_path / "sources" / "02-new.md").write_text(edited, encoding="utf-8")
    assert sorted(told(tmp_path)) == [
        "REP03 waived",
        "REP03 waived",
        "REP03 warning",
        "REP04 warning",
    ]


def test_a_decision_on_one_of_a_section_is_on_that_one_alone(tmp_path: Path) -> None:
    """What is told with it comes back, for nobody has looked at it."""
    (tmp_path / "sources").mkdir()
    for name, text in crowd(8).items():
        (tmp_path / "sources" / name).write_text(text, encoding="utf-8")
    assert told(tmp_path) == ["REP03 warning"]
    done = check(tmp_path, ("read", "repeats"), ("repeats.json",))
    first, *others = done.products["repeats.json"]["relations"]
    assert {one["within"] for one in others} == {first["id"]}
    for ident in (first["id"], others[-1]["id"]):
        assert accept(tmp_path, "--accept", ident, "--because", "Both stand") == 0
    text = (tmp_path / "sources" / "decisions.yml").read_text(encoding="utf-8")
    assert text.count("- id:") == 2
    assert sorted(told(tmp_path)) == ["REP03 waived"] * 2 + ["REP03 warning"]
    assert accept(tmp_path, "--baseline", "--because", "Old report") == 0
    assert told(tmp_path) == ["REP03 waived"] * 8


def test_a_baseline_allows_each_passage_of_two_sections(tmp_path: Path) -> None:
    """What stands today is silent, and is decided passage by passage."""
    (tmp_path / "sources").mkdir()
    for side, name in enumerate(("01-old.md", "02-new.md")):
        text = edition(name, side)
        (tmp_path / "sources" / name).write_text(text, encoding="utf-8")
    assert accept(tmp_path, "--baseline") == 0
    assert told(tmp_path) == ["REP03 waived"] * 3
