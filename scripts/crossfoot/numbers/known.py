"""What a chapter's numbers are checked against: quantities, tables, house style."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from crossfoot.amounts.agree import TOLERANCE, Tolerance, Verdict, agreement
from crossfoot.amounts.model import SECONDS, Amount
from crossfoot.amounts.parts import shown
from crossfoot.amounts.show import STYLE, Style, house
from crossfoot.findings import Finding, Related, several
from crossfoot.places import Place

PAGES = "report.pages"
"""The number of pages of the PDF, which only typesetting tells."""
OVER = ("over", "at_least")
UNDER = ("under", "at_most")
SPELT = {"h": "h min", "min": "h min", "s": "h min s"}
"""How the value of a quantity in a unit of time is told."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A named value of `build/quantities.json`."""

    key: str
    value: Decimal
    unit: str
    bound: str
    """`at_least`, `at_most`, or "" for an exact value."""
    entry: Mapping[str, Any]

    @property
    def source(self) -> dict[str, Any]:
        """The file, its hash and the rows that made the value."""
        source = self.entry.get("source") or {}
        return {name: source.get(name) for name in ("file", "sha256", "rows")}

    def shown(self) -> str:
        """Return the value in house style, with its bound."""
        said = house(self.value, self.unit, Style(0))
        if self.unit in SECONDS and self.value >= 0:
            said = shown(self.value, self.unit, SPELT[self.unit])
        return f"{self.bound_word} {said}" if self.bound else said

    @property
    def doubt(self) -> Place | None:
        """Where a table that it was made of has an error."""
        return place_of(self.entry.get("doubt"))

    @property
    def bound_word(self) -> str:
        """How a published bound is said in text."""
        return {"at_least": "over", "at_most": "up to"}.get(self.bound, "")

    @property
    def comparators(self) -> tuple[str, ...]:
        """The comparators that state the published bound."""
        return {"at_least": OVER, "at_most": UNDER}.get(self.bound, ())

    def verdict(
        self, amount: Amount, value: Decimal, tolerance: Tolerance = TOLERANCE
    ) -> Verdict:
        """Say whether a number in this unit agrees with `value`, bound included."""
        if not self.bound:
            return agreement(amount, value, tolerance)
        if amount.comparator not in self.comparators:
            return "no"
        same = agreement(replace(amount, comparator=""), value)
        return "yes" if same == "yes" else "no"

    def notes(self) -> tuple[Related, ...]:
        """Return where the value comes from: its cells, or its definition."""
        counted = place_of(self.entry.get("counted"))
        if counted:
            return (Related("what is counted starts here", counted),)
        cells = self.entry.get("cells") or []
        if not cells:
            place = place_of(self.entry.get("place"))
            return (Related("the value is defined here", place),) if place else ()
        first, last = place_of(cells[0]), place_of(cells[-1])
        if not first or not last:
            return ()
        if len(cells) == 1:
            return (Related("the value comes from here", first),)
        across = Place(
            first.file, first.line, first.column, last.end_line, last.end_column
        )
        if last.file != first.file or last < first:
            across = first
        # Of very many cells the first alone are listed.
        more = int(self.entry.get("count") or 0)
        made = several(len(cells), "cell")
        if more > len(cells):
            made = f"{more:,} rows; the first stand here"
        return (Related(f"the value comes from {made}", across),)


def place_of(entry: Mapping[str, Any] | None) -> Place | None:
    """Return the place that an entry of `quantities.json` names, or None."""
    if not entry or not entry.get("file"):
        return None
    names = ("line", "column", "end_line", "end_column")
    return Place(entry["file"], *(int(entry.get(name) or 1) for name in names))


class Fact(NamedTuple):
    """A value that the data hold."""

    key: str
    value: str
    """A decimal number."""
    unit: str
    """Empty for the sum of a column that names none: a count, or money."""
    words: Sequence[str]
    """Stems of what it is called."""
    needed: Sequence[str]
    """Stems that a sentence about it has to hold."""
    said: str
    """What it is, in words."""
    lines: Sequence[str] = ()
    """Entries of `quantities.yml` that define it; none for a quantity."""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """All that a chapter is checked against."""

    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """CSV tables by file."""
    files: frozenset[str] = frozenset()
    """Every CSV file there is, readable or not."""
    prefix: str = ""
    """What paths of sources start with."""
    style: Style = STYLE
    tolerance: Tolerance = TOLERANCE
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Rules of `checks.yml` for tables, by table name or identifier."""
    failed: frozenset[str] = frozenset()
    """Keys whose value could not be computed, which the data stage reports."""
    carried: Mapping[str, set[str]] = field(default_factory=dict)
    """Numbers that chapters, sections, figures and tables have, by kind."""
    loose: int = 0
    """At most so many tables and figures stand in the report without a number."""
    contradictions: Sequence[Sequence[Sequence[Place]]] = ()
    """Both sides of each contradiction that is told already."""
    csv_findings: Sequence[Finding] | None = None
    """What is wrong with the totals in CSV tables; None where nobody looked yet."""
    facts: Sequence[Fact] = ()
    """What unbound numbers may mean; only checks of the whole report look at it."""

    def is_rise(self, quantity: Quantity) -> bool:
        """Say whether a quantity is a rise in per cent of something above nought."""
        if not quantity.entry.get("change") or quantity.value <= 0:
            return False
        base = self.quantities.get((quantity.entry.get("uses") or ("",))[-1])
        return base is not None and base.value > 0


def quantities_of(product: Mapping[str, Any]) -> dict[str, Quantity]:
    """Return the quantities of `build/quantities.json` by key."""
    return {
        entry["key"]: Quantity(
            entry["key"],
            Decimal(entry["value"]),
            entry.get("unit") or "count",
            entry.get("bound") or "",
            entry,
        )
        for entry in product.get("quantities", [])
    }


def known_of(
    product: Mapping[str, Any],
    setting: Callable[[str], Any],
    files: Iterable[str],
    prefix: str,
    rules: Mapping[str, Mapping[str, Any]] | None = None,
) -> Known:
    """Return what chapters are checked against; `setting` reads `numbers:`."""
    words = setting("words_to")
    return Known(
        quantities=quantities_of(product),
        tables={table["file"]: table for table in product.get("tables", [])},
        files=frozenset(files),
        prefix=prefix,
        style=Style(words if isinstance(words, int) else STYLE.words_to),
        tolerance=Tolerance(
            about=_share(setting("about"), TOLERANCE.about),
            nearly=_share(setting("nearly"), TOLERANCE.nearly),
            over=_share(setting("over"), TOLERANCE.over),
        ),
        rules=rules or {},
        failed=frozenset(one["key"] for one in product.get("failed", [])),
    )


def _share(value: Any, default: Decimal) -> Decimal:
    """Return a setting such as `5%` as a share; never wider than the default."""
    try:
        share = Decimal(str(value).removesuffix("%")).scaleb(-2)
    except InvalidOperation:
        return default
    return min(share, default) if share > 0 else default
