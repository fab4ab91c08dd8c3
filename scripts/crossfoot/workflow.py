"""What Snakemake needs to draw the graph: paths and fingerprints.

Only the standard library is imported, as Snakemake's own process pays for it at
every start. A fingerprint is a rule's parameter, so that Snakemake sees what it
does not look at itself: the content of sources under an old timestamp, and the code
behind a rule (https://snakemake.readthedocs.io, "rerun triggers").
"""

import hashlib
import re
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent

IMPORT = re.compile(
    r"^\s*(?:from crossfoot(\.[\w.]+)? import ([\w, ]+|\()|import crossfoot\.([\w.]+))",
    re.MULTILINE,
)

RESOURCES = {
    "read": ("schemas",),
    "figures": ("themes",),
    "assemble": ("themes",),
    "typeset": ("themes",),
    "inspect": ("themes",),
    "findings": ("rules", "themes"),
}
"""Folders of package data that a stage reads."""

LIBRARIES = {
    "read": ("pypandoc_binary", "pyyaml"),
    "data": ("pyyaml",),
    "figures": ("matplotlib", "pandas", "numpy", "fontpkg_source_sans_3"),
    "assemble": ("pypandoc_binary",),
    "typeset": ("pypandoc_binary", "typst", "fontpkg_source_serif_4"),
}
"""Distributions whose version changes what a stage makes."""


@cache
def code(stage: str) -> str:
    """Return the fingerprint of all code, data and libraries behind a stage."""
    digest = hashlib.sha256()
    for path in [*closure(f"engines/belt/{stage}.py"), *_resources(stage)]:
        digest.update(str(path.relative_to(PACKAGE)).encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
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
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        if path.name == "__init__.py" and path.parent not in (PACKAGE, *_WIDE):
            todo += path.parent.rglob("*.py")
        todo += _imported(path.read_text(encoding="utf-8"))
    return sorted(seen)


_WIDE = (PACKAGE / "engines", PACKAGE / "engines" / "belt")


def _imported(source: str) -> list[Path]:
    found = []
    for module, names, plain in IMPORT.findall(source):
        dotted = (module or plain or "").strip(".").replace(".", "/")
        parts = [dotted, *(f"{dotted}/{n.strip()}" for n in names.split(","))]
        for part in parts:
            base = PACKAGE / part.strip("/")
            found += [base.with_suffix(".py"), base / "__init__.py"]
    return [path for path in found if path.is_file()]


def _resources(stage: str) -> list[Path]:
    folders = RESOURCES.get(stage, ())
    found = (path for name in folders for path in (PACKAGE / name).rglob("*"))
    return sorted(
        path for path in found if path.is_file() and path.suffix not in {".py", ".pyc"}
    )


@cache
def version(distribution: str) -> str:
    """Return a distribution's version, or "" when it is not installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed(distribution)
    except PackageNotFoundError:
        return ""


def content(root: Path, paths: list[str]) -> str:
    """Return the fingerprint of files' names and bytes; a missing file counts."""
    digest = hashlib.sha256()
    for name in sorted(paths):
        path = root / name
        digest.update(name.encode() + b"\0")
        digest.update(
            hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"-"
        )
    return digest.hexdigest()[:32]
