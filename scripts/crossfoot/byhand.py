"""By hand: a report's blocks in, what of it only a person can check out.

Of the 136 ways to fail PDF/UA-1 that the Matterhorn Protocol 1.02 lists, 87 can be
found by a machine. What is asked here is asked of what the report holds: no
pictures, no question about pictures.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from crossfoot.findings import several
from crossfoot.nodes import Node, attributes, beside_words


@dataclass(frozen=True, slots=True)
class Question:
    """Something to look at and sign."""

    key: str
    ask: str
    """What has to be true, as one sentence."""
    holds: str
    """How much of it the report holds; empty for what concerns all of it."""
    standard: str
    """The success criterion, as in `WCAG 2.2, 1.1.1`."""


ASKED = (
    ("pictures", "Each text alternative says what its picture shows", "1.1.1"),
    ("pictures", "No picture shows words or figures that the text lacks", "1.4.5"),
    ("pictures", "No picture tells things apart by colour alone", "1.4.1"),
    ("formulas", "Each formula is read out as it is meant", "1.1.1"),
    ("tables", "Header cells head their columns and rows; captions fit", "1.3.1"),
    ("headings", "Headings say what follows, and nothing else looks like one", "2.4.6"),
    ("links", "Link texts say where they lead, also without their sentence", "2.4.4"),
    ("notes", "Notes can be left out without losing the thread", "1.3.2"),
    ("languages", "Words in other languages are marked, in the right one", "3.1.2"),
    ("", "Read from start to end, by voice or by key, the order makes sense", "1.3.2"),
    (
        "",
        "Abbreviations and terms of art are explained where they first stand",
        "3.1.4",
    ),
    ("", "The summary says what the report says, in plain words", "3.1.5"),
    ("", "At four times its size the page still can be read and used", "1.4.10"),
)
KINDS = {
    "Image": "pictures",
    "Math": "formulas",
    "Table": "tables",
    "Header": "headings",
    "Link": "links",
    "Note": "notes",
}
SINGULAR = {name: name.removesuffix("s") for name in (*KINDS.values(), "languages")}

KEYS = tuple(
    f"{kind or 'whole'}-{1 + sum(other[0] == kind for other in ASKED[:at])}"
    for at, (kind, _, _) in enumerate(ASKED)
)
"""What a person signs with, for each of what may be asked."""


def questions(blocks: Iterable[Node]) -> list[Question]:
    """Return what a person has to check, by what the report holds."""
    held = _held(blocks)
    out: list[Question] = []
    for key, (kind, ask, criterion) in zip(KEYS, ASKED, strict=True):
        if kind and not held[kind]:
            continue
        count = several(held[kind], SINGULAR[kind]) if kind else ""
        out.append(Question(key, ask, count, f"WCAG 2.2, {criterion}"))
    return out


def _held(blocks: Iterable[Node]) -> Counter[str]:
    held: Counter[str] = Counter()
    languages = set()
    for node in beside_words(list(blocks)):
        if node["t"] in KINDS:
            held[KINDS[node["t"]]] += 1
        elif node["t"] in {"Div", "Span"}:
            languages.add(attributes(node).get("lang", ""))
    held["languages"] = len(languages - {""})
    return held


def as_dicts(asked: Iterable[Question]) -> list[dict[str, str]]:
    """Return questions as JSON holds them."""
    return [asdict(one) for one in asked]


def listed(asked: Iterable[Question]) -> str:
    """Return questions as lines to sign."""
    lines = [
        f"[ ] {one.ask}{f' ({one.holds})' if one.holds else ''}. {one.standard}."
        for one in asked
    ]
    head = "To be checked by a person; no machine can. Sign each: name, date."
    return "".join(f"{line}\n" for line in ("", head, *lines))
