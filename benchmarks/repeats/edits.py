"""Edits that keep what a passage says: a paragraph in, it and a marked copy out."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from changes import NUMERALS
from draft import sentences
from marks import marked

Number = Callable[[], int]
"""Gives the number of a new mark."""

Difference = tuple[int, int]
"""Marks of what differs: in the first passage, in the copy."""

PLAIN = re.compile(r"[a-z]{3,}[,;.]?")
"""Words that an edit may touch: no figure, no name, no markup."""

SENSE = """\
not never none neither nor without must should shall may might could would can will
need cannot rose fell rise fall grew shrank increased decreased increase decrease
higher lower more less fewer most least above below over under before after until
since first last early late up down gained lost improved worsened hundred thousand
million half double only unless except larger smaller older newer eastern western
northern southern best worst better worse and but the was were had has have are for
nobody nothing nowhere hardly barely rarely seldom often always every each all both
any some many few no
"""
MEANING = frozenset(SENSE.split()) | frozenset(NUMERALS)
"""Words on which the sense of a sentence turns, or that carry none of it."""

FRESH = """\
plainly gently broadly chiefly lately duly briskly mildly warmly neatly stoutly
pattern matter fabric margin corner thread measure lantern garden pocket bottle ribbon
marble copper velvet saddle kettle candle basket mirror hammer needle pillow barrel
silver amber crimson hollow mellow sturdy nimble humble solemn vivid sombre placid
gather wander linger settle borrow mention wonder follow listen ponder cherish muster
"""
"""Words that an edit puts in; none says the opposite of another."""


@dataclass(slots=True)
class Edited:
    """A passage beside its copy, each with marks where they differ."""

    first: str
    copy: str
    differences: list[Difference]


def words(text: str, rate: int, rng: random.Random, number: Number) -> Edited:
    """Substitute, insert and delete so many per cent of a passage's words."""
    parts = re.split(r"(\s+)", text)
    said, gaps = parts[::2], [*parts[1::2], ""]
    able = [at for at, one in enumerate(said) if _plain(one)]
    wanted = max(1, round(len(said) * rate / 100))
    chosen = set(rng.sample(able, min(wanted, len(able))))
    made = Edited("", "", [])
    for at, (word, gap) in enumerate(zip(said, gaps, strict=True)):
        if at not in chosen:
            made.first += word + gap
            made.copy += word + gap
            continue
        one, other = _edit(word, rng)
        a, b = number(), number()
        made.differences.append((a, b))
        made.first += marked(a, one) + word[len(one) :] + gap
        made.copy += marked(b, other) + (" " if not one else "")
        made.copy += word[len(one) :] + (gap if other else "")
    return made


def _plain(word: str) -> bool:
    return bool(PLAIN.fullmatch(word)) and word.strip(",;.") not in MEANING


def _edit(word: str, rng: random.Random) -> tuple[str, str]:
    """Return what changes of a word, and what stands there in the copy."""
    core, fresh = word.rstrip(",;."), rng.choice(FRESH.split())
    way = rng.random()
    if way < 0.6:
        return core, fresh
    if way < 0.8:
        return "", fresh
    return (core, "") if core == word else (core, fresh)


def reordered(text: str, rng: random.Random) -> str:
    """Put the sentences of a passage in another order."""
    parts = [text[slice(*span)] for span in sentences(text)]
    if len(parts) < 2:
        raise LookupError("a single sentence has no order")
    before = list(parts)
    while parts == before:
        rng.shuffle(parts)
    return " ".join(parts)


def emphasised(text: str, rng: random.Random, number: Number) -> Edited:
    """Emphasise words in the copy."""
    return _each(text, rng, number, lambda word: f"*{word}*", PLAIN)


def quoted(text: str, rng: random.Random, number: Number) -> Edited:
    """Write straight quotes in the copy, and quotes around some words."""
    made = _each(text, rng, number, lambda word: f"“{word}”", PLAIN)
    for curly, straight in zip("“”‘’", "\"\"''", strict=True):
        made.copy = made.copy.replace(curly, straight)
    return made


def _each(
    text: str,
    rng: random.Random,
    number: Number,
    change: Callable[[str], str],
    wanted: re.Pattern[str],
) -> Edited:
    """Change a few words of a passage."""
    parts = re.split(r"(\s+)", text)
    able = [at for at, one in enumerate(parts) if wanted.fullmatch(one)]
    chosen = set(rng.sample(able, max(1, min(len(able), len(parts) // 30))))
    made = Edited("", "", [])
    for at, part in enumerate(parts):
        if at not in chosen:
            made.first += part
            made.copy += part
            continue
        core = part.rstrip(",;.")
        a, b = number(), number()
        made.differences.append((a, b))
        made.first += marked(a, core) + part[len(core) :]
        made.copy += marked(b, change(core)) + part[len(core) :]
    return made


def items(text: str) -> list[str]:
    """Return the items of a list, without their markers."""
    return [re.sub(r"^\s*(?:[-+*•]|\(?\w+[.)])\s+", "", one) for one in _lines(text)]


def _lines(text: str) -> Iterator[str]:
    """Yield the items of a list, each in one line."""
    item: list[str] = []
    for line in text.split("\n"):
        if item and re.match(r"\s*(?:[-+*•]|\(?\w{1,3}[.)])\s", line):
            yield " ".join(item)
            item = []
        item.append(line.strip())
    yield " ".join(item)


def listed(said: Sequence[str], style: str, start: int = 1) -> str:
    """Return items as a list: `-`, `*`, `1.` or `(a)`."""
    if style in {"-", "*", "+"}:
        return "\n".join(f"{style} {one}" for one in said)
    if style == "1.":
        return "\n".join(f"{at}. {one}" for at, one in enumerate(said, start))
    return "\n".join(f"({chr(96 + at)}) {one}" for at, one in enumerate(said, start))
