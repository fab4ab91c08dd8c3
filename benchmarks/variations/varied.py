"""Builds in varied surroundings: a report in, what is made and what differs out."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from surroundings import Setting, Variation

PARTS = ("sources", "figures")
UNMADE = (".cache/", ".lock", "log/")
"""What a build leaves that is no output: its memory, and what it says it did."""
GROUPS = {
    "archive": ("release/release.zip",),
    "release": ("release/",),
    "site": ("site/",),
    "PDF": (".pdf",),
    "HTML": (".html",),
    "DOCX": (".docx",),
    "EPUB": (".epub",),
    "ODS": (".ods",),
    "XLSX": (".xlsx",),
    "SVG": (".svg",),
    "PNG": (".png",),
    "JSON": ("",),
}
"""Groups of outputs by how their paths begin or end; the first that fits holds."""


def build(report: Path, setting: Setting, variations: Iterable[Variation]) -> None:
    """Build a report in the surroundings that some variations make.

    Raises CannotVaryError for what this machine cannot vary, RuntimeError when the
    build fails.
    """
    for one in variations:
        one.apply(setting)
    _copy(report, setting)
    told = _environment(setting)
    done = subprocess.run(
        [*setting.before, *_command(setting)],
        cwd=setting.root,
        env=told,
        umask=setting.mask,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    _rights(setting, 0o200)
    if done.returncode:
        raise RuntimeError(done.stdout.decode(errors="replace"))


def _command(setting: Setting) -> list[str]:
    engine = setting.engine
    where = ["--snakefile", str(engine / "Snakefile")]
    where += ["--workflow-profile", str(engine / "profiles" / "default")]
    run = [sys.executable, "-m", "snakemake", *where]
    return [*run, "--cores", str(setting.cores)]


def _environment(setting: Setting) -> dict[str, str]:
    """Return the environment; with its own date the clock would not be asked."""
    told = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    told |= setting.environment
    paths = [str(setting.engine / "scripts")]
    if setting.hooks:
        hooks = setting.within("hooks")
        (hooks / "sitecustomize.py").write_text("\n".join(setting.hooks), "utf-8")
        paths.insert(0, str(hooks))
    return told | {"PYTHONPATH": os.pathsep.join(paths)}


def _copy(report: Path, setting: Setting) -> None:
    """Copy the sources, file by file in the order that is asked for."""
    root = setting.root
    root.mkdir(parents=True)
    files = sorted(
        path for part in PARTS for path in (report / part).rglob("*") if path.is_file()
    )
    for age, path in enumerate(reversed(files) if setting.backwards else files):
        copy = root / path.relative_to(report)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        if setting.backwards:
            os.utime(copy, (10**9 + age, 10**9 + age))
    if setting.readonly:
        _rights(setting, 0)
    if setting.owner is not None:
        for path in (root, *setting.base.iterdir()):
            os.chown(path, setting.owner, setting.owner)


def _rights(setting: Setting, write: int) -> None:
    """Let sources be written by their owner, or by nobody."""
    for part in PARTS:
        for path in (setting.root / part, *(setting.root / part).rglob("*")):
            path.chmod(path.stat().st_mode & ~0o222 | write)


def made(root: Path) -> dict[str, bytes]:
    """Return every output of a build by its path in `build/`."""
    top = root / "build"
    names = {
        path.relative_to(top).as_posix(): path
        for path in sorted(top.rglob("*"))
        if path.is_file() and path.name != ".snakemake_timestamp"
    }
    return {k: v.read_bytes() for k, v in names.items() if not k.startswith(UNMADE)}


def group(path: str) -> str:
    """Return the group of outputs that a path belongs to."""
    return next(
        name
        for name, marks in GROUPS.items()
        if path.startswith(tuple(one for one in marks if one.endswith(("/", "zip"))))
        or path.endswith(tuple(one for one in marks if one[:1] in {".", ""}))
    )


def differing(a: Mapping[str, bytes], b: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Return the paths that differ by group; every group is there."""
    out: dict[str, list[str]] = {name: [] for name in GROUPS}
    for path in sorted({*a, *b}):
        if a.get(path) != b.get(path):
            out[group(path)].append(path)
    return out


def differing_paths(found: Mapping[str, Sequence[str]] | str) -> list[str]:
    """Return the paths of a row of the matrix."""
    return [] if isinstance(found, str) else [p for one in found.values() for p in one]


def table(rows: Mapping[str, Mapping[str, Sequence[str]] | str]) -> str:
    """Return the matrix as Markdown; a text stands for what was not varied."""
    lines = [
        "| varied | " + " | ".join(GROUPS) + " |",
        "|:--" * (len(GROUPS) + 1) + "|",
    ]
    for name, found in rows.items():
        if isinstance(found, str):
            lines.append(f"| {name} | {found} |")
            continue
        counts = [len(found[one]) for one in GROUPS]
        cells = [f"{count} differ" if count else "same" for count in counts]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def scratch_folder() -> Path:
    """Return a new folder that every user can look into."""
    path = Path(tempfile.mkdtemp(prefix="crossfoot-vary-"))
    path.chmod(0o755)
    return path
