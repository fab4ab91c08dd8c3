"""Numbers that stand elsewhere in a report but for a slip of the keys."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import chapter, known

from crossfoot.numbers import chapter_part, checks_of, report
from crossfoot.numbers.mistyped import chance_of


def told(*texts: str) -> list[tuple[str, str]]:
    """Return code and message of what is found in chapters, but what is unbound."""
    parts = [
        chapter_part(replace(chapter(text), file=f"sources/{at:02}.md"), known())
        for at, text in enumerate(texts, 1)
    ]
    every = report(parts, [], known(), checks_of(None), [])[1]
    return [(one.code, one.message) for one in every if one.code != "NUM05"]


CLUB = (
    "# Volunteers\n\nDuring the year 427 volunteers gave {} hours, 74 hours each.\n\n"
    "The food club had {} sessions, held in {} venues between 3 April and 28 March.\n"
)
BRIEF = (
    "# In short\n\nWe ran {} food club sessions in {} venues, and volunteers gave {}"
    " hours, worth something to many.\n"
)

SLIPS = [
    (("31,640", "212", "14"), ("212", "14", "36,140"), "“36,140 hours”", "“31,640"),
    (("31,640", "212", "14"), ("221", "14", "31,640"), "“221 food", "“212 sessions”"),
    (("31,640", "212", "14"), ("212", "41", "31,640"), "“41 venues”", "“14 venues”"),
]


@pytest.mark.parametrize(("there", "here", "said", "meant"), SLIPS)
def test_a_summary_and_a_chapter_share_words_and_a_number(
    there: tuple[str, ...], here: tuple[str, ...], said: str, meant: str
) -> None:
    """One slip is told where neither sentence says all that the other says."""
    summary, full = BRIEF.format(*here), CLUB.format(*there)
    assert told(BRIEF.format("212", "14", "31,640"), full) == []
    [(code, message)] = told(full, summary)
    assert (code, said in message, meant in message) == ("NUM10", True, True)


TABLE = """# People

| Programme   | 2023 | 2024 |
|:------------|-----:|-----:|
| Debt advice | 1,745 | 1,934 |
| Food club   | 1,388 | 1,541 |

