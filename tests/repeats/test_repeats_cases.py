"""Statements of two cases: alike but for what they say, and no contradiction."""

import pytest
from repeating import LISTS, MEALS, WARDS, chapter, messages, repeats, settings

from crossfoot.repeats import find

RACKS = "Our halls hold {} racks of pumps, and each of them is looked at once a week."


def told(*texts: str) -> list[str]:
    """Return the class of each relation between chapters."""
    product, _ = repeats(*texts)
    return [one["class"] for one in product["relations"]]


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ("Looking back on 2021", "Looking back on 2022", "template"),
        ("Looking back", "Looking back on 2022", "contradiction"),
        ("From 2021 to 2022", "In 2022", "contradiction"),
        ("Of 70 racks", "Of 55 racks", "template"),
        ("Looking back - 2021", "Looking back – 2022", "template"),
        ("Withermoor, 1877", "Saltern, 1849", "contradiction"),
        ("Chapter 1", "Chapter 2", "contradiction"),
    ],
)
def test_titles_may_say_that_two_years_are_meant(
    here: str, there: str, kind: str
) -> None:
    """Chapters on two years, or whose titles name the figures, tell of two things."""
    texts = f"# {here}\n\n{RACKS.format(70)}\n", f"# {there}\n\n{RACKS.format(55)}\n"
    assert told(*texts) == [kind]


def test_another_year_in_the_text_is_a_slip_whatever_the_titles_say() -> None:
    """A year that is not as far off as the titles are is a contradiction."""
    said = "The mill by the ford was built in {} by two brothers from the hills."
    texts = [f"# The year 202{n}\n\n{said}\n" for n in (1, 2)]
    kinds = [
        told(texts[0].format(1805), texts[1].format(year)) for year in (1815, 1806)
    ]
    assert kinds == [["contradiction"], ["template"]]


@pytest.mark.parametrize(
    ("one", "other"), [("two-storey", "three-storey"), ("30-year", "50-year")]
)
def test_a_number_before_a_hyphen_is_a_figure(one: str, other: str) -> None:
    """Two-storey and three-storey say different things of one house."""
    said = "The old house at the end of the lane has a {} lease and a slate roof."
    texts = [f"# A\n\n{said}\n", f"# B\n\n{said}\n"]
    assert told(texts[0].format(one), texts[1].format(other)) == ["contradiction"]


def test_both_ends_of_a_rule_are_no_contradiction() -> None:
    """Where two directions differ, one sentence tells of the one case each."""
    said = "If the price is {} than one pound, it tells us that supply should be {}."
    one, other = said.format("less", "reduced"), said.format("greater", "increased")
    assert "contradiction" not in told(f"# A\n\n{one}\n\n# B\n\n{other}\n")
    half = said.format("less", "increased")
    assert told(f"# A\n\n{one}\n\n# B\n\n{half}\n") == ["contradiction"]


def particulars(price: int, ratio: int) -> str:
    """Return a list of what a loan is like."""
    return (
        f"# Loan\n\n{WARDS}\n\n- Price paid: {price} pounds\n"
        f"- Ratio held: {ratio} percent\n- Paid back by the last day of the year\n"
        "- Kept by the clerk of the works in a book\n"
    )


def test_two_particulars_of_two_things_are_no_contradiction() -> None:
    """One short item that differs may be a slip; two are another thing."""
    _, findings = repeats(particulars(300, 125), particulars(200, 175))
    assert [line for line in messages(findings) if "REP02" in line] == []
    _, findings = repeats(particulars(300, 125), particulars(200, 125))
    assert [one.code for one in findings if one.level == "error"] == ["REP02"]


