"""Surroundings of a build: what must not show in what it makes, thing by thing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
YEAR = 365 * 24 * 60 * 60
NOBODY = "65534"
CLOCKS = ("usr/lib/*/faketime/", "usr/lib*/faketime/", "usr/local/lib/faketime/")
"""Where distributions put the library that moves the clock."""
AGAIN = (
    "import subprocess, sys; "
    "subprocess.run([sys.executable, '-c', 'import crossfoot.cli'], check=True)"
)
"""Shows that a user can start Python, and Python again."""
LISTINGS = """\
# Lists folders backwards, whatever order the file system has them in.
import os

_scandir, _listdir = os.scandir, os.listdir


class _Backwards:
    def __init__(self, folder):
        with _scandir(folder) as found:
            key = lambda one: os.fsencode(one.name)
            self._all = iter(sorted(found, key=key, reverse=True))

    def __iter__(self):
        return self._all

    def __next__(self):
        return next(self._all)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._all = iter(())


os.scandir = lambda folder=".": _Backwards(folder)
os.listdir = lambda folder=".": sorted(_listdir(folder), key=os.fsencode, reverse=True)
"""
SLEEP = """\
# libfaketime 0.9 refuses to sleep until a time of the steady clock.
import select
import time

time.sleep = lambda seconds: select.select([], [], [], seconds) and None
"""


class CannotVaryError(RuntimeError):
    """Why something cannot be varied on this machine, in one line."""


@dataclass(slots=True)
class Setting:
    """The surroundings of one build, which variations change."""

    base: Path
    """An empty folder for the build and all that it needs."""
    above: str = "report"
    """Where below it the report stands."""
    engine: Path = REPO
    cores: int = 2
    mask: int = 0o022
    environment: dict[str, str] = field(default_factory=dict)
    before: list[str] = field(default_factory=list)
    """Words in front of the command."""
    backwards: bool = False
    """Whether files are written in the opposite order, with other times."""
    hooks: list[str] = field(default_factory=list)
    """What every Python runs first."""
    readonly: bool = False
    owner: int | None = None

    @property
    def root(self) -> Path:
        """The report's folder."""
        return self.base / self.above

    def within(self, name: str) -> Path:
        """Return a new folder beside the report."""
        path = self.base / name
        path.mkdir(parents=True)
        return path


@dataclass(frozen=True, slots=True)
class Variation:
    """One thing that a build must not depend on."""

    name: str
    says: str
    """What is otherwise."""
    apply: Callable[[Setting], None]


def folder(one: Setting) -> None:
    """Put the report deep down, below names with spaces and other letters."""
    one.above = "/".join(["a long way down", "ünïcode é 名", "x" * 100, "rep'ort {1}"])


def engine(one: Setting) -> None:
    """Run the engine from another folder."""
    there = one.base / "another engine"
    skip = shutil.ignore_patterns("__pycache__")
    for part in ("scripts", "profiles"):
        shutil.copytree(REPO / part, there / part, ignore=skip)
    shutil.copyfile(REPO / "Snakefile", there / "Snakefile")
    one.engine = there


def user(one: Setting) -> None:
    """Be another user; a real one where there may be, and Python may be run by all."""
    ids = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    real = ["setpriv", *ids]
    named = ["unshare", "--user", "--map-user=1234", "--map-group=1234"]
    if _runs([*real, sys.executable, "-c", AGAIN]):
        one.owner = int(NOBODY)
        one.before += real
    elif _runs([*named, sys.executable, "-c", AGAIN]):
        one.before += named
    else:
        raise CannotVaryError("nobody else can be made to run Python here")
    one.environment["HOME"] = str(one.within("home"))


def zone(one: Setting) -> None:
    """Live 14 hours ahead."""
    one.environment["TZ"] = "Pacific/Kiritimati"


def speaking(name: str) -> Callable[[Setting], None]:
    """Return what makes a locale and sets it."""

    def apply(one: Setting) -> None:
        place = one.within(f"locale-{name}")
        made = ["localedef", "-i", name, "-f", "UTF-8", str(place / f"{name}.UTF-8")]
        if not _runs(made):
            raise CannotVaryError(f"localedef cannot make {name}.UTF-8")
        told = {"LOCPATH": str(place), "LC_ALL": f"{name}.UTF-8"}
        one.environment |= {**told, "LANG": told["LC_ALL"], "LANGUAGE": name}

    return apply


