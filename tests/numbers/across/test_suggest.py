"""Bindings that are offered: which, in what order, and what is not."""

from dataclasses import replace
from typing import Any

import pytest
from reading import known, part, quantity

from crossfoot.findings import Finding
from crossfoot.numbers import Known, checks_of, report
from crossfoot.numbers.across.facts import Kept, facts, packed


def table(name: str, columns: list[tuple[str, str]], *rows: str) -> dict[str, Any]:
    """Return a table as `build/quantities.json` has it."""
    return {
        "name": name,
        "file": f"sources/data/{name}.csv",
        "sha256": "0" * 64,
        "columns": [{"name": column, "unit": unit or None} for column, unit in columns],
        "records": [
            {
                "line": at,
                "cells": [
                    {"text": text, "column": 1, "end_column": 1 + len(text)}
                    for text in row.split(",")
                ],
            }
            for at, row in enumerate(rows, 2)
        ],
    }


GRANTS = table(
    "grants",
    [("place", ""), ("programme", ""), ("amount", "GBP"), ("year", "")],
    *("Leeds,Youth,120000,2020", "York,Youth,50417,2020", "Hull,Arts,30000,2021"),
    *("Hull,Arts,3000,2021", "Hull,Sport,47800,2021"),
)
DATA = known(
    quantity("people.helped", "21300", label="People helped"),
    quantity("themes.count", "3", label="Themes"),
    quantity("cost.total", "203417", "GBP", formula="sum of cost in data/costs.csv"),
    quantity("floor", "2000000000", "GBP", bound="at_least", label="Asks"),
    quantity("spend.first", "120", "GBP", label="Spending in the first year"),
    quantity("spend.second", "150", "GBP", label="Spending in the second year"),
    tables={"sources/data/grants.csv": GRANTS},
)


def notes(text: str, against: Known = DATA) -> list[Finding]:
    """Return the notes on unbound numbers of a text."""
    found = report([part(text, against)], [], against, checks_of(None), [])[1]
    return [one for one in found if one.code == "NUM05"]


def test_what_adds_up_in_its_sentence_is_offered_where_it_is_a_quantity() -> None:
    """Else no change of the data would reach it; what is none has no note."""
    against = replace(
        DATA,
        quantities={
            **DATA.quantities,
            "asks.met": quantity("asks.met", "96", label="Asks met"),
        },
    )
    text = "Of 320 asks, 96 (30%) were met and 224 (70%) were not.\n"
    [found] = notes(text, against)
    assert (found.found, found.fix and found.fix.replacement) == (
        "96",
        "[96]{value=asks.met}",
    )
    held = report([part(text, against)], [], against, checks_of(None), [])[0]
    assert {one["state"] for one in held["numbers"]} == {"footed"}


FROM = "from: data/grants.csv"
SHARE = (
    f"grants.amount: {{{FROM}, sum: amount}}\n"
    f"grants.amount_hull: {{{FROM}, sum: amount, where: {{place: Hull}}}}\n"
    "grants.amount_hull_share: {share: grants.amount_hull, of: grants.amount}\n"
)
OFFERED = [
    ("It helped 21,300 people.", "[21,300]{value=people.helped}", ""),
    ("It cost £203,417.", "[£203,417]{value=cost.total}", ""),
    ("The report has three themes.", "[three]{value=themes.count}", ""),
    ("The asks are worth over £2bn.", "[£2bn]{value=floor}", ""),
    (
        "It made £251,217 of grants.",
        "[£251,217]{value=grants.amount}",
        f"grants.amount: {{{FROM}, sum: amount}}\n",
    ),
    (
        "Grants to Hull came to £80,800.",
        "[£80,800]{value=grants.amount_hull}",
        f"grants.amount_hull: {{{FROM}, sum: amount, where: {{place: Hull}}}}\n",
    ),
    (
        "We made three grants in Hull.",
        "[three]{value=grants.hull}",
        f"grants.hull: {{{FROM}, count: rows, where: {{place: Hull}}}}\n",
    ),
    (
        "Hull had 32% of the amount of grants.",
        "[32%]{value=grants.amount_hull_share}",
        SHARE,
    ),
    (
        "From [£120]{value=spend.first} it rose to [£150]{value=spend.second}, by £30.",
        "[£30]{value=spend.second_less_first}",
        "spend.second_less_first: {difference: spend.second, minus: spend.first}\n",
    ),
    (
        "From [£120]{value=spend.first} it rose to [£150]{value=spend.second}, by 25%.",
        "[25%]{value=spend.second_over_first}",
        "spend.second_over_first: {percent_change: spend.second, from: spend.first}\n",
    ),
    (
        "Add [£120]{value=spend.first} to [£150]{value=spend.second}: it is £270.",
        "[£270]{value=spend.second_and_first}",
        "spend.second_and_first: {total: spend.second, plus: spend.first}\n",
    ),
]


