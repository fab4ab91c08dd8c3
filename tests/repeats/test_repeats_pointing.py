"""Pointing: equal text that points to what stands beside it goes with that or stays."""

import pytest
from deciding import again, lines
from repeating import LISTS, MEALS, WARDS, chapter, left, messages, repeats, summary

ROWS = "| Ward | Asks |\n|:--|--:|\n| North | {0} |\n| South | {1} |\n"
ITEMS = "- Soap in {0} boxes\n- Bread in {1} crates\n"
PICTURE = "![The wards on day {0}](images/{0}.png)\n"
CODE = "```\nset {0}\n```\n"
PLAIN = "Those of {0}.\n"


def second(*texts: str) -> str:
    """Return what is kept of the second of two chapters."""
    product, _ = repeats(*texts)
    return left(product, chapter(texts[1], "02"))


def page(said: str, beside: str, *figures: str) -> str:
    """Return a chapter in which a passage points to what stands behind it."""
    title = f"# Chapter {figures[0]}"
    return (
        f"{title}\n\n{WARDS} {said}\n\n{beside.format(*figures)}\nEnd {figures[0]}.\n"
    )


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("The table below has the rest.", ROWS),
        ("The rest stands in the table below.", ROWS),
        ("The following table shows the rest.", ROWS),
        ("The two tables below show the rest.", ROWS),
        ("This table has the rest.", ROWS),
        ("The rest is in the list overleaf.", ITEMS),
        ("They asked as follows.", ITEMS),
        ("They asked for the things set out below.", ITEMS),
        ("These are the things that they asked for:", ITEMS),
        ("**They asked for these:**", ITEMS),
        ("The map below shows them all.", PICTURE),
        ("The next chart shows them all.", PICTURE),
        ("The command below finds them all.", CODE),
        ("Those are named below.", PLAIN),
        ("In this section they are named.", PLAIN),
        ("This chapter names them.", PLAIN),
        ("The next section names them.", "## Names of {0}\n\nThose.\n"),
        ("Those named above are left out.", PLAIN),
        ("See overleaf for the others.", PLAIN),
        ("There were others. Below, they are named.", PLAIN),
    ],
)
def test_a_copy_that_points_to_what_is_no_copy_is_told_and_stays(
    said: str, beside: str
) -> None:
    """What stands beside it is another thing in each chapter."""
    texts = page(said, beside, "41", "52"), page(said, beside, "67", "78")
    product, findings = repeats(*texts)
    assert summary(product)[0] == ("exact", "report", ["01:3-3"], ["02:3-3"])
    assert second(*texts) == texts[1]
    assert [one.code for one in findings] == ["REP01"]


REFERRING = ["The latter was", "This means that it is", "They were", "Both had been"]


@pytest.mark.parametrize("said", REFERRING)
def test_a_copy_that_begins_with_what_was_named_before_it_stays(said: str) -> None:
    """Another thing stands before it in each chapter."""
    copied = f"{said} one of those that {WARDS[:1].lower()}{WARDS[1:]}\n"
    texts = [
        f"# Chapter {name}\n\n{before}\n\n{copied}\nEnd {name}.\n"
        for name, before in (("A", "Soap was dear."), ("B", "A mill burned down."))
    ]
    product, findings = repeats(*texts)
    assert summary(product)[0] == ("exact", "report", ["01:5-5"], ["02:5-5"])
    assert second(*texts) == texts[1]
    assert [one.code for one in findings] == ["REP01"]


@pytest.mark.parametrize("said", [*REFERRING, "This council was", "It is clear that"])
def test_a_copy_that_opens_its_section_begins_anew(said: str) -> None:
    """Below a heading nothing is referred to, nor by a word that goes with a name."""
    copied = f"{said} one of those that {WARDS[:1].lower()}{WARDS[1:]}\n"
    texts = [f"# Chapter {name}\n\n{copied}\nEnd {name}.\n" for name in "AB"]
    product, _ = repeats(*texts)
    assert summary(product)[0] == ("exact", "replace", ["01:3-3"], ["02:3-3"])


