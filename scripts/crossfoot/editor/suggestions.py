"""What completion offers: one type of value, and lists of names made into it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.amounts.show import NAMES, FormatError, Style, show
from crossfoot.amounts.signs import SIGNS
from crossfoot.codes import CODES
from crossfoot.editor.hovers import printed
from crossfoot.editor.world import World


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that may be written at the cursor."""

    label: str
    """What is shown, and written unless `text` says otherwise."""
    kind: str
    """`quantity`, `label`, `citation`, `file`, `format`, `key`, `value` or `code`."""
    detail: str = ""
    """Shown beside it."""
    about: str = ""
    """Shown below it."""
    text: str = ""

    @property
    def written(self) -> str:
        """What is written."""
        return self.text or self.label


def quantities(world: World) -> Iterator[Suggestion]:
    """Yield every quantity with its value."""
    for key, entry in sorted(world.quantities.items()):
        about = str(entry.get("label") or entry["formula"])
        yield Suggestion(key, "quantity", printed(entry), about)


def formats(key: str, world: World) -> Iterator[Suggestion]:
    """Yield the formats that a quantity can be printed in, each with what it prints."""
    entry = world.quantities.get(key)
    for name in NAMES:
        if entry is None:
            yield Suggestion(name, "format")
            continue
        pattern = name.replace("£", SIGNS.get(entry["unit"], "£"))
        try:
            said = show(Decimal(entry["value"]), entry["unit"], pattern, Style(0))
        except (FormatError, ArithmeticError):
            continue
        yield Suggestion(pattern, "format", said)


def labels(world: World, *, referable: bool = False) -> Iterator[Suggestion]:
    """Yield what has an id; only what `@` can refer to, when `referable`."""
    starts = ("fig-", "tbl-", "sec-", "eq-")
    for one in world.labels():
        if not referable or one.ident.startswith(starts):
            yield Suggestion(one.ident, "label", one.title, f"{one.file}:{one.line}")


def citations(world: World) -> Iterator[Suggestion]:
    """Yield the entries of the bibliography."""
    for key, entry in sorted(world.entries.items()):
        yield Suggestion(key, "citation", str(entry.get("title") or ""))


def pictures(world: World) -> Iterator[Suggestion]:
    """Yield what an image may show: figures, tables and pictures."""
    for name, made in sorted(world.figures.items()):
        yield Suggestion(
            f"figures/{name}.svg", "file", "figure", str(made.get("alt") or "")
        )
    for file, columns in sorted(world.tables.items()):
        names = ", ".join(str(one["name"]) for one in columns)
        yield Suggestion(file.removeprefix(world.prefix), "file", "table", names)
    for path in world.pictures:
        yield Suggestion(path, "file", "picture")


def passages(world: World, file: str) -> Iterator[Suggestion]:
    """Yield the places of the report that a link or an include may name."""
    for one in world.labels():
        own = one.file == file
        path = "" if own else one.file.removeprefix(world.prefix)
        yield Suggestion(f"{path}#{one.ident}", "label", one.title)
    for name in world.chapters:
        if name != file:
            yield Suggestion(name.removeprefix(world.prefix), "file", "chapter")


def columns(path: str, world: World) -> Iterator[Suggestion]:
    """Yield the columns of a table, named as chapters name it."""
    for one in world.tables.get(world.source(path), ()):
        unit = str(one.get("unit") or one.get("type") or "")
        yield Suggestion(str(one["name"]), "value", unit, str(one.get("title") or ""))


def codes() -> Iterator[Suggestion]:
    """Yield the finding codes."""
    for code, rule in CODES.items():
        yield Suggestion(code, "code", rule.name)


def words(kind: str, names: Iterable[tuple[str, str]]) -> Iterator[Suggestion]:
    """Yield fixed words, each with what it means."""
    for name, means in names:
        yield Suggestion(name, kind, means)
