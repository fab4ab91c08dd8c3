"""Fingerprints: what the cache holds of a chapter, and the layout that comes of it."""

import json
from dataclasses import fields
from pathlib import Path

from repeating import chapter, settings

from crossfoot.engines.belt.repeats import run
from crossfoot.engines.files import write_json
from crossfoot.repeats import find, joined
from crossfoot.repeats.builder import lay_out
from crossfoot.repeats.fingerprint import fingerprint, of_fingerprint
from crossfoot.repeats.layout import Block, Layout
from crossfoot.repeats.lexicon import Lexicon
from crossfoot.site import Site

SAID = (
    "The *hub in* the old mill served 41 hot meals to most of the people who asked, and"
    " drivers took [boxes](#first) round before eight on every working day.[^1]"
)
PAGE = f"""\
---
title: Front matter
---

# One {{#first}}

Cafe\u0301 and the council’s plain words.

<!-- crossfoot: allow REP01 because both are needed -->
{SAID}

::: {{.note #box role=summary}}
1. An item with `code`
2. Another

    > quoted "words" of @sec-first
:::

| Place | Number |
|-------|-------:|
| Here  |      5 |

{SAID}

[^1]: A note of words.
"""


def shape(page: Layout) -> dict[str, object]:
    """Return all that a layout holds, but for its chapter and its lexicon."""

    def told(block: Block) -> list[object]:
        plain = [getattr(block, one.name) for one in fields(Block)]
        return [[told(part) for part in block.children], *plain[:6], *plain[7:]]

    return {
        "keys": page.keys(0, len(page)),
        "starts": list(page.starts),
        "ends": list(page.ends),
        "weights": bytes(page.weights),
        "blocks": [told(block) for block in page.blocks],
        "leaves": [told(block) for block in page.leaves],
        "notes": [told(block) for block in page.notes],
        "sunken": page.sunken,
        "anchors": (page.anchors, page.anchored_at, page.mentions, page.leads),
        "allowances": page.allowances,
    }


def test_a_layout_comes_back_from_its_fingerprint() -> None:
    """Blocks, keys, words, names, seams and waivers are what they were."""
    page = lay_out(chapter(f"{PAGE}\n!!! note\n\n    Words in code.\n"), Lexicon())
    found = of_fingerprint(fingerprint(page), Lexicon())
    assert shape(found) == shape(page)
    assert page.sunken
    assert page.allowances
    assert page.leads
    assert any(leaf.closed[0] for leaf in page.leaves)
    assert {**found.chapter.as_dict(), "ast": {}} == {
        **page.chapter.as_dict(),
        "ast": {},
    }


def test_fingerprints_are_joined_as_chapters_are() -> None:
    """The stage finds the same in fingerprints as in chapters."""
    pages = [chapter(PAGE), chapter(PAGE.replace("41", "14"), "02")]
    known = Lexicon()
    kept = [fingerprint(lay_out(page, Lexicon())) for page in pages]
    found = joined([of_fingerprint(text, known) for text in kept], settings())
    assert found == find(pages, settings())
    assert found[0]["relations"]


def test_only_the_chapter_that_changed_is_fingerprinted(tmp_path: Path) -> None:
    """A second run takes the fingerprints that it has, and says so."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "01.md").write_text("", encoding="utf-8")
    site = Site.at(tmp_path)
    told = {"report": {}, "read": {}, "chapters": [{"name": "01"}, {"name": "02"}]}
    write_json(site.build / "settings.json", told)
    lines: list[str] = []
    products = []
    for second in (PAGE, PAGE, PAGE.replace("41", "14")):
        for one in (chapter(PAGE), chapter(second, "02")):
            path = site.build / "chapters" / f"{one.name}.json"
            write_json(path, one.as_dict())
        run(site, lines.append)
        products.append((site.build / "repeats.json").read_bytes())
    assert [line for line in lines if "fingerprint" in line] == [
        "took the fingerprint of 01",
        "took the fingerprint of 02",
        "kept the fingerprint of 01",
        "kept the fingerprint of 02",
        "kept the fingerprint of 01",
        "took the fingerprint of 02",
    ]
    assert products[0] == products[1] != products[2]
    kinds = [one["class"] for one in json.loads(products[2])["relations"]]
    assert "contradiction" in kinds
    assert len(list((site.build / ".cache" / "repeats").iterdir())) == 5
