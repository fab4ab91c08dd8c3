"""Counted lists: the text before a list in; the number that counts its items, out.

`We found three themes:`, `There are 7 types.`, `Projects with a release (13):`. What
measures, or counts some of the items or the readers of the list, is no such number.
"""

import re
from collections.abc import Iterator, Sequence

from crossfoot.amounts import english_clauses, english_sums
from crossfoot.amounts.model import Amount, is_integral
from crossfoot.amounts.patterns import any_of
from crossfoot.numbers.texts.claims import PLAIN, number

FEWEST = 2
MOST = 60
"""Items beyond which nobody counts by hand."""
APART = 2
"""How many times the items the number may be, or they the number."""
WORD = r"[A-Za-z’'\ufffc-]+"
TAIL = r"(?:[^.;:!?0-9]|\.(?=\w))"
PLURAL = r"(?P<noun>(?:[a-z-]{2,}|\ufffc)s)(?<!ss)(?<!us)(?<!is)"

NAMED = re.compile(
    rf"\s(?:[\w-]+\s){{0,3}}?(?:{any_of(english_sums.ITEMS)})s?\b[^.;!?0-9]{{0,40}}:\s*\Z",
    re.IGNORECASE,
)
"""A noun for what lists are made of, near a colon."""
CLOSE = re.compile(rf"\s(?:{WORD}\s){{0,3}}{PLURAL}\s?:\s*\Z")
"""Any noun right before the colon."""
CLAUSE = re.compile(rf"\b(?:{any_of(english_sums.CLAUSE)})\b", re.IGNORECASE)
"""A word that only a clause has between a number and the noun before the colon."""
BARE = re.compile(rf"\s(?:{WORD}\s){{0,3}}{PLURAL}\s*\Z")
"""Any noun at the end of a text that stops right before its list, without a mark."""
LED = re.compile(r"[A-Za-z\ufffc-]{2,}\s[A-Za-z-]*[a-z]\s\Z")
"""A subject and a verb, at least two words, before a number."""
POINTED = re.compile(r"\b(?:the|these|those|our|all)\s\Z", re.IGNORECASE)
ARE = re.compile(
    r"(?:\s(?:that|which|who|we|they|I|of\sthem)\s[^.;:()0-9]{2,60})?"
    r"(?:\s(?:are|were)(?:\sthese)?)?:\s*"
)
"""What follows a number without a noun that counts the list after it."""
FREE = re.compile(rf"\s(?:{WORD}\s){{0,4}}?{PLURAL}\b{TAIL}{{0,80}}[:.]\s*\Z")
"""Any noun, and what is said of it."""
TITLED = re.compile(
    rf"\s(?:{WORD}\s){{0,4}}?(?P<noun>[A-Z][a-z-]+s)(?<!ss)\b{TAIL}{{0,80}}[:.]\s*\Z"
)
"""The same with the noun in capitals, as in `four Hooks`."""
ANY = re.compile(rf"\s(?:{WORD}\s){{0,4}}?{PLURAL}\b")
ABOUT = 24
"""Characters before a number in which a phrase that announces it stands."""
ASIDE = re.compile(r"(?:\s[a-z-]{3,}s(?<!ss))?\)\s?:\s*\Z")
"""The end after a number in brackets, and what it counts."""
FOLLOWING = re.compile(r"\bfollowing\s\(\Z", re.IGNORECASE)
"""`The following (24) states are included:`."""
THERE = re.compile(
    rf"\b(?:{any_of(english_sums.THERE)})\s(?:(?:{any_of(english_sums.NOW)})\s)?\Z",
    re.IGNORECASE,
)
NOT_ALL = re.compile(rf"\b(?:{any_of(english_sums.NOT_ALL)})\s\Z", re.IGNORECASE)
AMID = re.compile(
    rf"\b(?:{any_of(english_sums.AMID)})\s(?:(?:the|all|these|those)\s)?\Z",
    re.IGNORECASE,
)
NO_COUNT = frozenset(english_sums.NO_COUNT)


