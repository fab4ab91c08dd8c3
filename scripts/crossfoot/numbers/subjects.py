"""Subjects: a number and its sentence in, what it counts and of what out.

Only numbers that speak of a whole make a claim: `a total of 278 requirements`, `there
are 286 requirements`, `the twelve case studies`, `286 requirements in version 4.0.3`.
`Twelve of the sites`, `a further 12 sites` and `12 sites that …` do not.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from crossfoot.amounts.agree import is_money
from crossfoot.numbers.across.said import Said
from crossfoot.numbers.across.suggest import Number
from crossfoot.numbers.language import (
    DEFINITE,
    ENDS_NAME,
    IN_ALL,
    IRREGULAR,
    LINKED,
    NARROWS,
    NO_THING,
    OURS,
    RELATIVE,
    SMALL,
    STRONG,
    SUMS,
    THERE,
    UNSURE,
    VERBS,
)
from crossfoot.numbers.linear import HOLE
from crossfoot.numbers.stems import stem, stems

TOKEN = re.compile(r"[^\W\d_][\w’'-]*|[0-9][\w.]*|[^\w\s]")
YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b(?:[-–/][0-9]{2,4}\b)?")
VERSION = re.compile(r"\b[0-9]+\.[0-9]+(?:\.[0-9]+)*\b")
RELEASE = re.compile(
    r"(?:\b(?i:versions?|releases?|editions?|v\.?)\s?|\b[A-Z][\w+#-]*\s|`)"
    r"([0-9]+\.[0-9]+(?:\.[0-9]+)*)\b"
    r"(?!\s?(?:%|per\scent|percent|percentage|points?|million|billion|bn|m)\b|\s?%)"
    r"|\b([0-9]+\.[0-9]+\.[0-9]+)\b"
)
"""A number with a point that is a version, and no measure: `Rust 1.80`, `v2.1`."""
NAME = re.compile(r"[A-Z][\w’'-]*")
COUNT = re.compile(r"^(?:total|number|no\.?|count)\s+(?:of\s+)?", re.IGNORECASE)
LABELS = 1024
"""Labels of rows that are remembered: each cell of a row asks for the same."""
NOUNS = 8192
"""Rests of sentences that are remembered: three checks ask for what each counts."""
LONGEST = 4
"""Words of what is counted."""
TAIL = 6
"""Words after it that may narrow it."""
FEW = 3
MANY = 5
"""Below these, `there are` and `the` speak of what was named just before."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a number says of a whole."""

    number: Number
    thing: tuple[str, ...]
    """Stems of what is counted, in order, and what narrows it."""
    strong: bool
    """Whether the sentence calls it a total."""
    years: frozenset[str]
    versions: frozenset[str]
    names: frozenset[str]
    """Names in its sentence."""

    @property
    def value(self) -> Decimal:
        """The value at full scale."""
        return Decimal(self.number.entry["value"])

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """Unit and thing: claims with one key can be compared."""
        return self.number.entry["unit"], self.thing


def claim(number: Number) -> Claim | None:
    """Return the claim of a number, or None where it speaks of no whole."""
    entry, said = number.entry, number.said
    if entry["comparator"] in {"further", "between"} or not entry["value"]:
        return None
    if entry["where"] == "cell":
        found = _in_cell(said) if entry["unit"] == "count" else None
    elif is_money(entry["unit"]):
        found = _money(said.before, said.after)
    else:
        found = _counted(number) if entry["unit"] == "count" else None
    if found is None or _is_unsure(said.before, said.after):
        return None
    sentence = f"{said.before} # {said.after}"
    return Claim(
        number,
        found[0],
        found[1],
        frozenset(YEAR.findall(f"{sentence} {said.heading} {said.labels}")),
        frozenset(VERSION.findall(sentence)),
        names(sentence),
    )


def _is_unsure(before: str, after: str) -> bool:
    words = {word.lower() for word in TOKEN.findall(f"{before} {after}")}
    return bool(words & UNSURE)


def are_titles(one: Number, other: Number) -> bool:
    """Say whether two headings differ in a number alone, as `Call 12 Notes` does."""
    heads = one.entry["where"] == other.entry["where"] == "heading"
    mine, theirs = ((each.said.before, each.said.after) for each in (one, other))
    return heads and mine == theirs


def releases(text: str) -> frozenset[str]:
    """Return the versions that a text speaks of."""
    return frozenset(one[1] or one[2] for one in RELEASE.finditer(text))


