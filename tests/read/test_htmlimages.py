"""HTML pictures in Markdown: raw tags that are a picture become an image."""

import pytest
from test_htmltables import blocks

from crossfoot.nodes import Node, span, walk


def images(markdown: str) -> list[Node]:
    """Return the images of a chapter."""
    return [node for node in walk(blocks(markdown)[1]) if node["t"] == "Image"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (
            '<img src="map.png" alt="A  map &amp; key" title="Where" width="50%">',
            [["", [], [["width", "50%"]]], "A map & key", ["map.png", "Where"]],
        ),
        (
            '<IMG id="m" class="a b" SRC=map.png style="max-width: 9px; width:3cm"/>',
            [["m", ["a", "b"], [["width", "3cm"]]], "", ["map.png", ""]],
        ),
        (
            '<img src="line.png" alt="">',
            [["", [], [["alt", ""]]], "", ["line.png", ""]],
        ),
    ],
)
def test_a_tag_of_a_picture_is_an_image(tag: str, expected: list[object]) -> None:
    """Alternative text, title, names and sizes are those of the tag."""
    for text in (f"A line with {tag} in it.\n", f"{tag}\n", f"<p>\n{tag}\n</p>\n"):
        (image,) = images(text)
        attr, inlines, target = image["c"]
        assert [attr, "".join(one["c"] for one in inlines), target] == expected


def test_an_image_of_a_tag_stands_where_the_tag_is() -> None:
    """Its place is the tag in the chapter's text."""
    source, found = blocks('Words <img src="a.png" alt="A"> more.\n')
    (image,) = (node for node in walk(found) if node["t"] == "Image")
    where = span(image)
    assert where is not None
    assert source[slice(*where)] == '<img src="a.png" alt="A">'


@pytest.mark.parametrize(
    "tag", ["<img>", '<img alt="no source">', "`<img src='a.png'>`", "<imgs src='a'>"]
)
def test_what_is_no_picture_stays_raw(tag: str) -> None:
    """Tags without a source, and code, are left as they are."""
    assert images(f"Words {tag} more.\n") == []
