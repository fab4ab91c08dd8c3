"""Contradictions: what is one, what only looks like one."""

import pytest
from repeating import LISTS, MEALS, WARDS, chapter, messages, repeats, settings, summary

from crossfoot.repeats import find

ASK = "A further £203m is earmarked for programmes of work on recovery."


def two(a: str, b: str) -> list[str]:
    """Return the classes found in two chapters."""
    product, _ = repeats(f"# One\n\n{a}\n", f"# Two\n\n{b}\n")
    return [one["class"] for one in product["relations"]]


@pytest.mark.parametrize(
    ("here", "there", "differences"),
    [
        ("£203m", "£230m", [("£203m", "£230m")]),
        ("£203m", "£203bn", [("£203m", "£203bn")]),
        ("twelve", "eleven", [("twelve", "eleven")]),
        ("3 million", "3 billion", [("million", "billion")]),
        ("35%", "37%", [("35%", "37%")]),
        ("[£203m]{value=asks.x}", "£230m", [("£203m", "£230m")]),
        ("*£203m*,", "£230m,", [("£203m", "£230m")]),
    ],
)
def test_one_sentence_with_two_figures_is_a_contradiction(
    here: str, there: str, differences: list[tuple[str, str]]
) -> None:
    """The same statement with another figure is an error at exactly that figure."""
    texts = [
        f"# One\n\nSome words. {ASK.replace('£203m', here)} More follows.\n",
        f"# Two\n\nOther words stand here. {ASK.replace('£203m', there)}\n",
    ]
    product, findings = repeats(*texts)
    (one,) = product["relations"]
    assert (one["class"], one["action"]) == ("contradiction", "fail")
    assert [(d["a"], d["b"]) for d in one["differences"]] == differences
    for part in one["differences"]:
        assert texts[0][slice(*part["a_span"])] == part["a"]
        assert texts[1][slice(*part["b_span"])] == part["b"]
    assert [finding.code for finding in findings] == ["REP02"]
    assert findings[0].found == differences[0][0]


def test_a_contradiction_names_both_places() -> None:
    """The message says both figures and where the other one stands."""
    _, findings = repeats(f"# A\n\n{ASK}\n", f"# B\n\n{ASK.replace('203', '230')}\n")
    said = "Copies disagree: “£203m” here, “£230m” in sources/02.md:3"
    assert messages(findings) == [f"REP02 error sources/01.md:3:11 {said}"]
    note = findings[0].notes[0]
    assert note.message == "the other copy says “£230m”"
    assert (note.place.line, note.place.column, note.place.end_column) == (3, 11, 16)


def test_swapped_figures_are_a_contradiction() -> None:
    """Two figures that changed places disagree both."""
    said = "The roadmap lists {} examples of practice and {} shared ambitions in all."
    product, _ = repeats(
        f"# A\n\n{said.format(41, 27)}\n", f"# B\n\n{said.format(27, 41)}\n"
    )
    (one,) = product["relations"]
    assert one["class"] == "contradiction"
    assert [(d["a"], d["b"]) for d in one["differences"]] == [
        ("41", "27"),
        ("27", "41"),
    ]


