"""Measures the repeats stage on what editors took out: a list of cases in, recall out.

A case is a commit of a public repository that took out text which its document said
elsewhere too. The document as it stood before is written into a temporary folder, and
the stage is run on it. The list and the repositories stay outside this repository.
"""

import argparse
import json
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from field import ENOUGH, Stretch
from marks import Lines
from measure import stage
from score import each

SUFFIXES = frozenset({".md", ".markdown", ".qmd", ".rmd", ".mdx"})
SHOWN = 100
"""Characters of a case that are shown."""
TELLING = frozenset({"exact", "near", "contained", "contradiction"})
"""Classes that an author is shown."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text that was taken out, and the one that was kept."""

    repository: str
    """Its git directory."""
    commit: str
    kind: str
    file: str
    removed: str
    twin_file: str
    twin: str

    @property
    def where(self) -> str:
        """Say whether both stand in one chapter."""
        return "same chapter" if self.file == self.twin_file else "two chapters"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the stage made of one case."""

    case: Case
    found: str
    """The first class of the relations that hold both texts, or ""."""
    telling: int
    """Relations of the document that an author is shown."""
    words: int
    """Words of the document."""


def cases(text: str) -> list[Case]:
    """Read a list of cases: JSON Lines, one object with the fields of `Case` each."""
    return [Case(**json.loads(line)) for line in text.splitlines() if line.strip()]


def document(case: Case, most: int) -> dict[str, str]:
    """Return the files of a document before the commit, flat, by name as chapters.

    Both files of the case come first, then those of the folders nearest to the first.
    """
    parent = f"{case.commit}^"
    names = _git(case.repository, "ls-tree", "-r", "--name-only", "-z", parent)
    found = [
        name
        for name in names.split("\0")
        if PurePosixPath(name).suffix.lower() in SUFFIXES
    ]
    first = {case.file, case.twin_file}
    folders = PurePosixPath(case.file).parts[:-1]
    order = sorted(found, key=lambda one: (one not in first, _away(one, folders), one))
    chosen: dict[str, str] = {}
    for name in order:
        # Of a file and what was made of it, which differ in their suffix, the first.
        chosen.setdefault(chapter_of(name), name)
    return {
        chapter: _git(case.repository, "show", f"{parent}:{name}")
        for chapter, name in list(chosen.items())[:most]
    }


def _away(name: str, folders: Sequence[str]) -> int:
    """Return how many steps between folders lead from one to a file."""
    own = PurePosixPath(name).parts[:-1]
    pairs = list(zip(own, folders, strict=False))
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), len(pairs))
    return len(own) + len(folders) - 2 * same


def chapter_of(name: str) -> str:
    """Return the name that a file of a repository has as a chapter."""
    path = PurePosixPath(name)
    # A chapter whose name starts with a point would be hidden, and not read.
    return "sources/" + "--".join(path.with_suffix("").parts).lstrip(".") + ".md"


def _git(repository: str, *command: str) -> str:
    line = ["git", "-C", repository, *command]
    done = subprocess.run(line, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


def write(files: Mapping[str, str], root: Path) -> None:
    """Write a document as a report."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")


def judged(case: Case, files: Mapping[str, str], product: Mapping[str, Any]) -> Outcome:
    """Say whether relations that hold parts of both texts hold most of each."""
    lines = {name: Lines.of(name, text) for name, text in files.items()}
    told = [one for one in each(product) if one["class"] in TELLING]
    joint = {one["within"] for one in told if "within" in one}
    findings = len(joint) + sum("within" not in one for one in told)
    sides = _sides(case, files)
    found = {
        kind
        for removed in sides[0]
        for twin in sides[1]
        if not removed.shared(twin)
        for kind in _holding(told, lines, removed, twin)
    }
    words = sum(len(text.split()) for text in files.values())
    return Outcome(case, min(found, default=""), findings, words)


