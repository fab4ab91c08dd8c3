"""Small repeats: a sentence, an item, a row; and what is told once, as one."""

import pytest
from repeating import LISTS, MEALS, WARDS, repeats, summary

SENTENCE = "Every hub that stayed open kept its own record of who came and when."


def kinds(*texts: str) -> list[tuple[str, str]]:
    """Return class and action of each relation between chapters."""
    product, _ = repeats(*(f"# C{n}\n\n{text}\n" for n, text in enumerate(texts)))
    assert product["cuts"] == []
    return [(one["class"], one["action"]) for one in product["relations"]]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (SENTENCE, SENTENCE),
        (f"{MEALS} {SENTENCE}", f"{LISTS} {SENTENCE} {WARDS}"),
        (f"- One\n- {SENTENCE}", f"- {SENTENCE}\n- Other"),
        (
            "| A | B | C |\n|---|---|---|\n| South side hall | 31 kits | £203 a day |",
            "| A | B | C |\n|---|---|---|\n| North | 7 | 8 |\n| South side hall | 31 kits | £203 a day |",
        ),
    ],
)
def test_a_sentence_an_item_or_a_row_is_told_of_and_stays(
    here: str, there: str
) -> None:
    """Short exact repeats are reported where they stand and never taken out."""
    assert kinds(here, there) == [("exact", "report")]


@pytest.mark.parametrize(
    "text",
    [
        "See chapter 5.",
        "## What we found there",
        "- Agility\n- Trust\n- Speed",
        "The table below says so.",
    ],
)
def test_what_is_shorter_is_nothing(text: str) -> None:
    """Headings that recur, short items and set phrases are no repeats."""
    assert kinds(text, text) == []


LINKS = (
    "- [How the wards were counted at night](https://example.org/wards)",
    "- [Where the vans stand in winter](https://example.org/vans)",
    "- [Who paid for the kitchens](https://example.org/kitchens)",
)


def test_a_link_that_stands_twice_in_one_list_is_told_of() -> None:
    """One source in two lists is cited again; in one list it stands there by a slip."""
    assert kinds("\n".join((*LINKS, LINKS[0]))) == [("exact", "report")]
    assert kinds("\n".join(LINKS), "\n".join(LINKS[:1])) == []


ENTRY = "`jest` needs the new matcher of circus"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (f"- {ENTRY}\n- Fixed a leak\n- {ENTRY}", 1),
        (f"- {ENTRY}\n- Fixed a leak\n- {ENTRY}\n- And\n- {ENTRY}", 0),
        (f"- {ENTRY}\n- Fixed a leak\n\nThen came:\n\n- {ENTRY}\n- Another", 0),
        ("- Yes, on every day\n- Fixed a leak\n- Yes, on every day", 0),
    ],
)
def test_a_short_item_twice_in_one_list_is_a_slip(text: str, times: int) -> None:
    """An item of six words that stands twice in a list, and no more, is told of."""
    assert kinds(text) == [("exact", "report")] * times


@pytest.mark.parametrize(
    ("copies", "told"),
    [
        ((1, 1, 1, 2, 1, 1, 1), [("boilerplate", "none"), ("exact", "report")]),
        ((1, 1, 2, 1), [("boilerplate", "none")]),
        ((1, 1, 1, 1), [("boilerplate", "none")]),
    ],
)
def test_boilerplate_twice_in_one_chapter_is_a_slip(
    copies: tuple[int, ...], told: list[tuple[str, str]]
) -> None:
    """What stands once a chapter is told of in the one that has it twice."""
    texts = (
        f"\n\nChapter {'abcdefg'[at]}.\n\n".join([SENTENCE] * times)
        for at, times in enumerate(copies)
    )
    assert sorted(kinds(*texts)) == told


