"""What sentences are about: stems, figures and where links lead."""

import pytest
from saying import made, sayings

from crossfoot.repeats.said import beside

KEPT = "Volunteers counted 40 parcels before the vans left the depot."


def test_a_sentence_is_about_its_stems_and_figures() -> None:
    """Forms of a word count as one, light words as none, figures by their values."""
    [said] = sayings(f"{KEPT}\n")
    told = {"#40", "volunteer", "count", "parcel", "van", "left", "depot"}
    assert (said.stems, said.links, said.norms[:3]) == (
        told,
        frozenset(),
        ("volunteers", "counted", "40"),
    )


@pytest.mark.parametrize("name", ["`$DEPOT_KEY`", "`${DEPOT_KEY}`", "%DEPOT_KEY%"])
def test_a_variable_is_its_name(name: str) -> None:
    """The signs by which a shell asks for a variable are no part of what it is."""
    [said] = sayings(f"Volunteers set {name} before the vans left the depot.\n")
    assert said.stems == {"volunteer", "set", "depot_key", "van", "left", "depot"}


@pytest.mark.parametrize(
    "end",
    ["`depot`.", "(the `depot`).", "(see [it](a.md)).", "“the `depot`”.", "(`it`)!"],
)
def test_a_sentence_ends_in_code_or_a_link_in_brackets(end: str) -> None:
    """A full stop behind a bracket or a quotation mark is one, whatever these close."""
    text = f"Volunteers counted parcels and vans of {end} Drivers loaded six crates of jam."
    found = [" ".join(one.norms[:2]) for one in sayings(f"{text}\n")]
    assert found == ["volunteers counted", "drivers loaded"]


def test_sentences_about_little_are_left() -> None:
    """A sentence of few words, or of light ones, is none of them."""
    told = "Volunteers counted parcels.\n\nIt was all that there was to be.\n"
    assert list(sayings(told)) == []


@pytest.mark.parametrize(
    ("link", "where"),
    [
        ("[the vans](https://vans.org/fleet/)", "@vans.org/fleet"),
        ("[the vans](../fleet.md#vans)", "@fleet.md#vans"),
        ("[the vans](<fleet.md>)", "@fleet.md"),
        ('[the vans](fleet.md "Vans")', "@fleet.md"),
        ("the vans of <https://vans.org/fleet>", "@vans.org/fleet"),
    ],
)
def test_a_link_says_where_it_leads(link: str, where: str) -> None:
    """However an address is written, the same place is the same link."""
    [said] = sayings(f"Volunteers counted parcels before {link} left the depot.\n")
    assert said.links == {where}


def test_each_sentence_has_the_links_in_it() -> None:
    """A link belongs to the sentence that it stands in; an image is none."""
    text = (
        "Volunteers counted [parcels](a.md) before vans left.\n"
        "Drivers loaded [crates](b.md) into vans again.\n"
        "![Vans at the depot](c.png) Bicycles replaced cars on narrow lanes.\n"
    )
    assert [one.links for one in sayings(text)] == [{"@a.md"}, {"@b.md"}, frozenset()]


def test_each_sentence_of_a_long_paragraph_has_its_own_links() -> None:
    """A page without blank lines is read by its sentences, and each for its links."""
    text = " ".join(
        f"Volunteers counted [parcels](a{at}.md) before vans left the yard."
        for at in range(300)
    )
    found = [one.links for one in sayings(f"{text}\n")]
    assert found == [{f"@a{at}.md"} for at in range(300)]


def test_a_cell_has_no_links_of_other_rows() -> None:
    """Where the rows above and below lead to says nothing of a cell."""
    cells = "[Vans counted parcels](a.md) before they left the depot | at five"
    other = cells.replace("a.md", "b.md").replace("Vans", "Bicycles")
    last = f"seven | {cells.replace('a.md', 'c.md').removesuffix(' | at five')}"
    table = f"| what | when |\n|:--|:--|\n| {cells} |\n| {other} |\n| {last} |\n"
    assert [one.links for one in sayings(table)] == [{"@a.md"}, {"@b.md"}, {"@c.md"}]


def test_a_sentence_that_starts_with_a_link_has_it() -> None:
    """The bracket or the stars before its first word belong to a sentence."""
    text = (
        "Volunteers counted parcels before vans left.\n"
        "**[Drivers](b.md)** loaded crates into small vans again.\n"
    )
    assert [one.links for one in sayings(text)] == [frozenset(), {"@b.md"}]


def test_cells_of_a_row_are_sentences_of_their_own() -> None:
    """A row says as many things as it has cells that are about enough."""
    table = (
        "| name | what |\n|:--|:--|\n"
        f"| depot | {KEPT} Drivers loaded every crate into small vans. |\n"
    )
    [said, other] = sayings(table)
    assert (said.unit.kind, said.norms[0], other.norms[0]) == (
        "row",
        "volunteers",
        "drivers",
    )


def test_the_sentences_beside_one_are_found_and_joined() -> None:
    """Before the first and after the last sentence of a unit is nothing."""
    text = f"Snow fell. {KEPT} Nobody came late that day.\n"
    unit = made(text)[0]
    [said] = sayings(text)
    before, after = beside(said, -1), beside(said, 1)
    assert before
    assert after
    assert (before.norms, after.norms[:2]) == (("snow", "fell"), ("nobody", "came"))
    assert (beside(before, -1), beside(after, 1)) == (None, None)
    whole = after.joined(said.joined(before))
    assert (whole.lo, whole.hi) == (0, len(unit.words))
    assert whole.stems == before.stems | said.stems | after.stems
