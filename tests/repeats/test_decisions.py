"""Decisions: what an author decided holds until a passage is edited."""

import json
from datetime import date

import pytest
from deciding import again, lines, settled
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from repeating import (
    LISTS,
    MEALS,
    WARDS,
    bare,
    chapter,
    chapters,
    left,
    repeats,
    summary,
)

from crossfoot.chapters import Settings
from crossfoot.dates import report_date
from crossfoot.findings import Waiver
from crossfoot.places import Text
from crossfoot.repeats import find
from crossfoot.repeats.decisions import parse
from crossfoot.repeats.relations import Relation
from crossfoot.workflow import PACKAGE
from crossfoot.yamlfile import load

FIRST = f"# Hubs\n\n{WARDS}\n\n{MEALS}\n"
SECOND = f"# Streets\n\n{WARDS}\n\nStreets came next.\n"
ASK = "A further £203m is earmarked for programmes of work on recovery."
HERE = f"# Money\n\n{ASK}\n"
THERE = f"# Money\n\nPlans. {ASK.replace('203', '230')}\n"
NEAR = f"# Lists\n\n{LISTS}\n"
NEARLY = f"# Lists again\n\n{LISTS.replace('paper', 'long')}\n"
EXACT = "Passage of 31 words repeats sources/01.md:3"
SCHEMA = json.loads((PACKAGE / "schemas" / "decisions.schema.json").read_text("utf-8"))


def decided(*texts: str, kind: str = "exact", **said: str) -> str:
    """Return `decisions.yml` with a decision on the relations of a class."""
    return lines(repeats(*texts)[0], kind, **said)


def test_what_is_allowed_stays_and_is_waived() -> None:
    """Both copies stay, and the finding has the reason and the owner."""
    text = decided(FIRST, SECOND, owner="j.smith")
    product, findings = again(text, FIRST, SECOND)
    assert summary(product) == [("exact", "waived", ["01:3-3"], ["02:3-3"])]
    assert product["relations"][0]["decision"] == "allow"
    assert product["cuts"] == []
    assert settled(findings) == [f"REP01 waived 02.md:3:1 {EXACT}"]
    assert findings[0].waiver == Waiver("It is meant", "j.smith")


@pytest.mark.parametrize(
    ("ruling", "action", "refers", "tail"),
    [
        ("link", "replace", True, "; a reference to it is printed here instead"),
        ("drop", "drop", False, "; this copy is left out"),
    ],
)
def test_the_copy_goes_as_decided(
    ruling: str, action: str, refers: bool, tail: str
) -> None:
    """Whatever the policy is, a decision cuts the copy, and the finding is settled."""
    text = decided(FIRST, SECOND, ruling=ruling)
    product, findings = again(text, FIRST, SECOND, policy={"exact": "fail"})
    assert summary(product) == [("exact", action, ["01:3-3"], ["02:3-3"])]
    assert [cut["refer"] for cut in product["cuts"]] == [refers]
    assert settled(findings) == [f"REP01 waived 02.md:3:1 {EXACT}{tail}"]
    assert left(product, chapter(SECOND, "02")) == "# Streets\n\nStreets came next.\n"


def test_the_second_place_can_stay() -> None:
    """The first place goes, and a reference to the second one stands there."""
    text = decided(FIRST, SECOND, ruling="keep-second")
    product, findings = again(text, FIRST, SECOND)
    assert summary(product) == [("exact", "replace", ["01:3-3"], ["02:3-3"])]
    assert [cut["keep"]["file"] for cut in product["cuts"]] == ["sources/02.md"]
    assert left(product, chapter(FIRST, "01")) == f"# Hubs\n\n{MEALS}\n"
    assert left(product, chapter(SECOND, "02")) == SECOND
    said = "Passage of 31 words repeats sources/02.md:3"
    assert settled(findings) == [
        f"REP01 waived 01.md:3:1 {said}; a reference to it is printed here instead"
    ]


def test_of_three_copies_the_second_can_stay() -> None:
    """All places but the second refer to it."""
    texts = FIRST, SECOND, f"# Third\n\n{WARDS}\n\nEnd.\n"
    product, findings = again(decided(*texts, ruling="keep-second"), *texts)
    assert [(cut["file"], cut["keep"]["file"]) for cut in product["cuts"]] == [
        ("sources/01.md", "sources/02.md"),
        ("sources/03.md", "sources/02.md"),
    ]
    assert all(one.waiver for one in findings)