def _sides(case: Case, files: Mapping[str, str]) -> list[list[Stretch]]:
    """Return where both texts may stand; raise ValueError where one stands nowhere."""
    found: list[list[Stretch]] = []
    for file, text in ((case.file, case.removed), (case.twin_file, case.twin)):
        name = chapter_of(file)
        pattern = r"[\s>]+".join(map(re.escape, text.split()))
        spots = [
            Stretch(name, *one.span(), one.group())
            for one in re.finditer(pattern, files[name])
        ]
        if not spots:
            message = f"{case.commit[:12]}^:{file} does not hold “{text[:SHOWN]}”"
            raise ValueError(message)
        found.append(spots)
    return found


def _holding(
    told: Iterable[Mapping[str, Any]],
    lines: Mapping[str, Lines],
    removed: Stretch,
    twin: Stretch,
) -> set[str]:
    """Return the classes of the relations that hold most of both texts, if any do."""
    here: set[int] = set()
    there: set[int] = set()
    classes: set[str] = set()
    for relation in told:
        places = [_stretch(lines, one) for one in (*relation["a"], *relation["b"])]
        for place in places:
            others = [one for one in places if one is not place and one.shared(twin)]
            if place.shared(removed) and others:
                classes.add(relation["class"])
                here |= _common(place, removed)
                there.update(*(_common(one, twin) for one in others))
    held = _covers(here, removed) and _covers(there, twin)
    return classes if held else set()


def _common(place: Stretch, text: Stretch) -> set[int]:
    return set(range(max(place.lo, text.lo), min(place.hi, text.hi)))


def _covers(held: set[int], text: Stretch) -> bool:
    return len(held) >= ENOUGH * (text.hi - text.lo)


def _stretch(lines: Mapping[str, Lines], place: Mapping[str, Any]) -> Stretch:
    here = lines[place["file"]]
    ends = (place[key] for key in ("start", "end", "column", "end_column"))
    lo, hi = here.span(*ends)
    return Stretch(here.file, lo, hi, here.text[lo:hi])


def outcomes(listed: Iterable[Case], most: int) -> Iterator[Outcome]:
    """Yield what the stage makes of each case."""
    for case in listed:
        files = document(case, most)
        with tempfile.TemporaryDirectory(prefix="history-") as folder:
            root = Path(folder)
            write(files, root)
            yield judged(case, files, stage(root))


def table(done: Sequence[Outcome]) -> str:
    """Return recall by kind and by place, and how much an author is shown."""
    counts: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one in done:
        for key in (one.case.kind, one.case.where, "all"):
            counts[key] += 1
            found[key] += bool(one.found)
    rows = ["| cases | number | found | recall |", "|:--|--:|--:|--:|"]
    last = ("same chapter", "two chapters", "all")
    for key in (*sorted(set(counts) - set(last)), *(k for k in last if counts[k])):
        share = found[key] / counts[key]
        rows.append(f"| {key} | {counts[key]} | {found[key]} | {share:.2f} |")
    words = sum(one.words for one in done) or 1
    shown = sum(one.telling for one in done) * 1000 / words
    return "\n".join([*rows, "", f"{shown:.2f} relations shown in 1,000 words"])


def missed(done: Iterable[Outcome]) -> Iterator[str]:
    """Yield the cases of which no relation tells, in two lines each."""
    for one in done:
        case = one.case
        if not one.found:
            yield f"{case.kind}, {case.where}: {case.commit[:12]} {case.file}"
            yield f"  - {case.removed[:SHOWN]}\n  = {case.twin[:SHOWN]}"


def main() -> None:
    """Print recall on a list of cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, help="JSON Lines; see README.md")
    parser.add_argument("--files", type=int, default=60, help="files of a document")
    parser.add_argument("--list-misses", action="store_true")
    given = parser.parse_args()
    done = list(outcomes(cases(given.cases.read_text("utf-8")), given.files))
    print(table(done))
    if given.list_misses:
        print("", *missed(done), sep="\n")


if __name__ == "__main__":
    main()
