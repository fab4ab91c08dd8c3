"""Runs whole builds for the tests: a report's folder in, what came of it out."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from crossfoot.workflow import profile, snakefile

SNAKEMAKE = [sys.executable, "-m", "snakemake"]


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    code: int
    out: str
    """Standard output and standard error together."""


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without what a build must not need."""
    kept = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    return {**kept, **more}


def command(*options: str) -> list[str]:
    """Return the command that builds the report of the working directory."""
    return [
        *SNAKEMAKE,
        "--snakefile",
        str(snakefile()),
        "--workflow-profile",
        str(profile()),
        "--cores",
        "4",
        *options,
    ]


def build(root: Path, *options: str, **more: str) -> Run:
    """Build the report in a folder."""
    return run(command(*options), root, **more)


def crossfoot(*words: str, cwd: Path, **more: str) -> Run:
    """Run the command line."""
    return run([sys.executable, "-m", "crossfoot", *words], cwd, **more)


def run(words: list[str], cwd: Path, **more: str) -> Run:
    """Run a command and wait for it."""
    done = subprocess.run(
        words,
        cwd=cwd,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout)


def copy(root: Path, to: Path) -> Path:
    """Copy a report with its build, timestamps kept."""
    shutil.copytree(root, to, copy_function=shutil.copy2)
    return to


def stamps(folder: Path) -> dict[str, int]:
    """Return when each file below a folder was last written, by path."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def contents(folder: Path, names: list[str]) -> dict[str, bytes]:
    """Return the bytes of files below a folder, by path."""
    return {name: (folder / name).read_bytes() for name in names}
