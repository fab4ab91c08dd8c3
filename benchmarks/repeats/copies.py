"""Planters of copies without an edit: exact, contained, boilerplate and small ones."""

import re
from collections.abc import Sequence

from carrier import table
from draft import Block, Chapter, wrapped
from edits import listed
from marks import marked
from sower import LEAST, Plant, Sower, between, parts, weight, whole

NARROW = 50
PAGE = 100
"""Words that a page has at least."""


def paragraph(sower: Sower) -> None:
    """Copy a paragraph, line breaks and all."""
    chapter, block = sower.paragraph()
    _copy(sower, "paragraph", chapter, [block])


def _copy(sower: Sower, kind: str, chapter: Chapter, blocks: Sequence[Block]) -> None:
    a, texts = sower.hold(blocks)
    b = sower.put("other", *texts, off=chapter)
    sower.plants.append(Plant("exact", kind, [a], [b], removable=True))


def rewrapped(sower: Sower) -> None:
    """Copy a paragraph with other line breaks and wider gaps between sentences."""
    chapter, block = sower.paragraph()
    a, (text,) = sower.hold([block])
    b = sower.put("other", wrapped(text, NARROW).replace(". ", ".  "), off=chapter)
    sower.plants.append(Plant("exact", "rewrapped", [a], [b], removable=True))


def within(sower: Sower) -> None:
    """Copy a paragraph elsewhere in its own chapter."""
    chapter, block = sower.paragraph()
    a, texts = sower.hold([block])
    b = sower.put_into([chapter], "prose", *texts)
    sower.plants.append(Plant("exact", "within a chapter", [a], [b], removable=True))


def paragraphs(sower: Sower) -> None:
    """Copy two to four paragraphs in a row."""
    chapter, blocks = sower.draft.take(_prose, sower.rng.randint(2, 4))
    _copy(sower, "paragraphs", chapter, blocks)


def _prose(row: Sequence[Block]) -> bool:
    words = sum(weight(block.text) for block in row)
    return words >= LEAST and all(block.kind == "prose" for block in row)


def section(sower: Sower) -> None:
    """Copy a heading with the paragraphs under it."""
    chapter, blocks = sower.draft.take(_section, sower.rng.randint(3, 4))
    _copy(sower, "section", chapter, blocks)


def _section(row: Sequence[Block]) -> bool:
    return row[0].kind == "heading" and _prose(row[1:])


def page(sower: Sower) -> None:
    """Copy whatever stands in five to seven blocks, headings and lists too."""
    chapter, blocks = sower.draft.take(_page, sower.rng.randint(5, 7))
    _copy(sower, "page", chapter, blocks)


def _page(row: Sequence[Block]) -> bool:
    kinds = [block.kind for block in row]
    text = kinds[-1] == "prose" and kinds.count("prose") > 2 and "other" not in kinds
    return text and sum(block.words for block in row) >= PAGE


def of_list(sower: Sower) -> None:
    """Copy a list."""
    chapter, block = sower.of_kind("list")
    _copy(sower, "list", chapter, [block])


def of_table(sower: Sower) -> None:
    """Copy a table."""
    chapter, block = sower.of_kind("table")
    _copy(sower, "table", chapter, [block])


def quotation(sower: Sower) -> None:
    """Copy a block quotation."""
    chapter, block = sower.of_kind("quote")
    _copy(sower, "quotation", chapter, [block])


def thrice(sower: Sower) -> None:
    """Copy a paragraph twice."""
    chapter, block = sower.paragraph()
    a, texts = sower.hold([block])
    b = [sower.put("prose", *texts, off=chapter) for _ in range(2)]
    sower.plants.append(Plant("exact", "three copies", [a], b, removable=True))


def in_summary(sower: Sower) -> None:
    """Copy a paragraph into the summary, where it is meant to stand."""
    _, block = sower.paragraph()
    a, texts = sower.hold([block])
    b = sower.put_into(sower.draft.summaries, "prose", *texts)
    sower.plants.append(Plant("exact", "in the summary", [b], [a]))


