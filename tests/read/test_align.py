"""Alignment: what holds for any chapter, and where one element is lost."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from placing import chapter, elements, slices

from crossfoot.nodes import Node, span, walk
from crossfoot.read.strings import same

PROPERTY = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
"""Each example starts pandoc, so there are few, and long ones."""

WORDS = st.sampled_from(
    """
    the report over £2bn cafe\u0301 naïve COVID-19 it's “quoted” ‘single’ 41 3,200 e.g.
    Mr. x--y a---b end... 50% #tag A&B &amp; &copy; \\$5 \\* 日本 😀 שלום a\u00a0b
    snake_case 2*3 (see re- co\u2011op a/b R&D's H~2~O 10^14^ @fig-x [@a] [^n]
    [^x] [sic] x@y.z http://x.y/z_a
    """.split()  # noqa: SIM905 - words in a row read better than a list of them
)
PLAIN = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put syntax around text, or text beside text."""
    forms = (
        "*{}*",
        "**{}**",
        "[{}]{{value=asks.total}}",
        '[{}](a_(b).md "t")',
        "[{}][ref]",
        "`c  d` {}",
        "$x^2$ {}",
        "{} []{{value=x}}",
        '"{}"',
        "{}\n{}",
        "{}  \n{}",
        "![{}](i.png){{width=3}} x",
        "~~{}~~",
        "{} <b>x</b> <!-- c -->",
        "[{}]{{.smallcaps}}",
    )
    return st.builds(
        lambda f, a, b: f.format(a, b), st.sampled_from(forms), inner, inner
    )


INLINE = st.recursive(PLAIN, around, max_leaves=4)
LINE = PLAIN.map(lambda text: text.replace("[^n]", ""))
BLOCK = st.one_of(
    INLINE,
    INLINE,
    LINE.map("## {} {{#sec-a}}".format),
    LINE.map("- {0}\n- [ ] {0}\n\n    more".format),
    LINE.map("> {0}\n> {0}\n>\n> - x".format),
    LINE.map("1. {0}\n2. b".format),
    LINE.map("| {0} | b |\n|---|--:|\n| *c* | {0} |\n\n: {0} {{#tbl-a}}".format),
    LINE.map("Term\n:   {0}".format),
    LINE.map("::: note\n{0}\n:::".format),
    LINE.map("![{0}](figures/a.svg){{#fig-a}}".format),
    st.just("```py\nx = 1\n```"),
    st.just("+---+---+\n| a | b |\n+---+---+"),
)
TAIL = '\n\n[^n]: A note.\n\n    Its *end*.\n\n[ref]: <c d.md>\n  "Title"\n'


def check(text: str) -> list[Node]:
    """Assert what holds for every place; return the words without one."""
    one = chapter(text)
    lost = []
    for node in elements(one.blocks):
        where = span(node)
        if where is None:
            lost += [node] if node["t"] == "Str" else []
            continue
        assert 0 <= where[0] <= where[1] <= len(one.source)
        if node["t"] == "Str":
            assert same(one.source[slice(*where)], node["c"])
        held = [] if node["t"] == "Note" else node.get("c")
        for part in walk(held, frozenset({"Note"})):
            inner = span(part)
            assert inner is None or where[0] <= inner[0] <= inner[1] <= where[1]
    return lost


@PROPERTY
@given(st.lists(BLOCK, min_size=3, max_size=12))
def test_every_word_stands_where_it_is_typed(blocks: list[str]) -> None:
    """A word's slice says the word, and lies within what holds the word."""
    assert not check("\n\n".join(blocks) + TAIL)


@PROPERTY
@given(st.text(alphabet="a b*_`[](){}#>|-+:~^$\\\"'!<&;@.1=\n\n", max_size=300))
def test_no_text_gives_a_wrong_place(text: str) -> None:
    """Of arbitrary text, what is placed says what the AST says."""
    check(text)


@PROPERTY
@given(st.lists(BLOCK, min_size=3, max_size=8))
def test_line_ends_and_a_byte_order_mark_change_no_slice(blocks: list[str]) -> None:
    """With carriage returns and a byte order mark, slices differ by those alone."""
    text = "\n\n".join(blocks) + TAIL
    foreign = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert [one.replace("\r", "") for one in slices(foreign)] == slices(text)


def test_a_tab_counts_as_the_character_that_it_is() -> None:
    """Places are those of the file, in which a tab is one character."""
    text = "-\tone *two*\n\n\t\tcode\n\n| a\t| b\t|\n|---|---|\n| c\t|\td |\n"
    assert slices(text) == [
        "BulletList -\tone *two*\n\n\t\tcode",
        "Para one *two*",
        "Emph *two*",
        "CodeBlock code",
        "Table | a\t| b\t|\n|---|---|\n| c\t|\td |",
        "Plain a",
        "Plain b",
        "Plain c",
        "Plain d",
    ]


def test_metadata_and_a_title_block_are_passed() -> None:
    """Front matter, a title block and metadata further down have no elements."""
    text = "---\ntitle: Text\n---\n\nText\n\n---\na: Text\n---\n\nEnd\n"
    one = chapter(text)
    assert [block["s"] for block in one.blocks] == [[21, 25], [44, 47]]
    assert one.meta == {"title": "Text", "a": "Text"}
    block = chapter("% A title\n% An author\n\nText\n")
    assert block.blocks[0]["s"] == [23, 27]
    assert block.meta == {"title": "A title", "author": ["An author"]}


def test_what_fails_costs_only_itself() -> None:
    """Words around an element that cannot be placed keep their places."""
    text = "\\newcommand{\\a}{b}\n\nOne $\\a$ two \\a three [x]{.k} four.\n\nFive.\n"
    assert slices(text) == [
        "RawBlock \\newcommand{\\a}{b}",
        "Para One $\\a$ two \\a three [x]{.k} four.",
        "Math $\\a$",
        "RawInline \\a ",
        "Span [x]{.k}",
        "Para Five.",
    ]


def test_the_last_definition_of_a_note_counts() -> None:
    """A note's content is placed in the definition that pandoc takes."""
    text = "a[^n]\n\n[^n]: One\n\n[^n]: Two\n\n    [^n]: code\n"
    assert slices(text)[:3] == ["Para a[^n]", "Note [^n]", "Para Two"]


def test_a_repeated_text_is_not_taken_for_a_definition() -> None:
    """A paragraph that repeats a note's words stands where it stands."""
    text = "[^n]: The cat sat on the mat.\n\nThe cat sat on the mat.[^n]\n"
    assert [block["s"] for block in chapter(text).blocks] == [[31, 58]]


def test_a_word_that_cannot_be_placed_costs_only_itself() -> None:
    """In a paragraph and in a caption, the words around it keep their places."""
    odd = "One h&#x4;i two three four"
    assert slices(f"{odd} *five*.\n\n![{odd}](figures/a.svg){{#fig-a}}\n\nSix.\n") == [
        f"Para {odd} *five*.",
        "Str None",
        "Emph *five*",
        f"Figure ![{odd}](figures/a.svg){{#fig-a}}",
        f"Plain {odd}",
        "Str None",
        f"Plain ![{odd}](figures/a.svg){{#fig-a}}",
        f"Image ![{odd}](figures/a.svg){{#fig-a}}",
        "Para Six.",
    ]


def test_a_block_that_cannot_be_placed_costs_only_itself() -> None:
    """What follows a table whose cells overflow their boxes keeps its place."""
    table = "+-----+:-:+\n|Some |[text]{.one .two}|\n+-----+---+"
    assert slices(f"Before.\n\n{table}\n\nAfter *it*.\n") == [
        "Para Before.",
        f"Table {table}",
        "Plain None",
        "Str None",
        "Plain None",
        "Span None",
        "Str None",
        "Para After *it*.",
        "Emph *it*",
    ]
