"""What two numbers make together: ranges and `one in five`."""

import re
from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts import english, english_names
from crossfoot.amounts.model import (
    ONE,
    SHARE_FIGURE,
    SHARE_STEP,
    Amount,
)
from crossfoot.amounts.patterns import (
    LASTING,
    MEASURED_RANGE,
    NEXT_WORD,
    RANGE,
    RATIO,
    TIMED_RANGE,
)

CHANCES = (*range(2, 11), 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000)
FAR = 3
"""How often the lower end goes into the upper one of a range after `by`."""
ASIDE = 80
"""Characters before a range in brackets in which a word makes a change of it."""
SCORE = 100
"""Below this two numbers with a dash may be a score."""
GREAT_CHANCES = (2000, 5000, 10_000, 100_000, 1_000_000)


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
    # Ten and twelve are two numbers; only between makes a range of them, and in men
    # of 15–49 and 70 women no such word stands before the 49.
    said = before.comparator == "between" and before.lead < before.start
    if word == english.AND and not said:
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