HOURS = "Whoever works at the counter may take {} hours of leave in any one month."


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ("Windows setups", "Linux setups", "template"),
        ("Engineering team laptops", "Product and design team laptops", "template"),
        ("1 week", "3 months", "template"),
        ("Example 1: Logan joins", "Example 3: Morgan leaves", "template"),
        ("Version 15", "Version 16", "template"),
        ("Counters", "Leave", "contradiction"),
        ("Chapter 1: The quay", "Chapter 2: The mill", "contradiction"),
        ("Theme 1: The quay", "Theme 2: The quay", "contradiction"),
        ("The quay", "The quay", "contradiction"),
        ("The quay", "The quay at night", "contradiction"),
        ("One", "Two", "contradiction"),
        ("1. Terms", "16.2 Notice", "contradiction"),
        ("1. Terms", "3. Terms", "contradiction"),
        ("4 Leave", "7 Notice", "contradiction"),
        ("How to apply", "How to pay", "contradiction"),
        ("2 nights", "9 nights", "template"),
    ],
)
def test_headings_of_one_form_name_two_cases(here: str, there: str, kind: str) -> None:
    """Under headings that differ in a word of one form two things are spoken of."""
    one, other = (f"# {n}\n\n## {at}\n\n" for n, at in enumerate((here, there), 7))
    assert told(one + HOURS.format(12), other + HOURS.format(15)) == [kind]


def test_a_summary_is_held_against_sections_of_like_headings() -> None:
    """What a summary says is about what the body says, whatever the headings."""
    summary = f"::: {{role=summary}}\n## Day staff\n\n{HOURS.format(12)}\n:::\n"
    body = f"# Rules\n\n## Night staff\n\n{HOURS.format(15)}\n"
    assert told(summary, body) == ["contradiction"]


def test_tables_under_headings_of_one_form_are_no_copies() -> None:
    """What is left after a week is not what is left after three months."""
    table = "| Site | Ours | Theirs |\n|:--|:--|:--|\n| Quay | gone | gone |\n"
    table += "| Mill | gone | gone |\n| Left of all | {} | 46% |\n"
    week, months = table.format("33%"), table.format("13%")
    assert told(f"# A\n\n## 1 week\n\n{week}\n\n## 3 months\n\n{months}\n") == []
    assert told(f"# A\n\n## Quay\n\n{week}\n\n## Mill\n\n{months}\n") == [
        "contradiction"
    ]


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        (
            "If a server is found in the house, a window shows what it is called.",
            "If a server is not found in the house, enter where it stands yourself.",
            "template",
        ),
        (
            "If a server is found in the house, a window shows what it is called.",
            "If a server is not found in the house, a window shows what it is called.",
            "contradiction",
        ),
        (
            "The lamps of the quay are lit by the warden before the gates are shut.",
            "No. The lamps of the quay are lit by the warden before the gates are shut.",
            "",
        ),
        (
            "A warden must stay on the quay if any of these is the case:",
            "A warden should stay on the quay if any of these is the case:",
            "template",
        ),
    ],
)
def test_conditions_answers_and_lead_ins_are_cases(
    here: str, there: str, kind: str
) -> None:
    """Another condition for another thing, or a list of its own, is another case."""
    first = f"# One\n\nSome words go before it. {here}\n"
    second = f"# Two\n\nThe warden wrote this down. {there}\n"
    assert ("contradiction" in told(first, second)) == (kind == "contradiction")


def test_a_few_words_before_a_passage_name_its_case() -> None:
    """Passages that other words lead in to are about what these name."""
    said = HOURS.format(12), HOURS.format(15)
    led = "# A\n\n**Day staff:**\n\n{}\n\n**Night staff:**\n\n{}\n"
    assert told(led.format(*said)) == ["template"]
    assert told("# A\n\nDay staff.\n\n{}\n\nNight staff.\n\n{}\n".format(*said)) == [
        "contradiction"
    ]


def test_items_of_one_section_are_a_series() -> None:
    """Steps of two worked examples under one heading are no contradiction."""
    steps = "- The clerk looks up the {} entries of the green book at noon\n"
    more = "- Then the book is shut\n"
    text = f"# A\n\n## Steps\n\nOne.\n\n{steps.format(3)}{more}\nTwo.\n\n"
    assert told(f"{text}{steps.format(5)}- Now rest a while\n") == ["template"]


def test_a_long_number_with_another_digit_is_a_slip_in_a_series_too() -> None:
    """Steps have numbers of their own, and none that differ in one digit of five."""
    steps = "- The clerk looks up the {} entries of the green book at noon\n"
    more = "- Then the book is shut\n"
    text = f"# A\n\n## Steps\n\nOne.\n\n{steps.format('63,765')}{more}\nTwo.\n\n"
    other = f"{text}{steps.format('63,465')}- Now rest a while\n"
    assert told(other) == ["contradiction"]