SHORT = "The value of the signature"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f"{SENTENCE}\n\n{SENTENCE}\n\nIt is.\n\n{SENTENCE}\n\nIt was.\n\n{SENTENCE}",
            1,
        ),
        (
            f"{SENTENCE}\n\n</br>\n\n{SENTENCE}\n\nIt is.\n\n{SENTENCE}\n\nNo.\n\n{SENTENCE}",
            1,
        ),
        (
            "".join(f"## {one}\n\n{SENTENCE}\n\n" for one in ("Use", "Use", "A", "B")),
            1,
        ),
        (f"- {SHORT}\n- {SHORT}\n- One\n\nThen:\n\n- {SHORT}\n- {SHORT}\n- Two", 2),
        ("".join(f"{SENTENCE}\n\nIn {one}.\n\n" for one in "abcd"), 0),
        ("".join(f"{SENTENCE}\n\n```\n{one}\n```\n\n" for one in "abcd"), 0),
        ("".join(f"## Use {one}\n\n{SENTENCE}\n\n" for one in "abcd"), 0),
    ],
)
def test_what_stands_side_by_side_is_a_slip_however_often_it_stands(
    text: str, told: int
) -> None:
    """Of boilerplate, what stands twice with nothing between is told of."""
    found = [("boilerplate", "none"), *[("exact", "report")] * told]
    assert sorted(kinds(text)) == found


def test_two_like_paragraphs_side_by_side_are_no_form() -> None:
    """Of a passage with many wordings, two that follow each other are told of."""
    form = (
        "Every output of the {} wallet can be spent by the node that knows its secret,"
        " and by nobody else until the time of the {} contract has run out at last."
    )
    names = ["red", "blue", "grey", "pale", "dark"]
    apart = [f"{form.format(one, one)}\n\nOf {one}.\n" for one in names[2:]]
    two = [form.format("red", "red"), form.format("blue", "red").replace("at last", "")]
    assert [one for one in kinds("\n\n".join([*apart, *two])) if "near" in one] == [
        ("near", "report")
    ]
    assert not [one for one in kinds("\n\n".join(apart + two[:1])) if "near" in one]


def test_paragraphs_that_have_most_sentences_in_common_are_one_repeat() -> None:
    """Two shared sentences of paragraphs that are mostly alike are told of as one."""
    one = f"{SENTENCE} {MEALS} The rest of it was left to chance and to the weather."
    other = f"So we asked each of them, and they told us. {SENTENCE} In short: {MEALS}"
    assert kinds(one, other) == [("near", "report")]


def test_like_paragraphs_side_by_side_are_one_relation() -> None:
    """A run of edited paragraphs is told once, from its first to its last."""
    first = [WARDS, LISTS, MEALS]
    other = [
        WARDS.replace("western", "eastern"),
        LISTS.replace("paper", "long"),
        MEALS.replace("often", "always"),
    ]
    product, _ = repeats("# A\n\n" + "\n\n".join(first), "# B\n\n" + "\n\n".join(other))
    assert summary(product) == [("near", "report", ["01:3-7"], ["02:3-7"])]
    assert len(product["relations"][0]["differences"]) == 3


def test_a_chain_does_not_run_into_itself() -> None:
    """Items that are each followed by a copy are told of one by one."""
    pairs = (WARDS, "western", "eastern"), (LISTS, "paper", "long")
    items = "".join(f"- {one}\n- {one.replace(a, b)}\n" for one, a, b in pairs)
    product, _ = repeats(f"# A\n\n{items}")
    assert summary(product) == [
        ("near", "report", ["01:3-3"], ["01:4-4"]),
        ("near", "report", ["01:5-5"], ["01:6-6"]),
    ]


def test_a_list_is_told_before_its_items() -> None:
    """An edited list is one repeat, not one an item."""
    items = [f"- {one}\n" for one in (WARDS, LISTS, MEALS)]
    other = [
        items[0].replace("western", "eastern"),
        items[2],
        items[1].replace("paper", "long"),
    ]
    product, _ = repeats("# A\n\n" + "".join(items), "# B\n\n" + "".join(other))
    assert summary(product)[0] == ("near", "report", ["01:3-5"], ["02:3-5"])


def test_a_retelling_with_the_same_figures_and_names_is_near() -> None:
    """The same facts in other words are told of."""
    first = (
        "In 1872 Nora Vasquez gave £6,400 to the people of Copthorne so that the slipway"
        " would never be sold, and 38,438 boats have used the slipway since that year."
    )
    other = (
        "So that nobody would ever sell the slipway, the people of Copthorne were given"
        " £6,400 by Nora Vasquez in 1872; since that year 38,438 boats have used it."
    )
    assert kinds(first, other) == [("near", "report")]


