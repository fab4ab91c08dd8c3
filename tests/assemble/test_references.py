"""Cross references, links and ids across chapters."""

import pytest
from assembling import report
from conftest import Make

from crossfoot.findings import Finding
from crossfoot.places import Text

TABLE = "| a |\n|---|\n| 1 |\n\n"
TARGETS = (
    "# Two {#sec-two}\n\n## Part {#sec-part}\n\n"
    f"{TABLE}: One {{#tbl-one}}\n\n{TABLE}: Two {{#tbl-two}}\n\n{TABLE}: C {{#tbl-c}}\n\n"
    "[$$x$$]{#eq-x}\n\n![Cap](https://example.org/a.svg){#fig-a}\n\n"
    "#### Deep {#sec-deep}\n\n## Aside {#sec-aside .unnumbered}\n\n"
    "[A place]{#sec-place}\n"
)
CHAPTER = "[Chapter 2](#sec-two){.ref}"
SECTION = "[section 2.1](#sec-part){.ref}"
APPENDIX = "---\nrole: appendix\n---\n\n# Data {#sec-data}\n\n## Rows {#sec-rows}\n"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("by @fig-a.", "by [Figure 1](#fig-a){.ref}."),
        ("by @tbl-two", "by [Table 2](#tbl-two){.ref}"),
        ("by @eq-x", "by [Equation 1](#eq-x){.ref}"),
        ("in @sec-two", "in [chapter 2](#sec-two){.ref}"),
        ("in @sec-part", "in [section 2.1](#sec-part){.ref}"),
        ("in @sec-data", "in [appendix A](#sec-data){.ref}"),
        ("in @sec-rows", "in [section A.1](#sec-rows){.ref}"),
        ("in @sec-deep", "in [section 2.1.1](#sec-deep){.ref}"),
        ("in @sec-aside", 'in ["Aside"](#sec-aside){.ref}'),
        ("at @sec-place", 'at ["Aside"](#sec-place){.ref}'),
        ("in [-@sec-part]", "in [2.1](#sec-part){.ref}"),
        ("in -@sec-part", "in [2.1](#sec-part){.ref}"),
        ("in [@sec-part]", "in [section 2.1](#sec-part){.ref}"),
        ("([see @sec-part, end])", "(see [section 2.1](#sec-part){.ref}, end)"),
        ("by @fig-a [left]", "by [Figure 1](#fig-a){.ref} left"),
        (
            "in [@tbl-one; @tbl-two]",
            "in [Tables 1](#tbl-one){.ref} and [2](#tbl-two){.ref}",
        ),
        (
            "in [@tbl-one; @tbl-two; @tbl-c]",
            "in [Tables 1](#tbl-one){.ref}, [2](#tbl-two){.ref} and [3](#tbl-c){.ref}",
        ),
        (
            "[@sec-two; @sec-part; @fig-a]",
            f"{CHAPTER}, {SECTION} and [Figure 1](#fig-a){{.ref}}",
        ),
        ("@sec-two says", "[Chapter 2](#sec-two){.ref} says"),
        ("So. @sec-two says", "So. [Chapter 2](#sec-two){.ref} says"),
        ("So.^[N] @sec-two says", "So.[^1] [Chapter 2](#sec-two){.ref} says"),
        ("cf. @sec-two", "cf. [chapter 2](#sec-two){.ref}"),
        ("*So.* @sec-two", "*So.* [Chapter 2](#sec-two){.ref}"),
        ("*@sec-two*", "*[chapter 2](#sec-two){.ref}*"),
        ("so (@sec-two)", "so ([chapter 2](#sec-two){.ref})"),
        ("**Why?** @sec-two", "**Why?** [Chapter 2](#sec-two){.ref}"),
        ("by @fig-b", "by \\@fig-b"),
        ("by -@fig-b", "by -@fig-b"),
        ("by [@fig-b]", "by \\@fig-b"),
        ("by [@fig-a; @fig-b]", "by [Figure 1](#fig-a){.ref} and \\@fig-b"),
        ("ask @someone now", "ask \\@someone now"),
        ("ask [@someone, p. 3]", "ask \\[@someone, p. 3\\]"),
        ("[@sec-two; @someone]", "[Chapter 2](#sec-two){.ref} \\@someone"),
    ],
)
def test_a_reference_reads_as_print_does(
    make: Make, written: str, printed: str
) -> None:
    """Each form of reference names its target; what has none stays as typed."""
    root = make(
        {
            "a.md": f"# One\n\n{written}\n",
            "b.md": TARGETS,
            "c.md": APPENDIX,
        }
    )
    assert report(root).text.split("\n\n")[1] == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("[x](#here)", "[x](#here)"),
        ("[x](#method)", "[x](#method)"),
        ("[x](b.md#method)", "[x](#method-1)"),
        ("[x](./b.md)", "[x](#method-1)"),
        ("[x](b.md#far)", "[x](#far)"),
        ("[x](#far)", "[x](#far)"),
        ("[x](#caf%C3%A9)", "[x](#café)"),
        ("[#far](#far)", "[#far](#far)"),
        ("[*x* y](#nowhere)", "*x* y"),
        ("[@sec-far](#nowhere)", "[section 2.1](#sec-far){.ref}"),
        ("[x](c.md)", "x"),
        ("[x](b.md#nowhere)", "x"),
        ("[x](data/a%20b.csv)", "[x](sources/data/a%20b.csv)"),
        ("[x](data/none.csv)", "x"),
        ("[x](../../secret.txt)", "x"),
        ("[x]()", "x"),
        ("[x](https://example.org/#a)", "[x](https://example.org/#a)"),
        ("[x](mailto:a@example.org)", "[x](mailto:a@example.org)"),
        ("[x](/about)", "[x](/about)"),
    ],
)
def test_a_link_leads_where_its_author_meant(
    make: Make, written: str, printed: str
) -> None:
    """Ids count first in their own chapter, then anywhere; a dead link is text."""
    root = make(
        {
            "sources/a.md": f"# Method\n\n{written}\n\n[]{{#here}}\n",
            "sources/b.md": "# Method\n\n[]{#far}[]{#café}\n\n## S {#sec-far}\n",
            "sources/data/a b.csv": "a\n1\n",
            "../secret.txt": "no",
        }
    )
    assert report(root).text.split("\n\n")[1] == printed


