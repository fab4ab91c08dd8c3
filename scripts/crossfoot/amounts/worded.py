"""Quantities in words: `twelve`, `two thirds`, `half a million` in, amounts out."""

import re
from dataclasses import replace
from decimal import Decimal

from crossfoot.amounts import (
    english,
    english_labels,
    english_names,
    english_one,
    english_shares,
    words,
)
from crossfoot.amounts.digits import GREAT, great_of, scale_after, unit_after
from crossfoot.amounts.forms import IDIOM, IN_STREET, NAME_ENDS, QUOTES
from crossfoot.amounts.model import (
    ONE,
    Amount,
    ignored,
    last_figure,
    share,
    written,
)
from crossfoot.amounts.patterns import (
    AND_HALF,
    AND_MORE,
    ARTICLE,
    BRACKET,
    FLAGS,
    MULTIPLIES,
    NEXT_WORD,
    OF_GREAT,
    OF_POINT,
    RATIO,
    SHARE,
    SPLIT,
    TENS_ORDINAL,
    TO_MORE,
    WORDS,
    any_of,
)

THREE_QUARTERS = Decimal("0.75")
AROUND = 60
"""Characters before a number word that tell a heading from a sentence."""
OPENING = ".!?:;“‘\"'(•*–—"
"""After these a capital says nothing."""
PICKED = 40
"""Characters before `one` in which an article and a word stand."""
ONE_DOES = re.compile(
    rf"(?!(?:{any_of(english.ONE_NOUNS)})\Z)[a-z]{{2,20}}[^\W\d_{english.ONE_NO_VERB}]"
    rf"(?:{any_of(english.VERB_ENDS)})"
)
"""A verb after the pronoun, which no noun after the number looks like: one arrives."""
ONE_DONE = re.compile(
    rf"\s[a-z]{{2,20}}(?:{any_of(english.ONE_DONE)})\s(?:{any_of(english.ONE_DONE_BY)})\b"
)
"""What follows the pronoun: one based on it, and one adapted from it."""
ONE_SELDOM = re.compile(
    rf"\s(?:{any_of(english_one.ONE_SELDOM)})\s(?P<verb>[^\W\d_](?:[^\W\d_]|[’'])*)"
)
"""A word after the pronoun, and what one does."""
OFF_THIS = re.compile(
    rf"(?<=\s{english_labels.OFF_THIS[0]})\s(?:{any_of(english_labels.THIS)})\b", FLAGS
)
TO_PART = re.compile(
    rf"\s{english.TO}\s(?:(?:{any_of((*english.ARTICLES, *english.UNITS))})[\s-])?"
    rf"(?:{any_of(english.DENOMINATORS)})\b",
    FLAGS,
)
"""Another part that a range goes to: a third to a half."""
ALIKE = 120
"""Characters before `and one` in which another number has the same word after it."""
OTHER_NUMBER = re.compile(
    rf"(?<![\w.,-])(?:[0-9]{{1,6}}|{any_of([*english.UNITS][2:])})(?:\s[a-z-]{{2,20}}){{0,2}}\s"
    rf"({any_of(english_one.ONE_LIKE)})\s(?=[^.!?;:]*\Z)",
    FLAGS,
)
AT_A_TIME = re.compile(english_one.ONE_AT_A_TIME, FLAGS)
QUOTED = re.compile(r"\s[“‘\"'][a-z]")
"""One thing that is called so: one “atomic” change."""
OR_MORE = re.compile(rf"\s{english.OR}\s(?:{any_of(english_one.ONE_OR)})\b", FLAGS)
COUNTED = re.compile(english_one.COUNTED, FLAGS)
"""What a set phrase begins that counts all the same: one way to do it."""
BETWEEN = "between"
"""The comparator of both ends of a range."""
COMPARING = frozenset(phrase.split()[-1] for phrase in english.BEFORE)
CAPITAL = re.compile(r"\s[A-Z][a-z]")
SURNAMED = re.compile(r"[\w,]\s[A-Z][a-z]{3,}\s\Z")
"""A word with a capital that begins no sentence, right before a number word."""
LONG = re.compile(r"[^\W\d_]{4,}")
LONELY = 40
"""Characters below which a text may be one number and nothing else."""
ALONE = (*GREAT, english.DOZEN)
"""Words that are a number only after another number or `a`."""


