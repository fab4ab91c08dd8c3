"""Quantities in digits: `£3.2bn`, `35 per cent`, `2½`, `-£5` in, amounts out."""

import re
from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts import english, english_labels, english_names
from crossfoot.amounts.forms import NAME_TAIL
from crossfoot.amounts.model import (
    ONE,
    SHARE_FIGURE,
    SHARE_STEP,
    Amount,
    ignored,
    last_figure,
    written,
)
from crossfoot.amounts.patterns import (
    BRACKETED,
    CLOSED,
    DECIMAL,
    LOWERED,
    METRES,
    NUMBER,
    OF_GREAT,
    PEOPLED,
    POWER,
    SCALE,
    SHORT_SCALE,
    SPLIT,
    UNIT,
    VULGAR,
    WEIGHED,
    WEIGHT,
    any_of,
)
from crossfoot.amounts.signs import READ

CURRENCIES = {**english.DOLLARS, **READ}
DOLLARS = sorted(english.DOLLARS, key=len, reverse=True)
GREAT = {**english.MAGNITUDES, english.HUNDRED: 2}
GLUED = frozenset(english_names.GLUED)
METRES_BEFORE = [[word] for word in english_names.METRES_BEFORE]
METRES_SAID = re.compile(english_names.METRES_SAID, re.IGNORECASE)
YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}\Z")
"""A year before the sign of money, or an amount that nobody can tell from one."""
MONEY = {key.lower(): unit for key, unit in english.MONEY.items()}
LONGEST = 24
"""Characters of a number beyond which digits are somebody's key."""
SQUARE = "²³"
MINUSES = ("-", "−")
POINTED = " \u00a0(=<>≤≥~["
"""What stands before a number that begins with its point."""
NEAR_BASES = 60
"""Characters around `bp` in which a word shows that it counts base pairs."""
GENES = re.compile(rf"\b(?:{any_of(english_labels.GENES)})\b")
OWING = 30
"""Characters before brackets in which a word says that something is below nought."""
HEAVY = 44
"""Characters before the end of a number in which a word says that it weighs."""
LEAST_SCALE = ONE.scaleb(6)
"""The scale that makes money of a letter: R5k may be a name."""
SEPARATORS = str.maketrans("", "", english.GROUPING + english.SPACED)


def quantity(text: str, at: int, floor: int = 0) -> Amount | None:
    """Read the number in digits that starts at `at`, or None.

    A sign before it is looked for from `floor` on, where another number ends.
    """
    power = _power(text, at) if text.startswith("10", at) else None
    if power:
        return power
    at = max(_sign(text, at), min(at, floor))
    found = NUMBER.match(text, at)
    if found and found["power"] and not _is_power(found):
        # 1920x1080 is a size.
        found = NUMBER.match(text, at, found.start("power"))
    if not found or not (found["figures"] or found["vulgar"]):
        return None
    # Nobody counts that far, and arithmetic would round it.
    if len(found["figures"]) > LONGEST:
        return ignored(text, found.span(), "identifier", "identifier")
    unit, scale, end = _measured(text, found)
    if end == found.end() and not (found["power"] or found["tens"] or unit):
        name = _glued(text, at, end)
        if name:
            return name
    made = _amount(text, found, unit or "count", scale, end)
    alone = found["vulgar"] and not found["figures"] and scale == ONE
    return _share(made) if alone and not unit else made


def _is_power(found: re.Match[str]) -> bool:
    """Say whether `× 10` and figures are a power, which a raised sign may show.

    Without one, as where a text has lost it, only 3 × 108 and the like are.
    """
    power = found["power"]
    if "^" in power or not found["exponent"].isascii() or "-" in found["exponent"]:
        return True
    whole = found["figures"].partition(english.POINT)[0]
    return len(whole) == 1 and len(found["exponent"]) == 1 and found["exponent"] > "2"


def _measured(text: str, found: re.Match[str]) -> tuple[str, Decimal, int]:
    """Return the unit and scale around a number, and where they end."""
    unit, end = _currency(found), found.end()
    # Before most signs nothing belongs to a number.
    if text[end : end + 1] in CLOSED:
        return unit, ONE, end
    scale, end = scale_after(text, end, unit)
    great = OF_GREAT.match(text, end) if found["vulgar"] else None
    if great:
        scale, end = scale * great_of(great["great"]), great.end()
    return unit_after(text, end, unit, scale)


def _share(amount: Amount) -> Amount:
    """Return a lone `½` as the share that 1/2 is."""
    return replace(
        amount, unit="ratio", step=SHARE_STEP, figure=SHARE_FIGURE, worded=True
    )


def _power(text: str, at: int) -> Amount | None:
    """Read `10^6` and `10⁶`, or None."""
    found = POWER.match(text, at)
    if not found:
        return None
    value = ONE.scaleb(int((found["exponent"] or found["raised"]).translate(LOWERED)))
    return written(text, found.span(), value, (value, value))


