"""Waivers: findings and the reasons for silence in, settled findings out.

A waiver is a comment before a block, `<!-- crossfoot: allow NUM05 because … -->`,
or an entry under `waivers:` in `checks.yml`. Both need a reason; one that is unused
or has expired is itself a finding (the SE tools ask the same of their lint-ignore).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from crossfoot.chapters import Chapter
from crossfoot.codes import CODES, Severity
from crossfoot.findings import Finding, Waiver, listed, nearest, order, regrade
from crossfoot.nodes import BLOCKS, Node, extent, span
from crossfoot.places import Place, Text
from crossfoot.yamlfile import Document, YamlError, load

COMMENT = re.compile(
    r"<!--\s*crossfoot:\s*allow\b\s*(?P<codes>[A-Z0-9, ]*?)"
    r"(?:\s+because\b\s*(?P<reason>.*?))?\s*-->",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """One waiver as written."""

    place: Place
    """Where it is written."""
    codes: tuple[str, ...]
    file: str = ""
    """The file it covers; empty: any."""
    first_line: int = 0
    """First line it covers; 0: the whole file."""
    last_line: int = 0
    key: str = ""
    """A word that the finding's message must hold, such as a quantity's key."""
    reason: str = ""
    owner: str = ""
    expires: str = ""
    """Last day on which it holds, `YYYY-MM-DD`; empty: for ever."""

    def covers(self, finding: Finding) -> bool:
        """Say whether the finding is one that this waiver names."""
        place = finding.place
        if finding.code not in self.codes or (self.file and place.file != self.file):
            return False
        if self.first_line and not self.first_line <= place.line <= self.last_line:
            return False
        return not self.key or self.key in re.split(r"[^\w.-]+", finding.message)


def in_chapter(chapter: Chapter) -> list[Allowance]:
    """Return the waivers of a chapter's comments, each with its block's lines."""
    out: list[Allowance] = []
    for blocks in _lists(chapter.ast["blocks"]):
        for comment, block in zip(blocks, [*blocks[1:], None], strict=True):
            found = _comment(comment)
            if found:
                out.append(_allowance(chapter, comment, found, block))
    return out


def _lists(tree: Any) -> Iterable[list[Node]]:
    """Yield every list of blocks of a tree that holds a comment."""
    if isinstance(tree, list):
        kinds = {part.get("t") for part in tree if isinstance(part, dict)}
        if "RawBlock" in kinds and kinds <= BLOCKS:
            yield tree
        for part in tree:
            yield from _lists(part)
    elif isinstance(tree, dict):
        yield from _lists(tree.get("c"))


def _comment(block: Node) -> re.Match[str] | None:
    return COMMENT.search(block["c"][1]) if block.get("t") == "RawBlock" else None


def _allowance(
    chapter: Chapter, comment: Node, found: re.Match[str], block: Node | None
) -> Allowance:
    covered = (span(block) or extent(block)) if block else None
    place = chapter.place(covered)
    return Allowance(
        place=chapter.place(comment),
        codes=tuple(re.findall(r"[A-Z]{3}\d\d", found["codes"])),
        file=chapter.file,
        first_line=place.line if covered else -1,
        last_line=place.end_line if covered else -1,
        reason=" ".join((found["reason"] or "").split()),
    )


def in_checks(text: Text) -> list[Allowance]:
    """Return the waivers of `checks.yml`; a file that is not YAML has none.

    The numbers stage reports what is wrong with the file itself.
    """
    try:
        document = load(text)
    except YamlError:
        return []
    value = document.value if isinstance(document.value, dict) else {}
    entries = value.get("waivers") or []
    return [
        _entry(document, index, entry)
        for index, entry in enumerate(entries if isinstance(entries, list) else [])
        if isinstance(entry, dict)
    ]


def _entry(document: Document, index: int, entry: dict[str, Any]) -> Allowance:
    file, _, line = str(entry.get("place") or "").partition(":")
    number = int(line) if line.isdigit() else 0
    return Allowance(
        place=document.place("waivers", index),
        codes=(str(entry.get("code") or ""),),
        file=file,
        first_line=number,
        last_line=number,
        key=str(entry.get("key") or ""),
        reason=str(entry.get("because") or ""),
        owner=str(entry.get("owner") or ""),
        expires=str(entry.get("expires") or ""),
    )


def settle(
    findings: Iterable[Finding],
    allowances: Sequence[Allowance],
    severities: dict[str, Severity],
    today: date,
) -> list[Finding]:
    """Return findings with severities set and waivers applied, sorted.

    `today` is the report's date, never the clock's. What is wrong with a waiver is
    added as a finding of its own.
    """
    valid = [one for one in allowances if not _faults(one, today)]
    used: set[Allowance] = set()
    out: list[Finding] = []
    for finding in findings:
        by = next((one for one in valid if one.covers(finding)), None)
        if by:
            used.add(by)
            finding = replace(finding, waiver=Waiver(by.reason, by.owner))  # noqa: PLW2901 - the finding, settled
        out.append(finding)
    for one in allowances:
        out += _faults(one, today) or ([] if one in used else [_unused(one)])
    return sorted(regrade(out, severities), key=order)


def _faults(one: Allowance, today: date) -> list[Finding]:
    known = [code for code in one.codes if code in CODES]
    if not known or len(known) < len(one.codes):
        return [_unknown(one)]
    if not one.reason.strip():
        message = f"Waiver of {listed(one.codes)} gives no reason"
        way = "Write `because` and the reason, or take the waiver out"
        return [Finding("SRC11", message, one.place, help=way)]
    if one.expires and one.expires < today.isoformat():
        message = f"Waiver of {listed(one.codes)} expired on {one.expires}"
        way = "Mend what it covers, or set a later `expires`"
        return [Finding("SRC13", message, one.place, help=way)]
    return []


def _unknown(one: Allowance) -> Finding:
    code = next((code for code in one.codes if code not in CODES), "")
    near = nearest(code, CODES)
    message = (
        f"Waiver names “{code}”, which is no code" if code else "Waiver names no code"
    )
    way = f"Write {near}" if near else "Write the code that the finding shows"
    return Finding("SRC11", message, one.place, help=way, found=code, expected=near)


def _unused(one: Allowance) -> Finding:
    message = f"Waiver of {listed(one.codes)} covers no finding"
    return Finding("SRC12", message, one.place, help="Take the waiver out")
