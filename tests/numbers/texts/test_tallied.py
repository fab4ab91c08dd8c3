"""Counts of headings, rows and items that a text speaks of by name, at a distance."""

import pytest
from reading import known, part

NOTHING = known()
PARTS = "\n\n## Part A: Plans\n\nEarly.\n\n## Part B: Work\n\nSafely.\n"
ASKED = "\n\n### What did it cost?\n\nMuch.\n\n### Who gained?\n\nAll.\n"
UNDER = "\n\n## Aims\n\n### Less waste\n\nSoon.\n\n### More light\n\nLater.\n"
ITEMS = "\n\n## Aims\n\nWe have some.\n\n- Less waste.\n- More light.\n"
ROWS = "\n\nA word.\n\n### All\n\n| Site | Town |\n|--|--|\n| A | x |\n| B | y |\n"
HEADINGS = "Text says “three”; after it come 2 headings"
COUNTED = {
    ("This guide has three parts.", PARTS): HEADINGS,
    ("It is done in three parts, set out below.", PARTS): HEADINGS,
    ("The panel asked three questions.", ASKED): HEADINGS,
    ("We set three aims.", UNDER): HEADINGS,
    ("We set three aims.", ITEMS): "Text says “three”; the list after it has 2 items",
    ("We saw three sites.", ROWS): "Text says “three”; the table after it has 2 rows",
    ("All three sites were seen.", ROWS): (
        "Text says “three”; the table after it has 2 rows"
    ),
    ("> All three sites were seen.", ROWS): (
        "Text says “three”; the table after it has 2 rows"
    ),
    ("The three sites below were seen.", ROWS): (
        "Text says “three”; the table after it has 2 rows"
    ),
}
COUNTY = "\n\n## {} sites\n\n| Site | Staff | Homes |\n|--|--|--|\n| A | 12 | 130 |\n"
CLOSED = COUNTY + "| B | 15 | 210 |\n| {} | 27 | 340 |\n"
LEFT = (
    ("Two sites in all.", CLOSED.format("The two", "Total")),
    ("Two sites in all.", CLOSED.format("The two", "The county")),
    ("Three sites in all.", CLOSED.format("The three", "The county")),
    ("Here.", "\n\n# 5 Sites" + ROWS.partition("word.")[2].replace("###", "##")),
    ("This guide has three of the parts.", PARTS),
    ("This guide has nine parts.", PARTS),
    ("This guide has three parts: plans, work and rest.", PARTS),
    ("This guide has three rooms.", PARTS),
    ("The three sites were seen.", ROWS),
    ("We saw three sites.", ROWS.replace("| A |", "| No site |")),
    ("We set three aims.", UNDER + ITEMS.replace("light.", "light.\n- Heat.\n- Air.")),
    ("We set three aims.", UNDER.replace("More light", "Summary")),
    ("We set one aim.", UNDER.replace("Less waste", "Aim 1: Less waste")),
    ("We set three aims.", UNDER.replace("Less waste", "Aim 1: Less waste")),
)


def told(text: str) -> list[str]:
    return [one.message for one in part(text, NOTHING).findings]


@pytest.mark.parametrize(("texts", "said"), COUNTED.items())
def test_what_is_counted_by_name_is_found(texts: tuple[str, str], said: str) -> None:
    """Headings that open with the name, what a heading names, and rows called so."""
    text = "# Report\n\n" + "".join(texts)
    assert told(text) == [said]
    assert told(text.replace("three", "two")) == []


@pytest.mark.parametrize("texts", LEFT)
def test_a_name_that_may_mean_others_counts_none(texts: tuple[str, str]) -> None:
    """Some of them, far from them, named at once, or things known already."""
    assert told("# Report\n\n" + "".join(texts)) == []


def test_a_section_is_not_left() -> None:
    """A text speaks of rows of its own section; of numbered headings at the start."""
    text = "# A\n\nWe saw three sites.\n\n# B" + ROWS
    assert told(text) == []
    text = "# A\n\nThere are three parts." + PARTS.replace("##", "#")
    assert told(text) == [HEADINGS]
    text = "# A\n\nOn it.\n\n# C\n\nThere are three parts." + PARTS.replace("##", "#")
    assert told(text) == []
