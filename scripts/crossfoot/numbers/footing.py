"""Footing: sheets in; findings, and the cells that are footed or wrong, out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from crossfoot.amounts.like import like
from crossfoot.findings import Finding, Fix, Related, listed, nearest, several
from crossfoot.numbers.columns import Columns
from crossfoot.numbers.declared import Missing, doubled, formulas, totals
from crossfoot.numbers.lines import Work
from crossfoot.numbers.means import means
from crossfoot.numbers.relations import Relation, relations
from crossfoot.numbers.repeated import again, repeated, twins
from crossfoot.numbers.rough import unbroken
from crossfoot.numbers.series import series
from crossfoot.numbers.sheets import Field, Sheet, places
from crossfoot.numbers.sums import Verdict, value_of
from crossfoot.numbers.tidied import tidied
from crossfoot.numbers.totals import judged
from crossfoot.places import Place

MOST_TERMS = 6
"""Labels that a formula in a note names before it is shortened."""


@dataclass(slots=True)
class Footing:
    """What a sheet's totals came to."""

    footed: set[Place] = field(default_factory=set)
    """Cells of totals and formulas that hold, their parts included."""
    totals: set[Place] = field(default_factory=set)
    """Cells of totals that foot, without their parts."""
    parts: set[Place] = field(default_factory=set)
    """Cells of the parts of those totals."""
    failed: dict[Place, str] = field(default_factory=dict)
    """Cells of totals that do not, and what to write there."""
    made: dict[Place, str] = field(default_factory=dict)
    """How each total that foots, and the first cell of each relation, is made."""
    findings: list[Finding] = field(default_factory=list)


def footing(sheet: Sheet) -> Footing:
    """Check a sheet's totals: strictly where declared, by inference elsewhere."""
    out = Footing()
    told = _declared(out, sheet)
    if not sheet.skip:
        _inferred(out, sheet, told)
    out.footed -= set(out.failed)
    return out


def _declared(out: Footing, sheet: Sheet) -> set[Place]:
    """Check what is declared; return the cells that are settled by it."""
    told: set[Place] = set()
    for one in totals(sheet):
        if isinstance(one, Missing):
            out.findings.append(_missing(sheet, one))
            continue
        told.add(one.total.place)
        _note(out, sheet, one, "TAB01")
    for label, cells in doubled(sheet):
        told |= {one.place for one in cells}
        out.findings.append(again(sheet, label, cells))
    for relation in formulas(sheet):
        if isinstance(relation, Missing):
            out.findings.append(_missing(sheet, relation))
            continue
        told |= {one.place for one in relation.held}
        _relate(out, sheet, relation, "TAB01")
    return told


def _inferred(out: Footing, sheet: Sheet, told: set[Place]) -> None:
    """Check what nobody declared; list the totals that nothing explains."""
    sheet = tidied(sheet)
    found = judged(sheet)
    columns = Columns(sheet, Work())
    made = [*relations(columns), *series(columns), *means(columns)]
    sums = _summed(found.verdicts, made)
    for verdict in _unshifted(out, sheet, sums, told):
        if verdict.total.place not in told:
            _note(out, sheet, verdict, "TAB02")
    twice = [one for one in found.verdicts if one.again]
    out.findings += repeated(sheet, twice, told)
    known = told | {cell.place for one in twice for cell in one.again}
    out.findings += twins(sheet, known, out.parts)
    for relation in made:
        _relate(out, sheet, unbroken(relation), "TAB06", told)
    known = {*told, *out.failed, *out.footed}
    for label, cells in found.unknown:
        if not any(cell.place in known for cell in cells):
            out.findings.append(unexplained(sheet, label, cells))


def _summed(verdicts: Sequence[Verdict], made: Sequence[Relation]) -> list[Verdict]:
    """Leave out totals that do not foot in columns of shares, changes or averages.

    What each row says of itself is no part of a sum.
    """
    shares = {
        cell.place
        for one in made
        if one.divides
        for cell in (*one.held, *(cell for cell, _ in one.broken))
    }
    return [one for one in verdicts if one.foots or one.total.place not in shares]


def _note(out: Footing, sheet: Sheet, verdict: Verdict, code: str) -> None:
    """Add one verdict to what is known; a second one on a cell adds no finding."""
    if verdict.foots:
        out.totals.add(verdict.total.place)
        out.made.setdefault(verdict.total.place, formula(verdict))
        out.parts |= {one.place for one in verdict.parts}
        out.footed |= {verdict.total.place, *(one.place for one in verdict.parts)}
    elif verdict.total.place not in out.failed:
        expected = written(verdict.total, verdict.sum)
        out.failed[verdict.total.place] = expected
        out.findings.append(finding(sheet, verdict, code, expected))


def _relate(
    out: Footing,
    sheet: Sheet,
    relation: Relation,
    code: str,
    told: Iterable[Place] = (),
) -> None:
    """Add what a formula comes to in the rows of a table."""
    out.footed |= {one.place for one in relation.held}
    for first in relation.held[:1]:
        said = f"{relation.target} = {relation.said}"
        out.made.setdefault(first.place, f"{said} in each row")
    gone = {place.line for place in relation.beside & {*out.failed}}
    for cell, value in relation.broken:
        if cell.place in out.failed or cell.place in told:
            continue
        # A number that is told of already makes wrong what is made of it.
        if code != "TAB01" and cell.place.line in gone:
            continue
        expected = written(cell, value)
        out.failed[cell.place] = expected
        out.findings.append(unlike(sheet, relation, cell, code, expected))


