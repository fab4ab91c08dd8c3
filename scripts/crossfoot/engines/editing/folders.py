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
PARTS = frozenset({"data", "figures", "fonts", "images"})
"""Folders of a report that are no reports themselves, whatever is in them."""


def report_of(file: Path) -> Path | None:
    """Return the folder of the report that a file belongs to, or None.

    The nearest folder with `sources/*.md`, or else `*.md`, decides. One whose Markdown
    files are those of any project, such as README.md, is no report.
    """
    for folder in file.parents:
        if folder.name == "sources" and _chapters(folder):
            return folder.parent
        if folder.name in PARTS and report_of(folder):
            return report_of(folder)
        if Site.at(folder).prefix or _flat(folder):
            return folder
    return None


def _chapters(folder: Path) -> list[str]:
    """Return the names of a folder's Markdown files."""
    return Site(folder, folder, "").chapters()


def _flat(folder: Path) -> bool:
    names = _chapters(folder)
    own = [name for name in names if Path(name).stem.lower() not in DOCUMENTS]
    return bool(own or (names and (folder / "report.yml").is_file()))
