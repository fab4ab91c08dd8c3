"""What a signature holds: which numbers stand as they were signed."""

import json
from pathlib import Path

from conftest import Make
from hypothesis import given
from hypothesis import strategies as st
from published import validator

from crossfoot import cli
from crossfoot.engines.belt import CHECKS
from crossfoot.engines.checking import check
from crossfoot.numbers.signed import compare
from crossfoot.numbers.signoff import as_dict, from_dict, parse
from crossfoot.places import Text
from crossfoot.yamlfile import load

FILES = {
    "sources/01-a.md": (
        "# A\n\nOf [£2bn]{value=asks.total}, £203m of 41 asks in 2020 was new.\n\n"
        "| a |\n|--:|\n| 41 |\n"
    ),
    "sources/02-b.md": "# B\n\nThe total is `=asks.total|£bn`, over 12 months.\n",
    "sources/quantities.yml": (
        "asks.total: {from: data/asks.csv, sum: amount, unit: GBP}\n"
    ),
    "sources/data/asks.csv": "ask,amount\nLights,1500000000\nPaths,500000000\n",
}
OWN = ("NUM15", "NUM16", "NUM17")


def signed(make: Make, **more: str) -> Path:
    """Return the folder of a report that Ada signed."""
    root = make({**FILES, **{name.replace("__", "/"): to for name, to in more.items()}})
    assert sign(root, "Ada Byron") == 0
    return root


