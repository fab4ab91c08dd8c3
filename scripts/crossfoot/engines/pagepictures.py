"""Page pictures: two PDFs in, which pages look otherwise, and where, out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

NAMED = 10
"""Pages that are named."""
DRAWN = 20
"""Pages of which a picture is made."""
SCALE = 1.0
"""Dots a point in which pages are compared: 72 an inch."""
MILLIMETRES = 25.4 / 72
RED = (200, 0, 0)
GAP = 12


@dataclass(frozen=True, slots=True)
class Page:
    """A page that looks otherwise."""

    number: int
    box: tuple[int, int, int, int]
    """Left, top, right and bottom of what differs, in dots."""
    sides: "tuple[Image, Image]"


def pages_differ(a: Path, b: Path, pictures: Path | None) -> str:
    """Return in words which pages of two PDFs look otherwise; draw them where asked."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(a) as old, pypdfium2.PdfDocument(b) as new:
            counts, pages = (len(old), len(new)), list(_pages(old, new))
    except pypdfium2.PdfiumError:
        return ": one of the two is no PDF that can be read"
    if pictures is not None:
        _draw(pages[:DRAWN], pictures)
    told = _told(pages, counts)
    drawn = f"; see {pictures}" if pages and pictures is not None else ""
    return f": {told}{drawn}"


def _pages(old: Any, new: Any) -> Iterator[Page]:
    from PIL import Image, ImageChops

    for number in range(min(len(old), len(new))):
        one, other = (
            side[number].render(scale=SCALE).to_pil().convert("RGB")
            for side in (old, new)
        )
        size = max(one.width, other.width), max(one.height, other.height)
        grounds = [Image.new("RGB", size, "white") for _ in range(2)]
        for ground, side in zip(grounds, (one, other), strict=True):
            ground.paste(side)
        box = ImageChops.difference(*grounds).getbbox()
        if box:
            yield Page(number + 1, box, (grounds[0], grounds[1]))


def _told(pages: list[Page], counts: tuple[int, int]) -> str:
    said = []
    if counts[0] != counts[1]:
        said.append(f"{counts[0]} pages in the release, {counts[1]} of the sources")
    if pages:
        names = ", ".join(str(page.number) for page in pages[:NAMED])
        many = " …" if len(pages) > NAMED else ""
        top, bottom = (round(pages[0].box[side] * MILLIMETRES) for side in (1, 3))
        where = f"page {pages[0].number} from {top} to {bottom} mm below its top"
        said.append(f"pages {names}{many} look otherwise, {where}")
    return "; ".join(said) or "all pages look the same"


def _draw(pages: list[Page], folder: Path) -> None:
    """Write each page of the release beside that of the sources, differences framed."""
    from PIL import Image, ImageDraw

    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        left, right = page.sides
        both = Image.new("RGB", (2 * left.width + GAP, left.height), "gray")
        for at, side in ((0, left), (left.width + GAP, right)):
            both.paste(side, (at, 0))
            x, y, z, w = page.box
            frame = (at + x - 3, y - 3, at + z + 3, w + 3)
            ImageDraw.Draw(both).rectangle(frame, outline=RED, width=2)
        both.save(folder / f"page-{page.number:03}.png")
