"""Mentions: names in chapters, YAML files, recipes and bibliographies."""

from crossfoot.chapters import Chapter
from crossfoot.data.definition import PARTNERS
from crossfoot.editor.mentions import Mention, at, in_bibliography, in_chapter
from crossfoot.editor.pynames import in_python
from crossfoot.editor.world import outline
from crossfoot.editor.yamlnames import OPERANDS, in_yaml, readable
from crossfoot.engines import pandoc
from crossfoot.places import Text
from crossfoot.read import closed, opened

CHAPTER = """\
# Asks {#sec-asks}

[over £2bn]{value=asks.total}, `=asks.share|0%`, `=asks.lines`, and *not* `=1 + 2`.
See @fig-asks, [-@tbl-spend; @smith2020, p. 3], @{eq-a b}, @{sec-x}. Mail a@fig-b.c.
\\@fig-no [here](02-next.md#sec-more) and [there](#sec-asks), not [out](https://a.b/c#d).

![Asks [£2]{value="a.b"} in all](figures/asks.svg){#fig-asks alt="[£1]{value=a.c}"}

![Spent](data/spend.csv){#tbl-spend total=paid}

::: {.include from="01-summary.md#sec-key"}
:::

<!-- crossfoot: allow NUM05, REP01 because quoted -->
"""


def told(text: str, found: list[Mention]) -> list[str]:
    return [
        f"{'=' if one.defines else ''}{one.kind} {text[one.span[0] : one.span[1]]}"
        for one in found
    ]


def test_a_chapter_s_names_are_found_with_their_places() -> None:
    """Each reference, citation, quantity, id, file and code is where its name stands."""
    assert told(CHAPTER, in_chapter(CHAPTER)) == [
        "=label sec-asks",
        "quantity asks.total",
        "quantity asks.share",
        "quantity asks.lines",
        "label fig-asks",
        "label tbl-spend",
        "citation smith2020",
        "label sec-x",
        "file 02-next.md",
        "label sec-more",
        "label sec-asks",
        "quantity a.b",
        "figure figures/asks.svg",
        "=label fig-asks",
        "quantity a.c",
        "file data/spend.csv",
        "=label tbl-spend",
        "file 01-summary.md",
        "label sec-key",
        "code NUM05",
        "code REP01",
    ]


def read(source: str) -> Chapter:
    one = opened("01-a.md", source.encode())
    made = pandoc.markdown(one.front.markdown)
    return closed(one, made.value, made.warnings, made.error)[0]


def test_code_comments_and_formulas_hold_no_names() -> None:
    """What pandoc reads as code, as a comment or as a formula is left alone."""
    source = (
        "Of `@fig-a` and `=asks.total`, <!-- @fig-b --> $x@fig-c$, @fig-d.\n\n"
        "```\n@fig-e {#fig-f} [1]{value=g.h}\n```\n\n    @fig-i\n"
    )
    hidden = outline(read(source)).hidden
    assert told(source, in_chapter(source, hidden)) == [
        "quantity asks.total",
        "label fig-d",
    ]


def test_the_cursor_is_in_the_shortest_name_and_beside_it() -> None:
    """A cursor right before or behind a name, or on its mark, is on the name."""
    text = "See @fig-asks."
    found = in_chapter(text)
    assert [offset for offset in range(len(text) + 1) if at(found, offset)] == [
        *range(4, 14)
    ]


def test_the_words_of_a_bound_number_stand_for_its_quantity() -> None:
    """A cursor on the number, or anywhere in its brackets, is on the quantity."""
    for text in (
        "Of [over [£2bn]{.x}]{value=a.b}.",
        "Of `=a.b|£m` so.",
        "[]{ value=a.b }",
    ):
        found = in_chapter(text)
        first, last = text.index(text.strip("Of ")[0]), max(map(text.rfind, "}`")) + 1
        held = [offset for offset in range(len(text) + 1) if at(found, offset)]
        assert held == [*range(first, last + 1)]
    assert not at(in_chapter("a] {value=a.b}"), 1)
    assert at(in_chapter("a]{value=a.b}"), 2)