PASSIVE = re.compile(
    r"\b(?:[a-z]{2,}ed|[lf]ed|made|run|given)\sby\s(?:the\s)?\Z", re.IGNORECASE
)
"""`The group is led by the two chairs:`"""
MADE_UP = re.compile(
    rf"\b(?:{any_of(english_sums.MADE_OF)})\s(?:only\s|just\s|the\s)?\Z", re.IGNORECASE
)
VERB = re.compile(
    rf"\b(?:{any_of(english_sums.ANNOUNCING)})\s(?:(?:only|just|the|these)\s)?\Z",
    re.IGNORECASE,
)
"""A verb that announces things, right before their number."""
SAID = re.compile(
    rf"\s(?:{WORD}\s){{0,3}}?{PLURAL}\b(?P<rest>(?:[^.;:!?0-9]|(?<=[0-9-])[0-9]){{0,80}}):\s*\Z"
)
"""Any noun and what is said of it, up to the colon; EIP-3540 is no number."""
MADE = re.compile(
    rf"\s(?:{WORD}\s){{0,3}}?{PLURAL}\s(?:{any_of(english_sums.MADE)})\b[^.;:!?0-9]{{0,80}}\.\s*\Z"
)
"""Any noun and what was done with it, in a sentence that ends with a full stop."""
OTHERWISE = re.compile(rf"\b(?:{any_of(english_sums.NOT_NAMED)})\b", re.IGNORECASE)
HEADED = re.compile(rf"\b(?:{any_of(english_sums.HEADED)})\s\Z", re.IGNORECASE)
ONE_OF = re.compile(r"\bof\s(?:the|our|its|their)\s\Z|\b(?:for|in|at)\s(?:the\s)?\Z")
AND = re.compile(rf"\s(?:{WORD}\s){{0,3}}?{PLURAL},?\sand\s\Z")
THING = re.compile(rf"\s(?:{WORD}\s){{0,3}}?[a-z-]{{3,}}\s?:\s*\Z")
BEFORE_TABLE = re.compile(
    rf":\s*\Z|\b(?:following|below)\b|\btable\b.{{0,40}}\b(?:{any_of(english_sums.LISTS_THEM)})\b",
    re.IGNORECASE,
)
DRAWN = re.compile(
    rf"\b(?:[a-z]+|[0-9]+)\s(?:\w+\s)?(?:{any_of(english_sums.DRAWN)})s\b",
    re.IGNORECASE,
)
HANGING = re.compile(rf"\b(?:{any_of(english_sums.HANGING)})\s?:\s*\Z", re.IGNORECASE)
"""The end of a sentence that its list goes on with."""
DENIED = re.compile(r"n[’']t\b", re.IGNORECASE)
SENTENCE = re.compile(r"\W*[A-Z\ufffc].*\s.*\s.*[.!?]\W*\Z", re.DOTALL)
"""An item that no sentence before it goes on with."""
AT_END = re.compile(rf"\s(?:{WORD}\s){{0,3}}{PLURAL}\s?[.:]\s*\Z")
"""Any noun at the very end of a sentence."""
NAMES_THEM = re.compile(r"[^.:!?]{1,60}:\s[^.:!?]{1,120}\.\s")
"""A sentence that goes on to name what it counts, before another one."""
IN_WORDS = re.compile(rf"\b(?:{any_of(english_sums.IN_WORDS)})\b", re.IGNORECASE)
TWO_IN_ONE = re.compile(
    r"\W*(?:\ufffc,?\s(?:and|or|&|/)\s\ufffc|[\w.-]+\s/\s[\w.-]+\b(?!\s/))"
)
"""An item of two names."""
OPEN = re.compile(
    r"\A[^\w\ufffc]*(?:\Z|…|\.\.\.|plus\b)"
    rf"|(?:{any_of(english_sums.OPEN)})\W*\Z",
    re.IGNORECASE,
)
OF_ITSELF = re.compile(r"[.!?]\s(?:[^\s.!?]+\s){3}(?:[^.!?]|\.(?=\S))*\Z")
"""Words before such an end that make it one of a later sentence of the item."""
LISTED = re.compile(
    rf"\s(?:{WORD}\s){{0,3}}?{PLURAL},?\s(?:{any_of(english_clauses.ARE_LISTED)})\s"
    rf"(?:{any_of(english_clauses.HERE)})\s?[.:]\s*\Z"
)
"""`Seven questions, which are listed below.`"""
THESE = re.compile(rf"(?<!than\s)\b(?:{any_of(english_sums.THESE)})\s\Z", re.IGNORECASE)
CLAUSES = re.compile(rf"\W*(?:{any_of(english_sums.CLAUSES)})\b", re.IGNORECASE)
"""A clause that a list does not go on with."""
OF_THE = re.compile(
    rf"\b(?:{any_of(english_sums.AMID)})\s(?:the|all|these|those)\s\Z"
    rf"|\A\W*(?:{any_of(english_sums.AMID)})\s\Z",
    re.IGNORECASE,
)
"""Words by which something is said of things that are known already."""
MOST_OF = re.compile(
    rf"\sof\s(?:the|our|its|their)\s(?:most|best|{any_of(english_sums.HEADED)})\s"
    rf"(?:{WORD}\s){{0,3}}{PLURAL}\b"
)
"""`6 of the most used functions`."""
KINDS = re.compile(
    rf"\s(?:[\w-]+\s){{0,3}}?(?:{any_of(english_sums.ITEMS)})s?\.\s*\Z", re.IGNORECASE
)
"""A noun for what lists are made of, at the very end of a sentence."""
SHOWN = re.compile(r"\b(?:first|last|top)\s\Z", re.IGNORECASE)
"""`The first five rows are:`"""
ROWS = re.compile(
    rf"\s(?:{any_of(english_sums.ROWS)})s?\b(?:[^.;:!?]|(?<=\d)[.:](?=\d)){{0,80}}:\s*\Z",
    re.IGNORECASE,
)
STEPS = re.compile(r"\s(?:[a-z-]+\s){0,2}steps\b[^.;:!?0-9]{0,60}[.:]\s*\Z")
LARGE = 15
"""Items from which a number right beside theirs is no chance."""
CLOSE_BY = 3
"""How far it may be from them, in percent, or one."""


