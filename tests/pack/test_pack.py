"""The QA pack: what it says of a build, and what it says is missing."""

import json
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import pytest

from crossfoot.engines.belt import STAGES, pack, run
from crossfoot.engines.files import read_json
from crossfoot.fingerprints import LIBRARIES
from crossfoot.nodes import Node, rows, text, walk
from crossfoot.pack import document
from crossfoot.pack.facts import Facts, Sources
from crossfoot.pack.practice import points
from crossfoot.record import record_of
from crossfoot.site import Site

FILES = {
    "sources/report.yml": "title: Visits\nversion: '1.1'\ndate: 2026-03-01\n"
    "licence: CC BY 4.0\nauthors: [Ada Byron]\noutputs: [pdf]\n"
    "severity: {STR05: warning}\n",
    "sources/01-visits.md": "# Visits\n\nThe library had [100]{value=visits} visits"
    " and 7 rooms.\n\n<!-- crossfoot: allow NUM05 because the rooms are on the plan -->\n"
    "\nIn 12 rooms nobody sat.\n",
    "sources/data/visits.csv": "place,visits\nLibrary,100\n",
    "sources/quantities.yml": "visits: {from: data/visits.csv, sum: visits}\n"
    "hours: {value: 8, source: by hand}\n",
    "sources/checks.yml": "coverage: {minimum: 0.3}\n",
    "sources/assurance.yml": "roles: {analyst: Ada Byron, assurer: Mary S.}\n"
    "reviews: [{name: Mary S., date: 2026-02-01, what: All}]\n"
    "signed: [{check: whole-1, name: Mary S., date: 2026-02-02, note: aloud}]\n"
    "practice:\n  version_control: {met: yes, evidence: In git, by: Ada Byron}\n",
    "sources/corrections.yml": "corrects: '1.0'\ncorrections:\n"
    "  - {date: 2026-03-01, what: Visits, number: visits, old: 110, new: 100,"
    " scale: a tenth, nature: Counted twice, cause: Two lists}\n",
}  # fmt: skip
OPEN = ("mit", "bsd", "apache", "isc", "psf", "python software", "mpl", "gpl", "ofl", "open font", "hpnd", "zlib", "unlicense", "public domain")  # fmt: skip


def built(root: Path) -> Site:
    """Build the report up to its gate, and return where it is."""
    for name, told in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(told, encoding="utf-8")
    site = Site.at(root)
    for stage in STAGES[: STAGES.index("gate")]:
        run(stage, site, lambda _: None)
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a report that is built."""
    return built(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def facts(site: Site) -> Facts:
    """Return what its pack is made of."""
    report = read_json(site.build / "report.json")
    return pack.facts_of(site, report["blocks"], record_of(report["meta"]))


def tables(blocks: list[Node]) -> dict[str, list[list[str]]]:
    """Return the texts of all tables by their captions, head rows left out."""
    return {
        text(node["c"][1][1]): [[text(cell) for cell in row] for row in rows(node)[1:]]
        for node in walk(blocks)
        if node["t"] == "Table"
    }


def test_the_pack_tells_what_was_found_and_what_is_missing(facts: Facts) -> None:
    """Each register holds what the build and its people recorded, and nothing else."""
    told = tables(document(facts, {})["blocks"])
    assert told["Roles, as in the Aqua Book"] == [
        ["Commissioner", "not stated", "asked for the analysis and agreed its scope"],
        ["Analyst", "Ada Byron", "did the analysis and keeps its records"],
        ["Analytical assurer", "Mary S.", "checked it without having taken part in it"],
        ["Approver", "not stated", "decided that it is fit for its purpose"],
    ]
    assert told["Waivers"] == [
        ["NUM05", "1", "the rooms are on the plan", "not named", "for ever", "sources/01-visits.md:5"]
    ]  # fmt: skip
    assert told["Numbers, and what they rest on"] == [
        ["sources/01-visits.md", "3", "1", "0", "1", "1", "0"]
    ]
    assert told["Floors of coverage"] == [["the whole report", "30%", "66.66%"]]
    assert told["Rules that the report grades otherwise"] == [
        ["STR05 abbreviation is explained", "note", "warning"]
    ]
    assert told["Rules that found something"] == [
        ["NUM05 number is bound", "0", "0", "1", "1"]
    ]
    assert told["Corrections"] == [
        ["Visits (2026-03-01)", "110", "100", "a tenth. Counted twice", "Two lists"]
    ]
    by_hand = {row[0]: row[-1] for row in told["Checks by a person"]}
    assert by_hand["whole-1"] == "Mary S. on 2026-02-02: aloud"
    assert {by_hand[key] for key in by_hand if key != "whole-1"} == {"not signed"}
    said = [text(node) for node in walk(document(facts, {})["blocks"])]
    assert "Nobody has signed the numbers." in said
    assert any(one.startswith("No assumption is recorded.") for one in said)


def test_the_families_tell_how_much_was_looked_at(facts: Facts) -> None:
    """Every family but that of the release has a row with what there was to look at."""
    told = tables(document(facts, {})["blocks"])
    seen = {row[0].rpartition("(")[2][:3]: row[2:] for row in told["Checks by machine, by what they are about"]}  # fmt: skip
    assert seen == {
        "SRC": ["1 chapter, 1 waiver", "nothing found"],
        "DAT": ["1 table, 1 row, 2 quantities", "nothing found"],
        "FIG": ["0 figures", "nothing found"],
        "REP": ["2 paragraphs, 0 decisions", "nothing found"],
        "NUM": ["3 numbers", "1 note and 1 waived"],
        "TAB": ["0 tables", "nothing found"],
        "REF": ["0 links, 0 notes", "nothing found"],
        "STR": ["1 heading, 2 paragraphs", "nothing found"],
        "ACC": ["2 outputs, 0 pictures, 0 tables", "nothing found"],
        "TYP": ["2 outputs", "nothing found"],
        "QAP": ["5 records, 1 correction", "nothing found"],
    }


def answers(facts: Facts) -> dict[str, str]:
    """Return each point's answer by its key."""
    return {one.key: one.answer.words for one in points(facts)}


