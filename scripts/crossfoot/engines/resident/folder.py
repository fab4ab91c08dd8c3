"""The folder that a resident process writes to, which no build and no other one has."""

import contextlib
import fcntl
import shutil
import tempfile
from pathlib import Path
from typing import IO

NAME = ".watch"
"""The folder's name in the report's build folder."""
LOCK = ".lock"


class Folder:
    """A build folder that is this process's alone until it is closed."""

    def __init__(self, root: Path, build: Path | None = None) -> None:
        """Take the folder `build`, or one of the report at `root`."""
        self.held: IO[str] | None = None
        self.temporary: tempfile.TemporaryDirectory[str] | None = None
        if build is not None:
            self.path = build
            return
        self.path = root / "build" / NAME
        if not self._take():
            self.temporary = tempfile.TemporaryDirectory(prefix="crossfoot-")
            self.path = Path(self.temporary.name)
            return
        self._inherit(root / "build" / ".cache")

    def _take(self) -> bool:
        """Say whether the folder could be taken."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = (self.path / LOCK).open("a", encoding="utf-8")
        except OSError:
            return False
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            return False
        self.held = lock
        return True

    def _inherit(self, cache: Path) -> None:
        """Start with what a build has in its cache: its figures need no drawing."""
        own = self.path / ".cache"
        if cache.is_dir() and not own.exists():
            # A build that runs may take entries away meanwhile; what came is enough.
            with contextlib.suppress(OSError):
                shutil.copytree(cache, own)

    def close(self) -> None:
        """Let the folder go; what is in it makes the next start quick."""
        if self.held:
            self.held.close()
        if self.temporary:
            self.temporary.cleanup()
