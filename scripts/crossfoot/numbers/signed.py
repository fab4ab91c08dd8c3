"""What is signed: a ledger and signatures in; what they hold, and findings, out."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crossfoot.codes import Severity
from crossfoot.findings import Finding, Related, listed, several
from crossfoot.numbers.signoff import (
    Lines,
    Signature,
    Signoff,
    entries,
    in_line,
    lines,
    sources,
)
from crossfoot.places import Place

MOST = 20
"""Numbers of a file that are named one by one."""
NAMED = 6
"""Numbers that are named in one message."""
AGAIN = "sign again with crossfoot numbers --sign NAME"
WAY = f"Check it, and {AGAIN}"
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """The numbers of one file against what a signature holds of it."""

    kept: frozenset[int]
    """Positions of numbers that are signed."""
    before: Mapping[int, str]
    """What stood in the place of a number that is not."""
    gone: tuple[str, ...]
    """Numbers that are not there any more."""


def compare(signed: Lines, now: Lines) -> Compared:
    """Compare a file's numbers with the signed ones, in order."""
    kept: set[int] = set()
    before: dict[int, str] = {}
    gone: list[str] = []
    old = new = 0
    for a, c in [*_common(_apart(signed), _apart(now)), (len(signed), len(now))]:
        texts = [one.partition(" ")[2] for one in signed[old:a]]
        if a - old == c - new:
            before |= dict(zip(range(new, c), texts, strict=True))
        else:
            gone += texts
        kept.add(c)
        old, new = a + 1, c + 1
    return Compared(frozenset(kept - {len(now)}), before, tuple(gone))


def _apart(told: Lines) -> list[tuple[str, int]]:
    """Return lines with equal ones counted apart, so that each stands once."""
    seen: dict[str, int] = {}
    out = []
    for one in told:
        seen[one] = number = seen.get(one, 0) + 1
        out.append((one, number))
    return out


