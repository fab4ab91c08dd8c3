"""What looks like a quantity and is none: dates, references, names of things."""

import re

from crossfoot.amounts import english, english_labels, english_names
from crossfoot.amounts.forms import (
    ABROAD,
    ACRONYM,
    AGED,
    AGES,
    ALONE,
    BULLETS,
    CAMEL,
    CITED,
    CODED,
    DATED,
    DAY_OF,
    DAYS,
    DOCUMENT,
    DOCUMENTED,
    EMERGENCY,
    EMERGENCY_AFTER,
    EMERGENCY_BEFORE,
    GLUED_MARKS,
    GRID,
    HALF_YEAR,
    HASH_KEY,
    HASHED,
    HOUR_POINT,
    HUNDRED,
    INNER_MARK,
    ITS_DAY,
    LAW_PART,
    LINK,
    LINK_SIGNS,
    LIST_MARK,
    MARK,
    MEETS,
    MONTH_FIRST,
    MONTHLY,
    MORE_NAMES,
    NAME_HEAD,
    NAME_TAIL,
    NO,
    NOTE_MARK,
    NTH,
    NUMBERED,
    ON_DAYS,
    OPENING_MARK,
    PAGES,
    PART_OF_LAW,
    PHONED,
    POST,
    POSTAL,
    POSTAL_CODE,
    POSTCODE,
    QUOTES,
    REGION,
    RELEASE,
    SAID,
    SERIAL,
    SERIAL_OF,
    SHORT_YEAR,
    SHORTENED,
    SQUARE,
    STAGE,
    STAGED,
    STANDARD,
    STATE,
    VERSIONED,
    WATCH,
    WATCHED,
    WEEKDAY,
    WHOLE,
    YEARS,
    ZIP,
)
from crossfoot.amounts.labels import hyphened
from crossfoot.amounts.model import Amount, Kind, ignored
from crossfoot.amounts.patterns import any_of

HYPHENED = re.compile(r"[a-z]-[a-z]{1,20}-$")
CHUNK = re.compile(r"\S{0,400}")
LEAD = 14
"""Characters before digits in which something shows what they are."""
GLUED_SIGNS = (*",;.”’",)
ABBREVIATED = frozenset((*english_names.GLUED_REFERENCES, *english.BEFORE))
"""Ends of words that are no words before the number of a note: approx.5."""
NEAR = 300
"""Characters within which the items of a list in a sentence follow each other."""
CLOSING = ".,;:!?)]}”’\"'…"


def month_first(text: str, at: int) -> Amount | None:
    """Read `March 2020` or `June 22, 2020`."""
    for pattern in MONTH_FIRST:
        found = pattern.match(text, at)
        if found:
            return ignored(text, found.span(), "date", "date")
    return None


def standard(text: str, at: int) -> Amount | None:
    """Read `ISO 14289-1`, `WCAG 2.2`, `version 4.0.3`, `charity number 1139`."""
    for pattern, rule in (
        (STANDARD, "name"),
        (VERSIONED, "version"),
        (PHONED, "identifier"),
        (NUMBERED, "identifier"),
        (NO, "identifier"),
    ):
        found = pattern.match(text, at)
        if found:
            end = found.end()
            more = MORE_NAMES.match(text, end) if rule in {"name", "version"} else None
            while more:
                end = more.end()
                more = MORE_NAMES.match(text, end)
            return ignored(text, (at, end), "identifier", rule)
    return None


def _head(text: str, at: int, floor: int) -> str:
    """Return what stands before `at` without white space between."""
    # Most numbers stand after a space.
    if at <= floor or text[at - 1].isspace():
        return ""
    return text[max(floor, at - 120) : at].rsplit(maxsplit=1)[-1]


