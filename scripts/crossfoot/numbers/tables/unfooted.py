"""Unfooted: what does not add up in a table in; what is said of it, out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts.like import like
from crossfoot.findings import Finding, Fix, Related, listed, nearest, several
from crossfoot.numbers.tables.crossed import Wrong
from crossfoot.numbers.tables.hundreds import Whole, Wholes
from crossfoot.numbers.tables.lines import label_of
from crossfoot.numbers.tables.relations import Relation
from crossfoot.numbers.tables.sheets import Field, Sheet, places
from crossfoot.numbers.tables.sums import Verdict, value_of
from crossfoot.places import Place

MINUS = "−"
SUMS = frozenset({"TAB01", "TAB02", "TAB06"})
BRACKETED = re.compile(r"\([^()]+\)")
MOST_TERMS = 6
"""Labels that a formula in a note names before it is shortened."""


def written(sheet: Sheet, total: Field, value: Decimal) -> str:
    """Return a value as a cell is written, with the minus that its column has."""
    amount = total.cell.amount
    if amount is None:
        return ""
    said = like(amount, value, inside=True)
    if value < 0 and said.startswith(MINUS):
        said = _signed(sheet, total, said.removeprefix(MINUS))
    plus = f"+{amount.text}" if value < 0 else ""
    if plus and plus in total.text:
        return total.text.replace(plus, said, 1)
    return total.text.replace(amount.text, said, 1)


def _signed(sheet: Sheet, total: Field, said: str) -> str:
    """Return a number with the minus of the first negative one of its column."""
    row = next((one for one in sheet.rows if total in one), ())
    at = row.index(total) if row else 0
    column = (one[at] for one in sheet.rows if at < len(one))
    below = (one.text.strip() for one in column if one and value_of(one) < 0)
    first = next(below, MINUS)
    if BRACKETED.fullmatch(first):
        return f"({said})"
    return f"{'-' if first.startswith('-') else MINUS}{said}"


def finding(
    sheet: Sheet, verdict: Verdict, code: str, expected: str, held: Verdict | None
) -> Finding:
    """Return the finding on a total that does not foot.

    Where another total adds up with it as it stands, `held`, a part is wrong, and
    nobody can say which.
    """
    found, label = verdict.total.text, verdict.label or "Total"
    where = places(verdict.parts)
    wrong = code == "TAB02" and verdict.sure
    notes = [Related(formula(verdict), where)] if where else []
    way = f"Write {expected}, or correct a part"
    if held:
        notes.append(Related(f"this adds up with “{found}”", held.total.place))
        way = f"Correct a part: {held.label or 'a total'} adds up with “{found}”"
    return Finding(
        code,
        f"{label} says “{found}”; {_made(verdict)} {expected}",
        verdict.total.place,
        notes=tuple(notes),
        help=way,
        found=found,
        expected=expected,
        fix=None if held else Fix(expected),
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


def crossed(
    sheet: Sheet, found: Wrong, every: Sequence[Finding], expected: str
) -> Finding:
    """Return the finding on a number that is wrong by all checks that rest on it.

    A total that is wrong itself is told as one.
    """
    told = {one.cell.place for one in found.by}
    gone = [one for one in every if one.place in told and one.code in SUMS]
    strict = any(one.code == "TAB01" for one in gone)
    sure = not strict and any(one.level == "error" for one in gone)
    label = name_of(sheet, found.cell)
    own = (one for one in gone if one.place == found.cell.place)
    own = (one for one in own if one.expected == expected)
    rest = [one for one in gone if one.place != found.cell.place]
    notes = tuple(Related(one.message, one.place) for one in rest)
    code = "TAB01" if strict else "TAB02"
    if one := next(own, None):
        way, fix = f"Write {expected}, or correct a part", Fix(expected)
        more = replace(one, notes=one.notes[:1] + notes, help=way, fix=fix)
        return replace(more, code=code, severity=None) if strict else more
    checks = several(len(found.by), "check")
    return Finding(
        code,
        f"{label} says “{found.cell.text}”; {checks} that fail hold with {expected}",
        found.cell.place,
        notes=notes,
        help=f"Write {expected}",
        found=found.cell.text,
        expected=expected,
        fix=Fix(expected),
        severity="error" if sure else None,
        anchor=f"{sheet.name} {label} {found.cell.text}",
    )


def name_of(sheet: Sheet, cell: Field) -> str:
    """Return what a cell is called: its column, and its row."""
    row = next((one for one in sheet.rows if cell in one), ())
    at = row.index(cell) if row else 0
    numeric = {
        k
        for one in sheet.rows
        for k, each in enumerate(one)
        if each and each.cell.kind == "number"
    }
    # One column of numbers needs no name.
    several_ = len(numeric) > 1 and at < len(sheet.headings)
    heading = sheet.headings[at] if several_ else ""
    names = [one for one in (heading, label_of(row, [at])) if one]
    return " of ".join(dict.fromkeys(names)) or "A number"


def partial(sheet: Sheet, found: Wholes, line: Whole) -> Finding:
    """Return the finding on a line of shares that does not make up a whole."""
    label = line.label or f"A {found.lines}"
    others = several(len(found.full), f"other {found.lines}")
    others = others if found.full else "weights"
    verb = "makes" if len(found.full) == 1 else "make"
    said = f"{line.sum.normalize():f}%"
    return Finding(
        "TAB06",
        f"{label} adds up to {said}; {others} {verb} up 100%",
        places(line.cells) or line.cells[0].place,
        help="Correct the share that is wrong, or waive it if they are no whole",
        found=said,
        expected="100%",
        anchor=f"{sheet.name} {label} {said}",
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
        expected=", ".join(written(sheet, one.total, one.sum) for one in wrong),
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


def no_column(
    name: str, place: Place, names: Iterable[str], exists: bool, way: str = "total="
) -> Finding:
    """Return the finding on a declaration of what is missing or has no numbers."""
    names = [one for one in names if one and not (exists and one == name)]
    what = "holds no numbers to add up" if exists else "is not in the table"
    near = "" if exists else nearest(name, names)
    out = f"Write {near}" if near else f"Name one of {listed(names, 'or')}"
    if exists:
        other = f"name {listed(names, 'or')}" if names else "take it out"
        out = f"Correct the cells that are no numbers, or {other}"
    return Finding(
        "TAB03",
        f"{way} names “{name}”, which {what}",
        place,
        help=out,
        found=name,
        expected=near,
    )
