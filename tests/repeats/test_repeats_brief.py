"""Brief sentences that are said twice under one heading."""

import pytest
from repeating import messages, repeats
from saying import known, made

from crossfoot.repeats.brief import brief
from crossfoot.repeats.slight import CERTAIN

FILLING = "\n\n".join(
    f"Ward {number} kept {thing} for the winter and lent it to its neighbours in March."
    for number, thing in enumerate(
        ("ladders", "blankets", "lanterns", "bicycles", "kettles", "tents"), 3
    )
)
"""Prose beside which a few words tell little by little."""


def found(text: str, *others: str) -> list[str]:
    """Return the findings of a chapter of this text, and of others beside it."""
    texts = (text, *others, f"# Wards\n\n{FILLING}\n")
    return messages(repeats(*texts)[1])


def test_a_few_words_twice_under_one_heading_are_told_of() -> None:
    """Two equal sentences of a few words under one heading are a note."""
    text = (
        "# Depots\n\nParcels reach us at dawn. Nobody counts them twice.\n\n"
        "Vans leave before noon. Parcels reach us at dawn.\n"
    )
    assert found(text) == [
        (
            "REP10 note sources/01.md:5:25 Passage of 5 words says again what"
            " sources/01.md:3 says"
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nParcels reach us at dawn.\n\n# B\n\nParcels reach us at dawn.\n",
        "# A\n\nParcels reach us at dawn:\n\nOne.\n\nParcels reach us at dawn:\n\nTwo.\n",
        "# A\n\n- Ask the driver first\n\nThen:\n\n- Ask the driver first\n",
        "# A\n\nThat is it then. Or not.\n\nYes. That is it then.\n",
        "# A\n\nOne.\n\n[Parcels reach us early](b)\n\nTwo.\n\n[Parcels reach us early](b)",
        "# A\n\n"
        + "\n\n".join(
            f"{other} Parcels reach us at dawn."
            for other in ("Carts are few.", "Bells ring.", "Who knows?")
        )
        + "\n",
    ],
    ids=["two headings", "leads on", "items", "light words", "a link", "a refrain"],
)
def test_a_few_words_twice_elsewhere_are_a_refrain(text: str) -> None:
    """Elsewhere, before a list, in items, as a link or three times they are no repeat."""
    assert found(text) == []


def test_a_few_words_twice_in_two_chapters_are_a_form() -> None:
    """What is said twice under one heading of two chapters is part of a form."""
    text = "# {}\n\nParcels reach us at dawn. So\n\nor so. Parcels reach us at dawn.\n"
    assert found(text.format("North"), text.format("South")) == []


def test_a_sentence_that_another_holds_word_for_word_is_told_of() -> None:
    """A brief sentence all of which another one under its heading holds is a note."""
    text = (
        "# Fees\n\nVersion 7.4 changed the bicycle fees.\n\nVersion 7.4 changed the"
        " bicycle fees of all couriers who work at night without an assistant.\n"
    )
    assert found(text) == [
        (
            "REP10 note sources/01.md:5:1 Passage of 16 words says again what"
            " sources/01.md:3 says"
        )
    ]


def test_a_sentence_that_another_denies_is_not_told_of() -> None:
    """A sentence that stands in a denial is none said again."""
    text = (
        "# Fees\n\nCouriers may change the bicycle fees.\n\nIt is not true that"
        " couriers may change the bicycle fees without an assistant.\n"
    )
    assert found(text) == []


def test_a_heading_that_its_paragraph_repeats_is_told_of() -> None:
    """A paragraph that starts with the words of its heading is a note."""
    text = (
        "# Depots\n\nFirst.\n\n## What may a courier carry?\n\n"
        "What may a courier carry?\nParcels of all sizes.\n"
    )
    assert found(text) == [
        (
            "REP10 note sources/01.md:7:1 Passage of 5 words says again what"
            " sources/01.md:5 says"
        )
    ]


def test_a_paragraph_of_few_words_side_by_side_is_told_of() -> None:
    """All that a paragraph says counts where each of its sentences is shorter."""
    text = "# Depots\n\nThat is it. Parcels arrive!\n\nThat is it. Parcels arrive!\n"
    assert found(text) == [
        (
            "REP10 note sources/01.md:5:1 Passage of 5 words says again what"
            " sources/01.md:3 says"
        )
    ]


def test_what_stands_side_by_side_is_certain() -> None:
    """Equal sentences of a few words in a row are left there by a slip."""
    text = "# Depots\n\nParcels reach us at dawn.\n\nParcels reach us at dawn.\n"
    told = brief(made(text), known(text))
    assert [pair.sure for pair in told] == [CERTAIN]


def test_an_item_that_a_sentence_holds_is_a_name() -> None:
    """An item may be no sentence, and what it names is spoken of elsewhere."""
    text = (
        "# Fees\n\n- Bicycle fees of the northern depots\n- Wages\n\nThe bicycle fees"
        " of the northern depots rose by half in spring.\n"
    )
    assert found(text) == []
