"""Random reports: nothing is lost, and nothing but equal text is ever cut."""

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repeating import SPACES, chapters, fold, left
from repeating import settings as keys
from writing import report

from crossfoot.engines import pandoc
from crossfoot.nodes import Node
from crossfoot.repeats import find

PARSED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
"""Pandoc runs twice for each chapter of an example."""


def drop(blocks: list[Node], spans: list[list[int]]) -> list[Node]:
    """Return blocks without what lies inside spans."""
    out: list[Node] = []
    for block in blocks:
        kind, content = block["t"], block["c"]
        if gone(block, spans):
            continue
        if kind in {"Para", "Plain"}:
            content = words(content, spans)
        elif kind == "Div":
            content = [content[0], drop(content[1], spans)]
        elif kind == "BlockQuote":
            content = drop(content, spans)
        elif kind == "BulletList":
            content = [item for one in content if (item := drop(one, spans))]
        elif kind == "OrderedList":
            content = [content[0], [drop(one, spans) for one in content[1]]]
        if content or kind == "Para":
            out.append({"t": kind, "c": content})
    return out


def gone(node: Node, spans: list[list[int]]) -> bool:
    place = node.get("s")
    return bool(place) and any(a <= place[0] and place[1] <= b for a, b in spans)


def words(inlines: list[Node], spans: list[list[int]]) -> list[Node]:
    """Return inlines without those inside spans, and the spaces that go with them."""
    out: list[Node] = []
    after = False
    for node in inlines:
        if gone(node, spans):
            after = True
        elif not (after and node["t"] in SPACES):
            out.append(node)
            after = False
    while out and out[-1]["t"] in SPACES:
        out.pop()
    return out


def joined(cuts: list[dict[str, Any]]) -> list[list[int]]:
    """Return the spans of cuts, those that touch as one."""
    out: list[list[int]] = []
    for cut in cuts:
        start, end = cut["span"]
        if out and start <= out[-1][1]:
            out[-1][1] = end
        else:
            out.append([start, end])
    return out


def plain(tree: Any) -> Any:
    """Return a tree without places and with what a cut may change made equal.

    The wrap of a paragraph, how loose a list is, two lists that come to stand side by
    side, and the automatic identifiers of headings.
    """
    if isinstance(tree, dict):
        one = {key: plain(part) for key, part in tree.items() if key != "s"}
        one["t"] = {"Plain": "Para", "SoftBreak": "Space"}.get(one["t"], one["t"])
        if one["t"] == "Header":
            one["c"][1] = []
        return one
    if not isinstance(tree, list):
        return tree
    out: list[Any] = []
    for part in map(plain, tree):
        kinds = [x.get("t") if isinstance(x, dict) else "" for x in [*out[-1:], part]]
        if kinds == ["BulletList"] * 2:
            out[-1]["c"] += part["c"]
        elif kinds == ["OrderedList"] * 2:
            out[-1]["c"][1] += part["c"][1]
        else:
            out.append(part)
    return out


@PARSED
@given(st.randoms(use_true_random=False), st.booleans())
def test_kept_text_and_cuts_are_the_report(rng: random.Random, carriage: bool) -> None:
    """Kept text and records rebuild each file, and kept text parses to what is left."""
    ends = "\r\n" if carriage else "\n"
    found = chapters(*(text.replace("\n", ends) for text in report(rng)))
    product, _ = find(found, keys())
    for one in found:
        remains = left(product, one)
        cuts = [cut for cut in product["cuts"] if cut["file"] == one.file]
        again = pandoc.markdown(remains).value["blocks"]
        assert plain(drop(one.blocks, joined(cuts))) == plain(again)


@PARSED
@given(st.randoms(use_true_random=False))
def test_only_text_that_stands_elsewhere_is_cut(rng: random.Random) -> None:
    """The kept place of every cut holds its text, and nothing of it is cut."""
    found = {one.file: one for one in chapters(*report(rng))}
    product, _ = find(list(found.values()), keys())
    for cut in product["cuts"]:
        file, (start, end) = cut["keep"]["file"], cut["keep"]["span"]
        assert fold(found[file].source[start:end]) == fold(cut["text"])
        for other in product["cuts"]:
            first, last = other["span"]
            assert other["file"] != file or last <= start or end <= first


def told(product: dict[str, Any], sources: dict[str, str]) -> list[str]:
    """Return the text of every passage that stands in a relation, folded."""
    sides = (side for one in product["relations"] for side in (*one["a"], *one["b"]))
    lines = {file: text.split("\n") for file, text in sources.items()}
    return [
        fold("\n".join(lines[one["file"]][one["start"] - 1 : one["end"]]))
        for one in sides
    ]


@PARSED
@given(st.randoms(use_true_random=False))
def test_what_is_kept_holds_no_more_to_cut(rng: random.Random) -> None:
    """A second pass cuts below headings that had to stay, and what the first one told of."""
    found = chapters(*report(rng))
    product, _ = find(found, keys())
    often = any(one["class"] == "boilerplate" for one in product["relations"])
    kept = chapters(*(left(product, one) for one in found))
    again, _ = find(kept, keys())
    known = told(product, {one.file: one.source for one in found})
    for cut in again["cuts"]:
        below = cut["text"].startswith("#")
        assert often or below or any(fold(cut["text"]) in one for one in known)
    before = {one["file"] for one in product["cuts"]}
    assert often or {one["file"] for one in again["cuts"]} <= before


@PARSED
@given(st.randoms(use_true_random=False))
def test_the_same_chapters_give_the_same_product(rng: random.Random) -> None:
    """Two runs over the same chapters give the same relations, cuts and findings."""
    found = chapters(*report(rng))
    assert find(found, keys()) == find(found, keys())
