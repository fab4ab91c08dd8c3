"""Planters of hard negatives: passages that look like a repeat and are none."""

from carrier import CELLS, table
from edits import listed
from frames import SYSTEMS, filled, frame, subjects
from sower import Sower, between

from prose import capital

POINTERS = (
    "See chapter {0}.",
    "More on this in chapter {0}.",
    "See chapter {0} for details.",
    "The figures are in chapter {0}.",
    "This is taken up in section {0}.",
)
HEADINGS = (
    "What we recommend for the coming year",
    "What was found and what follows from it",
    "Summary of this chapter and its sources",
    "Questions that remain open after this review",
)
ITEMS = (
    "Opening hours",
    "Contact details",
    "How to apply",
    "Fees and charges",
    "Notes",
)


def sections(sower: Sower) -> None:
    """Fill one section in for four to six places: heading, text and a small table."""
    said = frame(sower, "place", 4)
    heads = sower.heads()
    places = []
    for town in subjects(sower, "place", sower.rng.randint(4, 6)):
        rows = table(["Name", *heads], sower.rows(heads, 3))
        text = filled(said, town, sower.rng)
        places.append(sower.put("prose", f"### {town}", text, rows))
    sower.negative("templated sections", places)


def periods(sower: Sower) -> None:
    """Fill one paragraph in for three periods."""
    said = frame(sower, "period", 3)
    texts = [filled(said, one, sower.rng) for one in subjects(sower, "period", 3)]
    sower.negative("templated periods", [sower.put("prose", one) for one in texts])


def tables(sower: Sower) -> None:
    """Write tables of three years with one header and one first column."""
    heads = sower.heads()
    names = [row[0] for row in sower.rows(heads, 5)]
    places = []
    for year in sower.rng.sample(range(1990, 2024), 3):
        cells = [[sower.author.phrase(CELLS[head]) for head in heads] for _ in names]
        rows = [[name, *row] for name, row in zip(names, cells, strict=True)]
        caption = f": Returns of {year}"
        places.append(sower.put("other", table(["Name", *heads], rows), caption))
    sower.negative("tables with other rows", places)


def headings(sower: Sower) -> None:
    """Write one heading over three different paragraphs."""
    heading = f"## {sower.rng.choice(HEADINGS)}"
    places = [sower.put("prose", heading, sower.fresh("prose", 40)) for _ in range(3)]
    sower.negative("headings that recur", places)


def items(sower: Sower) -> None:
    """Write lists that share short items."""
    places = []
    for _ in range(3):
        own = [sower.author.short("{point_short}") for _ in range(3)]
        shown = [*ITEMS, *own]
        sower.rng.shuffle(shown)
        places.append(sower.put("list", listed(shown, "-")))
    sower.negative("short list items", places)


def pointers(sower: Sower) -> None:
    """End three paragraphs with one short pointer."""
    pointer = sower.rng.choice(POINTERS).format(sower.rng.randint(2, 9))
    places = [
        sower.put("prose", f"{sower.fresh('prose', 35)} {pointer}") for _ in range(3)
    ]
    sower.negative("pointers", places)


def steps(sower: Sower) -> None:
    """Write the same steps for two systems."""
    said = frame(sower, "steps", 5)
    places = []
    for system in sower.rng.choice(SYSTEMS):
        shown = [capital(one.replace("<P>", system)) for one in said]
        places.append(sower.put("list", listed(shown, "1.")))
    sower.negative("parallel instructions", places)


def topic(sower: Sower) -> None:
    """Write two paragraphs on one topic that state different things."""
    words = sower.author.words
    few = {name: sower.rng.sample(words[name], 2) for name in ("item", "who", "stuff")}
    upper = {"Who": [one[0].upper() + one[1:] for one in few["who"]]}
    kept, sower.author.words = words, {**words, **few, **upper}
    try:
        said = [sower.author.sentence("{plain}") for _ in range(8)]
    finally:
        sower.author.words = kept
    texts = " ".join(said[:4]), " ".join(said[4:])
    sower.negative("one topic, other facts", [sower.put("prose", one) for one in texts])


def method(sower: Sower) -> None:
    """Describe one method in three places."""
    said = frame(sower, "method", 3)
    texts = [filled(said, one, sower.rng) for one in subjects(sower, "place", 3)]
    places = [sower.put("prose", one) for one in texts]
    sower.negative("method with other names", places)


def similar(sower: Sower) -> None:
    """Write two lists of short items that are alike."""
    frames = ("{0}: {item} ({small})", "{trait} {item}, {0}", "{item} for {0}, {count}")
    places = []
    for _ in range(2):
        towns = subjects(sower, "place", 5)
        shown = [
            sower.author.phrase(sower.rng.choice(frames).replace("{0}", town))
            for town in towns
        ]
        places.append(sower.put("list", listed(shown, "-")))
    sower.negative("lists of similar items", places)


def scopes(sower: Sower) -> None:
    """State one measure for two places inside different paragraphs."""
    said = frame(sower, "place", 1)
    places = []
    for town in subjects(sower, "place", 2):
        text = filled(said, town, sower.rng)
        number, sign = sower.draft.mark(text)
        shown = between(sower.fresh("prose", 50), sign, sower.rng)
        sower.draft.put("prose", [shown], sower.draft.bodies)
        places.append(number)
    sower.negative("one measure, two places", places)


NEGATIVES = (
    sections,
    periods,
    tables,
    headings,
    items,
    pointers,
    steps,
    topic,
    method,
    similar,
    scopes,
)
