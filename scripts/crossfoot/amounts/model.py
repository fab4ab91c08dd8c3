"""An amount: what one number in a text says, exactly.

The scanner makes these values; agreement and printing take them in.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["quantity", "date", "reference", "identifier", "ordinal"]

Comparator = Literal[
    "", "over", "under", "at_least", "at_most", "about", "nearly", "further", "between"
]

ZERO = Decimal(0)
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Amount:
    """One number of a text; offsets are those of the text it was read from."""

    start: int
    end: int
    """The number with its currency, scale and unit, without its comparator."""
    text: str
    kind: Kind
    value: Decimal | None = None
    """At full scale: £3.2bn is 3200000000, 35% is 35; None where none is meant."""
    unit: str = ""
    """`count`, `%`, `pp`, `bp`, `ratio` or an ISO 4217 code; empty without value."""
    scale: Decimal = ONE
    """What the digits are multiplied by."""
    step: Decimal = ONE
    """The step of the last digit that is printed, at full scale."""
    figure: Decimal = ONE
    """The step of the last significant figure: 21,000 has 1000."""
    comparator: Comparator = ""
    lead: int = 0
    """Where the comparator before it starts; its own start without one."""
    tail: int = 0
    """Where a comparator after it ends; its own end without one."""
    rule: str = ""
    """Why it is no quantity: `date`, `version`, `pronoun`, …; empty for quantities."""
    figures: tuple[int, int] = (0, 0)
    """The digits or number words inside `text`."""
    places: int = 0
    """Digits printed after the point."""
    worded: bool = False
    """Written in words."""


SHARE_STEP = Decimal("0.02")
"""A share in words (two thirds, one in five) speaks to the nearest percent."""
SHARE_FIGURE = Decimal("0.1")


def ignored(
    text: str, span: tuple[int, int], kind: Kind, rule: str, value: int | None = None
) -> Amount:
    """Return an amount that is no quantity, and why."""
    start, end = span
    return Amount(
        start,
        end,
        text[start:end],
        kind,
        value=None if value is None else Decimal(value),
        unit="" if value is None else "count",
        lead=start,
        tail=end,
        rule=rule,
        figures=(0, end - start),
    )


def last_figure(digits: str, step: Decimal) -> Decimal:
    """Return the step of the last significant figure of printed digits."""
    bare = "".join(sign for sign in digits if sign.isdigit() or sign == ".")
    if "." in bare or not bare.strip("0"):
        return step
    return step.scaleb(len(bare) - len(bare.rstrip("0")))