def test_one_frame_with_other_words_is_nothing() -> None:
    """Sentences built alike that share no fact are no repeat."""
    said = "Three things decide whether {} works: how {} is run, what {} costs and who pays."
    assert (
        kinds(
            said.format("a hub", "the kitchen", "each meal"),
            said.format("the line", "every rota", "one call"),
        )
        == []
    )


def test_a_run_torn_out_of_sentences_is_contained() -> None:
    """Equal words that start and end within sentences are told of and stay."""
    words = f"{WARDS} {LISTS}".split()
    run = " ".join(words[10:45])
    assert kinds(
        f"{SENTENCE} Before it all {run} it ended. {MEALS}",
        f"Then there came {run} and so on until the doors were shut at last.",
    ) == [("contained", "report")]
    assert kinds(f"Before it all {run} it ended.", f"Then came {run} and so on.") == [
        ("near", "report")
    ]


def test_a_sentence_in_a_torn_run_does_not_settle_all_of_it() -> None:
    """A run is told of as a whole, unless two thirds of it are whole sentences."""
    run = (
        "that will be carried to the new depot from the old one. To do so it has to name"
        " the yard that the wagons leave from and also the gate through which they come."
        " And if we could, we would like the drivers to"
    )
    assert kinds(
        "Rain fell on nine of the ten days in May, and none of the boats went out. Each of"
        f" the firms has its own list of goods {run} sign it before they go. The harbour"
        " was empty for most of that month, which nobody there could remember.",
        "The clerk wrote to all the wards about the price of bread. What the council pays"
        f" for is a list of things {run} wait for a word of the mayor. Two of the schools"
        " are closed and the third has no roof, as was said before.",
    ) == [("contained", "report")]


def test_a_copy_with_one_other_figure_is_told_of_part_by_part() -> None:
    """What follows the figure is no third repeat beside the contradiction and the cut."""
    ask = (
        "The council asked the ministry for {} to rebuild the four bridges on the northern"
        " ring road by March 2027, and the ministry has not answered yet."
    )
    work = (
        "Work on the bridges begins once the river is low enough for the barges, which in"
        " most years is in the second week of July, and it ends before the first frost"
        " because the concrete would not set."
    )
    texts = (
        f"# C{n}\n\n{ask.format(told)}\n\n{work}\n"
        for n, told in ((1, "£203m"), (2, "£230m"))
    )
    product, _ = repeats(*texts)
    assert [(one["class"], one["action"]) for one in product["relations"]] == [
        ("contradiction", "fail"),
        ("exact", "replace"),
    ]


HEAD = "| Name | Type | Use |\n|---|---|---|\n"
SHORT = [
    "| Slot | whole number | an hour |\n",
    "| Berth | whole number | a quay |\n",
    "| Cargo | plain text | a load |\n",
]
OTHER = "| Pilot | plain text | a guide |\n"


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        # All rows are the table, with its head.
        (SHORT, SHORT, (["01:3-7"], ["01:11-15"])),
        ([*SHORT, OTHER], SHORT, (["01:5-7"], ["01:14-16"])),
        ([*SHORT[:2], OTHER, SHORT[2]], SHORT, None),
        (SHORT[:2], SHORT[:2], None),
        ([row.replace("number", "7") for row in SHORT], SHORT, None),
    ],
    ids=["all", "the first rows", "parted", "two rows", "others"],
)
def test_short_rows_that_go_on_in_two_tables_are_told_together(
    first: list[str],
    second: list[str],
    lines: tuple[list[str], list[str]] | None,
) -> None:
    """Rows of a few words say enough together, as the items of two lists do."""
    tables = (f"{HEAD}{''.join(rows)}" for rows in (first, second))
    product, _ = repeats("# A\n\n{}\n## B\n\n{}".format(*tables))
    told = [one[2:] for one in summary(product)]
    assert told == ([lines] if lines else [])
