"""The SARIF log."""

import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from crossfoot.codes import CODES
from crossfoot.findings import Finding, Related, Waiver
from crossfoot.places import Place
from crossfoot.render.sarif import render

HERE = Place("sources/06, new.md", 162, 1, 165, 9)
FIRST = Place("sources/02.md", 94, 1, 98, 12)
SECOND = Place("sources/[draft]\\4.md", 7, 3, 7, 5)
REPEATS = [
    Finding(
        code,
        "Passage of 80 words repeats sources/02.md:94",
        HERE,
        notes=(Related("the first copy is here", FIRST), Related("so is one", SECOND)),
        help="Delete one copy",
    )
    for code in ("REP01", "REP02", "REP03")
]
WAIVED = Finding("TAB01", "Total is 5", Place("b.md"), waiver=Waiver("c <d>", "jb"))


def log(findings: list[Finding]) -> dict[str, Any]:
    """Return the log of findings; what is written is part of the standard."""
    value: dict[str, Any] = json.loads(render(findings))
    schema = json.loads(Path(__file__).with_name("sarif.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    assert [*Draft202012Validator(schema).iter_errors(value)] == []
    return value


def test_a_result_has_all_places_with_their_regions() -> None:
    """Each end of a repeat is a location that points to the other."""
    (run,) = log(REPEATS)["runs"]
    assert [result["ruleId"] for result in run["results"]] == [
        "REP01",
        "REP02",
        "REP03",
    ]
    for result in run["results"]:
        assert result["message"] == {
            "text": "Passage of 80 words repeats sources/02.md:94."
            " See [sources/02.md:94:1](1), the first copy is here."
            " See [sources/\\[draft\\]\\\\4.md:7:3](2), so is one. Delete one copy"
        }
        assert result["locations"] == [
            {
                "id": 0,
                "physicalLocation": {
                    "artifactLocation": {"uri": "sources/06%2C%20new.md"},
                    "region": {
                        "startLine": 162,
                        "startColumn": 1,
                        "endLine": 165,
                        "endColumn": 9,
                    },
                },
                "relationships": [
                    {"target": 1, "kinds": ["relevant"]},
                    {"target": 2, "kinds": ["relevant"]},
                ],
            }
        ]
        assert result["relatedLocations"][1] == {
            "id": 2,
            "message": {"text": "so is one"},
            "physicalLocation": {
                "artifactLocation": {"uri": "sources/%5Bdraft%5D%5C4.md"},
                "region": {
                    "startLine": 7,
                    "startColumn": 3,
                    "endLine": 7,
                    "endColumn": 5,
                },
            },
            "relationships": [{"target": 0, "kinds": ["relevant"]}],
        }


def test_links_and_relations_lead_to_one_place_each() -> None:
    """No two locations of a result share an id, and none is missing."""
    for result in log(REPEATS)["runs"][0]["results"]:
        places = [*result["locations"], *result["relatedLocations"]]
        ids = [place["id"] for place in places]
        links = [int(n) for n in re.findall(r"\]\((\d+)\)", result["message"]["text"])]
        targets = [one["target"] for place in places for one in place["relationships"]]
        assert (ids, links, sorted(set(targets))) == ([0, 1, 2], [1, 2], [0, 1, 2])


def test_a_finding_with_one_place_has_no_relations() -> None:
    """Neither id nor link stands where there is nothing to link to."""
    (result,) = log([Finding("NUM05", "“3” is bound to nothing", FIRST)])["runs"][0][
        "results"
    ]
    assert set(result["locations"][0]) == {"physicalLocation"}
    assert "relatedLocations" not in result


def test_what_an_author_wrote_is_no_link() -> None:
    """Markdown in a message leads nowhere."""
    one = Finding("REF02", "“[here](https://a.example)” is odd", FIRST)
    assert log([one])["runs"][0]["results"][0]["message"] == {
        "text": "“[here] (https://a.example)” is odd"
    }


def test_waived_findings_are_suppressed_results() -> None:
    """The reason stands in the log, and each result names its rule."""
    (run,) = log([*REPEATS, WAIVED])["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["results"][3]["suppressions"] == [
        {"kind": "inSource", "justification": "c <d>"}
    ]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [
        "REP01",
        "REP02",
        "REP03",
        "TAB01",
    ]


def test_every_code_can_be_written() -> None:
    """A finding of each code is a result of the standard."""
    log([Finding(code, "Said", FIRST) for code in CODES])
