"""Deciding: a report and an author's wish in, `decisions.yml` as it would be out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.dates import is_day
from crossfoot.engines.checking import check
from crossfoot.engines.files import decode, encode_like, write
from crossfoot.engines.fixing import diff
from crossfoot.findings import listed, nearest, several
from crossfoot.places import Place, Text
from crossfoot.repeats.decisions import Decision, Side, parse
from crossfoot.repeats.rulings import follows
from crossfoot.repeats.written import FormError, entry, recorded
from crossfoot.site import Site, is_utf8

SHORTEST = 4
"""Characters of an identifier that can stand for it."""

WORDS = 8
"""First words of a passage that stand beside its decision."""

STOOD = "it stood when checking began"

OPEN = ("fail", "replace", "drop", "report")


class RefusedError(ValueError):
    """Why nothing was decided, in one line."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an author wants to decide."""

    because: str
    idents: Sequence[str] = ()
    """Identifiers or their beginnings; none: all that is not decided yet."""
    ruling: str = "allow"
    owner: str = ""
    expires: str = ""


def wish(said: Mapping[str, Any]) -> Wish:
    """Return what the options of the command ask for.

    Raises RefusedError when they do not go together.
    """
    baseline, because = said["baseline"], said["because"]
    if not baseline and not said["accept"]:
        raise RefusedError("no relation is named; name some with --accept ID")
    if baseline and said["ruling"] not in {None, "allow"}:
        raise RefusedError("--baseline allows what stands; take --as out")
    if because is None and baseline:
        because = STOOD
    return Wish(
        because or "",
        said["accept"] or (),
        said["ruling"] or "allow",
        said["owner"] or "",
        said["expires"] or "",
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What a wish makes of `decisions.yml`, or of another file."""

    path: Path
    data: bytes
    diff: str
    """Empty where nothing changes."""
    says: str
    """What was done, in a line."""

    def apply(self) -> None:
        """Write the file whole, or not at all."""
        if self.diff:
            write(self.path, self.data)


def decide(root: Path, wish: Wish) -> Change:
    """Return what a wish changes in a report's `decisions.yml`.

    Raises RefusedError when it cannot be carried out, and NothingCheckedError where
    there is no report.
    """
    wish = _sound(wish)
    done = check(root, ("read", "repeats"), ("repeats.json",))
    rows = list(_flat(done.products["repeats.json"]["relations"]))
    relations = merged(rows)
    chosen = _chosen(relations, _joint(rows), wish)
    if wish.ruling != "allow" and not any(one["class"] == "exact" for one in chosen):
        kinds = listed(sorted({one["class"] for one in chosen}))
        raise RefusedError(
            f"only equal text is ever cut, and this is {kinds}; take --as out"
        )
    site = Site.at(root)
    name = site.source("decisions.yml")
    before, text = editable(root, name)
    new = {one["id"]: _entry(root, one, wish) for one in chosen}
    old, _ = parse(text)
    try:
        after = recorded(text, new, _replaced(old, chosen, relations))
    except FormError as problem:
        raise RefusedError(f"{name} cannot be added to: {problem}") from None
    shown = diff({name: text}, {name: after}) if after != text.text else ""
    says = f"Decided about {several(len(chosen), 'relation')} in {root / name}"
    if not shown:
        says = "Nothing to decide: decisions.yml says so already"
    return Change(root / name, encode_like(before, after), shown, says)


def editable(root: Path, name: str) -> tuple[bytes, Text]:
    """Return what a file that is to be added to holds, if it is there: raw, and read.

    Raises RefusedError when it is not UTF-8.
    """
    path = root / name
    before = path.read_bytes() if path.is_file() else b""
    raw, bad = decode(before)
    if bad is not None:
        raise RefusedError(f"{name} is not UTF-8; save it as UTF-8")
    return before, Text(name, raw)


def _sound(wish: Wish) -> Wish:
    """Return a wish with its reason in one line; refuse one that says too little."""
    because = " ".join(wish.because.split())
    if not because:
        raise RefusedError('no reason is given; add --because "…"')
    if wish.expires and not is_day(wish.expires):
        raise RefusedError(f"“{wish.expires}” is no day; write one such as 2026-12-31")
    if not is_utf8(because + wish.owner):
        raise RefusedError("the reason or the owner is not UTF-8")
    return Wish(because, wish.idents, wish.ruling, wish.owner, wish.expires)


Row = Mapping[str, Any]


def _flat(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield relations, and those that one of them tells of.

    A decision on what tells of others is one on each, so that an edit to one of them
    brings that one back and no other. What is told with another pair, for it stands in
    one section with that, is decided for itself.
    """
    rows = list(rows)
    joint = {row["id"] for row in rows if "sections" in row}
    for row in rows:
        if "sections" not in row:
            own = {} if row.get("within") in joint else {"within": ""}
            own = {"within": row["id"]} if "passages" in row else own
            yield {**row, **own}
        yield from ({**one, "within": row["id"]} for one in row.get("passages", ()))


def _joint(rows: Iterable[Row]) -> dict[str, list[str]]:
    """Return the identifiers of what each relation tells of, its own among them."""
    out: dict[str, list[str]] = {}
    for row in rows:
        if row.get("within"):
            out.setdefault(row["within"], []).append(row["id"])
    return out


def merged(rows: Iterable[Row]) -> dict[str, dict[str, Any]]:
    """Return relations by identifier; one text may be a relation more than once."""
    out: dict[str, dict[str, Any]] = {}
    for row in rows:
        one = out.setdefault(row["id"], {**row, "files": {"a": [], "b": []}})
        turned = one["sha256"] != row["sha256"]
        for side, here in zip("ab", "ba" if turned else "ab", strict=True):
            files = Counter(place["file"] for place in row[here])
            files |= Counter(one["files"][side])
            one["files"][side] = sorted(files.elements())
        if "decision" not in row:
            one.pop("decision", None)
    return out


def _chosen(
    relations: Mapping[str, Row], joint: Mapping[str, list[str]], wish: Wish
) -> list[Row]:
    if wish.idents:
        named = [_named(ident, {*relations, *joint}) for ident in wish.idents]
        names = [name for one in named for name in joint.get(one, [one])]
        return [relations[ident] for ident in dict.fromkeys(names)]
    rows = relations.values()
    return [one for one in rows if one["action"] in OPEN and "decision" not in one]


def _named(word: str, relations: Collection[str]) -> str:
    """Return the identifier that a word stands for."""
    ident = word.strip().rstrip("….").lower()
    found = sorted(one for one in relations if one.startswith(ident))
    if len(found) == 1 and len(ident) >= SHORTEST:
        return found[0]
    if len(found) > 1 and len(ident) >= SHORTEST:
        raise RefusedError(f"{word} is the beginning of {listed(sorted(found))}")
    near = nearest(ident, relations) or (found[0] if found else "")
    hint = f"; did you mean {near}?" if near else "; `crossfoot repeats` lists them"
    raise RefusedError(f"{word} is the identifier of no relation{hint}")


def _entry(root: Path, row: Row, wish: Wish) -> str:
    """Return the lines of a decision on a relation."""
    told = row["differences"] if row["class"] == "contradiction" else []
    a, b = (
        Side(
            tuple(row["files"][side]),
            row["sha256"][side],
            tuple(part[side] for part in told),
        )
        for side in "ab"
    )
    one = Decision(
        row["id"],
        row["class"],
        wish.ruling,
        a,
        b,
        wish.because,
        wish.owner,
        wish.expires,
    )
    return entry(one, _words(root, row["a"][0]))


def _words(root: Path, place: Row) -> str:
    """Return the first words of a passage."""
    text = Text(place["file"], decode((root / place["file"]).read_bytes())[0])
    span = text.span(
        Place(
            place["file"],
            place["start"],
            place["column"],
            place["end"],
            place["end_column"],
        )
    )
    words = text.slice(span).split()
    return " ".join(words[:WORDS]) + ("…" if len(words) > WORDS else "")


def _replaced(
    old: Iterable[Decision], chosen: Sequence[Row], relations: Mapping[str, Row]
) -> dict[str, str]:
    """Return the decisions on earlier forms of the chosen relations."""
    out: dict[str, str] = {}
    for one in old:
        if one.ident in relations:
            continue
        scores = [
            (follows(one, files["a"], files["b"], row["sha256"].values()), row["id"])
            for row in chosen
            for files in [row["files"]]
        ]
        best = max((score for score, _ in scores), default=0)
        idents = [ident for score, ident in scores if score == best]
        if best and (best > 1 or idents[0] not in out.values()):
            out[one.ident] = idents[0]
    return out