def test_a_copy_that_keeps_its_other_figures_is_no_other_edition() -> None:
    """What is said of another year has figures of its own."""
    said = (
        "Our halls hold {} racks of pumps, and each of them is looked at once a week. "
        "The {} keepers of the halls walk {} miles a day and write down what they see, "
        "and what they saw is read out at noon in the long room beside the gate."
    )
    here, there = "# Looking back on 2021", "# Looking back on 2022"
    one = f"{here}\n\n{said.format(70, 12, 8)}\n"
    assert told(one, f"{there}\n\n{said.format(55, 12, 8)}\n") == ["contradiction"]
    assert "contradiction" not in told(one, f"{there}\n\n{said.format(55, 14, 9)}\n")


def test_numbers_of_parts_that_are_linked_to_are_no_figures() -> None:
    """A link says itself to which part it leads, and a part its own number."""
    said = (
        "Whoever lends a boat keeps to what stands here, as far as it goes. Boats that"
        " were lent before count as lent, and {} holds for them too, however old they"
        " are. Nothing else is asked of those who lend a boat to the parish for a day."
    )
    links = "[Section 4](#four)", "[Section 6](#six)"
    texts = [
        f"# {name}\n\n{said.format(one)}" for name, one in zip("AB", links, strict=True)
    ]
    assert told(*texts) == ["near", "template"]
    plain = [f"# {name}\n\n{said.format(f'Section {n}')}" for name, n in ("A4", "B6")]
    assert "contradiction" in told(*plain)


def test_editions_by_year_are_told_by_their_files() -> None:
    """Files of one name and two years are two editions, each with figures of its own."""
    texts = [f"# The stores\n\n{RACKS.format(n)}\n" for n in (70, 55)]
    names = "stores-2024", "stores-2025"
    made = [chapter(text, name) for text, name in zip(texts, names, strict=True)]
    product, _ = find(made, settings())
    assert [one["class"] for one in product["relations"]] == ["template"]


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        (
            "*#1.* Loans fall to 60%, and it takes about 9.6 years to see the top.",
            "*#2.* Loans fall to 50%, and it takes about 4 years to see the top.",
            "template",
        ),
        (
            "Requests ranged from $300 to $7,083, with a mean of $1,550 for the whole.",
            "Requests ranged from $140 to $6,400, with a mean of $1,466 for the whole.",
            "template",
        ),
        (
            "The reward of those who lend is 105 * 80% - 1 = 83 coins at the year's end.",
            "The reward of those who lend is 100 * 80% - 1 = 79 coins at the year's end.",
            "template",
        ),
        (
            "The reward of those who lend is 105 * 80% - 1 = 83 coins at the year's end.",
            "The reward of those who lend is 105 * 80% - 1 = 38 coins at the year's end.",
            "contradiction",
        ),
        (
            "Loans fall to 60%, and it takes about 4 years to see the top of it.",
            "Loans fall to 50%, and it takes about 4 years to see the top of it.",
            "contradiction",
        ),
    ],
)
def test_counted_cases_series_and_calculations_are_no_claims(
    here: str, there: str, kind: str
) -> None:
    """Scenarios that are counted, or all of whose figures differ, are several."""
    assert told(f"# Book\n\n## Loans\n\n{here}\n\nRain came.\n\n{there}\n") == [kind]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("minutes-2019-07-18", "minutes-2019-08-15"), "template"),
        (("2019-07-18-first-post", "2019-08-15-of-wells"), "template"),
        (("2019-07-18-first-post", "2019-07-18-of-wells"), "contradiction"),
        (("2019-07-18", "2019-08-15"), "contradiction"),
        (("minutes", "rules"), "contradiction"),
    ],
)
def test_minutes_by_date_are_told_by_their_files(
    names: tuple[str, str], kind: str
) -> None:
    """Files of one name and two dates tell of two meetings."""
    texts = [f"# The stores\n\n{RACKS.format(n)}\n" for n in (70, 55)]
    made = [chapter(text, name) for text, name in zip(texts, names, strict=True)]
    product, _ = find(made, settings())
    assert [one["class"] for one in product["relations"]] == [kind]


