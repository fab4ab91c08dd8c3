"""Which report a file belongs to: a path in, the report's folder out."""

from pathlib import Path

from crossfoot.site import Site

DOCUMENTS = frozenset(
    {
        *("changelog", "changes", "code_of_conduct", "contributing", "history"),
        *("architecture", "license", "readme", "security", "support", "todo"),
    }
)
"""Names of Markdown files that any project has, whether or not it is a report."""
BESIDE = frozenset({"figures", "sources"})
PARTS = frozenset({"data", "figures", "fonts", "images"})
"""Folders of a report with `sources/`, and of one without, that hold its files."""


def report_of(file: Path) -> Path | None:
    """Return the folder of the report that a file belongs to, or None.

    The nearest folder with `sources/*.md`, or else `*.md`, decides. One whose Markdown
    files are those of any project, such as README.md, is no report, and a file deep in
    a folder that a report does not read is none of its files.
    """
    for folder in file.parents:
        first, *more = file.relative_to(folder).parts
        if folder.name == "sources" and _chapters(folder):
            return folder.parent
        if Site.at(folder).prefix:
            return folder if not more or first in BESIDE else None
        if _flat(folder):
            return folder if not more or first in PARTS else None
    return None


def _chapters(folder: Path) -> list[str]:
    """Return the names of a folder's Markdown files."""
    return Site(folder, folder, "").chapters()


def _flat(folder: Path) -> bool:
    names = _chapters(folder)
    own = [name for name in names if Path(name).stem.lower() not in DOCUMENTS]
    return bool(own or (names and (folder / "report.yml").is_file()))
