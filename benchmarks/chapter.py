"""Composes chapters: a topic's data and a writer go in, pandoc Markdown comes out."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from datasets import Dataset, contacts, numbers
from prose import Writer, capital

SECTION_WORDS = 620
PARAGRAPH_WORDS = 85
CITED = 6
"""Sentences with a citation in a chapter."""
NOTES = ("scope", "source", "method")
"""Footnote keys; every chapter uses the same ones, with notes of its own."""

EQUATION = (
    r"[$$r = \frac{{c}}{{h}} \times k$$]"
    '{{#eq-{name} alt="r equals c divided by h, times k"}}'
)
"""A rate, as a format string."""


@dataclass(frozen=True, slots=True)
class Links:
    """What a chapter may point to."""

    keys: Sequence[str]
    """Keys of the bibliography, those that this chapter has to cite first."""
    others: Sequence[str]
    """Names of the chapters that it refers to."""


@dataclass(frozen=True, slots=True)
class Composer:
    """Writes one chapter."""

    data: Dataset
    links: Links
    writer: Writer
    """Its words are the topic's."""

    def chapter(self, words: int) -> str:
        """Return a chapter of about so many words."""
        count = max(2, round(words / SECTION_WORDS))
        sentences, specials, notes = self._sentences(), self._specials(), self._notes()
        words -= sum(len(special.split()) for special in [*specials, *notes])
        sections = [
            self._section(at, words // count, sentences[at::count], specials[at::count])
            for at in range(count)
        ]
        title = f"# {self.data.topic.title} {{#sec-{self.data.name}}}"
        opening = _wrapped(self.writer.sentence("{opening}"))
        return "\n\n".join([title, opening, *chain(*sections), *notes]) + "\n"

    def _section(
        self, at: int, words: int, sentences: Sequence[str], specials: Sequence[str]
    ) -> Iterator[str]:
        heading = capital(self.writer.phrase("{heading}"))
        yield f"## {heading} {{#sec-{self.data.name}-{at + 1}}}"
        written, more, blocks = 0, iter(sentences), iter(specials)
        while written < words - PARAGRAPH_WORDS // 2:
            text = f"{self.writer.paragraph(PARAGRAPH_WORDS)} {next(more, '')}".strip()
            written += len(text.split())
            yield _wrapped(text)
            yield from islice(blocks, 1)
        yield from map(_wrapped, more)
        yield from blocks

    def _sentences(self) -> list[str]:
        """Return the sentences that hold numbers, citations, references and notes."""
        made = [*self._numbered(), *self._cited(), *self._referring(), *self._noted()]
        self.writer.rng.shuffle(made)
        return made

    def _say(self, rule: str, words: Mapping[str, str]) -> str:
        slots = {name: [text] for name, text in words.items()}
        writer = replace(self.writer, words={**self.writer.words, **slots})
        return writer.sentence(f"{{{rule}}}")

    def _numbered(self) -> Iterator[str]:
        slots = numbers(self.data)
        for name in ("areas", "spend", "visits", "largest", "rural", "share", "staff"):
            yield self._say(f"number_{name}", slots)

    def _cited(self) -> Iterator[str]:
        keys = self.links.keys
        for at in range(CITED):
            page = str(self.writer.rng.randint(2, 240))
            key, other = keys[at % len(keys)], keys[(at + 1) % len(keys)]
            yield self._say("cite", {"key": key, "other_key": other, "page": page})

    def _referring(self) -> Iterator[str]:
        name = self.data.name
        yield self._say("see_figure", {"ref": f"fig-{name}"})
        yield self._say("see_table", {"ref": f"tbl-{name}"})
        yield self._say("see_table", {"ref": f"tbl-{name}-contacts"})
        if self._has_equation:
            yield self._say("see_equation", {"ref": f"eq-{name}"})
        for other in self.links.others:
            yield self._say("see_section", {"ref": f"sec-{other}"})
            yield self._say("see_figure", {"ref": f"fig-{other}"})

    def _noted(self) -> Iterator[str]:
        for note in NOTES:
            yield self._say("noted", {"note": note})

    def _notes(self) -> list[str]:
        write = self.writer.sentence
        return [_wrapped(f"[^{note}]: " + write("{note_text}")) for note in NOTES]

    @property
    def _has_equation(self) -> bool:
        return self.data.topic.number % 3 == 1

    def _specials(self) -> list[str]:
        """Return the blocks that are not paragraphs, in the order they come."""
        equation = [EQUATION.format(name=self.data.name)] if self._has_equation else []
        rest = [self._quotation(), self._list("point"), self._list("advice")]
        return [self._figure(), self._csv_table(), self._pipe_table(), *equation, *rest]

    def _caption(self, rule: str) -> str:
        return self.writer.sentence(f"{{{rule}}}")

    def _figure(self) -> str:
        name, caption = self.data.name, self._caption("figure_caption")
        return f"![{caption}](figures/{name}.svg){{#fig-{name}}}"

    def _csv_table(self) -> str:
        name, caption = self.data.name, self._caption("csv_caption")
        totals = 'total="spend visits staff"'
        return f"![{caption}](data/{name}.csv){{#tbl-{name} {totals}}}"

    def _pipe_table(self) -> str:
        rows = contacts(self.data, self.writer.rng)
        caption = self._caption("pipe_caption")
        return f"{rows}\n: {caption} {{#tbl-{self.data.name}-contacts}}"

    def _quotation(self) -> str:
        return textwrap.indent(_wrapped(self.writer.sentence("{quotation}")), "> ")

    def _list(self, rule: str) -> str:
        points = (_wrapped(self.writer.sentence(f"{{{rule}}}")) for _ in range(4))
        return "\n".join("- " + point.replace("\n", "\n  ") for point in points)


def _wrapped(text: str) -> str:
    """Break a paragraph's lines as an author does, at spaces only."""
    return textwrap.fill(text, 86, break_long_words=False, break_on_hyphens=False)
