"""Jumping: a passage of the page leads to its source, and a place to its passage."""

import pytest
from lxml import html

from crossfoot.engines.resident import Resident
from crossfoot.engines.watching.jumping import TAGS, number_of, place_of
from crossfoot.places import Place

FILES = {
    "sources/01-one.md": """# Trees {#sec-trees}

The park has `=trees.count` trees, as @sec-rain says[^a].

[^a]: A note on counting trees by hand.

- first of all
- last of all, with *stress* and a [link](https://example.org/)

## Rain {#sec-rain}

It rained on all of them in the spring of the year.

| Place | Trees |
|:--|--:|
| North | 12 |
| South | 8 |
""",
    "sources/02-two.md": """# More

It rained on some of them in the spring of the year.

> Nobody minded a wet bench.
""",
    "sources/quantities.yml": "trees.count: {value: 20, source: counted by us}\n",
    "sources/report.yml": "title: The park\n",
}
LEADS = {
    "The park has": ("sources/01-one.md", 3),
    "last of all": ("sources/01-one.md", 8),
    "A note on counting": ("sources/01-one.md", 5),
    "It rained on all": ("sources/01-one.md", 12),
    "South": ("sources/01-one.md", 17),
    "It rained on some": ("sources/02-two.md", 3),
    "Nobody minded": ("sources/02-two.md", 5),
}


@pytest.fixture(scope="module")
def resident(tmp_path_factory):
    """Return a resident process that has made the page of a small report."""
    root = tmp_path_factory.mktemp("park")
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    one = Resident(root)
    one.page()
    yield one
    one.close()


def elements(page: bytes) -> list[str]:
    """Return the words of the elements that a browser counts."""
    body = html.document_fromstring(page).body
    return [
        " ".join(one.text_content().split()) for one in body.iter() if one.tag in TAGS
    ]


@pytest.mark.parametrize("start", LEADS)
def test_a_passage_leads_to_its_line_and_back(resident: Resident, start: str) -> None:
    """Paragraphs, items, notes, cells and quotations are found from both sides."""
    page, chapters = resident.shown, resident.chapters()
    words = elements(page)
    wanted = [number for number, text in enumerate(words) if text.startswith(start)]
    file, line = LEADS[start]
    found = [place_of(page, number, chapters) for number in wanted]
    assert [(one.file, one.line) for one in found if one] == [(file, line)] * len(
        wanted
    )
    assert number_of(page, Place(file, line), chapters) in wanted


def test_what_nobody_wrote_leads_nowhere(resident: Resident) -> None:
    """An element that is not there, a file that is none and no chapters give nothing."""
    page, chapters = resident.shown, resident.chapters()
    assert place_of(page, 10_000, chapters) is None
    assert place_of(page, 0, []) is None
    assert number_of(page, Place("sources/03-no.md", 1), chapters) == -1
