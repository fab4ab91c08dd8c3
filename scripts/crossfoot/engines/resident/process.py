"""The resident process: changes on disk in, turns out."""

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Lock

from crossfoot.engines.belt import CHECKS, run, typeset
from crossfoot.engines.checking import NothingCheckedError, refuse
from crossfoot.engines.files import sources_of
from crossfoot.engines.memory import Memory, remembering, uncollected
from crossfoot.engines.pandoc import program, reading
from crossfoot.engines.reader import Reader
from crossfoot.engines.resident.changes import Changes
from crossfoot.engines.resident.folder import Folder
from crossfoot.engines.resident.passages import changed
from crossfoot.engines.resident.turn import Turn
from crossfoot.engines.settling import settle_all
from crossfoot.engines.streams import clear_ends
from crossfoot.engines.typst import Press
from crossfoot.findings import Finding
from crossfoot.fingerprints import PACKAGE
from crossfoot.site import Site

MARK = "settings.json"
"""A file that the first stage writes: where it is gone, all is."""
READS = {
    "data": re.compile(r"data/.*|quantities\.(?:yml|py)"),
    "figures": re.compile(r"(?!.*\.(?:md|bib)$).*"),
}
"""Sources of the stages that read little of a report; paths start at the sources."""


class Resident:
    """Keeps a report built; may be called from several threads."""

    def __init__(self, root: Path, build: Path | None = None) -> None:
        """Open a report's folder.

        `build` is the folder to write to: without it `build/.watch` of the report,
        or a temporary one where that cannot be had.
        """
        self.root = root
        self.folder = Folder(root, build)
        self.changes = Changes(root)
        self.code = Changes(PACKAGE)
        self.code.look()
        self.turn = Turn(0)
        self.shown = b""
        """The last good page."""
        self.laid: typeset.Laid | None = None
        self.found: list[Finding] = []
        """On the page that is laid out; of typesetting."""
        self.press: Press | None = None
        self.reader = Reader(program())
        self.memory = Memory(self.folder.path)
        self.done: dict[str, bytes] = {}
        """Stages whose files stand, by what they were made of."""
        self.lock = Lock()

    def page(self, *, fully: bool = False) -> Turn:
        """Take in all changes on disk and make the page.

        `fully` looks at the bytes of every file, whatever its size and times say.
        """
        with self.lock, uncollected(), remembering(self.memory):
            news = self.changes.look(fully=fully)
            if self.turn.number and not news:
                return self.turn
            self.turn = self._turn(self.turn.number + 1)
            self.shown = self.turn.page or self.shown
            return self.turn

    def paper(self) -> Turn:
        """Make the PDF of what the page shows."""
        with self.lock, uncollected(), remembering(self.memory):
            if self.laid is None:
                return self.turn
            try:
                paper = self.laid.paper(self._press)
                made = clear_ends(paper.print(self.laid.timestamp))
            except Exception as problem:  # noqa: BLE001  whatever it is, the page stays
                return replace(self.turn, paper=None, trouble=_told("paper", problem))
            return replace(self.turn, paper=made)

    def stale(self) -> bool:
        """Say whether Crossfoot's own code has changed since this process read it."""
        before = self.code.files
        news = self.code.look()
        self.code.files = before if news else self.code.files
        return bool(news)

    def close(self) -> None:
        """Let the build folder go."""
        self.reader.close()
        self.folder.close()

    def _turn(self, number: int) -> Turn:
        """Run the stages on the report as it is now."""
        try:
            refuse(self.root)
        except NothingCheckedError as problem:
            return Turn(number, trouble=str(problem))
        if not (self.folder.path / MARK).is_file():
            self.forget()
        site = Site.at(self.root, self.folder.path)
        stage = ""
        try:
            for stage in CHECKS:
                with reading(self.reader):
                    self._run(stage, site)
            stage = "typeset"
            page = self._laid(site)
        except Exception as problem:  # noqa: BLE001  an author's file must not end us
            return Turn(number, trouble=_told(stage, problem))
        findings = settle_all(site, CHECKS)
        self.memory.turn()
        return Turn(
            number,
            tuple(findings),
            sources_of(site, findings),
            page,
            changed=changed(self.shown, page),
        )

    def forget(self) -> None:
        """Make all anew from now on, as when the build folder was taken away."""
        self.memory.files.clear()
        self.done.clear()

    def _run(self, stage: str, site: Site) -> None:
        """Run a stage, unless all that it reads is as it was and its files stand."""
        read = READS.get(stage)
        made_of = b"" if read is None else self._digest(site, read)
        if made_of and self.done.get(stage) == made_of:
            return
        self.done.pop(stage, None)
        run(stage, site, lambda _: None)
        if made_of:
            self.done[stage] = made_of

    def _digest(self, site: Site, read: re.Pattern[str]) -> bytes:
        """Return the hash of the sources that a pattern names, and of the data."""
        digest = sha256(site.prefix.encode())
        for name, one in self.changes.files.items():
            if read.fullmatch(name.removeprefix(site.prefix)):
                digest.update(name.encode("utf-8", "surrogateescape") + one.digest)
        return digest.digest()

    def _laid(self, site: Site) -> bytes:
        """Lay the report out and return its page."""
        laid = typeset.laid_out(site)
        page = laid.screen().page.encode()
        self.laid, self.found = laid, typeset.findings(laid)
        return page

    def _press(self, folder: Path) -> Press:
        """Return the press that is warm, unless the fonts are others now."""
        if self.press is None or not self.press.holds(folder):
            self.press = Press(folder)
        return self.press


def _told(stage: str, problem: Exception) -> str:
    """Return one line on what stopped a stage."""
    words = " ".join(str(problem).split()) or "no reason given"
    return f"Stage {stage} stopped: {type(problem).__name__}: {words}"
