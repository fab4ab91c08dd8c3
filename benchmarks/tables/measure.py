"""Measures the check of totals: tables in; false alarms and slips found, out.

    python benchmarks/tables/measure.py [FOLDER] [--each N] [--list] [--json FILE]

Without a folder, a generated corpus of true tables is measured (see `corpus.py`).
"""

import argparse
import csv
import io
import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import corpus
from slips import KINDS, Slip, slips

from crossfoot.chapters import chapter_of
from crossfoot.engines import pandoc
from crossfoot.findings import Finding
from crossfoot.numbers import Known
from crossfoot.numbers.passages import walked
from crossfoot.numbers.tables.declared import Missing
from crossfoot.numbers.tables.declared import totals as totals_of
from crossfoot.numbers.tables.footing import Footing, footing
from crossfoot.numbers.tables.lines import columns_of, rows_of
from crossfoot.numbers.tables.sheets import Field, Sheet, of_grid, of_text, shared
from crossfoot.numbers.tables.summable import summable
from crossfoot.numbers.tables.sums import Sum
from crossfoot.numbers.tables.tidied import tidied
from crossfoot.places import Place
from crossfoot.read import closed, opened

MARKDOWN = frozenset({".md", ".markdown", ".qmd", ".rmd"})
LARGEST = 400_000
"""Bytes of a file that is still read."""


@dataclass
class Score:
    """What was counted."""

    tables: int = 0
    """Tables that hold numbers."""
    totalled: int = 0
    """Those with a row or column that is called a total."""
    footed: int = 0
    """Those with a total that adds up."""
    flagged: list[tuple[str, str]] = field(default_factory=list)
    """Place and message of each error and warning on a table as it is."""
    red: int = 0
    """Tables with an error or a warning."""
    slips: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    strict: Counter[str] = field(default_factory=Counter)
    """Slips in numbers of declared totals, those within rounding left out."""
    strictly: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str, str]] = field(default_factory=list)


def sheets(path: Path) -> Iterator[Sheet]:
    """Yield the tables of a Markdown or CSV file."""
    data = path.read_bytes()
    if len(data) > LARGEST:
        return
    if path.suffix.lower() == ".csv":
        yield _csv(path, data)
        return
    one = opened(path.as_posix(), data)
    made = pandoc.markdown(one.front.markdown)
    if made.value is None:
        return
    read, _ = closed(one, made.value, list(made.warnings), made.error)
    chapter = chapter_of(read.as_dict())
    for grid in walked(chapter).grids:
        yield of_grid(chapter, grid, Known({}))


def _csv(path: Path, data: bytes) -> Sheet:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8", "replace"), newline="")))
    head, *body = rows or [[]]
    name = path.as_posix()
    cells = tuple(
        tuple(
            Field(
                text.strip(),
                shared(of_text(text), head[k] if k < len(head) else ""),
                Place(name, at, k + 1, at, k + 2),
            )
            for k, text in enumerate(row)
        )
        for at, row in enumerate(body, 2)
    )
    return Sheet(path.stem, Place(name), tuple(head), tuple(head), cells, {})


def alarms(result: Footing) -> list[Finding]:
    """Return the errors and warnings; notes alarm nobody."""
    return [one for one in result.findings if one.level != "note"]


def measure(paths: Sequence[Path], each: int, seed: int) -> Score:
    """Count false alarms on tables as they are, and slips found in them."""
    score = Score()
    chance = random.Random(seed)
    for path in paths:
        for sheet in sheets(path):
            _one(score, sheet, chance, each)
    return score


def _one(score: Score, sheet: Sheet, chance: random.Random, each: int) -> None:
    cells = [one for row in sheet.rows for one in row if one]
    if not any(one.cell.kind == "number" for one in cells):
        return
    lines = (*rows_of(sheet).lines, *columns_of(sheet).lines)
    result = footing(sheet)
    told = alarms(result)
    score.tables += 1
    score.totalled += any(line.kind == "total" for line in lines)
    score.footed += bool(result.totals)
    score.red += bool(told)
    score.flagged += [(_where(one.place), one.message) for one in told]
    if result.totals and not told:
        strict = _declared(sheet)
        for slip in slips(sheet, result, chance, each):
            _slip(score, sheet, slip, strict)


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _declared(sheet: Sheet) -> tuple[Sheet, set[Place]] | None:
    """Return the sheet with its footing columns declared, if it foots so.

    With it the cells of what that declares: totals, and their parts.
    """
    rows = rows_of(sheet)
    names = [name for name in rows.headings if name]
    if len(set(names)) < len(names) or not rows.headings:
        return None
    declared = replace(sheet, attributes={"foot": "cols"})
    alone = footing(replace(declared, skip=True))
    return None if alarms(footing(declared)) else (declared, alone.footed)


Strict = tuple[Sheet, set[Place]] | None


