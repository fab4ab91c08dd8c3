"""Provenance: names of numbers, and what quantities were made of."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from reading import known, part, quantity

from crossfoot.numbers import Known, checks_of, report
from crossfoot.numbers.provenance import LENGTH, quantities, settle, worded


def entry(**more: Any) -> dict[str, Any]:
    """Return as much of an entry as its name is made of."""
    told = {"file": "a.md", "where": "text", "text": "41", "context": "of 41 there"}
    return {**told, "quantity": "", **more}


def named(*entries: dict[str, Any]) -> list[str]:
    """Return the names of entries."""
    settle(entries, Known())
    return [one["id"] for one in entries]


def test_a_name_is_made_of_the_number_and_its_words() -> None:
    """Lines and values change no name; file, kind of place, words and key do."""
    [first] = named(entry())
    assert named(entry(line=7, value="5")) == [first]
    others = [
        entry(file="b.md"),
        entry(where="cell"),
        entry(text="42"),
        entry(context="of 41 here"),
        entry(quantity="asks.count"),
    ]
    assert first not in named(*others)


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_no_two_numbers_share_a_name(texts: list[str]) -> None:
    """Equal numbers in equal words are counted apart, in their order."""
    names = named(*(entry(text=text) for text in texts))
    assert len(set(names)) == len(names)
    assert all(len(name) == LENGTH for name in names)
    assert names == named(*(entry(text=text) for text in texts))


def test_a_formula_tells_how_many_rows_there_were() -> None:
    """All of them, though `rows` lists no more than five thousand."""
    told = "sum of a in data/a.csv"
    forms = [
        worded(quantity("a", "1", formula=told, count=1)),
        worded(quantity("a", "1", formula=told, count=1_000_000)),
        worded(quantity("a", "9", formula="number of rows in data/a.csv", count=9)),
        worded(quantity("a", "9", formula="published: The plan", count=0)),
        worded(quantity("a", "9")),
    ]
    assert forms == [
        f"{told}, 1 row",
        f"{told}, 1,000,000 rows",
        "number of rows in data/a.csv",
        "published: The plan",
        "",
    ]


def test_quantities_come_with_what_they_are_made_of() -> None:
    """What no number rests on is left out; parts of parts are there."""
    all_ = known(
        quantity("share", "50", "%", uses=["part", "whole"]),
        quantity("part", "1", uses=["half"]),
        quantity("whole", "2"),
        quantity("half", "1"),
        quantity("idle", "9"),
    )
    told = quantities([entry(quantity="share"), entry(quantity="gone")], all_)
    assert [one["key"] for one in told] == ["half", "part", "share", "whole"]
    assert told[2]["uses"] == ["part", "whole"]


def test_numbers_know_the_table_or_figure_they_stand_in() -> None:
    """Cells, captions and alternative texts name it; text around it does not."""
    text = (
        "There are 41.\n\n| a | b |\n|---|--:|\n| x | 7 |\n\n: Of 3 {#tbl-a}\n\n"
        '![Of 5](map.png){#fig-a alt="6 wards"}\n'
    )
    found = [(one["text"], one["exhibit"]) for one in part(text).numbers]
    assert found == [
        ("41", ""),
        ("7", "tbl-a"),
        ("3", "tbl-a"),
        ("5", "fig-a"),
        ("6", "fig-a"),
    ]


def test_a_figure_s_numbers_stand_where_a_chapter_shows_it() -> None:
    """A chart is known by its recipe, and shown by the identifier of its figure."""
    one = part("![Asks](figures/asks.svg){#fig-asks}\n")
    chart = [{**part("All 9 bars.\n").numbers[0], "file": "figures/asks.py"}]
    chart[0]["where"] = "chart"
    made, _ = report([one], [chart], Known(), checks_of(None), [])
    assert [entry["exhibit"] for entry in made["numbers"]] == ["fig-asks"]
