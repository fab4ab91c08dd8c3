"""Unmade totals: a table's rows in; totals that nothing shown makes up, out.

A row left out leaves no set of rows that makes its total, in any column. So does the
total of a list of unlike things; what tells them apart is the block that the total
belongs to: its numbers are all of one kind, and come to less.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from crossfoot.amounts import english_sums
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.labels import (
    counted,
    is_bare,
    is_elided,
    is_less,
    is_periodic,
    is_total_of,
    name_of,
)
from crossfoot.numbers.stems import stem
from crossfoot.numbers.tables.failing import may_tell
from crossfoot.numbers.tables.lines import Line, Sides
from crossfoot.numbers.tables.sums import ASIDE, MOST_APART, ZERO, Sum, Verdict
from crossfoot.places import Place

ENDS = frozenset({"total", "weak", *ASIDE})
"""Kinds of line that end the block above them."""
FEWEST = 2
"""Numbers of a block that have to speak against its total, and parts of a block that
no name ties to it."""
MOVED = re.compile(rf"\W*net\b\W*(?:{any_of(english_sums.MOVEMENTS)})\b", re.IGNORECASE)
EXCEPTED = re.compile(rf"\b(?:{any_of(english_sums.EXCEPTED)})\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,}")


def unmade(
    rows: Sides, known: Collection[Place], meant: Collection[Place]
) -> Iterator[Verdict]:
    """Yield the verdicts on totals of which nothing is known and which have a block.

    `known`: cells of totals of which something is known.
    `meant`: cells that are parts of totals that foot, so that they are right.
    """
    if rows.measures:
        return
    lines = rows.lines
    sums = [k for k, line in enumerate(lines) if line.kind in {"total", "weak"}]
    # The only row of a block says the same as its total.
    open_ = [k for k in sums if not (_is_known(lines[k], known) or rows.is_again(k))]
    for index in open_:
        # Elsewhere a net change is one more part: it is a sum where it ends a table.
        if (
            lines[index].kind == "weak"
            and lines[index].label
            and index + 1 < len(lines)
        ):
            continue
        # Totals that nothing explains do not come alone in lists of unlike things.
        first = not any(lines[k].kind == "total" for k in open_ if k < index)
        may = _is_sum(lines[index]) and rows.work.may(len(lines) * len(rows.headings))
        if first and may:
            yield from _of_block(rows, index, meant=_is_known(lines[index], meant))


def _is_known(line: Line, known: Collection[Place]) -> bool:
    return any(cell and cell.place in known for cell in line.cells)


def _is_sum(line: Line) -> bool:
    """Say whether a line can be nothing but the sum of others."""
    if counted(line.label) or is_periodic(line.label) or EXCEPTED.search(line.label):
        return False
    return line.kind == "total" or not line.label or MOVED.match(line.label) is not None


def _of_block(rows: Sides, index: int, *, meant: bool) -> list[Verdict]:
    lines = rows.lines
    if stack := _stack(rows, index):
        return _wrong(Sum(rows, index, stack), stack)
    block = _block(lines, index)
    named = lines[index].kind == "total" and _is_named(rows, index, block)
    if not block:
        return _headed(rows, index, _below(lines, index))
    ended = _is_ended(lines, index)
    plain = ended or all(lines[k].kind == "part" for k in block)
    if not plain or not (named or (ended and len(block) >= FEWEST)):
        return []
    one = Sum(rows, index, block)
    alone = meant and named and _is_alone(one)
    return _wrong(one, _since(lines, index), near=not named, alone=alone)


def _headed(rows: Sides, index: int, below: tuple[int, ...]) -> list[Verdict]:
    """Return the verdicts on a total that heads its table.

    One number above those of its stages, or of some of its kinds, is no sum of them,
    but where it says no more than that it is the total.
    """
    told = _wrong(Sum(rows, index, below), below, near=True) if below[1:] else []
    sure = is_bare(rows.lines[index].label) or len(told) >= FEWEST
    return told if sure else []


def _block(lines: Sequence[Line], index: int) -> tuple[int, ...]:
    """Return the rows from the last total or heading above a total on."""
    out: list[int] = []
    for k in range(index - 1, -1, -1):
        kind = lines[k].kind
        if kind == "total" or (kind == "section" and out):
            break
        if kind == "weak" and not lines[k].label:
            break
        out += [k] if kind not in ASIDE else []
    return tuple(reversed(out))


def _below(lines: Sequence[Line], index: int) -> tuple[int, ...]:
    """Return the rows below a total, where nothing else stands in the table."""
    above = any(line.kind != "section" for line in lines[:index])
    rest = range(index + 1, len(lines))
    parts = tuple(takewhile(lambda k: lines[k].kind == "part", rest))
    return () if above or len(parts) < len(rest) else parts


def _stack(rows: Sides, index: int) -> tuple[int, ...]:
    """Return the rows below a total that heads a block, as all others of its name do.

    Results of elections are stacked so: the total comes first, and is what follows it.
    """
    label = rows.lines[index].label
    heads = [k for k, line in enumerate(rows.lines) if line.label == label]
    others = [k for k in heads if k != index]
    made = others and all(_heads(rows, k) and _is_made(rows, k) for k in others)
    return _follow(rows, index) if made and _heads(rows, index) else ()


def _heads(rows: Sides, index: int) -> bool:
    """Say whether a total has no rows above it since the last heading, but below."""
    start = index == 0 or rows.lines[index - 1].kind == "section"
    return start and rows.lines[index].kind == "total" and bool(_follow(rows, index))


def _follow(rows: Sides, index: int) -> tuple[int, ...]:
    """Return the rows right below a total."""
    rest = range(index + 1, len(rows.lines))
    return tuple(takewhile(lambda k: rows.lines[k].kind == "part", rest))


def _is_made(rows: Sides, index: int) -> bool:
    """Say whether a total is what the rows right below it come to, or the only one."""
    one = Sum(rows, index, _follow(rows, index))
    ats = [at for at in range(len(rows.headings)) if _is_amount(one, at)]
    return bool(ats) and all(one.said(at) == one.real(at) for at in ats)


def _since(lines: Sequence[Line], index: int) -> tuple[int, ...]:
    """Return all rows with numbers since the last total, whatever they are called."""
    totals = [k for k in range(index) if lines[k].kind == "total"]
    last = totals[-1] if totals else -1
    return tuple(k for k in range(last + 1, index) if lines[k].kind != "section")


def _is_ended(lines: Sequence[Line], index: int) -> bool:
    """Say whether nothing that may be one more part follows a total."""
    after = lines[index + 1 : index + 2]
    return all(
        line.kind in ENDS or not line.label or is_less(line.label) for line in after
    )


def _is_named(rows: Sides, index: int, block: Sequence[int]) -> bool:
    """Say whether a total says no more than that, or a word of its heading or parts."""
    lines = rows.lines
    if is_bare(lines[index].label):
        return True
    above = [k for k in range(index) if lines[k].kind == "section"][-1:]
    own = _words(name_of(lines[index].label))
    heads = [lines[k].label for k in (*above, *block)] + ([] if above else [rows.title])
    total = lines[index].label
    return any(own & _words(one) or is_total_of(total, one) for one in heads)


def _words(label: str) -> set[str]:
    return {stem(word) for word in WORD.findall(label.casefold())}


def _wrong(
    one: Sum, since: tuple[int, ...], *, near: bool = False, alone: bool = False
) -> list[Verdict]:
    """Return the verdicts on a total's cells, when all that can be compared fail.

    `since`: all rows that it may be made of, of which the sum's are some.
    `near`: half of the total has to be there, if nothing is taken away.
    `alone`: its only row does not say what it says, and the total is right.
    """
    said = [at for at in range(len(one.sides.headings)) if _is_amount(one, at)]
    told = [at for at in said if one.brought(at)]
    if sum(len(one.brought(at)) for at in told) < (1 if alone else FEWEST):
        return []
    if not all(_is_alike(one, at) for at in said):
        return []
    every = replace(one, parts=since)
    # What dots stand for may make up the total.
    if any(is_elided(one.sides.lines[k].label) for k in since):
        return []
    if any(_may_be_made(one, every, at) for at in told):
        return []
    short = _is_short(one, told) and _is_some(one, told, near=near)
    short = short or (_is_all(one) and _is_signed(one, told))
    if not (short or alone):
        return []
    return [
        replace(one.verdict(at, foots=False, sure=False), backed=True) for at in told
    ]


def _is_alone(one: Sum) -> bool:
    """Say whether a total has one row, which misses it by little or by a slip."""
    said = [at for at in range(len(one.sides.headings)) if _is_amount(one, at)]
    return len(one.parts) == 1 and all(may_tell(one, at) for at in said)


def _is_amount(one: Sum, at: int) -> bool:
    """Say whether a total's cell is a number that is no share."""
    total = one.total(at)
    amount = total.cell.amount if total and total.cell.kind == "number" else None
    return amount is not None and amount.unit != "%"


