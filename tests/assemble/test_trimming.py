"""Trimming: whatever is cut, every other word stays, once and in order."""

from itertools import count
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.assemble.cutting import Cut, Cuts, cuts_by_file
from crossfoot.assemble.trimming import trim
from crossfoot.nodes import BLOCKS, Node, walk

SPACE: Node = {"t": "Space"}
WORDS = st.lists(st.just("w"), min_size=1, max_size=4)


def _inlines(words: st.SearchStrategy) -> st.SearchStrategy:
    plain = words.map(lambda found: [{"t": "Str", "c": one} for one in found])
    return st.one_of(
        plain,
        plain.map(lambda found: [{"t": "Emph", "c": found}]),
        plain.map(lambda found: [{"t": "Quoted", "c": [{"t": "DoubleQuote"}, found]}]),
        plain.map(
            lambda found: [{"t": "Link", "c": [["", [], []], found, ["#x", ""]]}]
        ),
    )


LEAVES = st.one_of(
    _inlines(WORDS).map(lambda found: {"t": "Para", "c": found}),
    _inlines(WORDS).map(lambda found: {"t": "Header", "c": [2, ["", [], []], found]}),
    st.lists(_inlines(WORDS), min_size=1, max_size=2).map(
        lambda found: {"t": "LineBlock", "c": found}
    ),
)


def _nested(inner: st.SearchStrategy) -> st.SearchStrategy:
    blocks = st.lists(inner, min_size=1, max_size=2)
    items = st.lists(blocks, min_size=1, max_size=3)
    return st.one_of(
        blocks.map(lambda found: {"t": "BlockQuote", "c": found}),
        blocks.map(lambda found: {"t": "Div", "c": [["", [], []], found]}),
        items.map(lambda found: {"t": "BulletList", "c": found}),
        items.map(lambda found: {"t": "OrderedList", "c": [[1, {}, {}], found]}),
        st.tuples(_inlines(WORDS), items).map(
            lambda found: {"t": "DefinitionList", "c": [list(found)]}
        ),
    )


TREES = st.lists(st.recursive(LEAVES, _nested, max_leaves=6), max_size=4)


def place(tree: Any, offsets: Any) -> Any:
    """Return a tree whose words are all different, each with its place."""
    if isinstance(tree, list):
        return [place(part, offsets) for part in tree]
    if not isinstance(tree, dict):
        return tree
    if tree.get("t") == "Str":
        at = next(offsets) * 4
        return {"t": "Str", "c": f"w{at}", "s": [at, at + 3]}
    return {key: place(part, offsets) for key, part in tree.items()}


def words(tree: Any) -> list[str]:
    """Return the words of a tree, in order."""
    return [node["c"] for node in walk(tree) if node["t"] == "Str"]


@given(TREES, st.lists(st.integers(0, 30), max_size=6))
def test_what_no_cut_takes_stays_and_nothing_else(
    tree: list[Node], ends: list[int]
) -> None:
    """The words left are those outside the cuts, and no empty block is left."""
    blocks = place(tree, count())
    bounds = sorted(set(ends))
    cuts = Cuts(
        Cut(start * 4, end * 4, "a.md", (0, 1))
        for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    )
    before = str(blocks)
    left = trim(blocks, cuts)
    expected = [one for one in words(blocks) if not cuts.at((int(one[1:]),) * 2)]
    assert words(left) == expected
    assert str(blocks) == before
    assert all(node["c"] for node in walk(left) if node["t"] in BLOCKS)


@given(TREES)
def test_without_cuts_blocks_are_the_same_objects(tree: list[Node]) -> None:
    """Trimming copies only what it changes."""
    blocks = place(tree, count())
    left = trim(blocks, Cuts())
    assert [id(node) for node in left] == [id(node) for node in blocks]


def test_records_without_a_notice_join_the_run_before_them() -> None:
    """Side by side they are one cut; apart, each stays its own."""
    keep = {"file": "a.md", "span": [0, 5]}
    later = {"file": "a.md", "span": [6, 9]}
    records = [
        {"file": "b.md", "span": [10, 15], "keep": keep, "refer": True, "moved": {}},
        {"file": "b.md", "span": [15, 18], "keep": later, "refer": False},
        {"file": "b.md", "span": [30, 33], "keep": later, "refer": False},
    ]
    assert cuts_by_file({"cuts": records})["b.md"].cuts == [
        Cut(10, 18, "a.md", (0, 9)),
        Cut(30, 33, "a.md", (6, 9), refer=False),
    ]
