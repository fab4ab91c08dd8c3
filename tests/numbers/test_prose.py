"""Sums in prose and lists: what holds, what is told, and what is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import known, part

from crossfoot.numbers.prose import is_worth
from crossfoot.numbers.splits import sentences
from crossfoot.numbers.texts.arithmetic import sums

NOTHING = known()

TOLD = {
    "Text says “£108m”; £89m + £16m comes to £105m": "It costs £108m: £89m and £16m.",
    "Text says “36”; 20 + 15 comes to 35": "There were 36 people (20 women and 15 men).",
    "Text says “22”; 12 + 9 comes to 21": "We met 12 chairs and 9 clerks, a total of 22.",
    "Text says “22”; 9 + 12 + 11 - 11 comes to 21": "So 9 + 12 + 11 - 11 = 22 in all.",
    "Text says “3.6 %”; 7 of 191 is 3.7 %": "Only 7 of 191 (3.6 %) objected.",
    "Text says “59%”; 120 of 191 is 63%": "Then 59% (120 of 191) replied.",
    "Text says “69%”; “nearly two thirds” is 67%": "It is nearly two thirds (69%).",
    "Text says “48%”; “more than half” is 50%": "Those were more than half (48%).",
    "Text says “20%”; 40 to 50 is a change of 25%": (
        "Visits rose from 40 to 50, an increase of 20%."
    ),
    "Text says “£12m”; £40m to £50m is a change of £10m": (
        "Costs rose from £40m to £50m, a rise of £12m."
    ),
    "Text says “13%”; 4,120 to 5,356 is a change of 30%": (
        "Visits went from 4,120 in 2022 to 5,356 in 2023, an increase of 13%."
    ),
    "Text says “80%”; 6% for each of 5 is 30%": (
        "Then 80% goes to the voters (6% to each of the 5 voters)."
    ),
    "Text says “£50,000”; £12,000 for each of 5 is £60,000": (
        "It pays 5 schools at £12,000 each, a total of £50,000."
    ),
    "Text says “40%”; 100% less 75% leaves 25%": (
        "Of these, 75% were in time and the other 40% were late."
    ),
}


@pytest.mark.parametrize(("message", "text"), TOLD.items())
def test_a_sentence_that_its_own_numbers_deny_is_told(message: str, text: str) -> None:
    """One warning stands on the number that the others make."""
    found = part(text, NOTHING).findings
    assert [(one.code, one.level, one.message) for one in found] == [
        ("TAB05", "warning", message)
    ]


TRUE = (
    "The pressure is £108m: £89m and £19m.",
    "They hold £10.17m (49%) of £20.6m.",
    "Of the sites, 9 + 12 + 11 - 11 = 21 and 4 + 8 + 1 = 13.",
    "Only 7 of 191 (3.7 %) objected.",
    "It is nearly two thirds (63 %).",
    "A total of 36, of which 20 were women and 16 men.",
    "Visits rose from 40 to 50, an increase of 25%.",
    "They asked for £20m plus £30m, £50m in total.",
    "We met 12 chairs and 9 clerks, a total of 21.",
    "So 62.5% came by bus, the remaining 37.5% on foot.",
    "It fell for 33% of them; the other 66% saw no change.",
    "Then 80% goes to the voters (16% to each of the 5 voters).",
    "We work in three regions: North, South and East.",
)


@pytest.mark.parametrize("text", TRUE)
def test_a_sentence_that_adds_up_is_footed(text: str) -> None:
    """Nothing is said, and the numbers that were compared are backed."""
    made = part(text, NOTHING)
    states = {one["state"] for one in made.numbers}
    assert made.findings == []
    assert "footed" in states


LEFT_ALONE = (
    "The hall took 37 boxes from 6 drivers, and sent bills to 60 shops.",
    "Of these, 35% came by bus, 25% by train and the remaining 30% on foot.",
    "Over 70% came by bus and the remaining 35% on foot.",
    "A rise of 5% came before the remaining 40% did.",
    "Then 20% came by bus. Of the others, 35% walked, and the other 40% drove.",
    "Only 60% had it. Of the remaining 40%, none had.",
    "A total of 36, of which 20 were women and 25 students.",
    "There were 12 chapters: 3 on health and 4 on work.",
    "Of the 13 sites, 2 had rooms 11 and 12.",
    "Costs rose from £40m to £50m, an average increase of 3% a year.",
    "About £100m: about £60m and about £20m.",
    "The share fell from 40% to 30%, a fall of 10 percentage points.",
    "It was half (CI 45% to 55%).",
    "The 60 schools (12%) and 5 others took part in 2020.",
    "PR 102884 came after (PR 111946 merge + 1 week).",
    "In 2020 there were 12 schools and 5 nurseries, a total of 300 pupils.",
    "One of 20 settings passed all eight gates: five runs with a weight of 1.5.",
    "The link is 0.667 with a 95% confidence interval from 0.398 to 0.831.",
)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_sentence_that_may_mean_something_else_is_left_alone(text: str) -> None:
    """Overlaps, partial lists, averages, estimates and labels give no finding."""
    assert part(text, NOTHING).findings == []


def listed(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in part(text, NOTHING).findings]


def test_a_list_is_held_to_the_number_that_announces_it() -> None:
    """Three themes are three items; a list that goes on is left alone."""
    four = "We found three themes:\n\n- trust\n- time\n- money\n- place\n"
    three = four.replace("- place\n", "")
    split = "There are three reasons:\n\n- time\n- trust\n\nAnd then:\n\n- money\n"
    message = "Text says “three”; the list after it has 4 items"
    assert listed(four) == [("TAB07", message)]
    assert listed(three) == listed(split) == []
    assert listed(four.replace("three", "at least three")) == []
    assert listed(four.replace("three themes", "the next 12 months")) == []


COUNTED = {
    "There are 7 basic types in it.": "7",
    "It can be one of five things:": "five",
    "This paper adds seven new attributes:": "seven",
    "Five chapters are on the tools of the trade:": "Five",
    "After that, you will have 5 kinds of paper ready for use:": "5",
    "We introduce three new tools on the day EIP-3540 is used:": "three",
    "Our top five tools:": "five",
    "There are currently five tools in it.": "five",
    "Five new tools have been put into the box.": "Five",
    "Projects that have a release (5):": "5",
    "Our interface defines 6 new kinds": "6",
    "Below are three blogs which were picked by hand.": "three",
    "The following two chapters help you. You may know some of it.": "two",
    "The following (3) places are in the set:": "3",
    "There are three different Tools in it:": "three",
    "Our team is made up of 5 members:": "5",
    "The rules are kept in three places:": "three",
    "It can be used in three ways.": "three",
    "Five plans fit most people who ask for one:": "Five",
    "We cover 5 of the most common tools as well as their uses.": "5",
    "Three tools come with it. Each tool is set up by hand:": "Three",
}


@pytest.mark.parametrize(("text", "number"), COUNTED.items())
def test_a_sentence_that_announces_a_list_counts_its_items(
    text: str, number: str
) -> None:
    """Each form of words is held to the list right after it."""
    items = "\n\n- a pen\n- a book\n- a lamp\n- a desk\n"
    said = f"Text says “{number}”; the list after it has 4 items"
    assert listed(text + items) == [("TAB07", said)]


@pytest.mark.parametrize(
    "text",
    [
        "If the pump fails after 5 attempts:",
        "We met the first three groups:",
        "It shows 15 issues across 3 files:",
        "Xerces 2 Builds:",
        "It takes 3 weeks:",
        "Step 3 notes",
        "We met in 3 rooms",
        "- 2 are for external experts that:",
        "Windows and WSL 2 run these services:",
        "Across the 3 ships:",
        "Two different orders clash when:",
        "There are two things to say. Firstly it is old. Secondly it works.",
        "The three tools don’t use even that room well:",
        "After the three tools are put away, we do this:",
        "It was done by hand (with three tools) and so:",
        "We gave all three visitors a thing:",
        "There are four kinds of tool. Given two people, each has:",
        "There are two main tools: a pen and ink. These tools serve for:",
    ],
)
def test_a_number_that_counts_something_else_is_left_alone(text: str) -> None:
    """Measures, parts of a whole and names before a list are no counts of it."""
    assert listed(f"{text}\n\n- a pen\n- a book\n- a lamp\n- a desk\n") == []


LISTS = {
    "html": "<ul>\n<li>a pen</li>\n<li>a <b>book</b></li>\n<li>ink\n<ul>\n<li>red</li>\n</ul></li>\n</ul>\n",
    "lines": "-- a pen\n-- a book\n-- ink\n",
    "bullets": "• a pen\n• a book\n• ink\n",
    "letters": "(a) a pen\n(b) a book\n(c) ink\n",
    "table": "| Tool | Use |\n|--|--|\n| pen | a |\n| book | b |\n| ink | c |\n| Total | d |\n",
}


@pytest.mark.parametrize("kind", LISTS)
def test_what_a_reader_takes_for_a_list_is_counted(kind: str) -> None:
    """Lists of HTML, lines with a mark of their own and rows of a table are counted."""
    noun = "table" if kind == "table" else "list"
    held = "3 rows" if kind == "table" else "3 items"
    text = "You can use it in {} ways:\n\n" + LISTS[kind]
    said = f"Text says “five”; the {noun} after it has {held}"
    assert listed(text.format("three")) == []
    assert listed(text.format("five")) == [("TAB07", said)]


def test_items_right_after_a_line_are_a_list() -> None:
    """The empty line before a list is often forgotten; one dash is no list."""
    text = "You can use it in {} ways:\n- a pen\n- a book\n- ink\n"
    said = "Text says “two”; the list after it has 3 items"
    assert listed(text.format("three")) == []
    assert listed(text.format("two")) == [("TAB07", said)]
    assert listed("You can use it in two ways:\n- a pen, as before\n") == []


@pytest.mark.parametrize(
    "end", ["etc.", "… and more", "plus some that are smaller", "`a` and `b`"]
)
def test_a_list_that_is_open_is_not_counted(end: str) -> None:
    """A last item that goes on, and one of two names, leave the number alone."""
    text = f"There are five types:\n\n- a pen\n- a book\n- ink\n- {end}\n"
    assert listed(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It comes with two pens and a little ink:", False),
        ("It comes with two pens, as well as a little ink:", False),
        ("It comes with two pens and is cheap:", False),
        ("It comes with two pens:", True),
        ("It comes with four pens and a little ink:", True),
    ],
)
def test_a_list_may_hold_one_thing_more_that_its_text_names(
    text: str, told: bool
) -> None:
    """“Two pens and ink” announces three items."""
    found = listed(text + "\n\n- a thin one\n- a bold one\n- black ink\n")
    assert bool(found) is told


def test_a_table_whose_columns_or_groups_are_counted_is_left_alone() -> None:
    """Rows are counted only where each is named once, and columns are not."""
    rows = "| Tool | A | B |\n|--|--|--|\n| pen | 1 | 2 |\n| {} | 3 | 4 |\n| ink | 5 | 7 |\n| cup | 6 | 6 |\n"
    told = "There are six tools:\n\n" + rows.format("book")
    assert [code for code, _ in listed(told)] == ["TAB07"]
    assert listed(told.replace("six", "two")) == []
    assert listed("There are six tools:\n\n" + rows.format("pen")) == []
    assert listed("See the two tables below:\n\n" + rows.format("book")) == []


NAMED = "\n\n**A pen.** It writes.\n\n**A book.** It is read.\n\n# End\n"
PLACED = (
    "\n\n**Layer 1: sand.** A.\n\n**Layer 2: clay.** B.\n\n**Wells.** C.\n\n# End\n"
)
LED = "\n\n## A pen\n\nIt writes.\n\n## A book\n\nIt is read.\n\n# End\n"
CODE = "\n\n```\nimport pens\n\nput(pen)\nput book\nput lamp\n```\n"
CALLS = "\n\n```\nput(pen)\nput(book)\nif lamp: put(lamp)\n```\n"
RUNS = {
    ("There are three tools:", NAMED): "after it come 2 named paragraphs",
    ("There are two tools:", NAMED): None,
    ("There are four tools:", NAMED): None,
    ("**A saw.** It is one of three tools.", NAMED): None,
    ("There are three tools:", NAMED.replace("\n\n# End", "\n\nText.")): None,
    ("There are two layers:", PLACED): None,
    ("There are three layers:", PLACED): "after it come 2 named paragraphs",
    ("There are three tools:", LED): "after it come 2 headings",
    ("There are three tools.", LED): None,
    ("The following three tools help.", LED): "after it come 2 headings",
    ("The following two tools help.", LED): None,
    ("There are three tools:", LED.replace("A book", "Summary")): None,
    ("There are three tools:", LED.replace("A book", "Exercises")): None,
    ("There are two tools:", CODE.replace("put(pen)", "put pen")): (
        "the code after it has 3 like lines"
    ),
    ("There are four lines:", CODE): None,
    ("There are two lines:", CODE.replace("put(pen)", "# Two\nput pen")): None,
    ("It takes four calls of `put()`:", CALLS): "the code after it has it 3 times",
    ("It takes three calls of `put()`:", CALLS): None,
}


@pytest.mark.parametrize(("texts", "said"), RUNS.items())
def test_what_stands_as_a_list_is_counted(
    texts: tuple[str, str], said: str | None
) -> None:
    """Paragraphs with a bold name, headings, lines of code and calls in it."""
    found = listed("# Tools\n\n" + "".join(texts))
    number = next(word for word in texts[0].split() if word in "two three four")
    told = [("TAB07", f"Text says “{number}”; {said}")] if said else []
    assert found == told


def test_a_paragraph_after_a_list_may_count_it() -> None:
    """These four tools are those that the list has just named."""
    items = "# A\n\nWe use them:\n\n- a pen\n- a book\n- a lamp\n\n"
    said = "Text says “four”; the list before it has 3 items"
    assert listed(items + "Any of these four tools will do.") == [("TAB07", said)]
    for text in (
        "Any of these three tools will do.",
        "Any of those four tools will do.",
        "No more than these four tools are meant.",
        "These four tools are for two people.",
        "These four tools are meant:",
    ):
        assert listed(items + text) == []


def test_rows_of_raw_html_are_counted() -> None:
    """A table that pandoc leaves as it is still has rows, its head apart."""
    row = "<tr>\n<td><pre>a</pre></td>\n<td>x</td>\n</tr>\n"
    head = "<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n"
    table = f"{head}<tbody>\n{row * 3}</tbody>\n</table>\n"
    said = "Text says “two”; the table after it has 3 rows"
    assert listed("There are two options to set:\n\n" + table) == [("TAB07", said)]
    assert listed("There are three options to set:\n\n" + table) == []


SPENT = "# {}\n\n**Time spent in total:** no\n\n**Total time spent: {}h**\n\n"


def test_a_total_of_each_section_adds_up_to_that_of_all() -> None:
    """Lines of the same words, the first of which is the largest."""
    days = "".join(SPENT.format(day, hours) for day, hours in enumerate((2, 6, 7), 1))
    said = "Total Time Spent says “16”; the 3 lines of its name add up to 15"
    assert listed("**Total Time Spent: 16h**\n\n" + days) == [("TAB09", said)]
    assert listed("**Total Time Spent: 15h**\n\n" + days) == []
    assert listed("**Total Time Spent: 45h**\n\n" + days) == []


def test_rows_that_code_names_are_told_apart() -> None:
    """Code is no text, but tells one row from another."""
    rows = "| Type | Use |\n|--|--|\n| `a` | x |\n| `b` | y |\n| `c` | z |\n"
    said = "Text says “four”; the table after it has 3 rows"
    assert listed("It defines four types:\n\n" + rows) == [("TAB07", said)]
    assert listed("It defines three types:\n\n" + rows) == []


def test_numbered_headings_after_a_colon_are_counted() -> None:
    """The same word and the next number; other headings and levels end them."""
    heads = "\n\n## Way 1: post\n\nA.\n\n### More\n\n## Way 2\n\n## Way 3\n\n## End\n"
    said = "Text says “two”; after it come 3 numbered headings"
    assert listed("# A\n\nThere are two ways to ask:" + heads) == [("TAB07", said)]
    assert listed("# A\n\nThere are three ways to ask:" + heads) == []
    # With a full stop they are counted by their word alone.
    assert listed("# A\n\nThere are two forms to ask." + heads) == []


def test_two_numbers_before_a_list_add_up() -> None:
    """Five files and one folder are six rows."""
    rows = "| File | Use |\n|--|--|\n| a | x |\n| b | x |\n| c | x |\n| d | x |\n"
    text = "This creates {} files and one empty folder:\n\n" + rows
    said = "Text says “four files and one”; the table after it has 4 rows"
    assert listed(text.format("three")) == []
    assert listed(text.format("four")) == [("TAB07", said)]


def test_a_long_list_is_held_to_the_number_beside_it() -> None:
    """What is one off two hundred is no chance; what is far off counts another thing."""
    items = "".join(f"- name {n}\n" for n in range(204))
    text = "Thank you to all {} helpers for this work:\n\n" + items
    said = "Text says “205”; the list after it has 204 items"
    assert listed(text.format(204)) == listed(text.format(150)) == []
    assert listed(text.format(205)) == [("TAB07", said)]


ENUMERATED = {
    "We work in four regions: North, South and East.": ("four", 3),
    "It has three parts (aims, tools, costs and risks).": ("three", 4),
    "There are two modes for it: `fast`, `safe` and `quiet`.": ("two", 3),
}


@pytest.mark.parametrize(("text", "found"), ENUMERATED.items())
def test_an_enumeration_is_held_to_its_number(
    text: str, found: tuple[str, int]
) -> None:
    """What a sentence names after a number is counted."""
    said = f"Text says “{found[0]}”; {found[1]} are named after it"
    assert listed(text) == [("TAB07", said)]


@pytest.mark.parametrize(
    "text",
    [
        "Three offices: Portland, Oregon and Austin, Texas.",
        "It has two strands: research and development, and teaching.",
        "In two of the three regions (North and South) it rained.",
        "We hold four vans (red, white and blue).",
        "It has four aims: trust, time and so on.",
        "There are two reasons: first, the cost, and second, the time.",
        "We met four groups: young people, parents, and some who work there.",
        "It has two parts: one, which is old, and a new one.",
        "We have six schools: primary, special and secondary.",
        "It compares two states: releases, folders or revisions.",
    ],
)
def test_what_may_be_no_enumeration_is_left_alone(text: str) -> None:
    """Commas inside items, examples, kinds and clauses are not counted."""
    assert listed(text) == []


def test_shares_in_a_list_are_those_of_one_whole() -> None:
    """The one item whose share is not that of the stated or summed whole is told."""
    text = "Of the 200 replies:\n\n- 120 (60%) agreed\n- 50 ({}%) did not\n- 30 (15%) were unsure\n"
    said = "Text says “35%”; 50 of 200 is 25%"
    assert listed(text.format(25)) == []
    assert listed(text.format(35)) == [("TAB05", said)]
    assert listed(text.format(35).replace("60%", "90%")) == []


def test_shares_of_one_whole_make_up_a_hundred() -> None:
    """Only where the text says that it is split, and near a hundred."""
    text = "The fund is split three ways:\n\n- 10% to the town\n- {}% to schools\n- 10% to parks\n"
    said = "Text says “10%”; the 3 shares of the list add up to 96%, not 100%"
    assert listed(text.format(80)) == []
    assert listed(text.format(76)) == [("TAB05", said)]
    assert listed(text.format(30)) == []
    assert listed(text.format(76).replace("split", "used")) == []


def test_an_item_is_held_to_the_amounts_below_it() -> None:
    """Money that an item states is the sum of the items in it."""
    text = "Costs:\n\n- Pay: £{}k\n    - Ann £20k\n    - Bob £15k\n- Rent: £4k\n"
    said = "Text says “£30k”; the 2 items of the list add up to £35k"
    assert listed(text.format(35)) == []
    assert listed(text.format(30)) == [("TAB05", said)]


def test_a_total_before_a_table_is_that_of_its_column() -> None:
    """The sentence ends in a colon, and one column only is of that unit."""
    rows = "| Who | Amount |\n|--|--:|\n| A | £200.10 |\n| B | £80.40 |\n"
    text = "They get payments, totalling £{}:\n\n" + rows
    said = "Text says “£279.54”; the 2 rows of the table add up to £280.50"
    assert listed(text.format("280.50")) == []
    assert listed(text.format("279.54")) == [("TAB05", said)]
    assert listed(text.format("12.00")) == []


def test_items_that_start_with_amounts_make_up_a_total() -> None:
    """The total says so, and the same word follows each amount."""
    text = "A total of {} homes was built by three firms.\n\n- 700 homes in Hove, by 2031\n- 450 homes in Rye\n"
    said = "Text says “1,250”; the 2 items of the list add up to 1,150"
    assert listed(text.format("1,150")) == []
    assert listed(text.format("1,250")) == [("TAB05", said)]
    assert listed(text.format("1,250").replace("homes in Rye", "flats in Rye")) == []


def test_a_labelled_total_is_held_to_the_lines_of_its_name() -> None:
    """Other names, other units and a second total are left alone."""
    text = (
        "- Total costs: {} BTC\n\n# One\n\n- Costs: 3 BTC\n\n# Two\n\n- Costs: 4 BTC\n"
    )
    said = "Total costs says “9”; the 2 lines of its name add up to 7"
    assert listed(text.format(7)) == []
    assert listed(text.format(9)) == [("TAB09", said)]
    assert listed(text.format(9).replace("4 BTC", "4 ETH")) == []
    assert listed(text.format(9) + "\n- Total costs: 7 BTC\n") == []
    assert listed(text.format(9).replace("- Costs: 3", "- Fees: 3")) == []


def test_a_formula_written_out_is_worked_out() -> None:
    """Products, quotients and brackets are read, and shares in percent."""
    right = "The share is $588 / ($228 + $588) = 72% and 12 × 4 = 48."
    assert listed(right) == []
    assert listed(right.replace("72%", "77%")) == [
        ("TAB05", "Text says “77%”; $588 / ($228 + $588) comes to 72%")
    ]
    assert listed("It needs 2^5 + 1 = 33 queries, or 5 / 0 = 3.") == []


def test_a_list_is_held_to_the_total_it_makes_up() -> None:
    """The total may stand before the list or at its end."""
    before = "The £500 is split as follows:\n\n- Pay: £300\n- Rent: £150\n- Food: £{}\n"
    after = "Costs:\n\n- Pay: £300\n- Rent: £150\n- Total: £{}\n"
    assert listed(before.format(50)) == listed(after.format(450)) == []
    assert listed(before.format(40)) == [
        ("TAB05", "Text says “£500”; the 3 items of the list add up to £490")
    ]
    assert listed(after.format(460)) == [
        ("TAB05", "Text says “£460”; the 2 items of the list add up to £450")
    ]


def test_a_list_that_adds_up_is_footed() -> None:
    """Its items and the total are backed."""
    text = "The £500 is split as follows:\n\n- Pay: £300\n- Rent: £200\n"
    assert {one["state"] for one in part(text, NOTHING).numbers} == {"footed"}


NUMBERS = st.lists(st.integers(1, 9999), min_size=2, max_size=8)


@given(NUMBERS, st.integers(-99, 99))
def test_arithmetic_of_whole_numbers_is_exact(values: list[int], shift: int) -> None:
    """A sum written out holds when it is right, and only then."""
    total = sum(values) + shift
    text = f"so {' + '.join(map(str, values))} = {total} in the end"
    found = [one.holds for one in sums(text)] if total >= 0 else []
    assert found == ([shift == 0] if total >= 0 else [])


@given(st.text("1 +-=%£.,()abc:", max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Whatever the signs, sums are read or not, and sentences cover the text."""
    assert all(one.parts for one in sums(text))
    stretches = list(sentences(text))
    assert stretches[0][0] == 0
    assert stretches[-1][1] == len(text)
    assert isinstance(is_worth(text), bool)


PIECES = st.sampled_from(
    [
        *("two ", "3 ", "parts", "aims: ", "(", ")", ", ", " and ", "or ", "`a`", "."),
        *(
            "There are ",
            "each of ",
            "the 5 ",
            "6% ",
            "£4 ",
            "\n- ",
            "\n\n- ",
            "\n\n",
            "a",
        ),
        *("<ul>\n<li>", "</li>\n", "</ul>\n", "| a | 1 |\n|--|--|\n", "## Way 1\n\n"),
        *("-- b", "\n• c", "in total ", "etc.", "\u00a0", "😀", "e\u0301"),
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_pieces_of_lists_and_enumerations_break_nothing(text: str) -> None:
    """Whatever is put together, each finding stands on the number that it names."""
    for one in part(text, NOTHING).findings:
        line = text.split("\n")[one.place.line - 1] if one.place.line else ""
        assert one.code[:3] != "TAB" or one.found[:1] in line