def _unshifted(
    out: Footing, sheet: Sheet, verdicts: list[Verdict], told: set[Place]
) -> list[Verdict]:
    """Tell of rows whose totals stand one column off; return the other verdicts."""
    rows: dict[tuple[str, int], list[Verdict]] = {}
    for one in verdicts:
        if not one.foots and one.total.place not in told:
            rows.setdefault((one.label, one.total.place.line), []).append(one)
    gone: set[Place] = set()
    for wrong in rows.values():
        wrong.sort(key=lambda one: one.total.place)
        way = _shift([(value_of(one.total), one.sum) for one in wrong])
        if way:
            gone |= {one.total.place for one in wrong}
            for one in wrong:
                out.failed[one.total.place] = written(one.total, one.sum)
            out.findings.append(shifted(sheet, wrong, way))
    return [one for one in verdicts if one.total.place not in gone]


def _shift(cells: Sequence[tuple[Decimal, Decimal]]) -> str:
    """Return where the sums of cells stand when all are one column off."""
    said, real = [one for one, _ in cells], [one for _, one in cells]
    if len(cells) < 2 or len(set(real)) < 2:
        return ""
    if said[1:] == real[:-1]:
        return "right"
    return "left" if said[:-1] == real[1:] else ""


def written(total: Field, value: Decimal) -> str:
    """Return a value as a cell is written."""
    amount = total.cell.amount
    if amount is None:
        return ""
    said = like(amount, value)
    plus = f"+{amount.text}" if value < 0 else ""
    if plus and plus in total.text:
        return total.text.replace(plus, said, 1)
    return total.text.replace(amount.text, said, 1)


def finding(sheet: Sheet, verdict: Verdict, code: str, expected: str) -> Finding:
    """Return the finding on a total that does not foot."""
    found, label = verdict.total.text, verdict.label or "Total"
    where = places(verdict.parts)
    wrong = code == "TAB02" and verdict.sure
    return Finding(
        code,
        f"{label} says “{found}”; {_made(verdict)} {expected}",
        verdict.total.place,
        notes=(Related(formula(verdict), where),) if where else (),
        help=f"Write {expected}, or correct a part",
        found=found,
        expected=expected,
        fix=Fix(expected),
        severity="error" if wrong else None,
        anchor=f"{sheet.name} {label} {verdict.heading} {found}",
    )


def _made(verdict: Verdict) -> str:
    """Return how a total's parts come to what they do, in words where it is a sum."""
    signs = [sign for sign, _ in verdict.terms]
    if sorted(signs) == [-1, 1] and all(label for _, label in verdict.terms):
        one, other = (verdict.terms[signs.index(sign)][1] for sign in (1, -1))
        return f"{one} - {other} is"
    parts = several(len(verdict.parts), "part")
    return f"its {parts} {'adds' if len(verdict.parts) == 1 else 'add'} up to"


def formula(verdict: Verdict) -> str:
    """Return how a total is made, as `rows:` or `columns:` may declare it."""
    terms = [
        f"{'-' if sign < 0 else '+'} {label or 'a row without a name'}"
        for sign, label in verdict.terms
    ]
    if len(terms) > MOST_TERMS:
        terms = [*terms[:2], "+ …", terms[-1]]
    return f"{verdict.label or 'Total'} = {' '.join(terms).removeprefix('+ ')}"


def unlike(
    sheet: Sheet, relation: Relation, cell: Field, code: str, expected: str
) -> Finding:
    """Return the finding on a cell that does not follow its column's formula."""
    held = several(len(relation.held), "other row")
    proof = f", as in {held}" if code == "TAB06" and relation.held else ""
    return Finding(
        code,
        f"{relation.target} says “{cell.text}”; {relation.said} is {expected}{proof}",
        cell.place,
        help=f"Write {expected}, or correct what it is made of",
        found=cell.text,
        expected=expected,
        fix=Fix(expected),
        anchor=f"{sheet.name} {relation.target} {cell.text}",
    )


def shifted(sheet: Sheet, wrong: Sequence[Verdict], way: str) -> Finding:
    """Return the finding on totals that stand one column off."""
    first, label = wrong[0], wrong[0].label or "Total"
    place = places([one.total for one in wrong]) or first.total.place
    several_ = ", ".join(one.total.text for one in wrong)
    return Finding(
        "TAB02",
        f"{label} says “{several_}”; the sums stand one column to the {way}",
        place,
        help="Move the totals under their columns",
        found=several_,
        expected=", ".join(written(one.total, one.sum) for one in wrong),
        anchor=f"{sheet.name} {label} shifted",
    )


def unexplained(sheet: Sheet, label: str, cells: Sequence[Field]) -> Finding:
    """Return the note on a total that no sum of other rows explains."""
    said = listed(f"“{one.text}”" for one in cells)
    return Finding(
        "TAB08",
        f"{label} says {said}; no rows shown here add up to that",
        places(cells) or cells[0].place,
        help="Declare what it is the sum of, or leave it",
        found=cells[0].text,
        anchor=f"{sheet.name} {label} {said}",
    )


def _missing(sheet: Sheet, one: Missing) -> Finding:
    place = sheet.named(one.name) if one.way == "total=" else sheet.place
    return no_column(one.name, place, one.known, exists=one.exists, way=one.way)


def no_column(
    name: str, place: Place, names: Iterable[str], exists: bool, way: str = "total="
) -> Finding:
    """Return the finding on a declaration of what is missing or has no numbers."""
    names = [one for one in names if one and not (exists and one == name)]
    what = "holds no numbers to add up" if exists else "is not in the table"
    near = "" if exists else nearest(name, names)
    out = f"Write {near}" if near else f"Name one of {listed(names, 'or')}"
    return Finding(
        "TAB03",
        f"{way} names “{name}”, which {what}",
        place,
        help=out,
        found=name,
        expected=near,
    )
