"""What a report fills in again: frames, and planters of templates and paraphrases."""

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from author import Words
from sower import Plant, Sower

from prose import capital, grammar

HERE = Path(__file__).parent
FIGURES = {"A": (1_100, 9_900), "B": (13, 98), "C": (3, 97), "D": (1990, 2024)}
QUARTERS = ("the first quarter", "the spring", "the second half", "the last quarter")
SOCIETIES = ("Society", "Trust", "Union", "Guild", "Company", "League", "Institute")
SYSTEMS = (
    ("Windows", "Linux"),
    ("Firefox", "Chrome"),
    ("Android", "iOS"),
    ("the Terminal", "PowerShell"),
    ("Debian", "Fedora"),
    ("Word", "LibreOffice"),
)


def frame(sower: Sower, kind: str, count: int) -> list[str]:
    """Write sentences with `{P}` and figures left open; each names `{P}`."""
    words: Words = {
        **sower.author.words,
        **grammar(HERE / "frames.txt"),
        **{name: [f"<{name}>"] for name in "PABCD"},
        "P_first": ["<P>"],
        "Other": [one[0].upper() + one[1:] for one in sower.author.words["other"]],
    }
    kept, sower.author.words = sower.author.words, words
    try:
        return [sower.author.sentence("{" + kind + "}") for _ in range(count)]
    finally:
        sower.author.words = kept


def filled(said: Sequence[str], what: str, rng: random.Random) -> str:
    """Fill a frame in: what it is about, and figures of its own."""

    def figure(found: re.Match[str]) -> str:
        drawn = rng.randint(*FIGURES[found[1]])
        return f"{drawn:,}" if found[1] == "A" else str(drawn)

    texts = (re.sub(r"<([A-D])>", figure, one.replace("<P>", what)) for one in said)
    return capital(" ".join(texts))


def subjects(sower: Sower, kind: str, count: int) -> list[str]:
    """Return what the copies of a frame are about: places, periods or names."""
    rng = sower.rng
    if kind == "period":
        years = rng.sample(range(1990, 2024), count)
        return [f"{rng.choice(QUARTERS)} of {year}" for year in years]
    towns = rng.sample(grammar(HERE / "shapes.txt")["town"], count)
    if kind == "name":
        ends = rng.sample(SOCIETIES, count)
        return [f"the {town} {end}" for town, end in zip(towns, ends, strict=True)]
    return list(towns)


def template(sower: Sower, kind: str) -> None:
    """Fill one frame in for two places, periods or names."""
    said = frame(sower, kind, sower.rng.randint(2, 4))
    a, b = (
        sower.put("prose", filled(said, one, sower.rng))
        for one in subjects(sower, kind, 2)
    )
    sower.plants.append(Plant("template", f"other {kind}", [a], [b]))


@cache
def facts() -> Sequence[tuple[str, str]]:
    """Read the facts, each in two wordings."""
    text = (HERE / "facts.txt").read_text(encoding="utf-8")
    blocks = [one.strip().split("\n") for one in text.split("\n\n") if one[0] != "#"]
    return [(one, other) for one, other in blocks]


def paraphrase(sower: Sower) -> None:
    """Tell the same facts twice, with about half of the words."""
    about = dict(_about(sower))
    told = [
        [side.format_map(about | slots) for side in fact]
        for fact in _unused(sower, sower.rng.randint(3, 5))
        for slots in [dict(_drawn(sower))]
    ]
    a, b = (
        sower.put("prose", capital(" ".join(fact[side] for fact in told)))
        for side in (0, 1)
    )
    sower.plants.append(Plant("small", "paraphrase", [a], [b]))


def _unused(sower: Sower, count: int) -> list[tuple[str, str]]:
    """Return facts of which as few as can be were told before."""
    told = sum(one.kind == "paraphrase" for one in sower.plants) * 5
    order = list(facts())
    random.Random(len(order)).shuffle(order)
    return [order[(told + at) % len(order)] for at in range(count)]


def _about(sower: Sower) -> Iterator[tuple[str, str]]:
    """Draw what all facts of a paragraph are about."""
    say, rng = sower.author.phrase, sower.rng
    towns = rng.sample(grammar(HERE / "shapes.txt")["town"], 2)
    things = rng.sample(sower.author.words["item"], 2)
    who = say("{who}")
    yield from zip(("t1", "t2", "i1", "i2"), (*towns, *things), strict=True)
    yield from {"w": who, "w_up": who[0].upper() + who[1:]}.items()
    yield from {"p": say("{first} {last}"), "x": say("{stuff}")}.items()


def _drawn(sower: Sower) -> Iterator[tuple[str, str]]:
    """Draw the figures of one fact."""
    for name, slot in (("c", "count"), ("d", "small"), ("m", "money"), ("q", "pct")):
        yield name, sower.author.phrase("{" + slot + "}")
    yield "n", sower.author.phrase("{nword}")
    yield "y", str(sower.rng.randint(1810, 1890))
    yield "z", str(sower.rng.randint(1900, 2010))