def test_another_name_in_the_sentence_beside_is_another_case() -> None:
    """Paragraphs whose first sentences differ in a name speak of two things."""
    said = (
        "At {0}, whoever signs in has to show a card again after twelve hours of work."
        " A card has to be shown again after {1} minutes in which nothing was done."
    )
    texts = [
        f"# {n}\n\n{said.format(*one)}\n"
        for n, one in (("Doors", ("Larkhill", 30)), ("Gates", ("Elmscott", 15)))
    ]
    assert "contradiction" not in told(*texts)
    assert "contradiction" in told(
        *(one.replace("Elmscott", "Larkhill") for one in texts)
    )


def test_a_denial_at_the_very_end_is_a_contradiction() -> None:
    """Nothing stands there in the other copy, so that it answers no question."""
    said = (
        "The two keepers of the green hall said that they would be back, and they did"
    )
    texts = f"# A\n\n{said}\n", f"# B\n\n{said} not\n"
    assert told(*texts) == ["contradiction"]


LEAVE = "1 month of leave, between 4 and 7 weeks, of couriers and of drivers"


@pytest.mark.parametrize(
    ("first", "second", "times"),
    [
        ("will not earn vouchers", "will earn wages and any commissions", 0),
        ("will not earn vouchers", "will earn vouchers", 1),
    ],
)
def test_a_denial_of_another_thing_is_no_contradiction(
    first: str, second: str, times: int
) -> None:
    """Sentences that say and deny other things at their ends do not disagree."""
    text = f"# Leave\n\n- {LEAVE} {first}\n\n# Pay\n\n- {LEAVE} **{second}**\n"
    told = [one for one in messages(repeats(text)[1]) if one.startswith("REP02")]
    assert len(told) == times


CLAUSE = (
    "{} The parish may take back a key whenever a depot was left open, and whoever had"
    " it pays for the new lock within a month of being told, as far as the lock is not"
    " paid for by somebody else."
)


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ("13.5", "13.8", "near"),
        ("(4.2)", "(10.1.3)", "near"),
        ("In 4.2 of", "In 4.3 of", "contradiction"),
    ],
)
def test_the_number_of_a_clause_is_no_claim(here: str, there: str, kind: str) -> None:
    """A passage starts with its own number, which says nothing of what it says."""
    assert told(
        f"# A\n\n{CLAUSE.format(here)}\n", f"# B\n\n{CLAUSE.format(there)}\n"
    ) == [kind]


@pytest.mark.parametrize("amount", ["4.2 per cent", "4.2 GB", "4.2 million people"])
def test_an_amount_that_starts_a_passage_is_a_claim(amount: str) -> None:
    """What is counted or measured follows the figure."""
    said = (
        f"{amount} of what the depots keep is never asked for by anybody in the year."
    )
    other = said.replace("4.2", "2.4")
    assert told(f"# A\n\n{said}\n", f"# B\n\n{other}\n") == ["contradiction"]


STUDY = (
    "## {}\n\n### Methods\n\n#### People\n\nWe took the times of {} people who came to"
    " the depot by bicycle, and asked each of them how long the way had been.\n\n"
)


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (("Experiment 1", "Experiment 3"), "template"),
        (("3 May 2024", "7 June 2024"), "template"),
        (("Call of 2024-05-03", "Call of 2024-06-07"), "template"),
        (("Part 1", "Part 3"), "contradiction"),
        (("May we?", "2024 and all that"), "contradiction"),
    ],
)
def test_what_is_said_deep_below_two_cases_is_about_these(
    heads: tuple[str, str], kind: str
) -> None:
    """Two experiments or days have people of their own, and two parts the same."""
    asked = zip(heads, (39, 48), strict=True)
    text = "".join(STUDY.format(head, people) for head, people in asked)
    assert kind in told(f"# Depots\n\n{text}")


RULE = (
    "## {}\n\n### Rules\n\nEach member {} send a list of {} depots and {} couriers to the"
    " secretary before the meeting is called, whatever was agreed the year before.\n\n"
)


