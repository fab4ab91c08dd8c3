"""`crossfoot diff`: two folders, revisions and releases, and what is written."""

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from crossfoot import cli
from crossfoot.engines.belt import STAGES, run
from crossfoot.engines.cache import load, store, take_items
from crossfoot.site import Site

OLD = {
    "sources/report.yml": "title: Visits\noutputs: [pdf, html, docx]\n",
    "sources/quantities.yml": "all: {from: data/v.csv, sum: visits}\n",
    "sources/data/v.csv": "place,visits\nNorth,10\nSouth,20\n",
    "sources/01-visits.md": "# Visits\n\nWe counted [30]{value=all} visits in all.\n\n"
    "Nobody was asked about the weather on the day.\n",
}  # fmt: skip
NEW = {
    **OLD,
    "sources/data/v.csv": "place,visits\nNorth,10\nSouth,25\n",
    "sources/01-visits.md": "# Visits\n\nWe counted [35]{value=all} visits in all.\n",
}
SAID = """\
Numbers
  all: 30 → 35 (+5, +16.7%); v.csv:3, visits: 20 → 25; stated at sources/01-visits.md:3

Text
  Reworded, 1 Visits (text): We counted [-30-]{+35+} visits in all.
  Taken out, 1 Visits (text): Nobody was asked about the weather on the day.

Data
  v.csv:3 South, visits: 20 → 25
"""


