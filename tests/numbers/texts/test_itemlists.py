"""Lists and tables after a number: what counts them, and what is left alone."""

import pytest
from reading import known, part

NOTHING = known()


def listed(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in part(text, NOTHING).findings]


SHOWN = "The first {} rows of it would be:\n\n| A | B |\n|--|--|\n| a | x |\n| b | y |\n| a | z |\n"


def test_the_first_rows_of_a_table_are_those_shown() -> None:
    """Rows that repeat a name count as well; dots, and far more rows, say nothing."""
    said = "Text says “two”; the table after it has 3 rows"
    assert listed(SHOWN.format("two")) == [("TAB07", said)]
    assert listed(SHOWN.format("three")) == listed(SHOWN.format("10")) == []
    assert listed(SHOWN.format("two") + "| ... | ... |\n") == []
    assert listed(SHOWN.format("two").replace("first ", "")) == []


CUT = "We use {} kinds of tool in it.\n\n- **Pens**. They write.\n\n> Mind the ink.\n\n- **Books**. They last.\n\n```\nx\n```\n\n- **Lamps**. They shine.\n"


def test_a_list_that_call_outs_cut_is_counted_whole() -> None:
    """Each item starts with a bold name; a heading ends them."""
    said = "Text says “two”; the lists after it have 3 items"
    assert listed(CUT.format("two").replace("tool in it.", "tool:")) == [
        ("TAB07", said)
    ]
    assert listed(CUT.format("three").replace("tool in it.", "tool:")) == []
    assert listed(CUT.format("five").replace("tool in it.", "tool:")) == []


def test_a_version_counts_no_list() -> None:
    """A number with a point is the name of what the list is about."""
    items = "\n\n- a pen\n- a book\n- a lamp\n"
    assert listed("We made it for Web 2.0 users:" + items) == []


NAMES = "\n\n- `put`. It puts.\n- `get`. It gets.\n- `cut`. It cuts.\n"
NAMING = {
    "These two tools let you do it, and say what it was.": "two",
    "You take the old key out, and add two new keys.": "two",
    "We use two kinds of tool that have been shown to work well.": "two",
}


@pytest.mark.parametrize(("text", "number"), NAMING.items())
def test_items_that_start_with_names_are_counted(text: str, number: str) -> None:
    """A number one off, in a sentence without a colon; other items are not counted."""
    said = f"Text says “{number}”; the list after it has 3 items"
    assert listed(text + NAMES) == [("TAB07", said)]
    assert listed(text.replace(number, "three") + NAMES) == []
    assert listed(text.replace(number, "seven") + NAMES) == []
    assert listed(text + NAMES.replace("`", "")) == []
    assert listed(text.replace(number, f"the other {number}") + NAMES) == []


def test_items_that_are_sentences_go_on_with_none() -> None:
    """The last word before them may look as if it did."""
    text = "The tool has {} rules on what it is put to:\n\n"
    items = "- It must be new.\n- It must be kept dry.\n- It must be blue.\n"
    said = "Text says “two”; the list after it has 3 items"
    assert listed(text.format("two") + items) == [("TAB07", said)]
    assert listed(text.format("two") + items.replace("It must be", "be")) == []


COMPANIES = "\n\n| Company | Seat |\n|--|--|\n| Ash | Hove |\n| Birch | Rye |\n| Cedar | Deal |\n"
CALLED = {
    "Two real companies were asked.": "Two",
    "Two small companies were asked, and say who they are.": "Two",
    "## Companies (2 in all)": "2",
}


@pytest.mark.parametrize(("text", "number"), CALLED.items())
def test_rows_are_counted_by_what_their_column_is_called(
    text: str, number: str
) -> None:
    """The text may stand some paragraphs above; one more than one off is another's."""
    said = f"Text says “{number}”; the table after it has 3 rows"
    assert listed(text + "\n\nA word on it." + COMPANIES) == [("TAB07", said)]
    assert listed(text.replace(number, "3") + COMPANIES) == []
    assert listed(text.replace(number, "5") + COMPANIES) == []
    assert listed(text + "\n\n## More\n\nA word on it." + COMPANIES) == []
    assert listed(text + COMPANIES.replace("Company", "Firm")) == []
    assert listed(text + COMPANIES.replace("Ash", "No seat")) == []


@pytest.mark.parametrize(
    "text",
    ["Of two companies this is said.", "The two first:", "The two companies pay."],
)
def test_some_of_the_rows_count_none(text: str) -> None:
    """What is said of some of the companies, or of other things, is no count of all."""
    assert listed(text + COMPANIES) == []


MINUTES = (
    "{}\n\n- 15 minutes for the talk\n- 75 minutes for the work\n- 30 minutes to end\n"
)


def test_an_amount_that_stands_alone_is_the_total_of_its_list() -> None:
    """The same word follows each; an amount that is `about` one may be a tenth off."""
    said = "Text says “90”; the 3 items of the list add up to 120"
    assert listed(MINUTES.format("About 90 minutes")) == [("TAB05", said)]
    assert listed(MINUTES.format("90 minutes:")) == [("TAB05", said)]
    assert listed(MINUTES.format("About 110 minutes")) == []
    assert listed(MINUTES.format("120 minutes")) == []
    assert listed(MINUTES.format("90 minutes are left.")) == []
    assert listed(MINUTES.format("90 people")) == []


