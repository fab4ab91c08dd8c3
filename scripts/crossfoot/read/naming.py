"""Naming: what `report.yml` and chapters say in, the files of the whole report out.

A chapter may name bibliographies and a citation style, as pandoc takes them; those of
`report.yml` come first.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from crossfoot.findings import Finding
from crossfoot.places import Place
from crossfoot.settings import USUAL, Told, missing_file, named_files

Said = tuple[str, str, Place]
"""Setting, path and place of a file that a chapter names."""


@dataclass(frozen=True, slots=True)
class Named:
    """The files beside the chapters that citations need."""

    bibliographies: tuple[str, ...]
    style: str
    """Path of the citation style; empty without one."""
    said: tuple[Said, ...]
    """What chapters say, in reading order."""

    @property
    def every(self) -> set[str]:
        """The files that chapters name."""
        return {name for _, name, _ in self.said}


def naming(told: Told, said: Iterable[Said]) -> Named:
    """Return the files that citations need, each once, in their order."""
    found = tuple(said)
    books = named_files(told.report, "bibliography")
    styles = named_files(told.report, "csl") + [one[1] for one in found if _style(one)]
    books += [name for key, name, _ in found if key == "bibliography"]
    return Named(tuple(dict.fromkeys(books or [USUAL])), (styles or [""])[0], found)


def _style(one: Said) -> bool:
    return one[0] == "csl"


def missing(named: Named, present: Collection[str]) -> Iterator[Finding]:
    """Yield a warning for each file that a chapter names and that is not there."""
    for key, name, place in named.said:
        if name not in present:
            yield replace(missing_file(key, name, place), severity="warning")


def settled(named: Named, present: Sequence[str]) -> dict[str, object]:
    """Return what `build/settings.json` says of them: of those that are there."""
    books = [one for one in named.bibliographies if one in present]
    told: dict[str, object] = {}
    if books not in ([], [USUAL]):
        told["bibliography"] = books
    return told | ({"csl": named.style} if named.style else {})
