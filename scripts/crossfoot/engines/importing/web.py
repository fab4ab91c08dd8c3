"""Pages of the web: a file in, what `shape` works with out. Nothing is downloaded."""

import base64
import binascii
import re
from pathlib import Path
from urllib.parse import unquote

from crossfoot.engines.importing.pandoc import html
from crossfoot.engines.importing.reading import bytes_of, text_of
from crossfoot.importing.draft import Source
from crossfoot.importing.naming import slug
from crossfoot.importing.record import keys
from crossfoot.importing.webpage import read
from crossfoot.nodes import Node, walk

LARGEST_PICTURE = 64_000_000
PICTURES = frozenset(
    {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tiff"}
)
INSIDE = re.compile(r"data:image/(png|jpeg|gif|svg\+xml|webp);base64,(.*)", re.DOTALL)
ENDINGS = {"jpeg": ".jpg", "svg+xml": ".svg"}


def page(path: Path) -> Source:
    """Return a page of HTML; RefusedError when it cannot be read."""
    found = read(text_of(path))
    ast = html(found.main)
    said = {"title": found.title, "lang": found.language, **found.meta}
    meta, told = keys({key: value for key, value in said.items() if value})
    blocks = _named(ast["blocks"])
    return Source(
        label=path.name,
        stem=slug(path.stem, "page"),
        blocks=blocks,
        meta=meta,
        passages=found.passages,
        entries=[*found.entries, *told],
        pictures=_pictures(blocks, path.parent),
    )


def _named(blocks: list[Node]) -> list[Node]:
    """Return blocks whose pictures inside of the page have an address of their own."""
    for number, node in enumerate(walk(blocks)):
        if node["t"] == "Image" and (one := INSIDE.match(node["c"][2][0])):
            ending = ENDINGS.get(one[1], f".{one[1]}")
            node["c"][2][1:] = [node["c"][2][0]]
            node["c"][2][0] = f"inside-{number}{ending}"
    return blocks


def _pictures(blocks: list[Node], folder: Path) -> dict[str, bytes]:
    """Return the pictures of a page that are on this machine, by address."""
    out: dict[str, bytes] = {}
    for node in walk(blocks):
        if node["t"] != "Image":
            continue
        address, title = node["c"][2]
        inside = INSIDE.match(title)
        data = _decoded(inside[2]) if inside else _beside(address, folder)
        if inside:
            node["c"][2][1] = ""
        if data is not None:
            out[address] = data
    return out


def _decoded(written: str) -> bytes | None:
    try:
        return base64.b64decode(written, validate=False)
    except (binascii.Error, ValueError):
        return None


def _beside(address: str, folder: Path) -> bytes | None:
    """Return a picture in the page's folder or below it, never one elsewhere."""
    plain = unquote(address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0])
    if "://" in plain or plain.startswith(("/", "//")) or "\0" in plain:
        return None
    path = (folder / plain).resolve()
    if not path.is_relative_to(folder.resolve()) or path.suffix.lower() not in PICTURES:
        return None
    return bytes_of(path, LARGEST_PICTURE) if path.is_file() else None
