"""The process: rules of the workflow with their files in, steps and their order out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MADE = "build/"
"""How the paths of what a rule makes begin."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the workflow has it."""

    name: str
    needs: tuple[str, ...]
    makes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A rule and those whose products it needs."""

    name: str
    sources: tuple[str, ...]
    """Files of people that it reads."""
    after: tuple[str, ...]
    """The rules that make what it needs, in the order of the workflow."""
    makes: tuple[str, ...]


def steps(rules: Sequence[Rule]) -> list[Step]:
    """Return the steps in the order of the workflow."""
    makers = {path: one.name for one in rules for path in one.makes}
    names = [one.name for one in rules]
    out = []
    for one in rules:
        before = {makers[path] for path in one.needs if path in makers} - {one.name}
        sources = (path for path in one.needs if not path.startswith(MADE))
        after = tuple(name for name in names if name in before)
        out.append(Step(one.name, tuple(sorted(set(sources))), after, one.makes))
    return out


def above(all_: Iterable[Step]) -> dict[str, frozenset[str]]:
    """Return every step that comes before each, directly or not."""
    found: dict[str, frozenset[str]] = {}
    for one in all_:
        further = (found.get(name, frozenset()) for name in one.after)
        found[one.name] = frozenset(one.after).union(*further)
    return found


def arrows(all_: Sequence[Step]) -> list[tuple[str, str]]:
    """Return the order as arrows; one that follows from others is left out."""
    before = above(all_)
    return [
        (name, one.name)
        for one in all_
        for name in one.after
        if not any(name in before[other] for other in one.after if other != name)
    ]


def layers(all_: Sequence[Step]) -> list[list[str]]:
    """Return the steps in layers: each stands below all that it comes after."""
    deep: dict[str, int] = {}
    for one in all_:
        deep[one.name] = 1 + max((deep[name] for name in one.after), default=-1)
    most = max(deep.values(), default=-1) + 1
    return [[name for name in deep if deep[name] == n] for n in range(most)]


KINDS: Mapping[str, tuple[str, str]] = {
    ".md": ("chapter", "chapters"),
    ".csv": ("table", "tables"),
    ".py": ("recipe", "recipes"),
}
"""What files of people are called, by their endings."""


OTHER = ("other", "others")
ALONE = ("file", "files")


def counted(paths: Iterable[str]) -> str:
    """Return files by kind in words: `8 chapters, 2 others`, or `2 files`."""
    tally: dict[tuple[str, str], int] = {}
    for path in paths:
        kind = KINDS.get(path[path.rfind(".") :], OTHER)
        tally[kind] = tally.get(kind, 0) + 1
    if list(tally) == [OTHER]:
        tally = {ALONE: tally[OTHER]}
    order = [*KINDS.values(), OTHER, ALONE]
    held = [kind for kind in order if kind in tally]
    return ", ".join(f"{tally[kind]} {kind[tally[kind] != 1]}" for kind in held)
