"""Includes: a labelled passage of one chapter, shown again in another."""

import pytest
from assembling import Assembled, inputs_of, report, without_repeats
from conftest import Make

from crossfoot.nodes import classes, text
from crossfoot.places import Place

SOURCE = """# One {#sec-one}

Start.

## Key {#sec-key}

Key [29]{value=a.b} words[^n], see [here](#sec-key).

### Under

Counts.

| a |
|---|
| 1 |

: Cap {#tbl-a}

## Next

::: {#box .note}
In a box.
:::

A [passage]{#place} here.

An <a id="raw"></a>old anchor.

- [An item.]{#item}

  ::: {#held}
  In a list.
  :::

> [A quotation.]{#said}

Term
:   [Its meaning.]{#meant}

``` {#code}
code
```

[^n]: Note.
"""


def included(make: Make, source: str) -> str:
    """Return what an include of a passage shows."""
    words = f'# Two\n\n::: {{.include from="{source}"}}\n:::\n'
    files = {"a.md": SOURCE, "b.md": words, "0.md": "# C\n\nOnly this.\n"}
    made = report(make(files))
    assert made.findings == []
    return made.text.partition('file="b.md"}\n\n')[2].split("\n\n[^1]:")[0].rstrip()


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a.md#box", "In a box."),
        ("a.md#place", "A passage here."),
        ("a.md#raw", "An old anchor."),
        ("a.md#item", "An item."),
        ("a.md#held", "In a list."),
        ("a.md#said", "A quotation."),
        ("a.md#meant", "Its meaning."),
        ("a.md#code", "    code"),
        ("0.md", "Only this."),
    ],
)
def test_a_passage_is_shown_again_without_its_ids(
    make: Make, source: str, shown: str
) -> None:
    """A div stands for its content, any other id for the innermost block it is in."""
    assert included(make, source) == f'::: {{.include from="{source}"}}\n{shown}\n:::'


def test_a_section_is_shown_again_with_its_numbers(make: Make) -> None:
    """Its own heading stays away, those below are words, and tables keep theirs."""
    text = included(make, "a.md#sec-key")
    assert text == (
        '::: {.include from="a.md#sec-key"}\n'
        'Key [29]{.number quantity="a.b"} words[^2], see [here](#sec-key).\n\n'
        '## Under {.unnumbered .unlisted file="b.md"}\n\n'
        "Counts.\n\n  a\n  ---\n  1\n\n"
        '  : Cap {.again number="1" label="Table 1" file="a.md"}\n:::'
    )


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a.md#none", "Include names #none, which nothing in a.md is called"),
        ("none.md#box", "Include names none.md, which is no chapter of the report"),
        ("a.md#empty", "Include names a.md#empty, where no text stands"),
        ("#loop", "Include of #loop leads back to itself"),
    ],
)
def test_an_include_that_cannot_be_shown_is_visible(
    make: Make, source: str, message: str
) -> None:
    """Its place says what is missing, and so does a finding."""
    words = f'# Two\n\n:::: {{#loop}}\n::: {{.include from="{source}"}}\n:::\n::::\n'
    made = report(make({"a.md": f"{SOURCE}\n## Empty {{#empty}}\n", "b.md": words}))
    assert f"\\[passage missing: {source}\\]" in made.text
    at = Place("b.md", 4, 21, 4, 21 + len(source))
    assert [(one.code, one.message, one.place) for one in made.findings] == [
        ("REF02", message, at)
    ]


def told(made: Assembled) -> list[str]:
    """Return findings as lines of code, place and message."""
    return [
        f"{one.code} {one.place.file}:{one.place.line}:{one.place.column} {one.message}"
        for one in made.findings
    ]


def test_includes_that_show_each_other_show_nothing(make: Make) -> None:
    """Each of a circle is found once, and what leads into it is shown."""
    words = (
        '## A {#sec-a}\n\nIn A.\n\n::: {.include from="#sec-b"}\n:::\n\n'
        '## B {#sec-b}\n\nIn B.\n\n::: {.include from="#sec-a"}\n:::\n\n'
    )
    other = '# Two\n\n::: {.include from="a.md#sec-a"}\n:::\n'
    made = report(make({"a.md": f"# One\n\n{words}", "b.md": other}))
    assert told(made) == [
        "REF02 a.md:7:21 Include of #sec-b leads back to itself",
        "REF02 a.md:14:21 Include of #sec-a leads back to itself",
    ]
    assert made.text.split('file="b.md"}\n\n')[1] == (
        ':::: {.include from="a.md#sec-a"}\nIn A.\n\n'
        '::: {.include from="#sec-b"}\n\\[passage missing: #sec-b\\]\n:::\n::::\n'
    )