def idiom(text: str, at: int) -> Amount | None:
    """Read a set phrase in which a number word counts nothing."""
    found = IDIOM.match(text, at)
    if found and found[0].lower() in english_names.COUNTED_IDIOMS:
        before = text[max(0, at - 12) : at].lower().split()
        if before[-1:] and before[-1] in english_names.COUNTED_IDIOMS[found[0].lower()]:
            return None
    if found and (OFF_THIS.match(text, found.end()) or COUNTED.match(text, at)):
        return None
    return ignored(text, found.span(), "identifier", "idiom") if found else None


def number(text: str, at: int) -> Amount | None:
    """Read the number in words that starts at `at`, or None."""
    nth = TENS_ORDINAL.match(text, at)
    if nth:
        return ignored(text, nth.span(), "ordinal", "ordinal", _nth(nth[0]))
    start = _article(text, at)
    found = WORDS.match(text, start)
    tokens = list(SPLIT.finditer(text, start, found.end())) if found else []
    spelt = [token[0].lower() for token in tokens]
    article = english.ARTICLES[0] if english.ARTICLES else ""
    said = [article if w in english.ARTICLES else w for w in spelt]
    bare = start == at and spelt[:1] != [] and spelt[0] in ALONE
    if bare:
        said = [article, *said] if _is_per(text, at) else []
    reading = words.read(said)
    if not reading:
        return None
    reading = reading._replace(used=reading.used - bare)
    end = tokens[reading.used - 1].end()
    parts = SHARE.match(text, end)
    shares = parts and not _in_a_row(text, start)
    if parts and shares and _is_share(reading.value, parts["part"].lower()):
        below = english.DENOMINATORS[parts["part"].lower()]
        return _share(text, (start, parts.end()), reading.value / below)
    alone = start == at and reading.used == 1 and not MULTIPLIES.match(text, end)
    if alone and _is_name(text, start, end):
        return ignored(text, (start, end), "identifier", "name")
    if spelt[: reading.used] == [english.ONE] and _is_pronoun(text, start, end):
        return ignored(text, (start, end), "identifier", "pronoun", 1)
    power = english.MAGNITUDES.get(spelt[reading.used - 1], 0)
    return _whole(text, (start, end), reading.value, power)


def _is_per(text: str, at: int) -> bool:
    """Say whether `per` stands before a magnitude, which is one then."""
    before = text[max(0, at - 12) : at].lower().split()
    return before[-1:] != [] and before[-1] in english.PER


def _in_a_row(text: str, at: int) -> bool:
    """Say whether parts follow each other: the last three quarters."""
    before = text[max(0, at - 12) : at].lower().split()
    return before[-1:] != [] and before[-1] in english_shares.IN_A_ROW


def _nth(phrase: str) -> int:
    tens, nth = SPLIT.findall(phrase.lower())
    return english.TENS[tens] + english.ORDINALS[nth]


def _article(text: str, at: int) -> int:
    """Step back over `a` before a hundred, a dozen or a magnitude."""
    word = SPLIT.match(text, at)
    if word and word[0].lower() in ALONE:
        before = ARTICLE.search(text[max(0, at - 5) : at])
        return at - len(before[0]) if before else at
    return at


def _is_share(value: Decimal, part: str) -> bool:
    """Say whether `two thirds` or `one third` stands there, not `two third-…`."""
    if not 0 < value < english.DENOMINATORS[part]:
        # A year of two halves is no share of anything, and neither is none.
        return False
    if 2 * value == english.DENOMINATORS[part] and value > 1:
        # Two quarters are of a year: the share is a half.
        return False
    return part in english.PARTS or value == 1 or part == english.HALF


def _share(text: str, span: tuple[int, int], value: Decimal) -> Amount:
    start, end = span
    point = OF_POINT.match(text, end)
    if point:
        unit, _, end = unit_after(text, point.end(), "", ONE)
        made = _amount(text, (start, end), value, ONE.scaleb(-1), ONE)
        return replace(made, unit=unit, figures=(0, point.start() - start))
    great = OF_GREAT.match(text, end)
    if great:
        scale = great_of(great["great"])
        figures = great.end()
        unit, factor, end = unit_after(text, figures, "", ONE)
        scale *= factor
        made = _amount(text, (start, end), value * scale, scale.scaleb(-1), scale)
        return replace(made, unit=unit or "count", figures=(0, figures - start))
    return share(text, span, value)