def _is_alike(one: Sum, at: int) -> bool:
    """Say whether a total and all its parts are numbers of one unit and one step."""
    cells = [one.total(at), *one.cells(at)]
    if any(cell and cell.cell.kind in {"text", "unknown"} for cell in cells):
        return False
    amounts = [cell.cell.amount for cell in cells if cell and cell.cell.amount]
    return len({(amount.unit, amount.step) for amount in amounts if amount.value}) == 1


def _may_be_made(one: Sum, every: Sum, at: int) -> bool:
    """Say whether other rows may make a total up, or rows are counted twice.

    A part that is the sum of all before it is a sum without the name of one.
    """
    lines, values = one.sides.lines, one.values(at)
    beside = [lines[k].cells[at] for k in every.parts if lines[k].kind == "aside"]
    amounts = [cell.cell.amount for cell in beside if cell and cell.cell.amount]
    if any(amount.unit != "%" for amount in amounts):
        return True
    sums = list(accumulate(values))[1:]
    twice = any(a == b for a, b in zip(sums, values[2:], strict=False))
    return twice or every.real(at) == one.said(at) or one.real(at) == one.said(at)


def _is_all(one: Sum) -> bool:
    """Say whether a table holds but parts and a total that says no more than that."""
    lines, held = one.sides.lines, {*one.parts, one.index}
    rest = {line.kind for k, line in enumerate(lines) if k not in held}
    last = all(line.kind == "section" for line in lines[one.index :][1:])
    return is_bare(lines[one.index].label) and rest <= {"section"} and last


