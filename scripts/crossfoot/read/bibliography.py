"""Bibliographies: what pandoc says about one in, its form and findings out."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crossfoot.findings import Finding, Related
from crossfoot.places import Place, Text

FORMS = {".bib": "biblatex", ".bibtex": "bibtex", ".json": "csljson", ".ris": "ris"}
"""How pandoc calls the form of a bibliography, by the end of its name."""

AT = re.compile(r"\(line (?P<line>\d+), column (?P<column>\d+)\):?\s*")


def form(name: str) -> str:
    """Return the form of a bibliography; BibLaTeX's reader takes BibTeX as well."""
    return FORMS.get(posixpath.splitext(name)[1].lower(), "biblatex")


def from_error(text: Text, error: str) -> Finding:
    """Return the finding on a bibliography that pandoc could not read."""
    at = AT.search(error)
    place = Place(text.file)
    if at and int(at["line"]) <= len(text.starts):
        line = text.line(int(at["line"]))
        start = text.starts[int(at["line"]) - 1]
        offset = start + min(int(at["column"]) - 1, len(line))
        place = text.place((offset, offset))
    reason = " ".join((error[at.end() :] if at else error).split("\n", 1)[0].split())
    return Finding(
        "SRC14",
        f"Bibliography cannot be read: {reason}",
        place,
        help="Correct the entry here or before; until then no citation is resolved",
    )


def check(text: Text, entries: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    """Yield what is wrong with a bibliography that could be read."""
    keys = Counter(str(entry.get("id", "")) for entry in entries)
    if not keys and text.text.strip():
        message = "Bibliography holds no entry that can be read"
        way = "Write entries such as @book{key, title = {…}}"
        yield Finding("SRC14", message, Place(text.file), help=way)
    for key in sorted(key for key, times in keys.items() if times > 1):
        found = re.finditer(rf"@\w+\s*[{{(]\s*({re.escape(key)})\s*,", text.text)
        places = [text.place(one.span(1)) for one in found] or [Place(text.file)]
        yield Finding(
            "SRC14",
            f"Key {key} stands {keys[key]} times in the bibliography",
            places[-1],
            tuple(Related("it also stands here", place) for place in places[:-1]),
            help="Give each entry a key of its own",
            severity="warning",
        )