def test_headings_shown_again_stand_below_the_one_above(make: Make) -> None:
    """Their levels keep their distance, through includes in includes too."""
    inner = '## P {#p}\n\n### Q\n\n#### R\n\nText.\n\n### S\n\n::: {.include from="#t"}\n:::\n'
    words = f"# One\n\n{inner}\n## T {{#t}}\n\n### U\n\nMore.\n"
    other = '# Two\n\n## A\n\n::: {.include from="a.md#p"}\n:::\n\n## B\n'
    made = report(make({"a.md": words, "b.md": other}))
    heads = [node["c"] for node in made.all("Header")]
    two = next(at for at, head in enumerate(heads) if head[1][0] == "two")
    assert [
        (level, text(words), dict(pairs).get("number", ""), kinds)
        for level, (_, kinds, pairs), words in heads[two:]
    ] == [
        (1, "Two", "2", []),
        (2, "A", "2.1", []),
        (3, "Q", "", ["unnumbered", "unlisted"]),
        (4, "R", "", ["unnumbered", "unlisted"]),
        (3, "S", "", ["unnumbered", "unlisted"]),
        (4, "U", "", ["unnumbered", "unlisted"]),
        (2, "B", "2.2", []),
    ]


def test_a_whole_chapter_that_holds_the_include_is_a_circle(make: Make) -> None:
    """A chapter cannot show itself."""
    made = report(make({"a.md": '# One\n\n::: {.include from="a.md"}\n:::\n'}))
    assert told(made) == ["REF02 a.md:3:21 Include of a.md leads back to itself"]


@pytest.mark.parametrize("wide", [1, 2])
def test_includes_in_includes_come_to_an_end(make: Make, wide: int) -> None:
    """Long chains and those that double at each step are refused where they begin."""
    parts = [
        f"## S{n} {{#s{n}}}\n\n" + f'::: {{.include from="#s{n + 1}"}}\n:::\n\n' * wide
        for n in range(60)
    ]
    made = report(make({"a.md": f"# One\n\n{''.join(parts)}## S60 {{#s60}}\n\nEnd.\n"}))
    assert told(made)[0] == (
        "REF02 a.md:5:21 Include of #s1 comes to more than 50 includes"
    )
    assert 0 < made.text.count("End.") < 10_000


def test_an_include_has_a_name_and_a_look_of_its_own(make: Make) -> None:
    """Its id can be referred to, and its classes stand."""
    words = '# Two\n\n::: {#own .include .callout-tip from="a.md#box" title="T"}\n:::\n'
    made = report(make({"a.md": SOURCE, "b.md": f"{words}\nSee [it](#own).\n"}))
    assert made.text.split('file="b.md"}\n\n')[1].split("\n\n[^1]")[0] == (
        '::: {#own .include .callout-tip from="a.md#box" title="T"}\n'
        "In a box.\n:::\n\nSee [it](#own)."
    )


def test_words_in_an_include_are_told(make: Make) -> None:
    """What an author leaves there is not printed; a comment is nobody's loss."""
    words = '::: {.include from="a.md#box"}\nOld words\nhere.\n:::\n'
    bare = '::: {.include from="a.md#box"}\n<!-- why -->\n:::\n'
    made = report(make({"a.md": SOURCE, "b.md": f"# Two\n\n{words}\n{bare}"}))
    message = "Words stand in an include and are not printed; it shows another passage"
    assert told(made) == [f"REF09 b.md:4:1 {message}"]
    assert made.findings[0].place == Place("b.md", 4, 1, 5, 6)


def test_what_is_wrong_in_a_passage_is_told_once_and_where_it_stands(
    make: Make,
) -> None:
    """Showing it again does not find it again."""
    part = '## P {#sec-p}\n\n::: {.include from="#none"}\n:::\n'
    again = '# Two\n\n::: {.include from="a.md#sec-p"}\n:::\n'
    made = report(make({"a.md": f"# One\n\n{part}", "b.md": again, "c.md": again}))
    assert told(made) == [
        "REF02 a.md:5:21 Include names #none, which nothing in a.md is called"
    ]
    assert made.text.count("passage missing: #none") == 3


