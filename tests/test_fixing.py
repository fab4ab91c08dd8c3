"""Fixes: what is shown is what is written, and nothing is left after it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossfoot.engines.checking import check
from crossfoot.engines.fixing import NoOfferError, fixes

SAMPLE = Path(__file__).parent.parent
CSV = "place,amount\nLeeds,120000\nYork,50417\nHull,33000\n"
QUANTITIES = "asks.total: {from: data/asks.csv, sum: amount, unit: GBP}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a report with a safe fix, two offers and an idle number."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "asks.csv").write_text(CSV)
    (tmp_path / "quantities.yml").write_text(QUANTITIES)
    (tmp_path / "01-a.md").write_text(
        "# Asks\r\n\r\nAsks are [£203,000]{value=asks.total}, or £203,417.\r\n"
        "Those of York are £50,417, says 1 page."
    )
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    """Return the bytes of a report's files."""
    return {path.name: path.read_bytes() for path in sorted(root.rglob("*.*"))}


def test_a_safe_fix_is_written_and_offers_are_not(root: Path) -> None:
    """Without names, only the bound number that is wrong changes."""
    before = contents(root)
    found = fixes(root)
    found.apply()
    after = contents(root)
    changed = b"[\xc2\xa3203,417]{value=asks.total}, or \xc2\xa3203,417.\r\n"
    assert after["01-a.md"] == before["01-a.md"].replace(
        b"[\xc2\xa3203,000]{value=asks.total}, or \xc2\xa3203,417.\r\n", changed
    )
    assert {**after, "01-a.md": b""} == {**before, "01-a.md": b""}
    assert found.offered == 2
    assert found.told(applied=True) == (
        "Written into 1 file. 2 fixes are offered; name those to write with --take NAME"
    )


def test_a_report_that_is_mended_says_so(root: Path) -> None:
    """What was written is told, and that nothing is left; a second run changes nothing."""
    (root / "01-a.md").write_text("# Asks\n\n[£203,000]{value=asks.total} asked.\n")
    first = fixes(root)
    first.apply()
    second = fixes(root)
    assert first.told(applied=True) == "Written into 1 file"
    assert (second.diff, second.told(applied=True)) == ("", "Nothing to fix")


def test_no_bracket_is_offered_where_it_would_mean_something_else(root: Path) -> None:
    """It begins a list in YAML, and stands for itself after a backslash."""
    (root / "report.yml").write_text("title: £203,417 asked\nsubtitle: Of £203,417\n")
    (root / "01-a.md").write_text(
        "---\ntitle: £203,417 asked\n---\n\nAsks are \\£203,417 and £203,417.\n"
    )
    offers = [line for line in fixes(root).offers.splitlines() if "  +" in line]
    assert offers == [
        "  +Asks are \\£203,417 and [£203,417]{value=asks.total}.",
        "  +subtitle: Of [£203,417]{value=asks.total}",
    ]


DRAWN = """# Asks

+-------+-----------------------------+-------+
| Place | Asked                       | Met   |
+=======+=============================+=======+
| Leeds | [£20,341]{value=asks.total} | 1,300 |
+-------+-----------------------------+-------+
| York  | [£203,416]{value=asks.total}| 610   |
+-------+-----------------------------+-------+
| Total |                             | 995   |
+-------+-----------------------------+-------+

| Place | Asked                       |   Met |
|-------|-----------------------------|------:|
| Leeds | [£20,341]{value=asks.total} | 1,300 |
| York  | 7                           |   610 |
| Total |                             | **9**95 |

| Place |   Met |
|-------|------:|
| Leeds | 1,300 |
| York  |   610 |
| Total | 2,910\\* |
"""


def test_a_fix_moves_no_border_and_no_markup(root: Path) -> None:
    """Where a table is drawn by its columns, only as many signs are written."""
    (root / "01-a.md").write_text(DRAWN)
    found = fixes(root)
    found.apply()
    assert found.offered == 0
    right = DRAWN.replace("£203,416", "£203,417")
    before, mark, after = right.partition("|----")
    assert (root / "01-a.md").read_text() == (
        before + mark + after.replace("£20,341", "£203,417")
    )


