"""Totals: a sheet in; which totals foot, which do not, and how sure that is, out.

Each line that is labelled a total is held to the sum that its columns agree on; what
nothing explains then is held to what the other totals of the table say of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from crossfoot.amounts.cells import heading
from crossfoot.numbers.labels import is_bare, kind_of
from crossfoot.numbers.slips import is_slip
from crossfoot.numbers.tables.averaged import are_averages
from crossfoot.numbers.tables.chosen import verdicts
from crossfoot.numbers.tables.derived import derived
from crossfoot.numbers.tables.failing import Proof, may_tell
from crossfoot.numbers.tables.leftover import accounted
from crossfoot.numbers.tables.lines import Sides, columns_of, rows_of
from crossfoot.numbers.tables.mistakes import explained, in_few_rows
from crossfoot.numbers.tables.nested import made_of
from crossfoot.numbers.tables.nets import is_nil, nets
from crossfoot.numbers.tables.rolled import rolled
from crossfoot.numbers.tables.rough import is_coarse, is_rounded, unshown
from crossfoot.numbers.tables.sheets import Field, Sheet
from crossfoot.numbers.tables.stacked import formed, stacked
from crossfoot.numbers.tables.sums import Sum, Verdict, value_of
from crossfoot.numbers.tables.tied import balances
from crossfoot.numbers.tables.unmade import unmade
from crossfoot.numbers.tables.unnamed import with_sums
from crossfoot.numbers.tables.unrounded import unrounded
from crossfoot.places import Place

MARKDOWN = (".md", ".qmd", ".Rmd")
PAIR = 20
"""A total from which one row of two that foots is no chance."""
EACH = 4
"""Rows in which a column foots for each that does not, from which it is a total."""
MANY = 10
"""The same where what does not is neither near its sum nor one slip away."""

BLOCKS = 3
"""Totals of one name of which one adds up, if any is the sum of its block."""


@dataclass(slots=True)
class Judged:
    """What is known of a sheet's totals."""

    verdicts: list[Verdict] = field(default_factory=list)
    unknown: list[tuple[str, list[Field]]] = field(default_factory=list)
    """Labels and cells of total rows that no sum of other rows explains."""


def judged(sheet: Sheet) -> Judged:
    """Return what is known of the totals that nobody declared."""
    rows, columns = with_sums(rows_of(sheet)), columns_of(sheet)
    of_rows = _of_rows(rows)
    if not any(one.foots for one in of_rows) and are_averages(rows):
        of_rows = []
    out = Judged([*of_rows])
    for index in _totals(columns):
        found = verdicts(columns, index, Proof(mixed=False))
        several = len(_totals(columns)) > 1
        ahead = index if several else len(columns.lines)
        out.verdicts += _of_column(columns.lines[index].label, ahead, found)
    out.verdicts += balances(rows, columns, out.verdicts)
    out.verdicts = unrounded(out.verdicts, rounded=sheet.rounded)
    # They are chosen for being exact, and say nothing of whether others are.
    fails = [one for one in derived(rows, of_rows) if not is_coarse(one)]
    out.verdicts = explained(unshown([*out.verdicts, *fails]))
    out.verdicts = accounted(sheet, out.verdicts)
    out.verdicts += formed(rows, out.verdicts)
    if sheet.overlaps:
        out.verdicts = [one for one in out.verdicts if one.foots]
    known = {one.total.place for one in out.verdicts}
    out.unknown = list(_unknown(rows, known))
    return out