def test_swapped_figures_contradict_where_another_sentence_has_another_name() -> None:
    """A form is filled in with figures of its own, and not with the same ones."""
    said = (
        "The roadmap lists {} examples of practice and {} shared ambitions in all. Many"
        " of the groups that wrote them would meet again that {} to see what came of"
        " it, and whoever missed the first round may join them there."
    )
    product, _ = repeats(
        f"# A\n\n{said.format(41, 27, 'summer')}\n",
        f"# B\n\n{said.format(27, 41, 'autumn')}\n",
    )
    assert "contradiction" in [one["class"] for one in product["relations"]]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("the rate went up by 5 per cent", "the rate went up by 5 percentage points"),
        ("the rate went up by 5 percent", "the rate went up by 5 basis points"),
        ("a reply came within 12 days", "a reply came within 12 weeks"),
        ("the path runs for two miles", "the path runs for two kilometres"),
        ("the form has to be signed", "the form does not have to be signed"),
        ("the board requires a seal", "the board does not require a seal"),
        ("the town accepted the plan", "the town did not accept the plan"),
        ("the number of calls doubled", "the number of calls halved"),
        ("costs climbed all that time", "costs dropped all that time"),
        ("the fee was raised in May", "the fee was lowered in May"),
        ("smoking is permitted there", "smoking is prohibited there"),
        ("the board declines the offer", "the board accepts the offer"),
        ("the bank opposes the merger", "the bank supports the merger"),
        ("the men agreed to dig by hand", "the men refused to dig by hand"),
        ("the road was opened to carts", "the road was closed to carts"),
        ("the dig began in that week", "the dig ended in that week"),
        ("it was the first house to burn", "it was the last house to burn"),
        ("it set the earliest day for it", "it set the latest day for it"),
        ("every caller was let in there", "no caller was let in there"),
        ("both of the doors were barred", "neither of the doors were barred"),
        ("guests are eligible for a seat", "guests are ineligible for a seat"),
        ("the answer was legible to all", "the answer was illegible to all"),
        ("guests are required to sign it", "guests are allowed to sign it"),
        ("the number of calls doubled", "the number of calls tripled"),
        ("the eldest has to wash up", "the eldest may wash up"),
        ("the men are paid by the piece", "the men are no longer paid by the piece"),
        ("they wash prior to the meal", "they wash after the meal"),
        ("up to forty people can row", "at least forty people can row"),
        ("everyone on the quay rows", "no one on the quay rows"),
        ("it was the busiest of days", "it was the quietest of days"),
        ("those of the bay are drier", "those of the bay are wetter"),
        ("the days were lengthening", "the days were shortening"),
        ("the ticket was valid there", "the ticket was invalid there"),
        ("the two sides were equal in it", "the two sides were unequal in it"),
        ("the guild adopted the scheme", "the guild shelved the scheme"),
        ("the fishery was launched there", "the fishery was wound up there"),
        ("rents had gone up in the town", "rents had come down in the town"),
        ("the herd has recovered from it", "the herd has dwindled from it"),
        ("they are on an upward path", "they are on a downward path"),
        ("the men are under a duty to row", "the men are under no duty to row"),
        ("the guild consulted the smiths", "the guild failed to consult the smiths"),
        ("it runs ahead of what was set", "it runs behind what was set"),
        ("they are entitled to the fish", "they are barred from the fish"),
        ("the mill was included in the sale", "the mill was excluded from the sale"),
        ("the survey found a single crack", "the survey did not find a single crack"),
        ("the barn has 520 square metres", "the barn has 520 square feet"),
        ("the rope was found to be strong", "the rope was found to be weak"),
        ("tea is always kept warm there", "tea is on no occasion kept warm there"),
    ],
)
def test_another_unit_denial_or_direction_is_a_contradiction(
    here: str, there: str
) -> None:
    """What is said of the same thing in other units, or denied, is in dispute."""
    said = "As far as the record of that council goes, {}, and no more was said of it."
    assert two(said.format(here), said.format(there)) == ["contradiction"]
    around = f"{WARDS} {{}} {MEALS}"
    assert "contradiction" in two(
        around.format(said.format(here)), around.format(said.format(there))
    )


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("the side of the hut was red", "the inside of the hut was red"),
        ("the press of the day was slow", "the impress of the day was slow"),
        ("they went on to form the team", "they went on to inform the team"),
        ("large firms had to pay for it", "small firms had to pay for it"),
        ("the old engine had to be sold", "the new engine had to be sold"),
        ("the long form was to be filled", "the short form was to be filled"),
        ("press the key to open the lock", "press the key to shut up the lock"),
        ("the opening balance was kept", "the closing balance was kept"),
    ],
)
def test_another_word_or_another_thing_is_no_contrary(here: str, there: str) -> None:
    """What starts like a denial is none, and a word that tells two things apart."""
    said = "As far as the record of that council goes, {}, and no more was said of it."
    assert "contradiction" not in two(said.format(here), said.format(there))


