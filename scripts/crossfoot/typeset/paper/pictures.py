"""Pictures on paper: an image element in, Typst markup out."""

from crossfoot.nodes import Node, attributes
from crossfoot.typeset.book import Picture, address
from crossfoot.typeset.paper.marks import quoted
from crossfoot.typeset.pen import Pen
from crossfoot.typeset.pictures import alternative_text, length


def picture(pen: Pen, image: Node, *, inline: bool = False, caption: str = "") -> str:
    """Write a picture, or in its place what it shows when there is no file."""
    target = image["c"][2][0]
    found = pen.book.pictures.get(target)
    alt = alternative_text(image, found, caption)
    if found is None or not found.path or pen.broken:
        return missing(pen, target, alt)
    size = "".join(f", {key}: {value}" for key, value in _sizes(pen, image, found))
    place = ", inline: true" if inline else ""
    return f"#picture({quoted(found.path)}, {quoted(alt)}{size}{place});"


def missing(pen: Pen, target: str, alt: str) -> str:
    """Write what stands for a picture that cannot be shown."""
    words = pen.escape(f"[Picture: {alt}]")
    where = "" if pen.linked else address(target)
    name = "link" if pen.lined else "away"
    return f"#{name}({quoted(where)})[{words}];" if where else words


def _sizes(pen: Pen, image: Node, found: Picture) -> list[tuple[str, str]]:
    """Return a picture's width: as asked for, or natural, and never off the page."""
    told, (across, down) = attributes(image), pen.book.room
    ratio = found.height / found.width if found.width else 0
    asked, tall = length(told.get("width", "")), length(told.get("height", ""))
    ems = [(key, size) for key, size in (("width", asked), ("height", tall)) if size]
    if any(size[1] == "em" for _, size in ems):
        return [(key, f"{size[0]:g}{size[1]}") for key, size in ems]
    if asked and asked[1] == "%":
        wide = asked[0] / 100 * across
        if wide * ratio <= down:
            return [("width", f"{asked[0]:g}%")]
    elif asked:
        wide = asked[0]
    elif tall and tall[1] == "mm" and ratio:
        wide = tall[0] / ratio
    else:
        wide = found.width or across
    wide = min(wide, across, down / ratio if ratio else across)
    return [("width", f"{wide:.4g}mm")]
