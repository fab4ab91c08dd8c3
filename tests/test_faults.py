"""Bad input: one clear message with its place, and the rest of the report built."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import build, crossfoot

from crossfoot.engines.checking import check
from crossfoot.engines.starter import create

CHAPTER = "sources/01-visits.md"
SECOND = "sources/02-more.md"
TABLE = "sources/data/visits.csv"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return the first report with a second chapter, not built."""
    root = tmp_path / "report"
    create(root)
    (root / SECOND).write_text("# More\n\nThe second chapter stands.\n")
    return root


def found(root: Path) -> list[str]:
    """Return code, file and line of each error and warning."""
    shown = [f for f in check(root).findings if f.level != "note"]
    return [f"{f.code} {f.place.file}:{f.place.line}:{f.place.column}" for f in shown]


def change(root: Path, file: str, old: bytes, new: bytes) -> None:
    path = root / file
    raw = path.read_bytes()
    assert old in raw
    path.write_bytes(raw.replace(old, new, 1))


FAULTS: dict[str, tuple[str, bytes, bytes, str]] = {
    "invalid UTF-8": (SECOND, b"stands", b"st\xffnds", "SRC01 sources/02-more.md:3:22"),
    "broken front matter": (
        SECOND,
        b"# More",
        b"---\na: [\n---\n# More",
        "SRC02 sources/02-more.md:3:1",
    ),
    "an unknown key": (
        "sources/report.yml",
        b"publisher",
        b"publsher",
        "SRC03 sources/report.yml:6:1",
    ),
    "a missing chapter": (
        "sources/report.yml",
        b"title:",
        b"chapters: [01-visits.md, 02-more.md, 09-gone.md]\ntitle:",
        "SRC04 sources/report.yml:1:38",
    ),
    "a ragged row": (
        TABLE,
        b"Hillside,18650,",
        b"Hillside,18650,1,",
        "DAT02 sources/data/visits.csv:3:18",
    ),
    "a duplicated column": (
        TABLE,
        b"2024,2025",
        b"2024,2024",
        "DAT03 sources/data/visits.csv:1:14",
    ),
    "a bad cell": (TABLE, b"18650", b"many", "DAT04 sources/data/visits.csv:3:10"),
    "a broken quantity": (
        "sources/quantities.yml",
        b'sum: "2024"',
        b'sum: "2042"',
        "DAT11 sources/quantities.yml:2:45",
    ),
    "a recipe that raises": (
        "figures/visits.py",
        b"    return chart.bars(",
        b"    1 / 0\n    return chart.bars(",
        "FIG01 figures/visits.py:10:5",
    ),
    "a dangling reference": (
        SECOND,
        b"second",
        b"@sec-none",
        "REF01 sources/02-more.md:3:5",
    ),
    "a missing image": (
        SECOND,
        b"stands.",
        b"stands.\n\n![A map](images/map.png)\n",
        "REF05 sources/02-more.md:5:10",
    ),
    "an undefined footnote": (
        SECOND,
        b"stands",
        b"stands[^x]",
        "REF04 sources/02-more.md:3:26",
    ),
    "a skipped level": (
        SECOND,
        b"# More\n",
        b"# More\n\n### Deep\n",
        "STR01 sources/02-more.md:3:1",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_place(report: Path, name: str) -> None:
    """Each fault is found once where it stands, and the rest is still read."""
    file, old, new, expected = FAULTS[name]
    change(report, file, old, new)
    first, *rest = [
        entry for entry in found(report) if entry.split()[0] == expected.split()[0]
    ]
    assert first == expected
    assert rest == []


@pytest.mark.parametrize(
    "name", ["invalid UTF-8", "a recipe that raises", "a ragged row"]
)
def test_the_rest_of_a_faulty_report_is_built(report: Path, name: str) -> None:
    """With a fault in one file a draft with all other chapters comes out."""
    file, old, new, expected = FAULTS[name]
    change(report, file, old, new)
    run = build(report)
    assert run.code == 1
    assert "Traceback" not in run.out
    code, place = expected.split()
    assert any(
        line.startswith(f"{place}: error {code}: ") for line in run.out.split("\n")
    ), run.out
    html = (report / "build" / "report.html").read_text(encoding="utf-8")
    assert "The second chapter" in html
    assert (report / "build" / "report.pdf").read_bytes().startswith(b"%PDF")
    assert not (report / "build" / "release").exists()


@pytest.mark.parametrize("raw", [b"", b"\n", b"x", b"\xef\xbb\xbf"])
def test_a_chapter_of_almost_nothing_is_no_trouble(report: Path, raw: bytes) -> None:
    """An empty chapter is at most a warning."""
    (report / SECOND).write_bytes(raw)
    assert all(f.level != "error" for f in check(report).findings)


@pytest.mark.parametrize("form", ["crlf", "bom", "both"])
def test_line_ends_and_byte_order_marks_change_no_place(
    report: Path, form: str
) -> None:
    """A finding has the same line and column in a file that Windows wrote."""
    change(report, CHAPTER, b"[73,600]", b"[73,900]")
    before = found(report)
    raw = (report / CHAPTER).read_bytes()
    if form in {"crlf", "both"}:
        raw = raw.replace(b"\n", b"\r\n")
    if form in {"bom", "both"}:
        raw = b"\xef\xbb\xbf" + raw
    (report / CHAPTER).write_bytes(raw)
    table = (report / TABLE).read_bytes()
    (report / TABLE).write_bytes(b"\xef\xbb\xbf" + table.replace(b"\n", b"\r\n"))
    assert found(report) == before == ["NUM01 sources/01-visits.md:4:2"]


def test_an_empty_table_is_named(report: Path) -> None:
    """A CSV of no bytes is a finding, and so is what rests on it."""
    (report / TABLE).write_bytes(b"")
    assert "DAT01 sources/data/visits.csv:1:1" in found(report)


def test_two_figures_of_one_name_are_named(report: Path) -> None:
    """Recipes whose names differ in case alone would overwrite each other."""
    recipe = report / "figures" / "visits.py"
    (report / "figures" / "Visits.py").write_bytes(recipe.read_bytes())
    assert any(entry.startswith("FIG02 figures/") for entry in found(report))


def test_names_with_spaces_and_accents_work(report: Path) -> None:
    """Any file name that the system allows is a chapter's name."""
    (report / SECOND).rename(report / "sources" / "02 é ’ & {b} [c] #d $e.md")
    run = build(report)
    assert run.code == 0, run.out


def test_a_large_chapter_is_read(report: Path) -> None:
    """A chapter of a megabyte is checked whole."""
    words = "\n\n".join(
        f"Paragraph {n} of the long chapter tells its story." for n in range(20_000)
    )
    (report / SECOND).write_text(f"# More\n\n{words}\n\n@sec-none\n")
    assert found(report) == [f"REF01 sources/02-more.md:{2 * 20_000 + 3}:1"]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Path]:
    """Mount a small file system where the report's build folder is to be."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a file system")
    folder = tmp_path / "report" / "build"
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def small(folder: Path, options: str) -> None:
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


def test_a_build_folder_that_cannot_be_written_is_said(
    report: Path, mount: Path
) -> None:
    """A read-only build folder gives one line, not a traceback."""
    small(mount, "ro")
    run = build(report)
    assert run.code == 1
    assert "build/ cannot be written: Read-only file system" in run.out
    assert "Traceback" not in run.out


def test_a_full_disk_is_said_and_got_over(report: Path, mount: Path) -> None:
    """With no space left each stage says so; with space the build goes on."""
    small(mount, "size=64k")
    run = build(report)
    assert run.code == 1
    assert "No space left on device" in run.out
    assert "Traceback" not in run.out
    subprocess.run(["mount", "-o", "remount,size=64m", str(mount)], check=True)
    again = build(report)
    assert again.code == 0, again.out


def test_check_says_the_same_of_a_bare_folder(make) -> None:
    """A folder of plain chapters is checked without settings."""
    root = make(
        {"a.md": "# A\n\nSee @sec-b.\n", "b.md": "# B {#sec-b}\n\nSee @sec-c.\n"}
    )
    run = crossfoot("check", ".", "--format", "json", cwd=root)
    assert run.code == 1
    body = run.out[: run.out.rindex("}") + 1]
    assert [one["message"] for one in json.loads(body)["findings"]] != []
    assert found(root) == ["REF01 b.md:3:5"]
