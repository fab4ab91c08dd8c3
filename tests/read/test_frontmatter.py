"""Front matter: what is metadata, and what is left for pandoc."""

import pytest

from crossfoot.places import Text
from crossfoot.read.frontmatter import front


def faults(text: str) -> list[str]:
    found = front(Text("a.md", text)).findings
    return [
        f"{f.code} {f.place.line}:{f.place.column}-{f.place.end_column} {f.message}"
        for f in found
    ]


def test_front_matter_is_read_and_left_in() -> None:
    """Known keys and free ones are metadata, and pandoc sees them too."""
    text = "---\ntitle: A\nrole: summary\nlang: en\nmine: [1, b]\n...\n# B\n"
    found = front(Text("a.md", text))
    assert found.meta == {
        "title": "A",
        "role": "summary",
        "lang": "en",
        "mine": [1, "b"],
    }
    assert (found.markdown, found.span, found.findings) == (text, (0, 53), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A\n",
        "\n---\na: b\n---\n",
        "---\n\na\n\n---\n",
        "---\nplain\n---\n",
        "----\n",
    ],
)
def test_other_texts_have_no_front_matter(text: str) -> None:
    """A rule, a table or a blank line at the start are no metadata."""
    found = front(Text("a.md", text))
    assert (found.meta, found.markdown, found.span) == ({}, text, (0, 0))


def test_broken_front_matter_is_blanked_out() -> None:
    """What is no YAML is left out without moving anything."""
    text = "---\r\ntitle: [a\r\n---\r\n# B\r\n"
    found = front(Text("a.md", text))
    assert found.markdown == "   \r\n         \r\n   \r\n# B\r\n"
    assert faults(text) == [
        "SRC02 3:1-1 Front matter is not YAML: expected ',' or ']', but got the end of the file"
    ]


def test_front_matter_without_an_end_is_named() -> None:
    """Its keys would be printed, and its role would not count."""
    text = "---\nrole: summary\n\n# Summary\n"
    assert faults(text) == [
        "SRC02 1:1-4 Front matter is never closed; it is printed, and none of it counts"
    ]
    assert faults("---\nNote: a rule stands above\n") == []


def test_values_that_a_key_cannot_have_are_named() -> None:
    """Each finding stands at the value and says what was expected."""
    text = "---\ntitle: [a]\nrole: sumary\nlang: English (UK)\n---\n\nText\n"
    assert faults(text) == [
        "SRC02 2:8-11 title is a list; expected text",
        "SRC02 3:7-13 role is “sumary”; expected chapter, summary or appendix",
        "SRC02 4:7-19 lang is “English (UK)”; expected a language tag such as en-GB",
    ]
    assert front(Text("a.md", text)).findings[1].expected == "summary"


def test_a_key_that_stands_twice_is_a_fault() -> None:
    """YAML would silently keep one of them."""
    text = "---\nrole: chapter\nrole: summary\n---\n"
    assert faults(text) == ["SRC02 3:1-5 Front matter is not YAML: `role` stands twice"]
