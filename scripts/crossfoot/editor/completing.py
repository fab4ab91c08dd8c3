"""Completion in a chapter: the words before the cursor in, what may follow out."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from crossfoot.editor import suggestions as offer
from crossfoot.editor.mentions import KEY
from crossfoot.editor.suggestions import Suggestion
from crossfoot.editor.world import World
from crossfoot.places import Span, Text

REACH = 600
"""Characters before the cursor that are looked at."""
AFTER = re.compile(r"[\w.:-]*")
"""What of a name stands behind the cursor, and is replaced with it."""

GROUP = r"\{(?P<group>[^{}]*)"
Rule = Callable[[re.Match[str], World, Text], Iterable[Suggestion]]

ROLES = (
    ("summary", "repeats the body on purpose"),
    ("appendix", "lettered, printed after all chapters"),
    ("chapter", "what every other file is"),
)
BOXES = (
    (".include from=", "a labelled passage, shown again"),
    (".callout-note", "a note set apart"),
    (".callout-tip", "a tip set apart"),
    (".callout-warning", "a warning set apart"),
    (".callout-important", "something important set apart"),
    (".callout-caution", "a caution set apart"),
    (".glossary", "a definition list of terms"),
    ("#refs", "where the list of references stands"),
    ("#abbreviations", "where the list of short forms stands"),
    ("#index", "where the index stands"),
    ("role=summary", "repeats the body on purpose"),
    ("title=", "a title of the box’s own"),
    ("lang=", "the language of the box"),
)
PICTURES = (
    ("#fig-", "a name to refer to"),
    ("#tbl-", "a name to refer to, of a table"),
    ("alt=", "what a person who cannot see it has to know"),
    ("width=", "such as 60% or 8cm"),
    ("total=", "columns that get a total row"),
    ("columns=", "columns and their order"),
)
WORDS = (
    ("value=", "the quantity that the number has to agree with"),
    ("format=", "how an inserted number is printed"),
    (".term", "a term of the glossary"),
    (".index", "a mark for the index"),
    ("lang=", "the language of the words"),
    ("#eq-", "a name to refer to, of an equation"),
    ("alt=", "the wording of an equation"),
)
HEADINGS = (
    ("#sec-", "a name to refer to"),
    (".unnumbered", "no number, here and below"),
)
FRONT = (
    ("title: ", "used when there is no heading of level 1"),
    ("role: ", "summary, appendix or chapter"),
    ("lang: ", "the language of the chapter"),
)


def complete(text: Text, offset: int, world: World) -> tuple[Span, list[Suggestion]]:
    """Return the span that is replaced and what may be written there."""
    before = text.text[max(0, offset - REACH) : offset]
    for pattern, rule in RULES:
        found = pattern.search(before)
        if found:
            typed = found["typed"]
            more = AFTER.match(text.text, offset)
            end = more.end() if more and pattern not in OPEN else offset
            made = rule(found, world, text)
            seen = dict.fromkeys(one for one in made if _fits(one, typed))
            return (offset - len(typed), end), list(seen)
    return (offset, offset), []


def _fits(one: Suggestion, typed: str) -> bool:
    """Say whether a suggestion has the letters typed so far, in their order."""
    letters = iter(one.label.lower())
    return all(letter in letters for letter in typed.lower())


def _quantity(_: re.Match[str], world: World, __: Text) -> Iterator[Suggestion]:
    return offer.quantities(world)


def _format(found: re.Match[str], world: World, _: Text) -> Iterator[Suggestion]:
    return offer.formats(found["key"], world)


def _span_format(found: re.Match[str], world: World, _: Text) -> Iterator[Suggestion]:
    key = re.search(rf"value\s*=\s*[\"']?({KEY})", found["group"])
    return offer.formats(key[1] if key else "", world)


def _reference(_: re.Match[str], world: World, __: Text) -> Iterator[Suggestion]:
    return chain(offer.labels(world, referable=True), offer.citations(world))


def _picture(_: re.Match[str], world: World, __: Text) -> Iterator[Suggestion]:
    return offer.pictures(world)


def _passage(_: re.Match[str], world: World, text: Text) -> Iterator[Suggestion]:
    return offer.passages(world, text.file)


def _columns(found: re.Match[str], world: World, _: Text) -> Iterator[Suggestion]:
    return offer.columns(found["csv"], world)


def _role(_: re.Match[str], __: World, ___: Text) -> Iterator[Suggestion]:
    return offer.words("value", ROLES)


def _code(_: re.Match[str], __: World, ___: Text) -> Iterator[Suggestion]:
    return offer.codes()


def _attributes(found: re.Match[str], _: World, __: Text) -> Iterator[Suggestion]:
    """Return what may stand in a group, by what the group belongs to."""
    before = found["before"].rstrip()
    names: tuple[tuple[str, str], ...] = HEADINGS
    if before.endswith(":::"):
        names = BOXES
    elif re.search(r"!\[[^\n]*\)$", before):
        names = PICTURES
    elif before.endswith(("]", ")")):
        names = WORDS
    return offer.words("key", names)


def _front(_: re.Match[str], __: World, ___: Text) -> Iterator[Suggestion]:
    return offer.words("key", FRONT)


def _rule(pattern: str, rule: Rule) -> tuple[re.Pattern[str], Rule]:
    return re.compile(pattern, re.MULTILINE), rule


NAME = r"(?P<typed>[\w.-]*)\Z"
RULES = (
    _rule(rf"{GROUP}(?<![\w-])value\s*=\s*[\"']?{NAME}", _quantity),
    _rule(rf"`=\s*(?P<key>{KEY})\s*\|\s*(?P<typed>[^`|\n]*)\Z", _format),
    _rule(rf"`=\s*{NAME}", _quantity),
    _rule(rf"{GROUP}(?<![\w-])format\s*=\s*\"(?P<typed>[^\"{{}}\n]*)\Z", _span_format),
    _rule(rf"{GROUP}(?<![\w-])from\s*=\s*[\"']?(?P<typed>[^\"'\s{{}}]*)\Z", _passage),
    _rule(
        r"\]\((?P<csv>[^()\s]+\.csv)\)"
        rf"{GROUP}(?<![\w-])(?:total|columns)\s*=\s*"
        r"(?:\"(?:[^\"{}\n]*\s)?)?(?P<typed>[^\"'\s{}]*)\Z",
        _columns,
    ),
    _rule(rf"(?:{GROUP}(?<![\w-])role\s*=|^role:[ \t]*)\"?(?P<typed>\w*)\Z", _role),
    _rule(r"<!--\s*crossfoot:\s*allow\s+(?:\w+,?\s+)*?(?P<typed>[A-Z0-9]*)\Z", _code),
    _rule(r"(?<![\w\\@./])@\{?(?P<typed>[\w:.-]*)\Z", _reference),
    _rule(r"!\[[^\n]*\]\((?P<typed>[^()\s]*)\Z", _picture),
    _rule(r"\]\((?P<typed>[^()\s:]*)\Z", _passage),
    _rule(
        r"(?P<before>[^\n{}]*)\{(?:[^{}\"]|\"[^\"]*\")*?"
        r"(?<=[\s{])(?P<typed>[#.]?[\w-]*)\Z",
        _attributes,
    ),
    _rule(r"\A---\n(?:(?!---)[^\n]*\n)*?(?P<typed>\w*)\Z", _front),
)
OPEN = frozenset(
    pattern for pattern, rule in RULES if rule in {_format, _span_format, _picture}
)
"""Patterns whose words may hold spaces or slashes: nothing behind is replaced."""
