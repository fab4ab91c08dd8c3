"""Random decisions on random reports: nothing is lost, whatever was decided."""

import random
from collections.abc import Iterator
from typing import Any

from deciding import again, made
from hypothesis import given
from hypothesis import strategies as st
from repeating import chapters, fold, left
from repeating import settings as keys
from test_repeats_random import PARSED, drop, joined, plain
from writing import report

from crossfoot.engines import pandoc
from crossfoot.places import Text
from crossfoot.repeats import find
from crossfoot.repeats.written import entry, recorded

FEW = 8
"""Words from which on something is cut, so that decisions meet in one passage."""


def single(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield what is decided on: of two like sections each passage."""
    for row in rows:
        if "sections" not in row:
            yield row
        yield from row.get("passages", ())


def decided(rng: random.Random, rows: list[dict[str, Any]]) -> str:
    """Return `decisions.yml` with a decision of any kind on most relations."""
    new = {}
    for one in single(rows):
        ruling = rng.choice(["allow", "link", "drop", "keep-second", "keep-second", ""])
        if ruling:
            new[str(one["id"])] = entry(made(one, ruling))
    return recorded(Text("sources/decisions.yml", ""), new)


@PARSED
@given(st.randoms(use_true_random=False))
def test_decisions_cut_only_what_stands_elsewhere(rng: random.Random) -> None:
    """Every cut has a kept place with its text, and the chapters can be rebuilt."""
    found = chapters(*report(rng))
    before, _ = find(found, keys(min_words=FEW))
    text = decided(rng, before["relations"])
    product, findings = again(text, *found, min_words=FEW)
    sources = {one.file: one.source for one in found}
    for cut in product["cuts"]:
        file, (start, end) = cut["keep"]["file"], cut["keep"]["span"]
        assert fold(sources[file][start:end]) == fold(cut["text"])
        for other in product["cuts"]:
            first, last = other["span"]
            assert other["file"] != file or last <= start or end <= first
    for one in found:
        cuts = [cut for cut in product["cuts"] if cut["file"] == one.file]
        remains = pandoc.markdown(left(product, one)).value["blocks"]
        assert plain(drop(one.blocks, joined(cuts))) == plain(remains)
    wrong = {one.code for one in findings if one.place.file.endswith(".yml")}
    assert wrong <= ({"REP09"} if text else {"REP05"})
