"""Measures the grammar of numbers: labelled sentences in, recall and precision out."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from labels import HALVES, KINDS, Label, Sentence, sentences

from crossfoot.amounts.model import Amount
from crossfoot.amounts.scan import scan

SET = Path(__file__).with_name("sentences.txt")
NEAR = Decimal("0.0001")
"""What a third written as 0.33333 may differ by, as a share of the value."""
ROWS = (
    *("recall", "precision"),
    *("found at all", "value right", "unit right", "comparator right", "text right"),
)


@dataclass(slots=True)
class Score:
    """Counts over some sentences."""

    sentences: int = 0
    labelled: int = 0
    """Quantities that a reader finds."""
    read: int = 0
    """Quantities that the grammar finds."""
    right: int = 0
    """With value, unit and comparator right."""
    parts: Counter[str] = field(default_factory=Counter)
    """Of the labelled ones: found at all, value right, …"""
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Labels of each kind and what they were read as; `` where nothing was."""
    misses: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    def add(self, one: Sentence) -> None:
        """Read a sentence and count what came out."""
        amounts = scan(one.text)
        pairs = list(_pairs(one.labels, amounts))
        self.sentences += 1
        right: set[Amount] = set()
        for label, amount in pairs:
            self.kinds[label.kind, amount.kind if amount else ""] += 1
            holds = label.kind == "quantity" and self._quantity(one, label, amount)
            if holds and amount:
                right.add(amount)
        for amount in amounts:
            if amount.kind == "quantity":
                self.read += 1
                if amount not in right:
                    self.false.append(f"{said(amount):40} {one.text}")

    def _quantity(self, one: Sentence, label: Label, amount: Amount | None) -> bool:
        """Count one labelled quantity; say whether all of it is right."""
        self.labelled += 1
        found = amount is not None and amount.kind == "quantity"
        results = dict.fromkeys(ROWS[2:], False)
        if amount is not None and found:
            results = {
                "found at all": True,
                "value right": _near(label.value, amount.value),
                "unit right": label.unit == amount.unit,
                "comparator right": label.comparator == amount.comparator,
                "text right": (label.start, label.end) == (amount.start, amount.end),
            }
        self.parts.update(name for name, holds in results.items() if holds)
        right = all(results[name] for name in ROWS[2:6])
        self.right += right
        if not right:
            wanted = f"{one.text[label.start : label.end]} = {label.value:f} "
            wanted += f"{label.unit} {label.comparator}".strip()
            got = said(amount) if amount else "nothing"
            self.misses.append(f"{wanted:40} {got:40} {one.text}")
        return right

    def shares(self) -> dict[str, float]:
        """Return the figures of `ROWS`, each a share of one."""
        out = {
            "recall": self.right / max(1, self.labelled),
            "precision": self.right / max(1, self.read),
        }
        return out | {
            name: self.parts[name] / max(1, self.labelled) for name in ROWS[2:]
        }


def _pairs(
    labels: Iterable[Label], amounts: Iterable[Amount]
) -> Iterator[tuple[Label, Amount | None]]:
    """Give each label the amount that overlaps it most; an amount serves once."""
    left = list(amounts)
    for label in labels:
        over = [one for one in left if one.start < label.end and label.start < one.end]
        best = max(over, key=lambda one: _overlap(label, one), default=None)
        # A reference that the grammar reads as one may be labelled as two.
        if best is not None and best.kind == "quantity":
            left.remove(best)
        yield label, best


def _overlap(label: Label, amount: Amount) -> int:
    return min(label.end, amount.end) - max(label.start, amount.start)


def _near(wanted: Decimal | None, got: Decimal | None) -> bool:
    if wanted is None or got is None:
        return False
    return abs(wanted - got) <= abs(wanted) * NEAR


def said(amount: Amount) -> str:
    """Return an amount in one line."""
    if amount.kind != "quantity":
        return f"{amount.text} = {amount.kind} {amount.rule}"
    value = f"{amount.value:f}"[:16]
    return f"{amount.text} = {value} {amount.unit} {amount.comparator}".strip()


def table(scores: dict[str, Score]) -> str:
    """Return the figures as a Markdown table, a column a score."""
    lines = ["| | " + " | ".join(scores) + " |", "|:--" + "|--:" * len(scores) + "|"]
    every = scores.values()
    counts = {
        "sentences": [one.sentences for one in every],
        "quantities": [one.labelled for one in every],
        "read as quantities": [one.read for one in every],
    }
    for name, numbers in counts.items():
        lines.append(f"| {name} | " + " | ".join(map(str, numbers)) + " |")
    for row in ROWS:
        cells = (f"{one.shares()[row]:.3f}" for one in every)
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def kinds(score: Score) -> str:
    """Return what each kind was read as, as a Markdown table."""
    columns = (*KINDS, "")
    lines = ["| labelled | " + " | ".join(KINDS) + " | nothing |"]
    lines.append("|:--" + "|--:" * len(columns) + "|")
    for kind in KINDS:
        cells = (str(score.kinds[kind, read]) for read in columns)
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments, measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, default=[SET])
    parser.add_argument("--half", choices=HALVES, help="only this half of the set")
    parser.add_argument("--genres", action="store_true", help="a column a genre")
    parser.add_argument("--list", action="store_true", help="misses and false ones")
    given = parser.parse_args()
    scores: dict[str, Score] = {}
    whole = Score()
    for path in given.files:
        for one in sentences(path):
            if given.half in {None, one.half}:
                column = one.genre if given.genres else one.half
                scores.setdefault(column, Score()).add(one)
                whole.add(one)
    print(table({**dict(sorted(scores.items())), "all": whole}))
    print("\nWhat each kind was read as:\n\n" + kinds(whole))
    if given.list:
        print("\nMissed:", *(whole.misses or ["none"]), sep="\n")
        print("\nFalse:", *(whole.false or ["none"]), sep="\n")


if __name__ == "__main__":
    main()
