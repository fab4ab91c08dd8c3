"""The ranking of what is told: bars, room and order."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repeating import bare, repeats

from crossfoot.repeats.relations import Difference, Relation
from crossfoot.repeats.slight import (
    ACROSS,
    CERTAIN,
    EQUAL,
    FEW,
    PARALLEL,
    PHRASE,
    SHORT,
    TELLING,
    eased,
    filled,
    is_slight,
    parted,
    room,
    sure,
)

CHAPTERS = {name: bare("word " * 400, name=name) for name in ("01", "02", "03")}
WORDS = {one.file: 1000 for one in CHAPTERS.values()}


def relation(
    number: int = 0, first: str = "01", second: str = "02", **values: Any
) -> Relation:
    """Return a relation of two chapters; the number makes it another one."""
    told = {"sure": 0.0, "kind": "near", "action": "report", "words": 10} | values
    texts = f"one {number} {told['kind']}", f"other {number}"
    kind, action, words = told.pop("kind"), told.pop("action"), told.pop("words")
    one = Relation(kind, action, texts, words, **told)
    one.a.append((CHAPTERS[first], (number * 10, number * 10 + 9)))
    one.b.append((CHAPTERS[second], (number * 10, number * 10 + 9)))
    return one


@pytest.mark.parametrize(
    ("values", "slight"),
    [
        ({"words": SHORT - 1, "second": "01"}, True),
        ({"words": SHORT, "second": "01"}, False),
        ({"words": ACROSS - 1}, True),
        ({"words": ACROSS}, False),
        ({"words": PHRASE - 1, "share": 85}, True),
        ({"words": PHRASE, "share": 85}, False),
        ({"words": SHORT - 1, "sure": TELLING * (SHORT - 1)}, False),
        ({"words": 8, "sure": None}, False),
        ({"words": 8, "action": "fail"}, False),
        ({"words": 8, "action": "waived"}, False),
        ({"words": 60, "retold": True, "sure": CERTAIN - 1}, True),
        ({"words": 60, "retold": True, "sure": CERTAIN}, False),
        ({"words": 40, "share": 60, "sure": 1.0}, True),
    ],
)
def test_what_is_slight(values: dict[str, Any], slight: bool) -> None:
    """Short, loose and retold passages are, unless they tell much or weigh more."""
    assert is_slight(relation(**values)) is slight


def test_what_is_slight_fills_the_room_the_surest_first() -> None:
    """A report of 3,000 words has room for five, whatever their order."""
    found = [relation(n, sure=float(n)) for n in range(8)]
    told, slight = parted(found)
    assert (told, slight) == ([], found)
    shown, left = filled(told, slight[::-1], WORDS)
    assert [one.sure for one in shown] == [7.0, 6.0, 5.0, 4.0, 3.0]
    assert [one.sure for one in left] == [2.0, 1.0, 0.0]


def test_of_one_chapter_a_repeat_is_surer_than_of_two() -> None:
    """What stands twice in one chapter comes first, of as much as it tells."""
    across = [relation(n, sure=10.0) for n in range(5)]
    within = relation(9, second="01", sure=9.0)
    shown, left = filled([], [*across, within], WORDS)
    assert within in shown
    assert len(left) == 1


def test_of_one_section_a_repeat_is_surer_than_of_one_chapter() -> None:
    """What stands twice under one heading comes before what tells twice as much."""
    apart = [relation(n, second="01", sure=10.0) for n in range(5)]
    within = relation(9, second="01", sure=5.0, one_section=True)
    shown, _ = filled([], [*apart, within], WORDS)
    assert shown[0] is within


def test_what_stands_twice_under_one_heading_is_told_first() -> None:
    """Of seven phrases five are told, the least telling one for where it stands."""
    said = [
        "The cost of the food was for all.",
        "People who were there came by the bus.",
        "Rooms that were there were all too cold.",
        "There was help with the forms and mail.",
        "These were days on which no one came.",
        "The keys that were lent are not back.",
    ]
    least = "It was the wish that came to all of us."
    here, there = "\n\n".join(said), "\n\n".join(reversed(said))
    product, _ = repeats(
        f"# A\n\n## First\n\n{least}\n\nSo.\n\n{least}\n\n## B\n\n{here}\n\n## C\n\n{there}"
    )
    assert len(product["relations"]) == 5
    places = [(one["a"][0]["start"], one["b"][0]["start"]) for one in product["slight"]]
    assert len(places) == 2
    assert (5, 9) not in places


@pytest.mark.parametrize(("under", "some"), [(16.0, FEW), (15.9, 2), (0.0, 2)])
def test_what_is_told_takes_the_room_but_five(under: float, some: int) -> None:
    """Slight repeats of a report full of others are those as good as sure, up to five."""
    told = [relation(n, words=50) for n in range(20, 40)]
    headed = {"second": "01", "one_section": True, "retold": True}
    slight = [relation(n, sure=under, **headed) for n in range(6)]
    slight += [relation(n, sure=40.0) for n in (6, 7)]
    shown, left = filled(told, slight, WORDS)
    assert (len(shown), len(left)) == (20 + some, 8 - some)
    assert room(told, WORDS) == FEW - 20


def test_what_is_equal_is_told_in_a_full_report() -> None:
    """Of equal phrases, however little they tell, one in 6,000 words is."""
    told = [relation(n, words=50) for n in range(20, 80)]
    slight = [relation(n, kind="exact") for n in range(9)] + [relation(9, sure=1.0)]
    for words, some in ((EQUAL - 1, 0), (EQUAL * 7, 7)):
        shown, left = filled(told, slight, {"01": words})
        assert [one.kind for one in shown[60:]] == ["exact"] * some
        assert len(left) == 10 - some


def test_what_needs_no_word_takes_no_room() -> None:
    """What is listed only, accepted, or told with others is not counted."""
    silent = [relation(1, action="none"), relation(2, action="waived")]
    inner = relation(3)
    inner.within = "0" * 16
    assert room([*silent, inner], WORDS) == FEW


def test_of_chapters_that_run_in_parallel_the_surest_are_told() -> None:
    """More than two in 1,000 words of the shorter one are too many."""
    found = [relation(n, words=30, sure=float(n)) for n in range(5)]
    kept, left = sure(found, [], WORDS)
    assert [one.sure for one in kept] == [3.0, 4.0]
    assert [one.sure for one in left] == [0.0, 1.0, 2.0]
    some = found[:PARALLEL]
    assert sure(some, [], dict.fromkeys(WORDS, 1001)) == (some, [])
    inner = [relation(n, second="01", words=30, sure=1.0) for n in range(5)]
    assert sure(inner, [], WORDS) == (inner, [])


def test_what_is_retold_gives_way_in_a_full_report() -> None:
    """The least sure goes first, and no more than has to."""
    told = [relation(n, words=50) for n in range(20, 26)]
    retold = [relation(n, retold=True, sure=50.0 + n) for n in range(3)]
    kept, gone = eased([*told, *retold], {"sources/01.md": 8000})
    assert kept == [*told, retold[1], retold[2]]
    assert gone == [retold[0]]
    assert eased([*told, *retold], {"sources/01.md": 9000}) == ([*told, *retold], [])
    assert eased([*told, *retold], WORDS) == (told, retold[::-1])


@given(
    st.lists(
        st.tuples(st.integers(5, 60), st.floats(0, 200), st.booleans()), max_size=30
    ),
    st.integers(0, 40_000),
)
def test_nothing_is_lost_and_order_does_not_matter(
    drawn: list[tuple[int, float, bool]], length: int
) -> None:
    """Each relation is told or left, whatever comes first."""
    found = [
        relation(n, words=words, sure=nats, retold=retold)
        for n, (words, nats, retold) in enumerate(drawn)
    ]
    words = {one.file: length for one in CHAPTERS.values()}

    def settled(some: list[Relation]) -> tuple[set[str], list[str]]:
        told, slight = sure(*parted(some), words)
        told, soft = eased(told, words)
        told, left = filled(told, [*slight, *soft], words)
        return {one.ident for one in told}, [one.ident for one in left]

    shown, left = settled(found)
    assert settled(found[::-1]) == (shown, left)
    assert sorted([*shown, *left]) == sorted(one.ident for one in found)


def test_what_differs_in_figures_alone_comes_before_what_is_as_sure() -> None:
    """A figure in the place of another may be out of date, so it is told first."""
    figure = (Difference("12 %", "14 %", None, None),)
    word = (Difference("late", "early", None, None),)
    some = [
        relation(number, sure=20.0, words=14, differences=parts, share=90)
        for number, parts in enumerate((word, figure, word))
    ]
    told, _ = filled([], some, {"sources/01.md": 200})
    assert told[0] is some[1]
