"""The check of one bound number: what the text says against what the data say.

The numbers of a binding and its quantity in; agreement, and what to write, out.
"""

from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts.agree import converted
from crossfoot.amounts.english import DECLINE
from crossfoot.amounts.like import instead, like
from crossfoot.amounts.model import SECONDS, Amount
from crossfoot.amounts.scan import scan
from crossfoot.amounts.times import timed
from crossfoot.numbers.known import Known, Quantity
from crossfoot.numbers.linear import Binding, Passage


def is_range(amounts: list[Amount]) -> bool:
    """Say whether two numbers are the ends of one range."""
    return len(amounts) == 2 and all(one.comparator == "between" for one in amounts)


def _inside(amount: Amount, binding: Binding) -> Amount:
    """Return an amount whose comparator does not reach out of the brackets."""
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
        self.outside = passage.text[said[0].lead : binding.start].strip()
        """The comparator, where it stands before the brackets."""
        said = [_inside(one, binding) for one in said]
        if quantity.unit in SECONDS:
            said = [timed(passage.text, one) for one in said]
        self.quantity = quantity
        self.known = known
        self.said = said
        in_cell = passage.where == "cell"
        brought = [converted(one, quantity.unit, cell=in_cell) for one in said]
        self.amounts = [one for one in brought if one]
        self.value = self._signed(quantity.value)
        self.is_close = self._verdict() == "close"

    def _signed(self, value: Decimal) -> Decimal:
        """Return the size of a fall when a word before the number says `fell`."""
        if value >= 0 or any((one.value or 0) < 0 for one in self.said):
            return value
        before = self.passage.text[: self.said[0].lead].lower()[-40:]
        words = {word.strip("(,;:") for word in before.split()[-5:]}
        return -value if words & set(DECLINE) else value

    def holds(self) -> bool:
        """Say whether the text agrees, or may by rounding."""
        return self._verdict() != "no"

    def _verdict(self) -> str:
        if len(self.amounts) < len(self.said):
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
        if not self.outside or len(self.amounts) != 1:
            return False
        said = scan(f"{self.outside} {self.expected()}")
        brought = [converted(one, self.quantity.unit, cell=True) for one in said]
        return not any(
            one
            and self.quantity.verdict(one, self.value, self.known.tolerance) == "yes"
            for one in brought
        )

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
        if self.quantity.bound:
            return f"published as {self.quantity.shown()}"
        if len(self.amounts) != 1 or len(self.said) != 1:
            return self.quantity.shown()
        if self.said[0].unit != self.amounts[0].unit or self.said[0].comparator:
            return self.quantity.shown()
        return like(self.amounts[0], self.value)

    def way(self, expected: str) -> str:
        """Return the way out."""
        if self.is_close:
            return f"Write {expected}, or say that the number is rounded"
        if self.must_go():
            return f"Write {expected} without “{self.outside}”"
        return f"Write {expected}, or bind another quantity"
