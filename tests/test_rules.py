"""The pages of the finding codes: each example is run."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from crossfoot.codes import CODES
from crossfoot.engines.belt import CHECKS
from crossfoot.engines.checking import check
from crossfoot.workflow import PACKAGE

PAGES = sorted((PACKAGE / "rules").glob("*.md"))
FENCE = re.compile(r"^(`{3,}) *([^\n`]*)\n(.*?)^\1 *$", re.MULTILINE | re.DOTALL)
BY_BUILDS = {
    "SRC05": "test_without_a_chapter_nothing_is_built",
    "SRC09": "test_a_source_edited_during_the_build_shuts_the_gate",
    "REL01": "test_a_release_of_changed_data_is_refused",
}
"""Codes that no set of files shows, and the test of whole builds that does."""
BY_OUTPUTS = (
    "TYP04",
    *(f"ACC{number:02}" for number in (*range(2, 11), *range(15, 29))),
)
"""Codes that only a fault of ours gives, which `tests/inspect` shows."""
BY_MACHINES = {"TYP10": "typeset/test_site.py"}
"""Codes that only a machine gives on which a program cannot run, and their test."""
BY_OFFICE = ("TYP14", "TYP15")
"""Codes that `tests/office` shows."""
BY_IMPORT = tuple(f"SRC{number}" for number in range(18, 27))
"""Codes that only an import gives, whose examples `tests/importing` brings in."""
BESIDE = {"REP11": ("REP01",)}
"""Codes that count what others tell of, which come with them."""
AFTER = ("typeset", "office", "inspect")
ASKED = ("STR11",)
"""Codes that come only when the network may be used."""
LATE = ("NUM13",)
"""Codes of earlier stages that only what is made can show."""


@dataclass(frozen=True)
class Page:
    """A page's example: files, and the findings they give."""

    files: dict[str, bytes]
    expected: list[str]
    links: dict[str, str]
    """Where links lead, by path."""


def parse(text: str) -> Page:
    files, expected, links = {}, [], {}
    for _, info, body in FENCE.findall(text):
        kind, _, rest = info.strip().partition(" ")
        if kind == "file":
            files[rest] = body.encode()
        elif kind == "bytes":
            # Python's escapes, for bytes that a page cannot hold.
            files[rest] = body.encode().decode("unicode_escape").encode("latin-1")
        elif kind == "link":
            links[rest] = body.strip()
        elif kind == "expect":
            expected += [line for line in body.split("\n") if line]
    return Page(files, expected, links)


def line(code: str, file: str, number: int, column: int, message: str) -> str:
    return f"{code} {file}:{number}:{column} {message}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_s_example_gives_what_it_says(path: Path, tmp_path: Path) -> None:
    """The files of a page give the findings that the page shows, and no other."""
    page = parse(path.read_text(encoding="utf-8"))
    if path.stem in BY_BUILDS:
        builds = (Path(__file__).parent / "test_build.py").read_text()
        assert f"def {BY_BUILDS[path.stem]}(" in builds
        return
    if path.stem in (*BY_OUTPUTS, *BY_OFFICE):
        room = "office" if path.stem in BY_OFFICE else "inspect"
        tests = (Path(__file__).parent / room).glob("test_*.py")
        assert any(path.stem in one.read_text() for one in tests)
        return
    if path.stem in BY_IMPORT:
        return
    if path.stem in BY_MACHINES:
        told = (Path(__file__).parent / BY_MACHINES[path.stem]).read_text()
        assert path.stem in told
        return
    for name, content in page.files.items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for name, leads in page.links.items():
        (tmp_path / name).symlink_to(leads)
    late = path.stem.startswith("TYP") or path.stem in LATE
    late |= path.stem[:3] == "ACC" and path.stem > "ACC01"
    stages = (*CHECKS, *AFTER) if late else CHECKS
    found = [
        line(f.code, f.place.file, f.place.line, f.place.column, f.message)
        for f in check(tmp_path, stages, links=path.stem in ASKED).findings
        if f.code == path.stem or f.code != "NUM05"
    ]
    assert page.expected
    assert found == page.expected
    beside = BESIDE.get(path.stem, ())
    assert {entry.split()[0] for entry in found} == {path.stem, *beside}


NUMBERED = [one for one in PAGES if one.stem[:3] in {"NUM", "TAB"}]
SILENT = {
    "NUM05": "an unbound number stands as unbound",
    "NUM13": "only what is typeset tells how many pages there are",
    "NUM15": "that nobody signed a number does not make it wrong",
    "NUM17": "that a source changed does not make its number wrong",
    "TAB08": "a total that nothing explains stands as unbound",
}
"""Codes about a number that does not fail for them, and why."""


@pytest.mark.parametrize("path", NUMBERED, ids=lambda path: path.stem)
def test_a_number_with_a_finding_does_not_stand_as_right(
    path: Path, tmp_path: Path
) -> None:
    """In the ledger each number that a page's finding stands at has failed."""
    for name, content in parse(path.read_text(encoding="utf-8")).files.items():
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    checked = check(tmp_path, CHECKS, ["numbers.json"])
    found = [one for one in checked.findings if one.code == path.stem and one.found]
    at = {
        (entry["text"], entry["state"])
        for one in found
        for entry in checked.products["numbers.json"]["numbers"]
        if entry["file"] == one.place.file
        and entry["line"] == one.place.line
        and entry["column"] < one.place.end_column
        and one.place.column < entry["end_column"]
        and (entry["text"] in one.found or one.found in entry["text"])
    }
    assert path.stem in SILENT or {state for _, state in at} <= {"failed"}, at


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_has_its_four_parts(path: Path) -> None:
    """A page is headed by code and rule and says what, why, an example, the way out."""
    text = path.read_text(encoding="utf-8")
    name = CODES[path.stem].name.replace("-", " ")
    title = text.split("\n", 1)[0].lower().replace("-", " ")
    assert title == f"# {path.stem.lower()}: {name}"
    parts = re.findall(r"^(?:#+ |\*\*)(What|Why|Example|Way out)", text, re.MULTILINE)
    assert parts == ["What", "Why", "Example", "Way out"]
