"""Bound numbers: what agrees, what does not, and what to write."""

import pytest
from reading import ASKS, faults, known, part, quantity, states

from crossfoot.amounts.agree import Tolerance
from crossfoot.amounts.show import Style
from crossfoot.findings import Fix

AGREE = [
    "[£3.2bn]{value=asks.total}",
    "[£205m]{value=asks.recovery}",
    "[£205 million]{value=asks.recovery}",
    "[£205,000,000]{value=asks.recovery}",
    "[over £3bn]{value=asks.total}",
    "nearly [£3.3bn]{value=asks.total}",
    "[a further £205m]{value=asks.recovery}",
    "[over £2bn]{value=asks.floor}",
    "[at least £2bn]{value=asks.floor}",
    "[6.4%]{value=asks.share}",
    "[64 per cent]{value=asks.ratio}",
    "[nearly two thirds]{value=asks.ratio}",
    "[between 60% and 65%]{value=broad}",
    "[twelve]{value=cases.count} stories",
    "[a dozen]{value=cases.count} stories",
    "[29 asks]{value=asks.count}",
    "[about 30]{value=asks.count}",
    "under [three]{value=themes.count} headings",
    "fell by [5.2%]{value=change}",
    "**[£3.2bn]{value=asks.total}**",
    "[**£3.2**bn]{value=asks.total}",
    "[Chapter 3]{value=themes.count}",
]


@pytest.mark.parametrize("text", AGREE)
def test_a_number_that_agrees_is_checked(text: str) -> None:
    """Value, unit, scale, comparator, rounding and bounds agree in any spelling."""
    assert faults(text) == []
    assert {state for _, state in states(text)} <= {"checked"}
    assert states(text)


@pytest.mark.parametrize(
    "text", ["In ward 3 {} came.", "They were {} 120 cm tall.", "All: {} {}."]
)
def test_figures_beside_the_brackets_make_no_greater_number(text: str) -> None:
    """What is bound begins and ends with its brackets: no 3 203 is read."""
    every = known(quantity("n", "203"))
    said = text.replace("{}", "[203]{value=n}") + "\n"
    assert faults(said, every) == []
    checked = [text for text, state in states(said, every) if state == "checked"]
    assert checked == ["203"] * text.count("{}")


DISAGREE = [
    ("[£203m]{value=asks.recovery}", "£203m", "£205m", "£205m"),
    ("[£203 million]{value=asks.recovery}", "£203 million", "£205 million", ""),
    ("[$205m]{value=asks.recovery}", "$205m", "£205m", "£205m"),
    ("[205 million]{value=asks.recovery}", "205 million", "£205m", "£205m"),
    ("[£205bn]{value=asks.recovery}", "£205bn", "£205m", "£205m"),
    ("[over £2bn]{value=asks.total}", "over £2bn", "£3.2bn", "over £3bn"),
    ("[£2bn]{value=asks.floor}", "£2bn", "published as over £2bn", "over £2bn"),
    (
        "[over £3bn]{value=asks.floor}",
        "over £3bn",
        "published as over £2bn",
        "over £2bn",
    ),
    ("[thirteen]{value=cases.count} stories", "thirteen", "twelve", "twelve"),
    ("[Thirteen]{value=cases.count} stories", "Thirteen", "Twelve", "Twelve"),
    ("[35%]{value=asks.ratio}", "35%", "64%", "64%"),
    ("[6 percentage points]{value=asks.share}", "6 percentage points", "6.4%", "6.4%"),
    ("[between 10% and 20%]{value=broad}", "10% and 20%", "62%", "62%"),
    ("rose by [5.2%]{value=change}", "5.2%", "−5.2%", "−5.2%"),
]


@pytest.mark.parametrize(("text", "found", "actual", "expected"), DISAGREE)
def test_a_number_that_does_not_is_told_what_to_write(
    text: str, found: str, actual: str, expected: str
) -> None:
    """The message quotes the file and gives the value in the style of the text."""
    [finding] = part(text).findings
    key = text.partition("value=")[2].partition("}")[0]
    assert finding.code == "NUM01"
    assert finding.level == "error"
    assert finding.message.endswith(f"; {key} is {actual}")
    assert finding.message.startswith("Text says “")
    assert found in finding.message
    assert finding.expected == (expected or actual)
    assert {state for _, state in states(text)} == {"failed"}


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("£2.4m", "Write £2.40, or multiply the quantity by 1,000,000"),
        ("over £2bn", "Write £2.40, or multiply the quantity by 1,000,000,000"),
        ("£2.6m", "Write £2.40, or bind another quantity"),
        ("£3", "Write £2.40, or bind another quantity"),
    ],
)
def test_a_table_in_millions_is_told_apart_from_a_slip(said: str, way: str) -> None:
    """The cells of a table `in £m` hold millions without a sign of it."""
    against = known(quantity("asks", "2.4", "GBP"))
    [finding] = part(f"They asked for [{said}]{{value=asks}}.", against).findings
    assert finding.help == way


