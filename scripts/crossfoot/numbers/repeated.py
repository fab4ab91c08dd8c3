"""Repeated rows: verdicts in; rows that were entered twice out.

A total that foots without the second of two equal rows, and not with it, proves that
the row belongs in the table once.
"""

from collections.abc import Collection, Iterator, Sequence

from crossfoot.findings import Finding, Related
from crossfoot.numbers.sheets import Field, Sheet, places
from crossfoot.numbers.sums import Verdict
from crossfoot.places import Place

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
