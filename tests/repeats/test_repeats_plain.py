"""Plain text: paragraphs that are read from their tokens and not from their AST."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from repeating import chapter, repeats, summary

from crossfoot.nodes import walk
from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.layout import Word
from crossfoot.repeats.lexicon import Lexicon

WORDS = (
    *("the", "Council", "spent", "£203m,", "12%", "(of", "1,240)", "council’s", "it's"),
    *("e.g.", "Mr.", "Smith", "a.b", "1.", "2)", "-", "--", "--flag", "and/or", "..."),
    *("10–12", "*all*", "`code`", "[x]", "@key", "$5", "$x$", "<b>", "\\*", "don't,"),
    *('"so"', "'90s", "C#", "#", ":", ": so", "~", "^2^", "http://a.b", "a\xa0b", "|"),
    *(
        "\u0301e",
        "re\u0301",
        "+",
        "=",
        "&amp;",
        "...and",
        "end.",
        "(c)",
        "(@)",
        "A.",
        "!",
    ),
)
"""What reports are made of, and what pandoc may read as something else."""


def read(text: str) -> tuple[bool, list[Word], list[Word]]:
    """Return whether a text is plain, its words, and those of its AST."""
    one = chapter(text)
    page = lay_out(one, Lexicon())
    told = [
        (normalize("NFC", node["c"]), *node["s"])
        for node in walk(one.ast["blocks"])
        if node["t"] == "Str" and "s" in node
    ]
    words = [word for leaf in page.leaves for word in page.words(leaf)]
    return all(leaf.plain for leaf in page.leaves), words, told


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
def test_a_plain_paragraph_has_the_words_of_its_ast(words: list[str]) -> None:
    """What is taken for plain is word for word, place for place, what pandoc read."""
    plain, said, told = read(" ".join(words) + "\n")
    assert not plain or said == told


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The council’s budget (of £203m, or 12%) rose; it's 10–12 and/or 3.5.", True),
        ("All *of* it.", False),
        ("See Mr. Smith.", False),
        ("So `it` is.", False),
        ("A note.[^1]", False),
        ('She said "no".', False),
        ("A - dash -- and more ...", False),
        ("Here it ends.There it goes on.", False),
    ],
)
def test_what_is_plain(text: str, plain: bool) -> None:
    """Words, figures and their punctuation are plain; mark-up and quotes are not."""
    assert read(f"{text}\n")[0] == plain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Count the time.Knowing it helps, and so does knowing more.", "time. Knowing"),
        ("It took over 40 hours.No more.", "hours. No"),
        ("*It ends here.The rest follows.*", "here. The"),
        ("Call fmt.Println for it, on readme.Md and Vue.Js.", ""),
        ("Call `here.The` for it.", ""),
    ],
)
def test_sentences_without_a_space_between_are_two(text: str, words: str) -> None:
    """A word with a capital after a full stop starts a sentence, and a name has none."""
    page = lay_out(chapter(f"{text}\n"), Lexicon())
    said = [word for leaf in page.leaves for word in page.words(leaf)]
    seams = [(a[0], b[0]) for a, b in pairwise(said) if a[2] == b[1]]
    assert seams == ([tuple(words.split())] if words else [])


def test_a_name_is_one_word_whatever_else_its_chapter_holds() -> None:
    """Equal paragraphs are equal where one chapter writes of a core, too."""
    said = (
        "While we are going to keep Depot.Core for a year (see the plan for the days), you"
        " have to move your parcels to the new depot if you wish to keep your place."
    )
    product, _ = repeats(
        f"# Core\n\nThe core is old.\n\n{said}\n", f"# Depot.Core\n\n{said}\n"
    )
    assert [kind for kind, *_ in summary(product)] == ["exact"]


@pytest.mark.parametrize(
    ("mark", "kind"), [("\u00a0", "exact"), ("&nbsp;", "near"), ("&#x20;", "near")]
)
def test_a_space_at_the_end_of_a_paragraph_is_no_part_of_it(
    mark: str, kind: str
) -> None:
    """Text that was pasted with a space at its end repeats what has none, once."""
    said = (
        "The depot lends a van to whoever brings back the one that was lent before, on"
        " any day on which nobody else has asked for it in time and in writing."
    )
    product, _ = repeats(f"# A\n\n{said}{mark}\n", f"# B\n\n{said}\n")
    assert [one for one, *_ in summary(product)] == [kind]


def test_a_space_in_figures_ends_no_sentence_less() -> None:
    """Sentences end before a space that is written as a figure."""
    told = [word for word, _, _ in read("It is so.&#x20; Vans go.\n")[1]]
    assert told == ["It", "is", "so.", "Vans", "go."]