def names(sentence: str) -> frozenset[str]:
    """Return the words with a capital that do not open the sentence."""
    words = TOKEN.findall(sentence)
    return frozenset(
        word
        for before, word in pairwise(words)
        if "A" <= word[0] <= "Z" and before not in {".", "!", "?", ":", "“", "‘"}
    )


def _counted(number: Number) -> tuple[tuple[str, ...], bool] | None:
    """Return what a number in running text counts, and whether it is a total."""
    said, value = number.said, Decimal(number.entry["value"])
    noun, rest = noun_after(said.after)
    if not noun or noun[-1] in NO_THING:
        return None
    total = bool(STRONG.search(said.before) or IN_ALL.match(rest))
    rest = IN_ALL.sub("", rest)
    narrowed, qualified = _tail(rest)
    # Of what stands in code or a formula, nobody knows whose number it is.
    there = THERE.search(said.before) and HOLE not in said.before and value >= FEW
    definite = DEFINITE.search(said.before) and value >= MANY
    whole = total or there or definite or (qualified and value >= MANY)
    if not whole or value != value.to_integral_value() or value < 2:
        return None
    return (*(stem(word) for word in noun), *narrowed), total


@lru_cache(NOUNS)
def noun_after(after: str) -> tuple[tuple[str, ...], str]:
    """Return the words of what stands after a number, and the rest of the sentence."""
    words: list[str] = []
    end = 0
    for found in TOKEN.finditer(after):
        word = found[0].lower()
        gap = after[end : found.start()].strip(" -")
        if not word[0].isalpha() or word in ENDS_NAME or gap or len(words) == LONGEST:
            break
        if words and _is_plural(words[-1]) and not _is_plural(word):
            break
        words.append(word)
        end = found.end()
    if not words or not _is_plural(words[-1]):
        return (), after
    return tuple(words), after[end:].strip()


def _is_plural(word: str) -> bool:
    if word in IRREGULAR:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    )


def _tail(rest: str) -> tuple[tuple[str, ...], bool]:
    """Return what narrows a noun, and whether only a version, year or name does."""
    tokens = [token.rstrip(".") for token in TOKEN.findall(rest)[:TAIL]]
    first = tokens[0].lower() if tokens else ""
    if not (first in NARROWS or first.endswith(("ed", "ing"))):
        return (), False
    kept: list[str] = []
    for token in tokens:
        ends = token.lower() in VERBS and first not in RELATIVE
        if ends or not token[:1].isalnum():
            break
        kept.append(token)
    bare = [word for word in kept if not (_is_name(word) or word.lower() in OURS)]
    if len(kept) > 1 and all(word.lower() in SMALL | NARROWS for word in bare):
        return (), len(bare) < len(kept)
    return stems(" ".join(kept)), False


def _is_name(word: str) -> bool:
    return any(form.fullmatch(word) for form in (NAME, YEAR, VERSION))


def _in_cell(said: Said) -> tuple[tuple[str, ...], bool] | None:
    """Return what a cell counts by its row's label, and by a noun beside the number.

    “812 visits to farms” beside “Tasks” counts something that the label does not say.
    """
    labelled = _labelled(said.label)
    own, _ = noun_after(said.after)
    agrees = not own or (labelled and stem(own[-1]) in labelled[0])
    return labelled if agrees else None


@lru_cache(LABELS)
def _labelled(label: str) -> tuple[tuple[str, ...], bool] | None:
    """Return what the label of a row counts."""
    noun, rest = noun_after(COUNT.sub("", label.strip()))
    if not noun or rest or noun[-1] in NO_THING:
        return None
    return tuple(stem(word) for word in noun), True


def _money(before: str, after: str) -> tuple[tuple[str, ...], bool] | None:
    """Return what a sum of money is stated of."""
    found = LINKED.search(before[-80:])
    if not found or found["head"].lower() not in SUMS:
        return None
    narrowed, _ = _tail(after)
    name = [stem(word) for word in found["name"].lower().split()]
    lead = found[0].lower().startswith(("total", "overall"))
    bare = [word for word in name if word not in {"total", "overall"}] or name
    return (*bare, *narrowed), lead or bare != name


def counted(sentences: Iterable[str]) -> Counter[str]:
    """Return how many of the sentences of a report have each name."""
    return Counter(name for sentence in sentences for name in names(sentence))
