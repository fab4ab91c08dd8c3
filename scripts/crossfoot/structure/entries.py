"""Entries: chapters in, findings on terms not explained and entries not there out."""

from collections.abc import Iterator

from crossfoot.entries import explained, order, path, see, wanted
from crossfoot.findings import Finding, nearest
from crossfoot.nodes import attributes, text
from crossfoot.structure.survey import Survey
from crossfoot.structure.world import World


def check(world: World) -> Iterator[Finding]:
    """Yield what the glossary and the index of a report lack."""
    if any(one.terms for one in world.surveys):
        terms = {
            name for one in world.surveys for name in explained(one.chapter.blocks)
        }
        for one in world.surveys:
            yield from _terms(one, terms)
    marked = [node for one in world.surveys for node in one.entries]
    if any(see(node) for node in marked):
        names = {order(names[0]): names[0] for node in marked if (names := path(node))}
        for one in world.surveys:
            yield from _entries(one, names)


def _terms(seen: Survey, terms: set[str]) -> Iterator[Finding]:
    for node in seen.terms:
        if terms.isdisjoint(wanted(node)):
            words = " ".join(text(node["c"][1]).split())
            near = nearest(wanted(node)[0], terms)
            way = "Define it in a list in `::: {.glossary}`, or take `{.term}` away"
            yield Finding(
                "REF10",
                f"No glossary explains “{attributes(node).get('of') or words}”",
                seen.chapter.place(node),
                help=f'Write `[{words}]{{.term of="{near}"}}`' if near else way,
                found=words,
                expected=near,
            )


def _entries(seen: Survey, names: dict[str, str]) -> Iterator[Finding]:
    for node in seen.entries:
        other = see(node)
        if other and order(other) not in names:
            near = nearest(other, names.values())
            way = "Mark a word as this entry, or write another"
            yield Finding(
                "REF11",
                f"The index has no entry “{other}” to see",
                seen.chapter.place(node),
                help=f"Write {near}" if near else way,
                found=other,
                expected=near,
            )
