"""Whole builds, as `snakemake --cores 4` runs them."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from building import Run, build, command, contents, copy, crossfoot, environment, stamps
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from crossfoot.engines.starter import create
from crossfoot.fingerprints import PACKAGE
from crossfoot.release import read_sums

OUTPUTS = [
    "report.pdf",
    "report.html",
    "report.docx",
    "report.epub",
    "report.ods",
    "report.xlsx",
    "figures/visits.svg",
    "figures/visits.png",
    "findings.json",
    "findings.sarif",
    "junit.xml",
    "checks.html",
    "numbers.json",
    "repeats.json",
    "quantities.json",
    "report.json",
    "site/index.html",
    "release/SHA256SUMS",
    "release/manifest.json",
]

WIDE = (
    "The library service opened all of its branches on every weekday of the year, kept"
    " the lending desks staffed until the evening, and ran a reading group for new"
    " parents in each of the branches that had a room large enough for one."
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """Return the first report, built once for all tests here; nobody edits it."""
    root = tmp_path_factory.mktemp("built") / "report"
    create(root)
    extra = root / "sources" / "02-service.md"
    extra.write_text(f"# Service\n\n{WIDE}\n\n## Outlook\n\nMore of the same.\n")
    return root, build(root)


@pytest.fixture
def report(built: tuple[Path, Run], tmp_path: Path) -> Path:
    """Return a copy of the built report, free to be edited."""
    return copy(built[0], tmp_path / "report")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(root: Path) -> list[str]:
    findings = json.loads((root / "build" / "findings.json").read_text())["findings"]
    return [one["code"] for one in findings if one["severity"] != "note"]


def test_a_build_makes_everything(built: tuple[Path, Run]) -> None:
    """One command makes the report, its checks and its release."""
    root, run = built
    assert run.code == 0, run.out
    assert [name for name in OUTPUTS if not (root / "build" / name).is_file()] == []
    last = run.out.rstrip().split("\n")[-1]
    assert last == (
        "0 errors, 0 warnings, 0 waived. See build/report.pdf, build/report.html,"
        " build/site, build/checks.html and build/release"
    )
    assert "Traceback" not in run.out


def test_a_release_holds_the_site(built: tuple[Path, Run]) -> None:
    """What is published is the site as built, without what Snakemake leaves in it."""
    site, release = (built[0] / "build" / name for name in ("site", "release/site"))
    made = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != ".snakemake_timestamp"
    }
    released = {
        path.relative_to(release).as_posix(): path.read_bytes()
        for path in release.rglob("*")
        if path.is_file()
    }
    assert released == made
    kinds = ("pdf", "docx", "epub", "xlsx", "ods")
    assert {kind: made[f"downloads/report.{kind}"] for kind in kinds} == {
        kind: (site.parent / f"report.{kind}").read_bytes() for kind in kinds
    }
    start = made["index.html"].decode()
    assert all(f'href="downloads/report.{kind}"' in start for kind in kinds)


PRODUCTS = {
    "settings": "settings.json",
    "chapter": "chapters/*.json",
    "quantities": "quantities.json",
    "figure": "figures/*.json",
    "repeats": "repeats.json",
    "numbers": "numbers.json",
    "report-ast": "report.json",
    "findings": "findings.json",
    "manifest": "release/manifest.json",
}


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_product_keeps_its_schema(built: tuple[Path, Run], name: str) -> None:
    """What one stage hands to another has the form that its schema gives."""
    schemas = [
        Resource.from_contents(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((PACKAGE / "schemas").glob("*.json"))
    ]
    known = [(one.id(), one) for one in schemas if one.id()]
    schema = json.loads((PACKAGE / "schemas" / f"{name}.schema.json").read_text())
    validator = Draft202012Validator(schema, registry=Registry().with_resources(known))
    paths = sorted((built[0] / "build").glob(PRODUCTS[name]))
    assert paths
    for path in paths:
        faults = validator.iter_errors(json.loads(path.read_text(encoding="utf-8")))
        assert [fault.message for fault in faults] == []


def test_a_second_run_does_nothing(report: Path) -> None:
    """With nothing changed no file is written, and the last line is still there."""
    before = stamps(report / "build")
    run = build(report)
    assert run.code == 0
    after = stamps(report / "build")
    assert {k: v for k, v in after.items() if k != ".lock"} == {
        k: v for k, v in before.items() if k != ".lock"
    }
    assert "0 errors, 0 warnings, 0 waived" in run.out


def test_the_release_checks_itself(report: Path) -> None:
    """A release verifies; a changed byte in it is named."""
    release = report / "build" / "release"
    assert crossfoot("verify", str(release), cwd=report).code == 0
    sums = read_sums((release / "SHA256SUMS").read_text())
    published = {
        "report.pdf",
        "report.docx",
        "report.epub",
        "report.ods",
        "report.xlsx",
    }
    assert {*published, "manifest.json", "data/visits.csv"} <= set(sums)
    with (release / "report.pdf").open("ab") as file:
        file.write(b"\n")
    run = crossfoot("verify", str(release), cwd=report)
    size = (release / "report.pdf").stat().st_size
    where = f"differ, bytes {size - 1:,} to {size:,} of {size:,}\n"
    said = "report.pdf has changed since the release was made"
    assert (run.code, run.out) == (1, f"{said}; it and the one in release.zip {where}")


def test_a_release_of_changed_data_is_refused(report: Path) -> None:
    """A table that changed between the checks and the release is not published."""
    table = report / "sources" / "data" / "visits.csv"
    edit(table, "12400", "12500")
    run = crossfoot("stage", "release", cwd=report)
    assert run.code == 1
    assert run.out.endswith(
        "sources/data/visits.csv:1:1: error REL01: sources/data/visits.csv is not the"
        " file that was checked. Build again.\n"
    )


def test_a_wrong_number_shuts_the_gate(report: Path) -> None:
    """A number that is not the data's is named, with the cell; a draft is made."""
    edit(report / "sources" / "01-visits.md", "[73,600]", "[73,900]")
    run = build(report)
    assert run.code == 1
    assert (
        "sources/01-visits.md:4:2: error NUM01: Text says “73,900”; visits.now is 73,600."
        in run.out
    )
    assert "sources/data/visits.csv:" in run.out
    assert not (report / "build" / "release").exists()
    assert b"Draft: 1 error" in (report / "build" / "report.html").read_bytes()
    assert codes(report) == ["NUM01"]