def shown(facts: Facts, key: str) -> str:
    """Return what shows a point."""
    return next(one.answer.shows for one in points(facts) if one.key == key)


def test_points_are_met_by_what_the_build_shows_or_somebody_says(facts: Facts) -> None:
    """Without evidence a point is not known; what a person says bears their name."""
    assert answers(facts) == {
        "manual_steps": "No",
        "software": "Yes",
        "peer_review": "Yes",
        "version_control": "Yes",
        "open": "Yes",
        "guidance": "Not known",
        "documentation": "No",
        "tests": "Yes",
        "environment": "Yes",
        "reproducible": "Not known",
    }
    assert shown(facts, "version_control") == "Ada Byron says yes: In git"
    assert "1 number in the text rest on nothing" not in shown(facts, "open")


def test_a_report_without_records_knows_little_of_itself(facts: Facts) -> None:
    """Nothing is ticked that only people can say."""
    bare = replace(
        facts,
        records={},
        record=replace(facts.record, licence="", corrections=()),
        sources=Sources(),
    )
    assert answers(bare) == answers(facts) | {
        "peer_review": "Not known",
        "version_control": "Not known",
        "open": "Not known",
        "documentation": "Not known",
    }


def covered(facts: Facts, **coverage: int) -> Facts:
    """Return the facts of a report with another coverage."""
    tally = facts.numbers["coverage"] | coverage
    return replace(facts, numbers={**facts.numbers, "coverage": tally})


def test_what_was_made_by_hand_has_to_be_recorded(facts: Facts) -> None:
    """Typed figures and ready pictures leave the point open until steps are recorded."""
    backed = covered(facts, unbound=0)
    assert answers(backed)["manual_steps"] == "Not known"
    assert "hours" in shown(backed, "manual_steps")
    steps: dict[str, Any] = {"manual_steps": [{"step": "Typed from a leaflet"}]}
    noted = replace(backed, records={**facts.records, **steps})
    assert answers(noted)["manual_steps"] == "Yes"
    clean = replace(backed, sources=replace(facts.sources, typed=()))
    assert answers(clean)["manual_steps"] == "Yes"


def test_those_who_wrote_it_are_no_reviewers(facts: Facts) -> None:
    """A review by an author or the analyst alone does not count."""
    own = [{"name": "ada  Byron", "date": "2026-02-01", "what": "All"}]
    told = replace(facts, records={**facts.records, "reviews": own})
    assert answers(told)["peer_review"] == "No"


def test_a_no_of_the_build_stays_whatever_somebody_says(facts: Facts) -> None:
    """What a person says stands beside, and ticks nothing that the build denies."""
    said = {"documentation": {"met": True, "evidence": "A wiki", "by": "A"}}
    told = replace(facts, records={**facts.records, "practice": said})
    assert answers(told)["documentation"] == "No"
    assert shown(told, "documentation").endswith("A says yes: A wiki")


def test_the_pack_is_written_and_says_the_same_in_both_forms(site: Site) -> None:
    """The page and the PDF name the roles, the steps and the points."""
    from pypdf import PdfReader

    page = (site.build / "qa.html").read_text(encoding="utf-8")
    with (site.build / "qa.pdf").open("rb") as file:
        pages = PdfReader(file).pages
        words = " ".join(" ".join(one.extract_text() for one in pages).split())
    for said in ("Quality assurance of Visits", "Analytical assurer", "Mary S."):
        assert said in page
        assert said in words
    assert "Two lists" in (site.build / "corrections.html").read_text(encoding="utf-8")


def test_the_same_build_gives_the_same_pack(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another folder, time zone and language make no other byte."""
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    other = built(tmp_path / "elsewhere" / "ä b")
    for name in ("qa.html", "qa.pdf", "corrections.html", "assurance.json"):
        assert (site.build / name).read_bytes() == (other.build / name).read_bytes()


def test_with_errors_the_pack_is_a_draft(facts: Facts) -> None:
    """A pack of a report that may not be released says so at its top."""
    wrong = replace(facts.findings[0], severity="error", waiver=None)
    told = document(replace(facts, findings=[wrong]), {})
    said = [text(node) for node in told["blocks"] if node["t"] == "Para"]
    assert said[0] == "This is a draft: 1 error found. No release is made."
    assert json.dumps(told)  # nothing in it is not JSON


def test_the_software_is_open_source() -> None:
    """Every library that the pack calls open source states such a licence."""
    for name in sorted({one for some in LIBRARIES.values() for one in some}):
        try:
            about = metadata(name.replace("_", "-"))
        except PackageNotFoundError:
            continue
        said = [about.get("License-Expression", ""), about.get("License", "")]
        said += [one for one in about.get_all("Classifier", []) if "License" in one]
        known = " ".join(map(str, said)).lower()
        assert any(word in known for word in OPEN), name
