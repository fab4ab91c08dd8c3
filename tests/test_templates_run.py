"""What others use of Crossfoot in their own jobs, run as far as this machine can.

The commands of each template run in a repository that `crossfoot new` made, as the
service runs them; what is the service's own, such as `gh` and the upload of files, is
written down instead.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import environment
from packaging.version import Version

from crossfoot.engines.starter import create

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = ROOT / ".pre-commit-hooks.yaml"
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
"""As GitHub calls it for `shell: bash`."""
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
NOTED = """\
#!/bin/sh
printf '%s\\n' "$(basename "$0") $*" >> "$NOTES"
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cp "$2" "$NOTES.body"; fi
  shift
done
"""
"""A program that writes down how it was called."""


def git(folder: Path, *words: str) -> str:
    """Run git in a folder with nothing of the machine's settings; return what it says."""
    own = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = [str(shutil.which("git")), *own, *words]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(folder: Path) -> str:
    """Commit all; return the revision."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    return git(folder, "rev-parse", "HEAD")


class Job:
    """A machine of a service, with a repository and a report in it."""

    def __init__(self, top: Path, below: str = ".") -> None:
        self.top, self.report = top / "repository", top / "repository" / below
        self.notes, self.temp = top / "notes", top / "temp"
        programs = top / "programs"
        for folder in (programs, self.temp):
            folder.mkdir()
        for name in ("gh", "pip"):
            (programs / name).write_text(NOTED)
            (programs / name).chmod(0o755)
        (programs / "crossfoot").write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m crossfoot "$@"\n'
        )
        (programs / "crossfoot").chmod(0o755)
        create(self.report, whole=True)
        git(self.top, "init", "--quiet", "--initial-branch", "main")
        paths = [str(programs), str(Path(sys.executable).parent), os.environ["PATH"]]
        self.base = commit(self.top)
        self.environment = {
            "PATH": os.pathsep.join(paths),
            "NOTES": str(self.notes),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_WORKSPACE": str(self.top),
            "CI": "true",
        }

    def run(self, script: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a script in the report's folder."""
        return subprocess.run(
            [*BASH, script],
            cwd=self.report,
            env=environment(**self.environment, **more),
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        """Return how the noted programs were called, and forget it."""
        lines = self.notes.read_text().splitlines() if self.notes.exists() else []
        self.notes.unlink(missing_ok=True)
        return lines


def steps(
    job: Job, known: Mapping[str, str]
) -> Iterator[tuple[str, subprocess.CompletedProcess[str]]]:
    """Run the action's own steps whose conditions hold, as its runner does."""

    def filled(text: str) -> str:
        return EXPRESSION.sub(lambda found: known[found[1]], text)

    failed = False
    for step in ACTION["runs"]["steps"]:
        condition = step.get("if", "success()")
        always = "always()" in condition
        asked = re.findall(r"([\w.]+) == '(\w+)'", condition)
        if "run" not in step or (failed and not always):
            continue
        if any(known[name] != value for name, value in asked):
            continue
        told = {key: filled(value) for key, value in step.get("env", {}).items()}
        done = job.run(step["run"], **told)
        failed |= done.returncode != 0 and not step.get("continue-on-error")
        yield step["name"], done


def known(base: str, event: str, release: str = "false") -> dict[str, str]:
    """Return what the expressions of the action stand for."""
    given = {f"inputs.{key}": one["default"] for key, one in ACTION["inputs"].items()}
    return {
        **given,
        "inputs.release": release,
        "github.action_path": str(ROOT),
        "github.token": "t0ken",
        "github.event_name": event,
        "github.event.pull_request.base.sha": base,
        "github.event.number": "7",
        "github.ref_name": "v1",
    }


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """Give a job with a report below the top of its repository."""
    return Job(tmp_path_factory.mktemp("job"), "reports/first")


@pytest.fixture
def changed(job: Job) -> Iterator[Job]:
    """Give the job on a pull request that changes a cell."""
    table = job.report / "sources" / "data" / "visits.csv"
    table.write_text(table.read_text().replace("12400", "12500"))
    commit(job.top)
    yield job
    git(job.top, "checkout", "--quiet", job.base, "--", ".")
    commit(job.top)


def test_a_pull_request_is_marked_and_commented_on(changed: Job) -> None:
    """A number that no longer fits is marked in the code, and the comment says all."""
    job = changed
    done = dict(steps(job, known(job.base, "pull_request")))
    assert {name: one.returncode for name, one in done.items()} == {
        "Install Crossfoot": 0,
        "Build": 1,
        "Mark findings": 0,
        "Comment": 0,
    }, done
    marks = done["Mark findings"].stdout.splitlines()
    assert any(
        one.startswith("::error file=reports/first/sources/01-visits.md,line=4,")
        for one in marks
    )
    log = json.loads((job.temp / "crossfoot.sarif").read_text())
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for one in log["runs"][0]["results"]
        for place in one["locations"]
    }
    assert uris
    assert all((job.top / uri).is_file() for uri in uris)
    body = job.notes.with_name("notes.body").read_text()
    assert "| 73,600 | 73,700 |" in body
    assert "error NUM01: Text says “73,600”; visits.now is 73,700" in body
    constraints = ROOT / "constraints.txt"
    assert job.called() == [
        f"pip install -q -c {constraints} {ROOT}",
        f"gh pr comment 7 --edit-last --create-if-none --body-file {job.temp}/comment.md",
    ]


