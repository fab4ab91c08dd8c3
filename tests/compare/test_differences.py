"""Comparing: what was put in, taken out, reworded and moved is told, and no more."""

import json
import random
from collections import Counter
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.compare import State, compare, numbers, tables
from crossfoot.compare.align import changes
from crossfoot.compare.marking import DELETED, INSERTED, Lists, Marks, marked
from crossfoot.compare.passages import passages
from crossfoot.nodes import classes, para, rewrite, words
from crossfoot.render import changes_page, differences
from crossfoot.workflow import PACKAGE

Blocks = list[dict[str, Any]]


def head(said: str) -> dict[str, Any]:
    return {"t": "Header", "c": [1, ["", [], [["file", "01.md"]]], words(said)]}


def report(*texts: str) -> Blocks:
    """Return blocks: headings of what starts with a #, else paragraphs."""
    return [
        head(one[2:]) if one.startswith("# ") else para(words(one)) for one in texts
    ]


def state(blocks: Blocks, **more: Any) -> State:
    return State("x", blocks, {}, {}, **more)


def told(old: Blocks, new: Blocks) -> list[str]:
    found = compare(state(old), state(new))
    return [
        f"{one.what}: {one.old.words if one.old else ''} > "
        f"{one.new.words if one.new else ''}"
        for one in found.text
    ]


A = "The first paragraph says what was counted in the spring of that year."
B = "A second one tells of visits to all of the branches, week by week."
C = "Whoever reads the third has nearly come to the end of the chapter."
D = "This was never there before and is about bicycles alone."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([A, B, C], [A, B, C], []),
        ([A, B, C], [A, C], [f"deleted: {B} > "]),
        ([A, C], [A, D, C], [f"inserted:  > {D}"]),
        ([A, B, C], [A, B.replace("all", "some"), C], [f"changed: {B} > {B.replace('all', 'some')}"]),
        ([A, B, C], [C, A, B], [f"moved: {C} > {C}"]),
        ([A, B, C, "# X", "# Y"], [A, "# X", C, B.replace("all", "some"), "# Y"], ["moved: X > X", f"moved: {B} > {B.replace('all', 'some')}"]),
        ([], [A], [f"inserted:  > {A}"]),
        ([A], [], [f"deleted: {A} > "]),
    ],
)  # fmt: skip
def test_what_became_of_passages(
    old: list[str], new: list[str], expected: list[str]
) -> None:
    """Each passage that differs is told once, by what became of it."""
    assert sorted(told(report(*old), report(*new))) == sorted(expected)


NOUNS = [
    "visits",
    "branches",
    "readers",
    "loans",
    "books",
    "staff",
    "hours",
    "money",
    "roofs",
    "doors",
]
VERBS = [
    "rose",
    "fell",
    "stayed",
    "doubled",
    "halved",
    "closed",
    "opened",
    "moved",
    "grew",
    "shrank",
]


def sentence(seed: random.Random) -> str:
    """Return a sentence that is like no other."""
    parts = [f"{seed.choice(NOUNS)} {seed.choice(VERBS)} by {seed.randrange(10**6)}" for _ in range(4)]  # fmt: skip
    return ", ".join(parts) + "."


