"""The outline: titles, order, levels and numbers of chapters and headings."""

import pytest
from assembling import report
from conftest import Make

from crossfoot.assemble.outline import letter, pretty
from crossfoot.nodes import text


def outline(make: Make, files: dict[str, str]) -> list[str]:
    """Return each heading of a report as `LEVEL NUMBER TITLE .CLASS #ID`."""
    made = report(make({f"sources/{name}": words for name, words in files.items()}))
    return [described(node) for node in made.all("Header")]


def described(node: dict) -> str:
    level, (ident, classes, pairs), inlines = node["c"]
    title = text(inlines)
    number = dict(pairs).get("number", "-")
    return " ".join([f"{level} {number} {title}", *(f".{c}" for c in classes), ident])


def test_chapters_and_sections_are_numbered_down_to_level_three(make: Make) -> None:
    """Levels 1 to 3 count on, and each new section starts its own count again."""
    found = outline(
        make,
        {
            "01-a.md": "# One\n\n## A\n\n### P\n\n#### Deep\n\n### Q\n\n## B\n",
            "02-b.md": "# Two\n\n## C\n\n### R\n",
        },
    )
    assert found == [
        "1 1 One one",
        "2 1.1 A a",
        "3 1.1.1 P p",
        "4 - Deep deep",
        "3 1.1.2 Q q",
        "2 1.2 B b",
        "1 2 Two two",
        "2 2.1 C c",
        "3 2.1.1 R r",
    ]


def test_a_heading_without_words_opens_nothing(make: Make) -> None:
    """It is no chapter; links to the name that its author gave hold."""
    text = "#\n\n# \u00a0\n\nWords before.\n\n# One\n\n# {#here}\n\nSee [it](#here).\n"
    assert outline(make, {"01-a.md": text}) == ["1 1 One one"]
    made = report(make({"sources/01-a.md": text}))
    assert [node["c"][0][0] for node in made.all("Div")] == ["here"]


def test_appendices_come_last_and_count_in_letters(make: Make) -> None:
    """A chapter of role appendix goes to the end, whatever its place in the folder."""
    found = outline(
        make,
        {
            "01-a.md": "---\nrole: appendix\n---\n\n# Data\n\n## Tables\n",
            "02-b.md": "---\nrole: summary\n---\n\n# Key facts\n",
            "03-c.md": "---\nrole: appendix\n---\n\n# People\n",
        },
    )
    assert found == [
        "1 1 Key facts key-facts",
        "1 A Data .appendix data",
        "2 A.1 Tables .appendix tables",
        "1 B People .appendix people",
    ]


def test_what_stands_under_an_unnumbered_heading_has_no_number(make: Make) -> None:
    """The class passes on to the headings below, and the count goes on without."""
    found = outline(
        make,
        {
            "01-a.md": "# Foreword {-}\n\n## Thanks\n\n### Deep\n",
            "02-b.md": "# One\n\n## Aside {.unnumbered}\n\n### Under\n\n## Main\n",
        },
    )
    assert found == [
        "1 - Foreword .unnumbered foreword",
        "2 - Thanks .unnumbered thanks",
        "3 - Deep .unnumbered deep",
        "1 1 One one",
        "2 - Aside .unnumbered aside",
        "3 - Under .unnumbered under",
        "2 1.1 Main main",
    ]


