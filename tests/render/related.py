"""Relations for the tests of what people see: chapters and `repeats.json`."""

from typing import Any

from crossfoot.places import Place, Text

CHAPTERS = {
    "sources/01.md": Text(
        "sources/01.md",
        "# Plans\n\nA further £203m is requested for work tied\nto recovery.\n\n"
        "The plans speak for the region as a whole, and\nthey ask for much.\n\n"
        "Second block.\n",
    ),
    "sources/02.md": Text("sources/02.md", "# Method\n\nNothing.\n"),
    "sources/03.md": Text(
        "sources/03.md",
        "# Asks\r\n\r\nA further £230m is requested for work\r\ntied to recovery.\r\n\r\n"
        "The plans speak for the whole region, and they ask for <b>much</b>.\r\n\r\n"
        "The plans speak for the region as a whole, and they ask for much.\r\n\r\n"
        "Second\tblock.\r\n",
    ),
}


def where(file: str, start: str, end: str = "") -> dict[str, Any]:
    """Return the place of the text from one phrase to the end of another."""
    text = CHAPTERS[file]
    at = text.text.index(start)
    to = text.text.index(end or start, at) + len(end or start)
    place = text.place((at, to))
    return {
        "file": place.file,
        "start": place.line,
        "end": place.end_line,
        "column": place.column,
        "end_column": place.end_column,
    }


def row(
    kind: str, action: str, a: dict[str, Any], *b: dict[str, Any], words: int = 9
) -> dict[str, Any]:
    """Return a relation as `repeats.json` has it, its id made of its class."""
    ident = kind.encode().hex()[:16]
    return {
        "id": ident,
        "class": kind,
        "action": action,
        "a": [a],
        "b": list(b),
        "words": words,
        "differences": [],
    }


CLASH = row(
    "contradiction",
    "fail",
    where("sources/01.md", "A further", "recovery."),
    where("sources/03.md", "A further", "recovery."),
)
EXACT = row(
    "exact",
    "replace",
    where("sources/01.md", "The plans", "Second block."),
    where("sources/03.md", "The plans speak for the region", "block."),
    words=16,
)
NEAR = row(
    "near",
    "report",
    where("sources/01.md", "The plans", "much."),
    where("sources/03.md", "The plans", "</b>."),
    words=14,
)
PART = row(
    "contained",
    "waived",
    where("sources/02.md", "Nothing."),
    where("sources/03.md", "Asks"),
    words=1,
)
FRAME = row("template", "none", CLASH["a"][0], CLASH["b"][0])
PHRASE = row("boilerplate", "none", *[where("sources/02.md", "Nothing.")] * 4, words=1)
ALL = {"relations": [PHRASE, NEAR, CLASH, FRAME, EXACT, PART]}
GONE = Place("sources/09.md", 1, 1, 9, 1)


def heading(file: str, words: str) -> dict[str, Any]:
    """Return a section as `repeats.json` has it."""
    return {"heading": words.lstrip("# "), **where(file, words)}


JOINT = {
    **row("near", "report", NEAR["a"][0], *NEAR["b"], words=23),
    "id": "6a6f696e74",
    "sections": {
        "a": heading("sources/01.md", "# Plans"),
        "b": heading("sources/03.md", "# Asks"),
        "found": 2,
        "of": 3,
        "disagree": 1,
    },
    "passages": [{**NEAR, "differences": [{"a": "as a whole", "b": ""}]}],
}
"""Two sections, of which the exact repeat is a part that is cut."""

CUT = {**EXACT, "within": "6a6f696e74"}
