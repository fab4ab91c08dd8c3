"""The grammar's patterns, built from the language data.

Every pattern is anchored where the scanner stands and bounded or free of choices
that could be retried, so that no text makes it slow.
"""

import re
from collections.abc import Iterable

from crossfoot.amounts import english

FLAGS = re.IGNORECASE


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,2}") for word in ordered)


DIGITS = r"(?:[0-9]{1,3}(?:[,\u2009\u202f][0-9]{3}){1,8}(?![0-9])|[0-9]+)"
END = r"(?![A-Za-z0-9])"

SEED = re.compile(r"[A-Za-z]+|[0-9½¼¾⅓⅔£$€¥₹]")
"""Where a number may start: a word, a digit, a sign of money."""

SYMBOL = any_of((*english.DOLLARS, *english.SYMBOLS))
NUMBER = re.compile(
    rf"(?P<before>[-−])?(?:(?P<code>{any_of(english.CODES)})\s?|(?P<symbol>{SYMBOL})\s?)?(?P<minus>[-−])?"
    rf"(?P<figures>(?:{DIGITS}(?:\.[0-9]+)?|\.[0-9]+)?)(?P<vulgar>[½¼¾⅓⅔])?"
    r"(?P<power>\s?[×x]\s?10\^?(?P<exponent>[-−]?[0-9]{1,2})(?![0-9]))?"
)
VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}

LONG_SCALES = [name for name in english.SCALES if len(name) > 1]
SCALE = re.compile(rf"(?:\s?|-)(?P<name>{any_of(LONG_SCALES)}){END}", FLAGS)
SHORT_SCALE = re.compile(rf"(?P<gap>\s?)(?P<name>[kmb]){END}", FLAGS)
METRES = re.compile(
    rf"\s?(?:[²x×^/]|by\b|[0-9]{{1,2}}s\b|(?:{any_of(english.METRES)})\b)", FLAGS
)

UNIT = re.compile(
    rf"[\s-]{{0,2}}(?:(?P<pp>{any_of(english.POINTS)}){END}"
    rf"|(?P<percent>%|(?:{any_of(english.PERCENT[1:])}){END})"
    rf"|(?P<bp>{any_of(english.BASIS)}){END}"
    rf"|(?P<money>{any_of(english.MONEY)}){END}"
    rf"|(?P<code>(?-i:{any_of(english.CODES)})){END}"
    rf"|(?P<pence>(?<=[0-9])p|pence|cents){END})",
    FLAGS,
)

DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
MONTH = rf"(?:{any_of(english.MONTHS)})\b\.?"
YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9])"
TO = r"\s?(?:–|-|/|\bto\b|\band\b|&)\s?"
DATES = (
    re.compile(rf"{DAY}(?:{TO}{DAY})?\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?"),
    re.compile(r"(?:1[0-9]|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9])"),
    re.compile(r"[0-3]?[0-9]([/.])[01]?[0-9]\1(?:[0-9]{4}|[0-9]{2})(?![0-9.])"),
    re.compile(
        rf"(?:1[0-9]|20)[0-9]{{2}}[-–/](?:{YEAR}|[0-9]{{2}}(?![0-9,.]\d|[0-9]))"
    ),
    re.compile(rf"(?:1[0-9]|20)[0-9]{{2}}\s?Q[1-4]{END}"),
    re.compile(rf"(?:1[0-9]|20)?[0-9]0(?:['’])?s{END}"),
)
MONTH_FIRST = (
    re.compile(rf"{MONTH}(?:{TO}{MONTH})?(?:,?\s|-){YEAR}"),
    re.compile(rf"{MONTH}\s{DAY}(?:{TO}{DAY})?(?![0-9:]|,[0-9]|\s?%)(?:,?\s{YEAR})?"),
)
YEARS = re.compile(rf"{YEAR}(?![.,][0-9])")
CLOCK = any_of(english.CLOCK[:4])
TIME = re.compile(
    rf"[0-9]{{1,2}}(?::[0-5][0-9]){{1,2}}(?:\s?(?:{CLOCK})\b)?(?![0-9:])"
    rf"|[0-9]{{1,2}}(?:\.[0-5][0-9])?\s?(?:{CLOCK})(?![A-Za-z])",
    FLAGS,
)
VERSION = re.compile(r"[0-9]+(?:\.[0-9]+){2,9}[A-Za-z0-9-]*")
CODE = re.compile(r"[0-9]+(?:-[0-9]+){2,9}(?![0-9])|[0-9]{4,}-[0-9]{1,2}(?![0-9,.])")
PHONE = re.compile(r"\+?[0-9]{2,5}(?:\s[0-9]{3,4}){2}(?![0-9])|0[0-9]+(?![0-9.,:])")
NTH = re.compile(rf"[0-9]{{1,3}}(?:,[0-9]{{3}}){{0,3}}(?:st|nd|rd|th){END}")
AGED = re.compile(rf"\b(?:{any_of(english.AGED)})[\s-]$", FLAGS)
AGES = re.compile(rf"[0-9]{{1,2}}s{END}")
MIXED = re.compile(r"([0-9]{1,3})\s([1-9])/([2-9])(?![0-9/])")
SLASH = re.compile(r"([0-9]{1,3})/([0-9]{1,4})(?![0-9/])")

NAME_TAIL = re.compile(r"[A-Za-z0-9]*(?:[-–/._][A-Za-z0-9]+)*")
"""The rest of a name such as COVID-19 or H4C."""
NAME_HEAD = re.compile(
    rf"(?:[A-Z][A-Za-z]*|{any_of(english.NAMES)})[-–/]$|[A-Za-z_]$|#$", re.ASCII
)
LINK = re.compile(r"https?:|www\.|://|\bdoi:|\b10\.[0-9]{4,9}/|\w@\w|\.(?:org|uk|com)/")
CHUNK = re.compile(r"\S{0,400}")

