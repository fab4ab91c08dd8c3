"""Whole reports: what `build/repeats.json` and the findings say of them."""

import hashlib
import json

from jsonschema import Draft202012Validator
from repeating import (
    LISTS,
    MEALS,
    WARDS,
    chapter,
    messages,
    repeats,
    settings,
    summary,
)

from crossfoot.repeats import find
from crossfoot.workflow import PACKAGE

ASK = "A further £203m is earmarked for programmes of work on recovery."
FIRST = f"# Findings\n\n## Kitchens\n\n{MEALS}\n\n{WARDS}\n\n## Money\n\n{ASK}\n"
SECOND = (
    f"# Recommendations\n\n{ASK.replace('203', '230')} We say why.\n\n"
    f"## Kitchens\n\n{MEALS}\n\n{WARDS}\n\n## Lists\n\n{LISTS}\n"
)
REFERRED = "; a reference to it is printed here instead"
SHARED = ": 96% of its words stand there"
THIRD = f"# Outlook\n\n{LISTS.replace('paper', 'long')}\n"


def place(
    name: str, start: int, end: int, column: int, end_column: int
) -> dict[str, object]:
    file = f"sources/{name}.md"
    return {
        "file": file,
        "start": start,
        "end": end,
        "column": column,
        "end_column": end_column,
    }


def test_a_report_s_repeats_are_told_whole() -> None:
    """A contradiction, a copied section and an edited paragraph give this product."""
    product, _ = repeats(FIRST, SECOND, THIRD)
    cut = f"## Kitchens\n\n{MEALS}\n\n{WARDS}\n\n"
    start, word = SECOND.index("## Kitchens"), SECOND.index("paper")
    ids = [one["id"] for one in product["relations"]]
    hashes = [one["sha256"] for one in product["relations"]]
    assert product == {
        "schema": "crossfoot/repeats/1",
        "relations": [
            {
                "id": ids[0],
                "class": "contradiction",
                "action": "fail",
                "a": [place("01", 11, 11, 1, 65)],
                "b": [place("02", 3, 3, 1, 65)],
                "words": 11,
                "share": 100,
                "sha256": hashes[0],
                "differences": [
                    {
                        "a": "£203m",
                        "b": "£230m",
                        "a_span": [FIRST.index("£203m"), FIRST.index("£203m") + 5],
                        "b_span": [SECOND.index("£230m"), SECOND.index("£230m") + 5],
                    }
                ],
            },
            {
                "id": ids[1],
                "class": "exact",
                "action": "replace",
                "a": [place("01", 3, 7, 1, len(WARDS) + 1)],
                "b": [place("02", 5, 9, 1, len(WARDS) + 1)],
                "words": 63,
                "share": 100,
                "sha256": hashes[1],
                "differences": [],
            },
            {
                "id": ids[2],
                "class": "near",
                "action": "report",
                "a": [place("02", 13, 13, 1, len(LISTS) + 1)],
                "b": [place("03", 3, 3, 1, len(LISTS))],
                "words": 31,
                "share": 96,
                "sha256": hashes[2],
                "differences": [
                    {
                        "a": "paper",
                        "b": "long",
                        "a_span": [word, word + 5],
                        "b_span": [THIRD.index("long"), THIRD.index("long") + 4],
                    }
                ],
            },
        ],
        "cuts": [
            {
                "file": "sources/02.md",
                "name": "02",
                "start": len(SECOND[:start].encode()),
                "end": len(SECOND[:start].encode()) + len(cut.encode()),
                "span": [start, start + len(cut)],
                "text": cut,
                "sha256": hashlib.sha256(cut.encode()).hexdigest(),
                "relation": ids[1],
                "keep": {
                    "file": "sources/01.md",
                    "span": [FIRST.index("## Kitchens"), FIRST.index("## Money") - 2],
                },
                "moved": {"kitchens": "kitchens"},
                "refer": True,
            }
        ],
    }


def test_a_report_s_findings_stand_alone() -> None:
    """Each finding says what repeats what, and where."""
    _, findings = repeats(FIRST, SECOND, THIRD)
    disagree = "Copies disagree: “£203m” here, “£230m” in sources/02.md:3"
    exact = "Passage of 63 words repeats sources/01.md:3"
    near = "Passage of 31 words nearly repeats sources/02.md:13"
    assert messages(findings) == [
        f"REP02 error sources/01.md:11:11 {disagree}",
        f"REP01 warning sources/02.md:5:1 {exact}{REFERRED}",
        f"REP03 warning sources/03.md:3:1 {near}{SHARED}",
    ]


def test_edits_elsewhere_leave_identities_alone() -> None:
    """Relations and findings are known by their texts, not by where they stand."""
    before, told = repeats(FIRST, SECOND, THIRD)
    after, again = repeats(
        FIRST.replace("# Findings\n", "# Findings\n\nMore.\n"), SECOND, THIRD
    )
    assert [one["id"] for one in before["relations"]] == [
        one["id"] for one in after["relations"]
    ]
    assert [one.fingerprint for one in told] == [one.fingerprint for one in again]


def test_the_product_keeps_to_its_schema() -> None:
    """The product is what the schema says, and the schema is one."""
    schema = json.loads((PACKAGE / "schemas" / "repeats.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    product, _ = repeats(FIRST, SECOND, THIRD, policy={"near": "fail"})
    Draft202012Validator(schema).validate(product)


def test_other_classes_have_policies_too() -> None:
    """A report may fail on near repeats and let contradictions pass."""
    policy = {"near": "fail", "contradiction": "report", "exact": "allow"}
    _, findings = repeats(FIRST, SECOND, THIRD, policy=policy)
    assert [(one.code, one.level) for one in findings] == [
        ("REP02", "warning"),
        ("REP03", "error"),
    ]


def test_front_matter_is_never_compared() -> None:
    """Chapters may share their front matter."""
    words = " ".join(["title: The same words in both chapters", *["and on"] * 20])
    product, _ = repeats(*(f"---\n{words}\n---\n\n# {n}\n\nText {n}.\n" for n in "AB"))
    assert product["relations"] == []


def test_an_appendix_comes_after_all_chapters() -> None:
    """A passage stays in the body, wherever the file of an appendix is listed."""
    more = chapter(f"# S\n\n{WARDS}\n\nLess.\n", "01", "appendix")
    body = chapter(f"# B\n\n{WARDS}\n\nMore.\n", "02")
    product, _ = find([more, body], settings())
    assert summary(product) == [("exact", "replace", ["02:3-3"], ["01:3-3"])]


def test_a_chapter_of_a_summary_is_never_cut() -> None:
    """Body text that a summary repeats stays in both places and is listed."""
    short = chapter(f"# S\n\n{WARDS}\n\n{LISTS}\n", "01", "summary")
    body = chapter(f"# B\n\n{WARDS}\n\n{LISTS}\n\nMore.\n", "02")
    product, findings = find([short, body], settings())
    assert summary(product) == [("exact", "none", ["02:3-5"], ["01:3-5"])]
    assert (product["cuts"], findings) == ([], [])
