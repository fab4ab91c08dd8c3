"""Ratios: `10:1`, `1:12`, `3 to 1` and `two-to-one` in a text, one amount each out."""

import re
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from crossfoot.amounts import english, english_labels, words
from crossfoot.amounts.model import ONE, Amount, ignored, written
from crossfoot.amounts.patterns import END, FLAGS, GROUPING, POINT, any_of
from crossfoot.amounts.signs import WIDE

DIGITS = (
    rf"(?:[0-9]{{1,3}}(?:[{GROUPING}][0-9]{{3}}){{1,3}}|[0-9]{{1,6}})"
    rf"(?:{POINT}[0-9]{{1,3}})?"
)
WORD = rf"(?:{any_of([*english.UNITS][1:])}|{any_of(english.TENS)}|{english.HUNDRED})"
NO_MORE = r"(?![:0-9]|[.,][0-9]|\s?%)"
COLON = re.compile(
    rf"(?P<above>{DIGITS})(?P<gap>\s?):\s?(?P<below>{DIGITS}){NO_MORE}{END}"
)
SAID = re.compile(
    rf"(?P<above>{DIGITS}|{WORD})(?P<link>\s{english.TO}\s|-{english.TO}-)"
    rf"(?P<below>{DIGITS}|{WORD}){NO_MORE}{END}",
    FLAGS,
)
LINKS = rf"(?:\s(?:{any_of(english.RATIO_LINKS)}|(?:19|20)[0-9]{{2}})){{0,5}}\s\(?$"
BEFORE, BEFORE_ANY, BEFORE_COLON = (
    re.compile(rf"\b(?:{any_of(nouns)}){LINKS}", FLAGS)
    for nouns in (
        english.RATIOS,
        english.RATIOS_TO_ANY,
        (*english.RATIOS, *english.SCALES_TO),
    )
)
AFTER = re.compile(rf"[\s-](?:{any_of(english.RATIO_AFTER)})\b", FLAGS)
CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4])\s?:\s?[0-5][0-9]")
NAMED = re.compile(r"(?P<name>[A-Z][\w’'.]*)\s$")
FORM = re.compile(
    rf"(?P<above>0(?:\.0{{1,3}})?|1)(?P<link>:|\s{english.TO}\s|-{english.TO}-)"
    r"(?P<below>0(?:\.0{1,3})?|1)"
)
"""A format: one side is 1, the other how many places it has."""
WHOLE = 100
SIMPLE = ("0.0", ":", "1")
TURNED = {ROUND_FLOOR: ROUND_CEILING, ROUND_CEILING: ROUND_FLOOR}
LEAD = 60
"""Characters before a ratio in which a word says that it is one."""
NEAR = 24


class Ratio(NamedTuple):
    """The two numbers of a ratio, and where they stand."""

    above: str
    below: str
    span: tuple[int, int]


def ratio(text: str, at: int) -> Amount | None:
    """Read the ratio that starts at `at`, or None.

    `1:12` is a time and `3 to 5` a range where no word beside it says otherwise.
    """
    found = COLON.match(text, at)
    if found:
        one = Ratio(found["above"], found["below"], found.span())
        return _by_colon(text, one, apart=bool(found["gap"]))
    found = SAID.match(text, at)
    if not found:
        return None
    one = Ratio(found["above"], found["below"], found.span())
    return _amount(text, one) if _is_said(text, one, found["link"]) else None


def whole(text: str) -> Amount | None:
    """Read a text that is bound to a ratio and nothing but one, or None."""
    bare = text.strip()
    found = COLON.fullmatch(bare) or SAID.fullmatch(bare)
    start = text.index(bare)
    if not found:
        return None
    span = (start, start + len(bare))
    return _amount(text, Ratio(found["above"], found["below"], span))


def parted(text: str) -> tuple[Decimal, Decimal] | None:
    """Return the two numbers of a text that is a ratio and nothing else, or None."""
    found = COLON.fullmatch(text) or SAID.fullmatch(text)
    return (_number(found["above"]), _number(found["below"])) if found else None


