"""Includes: a labelled passage of one chapter, shown again in another."""

import pytest
from assembling import report
from conftest import Make

SOURCE = """# One {#sec-one}

Start.

## Key {#sec-key}

Key [29]{value=a.b} words[^n], see [here](#sec-key).

### Under

Counts.

| a |
|---|
| 1 |

: Cap {#tbl-a}

## Next

::: {#box .note}
In a box.
:::

A [passage]{#place} here.

[^n]: Note.
"""


def included(make: Make, source: str) -> str:
    """Return what an include of a passage shows."""
    words = f'# Two\n\n::: {{.include from="{source}"}}\nOld.\n:::\n'
    made = report(make({"a.md": SOURCE, "b.md": words}))
    assert made.findings == []
    return made.text.split('file="b.md"}\n\n')[1].split("\n\n[^1]:")[0].rstrip()


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a.md#box", "In a box."),
        ("a.md#place", "A passage here."),
    ],
)
def test_a_passage_is_shown_again_without_its_ids(
    make: Make, source: str, shown: str
) -> None:
    """A div stands for its content, any other id for the block it is in."""
    assert included(make, source) == f'::: {{.include from="{source}"}}\n{shown}\n:::'


def test_a_section_is_shown_again_with_its_numbers(make: Make) -> None:
    """Its own heading stays away, those below are words, and tables keep theirs."""
    text = included(make, "a.md#sec-key")
    assert text == (
        '::: {.include from="a.md#sec-key"}\n'
        'Key [29]{.number quantity="a.b"} words[^2], see [here](#sec-key).\n\n'
        "**Under**\n\nCounts.\n\n  a\n  ---\n  1\n\n"
        '  : Cap {number="1" label="Table 1" file="a.md"}\n:::'
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a.md#none", "Include names a.md#none, which is not there"),
        ("none.md#box", "Include names none.md#box, which is not there"),
        ("#loop", "Include of #loop includes itself"),
    ],
)
def test_an_include_that_cannot_be_shown_is_visible(
    make: Make, source: str, message: str
) -> None:
    """Its place says what is missing, and so does a finding."""
    words = f'# Two\n\n:::: {{#loop}}\n::: {{.include from="{source}"}}\n:::\n::::\n'
    made = report(make({"a.md": SOURCE, "b.md": words}))
    assert f"\\[passage missing: {source}\\]" in made.text
    assert [(one.code, one.message, one.place.file) for one in made.findings] == [
        ("REF02", message, "b.md")
    ]