def lettered(text: str, at: int) -> Amount | None:
    """Read `R1.2bn` and `R500 000`, money by its scale or thousands; else None."""
    if not text[at + 1 : at + 2].isdigit() or text[at] not in english.SCALED_LETTERS:
        return None
    found = quantity(text, at + 1)
    if found is None or found.unit != "count":
        return None
    low, high = found.figures
    grouped = not found.text[low:high].replace(english.POINT, "").isdigit()
    if found.scale < LEAST_SCALE and not grouped:
        return None
    return replace(
        found,
        start=at,
        lead=at,
        text=text[at : found.end],
        unit=english.SCALED_LETTERS[text[at]],
        figures=(low + 1, high + 1),
    )


def _sign(text: str, at: int) -> int:
    """Step back over a minus that belongs to the number and over `US` of `US$`."""
    if text[at] == "$":
        at -= len(_dollars(text, at)) - 1
    if text[at - 1 : at] == english.POINT and is_pointed(text, at):
        return at - 1 - (text[at - 2 : at - 1] in MINUSES)
    if at and text[at - 1] in "-−" and (at == 1 or text[at - 2] in " \u00a0(\n“‘:"):
        return at - 1
    if at and text[at - 1] == "–" and _is_minus(text[max(0, at - 3) : at - 1]):
        return at - 1
    return at


def is_pointed(text: str, at: int) -> bool:
    """Say whether a point right before a digit begins a number: p < .05, no note."""
    minus = text[at - 2 : at - 1] in MINUSES and at > 1
    before = text[at - 2 - minus : at - 1 - minus] if at > 1 + minus else ""
    return not before or before in POINTED


def _dollars(text: str, at: int) -> str:
    """Return the sign of a dollar at `at` with the letters that belong to it: US$."""
    for sign in DOLLARS:
        start = at + 1 - len(sign)
        if text.endswith(sign, 0, at + 1) and not text[start - 1 : start].isalnum():
            return sign
    return text[at]


def _is_minus(before: str) -> bool:
    """Say whether an en dash is a minus: not after a number, where a range may be."""
    if not before or before[-1] in "([":
        return True
    return before[-1].isspace() and not (before[0].isdigit() or before[0] in "%)")


def _currency(found: re.Match[str]) -> str:
    if found["code"]:
        return english.MONEY_LETTERS.get(found["code"], found["code"])
    return CURRENCIES.get(found["symbol"] or "", "")


def scale_after(text: str, at: int, currency: str) -> tuple[Decimal, int]:
    """Return the scale that stands at `at` and where it ends."""
    long = SCALE.match(text, at)
    name = " ".join(long["name"].lower().split()) if long else ""
    if long and (currency or name not in english_names.MONEY_SCALES):
        return ONE.scaleb(english.SCALES[name]), long.end()
    short = SHORT_SCALE.match(text, at)
    # 5 m is five metres; £5 m is five million.
    if not short or (short["gap"] and not currency):
        return ONE, at
    name = short["name"].lower()
    metres = (
        name == english_names.METRE
        and not currency
        and _is_metres(text, at, short.end())
    )
    if metres or (name in english_names.MONEY_SCALES and not currency):
        return ONE, at
    return ONE.scaleb(english.SCALES[name]), short.end()


def great_of(name: str) -> Decimal:
    """Return what `million`, `hundred` or `dozen` multiplies by."""
    name = name.lower()
    return ONE.scaleb(GREAT[name]) if name in GREAT else Decimal(12)


def _is_metres(text: str, at: int, end: int) -> bool:
    """Say whether a bare `m` stands for metres: within 400m, 5m high."""
    if METRES.match(text, end):
        return True
    before = text[max(0, at - 20) : at].lower().split()[-2:-1]
    if METRES_SAID.search(text, max(0, at - 60), at):
        return True
    return before[:1] in METRES_BEFORE and not PEOPLED.match(text, end)


def negative(text: str, at: int) -> Amount | None:
    """Read an amount that brackets make negative: £(1,200), (4.2)%."""
    start = at - 1 if at and text[at].isdigit() and text[at - 1] == "(" else at
    found = BRACKETED.match(text, start)
    if not found:
        return None
    unit = CURRENCIES.get(found["symbol"] or "", "")
    scale = ONE.scaleb(english.SCALES.get((found["inner"] or "").lower(), 0))
    more, end = scale_after(text, found.end(), unit)
    unit, scale, end = unit_after(text, end, unit, scale * more)
    # (12) alone may be a note, a year or an aside.
    if not unit:
        return None
    bare = found["figures"].translate(SEPARATORS).replace(english.POINT, ".")
    places = len(bare.partition(".")[2])
    number = Decimal(bare) * scale
    step = scale.scaleb(-places)
    return Amount(
        start,
        end,
        text[start:end],
        "quantity",
        value=-number,
        unit=unit,
        scale=scale,
        step=step,
        figure=last_figure(bare, step),
        lead=start,
        tail=end,
        figures=(found.start("figures") - start, found.end("figures") - start),
        places=places,
    )


