"""Waivers: findings and the reasons for silence in, settled findings out.

A waiver is a comment before or in a block,
`<!-- crossfoot: allow NUM05 because … -->`, or an entry under `waivers:` in
`checks.yml`. Both need a reason; one that is unused or has expired is itself a finding.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from crossfoot.chapters import Chapter
from crossfoot.codes import CODES, Severity
from crossfoot.dates import is_day, is_named
from crossfoot.findings import Finding, Waiver, listed, nearest, order, regrade
from crossfoot.nodes import BLOCKS, Node, extent, span, walk
from crossfoot.places import Place, Text

if TYPE_CHECKING:
    from crossfoot.yamlfile import Document

COMMENT = re.compile(r"<!--\s*crossfoot:\s*(?P<said>.*?)\s*-->", re.DOTALL)
ALLOW = re.compile(
    r"allow\b\s*(?P<codes>[A-Za-z0-9,\s]*?)"
    r"(?:(?:^|(?<=\s))because\b\s*(?P<reason>.*))?",
    re.DOTALL,
)
PLACE = re.compile(r"(?P<file>.*?)(?::(?P<first>\d+)(?:[-–](?P<last>\d+))?)?")
FEW_LINES = 200
"""Lines of a block up to which its waiver is found by each of them."""


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
    unread: str = ""
    """A comment that was meant as a waiver and is none."""

    def covers(self, finding: Finding) -> bool:
        """Say whether the finding is one that this waiver names."""
        place = finding.place
        if finding.code not in self.codes or (self.file and place.file != self.file):
            return False
        if self.first_line and not self.first_line <= place.line <= self.last_line:
            return False
        return not self.key or self.key in re.split(r"[^\w.-]+", finding.message)


class Covering:
    """Waivers by what they name, so that a finding is held against few of many."""

    def __init__(self, allowances: Iterable[Allowance]) -> None:
        """Take the waivers in their order."""
        self.allowances = [*allowances]
        self.near: dict[tuple[str, str, int], list[int]] = {}
        """Those of a few lines by code, file and line."""
        self.wide: dict[str, list[int]] = {}
        """The others by code."""
        for at, one in enumerate(self.allowances):
            lines = range(one.first_line, one.last_line + 1)
            few = one.file and one.first_line and len(lines) <= FEW_LINES
            for code in set(one.codes):
                if few:
                    for line in lines:
                        self.near.setdefault((code, one.file, line), []).append(at)
                else:
                    self.wide.setdefault(code, []).append(at)

    def of(self, finding: Finding) -> Iterator[Allowance]:
        """Yield the waivers that cover a finding, in their order."""
        place = finding.place
        near = self.near.get((finding.code, place.file, place.line), ())
        for at in sorted((*near, *self.wide.get(finding.code, ()))):
            if self.allowances[at].covers(finding):
                yield self.allowances[at]


def in_chapter(chapter: Chapter) -> list[Allowance]:
    """Return the waivers of a chapter's comments, each with its block's lines.

    A comment covers the block that it stands in, or the one after it when it stands
    by itself.
    """
    if "crossfoot:" not in chapter.source:
        return []
    out: list[Allowance] = []
    for blocks in _lists(chapter.ast["blocks"]):
        covered: Node | None = None
        found: list[Allowance] = []
        for block in reversed(blocks):
            comments = _comments(block)
            if not comments or not _is_bare(block):
                covered = block
            found += [
                _allowance(chapter, node, said, covered)
                for node, said in reversed(comments)
            ]
        out += reversed(found)
    return sorted(out, key=lambda one: one.place)


def _lists(tree: Any) -> Iterable[list[Node]]:
    """Yield every list of blocks of a tree."""
    if isinstance(tree, list):
        kinds = {part.get("t") for part in tree if isinstance(part, dict)}
        if kinds and kinds <= BLOCKS:
            yield tree
        for part in tree:
            yield from _lists(part)
    elif isinstance(tree, dict):
        yield from _lists(tree.get("c"))


def _comments(block: Node) -> list[tuple[Node, re.Match[str]]]:
    """Return the waivers in a block's own words, with the elements that hold them."""
    if block["t"] not in {"RawBlock", "Para", "Plain", "Header"}:
        return []
    return [
        (node, said)
        for node in walk(block, closed=frozenset({"Note"}))
        if node["t"] in {"RawBlock", "RawInline"}
        for said in COMMENT.finditer(node["c"][1])
    ]


def _is_bare(block: Node) -> bool:
    """Say whether a block holds comments and nothing else."""
    if block["t"] == "RawBlock":
        return True
    return block["t"] != "Header" and all(
        node["t"] in {"RawInline", "Space", "SoftBreak"} for node in block["c"]
    )


