"""Sections: the headings of a chapter, and what they hold."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repeating import chapter

from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.sections import Section, Sections, _nested, passages

TEXT = """Before.

# One

Some words.

## Inner

- an item
- another one

# Two

``` {.python}
code
```

The end.
"""


def sections() -> tuple[Sections, str, str]:
    """Return the sections of a chapter, its file and its text."""
    made = chapter(TEXT)
    return Sections([lay_out(made, Lexicon())]), made.file, made.source


def around(words: str) -> list[Section]:
    """Return the sections that hold some words."""
    found, file, source = sections()
    start = source.index(words)
    return list(found.around(file, (start, start + len(words))))


def test_a_passage_stands_in_sections_the_innermost_first() -> None:
    """A passage that crosses a heading stands in what holds both parts."""
    names = sections()[0].name
    assert [names(one) for one in around("an item")] == ["Inner", "One", "One"]
    assert [one.heading is None for one in around("an item")] == [False, False, True]
    assert [names(one) for one in around("Some words.\n\n## Inner")] == ["One", "One"]
    assert [one.heading for one in around("Before.")] == [None]
    assert [names(one) for one in around("The end.")] == ["Two", "One"]


def test_words_are_those_that_a_reader_reads() -> None:
    """The words of a section are its heading's and all under it."""
    assert [one.words for one in around("an item")] == [5, 8, 12]


def test_code_and_headings_are_no_passages() -> None:
    """Each paragraph and each item is one."""
    found, file, source = sections()
    start = source.index("The end.")
    two, whole = found.around(file, (start, start + 8))
    here = found.layouts[0]
    assert passages(here, two, [(start, start + 8)]) == (1, 1)
    assert passages(here, whole, [(0, 3), (0, 7)]) == (1, 5)


def test_a_chapter_under_one_heading_is_one_section() -> None:
    """It is named by its heading, and only once."""
    made = chapter("# All\n\nSome words.\n")
    found = Sections([lay_out(made, Lexicon())])
    assert [found.name(one) for one in found.around(made.file, (7, 11))] == ["All"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("# All\n\n## Ends\n\none\n\n## Ends\n\ntwo\n", True),
        ("## Ends\n\none\n\n## *Ends*\n\ntwo\n", True),
        ("# All\n\n## Ends\n\none\n\n### Ends\n\ntwo\n", False),
        ("# A\n\n## Ends\n\none\n\n# B\n\n## Ends\n\ntwo\n", False),
        ("# All\n\n## Ends\n\none\n\n## Means\n\ntwo\n", False),
        ("# All\n\none\n\ntwo\n", False),
    ],
    ids=["siblings", "at the top", "inner", "cousins", "other titles", "one section"],
)
def test_sections_of_one_title_under_one_heading_are_namesakes(
    text: str, *, same: bool
) -> None:
    """A title that stands under two headings, as in minutes, names two things."""
    made = chapter(text)
    found = Sections([lay_out(made, Lexicon())])
    starts = (made.source.index(word) for word in ("one", "two"))
    a, b = (next(found.around(made.file, (at, at + 3))) for at in starts)
    assert found.are_namesakes(a, b) is same


@given(st.lists(st.integers(1, 6), max_size=30), st.randoms(use_true_random=False))
def test_a_section_ends_where_one_as_high_starts(
    levels: list[int], rng: random.Random
) -> None:
    """Ends and holders are those that a search for each heading finds."""
    levels = [0, *levels]
    starts = sorted(rng.sample(range(1, 200), len(levels)))
    starts[0] = 0
    ends, above = _nested(levels, [*starts, 300])
    for at, level in enumerate(levels):
        after = (n for n in range(at + 1, len(levels)) if levels[n] <= level)
        last = next(after, None)
        assert ends[at] == (300 if last is None else starts[last])
        before = (n for n in range(at - 1, -1, -1) if levels[n] < level)
        assert above[at] == next(before, None)
