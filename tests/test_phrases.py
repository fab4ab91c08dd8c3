"""Phrases: every language says all that the frame of a report says."""

import re

from crossfoot.phrases import TABLE, phrases, spoken

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "cy", "pl")


def test_every_phrase_is_said_in_every_language() -> None:
    """No cell of the table is empty, and pages are counted in all of them."""
    rows = [line.split(" | ") for line in TABLE.strip().splitlines()]
    assert {len(row) for row in rows} == {1 + len(LANGUAGES)}
    assert all(cell.strip() == cell != "" for row in rows for cell in row)
    assert len({row[0] for row in rows}) == len(rows)
    for language in LANGUAGES:
        said = phrases(language)["pages"]
        assert re.findall(r"\{\w+\}", said) == ["{page}", "{pages}"]


def test_a_language_without_phrases_speaks_english() -> None:
    """Regions do not matter; what is not in the table is said in English."""
    assert phrases("de-AT")["table"] == "Tabelle"
    assert phrases("PL")["and"] == "i"
    assert phrases("hu")["contents"] == "Contents"
    assert [spoken(one) for one in ("cy-GB", "en", "hu", "")] == [
        True,
        True,
        False,
        False,
    ]