@pytest.mark.parametrize(
    ("heads", "said", "told_of"),
    [
        (("3 May 2024", "7 June 2024"), ("may", 41, 27), True),
        (("3 May 2024", "7 June 2024"), ("must", 27, 41), True),
        (("3 May 2024", "7 June 2024"), ("must", 41, 28), False),
        (("Experiment 1", "Experiment 3"), ("may", 41, 27), False),
    ],
)
def test_a_rule_does_not_change_with_the_day_on_which_it_is_told(
    heads: tuple[str, str], said: tuple[str, int, int], told_of: bool
) -> None:
    """Below two dates figures may differ, but no duty, and none change places."""
    sides = RULE.format(heads[0], "must", 41, 27), RULE.format(heads[1], *said)
    product, _ = repeats("".join(sides))
    classes = [one["class"] for one in product["relations"]]
    assert ("contradiction" in classes) is told_of


@pytest.mark.parametrize(
    ("names", "said", "kind"),
    [
        ("day", ("{} visitors crossed the ford", "48,210", "48,120"), "contradiction"),
        ("day", ("{} visitors crossed the ford", "48,210", "51,334"), "template"),
        ("day", ("the ford was closed to all in {}", "2004", "2006"), "contradiction"),
        ("day", ("the ford was closed to all in {}", "2024", "2025"), "template"),
        ("day", ("{} carts crossed the ford in 2004", "41", "47"), "contradiction"),
        ("day", ("{} carts crossed the ford in 2024", "41", "47"), "template"),
        ("day", ("{} of 300 carts took 90 minutes", "41", "47"), "contradiction"),
        ("day", ("{} of 300 carts took the ford", "41", "47"), "template"),
        (
            "day",
            ("the gate is told of at the ford in {}", "#43014", "#43054"),
            "template",
        ),
        ("year", ("{} of 300 carts took 90 minutes", "41", "47"), "template"),
    ],
)
def test_a_day_parts_no_slip_and_nothing_past(
    names: str, said: tuple[str, str, str], kind: str
) -> None:
    """A long number has a slip, a year is past, or most figures stay on another day."""
    files = {
        "day": ("minutes-2024-07-18", "minutes-2025-08-15"),
        "year": ("returns-2024", "returns-2025"),
    }
    text, *figures = said
    made = [
        chapter(
            f"# Fords\n\nThe warden of the moor said that {text.format(n)}.\n", name
        )
        for n, name in zip(figures, files[names], strict=True)
    ]
    product, _ = find(made, settings())
    assert [one["class"] for one in product["relations"]] == [kind]


@pytest.mark.parametrize(
    ("rest", "kinds"),
    [
        ("paint a door", []),
        ("mend the roof of a depot", ["contradiction"]),
    ],
)
def test_two_things_are_counted_apart(rest: str, kinds: list[str]) -> None:
    """Sentences that share how they begin and then name two things count each."""
    one = "There are 6 ways in which you can mend the roof of a depot."
    other = f"There are 2 ways in which you can {rest}."
    assert told(f"# A\n\n{one}\n", f"# B\n\n{other}\n") == kinds


TWICE = (
    "## {}\n\nThe warden walks the long wall each morning and notes every gap that a flock"
    " could use. Of the {} gates on the moor most are shut by noon, and nobody opens them"
    " before the bell of the chapel. {}\n\n"
)
SAME = "Whoever finds one open ties it with the blue cord that hangs beside each post."
OTHER = "A second round follows in winter, when snow hides the hollows near the ford."


@pytest.mark.parametrize(
    ("heads", "rest", "told_of"),
    [
        (("3 May 2024", "7 June 2024"), (SAME, SAME), True),
        (("Meeting of 3 May", "Meeting of 7 June"), (SAME, SAME), True),
        (("3 May 2024", "7 June 2024"), (SAME, OTHER), False),
        (("Upland rounds", "Lowland rounds"), (SAME, SAME), False),
    ],
)
def test_a_copy_of_a_long_passage_is_one_case_on_two_days(
    heads: tuple[str, str], rest: tuple[str, str], told_of: bool
) -> None:
    """Two dates make no two cases of a passage that is equal but for one figure."""
    sides = [
        TWICE.format(head, figure, end)
        for head, figure, end in zip(heads, (41, 47), rest, strict=True)
    ]
    product, _ = repeats("".join(sides))
    classes = [one["class"] for one in product["relations"]]
    assert ("contradiction" in classes) is told_of


