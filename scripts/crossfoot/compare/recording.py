"""Recording: numbers that changed in, the entries of `corrections.yml` for them out."""

from collections.abc import Iterable, Mapping
from typing import Any

from crossfoot.compare.numbers import NumberChange
from crossfoot.corrections import Correction, corrects
from crossfoot.record import record_of
from crossfoot.yamlfile import quoted

NOTHING = "Every number that changed has an entry"


def unrecorded(
    old: Mapping[str, Any], new: Mapping[str, Any], changed: Iterable[NumberChange]
) -> list[NumberChange]:
    """Return the numbers without an entry, if an edition corrects the one before.

    `old` and `new` are the metadata of both.
    """
    before, after = record_of(dict(old)), record_of(dict(new))
    if not corrects(before.version, after.version, after.corrects):
        return []
    return without_entry(changed, after.corrections)


def entries(new: Mapping[str, Any], changed: Iterable[NumberChange]) -> str:
    """Return `corrections.yml`'s entries for the changed numbers that have none."""
    record = record_of(dict(new))
    left = without_entry(changed, record.corrections)
    lines = "".join(entry(one, record.date) for one in left)
    return f"corrections:\n{lines}" if lines else f"# {NOTHING}\n"


def without_entry(
    changed: Iterable[NumberChange], entries: Iterable[Correction]
) -> list[NumberChange]:
    """Return the changed numbers that no correction names by their keys."""
    told = {one.number for one in entries}
    return [one for one in changed if one.key not in told]


def entry(one: NumberChange, day: str) -> str:
    """Return the lines of `corrections.yml` for a changed number.

    What a person has to say is left empty: the file is not valid until it is said.
    """
    by = " ".join(filter(None, (one.difference, one.percent and f"({one.percent})")))
    rows = (
        ("date", day),
        ("what", one.label or one.key),
        ("number", one.key),
        ("old", one.old or "not stated"),
        ("new", one.new or "withdrawn"),
        ("scale", by),
        ("nature", ""),
        ("cause", one.reason),
    )
    lines = [f"    {key}: {quoted(value)}" for key, value in rows]
    if one.uses:
        lines.append(f"    where: [{', '.join(map(quoted, one.uses))}]")
    return "\n".join(["  -" + lines[0][3:], *lines[1:]]) + "\n"
