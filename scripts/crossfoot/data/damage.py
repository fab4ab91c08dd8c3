"""Damage: a cell's text in, what a spreadsheet did to it out (DAT12, DAT13).

Nothing here is computed or mended: a formula stays the text that it is, and what a
program cut short or turned into a date cannot be had back from the cell.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossfoot.codes import Severity
from crossfoot.csvfile import Block, Row

FORMULA = re.compile(
    r"""[=+\-@]\s*+[-+(]*+(?:
        [A-Za-z_][\w.]*\(.*            # a function: =SUM(A1:A3), @SUM(A1)
      | (?:\w[\w ]*|'[^']*')[!|].*       # another sheet or program: =Plan!B2
      | \$?[A-Z]{1,3}\$?[0-9]+\s*[-+*/^&:].*   # cells: -A1+B2
    )
    | =\s*+[-+(]*+(?:
        \$?[A-Za-z]{1,3}\$?[0-9]+      # one cell: =A1
      | ".*"                           # a text: ="0012"
      | [0-9.]+(?:\s*[-+*/^&].*)?      # a number: =1+2
    )""",
    re.VERBOSE | re.DOTALL,
)
BROKEN = re.compile(
    r"#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!"
    r"|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)|Err:[0-9]{3}|#{4,}"
)
"""What a spreadsheet shows in the place of a value."""
GARBLED = re.compile(
    r"[ÂÃ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â(?:€[\x80-\xbf“”™˜¢œ¦]|‚¬)"
)
"""UTF-8 that was read as Windows-1252 and saved again: Â£, Ã©, â€™."""
SUSPECT = re.compile(rf"(?:^|\0)(?:[=+\-@#]|Err:)|{GARBLED.pattern}")
"""What a text of cells, each with NUL behind, holds when one may be damaged."""

SHORTENED = re.compile(r"[1-9](?:\.[0-9]{1,8})?E\+(?:1[0-9]|2[0-9])")
LONG = re.compile(r"[0-9]{10,}")
"""A number of as many digits as a spreadsheet would shorten."""
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
DATED = re.compile(rf"[0-9]{{1,2}}-(?:{MONTHS})|(?:{MONTHS})-[0-9]{{2}}")
CODE = re.compile(r"[0-9]{1,2}-[0-9]{1,2}|[A-Z]{3,}[A-Z0-9]*[0-9]+")
"""What a spreadsheet takes for a date: a range such as 5-9, a name such as SEPT2."""
ODD = re.compile(rf"(?:^|\0)(?:{SHORTENED.pattern}|{DATED.pattern})(?:\0|$)")

NUMERIC = frozenset({"integer", "number", "year"})


class Damage(NamedTuple):
    """What is wrong with a cell, in words that follow the column's name."""

    code: str
    said: str
    advice: str
    severity: Severity


def damage(text: str, *, numeric: bool) -> Damage | None:
    """Return what a spreadsheet did to a cell; `numeric`: its column has numbers."""
    if text[:1] in {"=", "+", "-", "@"} and FORMULA.fullmatch(text):
        return Damage(
            "DAT12",
            "the formula “{}”, which is not computed",
            "Write the value; in a spreadsheet, save the values and not the formulas",
            "error" if numeric else "warning",
        )
    if text[:1] in {"#", "E"} and BROKEN.fullmatch(text):
        return Damage(
            "DAT13",
            "“{}”, which a spreadsheet shows in the place of a value",
            "Write the value, or leave the cell empty",
            "error",
        )
    if GARBLED.search(text):
        return Damage(
            "DAT13",
            "“{}”, which was saved in one encoding and read in another",
            "Save it from its source as UTF-8 again",
            "warning",
        )
    return None


class Oddities:
    """A column of texts passing by: cells that only the others show to be damaged."""

    def __init__(self) -> None:
        self.filled = 0
        self.shortened: list[Row] = []
        """Records with a cell such as 1.23E+11."""
        self.dated: list[Row] = []
        """Records with a cell such as 2-Mar."""
        self.long = False
        """Whether any cell is a number of many digits."""
        self.codes = False
        """Whether any cell is what a spreadsheet would have turned into a date."""

    def look(self, texts: Sequence[str], joined: str, block: Block) -> None:
        """Look at a block's cells; `joined` has each new text with NUL behind."""
        self.long = self.long or _any(LONG, joined)
        self.codes = self.codes or _any(CODE, joined)
        self.filled += len(texts) - texts.count("")
        if not ODD.search(joined):
            return
        for at, text in enumerate(texts):
            if SHORTENED.fullmatch(text):
                self.shortened.append(block.row(at))
            elif DATED.fullmatch(text):
                self.dated.append(block.row(at))

    def found(self) -> Iterator[tuple[Row, Damage]]:
        """Yield the records whose cells are damaged, and what they are."""
        cut = Damage(
            "DAT13",
            "“{}”, a long number that a spreadsheet has cut short",
            "Write all its digits; if it is a measurement, declare the column as"
            " of type number",
            "error" if self.long else "warning",
        )
        yield from ((row, cut) for row in self.shortened)
        if self.codes and len(self.dated) * 2 < self.filled:
            turned = Damage(
                "DAT13",
                "“{}”, which a spreadsheet may have made of a code or a range",
                "Write what it was, such as MARCH2 or 2-3",
                "warning",
            )
            yield from ((row, turned) for row in self.dated)


def _any(pattern: re.Pattern[str], joined: str) -> bool:
    return re.search(rf"(?:^|\0)(?:{pattern.pattern})\0", joined) is not None