def test_an_edited_copy_disagrees_though_its_editor_struck_out_names() -> None:
    """A figure that differs in a copy is in dispute if no other names stand in it."""
    said = (
        "The board of Kestrel House asked the Legal Team to look into it. Nobody had"
        " thought of that before the rules came in, and few had the time to read them."
        " The depot will see to the order of tables and chairs, at a cost of {}."
    )
    other = said.replace("Kestrel House", "the home").replace("the Legal", "any")
    assert two(said.format("£250"), other.format("£520")) == ["contradiction"]
    other = said.replace("Kestrel", "Marlow")
    assert two(said.format("£250"), other.format("£520")) == ["template"]


@pytest.mark.parametrize(
    ("here", "there", "classes"),
    [
        ("twelve", "12", ["near"]),
        ("1,200", "1200", ["near"]),
        ("over £2bn in Coventry", "over £3bn in Walsall", ["template"]),
        ("300 people in 2019", "450 people in 2020", ["template"]),
        ("Theme 1 and £2bn", "Theme 2 and £3bn", ["template"]),
        ("Table 3", "Table 4", ["template"]),
    ],
)
def test_other_things_may_have_other_figures(
    here: str, there: str, classes: list[str]
) -> None:
    """Equal values, and names, years and labels that differ too, are no error."""
    said = "As far as the record goes, {} is what the review had to go on."
    assert two(said.format(here), said.format(there)) == classes


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("1. First.\n2. Second.", "2. First.\n3. Second."),
        ("## 1.1 What we found there", "## 2.1 What we found there"),
        (
            "| A | B |\n|---|---|\n| Coventry | 5 |",
            "| A | B |\n|---|---|\n| Walsall | 6 |",
        ),
        ("- 29 asks\n- Two", "- 30 asks\n- Three"),
        ("See chapter 5.", "See chapter 6."),
    ],
)
def test_numbering_and_tables_are_not_claims(here: str, there: str) -> None:
    """List markers, numbered headings, rows and very short items raise nothing."""
    assert two(here, there) == []


def test_a_heading_numbered_otherwise_beside_a_copy_is_no_contradiction() -> None:
    """Of two headings at the edge of a copied passage only the figures count."""
    first = (
        f"{WARDS}\n\n## Theme 1: at once\n\nText.\n\n## Money: £203m for it all\n\nx"
    )
    second = (
        f"{WARDS}\n\n## Theme 2: at once\n\nText.\n\n## Money: £203m for it all\n\ny"
    )
    assert two(first, second) == ["exact"]


def test_a_short_statement_beside_a_copy_is_a_claim() -> None:
    """At the edge of a copied passage four words are enough."""
    items = "- 41 examples of practice\n- 29 asks of government\n"
    product, findings = repeats(
        f"# A\n\n{WARDS}\n\n{items}", f"# B\n\n{WARDS}\n\n{items.replace('29', '31')}"
    )
    assert summary(product) == [
        ("contradiction", "fail", ["01:6-6"], ["02:6-6"]),
        ("exact", "replace", ["01:3-5"], ["02:3-5"]),
    ]
    assert [cut["text"] for cut in product["cuts"]] == [
        f"{WARDS}\n\n",
        "- 41 examples of practice\n",
    ]
    assert [cut["refer"] for cut in product["cuts"]] == [True, False]
    assert [finding.code for finding in findings] == ["REP02", "REP01"]