def test_ids_are_unique_and_written_ones_keep_their_name(make: Make) -> None:
    """An automatic id makes way for a written one, wherever that stands."""
    root = make(
        {
            "a.md": "# Method\n\n## Notes\n\n[link](#notes)\n",
            "b.md": "# Method\n\n## Other {#notes}\n\n[link](#notes)\n",
            "c.md": "# Notes\n\n[link](#notes) [twin](#x) [x]{#x} [y]{#x}\n",
        }
    )
    made = report(root)
    assert [node["c"][1][0] for node in made.all("Header")] == [
        "method",
        "notes-1",
        "method-1",
        "notes",
        "notes-2",
    ]
    targets = [node["c"][2][0] for node in made.all("Link")]
    assert targets == ["#notes-1", "#notes", "#notes-2", "#x"]
    assert [node["c"][0][0] for node in made.all("Span")] == ["x", "x-1"]


def test_raw_anchors_become_places(make: Make) -> None:
    """`<a id>` and `<a name>` can be linked to; an anchor that is a link stays one."""
    words = '# T\n\n<a id="x"></a>To <a name=y>there</a>. [x](#x) [y](#y)\n'
    assert report(make({"a.md": words})).text.split("\n\n")[1] == (
        "[]{#x}To []{#y}there. [x](#x) [y](#y)\n"
    )


def test_footnotes_of_one_name_stay_apart(make: Make) -> None:
    """Each chapter has its own notes, whatever their keys."""
    root = make(
        {
            "a.md": "# A\n\nOne.[^n]\n\n[^n]: First, see @sec-b.\n",
            "b.md": "# B {#sec-b}\n\nTwo.[^n]\n\n[^n]: Second.\n",
        }
    )
    assert report(root).text.endswith(
        "[^1]: First, see [chapter 2](#sec-b){.ref}.\n\n[^2]: Second.\n"
    )


