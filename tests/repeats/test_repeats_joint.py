"""Sections that run in parallel, through the stage."""

from typing import Any

import pytest
from paired import NEW, OLD, edition
from repeating import chapters, messages, repeats, settings

from crossfoot.chapters import Settings
from crossfoot.findings import Finding
from crossfoot.repeats import find

OTHERS = (
    "A further £203m is requested for programmes of work that are tied to recovery.",
    "A further £230m is requested for programmes of work that are tied to recovery.",
)


def told(findings: list[Finding]) -> list[str]:
    """Return the code and the place of each finding."""
    return [f"{one.code} {one.place.file[8:-3]}:{one.place.line}" for one in findings]


def kinds(product: dict[str, Any]) -> list[tuple[str, str, int, bool]]:
    """Return each relation's class, action, passages, and whether another tells it."""
    return [
        (one["class"], one["action"], len(one.get("passages", ())), "within" in one)
        for one in product["relations"]
    ]


def test_two_editions_are_one_finding_that_names_each_passage() -> None:
    """The finding stands at the later heading; what differs is in its notes."""
    _, (one,) = repeats(edition("Leave", 0), edition("Handbook", 1))
    assert messages([one]) == [
        (
            "REP12 warning sources/02.md:1:1 “Handbook” and “Leave” of sources/01.md:1"
            " are largely the same: 3 of 7 passages stand in both, 3 of them with"
            " differences"
        )
    ]
    assert [(note.place.file, note.place.line, note.message) for note in one.notes] == [
        ("sources/01.md", 1, "the other section is here"),
        ("sources/02.md", 3, "“hears” here, “knows” in sources/01.md:3"),
        ("sources/02.md", 9, "“settled” here, “agreed” in sources/01.md:9"),
        ("sources/02.md", 15, "“as soon as” here, “once” in sources/01.md:15"),
    ]


def test_the_record_holds_each_passage_with_its_own_places() -> None:
    """A relation between sections reaches from the first passage to the last."""
    product, _ = repeats(edition("Leave", 0), edition("Handbook", 1))
    (one,) = product["relations"]
    parts = one["passages"]
    assert (one["a"][0]["start"], one["a"][0]["end"]) == (3, 15)
    assert one["sections"]["a"] | {"heading": ""} == {
        "heading": "",
        "file": "sources/01.md",
        "start": 1,
        "end": 1,
        "column": 1,
        "end_column": 8,
    }
    assert [one["sections"][key] for key in ("found", "of", "disagree")] == [3, 7, 0]
    assert [
        (part["class"], part["a"][0]["start"], part["b"][0]["start"]) for part in parts
    ] == [("near", 3, 3), ("near", 9, 9), ("near", 15, 15)]
    assert one["differences"] == [d for part in parts for d in part["differences"]]


def test_what_is_cut_stays_in_the_record_and_is_told_with_the_rest() -> None:
    """A cut leads to a relation of its own, which leads to that of the sections."""
    texts = edition("Leave", 0), edition("Handbook", 1, (OLD[0], *NEW[1:]))
    product, findings = repeats(*texts)
    assert told(findings) == ["REP12 02:1"]
    (words,) = (one["words"] for one in product["relations"] if one["class"] == "exact")
    assert findings[0].message.endswith(f"; {words} words of these are printed once")
    assert kinds(product) == [
        ("exact", "replace", 0, True),
        ("near", "report", 2, False),
    ]
    whole = product["relations"][1]["id"]
    assert product["relations"][0]["within"] == whole
    assert [cut["relation"] for cut in product["cuts"]] == [
        product["relations"][0]["id"]
    ]


def test_a_contradiction_stays_an_error_of_its_own() -> None:
    """The pair of sections says that there is one, and the gate still shuts."""
    texts = [
        edition("Leave", side) + f"\nSo.\n\nIt is late.\n\n{OTHERS[side]}\n"
        for side in (0, 1)
    ]
    _, findings = repeats(*texts)
    assert [(one.code, one.level) for one in findings] == [
        ("REP02", "error"),
        ("REP12", "warning"),
    ]
    assert findings[1].message.endswith(
        "3 of 10 passages stand in both, 4 of them with differences and"
        " 1 in contradiction"
    )


