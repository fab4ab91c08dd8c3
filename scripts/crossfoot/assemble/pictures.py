"""Pictures: figures made by recipes, and image files beside the chapters."""

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from crossfoot.assemble import tables
from crossfoot.assemble.addresses import EXTERNAL
from crossfoot.assemble.plain import typed
from crossfoot.assemble.shown import bound
from crossfoot.chapters import beside
from crossfoot.nodes import ENTRIES, Attr, Node, rewrite, span, text

if TYPE_CHECKING:
    from crossfoot.assemble.copying import Copier

RECIPE = re.compile(r"(?:\./)?figures/([^/]+)\.(svg|png)")
"""Address of a figure made by `figures/NAME.py`."""


def lone_image(node: Node) -> Node | None:
    """Return the image that is all of a paragraph, or None."""
    content = node["c"]
    return content[0] if len(content) == 1 and content[0]["t"] == "Image" else None


def instead(copier: "Copier", node: Node, image: Node) -> Node | None:
    """Return what stands for a paragraph that is one image without caption.

    None when it stays a paragraph.
    """
    address = image["c"][2][0]
    if tables.is_csv(address):
        return tables.from_csv(copier, node, image, [])
    if image["c"][0][0].startswith("fig-"):
        return _figured(copier, image, ["", [], []], [None, []])
    return None


def figure(copier: "Copier", node: Node) -> Node:
    """Return a figure: its caption, and its picture when it holds just one."""
    _, (short, caption), content = node["c"]
    image = lone_image(content[0]) if _plain(content) else None
    if image and tables.is_csv(image["c"][2][0]):
        return tables.from_csv(copier, node, image, caption)
    said = [short, copier.blocks(caption)]
    if image:
        return _figured(copier, image, copier.attr(node), said, text(caption))
    new: Node = {"t": "Figure", "c": [copier.attr(node), said, []]}
    copier.mark(new, "figure", place=span(node))
    new["c"][2] = copier.blocks(content)
    return new


def _plain(content: list[Node]) -> bool:
    return len(content) == 1 and content[0]["t"] in {"Plain", "Para"}


def _figured(
    copier: "Copier", image: Node, at: Attr, caption: list[Any], words: str = ""
) -> Node:
    """Return a figure of one image; the id may stand on either of them."""
    at[0] = at[0] or image["c"][0][0]
    recipe = _recipe(copier, image["c"][2][0])
    if recipe:
        at[2] += [["figure", recipe["name"]], ["source", recipe["recipe"]]]
    new: Node = {"t": "Figure", "c": [at, caption, []]}
    copier.mark(new, "figure", place=span(image))
    drawn = _picture(copier, image, _alt(copier, image, recipe, words, caption[1]))
    new["c"][2] = [{"t": "Plain", "c": drawn}]
    return new


def _alt(
    copier: "Copier",
    image: Node,
    recipe: dict[str, Any] | None,
    words: str,
    caption: list[Node],
) -> str:
    """Return a figure's alternative text: the author's, else the recipe's.

    Where an author writes none, pandoc puts the caption in its place.
    """
    written = text(image["c"][1])
    if written and written != words:
        return alternative(copier, image)
    if recipe and recipe.get("alt"):
        return str(recipe["alt"])
    return text(caption) if written else ""


def alternative(copier: "Copier", image: Node) -> str:
    """Return the alternative text that an image's author wrote, numbers shown."""

    def show(node: Node) -> list[Node] | None:
        key = bound(node) if node["t"] in {"Span", "Code"} else None
        shown = key and copier.world.shown.at(copier.chapter.file, node, key)
        return [{"t": "Str", "c": shown}] if shown else None

    written = dict(image["c"][0][2]).get("alt")
    plain = text(rewrite(image["c"][1], show)) if written is None else written
    return copier.show(image, plain)


def image(copier: "Copier", node: Node) -> list[Node]:
    """Return an image that stands in a line of text."""
    address = node["c"][2][0]
    if tables.is_csv(address):
        return tables.mention(copier, node)
    return _picture(copier, node, alternative(copier, node), kept_id=True)


def _picture(
    copier: "Copier", node: Node, alt: str, *, kept_id: bool = False
) -> list[Node]:
    """Return the image with its address in the build, or the words for a gap."""
    at, _, (address, title) = node["c"]
    target = _target(copier, address)
    if not target:
        wording = copier.world.wording
        gap = (
            wording.missing_figure
            if RECIPE.fullmatch(unquote(address))
            else wording.missing_image
        )
        return copier.say(gap.format(unquote(address)))
    pairs = [[key, value] for key, value in at[2] if key != "alt"]
    new_attr: Attr = [at[0] if kept_id else "", [*at[1]], pairs]
    recipe = _recipe(copier, address)
    _describe(new_attr, recipe)
    _name_numbers(copier, node, new_attr, recipe)
    new: Node = {
        "t": "Image",
        "c": [new_attr, typed(alt), [target, copier.show(node, title)]],
    }
    copier.mark(new)
    return [new]


def _describe(at: Attr, recipe: dict[str, Any] | None) -> None:
    """Add a recipe's long description, and its width where the author set none."""
    if not recipe:
        return
    keys = {key for key, _ in at[2]}
    if recipe.get("description"):
        at[2].append(["description", recipe["description"]])
    if recipe.get("width_mm") and not keys & {"width", "height"}:
        at[2].append(["width", f"{float(recipe['width_mm']):g}mm"])


def _name_numbers(
    copier: "Copier", node: Node, at: Attr, recipe: dict[str, Any] | None
) -> None:
    """Add the names of the numbers that a picture draws and describes."""
    drawn = str(recipe["recipe"]) if recipe else ""
    anchors, file = copier.world.anchors, copier.chapter.file
    names = "" if copier.echoing else anchors.figure(drawn, file, span(node))
    if names:
        at[2].append([ENTRIES, names])


def _recipe(copier: "Copier", address: str) -> dict[str, Any] | None:
    """Return what is known of the figure that an address names.

    One that could not be drawn has a picture, too, which says so.
    """
    found = RECIPE.fullmatch(unquote(address))
    return copier.world.figures.get(found[1]) if found else None


def _target(copier: "Copier", address: str) -> str:
    """Return where the picture is: in the build, in the report, or elsewhere."""
    found = RECIPE.fullmatch(unquote(address))
    if found and _recipe(copier, address):
        return f"figures/{found[1]}.{found[2]}"
    if EXTERNAL.match(address):
        return address
    path = beside(copier.chapter, address)
    return path if path in copier.world.present else ""
