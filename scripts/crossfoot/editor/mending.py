"""Quick fixes: findings at a place in, edits with a name out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from crossfoot.editor.positions import span_of
from crossfoot.editor.world import Outline, World
from crossfoot.findings import Finding
from crossfoot.places import Place, Span, Text

SHORT = 60
"""Characters of a fix that its name shows."""
WAIVERS = re.compile(r"^waivers:[ \t]*(?:#.*)?$", re.MULTILINE)
FLOW = re.compile(r"^waivers:[ \t]*[\[{]", re.MULTILINE)


class Edit(NamedTuple):
    """A stretch of a file, and what is written instead."""

    file: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something an author may choose to have done."""

    title: str
    edits: tuple[Edit, ...]
    finding: Finding | None = None
    preferred: bool = False
    """Whether it is safe to do without a second look."""


def actions(
    findings: Sequence[Finding], texts: Mapping[str, Text], world: World
) -> Iterator[Action]:
    """Yield what can be done about findings: their fixes, and reasons for silence."""
    for one in findings:
        if one.fix and one.place.file in texts:
            edits = tuple(fix_edits(one, texts))
            title = _title(one, one.fix.replacement)
            yield Action(title, edits, one, preferred=one.fix.safe)
    for one in _apart(findings):
        allowed = allowance(one, texts, world)
        if allowed:
            yield Action(f"Allow {one.code} here, with a reason", (allowed,), one)


def _title(one: Finding, written: str) -> str:
    """Return what a fix is called: what it writes, where that is short."""
    if written and "\n" not in written and len(written) <= SHORT:
        return f"Write “{written}”"
    return one.help or f"Mend {one.code}"


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """Return the first finding of each code and file: one waiver covers them all."""
    seen = {(one.code, one.place.file): one for one in reversed(findings)}
    return list(reversed(seen.values()))


def safe_edits(findings: Sequence[Finding], texts: Mapping[str, Text]) -> list[Edit]:
    """Return the edits of every safe fix; of those that overlap, the first."""
    out: list[Edit] = []
    for one in findings:
        if one.fix and one.fix.safe and one.place.file in texts:
            for edit in fix_edits(one, texts):
                if not any(_meet(edit, other) for other in out):
                    out.append(edit)
    return out


def _meet(one: Edit, other: Edit) -> bool:
    (a, b), (c, d) = one.span, other.span
    return one.file == other.file and ((a < d and c < b) or (a, b) == (c, d))


def fix_edits(one: Finding, texts: Mapping[str, Text]) -> Iterator[Edit]:
    """Yield the edits of a finding's fix."""
    if one.fix is None:
        return
    text = texts[one.place.file]
    yield Edit(text.file, span_of(text, one.place), one.fix.replacement)
    for file, lines in one.fix.adds:
        old = texts.get(file, Text(file, ""))
        held = set(old.text.splitlines())
        new = [line for line in dict.fromkeys(lines.splitlines()) if line not in held]
        if new:
            yield _appended(old, "\n".join(new))


def _appended(old: Text, lines: str) -> Edit:
    """Return the edit that puts lines at a file's end."""
    feed = "\r\n" if "\r\n" in old.text else "\n"
    gap = feed if old.text and not old.text.endswith("\n") else ""
    end = len(old.text)
    return Edit(old.file, (end, end), f"{gap}{lines.replace(chr(10), feed)}{feed}")


def allowance(one: Finding, texts: Mapping[str, Text], world: World) -> Edit | None:
    """Return the edit that silences a finding once its author has given a reason.

    In a chapter it is a comment before the outermost block, elsewhere an entry in
    `checks.yml`. Without a reason it is itself an error, which asks for one.
    """
    text = texts.get(one.place.file)
    if text is None:
        return None
    if one.place.file in world.chapters:
        return _comment(one, text, world)
    checks = world.source("checks.yml")
    return _entry(one, texts.get(checks, Text(checks, "")))


def _comment(one: Finding, text: Text, world: World) -> Edit | None:
    at = span_of(text, one.place)[0]
    blocks = world.outlines.get(text.file, Outline()).blocks
    block = next((start for start, end in blocks if start <= at <= end), None)
    if block is None:
        return None
    start = text.starts[text.position(block)[0] - 1]
    feed = "\r\n" if "\r\n" in text.text else "\n"
    said = f"<!-- crossfoot: allow {one.code} because  -->{feed}{feed}"
    return Edit(text.file, (start, start), said)


def _entry(one: Finding, checks: Text) -> Edit | None:
    place = one.place.file if one.place == Place(one.place.file) else _line(one.place)
    said = f'  - {{code: {one.code}, place: "{place}", because: ""}}'
    found = WAIVERS.search(checks.text)
    if found:
        line = checks.position(found.start())[0]
        after = checks.starts[line] if line < len(checks.starts) else None
        if after is not None:
            return Edit(checks.file, (after, after), f"{said}\n")
        return _appended(checks, said)
    if FLOW.search(checks.text):
        return None
    return _appended(checks, f"waivers:\n{said}")


def _line(place: Place) -> str:
    return f"{place.file}:{place.line}"
