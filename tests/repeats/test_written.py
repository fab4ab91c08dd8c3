"""Written decisions: the file's new text keeps what stood there."""

import pytest
from deciding import lines, made
from hypothesis import given, settings
from hypothesis import strategies as st
from repeating import LISTS, WARDS, repeats

from crossfoot.places import Text
from crossfoot.repeats.decisions import Decision, Side, parse
from crossfoot.repeats.written import FormError, entry, recorded
from crossfoot.yamlfile import load

TEXTS = (
    f"# Hubs\n\n{WARDS}\n\n{LISTS}\n",
    f"# Streets\n\n{WARDS}\n\nStreets came next.\n\n{LISTS.replace('paper', 'long')}\n",
)
ROWS = {one["class"]: one for one in repeats(*TEXTS)[0]["relations"]}
EXACT, NEAR = ROWS["exact"], ROWS["near"]
OLD = lines({"relations": [EXACT]}, "exact")


def put(text: str, one: dict[str, str] | None = None) -> str:
    row = one or NEAR
    new = {row["id"]: entry(made(row))}
    return recorded(Text("sources/decisions.yml", text), new)


def test_a_decision_is_written_line_by_line() -> None:
    """A decision is a few lines that a reviewer can read."""
    a, b = EXACT["sha256"]["a"], EXACT["sha256"]["b"]
    one = made(EXACT, owner="j.smith", expires="2026-12-31")
    assert entry(one, "The quick survey…") == (
        f'  - id: "{EXACT["id"]}"\n'
        "    class: exact\n"
        "    as: allow\n"
        '    text: "The quick survey…"\n'
        f'    a: {{file: "sources/01.md", sha256: "{a}"}}\n'
        f'    b: {{file: "sources/02.md", sha256: "{b}"}}\n'
        '    because: "It is meant"\n'
        '    owner: "j.smith"\n'
        '    expires: "2026-12-31"\n'
    )


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# Ours\n",
        "# Ours",
        "decisions:\n",
        "decisions: []\n",
        "decisions: # ours\n",
        "# Ours\n\n" + OLD + "  # the end\n",
        OLD.replace("\n", "\r\n"),
        OLD.rstrip("\n"),
        OLD.replace("  - ", "- ").replace("\n    ", "\n  "),
        OLD.replace('because: "It is meant"', "because: |\n      It is\n      meant\n"),
        OLD + "other: 5\n",
        "other: 5\n" + OLD,
    ],
)
def test_a_decision_is_added_and_nothing_else_changes(before: str) -> None:
    """All that stood in the file stands there still, in order, and the new one after it."""
    after = put(before)
    kept = [line for line in before.splitlines() if line != "decisions: []"]
    found = iter(after.splitlines())
    assert all(line in found for line in kept)
    idents = [one["id"] for one in load(Text("", after)).value["decisions"]]
    assert idents == ([EXACT["id"]] if "exact" in before else []) + [NEAR["id"]]
    assert ("\r" in after) == ("\r" in before)
    assert after.count("\r\n") in {0, after.count("\n")}


def test_a_decision_takes_the_place_of_its_earlier_form() -> None:
    """The entry is replaced where it stands; comments in it stay."""
    both = put(OLD).replace("    as: allow\n", "    # for now\n    as: allow\n", 1)
    new = entry(made(EXACT, "link"))
    text = recorded(Text("", "# Head\n" + both), {EXACT["id"]: new})
    assert text == "# Head\ndecisions:\n" + new + "    # for now\n" + entry(made(NEAR))


def test_a_stale_decision_is_replaced() -> None:
    """The new decision stands where the stale one stood."""
    both = put(OLD)
    stale = both.replace(EXACT["id"], "0" * 16)
    new = {EXACT["id"]: entry(made(EXACT))}
    assert recorded(Text("", stale), new, {"0" * 16: EXACT["id"]}) == both


@pytest.mark.parametrize(
    "text",
    ["- 5\n", "decisions: 5\n", "decisions: [{id: a}]\n", "a: [\n", OLD + "...\n"],
)
def test_a_file_of_another_form_is_refused(text: str) -> None:
    """What cannot be added to by lines is left alone."""
    with pytest.raises(FormError):
        put(text)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(max_size=20))
def test_any_reason_comes_back(because: str, owner: str) -> None:
    """Whatever a reason or an owner holds, it is read as it was given."""
    side = Side(("sources/01.md", "sources/01.md"), "0" * 64)
    one = Decision("0" * 16, "exact", "allow", side, side, because, owner)
    text = recorded(Text("", ""), {one.ident: entry(one)})
    value = load(Text("", text)).value["decisions"][0]
    assert (value["because"], value.get("owner", "")) == (because, owner)
    assert len(parse(Text("", text))[0]) == bool(because.strip())
