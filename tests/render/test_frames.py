"""Code frames."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.findings import Finding, Related, Waiver
from crossfoot.places import Place, Text
from crossfoot.render.frames import crop, render
from crossfoot.render.plain import sentence
from crossfoot.render.terminal import Style, columns

SOURCES = {
    "sources/01.md": Text("sources/01.md", "# A\n\nA further £203m is asked.\n"),
    "sources/data/asks.csv": Text("sources/data/asks.csv", "o,amount\nr,205000000\n"),
}
ONE = Finding(
    "NUM01",
    "Text says “£203m”; asks.recovery is £205m",
    Place("sources/01.md", 3, 11, 3, 16),
    notes=(
        Related(
            "the value comes from here", Place("sources/data/asks.csv", 2, 3, 2, 12)
        ),
    ),
    help="Write £205m, or bind another quantity",
)


def test_a_frame_shows_both_places() -> None:
    """A frame holds the author's line, the data's line, marks and the way out."""
    assert render([ONE], SOURCES) == (
        "error[NUM01] Text says “£203m”; asks.recovery is £205m\n"
        " --> sources/01.md:3:11\n"
        "  |\n"
        "3 | A further £203m is asked.\n"
        "  |           ^^^^^\n"
        " --> sources/data/asks.csv:2:3  the value comes from here\n"
        "  |\n"
        "2 | r,205000000\n"
        "  |   ---------\n"
        "  = help: Write £205m, or bind another quantity\n\n"
    )


def test_a_place_without_a_text_has_no_excerpt() -> None:
    """A finding about a missing file names it and shows no line."""
    gone = Finding("SRC04", "Chapter is missing", Place("sources/09.md"))
    assert render([gone], {}) == (
        "error[SRC04] Chapter is missing\n --> sources/09.md:1:1\n\n"
    )


def test_waived_findings_and_notes_are_not_shown() -> None:
    """What was waived, and plain notes, stay out of the way."""
    waived = Finding("NUM01", "m", Place("a"), waiver=Waiver("r"))
    assert render([waived, Finding("NUM05", "m", Place("a"))], {}) == ""


def test_colour_is_used_only_when_asked_for() -> None:
    """Without colour no escape sequence is written."""
    assert "\x1b" not in render([ONE], SOURCES)
    assert "\x1b[1;31m^^^^^\x1b[0m" in render([ONE], SOURCES, Style(colour=True))


LINES = st.text(alphabet="ab £é🙂漢\u0301\t", min_size=1, max_size=300)


@given(LINES, st.data())
def test_a_cropped_line_keeps_its_mark_in_view(line: str, data: st.DataObject) -> None:
    """However long the line, the mark stands under the first character meant."""
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start, len(line)))
    shown, before, marked = crop(line, start, end, 40)
    assert columns(shown) <= 2 * 40 + 2
    target = line[start].replace("\t", " ")
    taken, index = 0, 0
    while taken < before:
        taken += columns(shown[index])
        index += 1
    while index < len(shown) and columns(shown[index]) == 0:
        index += 1
    assert target in shown[max(index - 1, 0) : index + 3] or columns(target) == 0
    assert marked <= columns(line)


def test_what_authors_wrote_cannot_steer_a_terminal() -> None:
    """Control characters in messages, helps and file names are made visible."""
    name = "a\x1b[2J\n.md"
    note = Related("at \u202e[1m", Place(name))
    one = Finding("NUM05", "“\x1b[31m” is\nodd", Place(name), (note,), "Drop \x07")
    assert render([one], {}, Style()) == ""
    error = replace(one, code="NUM01")
    assert render([error], {}) == (
        "error[NUM01] “·[31m” is odd\n"
        " --> a·[2J·.md:1:1\n"
        " --> a·[2J·.md:1:1  at ·[1m\n"
        "  = help: Drop ·\n\n"
    )
    assert sentence(error) == (
        "a·[2J·.md:1:1: error NUM01: “·[31m” is odd. See a·[2J·.md:1:1, at ·[1m. Drop ·."
    )


PAIR = {
    "sources/02.md": Text(
        "sources/02.md",
        "# Asks\n\nPlans were made. A further £203m is earmarked for work tied to\n"
        "community recovery, here and there.\n",
    ),
    "sources/07.md": Text(
        "sources/07.md",
        "> A further £230m is\r\n> earmarked for work tied to community recovery.\r\n",
    ),
}
CLASH = Finding(
    "REP02",
    "Copies disagree: “£203m” here, “£230m” in sources/07.md:1",
    Place("sources/02.md", 3, 28, 3, 33),
    notes=(
        Related("the other copy says “£230m”", Place("sources/07.md", 1, 13, 1, 18)),
    ),
    help="Correct the wrong one",
)


def test_a_frame_of_copies_says_what_differs() -> None:
    """Below both places stands what differs, with the words that both have around it."""
    assert render([CLASH], PAIR) == (
        "error[REP02] Copies disagree: “£203m” here, “£230m” in sources/07.md:1\n"
        " --> sources/02.md:3:28\n"
        "  |\n"
        "3 | Plans were made. A further £203m is earmarked for work tied to\n"
        "  |                            ^^^^^\n"
        " --> sources/07.md:1:13  the other copy says “£230m”\n"
        "  |\n"
        "1 | > A further £230m is\n"
        "  |             -----\n"
        "  = [-here-] {+there+}: A further [-£203m-]{+£230m+} is earmarked for work …\n"
        "  = help: Correct the wrong one\n\n"
    )


def test_colour_only_adds_to_what_differs() -> None:
    """On a terminal what is gone is struck out as well, and what is new underlined."""
    assert (
        "  = \x1b[9;31m[-here-]\x1b[0m \x1b[4;32m{+there+}\x1b[0m: A further"
        " \x1b[9;31m[-£203m-]\x1b[0m\x1b[4;32m{+£230m+}\x1b[0m is earmarked for work …\n"
    ) in render([CLASH], PAIR, Style(colour=True))


def test_only_copies_are_compared() -> None:
    """Other findings have no such line, nor has a copy that is not there or is equal."""
    other = replace(CLASH, code="NUM01")
    alone = replace(CLASH, notes=())
    moved = replace(CLASH, notes=(Related("m", Place("sources/07.md", 9, 1, 9, 2)),))
    equal = replace(CLASH, notes=(Related("m", CLASH.place),))
    shown = render([other, alone, moved, equal], PAIR) + render([CLASH], {})
    assert "{+there+}" not in shown
