"""Rulings: relations and what authors decided in, what is done about each out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from crossfoot.dates import is_named
from crossfoot.findings import Finding, Related, Waiver, listed
from crossfoot.repeats.decisions import Decision, Told
from crossfoot.repeats.policies import CUTTING, DEFAULTS, Policies
from crossfoot.repeats.relations import RANKS, Fate, Relation

ACTIONS = {"allow": "waived", "link": "replace", "drop": "drop"}


@dataclass(frozen=True, slots=True)
class Book:
    """The decisions that have not expired."""

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """By the identifier of their relation."""
    kinds: frozenset[str] = frozenset()

    def on(self, one: Relation) -> Iterator[Decision]:
        """Yield the decisions on a relation's texts, that for its own class first."""
        kinds = sorted(self.kinds, key=lambda kind: (kind != one.kind, kind))
        names = (one.ident_as(kind) for kind in kinds)
        yield from (self.decisions[name] for name in names if name in self.decisions)


def book(told: Told) -> Book:
    """Return the decisions that have not expired."""
    valid = [one for one in told.decisions if not _is_over(one, told)]
    kinds = frozenset(one.kind for one in valid)
    return Book({one.ident: one for one in valid}, kinds)


def _is_over(one: Decision, told: Told) -> bool:
    return bool(one.expires) and one.expires < told.day.isoformat()


def rule(relations: Iterable[Relation], policies: Policies, decided: Book) -> None:
    """Set what is done about relations of which nothing can be cut."""
    for one in relations:
        chosen = "none" if one.summary else policies.of(one.kind, *one.files)
        chosen = "report" if chosen in CUTTING else chosen
        fate = Fate(chosen, chosen)
        match(one, decided)
        if one.decision and one.decided and one.decision.ruling == "allow":
            fate.action, fate.waiver = "waived", _waiver(one.decision)
        one.fates = [fate]
        one.action = fate.action


def rule_exact(one: Relation, decided: Book) -> None:
    """Set what is done about each copy of an exact repeat, which has its fates."""
    copies = match(one, decided)
    decision = one.decision
    if decision is None or (one.summary and decision.ruling != "allow"):
        return
    for number in copies:
        fate = one.fates[number]
        if fate.action == "waived":
            continue
        fate.action = ACTIONS.get(decision.ruling, "replace")
        fate.waiver = _waiver(decision)
    if decision.ruling == "keep-second":
        second = _second(one, decision, copies)
        if second is not None:
            one.fates[second].second = True


def _waiver(decision: Decision) -> Waiver:
    return Waiver(decision.because, decision.owner)


def _second(one: Relation, decision: Decision, copies: Sequence[int]) -> int | None:
    """Return the copy that stays, None where it comes first already."""
    (first, *_), files = one.files
    wanted = set(decision.b.files)
    if first in wanted and first not in decision.a.files:
        return None
    return next((n for n in copies if files[n] in wanted), None)


def settle(one: Relation) -> None:
    """Say of an exact repeat what is done, worst first, once the cuts are known."""
    for fate in one.fates:
        if fate.action in CUTTING and fate.stays is None:
            fate.stuck, fate.action, fate.waiver = True, "report", None
    if one.fates:
        one.action = min((fate.action for fate in one.fates), key=RANKS.index)


def match(one: Relation, decided: Book) -> list[int]:
    """Give a relation its decision; return the copies that it is about."""
    for decision in decided.on(one):
        if copies := covered(one, decision):
            one.decision = decision
            one.decided = len(copies) == len(one.b)
            return copies
    return []


def covered(one: Relation, decision: Decision) -> list[int]:
    """Return the copies that a decision on a relation's texts is about."""
    if fault(one, decision):
        return []
    first, copies = one.files
    if one.hashes[0] == one.hashes[1]:
        left = Counter((*decision.a.files, *decision.b.files))
        if not _take(left, first):
            return []
    else:
        direct = decision.a.sha256 == one.hashes[0]
        sides = decision.a, decision.b
        mine, other = sides if direct else reversed(sides)
        if not _take(Counter(mine.files), first):
            return []
        left = Counter(other.files)
    return [number for number, file in enumerate(copies) if _take(left, [file])]


def _take(left: Counter[str], files: Iterable[str]) -> bool:
    """Take files out of those that are left; say whether each was there."""
    for file in files:
        if not left[file]:
            return False
        left[file] -= 1
    return True


def fault(one: Relation, decision: Decision) -> str:
    """Say why a decision on the relation of its identifier does not hold, or ""."""
    ranks = list(DEFAULTS)
    if ranks.index(one.kind) < ranks.index(decision.kind):
        return f"was made for class {decision.kind}, and this is {one.kind} now"
    if sorted(one.hashes) != sorted((decision.a.sha256, decision.b.sha256)):
        return "names other texts than those that stand there"
    if decision.kind != "contradiction":
        return ""
    said = sorted((decision.a.says, decision.b.says))
    if said != sorted(_says(one)):
        return "names other words than those that differ"
    return ""


