"""Words of which nothing is made, and what must not fire."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crossfoot.engines.pandoc import markdown
from crossfoot.findings import Finding
from crossfoot.nodes import walk
from crossfoot.places import Text
from crossfoot.read import closed, opened
from crossfoot.read.lost import WORD


def read(text: str) -> tuple[str, list[Finding]]:
    """Return all that the AST of a chapter says, and what is found on it."""
    one = opened("01.md", text.encode())
    made = markdown(one.front.markdown)
    chapter, findings = closed(one, made.value, made.warnings, made.error)
    return str([node.get("c") for node in walk(chapter.ast["blocks"])]), findings


def told(text: str) -> list[str]:
    """Return the stretches of a chapter that are told as lost."""
    whole = Text("01.md", text)
    found = [one for one in read(text)[1] if one.code == "SRC35"]
    return [whole.slice(whole.span(one.place)) for one in found]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("# A\n\n---\n# 205 came\n---\n\nB\n", ["205 came"]),
        ("# A\n\n---\n# 205 came\n# and 7 left\n---\n", ["205 came\n# and 7 left"]),
        ("- x\n\n  ---\n  # 205 came\n  ---\n\n  y\n", ["205 came"]),
        (
            "| a | b |\n|---|---|\n| 1 | <ul><li>two</li></ul> |\n| 3 | 4 |\n",
            ["two"],
        ),
        (
            "| a | b |\n|---|---|\n| two | <p>two</p> |\n| 3 | <p>4</p> |\n",
            ["two", "4"],
        ),
        ("Term\n:   Def\n\n---\n# gone\n---\n\n[x]: y.html 'Title'\n", ["gone"]),
    ],
)
def test_words_of_which_nothing_is_made_are_named(
    text: str, lost: list[str], end: str
) -> None:
    """The finding stands at what is lost, from its first word to its last."""
    text = text.replace("\n", end)
    assert [one.replace(end, "\n") for one in told(text)] == lost


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("B\n\n---\n# d\n---\n", "Put an empty line before it, and one behind it"),
        (
            "| a |\n|---|\n| <ul><li>x</li></ul> |\n",
            "Write the cell without block tags such as <ul>, or the table in HTML",
        ),
    ],
)
def test_the_way_out_is_that_of_the_place(text: str, way: str) -> None:
    """In a table the cell is to be written anew, elsewhere empty lines help."""
    found = [one for one in read(text)[1] if one.code == "SRC35"]
    assert [one.help for one in found] == [way]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n---\n\n# A {#a .b k=v}\n\n::: {.note k=v}\nB\n:::\n",
        "% Title\n% Author\n\nB\n",
        "1. a\n   (i) b. c\n2. - d\n\n(@x) e\n\nTerm one\n:   Def\n\nTerm *two*\n~   D\n",
        "A[^1] and ^[\nan inline note\n].\n\n[^1]: B\n\n    C\n\n[^2]: Unused.\n",
        "[a] [b][a] <https://e.org>\n\n[a]: https://e.org 'T'\r\n[b]: <c d>\r\n",
        "Table: Cap {#tbl-x}\n\n| a | b |\n|---|---|\n| `x` | $y$ |\n| 1 |\n",
        "+---+---+\n| a | b |\n+===+===+\n| - c |   |\n+---+---+\n\n: Cap\n",
        "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n",
        "<div class='x'>\n\nA\n\n</div>\n\n<!-- a\n\nb -->\n\n<table><tr><td>1</td></tr></table>\n",
        "![Cap](a.png 'Title'){#fig-a width=5}\n\n![](b.png)\n\nA&nbsp;b &amp; c\n",
        "\\newcommand{\\x}{Y z}\n\n\\x is here. $\\x$\n\n```{=html}\n<b>\n```\n",
        "> - a\n>   b\n>\n> | c | d |\n> |---|---|\n> | 1 | 2 |\n\n| e\n|   f\n",
        "| bound <div id='b'/> | A bound b is [bound](x.html#bound-b) |\n|--|--|\n| c | d |\n",
        "---\ntitle: A\n--- b\n\nOf what is printed the front matter tells.\n",
    ],
)
def test_marks_of_markdown_are_no_lost_words(text: str) -> None:
    """What is written and not shown is told by nobody."""
    assert told(text) == []


LINES = st.sampled_from(
    [
        "a b",
        "- c",
        "> d",
        "# e",
        "---",
        "--- ---",
        "",
        "| f | g |",
        "|---|---|",
        "    h",
    ]
)


BESIDE = ["---", "a b", "--- ---", "a b", "a b", "    h", "|---|---|", "a b", "---"]
"""A word between the lines of a cell that no column reaches."""


@given(st.lists(LINES, max_size=12))
@example(BESIDE)
def test_each_word_is_in_the_tree_or_told(lines: list[str]) -> None:
    """However lines follow each other, no word is gone without a finding."""
    text = "\n".join(["# A", "", *lines, ""])
    said, findings = read(text)
    if any(one.code in {"SRC02", "SRC07"} for one in findings):
        return
    whole = Text("01.md", text)
    stretches = " ".join(whole.slice(whole.span(one.place)) for one in findings)
    gone = set(WORD.findall(text)) - set(WORD.findall(said))
    assert gone <= set(WORD.findall(stretches))
