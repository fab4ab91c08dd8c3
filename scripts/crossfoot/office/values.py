"""Values of a workbook: a cell's text in, the number that it says and its form out.

A cell becomes a number only when showing that number in its form gives back the very
text; all else stays text.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

NUMBER = re.compile(
    r"(?P<open>[(\[]?)(?P<sign>[-−–]?)(?P<before>(?:[£$€¥]|[A-Z]{2,3}[£$€]|[A-Z]{3}\s)?)"
    r"(?P<inner>[-−–]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?P<after>\s?(?:%|pp|bn|tn|m|k|p|million|billion|trillion|per cent)?)"
    r"(?P<close>[)\]]?)"
)
DIGITS = 15
"""Figures that a workbook holds exactly."""
SHORTHAND = {
    "b": "break in the series",
    "c": "confidential",
    "e": "estimated",
    "er": "error",
    "f": "forecast",
    "i": "imputed",
    "low": "low: rounds to nothing",
    "n": "not statistically significant",
    "ns": "not statistically significant",
    "p": "provisional",
    "r": "revised",
    "s": "statistically significant",
    "t": "total of parts that are not all shown",
    "u": "of low reliability",
    "w": "no cases recorded",
    "x": "not available",
    "z": "not applicable",
}
"""Shorthand of the Government Analysis Function, and what it stands for."""
SHORT = re.compile(r"\[([a-z]{1,3})\]")
DASHES = frozenset({"-", "–", "—", "−", "..", "...", "…"})
NONE = DASHES | {"n/a", "N/A", "nil"}


@dataclass(frozen=True, slots=True)
class Value:
    """A cell of a workbook."""

    text: str
    """As the report prints it."""
    number: Decimal | None = None
    """What it holds as a number; None for text."""
    places: int = 0
    """Figures after the point."""
    grouped: bool = False
    """Whether thousands are parted by commas."""
    before: str = ""
    """What is shown before the number."""
    after: str = ""
    """What is shown after it."""
    negative: str = ""
    """What shows that it is below nothing: `-`, `−`, `(`."""

    @property
    def percent(self) -> bool:
        """Whether the number is held as a share of one."""
        return self.after.strip() == "%"


def value(text: str) -> Value:
    """Return a cell's text as a number where it is one."""
    bare = " ".join(text.split())
    found = NUMBER.fullmatch(bare)
    if not found or not _whole(found):
        return Value(bare)
    digits = found["digits"].replace(",", "")
    part = found["part"] or ""
    number = Decimal(digits + part)
    negative = found["open"] or found["sign"] or found["inner"]
    return Value(
        bare,
        -number if negative else number,
        max(len(part) - 1, 0),
        "," in found["digits"],
        found["before"],
        found["after"],
        negative,
    )


def _whole(found: re.Match[str]) -> bool:
    """Say whether a text says one number and its digits are no name."""
    digits, part = found["digits"], found["part"] or ""
    leads = len(digits) > 1 and digits.startswith("0")
    brackets = (found["open"], found["close"])
    signs = [sign for sign in (found["open"], found["sign"], found["inner"]) if sign]
    parted = found["inner"] and not found["before"]
    counted = len(digits.replace(",", "") + part) <= DIGITS
    return (
        not leads
        and not parted
        and brackets in {("", ""), ("(", ")")}
        and len(signs) < 2
        and counted
    )


def is_figure(text: str) -> bool:
    """Say whether a cell may stand in a column of figures."""
    bare = text.strip()
    return bare in NONE or bool(SHORT.fullmatch(bare)) or value(bare).number is not None


def explained(texts: set[str]) -> list[tuple[str, str]]:
    """Return the shorthand that cells hold, and what it stands for."""
    found = {match for text in texts for match in SHORT.findall(text)}
    return [(f"[{one}]", SHORTHAND[one]) for one in sorted(found) if one in SHORTHAND]
