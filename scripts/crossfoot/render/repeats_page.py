"""The page's part on repeats: `repeats.json` and the chapters in, HTML out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.findings import listed, several
from crossfoot.places import Place, Text
from crossfoot.render import quotes, relation, repeats_map
from crossfoot.render.html import code, folded, safe, spoken, table
from crossfoot.render.passages import clip, cut_out
from crossfoot.render.relation import CLASSES, LISTED, NAMES, Relation
from crossfoot.render.repeats_map import Entry

MEANINGS = {
    "contradiction": "equal but for what they say, of which one is old",
    "exact": "equal but for white space and line wrap",
    "near": "with most words in common, in order",
    "contained": "of which one stands almost whole in the other",
    "template": "of one frame, filled with different things",
    "boilerplate": "that stand four times or more",
}

WAYS = {
    "contradiction": "Correct the one that is wrong, or say in words what makes the two"
    " differ. Bound to one quantity, both would follow the data.",
    "exact": "Delete one copy, or give a summary that repeats the body its role.",
    "near": "Delete one, make them equal so that one is cut, or write them apart.",
    "contained": "Delete the shorter one, or refer from it to the longer.",
}

SECTIONS = (
    "Keep one section and refer to it from the other, or say in each what is its own."
)
"""The way out for two sections that run in parallel."""

JOINT = "part of two sections that run in parallel"
BESIDE = "told with another pair of passages"

DONE = {
    "replace": "Nothing is lost: one copy is printed, and references to it stand for"
    " the others. ",
    "drop": "Nothing is lost: one copy is printed, and the others are left out. ",
    "waived": "Accepted, so that nothing has to be done. ",
    "none": "Listed only, so that nothing has to be done. ",
}

ORDER = tuple(relation.ACTIONS.values())

OPEN = 20
"""Relations whose passages are open when the page is."""

WHOLE = 100
"""Relations of which long passages can be read whole."""

LENGTH = 1000
"""Words of the longest passage that can be."""

SLIGHT = 300
"""Short repeats that are listed; all are in `repeats.json`."""

BEGINNING = 16
"""First words of a passage that is only listed."""


@dataclass(frozen=True, slots=True)
class Page:
    """What all articles are made of."""

    texts: Mapping[str, Text]
    """The chapters in reading order."""
    inner: Mapping[str, Sequence[Entry]]
    """What is told of in another relation, by the identifier of that one."""
    joint: frozenset[str]
    """The identifiers of those of two sections."""


def _page(entries: Sequence[Entry], texts: Mapping[str, Text]) -> Page:
    inner: dict[str, list[Entry]] = {}
    for one in entries:
        inner.setdefault(one.relation.within, []).append(one)
    joint = (one.relation.ident for one in entries if one.relation.sections)
    return Page(texts, inner, frozenset(joint))


def body(content: Mapping[str, Any], texts: Mapping[str, Text]) -> str:
    """Return what stands under the heading Repeats.

    `texts` holds the chapters in reading order.
    """
    found = relation.relations(content)
    if not found:
        return "<p>No passage stands twice.</p>\n"
    entries = _entries(found)
    page = _page(entries, texts)
    shown = [one for one in entries if one.relation.kind not in LISTED]
    rest = [one for one in entries if one.relation.kind in LISTED]
    return "".join(
        [
            _summary(found),
            repeats_map.chart(shown, texts),
            *_articles(shown, page),
            _listing(rest, texts),
            _slight(content, texts),
        ]
    )


def links(content: Mapping[str, Any]) -> dict[str, str]:
    """Return what leads to each relation on the page, by its id."""
    entries = _entries(relation.relations(content))
    inner = {
        part.ident: _inner(entry, number)
        for entry in reversed(entries)
        for number, part in enumerate(entry.relation.passages, 1)
    }
    return inner | {one.relation.ident: one.name for one in reversed(entries)}


def _inner(entry: Entry, number: int) -> str:
    """Return what leads to a passage that a relation tells of."""
    return f"{entry.name}-p{number}"


def _entries(found: Sequence[Relation]) -> list[Entry]:
    """Return relations with names to link to, each of its own."""
    seen: Counter[str] = Counter()
    out = []
    for one in found:
        seen[one.ident] += 1
        again = f"-{seen[one.ident]}" if seen[one.ident] > 1 else ""
        out.append(Entry(one, f"r-{one.ident}{again}"))
    return out


def _summary(found: Sequence[Relation]) -> str:
    """Return a line for each class: how many, what it means, what is done."""
    rows = []
    pairs = sum(one.sections is not None for one in found)
    if pairs:
        rows.append(
            f"<li>{repeats_map.letter('near')}<span><strong>"
            f"{several(pairs, *relation.PAIRED)}</strong>: sections or chapters that"
            " have several passages in common.</span></li>\n"
        )
    for kind in CLASSES:
        held = [one for one in found if one.kind == kind and not one.sections]
        done = Counter(one.done for one in held)
        if held:
            told = listed(f"{name} ({done[name]})" for name in ORDER if name in done)
            words = several(sum(one.words for one in held), "word")
            rows.append(
                f"<li>{repeats_map.letter(kind)}<span>"
                f"<strong>{several(len(held), *NAMES[kind])}</strong>:"
                f" passages {MEANINGS[kind]}. {words}; {safe(told)}.</span></li>\n"
            )
    return f'<ul class="classes">\n{"".join(rows)}</ul>\n'


def _articles(shown: Sequence[Entry], page: Page) -> Iterator[str]:
    """Yield a heading for each class, and an article for each relation of it."""
    last = ""
    for number, entry in enumerate(shown):
        kind = entry.relation.kind
        if kind != last:
            last = kind
            yield f'<h3 id="{kind}">{NAMES[kind][1].capitalize()}</h3>\n'
        yield _article(entry, page, number)


def _article(entry: Entry, page: Page, number: int) -> str:
    one, name, texts = entry.relation, entry.name, page.texts
    if one.sections:
        return _sections(entry, page, number)
    places = listed(code(relation.lines(place, "–")) for place in one.places)
    facts = f"{several(one.words, 'word')}; {safe(one.done)}; id {code(one.ident)}"
    if one.within:
        told = JOINT if one.within in page.joint else BESIDE
        facts += f"; {_linked(told, one.within)}"
    quoted = "".join(_quoted(one, texts, whole=False))
    if number < WHOLE and "…" in quoted and one.words <= LENGTH:
        whole = "".join(_quoted(one, texts, whole=True))
        quoted += folded("All words", whole) if whole != quoted else ""
    return (
        f'<article class="{one.kind}" aria-labelledby="{safe(name)}">\n'
        f'<h4 id="{safe(name)}">{repeats_map.letter(one.kind)}'
        f"{spoken(NAMES[one.kind][0].capitalize() + ':')} {places}</h4>\n"
        f"<p>{facts}</p>\n"
        + folded("Passages", quoted, unfolded=number < OPEN and not one.settled)
        + (folded(_like(one), _parts(entry, texts)) if one.passages else "")
        + _once(one, page)
        + f"<p>{_way(one)}</p>\n{_keep(one)}</article>\n"
    )


def _sections(entry: Entry, page: Page, number: int) -> str:
    """Return two sections with what their passages have in common, one by one."""
    one, told = entry.relation, entry.relation.sections
    if told is None:
        return ""
    heads = listed(
        _heading(*pair) for pair in zip(told.names, told.places, strict=True)
    )
    count = f"{relation.several_passages(told)}, {several(one.words, 'word')}"
    parts = _parts(entry, page.texts)
    unfolded = number < OPEN and not one.settled
    return (
        f'<article class="{one.kind}" aria-labelledby="{safe(entry.name)}">\n'
        f'<h4 id="{safe(entry.name)}">{repeats_map.letter(one.kind)}'
        f"{spoken('Sections that run in parallel:')} {heads}</h4>\n"
        f"<p>{count}; {safe(one.done)}; id {code(one.ident)}</p>\n"
        + (folded("Passages", parts, unfolded=unfolded) if parts else "")
        + _once(one, page)
        + f"<p>{SECTIONS}</p>\n{_keep(one)}</article>\n"
    )


def _once(told: Relation, page: Page) -> str:
    """Name what has an article of its own and is told with a relation."""
    found = page.inner.get(told.ident, ())
    if not found:
        return ""
    links = (_linked_place(one) for one in found)
    cut = [one.relation for one in found if one.relation.action in relation.CUTTING]
    words = several(sum(one.words for one in cut), "word")
    once = f", {words} of it printed once" if cut else ""
    return f"<p>Told with it{once}: {listed(links)}.</p>\n"


def _linked_place(one: Entry) -> str:
    where = code(relation.lines(one.relation.b[0], "–"))
    return f'<a href="#{safe(one.name)}">{where}</a>'


def _keep(one: Relation) -> str:
    """Return the command that says why passages may stay as they are."""
    if one.settled:
        return ""
    line = f'crossfoot repeats --accept {one.ident} --because "…"'
    return f'<p class="keep">To keep them as they are: {code(line)}</p>\n'


def _like(one: Relation) -> str:
    return f"{several(len(one.passages), 'more pair')} of passages told with it"


def _parts(entry: Entry, texts: Mapping[str, Text]) -> str:
    """Return the passages that a relation tells of, one after another."""
    return "".join(
        f'<h5 id="{safe(_inner(entry, number))}">{_facts(part)}</h5>\n'
        + "".join(_quoted(part, texts, whole=False))
        + _keep(part)
        for number, part in enumerate(entry.relation.passages, 1)
    )


def _facts(part: Relation) -> str:
    """Return the size of a passage, and its places where its quote has none."""
    told = f"{several(part.words, 'word')}; id {code(part.ident)}"
    places = listed(code(relation.lines(place, "–")) for place in part.places)
    return f"{places}: {told}" if part.kind == "exact" else told


def _linked(words: str, ident: str) -> str:
    return f'<a href="#r-{safe(ident)}">{safe(words)}</a>'


def _heading(name: str, place: Place) -> str:
    where = code(relation.lines(place))
    return f"“{safe(name)}” {where}" if name else where


def _quoted(one: Relation, texts: Mapping[str, Text], *, whole: bool) -> Iterator[str]:
    """Yield a relation's passages: once where they are equal, else side by side."""
    if one.kind == "exact":
        text = cut_out(texts, one.a[0])
        yield quotes.once(text, whole=whole) if text else ""
        return
    pairs = list(relation.compared(one, texts, quotes.flow))
    for here, there, parts in pairs:
        yield quotes.sides((here, there), parts, whole=whole)
    more = len(one.places) - 1 - len(pairs)
    if more > 0:
        yield f"<p>And {several(more, 'more place', 'more places')}.</p>\n"