def test_one_cell_redoes_what_depends_on_it(report: Path) -> None:
    """A changed cell redraws its figure, breaks its numbers and leaves chapters alone."""
    before = stamps(report / "build")
    edit(report / "sources" / "data" / "visits.csv", "12400", "12500")
    run = build(report)
    assert run.code == 1
    changed = {k for k, v in stamps(report / "build").items() if before.get(k) != v}
    assert {"figures/visits.svg", "numbers.json", "report.pdf"} <= changed
    assert not {"chapters/01-visits.json", "settings.json"} & changed
    log = (report / "build" / "log" / "figures.log").read_text()
    assert "drew visits: data/visits.csv changed" in log
    assert "NUM01" in codes(report)


def test_a_pasted_page_stands_once(report: Path) -> None:
    """A passage pasted twice is in the output once, and the record gives it back."""
    chapter = report / "sources" / "02-service.md"
    pasted = chapter.read_text() + f"\n## Again\n\n{WIDE}\n"
    chapter.write_text(pasted)
    run = build(report)
    assert run.code == 0, run.out
    assert codes(report) == ["REP01"]
    html = (report / "build" / "report.html").read_text()
    assert " ".join(html.split()).count("ran a reading group for new parents") == 1
    record = json.loads((report / "build" / "repeats.json").read_text())
    (cut,) = record["cuts"]
    kept = (report / "build" / "kept" / "02-service.md").read_bytes()
    start = cut["start"]
    assert kept[:start] + cut["text"].encode() + kept[start:] == pasted.encode()
    assert WIDE in cut["text"]