def test_a_form_that_is_filled_in_again_and_again_is_a_template() -> None:
    """A sentence with four sets of figures is listed once and no error."""
    said = "In that month the hub gave out {} parcels to families in the city."
    texts = [f"# C{n}\n\n{said.format(n * 100)}\n" for n in range(1, 6)]
    product, findings = repeats(*texts)
    assert summary(product) == [
        ("template", "none", ["01:3-3"], ["02:3-3", "03:3-3", "04:3-3", "05:3-3"])
    ]
    assert findings == []


def test_sections_filled_in_side_by_side_are_templates() -> None:
    """Sections under other headings that differ in one figure after another pass."""
    said = "It runs {} kitchens in all parts of the city. It has {} paid members of staff just now."
    text = f"# A\n\n## Here\n\n{said.format(3, 8)}\n\n## There\n\n{said.format(4, 9)}\n"
    product, findings = repeats(text)
    assert [one["class"] for one in product["relations"]] == ["template", "template"]
    assert findings == []


def test_figures_bound_to_two_quantities_are_two_things() -> None:
    """What the data tell apart is checked against the data, not against each other."""
    said = "In all, [£{}m]{{value={}}} of this was spent in the rural districts alone."
    one, other = said.format(8, "asks.roads"), said.format(5, "asks.health")
    assert two(one, other) == ["template"]
    assert two(one, said.format(5, "asks.roads")) == ["contradiction"]
    assert two(one, said.format(5, "").replace("{value=}", "{}")) == ["contradiction"]


def test_headings_may_announce_the_difference() -> None:
    """Sections whose headings name the differing word speak of different cases."""
    said = "Say that the day your course ends must be {} the day on which it began."
    text = f"# A\n\n## If it is after\n\n{said.format('after')}\n"
    product, findings = repeats(
        f"{text}\n## If it is before\n\n{said.format('before')}\n"
    )
    assert [one["class"] for one in product["relations"]] == ["template"]
    assert findings == []
    assert two(said.format("after"), said.format("before")) == ["contradiction"]


def test_a_series_in_one_list_is_no_contradiction() -> None:
    """Items of one list may say the same of other figures."""
    said = "- {} calls a day were taken by the line for older people"
    product, _ = repeats(f"# A\n\n{said.format(30)}\n{said.format(40)}\n")
    assert [one["class"] for one in product["relations"]] == ["template"]


def test_three_copies_may_disagree_three_times() -> None:
    """Copies that agree on one figure are no form: each other figure is in dispute."""
    said = (
        "The board opened the new terminal in 2019, and the old quay was closed a week"
        " later. Nobody may board with a bicycle before the last of {} cars has left."
    )
    texts = [f"# C{n}\n\n{said.format(n)}\n" for n in (41, 42, 43)]
    product, _ = repeats(*texts)
    assert [one["class"] for one in product["relations"]] == ["contradiction"] * 3
    assert product["cuts"] == []
    own = said.replace(" in 2019", "")
    product, _ = repeats(*(f"# C{n}\n\n{own.format(n)}\n" for n in (41, 42, 43)))
    assert "contradiction" not in {one["class"] for one in product["relations"]}


@pytest.mark.parametrize("others", [0, 5])
def test_two_copies_disagree_though_their_sentence_is_said_elsewhere(
    others: int,
) -> None:
    """A sentence that many paragraphs fill in is in dispute where all around is equal."""
    said = "The panel heard from {} witnesses over the course of the inquiry."
    texts = [f"# C{n}\n\n{WARDS} {said.format(n)}\n" for n in (41, 43)]
    filled = (MEALS, LISTS, "Rain fell.", "Snow lay deep.", "All was quiet that week.")
    for number, other in enumerate(filled[:others]):
        own = f"{other} {said.format(60 + number)}"
        texts.insert(1, f"# D{number}\n\n{own}\n")
    product, _ = repeats(*texts)
    (one,) = (one for one in product["relations"] if one["class"] == "contradiction")
    assert [(d["a"], d["b"]) for d in one["differences"]] == [("41", "43")]
    assert product["cuts"] == []


