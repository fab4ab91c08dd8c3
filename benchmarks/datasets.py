"""The report's numbers: a topic goes in, tables, quantities and bound text come out."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, NamedTuple

from prose import grammar
from topics import Topic

KINDS = ("rural", "urban", "coastal")
MILLION = 1_000_000
NUMERALS = ("nine", "ten", "eleven", "twelve", "thirteen", "fourteen")
"""Words for the counts of districts, from FEWEST on."""
FEWEST = 9
ROUTES = ("Telephone", "Desk", "Online")


class Return(NamedTuple):
    """What one district recorded; a line of the CSV table."""

    district: str
    kind: str
    spend: int
    """In pounds."""
    visits: int
    staff: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """A chapter's table of returns."""

    topic: Topic
    rows: tuple[Return, ...]

    @property
    def name(self) -> str:
        """The name of the CSV table, of its figure and of its quantities."""
        return self.topic.name

    @property
    def top(self) -> Return:
        """The district that spends most."""
        return max(self.rows, key=lambda row: row.spend)

    @property
    def spend(self) -> int:
        """Spending of all districts, in pounds."""
        return sum(row.spend for row in self.rows)

    @property
    def rural(self) -> int:
        """Spending of rural districts, in pounds."""
        return sum(row.spend for row in self.rows if row.kind == "rural")


def dataset(topic: Topic, rng: random.Random) -> Dataset:
    """Draw the returns of nine to fourteen districts; each kind comes up."""
    districts = sorted(rng.sample(grammar()["place"], rng.randint(FEWEST, 14)))
    kinds = [KINDS[at % len(KINDS)] for at in range(len(districts))]
    rng.shuffle(kinds)
    pairs = zip(districts, kinds, strict=True)
    return Dataset(topic, tuple(_return(name, kind, rng) for name, kind in pairs))


def _return(district: str, kind: str, rng: random.Random) -> Return:
    spend, visits = rng.randint(280_000, 2_400_000), rng.randint(2_100, 59_000)
    return Return(district, kind, spend, visits, rng.randint(6, 90))


def csv_text(data: Dataset) -> str:
    """Return the table as CSV; no cell needs a quote."""
    return _csv([Return._fields, *data.rows])


def _csv(rows: Iterable[Sequence[object]]) -> str:
    return "".join(",".join(map(str, row)) + "\n" for row in rows)


def resource(data: Dataset) -> dict[str, Any]:
    """Return the table's entry in `datapackage.json` (Frictionless Table Schema)."""
    least = {"required": True, "minimum": 0}
    fields: list[dict[str, Any]] = [
        {"name": "district", "type": "string", "constraints": {"required": True}},
        {"name": "kind", "type": "string", "constraints": {"enum": list(KINDS)}},
        {"name": "spend", "type": "integer", "unit": "GBP", "constraints": least},
        {"name": "visits", "type": "integer", "constraints": least},
        {"name": "staff", "type": "integer", "constraints": least},
    ]
    schema = {"fields": fields, "primaryKey": ["district"]}
    return {"name": data.name, "path": f"{data.name}.csv", "schema": schema}


def quantities(data: Dataset) -> str:
    """Return the table's named values, as lines of `quantities.yml`."""
    name, source = data.name, f"from: data/{data.name}.csv"
    rural = "where: {kind: rural}"
    return (
        f"{name}.areas: {{{source}, count: rows, unit: count}}\n"
        f"{name}.spend: {{{source}, sum: spend, unit: GBP}}\n"
        f"{name}.visits: {{{source}, sum: visits, unit: count}}\n"
        f"{name}.staff: {{{source}, sum: staff, unit: count}}\n"
        f"{name}.largest: {{{source}, max: spend, unit: GBP}}\n"
        f"{name}.rural: {{{source}, sum: spend, {rural}, unit: GBP}}\n"
        f'{name}.share: {{share: {name}.rural, of: {name}.spend, unit: "%"}}\n'
    )


def numbers(data: Dataset) -> dict[str, str]:
    """Return the bound numbers that the chapter's sentences have slots for."""
    name, visits = data.name, sum(row.visits for row in data.rows)
    areas = NUMERALS[len(data.rows) - FEWEST]
    share = Decimal(100 * data.rural) / data.spend
    return {
        "n_areas": f"[{areas}]{{value={name}.areas}}",
        "n_spend": f"[{_spend(data)}]{{value={name}.spend}}",
        "n_visits": f"[{visits:,}]{{value={name}.visits}}",
        "n_largest": f"`={name}.largest|£0.0m`",
        "n_top": data.top.district,
        "n_rural": f"[{_millions(data.rural)}]{{value={name}.rural}}",
        "n_share": f"[{_rounded(share, '1')}%]{{value={name}.share}}",
        "n_staff": f"[]{{value={name}.staff}}",
    }


def _spend(data: Dataset) -> str:
    """State the spending in one of three ways, if it is true, or else rounded."""
    whole, rest = divmod(data.spend, MILLION)
    way = data.topic.number % 3
    if way == 1 and rest:
        return f"over £{whole}m"
    if way == 2 and 10 * data.spend >= 9 * (whole + 1) * MILLION:
        return f"nearly £{whole + 1}m"
    return _millions(data.spend)


def _millions(pounds: int) -> str:
    return f"£{_rounded(Decimal(pounds) / MILLION, '0.1')}m"


def _rounded(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), ROUND_HALF_EVEN)


def contacts(data: Dataset, rng: random.Random) -> str:
    """Return a pipe table of contacts by district and route; it foots both ways."""
    names = sorted(rng.sample([row.district for row in data.rows], 6))
    counts = [[rng.randint(120, 9_800) for _ in ROUTES] for _ in names]
    rows = [[name, *row] for name, row in zip(names, counts, strict=True)]
    rows.append(["Total", *(sum(column) for column in zip(*counts, strict=True))])
    head = "| District | " + " | ".join(ROUTES) + " | All routes |\n"
    rule = "|:--|" + "--:|" * (len(ROUTES) + 1) + "\n"
    return head + rule + "".join(_pipe_row(str(row[0]), row[1:]) for row in rows)


def _pipe_row(name: str, counts: Sequence[Any]) -> str:
    cells = (f"{count:,}" for count in [*counts, sum(counts)])
    return f"| {name} | " + " | ".join(cells) + " |\n"
