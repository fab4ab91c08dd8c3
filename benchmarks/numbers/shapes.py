"""Texts of one shape each, as long as asked: a size goes in, a report's files come out.

A shape is what a report may have thousands of: sentences of one form, rows, small
tables, headings, quantities. The same size gives the same bytes.
"""

import random
from collections.abc import Callable, Mapping
from itertools import pairwise

from tables_of import (
    PLACES,
    balances,
    changes,
    dice,
    groups,
    letters,
    place,
    plain_table,
    ratios,
    rows,
    shares,
    subtotals,
    wide,
)

CHAPTER = "sources/01-one.md"
SMALL = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    "twelve",
)

Files = dict[str, str]
Shape = Callable[[int], Files]


def chapter(*blocks: str) -> Files:
    """Return a report of one chapter."""
    return {CHAPTER: "\n\n".join(("# Returns", *blocks)) + "\n"}


def sentences(size: int, form: str, apart: str = "\n\n") -> Files:
    """Return sentences of one form, filled with numbers, places and years."""
    rng = dice(size)
    return chapter(
        apart.join(
            form.format(
                **{name: rng.randint(1_000, 9_999) for name in "abcd"},
                p=rng.choice(PLACES),
                q=place(at),
                at=at,
                w=rng.choice(SMALL),
                v=rng.choice(SMALL),
                y=1990 + at % 30,
                s=rng.randint(1, 99),
                t=rng.randint(101, 199),
            )
            for at in range(size)
        )
    )


def equal(size: int) -> Files:
    """Return one number over and over, of other things each time."""
    return chapter(*(f"The {place(at)} had 4,321 visitors." for at in range(size)))


def summed(size: int) -> Files:
    """Return sums in sentences, each tenth of them wrong."""
    rng = dice(size)
    return chapter(*map(_summed, range(size), [rng] * size))


def _summed(at: int, rng: random.Random) -> str:
    parts = [rng.randint(10, 99) for _ in range(3)]
    total = sum(parts) + (at % 10 == 0)
    return (
        f"The {place(at)} took £{total}m: £{parts[0]}m from fees, £{parts[1]}m from "
        f"grants and £{parts[2]}m from gifts."
    )


