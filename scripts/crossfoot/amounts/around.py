"""What stands around a number: comparators, ranges and `one in five`."""

import re
from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts import english, english_labels, english_names, english_parts
from crossfoot.amounts.model import (
    ONE,
    SHARE_FIGURE,
    SHARE_STEP,
    Amount,
    Comparator,
)
from crossfoot.amounts.patterns import (
    AGO,
    ARTICLE,
    CLOSED,
    FLAGS,
    LASTING,
    MEASURED,
    MEASURED_RANGE,
    NEXT_WORD,
    RANGE,
    RATIO,
    SHORT_ABOUT,
    STILL,
    SUFFIX,
    TIMED_RANGE,
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
CHANCES = (*range(2, 11), 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000)
FAR = 3
"""How often the lower end goes into the upper one of a range after `by`."""
ASIDE = 80
"""Characters before a range in brackets in which a word makes a change of it."""
SCORE = 100
"""Below this two numbers with a dash may be a score."""
STRETCH = 30
"""Characters before `over` in which a word shows that it lasts."""
BROUGHT = re.compile(
    rf"\b(?:{any_of(english_labels.BROUGHT)})(?:\s[\w’'-]{{1,20}}){{1,8}}\s\Z", FLAGS
)
ADDS_UP = re.compile(english_labels.ADDS_UP, FLAGS)
GREAT_CHANCES = (2000, 5000, 10_000, 100_000, 1_000_000)


def compared(text: str, amount: Amount, floor: int) -> Amount:
    """Return the amount with the comparator that stands before or after it."""
    found = _phrase(text, amount.start, floor) or _before_article(text, amount, floor)
    if found and _holds(text, amount, found):
        lead, name = found[0], english.BEFORE[found[1]]
        further = _phrase(text, lead, floor) if name == "further" else None
        if further:
            lead, name = further[0], english.BEFORE[further[1]]
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
    if phrase in english.ROUND:
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


def join(text: str, before: Amount, after: Amount) -> tuple[Amount, ...] | None:
    """Return two neighbours as a range or as one share; None when they are apart."""
    if before.value is None or after.value is None or after.kind != "quantity":
        return None
    between = text[before.end : after.lead]
    if len(between) > 16:
        return None
    counts = before.kind == "quantity" or before.rule == "pronoun"
    if counts and RATIO.fullmatch(between) and _is_chance(before, after):
        return (_chance(text, before, after),)
    if between == " (" and _is_repeated(text, before, after):
        return (_twice(text, before, after),)
    found = _between(text, between, after)
    if not found or before.kind != "quantity" or after.comparator:
        return None
    word = _link(found)
    if word == english.AND and _is_listed(before, after):
        return replace(before, unit=after.unit), after
    # Ten and twelve are two numbers; only between makes a range of them.
    if word == english.AND and before.comparator != "between":
        return None
    # It rose by 25% to 50: of a range both are percentages, or the last alone is.
    if before.unit == "%" and after.unit == "count" and word:
        return None
    # A caseload of 928,000 – 23% more than before: the dash opens a remark.
    falls = before.value > after.value if after.value is not None else False
    if falls and not word and between[:1].isspace() and between[-1:].isspace():
        return None
    first, last = _shared(before, after)
    apart = before.unit != "count" and after.unit != "count"
    if not _is_range(text, first, last, found, apart=apart):
        return (first, last) if first != before else None
    return (
        replace(first, comparator="between"),
        replace(last, comparator="between"),
    )


def _between(text: str, between: str, after: Amount) -> re.Match[str] | None:
    """Return what makes a range of two numbers, a unit of both left out."""
    found = RANGE.fullmatch(between)
    unit = None if found else MEASURED_RANGE.fullmatch(between)
    if unit is None:
        return found
    timed = TIMED_RANGE.fullmatch(between)
    if timed and LASTING.match(text, after.end):
        return timed
    named = text[after.end : after.end + 12].lstrip()
    both = (
        named.startswith(unit["unit"]) and not named[len(unit["unit"]) :][:1].isalpha()
    )
    return RANGE.fullmatch(unit["rest"]) if both else None


def _is_repeated(text: str, before: Amount, after: Amount) -> bool:
    """Say whether digits in brackets repeat a number in words: four (4) months."""
    same = before.value == after.value and before.unit == after.unit
    shut = text[after.end : after.end + 1] == ")" and not after.comparator
    return (
        same and shut and before.worded and not after.worded and before.unit == "count"
    )


def _twice(text: str, before: Amount, after: Amount) -> Amount:
    end = after.end + 1
    said = text[before.start : end]
    return replace(before, end=end, tail=end, text=said, figures=(0, len(said)))


def _is_listed(before: Amount, after: Amount) -> bool:
    """Say whether the unit after two numbers is that of both: by 3.1 and 4.5 %.

    A number without decimals may count something of its own: of 12 and 5%.
    """
    return (
        before.comparator == ""
        and before.unit == "count"
        and after.unit in {"%", "pp"}
        and before.places == after.places > 0
        and before.scale == ONE
    )


def _is_chance(before: Amount, after: Amount) -> bool:
    above, below = before.value or Decimal(0), after.value or Decimal(0)
    if before.unit != "count" or after.unit != "count" or after.comparator:
        return False
    # 7.4 out of 10 is a score.
    return (
        above == above.to_integral_value()
        and 0 < above < below
        and (above == 1 or below in CHANCES or below in GREAT_CHANCES)
    )


def _chance(text: str, before: Amount, after: Amount) -> Amount:
    value = (before.value or Decimal(0)) / (after.value or ONE)
    return replace(
        before,
        end=after.end,
        text=text[before.start : after.end],
        kind="quantity",
        value=value,
        unit="ratio",
        scale=ONE,
        step=min(SHARE_STEP, value / 5),
        figure=SHARE_FIGURE,
        tail=after.end,
        rule="",
        figures=(0, after.end - before.start),
        worded=True,
    )


def _shared(before: Amount, after: Amount) -> tuple[Amount, Amount]:
    """Return both with the unit and scale that only one of them names."""
    low, high = before, after
    if low.unit == "count" and high.unit != "count":
        low = replace(low, unit=high.unit)
    named = high.unit == "count" and low.unit != "count"
    if named:
        high = replace(high, unit=low.unit)
    # In £500–£1m the first is not £500m: it is larger as written, or of a size that
    # nobody would write before a scale.
    if low.scale != ONE or high.scale == ONE or low.unit != high.unit:
        return low, high
    bare, top = low.value or Decimal(0), (high.value or Decimal(0)) / high.scale
    own = before.unit not in {"count", "%"} and after.unit == before.unit and not named
    if bare > top or (own and low.text[:1] == high.text[:1] and bare >= 100):
        return low, high
    return _rescaled(low, high.scale), high


def _rescaled(amount: Amount, scale: Decimal) -> Amount:
    return replace(
        amount,
        value=(amount.value or Decimal(0)) * scale,
        scale=scale,
        step=amount.step * scale,
        figure=amount.figure * scale,
    )


def _link(found: re.Match[str]) -> str:
    """Return the word between the ends of a range, empty for a dash."""
    said = found.groupdict()
    return (said["word"] or said.get("joined") or "").lower()


def _is_range(
    text: str, low: Amount, high: Amount, found: re.Match[str], *, apart: bool
) -> bool:
    bottom, top = low.value or Decimal(0), high.value or Decimal(0)
    word = _link(found)
    # Three years are more than six months.
    rising = found.re is TIMED_RANGE or bottom < top
    if low.unit != high.unit or not rising or word == english.AND:
        return low.comparator == "between" and low.unit == high.unit and rising
    before = text[max(0, low.lead - 24) : low.lead].lower().split()
    last = before[-1] if before else ""
    if not word:
        return not (top < SCORE and low.unit == "count" and _is_score(text, high, last))
    # A rise in attacks (from 72% to 86%): the word that says so is further off.
    if last == f"({english.FROM}":
        said = text[max(0, low.lead - ASIDE) : low.lead].lower().split()
        return not any(one in english.MOVED for one in said)
    if last == english.FROM:
        opens = not before[:-1] or before[-2][-1] in ".!?;:"
        counts = low.unit == "count" and top <= FAR * bottom
        verb = before[-2].strip("(,") if before[:-1] else ""
        return (opens and counts) or verb in english.RANGING
    # It rose by 600,000 to 4.2 million: both say their unit, or they lie far apart.
    # By £400m to £450m: what a change leads to is seldom so close to the change.
    if last == english.BY and top * 4 <= bottom * 5:
        return True
    return not (last in english.MOVED and (apart or top > FAR * bottom))


def _is_score(text: str, high: Amount, last: str) -> bool:
    """Say whether 1–3 was lost, or is a defeat; one may win 3–4 seats."""
    after = NEXT_WORD.match(text, high.end)
    word = after[1].lower() if after else ""
    counts = word.endswith(english_names.PLURAL)
    return word in english.PLAYED or (last in english.PLAYED and not counts)
