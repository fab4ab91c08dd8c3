"""The check of one bound number: what the text says against what the data say.

The numbers of a binding and its quantity in; agreement, and what to write, out.
"""

from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts import patterns
from crossfoot.amounts.agree import converted
from crossfoot.amounts.like import instead, like
from crossfoot.amounts.model import SECONDS, Amount
from crossfoot.amounts.scan import scan
from crossfoot.amounts.times import timed
from crossfoot.numbers.known import Known, Quantity
from crossfoot.numbers.linear import Binding, Passage
from crossfoot.numbers.turned import falls, way

THOUSAND = 1000
FAR = 500
"""How many times another a number is when its scale is in doubt, not its digits."""


def is_range(amounts: list[Amount]) -> bool:
    """Say whether two numbers are the ends of one range."""
    return len(amounts) == 2 and all(one.comparator == "between" for one in amounts)


def meant(amounts: list[Amount]) -> list[Amount]:
    """Return the numbers that a binding can be about: quantities, else any value."""
    quantities = [amount for amount in amounts if amount.kind == "quantity"]
    if quantities:
        return quantities
    valued = [amount for amount in amounts if amount.value is not None]
    return [replace(_numbered(amount), kind="quantity", rule="") for amount in valued]


def _numbered(amount: Amount) -> Amount:
    """Return the number of a reference without the word before it: 5 of `Table 5`."""
    if amount.kind != "reference":
        return amount
    number = amount.text.split()[-1]
    start = amount.end - len(number)
    return replace(
        amount, start=start, lead=start, text=number, figures=(0, len(number))
    )


def _inside(amount: Amount, binding: Binding) -> Amount:
    """Return an amount that does not reach out of the brackets, nor its comparator."""
    # A word before them makes a reference of what is in them: Box [41].
    out = max(binding.start - amount.start, 0)
    low, high = (max(at - out, 0) for at in amount.figures)
    start, text = amount.start + out, amount.text[out:]
    amount = replace(amount, start=start, text=text, figures=(low, high))
    lead = amount.lead if amount.lead >= binding.start else amount.start
    tail = amount.tail if amount.tail <= binding.end else amount.end
    return replace(amount, lead=lead, tail=tail)


