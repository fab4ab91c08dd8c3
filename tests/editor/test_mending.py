"""Quick fixes: edits for findings, and waivers that ask for a reason."""

import json
from dataclasses import replace

from worlds import CHAPTER, TEXTS, WORLD

from crossfoot.editor.mending import Action, actions, safe_edits
from crossfoot.editor.world import World, as_row, of_row
from crossfoot.findings import Finding, Fix
from crossfoot.places import Place, Text

FIRST = "sources/01-asks.md"
WRONG = Finding(
    "NUM01",
    "Text says “£203m”; asks.recovery is £205m",
    TEXTS[FIRST].place((21, 26)),
    help="Write £205m, or bind another quantity",
    fix=Fix("£205m", safe=True),
)


def applied(action: Action, texts: dict[str, Text] = TEXTS) -> dict[str, str]:
    """Return the files that an action changes, as they are after it."""
    out: dict[str, str] = {}
    for edit in sorted(action.edits, key=lambda one: one.span, reverse=True):
        before = out.get(edit.file, texts[edit.file].text if edit.file in texts else "")
        out[edit.file] = before[: edit.span[0]] + edit.text + before[edit.span[1] :]
    return out


def test_a_fix_is_offered_under_what_it_writes() -> None:
    """The finding's fix is an edit of exactly its place, preferred when safe."""
    fix, _ = actions([WRONG], TEXTS, WORLD)
    assert fix.title == "Write “£205m”"
    long = replace(WRONG, fix=Fix("x" * 61))
    assert next(actions([long], TEXTS, WORLD)).title == WRONG.help
    assert fix.preferred
    assert applied(fix) == {FIRST: CHAPTER.replace("£203m", "£205m")}


def test_a_fix_adds_the_lines_that_it_needs() -> None:
    """Lines go to the end of their file, each once, in the file's own line ends."""
    fix = Fix("[3]{value=a.b}", adds=(("sources/quantities.yml", "a.b: {value: 3}\n"),))
    texts = {
        **TEXTS,
        "sources/quantities.yml": Text("sources/quantities.yml", "a: 1\r\nb: 2"),
    }
    first, *_ = actions([replace(WRONG, fix=fix)], texts, WORLD)
    assert (
        applied(first, texts)["sources/quantities.yml"]
        == "a: 1\r\nb: 2\r\na.b: {value: 3}\r\n"
    )
    held = {**TEXTS, "sources/quantities.yml": Text("q", "a.b: {value: 3}\n")}
    again, *_ = actions([replace(WRONG, fix=fix)], held, WORLD)
    assert [edit.file for edit in again.edits] == [FIRST]


def test_a_chapter_s_finding_is_allowed_before_its_block() -> None:
    """The comment stands before the outermost block and waits for a reason."""
    _, allow = actions([WRONG], TEXTS, WORLD)
    assert allow.title == "Allow NUM01 here, with a reason"
    heading, rest = CHAPTER.split("\n\n", 1)
    said = "<!-- crossfoot: allow NUM01 because  -->"
    assert applied(allow) == {FIRST: f"{heading}\n\n{said}\n\n{rest}"}


def test_any_other_file_s_finding_is_allowed_in_checks_yml() -> None:
    """The entry goes below `waivers:`, or that key to the end of the file."""
    wrong = Finding("DAT04", "No number", Place("sources/data/asks.csv", 3, 1, 3, 2))
    entry = '  - {code: DAT04, place: "sources/data/asks.csv:3", because: ""}\n'
    data = {
        **TEXTS,
        "sources/data/asks.csv": Text("sources/data/asks.csv", "a\n1\nx\n"),
    }
    (allow,) = actions([wrong], data, WORLD)
    checks = data["sources/checks.yml"].text
    assert applied(allow, data) == {"sources/checks.yml": f"{checks}waivers:\n{entry}"}
    some = "waivers:\n  - {code: NUM05, because: so}\n"
    data["sources/checks.yml"] = Text("sources/checks.yml", some)
    (allow,) = actions([wrong], data, WORLD)
    first, rest = some.split("\n", 1)
    assert applied(allow, data) == {"sources/checks.yml": f"{first}\n{entry}{rest}"}
    data["sources/checks.yml"] = Text("sources/checks.yml", "waivers: []\n")
    assert list(actions([wrong], data, WORLD)) == []


def test_one_waiver_is_offered_for_several_findings_of_a_code() -> None:
    """Findings of one code in one file share the offer to allow them."""
    other = replace(WRONG, place=TEXTS[FIRST].place((30, 32)), fix=None)
    titles = [one.title for one in actions([WRONG, other], TEXTS, WORLD)]
    assert titles == [
        "Write “£205m”",
        "Allow NUM01 here, with a reason",
    ]


def test_safe_fixes_are_made_together() -> None:
    """Of safe fixes that overlap the first counts, and offers are left out."""
    offer = replace(WRONG, place=TEXTS[FIRST].place((30, 32)), fix=Fix("x"))
    over = replace(WRONG, fix=Fix("£206m", safe=True))
    edits = safe_edits([WRONG, over, offer], TEXTS)
    assert [(edit.span, edit.text) for edit in edits] == [((21, 26), "£205m")]


def test_a_world_is_the_same_after_its_journey() -> None:
    """What the process that checks sends is what the server gets."""
    world = replace(WORLD, findings=[WRONG])
    sent = json.loads(json.dumps(as_row(world)))
    assert json.loads(json.dumps(as_row(of_row(sent)))) == sent
    assert of_row(sent).outlines == world.outlines
    assert of_row(as_row(World())) == World(findings=[])
