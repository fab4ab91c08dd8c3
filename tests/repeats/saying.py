"""Sentences for these tests: Markdown in, what each sentence of it is about out."""

from repeating import chapters

from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.said import Sentences, sentences_of
from crossfoot.repeats.units import Units, units
from crossfoot.repeats.vocabulary import Vocabulary, numbered


def made(*texts: str) -> Units:
    """Return the units of chapters of these texts."""
    lexicon = Lexicon()
    return units([lay_out(one, lexicon) for one in chapters(*texts)])


def sayings(*texts: str) -> Sentences:
    """Return the sentences of chapters of these texts that are about enough."""
    return sentences_of(made(*texts), set())


def known(*texts: str) -> Vocabulary:
    """Return the words of chapters of these texts."""
    return numbered(made(*texts)).known
