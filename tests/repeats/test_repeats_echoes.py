"""Echoes: how alike two sentences are, alone and with those beside them."""

from random import Random

import pytest
from repeating import chapters
from saying import sayings

from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.echoes import Echo, Kept, Scale, echoes, is_beside, likeness
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.said import sentences_of
from crossfoot.repeats.units import units

SCALE = Scale(
    {"depot": 1.0, "van": 2.0, "@a.md": 4.0}, {"depot": 0, "van": 1, "@a.md": 2}, 8.0
)
OTHER = "Bicycles replaced cars on narrow lanes where delivery trucks got stuck.\n"


def test_all_that_both_tell_is_weighed_with_their_likeness() -> None:
    """The share of each sentence counts; a link counts only where both have it."""
    a, b, c = sayings(
        "Small [vans](a.md) reach that depot slowly.\n",
        "Small [vans](a.md) reach that depot slowly today.\n",
        "Small vans reach that depot slowly today.\n",
    )
    assert likeness(a, b, SCALE) == (
        31.0 * (31.0 / 39.0) ** 0.5,
        6,
        1.0,
        31.0 / 39.0,
    )
    assert likeness(a, c, SCALE)[1:] == (5, 1.0, 27.0 / 35.0)


def told(*texts: str) -> list[tuple[str, str]]:
    """Return the first words of both sides of each echo of chapters of these texts."""
    return [
        (" ".join(one.here.norms[:2]), " ".join(one.there.norms[:2]))
        for one in echoes(sayings(*texts))
    ]


@pytest.mark.parametrize(
    "again",
    [
        "Sorting volunteers weigh parcels. Vans go with them from depots to villages.",
        "Vans go with them from depots to villages. Sorting volunteers weigh parcels.",
    ],
)
def test_one_sentence_told_in_two_is_one_echo(again: str) -> None:
    """Sentences beside one are taken in while that makes one surer."""
    first = "Parcels that volunteers sort and weigh go in vans from depots to villages."
    found = echoes(sayings(f"{first}\n", f"{OTHER}\n{again}\n"))
    assert len(found[0].there.norms) == len(again.split())


def test_a_place_that_both_link_to_makes_one_surer() -> None:
    """Of two short notes that share a few words a common link tells the rest."""
    one = "A retired nurse wrote [fine notes on bandages](https://nurse.org/notes)."
    two = "See the [bandages page](http://nurse.org/notes/) which a retired nurse kindly wrote."
    plain = [text.replace("://", ":") for text in (one, two)]
    filler = "\n".join(OTHER.replace("cars", f"word{n}") + "\n" for n in range(600))
    assert told(one, two, filler)[:1] == [("a retired", "see the")]
    assert ("a retired", "see the") not in told(*plain, filler)


def test_what_was_alike_before_it_grew_is_kept_within() -> None:
    """An echo that took sentences in holds the two that it grew from."""
    first = "Volunteers counted every parcel by hand before vans left the depot."
    more = "Drivers loaded crates into them."
    texts = (f"{first} {more}\n", f"{OTHER}\n{first[:-1]} again. {more}\n")
    [one] = [one for one in echoes(sayings(*texts)) if one.within]
    assert isinstance(one.within, Echo)
    assert one.here.norms[-2:] == ("into", "them")
    assert one.within.here.norms[-2:] == ("the", "depot")


def test_sentences_side_by_side_or_in_one_table_are_beside() -> None:
    """Neighbours in one unit, units one after another and rows of a table are beside."""
    a, b, c, d = sayings(
        "Small vans reach that depot slowly. Large vans reach that depot fast.\n\n"
        "Old vans never reach that depot.\n\nNew vans always reach that depot.\n"
    )
    assert [is_beside(a, one) for one in (b, c, d)] == [True, True, False]
    row, other = sayings(
        "| x | y |\n|--|--|\n| a | Small vans reach that depot slowly. |\n"
        "| b | Nothing. |\n| c | Large vans reach that depot fast. |\n"
    )
    assert is_beside(row, other)


WORDS = [
    f"{first}{last}"
    for first in ("mill", "ford", "barn", "lock")
    for last in "bdfgklmnprtz"
]


def drawn(random: Random) -> str:
    """Return a chapter that tells much of what another one may tell, too."""
    lines = []
    for number in range(5):
        said = []
        for part in range(random.randint(1, 3)):
            words = WORDS[9 * number + part :][:7]
            words[random.randrange(7)] = random.choice(WORDS)
            random.shuffle(words)
            link = " [there](a.md)" if random.random() < 0.2 else ""
            said.append(f"The {' '.join(words)}{link}.")
        lines.append(" ".join(said))
    return "\n\n".join(lines) + "\n"


def shown(found: list[Echo]) -> list[object]:
    """Return all that echoes say, without the units that say it."""
    return [
        [
            (side.unit.number, side.unit.page, *side[1:])
            for one in (echo, echo.within or echo)
            for side in (one.here, one.there)
        ]
        + [echo.sure, bool(echo.within)]
        for echo in found
    ]


@pytest.mark.parametrize("seed", range(2))
def test_what_was_kept_changes_nothing(seed: int) -> None:
    """After any edits the echoes are those that are found from nothing."""
    random = Random(seed)  # noqa: S311 - no secret
    lexicon, kept = Lexicon(), Kept()
    texts = [drawn(random) for _ in range(4)]
    known: dict[tuple[int, str], Layout] = {}
    some = 0
    for _ in range(15):
        at = random.randrange(len(texts))
        words = texts[at].split(" ")
        change = random.random()
        if change < 0.6:
            words[random.randrange(len(words))] = random.choice([*WORDS, "ferry"])
        elif change < 0.7:
            words = drawn(random).split(" ")
        elif change < 0.8:
            texts.insert(at, drawn(random))
        texts[at] = " ".join(words)
        for number, one in enumerate(chapters(*texts)):
            if (number, texts[number]) not in known:
                known[number, texts[number]] = lay_out(one, lexicon)
        pages = [known[number, text] for number, text in enumerate(texts)]
        fresh = echoes(
            sentences_of(units([_anew(one, lexicon) for one in pages]), set())
        )
        found = echoes(sentences_of(units(pages), set()), kept)
        assert shown(found) == shown(fresh)
        some += len(found)
    assert some


def _anew(page: Layout, lexicon: Lexicon) -> Layout:
    """Return a layout of which nothing is kept."""
    return lay_out(page.chapter, lexicon)


@pytest.mark.parametrize(
    ("again", "times"),
    [
        ("Walk to your own project depot and wait.", 1),
        ("Walk an old red cart to your project depot and wait for vans.", 0),
    ],
)
def test_nearly_one_sentence_of_one_chapter_needs_less(again: str, times: int) -> None:
    """Two sentences of which each says nearly all of the other are told of sooner."""
    others = (
        "Kittens walk on soft hay in old barns.",
        "One project of the mill took seven years.",
        "A depot of the mint holds gold coins.",
        "Trains wait for late guests in deep snow.",
    )
    first = "Walk to your project depot and wait."
    text = "\n\n".join((first, OTHER, *others, again))
    assert len([one for one in told(f"{text}\n") if one[0] == "walk to"]) == times
    apart = f"{first}\n", OTHER, "\n\n".join((*others, again, ""))
    assert [one for one in told(*apart) if one[0] == "walk to"] == []
