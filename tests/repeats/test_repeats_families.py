"""Pairs of passages that have a place in common."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from paired import crowd, sayings
from repeating import bare, repeats

from crossfoot.chapters import Settings
from crossfoot.findings import Finding
from crossfoot.places import Span
from crossfoot.repeats import find, relations
from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.families import STRETCH, families
from crossfoot.repeats.joint import Single, by_stretch, gathered
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.relations import Fate, Relation
from crossfoot.repeats.sections import Sections
from crossfoot.waivers import Allowance

PAGES = [bare("word " * 2000, name=name) for name in ("01", "02")]


def pair(first: Span, second: Span, *, action: str = "report") -> Relation:
    """Return a relation of two stretches of the two chapters."""
    one = Relation("near", action, (str(first), str(second)), 40, share=90)
    one.a.append((PAGES[0], first))
    one.b.append((PAGES[1], second))
    one.fates = [Fate(action, action)]
    return one


def led(found: list[Relation]) -> list[list[int]]:
    """Return which relations each leads, as their numbers, itself first."""
    numbers = {id(one): at for at, one in enumerate(found)}
    made = families(found)
    return sorted([numbers[at], *(numbers[id(p)] for p in made[at])] for at in made)


def test_pairs_of_one_passage_are_led_by_the_one_most_others_touch() -> None:
    """Others of other passages stay as they are."""
    found = [
        pair((0, 100), (0, 100)),
        pair((0, 100), (500, 600)),
        pair((10, 90), (900, 1000)),
        pair((4000, 4100), (4000, 4100)),
    ]
    assert led(found) == [[0, 1, 2]]


def test_no_pair_is_joined_by_way_of_another() -> None:
    """What touches only what was led already leads itself, or stands alone."""
    found = [
        pair((0, 100), (0, 100)),
        pair((0, 100), (500, 600)),
        pair((300, 400), (500, 600)),
        pair((300, 400), (900, 1000)),
    ]
    assert led(found) == [[1, 0, 2]]


def test_half_of_the_shorter_stretch_has_to_be_shared() -> None:
    """Stretches that overlap at their ends are two passages."""
    assert led([pair((0, 100), (0, 100)), pair((60, 160), (500, 600))]) == []
    assert led([pair((0, 1000), (0, 1000)), pair((60, 160), (2500, 2600))]) == [[0, 1]]


def test_what_leads_says_how_many_and_holds_them() -> None:
    """The finding names their places, the record has each one whole."""
    found = [pair((0, 100), (0, 100)), pair((0, 100), (500, 600))]
    (one,) = gathered(found, Single())
    (finding,) = relations.findings(one)
    assert finding.message == (
        "Passage of 40 words nearly repeats sources/01.md:1: its words are equal, its"
        " markup or notes are not; 1 more pair told with it"
    )
    assert [(note.place.column, note.message) for note in finding.notes] == [
        (1, "the other passage is here"),
        (501, "so is this one"),
    ]
    assert relations.as_dict(one)["passages"] == [relations.as_dict(found[1])]


def test_errors_waivers_and_cuts_are_told_one_by_one() -> None:
    """What shuts the gate, is cut or has a waiver of its own leads and joins none."""
    for action in ("fail", "replace", "waived", "none"):
        found = [
            pair((0, 100), (0, 100)),
            pair((0, 100), (500, 600), action=action),
        ]
        assert gathered(found, Single()) == found
    found = [pair((0, 100), (0, 100)), pair((0, 100), (500, 600))]
    assert gathered(found, Single({"REP03": "error"})) == found
    place = PAGES[1].place((500, 600))
    allowed = Allowance(place, ("REP03",), PAGES[1].file, 1, 1, reason="x")
    assert gathered(found, Single({}, [allowed])) == found


def test_a_short_report_tells_each_pair() -> None:
    """Where there is room for five, two pairs about one passage are two findings."""
    said = (
        "The quick survey of the western wards found that most of the volunteers had"
        " started {} the first lockdown and that many of them stayed on for years."
    )
    pages = [
        bare(said.format(word), name=f"0{number}")
        for number, word in enumerate(("before", "well before", "before all of"), 1)
    ]
    _, findings = find(pages, Settings({}, (), {}))
    assert [one.code for one in findings] == ["REP03", "REP03"]


def crowded(equal: int) -> tuple[dict[str, Any], list[Finding]]:
    """Return what is told of a section of which eight paragraphs stand elsewhere."""
    product, findings = repeats(*crowd(8, equal).values())
    return product, findings


def test_pairs_of_one_section_are_told_together_where_there_is_much() -> None:
    """One finding stands for eight, and the record has each of them."""
    product, (finding,) = crowded(0)
    assert finding.code == "REP03"
    assert finding.message == (
        "Passage of 40 words nearly repeats sources/01.md:3: 97% of its words stand"
        " there; 7 more pairs told with it"
    )
    first, *others = product["relations"]
    assert [one["within"] for one in others] == [first["id"]] * 7
    places = [row["b"][0]["file"] for row in (first, *others)]
    assert places == [f"sources/0{at}.md" for at in range(2, 10)]


def test_what_is_cut_is_told_with_them_and_stays_a_relation() -> None:
    """The finding counts it; the record says where it is told."""
    product, (finding,) = crowded(2)
    assert finding.message == (
        "Passage of 40 words nearly repeats sources/01.md:7: 97% of its words stand"
        " there; 7 more pairs told with it, 2 of them printed once"
    )
    (lead,) = [one for one in product["relations"] if "within" not in one]
    cut = [one for one in product["relations"] if one["action"] == "replace"]
    assert [one["within"] for one in cut] == [lead["id"]] * 2
    assert len(product["cuts"]) == 2


def test_cuts_alone_lead_each_other() -> None:
    """Of eight copies in one section the longest leads."""
    product, (finding,) = crowded(8)
    assert finding.code == "REP01"
    assert finding.message == (
        "Passage of 40 words repeats sources/01.md:3; a reference to it is printed"
        " here instead; 7 more pairs told with it, 7 of them printed once"
    )
    assert len(product["cuts"]) == 8


def scattered(count: int) -> list[str]:
    """Return chapters of which each has a passage of its own that two others edit.

    No two of these stand in one chapter with it, and no chapter has three.
    """
    said = sayings(count)
    return [
        f"# Chapter {at}\n\n{said[at]}\n\n{_edited(said[at - 1])}\n"
        for at in range(count)
    ]


def _edited(said: str) -> str:
    return said.replace(said.split()[9], "else")


def test_what_is_left_is_told_together_by_chapters_in_a_row() -> None:
    """A report has no more findings than chapters of so many words in a row."""
    product, findings = repeats(*scattered(12))
    assert [one.code for one in findings] == ["REP03"] * 5
    inner = [one["within"] for one in product["relations"] if "within" in one]
    assert len(inner) == 7
    assert len(set(inner)) == 1
    assert sum("7 more pairs told with it" in one.message for one in findings) == 1


@given(
    st.lists(st.integers(1, 4000), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=60),
)
def test_no_stretch_of_chapters_is_told_of_twice(
    sizes: list[int], drawn: list[tuple[int, int]]
) -> None:
    """All that stands in one is led by one, so that a text bounds its findings."""
    pages = [
        bare(" ".join(["word"] * size), name=f"{at:02}")
        for at, size in enumerate(sizes)
    ]
    sections = Sections([lay_out(one, Lexicon()) for one in pages])
    found = []
    for at, (a, b) in enumerate(drawn):
        one = Relation("near", "report", (str(at), ""), 8, share=90)
        one.a.append((pages[a % len(pages)], (0, 4)))
        one.b.append((pages[b % len(pages)], (0, 4)))
        found.append(one)
    told = by_stretch(found, Single(), sections, len(found))
    alone = [one for one in told if not one.within]
    assert len(alone) <= sum(sizes) // STRETCH + 1
    assert sum(1 + len(one.beside) for one in alone) == len(found)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=25),
    st.randoms(use_true_random=False),
)
def test_each_is_told_once_whatever_the_order(
    drawn: list[tuple[int, int]], rng: random.Random
) -> None:
    """A relation leads, is led by one, or stands alone; the order changes nothing."""
    found = [
        pair((a * 200, a * 200 + 100), (b * 200, b * 200 + 100 + at))
        for at, (a, b) in enumerate(drawn)
    ]
    made = led(found)
    numbers = [at for some in made for at in some]
    assert len(numbers) == len(set(numbers))
    order = rng.sample(range(len(found)), len(found))
    turned = led([found[at] for at in order])
    assert sorted([order[at] for at in some] for some in turned) == made