def test_things_in_code_are_counted() -> None:
    """A name in code may have the ending of more than one; so may a heading's number."""
    items = "\n\n- `a`: It puts.\n- `b`: It gets.\n- `c`: It cuts.\n"
    said = "Text says “two”; the list after it has 3 items"
    assert listed("It has two `tool`s that should do:" + items) == [("TAB07", said)]
    assert listed("It has three `tool`s that should do:" + items) == []
    heading = "## The two companies\n\nWe asked three companies:"
    told = "Text says “two”; the table after it has 3 rows"
    assert listed(heading + COMPANIES) == [("TAB07", told)]


LED = {
    "The group is led by the two chairs:": "two",
    "It was built by two groups:": "two",
}


@pytest.mark.parametrize(("text", "number"), LED.items())
def test_those_by_whom_a_thing_is_done_are_counted(text: str, number: str) -> None:
    """A list right after them names them all."""
    items = "\n\n- Ash.\n- Birch.\n- Cedar.\n"
    said = f"Text says “{number}”; the list after it has 3 items"
    assert listed(text + items) == [("TAB07", said)]
    assert listed(text.replace(number, "three") + items) == []


def test_the_latter_of_two_lists_is_counted() -> None:
    """`These latter four` speaks of the list right before it."""
    text = "- Ash.\n- Birch.\n- Cedar.\n\nWork on these latter {} kinds is to come.\n"
    said = "Text says “four”; the list before it has 3 items"
    assert listed(text.format("four")) == [("TAB07", said)]
    assert listed(text.format("three")) == []


def test_names_of_that_kind_are_counted() -> None:
    """Things in code after `of that kind:` are those that the number announces."""
    text = "It has {} classes of that kind: `Pen` and `Ink`.\n"
    said = "Text says “three”; 2 are named after it"
    assert listed(text.format("three")) == [("TAB07", said)]
    assert listed(text.format("two")) == []


@pytest.mark.parametrize(
    "text", ["The {} that failed are:", "Those we liked best are these {}:"]
)
def test_a_number_without_a_noun_counts_the_list(text: str) -> None:
    """A number that ends a sentence before a list, or has only a clause, counts it."""
    items = "\n\n- a biscuit of 1784, in its tin;\n- the dress;\n- letters.\n"
    assert listed(text.format("three") + items) == []
    assert listed(text.format("four") + items) == [
        ("TAB07", "Text says “four”; the list after it has 3 items")
    ]


@pytest.mark.parametrize(
    "text", ["Two of the four are:", "The four and the rest are:", "We like four:"]
)
def test_a_number_of_some_counts_no_list(text: str) -> None:
    """A part of more, and a number that nothing points to, stay quiet."""
    items = "\n\n- a biscuit of 1784, in its tin;\n- the dress;\n- letters.\n"
    assert listed(text + items) == []


ENDS = "There are {} ways to do it:\n\n- `put` puts it.\n- `get` gets it.\n- `cut` cuts it. {}\n"


@pytest.mark.parametrize(
    ("end", "open_"),
    [
        ("It takes a half, then a half of the rest, and so on.", False),
        ("It works with pens, ink, etc.", False),
        ("And so on.", True),
        ("...", True),
    ],
)
def test_what_the_last_item_says_of_itself_leaves_no_list_open(
    end: str, *, open_: bool
) -> None:
    """`And so on` in a sentence of its own matter is of that, and not of the list."""
    said = "Text says “two”; the list after it has 3 items"
    assert listed(ENDS.format("two", end)) == ([] if open_ else [("TAB07", said)])


@pytest.mark.parametrize(
    ("way", "many"),
    [("including the", 0), ("which are the", 1), ("care, plus", 0), ("care in", 1)],
)
def test_a_list_may_hold_what_it_includes_and_more(way: str, many: int) -> None:
    """“Including the three rules of Hove” announces three items or more."""
    items = "\n\n- thrift\n- care\n- safe ends\n- least power\n"
    text = f"It rests on many rules, {way} three rules of Hove:{items}"
    assert len(listed(text)) == many


@pytest.mark.parametrize(("head", "many"), [("Number of boats", 0), ("Boats", 1)])
def test_rows_that_are_numbers_of_a_thing_are_none_of_it(head: str, many: int) -> None:
    """Of `Number of boats` no row is a boat."""
    rows = "".join(f"| {at} | {at + 2} |\n" for at in range(5))
    table = f"| {head} | People |\n|-|-|\n{rows}"
    assert len(listed(f"Hina has 4 boats.\n\nAll put together:\n\n{table}")) == many


@pytest.mark.parametrize(
    ("intro", "many"),
    [
        ("It will be split into two parts:", 0),
        ("It will be split into two halves:", 1),
        ("There are 2 parts in the morning and 1 in the evening. Topics:", 0),
    ],
)
def test_items_that_bear_the_name_are_those_counted(intro: str, many: int) -> None:
    """Of two parts, part one and part two are told; two and one are three."""
    items = "\n\n- Part one will say what boats are\n- Part two tells of weirs\n- more later\n"
    assert len(listed(intro + items)) == many


@pytest.mark.parametrize(("second", "many"), [("oak2 / oak3", 0), ("oak2 by oak3", 1)])
def test_an_item_that_names_two_is_two(second: str, many: int) -> None:
    """Of four boats two may share one item."""
    items = f"\n\n- oak1: the first to go\n- {second}: they help\n- elm: it stays\n"
    assert len(listed(f"There are four boats:{items}")) == many
