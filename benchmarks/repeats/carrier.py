"""The carriers: a seed or a folder of real text in, chapters without plants out."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from author import Author, masked
from draft import Block, Chapter, Kind, wrapped

CHAPTER_WORDS = 5_000
LENGTHS = (9, 25, 40, 55, 55, 70, 70, 85, 110, 150, 230)
"""Words of paragraphs; each comes up as often as it stands here."""

SHARED = 8
"""Words in a row that a block of real text may not share with another, to be copied."""

MARKUP = re.compile(
    r"[<>\[\]{}\\|$^]|``|`[^`\s]*\s[^`]*`|https?:|^\s{4}|^[=~-]{3,}\s*$|  $",
    re.MULTILINE,
)
"""What a real paragraph may not hold to be copied."""

MIXED = re.compile(r"^(?:#{1,6} |\s*(?:[-+*•]|\d{1,3}[.)])\s)", re.MULTILINE)
"""A line that is no text of a paragraph."""

LIST = re.compile(r"\s*(?:[-+*•]|\(?[\dA-Za-z#]{1,3}[.)])\s")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CHUNK = re.compile(r"^([ \t>]*(?:`{3,}|~{3,}))[ \t]*\{[^}\n]*\}[^\n]*$", re.MULTILINE)
FENCE = re.compile(r"\s{0,3}(```+|~~~+|:::+)")
RULE = re.compile(r"^(-{3,}[ \t]*\n)(?=\S)", re.MULTILINE)
"""A rule with text right beneath it, where pandoc looks for metadata."""
TAGS = ("pre", "script", "style")
"""What holds code between tags."""


def generated(words: int, seed: int) -> list[Chapter]:
    """Write chapters of about so many words together, the first a summary."""
    count = max(3, round(words / CHAPTER_WORDS))
    author = Author(random.Random(f"{seed} carrier"), set())
    chapters = []
    for number in range(count):
        own = author.about(random.Random(f"{seed} carrier {number}"), number + seed)
        share = words // count // (4 if number == 0 else 1)
        chapters.append(Composer(own, number).chapter(share))
    return chapters


@dataclass(slots=True)
class Composer:
    """Writes one chapter of the generated carrier."""

    author: Author
    number: int
    notes: int = 0

    @property
    def rng(self) -> random.Random:
        """The author's dice."""
        return self.author.rng

    def chapter(self, words: int) -> Chapter:
        """Return a chapter of about so many words."""
        width = self.rng.choice((86, 72, 0, 98, 64))
        title = f"# {self.author.phrase('{heading2}')}"
        made = Chapter(f"sources/{self.number + 1:02}-part.md", [], width)
        made.summary = self.number == 0
        made.blocks.append(Block("heading", title))
        written = 0
        while written < words:
            for block in self._section(width):
                made.blocks.append(block)
                written += block.words
        return made

    def _section(self, width: int) -> Iterator[Block]:
        level = self.rng.choice(("##", "##", "###"))
        yield Block("heading", f"{level} {self.author.phrase('{heading2}')}")
        for _ in range(self.rng.randint(3, 7)):
            yield Block("prose", wrapped(self._paragraph(), width))
        extra = self.rng.random()
        if extra < 0.45:
            yield Block("list", self._list())
        elif extra < 0.7:
            yield Block("table", self._table(), open=False)
            caption = self.author.sentence("{note2}")
            yield Block("other", f": {caption}")
        elif extra < 0.8:
            quoted = " ".join(self.author.sentences(30))
            yield Block("quote", f"> {quoted}")
        yield Block("prose", wrapped(self._paragraph(), width))
        if extra < 0.3:
            yield self._note()

    def _paragraph(self) -> str:
        made = self.author.sentences(self.rng.choice(LENGTHS))
        if self.rng.random() < 0.25:
            at = self.rng.randrange(len(made))
            made[at] = self._cited(made[at])
        return " ".join(made)

    def _cited(self, sentence: str) -> str:
        name, year = self.author.phrase("{last}"), self.author.phrase("{year}")
        page = self.rng.randint(2, 400)
        noise = self.rng.choice((f" ({name}, {year}, p. {page})", f" ({name} {year})"))
        return sentence[:-1] + noise + sentence[-1]

    def _note(self) -> Block:
        """Return a footnote's definition; the paragraph before it does not matter."""
        self.notes += 1
        text = " ".join(self.author.sentences(20))
        return Block("other", f"[^n{self.number}-{self.notes}]: {text}")

    def _list(self) -> str:
        long = self.rng.random() < 0.5
        rule = "{point_long}" if long else "{point_short}"
        items = [self._item(rule) for _ in range(self.rng.randint(3, 7))]
        if self.rng.random() < 0.4:
            return "\n".join(f"{at}. {item}" for at, item in enumerate(items, 1))
        return "\n".join(f"- {item}" for item in items)

    def _item(self, rule: str) -> str:
        if rule == "{point_long}":
            return self.author.sentence(rule)
        return self.author.short(rule)

    def _table(self) -> str:
        heads = self.rng.sample(COLUMNS, self.rng.randint(2, 4))
        rows = [self._row(heads) for _ in range(self.rng.randint(3, 9))]
        return table(["Name", *heads], rows)

    def _row(self, heads: Sequence[str]) -> list[str]:
        while True:
            name = self.author.phrase("{item} of {last}, {town}")
            if self.author.takes(f"row {name}"):
                return [name, *(self.author.phrase(CELLS[head]) for head in heads)]


