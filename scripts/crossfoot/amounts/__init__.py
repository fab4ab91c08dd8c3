"""The number module: texts in, amounts out, and amounts back into text.

Everything that reads or prints a number goes through here. `scan` reads running
text, `cell` a table's cell; `agreement` compares a printed number with an exact
value; `show` prints one, `like` and `instead` in the style of another.
"""

from crossfoot.amounts.agree import (
    TOLERANCE,
    Interval,
    Tolerance,
    Verdict,
    agreement,
    converted,
    interval,
    is_money,
)
from crossfoot.amounts.cells import Cell, cell, headed, heading
from crossfoot.amounts.like import instead, like
from crossfoot.amounts.marks import Mark, code, is_sure, marks
from crossfoot.amounts.model import Amount, Comparator, Kind
from crossfoot.amounts.scan import scan
from crossfoot.amounts.show import (
    NAMES,
    STYLE,
    FormatError,
    Style,
    bounded,
    house,
    plain,
    show,
)

__all__ = [
    "NAMES",
    "STYLE",
    "TOLERANCE",
    "Amount",
    "Cell",
    "Comparator",
    "FormatError",
    "Interval",
    "Kind",
    "Mark",
    "Style",
    "Tolerance",
    "Verdict",
    "agreement",
    "bounded",
    "cell",
    "code",
    "converted",
    "headed",
    "heading",
    "house",
    "instead",
    "interval",
    "is_money",
    "is_sure",
    "like",
    "marks",
    "plain",
    "scan",
    "show",
]