def unit_after(
    text: str, at: int, unit: str, scale: Decimal
) -> tuple[str, Decimal, int]:
    """Return unit, scale and end with the unit that stands at `at`, if one does."""
    found = UNIT.match(text, at)
    if not found or unit or (found["bp"] and _are_bases(text, *found.span())):
        return unit, scale, at
    for name, sign in (("pp", "pp"), ("percent", "%"), ("bp", "bp")):
        if found[name]:
            return sign, scale, found.end()
    if found["mille"]:
        return "%", scale.scaleb(-1), found.end()
    if found["pence"]:
        return english.PENCE[found["pence"].lower()], scale.scaleb(-2), found.end()
    if found["code"]:
        return found["code"], scale, found.end()
    name = " ".join(found["money"].lower().split())
    if name in english.WEIGHTS and (
        WEIGHT.match(text, found.end()) or WEIGHED.search(text, max(0, at - HEAVY), at)
    ):
        return unit, scale, at
    if name in english.SYMBOLS and YEAR.search(text, max(0, at - 5), at):
        # It heads a column of money of that year.
        return unit, scale, at
    return MONEY[name], scale, found.end()


def _are_bases(text: str, start: int, end: int) -> bool:
    """Say whether bp are base pairs of genes, and no basis points."""
    return bool(GENES.search(text, max(0, start - NEAR_BASES), end + NEAR_BASES))


def _glued(text: str, at: int, end: int) -> Amount | None:
    """Return the name that digits begin, such as 3D; None before a unit (5km)."""
    letters = SPLIT.match(text, end)
    decimal = english.POINT in text[at:end]
    if text[end : end + 1] != "_" and (
        not letters
        or _is_unit(letters[0].rstrip(SQUARE))
        or (decimal and letters[0] in english_names.DEGREES)
    ):
        return None
    tail = NAME_TAIL.match(text, end)
    stop = tail.end() if tail else end
    return ignored(text, (at, stop), "identifier", "name")


def _is_unit(letters: str) -> bool:
    """Say whether letters after digits are a unit: 5km, 10GB, but not 18F."""
    if len(letters) == 1 and letters.isupper():
        return letters in english_names.GLUED_CAPITALS
    word = letters.lower()
    one = word.removesuffix(english_names.PLURAL)
    return word in GLUED or one in GLUED or one in english.MEASURES


def _bare(figures: str) -> str:
    """Return figures without marks between thousands, with a point of ours."""
    if DECIMAL.fullmatch(figures):
        return figures.replace(english.OTHER_POINT, ".")
    bare = figures.translate(SEPARATORS).replace(english.POINT, ".")
    return bare if bare.count(".") < 2 else bare.replace(".", "")


def owed(text: str, amount: Amount) -> Amount:
    """Return money or a share in brackets that are no aside as what is below nought.

    An aside stands after a name, never after a word that needs one: it was (£2m). But a
    loss of (£2m) is one of £2m.
    """
    start, end = amount.start - 1, amount.end + 1
    if start < 1 or text[start] != "(" or text[end - 1 : end] != ")":
        return amount
    before = text[max(0, start - OWING) : start].lower().split()
    if not (amount.unit == "%" or amount.unit.isupper()) or amount.value is None:
        return amount
    if text[start - 1] != " " or not before or before[-1] not in english.OWED_BEFORE:
        return amount
    if {*before[-4:]} & {*english.OWED_SAID, *english.DECLINE}:
        return amount
    low, high = amount.figures
    return replace(
        amount,
        start=start,
        end=end,
        lead=start,
        tail=end,
        text=text[start:end],
        value=-amount.value,
        figures=(low + 1, high + 1),
    )


def _amount(
    text: str, found: re.Match[str], unit: str, scale: Decimal, end: int
) -> Amount:
    bare = _bare(found["figures"])
    number = Decimal(bare or 0)
    step = scale.scaleb(-len(bare.partition(".")[2]))
    if found["vulgar"]:
        above, below = VULGAR[found["vulgar"]]
        number, step = number + Decimal(above) / below, scale.scaleb(-1)
    exponent = found["exponent"] or found["tens"]
    if exponent:
        power = int(exponent.translate(LOWERED))
        scale, step = scale.scaleb(power), step.scaleb(power)
    start = found.start()
    minus = found["minus"] or found["before"]
    last = found.end("vulgar") if found["vulgar"] else found.end("figures")
    return Amount(
        start,
        end,
        text[start:end],
        "quantity",
        value=(-number if minus else number) * scale,
        unit=unit,
        scale=scale,
        step=step,
        figure=last_figure(bare, step),
        lead=start,
        tail=end,
        figures=(found.start("figures") - start, last - start),
        places=len(bare.partition(".")[2]),
    )