@pytest.mark.parametrize("said", ["This council was", "It is clear that it was"])
def test_a_word_that_names_its_own_refers_to_nothing_before(said: str) -> None:
    """What it speaks of stands behind it."""
    copied = f"{said} one of those that {WARDS[:1].lower()}{WARDS[1:]}\n"
    texts = [
        f"# Chapter {name}\n\nOf {name}.\n\n{copied}\nEnd {name}.\n" for name in "AB"
    ]
    product, _ = repeats(*texts)
    assert summary(product)[0] == ("exact", "replace", ["01:5-5"], ["02:5-5"])


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("The table below has the rest.", ROWS),
        ("The following table shows the rest.", ROWS),
        ("This table has the rest.", ROWS),
        ("The list below names the rest.", ITEMS),
        ("They asked as follows:", ITEMS),
        ("These are the things that they asked for:", ITEMS),
        ("The map below shows them all.", PICTURE),
        ("Those are named below.", PLAIN),
    ],
)
def test_a_copy_goes_with_what_it_points_to(said: str, beside: str) -> None:
    """What stands beside it is copied as well."""

    def text(title: str) -> str:
        shown = beside.format("41", "52")
        return f"# {title}\n\n{WARDS} {said}\n\n{shown}\nEnd of {title}.\n"

    assert second(text("A"), text("B")) == "# B\n\nEnd of B.\n"


@pytest.mark.parametrize(
    "said",
    [
        "All of them were children aged five and below.",
        "The water fell below the mark in spring.",
        "The figures below the line are not counted.",
        "Above all they asked for soap.",
        "Table 3 below has the rest.",
        "In the following year they asked again.",
        "The next step was to ask again.",
        "This report names them.",
        "The water dropped below the mark in spring.",
        "Next to the table stood a map.",
        "They asked for soap, and from above it rained.",
        "This figure rose in spring.",
        "Who asked, and for what? These questions were put to all.",
    ],
)
def test_a_copy_that_points_nowhere_goes(said: str) -> None:
    """Words that point elsewhere in other sentences say something else here."""
    texts = page(said, PLAIN, "41"), page(said, PLAIN, "67")
    assert second(*texts) == "# Chapter 67\n\nThose of 67.\n\nEnd 67.\n"


def test_a_section_goes_with_its_heading() -> None:
    """“In this section” means one section where all of it is copied."""
    part = f"## Wards\n\nIn this section all wards are told of. {WARDS}\n\n{LISTS}\n"
    texts = f"# A\n\n{MEALS}\n\n{part}", f"# B\n\n{part}\n## End\n\nEnd.\n"
    assert second(*texts) == "# B\n\n## End\n\nEnd.\n"


def test_what_is_above_is_looked_for_above() -> None:
    """A table that is copied below is not the one above."""
    one = ROWS.format("41", "52")
    own = ROWS.format("67", "78")
    copied = f"The table above has the rest. {WARDS}\n\n{one}"
    texts = f"# A\n\n{one}\n{copied}\nEnd.\n", f"# B\n\n{own}\n{copied}\nDone.\n"
    assert second(*texts) == texts[1]


def test_the_nearest_table_is_meant() -> None:
    """A second table that is copied is not the one that stands next."""
    said = f"The table below has the rest. {WARDS}"
    texts = page(said, ROWS, "41", "52"), page(said, ROWS, "67", "78")
    more = f"\n{LISTS}\n\n{ROWS.format('12', '13')}"
    both = texts[0] + more, texts[1] + more
    assert f"\n{WARDS}\n\n" not in second(*both)
    assert "The table below has the rest." in second(*both)


def test_the_finding_says_why_it_stays_and_how_it_goes() -> None:
    """The words that point are named, and the decision that takes the copy out."""
    said = "The table below has the rest."
    texts = page(said, ROWS, "41", "52"), page(said, ROWS, "67", "78")
    product, findings = repeats(*texts)
    (message,) = messages(findings)
    assert message == (
        "REP01 warning sources/02.md:3:1 Passage of 37 words repeats sources/01.md:3;"
        " it stays, for “table below” may point to another thing here"
    )
    (one,) = product["relations"]
    assert findings[0].help == (
        "Name what it points to, or have it taken out with `--as link`; or say why:"
        f' crossfoot repeats --accept {one["id"]} --because "…"'
    )


@pytest.mark.parametrize("ruling", ["link", "drop"])
def test_a_decision_takes_out_what_points(ruling: str) -> None:
    """Who decided has seen both tables."""
    said = "The table below has the rest."
    texts = page(said, ROWS, "41", "52"), page(said, ROWS, "67", "78")
    decided = lines(repeats(*texts)[0], "exact", ruling=ruling)
    product, findings = again(decided, *texts)
    kept = left(product, chapter(texts[1], "02"))
    assert kept == "# Chapter 67\n\n" + ROWS.format("67", "78") + "\nEnd 67.\n"
    assert [one.level for one in findings if not one.waiver] == []
