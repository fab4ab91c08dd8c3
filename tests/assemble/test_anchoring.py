"""Anchoring: numbers of the ledger are named where they stand, and no word moves."""

import json
from dataclasses import replace
from typing import Any

from assembling import assemble, inputs_of
from conftest import Make

from crossfoot.nodes import ENTRIES, ENTRY, attributes, text, walk

ASKS = {
    "quantities.yml": "asks.total: {from: data/asks.csv, sum: amount, unit: GBP}\n",
    "data/asks.csv": "origin,amount\nRecharge,2000\nRecovery,203\n",
}


def ledger(inputs: Any) -> dict[str, str]:
    """Return the text of each number of the ledger by its name."""
    told = inputs.numbers["numbers"] + inputs.numbers["apart"]
    return {one["id"]: one["shown"] for one in told}


def placed(make: Make, chapter: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what the report names, in order, and what of the ledger it does not.

    Setting a report without its ledger has to give the same words.
    """
    inputs = inputs_of(make({"01-a.md": chapter, **ASKS}), "numbers")
    names, made = ledger(inputs), assemble(inputs)
    found = []
    for node in walk(made.ast["blocks"]):
        if node["t"] == "Span" and ENTRY in attributes(node):
            found.append((names.pop(attributes(node)[ENTRY]), text(node)))
        elif node["t"] == "Span" and ENTRIES in attributes(node):
            held = attributes(node)[ENTRIES].split()
            found += [(names.pop(name), "") for name in held]
    bare = {**inputs.numbers, "numbers": [], "apart": []}
    for one in inputs.numbers["numbers"]:
        if one["state"] == "inserted" and one["span"]:
            bare["numbers"].append({**one, "id": "", "where": ""})
    other = assemble(replace(inputs, numbers=bare))
    assert text(made.ast["blocks"]) == text(other.ast["blocks"])
    return found, sorted(names.values())


def test_every_kind_of_number_is_named_where_it_stands(make: Make) -> None:
    """What counts nothing is named before its paragraph, so its words stay whole."""
    chapter = (
        "# The 3 parts\n\nOf (41), *27* and £3.2 billion, [£2,203]{value=asks.total} is"
        " `=asks.total`.^[Or 10--12, see `5`.] In 2020 twenty-one ran.\n"
    )
    found, missing = placed(make, chapter)
    assert missing == []
    assert found == [
        ("3", "3"),
        ("2020", ""),
        ("41", "41"),
        ("27", "27"),
        ("£3.2 billion", "£3.2 billion"),
        ("£2,203", "£2,203"),
        ("£2,203", "£2,203"),
        ("5", ""),
        ("10", "10"),
        ("12", "12"),
        ("twenty-one", "twenty-one"),
    ]


def test_cells_and_totals_of_a_csv_table_are_named(make: Make) -> None:
    """Each cell is named once, though the table is shown twice."""
    chapter = "# A\n\n![Asks](data/asks.csv){#tbl-asks total=amount}\n\n"
    found, missing = placed(make, chapter + "![Asks](data/asks.csv)\n")
    assert missing == []
    assert found == [("2000", "2,000"), ("203", "203"), ("2,203", "2,203")]


def test_what_cannot_hold_a_span_names_its_numbers(make: Make) -> None:
    """Alternative texts are named on the picture or formula that they describe."""
    chapter = (
        '# A\n\n[$$x$$]{#eq-a alt="x is 7"} Here.\n\n'
        '![A map](map.png){alt="Map of 9 wards"}\n'
    )
    inputs = inputs_of(make({"01-a.md": chapter, "map.png": b"", **ASKS}), "numbers")
    names, made = ledger(inputs), assemble(inputs)
    held = [
        (node["t"], [names[name] for name in attributes(node)[ENTRIES].split()])
        for node in walk(made.ast["blocks"])
        if node["t"] in {"Span", "Image"} and ENTRIES in attributes(node)
    ]
    assert held == [("Span", ["7"]), ("Image", ["9"])]


def test_a_formula_with_figures_is_alone_in_its_equation(make: Make) -> None:
    """What names its figures stands before it; else number and words were lost."""
    chapter = '# A\n\nThen [$$x = 100 y_1$$]{#eq-a alt="x is"} holds.\n'
    inputs = inputs_of(make({"01-a.md": chapter, **ASKS}), "numbers")
    names, made = ledger(inputs), assemble(inputs)
    spans = [node["c"] for node in walk(made.ast["blocks"]) if node["t"] == "Span"]
    (lead, within), (told, content) = spans
    assert within == []
    assert [names[name] for name in dict(lead[2])[ENTRIES].split()] == ["100"]
    assert told[:2] == ["eq-a", []]
    assert dict(told[2])["number"] == "1"
    assert content == [{"t": "Math", "c": [{"t": "DisplayMath"}, "x = 100 y_1"]}]


def test_a_passage_shown_again_is_not_named_again(make: Make) -> None:
    """An include repeats words, not names."""
    chapter = (
        "# A\n\n::: {#key}\nThere are 41 here.\n:::\n\n"
        '::: {.include from="#key"}\n:::\n'
    )
    found, missing = placed(make, chapter)
    assert (found, missing) == ([("41", "41")], [])


def test_the_same_report_gives_the_same_names(make: Make) -> None:
    """Names depend on words, so what is written before changes none."""
    one, other = (
        inputs_of(make({"01-a.md": f"{before}There are 41 of 50.\n"}, name), "numbers")
        for name, before in (("one", ""), ("other", "Then 9 more things came in.\n\n"))
    )
    assert set(ledger(one)) <= set(ledger(other))
    assert json.dumps(ledger(one)) != json.dumps(ledger(other))
