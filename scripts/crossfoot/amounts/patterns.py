"""The grammar's patterns, built from the language data.

Every pattern is anchored where the scanner stands and bounded or free of choices
that could be retried, so that no text makes it slow.
"""

import re
from collections.abc import Iterable, Sequence

from crossfoot.amounts import english, english_labels, english_names, english_parts
from crossfoot.amounts.signs import READ

FLAGS = re.IGNORECASE
NEVER = "\ufdd0"
"""A character that no text has, for a language without words of some sort."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, of those that one starts the longest.

    Those of one initial stand together, as most places of a text have none of them:
    it takes a fifth of the time.
    """
    ordered = sorted(set(words) - {""}, key=lambda word: (-len(word), word)) or [NEVER]
    initials: dict[str, list[str]] = {}
    for word in ordered:
        initials.setdefault(word[0], []).append(word[1:])
    if len(initials) != len(set(map(str.casefold, initials))):
        # Whatever the case, the longest of all has to come first.
        return "|".join(map(_spelt, ordered))
    return "|".join(_after(first, rests) for first, rests in initials.items())


def _after(first: str, rests: Sequence[str]) -> str:
    """Return a pattern for an initial and one of what may follow it."""
    if len(rests) == 1:
        return _spelt(first + rests[0])
    return f"{_spelt(first)}(?:{'|'.join(map(_spelt, rests))})"


def _spelt(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s{1,2}")


def words_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the phrases as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)


GROUPING = re.escape(english.GROUPING)
SPACED = re.escape(english.SPACED or NEVER)
DIGITS = (
    rf"(?:[0-9]{{1,3}}(?:[{GROUPING}][0-9]{{3}}){{1,8}}(?![0-9])"
    # In India, groups of two digits stand before the last of three.
    rf"|[0-9]{{1,2}}(?:,[0-9]{{2}}){{1,8}},[0-9]{{3}}(?![0-9])"
    # Three digits again and again are a series: 412 387 365.
    rf"|(?<![0-9]{SPACED})(?:[1-9][0-9]?{SPACED}[0-9]{{3}}|[1-9][0-9]{{0,2}})"
    rf"{SPACED}[0-9]{{3}}(?!{SPACED}?[0-9])"
    rf"|[0-9]+)"
)
POINT = re.escape(english.POINT)
END = r"(?![A-Za-z0-9])"