def test_quantities_yml_names_keys_operands_and_tables() -> None:
    """Keys are given, operands are used, and labels and sources are no names."""
    text = (
        "# asks.total is here\n"
        'asks.total: {from: data/asks.csv, sum: amount, label: "asks.total, of all"}\n'
        "asks.share: {share: asks.part, of: 'asks.total'}\n"
        "asks.all: {total: [asks.part, asks.total]}\n"
        "asks.up: {percent_change: asks.part, from: asks.total}\n"
    )
    assert told(text, in_yaml(Text("sources/quantities.yml", text))) == [
        "=quantity asks.total",
        "file data/asks.csv",
        "=quantity asks.share",
        "quantity asks.part",
        "quantity asks.total",
        "=quantity asks.all",
        "quantity asks.part",
        "quantity asks.total",
        "=quantity asks.up",
        "quantity asks.part",
        "quantity asks.total",
    ]


def test_operands_are_those_of_the_data_stage() -> None:
    """Every option that names a quantity in a definition is known here."""
    assert {*PARTNERS, *PARTNERS.values()} - {"from"} == OPERANDS


def test_checks_yml_names_quantities_labels_and_codes() -> None:
    """Identities, groups, counted quantities, tables and waivers hold names."""
    text = (
        'identities:\n  - "a.b = c.d + 2 * e"\n'
        'agree:\n  - [a.b, "# cases", £3m]\n'
        "counted:\n  c.d: {headings: sec-cases}\n"
        "tables:\n  tbl-spend: {total: [paid]}\n  other: {skip: true}\n"
        "waivers:\n  - {code: NUM05, place: a.md, key: a.b, because: a.b is so}\n"
    )
    assert told(text, in_yaml(Text("checks.yml", text))) == [
        *("quantity a.b", "quantity c.d", "quantity e", "quantity a.b"),
        *("quantity c.d", "label sec-cases", "label tbl-spend"),
        *("code NUM05", "quantity a.b"),
    ]


def test_report_yml_names_what_it_prints_and_its_files() -> None:
    """Bound numbers of the record, chapters and codes are found, comments are not."""
    text = (
        "# [£1]{value=no.no}\n"
        'description: "Of [£2m]{value=a.b}"\n'
        "chapters: [01-a.md]\nparts:\n  - {title: One, starts: 01-a.md}\n"
        "severity: {NUM05: warning}\n"
    )
    assert told(text, in_yaml(Text("report.yml", text))) == [
        *("quantity a.b", "file 01-a.md", "file 01-a.md", "code NUM05"),
    ]


def test_a_broken_yaml_file_is_said_to_be_unreadable() -> None:
    """A file in the middle of an edit is seen to be no YAML."""
    assert readable(Text("checks.yml", "a: [1]\n"))
    assert not readable(Text("checks.yml", "a: [1\n"))


def test_recipes_name_what_they_read() -> None:
    """Strings read from quantities and tables are names, and so are dotted ones."""
    text = (
        'X = "é", "a.b"  # "c.d"\n'
        "def draw(tables, quantities):\n"
        '    "e.f g"\n'
        '    return tables["asks"], quantities["total"], quantities.get("g.h")\n'
        'Y = other["total"], "1.5"\n'
    )
    assert told(text, in_python(Text("figures/a.py", text))) == [
        *("quantity a.b", "table asks", "quantity total", "quantity g.h"),
    ]


def test_quantities_py_gives_the_keys_of_its_dictionaries() -> None:
    """What `quantities.py` returns is where a quantity is given."""
    text = 'def quantities(tables):\n    return {"spread": {"value": 1}}\n'
    found = in_python(Text("sources/quantities.py", text))
    assert told(text, found) == ["=quantity spread"]


def test_python_that_is_none_has_no_names() -> None:
    """A recipe in the middle of an edit holds nothing."""
    assert in_python(Text("figures/a.py", "def draw(:\n")) == []
    assert in_python(Text("figures/a.py", 'X = "\\d"\n')) == []


def test_a_bibliography_gives_its_keys() -> None:
    """Each entry of a BibTeX file is where a citation is given."""
    text = "@book{smith2020,\n title={A @book{x}}\n}\n\n@article( jones , year=1)\n"
    assert told(text, in_bibliography(text)) == [
        "=citation smith2020",
        "=citation jones",
    ]