def sign(root: Path, name: str, day: str = "2026-11-26") -> int:
    """Sign a report and return the exit code."""
    words = ["--date", day, "--because", "read against the tables"]
    return cli.main(["numbers", str(root), "--sign", name, *words])


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Put another text in the place of one that stands in a file."""
    path = root / "sources" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> list[str]:
    """Return what is found on signatures."""
    return [
        f"{one.code} {one.level} {one.place.file}:{one.place.line} {one.message}"
        for one in check(root, CHECKS).findings
        if one.code in OWN
    ]


def test_a_signed_report_has_no_finding(make: Make) -> None:
    """What was signed stands, and the record keeps its schema."""
    root = signed(make)
    assert told(root) == []
    text = (root / "sources" / "signoff.yml").read_text("utf-8")
    held = load(Text("signoff.yml", text)).value
    assert list(validator("signoff").iter_errors(held)) == []
    before = text
    assert sign(root, "Ada Byron") == 0
    assert (root / "sources" / "signoff.yml").read_text("utf-8") == before


def test_an_edit_leaves_exactly_that_number_unsigned(make: Make) -> None:
    """The message says what was signed in its place."""
    root = signed(make)
    edit(root, "01-a.md", "£203m", "£205m")
    edit(root, "01-a.md", "# A\n", "# A report\n\nWords alone were added.\n")
    assert told(root) == [
        (
            "NUM15 warning sources/01-a.md:5 “£205m” is not signed;"
            " Ada Byron signed “£203m” on 2026-11-26"
        )
    ]


def test_a_number_that_comes_or_goes_is_told(make: Make) -> None:
    """A new one where it stands, one that is gone where it was signed."""
    root = signed(make)
    edit(root, "01-a.md", "£203m of 41", "41")
    edit(root, "02-b.md", "The total", "Of 7 the total")
    assert told(root) == [
        (
            "NUM15 warning sources/02-b.md:3 “7” is not signed;"
            " it is new since Ada Byron signed on 2026-11-26"
        ),
        (
            "NUM15 warning sources/signoff.yml:12"
            " 1 signed number of sources/01-a.md is not there any more: “£203m”"
        ),
    ]


def test_a_number_that_is_gone_says_what_to_do(make: Make) -> None:
    """The way out reads as a sentence."""
    root = signed(make)
    edit(root, "01-a.md", "£203m of 41", "41")
    ways = [one.help for one in check(root).findings if "any more" in one.message]
    assert ways == ["Check the text, and sign again with crossfoot numbers --sign NAME"]


def test_two_numbers_that_change_places_are_told(make: Make) -> None:
    """The same numbers in another order are not what was signed."""
    root = signed(make)
    edit(root, "01-a.md", "£203m of 41 asks", "41 of £203m asks")
    assert len(told(root)) == 2


def test_a_cell_unsigns_the_numbers_that_it_changed(make: Make) -> None:
    """A value that prints as before rests on something else; others stand."""
    root = signed(make)
    edit(root, "data/asks.csv", "500000000", "500000001")
    assert told(root) == [
        (
            "NUM15 warning sources/01-a.md:3 “£2bn” rests on something else"
            " than when Ada Byron signed on 2026-11-26"
        ),
        (
            "NUM15 warning sources/02-b.md:3 “£2bn” rests on something else"
            " than when Ada Byron signed on 2026-11-26"
        ),
        (
            "NUM17 warning sources/signoff.yml:10 sources/data/asks.csv has changed"
            " since Ada Byron signed on 2026-11-26"
        ),
    ]


def test_a_required_signature_makes_errors(make: Make) -> None:
    """Nobody signed, or not this number: the gate stays shut."""
    root = make({**FILES, "sources/checks.yml": "signature: required\n"})
    assert told(root) == [
        (
            "NUM15 error sources/checks.yml:1"
            " Nobody has signed the numbers, as checks.yml requires"
        )
    ]
    (root / "sources" / "checks.yml").unlink()
    assert sign(root, "Ada Byron") == 0
    (root / "sources" / "checks.yml").write_text("signature: required\n")
    assert told(root) == []
    edit(root, "01-a.md", "41 asks", "42 asks")
    assert [one[:11] for one in told(root)] == ["NUM15 error"]


def test_two_people_sign_and_a_name_signs_once(make: Make) -> None:
    """A number is signed when one of them signed it as it stands."""
    root = signed(make)
    edit(root, "01-a.md", "£203m", "£205m")
    assert sign(root, "Ben O'Neil: auditor", "2026-12-01") == 0
    edit(root, "01-a.md", "£205m", "£203m")
    assert told(root) == []
    assert sign(root, "Ada Byron", "2026-12-02") == 0
    made = check(root, CHECKS, ("numbers.json",)).products["numbers.json"]
    assert [
        (one["name"], one["date"], one["numbers"], one["kept"], one["holds"])
        for one in made["signatures"]
    ] == [
        ("Ben O'Neil: auditor", "2026-12-01", 7, 6, False),
        ("Ada Byron", "2026-12-02", 7, 7, True),
    ]


def test_many_numbers_are_told_in_few_lines(make: Make) -> None:
    """From the twentieth on, one finding stands for the rest of a file."""
    root = signed(make)
    edit(
        root, "02-b.md", "over", " and ".join(f"{n} asks" for n in range(40)) + " over"
    )
    assert [one.rpartition(" ")[0] for one in told(root)[19:]] == [
        (
            "NUM15 warning sources/02-b.md:3 21 more numbers from here on are not signed:"
            " “20”, “21”, “22”, “23”, “24” and “25” and"
        )
    ]


def test_what_was_edited_by_hand_is_no_signature(make: Make) -> None:
    """A line that was changed does not give the hash."""
    root = signed(make)
    edit(root, "signoff.yml", " £203m", " £205m")
    assert told(root) == [
        (
            "NUM16 error sources/signoff.yml:7"
            " The signature of Ada Byron was changed after it was made"
        )
    ]


def test_a_plain_record_is_read_back() -> None:
    """What the cache keeps is what was read."""
    text = Text(
        "signoff.yml",
        "signatures:\n  - name: A\n    date: '2026-01-01'\n    ledger: "
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"
        "    counts: {quantities: 0}\n    sources: {}\n    numbers: {}\n",
    )
    read = parse(text)
    assert len(read.signatures) == 1
    assert from_dict(json.loads(json.dumps(as_dict(read))), ()) == read


LINES = st.lists(st.sampled_from([f"{n:016x} {n}" for n in range(6)]), max_size=12)


@given(LINES, LINES)
def test_what_is_kept_is_in_order_and_nothing_is_lost(
    before: list[str], after: list[str]
) -> None:
    """Kept numbers are the same ones in the same order; all others are accounted for."""
    made = compare(tuple(before), tuple(after))
    kept = [after[n] for n in sorted(made.kept)]
    rest = iter(before)
    assert all(one in rest for one in kept)
    assert len(kept) + len(made.before) + len(made.gone) == len(before)
    assert not made.kept & set(made.before)


@given(LINES)
def test_the_same_numbers_are_all_kept(lines: list[str]) -> None:
    """Nothing changed, nothing is told."""
    made = compare(tuple(lines), tuple(lines))
    assert (made.kept, dict(made.before), made.gone) == (
        frozenset(range(len(lines))),
        {},
        (),
    )
