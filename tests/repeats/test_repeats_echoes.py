"""Echoes: how alike two sentences are, alone and with those beside them."""

import pytest
from saying import sayings

from crossfoot.repeats.echoes import Echo, Scale, echoes, is_beside, likeness

SCALE = Scale([1.0, 2.0, 4.0], {"depot": 0, "van": 1, "@a.md": 2}, 8.0)
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
    more = "Drivers loaded crates of bread into them."
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
