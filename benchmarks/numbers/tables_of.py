"""Tables of one shape each, as long as asked, and the names of places in them.

The same size gives the same bytes.
"""

import random
from collections.abc import Iterable, Sequence

PLACES = (
    *("river", "bridge", "school", "market", "garden", "museum", "harbour", "library"),
    *("station", "forest", "valley", "meadow", "tower", "castle", "village", "cinema"),
    *("theatre", "hospital", "stadium", "orchard"),
)


def dice(size: int) -> random.Random:
    """Return the chances of a shape of a size."""
    return random.Random(size)


def place(at: int) -> str:
    """Return the name of a place; there is one for each number."""
    return f"{PLACES[at % len(PLACES)]} {PLACES[at // 20 % 20]} {letters(at)}"


def letters(at: int) -> str:
    """Return a number as letters, which no reader of numbers takes for one."""
    return "".join(chr(ord(digit) + 49) for digit in f"{at:05}")


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a pipe table."""
    names = [*head]
    lines = [names, [":--", *("--:" for _ in names[1:])], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def rows(
    size: int, *, wrong: int = 0, total: bool = True, blank: int = 0, columns: int = 4
) -> str:
    """Return a table with totals of its rows and columns, some of them wrong.

    Of `wrong` rows a figure is off; each `blank`th cell is empty.
    """
    rng = dice(size)
    off = frozenset(rng.sample(range(size), min(wrong, size)))
    sums, body = [0] * (columns + 1), []
    for at in range(size):
        parts = [rng.randint(100, 999) for _ in range(columns)]
        if blank:
            parts = [0 if (at + k) % blank == 0 else n for k, n in enumerate(parts)]
        sums = [a + b for a, b in zip(sums, [*parts, sum(parts)], strict=True)]
        shown = [n or "" for n in parts]
        body.append([place(at), *shown, sum(parts) + 100 * (at in off)])
    body += [["Total", *sums]] if total else []
    return table(["Place", *(f"Part {k}" for k in range(columns)), "Total"], body)


def subtotals(size: int) -> str:
    """Return a table of groups of nine rows with a subtotal each, and a grand total."""
    rng = dice(size)
    body: list[Sequence[object]] = []
    sums = [0, 0]
    for group in range(size // 10):
        parts = [[rng.randint(100, 999) for _ in range(2)] for _ in range(9)]
        body += [[place(10 * group + at), *line] for at, line in enumerate(parts)]
        under = [sum(column) for column in zip(*parts, strict=True)]
        body.append(["Subtotal", *under])
        sums = [a + b for a, b in zip(sums, under, strict=True)]
    return table(["Place", "Visits", "Calls"], [*body, ["Grand total", *sums]])


def groups(size: int) -> str:
    """Return a table of groups: a row by its name, then what is of it."""
    rng = dice(size)
    body: list[Sequence[object]] = []
    for group in range(size // 6):
        parts = [rng.randint(100, 999) for _ in range(5)]
        body.append([f"**{place(group)}**", sum(parts)])
        body += [[f"of which {PLACES[k]}", n] for k, n in enumerate(parts)]
    return table(["Place", "Visits"], body)


def plain_table(size: int) -> str:
    """Return a table without any total."""
    rng = dice(size)
    body = ([place(at), *rng.choices(range(999), k=3)] for at in range(size))
    return table(["Site", "Visits", "Calls", "Staff"], body)


def wide(size: int) -> str:
    """Return a table of ten rows and as many columns as asked for cells, by ten."""
    return rows(10, columns=max(4, size // 10))


def shares(size: int) -> str:
    """Return a table with a column of shares of the total."""
    rng = dice(size)
    parts = [rng.randint(100, 999) for _ in range(size)]
    whole = sum(parts)
    body = [[place(at), n, f"{100 * n / whole:.3f}%"] for at, n in enumerate(parts)]
    return table(["Place", "Visits", "Share"], [*body, ["Total", whole, "100%"]])


def changes(size: int) -> str:
    """Return a table with two years, their difference and the change in per cent."""
    rng = dice(size)
    body = []
    for at in range(size):
        old, new = rng.randint(100, 999), rng.randint(100, 999)
        change = f"{100 * (new - old) / old:.1f}%"
        body.append([place(at), old, new, new - old, change])
    return table(["Place", "2022", "2023", "Difference", "Change"], body)


def balances(size: int) -> str:
    """Return a table of payments in and out with the balance after each."""
    rng = dice(size)
    body, stands = [], 100_000
    for at in range(size):
        paid, spent = rng.randint(100, 999), rng.randint(100, 999)
        stands += paid - spent
        body.append([place(at), paid, spent, stands])
    return table(["What", "In", "Out", "Balance"], body)


def ratios(size: int) -> str:
    """Return a table with an average: a total, a number, and their quotient."""
    rng = dice(size)
    body = []
    for at in range(size):
        cost, number = rng.randint(1_000, 9_999), rng.randint(10, 99)
        body.append([place(at), cost, number, f"{cost / number:.2f}"])
    return table(["Place", "Cost", "Visits", "Cost per visit"], body)
