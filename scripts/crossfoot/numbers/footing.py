"""Footing: sheets in; findings, and the cells that are footed or wrong, out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from crossfoot.amounts.like import like
from crossfoot.findings import Finding, Fix, Related, listed, nearest, several
from crossfoot.numbers.lines import Sides, columns_of, rows_of
from crossfoot.numbers.sheets import Field, Sheet, places
from crossfoot.numbers.sums import Sum, Verdict
from crossfoot.numbers.totals import judged
from crossfoot.places import Place


@dataclass(slots=True)
class Footing:
    """What a sheet's totals came to."""

    footed: set[Place] = field(default_factory=set)
    """Cells of totals that foot, their parts included."""
    totals: set[Place] = field(default_factory=set)
    """Cells of totals that foot, without their parts."""
    unknown: list[tuple[str, Field]] = field(default_factory=list)
    """Labels and cells of totals that nothing explains."""
    failed: dict[Place, str] = field(default_factory=dict)
    """Cells of totals that do not, and what to write there."""
    findings: list[Finding] = field(default_factory=list)


def footing(sheet: Sheet) -> Footing:
    """Check a sheet's totals: strictly where declared, by inference elsewhere."""
    out = Footing()
    declared = set()
    for verdict in _declared(sheet, out):
        declared.add(verdict.total.place)
        _note(out, sheet, verdict, "TAB01")
    if not sheet.skip:
        found = judged(sheet)
        out.unknown = found.unknown
        for verdict in found.verdicts:
            if verdict.total.place not in declared:
                _note(out, sheet, verdict, "TAB02")
    out.footed -= set(out.failed)
    return out


def _note(out: Footing, sheet: Sheet, verdict: Verdict, code: str) -> None:
    """Add one verdict to what is known; a second one on a cell adds no finding."""
    if verdict.foots:
        out.footed |= {one.place for one in (verdict.total, *verdict.parts)}
        out.totals.add(verdict.total.place)
    elif verdict.total.place not in out.failed:
        expected = written(verdict)
        out.failed[verdict.total.place] = expected
        out.findings.append(finding(sheet, verdict, code, expected))


def written(verdict: Verdict) -> str:
    """Return the sum as the total is written."""
    amount = verdict.total.cell.amount
    if amount is None:
        return ""
    return verdict.total.text.replace(amount.text, like(amount, verdict.sum), 1)


def finding(sheet: Sheet, verdict: Verdict, code: str, expected: str) -> Finding:
    """Return the finding on a total that does not foot."""
    found, label = verdict.total.text, verdict.label or "Total"
    parts = several(len(verdict.parts), "part")
    where = places(verdict.parts)
    wrong = code == "TAB02" and verdict.sure
    return Finding(
        code,
        f"{label} says “{found}”; its {parts} add up to {expected}",
        verdict.total.place,
        notes=(Related(f"the {parts} stand here", where),) if where else (),
        help=f"Write {expected}, or correct a part",
        found=found,
        expected=expected,
        fix=Fix(expected),
        severity="error" if wrong else None,
        anchor=f"{sheet.name} {label} {verdict.heading} {found}",
    )


def _declared(sheet: Sheet, out: Footing) -> Iterable[Verdict]:
    """Yield the verdicts on totals that an attribute or `checks.yml` declares."""
    names = sheet.attributes.get("total", "").split()
    foot = sheet.attributes.get("foot", "").split()
    rows = rows_of(sheet)
    if names:
        wanted = [at for name in names if (at := _column(sheet, name, rows, out)) >= 0]
        yield from _strict(rows, _last_total(rows), wanted)
    if "cols" in foot:
        yield from _strict(rows, _last_total(rows), range(len(rows.headings)))
    if "rows" in foot:
        columns = columns_of(sheet)
        line = _last_total(columns)
        yield from _strict(columns, line, range(len(columns.headings)))


def _last_total(sides: Sides) -> int:
    """Return the last line that is labelled a total, else the last one."""
    kinds = [line.kind for line in sides.lines]
    return max(
        (k for k, kind in enumerate(kinds) if kind == "total"), default=len(kinds) - 1
    )


def _strict(sides: Sides, index: int, wanted: Iterable[int]) -> Iterable[Verdict]:
    """Yield a verdict for each wanted cell of a total line, its parts being all."""
    above = enumerate(sides.lines[: max(index, 0)])
    parts = tuple(k for k, line in above if line.kind in {"part", "weak"})
    one = Sum(sides, index, parts, strict=True)
    for at in wanted if parts else ():
        total = one.total(at)
        unknown = any(part and part.cell.kind == "unknown" for part in one.cells(at))
        if total is None or total.cell.kind != "number" or unknown:
            continue
        close = abs(one.said(at) - one.real(at)) <= one.reach(at)
        yield one.verdict(at, foots=close)


def _column(sheet: Sheet, name: str, rows: Sides, out: Footing) -> int:
    """Return the place of a named column among those that can be summed, or -1."""
    wanted = slug(name)
    named = zip_longest(sheet.headings, sheet.names, fillvalue="")
    matches = (k for k, both in enumerate(named) if wanted in map(slug, both))
    index = next(matches, -1)
    heading = sheet.headings[index] if index >= 0 else ""
    if heading in rows.headings:
        return rows.headings.index(heading)
    out.findings.append(
        no_column(name, sheet.named(name), sheet.names, exists=index >= 0)
    )
    return -1


def slug(name: str) -> str:
    """Return a heading as `total=` may write it: lower case, words by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def no_column(name: str, place: Place, names: Iterable[str], exists: bool) -> Finding:
    """Return the finding on `total=` of a column that is missing or has no numbers."""
    names = [one for one in names if one]
    what = "holds no numbers to add up" if exists else "is not in the table"
    near = nearest(name, names)
    way = (
        f"Write {near}" if near and not exists else f"Name one of {listed(names, 'or')}"
    )
    return Finding(
        "TAB03",
        f"total= names “{name}”, which {what}",
        place,
        help=way,
        found=name,
        expected=near,
    )
