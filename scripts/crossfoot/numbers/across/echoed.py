"""Echoed numbers: a report's numbers in; what stands elsewhere but for a slip, out.

`We ran 221 food club sessions in 14 venues` here, `the food club had 212 sessions, held
in 14 venues` there: neither says all that the other says, yet they speak of one thing.
What is weighed is chance, in bits: how seldom two numbers of a report are such a slip
of the keys apart, and how few of its sentences have the words that these two share. A
number that stands anywhere else as it is, in a table or rounded, is told of nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import product

from crossfoot.amounts.english import MONTHS as MONTH_NAMES
from crossfoot.numbers.across.cellnames import is_of_kind, is_other_time, names_row
from crossfoot.numbers.across.echoes import (
    NAMED,
    QUOTING,
    RICH,
    Echoes,
    is_rough,
    is_typed,
    words_around,
)
from crossfoot.numbers.across.misprints import are_level, forms_of
from crossfoot.numbers.across.restated import (
    Statement,
    count_others,
    is_beside,
    is_to_come,
    open_apart,
    statement,
)
from crossfoot.numbers.across.suggest import Number
from crossfoot.numbers.language import TIMELY
from crossfoot.numbers.mistyped import bits_between, chance_of
from crossfoot.numbers.stems import WORD, roots
from crossfoot.numbers.subjects import are_titles, names, releases

CLEAR = 8
"""Bits of a slip that hardly two numbers of a report are apart by chance."""
LONG = 14
"""Bits of a slip in a number that is long enough to be no other share or decimal."""
LIKELY = 7
LEAST = 6
UNCLEAR = 5
"""Bits that the words have to add where the slip has fewer."""
WORDED = 10
"""Bits of the words that shares and decimals need, of which reports have many."""
WEAK = 2
"""Bits of a slip for which the words around have to speak."""
WEAKLY = 6
UNSURE = 7
"""Bits that the nearest of them have to have, and that all of them have to add."""
CLOSE = 100
CLOSELY = 4
"""One in so many that two cases may be apart, and the bits that it takes then."""
AGAINST = 4
"""Bits that other numbers among the same words take: each may be of its case."""
SURELY = 2
"""Bits of a section that quotes from which its words have to speak less."""
AROUND = 9
"""Words on each side of a number that are the nearest to it."""
SEEN = 160
"""Characters in which they stand."""
BETWEEN = 3
"""Bits by which one number has to be likelier than another to be meant."""
WORDS = 8192
"""Surroundings that are remembered."""
MOST_TOLD = 200
"""Numbers in what is told, so that no report takes long."""
MONTHS = frozenset(MONTH_NAMES)
COUNTED = re.compile(r"[0-9](?:\s[\w’'-]+){1,3}")
"""A number, and what stands after it as what it counts."""
STOP = re.compile(r"[,;:()–—]")


@dataclass(frozen=True, slots=True)
class Echo:
    """Another number that may be meant by one, and how likely, in bits."""

    number: Number
    slip: int
    words: int
    bits: int
    """All that speaks for it, less what it needs."""


def echoed(report: Echoes) -> Iterator[tuple[Number, Number]]:
    """Yield each number of a text with the one elsewhere that it is but for a slip.

    Of two that each stand once, in texts, the later one is told.
    """
    told: set[int] = set()
    for one in report.free:
        other = None if id(one) in told else _echo(one, report)
        if other is not None:
            told |= {id(one), id(other)}
            sure = other.said.table or report.count(other) > 1
            yield (one, other) if sure else report.ordered(one, other)
        if len(told) >= MOST_TOLD:
            return


def _echo(one: Number, report: Echoes) -> Number | None:
    # Most numbers of a long paragraph stand under one heading with each other.
    near = (
        other
        for other in report.near(one)
        if is_typed(other) and (other.said.table or not _is_beside(one, other))
    )
    echoes = (
        Echo(other, slip, report.weight(words_around(one) & words_around(other)), 0)
        for other in near
        if (slip := slip_of(one, other)) and _is_alike(one, other)
    )
    weighed = [
        replace(echo, bits=bits)
        for echo in echoes
        if (bits := _weighed(one, echo, report)) > -BETWEEN
    ]
    best = max(weighed, key=lambda echo: echo.bits, default=None)
    if best is None or best.bits < 0 or not report.is_alone(one):
        return None
    value = best.number.entry["value"]
    rivals = (each for each in weighed if each.number.entry["value"] != value)
    if any(each.bits + BETWEEN > best.bits for each in rivals):
        return None
    return best.number


def _weighed(one: Number, echo: Echo, report: Echoes) -> int:
    """Return the bits that speak for two numbers being one, less what they need.

    What costs most is asked last.
    """
    other = echo.number
    if is_rough(one) and not _is_turned(one, other):
        return -BETWEEN
    clear = is_clear(one, other)
    bits = _clearly(one, echo) if clear else _by_words(one, echo, report)
    told = report.again(other) - report.needed(one)
    if max(bits, echo.slip + echo.words) + told + QUOTING <= -BETWEEN:
        return -BETWEEN
    quotes = report.quotes(one, other)
    if quotes >= SURELY:
        bits = max(bits, _quoting(one, echo))
    bits += told + quotes
    if bits <= -BETWEEN or not _may_be(one, other, report):
        return -BETWEEN
    if other.said.table or bits < 0:
        return bits
    held = report.forms.hold(statement(one), statement(other))
    against = min(AGAINST, echo.words // 2) if quotes >= SURELY else AGAINST
    return bits - against if held else bits


def _quoting(one: Number, echo: Echo) -> int:
    """Return the bits of a slip in a section that says again what others say."""
    thing = statement(one).thing
    same = bool(thing) and thing <= words_around(echo.number)
    same = same or bool(echo.number.said.table and names_row(one, echo.number))
    clear = is_clear(one, echo.number) and (echo.slip >= CLEAR or same)
    if echo.words < NAMED or not (clear or same):
        return 0
    if not is_plain(one):
        turned = _is_turned(one, echo.number)
        return echo.slip + echo.words - UNCLEAR if turned else 0
    if clear:
        return echo.slip + echo.words
    # One figure more or less of a long number may be the count of another day.
    close = _are_close(one, echo.number)
    return 0 if close else echo.slip + echo.words - UNCLEAR


def _clearly(one: Number, echo: Echo) -> int:
    """Return the bits of a slip that chance seldom makes, and of the words."""
    plain = is_plain(one)
    if not plain and echo.words < WORDED and echo.slip < LONG:
        return 0
    bits = echo.slip + echo.words
    if echo.slip < CLEAR:
        thing = statement(one).thing
        same = bool(thing) and thing <= words_around(echo.number)
        same = same or bool(echo.number.said.table and names_row(one, echo.number))
        sure = echo.slip >= LIKELY or (echo.slip >= LEAST and same and plain)
        bits -= UNCLEAR if sure else 2 * UNCLEAR
    return bits


def _by_words(one: Number, echo: Echo, report: Echoes) -> int:
    """Return the bits of any slip where the nearest words are the same, or 0.

    Words that only one of the two has beside its number take half their bits.
    """
    mine, theirs = _nearest(one), _nearest(echo.number)
    others = words_around(echo.number)
    if echo.slip < WEAK or report.weight(mine & others) < WEAKLY:
        return 0
    # Bare decimals are results of many like tests.
    if _is_bare(one):
        return 0
    apart = report.weight(mine - others) + report.weight(theirs - words_around(one))
    bits = echo.slip + min(echo.words, RICH) - UNSURE - apart // 2
    return bits - CLOSELY if _are_close(one, echo.number) else bits


def _are_close(one: Number, other: Number) -> bool:
    """Say whether two numbers differ by less than what two like cases may."""
    a, b = (abs(Decimal(each.entry["value"])) for each in (one, other))
    return abs(a - b) * CLOSE < max(a, b)


def _nearest(one: Number) -> frozenset[str]:
    """Return the telling words next to a number, or those of its cell's names."""
    if one.said.table:
        return words_around(one)
    return _around(one.said.before[-SEEN:], one.said.after[:SEEN])


