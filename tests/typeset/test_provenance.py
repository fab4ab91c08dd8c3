"""Provenance: from a number in the page to what it was made of, and back."""

import re
from pathlib import Path

from conftest import Make

from crossfoot.engines.belt import run
from crossfoot.site import Site

CHAPTER = """\
# Asks

Of [over £2bn]{value=asks.total} asked for, [£205m]{value=asks.recovery} was new, or
`=asks.share`. [Then `=asks.recovery`](https://example.org) of 41 others.

![Asks](data/asks.csv){#tbl-asks total=amount}
"""
FILES = {
    "01-asks.md": CHAPTER,
    "data/asks.csv": "origin,amount\nRecharge,2000000000\nRecovery,203000000\n",
    "quantities.yml": (
        "asks.recovery: {from: data/asks.csv, sum: amount,"
        " where: {origin: Recovery}, unit: GBP, label: New asks}\n"
        "asks.total: {from: data/asks.csv, sum: amount, unit: GBP}\n"
        "asks.share: {share: asks.recovery, of: asks.total}\n"
    ),
}
STAGES = ("read", "data", "figures", "repeats", "structure", "numbers", "assemble")


def page(root: Path) -> str:
    """Return the page that the stages make of a report."""
    site = Site.at(root)
    for stage in (*STAGES, "typeset"):
        assert run(stage, site, lambda _: None) == 0
    return (site.build / "report.html").read_text("utf-8")


def words(markup: str) -> str:
    """Return the words of some HTML."""
    return " ".join(re.sub(r"<[^>]*>", "", markup).split())


def test_the_section_says_what_each_value_was_made_of(make: Make) -> None:
    """Values come in the order in which they are printed, then the files."""
    html = page(make(FILES))
    section = re.search(r'<section class="provenance".*?</section>', html, re.DOTALL)
    assert section
    said = [words(one) for one in re.findall(r"<li .*?</li>", section[0], re.DOTALL)]
    csv = re.sub(r".* SHA-256 ", "", said[3])
    yml = re.sub(r".* SHA-256 ", "", said[4])
    assert len(csv) == len(yml) == 64
    short, defined = csv[:8], yml[:8]
    assert said == [
        f"asks.total: £2,203m Sum of amount in data/asks.csv, 2 rows: lines 2–3 of data/asks.csv, SHA-256 {short}…. Held against the data, and agrees: over £2bn in Asks.",
        f"New asks: £203m asks.recovery Sum of amount in data/asks.csv where origin is Recovery, 1 row: line 3 of data/asks.csv, SHA-256 {short}…. Held against the data, and does not agree: £205m in Asks. Put in from the data: £203m in Asks.",
        f"asks.share: 9.2% asks.recovery in per cent of asks.total: line 3 of quantities.yml, SHA-256 {defined}…. Put in from the data: 9.2% in Asks.",
        f"data/asks.csv Shown in Table 1. SHA-256 {csv}",
        f"quantities.yml SHA-256 {yml}",
    ]


def test_links_lead_there_and_back(make: Make) -> None:
    """Every bound number leads to its value, except in a link, and each way holds."""
    html = page(make(FILES))
    body, section = html.split('<section class="provenance"')
    leads = re.findall(r'<a href="#_q-([^"]+)" aria-describedby="_numbers-how"', body)
    assert leads == ["asks.total", "asks.recovery", "asks.share"]
    ids = set(re.findall(r'\bid="([^"]+)"', html))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= ids
    back = re.findall(r'href="#(_n-[0-9a-f]{8})">([^<]+)<', section)
    stands = {
        name: re.search(rf'id="{name}">([^<]+)<', body)[1]  # type: ignore[index] - links lead somewhere
        for name, _ in back
    }
    assert [(stands[name], shown) for name, shown in back] == [
        ("£2bn", "over £2bn"),
        ("£205m", "£205m"),
        ("£203m", "£203m"),
        ("9.2%", "9.2%"),
    ]
    assert '<p class="source">Data: <a href="#_file-1"><code>data/asks.csv' in body


def test_a_number_s_words_stay_text(make: Make) -> None:
    """No button, script or pop-up is needed, so words can be copied and printed."""
    html = page(make(FILES))
    assert not re.search(r"<button|popover|onclick|<dialog", html)
    plain = words(html.split("<main")[1])
    assert "Of over £2bn asked for, £205m was new, or 9.2%. Then £203m of 41" in plain


def test_a_report_without_bound_numbers_has_no_section(make: Make) -> None:
    """Nothing is said of where no number comes from."""
    html = page(make({"01-a.md": "# A\n\nThere are 41 of them.\n"}))
    assert "provenance" not in html.split("</style>")[1]
    assert "_numbers" not in html.split("</style>")[1]
