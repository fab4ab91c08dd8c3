"""Statements on two things by what they name: `she`, steps, codes, dates and forms."""

import pytest
from repeating import WARDS, chapter, repeats, settings

from crossfoot.repeats import find


def told(*texts: str) -> list[str]:
    """Return the class of each relation between chapters."""
    product, _ = repeats(*texts)
    return [one["class"] for one in product["relations"]]


SURVEY = "They show its paths, its springs, and where the last of the peat was cut."
DAM = "Water ran through under its stones, so that no boat could be kept on it."
GRANT = "{} gets a grant of £{} for the whole of the project in the coming spring."


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ("Maud draws", "Piers mends", "template"),
        ("Maud draws", "Maud mends", "contradiction"),
        ("The guild draws", "A trust mends", "contradiction"),
    ],
)
def test_he_and_she_are_whom_the_sentence_before_names(
    here: str, there: str, kind: str
) -> None:
    """What is said of `she` after two people's names tells of two people."""
    texts = [
        f"# {title}\n\n{lead} {GRANT.format('She', figure)}\n"
        for title, lead, figure in (
            ("A", f"{here} maps of the moor. {SURVEY}", 500),
            ("B", f"{there} the old mill pond. {DAM}", 400),
        )
    ]
    assert told(*texts) == [kind]


def test_he_without_a_sentence_before_is_whom_the_heading_names() -> None:
    """A paragraph that starts with `he` tells of the person whose heading it has."""
    said = "He was awarded a grant of £{} for the entire project."
    heads = "Maud: maps of the moor", "Piers: the old mill pond"
    texts = [
        f"# {title}\n\n## {head}\n\n{said.format(figure)}\n"
        for title, head, figure in zip("AB", heads, (500, 400), strict=True)
    ]
    assert told(*texts) == ["template"]


@pytest.mark.parametrize(
    ("years", "kind"),
    [
        ((2023, 2022), "template"),
        ((2023, 2021), "contradiction"),
        ((2022, 2022), "contradiction"),
    ],
)
def test_years_that_all_go_on_by_one_are_of_another_period(
    years: tuple[int, int], kind: str
) -> None:
    """Where every year of a sentence is as much later, it tells of another year."""
    said = "We think that {} will be a busier year for the ferry than {} was."
    texts = (
        f"# A\n\n{said.format(2022, 2021)}\n",
        f"# B\n\n{said.format(*years)}\n",
    )
    assert told(*texts) == [kind]


@pytest.mark.parametrize(("before", "slip"), [("9,500", False), ("some", True)])
def test_a_sentence_with_both_figures_tells_of_a_change(
    before: str, slip: bool
) -> None:
    """What says 4,750 and 9,500 does not contradict the 9,500 of another sentence."""
    said = (
        "That means that any keeper who misses {} rounds in a row will be held by all"
        " of us to have broken the rules of the tower"
    )
    now, then = said.format("4,750"), said.format("9,500")
    texts = (
        f"# A\n\nLess is left. {now}, where {before} rounds had to be missed.\n",
        f"# B\n\nA round takes two hours or less. {then} of the lighthouse.\n",
    )
    assert ("contradiction" in told(*texts)) is slip


@pytest.mark.parametrize(("again", "slip"), [("0.2%", False), ("5%", True)])
def test_a_figure_that_each_passage_says_twice_is_its_own(
    again: str, slip: bool
) -> None:
    """Where 5% stands twice here and 0.2% twice there, neither is a slip."""
    first = (
        "Who signs for two boats at once is fined, and the guild burns 5% of the "
        "deposit on that very day. Every owner will lose 5% of all the money that was "
        "left with the harbour master. The boat is then struck off for good."
    )
    other = (
        f"When a boat lies idle for a season the harbour takes {again} away. "
        "Every owner will lose 0.2% of all the money that was left with the harbour "
        "master. It may sail again in spring once the fee for the berth is paid."
    )
    found = told(f"# A\n\n{first}\n", f"# B\n\n{other}\n")
    assert ("contradiction" in found) is slip


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        ("`RateMax`", "`RateMin`", "The {} rate at which the well may be pumped out."),
        ("CVE-2023-20014", "CVE-2022-2837", "It was found on 0{} May at the old mill."),
    ],
)
def test_headings_in_code_name_two_cases(here: str, there: str, said: str) -> None:
    """`RateMax` announces the maximum, and codes of one form are two things."""
    words = ("maximum", "minimum") if "Rate" in here else ("1", "3")
    text = "# A\n\n" + "\n".join(
        f"### {head}\n\n**{said.format(word)}**\n\nIt is set at {head}.\n"
        for head, word in zip((here, there), words, strict=True)
    )
    assert "contradiction" not in told(text)


@pytest.mark.parametrize(
    ("one", "other"), [("#1", "#2"), ("(Oak, p. 237)", "(Oak, p. 122)")]
)
def test_a_page_and_a_parameter_are_named_by_number(one: str, other: str) -> None:
    """Another page of a book, and another parameter, is another one."""
    said = "The mark of the stone is the same as the one that stands in {}."
    texts = [
        f"# {title}\n\n{said.format(what)}\n"
        for title, what in zip("AB", (one, other), strict=True)
    ]
    assert "contradiction" not in told(*texts)