def test_the_second_place_stays_when_chapters_change_places() -> None:
    """What is kept is the chapter that was named, also when it comes first now."""
    text = decided(FIRST, SECOND, ruling="keep-second")
    product, findings = again(text, chapter(SECOND, "02"), chapter(FIRST, "01"))
    assert [(cut["file"], cut["keep"]["file"]) for cut in product["cuts"]] == [
        ("sources/01.md", "sources/02.md")
    ]
    assert [one.code for one in findings] == ["REP01"]
    assert findings[0].waiver


def test_names_move_to_the_second_place() -> None:
    """What leads to the first place leads to the second one when that stays."""
    text = (
        f"# A\n\n## Key\n\n{WARDS} []{{#here}}\n\n# B\n\n## Key\n\n{WARDS} []{{#here}}\n\n"
        "# C\n\n[There](#key) and [here](#key-1)\n"
    )
    product, findings = again(decided(text, ruling="keep-second"), text)
    assert [cut["moved"] for cut in product["cuts"]] == [
        {"here": "here", "key": "key-1"}
    ]
    assert [bool(one.waiver) for one in findings] == [True]


def test_a_near_repeat_is_allowed_for_good() -> None:
    """A decision on a near repeat settles it."""
    text = decided(NEAR, NEARLY, kind="near")
    product, findings = again(text, NEAR, NEARLY)
    assert summary(product) == [("near", "waived", ["01:3-3"], ["02:3-3"])]
    assert [one.code for one in findings if not one.waiver] == []


def test_a_contradiction_is_allowed_with_both_figures() -> None:
    """A decision on a contradiction names the words of both sides."""
    text = decided(HERE, THERE, kind="contradiction")
    assert 'says: ["£203m"]' in text
    assert 'says: ["£230m"]' in text
    product, findings = again(text, HERE, THERE)
    assert [one["action"] for one in product["relations"]] == ["waived"]
    assert [(one.code, one.level, bool(one.waiver)) for one in findings] == [
        ("REP02", "error", True)
    ]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('says: ["£230m"]', 'says: ["£231m"]', "names other words than those that"),
        (', says: ["£230m"]', "", "b does not say which words of it differ"),
    ],
)
def test_a_contradiction_is_not_allowed_unread(
    before: str, after: str, message: str
) -> None:
    """Without the figures that stand there the contradiction is an error again."""
    text = decided(HERE, THERE, kind="contradiction").replace(before, after)
    product, findings = again(text, HERE, THERE)
    assert [one["action"] for one in product["relations"]] == ["fail"]
    assert not any(one.waiver for one in findings)
    assert message in findings[-1].message


def test_an_edited_copy_makes_a_decision_stale() -> None:
    """The pair comes back as it is now, and the decision is found where it stands."""
    text = decided(FIRST, SECOND)
    product, findings = again(text, FIRST, SECOND.replace("western", "eastern"))
    assert summary(product) == [("near", "report", ["01:3-3"], ["02:3-3"])]
    ident = product["relations"][0]["id"]
    assert [one.code for one in findings] == ["REP03", "REP04"]
    stale = findings[1]
    assert (stale.place.file, stale.place.line, stale.place.column) == (
        "sources/decisions.yml",
        2,
        9,
    )
    assert stale.message.endswith("was made for a passage that was edited since")
    assert stale.help == (
        "Look at the passages again, and decide with"
        f' crossfoot repeats --accept {ident} --because "…"'
    )


def test_an_edited_figure_is_not_covered() -> None:
    """What was allowed as equal is an error when a figure differs."""
    other = THERE.replace("230", "203").replace("Plans. ", "")
    keys = {"min_words": 8}
    text = lines(repeats(HERE, other, **keys)[0], "exact")
    product, findings = again(text, HERE, THERE.replace("Plans. ", ""), **keys)
    assert ("contradiction", "fail") in {one[:2] for one in summary(product)}
    assert [(one.code, one.waiver) for one in findings if one.level == "error"] == [
        ("REP02", None)
    ]
    assert "REP04" in {one.code for one in findings}


