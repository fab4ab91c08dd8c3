"""What is said again in other words, and what of the slight is told."""

import pytest
from repeating import messages, repeats, summary
from saying import sayings

from crossfoot.repeats.echoes import Echo
from crossfoot.repeats.retold import _pair
from crossfoot.repeats.slight import CERTAIN

HUBS = "Volunteers counted every parcel by hand before the vans left the depot at dawn."
AGAIN = (
    "Before vans left at dawn, each parcel at the depot was counted manually by"
    " volunteers."
)
OTHER = "Bicycles replaced cars on narrow lanes where delivery trucks got stuck."


def found(*texts: str) -> list[str]:
    """Return the findings of chapters of these texts."""
    _, findings = repeats(*(f"# C{n}\n\n{text}\n" for n, text in enumerate(texts)))
    return messages(findings)


def test_a_statement_in_other_words_is_a_note() -> None:
    """Sentences that share what they tell, in any order, are told of as a note."""
    product, _ = repeats(f"# A\n\n{HUBS}\n", f"# B\n\n{AGAIN}\n\n{OTHER}\n")
    told = [
        (one["class"], one["action"], one.get("retold")) for one in product["relations"]
    ]
    assert told == [("near", "report", True)]
    assert [one[:5] for one in found(HUBS, AGAIN)] == ["REP10"]


@pytest.mark.parametrize(
    "other",
    [
        OTHER,
        AGAIN.replace("was counted", "was never counted"),
        AGAIN.replace("Before", "After"),
        "Volunteers left the depot.",
    ],
)
def test_what_says_another_thing_is_not_retold(other: str) -> None:
    """Other things, denials and contraries are nothing said again."""
    assert not [one for one in found(HUBS, other) if one.startswith("REP10")]


def test_what_differs_only_around_the_likeness_is_told_without_it() -> None:
    """A sentence beside that speaks of another thing is no part of what is told."""
    first = f"Nora Vasquez ran the depot of Copthorne for 31 years. {HUBS}"
    other = f"Peter Lindqvist ran the depot of Underlea for 44 years. {AGAIN}"
    product, _ = repeats(f"# A\n\n{first}\n", f"# B\n\n{other}\n")
    [one] = [one for one in product["relations"] if one.get("retold")]
    assert [place["column"] for place in (*one["a"], *one["b"])] == [55, 57]


def test_what_is_left_out_hides_no_other() -> None:
    """Of two sentences told in a row, a name in the first leaves the second to tell."""
    first = (
        "Finally, mind that payroll belongs to Copthorne and stays separate from the"
        " calendar, which is Copthorne’s own timekeeper."
    )
    other = (
        "Payroll stands out of hours at Underlea and stays separate from the calendar,"
        " which is Underlea’s own timekeeper."
    )
    off = "Whoever takes a week off has to make sure of being counted in both of them."
    again = "If you take a week off, make sure that you are counted in both of them."
    for one, same in ((off, again), (f"{first} {off}", f"{other} {again}")):
        assert [told[:5] for told in found(one, same)] == ["REP10"]


def test_a_sentence_that_stands_again_in_the_next_item_is_certain() -> None:
    """Equal sentences side by side are a slip, however little they tell."""
    keepers = "Several keepers can define harbour lights."
    one, other = (
        said
        for said in sayings(f"- Boats leave early. {keepers}\n- {keepers}\n")
        if "keepers" in said.norms
    )
    assert _pair(Echo(17.0, one, other)).sure == CERTAIN
    far = f"- {keepers}\n- Boats leave early for the island.\n- {keepers}\n"
    first, _, last = sayings(far)
    assert _pair(Echo(17.0, first, last)).sure == 17.0


def test_the_surest_of_many_slight_repeats_are_told() -> None:
    """Of short equal phrases a few are told one by one and the others counted."""
    said = [
        "The cost of the food was for all.",
        "People who were there came by the bus.",
        "Rooms that were there were all too cold.",
        "There was help with the forms and mail.",
        "These were days on which no one came.",
        "The keys that were lent are not back.",
        "There were games for all the older ones.",
    ]
    here, there = "\n\n".join(said), "\n\n".join(reversed(said))
    product, findings = repeats(f"# A\n\n{here}\n", f"# B\n\n{there}\n")
    assert len(product["relations"]) == 5
    assert len(product["slight"]) == 2
    assert [one.code for one in findings].count("REP11") == 1


@pytest.mark.parametrize(
    ("between", "there"),
    [(" ", "01:3-3"), ("\n\n", "01:5-5"), ("\n\nVans. ", "01:5-5")],
)
def test_a_short_sentence_that_stands_twice_side_by_side_is_a_copy(
    between: str, there: str
) -> None:
    """What is equal is not said again in other words."""
    twice = "Every clerk signs the blue ledger twice."
    product, _ = repeats(
        f"# A\n\nNow it is late. {twice}{between}{twice} So it ends.\n"
    )
    assert summary(product) == [("exact", "report", ["01:3-3"], [there])]
    assert "retold" not in product["relations"][0]


def test_what_is_said_again_in_the_first_place_of_a_copy_is_told_of() -> None:
    """Two sentences that say one thing are told of where both were copied, too."""
    both = f"{HUBS}\n\n{AGAIN}"
    told = found(both, f"{both}\n\n{OTHER}")
    assert [one[:22] for one in told if one[:5] == "REP10"] == [
        "REP10 note sources/01."
    ]


def test_the_same_words_in_another_order_side_by_side_are_certain() -> None:
    """Two sentences of the same words in a row are a slip in whatever order."""
    first = "Vans are kept for both the northern depots and the southern depots."
    second = "Vans are kept for both the southern depots and the northern depots."
    product, _ = repeats(f"# A\n\n{first}\n\n{second}\n")
    echo = Echo(20.0, *sayings(f"{first}\n\n{second}\n"))
    assert (_pair(echo).kind, _pair(echo).sure) == ("near", CERTAIN)
    assert len(product["relations"]) == 1


ANEW = "Keepers light the harbour lamps of the island."
OLD = "In this sketch keepers light the harbour lamps of the island."


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (f"{ANEW} {OLD}", CERTAIN),
        (f"{OLD} {ANEW}", CERTAIN),
        (f"{ANEW}\n\n{OLD}", 17.0),
        (f"{ANEW} Boats leave early for the long strait. {OLD}", 17.0),
        (f"{ANEW} {OLD[:-1]} and each stone pier of the mainland.", 17.0),
        (f"{ANEW[:-1]} by dawn. {OLD}", 17.0),
    ],
    ids=["before", "after", "another paragraph", "apart", "much more", "its own"],
)
def test_a_sentence_beside_one_with_all_its_words_and_few_more_is_certain(
    text: str, sure: float
) -> None:
    """One that has words of its own, or stands apart, is none that was written anew."""
    sides = [one for one in sayings(f"{text}\n") if "keepers" in one.norms]
    assert _pair(Echo(17.0, *sides)).sure == sure