def passage(sower: Sower) -> None:
    """Copy sentences of a paragraph into another one."""
    _, block = sower.paragraph(70, 250, lambda text: len(parts(text)) > 3)
    said, count = parts(block.text), 1
    start = sower.rng.randrange(len(said) - 2)
    while _words(said[start : start + count]) < LEAST and start + count < len(said):
        count += 1
    lo = block.text.index(said[start])
    last = said[start + count - 1]
    hi = block.text.index(last, lo) + len(last)
    a, copy = _part(sower, block, lo, hi)
    b = _hosted(sower, copy)
    sower.plants.append(Plant("contained", "passage", [a], [b]))


def _words(said: Sequence[str]) -> int:
    return sum(map(weight, said))


def _part(sower: Sower, block: Block, lo: int, hi: int) -> tuple[int, str]:
    """Mark part of a block; return the mark and its text."""
    text = block.text[lo:hi]
    number = sower.draft.number()
    block.text = block.text[:lo] + marked(number, text) + block.text[hi:]
    return number, text


def _hosted(sower: Sower, text: str) -> int:
    """Put sentences into another paragraph; return their mark."""
    number, sign = sower.draft.mark(" ".join(text.split()))
    chapter, host = sower.paragraph(25, 160)
    host.text = chapter.wrap(between(host.text, sign, sower.rng))
    return number


def half(sower: Sower) -> None:
    """Copy the first or the second half of a paragraph as one of its own."""
    chapter, block, at = _halves(sower)
    lo, hi = (0, at) if sower.rng.random() < 0.5 else (at, len(block.text))
    lo += len(block.text[lo:hi]) - len(block.text[lo:hi].lstrip())
    hi -= len(block.text[lo:hi]) - len(block.text[lo:hi].rstrip())
    a, text = _part(sower, block, lo, hi)
    b = sower.put("prose", text, off=chapter)
    sower.plants.append(Plant("contained", "half a paragraph", [a], [b]))


def _halves(sower: Sower) -> tuple[Chapter, Block, int]:
    """Take a paragraph; return where its second half begins."""
    chapter, block = sower.paragraph(70, 250, lambda text: _middle(text) > 0)
    return chapter, block, _middle(block.text)


def _middle(text: str) -> int:
    """Return where the second half of a paragraph begins, 0 where it has none."""
    said = parts(text)
    for count in range(1, len(said)):
        if min(_words(said[:count]), _words(said[count:])) >= LEAST:
            start = sum(len(one) for one in said[:count])
            return text.index(said[count], start)
    return 0


def split(sower: Sower) -> None:
    """Copy a paragraph as two that follow each other."""
    chapter, block, at = _halves(sower)
    a, (text,) = sower.hold([block])
    b = sower.put("prose", text[:at].strip(), text[at:], off=chapter)
    sower.plants.append(Plant("contained", "split in two", [a], [b]))


def scattered(sower: Sower) -> None:
    """Copy the halves of a paragraph to two places."""
    chapter, block, at = _halves(sower)
    a, (text,) = sower.hold([block])
    b = [sower.put("prose", one.strip(), off=chapter) for one in (text[:at], text[at:])]
    sower.plants.append(Plant("contained", "two halves apart", [a], b))


def merged(sower: Sower) -> None:
    """Copy two paragraphs as one."""
    chapter, blocks = sower.draft.take(
        lambda row: _prose(row) and all(weight(block.text) >= LEAST for block in row), 2
    )
    a, texts = sower.hold(blocks)
    b = sower.put("prose", " ".join(texts), off=chapter)
    sower.plants.append(Plant("contained", "two merged", [a], [b]))