def test_no_level_is_skipped(make: Make) -> None:
    """Headings of one level stay of one level when a level above them is missing."""
    found = outline(make, {"a.md": "# T\n\n#### A\n\n#### B\n\n## C\n\n###### D\n"})
    assert [line[:5] for line in found] == [
        "1 1 T",
        "2 1.1",
        "2 1.2",
        "2 1.3",
        "3 1.3",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Only words.\n", ["1 1 Key facts key-facts"]),
        ("x", ["1 1 Key facts key-facts"]),
        ("", ["1 1 Key facts key-facts"]),
        ("---\ntitle: The *facts*\n---\n\nWords.\n", ["1 1 The facts the-facts"]),
        (
            "---\ntitle: Facts\n---\n\n## A\n\n## B\n",
            ["1 1 Facts facts", "2 1.1 A a", "2 1.2 B b"],
        ),
        ("Words first.\n\n# Late title\n", ["1 1 Late title late-title"]),
        (
            "## Early\n\nWords.\n\n# Late\n",
            ["1 1 Key facts key-facts", "2 1.1 Early early", "1 2 Late late"],
        ),
        (
            "---\ntitle: Whole\n---\n\n# A\n\n## B\n\n# C\n",
            ["1 1 Whole whole", "2 1.1 A a", "3 1.1.1 B b", "2 1.2 C c"],
        ),
        ("# One\n\n# Two\n", ["1 1 One one", "1 2 Two two"]),
        ("---\ntitle: Long name\n---\n\n# Short\n", ["1 1 Short short"]),
        ("<!-- a note -->\n\n# Title\n", ["1 1 Title title"]),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_chapter_starts_with_its_title(
    make: Make, words: str, expected: list[str]
) -> None:
    """The first level-1 heading, else the front matter's title, else the file's name."""
    assert outline(make, {"01-key-facts.md": words}) == expected


def test_words_before_a_title_follow_it(make: Make) -> None:
    """Words above the title open its chapter and never end the chapter before."""
    made = report(make({"a.md": "# A\n", "b.md": "Before.\n\n# B\n\nAfter.\n"}))
    assert made.text == (
        '# A {#a number="1" file="a.md"}\n\n# B {#b number="2" file="b.md"}\n\n'
        "Before.\n\nAfter.\n"
    )


def test_headings_inside_other_blocks_are_no_sections(make: Make) -> None:
    """In quotations and lists they keep off the numbers; in a div they count."""
    words = "# T\n\n> # Quoted\n\n- # Listed\n\n::: box\n# Boxed\n:::\n\n## After\n"
    assert outline(make, {"a.md": words}) == [
        "1 1 T t",
        "2 - Quoted .unnumbered .unlisted quoted",
        "2 - Listed .unnumbered .unlisted listed",
        "2 1.1 Boxed boxed",
        "2 1.2 After after",
    ]


def test_floats_count_through_the_report(make: Make) -> None:
    """Figures, tables and equations have one count each, appendices included."""
    table = "| a |\n|---|\n| 1 |\n"
    root = make(
        {
            "a.md": f"---\nrole: appendix\n---\n\n# A\n\n{table}\n: Last {{#tbl-l}}\n",
            "b.md": f"# B\n\n{table}\n: First\n\n{table}\n[$$x$$]{{#eq-x}}\n",
            "c.md": f"# C\n\n[$$y$$]{{#eq-y}}\n\n$$z$$\n\n{table}\n: Second\n",
        }
    )
    made = report(root)
    labels = [dict(node["c"][0][2]).get("label") for node in made.all("Table")]
    assert labels == ["Table 1", None, "Table 2", "Table 3"]
    named = [node["c"][0] for node in made.all("Span")]
    assert named == [
        ["eq-x", [], [["number", "1"], ["label", "Equation 1"]]],
        ["eq-y", [], [["number", "2"], ["label", "Equation 2"]]],
    ]


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")]
)
def test_letters_go_on_after_z(count: int, expected: str) -> None:
    """Appendices count as spreadsheet columns do."""
    assert letter(count) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01-key-facts", "Key facts"),
        ("02_data  and_method", "Data and method"),
        ("résumé final", "Résumé final"),
        ("2021", "2021"),
        ("7. Outlook", "Outlook"),
    ],
)
def test_a_file_s_name_makes_a_title(name: str, expected: str) -> None:
    """Counting digits and joining marks go; a name of digits alone stays."""
    assert pretty(name) == expected


def test_labels_speak_the_language_of_the_report(make: Make) -> None:
    """Figures, tables, appendices and lists are called what the language calls them."""
    root = make(
        {
            "sources/report.yml": "title: Bericht\nlanguage: de\n",
            "sources/01.md": "# Eins\n\nSiehe @tbl-a.\n\n| a |\n|---|\n| b |\n\n: T {#tbl-a}\n",
            "sources/02.md": "---\nrole: appendix\n---\n\n# Daten\n",
        }
    )
    made = report(root)
    heads = [dict(node["c"][1][2]).get("label") for node in made.all("Header")]
    assert heads == [None, "Anhang A"]
    (table,) = made.all("Table")
    assert dict(table["c"][0][2])["label"] == "Tabelle 1"
    assert "Siehe [Tabelle 1](#tbl-a)" in made.text
