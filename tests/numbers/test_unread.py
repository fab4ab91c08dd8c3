"""What is not read as text: its numbers stand in the ledger, left out by rule."""

from reading import ASKS, chapter, part

from crossfoot.nodes import walk
from crossfoot.numbers import checks_of, report
from crossfoot.numbers.unread import unread

TEXT = """\
Of `£203m` and $x = 41$ said [@smith2020, 12 copies], <b title="7">9</b> came.

```
27 lines
```

::: {}
<table><tr><td>29 rows</td></tr></table>
:::

| a |
|---|
| `15` |
"""


def test_numbers_set_apart_are_listed_with_their_rule() -> None:
    """Each stands exactly where it is written; what markup holds as text is read."""
    one = part(TEXT)
    assert [entry["text"] for entry in one.numbers] == ["9", "29"]
    found = [
        (one["text"], one["line"], one["column"], one["rule"]) for one in one.apart
    ]
    assert found == [
        ("£203m", 1, 5, "code"),
        ("41", 1, 21, "formula"),
        ("12", 1, 43, "citation"),
        ("27", 4, 1, "code"),
        ("15", 13, 4, "code"),
    ]


def test_the_ledger_lists_them_apart() -> None:
    """They have names and places like all others, and coverage is not about them."""
    made, _ = report([part(TEXT)], [], ASKS, checks_of(None), [])
    assert [entry["rule"] for entry in made["apart"]] == [
        *("code", "formula", "citation", "code", "code")
    ]
    assert len({entry["id"] for entry in made["numbers"] + made["apart"]}) == 7
    assert made["coverage"]["quantities"] == 2


def test_an_inserted_number_is_not_set_apart() -> None:
    """A code span that inserts a number is read as one, whether its key is known."""
    one = chapter("It is `=asks.total`, `=asks.gone|£m`, or `=5`.\n")
    assert [entry.text for entry in unread(one, walk(one.blocks), ASKS)] == ["5"]


def test_tags_and_comments_hold_no_numbers() -> None:
    """Only what raw markup shows is listed."""
    one = chapter('<!-- 12 notes -->\n\nA <img width="600"> of <b>9</b>.\n')
    assert unread(one, walk(one.blocks), ASKS) == []