@pytest.mark.parametrize(("text", "replacement", "adds"), OFFERED)
def test_a_number_that_the_data_hold_is_offered(
    text: str, replacement: str, adds: str
) -> None:
    """The note has a fix that is not safe, with the lines that it needs."""
    [note] = [one for one in notes(text) if one.fix]
    assert note.fix is not None
    assert note.fix.replacement == replacement
    assert note.fix.safe is False
    assert note.fix.adds == ((("sources/quantities.yml", adds),) if adds else ())
    assert note.help.startswith(f"Write {replacement}")


NOT_OFFERED = [
    "There are 3 dogs.",
    "There were five of us.",
    "It lasted 21 days.",
    "It cost £3.",
    "Over £2bn was spent on roads.",
    "The asks are worth £2bn.",
    "In 2020 it was 4,040 and 4,042.",
    "We saw 3 people in Hull.",
    "It rose by 25%.",
    "A share of 3.00 is what we mean by full cover of all themes.",
    "| code | means |\n|-----:|-------|\n| 3 | no themes |\n",
]


@pytest.mark.parametrize("text", NOT_OFFERED)
def test_what_is_weak_is_not_offered(text: str) -> None:
    """A small number without the quantity's words, or another claim, means nothing."""
    assert [one for one in notes(text) if one.fix or "{value=" in one.help] == []


def test_a_quantity_goes_before_a_new_one_of_its_value() -> None:
    """What is defined already is not defined again."""
    defined = quantity("paid", "251217", "GBP", label="Grants paid")
    [note] = notes("It paid £251,217 of grants.", with_quantity(defined))
    assert note.fix is not None
    assert (note.fix.replacement, note.fix.adds) == ("[£251,217]{value=paid}", ())


def test_equals_are_named_and_none_is_taken() -> None:
    """Two quantities that are as likely are both named, without a fix."""
    twins = (quantity("a.people", "4711"), quantity("b.people", "4711"))
    [note] = notes("It reached 4,711 people.", with_quantity(*twins))
    assert note.fix is None
    assert (
        note.help == "Write [4,711]{value=a.people}, if it is meant; or with b.people"
    )


def with_quantity(*more: Any) -> Known:
    """Return the data with more quantities."""
    every = {**DATA.quantities, **{one.key: one for one in more}}
    return replace(DATA, quantities=every)


CELLS = [
    ("| place | amount (£) |\n|---|---|\n| Hull | 80,800 |\n", True),
    (
        "  place    amount (£)\n  -------- ------------\n  Hull     80,800\n",
        False,
    ),
]


@pytest.mark.parametrize(("text", "fixed"), CELLS)
def test_brackets_are_put_only_where_they_do_no_harm(text: str, fixed: bool) -> None:
    """In a table drawn with spaces they would push its columns apart."""
    [note] = notes(text)
    assert "grants.amount_hull" in note.help
    assert (note.fix is not None) is fixed


def test_offers_do_not_flood() -> None:
    """A page of small numbers and a hundred quantities give no offer."""
    every = [quantity(f"q{at}", str(at)) for at in range(100)]
    text = " ".join(f"There were {at} of them." for at in range(100))
    assert [one for one in notes(text, known(*every)) if one.fix] == []


def test_facts_that_were_kept_are_the_same() -> None:
    """Facts come back whole from the lines that they were put down in, in any order."""
    every = [
        one._replace(words=[*one.words], needed=[*one.needed]) for one in facts(DATA)
    ]
    every = [one._replace(lines=[*one.lines]) for one in every]
    kept = Kept(packed(every))
    assert [kept[-1], len(kept), kept[1:3]] == [every[-1], len(every), every[1:3]]
    assert [*kept] == every
    assert [*Kept(packed([]))] == []
