"""Tabular: texts near tables in; what their sentences say of rows by name, out."""

from collections.abc import Iterator, Sequence

from crossfoot.amounts.scan import scan
from crossfoot.numbers.cellsaid import Spoken
from crossfoot.numbers.claims import Claim
from crossfoot.numbers.ends import ended
from crossfoot.numbers.itemised import Itemised
from crossfoot.numbers.linear import HOLE, Passage
from crossfoot.numbers.moved import moved
from crossfoot.numbers.naming import Table, table_of
from crossfoot.numbers.rowcounts import row_counts
from crossfoot.numbers.splits import sentences


def told_of(spoken: Sequence[Spoken]) -> Iterator[Itemised]:
    """Yield the claims of sentences on the rows that they name of tables near them."""
    captions = {
        id(one.rows): one.passage.text
        for one in reversed(spoken)
        if one.passage.where == "caption"
    }
    tables: dict[int, Table | None] = {}
    for one in spoken:
        key = id(one.rows)
        if HOLE in one.passage.text:
            continue
        if key not in tables:
            tables[key] = table_of(one, captions.get(key, ""))
        table = tables[key]
        for claim in _claims(table, one.passage) if table else ():
            yield Itemised(claim, one.passage, ())


def _claims(table: Table, passage: Passage) -> Iterator[Claim]:
    text, is_title = passage.text, passage.where == "caption"
    numbers = scan(text)
    for start, end in sentences(text):
        every = [one for one in numbers if start <= one.start < end]
        yield from ended(table, text, (start, end), every)
        yield from moved(table, text, (start, end), every)
        yield from row_counts(table, text, (start, end), every, is_title=is_title)
