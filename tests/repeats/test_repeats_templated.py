"""Template code: what calls the tool that fills a text in is no prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from repeating import chapter, repeats, summary

from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.repeats.templated import calls

WAIT = "A sentence in between speaks of other things that nobody has to compare."
CALLERS = "The couriers wait for a call at the depot for most of the day and the night."


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("No code.", []),
        ("See {{ a.b }}. {{{ raw }}}", [("{{ a.b }}", True), ("{{{ raw }}}", True)]),
        ("{{ f({\n a: {b: 1}\n}) }}", [("{{ f({\n a: {b: 1}\n}) }}", True)]),
        ("[x]({% link {{ v }}/a %}#b)", [("{% link {{ v }}/a %}", False)]),
        ("{{<n>}}A{{% /n %}}", [("{{<n>}}", False), ("{{% /n %}}", False)]),
        (
            '{% note %} {{< term "Ward" >}}',
            [("{% note %}", False), ('{{< term "Ward" >}}', True)],
        ),
        (
            '{% hint style="info" %} {% tab title="In the mill" %}',
            [
                ('{% hint style="info" %}', False),
                ('{% tab title="In the mill" %}', True),
            ],
        ),
        ("{% a\n\nb %} {{ x }}", [("{{ x }}", True)]),
        ("{{ never closed", []),
    ],
)
def test_calls_are_found(source: str, found: list[tuple[str, bool]]) -> None:
    """A call ends with the marks of its kind, and goes on over no blank line."""
    assert [(source[lo:hi], shown) for lo, hi, shown in calls(source)] == found


def test_words_of_what_is_shown_are_code_and_marks_are_no_words() -> None:
    """A value stands in backticks, a mark is left out, text beside both stays."""
    text = "{{< note >}}Send {{ office }}. [Go]({% link a.md %}#b) on.\n"
    (block,) = lay_out(chapter(text), Lexicon()).leaves
    assert [(name, text[lo:hi]) for name, lo, hi in block.words] == [
        ("Send", "Send"),
        ("`{{`", "{{"),
        ("`office`", "office"),
        ("`}}`", "}}"),
        (".", "."),
        ("Go", "Go"),
        ("on.", "on."),
    ]


def test_calls_that_differ_in_an_argument_are_no_repeat() -> None:
    """Two buttons made by one macro are two buttons."""
    told = '{{{{ button({{ text: "Save and continue", href: "/{}", name: "go" }}) }}}}'
    sides = told.format("next"), told.format("other")
    product, findings = repeats(f"{sides[0]}\n\n{WAIT}\n\n{sides[1]}\n")
    assert summary(product) == [("template", "none", ["01:1-1"], ["01:5-5"])]
    assert findings == []


def test_sentences_that_show_other_values_say_two_things() -> None:
    """What stands in for two places makes a form of the sentence."""
    told = "Send the form to {{{{ office.{} }}}} before the end of the month of March."
    sides = told.format("north"), told.format("south")
    product, findings = repeats(f"{sides[0]}\n\n{WAIT}\n\n{sides[1]}\n")
    assert summary(product) == [("template", "none", ["01:1-1"], ["01:5-5"])]
    assert findings == []


def test_text_within_other_marks_is_a_copy() -> None:
    """A paragraph in a note and in a tip stands there twice."""
    a, b = (f"{{{{< {one} >}}}}{CALLERS}{{{{< /{one} >}}}}" for one in ("note", "tip"))
    product, _ = repeats(f"{a}\n\n{WAIT}\n\n{b}\n")
    assert summary(product) == [("near", "report", ["01:1-1"], ["01:5-5"])]


def test_cells_of_a_table_are_read_as_their_table_is() -> None:
    """The words of a row are those of its table, template code among them."""
    text = "| Name | Place |\n|:--|:--|\n| {{ a }} one | {% b %} two |\n"
    (block,) = lay_out(chapter(text), Lexicon()).leaves
    cells = [word for row in block.rows for cell in row for word in cell]
    assert (tuple(cells), [word[0] for word in cells]) == (
        block.words,
        ["Name", "Place", "`{{`", "`a`", "`}}`", "one", "two"],
    )


@given(st.text(alphabet="{}%<> \na", max_size=60))
def test_calls_are_apart_and_in_order(source: str) -> None:
    """Each call ends before the next one starts, and holds no blank line."""
    found = calls(source)
    edges = [edge for one in found for edge in one[:2]]
    assert edges == sorted(edges)
    assert all("\n\n" not in source[lo:hi] for lo, hi, _ in found)


@pytest.mark.parametrize("source", ["{{ ", "{{\n\n", "{%"])
def test_calls_that_are_never_closed_are_none(source: str) -> None:
    """A hundred thousand openings are looked at once each."""
    assert calls(source * 100_000) == ()
