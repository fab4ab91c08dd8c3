"""The scanner: a text in, every number it holds out, in linear time.

Seeds (words, digits, signs of money) are visited once from left to right; at each
one, patterns of bounded length are tried at that place only.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from crossfoot.amounts import english, english_labels, english_names
from crossfoot.amounts.around import join
from crossfoot.amounts.comparing import compared
from crossfoot.amounts.digits import (
    is_pointed,
    lettered,
    negative,
    owed,
    quantity,
    scale_after,
    unit_after,
)
from crossfoot.amounts.labels import named
from crossfoot.amounts.model import ONE, Amount, ignored, share
from crossfoot.amounts.names import (
    at_digit,
    before_digit,
    is_year,
    month_first,
    standard,
)
from crossfoot.amounts.patterns import (
    DIGIT_SEEDS,
    FLAGS,
    MIXED,
    SEED,
    SLASH,
    SPLIT,
    any_of,
)
from crossfoot.amounts.ratios import ratio
from crossfoot.amounts.references import labelled, paragraph, place_of, reference
from crossfoot.amounts.times import an_hour, time
from crossfoot.amounts.worded import idiom, number, part, single

FOREIGN = re.compile(r"[^\W\D0-9]|[\u0130\u0131\u017f\u212a]")
"""What is read as ours, at its place: a digit of another script, or a wide one, and
letters that patterns take for ours whatever the case, as in m\u0131llion."""
LETTERS = {"\u0130": "I", "\u0131": "i", "\u017f": "s", "\u212a": "K"}
LONGEST_SHARE = 8
"""Characters from the start of 123 1/2 or 123/1234 in which its stroke stands."""
LATELY = 1024
"""Texts whose numbers are remembered, which is a long chapter."""
SCORING = 40
"""Characters before 3/5 in which a word makes a score of it."""
MARKED = re.compile(rf"\s(?:{any_of(english_labels.MARKS)})\b", FLAGS)
SCORED = re.compile(
    rf"\b(?:{any_of(english_labels.SCORED)})"
    rf"(?:\s(?!(?:{any_of(english.MOVED)})\b)[\w’'-]{{1,20}}){{0,3}}:?\s\Z",
    FLAGS,
)
OF_IT = re.compile(rf"\s{english.OF}\b", FLAGS)
Reader = Callable[[str, int], Amount | None]


def scan(text: str) -> list[Amount]:
    """Return the numbers of a text in order; their offsets are those of `text`."""
    return [*scanned(text)]


@lru_cache(LATELY)
def scanned(text: str) -> tuple[Amount, ...]:
    """Return what `scan` does: the same passage is asked for by several checks."""
    if not text.isascii() and FOREIGN.search(text):
        ours = scanned(FOREIGN.sub(_ours, text))
        return tuple(replace(one, text=text[one.start : one.end]) for one in ours)
    out: list[Amount] = []
    floor = 0
    # Small letters are as many: the one that is two has been replaced.
    for seed in SEED.finditer(text.lower()):
        word = seed[0]
        # Most words start no number: they are left before anything is called.
        if word not in STARTS or (at := seed.start()) < floor:
            continue
        found = _read(text, word, at, floor)
        # An article that is the end of a link is that of no number.
        if found is None or found.start < floor:
            continue
        if found.kind == "quantity" or found.rule == "pronoun":
            found = compared(text, found, floor)
        # What one number took (its "or more") is no part of the next.
        floor = max(floor, found.tail)
        _add(text, out, found)
    return tuple(_settled(out))


def _ours(found: re.Match[str]) -> str:
    """Return the digit or letter of ours that stands for a foreign one."""
    return LETTERS.get(found[0]) or str(int(found[0]))


def _read(text: str, seed: str, at: int, floor: int) -> Amount | None:
    if not seed[0].isalpha():
        return _from_digit(text, at, floor)
    readers = READERS.get(seed, ())
    if at and text[at - 1].isalnum():
        return None
    for reader in readers:
        found = reader(text, at)
        if found is not None:
            return found
    return None


def _from_digit(text: str, at: int, floor: int) -> Amount | None:
    if text[at] == "§":
        return paragraph(text, at)
    if not text[at].isdigit() or not text[at].isascii():
        found = negative(text, at) or quantity(text, at, floor)
        return owed(text, found) if found else None
    # Before most digits stands no point.
    if text[at - 1 : at] != english.POINT or not is_pointed(text, at):
        shown = (
            before_digit(text, at, floor) or _in_parts(text, at) or at_digit(text, at)
        )
        if shown:
            return shown
    found = negative(text, at) or quantity(text, at, floor)
    if found is None or found.kind != "quantity":
        return found
    stroke = "/" in text[at : at + LONGEST_SHARE]
    mixed = MIXED.match(text, at) if stroke else None
    if mixed:
        return _mixed(text, found, [int(part) for part in mixed.groups()], mixed.end())
    slash = SLASH.match(text, at) if stroke else None
    if slash and slash.end() > found.end:
        return _fraction(text, found, int(slash[1]), int(slash[2]), slash.end())
    if is_year(text, found):
        year = int(found.text)
        return ignored(text, (found.start, found.end), "date", "year", year)
    return named(text, found) or owed(text, found)


def _in_parts(text: str, at: int) -> Amount | None:
    """Read a time or ratio of several numbers: `1 h 15 min`, `10:1`."""
    return time(text, at) or ratio(text, at)


def _fraction(text: str, found: Amount, above: int, below: int, end: int) -> Amount:
    """Return `3/4` as a share, or only its first number when it is none."""
    if not 0 < above < below or below > 10 or _is_score(text, found.start, end):
        return found
    made = share(text, (found.start, end), ONE * above / below)
    unit, scale, tail = unit_after(text, end, "", ONE)
    if not unit:
        return made
    # 1/4 percent is no quarter of anything, but 0.25 percent.
    said, value = text[found.start : tail], ONE * above / below * scale
    return replace(made, end=tail, tail=tail, text=said, unit=unit, value=value)


def _is_score(text: str, start: int, end: int) -> bool:
    """Say whether so many of so many marks were given: 3/5 stars."""
    return bool(
        MARKED.match(text, end)
        or (
            SCORED.search(text[max(0, start - SCORING) : start])
            and not OF_IT.match(text, end)
        )
    )


def _mixed(text: str, found: Amount, parts: list[int], end: int) -> Amount:
    """Return `1 1/2` as one number."""
    whole, above, below = parts
    figures, unit = end - found.start, found.unit if found.unit.isupper() else ""
    scale, end = scale_after(text, end, unit)
    unit, scale, end = unit_after(text, end, unit, scale)
    return replace(
        found,
        end=end,
        tail=end,
        text=text[found.start : end],
        value=(whole + ONE * above / below) * scale,
        unit=unit or "count",
        scale=scale,
        step=scale.scaleb(-1),
        figure=scale.scaleb(-1),
        figures=(0, figures),
        worded=True,
    )


def _minus(text: str, at: int) -> Amount | None:
    """Read `minus five` and `minus 0.3 per cent`, but not `plus or minus`."""
    start = at + len(english.MINUS)
    next_one = SEED.match(text, start + 1)
    before = text[max(0, at - 8) : at].lower().split()
    word = next_one[0].lower() if next_one else english.MINUS
    if word == english.MINUS or english.PLUS_OR in before:
        return None
    found = _read(text, word, start + 1, start)
    if found is None or found.kind != "quantity" or found.value is None:
        return None
    low, high = found.figures
    shift = found.start - at
    return replace(
        found,
        start=at,
        lead=at,
        text=text[at : found.end],
        value=-found.value,
        figures=(low + shift, high + shift),
    )


def _add(text: str, out: list[Amount], found: Amount) -> None:
    joined = join(text, out[-1], found) if out else None
    if joined and len(joined) == 1:
        out.pop()
        # Over seven in ten compares what over seven alone may not.
        floor = out[-1].tail if out else 0
        # One in four may end a range that one in five begins.
        _add(text, out, compared(text, joined[0], floor))
    elif joined:
        out[-1:] = joined
    else:
        out.append(found)


def _settled(amounts: list[Amount]) -> list[Amount]:
    """Drop each `between` that no second number follows."""
    out: list[Amount] = []
    for amount, after in zip_longest(amounts, amounts[1:]):
        paired = out and out[-1].comparator == "between" and amount.lead == amount.start
        if amount.comparator == "between" and not paired:
            partner = after and after.comparator == "between"
            keep = partner and after and after.lead == after.start
            out.append(
                amount if keep else replace(amount, comparator="", lead=amount.start)
            )
        else:
            out.append(amount)
    return out


def _readers() -> dict[str, tuple[Reader, ...]]:
    """Return, for each word that may start a number, what to try in order."""
    first = {_first(phrase) for phrase in english_names.IDIOMS}
    table: dict[str, list[Reader]] = {word: [idiom] for word in first}
    for words, reader in (
        ((*english.UNITS, *english.TENS), time),
        ((*english.UNITS, *english.TENS), ratio),
        (english.AN_HOUR, an_hour),
        ((*english.UNITS, *english.TENS, *english.MAGNITUDES), number),
        ((english.HUNDRED, english.DOZEN), number),
        ((*english.DENOMINATORS, *english.ORDINALS), part),
        (english_names.MONTHS, month_first),
        (english.SCALED_LETTERS, lettered),
        (_with_plurals(english_names.REFERENCES), reference),
        (_with_plurals(english_names.KINDS), reference),
        (_with_plurals((*english_names.NAMED, *english_names.TITLED)), reference),
        (_with_plurals(english_names.SERIES), place_of),
        (_with_plurals(english_names.LABELLED), labelled),
        ((*english_names.STANDARDS, *english_names.VERSIONS), standard),
        ((*english_names.EDITIONS, *english_names.NUMBERED), standard),
        (
            (*english_names.REGISTERS, *english_names.PHONES, *english_names.NO),
            standard,
        ),
        ((*english.CODES, *english.MONEY_LETTERS), quantity),
        ((*english.POINTS, *english.BASIS), single),
        ((english.MINUS,), _minus),
    ):
        for word in words:
            readers = table.setdefault(_first(word), [])
            if reader not in readers:
                readers.append(reader)
    return {word: tuple(readers) for word, readers in table.items()}


def _first(phrase: str) -> str:
    """Return the letters that a phrase starts with: the seed that calls its reader."""
    found = SPLIT.match(phrase.lower())
    return found[0] if found else phrase.lower()


def _with_plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (word, word + "s")


READERS = _readers()
STARTS = frozenset((*READERS, *DIGIT_SEEDS))
