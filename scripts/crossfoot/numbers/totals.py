"""Totals: a sheet in; which totals foot, which do not, and how sure that is, out.

For a line that is labelled a total, candidate sets of parts are tried in order; the
columns vote. A column that does not foot is an error only when another of the same
line foots with the same parts. What no set explains is unknown, and left alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from crossfoot.numbers.candidates import PARTS, Candidate
from crossfoot.numbers.choices import choices
from crossfoot.numbers.failing import Proof, failed, may_tell, of
from crossfoot.numbers.labels import is_bare, kind_of
from crossfoot.numbers.lacking import lacking
from crossfoot.numbers.lines import Sides, columns_of, rows_of
from crossfoot.numbers.nested import outer
from crossfoot.numbers.nets import is_nil, nets
from crossfoot.numbers.rolled import rolled
from crossfoot.numbers.sheets import Field, Sheet
from crossfoot.numbers.slips import is_slip
from crossfoot.numbers.stacked import stacked
from crossfoot.numbers.sums import Sum, Verdict, value_of
from crossfoot.numbers.tied import balances
from crossfoot.numbers.unmade import unmade
from crossfoot.numbers.unrounded import unrounded
from crossfoot.places import Place

NOTHING = Proof()
CHANCE = 100
"""Steps of a total from which lines picked freely do not make it by chance."""
MARKDOWN = (".md", ".qmd", ".Rmd")
PAIR = 20
"""A total from which one row of two that foots is no chance."""
EACH = 4
"""Rows in which a column foots for each that does not, from which it is a total."""
SCATTERED = 3
"""Columns of which none adds up from which on some above and some below their sums
tell that other lines are meant."""
PROBE = 6
"""Cells of a long line that are looked at before the others."""


Choice = tuple[Sum, Candidate, list[str]]
"""A sum, what it was chosen by, and the votes on it."""


@dataclass(slots=True)
class Judged:
    """What is known of a sheet's totals."""

    verdicts: list[Verdict] = field(default_factory=list)
    unknown: list[tuple[str, list[Field]]] = field(default_factory=list)
    """Labels and cells of total rows that no sum of other rows explains."""


def judged(sheet: Sheet) -> Judged:
    """Return what is known of the totals that nobody declared."""
    rows, columns = rows_of(sheet), columns_of(sheet)
    out = Judged(_of_rows(rows))
    for index in _totals(columns):
        found = verdicts(columns, index, Proof(mixed=False))
        several = len(_totals(columns)) > 1
        ahead = index if several else len(columns.lines)
        out.verdicts += _of_column(columns.lines[index].label, ahead, found)
    out.verdicts += balances(rows, columns, out.verdicts)
    out.verdicts = unrounded(out.verdicts, rounded=sheet.rounded)
    out.unknown = list(_unknown(rows, {one.total.place for one in out.verdicts}))
    return out


def _of_column(label: str, last: int, found: list[Verdict]) -> list[Verdict]:
    """Return the verdicts on a total column that most rows prove to be one.

    One row of many may be wrong; where most do not foot it is no total. Of two rows
    one may be wrong, where the other is no chance. Another column alone proves nothing.
    `last`: the place behind which no parts stand; of several totals, its own.
    """
    right = [one for one in found if one.foots]
    # A row of shares or means below each row of counts has no total of its own.
    found = [one for one in found if one.foots or kind_of(one.heading) != "aside"]
    wrong = [one for one in found if not one.foots]
    ahead = any(max(one.lines) > last for one in found if one.lines)
    sure = len(right) >= EACH * len(wrong) and all(map(_may_be, wrong))
    if any(len(one.lines) < 2 for one in found) or (wrong and ahead and not sure):
        return []
    if len(right) > len(wrong):
        return found
    # The schema of a CSV file says better how its columns are made.
    here = all(one.total.place.file.endswith(MARKDOWN) for one in wrong)
    pair = here and len(right) == len(wrong) == 1 and is_bare(label)
    if pair and abs(right[0].sum) >= PAIR and _may_be(wrong[0]):
        return [*right, *(replace(one, sure=False) for one in wrong)]
    return []


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
    meant = {part.place for one in everything if one.foots for part in one.parts}
    everything += unmade(rows, {one.total.place for one in everything}, meant)
    return [*_told(everything), *_parents(rows)]


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


def verdicts(
    sides: Sides,
    index: int,
    proof: Proof = NOTHING,
    *,
    covered: frozenset[int] = frozenset(),
) -> list[Verdict]:
    """Return the verdicts on one total line's cells; none when nothing is known.

    `proof`: what the other totals say of it.
    `covered`: lines that another total is known to be the sum of.
    """
    if not sides.work.may(index):
        return []
    parts = [k for k in range(index) if sides.lines[k].kind in PARTS]
    best: Choice | None = None
    near: tuple[Sum, list[str]] | None = None
    most = (-len(sides.headings) - 1, 0)
    manifold = False
    for option in choices(sides, index, covered):
        if not sides.work.may(0):
            break
        one, votes = _voted(sides, index, option)
        free = option.votes > 1
        if free and (one.repeats(parts) or _is_forced(one, votes, parts)):
            continue
        if best and _is_less(option, votes, best):
            continue
        if option.loose and near is None and "fails" in votes:
            near = one, votes
        settled = _settled(one, option, votes)
        if settled is not None:
            return settled
        manifold = manifold or (option.votes == 1 and one.is_manifold())
        won = _won(one, option, votes)
        better = won is not None and won > most and won[0] >= most[0]
        if won is not None and (option.named or better):
            best, most = (one, option, votes), (len(votes), 1) if option.named else won
    return _failing(best, near, proof) if best and not manifold else []


