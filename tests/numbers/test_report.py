"""The whole stage: a small report in, its ledger and findings out."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from reading import part

from crossfoot.engines.belt import run
from crossfoot.findings import from_lines
from crossfoot.numbers import Known, chart_numbers, checks_of, report
from crossfoot.numbers.depends import USED
from crossfoot.places import Place, Text
from crossfoot.site import Site
from crossfoot.waivers import Allowance
from crossfoot.workflow import PACKAGE

HERE = Path(__file__).parent
SCHEMA = json.loads((PACKAGE / "schemas" / "numbers.schema.json").read_text("utf-8"))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a copy of the small report."""
    shutil.copytree(HERE / "small", tmp_path / "small")
    return Site.at(tmp_path / "small")


def built(site: Site) -> list[str]:
    """Run the stages up to numbers; return the log of the last."""
    lines: list[str] = []
    for stage in ("read", "data", "numbers"):
        lines.clear()
        assert run(stage, site, lines.append) == 0
    return lines


def product(site: Site) -> dict[str, Any]:
    return dict(json.loads((site.build / "numbers.json").read_bytes()))


def test_a_report_gives_its_whole_ledger(site: Site) -> None:
    """`numbers.json` and the findings are those on record, and keep the schema."""
    built(site)
    found = site.findings("numbers").read_text("utf-8").splitlines()
    made = {"numbers": product(site), "findings": [json.loads(one) for one in found]}
    record = json.loads((HERE / "small" / "expected.json").read_text("utf-8"))
    assert made == record
    jsonschema.validate(made["numbers"], SCHEMA)


def test_the_same_report_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    """Another folder and a warm cache change no byte."""
    other = Site.at(shutil.copytree(HERE / "small", tmp_path / "other"))
    built(site)
    first = (site.build / "numbers.json").read_bytes()
    built(site)
    built(other)
    again = (site.build / "numbers.json").read_bytes()
    assert first == again == (other.build / "numbers.json").read_bytes()


def test_an_edit_redoes_only_its_chapter(site: Site) -> None:
    """The log names what was read again, also when only a quantity changed."""
    (site.sources / "02-more.md").write_text("# More\n\nNothing is bound here.\n")
    assert built(site)[:2] == [
        "read the numbers of 01-asks",
        "read the numbers of 02-more",
    ]
    (site.sources / "02-more.md").write_text("# More\n\nNow 5 things are.\n")
    assert built(site)[:2] == [
        "kept the numbers of 01-asks",
        "read the numbers of 02-more",
    ]
    table = site.sources / "data" / "asks.csv"
    table.write_text(table.read_text("utf-8").replace("2995", "3995"), "utf-8")
    assert built(site)[:2] == [
        "read the numbers of 01-asks",
        "kept the numbers of 02-more",
    ]


