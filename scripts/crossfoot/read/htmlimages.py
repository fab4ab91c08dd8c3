"""HTML pictures: raw `<img>` tags in, images out.

pandoc's Markdown reader leaves `<img>` as a raw tag, which its HTML shows and no other
output would. As an image it is checked, printed and shown like any other.
Source: https://html.spec.whatwg.org/multipage/embedded-content.html#the-img-element.
"""

import re
from html.parser import HTMLParser
from typing import Any

from crossfoot.nodes import Attr, Node, beside_words

IMAGE = re.compile(
    r"\s*<img\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>(?:\s*</img\s*>)?\s*", re.IGNORECASE
)
SIZE = re.compile(r"(?<![\w-])(width|height)\s*:\s*([\d.]+(?:%|[a-z]{2}))")
SIZES = ("width", "height")


def with_images(blocks: list[Node]) -> list[Node]:
    """Return blocks in which tags of pictures are images, in their places."""
    for node in list(beside_words(blocks)):
        if node["t"] in {"RawInline", "RawBlock"} and node["c"][0] == "html":
            image = _image(node["c"][1])
            if image is None:
                continue
            if node["t"] == "RawBlock":
                image = {"t": "Para", "c": [{**node, **image}]}
            node.update(image)
    return blocks


class _Reader(HTMLParser):
    """Reads one tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.told = {name: value or "" for name, value in attrs}


def _image(content: str) -> dict[str, Any] | None:
    """Return the image of a tag and nothing else, or None."""
    if not IMAGE.fullmatch(content):
        return None
    reader = _Reader()
    reader.feed(content)
    reader.close()
    told = reader.told
    source = told.get("src", "").strip()
    if not source:
        return None
    words = " ".join(told.get("alt", "").split())
    inlines = [{"t": "Str", "c": words}] if words else []
    target = [source, " ".join(told.get("title", "").split())]
    return {"t": "Image", "c": [_attr(told), inlines, target]}


def _attr(told: dict[str, str]) -> Attr:
    """Return identifier, classes and the rest as pandoc has them."""
    styled = dict(SIZE.findall(told.get("style", "").lower()))
    sizes = {name: told.get(name, "").strip() for name in SIZES}
    rest = [
        [name, value] for name in SIZES if (value := styled.get(name) or sizes[name])
    ]
    if "alt" in told and not told["alt"].strip():
        rest.append(["alt", ""])
    return [told.get("id", ""), told.get("class", "").split(), rest]
