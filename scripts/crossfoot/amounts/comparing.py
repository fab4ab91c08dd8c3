"""What compares a number: `over`, `at least`, `or more`, with what may not.

An amount in, the same amount with its comparator out.
"""

import re
from dataclasses import replace

from crossfoot.amounts import english, english_labels, english_parts
from crossfoot.amounts.model import ONE, Amount, Comparator
from crossfoot.amounts.patterns import (
    AGO,
    ARTICLE,
    CLOSED,
    FLAGS,
    LASTING,
    MEASURED,
    SHORT_ABOUT,
    STILL,
    SUFFIX,
    any_of,
)

LONGEST = max(len(phrase.split()) for phrase in english.BEFORE)
STRIPPED = "(“‘\"'[."
LAST_WORDS = frozenset(
    (
        *(phrase.split()[-1].strip(STRIPPED) for phrase in english.BEFORE),
        *english.SHORT_ABOUT,
    )
)
"""Last words of what compares, without the signs before and after them."""
ADDED = re.compile(r"\s[^\W\d_]")
PROVIDING = re.compile(
    rf"\s(?:[a-z-]+\s)?(?:{any_of(english_labels.PROVIDING)})\b", FLAGS
)
OPENING = "(“‘\"'["
ESTIMATES = ("about", "nearly")
ARROWS = (">", "<")
SIGNS = ("-", "–", "=", "<", ">", "|")
DENIED = re.compile(english_parts.DENIED, FLAGS)
DENYING = 24
"""Characters before a comparator in which a word may deny it."""
STRETCH = 30
"""Characters before `over` in which a word shows that it lasts."""
BROUGHT = re.compile(
    rf"\b(?:{any_of(english_labels.BROUGHT)})(?:\s[\w’'-]{{1,20}}){{1,8}}\s\Z", FLAGS
)
ADDS_UP = re.compile(english_labels.ADDS_UP, FLAGS)
ASIDE = 80
"""Characters before a comparator in which something brings a number up to it."""


def compared(text: str, amount: Amount, floor: int) -> Amount:
    """Return the amount with the comparator that stands before or after it."""
    found = _phrase(text, amount.start, floor) or _before_article(text, amount, floor)
    if found and _holds(text, amount, found):
        lead, name = found[0], english.BEFORE[found[1]]
        further = _phrase(text, lead, floor) if name == "further" else None
        if further:
            lead, name = further[0], english.BEFORE[further[1]]
        if name in english_parts.TURNED and _is_denied(text, lead, found[1]):
            name = english_parts.TURNED[name]
        amount = replace(amount, lead=lead, comparator=_comparator(name))
    if amount.comparator:
        return amount
    if text[amount.end : amount.end + 1] in CLOSED:
        return amount
    after = SUFFIX.match(text, amount.end)
    if not after or (after["word"] and _is_joined(text, amount, after.end())):
        return amount
    phrase = after["phrase"] or after["plus"] or after["word"] or after["later"]
    name = english.AFTER[" ".join(phrase.lower().split())]
    return replace(amount, tail=after.end(), comparator=_comparator(name))


def _is_denied(text: str, lead: int, phrase: str) -> bool:
    """Say whether `not` and a verb stand before more than: need not take more than."""
    said = phrase.endswith(english.THAN)
    return said and bool(DENIED.search(text[max(0, lead - DENYING) : lead]))


def _before_article(text: str, amount: Amount, floor: int) -> tuple[int, str] | None:
    """Return what estimates a share that has an article: about a 1% share."""
    article = ARTICLE.search(text[max(floor, amount.start - 4) : amount.start])
    if not article or amount.unit != "%" or amount.worded:
        return None
    found = _phrase(text, amount.start - len(article[0]), floor)
    return found if found and english.BEFORE[found[1]] in ESTIMATES else None


def _is_joined(text: str, amount: Amount, end: int) -> bool:
    """Say whether something else is added to an amount of money: £120 plus VAT."""
    before = text[amount.end : amount.end + 1]
    return (
        amount.unit.isupper()
        and before.isspace()
        and ADDED.match(text, end) is not None
    )


def _comparator(name: str) -> Comparator:
    return name  # type: ignore[return-value] # the language data holds no other


