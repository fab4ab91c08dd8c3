"""A first report: an empty folder in, a small complete report out."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from crossfoot import __version__
from crossfoot.fingerprints import version
from crossfoot.outputs import THEMES

RENAMED = {
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "editorconfig": ".editorconfig",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "github": ".github",
    "vscode": ".vscode",
}
"""Names that packaging tools would leave out, and what they become."""

LEAST = (
    *(".gitignore", "Snakefile", "figures/visits.py", "profiles/default/config.yaml"),
    *("sources/01-visits.md", "sources/data/datapackage.json"),
    *("sources/data/visits.csv", "sources/quantities.yml", "sources/report.yml"),
)
"""The files of the least that is a report with a table, a figure and numbers."""

REPORT = ("sources/", "figures/")
"""Folders of what a report says itself."""

SCHEMAS = ("report", "quantities-file", "checks", "decisions", "signoff", "datapackage")
"""Forms of the files that authors write, which editors complete."""

LONGER = re.compile(r"^abbreviations:\n(?: .*\n)+|^visits\.rise: .*\n", re.MULTILINE)
"""What the settings hold only for chapters that the least report does not have."""


class OccupiedError(RuntimeError):
    """The folder holds something already; the text is its path."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a first report is to say; what is empty stays as it comes."""

    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    theme: str = THEMES[0]


def create(
    folder: Path, answers: Answers | None = None, *, whole: bool = False
) -> list[str]:
    """Write a small report into a new or empty folder; return its files' paths.

    `whole` adds what shows every feature once, and what editors and CI need.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OccupiedError(str(folder))
    made: dict[str, bytes] = dict(_walk(files("crossfoot") / "starter", ""))
    if not whole:
        made = {name: made[name] for name in LEAST}
        for name in ("sources/report.yml", "sources/quantities.yml"):
            made[name] = LONGER.sub("", made[name].decode()).encode()
    else:
        made |= _tools()
    told = made["sources/report.yml"].decode()
    made["sources/report.yml"] = settings(told, answers or Answers()).encode()
    _write(folder, made)
    return sorted(made)


def complete(folder: Path) -> list[str]:
    """Write what editors and CI need beside chapters that are there already.

    Return the paths of the files that were written; none that exists is touched.
    """
    made: dict[str, bytes] = dict(_walk(files("crossfoot") / "starter", ""))
    own = {name: made[name] for name in made if not name.startswith(REPORT)}
    made = {**own, **_tools()}
    new = {name: made[name] for name in made if not (folder / name).exists()}
    _write(folder, new)
    return sorted(new)


def _tools() -> dict[str, bytes]:
    """Return the pins and the forms of files that editors complete."""
    out = {"requirements.txt": lock().encode()}
    for name in SCHEMAS:
        path = files("crossfoot") / "schemas" / f"{name}.schema.json"
        out[f".vscode/schemas/{name}.schema.json"] = path.read_bytes()
    return out


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    for name, content in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _walk(source: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for part in source.iterdir():
        name = above + RENAMED.get(part.name, part.name)
        if part.name == "__pycache__":
            continue
        if part.is_dir():
            yield from _walk(part, f"{name}/")
        else:
            yield name, part.read_bytes()


def settings(text: str, answers: Answers) -> str:
    """Return `report.yml` with what was answered."""
    if answers.title:
        text = _set(text, "title", _quoted(answers.title))
    if answers.language:
        text = _set(text, "language", _quoted(answers.language))
    if answers.authors:
        people = "".join(f"  - name: {_quoted(name)}\n" for name in answers.authors)
        text = re.sub(
            r"^authors:\n(?:  .*\n)+",
            lambda _: f"authors:\n{people}",
            text,
            flags=re.MULTILINE,
        )
    if answers.theme != THEMES[0]:
        text += f"theme: {answers.theme}\n"
    return text


def _set(text: str, key: str, value: str) -> str:
    line = re.compile(rf"^{key}: .*$", re.MULTILINE)
    return line.sub(lambda _: f"{key}: {value}", text, count=1)


def _quoted(text: str) -> str:
    """Return a text as YAML; JSON's strings are YAML's."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def lock() -> str:
    """Return `requirements.txt`: Crossfoot and all it needs, as installed here."""
    found = dict(sorted(_needed("crossfoot", {}).items()))
    found.pop("crossfoot", None)
    lines = [f"{name}=={number}" for name, number in found.items()]
    return "\n".join([f"crossfoot=={__version__}", *lines, ""])


def _needed(name: str, seen: dict[str, str]) -> dict[str, str]:
    """Add a package and what it needs, extras left out, with their versions."""
    seen[name] = version(name)
    try:
        wanted = requires(name) or []
    except PackageNotFoundError:
        wanted = []
    for one in wanted:
        found = re.match(r"[\w.-]+", one)
        other = re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""
        if other and "extra ==" not in one and other not in seen and version(other):
            _needed(other, seen)
    return seen
