"""The review list, `import.md`: entries in, a page for the author out.

It stands beside `sources/`, so that it is no chapter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossfoot.findings import several
from crossfoot.importing.draft import KINDS, Entry, Passage

HEAD = """\
# What was imported

This list is for you and no part of the report. It says what was guessed, rewritten, set
aside or left as it was; look each through, and delete the file when you are done.
"""
WIDE = 400
"""Characters from which on a text that stands in a chapter, too, is cut short."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one file."""

    label: str
    words: int
    chapters: tuple[str, ...]
    entries: tuple[Entry, ...]
    missing: tuple[Passage, ...] = ()
    original: str = ""
    """Where the file is kept when words are missing."""


def page(files: Sequence[Brought], told: Sequence[str]) -> str:
    """Return the review list; `told` are refusals of files that were not brought in."""
    parts = [HEAD, *(f"{line}\n" for line in told)]
    for one in files:
        parts += ["", *_file(one)]
    return "\n".join(parts).rstrip("\n") + "\n"


def _file(one: Brought) -> Iterable[str]:
    yield f"## {one.label}\n"
    yield f"Chapters: {', '.join(one.chapters) or 'none'}.\n"
    count = several(one.words, "word")
    if not one.missing:
        yield f"{count} went in, and every one was found again.\n"
    else:
        lost = several(len(one.missing), "passage")
        were = "was" if len(one.missing) == 1 else "were"
        yield f"{count} went in; {lost} {were} not found again whole. The file is kept"
        yield f"as `{one.original}`.\n"
    found = [*one.entries, *map(lost_entry, one.missing)]
    for kind, title in KINDS.items():
        held = [entry for entry in found if entry.kind == kind]
        if held:
            yield f"### {title} ({len(held)})\n"
            yield from map(_line, held)
            yield ""


def lost_entry(passage: Passage) -> Entry:
    """Return the entry of a passage that was not found again."""
    return Entry("lost", passage.text, where=passage.where, holds=True)


def _line(entry: Entry) -> str:
    was = " ".join(entry.was.split())
    if len(was) > WIDE and not entry.holds:
        was = f"{was[: WIDE - 1].rsplit(' ', 1)[0]} …"
    where = f"{entry.where}: " if entry.where else ""
    return f"- {where}“{was}”" + (f" → {entry.now}" if entry.now else "")
