"""What a chapter's numbers depend on: its text and what is known in, an address out.

An edit of the data redoes only the chapters that name what it changed.
"""

import marshal
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crossfoot.amounts.marks import KEY
from crossfoot.numbers.known import Known

USED = (
    re.compile(rf"value\s*=\s*\\?[\"']?({KEY})"),
    re.compile(rf"`=\s*({KEY})"),
)
"""A key in the JSON of a chapter, where a quotation mark has a backslash."""
TABLE = re.compile(r"\.[cC][sS][vV]")


class Named(NamedTuple):
    """What the JSON of a chapter names that its numbers may depend on."""

    keys: Sequence[str] = ()
    """Keys of quantities."""
    tables: Sequence[str] = ()
    """Names of the tables there are that it may show."""
    shows: bool = False
    """Whether it may show any table."""


def named(source: str, tables: Iterable[str]) -> Named:
    """Return what a text names, `tables` being the names of the files there are."""
    keys = {key for form in USED for key in form.findall(source)}
    shown = [name for name in tables if name in source]
    return Named(sorted(keys), shown, bool(TABLE.search(source)))


def name_of(file: str) -> str:
    """Return the name of a file without its folders."""
    return file.rpartition("/")[2]


def used(one: Named, known: Known, rest: str) -> bytes:
    """Return all that a chapter's numbers depend on besides its own JSON.

    That is each quantity and table that the chapter names, and `rest`, on which every
    one depends; a name that is missing depends on all names, because the nearest one
    is offered.

    Nothing reads it again: it is a part of an address, and is made in a quarter of the
    time that JSON takes. The second form of `marshal` writes equal values alike.
    """
    quantities = {
        key: known.quantities[key].entry for key in one.keys if key in known.quantities
    }
    # What a table's records are follows from its bytes and columns.
    tables = {
        file: {name: part for name, part in table.items() if name != "records"}
        for file, table in known.tables.items()
        if name_of(file) in one.tables
    }
    names = sorted(known.quantities) if len(one.keys) > len(quantities) else []
    failed = sorted(known.failed.intersection(one.keys))
    files = sorted(known.files) if one.shows else []
    return marshal.dumps((quantities, tables, names, failed, files, rest), 2)
