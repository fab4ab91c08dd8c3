"""Tables of shares whose lines make up a hundred, with no total that says so."""

from sheeting import sheet

from crossfoot.numbers.tables.footing import footing

ASKED = """
    Answer | 16–34 | 35–54 | 55 and over | All
    Very happy | 22% | 28% | {}% | 27%
    Fairly happy | 41% | 39% | 40% | 40%
    Not happy | 30% | 24% | 21% | 25%
    Don't know | 7% | 9% | 8% | 8%"""
QUESTIONS = """
    Question | Agree | Neither | Disagree
    The hall is warm | 61% | 20% | {}%
    The staff help | 72% | 18% | 10%
    I would come back | 55% | 30% | 15%"""


def told(text: str) -> list[tuple[str, str]]:
    """Return the message and place of each finding but notes."""
    return [
        (one.message, f"{one.place.line}:{one.place.column}-{one.place.end_line}")
        for one in footing(sheet(text)).findings
        if one.level != "note"
    ]


def test_a_column_of_shares_makes_up_a_hundred_where_the_others_do() -> None:
    """No row says 100%, and each group that was asked gave one answer."""
    assert told(ASKED.format(31)) == []
    assert told(ASKED.format(13)) == [
        ("55 and over adds up to 82%; 3 other columns make up 100%", "1:4-4")
    ]


def test_a_row_of_shares_does_so_too() -> None:
    """Questions may stand in the rows."""
    assert told(QUESTIONS.format(19)) == []
    assert told(QUESTIONS.format(91)) == [
        ("The hall is warm adds up to 172%; 2 other rows make up 100%", "1:2-1")
    ]


def test_shares_that_are_rounded_may_miss_a_hundred() -> None:
    """Each is off by half a step; four of them by two."""
    assert told(ASKED.format(29)) == []
    assert told(ASKED.format(34)) == []


def test_what_no_slip_explains_is_another_question() -> None:
    """One column of several answers each is no column of one whole."""
    text = ASKED.format(64).replace("39%", "49%").replace("24%", "44%")
    assert told(text) == []
    assert told(ASKED.format(65)) == []


def test_lines_that_do_not_make_up_a_hundred_hold_nothing() -> None:
    """Rates of one thing in several places add up to nothing."""
    text = ASKED.format(31).replace("41%", "48%").replace("40%", "52%")
    assert told(text) == []


def test_a_row_that_says_the_whole_is_held_to_its_parts() -> None:
    """A total of 100% is the sum above it, and is told as one."""
    text = ASKED.format(13) + "\n    Total | 100% | 100% | 100% | 100%"
    assert told(text) == [
        ("Total says “100%”; its 4 parts add up to 82%", "5:4-5"),
    ]


INDEX = """
    {} | Fund | Units
    30% | Alder | 12
    30% | Birch | 8
    25% | Cedar | 7
    {}% | {} | 5"""


def test_weights_of_one_whole_are_not_more_than_a_hundred() -> None:
    """What is left out of a list makes them fewer; what comes on top is named."""
    said = "{} adds up to 105%; weights make up 100%"
    for heading in ("Weight", "% Weighting", "Weightage"):
        assert told(INDEX.format(heading, 15, "Elm")) == []
        assert told(INDEX.format(heading, 20, "Elm")) == [
            (said.format(heading), "1:1-4")
        ]
        assert told(INDEX.format(heading, 5, "Elm")) == []
        assert told(INDEX.format(heading, 60, "Elm")) == []
        assert told(INDEX.format(heading, 20, "Bonus")) == []
    assert told(INDEX.format("Share of members", 20, "Elm")) == []