PLAIN = r"[0-9]{1,4}(?:\.[0-9]{1,3})*[a-z]?(?![A-Za-z0-9])"
SMALL_WORD = any_of([*english.UNITS][1:13])
NO_AMOUNT = r"(?![,.][0-9]|\s?%|\s?(?:per\scent|million|billion|bn)\b)"
LABEL = rf"(?:[A-Z]\.?)?{PLAIN}{NO_AMOUNT}"
NAMED_LABEL = rf"(?:{LABEL}|(?:{SMALL_WORD})\b(?!-))"
REFERENCE = re.compile(
    rf"(?:{any_of(english.REFERENCES)})\b\.?\s{{1,2}}(?:{LABEL})"
    rf"(?:[–-](?:{LABEL})|(?:\([0-9a-z]{{1,4}}\)){{1,3}})?",
    FLAGS,
)
NAMED = re.compile(
    rf"(?:{any_of(english.NAMED)})\s(?:{NAMED_LABEL})(?:[–-](?:{LABEL}))?",
    FLAGS,
)
WHOLE_LABEL = re.compile(r"(?<=[A-Za-z.]\s)[0-9]{1,4}$")
"""The number of a reference that names one thing by a whole number."""
MORE_LABELS = re.compile(rf"(?:,\s(?:and\s)?|\s(?:and|to|or|&)\s|–)(?:{LABEL})", FLAGS)
STANDARD = re.compile(
    rf"(?:{any_of(english.STANDARDS)})(?:[/-][A-Z]+)*(?:\s\([A-Z]+\))?(?:\s|[-–:]\s?)?"
    r"[0-9][0-9A-Za-z]*(?:[-–./:][0-9A-Za-z]+)*"
)
VERSIONED = re.compile(
    rf"(?:{any_of(english.VERSIONS)})\.?\s{PLAIN}(?:\s(?:and|to)\s{PLAIN})?"
    rf"|(?:{any_of(english.EDITIONS)})\s[0-9]+\.[0-9][0-9.]*(?![0-9%])",
    FLAGS,
)
NUMBERED = re.compile(
    rf"(?:{any_of(english.NUMBERED)})\s(?:{any_of(english.NUMBER_WORDS)}):?\s"
    r"[A-Z]{0,3}[0-9][0-9A-Za-z/-]*",
    FLAGS,
)
NO = re.compile(r"(?:Nos?\.?|nos?\.)\s[0-9]{1,6}(?![0-9,.]\d)")
LIST_MARK = re.compile(
    r"\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]\s|[0-9]{1,2}(?:\.[0-9]{1,2})+\s(?=[A-Z])"
)
INNER_MARK = re.compile(r"[0-9]{1,2}\)\s(?=[a-z])")
BRACKETED = re.compile(r"[0-9]{1,3}(?:,\s?[0-9]{1,3})*\]")
MARK = re.compile(r"[0-9]{1,3}(?:,[0-9]{1,3})*")

WORD = (
    rf"(?:{any_of((*english.UNITS, *english.TENS, *english.MAGNITUDES))}|hundred|dozen)"
)
WORDS = re.compile(
    rf"(?:an?\s{{1,2}})?{WORD}\b(?:(?:-|\s{{1,2}})(?:and\s{{1,2}})?(?:{WORD})\b){{0,14}}",
    FLAGS,
)
SPLIT = re.compile(r"[A-Za-z]+")
ARTICLE = re.compile(r"(?<![A-Za-z])an?\s{1,2}$", FLAGS)
TENS_ORDINAL = re.compile(
    rf"(?:{any_of(english.TENS)})[-\s](?:{any_of(english.ORDINALS)}){END}", FLAGS
)
SHARE = re.compile(
    rf"(?:-|\s{{1,2}})(?P<part>{any_of(english.DENOMINATORS)}){END}", FLAGS
)
AND_HALF = re.compile(
    r"[\s-]and[\s-](?:an?[\s-](?P<part>half|quarter|third)|three[\s-]quarters)\b",
    FLAGS,
)
OF_GREAT = re.compile(
    rf"(?:\s(?:of\s)?an?\s|-(?=[mbt]))(?P<great>{any_of(english.MAGNITUDES)}|hundred|dozen){END}",
    FLAGS,
)
IDIOM = re.compile(rf"(?:{any_of(english.IDIOMS)})(?![A-Za-z0-9])", FLAGS)
DIGIT_IDIOM = re.compile(rf"(?:{any_of(english.DIGIT_IDIOMS[:6])})(?![0-9/])")

RANGE = re.compile(r"(?P<dash>[–—-])|\s(?P<word>to|and)\s", FLAGS)
RATIO = re.compile(r"\s(?:in|out\sof|in\severy|out\sof\severy)\s|-in-", FLAGS)
SUFFIX = re.compile(
    rf"\s?(?P<phrase>{any_of([w for w in english.AFTER if w not in ('+', 'plus')])})\b"
    r"|(?P<plus>\+)(?!\s?[0-9])|\s(?P<word>plus)\b(?!\s[0-9£$€])",
    FLAGS,
)
LASTING = re.compile(
    rf"[\s-](?:\w{{5,}}\s)?(?:{any_of(english.SPAN_OF_TIME)})s?\b", FLAGS
)
MEASURED = re.compile(rf"[\s-](?:{any_of(english.MEASURES)})s?\b|\W*$", FLAGS)
STILL = re.compile(r"\s(?:of|ago|old)\b", FLAGS)
NEXT_WORD = re.compile(r"[\s-]{1,2}([A-Za-z’']+)")