def test_a_tag_is_released(job: Job) -> None:
    """A report that adds up is verified and attached, and each file is there."""
    done = dict(steps(job, known("", "push", release="true")))
    assert {name: one.returncode for name, one in done.items()} == {
        "Install Crossfoot": 0,
        "Build": 0,
        "Mark findings": 0,
        "Release": 0,
    }, done
    assert "The release is whole and is what its sources make" in done["Release"].stderr
    called = job.called()[-1].split()
    words = ["gh", "release", "create", "v1", "--verify-tag", "--generate-notes"]
    assert called[:6] == words
    assert {Path(name).name for name in called[6:]} >= {
        *("report.pdf", "report.html", "report.docx", "release.zip", "SHA256SUMS"),
    }
    assert [name for name in called[6:] if not (job.report / name).is_file()] == []
    kept = [step for step in ACTION["runs"]["steps"] if "path" in step.get("with", {})]
    paths = [path for one in kept for path in one["with"]["path"].splitlines()]
    folder = "${{ inputs.directory }}/"
    lacking = [
        path
        for path in paths
        if not list(job.report.glob(path.removeprefix(folder).rstrip("/")))
    ]
    assert lacking == []


def scripts(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield the commands of a job of GitHub's or GitLab's."""
    for one in told.values():
        yield from one.get("script", [])
        yield from (step["run"] for step in one.get("steps", []) if "run" in step)


def paths(told: Mapping[str, Any]) -> list[str]:
    """Return what a job keeps."""
    (one,) = told.values()
    if "artifacts" in one:
        kept = one["artifacts"]
        return [*kept["paths"], *kept["reports"].values()]
    return [
        path
        for step in one["steps"]
        for path in step.get("with", {}).get("path", "").split()
    ]


@pytest.mark.parametrize("name", [".github/workflows/report.yml", ".gitlab-ci.yml"])
def test_the_first_report_s_own_job_runs(name: str, job: Job) -> None:
    """Each command ends well and makes all that the job keeps; the pins are installed."""
    told = yaml.safe_load((job.report / name).read_text(encoding="utf-8"))
    told = told.get("jobs", told)
    for script in scripts(told):
        done = job.run(script)
        assert done.returncode == 0, done
    assert job.called() == ["pip install -r requirements.txt"]
    lacking = [path for path in paths(told) if not (job.report / path).exists()]
    assert lacking == []
    lines = (job.report / "requirements.txt").read_text().split()
    pins = [line.partition("==") for line in lines]
    other = [one for one, _, number in pins if Version(version(one)) != Version(number)]
    assert other == []


def test_the_hooks_run_before_a_commit(job: Job, tmp_path: Path) -> None:
    """The hooks are taken by pre-commit; a wrong number stops the commit and is shown."""
    hooks = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    # Here they run what is installed: their own environment needs a registry.
    local = [{**hook, "language": "system"} for hook in hooks]
    settings = tmp_path / "hooks.yaml"
    settings.write_text(json.dumps({"repos": [{"repo": "local", "hooks": local}]}))
    said = f'"{sys.executable}" -m pre_commit'
    more = {"PRE_COMMIT_HOME": str(tmp_path / "kept")}
    assert job.run(f"{said} validate-manifest '{HOOKS}'", **more).returncode == 0
    shutil.copytree(job.report, tmp_path / "alone", ignore=shutil.ignore_patterns("build", ".snakemake"))  # fmt: skip
    job.report, before = tmp_path / "alone", job.report
    try:
        git(job.report, "init", "--quiet")
        commit(job.report)
        run = f"{said} run --all-files --config '{settings}'"
        done = job.run(run, **more)
        assert done.returncode == 0, done.stdout
        assert done.stdout.count("Passed") == 2
        chapter = job.report / "sources" / "01-visits.md"
        chapter.write_text(chapter.read_text().replace("[73,600]", "[73,900]"))
        git(job.report, "add", ".")
        done = job.run(run, **more)
        assert done.returncode == 1
        assert "sources/01-visits.md:4:2: error NUM01: Text says" in done.stdout
        # The second hook mends what is safe, which stops the commit as well.
        assert "[73,600]" in chapter.read_text()
    finally:
        job.report = before
