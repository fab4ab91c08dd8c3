"""Comparing: two states of a report in, everything that changed out.

What changed in the text, in the numbers that it states, in the data and in the
figures. Nothing here knows where the states come from or how changes look.
"""

from dataclasses import dataclass, field

from crossfoot.compare import numbers, tables
from crossfoot.compare.align import Change, changes
from crossfoot.compare.numbers import NumberChange
from crossfoot.compare.passages import Passage, passages
from crossfoot.compare.recording import unrecorded
from crossfoot.compare.state import State
from crossfoot.compare.tables import RowChange

__all__ = ["Change", "Differences", "NumberChange", "Passage", "State", "compare"]


@dataclass(frozen=True, slots=True)
class Differences:
    """All that changed."""

    text: list[Change]
    """In the reading order of the new report."""
    numbers: list[NumberChange]
    data: list[RowChange]
    figures: list[tuple[str, str]]
    """Names, and `inserted`, `deleted` or `changed`."""
    unrecorded: list[NumberChange] = field(default_factory=list)
    """Of a correction: the numbers that changed and have no entry that says why."""

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.text or self.numbers or self.data or self.figures)


def compare(old: State, new: State) -> Differences:
    """Return what changed from one state to another."""
    data = [
        one
        for name in sorted({*old.tables, *new.tables})
        if old.tables.get(name) != new.tables.get(name)
        for one in tables.changed(
            name, old.tables.get(name), new.tables.get(name), _key(old, new, name)
        )
    ]
    changed = numbers.changed(old.numbers, new.numbers, data)
    return Differences(
        text=changes(passages(old.blocks), passages(new.blocks)),
        numbers=changed,
        data=data,
        figures=_figures(old, new),
        unrecorded=unrecorded(old.meta, new.meta, changed),
    )


def _key(old: State, new: State, name: str) -> tuple[str, ...]:
    return new.keys.get(name) or old.keys.get(name) or ()


def _figures(old: State, new: State) -> list[tuple[str, str]]:
    out = []
    for name in sorted({*old.figures, *new.figures}):
        if name not in new.figures:
            out.append((name, "deleted"))
        elif name not in old.figures:
            out.append((name, "inserted"))
        elif old.figures[name] != new.figures[name]:
            out.append((name, "changed"))
    return out