def test_a_decision_covers_no_worse_class() -> None:
    """A decision made for a milder class of the same texts does not hold."""
    ident = repeats(FIRST, SECOND)[0]["relations"][0]["id"]
    milder = Relation("near", "report", (WARDS, WARDS), 31).ident
    text = decided(FIRST, SECOND).replace("class: exact", "class: near")
    _, findings = again(text.replace(ident, milder), FIRST, SECOND)
    assert [(f.code, bool(f.waiver)) for f in findings] == [
        ("REP01", False),
        ("REP04", False),
    ]
    assert findings[1].message == (
        f"Decision on {milder} was made for class near, and this is exact now"
    )


def test_a_decision_covers_only_the_copies_it_names() -> None:
    """A copy that comes later in another chapter is cut as if nothing was decided."""
    third = f"# Third\n\n{WARDS}\n\nEnd.\n"
    product, findings = again(decided(FIRST, SECOND), FIRST, SECOND, third)
    assert summary(product) == [("exact", "replace", ["01:3-3"], ["02:3-3", "03:3-3"])]
    assert [cut["file"] for cut in product["cuts"]] == ["sources/03.md"]
    assert [(one.place.file, bool(one.waiver)) for one in findings] == [
        ("sources/02.md", True),
        ("sources/03.md", False),
    ]
    assert "decision" not in product["relations"][0]


def test_what_cannot_be_cut_is_said() -> None:
    """Link, drop and keep-second on other classes leave the text and are found."""
    for ruling in ("link", "drop", "keep-second"):
        text = decided(NEAR, NEARLY, kind="near", ruling=ruling)
        product, findings = again(text, NEAR, NEARLY)
        assert product["cuts"] == []
        assert [(one.code, one.level) for one in findings] == [
            ("REP03", "warning"),
            ("REP09", "error"),
        ]
        assert findings[1].message.endswith(
            "cannot be carried out: only equal text is ever cut, and this is near"
        )


def test_a_summary_is_never_a_reason_to_cut() -> None:
    """A decision to cut what a summary repeats is found and does nothing."""
    pages = [chapter(FIRST, "01"), chapter(SECOND, "02", "summary")]
    text = lines(find(pages, Settings({}, (), {}))[0], "exact", ruling="drop")
    product, findings = again(text, *pages)
    assert product["cuts"] == []
    assert [one.message.partition(": ")[2] for one in findings] == [
        "a summary is no reason to cut"
    ]


def test_a_comment_outweighs_a_decision_to_cut() -> None:
    """A copy that a comment keeps stays, and the decision is found."""
    said = "<!-- crossfoot: allow REP01 because it is quoted in full -->"
    second = SECOND.replace(WARDS, f"{said}\n\n{WARDS}")
    product, findings = again(decided(FIRST, second, ruling="drop"), FIRST, second)
    assert product["cuts"] == []
    assert [one.code for one in findings] == ["REP01", "REP09"]


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2026, 3, 31), [("REP01", True)]),
        (date(2026, 4, 1), [("REP01", False), ("REP06", False)]),
        (report_date(None, None), [("REP01", True), ("REP06", False)]),
    ],
)
def test_a_decision_holds_until_its_last_day(
    day: date, codes: list[tuple[str, bool]]
) -> None:
    """After `expires` the pair comes back; without a date of the report that is found."""
    text = decided(FIRST, SECOND, expires="2026-03-31")
    _, findings = again(text, FIRST, SECOND, day=day)
    assert [(one.code, bool(one.waiver)) for one in findings] == codes


@pytest.mark.parametrize(
    ("second", "message"),
    [
        (
            "# Streets\n\nStreets came next.\n",
            "covers nothing; its passages stand twice",
        ),
        ("", "names sources/02.md, which is no chapter"),
    ],
)
def test_an_unused_decision_is_found(second: str, message: str) -> None:
    """A decision whose passage or chapter is gone is a warning."""
    texts = (FIRST, second) if second else (FIRST,)
    product, findings = again(decided(FIRST, SECOND), *texts)
    assert product["relations"] == []
    assert [(one.code, one.level) for one in findings] == [("REP05", "warning")]
    assert message in findings[0].message


