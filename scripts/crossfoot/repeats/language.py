"""Words, figures and sentences: strings in, what they say for comparing out.

Nothing here decides what is cut: masked and folded forms only propose pairs.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from crossfoot.amounts import english
from crossfoot.repeats.wording import LABELS, LIGHT
from crossfoot.repeats.wording import unit as measured

CODE = "`"
"""What stands around each word of code."""
AROUND = ".,;:!?()[]{}\"'"
"""Marks around a word of code that are no part of a name."""
EDGES = re.compile(r"^[^\w£$€¥₹+−–-]*|[^\w%]*$")
SIGN = re.compile(r"^[-–+−](?!\d)")
MEASURES = "am|pm|km|kg|mg|mm|cm|ml|ms|mins?|hrs?|h|[kmgt]b|[kmg]wh?"
"""What is written right behind a figure: 5pm, 10km, 6GB."""
SCALES = "%|pp|bp|k|m|mn|bn|tn|million|billion"
ONE = rf"(?:[A-Z]{{0,2}}[$£€¥₹])?\d[\d.,]*(?:{SCALES}|{MEASURES})?"
FIGURE = re.compile(rf"[-+−–]?{ONE}(?:[-–—/:]{ONE})*", re.IGNORECASE)
"""One, or several as in 2019/20, 12:30 and 10%–20%."""
YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:\d\d|(?:19|20)\d\d))?")
CLOSERS = "\"'”’)]}»*_"
PAGE = re.compile(r"[(\[]?pp?\.", re.IGNORECASE)
"""What comes before the number of a page in what is cited."""
END = re.compile(r"[.!?…][\"'”’)\]}»*_]*$")
NOTE = re.compile(r"(?:\[\^[^\]\s]*\]|\^\[[^\]]*\]|\[@[^\]]*\])+$")
START = re.compile(r"[\"'“‘(\[«*_`]*[\w£$€¥₹]")
INITIALS = re.compile(r"(?:[a-z]\.){2,}")
"""Letters with a full stop each: at `18 U.S.C. § 2703` no sentence ends."""
SHORT = frozenset(
    (
        *("e.g.", "i.e.", "etc.", "cf.", "vs.", "no.", "nos.", "fig.", "figs.", "eq."),
        *("p.", "pp.", "ch.", "sec.", "vol.", "ed.", "eds.", "approx.", "ca.", "c."),
        *("dr.", "mr.", "mrs.", "ms.", "prof.", "st.", "al.", "inc.", "ltd.", "co."),
        "dept.",
    )
)
"""Words whose full stop ends no sentence."""
LAST = "etc."
"""The one of these that ends a sentence before a capital: no name follows it."""
NAMED_BY = frozenset(("al.", "inc.", "ltd.", "co."))
"""Those that do before a word that starts no name: `of Ward Inc. The`."""
SHORTENED = frozenset(
    (
        *("govt.", "incl.", "excl.", "resp.", "spec.", "temp.", "misc.", "paras."),
        *("para.", "mins.", "secs.", "hrs.", "refs.", "reqs.", "corp.", "assn."),
        *("chap.", "dist.", "cont.", "ibid.", "univ.", "admin.", "info.", "bldg."),
    )
)
"""Others, after which a word in small letters goes on."""
WHOLE = re.compile(r"[\"'“‘(\[*_]*(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)\.")
"""The last word of a sentence, with nothing after its full stop."""
LEAD = 8
"""Words from which on what leads in to a sentence is one itself."""
OPENING = "\"'“‘([«*_"
FULL = 4
"""Letters from which on a word with a full stop is no abbreviation."""

OPENERS = frozenset(word for word in LIGHT if len(word) > 1)
"""Words that start sentences and no names."""

COUNTING = {
    **english.UNITS,
    **english.TENS,
    english.HUNDRED: 100,
    english.DOZEN: 12,
    **{word: 10**power for word, power in english.MAGNITUDES.items()},
}
NAMED = frozenset((*english.REFERENCES, *english.NAMED, *LABELS))
TIMES = frozenset(
    word.lower()
    for word in (
        *english.MONTHS,
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"),
        *("sunday", "spring", "summer", "autumn", "winter"),
    )
)
BEFORE_YEAR = frozenset((*english.BEFORE_YEAR, *TIMES))


class Reading(NamedTuple):
    """What one word says."""

    norm: str
    """Case-folded, without the marks around it; "" for marks alone."""
    figure: str
    """Its value when it is a figure or a number word; "" otherwise."""


@cache
def read(word: str) -> Reading:
    """Read a word as it stands in the text."""
    if is_code(word):
        inside = word[1:-1].casefold()
        return Reading(inside.strip(AROUND) or inside, "")
    bare = bared(word)
    folded = bare.casefold()
    return Reading(folded, _figure(folded))


def is_code(word: str) -> bool:
    """Say whether a word is code in a line."""
    return word[0] == CODE == word[-1] and len(word) > len(CODE) * 2


def bared(word: str) -> str:
    """Return a word without the punctuation around it."""
    if word.isalpha():  # most are, and have none
        return word
    return SIGN.sub("", EDGES.sub("", word))


def _figure(word: str) -> str:
    if word.isalpha():
        return str(COUNTING.get(word, ""))
    word = word.removesuffix("’s").removesuffix("'s")
    if word in COUNTING:
        return str(COUNTING[word])
    tens, _, unit = word.partition("-")
    if tens in english.TENS and 0 < english.UNITS.get(unit, 0) < 10:
        return str(english.TENS[tens] + english.UNITS[unit])
    if unit.isalpha() and int(COUNTING.get(tens, 0)) > 1:
        return f"{COUNTING[tens]}-{unit}"
    if tens.isdigit() and measured([unit]):
        return f"{int(tens)}-{unit}"
    if not FIGURE.fullmatch(word):
        return ""
    return _plain(word.replace(",", "").replace("−", "-").replace("–", "-"))


def _plain(digits: str) -> str:
    """Return plain digits as their value: 3.20 and 3.2 say the same."""
    if not re.fullmatch(r"-?\d+(\.\d+)?", digits):
        return digits
    return format(Decimal(digits).normalize(), "f")


def is_year(word: str, before: str) -> bool:
    """Say whether a figure is a year, given the word before it."""
    bare = bared(word)
    if not YEAR.fullmatch(bare):
        return False
    return len(bare) > 4 or not before or read(before).norm in BEFORE_YEAR


def is_label(before: str, figure: str) -> bool:
    """Say whether the word before a figure makes it a name: `Table 3`, `Theme 2`.

    In small letters it does for plain digits alone: not at table nine, nor on a day
    1,385 people came. What has two points is a number of a clause or a version.
    """
    if bared(figure).count(".") > 1 or PAGE.fullmatch(before):
        return True
    if before[-1:] in {"", *",.;:)"} or read(before).norm not in NAMED:
        return False
    return bared(before)[:1].isupper() or bared(figure).isdigit()


def is_name(word: str) -> bool:
    """Say whether a word names a person, place or time, going by its capital."""
    return is_time(word) or (bared(word)[:1].isupper() and not read(word).figure)


@cache
def is_time(word: str) -> bool:
    """Say whether a word is a month, a weekday or a season."""
    return read(word).norm in TIMES


def ends_sentence(word: str, following: str) -> bool:
    """Say whether a sentence ends between two words of a text."""
    bare = NOTE.sub("", word)
    if not END.search(bare):
        return False
    if following and not START.match(following) and re.search(r"\w", following):
        return False
    core = bare.lstrip("(\"'“‘[*_").casefold()
    initial = re.fullmatch(r"[a-z]\.", core) is not None
    first = following.lstrip("\"'“‘([«*_")[:1]
    if INITIALS.fullmatch(core) and first and not first.isalpha():
        return False
    light = core in NAMED_BY and first.isupper() and read(following).norm in OPENERS
    open_ = core in SHORT and not (light or (core == LAST and first.isupper()))
    return not open_ and not initial and not first.islower()


def _ends_before_small(word: str, following: str) -> bool:
    """Say whether a sentence ends before a name in small letters: `npm`, `oli:`.

    Not before what a cut would part: for comparing alone.
    """
    found = WHOLE.fullmatch(word)
    if not found or not following[:1].islower():
        return False
    core = found["word"].casefold()
    plain = f"{core}." not in SHORT | SHORTENED
    return plain and (len(core) >= FULL or core in LIGHT)


def _leads(word: str, following: str) -> bool:
    """Say whether a word ends what leads in to a sentence: for comparing alone."""
    return word[-1:] == ":" and following.lstrip(OPENING)[:1].isupper()


def sentences(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the sentences of a text as ranges of its words."""
    out: list[tuple[int, int]] = []
    start = 0
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else ""
        ends = word[-1:] in ".!?…" + CLOSERS and (
            ends_sentence(word, after) or _ends_before_small(word, after)
        )
        if not after or ends or (at - start >= LEAD and _leads(word, after)):
            out.append((start, at + 1))
            start = at + 1
    return out
