"""Completion: what is offered at a place in a chapter or a YAML file."""

import json

import pytest
from worlds import WORLD

from crossfoot.editor.completing import complete
from crossfoot.editor.keys import complete as complete_keys
from crossfoot.editor.spots import spot
from crossfoot.editor.suggestions import Suggestion
from crossfoot.fingerprints import PACKAGE
from crossfoot.places import Text

SCHEMAS = {
    file: json.loads((PACKAGE / "schemas" / f"{name}.schema.json").read_bytes())
    for file, name in (
        ("report.yml", "report"),
        ("quantities.yml", "quantities-file"),
        ("checks.yml", "checks"),
    )
}


def offered(
    marked: str, file: str = "sources/02-next.md"
) -> tuple[str, list[Suggestion]]:
    """Return what would be replaced at `‸`, and what is offered for it."""
    offset = marked.index("‸")
    text = Text(file, marked.replace("‸", ""))
    if file.endswith(".md"):
        span, made = complete(text, offset, WORLD)
    else:
        span, made = complete_keys(text, offset, WORLD, SCHEMAS)
    return text.slice(span), made


def names(marked: str, file: str = "sources/02-next.md") -> list[str]:
    return [one.label for one in offered(marked, file)[1]]


def test_quantities_are_offered_with_their_values() -> None:
    """Behind `value=` and `=` in a code span every quantity can be chosen."""
    for before in ("[2]{value=as‸", '[2]{.x value="as‸"}', "`=as‸", "`= as‸`"):
        replaced, made = offered(before)
        assert replaced == "as"
        assert [(one.label, one.detail) for one in made] == [
            ("asks.recovery", "£203m"),
            ("asks.total", "£2,203m"),
        ]


def test_a_name_is_replaced_to_its_end() -> None:
    """A cursor in the middle of a name does not leave its other half behind."""
    replaced, made = offered("[2]{value=asks.‸total} more")
    assert replaced == "asks.total"
    assert made[0].written == "asks.recovery"


def test_formats_show_what_they_print() -> None:
    """Formats that fit the quantity's unit are offered, each with its result."""
    _, made = offered("Of `=asks.recovery|‸")
    told = {one.label: one.detail for one in made}
    assert told["£bn"] == "£0.2bn"
    assert told["over"] == "over £200m"
    assert "0%" not in told
    assert "words" not in told
    assert names('[]{value=asks.recovery format="‸"}') == list(told)


def test_references_and_citations_follow_the_at_sign() -> None:
    """Whatever can be referred to or cited is offered, with what it is."""
    assert names("See @‸") == ["sec-asks", "tbl-asks", "sec-next", "smith2020"]
    assert names("See [@tbl-‸") == ["tbl-asks"]
    assert names("me@‸") == []
    assert names("\\@‸") == []


def test_pictures_links_and_includes_offer_files_and_passages() -> None:
    """Figures, tables and pictures for images; chapters and ids for links."""
    assert names("![A](‸") == ["figures/asks.svg", "data/asks.csv", "images/map.png"]
    assert offered("![A](figures/a‸")[0] == "figures/a"
    expected = ["01-asks.md#sec-asks", "01-asks.md#tbl-asks", "#sec-next", "01-asks.md"]
    assert names("[a](‸") == expected
    assert names('::: {.include from="‸') == expected


def test_attributes_fit_what_they_belong_to() -> None:
    """Headings, pictures, boxes and words are offered their own attributes."""
    assert names("## Asks {‸")[:2] == ["#sec-", ".unnumbered"]
    assert names("![A](data/asks.csv){#tbl-a ‸")[2:4] == ["alt=", "width="]
    assert names("::: {‸")[0] == ".include from="
    assert names("[two]{‸")[0] == "value="
    assert names("![A](data/asks.csv){#tbl-a total=‸") == ["origin", "amount"]
    assert names('![A](data/asks.csv){columns="origin a‸') == ["amount"]