def test_an_unknown_id_and_another_hash_decide_nothing() -> None:
    """Identifier and hashes must both be those of the relation."""
    text = decided(FIRST, SECOND)
    ident = repeats(FIRST, SECOND)[0]["relations"][0]["id"]
    hashes = repeats(FIRST, SECOND)[0]["relations"][0]["sha256"]
    for changed, code in (
        (text.replace(ident, "0" * 16), "REP04"),
        (text.replace(hashes["a"], "0" * 64), "REP04"),
        (text.replace("sources/02.md", "sources/01.md"), "REP04"),
        (text.replace("sources/02.md", "sources/09.md"), "REP05"),
    ):
        product, findings = again(changed, FIRST, SECOND)
        assert [one["action"] for one in product["relations"]] == ["replace"]
        assert [one.code for one in findings] == ["REP01", code]


def test_a_wrong_id_and_a_chapter_of_another_name_are_told_as_such() -> None:
    """What the passages are called now stands in the finding, with the way out."""
    text = decided(FIRST, SECOND)
    ident = repeats(FIRST, SECOND)[0]["relations"][0]["id"]
    _, (_, wrong) = again(text.replace(ident, "0" * 16), FIRST, SECOND)
    assert wrong.message == "Decision on 0000000000000000 names an id that nothing has"
    assert wrong.notes[0].message == f"this is {ident} now"
    _, (_, moved) = again(text.replace("sources/02", "sources/09"), FIRST, SECOND)
    assert moved.message == (
        f"Decision on {ident} names sources/09.md, which is no chapter; its passages"
        " stand in sources/01.md and sources/02.md now"
    )
    assert f"--accept {ident} " in moved.help


BAD = [
    ("decisions: [", "REP07 error 1:13 decisions.yml is not YAML"),
    ("- a\n", "REP07 error 1:1 decisions.yml is a list; expected a mapping"),
    ("nothing\n", "REP07 error 1:1 decisions.yml is a text; expected a mapping"),
    ("", "REP05 warning 1:1 decisions.yml decides nothing"),
    ("# later\n", "REP05 warning 1:1 decisions.yml decides nothing"),
    ("decisions:\n", "REP05 warning 1:1 decisions.yml decides nothing"),
    ("decisions: 5\n", "REP07 error 1:12 decisions is no list"),
    ("decision: []\n", "REP07 error 1:1 “decision” is no key of a decision"),
    ("decisions: [5]\n", "REP07 error 1:13 Entry is no mapping"),
    ("decisions: [{id: 1}]\n", "REP07 error 1:13 Decision has no class, as, a and b"),
    (
        "a: &a [*a]\n",
        "REP07 error 1:4 decisions.yml is not YAML: its aliases stand for more than can be read",
    ),
    ("a: 1\na: 2\n", "REP07 error 2:1 decisions.yml is not YAML: `a` stands twice"),
    (
        "a: \x00\n",
        "REP07 error 1:4 decisions.yml is not YAML: it holds the character number 0",
    ),
]


@pytest.mark.parametrize(("text", "told"), BAD)
def test_a_broken_file_decides_nothing(text: str, told: str) -> None:
    """Whatever is wrong with the file is one finding, and the pair is as without it."""
    product, findings = again(text, FIRST, SECOND)
    assert product == repeats(FIRST, SECOND)[0]
    wrong = [
        f"{f.code} {f.level} {f.place.line}:{f.place.column} {f.message}"
        for f in findings
        if f.place.file == "sources/decisions.yml"
    ]
    assert len(wrong) == 1
    assert wrong[0].startswith(told)


ENTRY = decided(FIRST, SECOND, owner="j.smith", expires="2026-12-31")
CHANGES = [
    ("expires:", "expire:", "REP07 9:5 “expire” is no key of a decision"),
    ("because: ", "because: # ", "REP08 2:5 Decision on"),
    ('because: "It is meant"', 'because: " "', "REP08 2:5 Decision on"),
    ("class: exact", "class: exakt", "REP07 3:12 class is “exakt”; expected contra"),
    ("as: allow", "as: forget", "REP07 4:9 as is “forget”; expected allow, link"),
    ("    as: allow\n", "", "REP07 2:5 Decision has no as"),
    ("2026-12-31", "2026-13-31", "REP06 9:14 Decision expires on “2026-13-31”"),
    ("2026-12-31", "soon", "REP06 9:14 Decision expires on “soon”, which is no day"),
    ('owner: "j.smith"', "owner: [a]", "REP07 8:12 owner is no text"),
    ("a: {file", "a: {files", "REP07 5:9 “files” is no key of a decision"),
    ('a: {file: "sources/01.md"', "a: {file: []", "REP07 5:15 a names no file"),
    ("a: {", "a: 5 # {", "REP07 5:8 a is no mapping of file and sha256"),
    ('id: "', 'id: "x', "REP07 2:9 id is “x"),
    ('sha256: "', 'sha256: "x', "REP07 5:40 a has no sha256 of 64 digits"),
]


