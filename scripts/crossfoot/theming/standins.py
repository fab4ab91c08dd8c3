"""Stand-ins: how wide a web font is in, a reader's fonts made as wide as it out.

A browser shows a page before it has unpacked the fonts in it. What stands in until then
takes as much room, so that no line breaks anew and nothing moves.
"""

from typing import NamedTuple

SAMPLE = {
    " ": 183,
    "e": 103,
    "t": 75,
    "a": 65,
    "o": 62,
    "i": 57,
    "n": 57,
    "s": 53,
    "r": 50,
    "h": 50,
    "l": 33,
    "d": 33,
    "u": 23,
    "c": 22,
    "m": 20,
    "f": 20,
    "w": 17,
    "g": 16,
    "p": 15,
    "y": 14,
    "b": 13,
    "v": 8,
    "k": 6,
    ",": 10,
    ".": 10,
}
"""How often each sign stands in a thousand of running text, about."""


class Widths(NamedTuple):
    """The mean width of a sign of `SAMPLE`, in thousandths of the type size."""

    plain: float
    bold: float


class Known(NamedTuple):
    """A font that readers have; others are cut to the same widths."""

    name: str
    others: tuple[str, ...]
    widths: Widths


SANS = (
    Known("Arial", ("Liberation Sans", "Helvetica", "Arimo"), Widths(436.4, 471.5)),
    Known("Roboto", (), Widths(436.8, 443.4)),
    Known("DejaVu Sans", ("Verdana",), Widths(501.0, 566.3)),
)
SERIF = (
    Known(
        "Times New Roman", ("Liberation Serif", "Tinos", "Times"), Widths(395.3, 420.4)
    ),
    Known("Noto Serif", (), Widths(472.3, 501.6)),
    Known("DejaVu Serif", (), Widths(506.3, 559.4)),
)
KNOWN = {"text": SANS, "display": SERIF}
"""What stands in for running text and for headings: one of each system's fonts."""


def named(web: str, role: str) -> tuple[str, ...]:
    """Return the families of CSS for a web font's role: itself, then its stand-ins."""
    return (web, *(_name(web, one) for one in KNOWN[role]))


def rules(web: str, role: str, widths: Widths) -> str:
    """Return CSS that makes the stand-ins of a web font as wide as it."""
    return "".join(_rules(_name(web, one), one, widths) for one in KNOWN[role])


def _name(web: str, one: Known) -> str:
    return f"{web} {one.name}"


def _rules(name: str, one: Known, widths: Widths) -> str:
    families = (one.name, *one.others)
    kinds = (
        ("200 500", "", widths.plain / one.widths.plain),
        ("501 900", " Bold", widths.bold / one.widths.bold),
    )
    out = ""
    for weights, style, ratio in kinds:
        sources = ",".join(f"local('{family}{style}')" for family in families)
        out += (
            f"@font-face{{font-family:'{name}';font-weight:{weights};src:{sources};"
            f"size-adjust:{ratio:.1%}}}\n"
        )
    return out
