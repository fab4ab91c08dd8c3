"""The pandoc AST's shapes."""

import json

from attributed import with_attributes

from crossfoot import nodes

PARA = {
    "t": "Para",
    "s": [0, 20],
    "c": [
        {"t": "Str", "c": "One", "s": [0, 3]},
        {"t": "Space"},
        {"t": "Emph", "c": [{"t": "Str", "c": "two", "s": [5, 8]}]},
        {"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": "aside"}]}]},
        {"t": "Quoted", "c": [{"t": "DoubleQuote"}, [{"t": "Str", "c": "q"}]]},
    ],
}


def test_walk_goes_in_document_order() -> None:
    """A walk meets every element in the order of the document."""
    kinds = [one["t"] for one in nodes.walk([PARA])]
    assert kinds == [
        "Para",
        "Str",
        "Space",
        "Emph",
        "Str",
        "Note",
        "Para",
        "Str",
        "Quoted",
        "DoubleQuote",
        "Str",
    ]


def test_text_leaves_notes_out() -> None:
    """Plain text holds quotation marks but no notes."""
    assert nodes.text(PARA) == "One two“q”"


def test_extent_covers_what_was_placed() -> None:
    """An extent spans all placed elements, and is none without any."""
    assert nodes.extent(PARA["c"]) == (0, 8)
    assert nodes.extent([{"t": "Space"}]) is None


def test_rewrite_replaces_and_drops_elements() -> None:
    """A change may replace an element by several, by none, or leave it."""

    def change(node: nodes.Node) -> list[nodes.Node] | None:
        if node["t"] == "Note":
            return []
        if node["t"] == "Emph":
            return list(node["c"])
        return None

    new = nodes.rewrite(PARA, change)
    assert nodes.text(new) == "One two“q”"
    assert [part["t"] for part in new["c"]] == ["Str", "Space", "Str", "Quoted"]
    assert len(PARA["c"]) == 5


def test_attributes_of_elements_are_read_and_set() -> None:
    """The first of two values of a key counts; setting a key replaces it."""
    head = {"t": "Header", "c": [1, ["a", ["b"], [["k", "1"], ["k", "2"]]], []]}
    assert nodes.identifier(head) == "a"
    assert nodes.classes(head) == ["b"]
    assert nodes.attributes(head) == {"k": "1"}
    assert nodes.attr(with_attributes(head, k="3")) == ["a", ["b"], [["k", "3"]]]
    assert nodes.attr({"t": "Para", "c": []}) == ["", [], []]


def test_unplaced_takes_positions_away() -> None:
    """No element keeps its place."""
    assert '"s"' not in str(nodes.unplaced(PARA)).replace("'", '"')


def test_meta_turns_plain_values_into_pandoc_values() -> None:
    """Booleans, lists, maps and everything else have a meta value each."""
    assert nodes.meta({"b": [1, True], "a": None}) == {
        "t": "MetaMap",
        "c": {
            "a": {"t": "MetaString", "c": ""},
            "b": {
                "t": "MetaList",
                "c": [{"t": "MetaString", "c": "1"}, {"t": "MetaBool", "c": True}],
            },
        },
    }


def test_walk_passes_closed_elements_by() -> None:
    """An element of a closed type is met, and what is in it is not."""
    inner = {"t": "Str", "c": "inner"}
    note = {"t": "Note", "c": [{"t": "Para", "c": [inner]}]}
    tree = {"t": "Para", "c": [note, {"t": "Space"}]}
    kinds = [one["t"] for one in nodes.walk(tree, frozenset({"Note"}))]
    assert kinds == ["Para", "Note", "Space"]


def test_beside_words_stand_all_other_elements() -> None:
    """What is no word and no space comes as a walk meets it, closed types included."""
    inner = [{"t": "Str", "c": "inner"}, {"t": "Emph", "c": [{"t": "Str", "c": "b"}]}]
    note = {"t": "Note", "c": [{"t": "Para", "c": inner}]}
    tree = [{"t": "Para", "c": [*inner, {"t": "Space"}, note]}]
    kinds = [one["t"] for one in nodes.beside_words(tree, frozenset())]
    assert kinds == ["Para", "Emph", "Note", "Para", "Emph"]
    kinds = [one["t"] for one in nodes.beside_words(tree, frozenset({"Note"}))]
    assert kinds == ["Para", "Emph", "Note"]


def test_parts_are_the_blocks_of_items_divs_and_quotes() -> None:
    """Each item of a list is a list of blocks; a div and a quote hold one."""
    block = {"t": "Plain", "c": []}
    ordered = [[1, {"t": "Decimal"}, {"t": "Period"}], [[block], [block, block]]]
    assert nodes.parts({"t": "OrderedList", "c": ordered}) == [[block], [block, block]]
    assert nodes.parts({"t": "BulletList", "c": [[block]]}) == [[block]]
    assert nodes.parts({"t": "Div", "c": [["", [], []], [block]]}) == [[block]]
    assert nodes.parts({"t": "BlockQuote", "c": [block]}) == [[block]]


def test_equal_leaves_are_read_as_one_object() -> None:
    """What has a place shares its text, what has none is shared; nothing is another."""
    text = json.dumps([PARA, PARA, {"t": "Space"}, {"t": "Str", "c": "aside"}])
    read = json.loads(text, object_hook=nodes.sharing())
    assert read == [PARA, PARA, {"t": "Space"}, {"t": "Str", "c": "aside"}]
    first, second, space, word = read
    assert first["c"][1] is second["c"][1] is space
    assert first["c"][3]["c"][0]["c"][0] is word
    assert first["c"][0] is not second["c"][0]
    assert first["c"][0]["c"] is second["c"][0]["c"]