def test_content_under_an_old_timestamp_is_seen(report: Path) -> None:
    """A file whose content changed but whose time did not is built again."""
    chapter = report / "sources" / "02-service.md"
    stat = chapter.stat()
    edit(chapter, "More of the same", "Fewer branches")
    os.utime(chapter, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert build(report).code == 0
    assert b"Fewer branches" in (report / "build" / "report.html").read_bytes()


def test_old_content_is_seen_without_snakemake_s_records(report: Path) -> None:
    """Also when `.snakemake` was deleted, changed content is built again."""
    shutil.rmtree(report / ".snakemake")
    chapter = report / "sources" / "02-service.md"
    stat = chapter.stat()
    edit(chapter, "More of the same", "Fewer branches")
    os.utime(chapter, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert build(report).code == 0
    assert b"Fewer branches" in (report / "build" / "report.html").read_bytes()


def test_a_deleted_chapter_leaves_nothing_behind(report: Path) -> None:
    """A chapter that is gone is gone from every file of the build."""
    (report / "sources" / "02-service.md").rename(report / "sources" / "03 é {x}.md")
    assert build(report).code == 0
    names = sorted(path.name for path in (report / "build" / "chapters").iterdir())
    assert names == ["01-visits.json", "03 é {x}.json"]
    kept = sorted(path.name for path in (report / "build" / "kept").iterdir())
    assert kept == ["01-visits.md", "03 é {x}.md"]


def test_a_killed_build_goes_on_with_the_same_command(
    built: tuple[Path, Run], tmp_path: Path
) -> None:
    """After kill -9 nothing has to be unlocked and the bytes are the same."""
    root = tmp_path / "report"
    for part in ("sources", "figures"):
        copy(built[0] / part, root / part)
    process = subprocess.Popen(
        command(),
        cwd=root,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    waited = 0.0
    while not (root / "build" / "settings.json").exists() and waited < 60:
        time.sleep(0.05)
        waited += 0.05
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    again = build(root)
    assert again.code == 0, again.out
    names = ["report.pdf", "report.html", "findings.json", "release/SHA256SUMS"]
    assert contents(root / "build", names) == contents(built[0] / "build", names)


SLOW = """
import time
from pathlib import Path

Path("drawing").touch()
time.sleep(60)
"""


def test_ctrl_c_stops_a_build_with_one_line(report: Path) -> None:
    """An interrupted build says so without a traceback, and goes on when run again."""
    recipe = report / "figures" / "visits.py"
    before = recipe.read_text(encoding="utf-8")
    recipe.write_text(before + SLOW, encoding="utf-8")
    process = subprocess.Popen(
        command(),
        cwd=report,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    mark, waited = report / "build" / ".cache" / "matplotlib" / "drawing", 0.0
    while not mark.exists() and waited < 60:
        time.sleep(0.05)
        waited += 0.05
    os.killpg(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode != 0
    assert out.endswith("Stopped. The same command goes on from here\n"), out
    assert not {"Traceback", "CalledProcessError"} & set(re.findall(r"\w+", out)), out
    recipe.write_text(before, encoding="utf-8")
    assert build(report).code == 0


def test_a_second_build_at_once_says_so(report: Path) -> None:
    """While one build runs, another stops with one plain line."""
    program = (
        "import pathlib, sys, time; from crossfoot.engines.process import hold\n"
        "hold(pathlib.Path('build')); print('held', flush=True); time.sleep(60)"
    )
    edit(report / "sources" / "02-service.md", "More of the same", "Less of it")
    holder = subprocess.Popen(
        [sys.executable, "-c", program], cwd=report, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    try:
        run = build(report)
    finally:
        holder.kill()
        holder.communicate()
    assert run.code == 1
    assert run.out.endswith(
        f"Another build is at work in this folder (process {holder.pid})."
        " Wait for it, or stop it\n"
    )


def test_a_source_edited_during_the_build_shuts_the_gate(report: Path) -> None:
    """What was built from old content is refused, and the next run is right."""
    chapter = report / "sources" / "02-service.md"
    edit(chapter, "More of the same", "Less of it")
    process = subprocess.Popen(
        command(),
        cwd=report,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    ast = report / "build" / "chapters" / "02-service.json"
    waited = 0.0
    while (not ast.exists() or "Less" not in ast.read_text()) and waited < 60:
        time.sleep(0.02)
        waited += 0.02
    edit(chapter, "Less of it", "Fewer branches")
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "error SRC09: sources/02-service.md changed while the build ran" in out
    assert build(report).code == 0
    assert b"Fewer branches" in (report / "build" / "report.html").read_bytes()


def test_without_a_chapter_nothing_is_built(tmp_path: Path) -> None:
    """An empty folder gives one line and exit code 1."""
    run = build(tmp_path)
    assert run.code == 1
    assert run.out.split("\n")[-2].startswith("SRC05 No chapter found: expected")
    assert not (tmp_path / "build").exists()


def test_plain_chapters_need_no_settings(tmp_path: Path) -> None:
    """A bare folder of Markdown files is a report."""
    (tmp_path / "a.md").write_text("# One\n\nText of the first chapter.\n")
    (tmp_path / "b.md").write_text("# Two\n\nText of the second chapter.\n")
    run = build(tmp_path)
    assert run.code == 0, run.out
    assert (tmp_path / "build" / "report.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "build" / "release" / "SHA256SUMS").is_file()


def test_what_snakemake_refuses_is_said(report: Path) -> None:
    """An unknown target is refused in plain words, not with old counts."""
    run = build(report, "--", "build/nothing.pdf")
    assert run.code == 1
    assert run.out.split("\n")[1:] == [
        "Nothing makes build/nothing.pdf; `snakemake --cores 4` makes everything",
        "",
    ]


def test_a_part_of_a_build_promises_no_more(report: Path) -> None:
    """One target by name is made; counts of the run before are not told again."""
    edit(report / "sources" / "02-service.md", "More of the same", "Less of it")
    run = build(report, "--", "build/repeats.json")
    assert run.code == 0, run.out
    last = run.out.rstrip().split("\n")[-1]
    assert last == (
        "The checks were not asked for; `snakemake --cores 4` makes everything"
    )


def test_one_stage_can_be_run_by_hand(report: Path) -> None:
    """A rule's line works on its own and writes the same bytes."""
    before = (report / "build" / "quantities.json").read_bytes()
    run = crossfoot("stage", "data", "--log", "build/log/data.log", cwd=report)
    assert run.code == 0
    assert (report / "build" / "quantities.json").read_bytes() == before
