"""SVG in a page: a drawn figure in, markup that may stand among others out."""

import re

PROLOGUE = re.compile(r"^.*?(?=<svg\b)", re.DOTALL)
METADATA = re.compile(r"<metadata\b.*?</metadata\s*>|<!--.*?-->", re.DOTALL)
ROOT = re.compile(r"<svg\b([^>]*)>")
VIEW = re.compile(
    r"""viewBox\s*=\s*["']\s*[\d.+-]+[ ,]+[\d.+-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"""
)
UNSAFE = re.compile(
    r"<script|<foreignObject|<iframe|\son\w+\s*=|<!ENTITY", re.IGNORECASE
)
NAMED = re.compile(r"""(\bid\s*=\s*["'])([^"']+)""")
USED = re.compile(r"""(url\(\s*["']?#|\b(?:xlink:)?href\s*=\s*["']#)([^"')]+)""")
SIZE = re.compile(r"""\s(?:width|height)\s*=\s*["'][^"']*["']""")


def view_box(source: str) -> tuple[float, float] | None:
    """Return the width and height of an SVG file's `viewBox`, or None."""
    found = VIEW.search(source)
    return (float(found[1]), float(found[2])) if found else None


def embedded(source: str, prefix: str) -> str:
    """Return an SVG file's markup for a page, its identifiers made unique.

    Empty for a file that holds more than a drawing, or has no `viewBox`.
    """
    size = view_box(source)
    if not size or UNSAFE.search(source):
        return ""
    body = METADATA.sub("", PROLOGUE.sub("", source, count=1))
    names = {name for _, name in NAMED.findall(body)}
    body = NAMED.sub(rf"\g<1>{prefix}\g<2>", body)
    body = USED.sub(
        lambda found: found[1] + (prefix if found[2] in names else "") + found[2], body
    )
    wide, high = (round(side, 2) for side in size)

    def sized(found: re.Match[str]) -> str:
        return f'<svg{SIZE.sub("", found[1])} width="{wide:g}" height="{high:g}">'

    return ROOT.sub(sized, body, count=1).strip()