def history(seed: random.Random) -> tuple[list[str], list[str], Counter[str]]:
    """Return a report, the same after edits, and the edits."""
    old = [sentence(seed) for _ in range(seed.randrange(8, 40))]
    new, planted = list(old), Counter[str]()
    free = list(range(len(old)))
    seed.shuffle(free)
    for at in free[: seed.randrange(1, 4)]:
        new[new.index(old[at])] = changed = old[at].replace(" by ", " by about ", 1)
        planted[f"changed: {old[at]} > {changed}"] += 1
    for at in free[4:6]:
        new.remove(old[at])
        planted[f"deleted: {old[at]} > "] += 1
    for at in free[6 : 6 + seed.randrange(2)]:
        place = new.index(old[at])
        new.remove(old[at])
        far = (place + len(new) // 2) % (len(new) + 1)
        new.insert(far, old[at])
        planted[f"moved: {old[at]} > {old[at]}"] += 1
    for _ in range(seed.randrange(3)):
        fresh = sentence(seed)
        new.insert(seed.randrange(len(new) + 1), fresh)
        planted[f"inserted:  > {fresh}"] += 1
    return old, new, planted


@pytest.mark.parametrize("number", range(50))
def test_planted_edits_are_told_exactly(number: int) -> None:
    """Of fifty histories every planted change is told, and nothing else."""
    old, new, planted = history(random.Random(number))  # noqa: S311 - a plan, no secret
    assert Counter(told(report(*old), report(*new))) == planted


def ledger(values: dict[str, int]) -> dict[str, Any]:
    """Return the ledger of numbers that each are a cell of one table."""
    lines = {key: line for line, key in enumerate(sorted(values), 2)}
    return {
        "quantities": [
            quantity(key, str(value), f"{value:,}", source={"file": "data/a.csv", "rows": [lines[key]], "sha256": ""})
            for key, value in values.items()
        ],
        "numbers": [],
    }  # fmt: skip


@pytest.mark.parametrize("number", range(50))
def test_planted_numbers_are_told_exactly(number: int) -> None:
    """Of fifty histories every number that changed, came or went is told, and no other."""
    seed = random.Random(number)  # noqa: S311 - a plan, no secret
    old = {f"q{n:02}": seed.randrange(1, 10**6) for n in range(seed.randrange(5, 30))}
    keys = seed.sample(sorted(old), 4)
    new = {key: value for key, value in old.items() if key != keys[0]}
    new |= {key: old[key] + seed.randrange(1, 99) for key in keys[1 : seed.randrange(2, 5)]}  # fmt: skip
    new |= {f"z{n}": seed.randrange(10**6) for n in range(seed.randrange(3))}
    texts = ["key,value\n" + "".join(f"{k},{v}\n" for k, v in sorted(side.items())) for side in (old, new)]  # fmt: skip
    sides = [
        State("x", [], {}, ledger(side), tables={"a.csv": text}, keys={"a.csv": ("key",)})
        for side, text in zip((old, new), texts, strict=True)
    ]  # fmt: skip
    found = compare(*sides)
    planted = {key for key in {*old, *new} if old.get(key) != new.get(key)}
    shown = [(f"{one[key]:,}" if key in one else "") for key in sorted(planted) for one in (old, new)]  # fmt: skip
    assert [one.key for one in found.numbers] == sorted(planted)
    assert [said for one in found.numbers for said in (one.old, one.new)] == shown
    assert {one.row for one in found.data} == planted
    assert all(one.key in one.reason or "quantity is" in one.reason or f"value: {old[one.key]} → {new[one.key]}" in one.reason for one in found.numbers)  # fmt: skip


TEXTS = st.lists(
    st.sampled_from(["# One", "# Two", A, B, C, D, A.upper(), "Yes.", "No."]),
    max_size=9,
)


def without(tree: Any, kind: str) -> Any:
    return rewrite(tree, lambda node: [] if node["t"] == "Span" and kind in classes(node) else None)  # fmt: skip


@given(TEXTS, TEXTS)
def test_nothing_is_lost_between_two_states(old: list[str], new: list[str]) -> None:
    """The old passages, without their sides of the changes and with the new ones, are the new."""
    ours, theirs = passages(report(*old)), passages(report(*new))
    found = changes(ours, theirs)
    before = Counter(one.key for one in ours)
    before.subtract(one.old.key for one in found if one.old)
    before.update(one.new.key for one in found if one.new)
    assert +before == Counter(one.key for one in theirs)
    assert all(count >= 0 for count in before.values())


@given(TEXTS, TEXTS)
def test_a_marked_report_holds_the_new_one(old: list[str], new: list[str]) -> None:
    """Without what is marked as taken out, the marked report has the new one's words."""
    before, after = report(*old), report(*new)
    found = changes(passages(before), passages(after))
    shown = marked(after, Lists(before), found, Marks("A", "2000-01-01T00:00:00Z"))
    kept = [one.words.removeprefix("Moved to here: ") for one in passages(without(shown, DELETED))]  # fmt: skip
    assert kept == [one.words for one in passages(after)]
    same = [one.words for one in passages(without(without(shown, DELETED), INSERTED))]
    assert Counter(same) <= Counter(one.words for one in passages(before)) or any(
        one.what == "changed" for one in found
    )


def test_a_picture_s_new_words_are_shown_beside_it() -> None:
    """What is read out in a picture's place is marked word by word; the picture stands."""

    def pictured(said: str) -> Blocks:
        image = {"t": "Image", "c": [["", [], []], words(said), ["a.svg", ""]]}
        return [{"t": "Figure", "c": [["", [], []], [None, []], [para([image])]]}]

    before, after = pictured("Bars: 203 of them."), pictured("Bars: 205 of them.")
    found = changes(passages(before), passages(after))
    shown = marked(after, Lists(before), found, Marks("A", "2000-01-01T00:00:00Z"))
    line = shown[0]["c"][2][0]["c"]
    assert line[-1] == after[0]["c"][2][0]["c"][0]
    (said,) = (one.words for one in passages([para(line[:-2])]))
    assert said == "Read out: Bars: 203205 of them."


OLD = "code,name,amount\n1,North,10\n2,South,20\n3,East,30\n"
NEW = "code,name,amount\n1,North,10\n3,East,35\n2,South,20\n4,West,5\n"


def test_rows_are_known_by_their_key() -> None:
    """With a declared key a row may stand anywhere; each cell that changed is told."""
    found = tables.changed("a.csv", OLD, NEW, ("code",))
    assert [(o.what, o.row, o.column, o.old, o.new, o.old_line, o.new_line) for o in found] == [
        ("changed", "3", "amount", "30", "35", 4, 3),
        ("inserted", "4", "", "", "4, West, 5", 0, 5),
    ]  # fmt: skip


def test_rows_without_a_key_are_known_by_their_place() -> None:
    """Without a key, rows that are alike in one place are the same row."""
    new = OLD.replace("30", "35").replace("2,South,20\n", "") + "4,West,5\n"
    found = tables.changed("a.csv", OLD, new)
    assert [(o.what, o.row, o.column, o.old, o.new) for o in found] == [
        ("deleted", "2", "", "2, South, 20", ""),
        ("changed", "3", "amount", "30", "35"),
        ("inserted", "4", "", "", "4, West, 5"),
    ]


def test_long_tables_are_compared_without_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of very long tables the rows that only one side has are told."""
    monkeypatch.setattr(tables, "MANY", 1)
    new = "code,name,amount\n4,West,5\n3,East,30\n1,North,10\n3,East,30\n"
    assert [(o.what, o.row, o.new_line) for o in tables.changed("a", OLD, new)] == [
        ("deleted", "2", 0),
        ("inserted", "3", 3),
        ("inserted", "4", 2),
    ]


@pytest.mark.parametrize(("old", "new", "what"), [(None, "a\n1\n", "inserted"), ("a\n1\n", None, "deleted")])  # fmt: skip
def test_a_table_may_come_or_go(old: str | None, new: str | None, what: str) -> None:
    """Every row of a table that is new or gone is told."""
    assert [(one.what, one.row) for one in tables.changed("a", old, new)] == [
        (what, "1")
    ]


def quantity(key: str, value: str, shown: str, **more: Any) -> dict[str, Any]:
    source = {"file": "sources/data/a.csv", "rows": [3], "sha256": ""}
    plain = {"label": "", "unit": "GBP", "bound": "", "formula": "f", "filter": "", "citation": "", "source": source}  # fmt: skip
    return {"key": key, "value": value, "shown": shown, **plain, **more}


def test_numbers_that_changed_are_told_with_what_changed_them() -> None:
    """Old, new, difference, percent, source and reason, for each quantity."""
    old = {"quantities": [quantity("asks", "203000000", "£203m"), quantity("gone", "1", "1"), quantity("same", "2", "2"), quantity("share", "9.2", "9.2%", unit="%"), quantity("twice", "406000000", "£406m", source=None, uses=["asks", "same"])], "numbers": []}  # fmt: skip
    new = {"quantities": [quantity("asks", "205000000", "£205m"), quantity("new", "7", "7"), quantity("same", "2", "2"), quantity("share", "9.27891", "9.3%", unit="%", formula="g"), quantity("twice", "410000000", "£410m", source=None, uses=["asks", "same"])], "numbers": [{"quantity": "asks", "file": "01.md", "line": 4}]}  # fmt: skip
    data = tables.changed("a.csv", "n,x\na,1\nb,203\n", "n,x\na,1\nb,205\n")
    assert [
        (o.key, o.old, o.new, o.difference, o.percent, o.source, o.reason, o.uses)
        for o in numbers.changed(old, new, data)
    ] == [
        ("asks", "£203m", "£205m", "+2,000,000", "+1.0%", "sources/data/a.csv, line 3", "a.csv:3, x: 203 → 205", ("01.md:4",)),
        ("gone", "1", "", "", "", "sources/data/a.csv, line 3", "the quantity is gone", ()),
        ("new", "", "7", "", "", "sources/data/a.csv, line 3", "the quantity is new", ()),
        ("share", "9.2%", "9.3%", "+0.07891", "+0.9%", "sources/data/a.csv, line 3", "it is defined otherwise", ()),
        ("twice", "£406m", "£410m", "+4,000,000", "+1.0%", "", "it is made of asks", ()),
    ]  # fmt: skip


def both() -> tuple[State, State]:
    old = state(report("# One", A, B, C), tables={"a.csv": OLD}, figures={"asks": b"<svg/>", "gone": b"<svg/>"})  # fmt: skip
    new = state(report("# One", B, A.replace("first", "only"), D), tables={"a.csv": NEW}, keys={"a.csv": ("code",)}, figures={"asks": b"<svg>1</svg>"})  # fmt: skip
    return old, new


def test_changes_are_printed_as_sentences() -> None:
    """The terminal shows counts, then what changed in words."""
    assert differences.text("v1", ".", compare(*both())) == (
        "From v1 to .: 3 passages, 0 numbers, 2 rows and 2 figures changed\n\n"
        "Text\n"
        f"  Taken out, One (text): {C}\n"
        "  Moved from One, One (text): The [-first-]{+only+} paragraph says what was"
        " counted in the spring of that year.\n"
        f"  New, One (text): {D}\n\n"
        "Data\n"
        "  a.csv:3 3, amount: 30 → 35\n"
        "  a.csv:5 new: 4, West, 5\n\n"
        "Figures\n"
        "  asks: drawn anew\n"
        "  gone: taken out\n"
    )


def test_the_json_keeps_its_schema() -> None:
    """What is printed as JSON is as its schema says."""
    schema = json.loads((PACKAGE / "schemas" / "diff.schema.json").read_text())
    value = json.loads(differences.as_json("v1", ".", compare(*both())))
    jsonschema.validate(value, schema)
    assert [one["what"] for one in value["text"]] == ["deleted", "moved", "inserted"]  # fmt: skip


def test_the_page_tells_changes_by_words_too() -> None:
    """What was put in and taken out is said, not only coloured; texts are escaped."""
    old, new = both()
    page = changes_page.render(
        "<v1>", ".", compare(old, new), (old.figures, new.figures)
    )
    assert '<del><span class="spoken">taken out: </span>first</del>' in page
    assert '<ins><span class="spoken">put in: </span>only</ins>' in page
    assert "<h1>Changes from &lt;v1&gt; to .</h1>" in page
    assert page.count("<img") == 3