@pytest.mark.parametrize(
    ("report", "codes"),
    [
        ({"repeats": {"policy": {"near": "fail"}}}, ["REP03"] * 3),
        ({"severity": {"REP03": "error"}}, ["REP03"] * 3),
        ({"severity": {"REP01": "error"}}, ["REP12"]),
        ({"repeats": {"policy": {"near": "allow"}}}, []),
    ],
)
def test_what_the_settings_say_of_single_findings_holds(
    report: dict[str, Any], codes: list[str]
) -> None:
    """Nothing that shuts a gate is told in a finding that shuts none."""
    texts = chapters(edition("Leave", 0), edition("Handbook", 1))
    _, findings = find(texts, Settings(report, (), {}))
    assert [one.code for one in findings] == codes


def test_a_waiver_of_one_passage_keeps_its_finding() -> None:
    """The comment silences that finding, and would be unused without it."""
    allow = "<!-- crossfoot: allow REP03 because it is the law -->\n\n"
    text = edition("Handbook", 1).replace(NEW[1], allow + NEW[1])
    _, findings = repeats(edition("Leave", 0), text)
    assert told(findings) == ["REP03 02:3", "REP03 02:11", "REP03 02:17"]


@pytest.mark.parametrize(
    "passages",
    [
        (NEW[2], "Nothing of the kind.", NEW[0]),
        (*NEW[:2], "Nothing of the kind."),
        (NEW[2], NEW[1], NEW[0]),
    ],
    ids=["other order", "two alone", "turned round"],
)
def test_few_passages_or_another_order_are_told_one_by_one(
    passages: tuple[str, ...],
) -> None:
    """Two passages make no version, nor do three in another order."""
    more = " ".join(f"Word{n} and what it means." for n in range(30))
    texts = edition("Leave", 0), edition("Handbook", 1, passages)
    _, findings = repeats(
        *(f"{text}\n{more.replace('W', 'VW'[n])}\n" for n, text in enumerate(texts))
    )
    assert {one.code for one in findings} == {"REP03"}


def test_most_of_a_section_is_told_once_in_any_order() -> None:
    """Requirements sorted by topic and by office are one list, kept twice."""
    texts = edition("Leave", 0), edition("Handbook", 1, NEW[::-1])
    _, findings = repeats(*texts)
    assert told(findings) == ["REP12 02:1"]


def test_a_section_is_not_parallel_to_what_holds_it() -> None:
    """Passages that stand twice under one heading are told one by one."""
    once = edition("Leave", 0).partition("\n")[2]
    again = edition("Leave", 1).partition("\n")[2]
    _, findings = repeats(f"# Leave\n{once}{again}")
    assert {one.code for one in findings} == {"REP03"}


def test_the_narrowest_sections_are_named() -> None:
    """Chapters that hold much else are not said to be alike."""
    other = "# Money\n\nNobody asked. It costs what it costs.\n\n#"
    texts = [other + edition("Leave", 0), other + edition("Handbook", 1)]
    _, findings = repeats(*texts)
    assert told(findings) == ["REP12 02:5"]


def test_the_order_of_chapters_does_not_matter() -> None:
    """The later section is the one that the finding stands at."""
    one = repeats(edition("Leave", 1), edition("Handbook", 0))[1]
    assert told(one) == ["REP12 02:1"]


def test_without_headings_chapters_are_named_by_their_files() -> None:
    """A chapter with no heading is a section as well."""
    texts = (edition("A", side).partition("\n\n")[2] for side in (0, 1))
    _, findings = repeats(*texts)
    assert messages(findings) == [
        (
            "REP12 warning sources/02.md:1:1 sources/02.md and"
            " sources/01.md:1 are largely the same: 3 of 7 passages stand in both,"
            " 3 of them with differences"
        )
    ]


def test_summaries_are_no_versions() -> None:
    """What a summary and the body have in common is meant to be alike."""
    first, second = chapters(edition("Leave", 0), edition("Handbook", 1))
    marked = edition("Summary", 1).replace("# Summary", "::: {role=summary}\n\n# S")
    found = find([first, *chapters("", marked + "\n:::\n")[1:]], settings())
    assert found[1] == []
    assert find([first, second], settings())[1] != []