def _by_colon(text: str, one: Ratio, *, apart: bool) -> Amount | None:
    start, end = one.span
    lead = text[max(0, start - LEAD) : start]
    above, below = _number(one.above), _number(one.below)
    # Parts of a hundred are a split, and no number; but 99:1 is what it looks like.
    split = above + below == WHOLE and ONE not in {above, below}
    if split and not BEFORE_ANY.search(lead):
        return None
    if BEFORE_COLON.search(lead) or AFTER.match(text, end):
        return _amount(text, one)
    # A time, a verse, a score and the class of a degree look the same.
    if apart or CLOCK.fullmatch(text, start, end) or _is_named(lead):
        return None
    near = lead.lower().split()[-3:]
    alone = len(text.strip()) == end - start
    if (above == below == ONE and not alone) or _is_class(above, below, near):
        return ignored(text, one.span, "identifier", "idiom")
    after = text[end : end + NEAR].lower().split()[:1]
    if ONE not in {above, below} or {*near, *after} & {*english.PLAYED}:
        return None
    return _amount(text, one)


def _is_named(before: str) -> bool:
    """Say whether a name stands right before a ratio: John 3:1, not The 20:1."""
    found = NAMED.search(before)
    return found is not None and found["name"].lower() not in english_labels.UNNAMED


def _is_class(above: Decimal, below: Decimal, before: list[str]) -> bool:
    """Say whether it is the class of a degree: a 2:1."""
    if above != 2 or below not in {1, 2}:
        return False
    article = before[-1:] != [] and before[-1] in english.CLASS_BEFORE
    return below == 2 or article


def _is_said(text: str, one: Ratio, link: str) -> bool:
    start, end = one.span
    lead = text[max(0, start - LEAD) : start]
    above, below = _number(one.above), _number(one.below)
    before = lead.lower().split()
    if above == below or (before[-1:] and before[-1] in english.CHANGED_FROM):
        return False
    if BEFORE_ANY.search(lead):
        return True
    after = text[end : end + NEAR].lower().split()[:1]
    if below == ONE and AFTER.match(text, end):
        return True
    if below != ONE or {*before[-3:], *after} & {*english.PLAYED}:
        return False
    return link[0] == "-" or bool(BEFORE.search(lead))


def _number(said: str) -> Decimal:
    if said[0].isdigit():
        bare = "".join(sign for sign in said if sign not in english.GROUPING)
        return Decimal(bare.replace(english.POINT, "."))
    reading = words.read([said.lower()])
    return reading.value if reading else Decimal(0)


def _amount(text: str, one: Ratio) -> Amount | None:
    above, below = _number(one.above), _number(one.below)
    if not above or not below:
        return None
    larger, said = max((above, one.above), (below, one.below))
    # What is printed of the larger number is how exact the ratio is.
    step = ONE.scaleb(-len(said.partition(english.POINT)[2]))
    value = above / below
    made = written(text, one.span, value, (value * step / larger,) * 2)
    return replace(made, unit="ratio", worded=False)


def is_form(pattern: str) -> bool:
    """Say whether a format is that of a ratio: `0:1`, `1:0.0`, `0 to 1`."""
    found = FORM.fullmatch(pattern)
    return found is not None and found.group("above", "below").count("1") == 1


def shown(value: Decimal, pattern: str, rounding: str = ROUND_HALF_UP) -> str:
    """Return a ratio above nought as a format says: 14.3:1, 1:12, 3 to 1."""
    found = FORM.fullmatch(pattern)
    above, link, below = found.group("above", "link", "below") if found else SIMPLE
    if below == "1":
        return f"{_printed(value, above, rounding)}{link}1"
    # The larger the second number, the smaller the ratio.
    turned = TURNED.get(rounding, rounding)
    return f"1{link}{_printed(ONE / value, below, turned)}"


def _printed(value: Decimal, side: str, rounding: str = ROUND_HALF_UP) -> str:
    places = len(side.partition(".")[2])
    return f"{value.quantize(ONE.scaleb(-places), rounding, WIDE):,f}"


def again(text: str, value: Decimal) -> str:
    """Return a ratio above nought in the style of another: 11:1 where 12:1 stands."""
    found = COLON.fullmatch(text) or SAID.fullmatch(text)
    if not found:
        return shown(value, "0.0:1")
    above, below = found["above"], found["below"]
    link = text[len(above) : len(text) - len(below)]
    turned = _number(above) == ONE
    one, other = (above, below) if turned else (below, above)
    places = len(other.partition(english.POINT)[2])
    if _number(one) != ONE:
        # Of 7:2 neither is one: 3.4:1 says what 6.8:2 would.
        one, places = "1", 1
    number = _printed(ONE / value if turned else value, f"0.{'0' * places}".rstrip("."))
    if other.isalpha() and number.isdigit():
        number = words.write(int(number))
    return f"{one}{link}{number}" if turned else f"{number}{link}{one}"