def _phrase(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """Return where the longest comparator that ends at `start` begins, and it."""
    low = max(floor, start - 36)
    window = text[low:start]
    signed = window.rstrip(" ")
    if signed[-1:] in "><≥≤~≈=" and signed:
        sign = signed[-2:] if signed[-2:] in english.BEFORE else signed[-1]
        # Between two numbers it makes a range of them: 10 ~ 20.
        if sign == "~" and signed.strip() == sign and text[low - 1 : low].isdigit():
            return None
        # An arrow or a shift of bits compares nothing: 5 -> 10.
        if sign in ARROWS and signed[-2:-1] in SIGNS:
            return None
        return (low + len(signed) - len(sign), sign) if sign in english.BEFORE else None
    # Before most numbers stands no word that compares.
    last = window.replace("-", " ").rsplit(maxsplit=1)[-1:]
    if not last or last[0].lower().strip(STRIPPED) not in LAST_WORDS:
        return None
    short = SHORT_ABOUT.search(window)
    if short:
        return low + short.start(), f"{short[1].lower()}."
    if not (window[-1].isspace() or window[-1] == "-"):
        return None
    pieces = window.replace("-", " ").split()[-LONGEST:]
    for count in range(len(pieces), 0, -1):
        phrase = " ".join(pieces[-count:]).lower().lstrip(OPENING)
        if phrase in english.BEFORE:
            at = _start(window, pieces[-count:])
            return low + at, phrase
    return None


def _start(window: str, pieces: list[str]) -> int:
    """Return where the last pieces of a window begin, opening marks left out."""
    at = len(window)
    for piece in reversed(pieces):
        at = window.rindex(piece, 0, at)
    return at + len(pieces[0]) - len(pieces[0].lstrip(OPENING))


def _holds(text: str, amount: Amount, found: tuple[int, str]) -> bool:
    """Say whether the phrase compares, rather than places or times something."""
    lead, phrase = found
    if phrase == english_labels.BROUGHT_TO and _is_brought(text, lead):
        return False
    before = text[max(0, lead - 24) : lead].lower().split()
    last = before[-1] if before else ""
    # Over five years is during them, unless something lasted or happened.
    if (
        phrase in english.DURING
        and amount.unit == "count"
        and LASTING.match(text, amount.end)
    ):
        unit = LASTING.match(text, amount.end)
        still = unit and STILL.match(text, unit.end())
        return last in english.LASTING or bool(still)
    stretches = phrase in english.DURING and last not in english.AIMED
    if stretches and amount.unit == "count" and amount.scale == ONE:
        said = text[max(0, lead - STRETCH) : lead].lower()
        if any(word in said for word in english.STRETCHED):
            return False
    # 4.3 million more than ten years before is no more than ten.
    if phrase in english.DIFFERING and (
        last[-1:].isdigit() or last[-1:] == "%" or last in english.MAGNITUDES
    ):
        return False
    if _is_of_place(text, amount, phrase, last):
        return False
    small = (amount.value or 0) <= 10
    if phrase in english.ABOUT and amount.worded and small:
        measures = last in english.IS and MEASURED.match(text, amount.end)
        return last not in english.TOPIC or bool(measures)
    # Themes are clustered around three ideas, and prices around £50.
    if phrase in english.ROUND and amount.unit == "count":
        return last not in english.PLACED
    if phrase in english.SPREAD and amount.worded and small and amount.unit == "count":
        return bool(MEASURED.match(text, amount.end))
    return not (phrase in english.PLACING and last in english.POINTED)


def _is_of_place(text: str, amount: Amount, phrase: str, last: str) -> bool:
    """Say whether a phrase is one with the words around it: done under ten orders."""
    if phrase in english.EQUALLY and last in english.TIMES_OVER:
        return True
    # Lower than five years ago is no bound of the years.
    if phrase in english_parts.THAN_THEN and AGO.match(text, amount.end):
        return True
    if phrase in english.ABOUT and last in english.SUBJECTS:
        return True
    return phrase in english_labels.UNDER and bool(PROVIDING.match(text, amount.end))


def _is_brought(text: str, lead: int) -> bool:
    """Say whether something makes a number: bring the total up to it, adds up to it."""
    before = text[max(0, lead - ASIDE) : lead]
    return bool(BROUGHT.search(before) or ADDS_UP.search(before))
