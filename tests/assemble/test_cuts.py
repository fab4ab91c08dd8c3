"""Cuts: what stands in place of a repeated passage, and what goes with it."""

from dataclasses import replace

import pytest
from assembling import assemble, cut, inputs_of, report
from conftest import Make

KEPT = """# First {#sec-first}

Alpha one two three. Beta *four* five six. Gamma.

## Sub {#sec-sub}

Delta para with words.^[A note.]

- item one
- item two

### Low {#low}

Epsilon words.

## Next {#next}

Last words.
"""

CHAPTER = "See [chapter 1, First](#_passage-1){.ref}."
ASIDE = f"({CHAPTER})"
SUB = "See [section 1.1, Sub](#sec-sub){.ref}."
ITEM = "See [section 1.1, Sub](#_passage-1){.ref}."
NEXT = "See [section 1.2, Next](#next){.ref}."
BOTH = f"{SUB[:-1]}, to {NEXT[4:]}"


def second(make: Make, words: str, *passages: str) -> str:
    """Return the second chapter of a report in which passages of it were cut."""
    root = make({"a.md": KEPT, "b.md": f"# Second\n\n{words}"})
    made = report(root, cuts=[("b.md", passage, "a.md") for passage in passages])
    return made.text.split('file="b.md"}\n\n', 1)[1].split("\n\n[^1]:")[0] + "\n"