def _of_column(label: str, last: int, found: list[Verdict]) -> list[Verdict]:
    """Return the verdicts on a total column that most rows prove to be one.

    One row of many may be wrong; where most do not foot it is no total. Of two rows
    one may be wrong, where the other is no chance. Another column alone proves nothing.
    `last`: the place behind which no parts stand; of several totals, its own.
    """
    right = [one for one in found if one.foots]
    # A row of shares or means below each row of counts has no total of its own.
    found = [one for one in found if one.foots or not _is_beside(one.heading)]
    wrong = _far(found)
    near = len(found) - len(wrong) if right else 0
    ahead = any(max(one.lines) > last for one in found if one.lines)
    sure = near >= EACH * len(wrong) and all(map(_may_be, wrong))
    sure = sure or near >= MANY * len(wrong)
    failing = any(not one.foots for one in found)
    if any(len(one.lines) < 2 for one in found) or (failing and ahead and not sure):
        return []
    found = in_few_rows(found)
    wrong = _far(found)
    if near > len(wrong):
        return found
    # The schema of a CSV file says better how its columns are made.
    here = all(one.total.place.file.endswith(MARKDOWN) for one in wrong)
    pair = here and len(right) == len(wrong) == 1 and is_bare(label)
    if pair and abs(right[0].sum) >= PAIR and _may_be(wrong[0]):
        return [*right, *(replace(one, sure=False) for one in wrong)]
    return []


def _far(found: Sequence[Verdict]) -> list[Verdict]:
    """Return the totals that fail by more than rounding leaves open."""
    return [one for one in found if not one.foots and not is_rounded(one)]


def _is_beside(label: str) -> bool:
    """Say whether the label of a row says that it holds shares, means or changes."""
    return kind_of(label) == "aside" or heading(label)[0] == "%"


def _may_be(one: Verdict) -> bool:
    """Say whether a total is near its sum, or one slip of the keys away."""
    amount = one.total.cell.amount
    said, step = value_of(one.total), amount.step if amount else Decimal(1)
    return _is_near(one) or is_slip(said, [value_of(part) for part in one.parts], step)


def _unknown(rows: Sides, known: set[Place]) -> Iterator[tuple[str, list[Field]]]:
    for line in rows.lines:
        cells = [cell for cell in line.cells if cell and cell.cell.kind == "number"]
        if line.kind == "total" and not any(one.place in known for one in cells):
            yield from [(line.label, cells)] if cells else []


def _of_rows(rows: Sides) -> list[Verdict]:
    """Return the verdicts on all total rows.

    Where one total of a column foots, another of it is a total too, however far off.
    """
    found: dict[int, list[Verdict]] = {}
    covered: frozenset[int] = frozenset()
    for index in _totals(rows):
        found[index] = verdicts(rows, index, covered=covered)
        for one in found[index]:
            covered |= one.lines if one.foots else frozenset()
    for index, some in _of_nets(rows, found).items():
        found[index] = some
        for one in some:
            covered |= one.lines if one.foots else frozenset()
    proved = _proved(rows, found)
    known = {k for k, some in found.items() if any(one.foots for one in some)}
    open_ = {
        k for k in found if not (k in known or rows.is_again(k) or is_nil(rows, k))
    }
    for index, some in found.items():
        settled = bool(known) and open_ <= {index}
        if not some and (proved or settled):
            proof = Proof(proved=proved, settled=settled, used=index in covered)
            found[index] = verdicts(rows, index, proof)
    for index in open_ & covered if len(known) > 1 and len(open_) == 1 else ():
        # A total that another is made of, where all but it foot, is meant.
        found[index] = [replace(one, backed=True) for one in found[index]]
    open_ = {
        k
        for k, some in found.items()
        if k not in known and rows.is_repeated(k, known) and not all(map(_may_be, some))
    }
    everything = [one for k, some in found.items() if k not in open_ for one in some]
    everything += stacked(rows, everything)
    everything += rolled(rows, everything)
    everything = _with_others(rows, _in_blocks(rows, _told(everything)))
    return [*_of_one_kind(everything), *_parents(rows)]


def _with_others(rows: Sides, everything: list[Verdict]) -> list[Verdict]:
    """Add the totals that nothing shown makes, and the parts that other rows make."""
    meant = {part.place for one in everything if one.foots for part in one.parts}
    known = {one.total.place for one in everything}
    out = [*everything, *unmade(rows, known, meant)]
    told = {one.total.place for one in out}
    return out + [one for one in made_of(rows, out) if one.total.place not in told]


