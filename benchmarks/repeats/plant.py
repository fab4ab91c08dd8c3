"""Plants repeats of every class: a carrier and a seed in, sources and their truth out.

The truth stands beside the folder `sources`, in `truth.json`; README.md defines it.
The same arguments give the same bytes.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import carrier
import conflicts
import copies
import frames
import negatives
import variants
from author import Author
from changes import CHANGES
from draft import Block, Chapter, Draft
from edits import Difference
from marks import Lines, Place, Span, settle
from sower import Negative, Plant, Sower

WORDS = 60_000
TIMES = 3
SCHEMA = "crossfoot/benchmark-repeats/1"

Planter = Callable[[Sower], None]


def planters() -> Iterator[Planter]:
    """Yield everything that is planted, what needs most room first."""
    yield from (copies.page, copies.pasted, copies.section, copies.paragraphs)
    yield from (copies.merged, copies.split, copies.scattered, copies.half)
    yield from (copies.passage, copies.torn)
    for change in CHANGES:
        yield partial(conflicts.in_edited, change=change)
        yield partial(conflicts.in_paragraph, change=change)
        yield partial(conflicts.in_sentence, change=change)
    for change in ("figure", "year"):
        yield partial(conflicts.in_summary, change=change)
        yield partial(conflicts.in_item, change=change)
    yield conflicts.in_cell
    for rate in (0, 10):
        yield partial(variants.reordered, rate=rate)
    for rate in variants.RATES:
        yield partial(variants.words, rate=rate)
    yield from (variants.emphasised, variants.quoted)
    yield from (
        partial(variants.in_summary, rate=10),
        partial(variants.of_list, rate=10),
    )
    yield from (copies.thrice, copies.of_list, copies.of_table, copies.quotation)
    yield from (variants.list_marks, variants.renumbered)
    yield from (copies.paragraph, copies.rewrapped, copies.within, copies.in_summary)
    yield from (copies.sentence, copies.item, copies.table_row, frames.paraphrase)
    yield from (copies.standing, copies.phrase)
    yield from (
        partial(frames.template, kind=kind) for kind in ("place", "period", "name")
    )
    yield from negatives.NEGATIVES


def report(
    words: int, times: int, seed: int, folder: Path | None = None
) -> dict[str, str]:
    """Return the files of a planted report by path, `truth.json` among them."""
    chapters = carrier.real(folder, words) if folder else carrier.generated(words, seed)
    author = Author(random.Random(f"{seed} plants"), set())
    if folder:
        chapters.insert(0, _summary(author, seed))
    else:
        for chapter in chapters:
            _learn(author, chapter)
    carried = sum(block.words for chapter in chapters for block in chapter.blocks)
    sower = Sower(
        Draft(random.Random(f"{seed} places"), chapters), author, random.Random(seed)
    )
    missing = sow(sower, times, seed)
    files, places = _settled(chapters)
    truth = {
        "schema": SCHEMA,
        "carrier": "real" if folder else "generated",
        "seed": seed,
        "words": carried,
        "missing": missing,
        "summaries": [one.file for one in chapters if one.summary],
        "plants": [_plant(n, one, places) for n, one in enumerate(sower.plants, 1)],
        "negatives": [
            _negative(n, one, places) for n, one in enumerate(sower.negatives, 1)
        ],
    }
    return files | {
        "truth.json": json.dumps(truth, indent=1, ensure_ascii=False) + "\n"
    }


def _summary(author: Author, seed: int) -> Chapter:
    """Write a summary for a carrier of real text."""
    own = author.about(random.Random(f"{seed} summary"), seed)
    texts = (" ".join(own.sentences(60)) for _ in range(30))
    blocks = [Block("heading", "# Summary"), *(Block("prose", one) for one in texts)]
    return Chapter("sources/01-summary.md", blocks, summary=True)


def _learn(author: Author, chapter: Chapter) -> None:
    """Tell an author what a carrier says, to write nothing like it."""
    for block in chapter.blocks:
        for one in block.text.replace("\n", " ").split(". "):
            author.takes(one)


def sow(sower: Sower, times: int, seed: int) -> dict[str, int]:
    """Plant everything so many times; return what found no room, and how often."""
    missing: dict[str, int] = {}
    base = sower.author
    for planter in planters():
        for number in range(times):
            name = _name(planter)
            rng = random.Random(f"{seed} {name} {number}")
            sower.rng = sower.draft.rng = rng
            sower.author = base.about(rng, rng.randrange(64))
            try:
                planter(sower)
            except LookupError:
                missing[name] = missing.get(name, 0) + 1
    return missing


def _name(planter: Planter) -> str:
    if isinstance(planter, partial):
        inner = planter.func
        what = " ".join(str(one) for one in planter.keywords.values())
        return f"{inner.__module__} {inner.__name__} {what}"
    return f"{planter.__module__} {getattr(planter, '__name__', '')}"


Places = Mapping[int, Place]


def _settled(chapters: Sequence[Chapter]) -> tuple[dict[str, str], Places]:
    """Return the chapters' texts without marks, and the place of each mark."""
    files: dict[str, str] = {}
    places: dict[int, Place] = {}
    for chapter in chapters:
        text, spans = settle(chapter.text())
        files[chapter.file] = text
        lines = Lines.of(chapter.file, text)
        places |= {number: lines.place(_trim(text, at)) for number, at in spans.items()}
    return files, places


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _plant(number: int, one: Plant, places: Places) -> dict[str, Any]:
    return {
        "id": f"p{number:03}",
        "class": one.cls,
        "kind": one.kind,
        "rate": one.rate,
        "removable": one.removable,
        "a": [places[mark]._asdict() for mark in one.a],
        "b": [places[mark]._asdict() for mark in one.b],
        "differences": [_difference(pair, places) for pair in one.differences],
    }


def _difference(pair: Difference, places: Places) -> dict[str, Any]:
    return {"a": places[pair[0]]._asdict(), "b": places[pair[1]]._asdict()}


def _negative(number: int, one: Negative, places: Places) -> dict[str, Any]:
    spots = [places[mark]._asdict() for mark in one.places]
    return {"id": f"n{number:03}", "kind": one.kind, "places": spots}


def write(files: Mapping[str, str], root: Path) -> None:
    """Write the files of a report into an empty or missing folder."""
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
    parser.add_argument(
        "--carrier", type=Path, help="folder of real text to plant into"
    )
    parser.add_argument("--size", type=int, default=WORDS, help="words of the carrier")
    parser.add_argument("--times", type=int, default=TIMES, help="plants of each kind")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(report(given.size, given.times, given.seed, given.carrier), given.root)


if __name__ == "__main__":
    main()
