"""Measures what is found of corrections in public histories: copies of them in.

    python benchmarks/tables/corrections.py FOLDER [--half tune|held|fresh] [--list]
        [--cases corrections.csv]

FOLDER holds a git directory for each repository, as `owner+name` or `owner+name/repo`.
The text before a correction holds a wrong total, share or count; the one after it does
not. A finding in the first counts when it stands on the line that was corrected, or
names its number elsewhere; any finding on that line after the correction is an alarm.
"""

import argparse
import csv
import re
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.chapters import Chapter, chapter_of
from crossfoot.engines import pandoc
from crossfoot.findings import Finding
from crossfoot.numbers import Checks, Known, chapter_part, report
from crossfoot.read import closed, opened

CASES = Path(__file__).with_name("corrections.csv")
HALVES = ("tune", "held", "fresh")
"""Tuned on, kept apart by repository, and drawn after the last change."""
SHOWN = ("TAB", "NUM09", "NUM10")
"""Codes of what a text shows of itself."""
CHUNK = re.compile(r"^([ \t]*`{3,})\{([a-z]+)[^}\n]*\}", re.MULTILINE)
DIALECT = re.compile(r"^([ \t]*`{3,})[ \t]*([\w+-]+)[ \t]+[^`\n]+$", re.MULTILINE)
"""Fenced code whose first line says more than its language."""
ITEM = re.compile(r"(?:[-*+]|1[.)])\s+\S")
"""The first line of a list."""
LIST = re.compile(r"\s*(?:[-*+]|[0-9]+[.)])\s|\s{2}|[#>|]|```")
"""A line after which an item may stand as it is."""


@dataclass(frozen=True)
class Case:
    """One correction: where, and what kind of number was wrong."""

    repository: str
    commit: str
    file: str
    line: int
    line_after: int
    kind: str
    half: str
    group: str = ""
    """What contradicts the wrong number: `arithmetic` in one text or table, or a
    `fact`, where the list says so."""


def cases(path: Path) -> list[Case]:
    """Read the list of corrections."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Case(
                row["repository"],
                row["commit"],
                row["file"],
                int(row["line"]),
                int(row["line_after"]),
                row["kind"],
                row["half"],
                row.get("class") or "",
            )
            for row in csv.DictReader(lines)
        ]


def chapter(text: str) -> Chapter | None:
    """Read a text as the pipeline does."""
    one = opened("text.md", text.encode())
    made = pandoc.markdown(one.front.markdown)
    if made.value is None:
        return None
    read, _ = closed(one, made.value, list(made.warnings), made.error)
    return chapter_of(read.as_dict())


def alarms(text: str, tables: Mapping[str, Any] | None = None) -> list[Finding]:
    """Return the errors and warnings on a text's sums and on what it says twice.

    `tables`: those of CSV files, by their names, as the data stage gives them.
    """
    one = chapter(text)
    known = Known({}, tables={**(tables or {})}, files=frozenset(tables or ()))
    parts = [chapter_part(one, known)] if one else []
    _, found = report(parts, [], known, Checks(), [])
    return [
        finding
        for finding in found
        if finding.code.startswith(SHOWN) and finding.level != "note"
    ]


def text(folder: Path, case: Case, revision: str) -> str:
    """Return a file of a commit, or "" when the copy does not hold it."""
    root = folder / case.repository.replace("/", "+")
    root = root / "repo" if (root / "repo").is_dir() else root
    command = ["git", "-C", str(root), "show", f"{revision}:{case.file}"]
    run = subprocess.run(command, capture_output=True, check=False)
    return run.stdout.decode("utf-8", "replace") if not run.returncode else ""


def stands_on(finding: Finding, line: int) -> bool:
    """Say whether a finding or one of its notes stands on a line."""
    places = (finding.place, *(note.place for note in finding.notes))
    return any(place.line <= line <= place.end_line for place in places)


def spaced(source: str, line: int) -> tuple[str, int]:
    """Put an empty line before each list, and say where a line went.

    These texts are written for a reader of Markdown that needs none. Chunks of R are
    fenced code, as they are once they have run.
    """
    source = DIALECT.sub(r"\1\2", CHUNK.sub(r"\1\2", source))
    out: list[str] = []
    before = ""
    at = line
    for number, one in enumerate(source.splitlines(), 1):
        if ITEM.match(one) and before.strip() and not LIST.match(before):
            out.append("")
            at += number <= line
        out.append(one)
        before = one
    return "\n".join(out) + "\n", at


def is_found(found: Sequence[Finding], said: str, line: int) -> bool:
    """Say whether a finding tells of the number that was corrected."""
    return any(
        stands_on(one, line) or (len(one.found) > 3 and one.found in said)
        for one in found
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="copies of the repositories")
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--list", action="store_true", help="print each case")
    given = parser.parse_args(arguments)
    counts: Counter[tuple[str, str]] = Counter()
    groups: set[str] = set()
    for case in cases(given.cases):
        if given.half and case.half != given.half:
            continue
        group = f"{case.half} {case.group}".strip()
        groups.add(group)
        before = text(given.folder, case, f"{case.commit}^")
        after = text(given.folder, case, case.commit)
        if not before or not after:
            counts[group, "missing"] += 1
            continue
        said = before.splitlines()[case.line - 1]
        before, line = spaced(before, case.line)
        after, line_after = spaced(after, case.line_after)
        found = is_found(alarms(before), said, line)
        told = [one for one in alarms(after) if stands_on(one, line_after)]
        counts[group, "all"] += 1
        counts[group, "found"] += found
        counts[group, "told after"] += bool(told)
        if given.list:
            state = "found" if found else "MISSED"
            where = f"{case.repository} {case.commit} {case.file}:{case.line}"
            print(state, group, case.kind, where, "|", said.strip()[:110])
            print(
                *(f"  AFTER {one.message}" for one in told),
                sep="\n",
                end="\n" * bool(told),
            )
    for group in sorted(groups):
        kinds = ("all", "found", "told after", "missing")
        print(group, *(f"{kind} {counts[group, kind]}" for kind in kinds))


if __name__ == "__main__":
    main()