@pytest.mark.parametrize(
    ("figures", "told_of"),
    [((41, 47, 160, 175), False), ((41, 47, 160, 160), True)],
)
def test_two_figures_that_both_moved_are_news_of_another_day(
    figures: tuple[int, ...], told_of: bool
) -> None:
    """One figure of a sentence is a slip where another date stands; two are news."""
    said = "Over {} rowers from {} yards of the coast wrote their names in the book."
    sides = [
        f"## {head}\n\n{WARDS} {said.format(a, b)} {LISTS}\n"
        for head, a, b in (
            ("2024-05-03", figures[0], figures[2]),
            ("2024-06-07", figures[1], figures[3]),
        )
    ]
    assert ("contradiction" in told("\n".join(sides))) is told_of


@pytest.mark.parametrize(
    ("heads", "told_of"),
    [
        (("3 May 2022", "7 June 2024"), True),
        (("[3 May 2022](a.html)", "June 7, 2024 [open meeting]"), True),
        (("12 May (recording)", "June 7th open meeting"), True),
        (("12 May", "12 May"), True),
        (("May 6/7 - open meeting", "3–4 June"), True),
        (("Rounds of 2022", "Rounds of 2024"), False),
        (("The rounds", "The rounds"), False),
    ],
)
def test_days_in_files_of_two_years_are_days(
    heads: tuple[str, str], told_of: bool
) -> None:
    """A date is nearer to what is said under it than the year that its file bears."""
    made = [
        chapter(f"# Minutes\n\n{TWICE.format(head, figure, SAME)}", f"{year}-minutes")
        for head, figure, year in zip(heads, (41, 47), (2022, 2024), strict=True)
    ]
    product, _ = find(made, settings())
    classes = [one["class"] for one in product["relations"]]
    assert ("contradiction" in classes) is told_of


SLUICES = "| Gate | Keys | Steps | Carts |\n|:--|--:|--:|--:|\n" + "".join(
    f"| {name} | {{}} | {at * 7} | {at * 31} |\n"
    for at, name in enumerate(("Upper", "Middle", "Lower", "Ford", "Mill"), 3)
)


@pytest.mark.parametrize(
    ("heads", "keys", "told_of"),
    [
        (("3 May 2024", "7 June 2024"), (12, 15, 18, 21, 47), True),
        (("3 May 2024", "7 June 2024"), (12, 15, 18, 23, 47), False),
        (("Round of 3 May", "7 June"), (12, 15, 18, 21, 47), True),
        (("Upland gates", "Lowland gates"), (12, 15, 18, 21, 47), False),
    ],
)
def test_a_copied_table_is_one_case_on_two_days(
    heads: tuple[str, str], keys: tuple[int, ...], told_of: bool
) -> None:
    """Two dates make no two cases of a table of which all cells but one are equal."""
    sides = [
        f"## {head}\n\n{SLUICES.format(*some)}\n"
        for head, some in zip(heads, ((12, 15, 18, 21, 41), keys), strict=True)
    ]
    product, _ = repeats("".join(sides))
    classes = [one["class"] for one in product["relations"]]
    assert ("contradiction" in classes) is told_of


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        (
            (
                "MUST ring the bell of the yard, or send a runner to the ford.",
                "SHOULD ring the bell of the yard, or send a runner to the ford.",
            ),
            "template",
        ),
        (
            (
                "must ring the bell of the yard as soon as the gate is shut.",
                "must not ring the bell of the yard as soon as the gate is shut.",
            ),
            "template",
        ),
        (
            (
                "Wardens MUST ring the bell of the yard, or send a runner to it.",
                "Wardens SHOULD ring the bell of the yard, or send a runner to it.",
            ),
            "contradiction",
        ),
        (
            (
                "if the `bell` of the yard is set in the incoming `round`:",
                "if the `bell` of the yard is not set in the incoming `round`:",
            ),
            "template",
        ),
        (
            (
                "The `bell` of the yard is set in the incoming `round` at noon.",
                "The `bell` of the yard is not set in the incoming `round` at noon.",
            ),
            "contradiction",
        ),
    ],
)
def test_a_duty_without_a_subject_and_a_bare_condition_are_no_claims(
    items: tuple[str, str], kind: str
) -> None:
    """Whose duty it is, or what follows from it, says another item."""
    heads = "The warden of the ford:", "Whoever rows:"
    texts = [
        f"# {head}\n\n{head}\n\n- {item}\n  - goes to the {head[-6:-1]} and waits\n"
        for head, item in zip(heads, items, strict=True)
    ]
    assert kind in told(*texts)
    assert ("contradiction" in told(*texts)) is (kind == "contradiction")


