"""What looks like a quantity and is none: dates, references, names of things."""

import re

from crossfoot.amounts import english
from crossfoot.amounts.model import Amount, ignored
from crossfoot.amounts.patterns import (
    AGED,
    AGES,
    BRACKETED,
    CHUNK,
    CODE,
    DATES,
    DIGIT_IDIOM,
    INNER_MARK,
    LINK,
    LIST_MARK,
    MARK,
    MONTH_FIRST,
    MORE_LABELS,
    NAME_HEAD,
    NAME_TAIL,
    NAMED,
    NO,
    NTH,
    NUMBERED,
    PHONE,
    REFERENCE,
    SPLIT,
    STANDARD,
    TIME,
    VERSION,
    VERSIONED,
    WHOLE_LABEL,
    YEARS,
)

CLOSING = ".,;:!?)]}”’\"'…"
QUOTES = "\"'“‘([{"


def month_first(text: str, at: int) -> Amount | None:
    """Read `March 2020` or `June 22, 2020`."""
    for pattern in MONTH_FIRST:
        found = pattern.match(text, at)
        if found:
            return ignored(text, found.span(), "date", "date")
    return None


def reference(text: str, at: int) -> Amount | None:
    """Read `Table 3`, `Chapters 5, 6 and 7`, `Theme One`."""
    found = REFERENCE.match(text, at)
    if not found and text[at].isupper():
        found = NAMED.match(text, at)
    if not found:
        return None
    end = found.end()
    plural = (SPLIT.match(text, at) or found)[0].lower().endswith("s")
    more = MORE_LABELS.match(text, end) if plural else None
    while more:
        end = more.end()
        more = MORE_LABELS.match(text, end)
    label = WHOLE_LABEL.search(text, at, end)
    value = int(label[0]) if label else None
    return ignored(text, (at, end), "reference", "reference", value)


def standard(text: str, at: int) -> Amount | None:
    """Read `ISO 14289-1`, `WCAG 2.2`, `version 4.0.3`, `charity number 1139`."""
    for pattern, rule in (
        (STANDARD, "name"),
        (VERSIONED, "version"),
        (NUMBERED, "identifier"),
        (NO, "identifier"),
    ):
        found = pattern.match(text, at)
        if found:
            return ignored(text, found.span(), "identifier", rule)
    return None


def _head(text: str, at: int, floor: int) -> str:
    """Return what stands before `at` without white space between."""
    before = text[max(floor, at - 120) : at]
    if not before or before[-1].isspace():
        return ""
    return before.split()[-1]


def before_digit(text: str, at: int, floor: int) -> Amount | None:
    """Read a name, a link or a mark that a digit at `at` is part of."""
    head = _head(text, at, floor)
    chunk = CHUNK.match(text, at)
    end = chunk.end() if chunk else at
    if any(sign in head for sign in "/@.:") and LINK.search(text, at - len(head), end):
        return _trimmed(text, at - len(head), end, "link")
    if text[at : at + 3] == "10." and LINK.search(text, at, end):
        return _trimmed(text, at, end, "link")
    # Marks before names: the 1 of word^1 is glued to a letter too.
    mark = _mark(text, at, head)
    if mark or not head:
        return mark or _opening(text, at)
    return _named(text, at, head)


def _trimmed(text: str, start: int, end: int, rule: str) -> Amount:
    while end > start and text[end - 1] in CLOSING:
        end -= 1
    while start < end and text[start] in QUOTES:
        start += 1
    return ignored(text, (start, end), "identifier", rule)


def _opening(text: str, at: int) -> Amount | None:
    """Read the number of a list item or heading, typed by hand."""
    found = LIST_MARK.match(text, at) if at < 9 and not text[:at].strip() else None
    if not found:
        return None
    return _trimmed(text, at, at + len(found[0].rstrip()), "list-marker")