VULGAR = {
    sign: (above, below)
    for below, signs in ((2, "½"), (3, "⅓⅔"), (4, "¼ ¾"), (5, "⅕⅖⅗⅘"), (8, "⅛ ⅜ ⅝ ⅞"))
    for above, sign in enumerate(signs, 1)
    if sign != " "
}
"""Fractions of one character: numerator and denominator."""
VULGARS = "".join(VULGAR)
DIGIT_SEEDS = f"0123456789{VULGARS}§{''.join(READ)}"
SEED = re.compile(rf"[^\W\d_]+|[{re.escape(DIGIT_SEEDS)}]")
"""Where a number may start: a word, a digit, a sign of money."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LOWERED = str.maketrans(f"{RAISED}⁻−", "0123456789--")
"""Turns raised digits and minus signs into those that `int` reads."""
SYMBOL = any_of((*english.DOLLARS, *READ))
CODE = any_of((*english.CODES, *english.MONEY_LETTERS))
OTHER = re.escape(english.OTHER_POINT or NEVER)
LONG_SCALES = [name for name in english.SCALES if len(name) > 1]
RATES = (*english.PERCENT, *english.MILLE, *english.POINTS)
SIGNS_OF = re.escape("".join(READ))
DECIMAL = re.compile(rf"[0-9]{{1,3}}{OTHER}[0-9]{{1,2}}")
"""A number with the point of other languages."""
FOREIGN = (
    rf"(?(symbol)(?:{DECIMAL.pattern}(?=\s?(?:{any_of(english.SCALES)}){END})"
    rf"|[0-9]{{1,3}}{OTHER}[0-9]{{2}}(?![0-9.,]|\s(?:{english.AND}|{english.OR})\s[0-9{SIGNS_OF}]))"
    rf"|{DECIMAL.pattern}(?=\s?(?:{any_of(LONG_SCALES)}){END}"
    rf"|\s?(?:{any_of(RATES)})))"
    rf"|(?(symbol)|(?(code)|(?!)))(?:[0-9]{{1,3}}(?:{POINT}[0-9]{{3}}){{2,4}}(?!\.?[0-9])"
    # A sign of money is before one number, and before no series.
    rf"|[1-9][0-9]{{0,2}}(?:{SPACED}[0-9]{{3}}){{2,4}}(?:{POINT}[0-9]+)?(?!{SPACED}?[0-9]))"
)
"""Figures of other languages, where what stands beside them shows it: €1,5 million."""
NUMBER = re.compile(
    # Most numbers start with a digit: no sign of money is looked for there.
    rf"(?P<before>[-−–])?(?:(?![0-9])(?:(?P<symbol>{SYMBOL})\s?|(?P<code>{CODE})\s?))?(?P<minus>[-−])?"
    rf"(?P<figures>(?:{FOREIGN}|{DIGITS}(?:{POINT}[0-9]+)?|{POINT}[0-9]+)?)(?:\s?(?P<vulgar>[{VULGARS}]))?"
    rf"(?:(?P<power>\s?[×x*]\s?10\^?(?P<exponent>[-−⁻]?[0-9{RAISED}]{{1,2}})(?![0-9{RAISED}]))"
    r"|[eE](?P<tens>[-+−][0-9]{1,3})(?![0-9A-Za-z]))?"
)
SIZES = any_of(name for name in english.SCALES if len(name) <= 3)
BRACKETED = re.compile(
    rf"(?P<symbol>(?:{SYMBOL})?)\((?P<figures>{DIGITS}(?:{POINT}[0-9]+)?)(?P<inner>{SIZES})?\)"
)
"""An amount that brackets make negative: £(1,200), (4.2)%."""
POWER = re.compile(
    rf"10(?:\^(?P<exponent>[-−]?(?:[3-9]|[12][0-9])(?![0-9]|[.,][0-9]))"
    rf"|(?P<raised>⁻[{RAISED}]{{1,2}}|[³⁴-⁹]|¹[{RAISED}])(?![0-9{RAISED}]))"
)
"""A power of ten alone, 10^6; the sign of a note is a smaller one."""

SCALE = re.compile(rf"(?:\s?|-)(?P<name>{any_of(LONG_SCALES)}){END}", FLAGS)
MULTIPLIES = re.compile(
    rf"(?:\s?|-)(?:{any_of((*LONG_SCALES, *english_names.MULTIPLES))}){END}", FLAGS
)
"""What makes more of a number that ends before it."""
LETTERS = any_of(name for name in english.SCALES if len(name) == 1)
SHORT_SCALE = re.compile(rf"(?P<gap>\s?)(?P<name>{LETTERS}){END}", FLAGS)
METRES = re.compile(
    rf"\s?(?:[²³x×^/]|{english.BY}\b|[0-9]{{1,2}}s\b|(?:{any_of(english_names.METRES)})\b)",
    FLAGS,
)
PEOPLED = re.compile(
    rf"\s(?:{any_of((*english_names.COUNTED, *english_labels.PEOPLED))})\b", FLAGS
)
"""What so many millions of may follow, before which no `m` is metres."""

PENNY = any_of(name for name in english.PENCE if len(name) == 1)
PENNIES = any_of(name for name in english.PENCE if len(name) > 1)
UNIT = re.compile(
    # 0.3 of a percentage point is no share of one.
    rf"[\s-]{{0,2}}(?:(?:{english.OF}\s(?:{any_of(english.ARTICLES)})\s)?(?P<pp>{any_of(english.POINTS)}){END}"
    rf"|(?P<mille>{any_of(english.MILLE)})|(?P<percent>%|(?:{any_of(english.PERCENT[1:])}){END})"
    rf"|(?P<bp>{any_of(english.BASIS)}){END}"
    rf"|(?P<money>{any_of(english.MONEY)}){END}"
    rf"|(?P<code>(?-i:{any_of(english.CODES)})){END}"
    rf"|(?P<pence>(?<=[0-9])(?:{PENNY})|{PENNIES}){END})",
    FLAGS,
)

WEIGHT = re.compile(
    rf"\s{english.OF}\s(?!(?:{any_of(english.FUNDS)})\b)[^\W\d_]{{3}}", FLAGS
)
WEIGHED = re.compile(rf"\b(?:{any_of(english.WEIGHING)})\b", FLAGS)
"""What makes a weight of pounds: 300 pounds of heroin, weighing 300 pounds."""
CLOSED = frozenset(("", *",;:)]!?"))
"""Ends of a text, and signs after which no unit, scale or comparator stands."""
SPACE = r"[\s-]"
ARTICLES = any_of(english.ARTICLES)
GREAT = any_of((*english.MAGNITUDES, english.HUNDRED, english.DOZEN))
WORD = rf"(?:{any_of((*english.UNITS, *english.TENS))}|{GREAT})"
WORDS = re.compile(
    rf"(?:(?:{ARTICLES})\s{{1,2}})?{WORD}\b"
    rf"(?:(?:-|\s{{1,2}})(?:{english.AND}\s{{1,2}})?(?:{WORD})\b){{0,14}}",
    FLAGS,
)
SPLIT = re.compile(r"[^\W\d_]+")
ARTICLE = re.compile(rf"(?<![^\W_])(?:{ARTICLES})\s{{1,2}}$", FLAGS)
TENS_ORDINAL = re.compile(
    rf"(?:{any_of(english.TENS)})[-\s](?:{any_of(english.ORDINALS)}){END}", FLAGS
)
SHARE = re.compile(
    rf"(?:-|\s{{1,2}})(?P<part>{any_of(english.DENOMINATORS)}){END}", FLAGS
)
AND_HALF = re.compile(
    rf"[\s-]{english.AND}[\s-](?:(?:{ARTICLES})[\s-](?P<part>{any_of(english.ADDED_PARTS)})"
    rf"|{english.THREE_QUARTERS.replace(' ', SPACE)})\b",
    FLAGS,
)
WITH_HYPHEN = (
    r"[0-9]{1,2}-(?:1/2|[12]/3|[13]/4|[1-7]/8)(?![0-9/])"
    rf"(?=-?\s?(?:{any_of((*english.PERCENT, *english.POINTS, *english.MEASURES))})"
    rf"|\s(?:{any_of((english.TO, english.AND))})\s[0-9])"
)
"""A mixed number with a hyphen before what it measures: 1-1/2 percent."""
MIXED = re.compile(
    rf"(?=[0-9]{{1,3}}\s|{WITH_HYPHEN})([0-9]{{1,3}})[\s-]([1-9])/([2-9])(?![0-9/])"
)
SLASH = re.compile(r"([0-9]{1,3})/([0-9]{1,4})(?![0-9/])")
OF_POINT = re.compile(
    rf"\s(?:{english.OF}\s)?(?:{ARTICLES}|{english.ONE})(?=\s"
    rf"(?:{any_of((*english.POINTS, *english.PERCENT[1:3], *english.BASIS))}){END})",
    FLAGS,
)
"""What follows the part of a point: half a percentage point, a tenth of a per cent."""
OF_GREAT = re.compile(
    rf"(?:\s(?:{english.OF}\s)?(?:{ARTICLES})\s"
    rf"|(?:-|(?:{'|'.join(f'(?<={one})' for one in english.GREAT_PARTS)})\s)"
    rf"(?=(?:{any_of(english.MAGNITUDES)})))"
    rf"(?P<great>{GREAT}){END}",
    FLAGS,
)
TO_MORE = re.compile(rf"\s{english.TO}\s(?={WORD}\b)", FLAGS)
AND_MORE = re.compile(rf"\s{english.AND}\s(?={WORD}\b|[0-9])", FLAGS)
"""After `one` and before a number word: one to two years."""
RANGE = re.compile(
    r"(?P<dash>[–—‐‑-]|\s[–-]\s|\s?~\s?)"
    rf"|-?\s(?P<word>{any_of((english.TO, english.AND))})\s|-(?P<joined>{english.TO})-",
    FLAGS,
)
MEASURED_RANGE = re.compile(r"\s?(?P<unit>[^\s\d.,;:()–—-]{1,10})(?P<rest>[\s–—-].*)")
"""A unit that both ends of a range name: 5 km to 10 km."""
TIMED_RANGE = re.compile(
    rf"[\s-](?:{any_of(english.SPAN_OF_TIME)})(?:{english_names.PLURAL})?"
    rf"\s(?P<word>{any_of((english.TO, english.AND))})\s",
    FLAGS,
)
"""A unit of time, where the other end has another: six months to three years."""
RATIO = re.compile(
    rf"\s(?:{any_of(english.OUT_OF)})\s|-(?:{any_of(english.OUT_OF[:1])})-", FLAGS
)
AFTER = any_of(word for word in english.AFTER if word not in {"+", *english.PLUS})
GOES_ON = rf"(?!\s(?:{english.TO}\b|[0-9£$€~]|{WORD}\b))"
"""Not before another number or `to`: 2 m thick and up to 6 m high."""
SUFFIX = re.compile(
    rf"(?:\s?\(|\s?|-)(?P<phrase>{AFTER})\b{GOES_ON}"
    rf"|(?P<plus>\+)(?!\s?[0-9])|[\s-](?P<word>{any_of(english.PLUS)})\b(?!\s[0-9£$€])"
    # In `two weeks or more` the unit stands between.
    rf"|(?:\s(?!{WORD}\b)[^\W\d]{{1,16}}){{1,3}}?\s(?P<later>{any_of(english.LATER)})\b(?!\s{english.THAN}){GOES_ON}",
    FLAGS,
)
PLURAL = f"(?:{any_of((english_names.PLURAL,))})?"
LASTING = re.compile(
    rf"[\s-](?:\w{{5,20}}\s)?(?:{any_of(english.SPAN_OF_TIME)}){PLURAL}\b", FLAGS
)
MEASURED = re.compile(rf"[\s-](?:{any_of(english.MEASURES)}){PLURAL}\b|\W*$", FLAGS)
AGO = re.compile(
    rf"\s(?:{any_of(english.SPAN_OF_TIME)}){PLURAL}\s(?:{any_of(english_parts.AGO)})\b",
    FLAGS,
)
"""What makes a number tell when something was: lower than five years ago."""
STILL = re.compile(rf"\s(?:{any_of(english.STILL)})\b", FLAGS)
SHORT_ABOUT = re.compile(
    rf"(?<![^\W_])(?<!\.)({any_of(english.SHORT_ABOUT)})(?:\.\s?)?$", FLAGS
)
NEXT_WORD = re.compile(r"[\s-]{1,2}([^\W\d_](?:[^\W\d_]|[’'])*)")
BRACKET = re.compile(rf"\s?\((?=[0-9{SIGNS_OF}])")
"""What says a share in digits once more: half (52 per cent)."""