@pytest.mark.parametrize(("figures", "slip"), [("0-1", False), ("0-5", True)])
def test_a_range_in_figures_is_the_range_in_words(figures: str, slip: bool) -> None:
    """“Between 0.0 and 1.0” says what “0-1” says, and not what “0-5” says."""
    said = (
        f"{WARDS} Its range is {{}} and its lowest value is 0, if one of the two is 0"
        " as well, and its highest is found where both of them are as large as they get."
    )
    here, there = (said.format(one) for one in ("between 0.0 and 1.0", figures))
    found = told(f"# A\n\n{here}\n", f"# B\n\n{there}\n")
    assert ("contradiction" in found) is slip


@pytest.mark.parametrize(
    ("steps", "slip"), [((7, 8), False), ((7, 9), True), ((6, 8), True)]
)
def test_steps_that_all_go_on_by_one_are_those_of_the_next(
    steps: tuple[int, int], slip: bool
) -> None:
    """What step 5 keeps for steps 6 and 7, step 6 keeps for steps 7 and 8."""
    said = (
        "Do not venture into what comes later, be it the mortar of Step {} or the roof "
        "of Step {}, before all who build have looked at the wall, and agreed to it."
    )
    texts = f"# A\n\n{said.format(6, 7)}\n", f"# B\n\n{said.format(*steps)}\n"
    assert ("contradiction" in told(*texts)) is slip


@pytest.mark.parametrize(("gives", "slip"), [("does not give", 0), ("gives", 1)])
def test_what_is_denied_twice_is_no_contrary_of_what_is_not(
    gives: str, slip: int
) -> None:
    """What gives no footing should not be used, and what gives it should."""
    here = f"This kind of gate {gives} safe footing and should not be used for horses."
    there = "Covered gates give safe footing and should be used for horses."
    found = told(f"# A\n\n## Open\n\n{here}\n\n## Shut\n\n{there}\n")
    assert found.count("contradiction") == slip


@pytest.mark.parametrize(("many", "slip"), [(2, True), (5, False)])
def test_many_tables_of_one_header_are_a_form(many: int, slip: bool) -> None:
    """A row that two of five tables share is no proof that they are copies."""
    head = "| Step | People | Hours | In all |\n|--|--|--|--|\n"
    rows = [(20, 40), (20, 80), (50, 100), (9, 18), (11, 22)]
    names = ("oak", "elm", "ash", "yew", "fir")
    text = "# A\n\n" + "\n".join(
        f"## Time\n\nBy the crew of the {name}.\n\n{head}"
        f"| M1 | 2 | 20 | {b} |\n| M2 | 5 | {20 if a < 40 else a} | 100 |\n"
        for name, (a, b) in list(zip(names, rows, strict=True))[:many]
    )
    assert ("contradiction" in told(text)) is slip


@pytest.mark.parametrize(
    ("form", "slip"), [("Step {} – t", False), ("Over {} t", True)]
)
def test_the_number_of_a_step_is_its_place(form: str, slip: bool) -> None:
    """“Step 5 – Ask for a key” here is step 4 of another list."""
    more = "You may ask the keeper of the gate on each day of the week but on Sundays."
    text = "# A\n\n" + "\n\n".join(
        f"## {head}\n\n**{form.format(n)}he keys to the inner gate are asked for**\n\n{more}"
        for head, n in (("By day", 5), ("By night", 4))
    )
    assert ("contradiction" in told(text)) is slip


def test_what_leads_in_to_two_lists_may_end_in_other_words() -> None:
    """“Should be kept where it helps:” and “should never be kept:” lead in to lists."""
    said = "The following old customs of the harbour should {} be kept up by all of us"
    text = (
        f"# A\n\n{said.format('always')} where it makes sense:\n\n- the bell\n- a lamp\n\n"
        f"{said.format('never')}:\n\n- the whip\n- a ban\n"
    )
    assert "contradiction" not in told(text)


def test_the_day_of_a_file_s_date_is_announced_by_it() -> None:
    """“Notes of 1 July” in the file of that day says nothing of the file of 15 July."""
    said = "Here are the notes of what was talked about by all on July {}, in brief."
    names = "2020-07-01", "2020-07-15"
    made = [
        chapter(f"# The editors\n\n{said.format(int(name[-2:]))}\n", name)
        for name in names
    ]
    product, _ = find(made, settings())
    assert [one["class"] for one in product["relations"]] == ["template"]


def test_verses_with_a_number_and_a_dash_are_counted() -> None:
    """`1 - All that we are` and `2 - All that we are` are two verses."""
    verse = "{} - All that the river gives to the mill in spring it takes in autumn."
    text = f"# Verses\n\n{verse.format(1)} So it is.\n\n{verse.format(2)} So be it.\n"
    assert "contradiction" not in told(text)


@pytest.mark.parametrize(
    ("names", "slip"),
    [
        (("q2-survey-of-boats", "q3-survey-of-boats"), False),
        (("survey-of-boats", "survey-of-boats-again"), True),
        (("q2-survey-of-boats", "q3-tidings-of-mills"), True),
    ],
)
def test_chapters_of_two_quarters_have_their_own_figures(
    names: tuple[str, str], slip: bool
) -> None:
    """What the survey of a quarter found says nothing of that of another one."""
    said = "There were {} replies to the survey, up from {} in the last one of them."
    figures = (52, 27), (56, 49)
    made = [
        chapter(f"{said.format(*told)} What they say is told below.\n", name)
        for name, told in zip(names, figures, strict=True)
    ]
    product, _ = find(made, settings())
    found = [one["class"] for one in product["relations"]]
    assert ("contradiction" in found) is slip
