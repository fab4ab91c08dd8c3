"""Texts that try to hide a number from the ledger, or to look bound."""

import pytest
from reading import faults, known, part, quantity, states

C = known(quantity("c", "41"), quantity("asks.count", "41"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("４１ wide, ٤١ of another script.", ["４１", "٤١"]),
        ('::: {.callout-note title="Of 37 asks"}\nInside 35.\n:::', ["37", "35"]),
        ('::: {.callout-note\ntitle="Of 37\nasks"}\nInside 35.\n:::', ["37", "35"]),
        ('A [link][a].\n\n[a]: https://example.org "title of 39"', ["39"]),
        ('A [link](https://example.org "title of 39").', ["39"]),
        ("[the £53m asked for](#sec-a) and [41](#sec-b)", ["£53m"]),
        ('X [1]{value="c.n}, 42 and 43.', ["1", "42", "43"]),
        ("£2**03**m and *4*1", ["£2**03**m", "4*1"]),
        ("4\u00ad1 and 4\u200b1", ["4", "1", "4", "1"]),
        ("<span>28</span> and ~~33~~ and [36]{.mark}", ["28", "33", "36"]),
        ("Term 26\n:   Def 25\n\n| Text 48\n| of 49", ["26", "25", "48", "49"]),
    ],
)
def test_a_number_cannot_hide(text: str, said: list[str]) -> None:
    """What a reader sees as a quantity stands in the ledger."""
    assert [shown for shown, _ in states(text)] == said


def test_a_title_is_checked() -> None:
    """The titles of boxes and links hold bindings as text does."""
    text = (
        '::: {.callout-note title="Of [36]{value=c} and `=c`"}\nInside.\n:::\n\n'
        'A [link](https://example.org "of `=c`").\n'
    )
    found = [(one["shown"], one["state"]) for one in part(text, C).numbers]
    assert found == [("36", "failed"), ("41", "inserted"), ("41", "inserted")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[42](https://example.org){value=c}", "c is named on a link, which"),
        ("![42](a.png){value=c} x", "c is named on a picture, which"),
        ("`42`{value=c|words}", "c is named on code, which"),
        ("# Of 42 {value=asks.count}", "asks.count is named on a heading, which"),
        ("::: {value=c}\n42\n:::", "c is named on a box, which"),
        ("[42]{value = c}", "“{value = c}” is printed as it stands and"),
        ("[42] {value=c}", "“{value=c}” is printed as it stands and"),
        ("[42]{value=c of them", "“{value=c of them” is printed as it stands and"),
        ("42]{.mark value=c}", "“{.mark value=c}” is printed as it stands and"),
    ],
)
def test_what_binds_nothing_is_told(text: str, said: str) -> None:
    """It looks as if a number was held against the data."""
    loose = [message for code, message in faults(text, C) if code == "NUM19"]
    assert loose == [f"{said} binds no number"]


@pytest.mark.parametrize(
    "text",
    [
        "[41]{value=c} and `=c`",
        "`[41]{value=c}` shows how, as does `{value=KEY}`.",
        "[x](https://example.org){value=other}",
        "A map {key=1, value=2} in Java, and {a} value = c.",
        "```\n[41] {value=c}\n```",
    ],
)
def test_what_is_bound_or_code_is_no_loose_binding(text: str) -> None:
    """Braces in code, other attributes and other notations are left alone."""
    assert [one for one in faults(text, C) if one[0] == "NUM19"] == []
