"""Policies: what is done about repeats, by class and by place."""

from typing import Any

import pytest
from repeating import LISTS, WARDS, chapters, messages, repeats, settings, summary

from crossfoot.places import Text
from crossfoot.repeats import find
from crossfoot.repeats.decisions import Told
from crossfoot.repeats.policies import policies_of
from crossfoot.waivers import in_checks

TEXTS = (
    f"# Hubs\n\n{WARDS}\n\n{LISTS}\n",
    f"# Streets\n\n{WARDS}\n\nStreets came next.\n",
    f"# Lists\n\n{LISTS}\n\nEnd.\n",
)


@pytest.mark.parametrize(
    ("places", "actions"),
    [
        ([{"files": "02*", "policy": {"exact": "drop"}}], ["drop", "replace"]),
        ([{"files": "01*", "policy": {"exact": "drop"}}], ["replace", "replace"]),
        (
            [{"files": ["02.md", "03.md"], "policy": {"exact": "report"}}],
            ["report"] * 2,
        ),
        (
            [{"files": "sources/03.md", "policy": {"exact": "fail"}}],
            ["replace", "fail"],
        ),
        (
            [{"between": ["03*", "01*"], "policy": {"exact": "allow"}}],
            ["replace", "none"],
        ),
        (
            [
                {"files": "*", "policy": {"exact": "allow"}},
                {"files": "02*", "policy": {"exact": "drop", "near": "fail"}},
            ],
            ["drop", "none"],
        ),
        (
            [
                {"files": "02*", "policy": {"exact": "drop"}},
                {"files": "*", "policy": {"near": "fail"}},
            ],
            ["drop", "replace"],
        ),
    ],
)
def test_a_policy_holds_where_its_place_is(
    places: list[dict[str, Any]], actions: list[str]
) -> None:
    """The chapter of the copy decides, or both chapters; later entries win."""
    product, findings = repeats(*TEXTS, places=places)
    assert [one["action"] for one in product["relations"]] == actions
    cuts = [one for one in actions if one in {"replace", "drop"}]
    assert len(product["cuts"]) == len(cuts)
    assert len(findings) == len([one for one in actions if one != "none"])


def test_copies_of_one_text_may_have_policies_of_their_own() -> None:
    """One copy is dropped, the other is replaced; the relation says the stronger."""
    texts = TEXTS[0], TEXTS[1], f"# Third\n\n{WARDS}\n\nEnd.\n"
    places = [{"files": "03*", "policy": {"exact": "drop"}}]
    product, _ = repeats(*texts, places=places)
    assert [(cut["file"], cut["refer"]) for cut in product["cuts"]] == [
        ("sources/02.md", True),
        ("sources/03.md", False),
    ]


def test_a_contradiction_has_no_copy() -> None:
    """A place counts for a contradiction on either side."""
    ask = "A further £203m is earmarked for programmes of work on recovery."
    texts = f"# Money\n\n{ask}\n", f"# Money\n\nSo. {ask.replace('203', '230')}\n"
    for pattern, action in (("01*", "report"), ("02*", "report"), ("03*", "fail")):
        places = [{"files": pattern, "policy": {"contradiction": "report"}}]
        product, _ = repeats(*texts, places=places)
        assert [one["action"] for one in product["relations"]] == [action]


def test_an_entry_without_a_place_holds_nowhere() -> None:
    """What is left of a faulty entry asks for nothing."""
    assert policies_of({"places": [{"policy": {"exact": "drop"}}]}).places == ()
    assert repeats(*TEXTS, places=[{"policy": {"exact": "drop"}}]) == repeats(*TEXTS)


@pytest.mark.parametrize(
    ("waiver", "actions"),
    [
        ("{code: REP01, because: it is quoted}", ["waived", "waived"]),
        ("{code: REP01, place: sources/02.md, because: so}", ["waived", "replace"]),
        ("{code: REP01, place: 'sources/02.md:3', because: so}", ["waived", "replace"]),
        (
            "{code: REP01, place: 'sources/02.md:4', because: so}",
            ["replace", "replace"],
        ),
        ("{code: REP01, key: repeats, because: so}", ["waived", "waived"]),
        ("{code: REP01, key: nothing, because: so}", ["replace", "replace"]),
        ("{code: REP01}", ["replace", "replace"]),
        ("{code: REP02, because: so}", ["replace", "replace"]),
        ("{code: REP01, because: so, expires: 1999-12-31}", ["replace", "replace"]),
    ],
)
def test_a_waiver_in_checks_keeps_the_copy(waiver: str, actions: list[str]) -> None:
    """A waiver of REP01 in `checks.yml` keeps what a comment would keep."""
    text = Text("sources/checks.yml", f"waivers:\n  - {waiver}\n")
    told = Told(allowances=tuple(in_checks(text)))
    product, _ = find(chapters(*TEXTS), settings(), told)
    assert [one["action"] for one in product["relations"]] == actions
    assert len(product["cuts"]) == actions.count("replace")


def test_a_passage_inside_a_longer_one_can_be_allowed() -> None:
    """`contained` is reported without a setting, and listed with `allow`."""
    inside = f"# B\n\nBefore it, {WARDS[:-1]}, as others say at length.\n"
    texts = f"# A\n\nSome say so. {WARDS}\n", inside
    told = summary(repeats(*texts)[0])
    quiet = repeats(*texts, policy={one[0]: "allow" for one in told})
    assert {one[1] for one in summary(quiet[0])} <= {"none"}
    assert messages(quiet[1]) == []