def test_a_heading_and_its_denial_name_two_cases() -> None:
    """A heading claims nothing that another one could deny."""
    heads = (
        "Way to proceed if the warden HAS [a lamp](lamps.html) of the yard lit",
        "Way to proceed if the warden DOES NOT HAVE a lamp of the yard lit",
    )
    steps = f"1. {WARDS}\n2. {LISTS}\n"
    text = f"## {heads[0]}\n\n{steps}\n## {heads[1]}\n\n{steps}\n"
    assert "contradiction" not in told(f"# Boats\n\n{text}")


LEAST = "minimum", "maximum"
TWO = "five", "two"
WATERS = "alder", "birch", "cedar", "dogwood", "elder", "fir", "gorse", "hazel"
PARTS = "# Otter {0}\n\n## {1}\n\nCounts of {0} came in by post.\n\n{2}\n"
LIMIT = "A form that comes in more than {} days after the count is set aside unread."


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (("Data sources", "Data checks"), "contradiction"),
        (("Data in Wales", "Data in Devon"), "template"),
    ],
)
@pytest.mark.parametrize("chapters", [2, 8])
def test_headings_that_each_chapter_has_name_no_cases(
    heads: tuple[str, str], kind: str, chapters: int
) -> None:
    """Two headings that stand in four chapters each are parts of these, not cases."""
    said = {0: LIMIT.format(14), chapters - 1: LIMIT.format(10)}
    texts = [
        PARTS.format(word, heads[number % 2], said.get(number, ""))
        for number, word in enumerate(WATERS)
    ]
    expected = kind if chapters > len(heads) else "template"
    assert told(*texts[:chapters]) == [expected]


FIELD = "# {}\n\nWhere it rises: {} moor.\n\n**{}**: The gauge at the weir is {}read by hand.\n"


@pytest.mark.parametrize(
    ("chapters", "label", "told_of"),
    [
        (8, "How it is read", False),
        (2, "How it is read", True),
        (8, "Every member of staff who works here knows this", True),
        (8, "Important", True),
    ],
)
def test_a_label_that_many_chapters_have_is_a_field_of_a_form(
    chapters: int, label: str, told_of: bool
) -> None:
    """What a short label says in chapter after chapter, each says of its own matter."""
    texts = [
        FIELD.format(word, word, label, "not " if number % 2 else "")
        for number, word in enumerate(WATERS[:chapters])
    ]
    assert ("contradiction" in told(*texts)) is told_of


DOSE = "A nurse who starts at the usual rate records (60 * {} / 8) = {} ml at {}:00."


@pytest.mark.parametrize(
    ("figures", "told_of"),
    [((50, 375, 21), True), ((50, 365, 20), True), ((40, 300, 20), False)],
)
def test_an_example_is_another_one_when_something_else_is_calculated(
    figures: tuple[int, int, int], told_of: bool
) -> None:
    """The hour beside a calculation is no part of it, and what goes into it is."""
    texts = DOSE.format(50, 375, 20), DOSE.format(*figures)
    rest = "The ward by the lift keeps a sheet of its own for the night."
    found = told(f"# Days\n\n{texts[0]}\n", f"# Nights\n\n{rest} {texts[1]}\n")
    assert ("contradiction" in found) is told_of


@pytest.mark.parametrize(
    ("other", "kind"),
    [(66961, "contradiction"), (66791, "contradiction"), (66169, "template")],
)
def test_two_digits_of_a_long_number_that_changed_places_are_a_slip(
    other: int, kind: str
) -> None:
    """In two items of one section a number with one slip of the keys is one number."""
    items = [
        f"* The warden counts {n:,} coils of rope in the loft of the boat house"
        for n in (66691, other)
    ]
    text = f"# Stores\n\n{items[0]}\n\n{WARDS}\n\n{items[1]}\n"
    assert told(text) == [kind]