def before_digit(text: str, at: int, floor: int) -> Amount | None:
    """Read a name, a link or a mark that a digit at `at` is part of."""
    head = _head(text, at, floor)
    if not head and not text.startswith("10.", at):
        return _counted_mark(text, at, "") or _opening(text, at) or _release(text, at)
    if head.count("-") > 1 and HYPHENED.search(head):
        return _trimmed(text, at - len(head), _end(text, at), "name")
    opens = bool(head) and any(sign in head for sign in "/@.:")
    if opens or text.startswith("10.", at):
        chunk = CHUNK.match(text, at)
        start, end = at - len(head) * opens, chunk.end() if chunk else at
        if _is_link(text, start, end):
            return _trimmed(text, start, end, "link")
    # Marks before names: the 1 of word^1 is glued to a letter too.
    mark = _mark(text, at, head)
    if mark or not head:
        return mark or _opening(text, at) or _release(text, at)
    opening = _opening(text, at) if head == "(" else None
    if opening:
        return opening
    return _named(text, at, head)


def _is_link(text: str, start: int, end: int) -> bool:
    chunk = text[start:end]
    signs = any(sign in chunk for sign in LINK_SIGNS)
    return signs and bool(LINK.search(text, start, end))


def _trimmed(text: str, start: int, end: int, rule: str) -> Amount:
    while end > start and text[end - 1] in CLOSING:
        end -= 1
    while start < end and text[start] in QUOTES:
        start += 1
    return ignored(text, (start, end), "identifier", rule)


def _release(text: str, at: int) -> Amount | None:
    """Read the number of a product's release: JUnit 5."""
    lead = text[max(0, at - 24) : at]
    # Most words have no capital at all.
    if lead.islower() or not CAMEL.search(lead):
        return None
    found = RELEASE.match(text, at)
    if not found:
        return None
    return ignored(text, found.span(), "identifier", "name")


def _opening(text: str, at: int) -> Amount | None:
    """Read the number of a list item or heading, typed by hand."""
    first = at < 9 and not text[:at].strip(BULLETS)
    found = LIST_MARK.match(text, at) if first else None
    if not found:
        return None
    return _trimmed(text, at, at + len(found[0].rstrip()), "list-marker")


def _mark(text: str, at: int, head: str) -> Amount | None:
    """Read a note mark (word^1, [12]) or an item mark inside a sentence, (1)."""
    last = head[-1:]
    found: re.Match[str] | None = None
    if _is_glued(text, at, head) or (last == "^" and not head[-2:-1].isdigit()):
        found = MARK.match(text, at)
    elif last == "[":
        found = NOTE_MARK.match(text, at)
    if found:
        end = found.end() - (last == "[")
        return ignored(text, (at, end), "identifier", "note-mark")
    counted = _counted_mark(text, at, head) if head in {"(", ""} else None
    if counted:
        return counted
    lead = text[max(0, at - 12) : at - 1].rstrip()[-4:]
    listed = OPENING_MARK if lead and lead[-1] in ":." else INNER_MARK
    found = listed.match(text, at) if head == "(" else None
    if found and (not lead or lead[-1] in ":;,." or lead.endswith((" and", " or"))):
        return _trimmed(text, at, at + len(found[0].rstrip()), "list-marker")
    return None


def _is_glued(text: str, at: int, head: str) -> bool:
    """Say whether a number at the end of words is that of a note: so it said.4."""
    if head[-1:] not in GLUED_SIGNS or head.lower() in ABBREVIATED:
        return False
    return any(
        before.search(head) and after.match(text, at) for before, after in GLUED_MARKS
    )


def _counted_mark(text: str, at: int, head: str) -> Amount | None:
    """Read a number at a bracket that counts items: (1) this or 2) that."""
    alone = ALONE.match(text, at)
    if not alone or not _is_counted(text, at, head, alone):
        return None
    return ignored(text, (at, alone.end(1)), "identifier", "list-marker")


def _is_counted(text: str, at: int, head: str, alone: re.Match[str]) -> bool:
    """Say whether the number before or after it stands at such a bracket, too."""
    number, lead = int(alone[1]), head or " "
    if number > 1:
        return text.rfind(f"{lead}{number - 1}) ", max(0, at - NEAR), at) >= 0
    return text.find(f"{lead}2) ", at, at + NEAR) >= 0


