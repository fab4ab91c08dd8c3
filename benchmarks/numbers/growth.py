"""Looks for texts that make the grammar slow: run lengths go in, growth comes out.

Runs of each kind of token, and random mixtures of them, are scanned at a length and at
twice that length. Python's calls are counted, which no other work on the machine
moves; what happens inside a pattern is not called, so processor time is shown too. A
text grows in line with its length where both are about 2.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from types import FrameType
from typing import Any

from crossfoot.amounts.cells import cell
from crossfoot.amounts.scan import scan, scanned

TOKENS = (
    *("1", "12 ", "1,234 ", "1,111", "0", ".5", "1.1.", "1-", "1/", "1–2 ", "1:"),
    *("£", "£1", "£1m ", "£5-", "€", "$1 ", "GBP ", "5% ", "5 per cent ", "bn ", "½"),
    *("one ", "one-", "twenty-", "a hundred and ", "two million ", "half ", "(1) "),
    *(
        "a ",
        "and ",
        "to ",
        "in ",
        "of ",
        "or more ",
        "one in ",
        "two-thirds-",
        "dozen ",
    ),
    *("over ", "more than ", "between ", "a further ", "no fewer than ", "c. ", "<"),
    *("March ", "2020 ", "2019/20 ", "1 May ", "10:30 ", "9am ", "Q1 ", "FY", "1990s "),
    *("Table ", "Table 3 ", "p. ", "section 2.1, ", "Chapters 5, ", "stage 2 ", "No. "),
    *("COVID-", "A-", "a-b-", "H4C", "ISO ", "v1.", "#", "@", "https://", "10.1234/"),
    *("^1", "[1]", "1)", "((", "§ ", "AB1 2CD ", "020 7946 ", "12 High Street ", "-"),
    *(" ", "\n", "\t", "\u00a0", "é", "e\u0301", "😀", "\u2009000", "word ", ",", "'"),
    *("+", "−", "a third ", "dozen ", "|", "JUnit ", "[2020] ", "(a)", "x10^"),
)


def texts(length: int, mixtures: int) -> Mapping[str, Callable[[int], str]]:
    """Return for each name what makes a text of a size, `length` or its double."""
    runs = {f"{token!r}": partial(run, token) for token in TOKENS}
    mixed = {f"mixture {n}": partial(mixture, n, length) for n in range(mixtures)}
    return {**runs, **mixed}


def run(token: str, size: int) -> str:
    """Return a token over and over."""
    return token * (size // len(token))


def mixture(seed: int, length: int, size: int) -> str:
    """Return a mixture of tokens, repeated up to a size so that 2n is n twice."""
    rng = random.Random(seed)
    few = rng.sample(TOKENS, rng.randint(2, 9))
    text = ""
    while len(text) < length:
        text += rng.choice(few)
    return (text * (size // length + 1))[:size]


def calls(text: str) -> int:
    """Count the calls of functions that reading a text takes."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        del frame, argument
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


def read(text: str) -> None:
    """Read a text as running text and as a cell."""
    scanned.cache_clear()
    scan(text)
    cell(text)


def seconds(text: str) -> float:
    """Return the least processor time of five readings."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Read the arguments, measure each text, and print the worst."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--length", type=int, default=4_000, help="characters")
    parser.add_argument("--mixtures", type=int, default=60)
    parser.add_argument("--worst", type=int, default=12, help="rows to print")
    given = parser.parse_args()
    rows = []
    for name, make in texts(given.length, given.mixtures).items():
        short, long = make(given.length), make(2 * given.length)
        took = seconds(short), seconds(long)
        work = calls(long) / max(1, calls(short))
        slow = 1e9 * took[1] / len(long)
        rows.append((work, took[1] / max(took[0], 1e-4), slow, name))
    print(f"{len(rows)} texts of {given.length:,} characters and of twice as many\n")
    print("| text | calls at 2n / n | time at 2n / n | ns a character |")
    print("|:--|--:|--:|--:|")
    for work, growth, slow, name in sorted(rows, reverse=True)[: given.worst]:
        print(f"| `{name}` | {work:.2f} | {growth:.2f} | {slow:,.0f} |")
    costly = max(rows, key=lambda row: row[2])
    steep = max(rows, key=lambda row: row[1])
    print(f"\nSteepest in time: {steep[1]:.2f}, `{steep[3]}`.")
    print(f"Most time a character: {costly[2]:,.0f} ns, `{costly[3]}`.")


if __name__ == "__main__":
    main()