def test_a_figure_is_read_again_only_after_a_change(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It, its recipe, the data or what is said of numbers may change what it says."""
    seen: list[str] = []

    def noted(figure: dict[str, Any], recipe: Text | None, known: Known) -> Any:
        seen.append(figure["alt"])
        return chart_numbers(figure, recipe, known)

    monkeypatch.setattr("crossfoot.engines.belt.numbers.chart_numbers", noted)
    path = site.build / "figures" / "a.json"
    path.parent.mkdir(parents=True)
    figure = {"recipe": "figures/a.py", "texts": [], "reads": {}}
    path.write_text(json.dumps(figure | {"alt": "3 bars"}))
    recipe = site.root / "figures" / "a.py"
    recipe.parent.mkdir(exist_ok=True)
    recipe.write_text('def alt(t, q):\n    return "3 bars"\n')
    built(site)
    first = product(site)
    built(site)
    assert (seen, product(site)) == (["3 bars"], first)
    path.write_text(json.dumps(figure | {"alt": "4 bars"}))
    built(site)
    recipe.write_text('def alt(t, q):\n    return "4 bars"\n')
    built(site)
    table = site.sources / "data" / "asks.csv"
    table.write_text(table.read_text("utf-8").replace("2995", "3995"), "utf-8")
    built(site)
    (site.sources / "report.yml").write_text("numbers: {words_to: 4}\n")
    built(site)
    assert seen == ["3 bars", *["4 bars"] * 4]


def test_one_cell_breaks_exactly_what_depends_on_it(site: Site) -> None:
    """After a change of one cell, each number it breaks is told what to write."""
    table = site.sources / "data" / "asks.csv"
    table.write_text(table.read_text("utf-8").replace("2995", "3995"), "utf-8")
    built(site)
    findings = from_lines(site.findings("numbers").read_text("utf-8"))
    assert [
        (one.code, one.found, one.expected) for one in findings if one.expected
    ] == [
        ("NUM01", "£3.2bn", "£4.2bn"),
        ("NUM01", "£203m", "£205m"),
        ("TAB02", "3,100", "3,200"),
        ("NUM06", "£4.2bn", "£3.2bn"),
    ]


def test_a_figure_s_numbers_stand_in_the_ledger() -> None:
    """Charts come after the chapters, and what they leave unbound is noted."""
    figure = {"recipe": "figures/a.py", "alt": "All 9 bars", "texts": [], "reads": {}}
    chart = chart_numbers(figure, None, Known())
    made, findings = report([], [chart], Known(), checks_of(None), [])
    assert [(one["where"], one["text"]) for one in made["numbers"]] == [("chart", "9")]
    assert [one.message for one in findings] == ["“9” is bound to no quantity"]


def test_a_waived_failure_counts_as_waived() -> None:
    """A waiver of NUM01 turns the failed number's state, and that of NUM05 too."""
    one = part("It is [£203m]{value=asks.recovery} for 41.")
    waivers = [
        Allowance(Place("checks.yml"), (code,), reason="quoted from the plan")
        for code in ("NUM01", "NUM05")
    ]
    made, findings = report([one], [], Known(), checks_of(None), waivers)
    assert [entry["state"] for entry in made["numbers"]] == ["waived", "waived"]
    assert [one.code for one in findings] == ["NUM01", "NUM05"]


def test_equal_findings_keep_their_own_fingerprints() -> None:
    """The same wrong number in the same words twice gives two fingerprints."""
    line = "It is [£203m]{value=asks.recovery} now.\n\n"
    _, findings = report([part(line * 2)], [], Known(), checks_of(None), [])
    assert len({one.fingerprint for one in findings}) == len(findings) == 2


def test_every_way_to_write_a_key_is_a_dependency() -> None:
    """Keys are found in the JSON of a chapter however their attribute is quoted."""
    text = "[1]{value=a.b} []{value=\"c.d\"} []{value='e.f' format=0} `=g.h|0` `= i.j`"
    found = [key for form in USED for key in form.findall(json.dumps(text))]
    assert found == ["a.b", "c.d", "e.f", "g.h", "i.j"]


def test_a_report_leaves_the_parts_that_it_is_made_of(site: Site) -> None:
    """What waivers and names change of an entry is another entry: parts may be kept."""
    built(site)
    one, two = (part("There were 41 asks.\n") for _ in range(2))
    before = json.dumps([one.numbers, two.numbers])
    place = Place("sources/01.md", 1, 1)
    waiver = Allowance(place=place, codes=("NUM05",), reason="counted by hand")
    ledger = report([one, two], [], Known(), checks_of(None), [waiver])[0]["numbers"]
    assert json.dumps([one.numbers, two.numbers]) == before
    assert len({entry["id"] for entry in ledger}) == len(ledger)


def test_what_is_no_utf8_in_checks_is_named(site: Site) -> None:
    """A reason in Windows-1252 would be listed with signs that nobody wrote."""
    path = site.root / "sources/checks.yml"
    path.write_bytes("waivers: [] # données\n".encode("cp1252"))
    built(site)
    found = from_lines(site.findings("numbers").read_text("utf-8"))
    (first,) = [one for one in found if one.code == "SRC01"]
    assert (first.code, first.place.file, first.place.line, first.place.column) == (
        *("SRC01", "sources/checks.yml", 1, 19),
    )
