"""Structure: what leads nowhere, and what must not fire."""

from dataclasses import replace

import pytest
from placing import chapter

from crossfoot.structure import World, check, named, survey


def world(*texts: str, **more: object) -> World:
    """Return a report of chapters `01.md`, `02.md` and so on."""
    chapters = (chapter(text, f"{n:02}.md") for n, text in enumerate(texts, 1))
    return World([survey(one) for one in chapters], **more)  # type: ignore[arg-type]  # keywords of World


def found(*texts: str, **more: object) -> list[str]:
    """Return the findings, each with the text that it stands at."""
    one = world(*texts, **more)
    out = []
    for f in check(one):
        text = one.files[f.place.file].chapter.text
        place = text.slice(text.span(f.place)) or "-"
        out.append(f"{f.code} {f.place.file[:2]} `{place}` {f.message}. {f.help}")
    return out


WHOLE = """\
---
title: T
---

## A {#sec-a}

@sec-a, [@sec-b; -@key, p. 3], @fig-x and @{tbl-y}, [t](#sec-a), [u](02.md#c%20d),
[v](02.md), [w](https://x.y), [x](data/a.csv), [y](mailto:a@b.c), note[^n] and `[^c]`
\\[^e] \\@someone [raw](#anchor) <a id="anchor"></a> [z](#method)

### Method

![C](figures/asks.svg){#fig-x}

![T](data/a.csv){#tbl-y}

![D](images/map.png){alt="Map"} and ![Text](images/map.png) ![](images/x.png){alt=""}

# `=count|words` {#sec-c}

## []{value=x}

[^n]: Note
"""
MORE = {
    "cited": frozenset({"key"}),
    "present": frozenset({"data/a.csv", "images/map.png", "images/x.png"}),
    "recipes": frozenset({"asks"}),
}


def test_a_sound_report_has_no_finding() -> None:
    """Whatever leads somewhere is left alone."""
    other = "# B {#sec-b}\n\n::: {#c}\nx\n:::\n\n[d]{id=\"c d\"} <a name='c d'></a>\n"
    assert found(WHOLE, other, **MORE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n### B\n", ["STR01 01 `### B` Heading “B” is of level 3 below one of level 1. Write it with ##, or add the level between"]),
        ("---\ntitle: T\n---\n\n### B\n", ["STR01 01 `### B` Heading “B” is of level 3 below one of level 1. Write it with ##, or add the level between"]),
        ("# A\n\n##\n\n### <!-- x -->\n", ["STR02 01 `##` Heading has no text. Write the heading, or take the line out"]),
        ("Text.\n", ["STR03 01 `-` Chapter has no title. Start the chapter with `# Title`, or give a title in its front matter"]),
        ("## A\n", ["STR03 01 `## A` Chapter starts with a heading of level 2; expected level 1. Start the chapter with `# Title`, or give a title in its front matter"]),
        ("<!-- c -->\n\nText.\n\n# A\n", ["STR03 01 `# A` Text stands before the chapter's title “A”. Move the title to the chapter's start"]),
        ("", []),
    ],
)  # fmt: skip
def test_headings(text: str, expected: list[str]) -> None:
    """Levels do not skip, headings have text, and a chapter starts with its title."""
    assert found(text) == expected


def test_references_that_lead_nowhere_are_named() -> None:
    """The place is the reference alone, and the nearest id of the report is offered."""
    text = "# A {#sec-summary}\n\nSee @sec-sumary, [@fig-x; -@tbl-y] and @{eq-z}.\n"
    assert found(text, "# B {#fig-xy}\n") == [
        (
            "REF01 01 `@sec-sumary` @sec-sumary leads nowhere; no section has that id."
            " Write @sec-summary, or give the section the id {#sec-sumary}"
        ),
        (
            "REF01 01 `@fig-x` @fig-x leads nowhere; no figure has that id."
            " Write @fig-xy, or give the figure the id {#fig-x}"
        ),
        (
            "REF01 01 `@tbl-y` @tbl-y leads nowhere; no table has that id."
            " Give the table the id {#tbl-y}"
        ),
        (
            "REF01 01 `@{eq-z}` @eq-z leads nowhere; no equation has that id."
            " Give the equation the id {#eq-z}"
        ),
    ]


def test_links_that_lead_nowhere_are_named() -> None:
    """The place is the address, in the link or where it is defined."""
    text = (
        "# Alpha {#sec-alpha}\n\n[t *u*](#sec-alpa) [v](02.md#nix) [w](002.md) [x][r]\n\n"
        "[r]: <data/a b.csv>\n"
    )
    assert found(text, "# Beta {#sec-b2}\n") == [
        (
            "REF02 01 `#sec-alpa` Link leads to #sec-alpa, which nothing in 01.md is"
            " called. Write #sec-alpha"
        ),
        (
            "REF02 01 `02.md#nix` Link leads to #nix, which nothing in 02.md is called."
            " Give its target the id {#nix}"
        ),
        "REF02 01 `002.md` Link leads to 002.md, which does not exist. Write 02.md",
        (
            "REF02 01 `data/a b.csv` Link leads to data/a b.csv, which does not exist."
            " Mend the path, which starts beside the chapter"
        ),
    ]


def test_citations_without_an_entry_are_named() -> None:
    """A name in the text may be no citation, one in brackets is."""
    text = "# A\n\n[@smyth, p. 3] and @someone wrote.\n"
    assert found(text, cited=frozenset({"smith"})) == [
        "REF03 01 `@smyth` @smyth is not in references.bib. Write @smith",
        (
            "REF03 01 `@someone` @someone is not in references.bib and stays as text."
            " Add someone to references.bib, or write \\@someone when it is no citation"
        ),
    ]


