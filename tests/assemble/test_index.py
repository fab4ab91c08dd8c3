"""The index and the glossary: entries, their places, and links to terms."""

from assembling import report
from conftest import Make

from crossfoot.entries import order
from crossfoot.nodes import Node, attributes, classes, text, walk

FIRST = """\
# One

The [recovery plan]{.index} and, later, the [Recovery Plan]{.index}.

## Part

The [plan]{.index as="recovery plan"} is [late]{.index as="Plans > delays"}.
[]{.index as="Roadmap" see="recovery plan"}[]{.index as="Łódź"}
"""
SECOND = """\
# Two

Passed [additionality]{.term} and [deadweights]{.term of="deadweight"}, not [luck]{.term}.

::: {.glossary}
Additionality
:   What would not have happened otherwise.

*Deadweight*
:   What would have.
:::
"""


def lines(items: list[Node], depth: int = 0) -> list[str]:
    """Return the entries of nested lists, a line each."""
    out = []
    for item in items:
        out.append("  " * depth + text(item[0]["c"]))
        for block in item[1:]:
            out += lines(block["c"], depth + 1)
    return out


def test_marked_words_are_listed_with_their_sections(make: Make) -> None:
    """Entries are in the order of the alphabet; one section is named once."""
    made = report(make({"sources/01.md": FIRST}))
    index = made.ast["blocks"][-1]
    assert lines(index["c"][1][0]["c"]) == [
        "Łódź, 1.1",
        "Plans",
        "  delays, 1.1",
        "recovery plan, 1, 1.1",
        "Roadmap, see recovery plan",
    ]
    pages = [attributes(n)["at"] for n in walk(index) if is_pages(n)]
    ids = {n["c"][0][0] for n in made.all("Span")} - {""}
    assert [one.count(" ") for one in pages] == [0, 0, 2]
    assert {name for one in pages for name in one.split()} <= ids
    links = [n["c"][2][0][1:] for n in walk(index) if n["t"] == "Link"]
    assert set(links) <= ids


def is_pages(node: Node) -> bool:
    return node["t"] == "Span" and "pages" in classes(node)


def test_terms_lead_to_the_glossary(make: Make) -> None:
    """A use of a term is a link to its definition; one not explained stays words."""
    made = report(make({"sources/01.md": SECOND}))
    found = [(text(one["c"][1]), one["c"][2][0]) for one in made.all("Link")]
    assert found == [
        ("additionality", "#term-additionality"),
        ("deadweights", "#term-deadweight"),
    ]
    names = {one["c"][0][0]: text(one["c"][1]) for one in made.all("Span")}
    assert names == {
        "": "luck",
        "term-additionality": "Additionality",
        "term-deadweight": "Deadweight",
    }


def test_entries_are_sorted_without_case_and_accents() -> None:
    """Letters of other alphabets come after, each in its own order."""
    words = ["zebra", "Éclair", "apple", "Łódź", "Zulu", "eclipse", "Ødegaard", "Άλφα"]
    assert sorted(words, key=order) == [
        *("apple", "Éclair", "eclipse", "Łódź", "Ødegaard", "zebra", "Zulu", "Άλφα"),
    ]