def _allowance(
    chapter: Chapter, comment: Node, found: re.Match[str], block: Node | None
) -> Allowance:
    covered = (span(block) or extent(block)) if block else None
    place = chapter.place(covered)
    said = ALLOW.fullmatch(found["said"])
    if said is None:
        words = " ".join(found["said"].split())
        return Allowance(chapter.place(comment), (), unread=words)
    return Allowance(
        place=chapter.place(comment),
        codes=tuple(re.split(r"[,\s]+", said["codes"].strip(", \n"))),
        file=chapter.file,
        first_line=place.line if covered else -1,
        last_line=place.end_line if covered else -1,
        reason=" ".join((said["reason"] or "").split()),
    )


def in_checks(text: Text) -> list[Allowance]:
    """Return the waivers of `checks.yml`; a file that is not YAML has none.

    The numbers stage reports what is wrong with the file itself.
    """
    from crossfoot.yamlfile import YamlError, load

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


def _entry(document: "Document", index: int, entry: dict[str, Any]) -> Allowance:
    # What is no line number belongs to the name, so that nothing more is covered.
    told = PLACE.fullmatch(str(entry.get("place") or "").replace("\n", " "))
    first, last = (told["first"], told["last"]) if told else (None, None)
    return Allowance(
        place=document.place("waivers", index),
        codes=(str(entry.get("code") or ""),),
        file=told["file"] if told else "",
        first_line=int(first or 0),
        last_line=int(last or first or 0),
        key=str(entry.get("key") or ""),
        reason=str(entry.get("because") or ""),
        owner=str(entry.get("owner") or ""),
        expires=str(entry.get("expires") or ""),
    )


def in_force(allowances: Iterable[Allowance], today: date) -> list[Allowance]:
    """Return the waivers with which nothing is wrong on a day."""
    return [one for one in allowances if not _faults(one, today)]


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
    valid = Covering(in_force(allowances, today))
    used: set[Allowance] = set()
    out: list[Finding] = []
    for finding in findings:
        by = next(valid.of(finding), None)
        if by:
            used.add(by)
            finding = replace(finding, waiver=Waiver(by.reason, by.owner))  # noqa: PLW2901 - the finding, settled
        out.append(finding)
    for one in allowances:
        wrong = _faults(one, today)
        out += wrong or ([] if one in used else [_unused(one)])
        out += [] if wrong or not one.expires or is_named(today) else [_lasting(one)]
    return sorted(regrade(out, severities), key=order)


def _faults(one: Allowance, today: date) -> list[Finding]:
    if one.unread:
        return [_unread(one)]
    known = [code for code in one.codes if code in CODES]
    if not known or len(known) < len(one.codes):
        return [_unknown(one)]
    if not one.reason.strip():
        message = f"Waiver of {listed(one.codes)} gives no reason"
        way = "Write `because` and the reason, or take the waiver out"
        return [Finding("SRC11", message, one.place, help=way)]
    if one.expires and not is_day(one.expires):
        message = f"Waiver of {listed(one.codes)} expires on “{one.expires}”"
        way = "Write the last day on which it holds, such as 2026-12-31"
        return [
            Finding("SRC13", f"{message}, which is no day", one.place, help=way),
        ]
    if one.expires and one.expires < today.isoformat():
        message = f"Waiver of {listed(one.codes)} expired on {one.expires}"
        way = "Mend what it covers, or set a later `expires`"
        return [Finding("SRC13", message, one.place, help=way)]
    return []


def _lasting(one: Allowance) -> Finding:
    """Return the finding on a last day that is held against no date."""
    message = f"Waiver of {listed(one.codes)} expires on {one.expires}"
    way = "Write `date:` in report.yml, or take `expires` out"
    return Finding(
        "SRC13",
        f"{message}, but the report names no date",
        one.place,
        help=way,
        severity="warning",
    )


def _unread(one: Allowance) -> Finding:
    words = one.unread if len(one.unread) <= 60 else f"{one.unread[:59].rstrip()}…"
    message = f"“{words}” is no waiver"
    way = "Write `<!-- crossfoot: allow CODE because REASON -->`"
    return Finding("SRC11", message, one.place, help=way, found=one.unread)


def _unknown(one: Allowance) -> Finding:
    code = next((code for code in one.codes if code not in CODES), "")
    padded = code[:3].upper() + code[3:].zfill(2)
    near = padded if padded in CODES else nearest(code.upper(), CODES)
    message = (
        f"Waiver names “{code}”, which is no code" if code else "Waiver names no code"
    )
    way = f"Write {near}" if near else "Write the code that the finding shows"
    return Finding("SRC11", message, one.place, help=way, found=code, expected=near)


def _unused(one: Allowance) -> Finding:
    message = f"Waiver of {listed(one.codes)} covers no finding"
    return Finding("SRC12", message, one.place, help="Take the waiver out")
