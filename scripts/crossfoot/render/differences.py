"""Differences: what changed in, text and JSON out."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from crossfoot.compare import Change, Differences, NumberChange, Passage
from crossfoot.compare.tables import RowChange
from crossfoot.findings import several
from crossfoot.render.passages import difference
from crossfoot.render.plain import one_line

WHAT = {
    "inserted": "New",
    "deleted": "Taken out",
    "changed": "Reworded",
    "moved": "Moved",
}
MOST = 300
"""Characters of a passage that are shown whole."""


def text(old: str, new: str, found: Differences) -> str:
    """Return what changed as plain text, the numbers first."""
    lines = [f"From {old} to {new}: {counts(found)}", ""]
    for title, rows in (
        ("Numbers", map(number_line, found.numbers)),
        ("Corrections without an entry", map(unrecorded_line, found.unrecorded)),
        ("Text", (line for one in found.text for line in _passage(one))),
        ("Data", map(row_line, found.data)),
        ("Figures", (f"{name}: {WORDS[what]}" for name, what in found.figures)),
    ):
        told = [one_line(row) for row in rows]
        lines += [title, *(f"  {row}" for row in told), ""] if told else []
    return "\n".join(lines).rstrip("\n") + "\n"


def unrecorded_line(one: NumberChange) -> str:
    """Return a number of a correction that nothing is said of as one sentence."""
    was, now = one.old or "not stated", one.new or "gone"
    return (
        f"QAP08 {one.label or one.key} was {was}, is {now}, and corrections.yml has no"
        f" entry for {one.key}; --format corrections writes it"
    )


WORDS = {"inserted": "new", "deleted": "taken out", "changed": "drawn anew"}


def counts(found: Differences) -> str:
    """Return how much changed, in one line."""
    if found.empty:
        return "nothing changed"
    rows = len({(one.table, one.old_line, one.new_line) for one in found.data})
    parts = [
        several(len(found.text), "passage"),
        several(len(found.numbers), "number"),
        several(rows, "row"),
        several(len(found.figures), "figure"),
    ]
    return f"{', '.join(parts[:-1])} and {parts[-1]} changed"


def number_line(one: NumberChange) -> str:
    """Return a changed number as one sentence."""
    name = f"{one.label} ({one.key})" if one.label else one.key
    if not one.old or not one.new:
        done = f"new, {one.new}" if one.new else f"gone, was {one.old}"
    else:
        by = [by for by in (one.difference, one.percent) if by]
        done = f"{one.old} → {one.new}" + (f" ({', '.join(by)})" if by else "")
    where = f"; stated at {', '.join(one.uses)}" if one.uses else ""
    return f"{name}: {done}; {one.reason}{where}"


def row_line(one: RowChange) -> str:
    """Return a changed row or cell as one sentence."""
    if one.what == "changed":
        cell = f"{one.old or 'nothing'} → {one.new or 'nothing'}"
        return f"{one.table}:{one.new_line} {one.row}, {one.column}: {cell}"
    line = one.new_line or one.old_line
    return f"{one.table}:{line} {WHAT[one.what].lower()}: {one.old or one.new}"


def _passage(one: Change) -> Iterator[str]:
    here = one.new or one.old
    if not here:
        return
    where = f"{here.section or here.file} ({here.kind})"
    moved = one.what == "moved" and one.old
    back = f" from {moved.section or moved.file}" if moved else ""
    yield f"{WHAT[one.what]}{back}, {where}: {_words(one)}"


def _words(one: Change) -> str:
    if one.old and one.new:
        return marked(one.old, one.new) if one.reworded else _short(one.new.words)
    here = one.new or one.old
    return _short(here.words) if here else ""


def marked(old: Passage, new: Passage) -> str:
    """Return two wordings as one: `a further [-£203m-]{+£205m+} is asked for`."""
    out = []
    for part in difference(old.words, new.words):
        if part.same:
            out.append(_middle(part.b))
            continue
        for sign, side in (("-", part.a), ("+", part.b)):
            core = side.strip()
            opening, closing = "[]" if sign == "-" else "{}"
            if core:
                out.append(f"{opening}{sign}{core}{sign}{closing}")
        out.append(" " if (part.a or part.b)[-1:].isspace() else "")
    return "".join(out).strip()


def _middle(said: str) -> str:
    """Shorten equal words in the middle of long ones."""
    words = said.split(" ")
    return said if len(words) < 24 else " ".join([*words[:10], "…", *words[-10:]])


def _short(said: str) -> str:
    return said if len(said) <= MOST else said[:MOST].rsplit(" ", 1)[0] + " …"


def markdown(old: str, new: str, found: Differences) -> str:
    """Return what changed as Markdown, for a comment: the numbers as a table."""
    out = [f"**From {_cell(old)} to {_cell(new)}:** {counts(found)}", ""]
    if found.numbers:
        heads = ("Number", "Before", "Now", "Difference", "Reason")
        out += [_row(heads), _row(["---"] * len(heads))]
        out += map(_row, map(_number, found.numbers[:LISTED]))
        out += [*_more(len(found.numbers)), ""]
    if found.unrecorded:
        out += ["**Corrections without an entry:**", ""]
        out += [f"- {_cell(unrecorded_line(one))}" for one in found.unrecorded[:LISTED]]
        out += [*_more(len(found.unrecorded)), ""]
    for title, rows in (
        ("Text", [line for one in found.text for line in _passage(one)]),
        ("Data", list(map(row_line, found.data))),
        ("Figures", [f"{name}: {WORDS[what]}" for name, what in found.figures]),
    ):
        if rows:
            out += [f"<details><summary>{title}: {len(rows)}</summary>", ""]
            out += [f"- {_cell(row)}" for row in rows[:LISTED]]
            out += [*_more(len(rows)), "", "</details>", ""]
    return "\n".join(out).rstrip("\n") + "\n"


LISTED = 50
"""Rows of a list in a comment."""
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~@])")


def _more(count: int) -> list[str]:
    return ["", f"… and {count - LISTED} more"] if count > LISTED else []


def _cell(said: str) -> str:
    """Return words as Markdown that says them, and does nothing else."""
    return MARKUP.sub(r"\\\1", one_line(said))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _number(one: NumberChange) -> list[str]:
    by = ", ".join(part for part in (one.difference, one.percent) if part)
    told = (one.label or one.key, one.old, one.new, by, one.reason)
    return [_cell(part) for part in told]


def as_json(old: str, new: str, found: Differences) -> str:
    """Return what changed as the JSON of `schemas/diff.schema.json`."""
    value = {
        "schema": "crossfoot/diff/1",
        "old": old,
        "new": new,
        "text": [_change(one) for one in found.text],
        "numbers": [asdict(one) for one in found.numbers],
        "data": [asdict(one) for one in found.data],
        "figures": [{"name": name, "what": what} for name, what in found.figures],
        "unrecorded": [one.key for one in found.unrecorded],
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _change(one: Change) -> dict[str, Any]:
    return {"what": one.what, "old": _side(one.old), "new": _side(one.new)}


def _side(one: Passage | None) -> dict[str, str] | None:
    if one is None:
        return None
    keys = ("kind", "words", "anchor", "section", "file")
    return {key: getattr(one, key) for key in keys}