def _in_blocks(rows: Sides, everything: Sequence[Verdict]) -> list[Verdict]:
    """Leave out totals of one name in several blocks, of which none adds up.

    What they hold is counted otherwise below them: people with several needs, or none.
    """
    names = Counter(line.label for line in rows.lines if line.kind == "total")
    right = {one.label for one in everything if one.foots}
    return [
        one
        for one in everything
        if one.foots or names[one.label] < BLOCKS or one.label in right
    ]


def _of_one_kind(everything: Sequence[Verdict]) -> list[Verdict]:
    """Leave out totals of rows that make up a total of another name.

    None of them is missing there: people are no sum of the houses that they live in.
    """
    right = [one for one in everything if one.foots]
    lines: dict[tuple[str, int], list[Verdict]] = {}
    for one in everything:
        lines.setdefault((one.label, one.total.place.line), []).append(one)
    gone = [told for told in lines.values() if _is_of_another(told, right)]
    return [one for one in everything if not any(one in told for told in gone)]


def _is_of_another(told: Sequence[Verdict], right: Sequence[Verdict]) -> bool:
    """Say whether no cell of a total foots, and other totals have all of its rows."""
    label = told[0].label
    near = sum(map(_may_be, told)) * 2 > len(told)
    if is_bare(label) or any(one.foots for one in told):
        return False
    held = frozenset(k for one in told for k in one.lines)
    # Where a bare `Total` below is the sum of just these, the other is without some.
    below = [one for one in right if one.total.place > told[0].total.place]
    if any(held == one.lines and is_bare(one.label) for one in below):
        return True
    return not near and any(held <= one.lines for one in right if one.label != label)


def _of_nets(
    rows: Sides, found: Mapping[int, list[Verdict]]
) -> dict[int, list[Verdict]]:
    """Return the verdicts on what totals leave, of which nothing better is known."""
    every = [one for some in found.values() for one in some if one.foots]
    left = nets(rows, {one.total.place for one in every})
    return {index: some for index, some in left if not found.get(index)}


def _proved(rows: Sides, found: Mapping[int, list[Verdict]]) -> frozenset[int]:
    """Return the columns in which a row that is called a total foots."""
    named = (
        one
        for index, some in found.items()
        for one in some
        if rows.lines[index].kind == "total"
    )
    return frozenset(
        at
        for one in named
        for at, heading in enumerate(rows.headings)
        if one.foots and one.heading == heading and len(one.parts) > 1
    )


def _told(everything: list[Verdict]) -> list[Verdict]:
    """Leave out doubted totals that are themselves parts of a total that foots.

    A table of totals is footed by its last line; what each is made of stands elsewhere.
    """
    used = {part.place for one in everything if one.foots for part in one.parts}
    return [
        one
        for one in everything
        if one.foots or one.backed or one.total.place not in used or _may_be(one)
    ]


def _is_near(one: Verdict) -> bool:
    amount = one.total.cell.amount
    said = amount.value if amount and amount.value is not None else one.sum
    return abs(said - one.sum) * 4 <= max(abs(said), abs(one.sum))


def _parents(rows: Sides) -> Iterable[Verdict]:
    """Yield the verdicts on rows whose parts are written below them as such."""
    for index, line in enumerate(rows.lines[:-1]):
        if line.child or line.kind != "part" or not rows.lines[index + 1].child:
            continue
        end = index + 1
        while end < len(rows.lines) and rows.lines[end].child:
            end += 1
        one = Sum(rows, index, tuple(range(index + 1, end)))
        for at in range(len(rows.headings)):
            vote = one.vote(at) if len(one.parts) > 1 else "skip"
            if vote == "foots" or (vote == "fails" and may_tell(one, at)):
                yield one.verdict(at, foots=vote == "foots", sure=False)


def _totals(sides: Sides) -> list[int]:
    kinds = [line.kind for line in sides.lines]
    return [index for index, kind in enumerate(kinds) if kind in {"total", "weak"}]
