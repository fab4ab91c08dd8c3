"""Numbers that name what stands before them: `Agent 6`, `Scala 2.13`, `Dash 8`."""

import re

from crossfoot.amounts import english, english_labels, english_names
from crossfoot.amounts.forms import (
    COUNTING,
    NAME_ENDS,
    QUOTES,
    WORDED_HEAD,
    WORDED_NUMBER,
)
from crossfoot.amounts.model import ONE, Amount, ignored
from crossfoot.amounts.patterns import any_of
from crossfoot.amounts.references import run_of

NAME = re.compile(r"[A-Z][\w’'.&+-]*[\w+]")
NUMBER = re.compile(r"[1-9][0-9]{0,3}|[1-9][0-9]?\.[0-9]{1,2}")
UNCOUNTED = re.compile(r"\s[^a-z]|[/\]]")
DOES = re.compile(
    rf"[’']s\b|\s(?:{any_of(english_labels.DOES)})(?![\w-])"
    rf"|\s(?:{any_of(english_labels.RELEASED)})(?![\w-]){english_labels.RELEASED_OTHERS}"
)
"""What follows a name wherever it stands, and nothing that is counted."""
FIRST = re.compile(
    rf":\s(?=\S)|\s[–—-]\s(?![0-9])|\s(?:{any_of(english_names.SINGLE)})(?![\w-])"
)
"""What follows a name that a sentence begins with."""
PER = re.compile(rf"[(\[]?(?:{any_of(english_labels.PER)})-")
POWER = re.compile(r"[1-4](?![0-9A-Za-z.,%/-]*[0-9A-Za-z%])")
"""A unit with a hyphen and a power: g m-2."""
PAIR = re.compile(r"(?<![\w’'])([A-Z][\w’'-]*)\s(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]")
THING = re.compile(
    rf"\s([A-Za-z][a-z’'-]{{2,20}})(?![^\W_])(?<!{english_labels.PARTICIPLES[0]})"
)
SEVERAL = re.compile(
    rf"\s(?:[\w’'-]+\s){{0,2}}\w*[^\W{english_names.PLURAL}]{english_names.PLURAL}\b"
)
"""Something in the plural among the next words."""
DETERMINERS = frozenset(english_labels.DETERMINERS)
NO_THING = frozenset(
    (
        *(*english_labels.NO_THING, *english_names.COUNTED, *english.SPAN_OF_TIME),
        *(*english.MEASURES, *english_names.GLUED, *english.MAGNITUDES),
    )
)
"""Words that show that a number before them counts."""
NO_HEADS = frozenset(
    (
        *(*english_labels.NO_HEAD, *english_names.UNNAMED, *english.UNITS),
        *(*english.TENS, *(month.lower() for month in english_names.MONTHS)),
        *(phrase.split()[-1] for phrase in english.BEFORE),
    )
)
"""Words before a hyphen that no number after it belongs to."""
INITIALS = re.compile(r"(?:[A-Z]\.){2,4}")
SHORTENED = re.compile(r"\(([A-Z]{2,8})\)")
"""A name that is short for the one before it: Reporting Standards (IFRS) 9."""
OPENED = ".!?:;|•*–—-"
"""Ends of words after which a sentence begins."""
BACK = 44
FORTH = 40
KEY = 7
"""Digits without a mark between them that nobody would count in."""
ROUND = "000"
UNNAMED = frozenset(
    (
        *english_names.UNNAMED,
        *(phrase.split()[-1] for phrase in english.BEFORE),
    )
)
SHORT = frozenset(english_names.MEASURED_SHORT)
NEUTRAL = UNNAMED | frozenset(
    word.lower()
    for words in (
        *(english_names.REFERENCES, english_names.NAMED, english_names.TITLED),
        *(english_names.MONTHS, english_names.STANDARDS),
    )
    for word in words
)


