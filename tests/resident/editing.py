"""Edits a report at random, for the tests and the benchmark: a folder in, changes out.

Every edit is one that an author makes: words, numbers, headings, notes, references,
whole chapters, cells of a table, settings, a recipe. The same seed gives the same edits.
"""

import random
from collections.abc import Callable
from pathlib import Path

WORDS = (
    "river",
    "bridge",
    "ledger",
    "harvest",
    "signal",
    "garden",
    "£2m",
    "Ms",
    "WMCA",
)
"""What a word is changed into."""

CHAPTERS = {
    "sources/01-summary.md": """# Summary {#sec-summary}

The council asked for [£203m]{value=asks.total} in 2024, as @sec-detail says, and
spent 12% of it on roads[^a]. It kept every promise in @fig-asks and @tbl-asks.

[^a]: The first note, which cites @smith2020 and counts 4 bridges.

## What was asked {#sec-asked}

![Asks by programme](figures/asks.svg){#fig-asks}

The river was crossed by seven bridges, of which two were new in the spring of the
year. See [the detail](02-detail.md#sec-detail) and [@smith2020, p. 3].
""",
    "sources/02-detail.md": """# Detail {#sec-detail}

A table shows all of it, and `=asks.total|£m` is the sum.

![Asks](data/asks.csv){#tbl-asks total=amount}

| Place | People |
|:--|--:|
| North | 1,200 |
| South | 800 |
| Total | 2,000 |

: People by place {#tbl-people}

Lists follow:

- one thing, with a note[^a]
- another thing of @sec-asked

[^a]: A second note.

## Costs

Costs rose by 3% in the north and by 2.5% in the south; $x^2 + y$ is no cost.
""",
    "sources/03-end.md": """---
title: The end
---

Words without a heading of their own come at the end, with @nobody and @fig-asks.

## Last words

They were said twice. They were said by [Ms Jones](https://example.org/jones) in the
long hall, where 40 people heard them, and were printed on page 7 of the minutes.
""",
}
REST = {
    "sources/report.yml": "title: Asks\ndate: 2024-05-01\nauthors:\n  - name: A. Writer\n",
    "sources/references.bib": (
        "@book{smith2020,\n  author = {Smith, Ann},\n  title = {On rivers},\n"
        "  year = {2020},\n  publisher = {Press}\n}\n"
    ),
    "sources/quantities.yml": (
        "quantities:\n  asks.total:\n    sum: amount\n    table: asks\n    unit: GBP\n"
    ),
    "sources/data/asks.csv": "name,amount\nroads,100000000\nparks,103000000\n",
    "figures/asks.py": '''"""Draws asks."""

from crossfoot.chart import bars


def draw(tables, quantities):
    return bars(tables["asks"], "name", "amount")


def alt(tables, quantities):
    return "Two bars"
''',
}


class Editor:
    """Edits one report."""

    def __init__(self, root: Path, seed: int) -> None:
        """Start with a report's folder."""
        self.root = root
        self.random = random.Random(seed)  # noqa: S311 - edits are no secret
        self.number = 0

    def edit(self) -> str:
        """Make one change; return what it was."""
        self.number += 1
        kind = self.random.choice(EDITS)
        kind(self)
        return kind.__name__

    def chapter(self) -> Path:
        """Return any chapter."""
        return self.random.choice(sorted((self.root / "sources").glob("*.md")))

    def replace(self, path: Path, change: Callable[[str], str]) -> None:
        """Write a file anew."""
        path.write_text(change(path.read_text("utf-8")), encoding="utf-8")

    def insert(self, path: Path, text: str) -> None:
        """Put a block between two blocks of a chapter."""
        blocks = path.read_text("utf-8").split("\n\n")
        blocks.insert(self.random.randint(1, len(blocks)), text)
        path.write_text("\n\n".join(blocks), encoding="utf-8")


