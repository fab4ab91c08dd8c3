"""The doctor: this machine and a report's folder in, what works and what does not out.

Nothing is changed, and nothing is loaded but what tells a version.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path

from crossfoot import __version__
from crossfoot.engines.process import LOCK, free
from crossfoot.findings import listed, several
from crossfoot.fingerprints import FONTS, version
from crossfoot.reasons import names
from crossfoot.render.doctor import Check, State
from crossfoot.site import Site

NEEDS = "What a build needs"
MORE = "What more can be installed"
REPORT = "This report"

PARTS = {
    "Snakemake": ("snakemake", "snakemake", "nothing can be built"),
    "Typst": ("typst", "typst", "no PDF can be made"),
    "matplotlib": ("matplotlib", "matplotlib", "no figure can be drawn"),
    "pandas": ("pandas", "pandas", "recipes get no tables"),
    "PyYAML": ("yaml", "pyyaml", "no settings can be read"),
    "jsonschema": ("jsonschema", "jsonschema", "no settings can be checked"),
    "orjson": ("orjson", "orjson", "no chapters can be read"),
    "RapidFuzz": ("rapidfuzz", "rapidfuzz", "no repeats can be found"),
    "Pillow": ("PIL", "pillow", "no pictures can be set"),
    "fontTools": ("fontTools", "fonttools", "no web fonts can be made"),
    "pypdf": ("pypdf", "pypdf", "the PDF is not inspected"),
    "pypdfium2": ("pypdfium2", "pypdfium2", "the PDF is not inspected"),
    "XlsxWriter": ("xlsxwriter", "xlsxwriter", "no workbook can be made"),
    "Pagefind": ("pagefind_bin", "pagefind_bin", "the site has no search (TYP10)"),
    "logger": (
        "snakemake_logger_plugin_crossfoot",
        "crossfoot",
        "Snakemake cannot be started with our profile",
    ),
}
"""What a build needs: its module, its package, and what it costs to be without it."""

EXTRAS = {
    "fonts": "names in Bengali, Tamil, Telugu, Thai, Khmer and CJK scripts (TYP02)",
    "watch": "crossfoot watch, the live preview",
    "lsp": "crossfoot lsp, findings while you type",
    "spelling": "the check of spelling",
    "sign": "signatures of releases",
    "import": "crossfoot import",
    "test": "the tests of Crossfoot itself",
    "develop": "work on Crossfoot itself",
}
"""What the groups of more packages bring."""

NEED = re.compile(r"""^([\w.-]+).*;.*extra == ["']([\w-]+)["']""")
PYTHON = (3, 11)
ROOM = 200
"""MB that a build should find free."""


def examine(root: Path) -> list[Check]:
    """Return all that was looked at, in the order in which it is told."""
    return [*_needed(), *_extras(), *_report(root)]


def _needed() -> Iterator[Check]:
    python = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, PYTHON))
    state: State = "ok" if sys.version_info >= PYTHON else "wrong"
    yield Check(NEEDS, "Python", state, python, f"Crossfoot needs {wanted} or newer")
    yield Check(NEEDS, "Crossfoot", "ok", __version__)
    yield _pandoc()
    for name, (module, package, costs) in PARTS.items():
        found = version(package) or "not an installed package"
        if find_spec(module) is None:
            way = f"pip install {package.replace('_', '-')}"
            yield Check(NEEDS, name, "wrong", "not installed", costs, way)
        else:
            yield Check(NEEDS, name, "ok", found)
    lost = [name.replace("_", "-") for name in FONTS if not version(name)]
    if lost:
        costs, way = "themes have no fonts", f"pip install {' '.join(lost)}"
        yield Check(NEEDS, "fonts of the themes", "wrong", listed(lost), costs, way)
    else:
        says = several(len(FONTS), "family", "families")
        yield Check(NEEDS, "fonts of the themes", "ok", says)


def _pandoc() -> Check:
    from crossfoot.engines.pandoc import program

    way = "pip install --force-reinstall pypandoc_binary"
    try:
        done = subprocess.run(
            [program(), "--version"], capture_output=True, timeout=30, check=True
        )
        found = done.stdout.decode("utf-8", "replace").split("\n", 1)[0]
    except (OSError, subprocess.SubprocessError) as problem:
        said = getattr(problem, "strerror", "") or "it cannot be run"
        return Check(NEEDS, "pandoc", "wrong", said, "no chapter can be read", way)
    return Check(NEEDS, "pandoc", "ok", found.removeprefix("pandoc "))