def _common(
    before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> list[tuple[int, int]]:
    """Return the longest common subsequence of items that stand once, as positions.

    That is the longest rising run of places (Schensted 1961), in n log n steps.
    """
    places = {one: at for at, one in enumerate(before)}
    ends: list[int] = []
    """The least place in `before` that a run of each length can end at."""
    owners: list[int] = []
    links: dict[int, int | None] = {}
    for at, one in enumerate(after):
        place = places.get(one)
        if place is not None:
            length = bisect_left(ends, place)
            links[at] = owners[length - 1] if length else None
            ends[length : length + 1] = [place]
            owners[length : length + 1] = [at]
    out = []
    here = owners[-1] if owners else None
    while here is not None:
        out.append((places[after[here]], here))
        here = links[here]
    return out[::-1]


def signed(
    product: Mapping[str, Any],
    signoff: Signoff | None,
    required: Place | None,
) -> tuple[dict[str, Any], list[Finding]]:
    """Return what `numbers.json` says of signatures, and what is not signed.

    `required` is where `checks.yml` asks for a signature, if it does.
    """
    held = signoff.signatures if signoff else ()
    findings = list(signoff.findings if signoff else ())
    if not held:
        asked = [] if findings or not required else [_unsigned(required)]
        return {"signatures": [], "unsigned": []}, [*findings, *asked]
    now = lines(product)
    made = [_against(one, now) for one in held]
    last, by_file = held[-1], made[-1]
    kept = {
        file: frozenset().union(*(one[file].kept for one in made if file in one))
        for file in now
    }
    rows = [_row(*pair, now) for pair in zip(held, made, strict=True)]
    severity: Severity = "error" if required else "warning"
    unsigned: list[str] = []
    for file, mine in _by_file(product).items():
        out = [(n, one) for n, one in enumerate(mine) if n not in kept[file]]
        unsigned += [one["id"] for _, one in out]
        findings += _changed(last, by_file.get(file), out, severity)
    findings += _gone(last, by_file, severity)
    findings += _moved(last, sources(product))
    return {"signatures": rows, "unsigned": unsigned}, findings


def _unsigned(place: Place) -> Finding:
    return Finding(
        "NUM15",
        "Nobody has signed the numbers, as checks.yml requires",
        place,
        help="Check them, and sign with crossfoot numbers --sign NAME",
        severity="error",
    )


def _against(one: Signature, now: Mapping[str, Lines]) -> dict[str, Compared]:
    files = dict.fromkeys([*one.numbers, *now])
    return {
        file: compare(one.numbers.get(file, ()), now.get(file, ())) for file in files
    }


def _row(
    one: Signature, made: Mapping[str, Compared], now: Mapping[str, Lines]
) -> dict[str, Any]:
    """Return what is told of a signature."""
    return {
        "name": one.name,
        "date": one.date,
        "because": one.because,
        "ledger": one.ledger,
        "numbers": sum(map(len, one.numbers.values())),
        "kept": sum(len(each.kept) for each in made.values()),
        "holds": dict(one.numbers) == dict(now),
    }


def _by_file(product: Mapping[str, Any]) -> dict[str, list[Entry]]:
    out: dict[str, list[Entry]] = {}
    for one in entries(product):
        out.setdefault(one["file"], []).append(one)
    return out


def _changed(
    last: Signature,
    made: Compared | None,
    out: Sequence[tuple[int, Entry]],
    severity: Severity,
) -> Iterator[Finding]:
    """Yield a finding for each number of a file that is not signed, up to a number."""
    told = out[: MOST - 1] if len(out) > MOST else out
    for number, one in told:
        before = made.before.get(number, "") if made else ""
        yield _one(last, one, before, severity)
    rest = [one for _, one in out[len(told) :]]
    if rest:
        shown = listed([f"“{in_line(one['shown'])}”" for one in rest[:NAMED]])
        more = f"{several(len(rest), 'more number')} from here on are not signed"
        message = f"{more}: {shown}{' and others' if len(rest) > NAMED else ''}"
        place = _place(rest[0])
        yield Finding("NUM15", message, place, help=WAY, severity=severity)


def _one(last: Signature, one: Entry, before: str, severity: Severity) -> Finding:
    shown = in_line(one["shown"])
    who = f"{last.name} signed on {last.date}"
    if not before:
        message = f"“{shown}” is not signed; it is new since {who}"
    elif before == shown:
        message = f"“{shown}” rests on something else than when {who}"
    else:
        message = (
            f"“{shown}” is not signed; {last.name} signed “{before}” on {last.date}"
        )
    return Finding(
        "NUM15",
        message,
        _place(one),
        notes=(Related("the signature", last.places["name"]),),
        help=WAY,
        found=one["shown"],
        expected=before,
        severity=severity,
        anchor=f"{one['id']} {message}",
    )


def _gone(
    last: Signature, made: Mapping[str, Compared], severity: Severity
) -> Iterator[Finding]:
    for file, one in made.items():
        if one.gone:
            shown = listed([f"“{text}”" for text in one.gone[:NAMED]])
            more = " and others" if len(one.gone) > NAMED else ""
            count = several(len(one.gone), "signed number")
            verb = "is" if len(one.gone) == 1 else "are"
            yield Finding(
                "NUM15",
                f"{count} of {file} {verb} not there any more: {shown}{more}",
                last.places[file],
                help=f"Check the text, and {AGAIN}",
                severity=severity,
            )


def _moved(last: Signature, now: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a warning for each file whose bytes are others than the signed ones."""
    for file, digest in last.sources.items():
        if file in now and now[file] != digest:
            yield Finding(
                "NUM17",
                f"{file} has changed since {last.name} signed on {last.date}",
                last.places[file],
                help="Numbers whose value it changed are named as NUM15; sign again"
                " to record the file",
            )


def _place(one: Entry) -> Place:
    names = ("file", "line", "column", "end_line", "end_column")
    return Place(*(one[name] for name in names))
