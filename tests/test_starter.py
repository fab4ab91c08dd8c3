"""The first report: what `crossfoot new` asks, writes and brings along."""

import json
import re
import shlex
import sys
from importlib.metadata import requires, version
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from packaging.version import Version
from terminal import record

from crossfoot import cli
from crossfoot.engines.starter import LEAST, Answers, create, settings
from crossfoot.places import Text
from crossfoot.yamlfile import load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the whole first report, not built."""
    root = tmp_path_factory.mktemp("starter") / "report"
    create(root, whole=True)
    return root


def test_new_asks_on_a_terminal(tmp_path: Path) -> None:
    """Four questions, each with what Enter takes; the answers stand in the settings."""
    session = record(
        [sys.executable, "-m", "crossfoot", "new", "mine"],
        tmp_path,
        typed=(typed := "Roads: 2026\nAda Byron, Bo Li\nEnglish\n\nround\nbold\n"),
    )
    shown = session.screen.replace(typed, "")
    questions = re.findall(r"[\w, ]+ \[[^\]]+\]: ", shown)
    assert questions == [
        "Title [Visits to our libraries]: ",
        "Authors, separated by commas [Your name]: ",
        "Language [en-GB]: ",
        "Language [en-GB]: ",
        "Look, sober or bold [sober]: ",
        "Look, sober or bold [sober]: ",
    ]
    assert session.screen.endswith(
        "Wrote 28 files into mine; your text goes into mine/sources\n"
        "Next: cd mine && snakemake --cores 4\n"
        "To see it in the browser while you write: crossfoot watch mine\n"
    )
    path = tmp_path / "mine/sources/report.yml"
    held = yaml.safe_load(path.read_text("utf-8"))
    assert (held["title"], held["theme"], held["language"]) == (
        "Roads: 2026",
        "bold",
        "en-GB",
    )
    assert held["authors"] == [{"name": "Ada Byron"}, {"name": "Bo Li"}]


def test_new_can_be_left_without_a_trace(tmp_path: Path) -> None:
    """Who ends the questions has written nothing."""
    session = record(
        [sys.executable, "-m", "crossfoot", "new", "mine"], tmp_path, typed="A\n\x04"
    )
    assert session.code == 130
    assert session.screen.endswith("\nNothing was written\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "title", ["A: b", "no", '"', "é\\n", "# x", "2020-01-01", "{}"]
)
def test_answers_are_written_as_they_were_given(title: str) -> None:
    """Whatever YAML would make of an answer, it is read back as that text."""
    told = settings(
        "title: x\nauthors:\n  - name: y\n    affiliation: z\nlanguage: en-GB\n",
        Answers(title, (title, "B"), "cy", "bold"),
    )
    assert load(Text("report.yml", told)).value == {
        "title": title,
        "authors": [{"name": title}, {"name": "B"}],
        "language": "cy",
        "theme": "bold",
    }


def test_the_least_has_no_word_of_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--minimal` writes nine files, of which nothing is left over."""
    folder = tmp_path / "the least"
    assert cli.main(["new", str(folder), "--minimal"]) == 0
    out, err = capsys.readouterr()
    assert out.split() == sorted(LEAST)
    assert err.splitlines() == [
        f"Next: cd '{folder}' && snakemake --cores 4",
        f"To see it in the browser while you write: crossfoot watch '{folder}'",
    ]
    text = (folder / "sources/quantities.yml").read_text("utf-8")
    assert "rise" not in text


def test_the_next_command_can_be_pasted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder with spaces and quotation marks in its name is quoted for the shell."""
    folder = tmp_path / "the council's report"
    assert cli.main(["new", str(folder), "--minimal"]) == 0
    building, watching = capsys.readouterr().err.splitlines()
    command = ["Next:", "cd", str(folder), "&&", "snakemake", "--cores", "4"]
    assert shlex.split(building) == command
    told, _, command_line = watching.partition(": ")
    assert told == "To see it in the browser while you write"
    assert shlex.split(command_line) == ["crossfoot", "watch", str(folder)]


def test_a_language_is_named_by_its_tag(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the settings would not take is refused, and nothing is written."""
    with pytest.raises(SystemExit) as end:
        cli.main(["new", str(tmp_path / "mine"), "--language", "English"])
    assert end.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith("--language: “English” is no language tag such as en-GB")
    assert list(tmp_path.iterdir()) == []


