"""A first report: an empty folder in, a small complete report out."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from crossfoot.outputs import THEMES

RENAMED = {"gitignore": ".gitignore"}
"""Names that packaging tools would leave out, and what they become."""


class OccupiedError(RuntimeError):
    """The folder holds something already; the text is its path."""


def create(folder: Path, theme: str = THEMES[0]) -> list[str]:
    """Write a small report into a new or empty folder; return its files' paths."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OccupiedError(str(folder))
    made = sorted(_copy(files("crossfoot") / "starter", folder, folder))
    if theme != THEMES[0]:
        settings = folder / "sources" / "report.yml"
        text = settings.read_text("utf-8")
        settings.write_text(f"{text}theme: {theme}\n", encoding="utf-8")
    return made


def _copy(source: Traversable, target: Path, top: Path) -> list[str]:
    made: list[str] = []
    target.mkdir(parents=True, exist_ok=True)
    for part in source.iterdir():
        path = target / RENAMED.get(part.name, part.name)
        if part.name == "__pycache__":
            continue
        if part.is_dir():
            made += _copy(part, path, top)
        else:
            path.write_bytes(part.read_bytes())
            made.append(path.relative_to(top).as_posix())
    return made
