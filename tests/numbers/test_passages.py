"""Where numbers stand: every place of a chapter, and the exact slice of the file."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import ASKS, chapter, known, part, quantity

from crossfoot.numbers import chapter_part

CHAPTER = """# [Three]{value=themes.count} themes

Text with 41 examples.[^1]

- an item of [£205m]{value=asks.recovery}

Term 5

:   A definition of 6.

> Quoted 7.

![A caption of [£3.2bn]{value=asks.total}](figures/a.svg){#fig-a alt="Bars of [£205m]{value=asks.recovery} and `=asks.count` asks" title="All 29"}

| Kind | Sum (£m) |
|:-----|---------:|
| A    |      200 |
| B    |        5 |
| Total |     205 |

: The [29]{value=asks.count} asks {#tbl-a}

::: {.box}
Boxed 8, with an inline ![icon of 9](x.png "Title 10").
:::

[^1]: A note of [twelve]{value=cases.count}.
"""


def test_numbers_are_found_in_every_place() -> None:
    """Headings, text, lists, notes, captions, cells and attributes are all read."""
    found = [(one["text"], one["where"], one["state"]) for one in part(CHAPTER).numbers]
    assert found == [
        ("Three", "heading", "checked"),
        ("41", "text", "unbound"),
        ("£205m", "text", "checked"),
        ("5", "text", "unbound"),
        ("6", "text", "unbound"),
        ("7", "text", "unbound"),
        ("£3.2bn", "caption", "checked"),
        ("£205m", "alt", "checked"),
        ("`=asks.count`", "alt", "inserted"),
        ("29", "alt", "unbound"),
        ("200", "cell", "footed"),
        ("5", "cell", "footed"),
        ("205", "cell", "footed"),
        ("29", "caption", "checked"),
        ("8", "text", "unbound"),
        ("9", "alt", "unbound"),
        ("10", "alt", "unbound"),
        ("twelve", "note", "checked"),
    ]


def test_cells_take_unit_and_scale_from_their_heading() -> None:
    """Below `(£m)` a bare 205 is £205m."""
    [entry] = [one for one in part(CHAPTER).numbers if one["text"] == "205"]
    assert (entry["value"], entry["unit"], entry["scale"]) == (
        "205000000",
        "GBP",
        "1000000",
    )


def test_a_bound_cell_is_checked_in_the_unit_of_its_heading() -> None:
    """A cell bound to pounds may print millions without saying so again."""
    table = "| Sum (£m) |\n|---:|\n| [205]{value=asks.recovery} |\n"
    wrong = table.replace("[205]", "[203]")
    assert part(table).findings == []
    [finding] = part(wrong).findings
    assert (finding.found, finding.expected) == ("203", "205")


@pytest.mark.parametrize(
    "text",
    [
        "Code `41`, maths $41$ and [@smith2020, p. 41].",
        "<https://a.uk/41> and [text](https://a.uk/41).",
        "```\n41\n```",
        "<!-- 41 -->",
        "A mark[^1] only.\n\n[^1]: Note.",
    ],
)
def test_code_maths_citations_and_targets_hold_no_numbers(text: str) -> None:
    """Nothing that is not text is read."""
    assert part(text).numbers == []


def test_numbers_in_a_cross_reference_are_references() -> None:
    """A number that is all of a link inside the report refers; others count."""
    entries = part(
        "See [3.2](#sec-asks), [the 41 asks](#sec-b), [£3m](#sec-c)."
    ).numbers
    assert [(one["shown"], one["state"], one["rule"]) for one in entries] == [
        ("3.2", "ignored", "cross-reference"),
        ("41", "unbound", ""),
        ("£3m", "unbound", ""),
    ]


def test_powers_keep_their_superscript() -> None:
    """`10^14^` is a power, and a raised figure after a word is a note mark."""
    found = part("About 5 × 10^14^ of a word^1^ here.").numbers
    assert [(one["value"], one["rule"]) for one in found] == [
        ("500000000000000", ""),
        ("", "note-mark"),
    ]


LINES = st.sampled_from(["\n", "\r\n"])
PIECES = st.sampled_from(
    [
        *("£3.2bn", "41", "over 21,000", "two thirds", "10–12", "5 %", "-5", "2020"),
        *("word", "it's", '"quoted 7"', "a--b", "...", "é", "e\u0301", "😀", "\u00a0"),
        *("*8 stars*", "`code 9`", "$4$", "\\$5", "&pound;6", "^2^", "[^1]", "\t"),
        *("[£205m]{value=asks.recovery}", "`=asks.count`", "[x 7](#sec-a)", "**1**,"),
    ]
)


def test_tags_that_change_how_text_looks_leave_its_numbers_whole() -> None:
    """What is bold by HTML is read; what is raised, struck or broken stays apart."""
    text = "A <b>£203m</b> fund, <em>12</em>% of 9<sup>3</sup> or 4<br>5 <s>6</s>.\n"
    found = [(one["text"], one["value"]) for one in part(text).numbers]
    assert found == [
        ("£203m", "203000000"),
        ("12</em>%", "12"),
        ("9", "9"),
        ("3", "3"),
        ("4", "4"),
        ("5", "5"),
        ("6", "6"),
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.lists(PIECES, min_size=1, max_size=12), LINES, st.booleans())
def test_every_span_slices_back(pieces: list[str], end: str, quoted: bool) -> None:
    """Span, line and column give the same stretch, and it is the entry's text."""
    text = end.join(
        ("> " if quoted else "") + " ".join(pieces[at : at + 3])
        for at in range(0, len(pieces), 3)
    )
    text += f"{end}{end}[^1]: Note 3.{end}"
    one = chapter(text)
    for entry in chapter_part(one, ASKS).numbers:
        low, high = entry["span"]
        assert one.source[low:high] == entry["text"]
        place = one.text.place((low, high))
        assert (place.line, place.column) == (entry["line"], entry["column"])


VALUES = st.decimals(0, 10**9, places=2)


@settings(deadline=None, max_examples=25)
@given(VALUES)
def test_a_bound_number_never_changes_by_being_checked(value: Decimal) -> None:
    """What the ledger calls checked says what the text says."""
    against = known(quantity("a.b", str(value), "GBP"))
    text = f"It is [£{value:,f}]{{value=a.b}} now."
    [entry] = part(text, against).numbers
    assert (entry["state"], entry["shown"]) == ("checked", f"£{value:,f}")
