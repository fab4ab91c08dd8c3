"""Generates a report to measure: sizes and a seed go in, a report's folder comes out.

All of it is invented: places, councils, figures and sources. The same arguments give
the same bytes.
"""

import argparse
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from chapter import Composer, Links
from datasets import Dataset, csv_text, dataset, quantities, resource
from prose import Writer
from recipes import recipe
from topics import Topic, topics

CHAPTERS = 12
WORDS = 45_000
"""Words of a report of 12 chapters: about 105 pages of A4."""

SETTINGS = """\
title: Services in the districts, a report for measuring
subtitle: Every place, figure and source in it is invented
authors:
  - {name: The Crossfoot contributors, affiliation: Crossfoot}
publisher: Crossfoot
place: Aldermere
date: 2024-03-01
language: en-GB
keywords: [local services, measuring]
bibliography: references.bib
"""

SURNAMES = """\
Abney Bexwell Carden Dalby Eckersley Fenn Garside Hartwell Ingleby Jessop Kershaw Lomax
Mabbott Nuttall Ormerod Pickles Quayle Rigby Scholes Tattersall Unsworth Varley Wragg
Yeadon Ackroyd Bramall Cawthra Dewhirst Entwistle Fairclough
"""
"""The authors of the bibliography, an entry each."""

ENTRY = """\
@report{{{key},
  author = {{{author}}},
  title = {{{title}}},
  institution = {{{{{place} Institute}}}},
  year = {{{year}}}
}}

"""


def report(chapters: int, words: int, seed: int) -> dict[str, str]:
    """Return a report's files: paths relative to its root, and their texts."""
    seen: set[tuple[str, ...]] = set()
    data = [_dataset(one, seed) for one in topics(chapters)]
    files = _settings(data) | references(seed, seen)
    for at, one in enumerate(data):
        rng = random.Random(f"{seed} text {one.name}")
        writer = Writer(rng, seen, one.topic.words)
        composer = Composer(one, _links(at, data), writer)
        files[one.topic.file] = composer.chapter(words // chapters)
    return files


def _dataset(subject: Topic, seed: int) -> Dataset:
    return dataset(subject, random.Random(f"{seed} data {subject.name}"))


def _settings(data: Sequence[Dataset]) -> dict[str, str]:
    """Return everything that the chapters bind, draw or show."""
    package = {"name": "returns", "resources": [resource(one) for one in data]}
    files = {
        "sources/report.yml": SETTINGS,
        "sources/quantities.yml": "".join(quantities(one) for one in data),
        "sources/data/datapackage.json": json.dumps(package, indent=2) + "\n",
    }
    for one in data:
        files[f"sources/data/{one.name}.csv"] = csv_text(one)
        files[f"figures/{one.name}.py"] = recipe(one)
    return files


def references(seed: int, seen: set[tuple[str, ...]]) -> dict[str, str]:
    """Return the bibliography, one entry a surname."""
    rng = random.Random(f"{seed} references")
    entries = (
        _entry(key, Writer(rng, seen, subject.words))
        for key, subject in zip(_keys(), topics(len(_keys())), strict=True)
    )
    return {"sources/references.bib": "".join(entries)}


def _keys() -> list[str]:
    names = SURNAMES.lower().split()
    return [f"{name}{2010 + at % 13}" for at, name in enumerate(names)]


def _entry(key: str, writer: Writer) -> str:
    author = f"{key[:-4].capitalize()}, {writer.rng.choice('ABCDEFGHJKLMNPRSTVW')}."
    title = writer.sentence("{title_text}")
    place = writer.phrase("{place}")
    return ENTRY.format(key=key, author=author, title=title, place=place, year=key[-4:])


def _links(at: int, data: Sequence[Dataset]) -> Links:
    """Spread the bibliography over the chapters and point to three of them."""
    keys = _keys()
    start = at * 5 % len(keys)
    others = {data[(at + step) % len(data)].name for step in (1, 4, 7)}
    return Links(keys[start:] + keys[:start], sorted(others - {data[at].name}))


def write(files: Mapping[str, str], root: Path) -> None:
    """Write a report's files into an empty or missing folder."""
    if root.exists() and any(root.iterdir()):
        raise SystemExit(f"{root} is not empty")
    for name, text in sorted(files.items()):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the arguments and write the report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("root", type=Path, help="folder to write the report to")
    parser.add_argument("--chapters", type=int, default=CHAPTERS)
    parser.add_argument("--words", type=int, help="of the whole report's text")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    words = given.words or WORDS * given.chapters // CHAPTERS
    write(report(given.chapters, words, given.seed), given.root)


if __name__ == "__main__":
    main()