def _is_name(text: str, start: int, end: int) -> bool:
    """Say whether a capital makes a name of a number word: at Four Acres."""
    if text[start].isupper() and IN_STREET.match(text, end):
        return True
    if not text[start].isupper() or text[start - 1 : start] != " ":
        return False
    before = text[max(0, start - AROUND) : start]
    # The Famous Five are one name, the Five Rivers another.
    if not CAPITAL.match(text, end) and not (
        SURNAMED.search(before) and NAME_ENDS.match(text, end)
    ):
        return False
    if before.rstrip()[-1:] in OPENING or not before.strip():
        return False
    # In a heading every word may have a capital.
    words = LONG.findall(before)
    capitals = sum(1 for word in words if word[0].isupper())
    return 2 * capitals < len(words)


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Say whether `one` stands for a thing rather than counts it."""
    before = text[max(0, start - PICKED) : start].lower().split()
    if _counts(text, start, end, before):
        return False
    after = NEXT_WORD.match(text, end)
    if text[end : end + 1] in ("’", "'") or not after:
        return True
    word, last = after[1].lower(), before[-1].lstrip(QUOTES) if before else ""
    # A one standard deviation shock is of one, a one who knows is not.
    whole = last in english.ARTICLES[:1] and word not in english.ONE_AFTER
    if last in english.ONE_BEFORE and not whole and word not in english.ONE_MEASURED:
        return True
    seldom = ONE_SELDOM.match(text, end)
    verb = seldom["verb"] if seldom else after[1]
    done = ONE_DOES.fullmatch(verb) or ONE_DONE.match(text, end)
    if word in english.ONE_AFTER or done or (seldom and verb in english_one.ONE_MODALS):
        return not AND_HALF.match(text, end)
    return _is_picked(before, word)


def _counts(text: str, start: int, end: int, before: list[str]) -> bool:
    """Say whether the words or signs right beside `one` make a number of it."""
    # A cell or binding that says one and nothing else counts.
    if len(text) < LONELY and text.strip() == text[start:end]:
        return True
    if any(one.match(text, end) for one in (AT_A_TIME, QUOTED, OR_MORE)):
        return True
    if _is_alike(text, start, end, before):
        return True
    if (
        AND_MORE.match(text, end)
        and english.BEFORE.get(" ".join(before[-1:])) == BETWEEN
    ):
        return True
    # Only one came, but it is the only one.
    only = before[-1:] != [] and before[-1] in english.ONE_COUNTED
    if only and not (before[-2:-1] and before[-2] in english.ONE_PICKED[:1]):
        return True
    # Six to one is a rate.
    rate = before[-1:] == [english.TO] and before[-2:-1] and before[-2] in english.UNITS
    return (
        bool(rate or TO_MORE.match(text, end))
        or text[end : end + 1] == "-"
        or unit_after(text, end, "", ONE)[2] > end
    )


def _is_alike(text: str, start: int, end: int, before: list[str]) -> bool:
    """Say whether `one` counts what a number before it does: two in Ayr, one in Ely."""
    after = NEXT_WORD.match(text, end)
    if (
        before[-1:] != [english.AND]
        or not after
        or after[1] not in english_one.ONE_LIKE
    ):
        return False
    lead = text[max(0, start - ALIKE) : start]
    alike = {after[1], english_one.ONE_VERBS.get(after[1], after[1])}
    return any(found[1] in alike for found in OTHER_NUMBER.finditer(lead))


def _is_picked(before: list[str], after: str) -> bool:
    """Say whether `one` is picked from several: the slower one fails."""
    if after in english.ONE_MEASURED or not before or not before[-1][-1].isalnum():
        return False
    if before[-1] in COMPARING:
        return False
    if before[-1].lstrip(QUOTES) in english.ONE_ASKED:
        return not before[:-1] or before[-2] not in english.ONE_ASKED_IN
    return len(before) > 2 and before[-2] in english.ONE_PICKED


def _whole(text: str, span: tuple[int, int], value: Decimal, power: int) -> Amount:
    start, end = span
    half = AND_HALF.match(text, end)
    scale, step = ONE.scaleb(power), ONE.scaleb(power)
    if half:
        part = (half["part"] or "").lower()
        extra = ONE / english.DENOMINATORS[part] if part else THREE_QUARTERS
        value, end = value + extra * scale, half.end()
        step = scale.scaleb(-1)
    # Two lakh, ten crore, three bn: the words that are no words of ours alone.
    more, end = scale_after(text, end, "")
    value, scale, step = value * more, scale * more, step * more
    figures = end
    unit, factor, end = unit_after(text, end, "", ONE)
    amount = _amount(text, (start, end), value * factor, step * factor, scale * factor)
    return replace(amount, unit=unit or "count", figures=(0, figures - start))


def _amount(
    text: str, span: tuple[int, int], value: Decimal, step: Decimal, scale: Decimal
) -> Amount:
    figure = last_figure(f"{value / step:f}".split(".")[0], step)
    return written(text, span, value, (step, figure), scale)


def part(text: str, at: int) -> Amount | None:
    """Read a lone `half`, `a third`, `a quarter`, or the ordinal that it is."""
    word = SPLIT.match(text, at)
    name = word[0].lower() if word else ""
    end = at + len(name)
    if text[end : end + 1] == "-" and not OF_GREAT.match(text, end):
        return None
    start = _before(text, at)
    if name in english.DENOMINATORS and _is_part(text, (start, at, end), name):
        value = ONE / english.DENOMINATORS[name]
        return _share(text, (start, end), value)
    if name in english.ORDINALS:
        return ignored(text, (at, end), "ordinal", "ordinal", english.ORDINALS[name])
    return None


def _is_done(text: str, verb: re.Match[str] | None) -> bool:
    """Say whether the word after `a third` is what these do or did."""
    if not verb or "-" in verb[0]:
        return False
    word, more = verb[1].lower(), NEXT_WORD.match(text, verb.end())
    then = more[1].lower() if more else ""
    if word in english.FRACTION_MAYBE:
        return then in english.FRACTION_MORE
    did = word.endswith(english.ONE_DONE) and then in english.FRACTION_DONE
    return did or word in english.FRACTION_VERBS


def single(text: str, at: int) -> Amount | None:
    """Read `by a percentage point` as one, where a word before shows a size."""
    start = _before(text, at)
    before = text[max(0, start - 16) : start].lower().split()
    if start == at or not before or before[-1] not in english.SINGLE_BEFORE:
        return None
    unit, _, end = unit_after(text, at - 1, "", ONE)
    if unit not in {"pp", "bp"}:
        return None
    made = _amount(text, (start, end), ONE, ONE, ONE)
    return replace(made, unit=unit, figures=(0, at - 1 - start))


def _before(text: str, at: int) -> int:
    """Step back over `a`."""
    found = ARTICLE.search(text[max(0, at - 4) : at])
    return at - len(found[0]) if found else at


def _is_part(text: str, span: tuple[int, int, int], name: str) -> bool:
    start, at, end = span
    before = text[max(0, start - 40) : start].lower().split()
    last = before[-1].strip("(“‘,;:") if before else ""
    after = NEXT_WORD.match(text, end)
    following = after[1].lower() if after else ""
    compared = last in english.BEFORE or last in english.FRACTION_BEFORE
    if BRACKET.match(text, end) and (start < at or name == english.HALF):
        return last not in english.HALF_BEFORE
    if OF_GREAT.match(text, end) and not RATIO.match(text, end):
        return True
    if start < at and TO_PART.match(text, end):
        return True
    if name == english.HALF:
        if last in english.HALF_BEFORE or name in english.PARTS:
            return False
        if following == english.OF and _in_a_row(text, start):
            return False
        # A year and a half is no half of anything.
        if last == english.AND and before[-2:-1] and before[-2] in english.MEASURES:
            return False
        return compared or start < at or following in english.HALF_AFTER
    goes_on = following in english.FRACTION_AFTER or _is_done(text, after)
    if last in english.FRACTION_FURTHER:
        # Another quarter of growth is a time.
        return goes_on and name in english.ORDINALS
    return start < at and (compared or goes_on)