: People by programme
"""


def test_a_cell_may_be_named_by_its_row_alone() -> None:
    """Two exchanged figures of four are a slip, whichever column is meant."""
    summary = "# In short\n\nDebt advice reached the most people: {}.\n"
    assert told(TABLE, summary.format("1,934")) == []
    assert told(TABLE, summary.format("1,394")) == [
        (
            "NUM10",
            (
                "Text says “1,394”; the table in sources/01.md:5 says “1,934” for"
                " “Debt advice”, “2024”"
            ),
        )
    ]


def test_a_cell_of_another_length_is_not_mistyped() -> None:
    """A wrong figure makes no number of one with a nought more, as 19,340 has."""
    longer = TABLE.replace("1,934", "19,340")
    said = (
        "# In short\n\nThe programmes lost people: debt advice {} and food club few.\n"
    )
    assert told(longer, said.format("1,984")) == []
    [(code, _)] = told(longer, said.format("19,840"))
    assert code == "NUM10"


ALIKE = [
    # Both stand in the report more than once.
    ("The club had 2,412 visits in spring. Of 2,421 visits in autumn, few were long."),
    ("From 2,412 visits the club came to 2,421 visits."),
    ("Job 297064 visits ran and club 297164 visits ran."),
]


@pytest.mark.parametrize("text", ALIKE)
def test_two_numbers_that_both_stand_are_two(text: str) -> None:
    """What another sentence has, or one sentence says beside the other, is no slip."""
    again = "# Two\n\nThe club counted 2,412 visits and, later, 2,421 visits.\n"
    assert told(f"# One\n\n{text}\n", again) == []


def test_many_numbers_ask_for_more_than_one_word() -> None:
    """In a long report two numbers are a slip apart by chance, and share a word."""
    rows = "".join(f"| Town {at} | {1000 + 37 * at:,} |\n" for at in range(160))
    table = f"# Towns\n\n| Town | People |\n|:--|--:|\n{rows}\n: People by town\n"
    # 1,037 stands in the table; 1,307 does not.
    text = "# In short\n\nSome people were seen, 1,307 in all.\n"
    assert told(table, text) == []


@given(st.integers(10, 10**7), st.integers(0, 6))
def test_chance_is_the_same_from_both_sides(number: int, at: int) -> None:
    """Whether two numbers are a slip apart does not depend on which is printed."""
    figures = str(number)
    at %= len(figures) - 1
    other = f"{figures[:at]}{figures[at + 1]}{figures[at]}{figures[at + 2 :]}"
    assert chance_of(figures, other) == chance_of(other, figures)
    assert chance_of(figures, figures) == 0


def test_chance_is_less_the_longer_a_number_is() -> None:
    """Of four figures three numbers are an exchange away, and 36 one figure."""
    turned = [chance_of(*pair) for pair in (("12", "21"), ("132", "123"))]
    longer = [chance_of(*pair) for pair in (("1324", "1234"), ("13245", "12345"))]
    assert [*turned, *longer] == [6, 8, 11, 14]
    assert [chance_of("184", "124"), chance_of("1844", "1244")] == [5, 7]
    assert [chance_of("12", "13"), chance_of("1234", "4321")] == [0, 0]


ONCE_MORE = [
    # One figure of two, where both sentences have the same words next to it.
    (
        "At the end of March the collection of rent from tenants stood at {} of it.",
        "The collection of rent from tenants stood at {}, at the end of March.",
        ("97.4%", "97.1%"),
    ),
    # Shares are no versions, and a year of another number is none of this one.
    (
        "There were {} people aged over 64, 19.6% of all; in 2012 they were fewer.",
        "Of people aged over 64, {} in 2022, 30.6% live alone; in 2012 some did.",
        ("96,321", "69,321"),
    ),
    # A heading says what the text below it says.
    (
        "## Ferry crossings: {} in all\n\nThe crew made 4,812 ferry crossings.",
        "It was a year of wind.",
        ("4,812", "4,821"),
    ),
]


@pytest.mark.parametrize(("text", "other", "numbers"), ONCE_MORE)
def test_the_words_next_to_a_number_speak_for_its_echo(
    text: str, other: str, numbers: tuple[str, str]
) -> None:
    """Any slip is told where what is said beside two numbers is the same."""
    right, wrong = numbers
    chapters = [f"# One\n\n{text}\n", f"# Two\n\n{other}\n"]
    kept = [one.format(right) for one in chapters]
    slipped = [chapters[0].format(wrong), kept[1]]
    assert told(*kept) == []
    [(code, message)] = told(*slipped)
    assert (code, wrong in message, right in message) == ("NUM10", True, True)


NO_ECHO = [
    # Numbers in words have no slip of the keys.
    ("Our guide has thirteen lists for readers of it.", "This guide has 53 lists."),
    # What one is rounded to.
    ("The roof fund of the chapel has £9.3m in it.", "The roof fund has £9m in it."),
    # Money and things.
    ("New objects cost £21,600 this year.", "We took 126 new objects this year."),
    # Two of a kind, a little apart.
    (
        "Norfolk keeps 46.5% of the oil gained.",
        "Suffolk keeps 46.7% of the oil gained.",
    ),
    # Results of two tests, and of two signs.
    (
        "The power of the model in all studies was high, [88.40, 92.15].",
        "Elsewhere the power of the model in all studies was high, [87.22, 91.15].",
    ),
    (
        "The effect of side was large (b = -26.49).",
        "The effect of side, 26.94, was large.",
    ),
    # Times have no figures that are exchanged.
    ("The last shard of the run took 3m 41s.", "The shards of the run took 3m 31s."),
]


@pytest.mark.parametrize("texts", NO_ECHO)
def test_what_is_no_slip_of_the_other_is_let_be(texts: tuple[str, str]) -> None:
    """Words, rounding, another unit and two like cases are no slips."""
    assert told(*(f"# Part {at}\n\n{one}\n" for at, one in enumerate(texts))) == []


def test_what_stands_in_many_places_is_known() -> None:
    """A number of a report's sentences is known, whatever is said of another."""
    said = (
        "Of 3,164 readers some came.",
        "All 3,164 had cards.",
        "We saw 3,164 of them.",
    )
    others = (f"Shop {at} sold {at * 7919 % 997} cups.\n\n" for at in range(2, 60))
    there = "# Two\n\n" + "\n\n".join(said) + "\n\n" + "".join(others)
    assert told("# One\n\nWe asked 3,164 first.\n", there) == []
    assert told("# One\n\nWe asked 3,146 first.\n", there) == [
        ("NUM10", "“3,146” here; “3,164 readers” in sources/02.md:3")
    ]


