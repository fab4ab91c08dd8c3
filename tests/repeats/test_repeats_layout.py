"""The layout of a chapter: tokens, blocks and what tells equal text apart."""

from repeating import bare, chapter

from crossfoot.chapters import Chapter
from crossfoot.repeats import builder
from crossfoot.repeats.layout import Layout
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.stream import join

PAGE = """\
---
title: Front matter
---

# One {#first}

A [£5m]{value=a.b} and `code` of ten.[^1] <!-- no --> [Link](data/x.csv)

- Item one
- Item *two*

    inner paragraph

::: {.note #box}
> Quoted words
:::

```
code block
```

| Place | Number |
|---|---|
| Here | 5 |

[^1]: A note of words.
"""


def lay_out(one: Chapter, lexicon: Lexicon | None = None) -> Layout:
    return builder.lay_out(one, lexicon or Lexicon())


def shape(page: Layout) -> list[tuple[str, str]]:
    source = page.chapter.source
    return [(leaf.kind, source[leaf.start : leaf.end][:16]) for leaf in page.leaves]


def test_leaves_stand_in_order_with_their_places() -> None:
    """Every block that holds no other is a leaf, front matter and notes are none."""
    assert shape(lay_out(chapter(PAGE))) == [
        ("heading", "# One {#first}"),
        ("prose", "A [£5m]{value=a."),
        ("prose", "Item one"),
        ("prose", "Item *two*"),
        ("prose", "inner paragraph"),
        ("whole", "> Quoted words"),
        ("sealed", "```\ncode block\n`"),
        ("table", "| Place | Number"),
    ]


def test_only_what_is_read_as_text_weighs() -> None:
    """Code, comments, targets, attributes, markers and notes are no words."""
    page = lay_out(chapter(PAGE))
    words = [page.token(n) for n, weight in enumerate(page.weights) if weight]
    assert words == [
        *("One", "A", "[£5m]{value=a.b}", "and", "of", "ten.[^1]"),
        *("[Link](data/x.csv)", "Item", "one", "Item", "*two*", "inner", "paragraph"),
        *("Quoted", "words", "Place", "Number", "Here", "5"),
    ]


def test_identifiers_are_found_where_their_elements_start() -> None:
    """Headings, divs and spans with an identifier are anchors."""
    page = lay_out(chapter(PAGE))
    found = {page.token(at): names for at, names in page.anchors.items()}
    assert found == {"#": ["first"], ":::": ["box"]}


def test_notes_are_read_apart() -> None:
    """The paragraphs of a note are compared and hold no token of the text."""
    page = lay_out(chapter(PAGE))
    assert [[word[0] for word in note.words] for note in page.notes] == [
        ["A", "note", "of", "words."]
    ]


def keys(text: str) -> list[str]:
    page = lay_out(chapter(text))
    return page.keys(0, len(page))


def test_equal_text_that_means_something_else_has_another_key() -> None:
    """What a note, a link, a cell or code holds tells tokens apart."""
    one, two = "A claim.[^1]\n\n[^1]: ", "See [this].\n\n[this]: "
    assert keys(one + "Yes.\n")[1] != keys(one + "No.\n")[1]
    assert keys(one + "Yes.\n")[1] == keys(one + "Yes.\n")[1]
    assert keys(two + "https://a.org\n")[1] != keys(two + "https://b.org\n")[1]
    table = "  A    B\n---  ---\n"
    assert keys(f"{table}  5    \n")[0] != keys(f"{table}       5\n")[0]
    assert keys("```\na  b\n```\n") != keys("```\na b\n```\n")


def test_white_space_wrap_and_composition_make_no_difference() -> None:
    """Tokens are NFC text between white space; a no-break space is text within them."""
    assert keys("Cafe\u0301 one\ntwo\n") == ["Caf\xe9", "one", "two"]
    assert keys("ten\xa0km away\n") == ["ten\xa0km", "away"]
    assert keys("ten\xa0km away.\xa0\n") == ["ten\xa0km", "away."]


def test_summaries_stand_last_in_the_stream() -> None:
    """What is marked as a summary follows the body of all chapters."""
    marked = "# S\n\nBody one.\n\n::: {role=summary}\nShort one.\n:::\n\nBody two.\n"
    third = "# T {role=summary}\n\nIn short.\n\n# U\n\nLong.\n"
    texts = [bare("All short.", role="summary"), chapter(marked, "02")]
    known = Lexicon()
    pages = [lay_out(one, known) for one in (*texts, chapter(third, "03"))]
    made = join(pages)
    said = []
    for page, lo, hi, base in made.stretches:
        text = " ".join(pages[page].token(n) for n in range(lo, hi))
        said.append((base < made.summary, text))
    assert said == [
        (True, "# S Body one."),
        (True, "Body two."),
        (True, "# U Long."),
        (False, "All short."),
        (False, "::: {role=summary} Short one. :::"),
        (False, "# T {role=summary}"),
        (False, "In short."),
    ]


def test_what_links_references_and_includes_lead_to_is_mentioned() -> None:
    """Identifiers that anything in a chapter leads to are known."""
    text = (
        "[Here](#a), [there](02-b.md#b), @sec-c.\n\n"
        '::: {.include from="01-summary.md#sec-d"}\n:::\n'
    )
    assert lay_out(chapter(text)).mentions == {"a", "b", "sec-c", "sec-d"}