def listed(size: int) -> Files:
    """Return lists of five with their total before them, each tenth of them wrong."""
    rng = dice(size)
    blocks = []
    for at in range(size // 6):
        parts = [rng.randint(10, 99) for _ in range(5)]
        total = sum(parts) + (at % 10 == 0)
        items = "\n".join(f"* {n} to {PLACES[k]} {k}" for k, n in enumerate(parts))
        blocks.append(f"There were {total} visits to the {place(at)}:\n\n{items}")
    return chapter(*blocks)


def long_list(size: int) -> Files:
    """Return one list with its total before it."""
    rng = dice(size)
    parts = [rng.randint(10, 99) for _ in range(size)]
    items = "\n".join(f"* {n} at the {place(at)}" for at, n in enumerate(parts))
    return chapter(f"There were {sum(parts):,} visits:", items)


def ordered_list(size: int) -> Files:
    """Return one list with numbers for marks, its items without a total."""
    rng = dice(size)
    return chapter(
        "\n".join(
            f"{at + 1}. The {place(at)} had {rng.randint(10, 99)} visits and "
            f"{rng.randint(100, 999)} calls"
            for at in range(size)
        )
    )


def nested_list(size: int) -> Files:
    """Return a list of lists, each with the total of what is under it."""
    rng = dice(size)
    lines, whole = [], 0
    for at in range(size // 5):
        parts = [rng.randint(10, 99) for _ in range(4)]
        whole += sum(parts)
        lines.append(f"* {place(at)}: {sum(parts)}")
        lines += [f"    * {PLACES[k]}: {n}" for k, n in enumerate(parts)]
    return chapter(f"There were {whole:,} visits:", "\n".join(lines))


def deep_list(size: int) -> Files:
    """Return lists within lists, twenty deep."""
    return chapter(
        *(
            "\n".join(
                f"{'    ' * k}* {PLACES[k]}: {at + k + 11} visits" for k in range(20)
            )
            for at in range(size // 20)
        )
    )


def definitions(size: int) -> Files:
    """Return a definition list."""
    rng = dice(size)
    return chapter(
        *(
            f"{place(at)}\n:   It had {rng.randint(10, 99)} visits and "
            f"{rng.randint(100, 999)} calls."
            for at in range(size)
        )
    )


def many_tables(size: int, captions: bool = True) -> Files:
    """Return tables of four rows with totals, each tenth of them wrong."""
    blocks = []
    for at in range(size // 4):
        blocks.append(rows(4, wrong=at % 10 == 0, columns=2))
        if captions:
            blocks.append(f": Visits to the {place(at)} {{#tbl-t{at}}}")
    return chapter(*blocks)


def tables_and_words(size: int) -> Files:
    """Return tables of four rows, each with a paragraph that says its figures."""
    blocks = []
    for at in range(size // 4):
        shown = rows(4 + at % 3, columns=2)
        last = shown.splitlines()[-1].split(" | ")
        blocks.append(
            f"In all there were {last[-1].strip(' |')} visits, of which "
            f"{last[1]} were to the {place(at)}."
        )
        blocks.append(shown)
    return chapter(*blocks)


def headings(size: int, level: str = "##") -> Files:
    """Return headings, each with a short paragraph that has a number."""
    rng = dice(size)
    return chapter(
        *(
            f"{level} The {place(at)}\n\nIt had {rng.randint(100, 9_999)} visits."
            for at in range(size)
        )
    )


def numbered_headings(size: int) -> Files:
    """Return headings with typed numbers, and references to them in words."""
    return chapter(
        *(
            f"## {at + 1}. The {place(at)}\n\nSee section {at * 7 % size + 1}."
            for at in range(size)
        )
    )


def notes(size: int) -> Files:
    """Return notes, each with two numbers."""
    return chapter(
        *(
            f"The {place(at)} met.[^{at}]\n\n[^{at}]: It spent £{at % 97}m on "
            f"{at % 31} sites."
            for at in range(size)
        )
    )


def figures(size: int) -> Files:
    """Return pictures with captions that have numbers."""
    return chapter(
        *(
            f"![The {place(at)} had {at + 100} visits in {1990 + at % 30}]"
            f'(images/a.png){{#fig-f{at} alt="{at + 50} people"}}'
            for at in range(size)
        )
    )


def quantities(size: int, bound: bool = False, wrong: str = "") -> Files:
    """Return as many quantities, and sentences that say them.

    `wrong` stands before each key in the text, which nothing is called then.
    """
    rng = dice(size)
    values = [rng.randint(1_000, 99_999) for _ in range(size)]
    kept = "".join(
        f"visits.{letters(at)}: {{value: {n}, unit: count, label: Visits to the "
        f"{place(at)}, source: Returns}}\n"
        for at, n in enumerate(values)
    )
    said = f"[{{:,}}]{{{{value={wrong}visits.{{}}}}}}" if bound else "{:,}"
    form = f"The {{}} had {said} visits."
    body = (form.format(place(at), n, letters(at)) for at, n in enumerate(values))
    return {**chapter(*body), "sources/quantities.yml": kept}


def data(size: int) -> Files:
    """Return a CSV table, and sentences that say its cells."""
    rng = dice(size)
    said = [rng.randint(1_000, 99_999) for _ in range(size)]
    lines = "".join(f"{place(at)},{n},{at % 83}\n" for at, n in enumerate(said))
    body = (f"The {place(at)} had {n:,} visits." for at, n in enumerate(said))
    return {**chapter(*body), "sources/data/visits.csv": f"place,visits,staff\n{lines}"}


def agreed(size: int) -> Files:
    """Return as many groups of wordings that must agree, each said twice."""
    rng = dice(size)
    names = [letters(at) for at in range(size)]
    groups_ = "".join(f'  - ["# visits to {name}"]\n' for name in names)
    body = (
        f"There were {rng.randint(100, 999)} visits to {name}." for name in names * 2
    )
    return {**chapter(*body), "sources/checks.yml": f"agree:\n{groups_}"}


def identities(size: int) -> Files:
    """Return quantities, each declared to be one more than the one before it."""
    names = [f"v{letters(n)}" for n in range(size)]
    kept = "".join(
        f"{name}: {{value: {n}, unit: count, source: Returns}}\n"
        for n, name in enumerate(names)
    )
    rules = "".join(
        f'  - "{name} = {last} + {names[1]}"\n' for last, name in pairwise(names)
    )
    return {
        **chapter("There were 17 visits."),
        "sources/quantities.yml": kept,
        "sources/checks.yml": f"identities:\n{rules}",
    }


def waivers(size: int) -> Files:
    """Return as many wrong sums, each waived before its paragraph."""
    return chapter(
        *(
            "<!-- crossfoot: allow NUM13 because quoted -->\n\n"
            f"The {place(at)} took £{at + 40}m: £{at + 1}m from fees and £30m from "
            "grants."
            for at in range(size)
        )
    )


def includes(size: int) -> Files:
    """Return chapters of which each shows a passage of the one before it."""
    files = {}
    for at in range(max(2, size // 40)):
        shown = f'::: {{.include from="{at - 1:04}-c.md#sec-k{at - 1}"}}\n:::\n\n'
        files[f"sources/{at:04}-c.md"] = (
            f"# The {place(at)}\n\n## Key {{#sec-k{at}}}\n\n"
            f"There were {at + 1_000:,} visits.\n\n{shown if at else ''}"
            f"It cost £{at + 7}m.\n"
        )
    return files


def chapters(size: int) -> Files:
    """Return chapters of ten sentences each."""
    rng = dice(size)
    return {
        f"sources/{at:04}-c.md": f"# The {place(at)}\n\n"
        + "\n\n".join(
            f"The {rng.choice(PLACES)} near the {place(rng.randint(0, 9_999))} had "
            f"{rng.randint(1_000, 9_999)} visitors."
            for _ in range(10)
        )
        + "\n"
        for at in range(max(1, size // 10))
    }


def _of(make: Callable[..., str], **given: int | bool) -> Shape:
    return lambda size: chapter(make(size, **given))


def _form(form: str, apart: str = "\n\n") -> Shape:
    return lambda size: sentences(size, form, apart)


SHAPES: Mapping[str, Shape] = {
    "sentences of one form": _form("The {p} and the {q} had {a:,} visitors."),
    "one form, few words": _form("The {p} had {a:,} visitors."),
    "sentences with years": _form("In {y} the {p} had {a:,} visitors and {b:,} calls."),
    "amounts of money": _form("The {q} spent £{s}m on {w} of the {t} schools."),
    "shares of others": _form("{s} of the {t} schools ({s}%) near the {q} replied."),
    "rises": _form("Visits to the {q} rose from {a:,} to {b:,}, up {s}%."),
    "ranges": _form("Between {s} and {t} people, or {a}–{b}, came to the {q}."),
    "number words": _form("The {q} has {w} halls, {v} rooms and twenty-{w} desks."),
    "number words and lists": _form(
        "The {q} has {w} aims: to mend, to {p}, to grow, to read."
    ),
    "questions and clauses": _form(
        "Of {a:,} people, {b:,} came to the {q}, {c:,} to the {p} and {d:,} to neither;"
        " the rest, {s}, stayed."
    ),
    "one paragraph": _form("The {q} had {a:,} visitors.", " "),
    "one paragraph of one sentence": _form("the {q} had {a:,} visitors,", " "),
    "one paragraph of words": _form("The {q} and the {p} met and agreed on all.", " "),
    "words": _form("The {q} and the {p} met and agreed on all of it."),
    "links": _form("See the [{a:,} visits](https://example.org/{at}) to the {q}."),
    "references": _form("Table {s} and section {w} tell of {a:,} visits to the {q}."),
    "quotations": _form("> The {q} had {a:,} visitors, it said."),
    "code": _form("The option `--{p}={a}` of the {q} takes {b:,} lines."),
    "maths": _form("Of the {q}, $x_{{{at}}} = {a} + {b}$ stands for {c:,} visits."),
    "equal numbers": equal,
    "sums in sentences": summed,
    "sums in lists": listed,
    "one long list": long_list,
    "one ordered list": ordered_list,
    "list of lists": nested_list,
    "deep lists": deep_list,
    "definitions": definitions,
    "table without totals": _of(plain_table),
    "table with totals": _of(rows),
    "table with 5 wrong rows": _of(rows, wrong=5),
    "table with 40 wrong rows": _of(rows, wrong=40),
    "table without a total row": _of(rows, total=False, wrong=8),
    "table with blank cells": _of(rows, blank=7),
    "table with subtotals": _of(subtotals),
    "table of groups": _of(groups),
    "wide table": _of(wide),
    "table of shares": _of(shares),
    "table of changes": _of(changes),
    "table of balances": _of(balances),
    "table of averages": _of(ratios),
    "many small tables": many_tables,
    "many tables and words": tables_and_words,
    "headings": headings,
    "numbered headings": numbered_headings,
    "notes": notes,
    "captions": figures,
    "quantities": quantities,
    "bound numbers": lambda size: quantities(size, bound=True),
    "unknown keys": lambda size: quantities(size, bound=True, wrong="v"),
    "data told in words": data,
    "agreed groups": agreed,
    "identities": identities,
    "waivers": waivers,
    "includes": includes,
    "chapters": chapters,
}
"""What makes a report of each shape, by the shape's name."""