@pytest.mark.parametrize("sign", ["£", "1", "over "])
def test_what_stands_before_the_brackets_is_said(sign: str) -> None:
    """`Text says “12”; cases.count is 12` would not say what is wrong."""
    [finding] = part(f"It had {sign}[12]{{value=cases.count}} in all.").findings
    assert finding.message == f"Text says “{sign}12”; cases.count is 12"
    assert finding.help == f"Write 12 without “{sign.strip()}”"
    assert finding.fix is None


def test_the_finding_of_the_design_is_exact() -> None:
    """Place, note, help, found, expected and fix are those of the contract."""
    text = "A further [£203m]{value=asks.recovery} was asked for.\n"
    [finding] = part(text).findings
    place = finding.place
    assert (place.file, place.line, place.column) == ("sources/01.md", 1, 12)
    assert (place.end_line, place.end_column) == (1, 17)
    assert finding.message == "Text says “£203m”; asks.recovery is £205m"
    assert finding.help == "Write £205m, or bind another quantity"
    assert (finding.found, finding.expected) == ("£203m", "£205m")
    assert finding.fix is not None
    assert (finding.fix.replacement, finding.fix.safe) == ("£205m", True)
    [note] = finding.notes
    assert note.message == "the value comes from here"
    assert (note.place.file, note.place.line) == ("sources/data/asks.csv", 3)
    assert (note.place.column, note.place.end_column) == (10, 19)


@pytest.mark.parametrize(
    "text",
    [
        "[1 250 000 pounds]{value=asks.recovery}",
        "[12 percentage points]{value=asks.share}",
    ],
)
def test_nothing_is_written_that_would_not_be_read_as_right(text: str) -> None:
    """A number that reading would tear, or that has another unit, has no fix."""
    [finding] = part(f"A further {text} was asked for.\n").findings
    assert (finding.code, finding.fix) == ("NUM01", None)


@pytest.mark.parametrize(
    "text",
    [
        "[5 dozen]{value=cases.count} eggs",
        "[5]{value=cases.count} dozen eggs",
        "[2.1 hundred]{value=cases.count} eggs",
        "[£3 thousand million]{value=asks.recovery} was asked",
        "[£203 mio]{value=asks.recovery} was asked",
        "[10^3^]{value=cases.count} eggs",
    ],
)
def test_nothing_is_written_before_what_multiplies_it(text: str) -> None:
    """Who writes 12 into `5 dozen` says 12 dozen, and a raised 3 leaves its sign."""
    [finding] = part(f"Here {text}.\n").findings
    assert (finding.code, finding.fix) == ("NUM01", None)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("[£205]{value=asks.recovery}", False),
        ("[£205bn]{value=asks.recovery}", False),
        ("[£20m]{value=asks.recovery}", True),
    ],
)
def test_what_is_hundreds_of_times_off_is_offered(text: str, safe: bool) -> None:
    """A heading or a word nearby may name the scale; a lost digit is mended."""
    [finding] = part(f"Here {text} stands.\n").findings
    assert finding.fix == Fix(finding.expected, safe=safe)


def test_a_scale_that_leaves_nothing_of_a_value_is_told() -> None:
    """£12 in millions would be printed as £0m; of nought it is right."""
    every = known(quantity("a", "12", "GBP"), quantity("b", "0", "GBP"))
    assert faults("It was `=a|£m` and `=b|£m`.\n", every) == [
        ("NUM04", "£0m is printed of a, which is £12")
    ]


@pytest.mark.parametrize("word", ["Table", "Box", "Year", "Phase"])
def test_a_word_in_the_brackets_stays_where_its_number_is_mended(word: str) -> None:
    """Of `Table 5` only the number is bound, so only the number is written."""
    text = f"Here [{word} 5]{{value=cases.count}} stands.\n"
    [finding] = part(text).findings
    assert (finding.found, finding.fix) == ("5", Fix("12", safe=True))
    assert finding.place.column == text.index("5") + 1


def test_millions_in_groups_are_written_as_they_stood() -> None:
    """Behind a sign of money three digits begin a number as two do."""
    [finding] = part(
        "A further [£1 250 000]{value=asks.recovery} was asked.\n"
    ).findings
    assert (finding.code, finding.fix) == ("NUM01", Fix("£205 000 000", safe=True))


