"""The ledger's file is the same bytes, however much of it is kept from before."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.engines.files import dumps
from crossfoot.engines.ledgerfile import (
    Facts,
    Fragments,
    carry_ledger,
    read_ledger,
    write_carried,
    write_ledger,
)
from crossfoot.engines.memory import Memory, remembering

Entry = dict[str, Any]
STEPS = st.lists(st.sampled_from(["edit", "drop", "add", "shuffle", "as before"]))


def entry(number: int) -> Entry:
    """Return an entry of one of three files."""
    return {"file": f"sources/{number % 3}.md", "text": f"£{number}m", "span": None}


def changed(ledger: list[Entry], step: str, number: int) -> list[Entry]:
    """Return a ledger after a step; entries that stay are the same objects."""
    out = list(ledger)
    at = number % len(out)
    if step == "edit":
        out[at] = {**out[at], "text": f"“{number}”"}
    if step == "drop" and len(out) > 1:
        del out[at]
    if step == "add":
        out.insert(at, entry(number))
    if step == "shuffle":
        random.Random(number).shuffle(out)  # noqa: S311 - no secret
    return out


@given(STEPS)
def test_entries_are_joined_as_json(steps: list[str]) -> None:
    """Whatever was edited, the joined JSON is that of all the entries."""
    fragments = Fragments()
    ledger = before = [entry(number) for number in range(9)]
    for number, step in enumerate(steps):
        before, ledger = ledger, changed(ledger, step, number)
        assert fragments.joined(ledger).decode() == dumps(ledger)
        assert fragments.joined(before).decode() == dumps(before)


def test_a_process_that_keeps_writes_the_same_bytes(tmp_path: Path) -> None:
    """With and without a memory the file is the same, and so is what is read of it."""
    product = {
        "schema": "crossfoot/numbers/1",
        "quantities": [{"key": "a.b", "shown": "£1m"}],
        "numbers": [entry(1), entry(2)],
        "apart": [],
    }
    write_ledger(tmp_path / "alone.json", product)
    with remembering(Memory(tmp_path)):
        write_ledger(tmp_path / "kept.json", product)
        write_ledger(tmp_path / "again.json", {**product, "numbers": [entry(1)]})
        write_ledger(tmp_path / "again.json", product)
    written = [(tmp_path / f"{name}.json").read_bytes() for name in ("alone", "kept")]
    assert written == [dumps(product).encode() + b"\n"] * 2
    assert (tmp_path / "again.json").read_bytes() == written[0]


@given(st.lists(st.booleans(), max_size=9))
def test_the_ledger_is_the_same_whatever_text_is_given(known: list[bool]) -> None:
    """Entries whose JSON is at hand are written as the others are."""
    entries = [entry(number) for number in range(len(known))]
    texts = {
        id(one): dumps(one).encode()
        for one, given_ in zip(entries, known, strict=True)
        if given_
    }
    product = {"numbers": entries, "apart": entries[:2], "coverage": {"share": None}}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "numbers.json"
        write_ledger(path, product, texts)
        assert path.read_bytes() == dumps(product).encode() + b"\n"


def test_a_ledger_that_is_carried_is_read_before_it_is_written(tmp_path: Path) -> None:
    """What was carried is what is read; it is written once, or written over."""
    path, seen = tmp_path / "numbers.json", []
    ledgers: list[dict[str, Any]] = [
        {"numbers": [entry(number)], "apart": []} for number in range(3)
    ]
    with remembering(Memory(tmp_path)):
        assert read_ledger(path) == {}
        write_ledger(path, ledgers[0])
        carry_ledger(path, ledgers[1])
        seen.append((read_ledger(path), path.read_text("utf-8")))
        write_carried(path)
        seen.append((read_ledger(path), path.read_text("utf-8")))
        carry_ledger(path, ledgers[0])
        write_ledger(path, ledgers[2])
        write_carried(path)
        seen.append((read_ledger(path), path.read_text("utf-8")))
    texts = [f"{dumps(one)}\n" for one in ledgers]
    assert seen == [
        (ledgers[1], texts[0]),
        (ledgers[1], texts[1]),
        (ledgers[2], texts[2]),
    ]


@given(STEPS)
def test_facts_are_those_of_the_entries(steps: list[str]) -> None:
    """Whatever was edited, entries say what they would say to who kept nothing."""
    facts = Facts()
    ledger = [entry(number) for number in range(9)]
    for number, step in enumerate(steps):
        ledger = changed(ledger, step, number)
        assert facts.of(ledger) == Facts().of(ledger)


def test_facts_tell_no_places() -> None:
    """Entries that differ in their places alone say the same, but for having none."""
    placed = {**entry(1), "span": [3, 5], "line": 1, "column": 4}
    moved = {**entry(1), "span": [4, 6], "line": 2, "column": 1}
    nowhere = {**moved, "span": None}
    other = {**moved, "text": "£2m"}
    facts = [Facts().of([one]) for one in (placed, moved, nowhere, other)]
    assert facts[0] == facts[1]
    assert facts[2] != facts[1] != facts[3]