BODY = """# Our year

The reading room had 3,470 readers, of whom 1,215 were new.

The school visits were 418, and 62 of the visits were by ferry.

We mended 2,930 books. The bindery took 36 apprentices from the harbour.
"""
QUOTING = """# In short

We had 3,470 readers in the reading room, and 1,215 new ones. {} school visits were
made to us, and we mended 2,930 books with {} apprentices.
"""
NEW = """# The harbour

Storms kept {} apprentices in their beds, and took 4,105 nets. A second
storm took 2,118 nets and 871 lamps. Some 5,330 sacks were dry.
"""


def test_a_section_that_quotes_is_likely_to_quote_a_slip() -> None:
    """Two exchanged figures of two do where all else in a section stands elsewhere."""
    assert told(QUOTING.format("418", "36"), BODY) == []
    assert told(QUOTING.format("418", "63"), BODY) == [
        ("NUM10", "“36 apprentices” here; “63 apprentices” in sources/01.md:4")
    ]
    assert told(QUOTING.format("418", "37"), BODY) == []


def test_a_section_that_says_new_things_is_not() -> None:
    """The same slip is let be where other numbers of a section stand nowhere else."""
    assert told(BODY, NEW.format("63")) == []


ROUGHLY = [
    ("about £364,000", "about £346,000", "£363,860"),
    ("nearly £364,000", "nearly £346,000", "£363,860"),
]


@pytest.mark.parametrize(("right", "wrong", "meant"), ROUGHLY)
def test_what_is_said_roughly_may_be_mistyped(
    right: str, wrong: str, meant: str
) -> None:
    """Two exchanged figures of a rounded amount are a slip of the exact one."""
    text = "# In short\n\nThe hours that volunteers gave are worth {} at £11.50 each.\n"
    full = f"# Hours\n\nAt £11.50, the hours of volunteers are worth {meant}.\n"
    assert told(full, text.format(right)) == []
    [(code, message)] = told(full, text.format(wrong))
    assert (code, meant in message) == ("NUM10", True)
    assert told(full, text.format("about £374,000")) == []


GRANTS = (
    "# Grants\n\nFour local grant programs made 175 awards to towns of the coast.\n"
)


def test_one_thing_may_have_two_names() -> None:
    """`157 grants` awarded are the `175 awards` of grants, and no other thing."""
    said = "# In short\n\nWe awarded {} to local towns of the coast.\n"
    assert told(GRANTS, said.format("175 grants")) == []
    [(code, _)] = told(GRANTS, said.format("157 grants"))
    assert code == "NUM10"
    # What is counted itself is another thing.
    assert told(GRANTS, said.format("157 grants and 12 awards")) == []


VISITS = """# Visits

| Season     | 2021/22 | 2022/23 |
|:-----------|--------:|--------:|
| Summer     |  51,940 |  62,480 |
| Whole year | 148,800 | 186,000 |

: Visits by season
"""


def test_a_year_may_be_named_by_its_start() -> None:
    """`2022/23` of a table is what starts in 2022 in a text."""
    said = "# In short\n\nIn the whole year from April 2022 we had {} visits.\n"
    assert told(VISITS, said.format("186,000")) == []
    [(code, message)] = told(VISITS, said.format("168,000"))
    assert (code, "186,000" in message) == ("NUM10", True)


HOMES = """# Homes

| Estate    | Homes | New | Sold |
|:----------|------:|----:|-----:|
| Canal     |   866 |  36 |    2 |
| Park      |   370 |  76 |    7 |
| All homes | 1,236 | 112 |    9 |

: Our homes, estate by estate

Of the 112 new homes, 74 are for rent on the 866 of the Canal. {}
"""


def test_what_was_hoped_for_is_no_slip_of_what_came() -> None:
    """A number of a plan stands beside that of its outcome."""
    hoped = "We had hoped to finish 121; nine on the Canal were held up by storms."
    assert told(HOMES.format(hoped)) == []