def test_examples_count_through_the_report(make: Make) -> None:
    """Numbered examples go on in the next chapter, and references with them."""
    root = make(
        {
            "a.md": "# A\n\n(@) one\n(@two) two\n\nSee (@two).\n",
            "b.md": "# B\n\n(@three) three\n\nSee (@three), @three, not (1).\n",
        }
    )
    assert report(root).text == (
        '# A {#a number="1" file="a.md"}\n\n(1) one\n(2) two\n\nSee (2).\n\n'
        '# B {#b number="2" file="b.md"}\n\n(3) three\n\nSee (3), 3, not (1).\n'
    )


STATED = "# One\n\nSee {} there.\n"


@pytest.mark.parametrize(
    ("written", "found", "right", "way"),
    [
        ("[Table 9](#tbl-two)", "Table 9", "Table 2", "[@tbl-two]"),
        ("[see table\n9](#tbl-two)", "table 9", "table 2", "[@tbl-two]"),
        ("[Fig. 2](#fig-a)", "Fig. 2", "Fig. 1", "[@fig-a]"),
        ("[section 2.2](#sec-part)", "section 2.2", "section 2.1", "[@sec-part]"),
        ("[2.2](#sec-part)", "2.2", "2.1", "[@sec-part]"),
        ("[Chapter 3](02.md)", "Chapter 3", "Chapter 2", "[@sec-two]"),
        ("[section 2](#sec-data)", "section 2", "appendix A", "[@sec-data]"),
        ("[Appendix B](#sec-data)", "Appendix B", "Appendix A", "[@sec-data]"),
        ("[chapter 3](#sec-part)", "chapter 3", "section 2.1", "[@sec-part]"),
        ("[Equation 4](#eq-x)", "Equation 4", "Equation 1", "[@eq-x]"),
        (
            "[section 1.1, *Part*](#sec-part)",
            "section 1.1",
            "section 2.1",
            "[@sec-part]",
        ),
    ],
)
def test_a_link_that_says_another_number_than_its_target_is_told(
    make: Make, written: str, found: str, right: str, way: str
) -> None:
    """The finding stands at the words of the link, and says what to write."""
    source = STATED.format(written)
    [one] = _misstated(make, source)
    assert (one.message.split("; ")[0], one.expected) == (f"Link says “{found}”", right)
    assert one.help == f"Write {right}, or {way}, which stays right"
    whole = Text("sources/01.md", source)
    said = whole.slice(whole.span(one.place))
    assert said == (found if one.fix else written)


@pytest.mark.parametrize(
    "written",
    [
        "[Table 2](#tbl-two), [section 2.1](#sec-part), [Chapter 2](#sec-two)",
        "[chapter 2](#sec-part) and [Appendix A](#sec-data) and [A.1](#sec-rows)",
        "[Tables 1 and 2](#tbl-two), [Figures 1–3](#fig-a), [Table 9a](#tbl-two)",
        "[Table 9](#sec-part), [3 cases](#sec-part), [Table 9](https://e.org/#tbl-two)",
        "[section 4](#sec-aside), [section 2.1.1](#sec-deep), [Table 9](#tbl-none)",
        "[Table 1 of Section 4](#sec-part), [the part](#sec-part), [3](#sec-part)",
    ],
)
def test_links_that_say_their_target_s_number_or_none_are_left_alone(
    make: Make, written: str
) -> None:
    """Ranges, other kinds of things, and targets without a number are no matter."""
    assert _misstated(make, STATED.format(written)) == []


def test_a_number_typed_before_a_heading_is_left_alone(make: Make) -> None:
    """A report may number its headings by hand."""
    text = "# One\n\nSee [section 3.1](#own).\n\n## 3.1 Own {#own}\n"
    assert _misstated(make, text) == []


def _misstated(make: Make, text: str) -> list[Finding]:
    files = {"01.md": text, "02.md": TARGETS, "03.md": APPENDIX}
    made = report(make({f"sources/{name}": one for name, one in files.items()}))
    return [one for one in made.findings if one.code == "REF12"]
