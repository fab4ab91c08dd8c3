"""Scripts: which font prints which letters, and what to install for it.

Source Sans 3 has Latin, Greek and Cyrillic letters; these fonts have others. Source of
the ranges: https://www.unicode.org/Public/UNIDATA/Blocks.txt.
"""

from typing import NamedTuple

EXTRA = "crossfoot[fonts]"
"""What brings the fonts that not every report needs."""


NOTO = "manimgx_fonts"
"""A package that holds Noto's fonts of many scripts."""


class Script(NamedTuple):
    """Letters that one font prints."""

    name: str
    families: tuple[str, ...]
    """Families of one module, the first of them as a rule."""
    module: str
    """The package that holds the font, as Python imports it."""
    ranges: tuple[tuple[int, int], ...]
    """First and last characters."""
    late: bool = False
    """Whether its font holds a bit of everything, so that others come first."""


SCRIPTS = (
    Script(
        "Arabic",
        ("Noto Sans Arabic",),
        "fontpkg_noto_sans_arabic",
        ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFEFC)),
    ),
    Script("Hebrew", ("Heebo",), "fontpkg_heebo", ((0x590, 0x5FF), (0xFB1D, 0xFB4F))),
    Script(
        "Devanagari",
        ("Noto Sans Devanagari",),
        "fontpkg_noto_sans_devanagari",
        ((0x900, 0x97F), (0xA8E0, 0xA8FF)),
    ),
    Script("Bengali", ("Hind Siliguri",), "fontpkg_hind_siliguri", ((0x980, 0x9FF),)),
    Script("Tamil", ("Noto Sans Tamil",), "fontpkg_noto_sans_tamil", ((0xB80, 0xBFF),)),
    Script(
        "Telugu", ("Noto Sans Telugu",), "fontpkg_noto_sans_telugu", ((0xC00, 0xC7F),)
    ),
    Script("Thai", ("Noto Sans Thai",), "fontpkg_noto_sans_thai", ((0xE00, 0xE7F),)),
    Script(
        "Khmer",
        ("Noto Sans Khmer",),
        "fontpkg_noto_sans_khmer",
        ((0x1780, 0x17FF), (0x19E0, 0x19FF)),
    ),
    Script(
        "Chinese, Japanese and Korean",
        ("Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR"),
        "justmytype_intl_cjk",
        (
            *((0x1100, 0x11FF), (0x2E80, 0x31FF), (0x3200, 0x4DBF), (0x4E00, 0x9FFF)),
            *((0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF)),
        ),
    ),
    Script("Armenian", ("Noto Sans Armenian",), NOTO, ((0x530, 0x58F),)),
    Script("Gurmukhi", ("Noto Sans Gurmukhi",), NOTO, ((0xA00, 0xA7F),)),
    Script("Gujarati", ("Noto Sans Gujarati",), NOTO, ((0xA80, 0xAFF),)),
    Script("Oriya", ("Noto Sans Oriya",), NOTO, ((0xB00, 0xB7F),)),
    Script("Kannada", ("Noto Sans Kannada",), NOTO, ((0xC80, 0xCFF),)),
    Script("Malayalam", ("Noto Sans Malayalam",), NOTO, ((0xD00, 0xD7F),)),
    Script("Sinhala", ("Noto Sans Sinhala",), NOTO, ((0xD80, 0xDFF),)),
    Script("Lao", ("Noto Sans Lao",), NOTO, ((0xE80, 0xEFF),)),
    Script("Burmese", ("Noto Sans Myanmar",), NOTO, ((0x1000, 0x109F),)),
    Script("Georgian", ("Noto Sans Georgian",), NOTO, ((0x10A0, 0x10FF),)),
    Script("Ethiopic", ("Noto Sans Ethiopic",), NOTO, ((0x1200, 0x139F),)),
    Script(
        "emoji",
        ("Noto Emoji",),
        NOTO,
        ((0x1F000, 0x1FAFF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x231A, 0x23FF)),
        late=True,
    ),
    Script("signs", ("Noto Sans Symbols",), NOTO, ((0x1F100, 0x1F1E5),), late=True),
)

HAN = {"ja": "Noto Sans JP", "ko": "Noto Sans KR", "zh": "Noto Sans SC"}
"""Languages that write the same characters each in forms of its own."""
TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""Parts of a tag of Chinese that ask for traditional characters."""

LETTERS = tuple(
    one.families[0] for one in SCRIPTS if len(one.families) == 1 and not one.late
)
"""Families of alphabets, which come before fonts that hold a bit of everything."""
CHINESE = tuple(
    name for one in SCRIPTS if len(one.families) > 1 for name in one.families
)
"""Families of Chinese characters, which hold signs of many other fonts as well."""
COMING = frozenset(
    {"fontpkg_noto_sans_arabic", "fontpkg_heebo", "fontpkg_noto_sans_devanagari", NOTO}
)
"""Packages that every installation has."""
SIGNS = tuple(name for one in SCRIPTS if one.late for name in one.families)
"""Families of pictures and signs, which come last."""


def script_of(character: str) -> Script | None:
    """Return the script of a character, if one of these fonts is to print it."""
    code = ord(character)
    for script in SCRIPTS:
        if any(first <= code <= last for first, last in script.ranges):
            return script
    return None


def han(tag: str) -> str:
    """Return the family that Chinese characters of a language are set in, or ""."""
    first, *more = tag.lower().replace("_", "-").split("-")
    if first == "zh" and TRADITIONAL.intersection(more):
        return "Noto Sans TC"
    return HAN.get(first, "")


def chinese(tag: str) -> list[str]:
    """Return the families of Chinese characters, that of a language first."""
    own = han(tag)
    return [own, *(one for one in CHINESE if one != own)] if own else list(CHINESE)
