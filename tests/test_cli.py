"""The command line: what it prints, writes and returns."""

import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from building import crossfoot, stamps

from crossfoot import cli
from crossfoot.engines.starter import create

ROOT = Path(__file__).parent.parent


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return the first report, not built."""
    root = tmp_path / "report"
    create(root)
    return root


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_check_writes_nothing_in_the_report(report: Path) -> None:
    """A clean report passes, and its folder is as it was."""
    before = stamps(report)
    run = crossfoot("check", ".", cwd=report)
    told, last = run.out.rsplit("\n", 2)[:2]
    assert (run.code, last) == (0, "0 errors, 0 warnings, 0 waived")
    assert told.startswith("\nTo be checked by a person; no machine can.")
    assert stamps(report) == before


def test_check_finds_errors_and_prints_them_as_asked(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Errors give exit code 1; JSON goes to standard output alone."""
    edit(report / "sources" / "01-visits.md", "[73,600]", "[73,900]")
    assert cli.main(["check", str(report), "--format", "json", "--only", "NUM01"]) == 1
    out, err = capsys.readouterr()
    (one,) = json.loads(out)["findings"]
    assert (one["code"], one["found"], one["expected"]) == ("NUM01", "73,900", "73,600")
    assert err == "1 error, 0 warnings, 0 waived\n"
    assert cli.main(["check", str(report), "--only", "REP01"]) == 0
    out, _ = capsys.readouterr()
    assert out == ""
    assert cli.main(["check", str(report), "--only", "num01 rep01"]) == 1
    assert capsys.readouterr().out.startswith("sources/01-visits.md:")