def _named(text: str, at: int, head: str) -> Amount | None:
    """Read a name that ends in digits: COVID-19, H4C, #12, Q1 2020."""
    part = HALF_YEAR.match(text, at)
    bare = head.lstrip(QUOTES)
    if part and bare.lower() in english_names.YEAR_PARTS:
        return ignored(text, (at - len(bare), part.end()), "date", "date")
    if bare == "+":
        abroad = ABROAD.match(text, at)
        return (
            ignored(text, (at - 1, abroad.end()), "identifier", "identifier")
            if abroad
            else None
        )
    if STAGED.search(bare) and STAGE.match(text, at):
        return _trimmed(text, at - len(bare), _end(text, at), "idiom")
    if bare.lower() in english_names.GLUED_REFERENCES:
        tail = re.match(r"[0-9]+(?:[.–-][0-9]+)*", text[at : at + 20])
        end = at + (tail.end() if tail else 1)
        return ignored(text, (at - len(bare), end), "reference", "reference")
    if bare.lower() == english_names.FINANCIAL_YEAR:
        tail = re.match(r"[0-9]{2,4}(?:[-–/][0-9]{2,4})?", text[at : at + 9])
        if tail:
            return ignored(text, (at - 2, at + tail.end()), "date", "date")
    if hyphened(text, at, bare):
        return _trimmed(text, at - len(bare), _end(text, at), "name")
    if bare.endswith(tuple(english.CODES)) or not NAME_HEAD.search(bare):
        return None
    if MONTHLY.search(bare):
        return None
    start = at - len(re.split(r"[(“‘\"'\[{]", bare)[-1])
    code = POSTCODE.match(text, start)
    end = code.end() if code else _end(text, at)
    return ignored(text, (start, end), "identifier", "name")


def _end(text: str, at: int) -> int:
    """Return where the name ends whose digits begin at `at`."""
    tail = NAME_TAIL.match(text, at)
    return tail.end() if tail else at


def at_digit(text: str, at: int) -> Amount | None:
    """Read a date, a time, a version, an ordinal or a number that is a name."""
    found = HUNDRED.match(text, at)
    if found and int(found[1]) + int(found[3]) == 100:
        return ignored(text, found.span(), "identifier", "idiom")
    found = WHOLE.match(text, at)
    if found and found.lastgroup:
        return ignored(text, found.span(), *SAID[found.lastgroup])
    return _after_words(text, at) or _counted_name(text, at)


def _after_words(text: str, at: int) -> Amount | None:
    """Read what only the words before it show to be no quantity."""
    lead = text[max(0, at - LEAD) : at]
    words = lead.rsplit(maxsplit=1)
    # Most numbers stand after a small word that shows nothing.
    if not words or not (
        words[-1][0].isupper()
        or words[-1].lower() in SHOWING
        or words[-1][-1] in SHOWN_BY
    ):
        return None
    for pattern, before, kind, rule in AFTER_WORDS:
        found = pattern.match(text, at)
        if found and before.search(lead):
            return ignored(text, found.span(), kind, rule)
    return None


def _counted_name(text: str, at: int) -> Amount | None:
    """Read an ordinal or the number of an emergency service."""
    found = NTH.match(text, at)
    if found:
        value = int(re.sub(r"\D", "", found[0]))
        return ignored(text, found.span(), "ordinal", "ordinal", value)
    found = EMERGENCY.match(text, at)
    if found and _is_emergency(text, *found.span()):
        return ignored(text, found.span(), "identifier", "identifier")
    return None


def _is_emergency(text: str, start: int, end: int) -> bool:
    before = EMERGENCY_BEFORE.search(text[max(0, start - 12) : start])
    return bool(before or EMERGENCY_AFTER.match(text, end))


