"""Chosen sums: a total line in; the sum that its columns agree on, as verdicts, out.

Candidate sets of parts are tried in order; the columns vote. A column that does not
foot is an error only when another of the same line foots with the same parts. What no
set explains is unknown, and left alone.
"""

from dataclasses import replace

from crossfoot.numbers.labels import is_bare
from crossfoot.numbers.tables.candidates import PARTS, Candidate
from crossfoot.numbers.tables.choices import choices
from crossfoot.numbers.tables.failing import Proof, failed, may_tell, of
from crossfoot.numbers.tables.lacking import lacking
from crossfoot.numbers.tables.lines import Sides
from crossfoot.numbers.tables.nested import outer
from crossfoot.numbers.tables.summable import CHANGES
from crossfoot.numbers.tables.sums import Sum, Verdict, value_of

NOTHING = Proof()
CHANCE = 100
"""Steps of a total from which lines picked freely do not make it by chance."""
SCATTERED = 3
"""Columns of which none adds up from which on some above and some below their sums
tell that other lines are meant."""
SPARE, APART = 1, 100
"""Columns that may add up by chance beside those, where all of those are off by more
than one part of so many."""
SEVERAL = 3
"""Columns that show what a total is made of, besides what it is known to be."""
SHOWN = 8
"""Columns that prove a choice, for each that fails, against all others."""
PROBE = 6
"""Cells of a long line that are looked at before the others."""


Choice = tuple[Sum, Candidate, list[str]]
"""A sum, what it was chosen by, and the votes on it."""


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
            return [*settled, *(_again(best) if best and settled else ())]
        manifold = manifold or (option.votes == 1 and one.is_manifold())
        won = _won(one, option, votes)
        better = won is not None and won > most and won[0] >= most[0]
        if won is not None and (option.named or better):
            best, most = (one, option, votes), (len(votes), 1) if option.named else won
    plain = best and (not manifold or _is_recent(best) or _is_shown(best))
    return _failing(best, near, proof) if best and plain else []


def _again(best: Choice) -> list[Verdict]:
    """Return the verdict on what else a total is the sum of, but for one column.

    A total of totals may be broken down again by the rows right above it, as several
    columns show; in the only one in which it is not, some number is wrong.
    """
    one, option, votes = best
    solid = sum(map(one.proves, of(votes, "foots")))
    wrong = of(votes, "fails")
    if not option.loose or len(wrong) != 1 or solid < SEVERAL:
        return []
    told = (one.verdict(at, foots=False, sure=False) for at in wrong)
    near = may_tell(one, wrong[0]) and len(one.terms(wrong[0])) > 1
    return [replace(each, backed=True) for each in told] if near else []


def _is_recent(best: Choice) -> bool:
    """Say whether most columns prove that the lines since the last total make it up.

    Then those before them may say the same once more, broken down another way.
    """
    one, option, votes = best
    right = of(votes, "foots")
    solid = any(map(one.proves, right)) and len(right) > votes.count("fails")
    return option.loose and solid


def _is_shown(best: Choice) -> bool:
    """Say whether so many columns prove a choice that no other is meant."""
    one, _, votes = best
    solid = sum(map(one.proves, of(votes, "foots")))
    return solid >= SHOWN * max(1, votes.count("fails"))


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
    return [] if _is_scattered(told) or _passes_over(best[0], told) else told


def _passes_over(one: Sum, told: list[Verdict]) -> bool:
    """Say whether a total is told of by totals alone, and rows stand among them.

    They are parts of something, and what holds them one that nobody can read.
    """
    lines = one.sides.lines
    if not told or {lines[k].kind for k in told[0].lines} != {"total"}:
        return False
    between = range(min(told[0].lines) + 1, one.index)
    unread = (
        cell
        for k in between
        for cell in lines[k].cells
        if cell and cell.cell.kind in {"text", "unknown"}
    )
    return any(any(map(str.isdigit, cell.text)) for cell in unread)


def _is_scattered(told: list[Verdict]) -> bool:
    """Say whether columns are above and below their sums alike, and none adds up.

    Then the lines are not those that the total is made of. Nor are they where all
    come to more: people who are of several groups, or the mean of rates.
    """
    # A change may be any, whatever row is missing.
    told = [one for one in told if not CHANGES.search(one.heading)] or told
    amounts = [(one.total.cell.amount, one.sum) for one in told if not one.foots]
    signs = {a.value > real for a, real in amounts if a and a.value is not None}
    # Parts that come to more than their total in all of them count some things twice.
    wrong = [one for one in told if not one.foots]
    over = signs == {False} and all(map(_is_plain, wrong))
    # The sum of another column is a total that stands in the wrong one.
    elsewhere = {one.sum for one in wrong} & {value_of(one.total) for one in wrong}
    over = over and len(elsewhere) * 2 < max(SCATTERED, len(wrong))
    far = over and all(value_of(one.total) * 3 < one.sum * 2 for one in wrong)
    if over and len(wrong) * 2 > len(told):
        return len(wrong) >= (2 if far else SCATTERED)
    # What fits one column of many is chosen for that one, unless rounding explains it.
    far = all(abs(value_of(x.total) - x.sum) * APART > abs(x.sum) for x in wrong)
    most = len(told) - len(amounts) <= (SPARE if far else 0)
    return most and len(amounts) >= SCATTERED and len(signs) > 1


def _is_plain(one: Verdict) -> bool:
    return all(value_of(cell) >= 0 for cell in (one.total, *one.parts))


def _is_less(option: Candidate, votes: list[str], best: Choice) -> bool:
    """Say whether a choice explains no more columns than one that is proved.

    Lines below a total say it again, unless it heads them below a heading; a label of
    two names may mean all totals.
    """
    one, chosen, voted = best
    right = of(voted, "foots")
    kinds = {one.sides.lines[k].kind for k in option.parts}
    if chosen.named or not any(map(one.proves, right)):
        return chosen.named and kinds != {"total"}
    heads = one.index and one.sides.lines[one.index - 1].kind == "section"
    again = option.below and chosen.loose and not heads
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

    Among many choices some fit by chance, so they must win clearly: by two large
    totals, or by many small ones.
    """
    foots, fails = votes.count("foots"), votes.count("fails")
    sure = option.votes == 1 and not option.whole
    large = sum(one.steps(at) >= CHANCE for at in of(votes, "foots"))
    # Rows that say sums again are known by themselves.
    told = option.whole and (option.loose or option.below)
    clear = large >= (1 if told else 2) or _is_shown((one, option, votes))
    won = clear and (told or foots > fails)
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
