"""What stands in the ledger of numbers that a finding talks about."""

import pytest
from reading import chapter, known

from crossfoot.numbers import chapter_part, checks_of, outline, report, with_report
from crossfoot.waivers import Allowance

ITEMS = "- Talk: 45 min\n- Workshop: 1 h 15 min\n- Questions: 30 min\n"
TABLE = "| a | b |\n|--|--:|\n| x | 1 |\n\n: Cap {#tbl-a}\n\n"
CASES = {
    "TAB05": [
        (ITEMS + "- Total: 2 h 50 min\n", {"2 h 50 min"}),
        ("There were 60 girls and 20 boys, a ratio of 4 to 1.", {"4 to 1"}),
    ],
    "TAB07": [
        (
            "## Finding 1: a\n\nOn.\n\n## Finding 2: a\n\nOn.\n\n## Finding 4: a\n\n",
            {"Finding 4"},
        ),
        ("There are three themes:\n\n- red\n- blue\n", {"three"}),
    ],
    "NUM12": [(f"{TABLE}See Table 9 there.\n", {"Table 9"})],
    "NUM09": [
        ("Grants cost £5,987m.\n\nThe grants cost £5,987,000.\n", {"£5,987,000"})
    ],
}


def stands(
    text: str, code: str, *, waived: bool = False
) -> tuple[set[str], set[str], list[str]]:
    """Return what a finding's numbers stand as, their texts, and what it found."""
    one = chapter(f"# A\n\n{text}")
    against = with_report(known(), checks_of(None), [outline(one)], frozenset())
    parts = [chapter_part(one, against)]
    found = report(parts, [], against, checks_of(None), [])[1]
    [told] = [each for each in found if each.code == code]
    allow = [Allowance(told.place, (code,), reason="quoted")] if waived else []
    ledger = report(parts, [], against, checks_of(None), allow)[0]["numbers"]
    near = [
        entry
        for entry in ledger
        if entry["line"] == told.place.line
        and entry["column"] < told.place.end_column
        and told.place.column < entry["end_column"]
    ]
    texts = {entry["text"] for entry in near}
    return {entry["state"] for entry in near}, texts, [told.found]


SAID = [(code, *case) for code, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("code", "text", "texts"), SAID)
def test_a_number_with_a_finding_fails(code: str, text: str, texts: set[str]) -> None:
    """Whatever kind of number it is: a time, a ratio, a reference, a heading's."""
    assert stands(text, code)[:2] == ({"failed"}, texts)


@pytest.mark.parametrize(("code", "text", "texts"), SAID)
def test_a_finding_that_is_waived_waives_its_numbers(
    code: str, text: str, texts: set[str]
) -> None:
    """The ledger gives the reason that the waiver has."""
    assert stands(text, code, waived=True)[:2] == ({"waived"}, texts)