@lru_cache(WORDS)
def _around(before: str, after: str) -> frozenset[str]:
    left, right = WORD.findall(before)[-AROUND:], WORD.findall(after)[:AROUND]
    return roots(" ".join((*left, "#", *right)))


def slip_of(one: Number, other: Number) -> int:
    """Return the bits of the slip that parts two numbers, or 0."""
    if not are_level(one, other):
        return 0
    pairs = product(forms_of(one, rounded=False), forms_of(other, rounded=True))
    return max((bits_between(*pair) for pair in pairs), default=0)


def is_clear(one: Number, other: Number) -> bool:
    """Say whether the slip that parts two numbers is one that chance seldom makes."""
    plain = is_plain(one)
    pairs = product(forms_of(one, rounded=False), forms_of(other, rounded=plain))
    return any(chance_of(*pair) for pair in pairs if plain or _turned(*pair))


def _is_turned(one: Number, other: Number) -> bool:
    """Say whether two figures of one number are exchanged in the other."""
    pairs = product(forms_of(one, rounded=False), forms_of(other, rounded=True))
    return any(_turned(*pair) and bits_between(*pair) for pair in pairs)


def _turned(mine: str, other: str) -> bool:
    """Say whether two forms have the same figures."""
    return sorted(mine) == sorted(other)


