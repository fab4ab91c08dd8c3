"""An amount: what one number in a text says, exactly.

The scanner makes these values; agreement and printing take them in.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

Kind = Literal["quantity", "date", "reference", "identifier", "ordinal"]

Comparator = Literal[
    "", "over", "under", "at_least", "at_most", "about", "nearly", "further", "between"
]

ZERO = Decimal(0)
ONE = Decimal(1)
SECONDS = {"h": Decimal(3600), "min": Decimal(60), "s": ONE}
"""Units of time, the longest first, and the seconds of each."""


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
    """`count`, `%`, `pp`, `bp`, `ratio`, `s` or an ISO 4217 code; "" without value."""
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


def is_integral(value: Decimal) -> bool:
    """Say whether a value has nothing after its point, however many digits it has.

    The rest of a division cannot be told of more digits than the context holds.
    """
    return value == value.to_integral_value()


def is_scientific(amount: Amount) -> bool:
    """Say whether an amount is written with its power of ten, as `2.08E+12`."""
    return "e+" in amount.text.lower()


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


def written(
    text: str,
    span: tuple[int, int],
    value: Decimal,
    steps: tuple[Decimal, Decimal],
    scale: Decimal = ONE,
) -> Amount:
    """Return a count that is written out: in words, as a power, as a fraction.

    `steps` are those of the last digit and of the last significant figure.
    """
    start, end = span
    return Amount(
        start,
        end,
        text[start:end],
        "quantity",
        value=value,
        unit="count",
        scale=scale,
        step=steps[0],
        figure=steps[1],
        lead=start,
        tail=end,
        figures=(0, end - start),
        worded=True,
    )


def share(text: str, span: tuple[int, int], value: Decimal) -> Amount:
    """Return a share that is written out: two thirds, 3/4."""
    made = written(text, span, value, (SHARE_STEP, SHARE_FIGURE))
    return replace(made, unit="ratio")


def last_figure(digits: str, step: Decimal) -> Decimal:
    """Return the step of the last significant figure of printed digits."""
    bare = "".join(sign for sign in digits if sign.isdigit() or sign == ".")
    if "." in bare or not bare.strip("0"):
        return step
    return step.scaleb(len(bare) - len(bare.rstrip("0")))


def moved(amount: Amount, by: int) -> Amount:
    """Return the amount with its places moved by so many characters."""
    if not by:
        return amount
    return replace(
        amount,
        start=amount.start + by,
        end=amount.end + by,
        lead=amount.lead + by,
        tail=amount.tail + by,
    )