def torn(sower: Sower) -> None:
    """Copy words that start and end within sentences."""
    chapter, block = sower.paragraph(60, 250)
    gaps = [one.start() for one in re.finditer(r"\s+", block.text)]
    count = sower.rng.randint(LEAST + 5, 45)
    start = sower.rng.randrange(3, len(gaps) - count - 3)
    a, text = _part(sower, block, gaps[start] + 1, gaps[start + count])
    before, after = (sower.author.sentence("{plain}") for _ in range(2))
    number, sign = sower.draft.mark(" ".join(text.split()))
    shown = f"{_cut(before, 5)} {sign} {' '.join(after.split()[-5:])}"
    sower.draft.put("prose", [shown], _off(sower, chapter))
    sower.plants.append(Plant("contained", "starts mid-sentence", [a], [number]))


def _off(sower: Sower, chapter: Chapter) -> list[Chapter]:
    return [one for one in sower.draft.bodies if one is not chapter]


def _cut(text: str, words: int) -> str:
    return " ".join(text.split()[:words]).rstrip(",;.")


def pasted(sower: Sower) -> None:
    """Copy a page as a browser gives it: a line each paragraph, no blank lines."""
    chapter, blocks = sower.draft.take(_pasted, 5)
    a, texts = sower.hold(blocks)
    lines = [" ".join(text.split()).lstrip("# ") for text in texts]
    b = sower.put("other", "\n".join(lines), off=chapter)
    sower.plants.append(Plant("contained", "pasted without blank lines", [a], [b]))


def _pasted(row: Sequence[Block]) -> bool:
    kinds = [block.kind for block in row]
    text = kinds.count("prose") >= 4 and set(kinds) <= {"prose", "heading"}
    return text and sum(block.words for block in row) >= PAGE


def standing(sower: Sower) -> None:
    """Write a paragraph in four to six places."""
    text = sower.fresh("prose", 40)
    _standing(sower, "paragraph", text)


def phrase(sower: Sower) -> None:
    """Write a sentence of its own in four to six places."""
    _standing(sower, "sentence", sower.author.sentence("{plain}"))


def _standing(sower: Sower, kind: str, text: str) -> None:
    first, *others = (sower.put("prose", text) for _ in range(sower.rng.randint(4, 6)))
    sower.plants.append(Plant("boilerplate", kind, [first], others))


def sentence(sower: Sower) -> None:
    """Repeat one sentence in a paragraph of another chapter."""
    _, block = sower.paragraph(25, 200, lambda text: bool(whole(text, high=24)))
    said = parts(block.text)[sower.rng.choice(whole(block.text, high=24))]
    lo = block.text.index(said)
    a, text = _part(sower, block, lo, lo + len(said))
    b = _hosted(sower, text)
    sower.plants.append(Plant("small", "sentence", [a], [b]))


def item(sower: Sower) -> None:
    """Repeat one item in another list."""
    said = sower.items(9)
    shared = sower.rng.choice(said[:5])
    a, sign = sower.draft.mark(shared)
    first = [sign if one == shared else one for one in said[:5]]
    b, other = sower.draft.mark(shared)
    second = [*said[5:], other]
    sower.rng.shuffle(second)
    for one in (first, second):
        style = sower.rng.choice(("-", "1."))
        sower.draft.put("list", [listed(one, style)], sower.draft.bodies)
    sower.plants.append(Plant("small", "list item", [a], [b]))


def table_row(sower: Sower) -> None:
    """Repeat one row in another table of the same columns."""
    heads = sower.heads()
    rows = sower.rows(heads, 9)
    shared = rows[2]
    tables = (
        table(["Name", *heads], rows[:5]),
        table(["Name", *heads], [shared, *rows[5:]]),
    )
    line = f"| {' | '.join(shared)} |"
    places = []
    for text in tables:
        number, sign = sower.draft.mark(line)
        sower.draft.put("table", [text.replace(line, sign)], sower.draft.bodies)
        places.append(number)
    sower.plants.append(Plant("small", "table row", [places[0]], [places[1]]))