def _voted(sides: Sides, index: int, option: Candidate) -> tuple[Sum, list[str]]:
    """Return a sum and its votes, without parts of its parts where only so it foots."""
    one = Sum(sides, index, option.parts, minus=option.minus)
    votes = _votes(one)
    if "foots" in votes or not (option.loose or option.below):
        return one, votes
    if "fails" not in votes and not one.is_manifold():
        return one, votes
    held = outer(one)
    again = _votes(held) if held else []
    return (held, again) if held and "foots" in again else (one, votes)


def _failing(
    best: Choice, near: tuple[Sum, list[str]] | None, proof: Proof
) -> list[Verdict]:
    """Return the verdicts on a total of which some column does not add up."""
    told = failed(*best, proof) or (lacking(*near, proof) if near else [])
    return [] if _is_scattered(told) else told


def _is_scattered(told: list[Verdict]) -> bool:
    """Say whether columns are above and below their sums alike, and none adds up.

    Then the lines are not those that the total is made of.
    """
    amounts = [(one.total.cell.amount, one.sum) for one in told if not one.foots]
    signs = {a.value > real for a, real in amounts if a and a.value is not None}
    return len(amounts) == len(told) >= SCATTERED and len(signs) > 1


def _is_less(option: Candidate, votes: list[str], best: Choice) -> bool:
    """Say whether a choice explains no more columns than one that is proved.

    Lines below a total say it again; a label of two names may mean all totals.
    """
    one, chosen, voted = best
    right = of(voted, "foots")
    kinds = {one.sides.lines[k].kind for k in option.parts}
    if chosen.named or not any(map(one.proves, right)):
        return chosen.named and kinds != {"total"}
    again = option.below and chosen.loose
    return again or ("fails" not in votes and votes.count("foots") <= len(right))


def _is_forced(one: Sum, votes: list[str], parts: list[int]) -> bool:
    """Say whether a choice fits only where the lines that it leaves out say nothing.

    There it is no other choice at all, so that it has one column for it, or none.
    """
    lines = one.sides.lines
    gone = [lines[k] for k in parts if k not in one.parts]
    told = [
        at
        for at in of(votes, "foots")
        if not gone
        or any(cell and value_of(cell) for cell in (x.cells[at] for x in gone))
    ]
    return len(told) < 2


def _won(one: Sum, option: Candidate, votes: list[str]) -> tuple[int, int] | None:
    """Return by how much a choice wins where some columns fail, or None.

    Among many choices some fit by chance, so they must win clearly.
    """
    foots, fails = votes.count("foots"), votes.count("fails")
    sure = option.votes == 1 and not option.whole
    large = sum(one.steps(at) >= CHANCE for at in of(votes, "foots"))
    # Rows that say sums again are known by themselves.
    told = option.whole and (option.loose or option.below)
    won = large >= (1 if told else 2) and (told or foots > fails)
    if not fails or not (sure or won):
        return None
    return foots - fails, sum(map(one.is_near, of(votes, "fails")))


def _settled(one: Sum, option: Candidate, votes: list[str]) -> list[Verdict] | None:
    """Return the verdicts where no column fails, if need be without a repeated row."""
    if option.votes == 1 and (found := _twice(one, votes)):
        return found
    if "fails" in votes:
        return None
    if votes.count("foots") < option.votes or (option.below and _repeats(one, votes)):
        return None
    # One other row that says the same is no sum of it.
    if len(option.parts) < 2 and not is_bare(one.sides.lines[one.index].label):
        return []
    return [one.verdict(at, foots=True) for at in of(votes, "foots")]


def _repeats(one: Sum, votes: list[str]) -> bool:
    """Say whether what stands below a total only says it again, of rows above it.

    Such are `Total`, `As in the accounts` and `Difference`.
    """
    lines, index = one.sides.lines, one.index
    above = index > 1 and all(line.kind in PARTS for line in lines[index - 2 : index])
    alone = not any(one.proves(at) for at in of(votes, "foots"))
    return above and alone and is_bare(lines[index].label)


def _twice(one: Sum, before: list[str]) -> list[Verdict]:
    """Return the verdicts where a total foots only without a row that stands twice."""
    found = (
        None if "foots" in before and "fails" not in before else one.without_repeats()
    )
    if found is None:
        return []
    once, row = found
    votes = _votes(once)
    if "fails" in votes or "foots" not in votes:
        return []
    cells = tuple(cell for cell in one.sides.lines[row].cells if cell)
    right = [once.verdict(at, foots=True) for at in of(votes, "foots")]
    return [replace(one, again=cells) for one in right]


def _votes(one: Sum) -> list[str]:
    """Return the vote of every cell of the total line, `skip` where none is cast.

    A long line is given up when none of the first cells foots.
    """
    width = len(one.sides.headings)
    out = ["skip"] * width
    probe = range(0, width, max(1, width // PROBE))
    order = [*probe, *sorted(set(range(width)) - set(probe))]
    for count, at in enumerate(order):
        if not one.sides.work.may(len(one.parts) + 1):
            return ["skip"] * width
        out[at] = one.vote(at)
        tried = count + 1 == len(probe) and width > 2 * PROBE
        if tried and "foots" not in out and "fails" in out:
            near = [one.is_near(k) for k in probe if out[k] == "fails"]
            if not (all(near) and is_bare(one.sides.lines[one.index].label)):
                return ["skip"] * width
    if any(one.proves(at) for at in of(out, "foots")):
        # Where another column is made of the same rows these are no rates.
        out = [
            "fails" if vote == "skip" and one.is_share(at) else vote
            for at, vote in enumerate(out)
        ]
    return out
