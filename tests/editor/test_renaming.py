"""Renaming and finding names across a report."""

import pytest
from worlds import CHAPTER, NEXT, TEXTS, WORLD

from crossfoot.editor.defining import definitions
from crossfoot.editor.mentions import Mention, at, in_chapter
from crossfoot.editor.names import everywhere, mentions
from crossfoot.editor.renaming import RefusedError, renamable, rename
from crossfoot.places import Text


def named(mark: str, text: str = CHAPTER) -> Mention | None:
    return at(in_chapter(text), text.index(mark) + 1)


def changed(new: str, mark: str, text: str = CHAPTER) -> dict[str, str]:
    """Return the files that a renaming changes, as they are after it."""
    out = {}
    for file, edits in rename(named(mark, text), new, TEXTS, WORLD).items():
        after = TEXTS[file].text
        for (start, end), said in sorted(edits, reverse=True):
            after = after[:start] + said + after[end:]
        out[file] = after
    return out


def test_a_quantity_is_renamed_wherever_it_is_read() -> None:
    """Chapters, quantities.yml, checks.yml and recipes change, and nothing else."""
    out = changed("asks.all", "asks.total")
    assert sorted(out) == [
        "figures/asks.py",
        "sources/01-asks.md",
        "sources/02-next.md",
        "sources/checks.yml",
        "sources/quantities.yml",
    ]
    assert out == {
        file: TEXTS[file].text.replace("asks.total", "asks.all") for file in out
    }


def test_a_label_is_renamed_but_not_in_code() -> None:
    """References and the label change; what pandoc reads as code stays."""
    out = changed("tbl-priced", "@tbl-asks", NEXT)
    assert out == {
        "sources/01-asks.md": CHAPTER.replace("tbl-asks", "tbl-priced"),
        "sources/02-next.md": NEXT.replace("tbl-asks", "tbl-priced", 1),
    }


def test_the_same_name_changes_nothing() -> None:
    """A name that is kept needs no edit."""
    assert changed("asks.total", "asks.total") == {}


@pytest.mark.parametrize(
    ("mark", "new", "says"),
    [
        ("asks.total", "asks.recovery", "asks.recovery is taken; sources/quantities.yml:1 has that name"),
        ("asks.total", "asks total", "“asks total” is no key; expected letters, digits, _, - and full stops, such as asks.total"),
        ("asks.total", "asks.broken", "asks.broken is taken; the report has a quantity of that name"),
        ("tbl-asks", "sec-asks", "“sec-asks” does not name a table; expected a name that starts with tbl-"),
        ("tbl-asks", "tbl-", "“tbl-” is no id; expected letters, digits, - and _, such as tbl-spending"),
        ("tbl-asks", "tbl-a b", "“tbl-a b” is no id; expected letters, digits, - and _, such as tbl-spending"),
        ("sec-asks", "sec-next", "sec-next is taken; sources/02-next.md:1 has that name"),
    ],
)  # fmt: skip
def test_a_name_that_will_not_do_is_refused(mark: str, new: str, says: str) -> None:
    """A name that is taken or not well formed changes nothing, and says why."""
    with pytest.raises(RefusedError) as told:
        rename(named(mark), new, TEXTS, WORLD)
    assert str(told.value) == says


def test_a_name_without_a_definition_is_not_renamed() -> None:
    """A reference that leads nowhere would only lead to another nowhere."""
    one = Mention("label", "tbl-none", (0, 8))
    texts = {**TEXTS, "sources/01-asks.md": Text("sources/01-asks.md", "@tbl-none")}
    with pytest.raises(
        RefusedError, match="tbl-none is defined nowhere in this report"
    ):
        rename(one, "tbl-some", texts, WORLD)


def test_nothing_is_renamed_while_a_file_cannot_be_read() -> None:
    """A YAML file in the middle of an edit might hold the name."""
    texts = {
        **TEXTS,
        "sources/checks.yml": Text("sources/checks.yml", "a: [asks.total"),
    }
    with pytest.raises(
        RefusedError, match=r"sources/checks\.yml is not YAML; mend it first"
    ):
        rename(named("asks.total"), "asks.all", texts, WORLD)


def test_only_quantities_and_labels_can_be_renamed() -> None:
    """A citation belongs to the bibliography, and words are no names."""
    assert renamable(named("@smith", NEXT)) is None
    assert renamable(None) is None
    found = renamable(named("@tbl-asks", NEXT))
    assert found
    assert found.says == "table"


def places(mark: str, text: str, file: str) -> list[str]:
    one = named(mark, text)
    assert one
    found = definitions(one, file, TEXTS, WORLD)
    return [f"{place.file}:{place.line}:{place.column}" for place in found]


def test_definitions_are_where_names_are_given() -> None:
    """Quantities, labels, citations, tables and figures lead to their own files."""
    first = "sources/01-asks.md"
    assert places("asks.total", CHAPTER, first) == ["sources/quantities.yml:2:1"]
    assert places("@tbl-asks", NEXT, "sources/02-next.md") == [f"{first}:5:32"]
    assert places("@smith", NEXT, "sources/02-next.md") == [
        "sources/references.bib:1:7"
    ]
    assert places("data/asks", CHAPTER, first) == ["sources/data/asks.csv:1:1"]
    figure = Mention("figure", "asks", (0, 4))
    assert [p.file for p in definitions(figure, first, TEXTS, WORLD)] == [
        "figures/asks.py"
    ]


def test_a_quantity_s_entry_leads_to_its_rows() -> None:
    """From quantities.yml the way goes on to the table."""
    text = TEXTS["sources/quantities.yml"]
    one = at(mentions(text, WORLD), text.text.index("asks.total:"))
    assert one
    assert one.defines
    found = definitions(one, text.file, TEXTS, WORLD)
    assert [(place.file, place.line) for place in found] == [
        ("sources/data/asks.csv", 2)
    ]


def test_uses_are_found_in_every_file() -> None:
    """References of a quantity are in chapters, checks, quantities and recipes."""
    found = everywhere(TEXTS, WORLD, "quantity", "asks.total")
    assert [f"{one.place.file}:{one.place.line}" for one in found] == [
        "sources/01-asks.md:3",
        "sources/02-next.md:3",
        "sources/quantities.yml:2",
        "sources/quantities.yml:3",
        "sources/checks.yml:2",
        "figures/asks.py:2",
    ]
