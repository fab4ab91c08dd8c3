"""Repeated rows: verdicts and a sheet in; rows that were entered twice out.

A total that foots without the second of two equal rows, and not with it, proves that
the row belongs in the table once. So do rows that are all different but for one that
says what the row above it says.
"""

from collections.abc import Collection, Iterator, Sequence

from crossfoot.findings import Finding, Related
from crossfoot.numbers.tables.sheets import Field, Row, Sheet, places
from crossfoot.numbers.tables.sums import Verdict
from crossfoot.places import Place

FEWEST = 4
"""Rows of which all labels differ but for one, before that one stands twice."""
LONGEST = 200
"""Rows of a table in which each row is looked at: longer ones nobody typed."""
TELLING = 2
"""Digits of a number, and numbers of so many digits, that tell a row from others."""
MANY = 3
"""Such numbers that tell a row from others of its name."""
LONG = 4
"""Digits of a number that tells a row from others by itself."""
SURE = 2
"""Columns that have to foot without the row before that is no chance."""


def repeated(
    sheet: Sheet, verdicts: Sequence[Verdict], told: Collection[Place]
) -> Iterator[Finding]:
    """Yield one finding for each row that stands twice among the parts of a total.

    `told`: totals that are declared, of which more is known.
    """
    rows: dict[tuple[Field, ...], list[Verdict]] = {}
    for one in verdicts:
        rows.setdefault(one.again, []).append(one)
    for cells, found in rows.items():
        place = places(cells)
        if place and not any(one.total.place in told for one in found):
            yield _finding(sheet, cells, place, found)


def _finding(
    sheet: Sheet, cells: Sequence[Field], place: Place, found: Sequence[Verdict]
) -> Finding:
    first = found[0]
    said = ", ".join(one.text for one in cells if one.text)
    total = f"{first.label or 'Total'} “{first.total.text}”"
    return Finding(
        "TAB10",
        f"A row with “{said}” stands twice; {total} holds it once",
        place,
        notes=(Related("the total", first.total.place),),
        help="Take one of the two out, or correct the total",
        found=said,
        severity="error" if len(found) >= SURE else None,
        anchor=f"{sheet.name} {said} twice",
    )


def again(sheet: Sheet, label: str, cells: Sequence[Field]) -> Finding:
    """Return the finding on a declared total that stands twice."""
    said = ", ".join(one.text for one in cells)
    return Finding(
        "TAB10",
        f"{label} “{said}” stands twice; the table declares its totals",
        places(cells) or cells[0].place,
        help="Take one of the two out, or name what tells them apart",
        found=said,
        severity="error",
        anchor=f"{sheet.name} {label} {said} twice",
    )


def twins(
    sheet: Sheet, told: Collection[Place], meant: Collection[Place] = ()
) -> Iterator[Finding]:
    """Yield a finding for the one row that says all that the row above it says.

    In a file of data, where rows are sorted as it comes, it may be any row above.

    `told`: cells of rows that are known to stand twice.
    `meant`: cells that a total that foots holds; where it holds both rows, both are.
    """
    rows = [row for row in sheet.rows if any(one and one.text for one in row)]
    whole = [tuple(one.text if one else "" for one in row) for row in rows]
    if not FEWEST <= len(rows) <= LONGEST or len({*whole}) != len(rows) - 1:
        return
    named = len({texts[0] for texts in whole if texts}) == len(rows) - 1
    anywhere = named and sheet.filed
    for at, (row, texts) in enumerate(zip(rows, whole, strict=True)):
        first = whole.index(texts) if anywhere else max(at - 1, 0)
        above, cells = rows[first], [one for one in row if one and one.text]
        same = first < at and texts == whole[first] and texts[0]
        if same and _is_known(cells, named=named):
            both = _is_in(above, meant) and _is_in(row, meant)
            if not both and not any(one.place in told for one in cells):
                yield _twin(sheet, cells, named=named)
            return


def _is_known(cells: Sequence[Field], *, named: bool) -> bool:
    """Say whether numbers tell a row from others, which have names of their own or not.

    Blocks of one form have rows of one name, whose numbers alone tell them apart.
    """
    telling = sum(map(_tells, cells))
    return telling >= MANY or (named and (telling >= TELLING or _is_long(cells)))


def _is_in(row: Row, places_: Collection[Place]) -> bool:
    return any(one and one.place in places_ for one in row)


def _is_long(cells: Sequence[Field]) -> bool:
    """Say whether one number has so many digits that it alone tells a row."""
    return any(_tells(one) and len(_digits(one)) >= LONG for one in cells)


def _tells(one: Field) -> bool:
    return one.cell.kind == "number" and len(_digits(one)) >= TELLING


def _digits(one: Field) -> str:
    return "".join(sign for sign in one.text if sign.isdigit()).strip("0")


def _twin(sheet: Sheet, cells: Sequence[Field], *, named: bool) -> Finding:
    said = ", ".join(one.text for one in cells)
    others = "have names of their own" if named else "differ"
    return Finding(
        "TAB10",
        f"A row with “{said}” stands twice; all other rows {others}",
        places(cells) or cells[0].place,
        help="Take one of the two out, or name what tells them apart",
        found=said,
        anchor=f"{sheet.name} {said} twice",
    )