def _extras() -> Iterator[Check]:
    try:
        wanted = requires("crossfoot") or []
    except PackageNotFoundError:
        says = "not installed as a package; what more there is cannot be told"
        yield Check(MORE, "crossfoot", "missing", says, "", "pip install crossfoot")
        return
    groups: dict[str, list[str]] = {}
    for found in filter(None, map(NEED.match, wanted)):
        groups.setdefault(found[2], []).append(found[1])
    # What authors want stands before what Crossfoot's own tests do.
    for extra in sorted(groups, key=lambda one: (*EXTRAS, one).index(one)):
        packages = groups[extra]
        lost = [p for p in packages if p != "crossfoot" and not version(p)]
        brings = EXTRAS.get(extra, "")
        if lost:
            says = f"without {names(lost)}"
            way = f"pip install 'crossfoot[{extra}]'"
            yield Check(MORE, extra, "missing", says, brings, way)
        else:
            yield Check(MORE, extra, "ok", brings or "installed")
    browser = next(filter(None, map(shutil.which, BROWSERS)), "")
    if browser:
        yield Check(MORE, "browser", "ok", browser)
    else:
        costs = "the tests of pages in a browser"
        way = "apt-get install chromium, or what installs a browser on your system"
        yield Check(MORE, "browser", "missing", "none found", costs, way)


BROWSERS = ("chromium", "google-chrome", "chromium-browser")


def _report(root: Path) -> Iterator[Check]:
    if not root.is_dir():
        yield Check(REPORT, "folder", "wrong", f"{root} is not a folder")
        return
    site = Site.at(root)
    chapters = site.chapters()
    if not chapters and not (root / "report.yml").is_file():
        says = "no report here; crossfoot doctor DIR looks at another folder"
        yield Check(REPORT, "sources", "missing", says)
        return
    yield _sources(site, chapters)
    yield from _unread(site)
    yield _writable(site)
    room = shutil.disk_usage(root).free // 1_000_000
    says = f"{room // 1000} GB free" if room >= 10_000 else f"{room} MB free"
    state: State = "ok" if room >= ROOM else "wrong"
    yield Check(REPORT, "space", state, says, f"a build needs about {ROOM} MB")


def _sources(site: Site, chapters: list[str]) -> Check:
    from crossfoot.engines.checking import NothingCheckedError, refuse

    try:
        refuse(site.root)
    except NothingCheckedError as problem:
        return Check(REPORT, "sources", "wrong", str(problem), "nothing can be built")
    counts = (
        several(len(chapters), "chapter"),
        several(len(site.tables()), "table"),
        several(len(site.recipes()), "figure"),
    )
    return Check(REPORT, "sources", "ok", listed(counts))


def _unread(site: Site) -> Iterator[Check]:
    """Yield what cannot be read, which would stop a stage."""
    files = [*site.chapters(), *site.tables(), *site.recipes()]
    beside = sorted(site.sources.glob("*.yml"))
    paths = [*(site.root / one for one in files), *beside]
    shut = [
        one.relative_to(site.root).as_posix()
        for one in paths
        if not os.access(one, os.R_OK)
    ]
    if shut:
        way = f"chmod u+r {shut[0]}"
        says = f"{listed(shut[:3])} cannot be read"
        yield Check(REPORT, "permissions", "wrong", says, "a stage stops at it", way)
    lost = site.dangling()
    if lost:
        says = f"{listed(lost[:3])}: a link that leads to no file (SRC30)"
        yield Check(REPORT, "links", "wrong", says, "it is left out")
    if folders := site.folders():
        says = f"{listed(folders[:3])}: a folder, where a file belongs (SRC30)"
        yield Check(REPORT, "folders", "wrong", says, "it is left out")


def _writable(site: Site) -> Check:
    if not site.build.exists():
        if os.access(site.root, os.W_OK):
            return Check(REPORT, "build", "ok", "nothing is built yet")
        says = "the folder cannot be written"
        return Check(REPORT, "build", "wrong", says, "nothing can be built")
    if not os.access(site.build, os.W_OK):
        says = "build/ cannot be written"
        return Check(REPORT, "build", "wrong", says, "nothing can be built")
    lock = site.build / LOCK
    if lock.exists() and not free(site.build):
        holder = lock.read_text("utf-8", "replace").strip()
        says = f"a build is at work (process {holder})"
        way = "wait for it, or stop it"
        return Check(REPORT, "build", "missing", says, "a second one", way)
    return Check(REPORT, "build", "ok", "no build is at work")
