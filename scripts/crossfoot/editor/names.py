"""Names across a report: every file's text in, definitions and uses out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from crossfoot.editor.mentions import Mention, in_bibliography, in_chapter
from crossfoot.editor.pynames import in_python
from crossfoot.editor.world import Outline, World
from crossfoot.editor.yamlnames import in_yaml
from crossfoot.places import Place, Span, Text
from crossfoot.yamlfile import YamlError


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a file."""

    text: Text
    mention: Mention

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return self.text.place(self.mention.span)


def kinds(file: str) -> str:
    """Return how a file's names are read: `md`, `yml`, `py`, `bib` or ""."""
    ending = file.rpartition(".")[2].lower()
    return {"yaml": "yml"}.get(ending, ending)


def mentions(text: Text, world: World, hidden: Iterable[Span] = ()) -> list[Mention]:
    """Return the names in one file; a YAML file that is broken has none."""
    kind = kinds(text.file)
    if kind == "md":
        return in_chapter(text.text, tuple(hidden))
    if kind == "yml":
        try:
            return in_yaml(text)
        except YamlError:
            return []
    if kind == "py":
        return in_python(text)
    if text.file in {world.source(one) for one in world.bibliographies}:
        return in_bibliography(text.text)
    return []


def holding(world: World) -> list[str]:
    """Return the paths of the files whose names belong together."""
    beside = ("quantities.yml", "quantities.py", "checks.yml", "report.yml")
    names = (world.source(one) for one in (*beside, *world.bibliographies))
    return [*world.chapters, *names, *world.recipes]


def everywhere(
    texts: Mapping[str, Text], world: World, kind: str, name: str
) -> Iterator[Found]:
    """Yield every place that a name stands at, code and comments left out.

    `texts` are those of `holding`; one that does not exist is left out.
    """
    for file in holding(world):
        text = texts.get(file)
        if text is None or name not in text.text:
            continue
        hidden = world.outlines.get(file, Outline()).hidden
        for one in mentions(text, world, hidden):
            if one.kind == kind and one.name == name:
                yield Found(text, one)