FLOATS = """# Two

::: {#all}
![Map](map.png){alt="A"}

| a |
|---|
| 1 |

: Cap

![Data](data/d.csv){#tbl-d}

[$$x$$]{#eq-x alt="x"}

![Fig](map.png){#fig-a alt="B"}
:::
"""


def test_floats_shown_again_have_the_numbers_of_the_first(make: Make) -> None:
    """Before or after it, with an id or a caption alone, none is counted twice."""
    files = {
        "a.md": '# One\n\n::: {.include from="b.md#all"}\n:::\n\n@fig-a\n',
        "b.md": FLOATS,
        "c.md": '# Three\n\n::: {.include from="b.md#all"}\n:::\n',
        "map.png": b"",
        "data/d.csv": "n\n1\n",
    }
    made = report(make(files))
    floats = [*made.all("Figure"), *made.all("Table"), *made.all("Span")]
    labels = [
        (dict(node["c"][0][2]).get("label"), node["c"][0][0], "again" in classes(node))
        for node in floats
        if dict(node["c"][0][2]).get("label")
    ]
    numbered = [
        ("Figure 1", ""),
        ("Figure 2", "fig-a"),
        ("Table 1", ""),
        ("Table 2", "tbl-d"),
        ("Equation 1", "eq-x"),
    ]
    assert labels == [
        (label, ident * own, not own)
        for pair in (numbered[:2], numbered[2:4], numbered[4:])
        for own in (False, True, False)
        for label, ident in pair
    ]


def test_examples_shown_again_have_the_numbers_of_the_first(make: Make) -> None:
    """An example list keeps its numbers, and counts once."""
    words = "## P {#p}\n\n(@) one\n(@good) two\n\nAs (@good) says.\n"
    show = '::: {.include from="b.md#p"}\n:::\n'
    made = report(
        make(
            {
                "a.md": f"# A\n\n(@) first\n\n{show}",
                "b.md": f"# B\n\n{words}",
                "c.md": "# C\n\n(@) last\n",
            }
        )
    )
    again = "(2) one\n(3) two\n\nAs (3) says."
    assert made.text.count(again) == 2
    assert "(1) first" in made.text
    assert made.text.endswith("(4) last\n")


@pytest.mark.parametrize(
    ("before", "go_on", "printed"),
    [
        ("- a\n\n  ", "  ", "- a\n\n  ::: {from}\n  In a box.\n  :::"),
        ("> a\n>\n> ", "> ", "> a\n>\n> ::: {from}\n> In a box.\n> :::"),
        ("x[^z]\n\n[^z]: a\n\n    ", "    ", "    ::: {from}\n    In a box.\n    :::"),
    ],
)
def test_an_include_may_stand_in_another_block(
    make: Make, before: str, go_on: str, printed: str
) -> None:
    """Lists, quotations and notes show passages, too."""
    words = f'# B\n\n{before}::: {{.include from="a.md#box"}}\n{go_on}:::\n'
    made = report(make({"a.md": SOURCE, "b.md": words}))
    assert printed.replace("{from}", '{.include from="a.md#box"}') in made.text
    assert made.findings == []


LONG = (
    "Every group that we spoke to kept a paper list of the people whom it served, since"
    " phones were lost, batteries ran flat and spreadsheets were never quite up to date."
)


def test_a_passage_that_is_cut_as_a_repeat_is_still_shown(make: Make) -> None:
    """An include shows its words, wherever they are printed otherwise."""
    files = {
        "a.md": f"# One\n\n{LONG}\n",
        "b.md": f"# Two\n\n## P {{#sec-p}}\n\n{LONG}\n",
        "c.md": '# Three\n\n::: {.include from="b.md#sec-p"}\n:::\n',
    }
    text = without_repeats(make(files)).text
    assert [part.count("Every group") for part in text.split("\n# ")] == [1, 0, 1]


def test_words_in_an_include_are_no_copy_and_no_original(make: Make) -> None:
    """What is not printed is never what stays of a passage."""
    show = f'::: {{.include from="c.md#p"}}\n{LONG}\n:::\n'
    files = {
        "a.md": f"# One\n\n{show}",
        "b.md": f"# Two\n\n{LONG}\n",
        "c.md": "# Three\n\n[P]{#p}\n",
    }
    root = make(files)
    assert without_repeats(root).text.count("Every group") == 1
    assert inputs_of(root).repeats["relations"] == []