class Check:
    """Compares the number of a binding with its quantity."""

    def __init__(
        self,
        passage: Passage,
        quantity: Quantity,
        known: Known,
        said: list[Amount],
        binding: Binding,
    ) -> None:
        """Bring the number to the quantity's unit and compare it."""
        self.passage = passage
        self.binding = binding
        self.before = passage.text[said[0].lead : binding.start]
        self.outside = self.before.strip()
        """The comparator or sign, where it stands before the brackets."""
        said = [_inside(one, binding) for one in said]
        if quantity.unit in SECONDS:
            said = [timed(passage.text, one) for one in said]
        self.quantity = quantity
        self.known = known
        self.said = said
        in_cell = passage.where == "cell"
        brought = [converted(one, quantity.unit, cell=in_cell) for one in said]
        self.amounts = [one for one in brought if one]
        ends = said[0].lead, said[-1].tail
        signed = any((one.value or 0) < 0 for one in said)
        self.turn = 0 if signed else way(passage.text, *ends)
        """Which way the words around the number say that it goes."""
        self.value = self._signed(quantity.value)
        self.is_turned = self._is_turned()
        self.is_close = self._verdict() == "close"

    def _signed(self, value: Decimal) -> Decimal:
        """Return the size of a fall when a word by the number says `fell`."""
        return -value if self.turn < 0 and value < 0 else value

    def _is_turned(self) -> bool:
        """Say whether the words around the number and the value go two ways.

        A change in per cent that is a rise is no fall; what is a difference may be
        that of a fall.
        """
        if self.turn > 0 or self.value < 0:
            return self.turn > 0 > self.value
        rise = len(self.amounts) == 1 and self.known.is_rise(self.quantity)
        return rise and falls(self.passage.text, self.said[0].lead, self.said[-1].tail)

    def holds(self) -> bool:
        """Say whether the text agrees, or may by rounding."""
        return self._verdict() != "no"

    def _verdict(self) -> str:
        if len(self.amounts) < len(self.said) or self.is_turned:
            return "no"
        if len(self.amounts) == 2:
            low, high = (one.value or Decimal(0) for one in self.amounts)
            return "yes" if low <= self.value <= high else "no"
        amount = self.amounts[0]
        return self.quantity.verdict(amount, self.value, self.known.tolerance)

    def stretch(self) -> tuple[int, int]:
        """Return the number with its comparator, inside the brackets."""
        return self.said[0].lead, self.said[-1].tail

    def must_go(self) -> bool:
        """Say whether a comparator before the brackets holds for no such number."""
        if not self.outside or len(self.said) != 1:
            return False
        return not any(self._agreeing(self.before + self.expected()))

    def is_plain(self) -> bool:
        """Say whether it is one number, whose sign stays where words may say it.

        What is hundreds of times off may have its scale from words elsewhere.
        """
        said = self.said[0].value or Decimal(0)
        turns = said != 0 and (said < 0) != (self.value < 0)
        low, high = sorted((abs(said), abs(self.value)))
        if len(self.said) != 1 or 0 < low * FAR <= high:
            return False
        return self.passage.where == "cell" or not turns

    def is_kept(self, expected: str) -> bool:
        """Say whether what is to be written would be read as the one right number.

        Times, ratios and the cells of a table are read by more than their own words.
        """
        start, end = self.stretch()
        text, around = self.passage.text, self.binding
        # 5 dozen and 2 thousand million are more than what was read of them; and of
        # 10^6^ one sign is left.
        if patterns.MULTIPLIES.match(text, end) or "^" in text[start:end]:
            return False
        if self.passage.where == "cell" or self.quantity.unit in {*SECONDS, "ratio"}:
            return True
        inside = text[around.start : start] + expected + text[end : around.end]
        return len(self.amounts) == len(self.said) and self._agreeing(inside) == [True]

    def _agreeing(self, text: str) -> list[bool]:
        """Return, for each number that a text holds, whether the data agree with it."""
        value, tolerance = self.value, self.known.tolerance
        brought = (converted(one, self.quantity.unit, cell=True) for one in scan(text))
        return [
            one is not None and self.quantity.verdict(one, value, tolerance) == "yes"
            for one in brought
        ]

    def expected(self) -> str:
        """Return what to write, in the style of what is written."""
        if len(self.amounts) != 1 or len(self.said) != 1:
            return self.quantity.shown()
        amount, said = self.amounts[0], self.said[0]
        if self.quantity.bound:
            word = "" if self.outside else f"{self.quantity.bound_word} "
            return word + like(replace(amount, comparator=""), self.value)
        if said.unit != amount.unit:
            return instead(self.passage.text, said, self._in(said.unit))
        return instead(self.passage.text, amount, self.value, self.known.tolerance)

    def _in(self, unit: str) -> Decimal:
        """Return the quantity's value in the unit of the text."""
        if unit == "s":
            return self.value * SECONDS[self.quantity.unit]
        powers = {("%", "ratio"): 2, ("ratio", "%"): -2, ("bp", "pp"): 2}
        return self.value.scaleb(powers.get((unit, self.quantity.unit), 0))

    def actual(self) -> str:
        """Return the value as the message says it."""
        if self.is_turned and self.value > 0:
            return f"a rise of {like(self.amounts[0], self.value)}"
        if self.quantity.bound:
            return f"published as {self.quantity.shown()}"
        if len(self.amounts) != 1 or len(self.said) != 1:
            return self.quantity.shown()
        if self.said[0].unit != self.amounts[0].unit or self.said[0].comparator:
            return self.quantity.shown()
        return like(self.amounts[0], self.value)

    def way(self, expected: str) -> str:
        """Return the way out."""
        doubt = self.quantity.doubt
        if doubt:
            return f"Correct {doubt.file}:{doubt.line} first, as the value rests on it"
        if self.is_turned:
            way = "rose" if self.value > 0 else "fell"
            return f"Say that it {way}, or bind another quantity"
        if self.is_close:
            return f"Write {expected}, or say that the number is rounded"
        if self.must_go():
            return f"Write {expected} without “{self.outside}”"
        scale = self._lacking()
        other = f"multiply the quantity by {scale:,f}" if scale else ""
        return f"Write {expected}, or {other or 'bind another quantity'}"

    def _lacking(self) -> Decimal | None:
        """Return the scale of the text, where the data have the number without it."""
        if len(self.amounts) != 1 or self.amounts[0].scale < THOUSAND:
            return None
        amount, value = self.amounts[0], self.value * self.amounts[0].scale
        tolerance = self.known.tolerance
        agrees = self.quantity.verdict(amount, value, tolerance) == "yes"
        return amount.scale if agrees else None
