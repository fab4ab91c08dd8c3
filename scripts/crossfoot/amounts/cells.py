"""A table's cell: its text in, a number, a blank or an unknown out."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from crossfoot.amounts import english, english_money
from crossfoot.amounts.digits import quantity
from crossfoot.amounts.model import ONE, Amount, moved
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.scan import scan
from crossfoot.amounts.signs import READ

BLANKS = frozenset({"", "-", "–", "—", "−", "..", "...", "…", "n/a", "na", "nil", ":"})
UNAVAILABLE = frozenset({"n/a", "na", "..", ":"})
"""Those blanks that say that a number is not available, and not that it is nothing."""
SUPPRESSED = re.compile(r"\*{1,3}|[cxz~#]|\[(?:c|x|z|u|w|low|e)\]|\(c\)", re.IGNORECASE)
"""Shorthand of the Government Analysis Function for values that are withheld."""
MONEY_BLANK = re.compile(rf"[{''.join(READ)}]\s?[-–—−]")
"""An accountant's nothing: `$ -`."""
NOTES = re.compile(
    r"(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹ᵃ-ᶻ]{1,3}|\^[a-z0-9]{1,2}|\s?\[(?:note\s)?[a-z0-9]{1,2}\]"
    r"|\s?\((?:r|p|e|rev)\))$",
    re.IGNORECASE,
)
MARKS = re.compile(r"[*†‡]{1,3}\s?(?=[^\w\s*†‡]{0,3}[0-9])")
"""Signs of notes before a number, as `*–0.5` where a change is not by chance."""
BRACKETS = re.compile(
    rf"(?P<sign>[{''.join(READ)}]\s?)?\((?P<inside>[^()]{{1,40}})\)(?P<tail>%?)"
)
SCALED = re.compile(
    rf"(?:(?P<sign>[{''.join(READ)}])|\b(?P<code>{'|'.join(english.CODES)})\b)"
    r"\s?(?:in\s)?(?:(?P<noughts>['’]?000s?\b)|(?P<name>bn|tn|m|k|[bmtr]+illions?|thousands?)\b)?"
    r"|\((?:in\s)?(?:(?P<bare>['’]?000s?)|(?P<spelt>[bmtr]+illions?|thousands?))\b"
)
SPELT = re.compile(
    r"(?:^|[(,;]\s?|\bin\s)(?:in\s)?(?P<name>[bmtr]+illion|thousand)s?\s(?:of\s)?"
    rf"(?:(?P<money>{any_of(english.MONEY)})\b|(?P<sign>[{''.join(READ)}]))"
    r"(?=\s*(?:$|[),;]))",
    re.IGNORECASE,
)
"""`(thousand euros)`, `in millions of pounds`; not `Firms with two million pounds`."""
CLASSED = re.compile(
    rf"(?:\b(?:{any_of(english_money.CLASSED)})\s|[<>≤≥]\s?)[{''.join(READ)}]\s?[1-9]"
    rf"|[{''.join(READ)}]\s?[1-9][0-9,.]*(?:\s?[a-z]+)?(?:\s?[-–—+]|\s(?:{any_of(english_money.CLASSES)})\b)",
    re.IGNORECASE,
)
"""`Less than $100 million`, `£5,000 to £9,999`: a class, whose amounts are counts."""
PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b(?!\spoint)", re.IGNORECASE)
HEADINGS = 1024
"""Headings whose unit is remembered: it is asked for at each cell below."""
CELLS = 4096
"""Cells that are remembered: the ledger and the totals of a table ask for the same."""
COUNT = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){0,4}|0")
"""A cell that is a count and nothing else, as most cells are."""
SECOND = re.compile(r"\s?[(\[][^()\[\]]{1,60}[)\]]|\s?/.{1,20}")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says."""

    kind: Literal["number", "blank", "unknown", "text"]
    """`unknown`: withheld, or only bounded."""
    amount: Amount | None = None


@lru_cache(CELLS)
def cell(text: str) -> Cell:
    """Read a cell; the amount's offsets are those of `text`.

    A blank, a dash and `nil` are blanks (nothing); `c`, `*`, `[x]` and bounds such
    as `<5` are unknown; brackets round a number make it negative.
    """
    # It takes a third of the time where nothing else is looked for.
    plain = quantity(text, 0) if COUNT.fullmatch(text) else None
    return Cell("number", plain) if plain else _marked(text)


def _marked(text: str) -> Cell:
    """Read a cell that may have signs, notes, brackets or words."""
    bare = text.strip()
    if bare.lower() in BLANKS or MONEY_BLANK.fullmatch(bare):
        return Cell("blank")
    if SUPPRESSED.fullmatch(bare):
        return Cell("unknown")
    lead = MARKS.match(bare)
    bare = NOTES.sub("", bare[lead.end() if lead else 0 :]).rstrip()
    brackets = BRACKETS.fullmatch(bare)
    inside = bare
    if brackets:
        inside = (brackets["sign"] or "") + brackets["inside"] + brackets["tail"]
    amount = _whole(inside)
    if amount is None or amount.value is None:
        return Cell("text")
    start = text.index(bare)
    if amount.comparator:
        return Cell("unknown", moved(amount, start))
    if not brackets:
        return Cell("number", moved(amount, start))
    return Cell("number", _negative(amount, start, bare))


@lru_cache(HEADINGS)
def heading(text: str) -> tuple[str, Decimal]:
    """Return the unit and scale that a column's heading gives: £m, £000, %."""
    spelt = SPELT.search(text)
    power = english.SCALES.get(spelt["name"].lower()) if spelt else None
    if spelt and power:
        money = english.MONEY.get((spelt["money"] or "").lower())
        unit = money or READ.get(spelt["sign"] or "", "")
        return unit, ONE.scaleb(power)
    found = None if CLASSED.search(text) else SCALED.search(text)
    if not found:
        return ("%" if PERCENT.search(text) else ""), ONE
    unit = READ.get(found["sign"] or "", "") or (found["code"] or "")
    name = (found["name"] or found["spelt"] or "").lower().rstrip("s")
    power = 3 if found["noughts"] or found["bare"] else english.SCALES.get(name, 0)
    return unit, ONE.scaleb(power)


