"""The RO-Crate of a release, held against its specification by its own validator."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from driving import MODULES, needed

from crossfoot.engines.belt import STAGES, run
from crossfoot.publishing.crate import CONTEXT, METADATA
from crossfoot.site import Site

HERE = Path(__file__).parent
CONTEXT_FILE = MODULES / "ro-crate" / "lib" / "context.json"
FILES = {
    "sources/report.yml": "title: Visits\ndescription: What was counted.\ndate: 2021-02-01\n"
    "authors: [{name: Ada Byron, orcid: 0000-0002-1825-0097, affiliation: Count Office}]\n"
    "publisher: Visit Press\nlicence: CC BY 4.0\nkeywords: [visits]\n",
    "sources/quantities.yml": "all: {from: data/v.csv, sum: visits}\n",
    "sources/data/v.csv": "place,visits\nNorth,10\nSouth,20\n",
    "sources/01-visits.md": "# Visits\n\nWe counted [30]{value=all} visits.\n",
}
UNKNOWN = {
    "ro-crate-1.2_86.2": "the address of a publisher's page",
    "ro-crate-1.2_89.0": "the ROR of a publisher",
    "ro-crate-1.2_90.1": "whom to ask there",
    "ro-crate-1.2_93.0": "whom to ask",
}
"""What the specification recommends and no report says."""
OLDER = "process-run-crate-0.5"
"""Builds on RO-Crate 1.1 in the validator; of ours, only its own rules can hold."""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release."""
    root = tmp_path_factory.mktemp("crate") / "report"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    for stage in STAGES:
        assert run(stage, Site.at(root), lambda _: None) in {0, None}, stage
    return root / "build" / "release"


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the memory of a validator that has seen the context."""
    needed("roc-validator", there=find_spec("rocrate_validator"))
    needed("ro-crate", there=CONTEXT_FILE.is_file())
    path = tmp_path_factory.mktemp("memory") / "seen"
    words = [str(HERE / "shelf.py"), str(path), CONTEXT, str(CONTEXT_FILE)]
    subprocess.run([sys.executable, *words], check=True)
    return path


def validated(crate: Path, memory: Path, *words: str) -> dict[str, Any]:
    """Return what the validator says of a crate, without asking anybody."""
    out = memory.with_suffix(".json")
    program = "from rocrate_validator.cli import cli; cli()"
    module = [sys.executable, "-c", program, "-y", "validate"]
    said = ["--no-paging", "--output-format", "json", "--output-file", str(out)]
    asks = ["--offline", "--cache-path", str(memory)]
    command = [*module, *said, *asks, *words, str(crate)]
    subprocess.run(command, check=False, capture_output=True)
    told: dict[str, Any] = json.loads(out.read_bytes())
    out.unlink()
    return told


def issues(told: dict[str, Any]) -> set[str]:
    """Return the checks that failed."""
    return {one["check"]["identifier"] for one in told["issues"]}


def test_the_crate_is_one(release: Path, memory: Path) -> None:
    """All that RO-Crate 1.2 requires holds, and all it recommends that is known."""
    words = ["-p", "ro-crate-1.2", "-l", "RECOMMENDED"]
    told = validated(release, memory, *words)
    assert {one["severity"] for one in told["issues"]} <= {"RECOMMENDED"}
    assert issues(told) == set(UNKNOWN)
    assert told["statistics"]["total_checks"] > 100


def test_the_build_is_a_run(release: Path, memory: Path) -> None:
    """All that the profile of workflow runs says of a process holds."""
    words = ["-p", OLDER, "-l", "RECOMMENDED", "--disable-profile-inheritance"]
    told = validated(release, memory, *words)
    assert (told["passed"], issues(told)) == (True, set())
    assert told["statistics"]["total_checks"] > 10


def test_a_crate_at_fault_is_told(release: Path, memory: Path, tmp_path: Path) -> None:
    """The validator is at work: a crate without its date does not pass."""
    crate = json.loads((release / METADATA).read_bytes())
    root = next(one for one in crate["@graph"] if one["@id"] == "./")
    del root["datePublished"]
    (tmp_path / METADATA).write_text(json.dumps(crate))
    told = validated(tmp_path, memory, "-p", "ro-crate-1.2", "--fail-fast")
    assert not told["passed"]
