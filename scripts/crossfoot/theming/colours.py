"""Colours: `#rrggbb` texts in, how well they stand out against each other out."""

Colour = tuple[float, float, float]
"""Red, green and blue in sRGB, each from 0 to 1."""

TEXT = 4.5
"""Contrast that words need (WCAG 2.2, success criterion 1.4.3)."""
LARGE = 3.0
"""Contrast that large words, lines and marks need (1.4.3 and 1.4.11)."""


def colour(text: str) -> Colour:
    """Return the colour that `#rrggbb` or `#rgb` stands for."""
    bare = text.removeprefix("#")
    if len(bare) == 3:
        bare = "".join(2 * one for one in bare)
    red, green, blue = (int(bare[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def light(part: float) -> float:
    """Return the light that a part of a colour in sRGB stands for, from 0 to 1."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(one: Colour) -> float:
    """Return the relative luminance that WCAG 2.2 defines, from 0 to 1."""
    red, green, blue = map(light, one)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def over(front: Colour, opacity: float, back: Colour) -> Colour:
    """Return the colour seen where a translucent one lies over another."""
    red, green, blue = (
        opacity * top + (1 - opacity) * below
        for top, below in zip(front, back, strict=True)
    )
    return red, green, blue


def written(one: Colour) -> str:
    """Return a colour as `#rrggbb`."""
    return "#" + "".join(f"{round(255 * part):02x}" for part in one)


def shown(ratio: float) -> str:
    """Return a contrast ratio with two places, cut off: 4.499 is not yet 4.5."""
    return f"{int(ratio * 100) / 100:.2f}"