def test_the_lock_names_what_is_installed(whole: Path) -> None:
    """`requirements.txt` pins Crossfoot and all that a build loads, extras left out."""
    lines = (whole / "requirements.txt").read_text("utf-8").split()
    pins = dict(line.split("==") for line in lines)
    assert lines[0].startswith("crossfoot==")
    for one in requires("crossfoot") or []:
        name = re.split(r"[<>=; ]", one)[0].replace("_", "-").lower()
        if "extra ==" not in one:
            assert Version(pins[name]) == Version(version(name))
    assert "pytest" not in pins
    assert list(pins)[1:] == sorted(list(pins)[1:])


def test_editors_know_the_settings(whole: Path) -> None:
    """The schemas that are copied are those that files of the report keep to."""
    told = json.loads((whole / ".vscode/settings.json").read_text("utf-8"))
    pairs = {file: schema for schema, file in told["yaml.schemas"].items()}
    (other,) = told["json.schemas"]
    pairs[other["fileMatch"][0]] = other["url"]
    assert len(pairs) == 6
    for file, schema in pairs.items():
        form = json.loads((whole / schema).read_text("utf-8"))
        path = whole / file
        if path.exists():
            value = load(Text(file, path.read_text("utf-8"))).value
            assert list(Draft202012Validator(form).iter_errors(value)) == [], file
    for name in ("extensions.json", "report.code-snippets"):
        assert json.loads((whole / ".vscode" / name).read_text("utf-8"))


def test_snippets_write_what_crossfoot_reads(whole: Path) -> None:
    """A snippet with its first words is markup of the manual."""
    told = json.loads((whole / ".vscode/report.code-snippets").read_text("utf-8"))
    filled = {
        name: re.sub(r"\$\{\d:([^}]*)\}|\$\{\d\|(\w+),[^}]*\}|\$0", r"\1\2", line)
        for name, one in told.items()
        for line in one["body"][:1]
    }
    assert filled == {
        "Number that is checked": "[over £2bn]{value=key}",
        "Number that is put in": "`=key`",
        "Figure": "![Caption](figures/name.svg){#fig-name}",
        "Table from a CSV": "![Caption](data/name.csv){#tbl-name total=column}",
        "Box": '::: {.callout-note title="Title"}',
        "Include": '::: {.include from="01-name.md#sec-key"}',
        "Waiver": "<!-- crossfoot: allow NUM05 because reason -->",
    }


def test_ci_runs_what_an_author_runs(whole: Path) -> None:
    """Both files are YAML, install from the lock, build, and keep what was made."""
    github = yaml.safe_load((whole / ".github/workflows/report.yml").read_text())
    steps = github["jobs"]["report"]["steps"]
    runs = [one["run"] for one in steps if "run" in one]
    assert runs == [
        "pip install -r requirements.txt",
        "snakemake --cores 2",
        "crossfoot check --format github",
    ]
    gitlab = yaml.safe_load((whole / ".gitlab-ci.yml").read_text())
    assert gitlab["report"]["script"] == runs[:2]
    assert gitlab["report"]["artifacts"]["reports"]["junit"] == "build/junit.xml"


def test_the_profile_is_that_of_the_package(whole: Path) -> None:
    """A report's own Snakefile gets from its profile what an include does not bring."""
    own = (whole / "profiles/default/config.yaml").read_bytes()
    assert own == (ROOT / "profiles/default/config.yaml").read_bytes()


def test_a_report_may_start_from_an_old_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is brought in stands with all that editors and CI need, and nothing else."""
    (tmp_path / "a.txt").write_text("Visits\nThey rose in the past year.\n")
    root = tmp_path / "report"
    assert cli.main(["new", str(root), "--from", str(tmp_path / "a.txt")]) == 0
    written = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}  # fmt: skip
    assert {name for name in written if name.startswith(("sources/", "figures/"))} == {
        "sources/01-visits.md"
    }
    assert {
        "Snakefile",
        "import.md",
        ".gitlab-ci.yml",
        ".vscode/settings.json",
    } <= written
    assert set(capsys.readouterr().out.splitlines()) == written


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "a.txt", "--title", "T"], "--title does not go with --from; report.yml says it afterwards"),
        (["--from", "a.txt", "--minimal"], "--minimal does not go with --from; report.yml says it afterwards"),
        (["--from", "gone.docx"], "gone.docx does not exist"),
    ],
)  # fmt: skip
def test_what_no_report_can_start_from_is_refused(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is written where nothing can be brought in."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Visits\n")
    assert cli.main(["new", "report", *words]) == 2
    assert capsys.readouterr().err == f"crossfoot: {said}\n"
    assert not Path("report").exists()