def _way(one: Relation) -> str:
    way = "" if one.settled else WAYS.get(one.kind, "")
    return safe((DONE.get(one.action, "") + way).strip())


def _listing(rest: Sequence[Entry], texts: Mapping[str, Text]) -> str:
    """Return the passages that are meant to be alike, behind one line."""
    if not rest:
        return ""
    told = safe(relation.tally([entry.relation for entry in rest]))
    listing = _rows("Passages that are meant to be alike", rest, texts)
    return f"<h3>Listed only</h3>\n{folded(told, listing)}"


def _slight(content: Mapping[str, Any], texts: Mapping[str, Text]) -> str:
    """Return the short repeats that are not told one by one, behind one line."""
    found = relation.relations({"relations": content.get("slight", [])})
    if not found:
        return ""
    told = f"{several(len(found), 'short passage')} that may repeat another"
    # Two that are counted only may be the same words, and then have one identifier.
    times: Counter[str] = Counter()
    entries = []
    for one in found[:SLIGHT]:
        times[one.ident] += 1
        again = f"-{times[one.ident]}" if times[one.ident] > 1 else ""
        entries.append(Entry(one, f"s-{one.ident}{again}"))
    more = len(found) - len(entries)
    rest = f"<p>And {more} more, in <code>repeats.json</code>.</p>\n" if more else ""
    listing = _rows("Short passages that may repeat another", entries, texts)
    return f"<h3>Counted only</h3>\n{folded(told, listing + rest)}"


def _rows(name: str, entries: Sequence[Entry], texts: Mapping[str, Text]) -> str:
    rows = [
        (
            f'<span id="{safe(entry.name)}">{entry.relation.kind.capitalize()}</span>',
            "<br>".join(code(relation.lines(p, "–")) for p in entry.relation.places),
            str(entry.relation.words),
            _start(entry.relation, texts),
            code(entry.relation.ident),
        )
        for entry in entries
    ]
    heads = ("Class", "Places", "Words", "How it begins", "Id")
    return table(name, heads, rows)


def _start(one: Relation, texts: Mapping[str, Text]) -> str:
    text = cut_out(texts, one.a[0])
    first, left, _ = clip(quotes.flow(text), BEGINNING, 0)
    return safe(first) + (" …" if left else "")
