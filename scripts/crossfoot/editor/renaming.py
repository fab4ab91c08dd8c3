"""Renaming: a name's mention and its new form in, the edits of the whole report out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crossfoot.editor.mentions import IDENT, KEY, KINDS, Mention, kind_of
from crossfoot.editor.names import everywhere, kinds
from crossfoot.editor.world import World
from crossfoot.editor.yamlnames import readable
from crossfoot.places import Span, Text

Edits = dict[str, list[tuple[Span, str]]]
"""For each file, spans and what is written instead, in order."""


class RefusedError(ValueError):
    """Why a name is not changed, in one line."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A name that can be changed."""

    mention: Mention
    says: str
    """What it is, for people: `quantity`, `figure` …"""


def renamable(one: Mention | None) -> Renaming | None:
    """Return what a mention is called when it can be renamed, or None."""
    if one is None or one.kind not in {"quantity", "label"}:
        return None
    noun = kind_of(one.name) or "passage"
    return Renaming(one, "quantity" if one.kind == "quantity" else noun)


def rename(
    one: Mention | None, new: str, texts: Mapping[str, Text], world: World
) -> Edits:
    """Return the edits that change a name everywhere; raises RefusedError."""
    found = renamable(one)
    if one is None or found is None:
        raise RefusedError("Nothing here has a name that can be changed")
    if new == one.name:
        return {}
    _well_formed(found, new)
    _free(found, new, texts, world)
    _whole(texts)
    edits: Edits = {}
    given = False
    for place in everywhere(texts, world, one.kind, one.name):
        given = given or place.mention.defines
        edits.setdefault(place.text.file, []).append((place.mention.span, new))
    if not given:
        raise RefusedError(f"{one.name} is defined nowhere in this report")
    return edits


def _well_formed(found: Renaming, new: str) -> None:
    old = found.mention.name
    if found.mention.kind == "quantity":
        if not re.fullmatch(KEY, new):
            raise RefusedError(
                f"“{new}” is no key; expected letters, digits, _, - and full stops,"
                " such as asks.total"
            )
        return
    start = next((one for one in KINDS if old.startswith(one)), "")
    if not new.startswith(start) or (not start and kind_of(new)):
        expected = f"a name that starts with {start}" if start else "no such start"
        raise RefusedError(f"“{new}” does not name a {found.says}; expected {expected}")
    if not re.fullmatch(rf"[A-Za-z]{IDENT}", new) or new == start:
        raise RefusedError(
            f"“{new}” is no id; expected letters, digits, - and _, such as"
            f" {start}spending"
        )


def _free(found: Renaming, new: str, texts: Mapping[str, Text], world: World) -> None:
    """Refuse a name that something in the report has."""
    kind = found.mention.kind
    taken = next(
        (one for one in everywhere(texts, world, kind, new) if one.mention.defines),
        None,
    )
    if taken:
        at = f"{taken.place.file}:{taken.place.line}"
        raise RefusedError(f"{new} is taken; {at} has that name")
    if kind == "quantity" and (new in world.quantities or new in world.failed):
        raise RefusedError(f"{new} is taken; the report has a quantity of that name")
    if kind == "label" and world.label(new):
        raise RefusedError(f"{new} is taken; the report has a passage of that name")


def _whole(texts: Mapping[str, Text]) -> None:
    """Refuse while a file that may hold the name cannot be read."""
    for file, text in texts.items():
        if kinds(file) == "yml" and not readable(text):
            raise RefusedError(f"{file} is not YAML; mend it first")