def count_of(
    text: str, start: int, said: Sequence[Amount], items: Sequence[str] = ()
) -> Amount | None:
    """Return the number that counts the list after a text; `start`: its last sentence.

    `said` are the numbers of that sentence.
    """
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    last = counts[-1] if counts else None
    if last is None or last.comparator not in PLAIN or last.scale != 1:
        return None
    # Nobody counts with a point: 2.0 is the name of a version.
    if last.step < 1:
        return None
    if _is_headed(text, start, last):
        return last
    if not FEWEST <= number(last) <= MOST or not is_integral(number(last)):
        return None
    whole = bool(items) and all(map(SENTENCE.match, items))
    if DENIED.search(text, last.tail) or (
        not whole and HANGING.search(text, last.tail)
    ):
        return None
    before = text[start : last.lead]
    if NOT_ALL.search(before) or "-" in text[last.end : last.end + 1]:
        return None
    return last if any(_announced(text, before, last)) else None


def earlier(text: str, said: Sequence[Amount]) -> Amount | None:
    """Return the one number before the last sentence that plainly counts a list."""
    found = [
        one
        for one in said
        if one.kind == "quantity" and one.unit == "count" and one.scale == 1
        if IN_WORDS.search(text, one.tail) is None
        if not NAMES_THEM.match(text, one.tail)
        if FEWEST <= number(one) <= MOST and one.comparator in PLAIN
        if THERE.search(text, max(0, one.lead - ABOUT), one.lead)
        if (thing := ANY.match(text, one.tail)) and is_thing(thing["noun"])
    ]
    return found[0] if len(found) == 1 else None