def _mark(text: str, at: int, head: str) -> Amount | None:
    """Read a note mark (word^1, [12]) or an item mark inside a sentence, (1)."""
    last = head[-1:]
    found: re.Match[str] | None = None
    if last == "^" and not head[-2:-1].isdigit():
        found = MARK.match(text, at)
    elif last == "[":
        found = BRACKETED.match(text, at)
    if found:
        end = found.end() - (last == "[")
        return ignored(text, (at, end), "identifier", "note-mark")
    found = INNER_MARK.match(text, at) if head == "(" else None
    lead = text[max(0, at - 12) : at - 1].rstrip()[-4:]
    if found and (not lead or lead[-1] in ":;,." or lead.endswith((" and", " or"))):
        return _trimmed(text, at, at + len(found[0].rstrip()), "list-marker")
    return None


def _named(text: str, at: int, head: str) -> Amount | None:
    """Read a name that ends in digits: COVID-19, H4C, #12, Q1 2020."""
    quarter = re.match(
        r"[1-4](?:\s(?:19|20)[0-9]{2})?(?![0-9A-Za-z.])", text[at : at + 7]
    )
    bare = head.lstrip(QUOTES)
    if quarter and bare.lower() == english.QUARTER:
        return ignored(text, (at - 1, at + quarter.end()), "date", "date")
    if bare.lower() in english.GLUED_REFERENCES:
        tail = re.match(r"[0-9]+(?:[.–-][0-9]+)*", text[at : at + 20])
        end = at + (tail.end() if tail else 1)
        return ignored(text, (at - len(bare), end), "reference", "reference")
    if bare.lower() == english.FINANCIAL_YEAR:
        tail = re.match(r"[0-9]{2,4}(?:[-–/][0-9]{2,4})?", text[at : at + 9])
        if tail:
            return ignored(text, (at - 2, at + tail.end()), "date", "date")
    if bare.endswith(tuple(english.CODES)) or not NAME_HEAD.search(bare):
        return None
    if MONTHLY.search(bare):
        return None
    start = at - len(re.split(r"[(“‘\"'\[{]", bare)[-1])
    tail = NAME_TAIL.match(text, at)
    return ignored(text, (start, tail.end() if tail else at), "identifier", "name")


MONTHLY = re.compile(rf"(?:{'|'.join(english.MONTHS)})[-–/]$")


def at_digit(text: str, at: int) -> Amount | None:
    """Read a date, a time, a version, an ordinal or a number that is a name."""
    for pattern in DATES:
        found = pattern.match(text, at)
        if found:
            return ignored(text, found.span(), "date", "date")
    for pattern, kind, rule in (
        (TIME, "date", "time"),
        (VERSION, "identifier", "version"),
        (DIGIT_IDIOM, "identifier", "idiom"),
        (CODE, "identifier", "identifier"),
        (PHONE, "identifier", "identifier"),
    ):
        found = pattern.match(text, at)
        if found:
            return ignored(text, found.span(), kind, rule)  # type: ignore[arg-type]
    found = AGES.match(text, at)
    if found and AGED.search(text[max(0, at - 8) : at]):
        return ignored(text, found.span(), "identifier", "idiom")
    found = NTH.match(text, at)
    if found:
        value = int(re.sub(r"\D", "", found[0]))
        return ignored(text, found.span(), "ordinal", "ordinal", value)
    return None


def is_year(text: str, amount: Amount) -> bool:
    """Say whether a plain number of four digits is a year."""
    if not YEARS.fullmatch(amount.text) or amount.text < "1700":
        return False
    before = text[max(0, amount.start - 14) : amount.start].lower().split()
    last = before[-1].strip("(“‘,;:") if before else ""
    if last in english.BEFORE_YEAR:
        return True
    if last in {
        "over",
        "than",
        "least",
        "nearly",
        "almost",
        "some",
        "under",
        "further",
    }:
        return False
    after = re.match(r"\s([a-z]+)", text[amount.end : amount.end + 16])
    return amount.text >= "1900" and not (after and after[1] in english.COUNTED)