def headed(amount: Amount, text: str) -> Amount:
    """Return a cell's bare number with the unit and scale of its heading."""
    unit, scale = heading(text)
    # A scale alone is that of money as well.
    same = amount.unit in {"count", unit} or (not unit and amount.unit.isupper())
    if not same or amount.scale != ONE:
        return amount
    if not unit and scale == ONE:
        return amount
    return replace(
        amount,
        unit=unit or amount.unit,
        value=None if amount.value is None else amount.value * scale,
        scale=scale,
        step=amount.step * scale,
        figure=amount.figure * scale,
    )


def _whole(text: str) -> Amount | None:
    """Return the one number that fills a text, a second in brackets apart."""
    amounts = scan(text)
    if not amounts:
        return None
    first = amounts[0]
    if first.lead or not (
        first.kind == "quantity" or first.rule in {"year", "pronoun"}
    ):
        return None
    rest = text[first.tail :]
    if rest.strip() and not SECOND.fullmatch(rest):
        return None
    # Times are added up where all their units are read: 1 h 20 min and 45 min.
    if first.unit == "s":
        return None
    upper, stroke, _ = first.text.partition("/")
    if stroke and first.unit == "ratio":
        # In a cell 3/5 is so many of five, as 7/20 is of twenty.
        return next(iter(scan(text[: len(upper)])), None)
    if first.kind == "quantity":
        return first
    return replace(first, kind="quantity", unit=first.unit or "count", rule="")


def _negative(amount: Amount, start: int, bare: str) -> Amount:
    end = start + len(bare)
    first, last = amount.figures
    shift = 1 + amount.start
    return replace(
        amount,
        start=start,
        end=end,
        lead=start,
        tail=end,
        text=bare,
        value=-amount.value if amount.value is not None else None,
        figures=(first + shift, last + shift),
    )
