"""Words kept: every passage of a report is found in an output, or missed."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.engines.pandoc import markdown
from crossfoot.findings import Finding
from crossfoot.inspect.broken import DEEP, PATIENCE, Search
from crossfoot.inspect.passages import Passage, paged, passages, squeezed
from crossfoot.inspect.windows import windows
from crossfoot.inspect.words import missing
from crossfoot.parts import parts_of

TEXT = """# A chapter

The first paragraph has *some* words.[^n] And a formula $x^2$ in it.

[^n]: The note's own words stand elsewhere.

- an item of a list
- “another” item

![The caption of a figure](x.png)

| One | Two |
|-----|-----|
| in a cell | in another |

The last paragraph of all says so.
"""


def expected(text: str, absent: str = "") -> list[Passage]:
    return passages(parts_of(markdown(text).value), absent)


def lost(text: str, output: str) -> list[str]:
    pages = paged(output.split("\f"))
    return [one.message for one in missing(expected(text), pages, "PDF")]


OUTPUT = """Contents 1 A chapter 3
1 A chapter
The first paragraph has some words.1 And a formula 𝑥2 in it.
• an item of a list
• “another” item
One Two in a cell in another
The last para-
A report Page 3 of 4
\f1 The note’s own words stand elsewhere.
1 A chapter
Figure 1 The caption of a figure
graph of all says so.
"""


def test_a_report_is_read_into_passages() -> None:
    """Notes and captions may stand anywhere; all else runs on."""
    found = [(one.words, one.running) for one in expected(TEXT)]
    assert found == [
        ("A chapter", True),
        ("The first paragraph has some words. And a formula in it.", True),
        ("The note’s own words stand elsewhere.", False),
        ("an item of a list", True),
        ("“another” item", True),
        ("The caption of a figure", False),
        ("One", True),
        ("Two", True),
        ("in a cell", True),
        ("in another", True),
        ("The last paragraph of all says so.", True),
    ]


def test_an_output_that_holds_everything_passes() -> None:
    """Page ends, note marks, formulas, floats and hyphens do not matter."""
    assert lost(TEXT, OUTPUT) == []


def test_a_lost_passage_is_named() -> None:
    """The first passage that is missing is named, with how many there are."""
    gone = OUTPUT.replace("• “another” item\n", "")
    assert lost(TEXT, gone) == ["The PDF lacks ““another” item”"]
    more = gone.replace("says so.", "")
    assert lost(TEXT, more) == [
        "The PDF lacks ““another” item”, the first of 2 passages"
    ]


def test_a_lost_note_is_named() -> None:
    """A note that is nowhere is missed."""
    gone = OUTPUT.replace("1 The note’s own words stand elsewhere.\n", "")
    assert lost(TEXT, gone) == ["The PDF lacks “The note’s own words stand elsewhere.”"]


def test_words_out_of_order_are_lost() -> None:
    """Running text has to run: a paragraph that only stands earlier is missed."""
    head, tail = "The last para-\n", "graph of all says so.\n"
    moved = OUTPUT.replace(head, "").replace(tail, "")
    moved = moved.replace(
        "1 A chapter\nThe first", f"{head[:-2]}{tail}1 A chapter\nThe first"
    )
    assert lost(TEXT, moved) == ["The PDF lacks “The last paragraph of all says so.”"]


def test_one_lost_word_in_a_paragraph_is_seen() -> None:
    """A paragraph that misses a word in its middle is missing."""
    assert lost(TEXT, OUTPUT.replace("some words", "words")) != []


def test_characters_shown_otherwise_part_a_passage() -> None:
    """What paper cannot show, and what extraction turns round, is not looked for."""
    (one,) = expected("A smile 😀 here, שלום there.", "😀")
    assert one.pieces == ("A", "smile", "here", "there")


def test_an_emoji_parts_a_passage() -> None:
    """Of one by itself and one with a colour of skin, extraction drops the first."""
    text = "It counts the 👎 (plain), the 👎🏾 (dark) and “words” as two."
    assert lost(f"{text}\n", text.replace("👎 ", " ")) == []
    assert lost(f"{text}\n", text.replace("plain", "")) != []


def test_words_that_turn_twice_are_not_looked_for() -> None:
    """What stands beside them is, and so are words that turn once."""
    text = 'Before [foo [bar]{dir="ltr"} baz]{dir="rtl"} after [it]{dir="rtl"}.\n'
    (one,) = expected(text)
    assert one.pieces == ("Before", "afterit.")


def test_what_extraction_changes_is_squeezed_out() -> None:
    """White space of any kind, hyphens, marks without width and controls go."""
    words = "a\u00adb \u2003c\u2028d\x1fe-f\u2010g\u200bh\ufeffi\u2060j\x01k\nl"
    assert squeezed(words) == "abcdefghijkl"
    assert squeezed("ﬁne ½ – “so”") == "fine1⁄2–“so”"


def test_marks_that_combine_part_a_passage_and_plain_characters_never_do() -> None:
    """Extraction may put marks elsewhere; whatever is absent, ASCII is not turned."""
    (one,) = expected("Q\u0301uite (so) x\ue000y: a = {c}", "Qs({")
    assert one.pieces == ("uite(so)x", "y:a={c}")


@given(st.integers(0, 10_000), st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_any_page_break_is_passed_and_any_hole_is_seen(seed: int, hole: int) -> None:
    """Text broken by a page's foot is found; text with a hole in it never is."""
    draw = random.Random(seed)  # noqa: S311 - a seeded draw is the test's data
    words = [f"w{draw.randrange(10**6)}" for _ in range(60)]
    text = " ".join(words)
    at = draw.randrange(1, len(words))
    foot = " Page 3 of 9 \f A running head "
    assert lost(text, " ".join(words[:at]) + foot + " ".join(words[at:])) == []
    without = [one for n, one in enumerate(words) if n != hole % len(words)]
    assert lost(text, " ".join(without)) != []


