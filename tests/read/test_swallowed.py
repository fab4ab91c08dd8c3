"""Text that pandoc does not print, and what must not fire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.engines.pandoc import markdown
from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.read import closed, opened


def found(text: str) -> list[Finding]:
    """Return what is found on text that is not printed."""
    one = opened("01.md", text.encode())
    made = markdown(one.front.markdown)
    findings = closed(one, made.value, made.warnings, made.error)[1]
    return [one for one in findings if one.code in {"SRC31", "SRC32"}]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("# A\n\n---\nNote: 12 of\n---\n\nB\n", "SRC31", "---\nNote: 12 of\n---"),
        (
            "---\ntitle: A\n---\n\nA\n\n---\ntitle: B\nrole: summary\n...\n\nB\n",
            "SRC31",
            "---\ntitle: B\nrole: summary\n...",
        ),
        ("# A\n\n[Note]: 12 of these\n\nB\n", "SRC32", "[Note]: 12 of these"),
        ("# A\n\n[Total]: 205\n\nB\n", "SRC32", "[Total]: 205"),
        ("# A\n\n[Total]: £205m\nB\n", "SRC32", "[Total]: £205m"),
    ],
)
def test_text_that_is_not_printed_is_named(
    text: str, code: str, told: str, end: str
) -> None:
    """The finding stands at what is lost, whatever the lines end with."""
    text = text.replace("\n", end)
    [one] = found(text)
    whole = Text("01.md", text)
    assert one.code == code
    assert whole.slice(whole.span(one.place)).replace(end, "\n") == told


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\n\nB\n",
        "# A\n\n---\n\nNote: 12\n\n---\n\nB\n",
        "# A\n\n~~~\n\n---\nNote: 12\n---\n\n[Note]: a b c\n~~~\n",
        "# A\n\n- x\n\n      ---\n      a: b\n      ---\n",
        "# A\n\nSee [the plan].\n\n[the plan]: my files/plan one.pdf\n",
        "# A\n\n[a]: https://e.org 'A title'\n[b]: <x y>\n[c]: d (t) {.k}\n",
        "# A\n\n[^1]: A note that nobody calls\n\nB[^2]\n\n[^2]: a b c\n",
        "# A\n\n[Source]: ONS (2024), table 3.\n",
        "# A\n\n[//]: # (A comment)\n\n[comment]: <> (Another)\n\n[p]: plan.pdf\n",
        "# A\n\nSee [the plan].\n\n[the plan]: plan\n",
        "# A\n\nText\n[Note]: in a paragraph is text\n",
        "# A\n\n-----  ----\na      b\n-----  ----\n",
        "# A\n\nHead\n---\nNote: text\n\n---\n",
    ],
)
def test_what_is_printed_or_meant_is_left_alone(text: str) -> None:
    """Rules, code, notes and addresses of links are as they should be."""
    assert found(text) == []


@given(st.text("-a: []\n\r.", max_size=60))
def test_nothing_breaks_the_check(text: str) -> None:
    """Whatever stands in a chapter, each finding is at a place in it."""
    for one in found(f"# A\n\n{text}"):
        assert one.place.line >= 2
