"""Numbers that do not fit together: what is found, and what is left alone."""

from dataclasses import replace

import pytest
from reading import chapter, known, quantity

from crossfoot.findings import Finding
from crossfoot.numbers import Checks, Known, chapter_part, checks_of, report
from crossfoot.places import Place, Text


def found(
    *texts: str, against: Known | None = None, checks: Checks | None = None
) -> list[Finding]:
    """Return the findings on chapters, those on unbound numbers left out."""
    against = against or known()
    parts = [
        chapter_part(replace(chapter(text), file=f"sources/{at:02}.md"), against)
        for at, text in enumerate(texts, 1)
    ]
    every = report(parts, [], against, checks or checks_of(None), [])[1]
    return [one for one in every if one.code != "NUM05"]


def told(*texts: str, against: Known | None = None) -> list[tuple[str, str]]:
    """Return code and message of what is found."""
    return [(one.code, one.message) for one in found(*texts, against=against)]


DIFFER = [
    (
        "The Verification Standard has 286 requirements in version 4.0.3.",
        "A total of 278 requirements were read.",
        "“278 requirements” here; “286 requirements” in sources/01.md:3",
    ),
    (
        "There are 12 case studies in this report.",
        "Of the 13 case studies, four are told.",
        "“13 case studies” here; “12 case studies” in sources/01.md:3",
    ),
    (
        "The review holds twelve case studies.",
        "The thirteen case studies show it.",
        "“thirteen case studies” here; “twelve case studies” in sources/01.md:3",
    ),
    (
        "The budget of £4.1m was met.",
        "The total budget is £4.3m.",
        "“£4.3m” here; “£4.1m” in sources/01.md:3",
    ),
    (
        "| item | count |\n|---|--:|\n| Requirements | 286 |\n| Chapters | 14 |",
        "All 278 requirements were met.",
        "“278 requirements” here; “286” in sources/01.md:5",
    ),
    (
        "A map.\n\n![The 12 towns](a.png){#fig-a}",
        "Altogether there are 13 towns.",
        "“13 towns” here; “12 towns” in sources/01.md:5",
    ),
    (
        "There were 45 grants awarded for youth work.",
        "The 48 grants awarded for youth work are small.",
        "“48 grants” here; “45 grants” in sources/01.md:3",
    ),
]


@pytest.mark.parametrize(("one", "other", "message"), DIFFER)
def test_one_thing_with_two_numbers_is_found(
    one: str, other: str, message: str
) -> None:
    """The later place has the warning, and a note names the first."""
    [finding] = found(f"# One\n\n{one}\n", f"# Two\n\n{other}\n")
    assert (finding.code, finding.level, finding.message) == (
        "NUM10",
        "warning",
        message,
    )
    [note] = finding.notes
    assert (finding.place.file, note.place.file) == ("sources/02.md", "sources/01.md")