@pytest.mark.parametrize(
    ("said", "words", "heads", "kind"),
    [
        (
            "It returns the {} value of all keys in a set.",
            LEAST,
            ("MIN", "MAX"),
            "template",
        ),
        (
            "It returns the {} value of all keys in a set.",
            LEAST,
            ("Low", "High"),
            "contradiction",
        ),
        (
            "The following example waits {} seconds before it asks.",
            TWO,
            ("A", "B"),
            "template",
        ),
        (
            "The mill in the valley waits {} seconds before it asks.",
            TWO,
            ("A", "B"),
            "contradiction",
        ),
    ],
)
def test_what_a_heading_shortens_and_what_an_example_does_is_two_cases(
    said: str, words: tuple[str, str], heads: tuple[str, str], kind: str
) -> None:
    """A short form of a word in the heading announces it; an example is told beside."""
    one, other = (
        f"## {h}\n\n{said.format(w)}\n" for h, w in zip(heads, words, strict=True)
    )
    assert told(f"# Keys\n\n{one}\n{WARDS}\n\n{other}") == [kind]


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (("If you lost a lamp", "If you gained a lamp"), "template"),
        (("Lamps that were lost", "Lamps of the yard"), "template"),
        (("Lamps that were lost", "Stores"), "contradiction"),
    ],
)
def test_a_heading_alone_announces_what_both_are_about(
    heads: tuple[str, str], kind: str
) -> None:
    """What one heading says tells two cases apart if the other is of the same thing."""
    said = "Whoever has {} a thing of the yard tells one of the wardens before noon."
    texts = [
        f"# {number}\n\n## {head}\n\n{said.format(word)}\n"
        for number, head, word in zip("AB", heads, ("lost", "gained"), strict=True)
    ]
    assert told(*texts) == [kind]


@pytest.mark.parametrize(
    ("rests", "told_of"),
    [
        ((" They hang beside the north door.",) * 2, True),
        (("\n\n- Red", "\n\n- Blue"), False),
    ],
)
def test_what_leads_in_to_a_sentence_is_a_statement(
    rests: tuple[str, str], told_of: bool
) -> None:
    """Leads of two lists may differ; what a sentence beside it explains may not."""
    said = "There are six keys here, but the fourth and the sixth {} oiled:{}"
    one, other = map(said.format, ("are", "are not"), rests)
    found = told(f"# A\n\n{one}\n", f"# B\n\nThe loft is dry. {other}\n")
    assert ("contradiction" in found) is told_of


KEPT = "{} are kept in the long loft of the boat house for {} days in the winter."


@pytest.mark.parametrize(
    ("subject", "told_of"),
    [("All oars that anyone rows with", False), ("Nets of the two brothers", True)],
)
def test_two_things_that_two_sentences_start_with_are_two(
    subject: str, told_of: bool
) -> None:
    """Sentences that say one thing of two subjects do not contradict each other."""
    one, other = KEPT.format("Nets of the two brothers", 41), KEPT.format(subject, 47)
    found = told(f"# Keys\n\n{one} {WARDS}\n", f"# Locks\n\n{LISTS} {other}\n")
    assert ("contradiction" in found) is told_of


FEES = (
    "The clerk of the works collects the fees for the allotments every {} at the hut."
)
SCHOOL = f"{WARDS} {FEES}"


@pytest.mark.parametrize(
    ("here", "there"),
    [("May", "October"), ("Monday", "Thursday"), ("second quarter", "last quarter")],
)
def test_another_time_in_a_copy_is_a_contradiction(here: str, there: str) -> None:
    """Where a month, a weekday or a quarter is all that differs, one of two is old."""
    one, other = (f"# {at}\n\n{SCHOOL.format(at)}\n" for at in (here, there))
    plain = (f"# {n}\n\n{SCHOOL.format(at)}\n" for n, at in (("A", here), ("B", there)))
    assert told(*plain) == ["contradiction"]
    assert "contradiction" not in told(one, other)


@pytest.mark.parametrize(
    "third",
    [SCHOOL.format("August"), MEALS],
)
def test_another_time_is_another_case_where_times_are_told_of(third: str) -> None:
    """A third wording, or no more in common than the sentence, tells of other times."""
    sides = [SCHOOL.format("May"), SCHOOL.format("October")]
    if third == MEALS:
        sides = [FEES.format("May"), f"{LISTS} {FEES.format('October')}"]
    texts = (f"# {n}\n\n{said}\n" for n, said in enumerate((*sides, third), 7))
    assert "contradiction" not in told(*texts)