def _slip(score: Score, sheet: Sheet, slip: Slip, strict: Strict) -> None:
    score.slips[slip.kind] += 1
    if alarms(footing(slip.sheet)):
        score.found[slip.kind] += 1
    else:
        score.missed.append((_where(sheet.place), slip.kind, slip.what))
    if strict is None or not slip.places & strict[1] or _is_within(slip, strict[0]):
        return
    score.strict[slip.kind] += 1
    told = footing(replace(slip.sheet, attributes=strict[0].attributes)).findings
    if any(_is_strict(one) for one in told):
        score.strictly[slip.kind] += 1
    else:
        score.missed.append((_where(sheet.place), "declared", slip.what))


def _is_strict(one: Finding) -> bool:
    """Say whether a finding is an error of the check of what is declared.

    A declared total that is entered twice leaves every sum right: TAB10 tells it.
    """
    return one.code == "TAB01" or (one.code == "TAB10" and one.level == "error")


def _is_within(slip: Slip, declared: Sheet) -> bool:
    """Say whether every total still foots by rounding or is not known any more.

    A changed number is in one column; what the others come to says nothing of it.
    `declared`: the sheet before the slip.
    """
    tidy = tidied(slip.sheet)
    rows, columns = rows_of(tidy), summable(tidy)
    totals = [k for k, line in enumerate(rows.lines) if line.kind == "total"]
    if not totals or _is_rounding(slip, declared):
        return True
    if slip.column not in {-1, *columns}:
        return False
    last = totals[-1]
    parts = tuple(k for k in range(last) if rows.lines[k].kind in {"part", "weak"})
    one = Sum(rows, last, parts, strict=True)
    return all(
        abs(one.said(at) - one.real(at)) <= one.reach(at)
        or any(cell is None or cell.cell.kind != "number" for cell in one.cells(at))
        for at, column in enumerate(columns)
        if slip.column in {column, -1}
    )


def _is_rounding(slip: Slip, declared: Sheet) -> bool:
    """Say whether rounding explains a changed number in each total that it is in."""
    if slip.column < 0:
        return False
    made = [one for one in totals_of(declared) if not isinstance(one, Missing)]
    held = [
        (one.total, *one.parts)
        for one in made
        if slip.places & {cell.place for cell in (one.total, *one.parts)}
    ]
    return bool(held) and all(slip.change <= _rounding(cells) for cells in held)


def _rounding(cells: Sequence[Field]) -> Decimal:
    """Return how far a total may be from its parts as printed; nothing if exact."""
    amounts = [one.cell.amount for one in cells if one.cell.amount]
    steps = [one.step for one in amounts]
    money = all(one.unit.isupper() for one in amounts)
    exact = {Decimal(1)} if not money else {Decimal(1), Decimal("0.01")}
    if len(cells) < 3 or (set(steps) <= exact and len(set(steps)) == 1):
        return Decimal(0)
    return sum(steps, Decimal(0)) / 2


def table(score: Score) -> str:
    """Return the figures as Markdown."""
    head = (
        f"{score.tables} tables with numbers, {score.totalled} with a total, "
        f"{score.footed} whose totals add up, {score.red} flagged."
    )
    lines = [
        head,
        "",
        "| slip | made | found | share | declared | found | share |",
        "|:--|--:|--:|--:|--:|--:|--:|",
    ]
    for kind in (*KINDS, "all"):
        counts = [
            sum(one.values()) if kind == "all" else one[kind]
            for one in (score.slips, score.found, score.strict, score.strictly)
        ]
        made, found, strict, strictly = counts
        lines.append(
            f"| {kind} | {made} | {found} | {_share(found, made)}"
            f" | {strict} | {strictly} | {_share(strictly, strict)} |"
        )
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def as_json(score: Score) -> dict[str, Any]:
    """Return all that was counted."""
    return {
        "tables": score.tables,
        "totalled": score.totalled,
        "footed": score.footed,
        "red": score.red,
        "flagged": score.flagged,
        "slips": dict(score.slips),
        "found": dict(score.found),
        "strict": dict(score.strict),
        "strictly": dict(score.strictly),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="Markdown and CSV files")
    parser.add_argument("--each", type=int, default=3, help="slips of a kind a table")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tables", type=int, default=200, help="tables to generate")
    parser.add_argument("--list", action="store_true", help="print alarms and misses")
    parser.add_argument("--json", type=Path, help="file for the figures")
    given = parser.parse_args(arguments)
    score = run(given)
    print(table(score))
    if given.list:
        print(*(f"told {where}: {text}" for where, text in score.flagged), sep="\n")
        print(*(f"missed {' | '.join(one)}" for one in score.missed), sep="\n")
    if given.json:
        text = json.dumps(as_json(score), indent=1, sort_keys=True)
        given.json.write_text(text + "\n", "utf-8")


def run(given: argparse.Namespace) -> Score:
    """Measure the folder that is given, else a generated one."""
    if given.folder:
        found = sorted(path for path in given.folder.rglob("*") if path.is_file())
        wanted = MARKDOWN | {".csv"}
        paths = [path for path in found if path.suffix.lower() in wanted]
        return measure(paths, given.each, given.seed)
    with tempfile.TemporaryDirectory(prefix="tables-") as folder:
        corpus.write(given.tables, given.seed, Path(folder))
        return measure(sorted(Path(folder).iterdir()), given.each, given.seed)


if __name__ == "__main__":
    main()
