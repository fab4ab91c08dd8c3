"""The words of the frame that are not in `phrases`, as English has them.

Also the spoken form of a formula, from its MathML.
"""

import re
from html import unescape

from crossfoot.phrases import phrases
from crossfoot.typeset.book import Formula

CHECKS = {
    "inserted": "Put in from the data",
    "checked": "Held against the data, and agrees",
    "failed": "Held against the data, and does not agree",
    "waived": "Does not agree, and is kept for a reason",
}
"""States of a number with a quantity behind it."""

CALLOUTS = frozenset({"note", "tip", "warning", "important", "caution"})
"""Classes of divisions that are set apart, and the phrases that head them."""


def draft_mark(errors: int, language: str) -> str:
    """Return what marks each page of a draft, or "" without errors."""
    if not errors:
        return ""
    said = phrases(language)["draft one" if errors == 1 else "draft more"]
    return said.format(count=errors)


def own_tongue(language: str) -> str:
    """Return the language of words that we have in English only, where it is another.

    Screen readers say such words in it.
    """
    return "" if language.lower().startswith("en") else "en"


def alternative(formula: Formula, tex: str) -> str:
    """Return what a formula is read out as: its MathML's signs, or its source."""
    from crossfoot.typeset.speech import spoken

    return spoken(formula.mathml) or " ".join(unescape(tex).split())


def slug(words: str) -> str:
    """Return words as an identifier: lower-case letters, figures and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "report"
