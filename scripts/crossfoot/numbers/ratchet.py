"""The ratchet: what `checks.yml` asks of coverage, and what stands, in; NUM07 out.

Shares are compared exactly, not as printed: in a report of three thousand numbers
thirty of them make one hundredth.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal, InvalidOperation
from typing import Any

from crossfoot.findings import Finding, nearest
from crossfoot.numbers.ledger import BACKED
from crossfoot.places import Place
from crossfoot.yamlfile import Document, Path

KEYS = ("minimum", "verified", "chapters")
WHOLE = "coverage"
"""What tells the finding on the whole report from others."""
PLACES = Decimal("0.0001")
"""To what a share is rounded down where it is recorded."""


@dataclass(frozen=True, slots=True)
class Floor:
    """A share that coverage may not fall below."""

    share: Decimal
    place: Place
    chapter: str = ""
    """A chapter's name or file; empty for the whole report."""
    verified: bool = False
    """Waivers do not count."""
    named: Place | None = None
    """Where the chapter is named."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with `coverage:`."""

    message: str
    path: Path
    way: str
    at_key: bool = False


def floors(document: Document, value: Any) -> Iterator[Floor | Fault]:
    """Yield what `coverage:` asks for, and what is wrong with it."""
    path: Path = ("coverage",)
    if not isinstance(value, dict):
        yield _floor(document, path, value)
        return
    for key, said in value.items():
        if key not in KEYS:
            yield Fault(f"“{key}” is no key here", (*path, key), _way(key), at_key=True)
        elif key != "chapters":
            yield _floor(document, (*path, key), said, verified=key == "verified")
        elif isinstance(said, dict):
            for name, share in said.items():
                yield _floor(document, (*path, key, name), share, chapter=name)
        else:
            way = "Write {03-method: 0.80}"
            yield Fault("“chapters” names chapters", (*path, key), way)


def _way(key: str) -> str:
    near = nearest(key, KEYS)
    return f"Write {near}" if near else f"Use {', '.join(KEYS[:-1])} or {KEYS[-1]}"


def _floor(
    document: Document,
    path: Path,
    value: Any,
    chapter: str = "",
    *,
    verified: bool = False,
) -> Floor | Fault:
    try:
        share = Decimal(str(value))
    except InvalidOperation:
        share = Decimal(-1)
    if share.is_finite() and 0 <= share <= 1:
        key = document.key(*path)
        return Floor(share, document.place(*path), chapter, verified, key)
    return Fault("Coverage is a share from 0 to 1", path, "Write a share such as 0.90")


def exact(tally: Mapping[str, Any], *, verified: bool = False) -> Decimal:
    """Return the share of a tally that is backed, not rounded."""
    names = [name for name in BACKED if not (verified and name == "waived")]
    whole = int(tally["quantities"])
    return (
        Decimal(sum(int(tally[name]) for name in names)) / whole
        if whole
        else Decimal(1)
    )


def recorded(tally: Mapping[str, Any], *, verified: bool = False) -> Decimal:
    """Return the share that a record of what stands holds, rounded down."""
    share = exact(tally, verified=verified)
    return share.quantize(PLACES, ROUND_FLOOR)


def named(name: str, coverage: Mapping[str, Any]) -> str:
    """Return the file that a chapter's name stands for, or "" when none does."""
    files = coverage["by_chapter"]
    stems = {file.rpartition("/")[2].removesuffix(".md"): file for file in files}
    return name if name in files else stems.get(name.removesuffix(".md"), "")


def ratchet(floors: list[Floor], coverage: Mapping[str, Any]) -> list[Finding]:
    """Return the findings on coverage that fell, and on chapters that are not there."""
    out = []
    # The whole report first, waivers counted: what follows may say the same.
    for floor in sorted(floors, key=lambda one: one.verified or bool(one.chapter)):
        file = named(floor.chapter, coverage) if floor.chapter else ""
        if floor.chapter and not file:
            out.append(_unknown(floor, coverage))
            continue
        tally = coverage["by_chapter"][file] if file else coverage
        stands = exact(tally, verified=floor.verified)
        if stands < floor.share and not _told(floor, out, coverage):
            out.append(_fallen(floor, file, stands))
    return out


def _told(floor: Floor, before: list[Finding], coverage: Mapping[str, Any]) -> bool:
    """Say whether the same fall was found already: without waivers, there is one."""
    whole = any(one.anchor == WHOLE for one in before)
    return floor.verified and whole and not coverage["waived"]


def _unknown(floor: Floor, coverage: Mapping[str, Any]) -> Finding:
    stems = [
        file.rpartition("/")[2].removesuffix(".md") for file in coverage["by_chapter"]
    ]
    near = nearest(floor.chapter, stems)
    return Finding(
        "NUM08",
        f"Coverage is asked of “{floor.chapter}”, which is no chapter with numbers",
        floor.named or floor.place,
        help=f"Write {near}" if near else "Name a chapter, or take the line out",
        found=floor.chapter,
        expected=near,
    )


def _fallen(floor: Floor, file: str, stands: Decimal) -> Finding:
    share = str(stands.quantize(max(_step(floor.share), PLACES), ROUND_FLOOR))
    kind = "verified" if floor.verified else "backed"
    where = f" of {file}" if file else ""
    return Finding(
        "NUM07",
        f"{_percent(Decimal(share))} of the quantities{where} are {kind}; checks.yml"
        f" asks for {_percent(floor.share)}",
        floor.place,
        help="Bind the numbers that NUM05 names, or waive them with a reason"
        if not floor.verified
        else "Bind numbers that are waived or unbound",
        found=share,
        expected=str(floor.share),
        anchor=f"{WHOLE} {file} {kind}" if file or floor.verified else WHOLE,
    )


def _percent(share: Decimal) -> str:
    """Return a share as people read it: 94.54%."""
    return f"{share.scaleb(2).normalize():f}%"


def _step(share: Decimal) -> Decimal:
    """Return one in the last place of a share, at most a hundredth."""
    exponent = share.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), -2))
