"""Hovers: a mention and the world in, what a reader is shown out, as Markdown."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from crossfoot.amounts.show import Style, show
from crossfoot.codes import CODES
from crossfoot.editor.mentions import Mention
from crossfoot.editor.world import World
from crossfoot.places import Place, Text, ranges

IGNORED = "ignored"
STATES = {
    "inserted": "inserted from the data",
    "checked": "checked: text and data agree",
    "footed": "checked as part of a sum",
    "waived": "waived",
    "failed": "does not agree with the data",
    "unbound": "bound to nothing",
}


def hover(one: Mention, text: Text, world: World, pages: Mapping[str, str]) -> str:
    """Return what is known of a name; empty when nothing is.

    `pages` holds the rule pages asked for, by code.
    """
    if one.kind == "quantity":
        return "\n\n".join(_quantity(one, text, world))
    if one.kind == "label":
        return _label(one, world)
    if one.kind == "citation":
        return _entry(one, world)
    if one.kind == "figure":
        return _figure(one.name, world)
    if one.kind == "code":
        return pages.get(one.name, "") if one.name in CODES else ""
    if one.kind in {"file", "table"}:
        return _table(one, world)
    return ""


def _quantity(one: Mention, text: Text, world: World) -> Iterator[str]:
    entry = world.quantities.get(one.name)
    if entry is None:
        if one.name in world.failed:
            yield f"**{one.name}** is defined and could not be computed"
        return
    said, whole = printed(entry), exact(entry)
    yield f"**{one.name}** = {said}" + (f", exactly {whole}" if whole != said else "")
    if entry.get("label"):
        yield str(entry["label"])
    yield str(entry["formula"])
    source = "\n".join(f"* {line}" for line in _source(entry))
    if source:
        yield source
    number = _number(one, text.place(one.span), world)
    if number:
        state = STATES.get(number["state"], number["state"])
        said = f"“{number['text']}”" if number["text"] else "Here"
        expected = number["expected"]
        more = f"; expected {expected}" if number["state"] == "failed" else ""
        yield f"{said}: {state}{more}"


def printed(entry: Mapping[str, Any]) -> str:
    """Return a quantity's value as the report prints it: `£203m`, `over £2bn`."""
    said = show(Decimal(entry["value"]), entry["unit"], "", Style(0))
    bound = {"at_least": "at least ", "at_most": "at most "}
    return bound.get(str(entry.get("bound") or ""), "") + said


def exact(entry: Mapping[str, Any]) -> str:
    """Return a quantity's value in all its digits: `203,000,000 GBP`."""
    value = Decimal(entry["value"])
    unit = "" if entry["unit"] == "count" else f" {entry['unit']}"
    return f"{value:,f}{unit}"


def _source(entry: Mapping[str, Any]) -> Iterator[str]:
    source = entry.get("source") or {}
    if source.get("file"):
        rows = ranges(source.get("rows") or [])
        one = len(rows) == 1 and "–" not in rows[0]
        noun = "line" if one else "lines"
        where = f", {noun} {', '.join(rows[:6])}" if rows else ""
        yield f"{source['file']}{where}"
    if source.get("citation"):
        yield str(source["citation"])
    if entry.get("filter") and entry["filter"] not in entry["formula"]:
        yield f"where {entry['filter']}"
    if entry.get("uses"):
        yield f"from {', '.join(entry['uses'])}"


def _number(one: Mention, place: Place, world: World) -> Mapping[str, Any] | None:
    """Return the number of the ledger that a mention binds: the nearest before it."""
    rows = [
        row
        for row in world.numbers.get(place.file, ())
        if row["quantity"] == one.name and abs(row["end_line"] - place.line) <= 1
    ]
    return min(
        rows,
        key=lambda row: (
            abs(row["end_line"] - place.line),
            abs(row["end_column"] - place.column),
        ),
        default=None,
    )


def number_at(place: Place, world: World) -> Mapping[str, Any] | None:
    """Return the number of the ledger that a place is in or beside."""
    at = (place.line, place.column)
    for row in world.numbers.get(place.file, ()):
        start = (row["line"], row["column"])
        if start <= at <= (row["end_line"], row["end_column"]):
            return row
    return None


def stated(row: Mapping[str, Any]) -> str:
    """Return what the ledger says of a number that no quantity is bound to."""
    state = STATES.get(row["state"], row["state"])
    if row["state"] == IGNORED:
        state = f"left out by the rule {row['rule']}"
    said = f"“{row['text']}”: {state}"
    return f"{said}\n\n{row['formula']}" if row["formula"] else said


def _label(one: Mention, world: World) -> str:
    label = world.label(one.name)
    if label is None:
        return ""  # a finding says so, unless the name is one of pandoc's own
    what = label.kind or "passage"
    title = f": {label.title}" if label.title else ""
    lines = [f"**{what.capitalize()}**{title}", f"{label.file}:{label.line}"]
    name = one.name.partition("-")[2]
    if label.kind == "figure" and name in world.figures:
        lines.append(str(world.figures[name].get("alt") or ""))
    return "\n\n".join(line for line in lines if line)


def _entry(one: Mention, world: World) -> str:
    entry = world.entries.get(one.name)
    if entry is None:
        return ""
    return "\n\n".join(part for part in (_who(entry), _work(entry)) if part)


def _who(entry: Mapping[str, Any]) -> str:
    names = [
        name.get("literal")
        or " ".join(filter(None, (name.get("given"), name.get("family"))))
        for name in entry.get("author") or entry.get("editor") or ()
    ]
    said = ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")
    dates = (entry.get("issued") or {}).get("date-parts") or [[]]
    year = f"({dates[0][0]})" if dates[0] else ""
    return " ".join(part for part in (f"**{said}**" if said else "", year) if part)


def _work(entry: Mapping[str, Any]) -> str:
    parts = [
        entry.get("title"),
        entry.get("container-title"),
        entry.get("publisher"),
        entry.get("URL"),
    ]
    return ". ".join(str(part) for part in parts if part)


def _figure(name: str, world: World) -> str:
    made = world.figures.get(name)
    if made is None:
        return f"No recipe figures/{name}.py makes this figure"
    reads = made.get("reads") or {}
    names = [*(reads.get("tables") or ()), *(reads.get("quantities") or ())]
    lines = [f"**{made['recipe']}**", str(made.get("alt") or "")]
    if names:
        lines.append(f"Reads {', '.join(names)}")
    return "\n\n".join(line for line in lines if line)


def _table(one: Mention, world: World) -> str:
    for file, columns in world.tables.items():
        name = file.rpartition("/")[2].removesuffix(".csv")
        if one.name in {file.removeprefix(world.prefix), name}:
            listed = "\n".join(f"* {_column(column)}" for column in columns)
            return f"**{file}**\n\n{listed}"
    return ""


def _column(column: Mapping[str, Any]) -> str:
    more = [column.get("title"), column.get("type"), column.get("unit")]
    told = [str(one) for one in more if one and one != column["name"]]
    return f"`{column['name']}`" + (f": {', '.join(told)}" if told else "")