def test_text_that_repeats_itself_is_not_tried_in_every_way() -> None:
    """However often a beginning recurs, the ways that are tried are counted."""
    again = "ab" * 3000
    output = ("z" + again[:51] + "page\f" + again[51:] + "w" + again + "x") * 3
    search = Search(output)
    search.parts("z" + again + "y" + again, 0, len(output), DEEP)
    assert 1 < len(search.tried) <= PATIENCE + 1
    whole = Passage("a.md", ("z" + again + "x",), "w")
    assert missing([whole], "z" + again[:51] + "page\f" + again[51:] + "x", "PDF") == []
    gone = Passage("a.md", ("z" + again + "y" + again,), "w")
    assert [one.code for one in missing([gone], output, "PDF")] == ["TYP04"]


def test_code_may_run_over_any_number_of_pages() -> None:
    """A chapter that is shown as its source is one piece of forty pages."""
    made = random.Random(3)  # noqa: S311 - text, no secret
    lines = ["".join(made.choices("abcdefgh", k=60)) for _ in range(600)]
    text = "# One\n\n```\n" + "\n".join(lines) + "\n```\n\nThe end.\n"
    pages = ["\n".join(lines[at : at + 15]) for at in range(0, 600, 15)]
    output = "\nA report Page\f1 One\n".join(["1 One\n" + pages[0], *pages[1:]])
    assert lost(text, f"{output} The end.") == []
    assert lost(text, f"{output.replace(pages[20], '')} The end.") != []


def test_a_broken_passage_is_found_before_a_whole_one_farther_on() -> None:
    """Words that a page's end cuts are not taken for the same words after them."""
    row = "Indicates that nothing is changed and that it is only reported."
    between = "Another row of the table that is not repeated. " * 20
    text = f"{row}\n\n{between}\n\n{row}\n"
    output = f"{row[:30]} Page 3 of 9 \f {row[30:]} {between} {row}"
    assert lost(text, output) == []


def test_a_table_that_floats_leads_no_paragraph_astray() -> None:
    """Cells that stand behind paragraphs say nothing about the order of those."""
    said = [f"{name}begins in words that stand once and no more" for name in "abcxyz"]
    rows = [Passage("a.md", (one,), one, apart=one[0] in "xyz") for one in said]
    told = [rows[at] for at in (0, 3, 4, 5, 1, 2)]
    found = windows(told, "".join(said))
    assert (found.sure, found.astray) == ([0, 4, 5], frozenset())
    kept = windows(rows, "".join(said))
    assert (kept.sure, kept.astray) == ([0, 1, 2, 3, 4, 5], frozenset())
    torn = windows(rows, "".join(said[at] for at in (1, 0, 2, 3, 4, 5)))
    assert torn.astray in (frozenset({0}), frozenset({1}))


def test_contents_of_any_length_come_before_the_text() -> None:
    """A heading that stands in long contents is found where its chapter begins."""
    heading = Passage("a.md", ("Visits",), "Visits")
    words = squeezed("We counted every visit to all of our libraries, by day " * 3)
    text = Passage("a.md", (words,), "We counted")
    contents = "Visits" + "Anothertitle12" * 5000
    assert missing([heading, text], f"{contents}1Visits{words}", "PDF") == []
    (lost,) = missing([heading, text], f"{contents}1Visits", "PDF")
    assert lost.message == "The PDF lacks “We counted”"


def test_the_place_is_the_author_s_file() -> None:
    """A finding is placed in the file that the passage is from."""
    ast = markdown('# A {file="sources/01.md"}\n\nWords here.\n').value
    (found,) = missing(passages(parts_of(ast), ""), "A", "page")
    assert isinstance(found, Finding)
    assert (found.code, found.place.file) == ("TYP04", "sources/01.md")