def named(text: str, amount: Amount) -> Amount | None:
    """Return the number as that of a name or as somebody's key, or None."""
    if amount.unit != "count" or amount.scale != ONE:
        return None
    start, end = amount.start, amount.end
    words = text[max(0, start - BACK) : start].rsplit(maxsplit=2)
    # Alone, as in a cell of a table, any number counts.
    if not words:
        return None
    if _is_key(text, amount, words[-1]):
        return ignored(text, (start, end), "identifier", "identifier")
    # Most numbers stand after a small letter.
    if not (words[-1][0].isupper() or words[-1][0] in QUOTES):
        return None
    if text[start - 1] != " " or not NUMBER.fullmatch(amount.text):
        return None
    end = _end_of_name(text, amount, words)
    return ignored(text, (start, end), "identifier", "name") if end else None


def _is_key(text: str, amount: Amount, before: str) -> bool:
    """Say whether digits without marks are somebody's number: PMID 30510254."""
    bare = amount.text
    if len(bare) < KEY or not bare.isdigit() or bare.endswith(ROUND):
        return False
    if not any(sign.isalpha() for sign in before):
        return False
    return bool(NAME_ENDS.match(text, amount.end) or UNCOUNTED.match(text, amount.end))


def _end_of_name(text: str, amount: Amount, words: list[str]) -> int:
    """Return where the labels after the last word end, or 0 where it names nothing."""
    if INITIALS.fullmatch(words[-1]):
        words[-1] = words[-1].replace(".", "")
    short = SHORTENED.fullmatch(words[-1])
    word = short[1] if short and len(words) > 1 else words[-1].lstrip(QUOTES)
    if not english_names.CAPITALS_NAME or not NAME.fullmatch(word):
        return 0
    if (
        word.lower() in UNNAMED
        or word in SHORT
        or (english.POINT in amount.text and word.isupper())
    ):
        return 0
    end = run_of(text, amount.end, int(amount.value or 0))
    # Nurses 12 counts them; only Methods 2 and 3 have names.
    if word.endswith(english_names.PLURAL) and word[-2:-1] != english_names.PLURAL:
        return end if end > amount.end and not COUNTING.match(text, end) else 0
    opens = not short and word != words[-1]
    opens = len(words) == 1 or opens or words[-2][-1] in OPENED
    ends = (FIRST if opens else NAME_ENDS).match(text, end) or DOES.match(text, end)
    if not ends and (opens or not _is_one_thing(text, end, words)):
        return 0
    return 0 if _is_one_of_several(text, amount, word) else end


def _is_one_thing(text: str, end: int, words: list[str]) -> bool:
    """Say whether a name and its number stand before one thing: the Russell 3000 index.

    What is counted stands in the plural, or at its end: for the Trust 12 new Governors.
    """
    thing = THING.match(text, end)
    if not thing or SEVERAL.match(text, end):
        return False
    if thing[1][0].isupper():
        return words[-2].isalpha() and words[-2].islower()
    # An adjective may stand between: the former Red 1 category.
    before = {words[-2].lower(), *words[0].lower().split()[-1:]}
    said = bool(before & DETERMINERS) or words[-2].endswith(("’s", "'s"))
    return said and thing[1] not in NO_THING


def hyphened(text: str, at: int, head: str) -> bool:
    """Say whether a word and a hyphen make a name of a number: level-2, m-2."""
    if PER.fullmatch(head) and POWER.match(text, at):
        return True
    word = WORDED_HEAD.fullmatch(head)
    return (
        word is not None
        and word[1] not in NO_HEADS
        and WORDED_NUMBER.match(text, at) is not None
    )


def _is_one_of_several(text: str, amount: Amount, word: str) -> bool:
    """Say whether other words have numbers near it: Germany 120 and France 103."""
    near = text[max(0, amount.start - BACK) : amount.end + FORTH]
    return any(
        other not in {word, *SHORT} and other.lower() not in NEUTRAL
        for other in PAIR.findall(near)
    )