def word(one: Editor) -> None:
    """Change a word."""

    def change(text: str) -> str:
        words = text.split(" ")
        plain = [at for at, it in enumerate(words) if it.isalpha() and it.islower()]
        if plain:
            words[one.random.choice(plain)] = one.random.choice(WORDS)
        return " ".join(words)

    one.replace(one.chapter(), change)


def figure(one: Editor) -> None:
    """Change a digit, be it of a number, a name or a reference."""

    def change(text: str) -> str:
        found = [at for at, sign in enumerate(text) if sign.isdigit()]
        at = one.random.choice(found) if found else 0
        new = str(one.random.randint(1, 9))
        return text[:at] + new + text[at + 1 :] if found else text

    one.replace(one.chapter(), change)


def heading(one: Editor) -> None:
    """Add a heading with a paragraph that refers to another chapter."""
    ident = f" {{#sec-new{one.number}}}" if one.random.random() < 0.5 else ""
    one.insert(one.chapter(), f"## New part {one.number}{ident}\n\nSee @sec-asked.")


def title(one: Editor) -> None:
    """Change the first heading of a chapter."""
    one.replace(one.chapter(), lambda text: text.replace("# ", f"# N{one.number} ", 1))


def note(one: Editor) -> None:
    """Add a paragraph with a note."""
    key = f"n{one.number}"
    one.insert(one.chapter(), f"Noted[^{key}] here.\n\n[^{key}]: Note {one.number}.")


def cited(one: Editor) -> None:
    """Add a citation, or a reference."""
    key = one.random.choice(("smith2020", "fig-asks", "tbl-people", "sec-gone"))
    one.insert(one.chapter(), f"As @{key} said, and [@smith2020, p. {one.number}].")


def added(one: Editor) -> None:
    """Add a chapter."""
    path = one.root / "sources" / f"{one.random.randint(10, 99)}-more.md"
    path.write_text(f"# More {one.number}\n\nMore of @sec-detail.\n", encoding="utf-8")


def deleted(one: Editor) -> None:
    """Delete a chapter, or give it another name."""
    found = sorted((one.root / "sources").glob("*.md"))
    path = one.random.choice(found)
    if one.random.random() < 0.5:
        path.rename(path.with_name(f"{path.stem}x.md"))
    elif len(found) > 2:
        path.unlink()


def copied(one: Editor) -> None:
    """Say a paragraph of one chapter again in another, which cuts it there."""
    blocks = one.chapter().read_text("utf-8").split("\n\n")
    one.insert(one.chapter(), max(blocks, key=len))


def cell(one: Editor) -> None:
    """Change a cell of the table."""
    path = one.root / "sources/data/asks.csv"
    number = one.random.randint(1, 9)
    one.replace(path, lambda text: text.replace("000000", f"00000{number}", 1))


def settings(one: Editor) -> None:
    """Change what `report.yml` says."""
    line = one.random.choice(
        ("abbreviations:\n  WMCA: West Midlands Combined Authority\n", "parts: []\n")
    )
    path = one.root / "sources/report.yml"
    one.replace(
        path,
        lambda text: text.replace(line, "") if line in text else text + line,
    )


def included(one: Editor) -> None:
    """Show a passage again, mark a word for the index, or a term."""
    text = one.random.choice(
        (
            '::: {.include from="01-summary.md#sec-asked"}\n:::',
            "An [entry]{.index} and a [river]{.term}.",
            "::: {.glossary}\nRiver\n: Water that runs.\n:::",
            "`<b>`{=html}Bold`</b>`{=html} words, <i>raw</i> ones.",
        )
    )
    one.insert(one.chapter(), text)


def broken(one: Editor) -> None:
    """Leave something half-written."""
    text = one.random.choice(
        ("$\\frac{1$", "[half](", "![gone](images/gone.png)", "---\na: [\n---", "☃ 漢")
    )
    one.insert(one.chapter(), text)


EDITS: tuple[Callable[[Editor], None], ...] = (
    *(word, word, word, word, figure, figure, heading, title, note, cited),
    *(added, deleted, copied, cell, settings, included, broken),
)
