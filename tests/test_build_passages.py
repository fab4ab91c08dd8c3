"""Whole builds of a report with a pasted page and passages that are shown again."""

import json
import re
from pathlib import Path

import pytest
from building import Run, build

from crossfoot.cuts import restore
from crossfoot.engines.pdf import read_pdf

PAGE = """## Key findings

The library service opened all of its branches on every weekday of the year, kept the
lending desks staffed until the evening,[^n] and ran a reading group for new parents in
each of the branches that had a room large enough for one. As [@smith2020] says, nothing
[was lost]{#lost}; see [Deeper](#deeper).

| Branch | Visits |
|--------|--------|
| East   | 3      |

: Visits by branch

[^n]: On Fridays until six.

### Deeper

The parents who came to the groups brought friends, and their friends brought others, so
that by the end of the second winter there was hardly a street in the whole of the ward
without somebody who had been to one.
"""
TWO = f"""# Service

Of the two, see [the deeper part](#deeper) and [the findings](#key-findings-1).

## Key findings

Something of its own.[^n]

{PAGE}
## Outlook {{#sec-outlook}}

There are [7]{{value=asks.total}} asks, or []{{value=asks.total}}.
"""
FILES = {
    "sources/report.yml": "title: A report\n",
    "sources/01-visits.md": f"# Visits\n\n{PAGE}",
    "sources/02-service.md": TWO,
    "sources/03-again.md": (
        "# Again\n\nFrom [there](02-service.md#key-findings-1).\n\n"
        '::: {.include from="02-service.md#sec-outlook"}\n:::\n\n'
        '::: {.include from="02-service.md#deeper"}\n:::\n'
    ),
    "sources/data/asks.csv": "name,amount\nA,3\nB,4\n",
    "sources/quantities.yml": "asks.total: {from: data/asks.csv, sum: amount}\n",
    "sources/references.bib": (
        "@book{smith2020, author={Smith, Ann}, title={A Book}, year={2020}}\n"
    ),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """Return the report, built once for all tests here; nobody edits it."""
    root = tmp_path_factory.mktemp("passages") / "report"
    for name, words in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    return root, build(root)


def test_the_report_passes_with_a_warning(built: tuple[Path, Run]) -> None:
    """Nothing dangles in PDF or HTML, no word is lost, no number is counted twice."""
    root, run = built
    assert run.code == 0, run.out
    found = json.loads((root / "build" / "findings.json").read_text())["findings"]
    assert [
        (f["code"], f["file"], f["line"])
        for f in found
        if f["code"] not in {"NUM05", "STR04", "STR06"}
    ] == [("REP01", "sources/02-service.md", 9)]
    numbers = json.loads((root / "build" / "numbers.json").read_text())["numbers"]
    bound = [one for one in numbers if one["quantity"]]
    assert [(one["file"], one["state"]) for one in bound] == [
        ("sources/02-service.md", "checked"),
        ("sources/02-service.md", "inserted"),
    ]


def test_the_pasted_page_is_printed_once(built: tuple[Path, Run]) -> None:
    """A reference stands for it, and its table and note are numbered once."""
    html = (built[0] / "build" / "report.html").read_text("utf-8")
    body = html[html.index("<main") :]
    assert body.count("The library service opened") == 1
    assert body.count("The parents who came") == 2
    assert re.findall(r"Table \d+", body.partition("</caption>")[0][-60:]) == [
        "Table 1"
    ]
    assert len(re.findall('class="label"[^>]*>Table', html)) == 1
    assert (
        '<p>See <a href="#key-findings">section\u00a01.1, Key findings</a>.</p>'
    ) in body
    assert '<a href="#deeper">the deeper part</a>' in body
    assert body.count('<a href="#key-findings">t') == 2


def test_the_paper_says_the_same(built: tuple[Path, Run]) -> None:
    """The PDF has no broken link, and the reference reads as on screen."""
    facts = read_pdf((built[0] / "build" / "report.pdf").read_bytes())
    words = " ".join(" ".join(facts.texts).split())
    assert facts.broken_links == ()
    assert "See section 1.1, Key findings." in words.replace("\u00a0", " ")
    assert words.count("The library service opened") == 1


def test_kept_text_and_records_are_the_files(built: tuple[Path, Run]) -> None:
    """Every chapter comes back byte for byte."""
    build_ = built[0] / "build"
    cuts = json.loads((build_ / "repeats.json").read_text())["cuts"]
    assert len(cuts) == 2
    for name in ("01-visits", "02-service", "03-again"):
        own = [one for one in cuts if one["name"] == name]
        left = (build_ / "kept" / f"{name}.md").read_bytes()
        assert restore(left, own) == FILES[f"sources/{name}.md"].encode()