def _says(one: Relation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parts = one.differences
    return tuple(part.a for part in parts), tuple(part.b for part in parts)


def judge(
    told: Told, relations: Sequence[Relation], files: Collection[str]
) -> list[Finding]:
    """Return what is wrong with `decisions.yml` and with each decision.

    `files` are the chapters there are.
    """
    out = list(told.findings)
    named: dict[str, list[Relation]] = {}
    kinds = {one.kind for one in told.decisions}
    for relation in relations:
        for kind in kinds:
            named.setdefault(relation.ident_as(kind), []).append(relation)
    for one in told.decisions:
        out += _judged(one, told, named.get(one.ident, []), relations, files)
    return out


def _judged(
    one: Decision,
    told: Told,
    named: Sequence[Relation],
    relations: Sequence[Relation],
    files: Collection[str],
) -> Iterator[Finding]:
    used = [relation for relation in named if relation.decision is one]
    if one.expires and not is_named(told.day):
        message = f"Decision on {one.ident} expires on {one.expires}"
        yield Finding(
            "REP06",
            f"{message}, but the report names no date",
            one.until,
            help="Write `date:` in report.yml, or take `expires` out",
            severity="warning",
            anchor=f"{one.ident} undated",
        )
    if _is_over(one, told):
        message = f"Decision on {one.ident} expired on {one.expires}"
        way = "Settle the passages, or set a later `expires`"
        yield Finding("REP06", message, one.until, help=way, anchor=one.ident)
    elif used:
        reasons = (_hindrance(relation, one) for relation in used)
        if reason := next(filter(None, reasons), ""):
            yield _idle(one, reason)
    elif gone := sorted({*one.a.files, *one.b.files} - {*files}):
        why = f"names {listed(gone)}, which is no chapter"
        moved = next((r for r in named if not r.decided), None)
        yield _unused(one, why, moved)
    elif named:
        why = fault(named[0], one) or "names other chapters than those they stand in"
        yield _stale(one, named[0], why)
    elif after := successor(one, relations):
        same = sorted(after.hashes) == sorted((one.a.sha256, one.b.sha256))
        why = "was made for a passage that was edited since"
        yield _stale(one, after, "names an id that nothing has" if same else why)
    else:
        yield _unused(one, "covers nothing; its passages stand twice no more")


def successor(one: Decision, relations: Iterable[Relation]) -> Relation | None:
    """Return what became of a decided relation when its texts were edited."""
    found = [(follows(one, *r.files, r.hashes), r) for r in relations if not r.decided]
    best = max((score for score, _ in found), default=0)
    return next((r for score, r in found if score == best), None) if best else None


def follows(
    one: Decision, a: Iterable[str], b: Iterable[str], hashes: Collection[str]
) -> int:
    """Say how surely a relation is a decided one with a text edited; 0: not at all."""
    sides = {*one.a.files}, {*one.b.files}
    here = {*a}, {*b}
    if not all(x & y for x, y in zip(sides, here, strict=True)) and not all(
        x & y for x, y in zip(reversed(sides), here, strict=True)
    ):
        return 0
    return 2 if {one.a.sha256, one.b.sha256} & {*hashes} else 1


def _hindrance(one: Relation, decision: Decision) -> str:
    """Say why a decision cannot be carried out, or ""."""
    if decision.ruling == "allow":
        return ""
    if one.kind != "exact":
        return f"only equal text is ever cut, and this is {one.kind}"
    if one.summary:
        return "a summary is no reason to cut"
    fates = [fate for fate in one.fates if fate.stuck or fate.action not in CUTTING]
    if any(fate.stuck for fate in one.fates):
        return "taking it out would break what it stands in"
    if not any(fate.action in CUTTING for fate in one.fates):
        kept = any(fate.action == "waived" for fate in fates)
        short = "it is too short, or no whole block or sentence"
        return "a waiver keeps the copy" if kept else short
    return ""


def _idle(one: Decision, reason: str) -> Finding:
    message = f"Decision “{one.ruling}” on {one.ident} cannot be carried out: {reason}"
    way = "Write `as: allow`, or change the text and take the decision out"
    return Finding("REP09", message, one.place, help=way, anchor=one.ident)


def _stale(one: Decision, now: Relation, why: str) -> Finding:
    where = now.b[0][0].place(now.b[0][1])
    return Finding(
        "REP04",
        f"Decision on {one.ident} {why}",
        one.place,
        notes=(Related(f"this is {now.ident} now", where),),
        help=_again(now),
        anchor=one.ident,
    )


def _unused(one: Decision, why: str, moved: Relation | None = None) -> Finding:
    """Return the finding on a decision on nothing, or on passages that moved."""
    way = "Take the decision out"
    if moved:
        why += f"; its passages stand in {listed(sorted({*chain(*moved.files)}))} now"
        way = _again(moved)
    message = f"Decision on {one.ident} {why}"
    return Finding("REP05", message, one.place, help=way, anchor=one.ident)


def _again(now: Relation) -> str:
    return (
        "Look at the passages again, and decide with "
        f'crossfoot repeats --accept {now.ident} --because "…"'
    )