def test_a_reference_with_a_capital_is_told_how_it_is_written() -> None:
    """The printed word gets its capital by itself where a sentence begins."""
    told = found("# Money {#sec-money}\n\nSpent. @Sec-money says on what.\n")
    assert told == [
        (
            "REF03 01 `@Sec-money` @Sec-money is not in references.bib and stays as text."
            " Write @sec-money, or write \\@Sec-money when it is no citation"
        )
    ]


def test_footnotes_without_text_are_named_once() -> None:
    """Also in a footnote, where pandoc takes none, however often that is used."""
    text = "# A\n\none[^a] two[^b] three[^a]\n\n[^a]: x[^c] y[^d]\n\n[^d]: z\n"
    assert found(text) == [
        (
            "REF04 01 `[^c]` Footnote [^c] is not defined and stays as text."
            " Define it: `[^c]: text`"
        ),
        (
            "REF04 01 `[^d]` Footnote [^d] stands where no footnote can and stays as text."
            " Move it out of the footnote or heading that it is in"
        ),
        (
            "REF04 01 `[^b]` Footnote [^b] is not defined and stays as text."
            " Define it: `[^b]: text`"
        ),
    ]


def test_a_picture_whose_name_is_no_address_is_told_how_to_write_it() -> None:
    """A hash in a name starts another part of an address; it is written in another way."""
    more = {"pictures": ("images/a#1.png",)}
    way = "Image images/a#1.png does not exist. Write images/a%231.png"
    assert found('# A\n\n![C](images/a#1.png){alt="x"}\n', **more) == [
        f"REF05 01 `images/a#1.png` {way}"
    ]


def test_images_that_are_missing_or_silent_are_named() -> None:
    """A caption is no alternative text; a recipe's figure has its own."""
    text = (
        '# A\n\n![C](images/mpa.png){alt="x"}\n\n![C](images/map.png)\n\n'
        "x ![](images/map.png)\n\n![C](figures/ask.svg)\n\n![C](figures/asks.svg)\n"
    )
    more = {
        "present": frozenset({"images/map.png"}),
        "pictures": ("images/map.png",),
        "recipes": frozenset({"asks"}),
    }
    way = '{alt="…"}`, or `{alt=""}` when it is decoration'
    assert found(text, **more) == [
        (
            "REF05 01 `images/mpa.png` Image images/mpa.png does not exist."
            " Write images/map.png"
        ),
        (
            "ACC01 01 `![C](images/map.png)` Image images/map.png has no alternative text."
            f" Say what it shows: `{way}"
        ),
        (
            "ACC01 01 `![](images/map.png)` Image images/map.png has no alternative text."
            f" Say what it shows: `{way}"
        ),
        (
            "FIG04 01 `figures/ask.svg` figures/ask.svg is shown, but there is no"
            " figures/ask.py to make it. Write figures/asks.svg"
        ),
    ]


def test_a_recipe_s_name_may_have_spaces() -> None:
    """It is looked for by its name, and told of by its name."""
    text = "# A\n\n![C](figures/my map.svg)\n\n![D](figures/my%20mop.svg)\n"
    assert found(text, recipes=frozenset({"my map"})) == [
        (
            "FIG04 01 `figures/my%20mop.svg` figures/my mop.svg is shown, but there is no"
            " figures/my mop.py to make it. Write figures/my map.svg"
        )
    ]


def test_ids_that_are_given_twice_are_named() -> None:
    """An automatic id may be another's; one that is written may not."""
    one = "# Method\n\n## B {#sec-b}\n\n[x]{#y .k}\n"
    two = "# Method\n\n## C {.k #sec-b}\n\n| a |\n|---|\n| b |\n\n: Cap {#y}\n"
    assert found(one, two) == [
        (
            "REF06 02 `sec-b` Id sec-b is given twice; references lead to the first one."
            " Give this one another id"
        ),
        (
            "REF06 02 `y` Id y is given twice; references lead to the first one."
            " Give this one another id"
        ),
    ]
    first = check(world(one, two))[0].notes[0]
    assert (first.place.file, first.place.line, first.place.column) == ("01.md", 3, 8)


def test_an_id_in_a_copy_that_is_not_printed_is_no_second_one() -> None:
    """Of a page that was pasted twice only what is printed gives ids."""
    page = "# Method {#sec-a}\n\n[x]{#y .k}\n"
    both = world(page, page)
    assert [one.code for one in check(both)] == ["REF06", "REF06"]
    cut = replace(both, cuts={"02.md": [(0, len(page))]})
    assert check(cut) == []


def test_an_id_in_a_note_that_is_used_twice_is_given_once() -> None:
    """The note is in the tree for each use; only another place is a second id."""
    note = "# A\n\none[^a] two[^a]\n\n[^a]: [x]{#y}\n"
    assert found(note) == []
    assert found(note, "# B\n\none[^b] two[^b]\n\n[^b]: [x]{#y}\n") == [
        (
            "REF06 02 `y` Id y is given twice; references lead to the first one."
            " Give this one another id"
        )
    ]


def test_files_that_chapters_name_are_listed() -> None:
    """Paths are relative to the root; addresses elsewhere and outside are left out."""
    text = (
        "[a](data/a%20b.csv#x) ![b](../sources/c.png) [d](#e) [f](https://g.h)"
        " [i](../../j.md) [k](/etc/l)\n"
    )
    assert named([survey(chapter(text, "sources/01.md"))]) == {
        "sources/data/a b.csv",
        "sources/c.png",
    }