ALIKE = [
    ("There are 12 case studies.", "The twelve case studies show it."),
    ("There are 12 case studies.", "Of the 5 case studies, one is told."),
    ("There are 12 case studies.", "A further 13 case studies are planned."),
    ("There are 12 case studies.", "There are about 12 case studies."),
    ("There are 12 towns in Kent.", "There are 13 towns in Surrey."),
    ("In 2019 there were 12 towns.", "In 2020 there were 13 towns."),
    ("The standard has 286 rules in version 4.0.3.", "It had 278 rules in 4.0.2."),
    ("There are 12 towns.", "Last year there were 13 towns."),
    ("There are 12 towns.", "There are 13 towns that have a mayor."),
    ("There are 12 towns.", "There are 30 towns."),
    ("The 12 grants were small.", "We gave 13 grants."),
    ("A total of 12 months passed.", "A total of 13 months passed."),
    ("The two sites are open.", "The three sites are shut."),
    ("62% of all people agree.", "45% of all people agree."),
    ("The grant of £5,000 is small.", "The grant of £6,000 is large."),
    ("We saw 3, 12 towns, 14 towns and 16 towns, 18 towns.", "There are 15 towns."),
    ("There are 16 towns.", "There are 15 towns, once 3 towns, 5 towns, 7 towns."),
    ("`Rank` has 12 values.", "`File` has 13 values."),
    (
        "|item|count|\n|-|-|\n|Tasks|812 visits to farms|",
        "|item|count|\n|-|-|\n|Number of tasks|466 real questions|",
    ),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_may_both_be_true_is_left_alone(one: str, other: str) -> None:
    """Other times, places, versions, parts, and numbers of no whole, say nothing."""
    assert told(f"# One\n\n{one}\n", f"# Two\n\n{other}\n") == []


def test_headings_tell_places_apart() -> None:
    """A total under a town's heading is that town's."""
    one = "# Kent\n\nWe went to Kent and to Surrey. A total of 12 sites were seen.\n"
    other = "# Surrey\n\nA total of 13 sites were seen.\n\nPeople in Kent came, 9 of us. So 3 in Surrey did.\n"
    assert told(one, other) == []


def test_many_numbers_of_one_thing_are_of_many_things() -> None:
    """Where three totals of sites differ, each is of something else."""
    texts = [f"# {n}\n\nA total of {n} sites were seen.\n" for n in (12, 13, 14)]
    assert told(*texts) == []


def test_a_thing_that_is_named_everywhere_is_compared_within_bounds() -> None:
    """Thousands of claims of one thing make no thousands of findings."""
    text = (
        "# A\n\n" + "There are 12 towns.\n\n" * 1500 + "There are 13 towns.\n\n" * 1500
    )
    assert told(text) == []
    text = "# A\n\n" + "There are 12 towns.\n\nThere are 13 towns.\n\n" * 1500
    assert len(told(text)) == 5


def test_two_tables_that_differ_in_several_rows_are_of_two_things() -> None:
    """A row that two tables have otherwise is told, and two such rows are not."""
    one = "| Club | Members |\n|:--|--:|\n| Juniors | 310 |\n| Seniors | 240 |\n"
    few = one.replace("310", "330")
    both = few.replace("240", "270")
    alone = [("NUM10", "“330” here; “310” in sources/01.md:5")]
    texts = [f"# Clubs\n\n{one}\nThen:\n\n{two}" for two in (few, both)]
    assert [told(text) for text in texts] == [alone, []]


def test_two_numbers_bound_to_one_quantity_agree() -> None:
    """What is bound is held against the data, and only what is free is compared."""
    against = known(quantity("cases", "12"))
    bound = "# One\n\nThere are [12]{value=cases} towns.\n"
    assert told(bound, bound, against=against) == []
    assert [
        code
        for code, _ in told(bound, "# Two\n\nThere are 13 towns.\n", against=against)
    ] == ["NUM10"]


def test_what_repeats_tells_is_not_told_again() -> None:
    """A contradiction of copies, decided or not, is one finding."""
    texts = (
        "# One\n\nThere are 12 case studies.\n",
        "# Two\n\nThere are 13 case studies.\n",
    )
    [finding] = found(*texts)
    sides = [
        [Place("sources/01.md", 3, 1, 3, 27)],
        [Place("sources/02.md", 3, 1, 3, 27)],
    ]
    assert found(*texts, against=replace(known(), contradictions=(sides,))) == []
    other = [sides[0], [Place("sources/03.md", 3, 1, 3, 27)]]
    assert found(*texts, against=replace(known(), contradictions=(other,))) == [finding]


SLIPS = [
    "The council overspent by £5,987,000. The overspend of £5,987m is large.",
    "It cost £203,000 to run the depot for a year. The depot and its run cost £203m.",
    "We saw 12,345 visitors.\n\nThe visitors, 12.345 million of them, came again.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_the_same_digits_at_another_scale_are_found(text: str) -> None:
    """A factor of a thousand or a million, in words that are alike, is a slip."""
    [finding] = found(f"# One\n\n{text}\n")
    assert (finding.code, finding.level) == ("NUM09", "warning")
    assert len(finding.notes) == 1


SHIFTED = (
    "It pays {} of 13.44 billion tokens {}. At the end {} of {} tokens {} is left."
)


@pytest.mark.parametrize("other", ["1.344 billion", "1.344bn", "134.4 billion"])
def test_a_point_in_another_place_is_found_where_all_around_is_alike(
    other: str,
) -> None:
    """Three words before both numbers and two after are the same."""
    frame = ("a second issue", "each year", "a second issue")
    [finding] = found(f"# One\n\n{SHIFTED.format(*frame, other, 'each year')}\n")
    assert finding.message.startswith(f"“{other}” has the digits of “13.44 billion”")
    for words in (("a third issue", "each year"), ("a second issue", "each month")):
        frame = ("a second issue", "each year", words[0])
        text = SHIFTED.format(*frame, other, words[1])
        assert found(f"# One\n\n{text}\n") == []


NO_SLIPS = [
    "A small shop has to pay £12,340 a year. A large shop has to pay £123,400 a year.",
    "The shop has to pay £125 a year. The shop has to pay £1,250 a year.",
    "The depot cost £203,000.\n\nNext.\n\nThen.\n\nThe region asked for £203m.",
    "It grew from £1,250 to £1.25m.",
    "It cost £5,987 a day and £59,870 in all.",
    "| a (£000) | b (£) |\n|--:|--:|\n| 5,987 | 5,987 |\n",
    "It cost £12,000, and then £12m was spent on roads.",
    "It cost £5,987m, that is £5.987bn.",
    "It read 341.54 million rows, and 341.54 MB in all, of the rows of the park.",
]


@pytest.mark.parametrize("text", NO_SLIPS)
def test_the_same_digits_of_other_things_are_left_alone(text: str) -> None:
    """Chance, cells and one value said in two ways are no slip."""
    assert [code for code, _ in told(f"# One\n\n{text}\n") if code == "NUM09"] == []


def agreeing(group: str) -> Checks:
    """Return the checks of one group that has to agree."""
    return checks_of(Text("sources/checks.yml", f"agree:\n  - {group}\n"))


TEXTS = (
    "# One\n\nThe review has twelve case\nstudies.\n",
    "# Two\n\nOf 13 case studies we say more.\n\nThere are twelve Case Studies.\n",
)
GROUPS = [
    ('["# case studies"]', "sources/01.md:3 says “twelve”"),
    ('["# case studies", "12"]', "checks.yml says 12"),
    ('["# case studies", cases.count]', "cases.count is 12"),
    ('["has # case", "of # case studies"]', "sources/01.md:3 says “twelve”"),
]


@pytest.mark.parametrize(("group", "reason"), GROUPS)
def test_a_wording_has_one_number(group: str, reason: str) -> None:
    """Every place that has the words is held against the first, or against the data."""
    against = known(quantity("cases.count", "12"))
    every = found(*TEXTS, against=against, checks=agreeing(group))
    [finding] = [one for one in every if one.code != "NUM10"]
    assert (finding.code, finding.level) == ("NUM11", "error")
    assert finding.place.file == "sources/02.md"
    assert finding.message.startswith("Text says “13” for “")
    assert finding.message.endswith(f"”; {reason}")


def test_a_number_that_breaks_a_group_is_wrong_in_the_ledger() -> None:
    """It is told once, as an error, and not as a number that rests on nothing as well."""
    parts = [
        chapter_part(replace(chapter(text), file=f"sources/{at:02}.md"), known())
        for at, text in enumerate(TEXTS, 1)
    ]
    product, findings = report(parts, [], known(), agreeing('["# case studies"]'), [])
    states = {one["shown"]: one["state"] for one in product["numbers"]}
    assert (states["twelve"], states["13"]) == ("unbound", "failed")
    codes = [one.code for one in findings if one.found == "13" and one.code != "NUM10"]
    assert codes == ["NUM11"]


def test_a_member_that_is_no_quantity_is_named() -> None:
    """Beside a wording, too, a misspelt key is an error."""
    every = found(TEXTS[0], checks=agreeing('["# case studies", cases.cuont]'))
    assert [one.code for one in every] == ["NUM02"]


def test_a_wording_that_agrees_is_silent() -> None:
    """Comparators may meet, and other words are other things."""
    texts = (
        "# One\n\nWe saw over 20 towns.\n",
        "# Two\n\nThe 24 towns, and 3 town halls.\n",
    )
    assert found(*texts, checks=agreeing('["# towns"]')) == []


def test_a_wording_that_stands_nowhere_is_a_warning() -> None:
    """It checks nothing, and the place in `checks.yml` is named."""
    [finding] = found(TEXTS[0], checks=agreeing('["# stories"]'))
    assert (finding.code, finding.level) == ("NUM08", "warning")
    assert finding.message == "“# stories” stands nowhere in the report"
    assert (finding.place.file, finding.place.line) == ("sources/checks.yml", 2)


AGAIN = [
    (
        "Install all of it: 191 garden tools.\n\nIt makes known 192 garden tools.",
        "“192 garden tools” here; “191 garden tools” in sources/01.md:1",
    ),
    (
        "# 191 Garden Tools\n\nThe list of 192 garden tools, by use.",
        "“192 garden tools” here; “191 garden tools” in sources/01.md:1",
    ),
    (
        "We drew 93,507 red edges for Hove.\n\nIn Rye are 93,487 kept edges.",
        "“93,487 kept edges” here; “93,507 red edges” in sources/01.md:1",
    ),
    (
        "It is set against the 16-tool garden list.\n\nA 17-tool garden list was used.",
        "“17” here; “16” in sources/01.md:1",
    ),
    (
        "We serve 1,191 homes.\n\nIt goes to 1,192 homes.",
        "“1,192 homes” here; “1,191 homes” in sources/01.md:1",
    ),
    (
        "It goes on 55 tools and 208 books.\n\nYou now get 60 tools, 208 books.",
        "“60 tools” here; “55 tools” in sources/01.md:1",
    ),
]


@pytest.mark.parametrize(("text", "said"), AGAIN)
def test_a_count_said_again_with_another_is_told(text: str, said: str) -> None:
    """Large counts a little apart, of what two words name or of several things."""
    assert told(text) == [("NUM10", said)]


@pytest.mark.parametrize(
    "text",
    [
        "We made 191 garden tools.\n\nWe made 192 kitchen tools.",
        "We made 191 garden tools.\n\nWe made 240 garden tools.",
        "We made 9 garden tools.\n\nWe made 10 garden tools.",
        "In 2019 we made 191 garden tools.\n\nIn 2020 we made 192 garden tools.",
        "They made 191 garden tools in Hove.\n\nThey made 192 garden tools in Rye.",
        "We made 191 garden tools.\n\nIt made 192 garden tools.\n\nSo 193 garden tools.",
        "We made over 191 garden tools.\n\nWe made 192 garden tools.",
        "We made 191 garden tools.\n\nWe plan 192 garden tools.",
        "We made 191 garden tools, and 192 garden tools.",
        "We drew 93,507 red edges for Hove.\n\nIn Rye are 93,087 kept edges.",
        "| a | b |\n|--|--|\n| Hove | 191 garden tools |\n| Rye | 192 garden tools |",
        "We made 41 tools.\n\nWe made 42 tools.",
        "We made 1,000 tools.\n\nWe made 1,001 tools.",
        "We made 191 tools in use.\n\nWe made 192 tools by hand.",
        "A 31-minute talk given.\n\nA 32-minute talk given.",
        "## Version 1.0\n\nWe made 191 garden tools.\n\n## Version 2.0\n\nWe made 192 garden tools.",
        "We made 55 tools and 208 books.\n\nYou made 60 tools and 80 books.",
        "We walked 191 long miles.\n\nWe walked 192 long miles.",
        "We give 2026 grants in June.\n\nRead of the 2025 grants here.",
        "# The Boat Club Call 91 Notes\n\nA.\n\n## The Boat Club Call 92 Notes\n\nB.",
    ],
)
def test_counts_of_other_things_are_no_contradiction(text: str) -> None:
    """Another time, place, thing or bound, a part, a series, a measure, a small count."""
    assert told(text) == []


def test_two_cases_of_one_list_have_their_own_counts() -> None:
    """Each item names what it speaks of, under one heading."""
    text = "# Steps\n\n1. *Move data*, which has four substeps\n2. *Check rules*, which has seven substeps\n"
    assert told(text) == []


def test_two_sentences_whose_counts_lie_apart_are_of_two_cases() -> None:
    """What one product and another have beside each other is of each, near or not."""
    form = (
        "Last week {} menders made {} small repairs; in the workshop {} chairs came in,"
        " and there were {} clean cuts and {} lost screws."
    )
    first, other = form.format(6, 37, 60, 536, 240), form.format(4, 35, 12, 502, 61)
    assert told(f"# A\n\n## Mill\n\n{first}\n\n## Quay\n\n{other}\n") == []


def test_one_count_that_lies_apart_is_no_other_case() -> None:
    """Of two sentences that else agree the count that differs is told."""
    form = "We made {} garden tools for 55 clubs and 36 towns."
    text = f"# A\n\n{form.format(191)}\n\n# B\n\n{form.format(192)}\n"
    assert told(text) == [
        ("NUM10", "“192 garden tools” here; “191 garden tools” in sources/01.md:3")
    ]