def _is_signed(one: Sum, told: Sequence[int]) -> bool:
    """Say whether several columns have parts of both signs, or one of the other.

    Such parts are no list of the most important ones.
    """
    signed = [at for at in told if min(one.values(at)) < ZERO < max(one.values(at))]
    lone = len(one.parts) == 1 and all(one.real(at) * one.said(at) < 0 for at in told)
    # Rows that say each other again are sums without the name of one.
    plain = all(len({*one.brought(at)}) == len(one.brought(at)) for at in signed)
    return len(told) > 1 and (lone or (plain and len(signed) == len(told)))


def _is_short(one: Sum, told: Sequence[int]) -> bool:
    """Say whether parts come to less than their total, or are of both signs.

    Parts of another sign than their total in most columns are taken away from it.
    """
    over = [at for at in told if one.real(at) > one.said(at)]
    opposite = sum(one.real(at) * one.said(at) < 0 for at in told)
    return opposite * 2 < len(told) and all(min(one.values(at)) < ZERO for at in over)


def _is_some(one: Sum, told: Sequence[int], *, near: bool) -> bool:
    """Say whether most columns hold enough of a total to be some of its parts."""
    return sum(_is_within(one, at, near) for at in told) * 2 > len(told)


def _is_within(one: Sum, at: int, near: bool) -> bool:
    """Say whether what is there is enough of a total to be some of its parts."""
    said = one.said(at)
    if near and min(one.values(at)) >= ZERO:
        return abs(said) <= 2 * abs(one.real(at))
    alone = is_bare(one.sides.lines[one.index].label) and len(one.parts) == 1
    return alone or abs(said) <= MOST_APART * sum(map(abs, one.values(at)), ZERO)
