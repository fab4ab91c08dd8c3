"""YAML with places: a text in, plain values and the place of each key out.

Scalars stay as the author wrote them where a number or date would lose its form:
plain integers become int (`007` stays text), true/false bool, null None, everything
else (decimals and dates too) a string.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from crossfoot.places import Place, PlacedError, Text

if TYPE_CHECKING:
    import yaml

DEEPEST = 60
"""Levels of lists and mappings that are read."""

SPARE = 1000
"""Values that aliases may add to what a text of any length can hold."""

END = "'<stream end>'"
"""What the parser calls the end of a text."""

PLAIN = (
    (r"found character '\\t' that cannot start any token", "a tab; expected spaces"),
    (r"but found another document", "a second document; expected one"),
    (
        r"unacceptable character #x0*([0-9a-f]+):.*",
        r"it holds the character number \1, which no text has; save it as UTF-8",
    ),
    (
        r"expected <block end>, but found '.*'",
        "the indent is neither that of the line above nor of an earlier one",
    ),
    (r"found unexpected end of stream", "a quotation mark that is never closed"),
    (r"could not find expected ':'", "a key without a colon; expected KEY: VALUE"),
)
"""What PyYAML says, and the same in plain words."""

UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9_]{0,99})")
"""A plain integer; one with more digits than any count has stays text."""

Path = tuple[str | int, ...]
"""Keys and list positions from the top of the file down to a value."""


class YamlError(PlacedError):
    """A text that is not YAML; `place` is where the parser stopped."""


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file's values and where they stand."""

    value: Any
    values: dict[Path, Place]
    """Place of the value at each path."""
    keys: dict[Path, Place]
    """Place of the key at each path (mappings only)."""
    file: str

    def place(self, *path: str | int) -> Place:
        """Return the place of the value at `path`, or of its nearest parent."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(self.file))

    def key(self, *path: str | int) -> Place:
        """Return the place of the key at `path`, or of its nearest parent."""
        return self.keys.get(path) or self.place(*path)


def shown(value: Any) -> str:
    """Return a value as a message names it: its words, or what kind of value it is."""
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return f"“{value}”"


def quoted(value: str) -> str:
    """Return a text as YAML writes it in quotation marks, on one line.

    JSON's strings are YAML's, but for characters that YAML does not take as they are.
    """
    told = json.dumps(value, ensure_ascii=False)
    return UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


def load(text: Text, start: int = 0, end: int | None = None) -> Document:
    """Parse the YAML of a text, or of the stretch from `start` to `end`.

    Raises YamlError at the first thing that is not YAML, a key that stands twice
    included.
    """
    import yaml

    end = len(text.text) if end is None else end
    builder = _Builder(text, start, end - start + SPARE)
    try:
        node = yaml.compose(text.text[start:end], Loader=_loader())
    except yaml.MarkedYAMLError as problem:
        raise builder.error(problem) from None
    except yaml.reader.ReaderError as problem:
        said = _plain(str(problem).split("\n", 1)[0])
        at = start + problem.position
        raise YamlError(said, text.place((at, at))) from None
    value = builder.build(node, ()) if node is not None else None
    return Document(value, builder.values, builder.keys, text.file)


def _plain(said: str) -> str:
    """Return what PyYAML says as an author would."""
    for theirs, ours in PLAIN:
        if found := re.fullmatch(theirs, said):
            return found.expand(ours)
    return said


@cache
def _loader() -> "type[yaml.SafeLoader]":
    """Return a loader that follows no text deeper than any author writes."""
    import yaml

    class Loader(yaml.SafeLoader):
        depth = 0

        def compose_node(
            self, parent: "yaml.Node | None", index: Any
        ) -> "yaml.Node | None":
            self.depth += 1
            if self.depth > DEEPEST:
                raise yaml.MarkedYAMLError(
                    problem=f"it is nested more than {DEEPEST} levels deep",
                    problem_mark=parent.start_mark if parent else None,
                )
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

    return Loader


class _Builder:
    """Turns PyYAML's node tree into values while noting places."""

    def __init__(self, text: Text, start: int, room: int) -> None:
        self.text = text
        self.start = start
        self.room = room
        """Values that may still be built: aliases stand for more than is written."""
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}

    def error(self, problem: "yaml.MarkedYAMLError") -> YamlError:
        mark = problem.problem_mark or problem.context_mark
        at = self.start + (mark.index if mark else 0)
        at = min(at, len(self.text.text))
        said = (problem.problem or "not YAML").replace(END, "the end of the file")
        return YamlError(_plain(said), self.text.place((at, at)))

    def place(self, node: "yaml.Node") -> Place:
        start, end = node.start_mark.index, node.end_mark.index
        return self.text.place((self.start + start, self.start + end))

    def build(self, node: "yaml.Node", path: Path) -> Any:
        import yaml

        self.room -= 1
        if self.room < 0 or len(path) > DEEPEST:
            message = "its aliases stand for more than can be read"
            raise YamlError(message, self.place(node))
        self.values[path] = self.place(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.build(part, (*path, index))
                for index, part in enumerate(node.value)
            ]
        return _scalar(node)

    def mapping(self, node: "yaml.MappingNode", path: Path) -> dict[str, Any]:
        import yaml

        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                message = "a key is a list or a mapping; expected a text"
                raise YamlError(message, self.place(key_node))
            key = _paired(str(key_node.value))
            if key in out:
                raise YamlError(f"`{key}` stands twice", self.place(key_node))
            self.keys[(*path, key)] = self.place(key_node)
            out[key] = self.build(value_node, (*path, key))
        return out


def _scalar(node: "yaml.Node") -> Any:
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return str(node.value).lower() in {"true", "yes", "on"}
    if kind == "int" and INTEGER.fullmatch(node.value):
        return int(node.value.replace("_", ""))
    return _paired(str(node.value))


def _paired(text: str) -> str:
    r"""Return a text that UTF-8 can hold: halves of characters, as `\ud800`, cannot be.

    JSON writes a character beyond U+FFFF as two of them, which become one here.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