def _may_be(one: Number, other: Number, report: Echoes) -> bool:
    """Say whether nothing speaks against two numbers being one."""
    if is_other_time(one, other) or _is_rounded(one, other):
        return False
    if other.said.table:
        return not is_to_come(one) or is_to_come(other)
    if _count_others(one, other) or _say_both(one, other) or are_titles(one, other):
        return False
    if report.are_two(one, other):
        return False
    if is_to_come(one) != is_to_come(other) or _is_further(one) != _is_further(other):
        return False
    if _of_other_years(one, other) or _of_other_versions(one, other):
        return False
    a, b = statement(one).rest, statement(other).rest
    if _are_close(one, other) and open_apart(a, b):
        return False
    mine, theirs = map(_near, (one, other))
    if _timely(mine) != _timely(theirs):
        return False
    above = {*one.said.heading.split(), *other.said.heading.split()}
    apart = ((_names(mine) - b.words) | (_names(theirs) - a.words)) - above
    return all(map(report.is_known, apart))


def _count_others(one: Number, other: Number) -> bool:
    """Say whether two numbers count two things, of which one sentence names one only.

    `Four local grant programs: 175 awards` and `awarded 175 grants` speak of one.
    """
    if not count_others(one, other):
        return False
    mine, theirs = statement(one), statement(other)
    return not (_names_too(mine, theirs.thing) and _names_too(theirs, mine.thing))


def _names_too(said: Statement, thing: frozenset[str]) -> bool:
    """Say whether a sentence has the name of a thing, and counts no such things."""
    around = f"{said.number.said.before} # {said.number.said.after}"
    counted = roots(" ".join(COUNTED.findall(around)))
    return thing <= said.sentence and not thing & counted


def _of_other_years(one: Number, other: Number) -> bool:
    """Say whether two sentences name years, and not the same.

    One year that both name is enough for a number that is a long one's slip.
    """
    a, b = (statement(each).rest.years for each in (one, other))
    enough = bool(a & b) if slip_of(one, other) >= LONG else a == b
    return bool(a and b) and not enough


def _of_other_versions(one: Number, other: Number) -> bool:
    texts = (f"{each.said.before} # {each.said.after}" for each in (one, other))
    a, b = map(releases, texts)
    return bool(a and b) and a != b


def _is_alike(one: Number, other: Number) -> bool:
    """Say whether two numbers are of one unit; a cell's may be below its heading."""
    same = one.entry["unit"] == other.entry["unit"]
    signs = [each.entry["value"].startswith("-") for each in (one, other)]
    # A table has a fall with its sign, a text in words.
    if not other.said.table and (not same or signs[0] != signs[1]):
        return False
    # £1,554 a case is no cell of cases without a sign of money, whatever its figures.
    if not (same or names_row(one, other)):
        return False
    return is_of_kind(one, other)


def _is_rounded(one: Number, other: Number) -> bool:
    """Say whether one of two numbers may be what the other is rounded to."""
    a, b = (Decimal(each.entry["value"]) for each in (one, other))
    figures = [Decimal(each.said.figure or 0) for each in (one, other)]
    return a != b and abs(a - b) * 2 <= max(figures)


def _is_beside(one: Number, other: Number) -> bool:
    """Say whether two numbers are of two cases; a heading says what is below it."""
    heads = [each.entry["where"] == "heading" for each in (one, other)]
    return heads[0] == heads[1] and is_beside(one, other)


def _is_further(one: Number) -> bool:
    return str(one.entry["comparator"]) == "further"


def _near(one: Number) -> str:
    """Return the words around a number, to the next stop on each side."""
    return f"{STOP.split(one.said.before)[-1]} # {STOP.split(one.said.after)[0]}"


def _timely(said: str) -> frozenset[str]:
    return TIMELY.intersection(WORD.findall(said.lower()))


def _names(said: str) -> frozenset[str]:
    """Return the names of a text; what opens one after its number is none."""
    return frozenset(one for one in names(said) - MONTHS if roots(one))


def _say_both(one: Number, other: Number) -> bool:
    """Say whether one of two sentences has both numbers: `from 212 to 221`."""
    shown = (one.entry["text"], other.entry["text"])
    texts = (f"{each.said.before} {each.said.after}" for each in (other, one))
    return any(text in said.split() for text, said in zip(shown, texts, strict=True))


def is_plain(one: Number) -> bool:
    """Say whether a number is no share and no bare decimal: reports have many."""
    unit = one.entry["unit"]
    return unit != "%" and not _is_bare(one)


def _is_bare(one: Number) -> bool:
    """Say whether a number is a decimal without a unit."""
    return one.entry["unit"] == "count" and "." in one.entry["shown"]
