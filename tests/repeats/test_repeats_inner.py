"""Inner repeats: sentences that stand twice in one paragraph."""

import pytest
from repeating import repeats, summary

SAID = (
    "The hub in the old mill served hot meals to most of the people who asked for one."
)
BETWEEN = "Drivers took the boxes round before eight."


def found(text: str) -> list[str]:
    """Return the classes of what is told of a paragraph."""
    product, _ = repeats(f"# A\n\n{text}\n\nAnother paragraph.\n")
    assert product["cuts"] == []
    return [told[0] for told in summary(product)]


@pytest.mark.parametrize("form", ["{}", "- {}\n- More", "Here.[^1]\n\n[^1]: {}"])
def test_a_sentence_that_stands_twice_in_a_paragraph_is_told(form: str) -> None:
    """A paragraph, an item and a note are each held against themselves."""
    assert found(form.format(f"{SAID} {BETWEEN} {SAID}")) == ["exact"]


def test_an_edited_sentence_beside_its_first_form_is_told() -> None:
    """A sentence that was moved and edited is a near repeat of the one left behind."""
    again = SAID.replace("most", "many")
    assert found(f"{SAID} {BETWEEN} {again}") == ["near"]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} {BETWEEN}",
        (
            "In Leeds the hub served meals to all who asked. In York the hub served meals"
            " to all who asked. In Hull the hub served meals to all who came."
        ),
        (
            "In May the hub served 40 hot meals to those who had asked for one. In June the"
            " hub served 45 hot meals to those who had asked for one."
        ),
        "We will work with schools. We will work with shops. We will work with halls.",
    ],
)
def test_a_series_is_no_repeat(text: str) -> None:
    """Sentences for other places, months and partners are meant to be alike."""
    assert found(text) == []


def test_a_sentence_ends_with_its_link() -> None:
    """A target with spaces, as of a template, belongs to the sentence it ends."""
    link = "[what vans may carry]({% link {{ page.version }}/vans.md %}#depot)"
    said = f"For more on how couriers meet the depot, read of {link}."
    product, _ = repeats(f"# A\n\nVans leave at dawn. {said} {said}\n")
    [one] = product["relations"]
    places = [one["a"][0], one["b"][0]]
    assert [part["end_column"] - part["column"] for part in places] == [len(said)] * 2


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("That asked for a number of carts though: asked for a number of carts:", 1),
        ("That asked for a number of carts and then asked for a number of carts.", 0),
        ("They lent us a van in May and a van in June.", 0),
    ],
)
def test_the_rest_of_a_suggestion_is_told_of(said: str, times: int) -> None:
    """Six words that stand twice in a row, or with one between, are a slip."""
    product, _ = repeats(f"# A\n\nVans leave at dawn as ever. {said}\n")
    assert [one["class"] for one in product["relations"]] == ["near"] * times


LINE = "was of no use. Guests could walk around it by"


@pytest.mark.parametrize(
    ("between", "told"), [("", ["exact"]), ("far too often", []), ("then", [])]
)
def test_a_line_that_was_pasted_twice_is_told_of(between: str, told: list[str]) -> None:
    """It stands twice in a row, though a sentence ends within it."""
    text = "They took the rule away because its guard\n{}\n{}\nasking at the door."
    assert found(text.format(LINE, f"{between}\n{LINE}".lstrip())) == told
