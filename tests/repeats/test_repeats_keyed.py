"""What stands twice in one list or table under one name, and what an underline makes."""

import pytest
from repeating import repeats

SETTINGS = (
    ("`depth`", "How far below the surface a probe is let down on each day"),
    ("`width`", "Metres between two ropes, measured at low tide from a boat"),
    ("`crew`", "People who go out together, the skipper among them, in any weather"),
    ("`depth`", "Sets where instruments hang; the skipper writes that into a log"),
    ("`season`", "Months in which nobody fishes there, by order of the harbour master"),
)
LONG = (
    "Nine kitchens cooked for the whole district that winter, three of them in places"
    " of worship, and drivers were often the only callers that people had all week."
)


def table(rows: tuple[tuple[str, str], ...]) -> str:
    """Return a table of two columns."""
    lines = [f"| {name} | {text} |" for name, text in rows]
    return "\n".join(["| Name | Text |", "|:--|:--|", *lines])


def items(rows: tuple[tuple[str, str], ...]) -> str:
    """Return a list whose items start with a name."""
    return "\n".join(f"* {name}: {text}." for name, text in rows)


def bold(rows: tuple[tuple[str, str], ...]) -> str:
    """Return a list whose items start with a name in bold, the colon with it."""
    return "\n".join(f"* **{name.strip('`')}:** {text}." for name, text in rows)


def lines(text: str) -> list[tuple[str, int, int]]:
    """Return the relations of a chapter: class and first lines."""
    product, _ = repeats(f"# A\n\n{text}\n")
    return [
        (one["class"], one["a"][0]["start"], one["b"][0]["start"])
        for one in product["relations"]
    ]


@pytest.mark.parametrize(
    ("write", "places"),
    [(table, ("near", 5, 8)), (items, ("near", 3, 6)), (bold, ("near", 3, 6))],
)
def test_two_entries_of_one_name_are_told_of(
    write: object, places: tuple[str, int, int]
) -> None:
    """What one list or table describes twice is told of, whatever the words."""
    assert callable(write)
    assert lines(write(SETTINGS)) == [places]


def test_names_that_recur_are_no_names() -> None:
    """Where two names stand twice, or one three times, entries go by something else."""
    again = (*SETTINGS, ("`crew`", "Nobody goes out alone when a storm is on its way"))
    thrice = (
        *SETTINGS,
        ("`depth`", "Nobody goes out alone when a storm is on its way"),
    )
    assert [lines(table(rows)) for rows in (again, thrice)] == [[], []]


def test_numbers_of_rows_are_no_names() -> None:
    """A number that was given twice says nothing of what the rows tell."""
    rows = tuple((name.replace("depth", "R50"), text) for name, text in SETTINGS)
    assert lines(table(rows)) == []


def test_entries_with_little_to_say_are_left_alone() -> None:
    """A first name that two people share makes no repeat."""
    people = (("Frank", "Pabodie"), ("Anne", "Dyer"), ("Val", "Roe"), ("Frank", "Lake"))
    assert lines(table((*people, ("Will", "Dean")))) == []


def test_short_rows_twice_in_one_table_are_told_of() -> None:
    """Five words that stand twice in one table are a slip, figures alone are data."""
    rows = (
        ("Poster", "copy the blue frame"),
        ("Letter", "take grey paper from stores"),
        ("Poster", "copy the blue frame"),
    )
    figures = (("5 4", "7 8 9"), ("1 2", "3 4 5"), ("5 4", "7 8 9"))
    assert [lines(table(some)) for some in (rows, figures)] == [[("exact", 5, 7)], []]


def test_a_paragraph_above_a_rule_is_compared() -> None:
    """What a rule without a blank line makes a heading is a paragraph all the same."""
    other = LONG.replace("that winter", "in that winter")
    text = f"{LONG}\n=======\n{other}\n"
    assert lines(text) == [("near", 3, 5)]


def test_equal_order_finds_what_shares_no_rare_word() -> None:
    """Sentences in one order are compared though each word stands in many others."""
    words = ("objects", "menus", "events", "senders", "followers")
    common = (
        f"Item{n} has {one} and {other} sent."
        for n, one in enumerate(words * 4)
        for other in words
        if one != other
    )
    rare = (" ".join(f"w{n}x{m}" for m in range(7)) + "." for n in range(1500))
    first = "Objects made with a new menu send the following events:"
    again = first.replace("send", "or ever returned by most builders send")
    noise = [*common, *(f"Here {one}" for one in rare)]
    paragraphs = (" ".join(noise[at : at + 100]) for at in range(0, len(noise), 100))
    text = "\n\n".join((first, *paragraphs, again))
    told = [one for one in lines(text) if one[1] == 3]
    assert told == [("near", 3, 3 + 2 * (text.count("\n\n")))]