CELLS = {
    "Cost": "{money}",
    "Share": "{pct}",
    "Number": "{count}",
    "Built": "{year}",
    "Keeper": "{person}",
    "Weight, t": "{dec}",
    "Place": "{town}",
    "Visits": "{count}",
}
COLUMNS = tuple(CELLS)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a pipe table."""
    lines = [heads, [":--" for _ in heads], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def real(folder: Path, words: int) -> list[Chapter]:
    """Read the Markdown and plain text of a folder, up to so many words."""
    chapters: list[Chapter] = []
    total = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in {".md", ".txt", ".markdown"} or total >= words:
            continue
        text = path.read_text(encoding="utf-8", errors="strict")
        blocks = list(_blocks(_plain(text)))
        if sum(block.words for block in blocks) < 40:
            continue
        name = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "part"
        chapters.append(Chapter(f"sources/{len(chapters) + 2:02}-{name}.md", blocks))
        chapters[-1].width = 0
        total += sum(block.words for block in blocks)
    if not chapters:
        raise SystemExit(f"{folder} holds no Markdown or plain text")
    _judge(chapters)
    return chapters


def _plain(text: str) -> str:
    """Return a text with line feeds alone, without what no reader of it sees.

    Front matter and comments go, and the odd character. A fence with attributes that
    another tool reads is none to pandoc, so it loses them; a rule with text right
    beneath it gets an empty line, without which that text is metadata to pandoc.
    """
    text = re.sub(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    text = text.removeprefix("\ufeff").expandtabs(4)
    text = "".join(one for one in text if ord(one) < 0xF0000 and one != "\0")
    text = CHUNK.sub(r"\1", COMMENT.sub("", text))
    text = re.sub(r"\A---\n.*?\n(?:---|\.\.\.)\n", "", text, flags=re.DOTALL)
    return RULE.sub(r"\1\n", text)


def _blocks(text: str) -> Iterator[Block]:
    """Part a text at blank lines outside fences and tags of code."""
    lines: list[str] = []
    fence = ""
    for line in [*text.split("\n"), ""]:
        found = FENCE.match(line)
        if fence in TAGS:
            fence = "" if f"</{fence}" in line else fence
        elif fence and found and found[1].startswith(fence):
            fence = fence if line.strip(" `~:") else ""
        elif not fence and found and (found[1][0] != ":" or "{" in line):
            fence = found[1]
        elif not fence:
            fence = next((tag for tag in TAGS if _opens(line, tag)), "")
        if line.strip() or fence:
            lines.append(line)
        elif lines:
            yield _block("\n".join(lines))
            lines = []
    if lines:
        yield _block("\n".join(lines))


def _opens(line: str, tag: str) -> bool:
    """Say whether a line opens a tag and does not close it."""
    return line.startswith(f"<{tag}") and f"</{tag}" not in line


def _block(text: str) -> Block:
    kind = _kind_of(text)
    plain = kind in {"heading", "prose"} and not text.startswith(" ")
    return Block(kind, text, open=plain, source=not MARKUP.search(text))


def _kind_of(text: str) -> Kind:
    if re.match(r"#{1,6} ", text) and "\n" not in text:
        return "heading"
    if LIST.match(text):
        return "list"
    if text.startswith("|"):
        return "table"
    if text.startswith(">"):
        return "quote"
    odd = FENCE.match(text) or MIXED.search(text) or re.match(r"[<:\[!=~\s-]", text)
    return "other" if odd or re.search(r"\n[=-]{3,}$", text) else "prose"


def _judge(chapters: Sequence[Chapter]) -> None:
    """Say which blocks are like no other, and where one may insert."""
    blocks = [block for chapter in chapters for block in chapter.blocks]
    held = [list(_runs(block.text)) for block in blocks]
    counts = Counter(run for runs in held for run in runs)
    for block, runs in zip(blocks, held, strict=True):
        block.source &= all(counts[run] == 1 for run in runs)
    for chapter in chapters:
        for before, after in zip(chapter.blocks, chapter.blocks[1:], strict=False):
            before.open &= after.kind in {"heading", "prose"}


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = masked(text)
    for at in range(len(words) - SHARED + 1):
        yield tuple(words[at : at + SHARED])