@pytest.mark.parametrize("word", ["Note", "Box", "item", "line"])
def test_a_word_before_the_brackets_is_no_part_of_the_number(word: str) -> None:
    """`Box 41` is one number of a reference; bound, only what is in brackets counts."""
    [finding] = part(f"Here {word} [£203m]{{value=asks.recovery}} stands.\n").findings
    [other] = part(f"Here {word} [41]{{value=cases.count}} stands.\n").findings
    for one, found in ((finding, "£203m"), (other, "41")):
        assert (one.found, one.place.column) == (found, len(f"Here {word} [") + 1)
        assert one.fix == Fix(one.expected, safe=True)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("It was [£300]{value=asks.loss} over the plan.", False),
        ("It fell by [£300]{value=asks.loss}.", True),
        ("It was [−£300]{value=asks.loss}.", True),
        ("| a | b |\n|:--|--:|\n| c | [£300]{value=asks.loss} |", True),
    ],
)
def test_a_sign_that_turns_is_offered_and_not_written(text: str, safe: bool) -> None:
    """Words beside it may say which way it goes; in a cell none do."""
    every = known(quantity("asks.loss", "-250", "GBP"))
    [finding] = part(f"{text}\n", every).findings
    assert (finding.code, finding.fix and finding.fix.safe) == ("NUM01", safe)


OUTSIDE = [
    (
        "over [£2bn]{value=asks.total}",
        "£3bn",
        True,
        "Write £3bn, or bind another quantity",
    ),
    ("over [£3.2bn]{value=asks.total}", "£3.2bn", False, "Write £3.2bn without “over”"),
    (
        "under [£1bn]{value=asks.floor}",
        "£2bn",
        False,
        "Write £2bn without “under”",
    ),
]


@pytest.mark.parametrize(("text", "expected", "fixed", "way"), OUTSIDE)
def test_a_comparator_before_the_brackets_counts(
    text: str, expected: str, fixed: bool, way: str
) -> None:
    """It is part of the claim; where it cannot stay there is no fix, but a way."""
    [finding] = part(text).findings
    assert (finding.expected, finding.help) == (expected, way)
    assert (finding.fix is not None) is fixed


def test_round_zeros_are_a_warning() -> None:
    """£200m for £205m may be rounding, so it is no error, and it says so."""
    [finding] = part("[£200m]{value=asks.recovery}").findings
    assert (finding.code, finding.level) == ("NUM01", "warning")
    assert states("[£200m]{value=asks.recovery}") == [("£200m", "checked")]


def test_a_quantity_of_many_cells_names_their_stretch() -> None:
    """The note counts the cells and reaches from the first to the last."""
    rows = [{**CELLS, "line": line, "end_line": line} for line in (2, 3, 4)]
    against = known(quantity("a.b", "7", cells=rows))
    [finding] = part("[8]{value=a.b}", against).findings
    [note] = finding.notes
    assert note.message == "the value comes from 3 cells"
    assert (note.place.line, note.place.end_line) == (2, 4)


def test_a_quantity_of_more_cells_than_are_listed_counts_its_rows() -> None:
    """A sum over a million rows does not come from the hundred that are listed."""
    rows = [{**CELLS, "line": line, "end_line": line} for line in (2, 3, 4)]
    against = known(quantity("a.b", "7", cells=rows, count=1_000_000))
    [finding] = part("[8]{value=a.b}", against).findings
    [note] = finding.notes
    assert note.message == "the value comes from 1,000,000 rows; the first stand here"


CELLS = {"file": "sources/data/a.csv", "column": 3, "end_column": 4, "text": "1"}


def test_a_literal_is_shown_where_it_is_defined() -> None:
    """Without cells the note points at the line of `quantities.yml`."""
    place = {"file": "sources/quantities.yml", "line": 5, "column": 1}
    against = known(quantity("a.b", "7", place=place))
    [finding] = part("[8]{value=a.b}", against).findings
    [note] = finding.notes
    assert note.message == "the value is defined here"
    assert (note.place.file, note.place.line) == ("sources/quantities.yml", 5)


def test_an_unknown_key_offers_the_nearest() -> None:
    """A misspelt key is an error in both forms, and the help names the right one."""
    texts = ("[£3.2bn]{value=asks.totl}", "[]{value=asks.totl}", "`=asks.totl`")
    for text in texts:
        [finding] = part(text).findings
        assert finding.code == "NUM02"
        assert finding.message == "No quantity is called “asks.totl”"
        assert finding.help == "Write asks.total"
        assert [state for _, state in states(text)] == ["failed"]


