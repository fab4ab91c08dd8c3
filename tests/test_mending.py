"""What is offered for names that lead nowhere."""

from pathlib import Path

import pytest

from crossfoot.engines.fixing import fixes

REPORT = {
    "sources/01-a.md": """\
# A {#sec-a}

See @sec-aa, [it](02-bb.md) and [@smiht2020].[^nott] We had [3]{value=asks.totl} asks.

[^note]: A note.

![Asks](data/ask.csv){#tbl-asks}

![Asks again](data/asks.csv){#tbl-more total=amuont}
""",
    "sources/02-b.md": "# B\n\n<!-- crossfoot: allow NUM5 because it is so -->\n\nText.\n",
    "sources/report.yml": "titel: A\nbibliography: refs.bib\nchapters: [01-a.md, 02-bb.md]\n",
    "sources/refs.bib": "@book{smith2020, title={T}, author={A, B}, year={2020}}\n",
    "sources/quantities.yml": "asks.total: {from: data/asks.csv, sum: amount}\n",
    "sources/data/asks.csv": "ask,amount\na,1\nb,2\n",
}


@pytest.fixture
def root(make) -> Path:
    """Return a report with a slip in many names."""
    return make(REPORT)


def test_a_near_name_is_offered_in_its_place(root: Path) -> None:
    """Each slip has an offer with its code, which shows the line as it would be."""
    found = fixes(root)
    assert found.new == {}
    told = found.offers.splitlines()
    codes = [line.split()[-1] for line in told if not line.startswith(" ")]
    before = [line[3:] for line in told if line.startswith("  -")]
    after = [line[3:] for line in told if line.startswith("  +")]
    slips = zip(codes, map(changed, before, after), strict=True)
    assert list(slips) == [
        ("REF01", ("@sec-aa,", "@sec-a,")),
        ("REF02", ("[it](02-bb.md)", "[it](02-b.md)")),
        ("REF03", ("[@smiht2020].[^nott]", "[@smith2020].[^nott]")),
        ("REF04", ("[@smiht2020].[^nott]", "[@smiht2020].[^note]")),
        ("NUM02", ("[3]{value=asks.totl}", "[3]{value=asks.total}")),
        (
            "TAB04",
            ("![Asks](data/ask.csv){#tbl-asks}", "![Asks](data/asks.csv){#tbl-asks}"),
        ),
        ("TAB03", ("total=amuont}", "total=amount}")),
        ("SRC11", ("NUM5", "NUM05")),
        ("SRC03", ("titel:", "title:")),
        ("SRC04", ("02-bb.md]", "02-b.md]")),
    ]


def changed(before: str, after: str) -> tuple[str, str]:
    """Return the one word in which two lines differ."""
    pairs = zip(before.split(), after.split(), strict=True)
    ((old, new),) = [pair for pair in pairs if pair[0] != pair[1]]
    return old, new


def test_what_differs_in_capitals_alone_is_safe(make) -> None:
    """Nothing else can be meant, so that it is written without being named."""
    root = make({"a.md": "# A {#sec-money}\n\nSee @sec-Money.\n"})
    assert "+See @sec-money.\n" in fixes(root).diff
