"""The ledger: one entry a number, and how many of them rest on something.

Entries go in; the JSON of `build/numbers.json` and the coverage come out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from operator import itemgetter
from typing import Any, Literal, get_args

from crossfoot.amounts.model import Amount
from crossfoot.amounts.show import plain
from crossfoot.places import Place, Span

State = Literal[
    "inserted", "checked", "footed", "waived", "ignored", "unbound", "failed"
]
STATES: tuple[State, ...] = get_args(State)
BACKED = ("inserted", "checked", "footed", "waived")
COUNTED = (*BACKED, "unbound", "failed")


@dataclass(slots=True)
class Entry:
    """One number and what it rests on; a table that foots may change its state."""

    place: Place
    span: Span | None
    """In the chapter's text; None in a table's file or a chart."""
    text: str
    """Exactly the slice of the file (of the drawn text, in a chart)."""
    amount: Amount
    where: str
    """`text`, `heading`, `caption`, `cell`, `note`, `alt` or `chart`."""
    state: State
    quantity: str = ""
    expected: str = ""
    source: dict[str, Any] | None = None
    rule: str = ""
    shown: str = ""
    context: str = ""
    """The words around it, which tell it from others when lines move."""
    exhibit: str = ""
    """Identifier of the table or figure that it stands in."""
    formula: str = ""
    """How its value came about, when no quantity says so."""
    at: Span = (0, 0)
    """In the text of its passage."""

    def as_dict(self) -> dict[str, Any]:
        """Return the entry as the JSON of the contract."""
        amount = self.amount
        return {
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "end_line": self.place.end_line,
            "end_column": self.place.end_column,
            "span": list(self.span) if self.span else None,
            "text": self.text,
            "shown": self.shown or self.text,
            "kind": amount.kind,
            "value": number(amount.value),
            "unit": amount.unit,
            "scale": number(amount.scale),
            "comparator": amount.comparator,
            "state": self.state,
            "quantity": self.quantity,
            "expected": self.expected,
            "source": self.source,
            "rule": self.rule,
            "where": self.where,
            "context": self.context,
            "exhibit": self.exhibit,
            "formula": self.formula,
            "reason": "",
        }


def number(value: Decimal | None) -> str:
    """Return a value as a plain decimal string, or "" for none."""
    return "" if value is None else f"{plain(value):f}"


Seen = tuple[str, str, str]
"""The state, kind and rule of an entry."""
SEEN = itemgetter("file", "state", "kind", "rule")


def coverage(numbers: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return how many quantities there are, by state, in all and by chapter.

    What is left out is counted by the rule that left it out.
    """
    by_file: dict[str, Counter[Seen]] = {}
    # All that follows looks at the few kinds of entries, and not at each of them.
    for (file, *seen), count in Counter(map(SEEN, numbers)).items():
        state, kind, rule = seen
        by_file.setdefault(file, Counter())[state, kind, rule] = count
    chapters = {file: _counts(by_file[file]) for file in sorted(by_file)}
    every: Counter[Seen] = Counter()
    for one in by_file.values():
        every.update(one)
    return {**_counts(every), "by_chapter": chapters}


def tally(entries: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the counts of one file, and the share that is backed.

    `share` leaves nothing out but what is ignored; `verified` leaves waivers out.
    Both are rounded down, so that only a full ledger says 1.00.
    """
    return _counts(Counter(SEEN(one)[1:] for one in entries))


def _counts(every: Mapping[Seen, int]) -> dict[str, Any]:
    states = dict.fromkeys(COUNTED, 0)
    rules: Counter[str] = Counter()
    for (state, kind, rule), count in every.items():
        if kind == "quantity" and state in states:
            states[state] += count
        if state == "ignored":
            rules[rule] += count
    whole, backed = sum(states.values()), sum(states[state] for state in BACKED)
    return {
        "quantities": whole,
        **states,
        "ignored": {rule: rules[rule] for rule in sorted(rules)},
        "share": share(backed, whole),
        "verified": share(backed - states["waived"], whole),
    }


def share(part: int, whole: int) -> str:
    """Return part of whole with two places, rounded down; nothing of nothing is 1."""
    if not whole:
        return "1.00"
    return str((Decimal(part) / whole).quantize(Decimal("0.01"), ROUND_FLOOR))