def test_a_summary_may_not_disagree_with_the_body() -> None:
    """A summary may repeat the body, with the same figures."""
    body = chapter(f"# B\n\n{LISTS}\n\n{ASK.replace('203', '230')}\n", "02")
    short = chapter(f"# S\n\n{LISTS}\n\n{ASK}\n", "01", "summary")
    product, findings = find([short, body], settings())
    assert summary(product) == [
        ("contradiction", "fail", ["01:5-5"], ["02:5-5"]),
        ("exact", "none", ["02:3-3"], ["01:3-3"]),
    ]
    assert product["cuts"] == []
    assert [finding.code for finding in findings] == ["REP02"]


def test_a_paragraph_that_disagrees_with_its_copy_stays_whole() -> None:
    """Nothing is cut from a paragraph of which one sentence is in dispute."""
    before, after = WARDS, LISTS
    a = f"# A\n\n{before} {ASK} {after}\n"
    product, _ = repeats(a, a.replace("# A", "# B").replace("203", "230"))
    assert [one["class"] for one in product["relations"]] == ["contradiction"]
    assert product["cuts"] == []


def test_of_a_page_in_one_paragraph_only_the_sentence_in_dispute_stays() -> None:
    """A page pasted without blank lines is cut but for the sentence that differs."""
    words = WARDS[:-1].lower().split()
    size = len(words)
    shuffled = ([words[at * n % size] for at in range(size)] for n in range(2, 11))
    page = " ".join(f"{' '.join(some).capitalize()}." for some in shuffled)
    a = f"# A\n\n{page} {ASK} {LISTS}\n\nEnd.\n"
    b = a.replace("# A", "# B").replace("203", "230").replace("End.", "Other end.")
    product, _ = repeats(a, b)
    assert [one["class"] for one in product["relations"]] == [
        "contradiction",
        "exact",
        "exact",
    ]
    assert [cut["text"] for cut in product["cuts"]] == [f"{page} ", f" {LISTS}"]


def test_two_statements_far_apart_in_two_sections_are_no_form() -> None:
    """Each contradicts its copy where much else stands between the two."""
    said = (
        "It runs {} kitchens in all parts of the city.",
        "It has {} paid members of staff just now.",
    )
    between = "\n\n".join(f"{WARDS.replace('a', letter)}" for letter in "eiouy")
    one = "\n\n".join((said[0].format(3), between, said[1].format(8)))
    two = "\n\n".join((said[0].format(4), LISTS, said[1].format(9)))
    product, _ = repeats(f"# A\n\n## Here\n\n{one}\n\n## There\n\n{two}\n")
    assert [
        [(part["a"], part["b"]) for part in one["differences"]]
        for one in product["relations"]
        if one["class"] == "contradiction"
    ] == [[("3", "4")], [("8", "9")]]


def test_a_no_break_space_parts_words_as_another_space_does() -> None:
    """A figure that differs is found beside spaces that do."""
    said = "Of all the wards in the city, fully 41 held{}a market in the{}open square."
    product, findings = repeats(
        f"# One\n\n{said.format(chr(0xA0), chr(0x202F))}\n",
        f"# Two\n\n{said.format(' ', ' ').replace('41', '14')}\n",
    )
    assert summary(product) == [("contradiction", "fail", ["01:3-3"], ["02:3-3"])]
    assert findings[0].message.startswith("Copies disagree: “41” here, “14” in")
    product, findings = repeats(
        f"# One\n\n{said.format(chr(0xA0), chr(0x202F))}\n",
        f"# Two\n\n{said.format(' ', ' ')}\n",
    )
    assert summary(product) == [("near", "report", ["01:3-3"], ["02:3-3"])]


def test_the_first_figure_before_a_section_sign_is_of_its_sentence() -> None:
    """“18 U.S.C. § 2703” is no end of a sentence."""
    said = "An order under {} U.S.C. § 2703 may be required for other information."
    assert two(said.format(18), said.format(81)) == ["contradiction"]