def test_a_cell_of_a_file_stays_one_cell(root: Path) -> None:
    """A number with a comma is written in quotes; where none has any, without."""
    marked = 'place,one,two\nLeeds,"1,200","1,300"\nYork,504,610\n'
    plain = "place,one,two\nLeeds,7200,6300\nYork,3004,4610\n"
    (root / "data" / "b.csv").write_text(marked + 'Total,"1,704","1,810"\n')
    (root / "data" / "c.csv").write_text(plain + "Total,10204,9910\n")
    found = fixes(root, ["TAB02"])
    found.apply()
    mended = [(root / "data" / name).read_text() for name in ("b.csv", "c.csv")]
    assert mended == [
        marked + 'Total,"1,704","1,910"\n',
        plain + "Total,10204,10910\n",
    ]


@pytest.mark.parametrize("bytes_", [b"Caf\xe9", b"\xef\xbf\xbd and \xff"])
def test_a_file_that_is_not_read_whole_is_not_written(
    root: Path, bytes_: bytes
) -> None:
    """What is no UTF-8 is shown as a sign of its own, and would be lost."""
    chapter, other = root / "01-a.md", root / "02-b.md"
    chapter.write_bytes(chapter.read_bytes() + b"\n\n" + bytes_ + b"\n")
    other.write_text("# More\n\nAll of [£203,000]{value=asks.total}.\n")
    before = chapter.read_bytes()
    found = fixes(root)
    found.apply()
    assert chapter.read_bytes() == before
    assert other.read_text() == "# More\n\nAll of [£203,417]{value=asks.total}.\n"
    assert found.told(applied=True) == (
        "Written into 1 file. Nothing is written into 01-a.md: no UTF-8"
    )


def test_no_line_is_added_to_a_file_that_is_not_read_whole(root: Path) -> None:
    """A fix that needs a line in another file goes with that file."""
    more = b"# Caf\xe9\n"
    (root / "quantities.yml").write_bytes(QUANTITIES.encode() + b"\n" + more)
    before = contents(root)
    found = fixes(root, ["NUM05"])
    found.apply()
    after = contents(root)
    assert found.spared == ("quantities.yml",)
    assert after["quantities.yml"] == before["quantities.yml"]
    assert b"50,417, says" in after["01-a.md"]


def test_an_offer_is_taken_by_its_name(root: Path) -> None:
    """Its number is bound and its line added; the other offer stays."""
    names = [
        line.split()[0] for line in fixes(root).offers.splitlines() if "NUM05" in line
    ]
    found = fixes(root, names[1:])
    found.apply()
    assert (root / "quantities.yml").read_text() == (
        f"{QUANTITIES}\n"
        "asks.amount_york: {from: data/asks.csv, sum: amount, where: {place: York},"
        " unit: GBP}\n"
    )
    assert "[£50,417]{value=asks.amount_york}" in (root / "01-a.md").read_text()
    assert fixes(root).offered == 1


def test_all_offers_of_a_code_can_be_taken(root: Path) -> None:
    """A second run finds nothing, and the report has no error."""
    fixes(root, ["num05"]).apply()
    again = fixes(root, [])
    assert (again.diff, again.offers, again.told(applied=False)) == (
        "",
        "",
        "Nothing to fix",
    )
    assert [one.code for one in check(root).findings] == ["NUM05"]


SPENT = "area,what,spent\nNorth,Roads,455210\nSouth,Roads,331870\nNorth,Parks,203490\n"


