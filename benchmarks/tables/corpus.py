"""Generates tables that add up: a seed in, Markdown chapters and CSV files out.

    python benchmarks/tables/corpus.py DIR [--tables N] [--seed S]

Every table is true: totals are the sums of their parts, rounded figures are rounded
from true values. Shapes are those of public reports: budgets, counts by area, accounts
with subtotals, percentages, totals first, *of which* rows, withheld cells, averages.
"""

import argparse
import random
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

AREAS = (
    *("Dudley", "Sandwell", "Walsall", "Coventry", "Solihull", "Warwick", "Stafford"),
    *("Telford", "Hereford", "Worcester", "Rugby", "Tamworth", "Lichfield", "Redditch"),
)
ITEMS = (
    *("Pay", "Pensions", "Rent", "Heat and light", "Travel", "Printing", "Insurance"),
    *("Training", "Repairs", "Postage", "Legal fees", "Equipment", "Catering", "Audit"),
)
YEARS = ("2021", "2022", "2023", "2024")
Lines = list[list[str]]


def table(chance: random.Random) -> tuple[str, Lines]:
    """Return the shape and the cells of one table, its heading first."""
    shape = chance.choice(sorted(SHAPES))
    return shape, SHAPES[shape](chance)


def _amounts(chance: random.Random, rows: int, columns: int) -> list[list[int]]:
    top = chance.choice((90, 900, 9_000, 90_000))
    return [
        [chance.randint(top // 10, top) for _ in range(columns)] for _ in range(rows)
    ]


def _down(rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _said(values: Sequence[int], sign: str = "") -> list[str]:
    return [f"{sign}{value:,}" for value in values]


def counts(chance: random.Random) -> Lines:
    """Make areas by year with a total row, sometimes with a total column as well."""
    years = YEARS[: chance.randint(2, 4)]
    areas = chance.sample(AREAS, chance.randint(3, 9))
    rows = _amounts(chance, len(areas), len(years))
    across = chance.random() < 0.5
    if across:
        rows = [[*row, sum(row)] for row in rows]
    heads = [f"In {year}" for year in years] + ["Total"] * across
    body = [[area, *_said(row)] for area, row in zip(areas, rows, strict=True)]
    return [["Area", *heads], *body, ["Total", *_said(_down(rows))]]


def budget(chance: random.Random) -> Lines:
    """Make one column of money with a total."""
    items = chance.sample(ITEMS, chance.randint(3, 9))
    values = [chance.randint(1, 99) * 250 for _ in items]
    body = [[item, f"£{value:,}"] for item, value in zip(items, values, strict=True)]
    return [["Item", "Cost"], *body, ["Total", f"£{sum(values):,}"]]


def accounts(chance: random.Random) -> Lines:
    """Make groups with headings and subtotals, and a grand total."""
    out: Lines = [["Item", "Plan (£)", "Actual (£)"]]
    whole = [0, 0]
    for group in ("Staff", "Premises", "Office")[: chance.randint(2, 3)]:
        items = chance.sample(ITEMS, chance.randint(2, 4))
        rows = _amounts(chance, len(items), 2)
        out.append([group, "", ""])
        out += [[item, *_said(row)] for item, row in zip(items, rows, strict=True)]
        out.append([f"{group} subtotal", *_said(_down(rows))])
        whole = _down([whole, _down(rows)])
    return [*out, ["Grand total", *_said(whole)]]


def rounded(chance: random.Random) -> Lines:
    """Make amounts in millions, each rounded from its true value, the total too."""
    areas = chance.sample(AREAS, chance.randint(3, 9))
    rows = _amounts(chance, len(areas), 2)

    def printed(value: int) -> str:
        return f"{(Decimal(value) / 100).quantize(Decimal('0.1'), ROUND_HALF_UP):,}"

    body = [[area, *map(printed, row)] for area, row in zip(areas, rows, strict=True)]
    heads = ["Area", "Planned (£m)", "Spent (£m)"]
    return [heads, *body, ["Total", *map(printed, _down(rows))]]


def shares(chance: random.Random) -> Lines:
    """Make counts with their percentages of the whole."""
    areas = chance.sample(AREAS, chance.randint(3, 8))
    values = [chance.randint(20, 900) for _ in areas]
    whole = sum(values)
    body = [
        [area, f"{value:,}", f"{Decimal(100 * value) / whole:.1f}%"]
        for area, value in zip(areas, values, strict=True)
    ]
    return [["Area", "Number", "Per cent"], *body, ["Total", f"{whole:,}", "100%"]]


def first(chance: random.Random) -> Lines:
    """Put the total above its parts."""
    areas = chance.sample(AREAS, chance.randint(3, 8))
    rows = _amounts(chance, len(areas), 2)
    body = [[area, *_said(row)] for area, row in zip(areas, rows, strict=True)]
    return [["Area", "Homes", "People"], ["Total", *_said(_down(rows))], *body]


def parts(chance: random.Random) -> Lines:
    """Make a row with parts of its own below it, called *of which*."""
    items = chance.sample(ITEMS, chance.randint(3, 7))
    rows = _amounts(chance, len(items), 2)
    body = [[item, *_said(row)] for item, row in zip(items, rows, strict=True)]
    inside = [max(1, value // 3) for value in rows[0]]
    body.insert(1, [f"of which {chance.choice(AREAS)}", *_said(inside)])
    return [["Item", "2023/24", "2024/25"], *body, ["Total", *_said(_down(rows))]]


def withheld(chance: random.Random) -> Lines:
    """Withhold one value; the total of its column cannot be known from the table."""
    lines = counts(chance)
    lines[chance.randint(1, len(lines) - 2)][1] = chance.choice(
        ("c", "*", "[x]", "[c]")
    )
    return lines


def averages(chance: random.Random) -> Lines:
    """Make a total row whose last column is an average."""
    areas = chance.sample(AREAS, chance.randint(4, 8))
    homes = [chance.randint(20, 90) for _ in areas]
    people = [chance.randint(60, 400) for _ in areas]
    size = [f"{Decimal(b) / a:.2f}" for a, b in zip(homes, people, strict=True)]
    body = [
        [area, str(a), str(b), c]
        for area, a, b, c in zip(areas, homes, people, size, strict=True)
    ]
    mean = f"{Decimal(sum(people)) / sum(homes):.2f}"
    end = ["Total", str(sum(homes)), str(sum(people)), mean]
    return [["Area", "Homes", "People", "People per home"], *body, end]


SHAPES: dict[str, Callable[[random.Random], Lines]] = {
    "accounts": accounts,
    "averages": averages,
    "budget": budget,
    "counts": counts,
    "first": first,
    "parts": parts,
    "rounded": rounded,
    "shares": shares,
    "withheld": withheld,
}


def markdown(lines: Lines, name: str) -> str:
    """Return a pipe table with a caption."""
    head, *body = ([f" {cell} " for cell in row] for row in lines)
    rule = [":---", *["---:"] * (len(head) - 1)]
    rows = ["|".join(["", *row, ""]) for row in (head, rule, *body)]
    return "\n".join([*rows, "", f": {name.capitalize()} {{#tbl-{name}}}"])


def csv(lines: Lines) -> str:
    """Return a table as CSV, as amounts hold commas every cell in quotes."""
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in lines) + "\n"


def files(number: int, seed: int) -> dict[str, str]:
    """Return the files of a corpus: chapters of ten tables, one in five also CSV."""
    chance = random.Random(seed)
    out: dict[str, str] = {}
    chapters: dict[str, list[str]] = {}
    for at in range(number):
        shape, lines = table(chance)
        name = f"{shape}-{at}"
        chapters.setdefault(f"{at // 10:03}.md", []).append(markdown(lines, name))
        if at % 5 == 0 and shape not in {"rounded", "shares"}:
            out[f"{name}.csv"] = csv(lines)
    for name, tables in chapters.items():
        out[name] = "\n\n".join([f"# Tables {name}", *tables]) + "\n"
    return dict(sorted(out.items()))


def write(number: int, seed: int, root: Path) -> None:
    """Write a corpus into a folder."""
    root.mkdir(parents=True, exist_ok=True)
    for name, text in files(number, seed).items():
        (root / name).write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tables", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.tables, given.seed, given.folder)
