"""Pictures on screen: an image element in, HTML out."""

from hashlib import sha256

from crossfoot.nodes import ENTRIES, Node, attributes
from crossfoot.typeset.book import Picture, address
from crossfoot.typeset.pen import DRAWING, Pen
from crossfoot.typeset.pictures import alternative_text, length
from crossfoot.typeset.screen.marks import NUMBER, quoted

PIXELS = 96 / 25.4


def entries(pen: Pen, node: Node) -> str:
    """Write the places that links to the numbers in an element lead to."""
    names = "" if pen.plain else attributes(node).get(ENTRIES, "")
    places = (NUMBER.format(name) for name in names.split())
    return "".join(f'<span id="{place}"></span>' for place in places)


def picture(pen: Pen, image: Node, caption: str = "") -> str:
    """Write a picture, or in its place what it shows when there is no file."""
    return entries(pen, image) + _shown(pen, image, caption)


def _shown(pen: Pen, image: Node, caption: str) -> str:
    target = image["c"][2][0]
    found = pen.book.pictures.get(target)
    alt = alternative_text(image, found, caption)
    if found is None or not (found.svg or found.address):
        return missing(pen, target, alt)
    if found.svg:
        pen.drawings.append(image)
        chapter = sha256(pen.name.encode()).hexdigest()[:8]
        own = found.svg.replace(DRAWING, f"_{len(pen.drawings)}-{chapter}-")
        return own.replace("<svg", f'<svg role="img" aria-label={quoted(alt)}', 1)
    return f'<img src="{found.address}" alt={quoted(alt)}{_size(image, found)}>'


def missing(pen: Pen, target: str, alt: str) -> str:
    """Write what stands for a picture that cannot be shown."""
    words = pen.escape(f"[Picture: {alt}]")
    where = "" if pen.linked else address(target)
    return f"<a href={quoted(where)}>{words}</a>" if where else words


def _size(image: Node, found: Picture) -> str:
    """Write the room that a picture takes, so that nothing moves when it comes."""
    out = ""
    if found.width and found.height:
        wide, high = (round(side * PIXELS) for side in (found.width, found.height))
        out = f' width="{wide}" height="{high}"'
    told = attributes(image)
    sizes = {key: length(told.get(key, "")) for key in ("width", "height")}
    if not any(sizes.values()):
        return out
    style = (
        f"{key}:{size[0]:g}{size[1]}" if size else f"{key}:auto"
        for key, size in sizes.items()
    )
    return f'{out} style="{";".join(style)}"'
