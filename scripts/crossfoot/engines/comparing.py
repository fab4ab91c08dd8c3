"""Comparing: a release, a report's folder or a git revision in, its state out."""

import io
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crossfoot.compare import State
from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.cache import take_items
from crossfoot.engines.checking import NothingCheckedError, refuse
from crossfoot.engines.files import read_json, read_text
from crossfoot.engines.memory import uncollected
from crossfoot.site import Site

MANIFEST = "manifest.json"


class NoStateError(RuntimeError):
    """Why there is nothing to compare under a name, in one line."""


@contextmanager
def state(
    name: str, build: Path, other: Path | None = None
) -> Iterator[tuple[State, Site | None]]:
    """Yield the state of a release, a folder or a git revision.

    `build` is an empty folder for what has to be made, `other` that of the state on
    the other side, of which most is the same. The site is that of what was made, None
    for a release. Raises NoStateError when there is no such thing.
    """
    folder = Path(name)
    if name and (folder / MANIFEST).is_file():
        yield released(name, folder), None
    elif name and folder.is_dir():
        take_items([other, folder / "build"], build)
        yield _made(name, folder, build)
    else:
        with tempfile.TemporaryDirectory(prefix="crossfoot-") as kept:
            _check_out(name, Path(kept))
            take_items([other, Path("build")], build)
            yield _made(name, Path(kept), build)


def released(name: str, folder: Path) -> State:
    """Return the state of a release; raise NoStateError without its text."""
    path = folder / "report.json"
    if not path.is_file():
        message = "is a release without report.json; build it again to compare it"
        raise NoStateError(f"{name} {message}")
    data = folder / "data"
    return _state(name, path, folder / "numbers.json", data, folder / "figures")


def _made(name: str, root: Path, build: Path) -> tuple[State, Site]:
    try:
        refuse(root)
    except NothingCheckedError as problem:
        raise NoStateError(str(problem)) from None
    site = Site.at(root, build)
    _run_checks(site)
    data = site.sources / "data"
    report, numbers = build / "report.json", build / "numbers.json"
    return _state(name, report, numbers, data, build / "figures"), site


def _run_checks(site: Site) -> None:
    """Run every check; figures are drawn, by other processes, beside what they pass."""
    before, after = (CHECKS.index(one) for one in ("figures", "numbers"))
    with uncollected():
        for stage in CHECKS[:before]:
            run(stage, site, lambda _: None)
        with ThreadPoolExecutor(1) as pool:
            drawn = pool.submit(run, "figures", site, lambda _: None)
            for stage in CHECKS[before + 1 : after]:
                run(stage, site, lambda _: None)
            drawn.result()
        for stage in CHECKS[after:]:
            run(stage, site, lambda _: None)


def _state(name: str, report: Path, numbers: Path, data: Path, figures: Path) -> State:
    told = read_json(report)
    return State(
        name,
        told["blocks"],
        told["meta"],
        read_json(numbers),
        {path.name: _text(path) for path in sorted(data.glob("*.csv"))},
        dict(_keys(data / "datapackage.json")),
        {path.stem: path.read_bytes() for path in sorted(figures.glob("*.svg"))},
        _policy(report.parent / "assurance.json"),
    )


def _policy(path: Path) -> str:
    """Return what a publisher says of corrections, beside the report's own text."""
    told = read_json(path) if path.is_file() else {}
    return str(told.get("corrections", {}).get("policy", ""))


def _text(path: Path) -> str:
    """Return a table's text; what is not UTF-8 differs as it stands."""
    return path.read_bytes().decode("utf-8", "backslashreplace")


def _keys(package: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names of tables and the columns of their primary keys."""
    try:
        told: Any = json.loads(read_text(package) or "{}")
    except ValueError:
        return
    resources = told.get("resources") if isinstance(told, dict) else None
    for one in resources if isinstance(resources, list) else ():
        schema = one.get("schema") if isinstance(one, dict) else None
        key = schema.get("primaryKey") if isinstance(schema, dict) else None
        if key and isinstance(one.get("path"), str):
            columns = [key] if isinstance(key, str) else key
            yield Path(one["path"]).name, tuple(map(str, columns))


def _check_out(name: str, folder: Path) -> None:
    """Write the files of a revision, of the folder that git is asked in."""
    prefix = _git("rev-parse", "--show-prefix")
    if prefix is None:
        message = "is no folder, and there is no git repository here to look in"
        raise NoStateError(f"{name} {message}")
    commit = _git(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None or not name:
        raise NoStateError(
            f"{name or 'an empty name'} is neither a folder nor a revision that git"
            f" knows{_shallow()}"
        )
    below = prefix.decode().strip()
    tree = f"{commit.decode().strip()}:{below}" if below else commit.decode().strip()
    # Below the top of a repository git would pack a folder of that name in the tree.
    top = _git("rev-parse", "--show-toplevel") or b"."
    packed = _git("-C", top.decode().strip(), "archive", "--format=tar", tree)
    if packed is None:
        raise NoStateError(f"{name} has no folder {below}")
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        files.extractall(folder, filter=_kept)  # noqa: S202 - nothing leads out


def _kept(entry: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Return an entry that may be written, or None for a link that leads out."""
    try:
        return tarfile.data_filter(entry, folder)
    except tarfile.FilterError:
        return None


def _shallow() -> str:
    """Return what to do about a clone that has not all revisions."""
    if (_git("rev-parse", "--is-shallow-repository") or b"").strip() != b"true":
        return ""
    return "; this clone holds the last ones alone: git fetch --unshallow gets the rest"


def _git(*words: str) -> bytes | None:
    """Return what git prints, or None when it fails or is not there."""
    try:
        done = subprocess.run(["git", *words], check=False, capture_output=True)  # noqa: S607 - fixed words, the user's own git
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
