"""Prose that pandoc takes for code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repeating import LISTS, MEALS, WARDS, repeats, summary

from crossfoot.repeats.chunks import chunks
from crossfoot.repeats.sunken import sunken

OTHER = "A sentence in between speaks of other things that nobody has to compare."
MARKED = "```js{1,3}\nx = 1\n\ny = 2\n```\n"
"""A fence that is none to pandoc, so that the one that closes it opens code."""


def paragraphs(source: str, *code: str) -> list[str]:
    """Return what is sunken in a source with these blocks of code, as written."""
    spans = [(at := source.index(one), at + len(one)) for one in code]
    found = sunken(source, chunks(source), [(lo, hi) for lo, hi in spans])
    return [source[words[0][1] : words[-1][2]] for words in found if words]


@pytest.mark.parametrize(
    "text",
    [
        f'!!! danger "Careful"\n\n    {LISTS}\n\n    {WARDS}\n',
        f"```{{tip}}\n\n{OTHER}\n\n{LISTS}\n\n```\n",
        f"```{{tip}}\n\n{OTHER}\n\n```\n\n{LISTS}\n\n```{{note}}\nSo it is.\n```\n",
        f"```{{r}}\nx <- 1\n\ny <- 2\n```\n\n{LISTS}\n\n```{{r}}\nz\n```\n",
        f"---\n<p>{LISTS}</p>\n\n<hr />\n\n---\n",
    ],
)
def test_prose_that_is_taken_for_code_is_compared(text: str) -> None:
    """Admonitions and what stands between fences of other tools are told of."""
    product, _ = repeats(f"# A\n\n{LISTS}\n", f"# B\n\n{text}")
    assert product["cuts"] == []
    (line,) = {at for at, one in enumerate(text.split("\n"), 3) if LISTS in one}
    found = [(action, a, b) for _, action, a, b in summary(product)]
    assert found == [("report", ["01:3-3"], [f"02:{line}-{line}"])]
    assert product["relations"][0]["share"] == 100


@pytest.mark.parametrize(
    "text", [f"{MARKED}\n{LISTS}\n\n{MARKED}", f"!!! note\n\n    {LISTS}\n"]
)
@pytest.mark.parametrize("turned", [False, True])
def test_equal_text_that_is_taken_for_code_is_exact_and_stays(
    text: str, turned: bool
) -> None:
    """Whichever copy comes first, both stay, for one of them is shown as code."""
    texts = [f"# A\n\n{LISTS}\n", f"# B\n\n{text}"]
    product, _ = repeats(*(reversed(texts) if turned else texts))
    assert [one[:2] for one in summary(product)] == [("exact", "report")]
    assert product["cuts"] == []


@pytest.mark.parametrize(
    "text", [f"{MARKED}\n{LISTS}\n\n{MARKED}", f"!!! note\n\n    {LISTS}\n"]
)
@pytest.mark.parametrize("at", [0, 1, 3])
def test_what_is_taken_for_code_counts_where_copies_are_counted(
    text: str, at: int
) -> None:
    """Of four copies of a paragraph none is taken out, wherever the code stands."""
    texts = [f"# {name}\n\n{LISTS}\n" for name in "ABC"]
    texts.insert(at, f"# D\n\n{text}")
    product, findings = repeats(*texts)
    found = [(one["class"], len(one["a"] + one["b"])) for one in product["relations"]]
    assert found == [("boilerplate", 4)]
    assert (product["cuts"], findings) == ([], [])


def test_a_sentence_that_is_taken_for_code_counts_in_other_paragraphs() -> None:
    """Of four copies none is taken out where one is a part of a paragraph of code."""
    texts = [f"# {name}\n\n{LISTS}\n" for name in "ABC"]
    product, _ = repeats(*texts, f"# D\n\n{MARKED}\n{LISTS} {OTHER}\n\n{MARKED}")
    assert product["cuts"] == []
    assert {one["class"] for one in product["relations"]} == {"boilerplate"}


def test_what_a_summary_has_as_code_is_never_taken_out() -> None:
    """Summaries may repeat the body, of whose two copies the second one goes."""
    short = f"# Short {{role=summary}}\n\n{MARKED}\n{LISTS}\n\n{MARKED}"
    product, _ = repeats(short, *(f"# {name}\n\n{LISTS}\n" for name in "AB"))
    assert [cut["file"] for cut in product["cuts"]] == ["sources/03.md"]


@pytest.mark.parametrize(
    "fence", [f"```{{note}}\n{LISTS}\n```\n", f"```{{r}}\n{LISTS}\n```\n"]
)
def test_text_that_is_printed_as_code_is_no_first_copy(fence: str) -> None:
    """No text is taken out for one that readers are shown as code."""
    product, _ = repeats(f"# A\n\n{fence}", f"# B\n\n{LISTS}\n")
    assert product["cuts"] == []


@pytest.mark.parametrize(
    "text",
    [
        f"Type this:\n\n    {LISTS}\n",
        f"```\n{LISTS}\n```\n",
        f"```{{r}}\n{LISTS}\n```\n",
        f"!!! note\n\n    ```\n    {LISTS}\n    ```\n",
    ],
)
def test_code_stays_code(text: str) -> None:
    """What is written as code is compared with no prose."""
    product, _ = repeats(f"# A\n\n{LISTS}\n", f"# B\n\n{text}")
    assert product["relations"] == []


def test_items_and_paragraphs_are_apart_and_links_lead_nowhere() -> None:
    """Headings, rows, options and code are no paragraphs; each item is one."""
    body = (
        f"\n{WARDS}\n{LISTS}\n\n# Head\n| a | row |\n:name: option\n- {MEALS}\n"
        "- See [the site](https://example.org/a/b) for\n  more\n```\nls\n```\nEnd.\n"
    )
    source = f"```{{note}}{body}```\n"
    source = source.replace("```\nls\n```", "~~~\nls\n~~~")
    assert paragraphs(source) == [
        f"{WARDS}\n{LISTS}",
        f"- {MEALS}",
        "- See [the site](https://example.org/a/b) for\n  more",
        "End.",
    ]
    found = [one[0] for some in sunken(source, chunks(source), ()) for one in some]
    assert found[-6:] == ["See", "[the", "site]", "for", "more", "End."]


LINES = [
    "```{tip}",
    "```{r}",
    "```",
    "~~~",
    "!!! note",
    "    in",
    "- it",
    "",
    "so",
    "#",
]


@given(st.lists(st.sampled_from(LINES), max_size=20), st.integers(0, 9))
def test_what_is_sunken_stands_in_the_source_in_order(
    lines: list[str], at: int
) -> None:
    """Every word is where it is said to be, wherever a block of code is taken from."""
    source = "\n".join(lines)
    code = [(start, len(source)) for start in range(0, len(source), 7)][at : at + 1]
    for words in sunken(source, chunks(source), code):
        assert [source[lo:hi] for _, lo, hi in words] == [one[0] for one in words]
        assert [one[1:] for one in words] == sorted(one[1:] for one in words)
