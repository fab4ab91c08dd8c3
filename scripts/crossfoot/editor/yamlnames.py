"""Names in `quantities.yml`, `checks.yml`, `report.yml`: a text in, mentions out."""

import re
from collections.abc import Iterator
from typing import Any

from crossfoot.editor.mentions import CODE, KEY, Mention, in_chapter, kind_of
from crossfoot.places import Place, Span, Text
from crossfoot.yamlfile import Document, Path, YamlError, load

OPERANDS = frozenset(
    {
        *("difference", "minus", "of", "percent_change", "plus", "product"),
        *("ratio", "share", "times", "to", "total"),
    }
)
"""Options of `quantities.yml` whose value is a quantity's key."""
NAME = re.compile(KEY)
COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


def in_yaml(text: Text) -> list[Mention]:
    """Return the names in one of the report's YAML files.

    Raises YamlError when the text is not YAML.
    """
    document = load(text)
    value = document.value if isinstance(document.value, dict) else {}
    file = text.file.rpartition("/")[2]
    readers = {
        "quantities.yml": _quantities,
        "checks.yml": _checks,
        "report.yml": _report,
    }
    reader = readers.get(file)
    found = reader(_Reader(document, text), value) if reader else iter(())
    return sorted(found, key=lambda one: one.span)


class _Reader:
    """Finds the exact place of a name in a scalar, quotation marks left out."""

    def __init__(self, document: Document, text: Text) -> None:
        self.document = document
        self.text = text

    def key(self, kind: str, *path: str, defines: bool = False) -> Mention:
        """Return the mention that a key is."""
        return self.scalar(kind, path[-1], self.document.keys[path], defines=defines)

    def value(self, kind: str, name: object, path: Path) -> Iterator[Mention]:
        """Yield the mention that a whole value is."""
        place = self.document.values.get(path)
        if place and isinstance(name, str) and name:
            yield self.scalar(kind, name, place)

    def scalar(
        self, kind: str, name: str, place: Place, *, defines: bool = False
    ) -> Mention:
        start, end = self.text.span(place)
        at = self.text.text.find(name, start, end)
        start = at if at >= 0 else start
        return Mention(kind, name, (start, start + len(name)), defines)

    def inside(self, path: Path) -> Span:
        """Return the span of the value at a path."""
        return self.text.span(self.document.place(*path))


def _quantities(read: _Reader, value: dict[str, Any]) -> Iterator[Mention]:
    for key, entry in value.items():
        yield read.key("quantity", key, defines=True)
        if not isinstance(entry, dict):
            continue
        for option, said in entry.items():
            path = (key, option)
            if option == "from" and "percent_change" not in entry:
                yield from read.value("file", said, path)
            elif option == "from" or option in OPERANDS:
                parts = said if isinstance(said, list) else [said]
                for index, one in enumerate(parts):
                    where = (*path, index) if isinstance(said, list) else path
                    yield from read.value("quantity", one, where)


def _checks(read: _Reader, value: dict[str, Any]) -> Iterator[Mention]:
    for index, said in enumerate(_list(value.get("identities"))):
        if isinstance(said, str):
            start, end = read.inside(("identities", index))
            for found in NAME.finditer(read.text.text, start, end):
                yield Mention("quantity", found[0], found.span())
    for index, group in enumerate(_list(value.get("agree"))):
        for number, said in enumerate(_list(group)):
            if isinstance(said, str) and NAME.fullmatch(said):
                yield from read.value("quantity", said, ("agree", index, number))
    for key, told in _dict(value.get("counted")).items():
        yield read.key("quantity", "counted", key)
        for option, said in _dict(told).items():
            yield from read.value("label", said, ("counted", key, option))
    for key in _dict(value.get("tables")):
        if kind_of(key):
            yield read.key("label", "tables", key)
    for index, one in enumerate(_list(value.get("waivers"))):
        yield from _waiver(read, index, _dict(one))


def _waiver(read: _Reader, index: int, one: dict[str, Any]) -> Iterator[Mention]:
    path = ("waivers", index)
    yield from read.value("code", one.get("code"), (*path, "code"))
    key = one.get("key")
    if isinstance(key, str) and "." in key:
        yield from read.value("quantity", key, (*path, "key"))


def _report(read: _Reader, value: dict[str, Any]) -> Iterator[Mention]:
    text = read.text.text
    comments = [found.span() for line in _lines(text) for found in line]
    yield from (
        one for one in in_chapter(text, comments) if one.kind in {"quantity", "label"}
    )
    for index, said in enumerate(_list(value.get("chapters"))):
        yield from read.value("file", said, ("chapters", index))
    for index, one in enumerate(_list(value.get("parts"))):
        path = ("parts", index, "starts")
        yield from read.value("file", _dict(one).get("starts"), path)
    for name in ("bibliography", "csl", "logo"):
        told = value.get(name)
        if isinstance(told, list):
            for index, said in enumerate(told):
                yield from read.value("file", said, (name, index))
        else:
            yield from read.value("file", told, (name,))
    for code in _dict(value.get("severity")):
        if CODE.fullmatch(code):
            yield read.key("code", "severity", code)


def _lines(text: str) -> Iterator[list[re.Match[str]]]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        found = COMMENT.search(text, start, end) if line.lstrip()[:1] == "#" else None
        yield [found] if found else []
        start = end + 1


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def readable(text: Text) -> bool:
    """Say whether a text is YAML."""
    try:
        load(text)
    except YamlError:
        return False
    return True