def pair_of(text: str, said: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """Return the two numbers of `five files and one folder:`, which add up."""
    counts = [one for one in said if one.unit == "count" and one.value is not None]
    if len(counts) != 2 or any(one.comparator not in PLAIN for one in counts):
        return None
    first, second = counts
    before = text[max(0, first.lead - ABOUT) : first.lead]
    if not (VERB.search(before) or THERE.search(before)) or first.scale != 1:
        return None
    between = AND.fullmatch(text, first.tail, second.lead)
    if between is None or not is_thing(between["noun"]):
        return None
    return (first, second) if THING.match(text, second.tail) else None


def opening(text: str, said: Sequence[Amount], many: int) -> Amount | None:
    """Return the number that opens `Three new rules were made.`, one off the items."""
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    if len(counts) != 1 or text[: counts[0].lead].strip(" *_"):
        return None
    one = counts[0]
    told = MADE.match(text, one.tail)
    near = abs(number(one) - many) <= 1 and one.comparator in PLAIN
    return one if near and told and is_thing(told["noun"]) else None


def large(text: str, said: Sequence[Amount], many: int) -> Amount | None:
    """Return the one number of a sentence that all but counts a long list."""
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    if many < LARGE or len(counts) != 1 or not text.rstrip().endswith(":"):
        return None
    one = counts[0]
    thing = ANY.match(text, one.tail)
    plain = one.comparator in PLAIN and one.scale == 1 and is_integral(number(one))
    near = abs(number(one) - many) <= max(1, many * CLOSE_BY // 100)
    return one if plain and near and thing and is_thing(thing["noun"]) else None


def steps(text: str, said: Sequence[Amount], many: int) -> Amount | None:
    """Return the number of `It takes three steps:`, near that of numbered items."""
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    one = counts[-1] if counts else None
    if one is None or one.comparator not in PLAIN or not STEPS.match(text, one.tail):
        return None
    some = NOT_ALL.search(text, 0, one.lead) or number(one) < FEWEST
    return None if some or abs(number(one) - many) > FEWEST else one


def is_before_table(sentence: str) -> bool:
    """Say whether a sentence speaks of the table after it, and of its rows."""
    drawn = DRAWN.search(sentence)
    return BEFORE_TABLE.search(sentence) is not None and drawn is None


def shown(text: str, said: Sequence[Amount]) -> Amount | None:
    """Return the number of `The first five rows are:`, which counts those shown."""
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    if len(counts) != 1 or counts[0].comparator not in PLAIN:
        return None
    one = counts[0]
    here = SHOWN.search(text, max(0, one.lead - ABOUT), one.lead)
    return one if here and ROWS.match(text, one.tail) else None


def is_whole(items: Sequence[str]) -> bool:
    """Say whether a list is all there is, each item one thing."""
    end = OPEN.search(items[-1])
    is_open = end and not OF_ITSELF.search(items[-1], 0, end.start())
    return not is_open and not any(map(TWO_IN_ONE.match, items))


def _is_headed(text: str, start: int, one: Amount) -> bool:
    """Say whether `Our top ten aims:` announces a list."""
    before = text[start : one.lead]
    found = HEADED.search(before)
    if found is None or number(one) < FEWEST or (one.worded and number(one) > MOST):
        return False
    close = CLOSE.match(text, one.tail)
    aside = ONE_OF.search(before[: found.start()])
    return close is not None and not aside and is_thing(close["noun"])


def _announced(text: str, before: str, one: Amount) -> Iterator[bool]:
    """Yield whether each form of an announcement is met."""
    yield NAMED.match(text, one.tail) is not None
    if before.rstrip().endswith("("):
        yield ASIDE.match(text, one.tail) is not None
        inside = FOLLOWING.search(before) and text[one.tail : one.tail + 1] == ")"
        free = FREE.match(text, one.tail + 1) if inside else None
        yield free is not None and is_thing(free["noun"])
    close = CLOSE.match(text, one.tail)
    if close and CLAUSE.search(text, one.tail, close.end()):
        close = None
    amid = AMID.search(before) is not None and PASSIVE.search(before) is None
    yield close is not None and not amid and is_thing(close["noun"])
    bare = BARE.match(text, one.tail) if LED.search(before) and not amid else None
    yield bare is not None and is_thing(bare["noun"])
    listed = LISTED.match(text, one.tail)
    yield listed is not None and is_thing(listed["noun"])
    # Members or people that a list makes up are each named.
    yield MADE_UP.search(before) is not None and close is not None
    if VERB.search(before):
        told = SAID.match(text, one.tail)
        other = told is None or OTHERWISE.search(told["rest"])
        yield told is not None and not other and is_thing(told["noun"])
    if THERE.search(before) or not before.strip(" *_"):
        free = FREE.match(text, one.tail)
        if THERE.search(before):
            free = free or TITLED.match(text, one.tail)
        ends = text.rstrip().endswith(":") or THERE.search(before) is not None
        yield free is not None and ends and is_thing(free["noun"])


def is_thing(noun: str) -> bool:
    """Say whether a noun counts things that a list may name."""
    word = noun.lower()
    return word not in NO_COUNT and word.removesuffix("s") not in NO_COUNT


def is_near(one: Amount, many: int) -> bool:
    """Say whether a number is so near that of the items that it counts them."""
    said = number(one)
    return said <= APART * many and many <= APART * said


def headed(text: str, start: int, said: Sequence[Amount]) -> Amount | None:
    """Return the number of `There are three stages:`, which headings may follow."""
    one = count_of(text, start, said)
    if one is None:
        return None
    there = THERE.search(text, max(start, one.lead - ABOUT), one.lead)
    return one if there or NAMED.match(text, one.tail) else None


def lone(text: str, start: int, said: Sequence[Amount], many: int) -> Amount | None:
    """Return the only number of the sentence before a list, when it is one off.

    What a number so near counts, the list names: `Two cases need care:`.
    """
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    if len(counts) != 1 or HANGING.search(text, counts[0].tail):
        return None
    one = counts[0]
    if DENIED.search(text, one.tail):
        return None
    before = text[start : one.lead]
    plain = one.comparator in PLAIN and one.scale == 1 and is_integral(number(one))
    if not plain or abs(number(one) - many) != 1 or not FEWEST <= number(one) <= MOST:
        return None
    if NOT_ALL.search(before) or CLAUSES.match(before) or OF_THE.search(before):
        return None
    if before.count("(") > before.count(")"):
        return None
    if MOST_OF.match(text, one.tail) and number(one) > FEWEST:
        return one
    thing = ANY.match(text, one.tail)
    named = thing is not None and is_thing(thing["noun"])
    ends = text.rstrip().endswith(":") or KINDS.match(text, one.tail)
    return one if named and ends else None


def naming(text: str, start: int, said: Sequence[Amount], many: int) -> Amount | None:
    """Return the only number of a sentence, one off a list of items that start so.

    That is with a name: `These three tools help:`, `It needs two new keys.`
    """
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    if len(counts) != 1 or counts[0].comparator not in PLAIN:
        return None
    one = counts[0]
    before = text[start : one.lead]
    if abs(number(one) - many) != 1 or not FEWEST <= number(one) <= MOST:
        return None
    if NOT_ALL.search(before) or DENIED.search(text, one.tail):
        return None
    thing = ANY.match(text, one.tail)
    if thing is None or not is_thing(thing["noun"]) or one.step < 1:
        return None
    told = any(form.search(before) for form in (THESE, VERB, THERE))
    ends = AT_END.match(text, one.tail) is not None and not AMID.search(before)
    return one if told or ends else None


def nameless(text: str, start: int, said: Sequence[Amount], many: int) -> Amount | None:
    """Return the number of `The four that failed are:`, one off the list after it."""
    counts = [one for one in said if one.kind == "quantity" and one.unit == "count"]
    one = counts[0] if len(counts) == 1 else None
    if (
        one is None
        or one.comparator not in PLAIN
        or not POINTED.search(text[: one.lead])
    ):
        return None
    near = number(one) >= FEWEST and abs(number(one) - many) == 1
    return one if near and ARE.fullmatch(text, one.tail) and one.lead >= start else None
