"""Abbreviations: first uses written out, and nothing else changed."""

import pytest
from assembling import report
from conftest import Make
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.assemble.abbreviations import parted
from crossfoot.nodes import Node, text

SETTINGS = """\
abbreviations:
  WMCA: West Midlands Combined Authority
  MP: Member of Parliament
  NGO: non-governmental organisation
  R&D: research and development
  a.m.: before noon
  UNUSED: never said
"""


def blocks(make: Make, *chapters: str) -> list[Node]:
    """Return the blocks of a report with these short forms."""
    files = {f"sources/{at:02}.md": words for at, words in enumerate(chapters, 1)}
    blocks_ = report(make({**files, "sources/report.yml": SETTINGS})).ast["blocks"]
    return [one for one in blocks_ if one["t"] != "Header" or text(one["c"][2])]


def said(make: Make, *chapters: str) -> list[str]:
    """Return the words of a report, a block each."""
    return [text(block) for block in blocks(make, *chapters)]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            "The WMCA paid. The WMCA left.",
            "The West Midlands Combined Authority (WMCA) paid. The WMCA left.",
        ),
        ("An MP asked.", "An MP (Member of Parliament) asked."),
        ("All NGOs agree.", "All NGOs (non-governmental organisation) agree."),
        ("The WMCA’s plan", "The WMCA’s (West Midlands Combined Authority) plan"),
        ("NGO work, it is.", "Non-governmental organisation (NGO) work, it is."),
        ("It fell. NGO work", "It fell. Non-governmental organisation (NGO) work"),
        ("at 8 a.m. sharp", "at 8 before noon (a.m.) sharp"),
        ("on *R&D*, too", "on research and development (R&D), too"),
        ("(the WMCA), too", "(the West Midlands Combined Authority (WMCA)), too"),
        ("`WMCA` and WMCA-led work", "WMCA and WMCA-led work"),
        ("he wrote “the WMCA said” so", "he wrote “the WMCA said” so"),
        ("he wrote “WMCA”", "he wrote “WMCA”"),
        ("the combined authority (WMCA) paid", "the combined authority (WMCA) paid"),
        (
            "the West Midlands combined authority, or WMCA",
            "the West Midlands combined authority, or WMCA",
        ),
        ("[WMCA](https://wmca.org) of WMCAX", "WMCA of WMCAX"),
    ],
)
def test_the_first_use_is_written_out(make: Make, words: str, shown: str) -> None:
    """Where a report first uses a short form, what it stands for is added."""
    assert said(make, f"# One\n\n{words}\n")[1] == shown


def test_headings_tables_notes_and_later_chapters_stay(make: Make) -> None:
    """The first use in running text counts, wherever others come before it."""
    found = said(
        make,
        "# The WMCA\n\n| MP |\n|----|\n| WMCA |\n\n: Of the WMCA\n\n> WMCA, they said.\n",
        "# Two\n\nNow[^a] the WMCA.\n\n[^a]: An MP.\n",
        "# Three\n\nThe WMCA, again.\n",
    )
    assert found == [
        *("The WMCA", "Of the WMCAMPWMCA", "WMCA, they said.", "Two"),
        "Now the West Midlands Combined Authority (WMCA).",
        *("Three", "The WMCA, again.", "Abbreviations"),
        "MPMember of ParliamentWMCAWest Midlands Combined Authority",
    ]


def test_the_list_stands_where_its_author_wants_it(make: Make) -> None:
    """A div of the list's name is filled, and no chapter is added."""
    found = said(
        make, "# One\n\nThe NGO.\n\n::: {#abbreviations}\nUsed here:\n:::\n\nEnd.\n"
    )
    assert found == [
        "One",
        "The non-governmental organisation (NGO).",
        "Used here:NGOnon-governmental organisation",
        "End.",
    ]


@given(st.text(alphabet="WMCA’'s()[].,-/ é1", max_size=12))
def test_no_sign_of_a_word_is_lost(word: str) -> None:
    """What a word is parted into is the word."""
    found = parted(word, {"WMCA", "A", "M", "W.A."})
    assert found is None or "".join(found) == word