def test_check_shows_a_frame_when_text_is_asked_for(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The author's own line is shown with a mark beneath the number."""
    edit(report / "sources" / "01-visits.md", "[73,600]", "[73,900]")
    assert cli.main(["check", str(report), "--format", "text"]) == 1
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "error[NUM01] Text says “73,900”; visits.now is 73,600"
    assert (
        lines[3]
        == "4 | [73,900]{value=visits.now} visits in 2025, [4,600]{value=visits.change} more than in"
    )
    assert lines[4] == "  |  ^^^^^^"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "holds no chapter; expected sources/*.md, or else *.md"),
        (
            {"a.md": "# A\n", "report.yml": "a: [\n"},
            "report.yml:2:1: report.yml is not YAML",
        ),
    ],
)
def test_what_cannot_be_checked_is_said(
    make, capsys: pytest.CaptureFixture[str], files: dict[str, str], message: str
) -> None:
    """Nothing to check, or settings that cannot be read, is exit code 2."""
    root = make({"x.txt": "", **files})
    assert cli.main(["check", str(root)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_a_missing_folder_and_an_unknown_code_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both are mistakes of usage, exit code 2, and name the way out."""
    assert cli.main(["check", str(tmp_path / "none")]) == 2
    assert "is not a folder" in capsys.readouterr().err
    assert cli.main(["check", str(tmp_path), "--only", "NUM1"]) == 2
    assert "did you mean NUM01?" in capsys.readouterr().err


def test_explain_prints_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    """A code's page is printed; an unknown code is not."""
    assert cli.main(["explain", "num01"]) == 0
    assert capsys.readouterr().out.startswith("# NUM01: number matches data\n")
    assert cli.main(["explain", "XYZ01"]) == 2


def test_fix_shows_then_writes_safe_fixes(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A diff comes first; with --apply the file is right and nothing is left."""
    chapter = report / "sources" / "01-visits.md"
    right = chapter.read_bytes()
    edit(chapter, "[73,600]", "[73,900]")
    assert cli.main(["fix", str(report)]) == 1
    assert "+[73,600]{value=visits.now}" in capsys.readouterr().out
    assert cli.main(["fix", str(report), "--apply"]) == 0
    assert chapter.read_bytes() == right
    assert cli.main(["fix", str(report)]) == 0


def test_numbers_and_repeats_print_their_ledgers(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The JSON is that of the build; the text has a line for each row."""
    assert cli.main(["numbers", str(report), "--format", "json"]) == 0
    numbers = json.loads(capsys.readouterr().out)
    assert numbers["schema"] == "crossfoot/numbers/1"
    text = {path: (report / path).read_text() for path in ("sources/01-visits.md",)}
    for one in numbers["numbers"]:
        if one["file"] in text and one["line"] == one["end_line"]:
            line = text[one["file"]].split("\n")[one["line"] - 1]
            assert line[one["column"] - 1 : one["end_column"] - 1] == one["text"]
    assert cli.main(["repeats", str(report)]) == 0
    assert capsys.readouterr().out == "No passage stands twice\n"


@pytest.mark.parametrize("verb", ["repeats", "numbers"])
def test_a_chapter_that_is_not_read_is_named(
    report: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    """What pandoc gives up is not passed over in silence."""
    (report / "sources" / "02-deep.md").write_text("> " * 200 + "x\n", "utf-8")
    assert cli.main([verb, str(report)]) == 1
    assert capsys.readouterr().err == (
        "crossfoot: sources/02-deep.md is not looked at: Pandoc cannot read this "
        "chapter: it is nested more than 150 levels deep\n"
    )


def test_new_refuses_a_folder_that_is_not_empty(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody's files are written over."""
    assert cli.main(["new", str(report)]) == 2
    assert "is not empty" in capsys.readouterr().err


def test_new_takes_a_theme(tmp_path: Path) -> None:
    """A first report may start in another theme, which its settings name."""
    assert cli.main(["new", str(tmp_path / "bold"), "--theme", "bold"]) == 0
    settings = (tmp_path / "bold" / "sources" / "report.yml").read_text("utf-8")
    assert settings.endswith("\ntheme: bold\n")


def test_a_fault_of_ours_shows_no_traceback(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The author gets one line, the log the whole account."""

    def burst(*_: object) -> int:
        raise ValueError("two\nlines")

    monkeypatch.setattr(cli, "run", burst)
    monkeypatch.chdir(report)
    assert cli.main(["stage", "read", "--log", "build/log/read.log"]) == cli.FAULT
    assert capsys.readouterr().err == (
        "read: a fault of Crossfoot’s own: ValueError: two lines;"
        " the full account is in build/log/read.log\n"
    )
    assert "Traceback" in (report / "build/log/read.log").read_text()


@pytest.mark.parametrize(
    "words", ["", "--log build/log/read.log", "--threads 1 --log build/log/read.log"]
)
def test_a_stage_is_told_the_same_with_and_without_a_parser(words: str) -> None:
    """The way in which a build starts a stage is read as the parser reads it."""
    line = ["stage", "read", *words.split()]
    parsed = cli.parser().parse_args(line, cli.Arguments())
    assert cli.short(line) == parsed


@pytest.mark.parametrize(
    "words",
    ["stage", "stage nix", "stage read --help", "stage read --threads x --log y"],
)
def test_what_is_no_start_of_a_stage_is_parsed(words: str) -> None:
    """Whatever else is said gets the parser's help and messages."""
    assert cli.short(words.split()) is None


def test_a_stage_without_its_inputs_names_the_file(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file is a line with its name, not a traceback."""
    monkeypatch.chdir(report)
    assert cli.main(["stage", "gate"]) == 2
    assert capsys.readouterr().err == (
        "gate: build/findings.json: No such file or directory\n"
    )


def test_build_says_why_it_ends(tmp_path: Path) -> None:
    """A message that the Snakefile ends with is printed, as `snakemake` does."""
    run = crossfoot("build", cwd=tmp_path)
    assert (run.code, run.out.rstrip().split("\n")[-1]) == (
        1,
        (
            "SRC05 No chapter found: expected sources/*.md, or else *.md, in the"
            " working directory. Write one, or name the report's folder with -d"
        ),
    )


def test_a_file_in_place_of_the_build_folder_is_named(tmp_path: Path) -> None:
    """A file called build stops a build with a line that says so."""
    (tmp_path / "one.md").write_text("# One\n", encoding="utf-8")
    (tmp_path / "build").write_text("notes\n", encoding="utf-8")
    run = crossfoot("build", cwd=tmp_path)
    assert (run.code, run.out.rstrip().split("\n")[-1]) == (
        1,
        "build is a file; a build needs that name. Move the file away",
    )


def test_ctrl_c_before_a_build_began_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An interruption while Snakemake is loaded shows no traceback."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("crossfoot.verbs.build._parsed", interrupted)
    monkeypatch.setattr("crossfoot.workflow.graphs", [])
    assert cli.main(["build"]) == 130
    said = capsys.readouterr()
    assert said.out + said.err == "Stopped. The same command goes on from here\n"


@pytest.mark.parametrize(("stopped", "code"), [(True, 130), (False, 1)])
def test_a_build_that_somebody_stops_ends_as_other_programs_do(
    monkeypatch: pytest.MonkeyPatch, stopped: bool, code: int
) -> None:
    """Snakemake takes an interruption for a failure, which has another exit code."""
    monkeypatch.setattr("crossfoot.verbs.build._parsed", lambda _: (None, None))
    monkeypatch.setattr("snakemake.cli.args_to_api", lambda *_: False)
    monkeypatch.setattr("crossfoot.hush.HUSH.stopped", stopped)
    assert cli.main(["build"]) == code


def test_ctrl_c_while_modules_are_loaded_shows_no_traceback(tmp_path: Path) -> None:
    """The installed command starts where an interruption ends it without a word."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'crossfoot.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop())\n",
        encoding="utf-8",
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    module, _, name = project["project"]["scripts"]["crossfoot"].partition(":")
    code = f"from {module} import {name}; {name}()"
    room = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", code, "check"],
        env={**os.environ, "PYTHONPATH": room},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (-signal.SIGINT, b"")


def test_an_unforeseen_fault_of_a_check_is_one_line(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No verb shows a traceback, unless it is asked for."""

    def burst(*_: object, **__: object) -> None:
        raise ValueError("two\nlines")

    monkeypatch.setattr("crossfoot.engines.checking.check", burst)
    assert cli.main(["check", str(report)]) == cli.FAULT
    assert capsys.readouterr().err == (
        "crossfoot: a fault of Crossfoot’s own: ValueError: two lines;"
        " with CROSSFOOT_TRACEBACK=1 set, the full account is printed\n"
    )
    monkeypatch.setenv("CROSSFOOT_TRACEBACK", "1")
    with pytest.raises(ValueError, match="two"):
        cli.main(["check", str(report)])


def test_without_a_command_all_of_them_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who types the name alone is told what there is."""
    assert cli.main([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "watch" in err
    assert "show a report in the browser and follow what you save" in err