def is_year(text: str, amount: Amount) -> bool:
    """Say whether a plain number of four digits is a year."""
    if not YEARS.fullmatch(amount.text) or amount.text < "1700":
        return False
    lead = text[max(0, amount.start - 14) : amount.start]
    if YEAR_BEFORE.search(lead):
        return True
    before = lead.lower().split()
    last = before[-1].strip("(“‘,;:") if before else ""
    after = AFTER_YEAR.match(text, amount.end)
    counts = bool(after) and after[1] in english_names.COUNTED if after else False
    if counts and last in english_names.LOOSE_BEFORE_YEAR:
        return False
    if last in english_names.BEFORE_YEAR:
        return True
    if last in english_names.NO_YEAR:
        grew = len(before) > 1 and GREW.search(before[-2])
        than = THAN_YEAR.search(text[max(0, amount.start - THAN) : amount.start])
        compared = than or (grew and last in english.DURING)
        return bool(compared and amount.text >= "1900" and not counts)
    return amount.text >= "1900" and not counts


ERA = re.compile(rf"(?<![^\W_])(?:{any_of(english_names.ERAS_BEFORE)})\s\Z")
ERA_YEAR = re.compile(r"[0-9]{1,4}(?:[-–][0-9]{1,4})?(?![0-9.,%])")
ABRIDGED = re.compile(
    r"[0-9]?[0-9]([0-9]{2})[–-](?!\1)[0-9]{2}(?=\.?(?:\s*\Z|\s[A-Z]))"
)
"""Pages of which the last has two figures only: Kiln Studies, 157–77."""
LISTED = re.compile(r"[^\W\d_],\s$")
AFTER_WORDS: tuple[tuple[re.Pattern[str], re.Pattern[str], Kind, str], ...] = (
    (WATCH, WATCHED, "date", "time"),
    (ERA_YEAR, ERA, "date", "date"),
    (AGES, AGED, "identifier", "idiom"),
    (ZIP, STATE, "identifier", "address"),
    (POST, REGION, "identifier", "address"),
    (GRID, SQUARE, "identifier", "identifier"),
    (DOCUMENT, DOCUMENTED, "identifier", "identifier"),
    (CODED, ACRONYM, "identifier", "name"),
    (DAY_OF, DATED, "date", "date"),
    (ITS_DAY, WEEKDAY, "date", "date"),
    (SERIAL, SERIAL_OF, "identifier", "identifier"),
    (DAYS, ON_DAYS, "date", "date"),
    (HOUR_POINT, MEETS, "date", "time"),
    (SHORT_YEAR, SHORTENED, "date", "date"),
    (HASH_KEY, HASHED, "identifier", "identifier"),
    (POSTAL_CODE, POSTAL, "identifier", "address"),
    (PAGES, CITED, "reference", "reference"),
    (ABRIDGED, LISTED, "reference", "reference"),
    (PART_OF_LAW, LAW_PART, "reference", "reference"),
)
"""What digits may begin after something that shows it."""
SHOWING = frozenset(
    phrase.rsplit(maxsplit=1)[-1].lower()
    for phrases in (
        *(english_names.AT_TIME, english_names.AGED, english_names.DATED),
        *(english_names.ON_DAYS, english_names.MEETS, english_labels.LAW_PARTS),
    )
    for phrase in phrases
)
SHOWN_BY = "-,.)#'’"
"""Last words and signs before the digits of the things above, capitals left out."""
SIZES = (*english.PERCENT, *english.MAGNITUDES)
GREW = re.compile(
    rf"(?:{any_of((*SIZES, *english.POINTS, *english_names.GROWTH))})[,;)]?\Z"
)
"""What a year follows with `over` when something changed from it: up 7% over 2021."""
THAN = 32
THAN_YEAR = re.compile(
    rf"(?:{any_of(SIZES)})\s[a-z]{{2,12}}\s{english.THAN}\s\Z", re.IGNORECASE
)
"""What a year follows when a share compares with it: 27% higher than 2017."""
YEAR_BEFORE = re.compile(
    rf"(?<![0-9.,])(?:19|20)[0-9]{{2}}\s(?:{any_of((english.AND, english.OR))})\s\Z"
)
"""A year right before another: the 2015 and 2017 surveys."""
AFTER_YEAR = re.compile(r"\s(?:[A-Z][A-Za-z]{1,12}\s)?([a-z]{1,16})")
"""The next word, an adjective with a capital left out: 2000 British adults."""