@pytest.mark.parametrize(
    ("words", "passage", "printed"),
    [
        ("Epsilon words.\n", "Epsilon words.", "{low}\n"),
        ("Before.\n\nLast words.\n\nAfter.\n", "Last words.", "{next}"),
        ("Start. Beta *four* five six. End.\n", "Beta *four* five six.", "{mid}"),
        ("Start. Beta *four* five six.\n", "Beta *four* five six.", "{end}\n"),
        ("*Gamma. Theta.* Iota.\n", "Gamma.", "{inner}\n"),
        (
            "Epsilon words.\n\nLast words.\n",
            "Epsilon words.\n",
            "{low}\n\nLast words.\n",
        ),
        ("> Epsilon words.\n\nTheta.\n", "Epsilon words.", "{low}\n\nTheta.\n"),
        ("Beta *four* five six. End.\n", "Beta *four* five six.", "{start}\n"),
        ("- Gamma. End.\n- b\n", "Gamma.", "{tight}\n"),
        ("- a\n- item one\n- b\n", "item one", "{list}\n"),
        ("- item one\n- item two\n", "item one\n- item two", "{item}\n"),
        ("- a\n- item one\n- item two\n", "item one\n- item two", "{last}\n"),
        ("1. item one\n2. b\n", "item one", "{ordered}\n"),
        ("Term\n:   Gamma.\n:   More.\n", "Gamma.", "{definition}\n"),
        ("::: box\nGamma.\n:::\n", "Gamma.", "{boxed}\n"),
        ("::: box\nGamma.\n\nOther.\n:::\n", "Gamma.", "{box}\n"),
        ("| a | b |\n|---|---|\n| Gamma. | c |\n| d | e |\n", "Gamma.", "{cell}"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_notice_stands_where_the_passage_was(
    make: Make, words: str, passage: str, printed: str
) -> None:
    """It names the section that keeps the passage; the rest stays as it was."""
    low = "See [section 1.1.1, Low](#low){.ref}."
    expected = {
        "{low}": low,
        "{item}": ITEM,
        "{chapter}": CHAPTER,
        "{next}": f"Before.\n\n{NEXT}\n\nAfter.\n",
        "{mid}": f"Start. {ASIDE} End.\n",
        "{end}": f"Start. {ASIDE}",
        "{start}": f"{CHAPTER}\n\nEnd.",
        "{inner}": f"*Theta.* {ASIDE} Iota.",
        "{tight}": f"- {ASIDE} End.\n- b",
        "{list}": f"- a\n- {ITEM}\n- b",
        "{last}": f"- a\n- {ITEM}",
        "{ordered}": f"1.  {ITEM}\n2.  b",
        "{definition}": f"Term\n:   {CHAPTER}\n:   More.",
        "{boxed}": f"::: box\n{CHAPTER}\n:::",
        "{box}": f"::: box\n{CHAPTER}\n\nOther.\n:::",
        "{cell}": (f"  a   b\n  --- ---\n      c\n  d   e\n\n{CHAPTER}\n"),
    }
    for key, value in expected.items():
        printed = printed.replace(key, value)
    assert second(make, words, passage) == printed


def test_a_run_over_several_sections_names_both_ends(make: Make) -> None:
    """One notice stands for the run, and names the first and the last section."""
    run = KEPT[KEPT.index("Delta") : KEPT.index("Last words.") + len("Last words.")]
    assert second(make, f"Before.\n\n{run}\n\nAfter.\n", run) == (
        f"Before.\n\n{BOTH}\n\nAfter.\n"
    )


def test_a_run_within_one_section_names_only_that(make: Make) -> None:
    """A section below the first one is part of it."""
    run = KEPT[KEPT.index("## Sub") : KEPT.index("Epsilon words.") + 14]
    assert second(make, f"{run}\n\nAfter.\n", run) == f"{SUB}\n\nAfter.\n"


def test_neighbouring_cuts_share_a_notice(make: Make) -> None:
    """One sentence names each section once, in the order of the passages."""
    words = "item one\n\nDelta para with words.\n\nGamma.\n\nEnd.\n"
    cuts = ("item one", "Delta para with words.", "Gamma.")
    sub, chapter = "[section 1.1, Sub](#_passage-2){.ref}", CHAPTER[4:]
    assert second(make, words, *cuts) == f"See {sub}, and {chapter}\n\nEnd.\n"
    words = "Start. Last words. item one Gamma. End.\n"
    cuts = ("Last words.", "item one", "Gamma.")
    assert second(make, words, *cuts) == (
        f"Start. ({NEXT[:-1]}; {sub}; and {chapter}) End.\n"
    )


def test_a_notice_names_no_section_inside_one_that_it_names(make: Make) -> None:
    """A page of several pieces is referred to by the section that holds them all."""
    words = "Delta para with words.\n\nEpsilon words.\n\nLast words.\n"
    cuts = words.rstrip().split("\n\n")
    assert second(make, words, *cuts) == f"{SUB[:-1]}, and {NEXT[4:]}\n"


def test_a_run_into_a_list_leaves_no_empty_item(make: Make) -> None:
    """What is said before a list is no item of it."""
    first = "# A\n\nOne.\n\n- two\n- three\n"
    listed = "One.\n\n- two\n"
    root = make({"a.md": first, "b.md": f"# B\n\n{listed}- own\n"})
    made = report(root, cuts=[("b.md", listed, "a.md")])
    assert made.text.endswith("\n\nSee [chapter 1, A](#a){.ref}.\n\n- own\n")


def test_a_box_goes_with_its_fences(make: Make) -> None:
    """A div whose own lines were cut is not printed empty."""
    box = "::: box\nGamma.\n:::"
    root = make({"a.md": f"# A\n\n{box}\n", "b.md": f"# B\n\n{box}\n"})
    made = report(root, cuts=[("b.md", box, "a.md")])
    assert made.text.endswith("\n\nSee [chapter 1, A](#a){.ref}.\n")


def test_items_that_were_all_cut_are_one_item(make: Make) -> None:
    """Notices do not fill a list."""
    words = "- a\n- Gamma.\n- item one\n- b\n"
    sub = "[section 1.1, Sub](#_passage-2){.ref}."
    assert second(make, words, "Gamma.", "item one") == (
        f"- a\n- {CHAPTER[:-1]}, and {sub}\n- b\n"
    )


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("*Old* `code` [link](#part)[^n] x~2~", "1.1, *Old* `code` link x~2~](#part)"),
        ("What now?", "1.1, What now?](#part)"),
        ("Said “so.”", '1.1, Said "so."](#part)'),
        ("[]{.x}", "1.1](#part)"),
        (
            "What was still left when all had gone home for the whole night",
            "1.1](#part)",
        ),
    ],
)
def test_a_reference_shows_the_heading_as_it_looks(
    make: Make, heading: str, named: str
) -> None:
    """Its marks stay, its notes and links go, and its stop ends the sentence."""
    first = f"# A\n\n## {heading} {{#part}}\n\nWords.\n\n[^n]: Note.\n"
    root = make({"a.md": first, "b.md": "# B\n\nWords.\n"})
    made = report(root, cuts=[("b.md", "Words.", "a.md")])
    stop = "" if named.partition("]")[0].endswith(("?", '."')) else "."
    end = made.text.split('file="b.md"}\n\n')[1].split("\n\n[^1]:")[0].rstrip()
    assert end == f"See [section {named}{{.ref}}{stop}"


@pytest.mark.parametrize(
    ("words", "passage", "printed"),
    [
        (KEPT, "Gamma.", "[above in this chapter](#_passage-1){.ref}"),
        (KEPT, "item one", "[above in this section](#_passage-1){.ref}"),
        (KEPT, "Last words.", "[above in this section](#next){.ref}"),
        ("# A {-}\n\nAh.\n\nOh.\n", "Oh.", "[above](#_passage-1){.ref}"),
    ],
)
def test_a_passage_of_the_same_section_is_above(
    make: Make, words: str, passage: str, printed: str
) -> None:
    """A reader is not sent to the section that is being read."""
    under = "### Lower still\n\n" if passage == "Last words." else ""
    here = f"{words}\n{under}{passage}\n"
    if passage == "item one":
        here = KEPT.replace("Epsilon words.", "Epsilon words.\n\nitem one")
    made = report(make({"a.md": here}), cuts=[("a.md", passage, "a.md")])
    assert f"\n\nSee {printed}.\n" in made.text


def test_a_passage_under_a_heading_without_number_names_the_one_above(
    make: Make,
) -> None:
    """Headings too deep for a number lead through that which has one."""
    first = "# A\n\n## B\n\n### C\n\n#### D\n\nWords.\n"
    root = make({"a.md": first, "b.md": "# B\n\nWords.\n"})
    made = report(root, cuts=[("b.md", "Words.", "a.md")])
    assert made.text.endswith("\n\nSee [section 1.1.1, C](#d){.ref}.\n")


@pytest.mark.parametrize(
    ("kept", "target"),
    [
        ("Words.\n\n> Quoted.\n", "_passage-1"),
        ("Words.\n\n::: box\n- a\n- Quoted.\n:::\n", "_passage-1"),
        ("## Part\n\n::: box\nQuoted.\n:::\n", "part"),
        ("Words.\n\n``` {#code}\nQuoted.\n```\n", "code"),
        ("Words.\n\n    Quoted.\n", "a"),
        ("<!-- x -->\n\nQuoted.\n", "a"),
    ],
)
def test_a_reference_leads_to_the_passage_itself(
    make: Make, kept: str, target: str
) -> None:
    """An anchor stands where the passage does, unless its heading or an id does."""
    root = make({"a.md": f"# A\n\n{kept}", "b.md": "# B\n\nQuoted.\n"})
    made = report(root, cuts=[("b.md", "Quoted.", "a.md")])
    assert made.all("Link")[-1]["c"][2][0] == f"#{target}"
    assert f"{{#{target}" in made.text or f"[]{{#{target}}}" in made.text


def test_links_and_references_to_a_cut_passage_lead_to_the_kept_copy(
    make: Make,
) -> None:
    """Its ids are found again where it is printed."""
    copy = "## Copy {#sec-copy}\n\nDelta para with words.\n\n[x]{#place} item one\n"
    words = f"@sec-copy, [y](#place) and [z](#sec-copy).\n\n{copy}"
    root = make(
        {
            "a.md": KEPT.replace(
                "## Sub {#sec-sub}", copy.split("\n", maxsplit=1)[0], 1
            ),
            "b.md": f"# B\n\n{words}",
            "c.md": "# C\n\n@sec-copy and [y](#place) and [w](b.md#place).\n",
        }
    )
    passage = "## Copy {#sec-copy}\n\nDelta para with words."
    cuts = [("b.md", passage, "a.md"), ("b.md", "item one", "a.md")]
    text = report(root, cuts=cuts).text
    assert "[Section 1.1](#sec-copy){.ref}, [y](#place) and [z](#sec-copy)." in text
    assert "[Section 1.1](#sec-copy){.ref} and [y](#place) and [w](#place)." in text


def test_an_id_that_only_the_cut_copy_had_leads_to_the_section(make: Make) -> None:
    """Nothing dangles: without a twin of the id, the kept passage is the target."""
    words = (
        "@sec-mine and [y](#mine).\n\n## Mine {#sec-mine}\n\nDelta para with words.\n"
    )
    root = make({"a.md": KEPT, "b.md": f"# B\n\n{words}"})
    inputs = [("b.md", "Delta para with words.", "a.md")]
    text = report(root, cuts=inputs).text
    assert "[Section 2.1](#sec-mine){.ref} and y." in text


def test_a_chapter_whose_words_were_all_cut_keeps_its_title(make: Make) -> None:
    """A pasted chapter is a title and a notice."""
    root = make({"a.md": KEPT, "b.md": KEPT})
    passage = KEPT.split("\n\n", 1)[1].rstrip()
    made = report(root, cuts=[("b.md", passage, "a.md")])
    assert made.text.split('file="b.md"}\n\n')[1].startswith(
        "See [chapter 1, First](#sec-first){.ref}.\n"
    )
    assert [node["c"][1][0] for node in made.all("Header")] == [
        "sec-first",
        "sec-sub",
        "low",
        "next",
        "sec-first-1",
    ]


def test_a_cut_title_still_names_its_chapter(make: Make) -> None:
    """A cut that takes the title leaves its words as the chapter's title."""
    root = make({"a.md": KEPT, "b.md": KEPT})
    made = report(root, cuts=[("b.md", KEPT.rstrip(), "a.md")])
    assert (
        made.text.split("\n\n# ")[1] == 'First {#first number="2" file="b.md"}\n\n'
        "See [chapter 1, First](#sec-first){.ref}.\n\n[^1]: A note.\n"
    )


def test_a_passage_kept_in_an_unnumbered_section_is_named_by_title(
    make: Make,
) -> None:
    """Without a number the title stands in quotation marks."""
    root = make({"a.md": "# Foreword {-}\n\nWords.\n", "b.md": "# B\n\nWords.\n"})
    made = report(root, cuts=[("b.md", "Words.", "a.md")])
    assert made.text.endswith('\n\nSee ["Foreword"](#foreword){.ref}.\n')


def test_parts_of_one_run_share_a_notice_and_dropped_passages_have_none(
    make: Make,
) -> None:
    """`refer` says whether a record has a notice of its own."""
    root = make({"a.md": KEPT, "b.md": "# B\n\nitem one\n\nLast words.\n\nEnd.\n"})
    inputs = inputs_of(root)
    by_file = {one.file: one for one in inputs.chapters}
    first = cut(by_file, "b.md", "item one\n\n", "a.md", "item one")
    second = cut(by_file, "b.md", "Last words.", "a.md")
    joined = {"cuts": [first, {**second, "refer": False}]}
    printed = assemble(replace(inputs, repeats=joined)).text.split("\n\n")[-3:-1]
    assert printed == [f"{ITEM[:-1]}, to {NEXT[4:]}", "End."]
    dropped = {"cuts": [{**first, "refer": False}, {**second, "refer": False}]}
    printed = assemble(replace(inputs, repeats=dropped)).text.split("\n\n")[-3:-1]
    assert printed == ['# B {#b number="2" file="b.md"}', "End."]
