"""Looked at: what a build holds and what was found in, a row for each family out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossfoot.codes import CODES
from crossfoot.findings import Finding, listed, several
from crossfoot.pack.facts import Facts
from crossfoot.render.rulepage import FAMILIES

KINDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "SRC": (("chapters", "chapter"), ("waivers", "waiver")),
    "DAT": (("tables", "table"), ("rows", "row"), ("defined", "quantity")),
    "FIG": (("figures", "figure"),),
    "REP": (("Para", "paragraph"), ("decisions", "decision")),
    "NUM": (("numbers", "number"),),
    "TAB": (("Table", "table"),),
    "REF": (("Link", "link"), ("Note", "note")),
    "STR": (("Header", "heading"), ("Para", "paragraph")),
    "ACC": (("made", "output"), ("Image", "picture"), ("Table", "table")),
    "TYP": (("made", "output"),),
    "QAP": (("records", "record"), ("corrections", "correction")),
}
"""What a family of checks looks at: its name among the facts, and what one is called.

Releases are checked only when all this is written."""
PLURAL = {"quantity": "quantities"}


@dataclass(frozen=True, slots=True)
class Family:
    """What the checks of one family did."""

    letters: str
    name: str
    rules: int
    looked: str
    found: Mapping[str, int]
    """How many by severity, waived ones apart."""

    @property
    def result(self) -> str:
        """What was found, in words."""
        parts = [
            several(count, name) if name != "waived" else f"{count} waived"
            for name, count in self.found.items()
            if count
        ]
        return listed(parts) if parts else "nothing found"


def families(facts: Facts) -> list[Family]:
    """Return the families in the order of the belt."""
    return [
        Family(
            letters,
            name,
            sum(code.startswith(letters) for code in CODES),
            _looked(facts, letters),
            _found([one for one in facts.findings if one.code.startswith(letters)]),
        )
        for letters, name in FAMILIES.items()
        if letters in KINDS
    ]


def _looked(facts: Facts, letters: str) -> str:
    known = {**facts.held, **facts.looked}
    return ", ".join(
        several(known.get(name, 0), noun, PLURAL.get(noun, ""))
        for name, noun in KINDS[letters]
    )


def _found(findings: Sequence[Finding]) -> dict[str, int]:
    tally = Counter("waived" if one.waiver else one.level for one in findings)
    return {name: tally[name] for name in ("error", "warning", "note", "waived")}


def codes(findings: Sequence[Finding]) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Yield each code that found something, and how much by severity."""
    for code in CODES:
        mine = [one for one in findings if one.code == code]
        if mine:
            yield code, _found(mine)
