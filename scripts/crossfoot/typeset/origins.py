"""Origins: the ledger and what figures were drawn from in, what a page can tell out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

FILE = "_file-{}"
"""Identifier of what is said of a file."""


class Origins(NamedTuple):
    """Where the numbers of a report come from."""

    quantities: Mapping[str, Mapping[str, Any]] = {}
    """Entries of the ledger's `quantities` by key."""
    numbers: Sequence[Mapping[str, Any]] = ()
    """Entries of the ledger."""
    hashes: Mapping[str, str] = {}
    """SHA-256 of each file, sorted by path."""
    files: Mapping[str, str] = {}
    """Identifier of what is said of each file."""
    shown: Mapping[str, Sequence[str]] = {}
    """Identifiers of the tables and figures that show what a file holds."""


def origins(
    ledger: Mapping[str, Any], drawn: Iterable[Mapping[str, str]] = ()
) -> Origins:
    """Return what `numbers.json` says; `drawn` are the hashes of figures' files."""
    quantities = {one["key"]: one for one in ledger.get("quantities", ())}
    numbers = ledger.get("numbers", ())
    sources = [one["source"] for one in (*quantities.values(), *numbers)]
    found = {one["file"]: one["sha256"] for one in sources if one and one["file"]}
    pictures = list(drawn)
    for files in pictures:
        found.update(files)
    hashes = {file: str(found[file]) for file in sorted(found)}
    names = {file: FILE.format(at) for at, file in enumerate(hashes, 1)}
    return Origins(quantities, numbers, hashes, names, _shown(numbers, pictures))


def _shown(
    numbers: Iterable[Mapping[str, Any]], drawn: Iterable[Mapping[str, str]]
) -> dict[str, list[str]]:
    """Return the exhibits of each file: tables made from it, figures drawn with it."""
    made_with = {recipe: files for files in drawn for recipe in files}
    out: dict[str, dict[str, None]] = {}
    for one in numbers:
        if one["where"] == "chart":
            files: Iterable[str] = made_with.get(one["file"], ())
        else:
            files = [one["file"]] if one["span"] is None else []
        for file in files if one["exhibit"] else ():
            out.setdefault(file, {})[one["exhibit"]] = None
    return {file: list(names) for file, names in out.items()}
