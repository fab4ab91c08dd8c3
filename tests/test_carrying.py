"""What was known of a chapter stands after an edit where it stood, or is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.carrying import Edit, edit, entries, findings
from crossfoot.findings import Finding, Related
from crossfoot.places import Place, Text

FILE = "sources/01-a.md"
WORDS = st.text(alphabet="ab é\n.“7`", max_size=40)
FILLER = "words without any number that fill the room between two others"


def changed(old: str, new: str) -> Edit:
    """Return the edit between two texts of one file."""
    return edit(Text(FILE, old), Text(FILE, new))


def entry(text: str, said: str, file: str = FILE) -> dict[str, Any]:
    """Return an entry of the ledger for a number of a text."""
    start = text.index(said)
    place = Text(file, text).place((start, start + len(said)))
    return {
        "file": file,
        "text": said,
        "span": [start, start + len(said)],
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "context": "as it was",
    }


@given(WORDS, WORDS)
def test_an_edit_is_all_in_which_two_texts_differ(old: str, new: str) -> None:
    """What is before and after an edit, put around what was written, is the new text."""
    one = changed(old, new)
    written = new[one.start : one.end + one.shift]
    assert old[: one.start] + written + old[one.end :] == new
    assert 0 <= one.start <= one.end <= len(old)


@given(WORDS, WORDS)
def test_offsets_keep_their_order(old: str, new: str) -> None:
    """Every character moves to one of the new text, none before another."""
    one = changed(old, new)
    moved = [one.moved(at) for at in range(len(old) + 1)]
    assert moved == sorted(moved)
    assert all(0 <= at <= len(new) for at in moved)


@given(WORDS, WORDS, st.sampled_from(["words", "a\nb", ""]))
def test_numbers_that_are_carried_slice_back(a: str, b: str, word: str) -> None:
    """A number that is carried on has its own text at its new place."""
    old = f"{a}\n\nIn 1,234 houses.\n\n{b}"
    new = f"{a}{word}\n\nIn 1,234 houses.\n\n{b}"
    for one in entries(changed(old, new), [entry(old, "1,234")]) or ():
        assert new[slice(*one["span"])] == "1,234"
        place = Place(FILE, *(one[n] for n in ("line", "column")))
        assert Text(FILE, new).position(one["span"][0]) == (place.line, place.column)


def test_what_follows_moves_and_all_else_stands() -> None:
    """Numbers behind an edit move; those before it and of other files are the same."""
    old = f"In 12 places {FILLER}, one {FILLER} of 34 houses.\n\n56 more.\n"
    new = old.replace(", one ", ", yet\nanother ")
    ledger = [entry(old, said) for said in ("12", "34", "56")]
    ledger.append(entry(old, "56", "sources/02-b.md"))
    made = entries(changed(old, new), ledger)
    assert made == [ledger[0], entry(new, "34"), entry(new, "56"), ledger[3]]
    assert made[0] is ledger[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"In 12 places {FILLER}.", f"In 17 places {FILLER}."),
        (f"In 12 places {FILLER}.", f"In 12 other places {FILLER}."),
        (f"A house in 12 places {FILLER}.", f"One house in 12 places {FILLER}."),
        (f"In 12 places {FILLER}, ends.", f"In 12 places {FILLER}, 3 ends."),
        (f"In 12 places {FILLER}, ends.", f"In 12 places {FILLER}, `ends."),
        (f"In 12 places {FILLER}, ends.", f"In 12 places {FILLER}, [ends."),
        (f"In 12 [a](b/c/d/{'e' * 90}) ends.", f"In 12 [a](b/c/d/{'e' * 90}) end."),
    ],
    ids=["number", "beside", "before", "digit", "code", "bracket", "address"],
)
def test_what_cannot_be_known_is_refused(old: str, new: str) -> None:
    """A number that is written, or may be told by other words, is not carried on."""
    assert entries(changed(old, new), [entry(old, "12")]) is None


def test_findings_move_with_what_they_are_about() -> None:
    """A finding behind an edit, and its second place, are told at their new lines."""
    old, new = "One.\n\nTwo is old.\n", "One.\n\nMore.\n\nTwo is old.\n"
    found = Finding(
        "REP04",
        "Said twice",
        Place(FILE, 3, 1, 3, 12),
        (Related("first", Place(FILE, 1, 1, 1, 4)), Related("b", Place("b.md", 3))),
    )
    (moved,) = findings(changed(old, new), [found])
    assert moved.place == Place(FILE, 5, 1, 5, 12)
    assert [one.place for one in moved.notes] == [one.place for one in found.notes]
