"""Ledgers as text: `repeats.json` or `numbers.json` in, a line for each row out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from crossfoot.findings import listed, several
from crossfoot.places import Text
from crossfoot.render import numbers_text, relation
from crossfoot.render.marked import marked
from crossfoot.render.passages import Part, cut_out
from crossfoot.render.relation import LISTED, Relation
from crossfoot.render.terminal import Style, paint

INDENT = "    "

MOST = 8
"""Lines that show what differs between two passages."""

PLACES = 6
"""Places of one relation that are named."""

TOLD = 40
"""Relations that are shown, the worst; of more, how many and where."""

WHERE = 4
"""Chapters that are named in which the rest stands."""

NEXT = 'To keep one as it is: crossfoot repeats --accept ID --because "…"'


def repeats(
    content: Mapping[str, Any],
    texts: Mapping[str, Text],
    style: Style | None = None,
    *,
    whole: bool = False,
) -> str:
    """Return the relations worst first, and what differs between their passages.

    Passages that are meant to be alike are only counted, long differences cut short and
    what comes after the worst only counted, unless the `whole` of it is wanted.
    """
    style = style or Style()
    found = relation.relations(content)
    if not found:
        return "No passage stands twice\n"
    top = [one for one in found if not one.within]
    shown = [one for one in top if whole or one.kind not in LISTED]
    errors = sum(one.kind == "contradiction" for one in shown)
    first = len(shown) if whole else max(TOLD, errors)
    told = [
        "\n".join(
            _sections(one, found, texts, style, whole=whole)
            if one.sections
            else _relation(one, found, texts, style, whole=whole)
        )
        for one in shown[:first]
    ]
    if shown[first:]:
        told.append(_rest(shown[first:]))
    if not whole:
        told += _listed(found)
    # What takes several lines stands apart from what takes one.
    out = "".join(one + ("\n\n" if "\n" in one else "\n") for one in told)
    gap = "" if out.endswith("\n\n") else "\n"
    return f"{out}{gap}{relation.tally(found)}\n{NEXT}\n"


def _rest(left: Sequence[Relation]) -> str:
    """Say how many relations more there are, and in which chapters most of them."""
    files = Counter(one.b[0].file for one in left).most_common(WHERE)
    places = [f"{count} in {name}" for name, count in files]
    other = len(left) - sum(count for _, count in files)
    places += [f"{other} elsewhere"] if other else []
    return f"and {len(left)} more: {listed(places)}; --all shows them"


def _sections(
    one: Relation,
    found: Sequence[Relation],
    texts: Mapping[str, Text],
    style: Style,
    *,
    whole: bool,
) -> Iterator[str]:
    """Yield two sections, and beneath them their passages: equal ones only if whole."""
    told = one.sections
    if told is None:
        return
    a, b = (
        f"{relation.lines(place)} “{name}”" if name else relation.lines(place)
        for place, name in zip(told.places, told.names, strict=True)
    )
    count = relation.several_passages(told)
    parts = relation.parts(one, found)
    cut = sum(part.words for part in parts if part.action in relation.CUTTING)
    words = several(one.words, "word") + (
        f", {cut} of them printed once" if cut else ""
    )
    facts = f"two sections, {count}, {words}, {one.done}"
    yield f"{paint(f'{a} ≈ {b}', 'head', style)}  {facts}  [id {one.ident}]"
    named = [part for part in parts if whole or part.differences]
    for part in named:
        for line in _relation(part, [], texts, style, whole=whole):
            yield INDENT + line
    if equal := len(parts) - len(named):
        yield f"{INDENT}and {several(equal, 'equal passage')}; --all shows them"


def _relation(
    one: Relation,
    found: Sequence[Relation],
    texts: Mapping[str, Text],
    style: Style,
    *,
    whole: bool,
) -> Iterator[str]:
    """Yield a relation, and beneath it those of all `found` that it tells of."""
    yield _head(one, texts, style)
    if one.kind not in {"exact", "boilerplate"}:
        yield from _compared(one, texts, style, whole=whole)
    parts = relation.parts(one, found)
    if parts:
        yield f"{INDENT}and with it {several(len(parts), 'more pair')}:"
    for part in parts:
        for line in _relation(part, [], texts, style, whole=whole):
            yield INDENT + line


def _compared(
    one: Relation, texts: Mapping[str, Text], style: Style, *, whole: bool
) -> Iterator[str]:
    pairs = list(relation.compared(one, texts))
    for _, other, parts in pairs:
        if len(pairs) > 1:
            yield f"{INDENT}{relation.lines(other)}:"
        yield from _difference(parts, style, None if whole else MOST)


def _head(one: Relation, texts: Mapping[str, Text], style: Style) -> str:
    shown = [relation.lines(place) for place in one.places[:PLACES]]
    sign = relation.BETWEEN.get(one.kind, "≈")
    more = len(one.places) - len(shown)
    parts = relation.blocks(cut_out(texts, one.a[0]))
    facts = [
        one.kind,
        several(parts, "block") if parts > 1 else "",
        several(one.words, "word"),
        one.done,
    ]
    places = paint(f" {sign} ".join(shown), "head", style)
    told = ", ".join(fact for fact in facts if fact)
    rest = f" and {several(more, 'more place', 'more places')}" if more else ""
    return f"{places}{rest}  {told}  [id {one.ident}]"


def _difference(parts: Sequence[Part], style: Style, most: int | None) -> Iterator[str]:
    if all(part.same for part in parts):
        yield f"{INDENT}Every word is the same; white space or quote marks differ"
        return
    room = Style(max(style.width - len(INDENT), 40), style.colour)
    lines, left = marked(parts, room, most)
    yield from (INDENT + line for line in lines)
    if left:
        yield f"{INDENT}and {several(left, 'more change')}; --all shows them"


def _listed(found: Sequence[Relation]) -> Iterator[str]:
    """Yield a line for each class of passages that are meant to be alike."""
    for kind in sorted(LISTED, key=relation.CLASSES.index):
        held = [one for one in found if one.kind == kind]
        if held:
            places = several(sum(len(one.places) for one in held), "place")
            count = several(len(held), *relation.NAMES[kind])
            yield f"{count} in {places}; --all lists them"


def numbers(content: Mapping[str, Any], style: Style, *, plain: bool) -> str:
    """Return every number with what it rests on, as sentences where they are wanted."""
    if plain:
        return numbers_text.sentences(content)
    return numbers_text.listing(content, style)
