"""Row heads: the texts before a table in; the one that counts what its rows are, out.

`The report covers twenty companies.` before a table whose first column is called
`Company`, be it some paragraphs above or the heading. What the column is called says
that its rows are meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossfoot.amounts.model import Amount, is_integral
from crossfoot.amounts.scan import scan
from crossfoot.numbers.beside.tablelines import ends_in_sum
from crossfoot.numbers.labels import WHOLES, kind_of
from crossfoot.numbers.linear import Passage
from crossfoot.numbers.stems import stem
from crossfoot.numbers.texts.claims import PLAIN, number
from crossfoot.numbers.texts.counted import ABOUT, AMID, NOT_ALL, is_thing
from crossfoot.numbers.texts.lists import Listed, of_rows

FEWEST = 2
TEXTS = 4
"""Texts before a table that may count its rows."""
LONGEST = 40
"""Characters of the name of a column that is one thing."""
AFTER = re.compile(r"\s((?:[A-Za-z-]+\s){0,3}?[A-Za-z-]{2,}s)(?![A-Za-z-])")
WITHIN = re.compile(r"\b([A-Za-z-]{2,}s)\s\(\Z")
"""`Entry types (5 a domain)`."""
OF = re.compile(r"\bof\s(?:(?:the|its|our|these)\s)?\Z", re.IGNORECASE)
EVERY = re.compile(r"\ball\s\Z", re.IGNORECASE)
KNOWN = re.compile(r"\b(?:the|these|those)\s\Z", re.IGNORECASE)
NONE = re.compile(r"\W*no(?:ne)?\b", re.IGNORECASE)
"""What a row is called that stands for nothing of the kind."""
NUMBERS = re.compile(r"(?:the\s)?(?:number|no\.|count)\sof\b", re.IGNORECASE)
"""What a column of numbers of things is called, whose rows are no things."""
WORD = re.compile(r"[A-Za-z]{3,}")
COUNTED = re.compile(r"[0-9]\s[A-Za-z]")


def of_named(
    passages: Sequence[Passage], head: str, rows: Sequence[Sequence[Passage | None]]
) -> Iterator[Listed]:
    """Yield the rows of a table as a list after each text that counts them by name.

    `passages` are those before the table, `head` is the heading of its first column.
    """
    counts = len(head) > LONGEST or NUMBERS.match(head)
    thing = [] if counts else WORD.findall(head)[-1:]
    for passage in reversed(passages[-TEXTS:] if thing else []):
        if passage.where not in {"text", "heading"}:
            return
        one = told(passage.text, scan(passage.text), thing[0])
        if one and not is_known(passage, one) and not is_own(passage, one):
            named = _named(passage, thing[0], rows)
            yield from [named] if named else []
        if passage.where == "heading":
            return


def of_closing(
    headings: Sequence[str], rows: Sequence[Sequence[Passage | None]]
) -> Iterator[Listed]:
    """Yield the rows of a table as a list after a cell of its total that counts them.

    `Total | (37 reports)`, in the column `Report`, which names each row otherwise.
    """
    *parts, last = rows if len(rows) > FEWEST else [()]
    for at, (head, closing) in enumerate(zip(headings, last, strict=False)):
        thing = WORD.findall(head)[-1:] if closing and len(head) <= LONGEST else []
        if not closing or not thing or not COUNTED.search(closing.text):
            continue
        named = {cell.text for row in parts for cell in row[at : at + 1] if cell}
        one = told(closing.text, scan(closing.text), thing[0])
        if one and len(named) == len(parts) and _is_total(rows):
            every = (closing,) * len(parts)
            yield Listed(closing, every, kind="named rows", head=thing[0])


def _is_total(rows: Sequence[Sequence[Passage | None]]) -> bool:
    """Say whether the last row of a table is called a total, or is one."""
    called = any(kind_of(cell.text) in WHOLES for cell in rows[-1] if cell)
    return called or ends_in_sum(rows)


def _named(
    passage: Passage, head: str, rows: Sequence[Sequence[Passage | None]]
) -> Listed | None:
    found = of_rows(passage, rows)
    if found is None or any(NONE.match(one.text) for one in found.items):
        return None
    # What the column is called says that no columns are counted. A last row that is
    # what the others come to may be one of its kind.
    last = rows[-1][0] if rows[-1] else None
    called = last is not None and kind_of(last.text) != "part"
    closing = len(found.items) == len(rows) - 1 and not called
    also = frozenset({len(rows)}) if closing else frozenset[int]()
    return replace(found, kind="named rows", head=head, also=also)


def is_own(passage: Passage, one: Amount) -> bool:
    """Say whether a digit that opens a heading is the heading's own: `5 Surveys`."""
    return passage.where == "heading" and not one.worded and one.lead == 0


def is_known(passage: Passage, one: Amount) -> bool:
    """Say whether a sentence speaks of things that are known already."""
    before = passage.text[max(0, one.lead - ABOUT) : one.lead]
    return passage.where == "text" and KNOWN.search(before) is not None


def told(
    text: str, said: Sequence[Amount], head: str, *, amid: bool = False
) -> Amount | None:
    """Return the one number of a text that counts things of a name.

    `amid` says whether it may stand where a text says more of them, `in two phases`.
    """
    forms = (NOT_ALL, OF) if amid else (NOT_ALL, AMID, OF)
    found = [one for one in said if _is_of(text, one, stem(head.lower()), forms)]
    return found[0] if len(found) == 1 else None


def _is_of(text: str, one: Amount, name: str, forms: Sequence[re.Pattern[str]]) -> bool:
    if one.kind != "quantity" or one.unit != "count" or one.comparator not in PLAIN:
        return False
    before = EVERY.sub("", text[max(0, one.lead - ABOUT) : one.lead])
    if any(form.search(before) for form in forms) or not is_integral(number(one)):
        return False
    found = AFTER.match(text, one.tail) or WITHIN.search(before)
    words = found[1].split() if found else []
    return any(stem(word.lower()) == name and is_thing(word) for word in words)
