"""The words of the frame that are not in `phrases`, as English has them.

Also the spoken form of a formula, from its MathML.
"""

import re
from html import unescape

from crossfoot.findings import several
from crossfoot.typeset.book import Formula

SOURCES = "Where the numbers come from"

CHECKS = {
    "inserted": "Put in from the data",
    "checked": "Held against the data, and agrees",
    "failed": "Held against the data, and does not agree",
    "waived": "Does not agree, and is kept for a reason",
}
"""States of a number with a quantity behind it."""

CALLOUTS = frozenset({"note", "tip", "warning", "important", "caution"})
"""Classes of divisions that are set apart, and the phrases that head them."""


def draft_mark(errors: int) -> str:
    """Return what marks each page of a draft, or "" without errors."""
    return f"Draft: {several(errors, 'error')}" if errors else ""


def alternative(formula: Formula, tex: str) -> str:
    """Return what a formula is read out as: its MathML's signs, or its source."""
    from crossfoot.typeset.speech import spoken

    return spoken(formula.mathml) or " ".join(unescape(tex).split())


def slug(words: str) -> str:
    """Return words as an identifier: lower-case letters, figures and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "report"
