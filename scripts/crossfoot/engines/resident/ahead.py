"""Ahead: a report after an edit of words, as the checks will see it again, on the disk.

The ledger and the findings of the last turn are carried on to the chapters as they are
now, so that a page can be made before the numbers in them are read again.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from crossfoot.carrying import Edit, edit, entries, findings
from crossfoot.engines.files import (
    read_chapter,
    read_findings,
    read_json,
    write_findings,
)
from crossfoot.engines.ledgerfile import write_ledger
from crossfoot.places import Text
from crossfoot.site import Site

LEDGER = "numbers.json"
FOUND = ("repeats", "structure", "numbers")
"""Stages whose findings stand in chapters."""


def texts_of(site: Site, files: Iterable[str]) -> dict[str, Text]:
    """Return chapters as they were read last, by their names."""
    names = sorted(PurePosixPath(file).stem for file in files)
    return {name: read_chapter(site, name).text for name in names}


def carried(site: Site, before: Mapping[str, Text]) -> bool:
    """Write what was known of chapters as it is now that they were read again.

    False, and nothing is written, where that cannot be known.
    """
    pairs = [(old, read_chapter(site, name).text) for name, old in before.items()]
    edits = [edit(old, new) for old, new in pairs if old.text != new.text]
    product = read_json(site.build / LEDGER)
    numbers, apart = product["numbers"], product["apart"]
    for one in edits:
        numbers, apart = entries(one, numbers), entries(one, apart)
        if numbers is None or apart is None:
            return False
    write_ledger(site.build / LEDGER, {**product, "numbers": numbers, "apart": apart})
    for stage in FOUND:
        _carry(site, stage, edits)
    return True


def _carry(site: Site, stage: str, edits: Iterable[Edit]) -> None:
    found = read_findings(site, [stage])
    for one in edits:
        found = list(findings(one, found))
    write_findings(site, stage, found)