def test_roles_codes_and_front_matter_are_offered() -> None:
    """What a chapter says of itself, and what may be allowed, can be chosen."""
    assert names("---\nrole: ‸\n---") == ["summary", "appendix", "chapter"]
    assert names("::: {role=‸") == ["summary", "appendix", "chapter"]
    assert names("---\n‸") == ["title: ", "role: ", "lang: "]
    assert names("---\ntitle: A\n---\n\n‸") == []
    assert "NUM05" in names("<!-- crossfoot: allow NUM0‸")


def test_plain_words_are_left_alone() -> None:
    """Nothing is offered in running text."""
    for marked in ("Just words‸", "A | b | ‸", "1 + 2 =‸", "**bold** (a‸", ""):
        assert names(f"{marked}‸"[: len(marked) + 1]) == []


def test_keys_of_report_yml_come_from_its_schema() -> None:
    """Keys that stand already are not offered again; values are those allowed."""
    file = "sources/report.yml"
    top = names("title: A\n‸", file)
    assert {"subtitle", "repeats", "chapters"} <= {*top}
    assert "title" not in top
    assert names("repeats:\n  policy:\n    near: ‸", file) == [
        "report",
        "fail",
        "allow",
    ]
    assert names("outputs: [‸", file)[:2] == ["pdf", "html"]
    assert names("chapters:\n  - ‸", file) == ["01-asks.md", "02-next.md"]
    assert names("parts:\n- title: A\n  st‸", file) == ["starts"]
    assert names("parts:\n  - {title: A, starts: ‸", file) == [
        "01-asks.md",
        "02-next.md",
    ]


def test_quantities_yml_offers_operations_tables_columns_and_keys() -> None:
    """An entry is completed from its table, or from other quantities."""
    file = "sources/quantities.yml"
    assert names("a.b: {from: ‸", file) == ["data/asks.csv"]
    assert names("a.b: {from: data/asks.csv, sum: ‸", file) == ["origin", "amount"]
    assert names("a.b:\n  from: data/asks.csv\n  mean: ‸", file) == ["origin", "amount"]
    assert names("a.b: {share: asks.recovery, of: ‸", file) == [
        "asks.recovery",
        "asks.total",
    ]
    assert names("a.b: {total: [asks.recovery, ‸", file) == [
        "asks.recovery",
        "asks.total",
    ]
    assert "sum" in names("a.b: {from: data/asks.csv, ‸", file)
    assert names("a.b: {percent_change: asks.total, ‸", file)[0] == "from"
    assert names("a.b: {rank: amount, order: ‸", file) == ["greatest", "least"]


def test_checks_yml_offers_quantities_and_codes() -> None:
    """Identities and groups are made of keys; waivers name a code."""
    file = "sources/checks.yml"
    keys = ["asks.recovery", "asks.total"]
    assert names('identities:\n  - "asks.‸', file) == keys
    assert names("agree:\n  - [‸", file) == keys
    assert "NUM05" in names("waivers:\n  - {code: ‸", file)
    assert names("waivers:\n  - code: NUM05\n    b‸", file) == ["because"]


def test_a_file_without_a_schema_offers_nothing() -> None:
    """Other YAML files are none of our business."""
    assert names("a: ‸", "sources/other.yml") == []


@pytest.mark.parametrize(
    ("marked", "path", "after"),
    [
        ("‸", (), False),
        ("a:\n  ‸", ("a",), False),
        ("a: ‸", ("a",), True),
        ("a:\n  b:\n    - c: 1\n      d: ‸", ("a", "b", "-", "d"), True),
        ("a:\n- b: 1\n  ‸", ("a", "-"), False),
        ("x: 1\na: {b: {c: [1, ‸", ("a", "b", "c", "-"), True),
        ("a: {b: {c: 1}, ‸", ("a",), False),
        ('a: {b: "x: {", ‸', ("a",), False),
        ("a: {b: 1}\n‸", (), False),
        ("# a:\nb:\n\n  ‸", ("b",), False),
        ("a:\n  b: 1\nc:\n  ‸", ("c",), False),
    ],
)
def test_a_place_in_yaml_is_found_while_it_is_typed(
    marked: str, path: tuple[str, ...], after: bool
) -> None:
    """Indentation, dashes and brackets tell where a line belongs."""
    found = spot(Text("a.yml", marked.replace("‸", "")), marked.index("‸"))
    assert (found.path, found.after) == (path, after)