def plain(one: Setting) -> None:
    """Speak no language: ASCII alone."""
    one.environment |= {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0"}
    one.environment |= {"PYTHONUTF8": "0"}


def seed(one: Setting) -> None:
    """Hash texts otherwise."""
    one.environment["PYTHONHASHSEED"] = "4294967295"


def cores(count: int) -> Callable[[Setting], None]:
    """Return what sets the number of cores."""
    return lambda one: setattr(one, "cores", count)


def mask(value: int) -> Callable[[Setting], None]:
    """Return what sets the rights of new files."""
    return lambda one: setattr(one, "mask", value)


def order(one: Setting) -> None:
    """Write files last first, with other times, and list folders backwards."""
    one.backwards = True
    one.hooks.append(LISTINGS)


def home(one: Setting) -> None:
    """Have a home that is not there."""
    one.environment["HOME"] = str(one.base / "no home")


def clock(one: Setting) -> None:
    """Live a year later."""
    name = "libfaketimeMT.so.1"
    found = [path for one in CLOCKS for path in sorted(Path("/").glob(one + name))]
    if not found:
        raise CannotVaryError("no libfaketime; install the package faketime")
    moved = {"LD_PRELOAD": str(found[0]), "FAKETIME": f"+{YEAR}s"}
    # A steady clock a year off would make every wait a year long.
    one.environment |= {**moved, "DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
    one.hooks.append(SLEEP)


def readonly(one: Setting) -> None:
    """Have sources that cannot be written, nor a file beside them."""
    one.readonly = True
    if os.geteuid() == 0 and one.owner is None:
        one.before += ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def scratch(one: Setting) -> None:
    """Have temporary files elsewhere."""
    one.environment["TMPDIR"] = str(one.within("för now"))


def terminal(one: Setting) -> None:
    """Have a narrow terminal without colours, and other words in the environment."""
    one.environment |= {"COLUMNS": "20", "LINES": "5", "TERM": "dumb", "NO_COLOR": "1"}
    one.environment |= {"EDITOR": "ed", "CI": "", "PYTHONOPTIMIZE": "1"}


def kernel(one: Setting) -> None:
    """Tell of an older kernel, and put programs where they always are in memory."""
    one.before += ["setarch", "--uname-2.6", "--addr-no-randomize"]
    if not _runs([*one.before, "true"]):
        raise CannotVaryError("setarch may not be used here")


VARIATIONS = (
    Variation("folder", "deep, with spaces and other letters", folder),
    Variation("engine", "the package in another folder", engine),
    Variation("user", "another one, with a home of their own", user),
    Variation("time zone", "14 hours ahead", zone),
    Variation("locale tr_TR", "i is not the small I", speaking("tr_TR")),
    Variation("locale de_DE", "the comma is the decimal sign", speaking("de_DE")),
    Variation("locale C", "ASCII alone", plain),
    Variation("hash seed", "4294967295", seed),
    Variation("1 core", "", cores(1)),
    Variation("4 cores", "", cores(4)),
    Variation("umask 077", "nobody else may read", mask(0o077)),
    Variation("umask 000", "everybody may write", mask(0)),
    Variation("file order", "written and listed backwards, other times", order),
    Variation("home", "none", home),
    Variation("clock", "a year later", clock),
    Variation("read-only sources", "", readonly),
    Variation("TMPDIR", "elsewhere", scratch),
    Variation("terminal", "narrow, without colours; other variables", terminal),
    Variation("kernel", "an older one; fixed addresses", kernel),
)
BY_NAME = {one.name: one for one in VARIATIONS}
COVER = (
    ("folder", "time zone", "locale tr_TR", "hash seed", "1 core", "umask 077",
     "file order", "home", "kernel"),
    ("engine", "user", "locale de_DE", "4 cores", "umask 000", "clock",
     "read-only sources", "TMPDIR", "terminal"),
)  # fmt: skip
"""Two builds that have all of them but `locale C`, which goes with neither locale."""


def _runs(command: Sequence[str]) -> bool:
    told = os.environ | {"PYTHONPATH": str(REPO / "scripts")}
    try:
        done = subprocess.run(command, env=told, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0
