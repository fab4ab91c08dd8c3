"""Summable columns: a sheet in, which of its columns hold what may be added up, out."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.amounts import english_accounts, english_sums
from crossfoot.amounts.cells import heading
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.labels import TOTAL, is_bare
from crossfoot.numbers.slips import has_nought, is_slip
from crossfoot.numbers.tables.sheets import Field, Sheet, cell_of, heading_of

NO_SUM = re.compile(
    rf"\b(?:{any_of(english_sums.NO_SUM)})\b|^#\s*$|^(?:{any_of(english_sums.NAMES)})$",
    re.IGNORECASE,
)
SIGNS = re.compile(r"\s*(?:\+\s?/\s?[-−–]|[-−–]\s?/\s?\+|±|Δ|∆|∆\s?%|Δ\s?%)\s*")
"""A heading of changes, which do not add up where one thing is new."""
SPREAD = re.compile(
    rf"(?<!\w)(?:{any_of(english_accounts.SPREAD)})(?!\w)", re.IGNORECASE
)
ESTIMATES = re.compile(
    rf"(?<!\w)(?:{any_of(english_accounts.ESTIMATES)})(?!\w)", re.IGNORECASE
)
SQUARES = re.compile(rf"\b(?:{any_of(english_accounts.SQUARES)})\b", re.IGNORECASE)
FREEDOM = re.compile(any_of(english_accounts.FREEDOM), re.IGNORECASE)
CHANGES = re.compile(rf"\b(?:{any_of(english_sums.CHANGES)})\b", re.IGNORECASE)
"""A heading of changes in per cent."""
UNMEASURED = re.compile(
    rf"{english_accounts.PERIOD}|\b(?:{any_of(english_accounts.AGED)})\b", re.IGNORECASE
)
"""What of a heading says when or of whom, and measures nothing."""
SHARED = re.compile(english_accounts.SHARED, re.IGNORECASE)
FEWEST = 3
"""Amounts for each person or year that a total of them is made of."""
NEAR = Decimal("0.25")
"""How far it may be from their sum."""
ZERO = Decimal(0)
LONE = 3
"""Rows from which a column may hold one number and blanks."""
LONG = 12
"""Rows from which numbers may be found to be codes of the texts beside them."""
REPEATED = 3
"""Times that a text stands in a column, in the mean, before its number is a code."""


def summable(sheet: Sheet) -> list[int]:
    """Return the columns whose numbers may be added up."""
    width = max((len(row) for row in sheet.rows), default=0)
    found = [j for j in range(width) if _is_summable(sheet, j)]
    found = found or [j for j in range(width) if _is_shared(sheet, j)]
    if len(sheet.rows) < LONG:
        return found
    texts = {*range(width)} - {*found}
    return [
        j
        for j in found
        if not any(_is_code(sheet, j, k) for k in (j - 1, j + 1) if k in texts)
    ]


def are_one(units: set[str]) -> bool:
    """Say whether amounts may be added: `3 files` and `4` may, £3 and 4% may not."""
    named = units - {"count"}
    worded = all(one.islower() or one == "" for one in named)
    return len(units) == 1 or (len(named) == 1 and worded)


def _is_code(sheet: Sheet, column: int, named: int) -> bool:
    """Say whether a column's numbers only say again what stands beside them.

    One text has one number wherever it stands, and stands several times.
    """
    held: dict[str, str] = {}
    for row in sheet.rows:
        name, number = cell_of(row, named), cell_of(row, column)
        if not name or not number or not name.text or not number.text:
            continue
        if held.setdefault(name.text, number.text) != number.text:
            return False
    return 1 < len(held) * REPEATED <= len(sheet.rows) and len(set(held.values())) > 1


def _is_shared(sheet: Sheet, column: int) -> bool:
    """Say whether money for one person or one year is added up at the end.

    A mean lies among its parts; a total above them, and near their sum, is none. Nor
    is one that a part with a nought too many keeps from its sum, and nothing else.
    """
    cells = [one for row in sheet.rows if (one := cell_of(row, column))]
    amounts = [one.cell.amount for one in cells if one.cell.amount]
    *parts, total = [one.value or ZERO for one in amounts] or [ZERO]
    money = all(one.unit.isupper() for one in amounts)
    ends = any(one and is_bare(one.text) for row in sheet.rows[-1:] for one in row)
    if len(parts) < FEWEST or not (money and ends) or min(parts) < 0:
        return False
    step = min(one.step for one in amounts)
    near = abs(total - sum(parts)) <= NEAR * total or is_slip(total, parts, step)
    made = (max(parts) < total and near) or has_nought(total, parts, step)
    return made and _is_summable(sheet, column, shared=True)


def _is_summable(sheet: Sheet, column: int, *, shared: bool = False) -> bool:
    cells = [one for row in sheet.rows if (one := cell_of(row, column)) and one.text]
    kinds = [one.cell.kind for one in cells]
    # One number among blanks is the start of a series.
    known = set(kinds) <= {"number", "blank"} and kinds.count("number") == 1
    lone = known and len(sheet.rows) > LONE and heading_of(sheet, column) != ""
    fewest = 1 if lone else 2
    if kinds.count("number") < fewest or kinds.count("text") * 5 > len(kinds):
        return False
    values = [one.cell.amount.value for one in cells if one.cell.amount]
    # Names in files have underlines for spaces.
    title = UNMEASURED.sub("", heading_of(sheet, column).replace("_", " "))
    title = SHARED.sub("", title) if shared else title
    units = {one.cell.amount.unit for one in cells if one.cell.amount}
    share = heading(title)[0] == "%" or units == {"%"}
    if SIGNS.fullmatch(title) or (share and CHANGES.search(title)):
        return False
    if _is_spread(sheet, title):
        return False
    named = NO_SUM.search(title) and not _is_vote(sheet, title)
    if named and not (share or TOTAL.match(title)):
        return False
    # Shares such as .478 are rates, where none is the whole.
    parts = share and units == {"count"} and all(0 <= (v or 0) < 1 for v in values)
    if parts:
        return False
    years = all(1900 <= (value or 0) <= 2100 for value in values)
    return not years and not (column == 0 and _names(cells))


def _is_spread(sheet: Sheet, title: str) -> bool:
    """Say whether a column says how far the estimates of another may be off.

    Bounds and errors of a sum are not those of its parts added up, nor are squares
    where groups are not of one size.
    """
    if SQUARES.search(title):
        return any(FREEDOM.fullmatch(one.strip()) for one in sheet.headings)
    spread = SPREAD.search(title) is not None
    return spread and any(map(ESTIMATES.search, sheet.headings))


def _is_vote(sheet: Sheet, title: str) -> bool:
    """Say whether a heading is one of the two answers, and the other stands by it."""
    heads = {one.strip().lower() for one in sheet.headings}
    return title.strip().lower() in english_sums.VOTES and heads >= {
        *english_sums.VOTES
    }


def _names(cells: Sequence[Field]) -> bool:
    """Say whether the first column numbers its rows, or names the last one a total."""
    values = [one.cell.amount.value or 0 for one in cells if one.cell.amount]
    steps = {after - before for before, after in pairwise(values)}
    # A row too many or too few leaves the others counted.
    counted = len(values) > 2 and steps <= {0, 1, 2} and 1 in steps
    last = cells[-1]
    total = last.cell.kind == "text" and TOTAL.match(last.text) is not None
    return total or (counted and values[0] in {0, 1, 2}) or values == [1, 2]
