"""Folders: a report's folder in, a call for each burst of changes in it out.

The report's folder itself is watched without what is in it, and each of its folders
that may hold sources with all that is in it: what builds write is not listened to.
Where the system cannot tell of changes, the files are looked at instead.
"""

import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from crossfoot.engines.resident.changes import BUILD, LEFT_OUT
from crossfoot.fingerprints import PACKAGE

STEP = 10
"""Milliseconds without a change that end a burst of changes."""
LONGEST = 400
"""Milliseconds after which a burst is told of though it goes on."""
LOOK = 500
"""Milliseconds after which the folder itself is looked at."""
POLL = 300
"""Milliseconds between looks at files where the system tells nothing."""
LEFT_BEHIND = (".swp", ".swx", ".swo", "~", ".tmp", ".pyc", ".bak", ".part")
"""Endings of what editors and programs leave beside the files they write."""

OUTPUTS = (1, 2)
"""What this process prints into, which `> watch.log` may have led into the report."""

Hear = Callable[[frozenset[str], bool], None]
"""Told of paths in the report's folder, and whether Crossfoot's own code changed."""
Marks = tuple[tuple[str, int], ...]


class Folders:
    """Watches a report's folder, and Crossfoot's own code."""

    def __init__(self, root: Path, hear: Hear, code: Path = PACKAGE) -> None:
        """Watch `root`, and Crossfoot's code in `code`; call `hear`."""
        self.root = root
        self.hear = hear
        self.code = code
        self.ended = threading.Event()
        self.restarted = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Start watching."""
        self.thread.start()

    def stop(self) -> None:
        """Stop watching, soon."""
        self.ended.set()
        self.restarted.set()

    def _run(self) -> None:
        while not self.ended.is_set():
            marks = self._marks()
            if not marks:  # the folder is gone
                self.hear(frozenset(), False)
                self._wait_for_it()
                continue
            self.restarted = threading.Event()
            deep = [self.root / name for name, _ in marks if name]
            arguments = (deep, self.restarted)
            threading.Thread(target=self._deep, args=arguments, daemon=True).start()
            self._shallow(marks)
            self.restarted.set()

    def _wait_for_it(self) -> None:
        while not self.ended.wait(LOOK / 1000):
            if self.root.is_dir():
                return

    def _marks(self) -> Marks:
        """Return the folder and the folders in it, with what tells others of a name."""
        try:
            inside = [
                (one.name, one.stat().st_ino)
                for one in sorted(self.root.iterdir())
                if not one.name.startswith(".") and one.name not in {*LEFT_OUT, BUILD}
                if one.is_dir()
            ]
            return (("", self.root.stat().st_ino), *inside)
        except OSError:
            return ()

    def _shallow(self, marks: Marks) -> None:
        """Listen to the folder itself until it, or a folder in it, is another one."""
        built = frozenset({str(self.root / BUILD)})
        listened = {str(self.root / name) for name, _ in marks}
        for found in bursts([self.root], self.ended, deep=False):
            names = found - built
            # One that went and came back may have the number of the old one.
            again = self._marks() != marks or not listened.isdisjoint(found)
            if names or again:
                self._tell(names)
            if again:
                return

    def _deep(self, folders: list[Path], until: threading.Event) -> None:
        first = True
        for names in bursts([*folders, self.code], until, deep=True):
            # What changed before all folders were listened to is asked for once.
            if names or first:
                self._tell(names)
            first = False

    def _tell(self, told: frozenset[str]) -> None:
        outputs = written_to()
        names = frozenset(one for one in told if _identity(one) not in outputs)
        # What each build writes into such a file must not start another one.
        if told and not names:
            return
        inside = [one for one in map(Path, names) if one.is_relative_to(self.root)]
        there = {one for one in inside if one.is_file()}
        gone = {one for one in inside if one not in there}
        kept = there | {one for one in gone if not _aside(one, there)}
        paths = frozenset(one.relative_to(self.root).as_posix() for one in kept)
        self.hear(paths, any(one.startswith(f"{self.code}/") for one in names))


def written_to() -> frozenset[tuple[int, int]]:
    """Return what tells the files that this process prints into from others."""
    out = (_identity(one) for one in OUTPUTS)
    return frozenset(one for one in out if one)


def _identity(file: str | int) -> tuple[int, int] | None:
    """Return the device and number of an ordinary file, or None."""
    try:
        told = os.fstat(file) if isinstance(file, int) else Path(file).stat()
    except OSError:
        return None
    return (told.st_dev, told.st_ino) if stat.S_ISREG(told.st_mode) else None


def bursts(
    paths: list[Path], until: threading.Event, *, deep: bool
) -> Iterator[frozenset[str]]:
    """Yield the paths that changed together; none at all after a while without."""
    polling = False
    while not until.is_set():
        try:
            for changes in watch(
                *(one for one in paths if one.exists()),
                watch_filter=_wanted,
                debounce=LONGEST,
                step=STEP,
                stop_event=until,
                rust_timeout=LOOK,
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=polling,
                poll_delay_ms=POLL,
                recursive=deep,
                ignore_permission_denied=True,
            ):
                yield frozenset(path for _, path in changes)
        except OSError:
            # The system's limit of watches, or a folder that went meanwhile.
            polling = True
            yield frozenset()
            until.wait(LOOK / 1000)


def _aside(gone: Path, there: set[Path]) -> bool:
    """Say whether a file that is gone was only written aside, to be renamed.

    It has no ending, or the name of a file that is there with something to it.
    """
    names = (one.stem for one in there if one.parent == gone.parent)
    return not gone.suffix or any(gone.name.startswith(f"{name}.") for name in names)


def _wanted(change: Change, path: str) -> bool:
    del change
    name = path.rpartition("/")[2]
    if name in LEFT_OUT or "__pycache__" in path:
        return False
    return not name.startswith((".", "#")) and not name.endswith(LEFT_BEHIND)