def test_a_binding_without_a_key_is_told_what_to_write() -> None:
    """Both ways of leaving it empty say that no quantity is named."""
    for text in ("[12]{value=}", '[]{value=""}'):
        [finding] = part(text).findings
        assert (finding.code, finding.message) == ("NUM02", "No quantity is named")
        assert finding.help == "Write its name: {value=KEY}"


def test_a_key_that_the_data_stage_reports_is_not_reported_again() -> None:
    """A quantity that could not be computed has its finding already."""
    against = known(failed=frozenset({"a.b"}))
    assert faults("[8]{value=a.b}", against) == []


def test_brackets_hold_one_number() -> None:
    """None, or two that are no range, is an error."""
    assert faults("[several]{value=asks.count}") == [
        ("NUM03", "Text bound to asks.count holds no number")
    ]
    assert faults("[29 of 41]{value=asks.count}") == [
        ("NUM03", "Text bound to asks.count holds two numbers")
    ]


def test_an_unknown_format_falls_back_to_the_house_style() -> None:
    """The message says what was asked for, and the number is still shown."""
    found = part("It cost `=asks.total|£bm`.")
    assert [one.message for one in found.findings] == [
        "“£bm” is no format, asked for asks.total"
    ]
    assert [(one["state"], one["shown"]) for one in found.numbers] == [
        ("failed", "£3.2bn")
    ]


SHOWN = [
    ("It cost `=asks.total`.", "£3.2bn"),
    ("It cost []{value=asks.total}.", "£3.2bn"),
    ("It cost []{value=asks.total format=£m}.", "£3,200m"),
    ("It cost `=asks.total|£m`.", "£3,200m"),
    ("There are `=themes.count` of them.", "three"),
    ("`=themes.count` of them are here.", "Three"),
    ("It ends. `=themes.count` of them are here.", "Three"),
    ("It is `=cases.count|words`.", "twelve"),
    ("It is `=asks.floor`.", "over £2bn"),
    ("It is over `=asks.floor`.", "£2bn"),
    ("It is `=asks.floor|at least £bn`.", "at least £2bn"),
    ("It is `=asks.floor|over`.", "over £2bn"),
    ("It is `=asks.total|just over £0bn`.", "just over £3bn"),
    ("It is over `=asks.total`.", "£3bn"),
    ("It is over `=asks.total|over`.", "£3bn"),
    ("It is under `=asks.total|£0bn`.", "£4bn"),
    ("It is a further `=asks.total`.", "£3.2bn"),
    ("It is between `=cases.count` and more.", "12"),
    ("It is `=asks.ratio|0%`.", "64%"),
    ("# `=themes.count` themes", "Three"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_an_inserted_number_is_shown_in_its_format(text: str, shown: str) -> None:
    """Formats, house style, capitals and published bounds make what the reader sees."""
    [entry] = part(text).numbers
    assert (entry["state"], entry["shown"]) == ("inserted", shown)


CLAIMED = [
    ("over `=cases.count|0`", "Text says “over 12”; cases.count is 12"),
    ("well over `=cases.count|0`", "Text says “well over 12”; cases.count is 12"),
    (
        "nearly `=asks.total|£0.0bn`",
        "Text says “nearly £3.2bn”; asks.total is £3.2bn",
    ),
]


@pytest.mark.parametrize(("text", "message"), CLAIMED)
def test_a_comparator_before_an_inserted_number_has_to_hold(
    text: str, message: str
) -> None:
    """Where no number of the format holds with it, the word has to go."""
    [finding] = part(text).findings
    assert (finding.code, finding.message) == ("NUM01", message)
    word = finding.found
    assert finding.help == f"Take “{word}” out, or bind another quantity"
    assert [state for _, state in states(text)] == ["failed"]


def test_a_published_bound_takes_no_other_comparator() -> None:
    """`about` would say more than the source does."""
    assert faults("It is `=asks.floor|about`.") == [
        ("NUM04", "“about” does not state a published bound, asked for asks.floor")
    ]


def test_code_that_is_no_binding_is_left_alone() -> None:
    """A formula of a spreadsheet, and a single word nobody defined, are code."""
    assert part("`=SUM(A1:B2)` and `=x` and `x = 4`").numbers == []


def test_settings_change_style_and_reach() -> None:
    """`words_to` and a narrower `about` come from the settings."""
    style = known(quantity("n", "10"), style=Style(10))
    assert part("It is `=n`.", style).numbers[0]["shown"] == "ten"
    narrow = known(quantity("n", "29"), tolerance=Tolerance(about=ASKS.tolerance.over))
    assert faults("[about 30]{value=n}", narrow) == []