@pytest.mark.parametrize(
    "total", ["spent.total: {from: data/spent.csv, sum: spent}", ""]
)
@pytest.mark.parametrize("unit", [", unit: GBP}", "}"])
def test_all_that_is_offered_can_be_taken_at_once(
    tmp_path: Path, total: str, unit: str
) -> None:
    """A sum has one unit and one line, whether the text says it or a share of it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "spent.csv").write_text(SPENT)
    (tmp_path / "quantities.yml").write_text(total.replace("}", unit) + "\n")
    (tmp_path / "01-a.md").write_text(
        "# Spent\n\nOf £990,570 spent, roads took £787,080.\n\n"
        "Roads are 79.5% of all that was spent.\n\nRoads spent 787,080 in all.\n"
    )
    fixes(tmp_path, ["NUM05"]).apply()
    assert [one for one in check(tmp_path).findings if one.level != "note"] == []


def test_a_name_that_no_offer_has_is_refused(root: Path) -> None:
    """It may be misspelt, or of an offer that was taken."""
    with pytest.raises(NoOfferError, match="deadbeef names no fix"):
        fixes(root, ["deadbeef"])


def patched(before: str, diff: str) -> str:
    """Return a text as a unified diff of one file changes it."""
    old, out, at = before.split("\n"), [], 0
    for line in diff.split("\n"):
        if line.startswith("@@"):
            start = int(line.split()[1].split(",")[0][1:])
            out += old[at : start - 1]
            at = start - 1
        elif line.startswith((" ", "-")) and not line.startswith("---"):
            assert old[at] == line[1:]
            out += [line[1:]] if line[0] == " " else []
            at += 1
        elif line.startswith("+") and not line.startswith("+++"):
            out.append(line[1:])
    return "\n".join([*out, *old[at:]])


NUMBERS = st.sampled_from(
    ["£203,417", "£50,417", "three", "[12]{value=asks.count}", "9", "£120,000", "2021"]
)
LINES = st.lists(st.lists(NUMBERS, min_size=1, max_size=3), min_size=1, max_size=5)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(LINES)
def test_what_is_written_is_what_was_shown(
    tmp_path: Path, lines: list[list[str]]
) -> None:
    """The diff takes the old text to the new one, and a second run has none left."""
    chapter = tmp_path / "01-a.md"
    text = "# Asks\n\n" + "\n\n".join(
        f"Asks of York and Hull: {', '.join(line)} asks." for line in lines
    )
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "asks.csv").write_text(CSV)
    (tmp_path / "quantities.yml").write_text(
        "asks.count: {from: data/asks.csv, count: rows}\n"
    )
    chapter.write_text(f"{text}\n")
    offers = fixes(tmp_path).offered
    found = fixes(tmp_path, ["NUM05"] if offers else [])
    shown = found.diff.partition("--- quantities.yml")[0]
    found.apply()
    assert chapter.read_text() == patched(f"{text}\n", shown)
    again = fixes(tmp_path)
    assert (again.new, again.offered) == ({}, 0)


def slipped(text: str) -> str:
    """Return a number with another last digit; words stay as they are."""
    at = max((n for n, sign in enumerate(text) if sign in "0123456789"), default=-1)
    other = str((int(text[at]) + 5) % 10) if at >= 0 else ""
    return text[:at] + other + text[at + 1 :] if at >= 0 else text


def test_slips_in_the_sample_are_mended_to_what_stood_there(tmp_path: Path) -> None:
    """With every bound number off by a digit, one run of fixes gives the text back."""
    for folder in ("sources", "figures"):
        shutil.copytree(SAMPLE / folder, tmp_path / folder)
    before = contents(tmp_path / "sources")
    done = check(tmp_path, products=["numbers.json"])
    clean = {(one.code, one.message) for one in done.findings}
    count = 0
    for one in reversed(done.products["numbers.json"]["numbers"]):
        path = tmp_path / one["file"]
        plain = one["state"] == "checked" and not one["comparator"]
        if plain and path.suffix == ".md" and one["line"] == one["end_line"]:
            lines = path.read_text().split("\n")
            line, start, end = one["line"] - 1, one["column"] - 1, one["end_column"] - 1
            assert lines[line][start:end] == one["text"]
            wrong = slipped(one["text"])
            lines[line] = lines[line][:start] + wrong + lines[line][end:]
            path.write_text("\n".join(lines))
            count += wrong != one["text"]
    assert count > 20
    fixes(tmp_path).apply()
    assert contents(tmp_path / "sources") == before
    assert {(one.code, one.message) for one in check(tmp_path).findings} == clean