@pytest.mark.parametrize(("before", "after", "told"), CHANGES)
def test_a_faulty_entry_decides_nothing(before: str, after: str, told: str) -> None:
    """A slip of the pen is found at its place, and nothing is decided by the entry."""
    text = ENTRY.replace(before, after, 1)
    decisions, wrong = parse(Text("sources/decisions.yml", text))
    assert decisions == []
    first = wrong[0]
    shown = f"{first.code} {first.place.line}:{first.place.column} {first.message}"
    assert shown.startswith(told)
    schema = list(Draft202012Validator(SCHEMA).iter_errors(load(Text("", text)).value))
    assert bool(schema) == (first.code != "REP06" or "soon" in told or "13" in told)


def test_what_is_written_is_valid() -> None:
    """Decisions as the command writes them are of the schema's form."""
    for text in (ENTRY, decided(HERE, THERE, kind="contradiction")):
        assert parse(Text("", text))[1] == []
        Draft202012Validator(SCHEMA).validate(load(Text("", text)).value)


def test_a_relation_is_decided_once() -> None:
    """The first of two decisions on one relation counts, the second is found."""
    _, findings = again(
        ENTRY + ENTRY.partition("\n")[2].replace("as: allow", "as: drop"), FIRST, SECOND
    )
    assert [(one.code, bool(one.waiver)) for one in findings] == [
        ("REP01", True),
        ("REP07", False),
    ]
    assert findings[1].message.endswith("is decided twice, first in line 2")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.integers(0, len(ENTRY)), st.integers(0, 40))
def test_no_file_is_a_fault_of_ours(text: str, at: int, size: int) -> None:
    """Whatever stands in the file, findings say so, and nothing else happens."""
    for one in (text, ENTRY[:at] + text + ENTRY[at + size :]):
        decisions, wrong = parse(Text("sources/decisions.yml", one))
        assert wrong or len(decisions) <= 1


ELSEWHERE = ("Rain fell", "Nobody sang", "Cars hummed", "We left", "Birds", "Old oak")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 1),
            st.integers(0, 9),
            st.lists(st.sampled_from("abc"), max_size=2),
        ),
        max_size=6,
    )
)
def test_a_decision_survives_edits_elsewhere(
    edits: list[tuple[int, int, list[str]]],
) -> None:
    """New paragraphs anywhere leave a decision as it is, for every class and ruling."""
    pages = [[WARDS, MEALS, LISTS], [WARDS, LISTS.replace("paper", "long")]]
    before = [bare(*page, name=f"{n:02}") for n, page in enumerate(pages, 1)]
    text = lines(find(before, Settings({}, (), {}))[0], "exact", "near")
    for number, (page, at, words) in enumerate(edits):
        added = f"{ELSEWHERE[number]} {' '.join(words)}."
        pages[page].insert(at, added)
    after = [bare(*page, name=f"{n:02}") for n, page in enumerate(pages, 1)]
    product, findings = again(text, *after)
    assert product["cuts"] == []
    assert [(one.code, bool(one.waiver)) for one in findings] == [
        ("REP01", True),
        ("REP03", True),
    ]


def test_chapters_of_one_file_count_by_place() -> None:
    """Two copies in one chapter are decided by that chapter's name alone."""
    text = f"# Hubs\n\n{WARDS}\n\nBetween.\n\n{WARDS}\n\nEnd.\n"
    product, findings = again(decided(text), text)
    assert [one["action"] for one in product["relations"]] == ["waived"]
    product, findings = again(decided(text, ruling="keep-second"), text)
    assert left(product, chapters(text)[0]) == (
        f"# Hubs\n\nBetween.\n\n{WARDS}\n\nEnd.\n"
    )
    assert [bool(one.waiver) for one in findings] == [True]