def report(root: Path, files: dict[str, str]) -> Path:
    """Write the files of a report; return its folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def sides(folder: Path) -> tuple[Path, Path]:
    """Return the folders of a report before and after."""
    return report(folder / "old", OLD), report(folder / "new", NEW)


def test_two_folders_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Numbers, text and data that changed are printed, and nothing is written there."""
    old, new = sides(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert cli.main(["diff", str(old), str(new)]) == 0
    first = (
        f"From {old} to {new}: 2 passages, 1 number, 1 row and 0 figures changed\n\n"
    )
    assert capsys.readouterr().out == first + SAID
    assert sorted(tmp_path.rglob("*")) == before


def test_a_state_does_not_differ_from_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing changed is said in one line."""
    old, _ = sides(tmp_path)
    assert cli.main(["diff", str(old), str(old)]) == 0
    assert capsys.readouterr().out == f"From {old} to {old}: nothing changed\n"


def test_pages_and_documents_are_written(tmp_path: Path) -> None:
    """The marked PDF, page and Word document tell what was put in and taken out."""
    old, new = sides(tmp_path)
    out = tmp_path / "out"
    assert cli.main(["diff", str(old), str(new), "--to", str(out)]) == 0
    assert sorted(one.name for one in out.iterdir()) == [
        *("changes.html", "changes.json", "corrections.html"),
        *("marked.html", "marked.pdf", "tracked.docx"),
    ]
    page = (out / "marked.html").read_text(encoding="utf-8")
    plain = re.sub(r"<(?!/?(?:ins|del)\b)[^>]*>", "", page)
    assert "We counted <del>30</del><ins>35</ins> visits in all." in " ".join(
        plain.split()
    )
    assert "<del>Nobody was asked about the weather on the day.</del>" in plain
    with zipfile.ZipFile(out / "tracked.docx") as word:
        xml = word.read("word/document.xml").decode()
    taken = [" ".join(re.findall(r"<w:delText[^>]*>([^<]*)", one)) for one in re.findall(r"<w:del .*?</w:del>", xml, re.DOTALL)]  # fmt: skip
    put = re.findall(r"<w:ins .*?</w:ins>", xml, re.DOTALL)
    assert [" ".join(one.split()) for one in taken] == [
        "30",
        "Nobody was asked about the weather on the day.",
    ]
    assert [re.sub(r"<[^>]*>", "", one).strip() for one in put] == ["35"]
    assert json.loads((out / "changes.json").read_bytes())["numbers"][0]["new"] == "35"


def test_the_same_states_give_the_same_bytes(tmp_path: Path) -> None:
    """Page, marked report and Word document hold no clock and no chance."""
    old, new = sides(tmp_path)
    for name in ("a", "b"):
        cli.main(["diff", str(old), str(new), "--to", str(tmp_path / name)])
    for one in sorted((tmp_path / "a").iterdir()):
        assert one.read_bytes() == (tmp_path / "b" / one.name).read_bytes(), one.name


def git(folder: Path, *words: str) -> None:
    """Run git in a folder, with nothing of the machine's settings."""
    own = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = [str(shutil.which("git")), *own, *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_a_revision_is_compared_with_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A revision's files are taken from git, of the folder that is asked in."""
    root = report(tmp_path / "all" / "report", OLD)
    git(tmp_path / "all", "init", "--quiet")
    git(tmp_path / "all", "add", ".")
    git(tmp_path / "all", "commit", "--quiet", "-m", "first")
    git(tmp_path / "all", "tag", "v1")
    for name, text in NEW.items():
        (root / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    assert cli.main(["diff", "v1"]) == 0
    first = "From v1 to .: 2 passages, 1 number, 1 row and 0 figures changed\n\n"
    assert capsys.readouterr().out == first + SAID


def test_a_release_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A release holds all that is compared."""
    old, new = sides(tmp_path)
    site = Site.at(old)
    for stage in STAGES:
        assert run(stage, site, lambda _: None) == 0, stage
    released = old / "build" / "release"
    assert cli.main(["diff", str(released), str(new), "--to", str(tmp_path / "o")]) == 0
    first = (
        f"From {released} to {new}: 2 passages, 1 number, 1 row and 0 figures changed"
    )
    assert capsys.readouterr().out == f"{first}\n\n{SAID}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "nowhere is neither a folder nor a revision that git knows"),
        (["--", "-x"], "-x is neither a folder nor a revision that git knows"),
        ([""], "an empty name is neither a folder nor a revision that git knows"),
        (["empty"], "empty holds no chapter; expected sources/*.md, or else *.md"),
        (["release"], "release is a release without report.json; build it again to compare it"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line says why there is nothing to compare, with exit code 2."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "empty").mkdir()
    report(tmp_path, {**OLD, "release/manifest.json": "{}"})
    monkeypatch.chdir(tmp_path)
    assert cli.main(["diff", *words]) == 2
    assert capsys.readouterr().err == f"crossfoot: {said}\n"


def test_a_shallow_clone_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A revision that was not fetched is asked for with the command that gets it."""
    root = report(tmp_path / "whole", OLD)
    git(root, "init", "--quiet")
    for number in ("one", "two"):
        (root / "sources" / "02.md").write_text(f"# {number}\n")
        git(root, "add", ".")
        git(root, "commit", "--quiet", "-m", number)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "part")
    monkeypatch.chdir(tmp_path / "part")
    assert cli.main(["diff", "HEAD~1"]) == 2
    assert capsys.readouterr().err == (
        "crossfoot: HEAD~1 is neither a folder nor a revision that git knows; this clone"
        " holds the last ones alone: git fetch --unshallow gets the rest\n"
    )


def test_links_that_lead_out_of_a_revision_are_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a revision links to on this machine is not read, and nothing stops."""
    root = report(tmp_path, OLD)
    (root / "sources" / "data" / "p.csv").symlink_to("/etc/passwd")
    (root / "sources" / "up").symlink_to("../../..")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "links")
    monkeypatch.chdir(root)
    assert cli.main(["diff", "HEAD", "HEAD"]) == 0
    assert capsys.readouterr().out == "From HEAD to HEAD: nothing changed\n"


def test_a_chapter_under_another_name_was_moved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a renamed chapter nothing is told, or that it stands elsewhere now."""
    old = report(tmp_path / "old", {**OLD, "sources/02-more.md": "# More\n\nThere is more of it.\n"})  # fmt: skip
    new = report(tmp_path / "new", {**OLD, "sources/00-more.md": "# More\n\nThere is more of it.\n"})  # fmt: skip
    assert cli.main(["diff", str(old), str(new), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["what"] for one in told["text"]} == {"moved"}
    assert cli.main(["diff", str(new), str(new)]) == 0


def test_items_of_another_build_are_taken_and_left(tmp_path: Path) -> None:
    """A build finds what another one made; neither that nor other files are touched."""
    kept, new = tmp_path / "a", tmp_path / "b"
    store(kept / ".cache" / "read" / ("0" * 64), b"item")
    (kept / ".cache" / "read" / "other").write_text("x")
    before = (kept / ".cache" / "read" / ("0" * 64)).stat().st_mtime_ns
    take_items([None, kept, tmp_path / "nowhere"], new)
    assert [path.name for path in (new / ".cache" / "read").iterdir()] == ["0" * 64]
    store(new / ".cache" / "read" / ("0" * 64), b"another")
    assert load(kept / ".cache" / "read" / ("0" * 64)) == b"item"
    assert (kept / ".cache" / "read" / ("0" * 64)).stat().st_mtime_ns == before
