"""Sentences that are printed as code, and what must not fire."""

import pytest

from crossfoot.engines.pandoc import markdown
from crossfoot.places import Text
from crossfoot.read import closed, opened


def told(text: str) -> list[str]:
    """Return the sentences of a chapter that are told as printed like code."""
    one = opened("01.md", text.encode())
    made = markdown(one.front.markdown)
    findings = closed(one, made.value, made.warnings, made.error)[1]
    whole = Text("01.md", text)
    return [
        whole.slice(whole.span(one.place)) for one in findings if one.code == "SRC37"
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "A\n\n    In 2020 we asked 205 people who came by bus.\n",
            "In 2020 we asked 205 people who came by bus.",
        ),
        (
            '!!! note "B"\n\n    Of these **12** did\n    not want to answer us.\n\nC\n',
            "Of these **12** did\n    not want to answer us.",
        ),
        (
            "- a\n\n          The next of them is in the item.\n",
            "The next of them is in the item.",
        ),
    ],
)
def test_a_sentence_that_is_printed_as_code_is_named(
    text: str, said: str, end: str
) -> None:
    """The finding stands at the sentence, whatever the lines end with."""
    [one] = told(text.replace("\n", end))
    assert one.replace(end, "\n") == said


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\n    The next of them is in the item.\n",
        "```\nThe next of them is what is shown.\n```\n",
        "> ~~~\n> The next of them is what is shown.\n> ~~~\n",
        "A\n\n    git commit -m 'Say what was done'\n",
        "A\n\n    Total = the sum of all that was asked.\n",
        "A\n\n    Name    what it is and what it was.\n",
        "A\n\n    Usage of it\n",
    ],
)
def test_code_and_items_of_lists_are_left_alone(text: str) -> None:
    """Fenced code, signs of code, and paragraphs of an item are as they should be."""
    assert told(text) == []
