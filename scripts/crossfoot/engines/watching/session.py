"""The session: changes heard in, the resident process's turns on the board out."""

import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from crossfoot.engines.memory import held_now
from crossfoot.engines.resident import Resident, Turn
from crossfoot.engines.watching.board import Board
from crossfoot.engines.watching.door import can_start
from crossfoot.engines.watching.printing import Printing, fault
from crossfoot.findings import count
from crossfoot.render.plain import printable

LOOK = 2.0
"""Seconds after which files are looked at though nothing was heard: a link to another
folder and some network drives tell nothing."""
SHARE = 50
"""How many times longer than a look takes the time between two looks is, at least."""
GRACE = 0.15
"""Seconds in which a browser fetches what is new, before more is made beside it."""
MOMENT = 0.08
"""The same before checks, which an author waits for, too: a page of a PDF takes 40 ms
from its making to being seen, and 25 more beside them."""
PATIENCE = 0.25
"""Seconds that checks wait for a PDF, which comes a tenth sooner without them."""
QUIET = 60.0
"""Seconds without a change after which the preview may start again unnoticed."""
GROWN = 1.25
"""How many times what it held after its first view a preview may hold, before it does:
what libraries keep for ever, and holes between what they keep, go with the process."""
ENOUGH = 400 << 20
"""Bytes up to which it is not worth while."""
SKIPS = 3
"""How many times PDF and repeats may be put off because the page is old already."""


class Session:
    """Makes the report anew whenever something changed."""

    def __init__(
        self,
        root: Path,
        board: Board,
        tell: Callable[[str], None],
        end: Callable[[], None],
        make: Callable[[Path], Resident] = Resident,
    ) -> None:
        """Post on `board`, print with `tell`, and `end` when the code is another."""
        self.root = root
        self.board = board
        self._print = tell
        self.end = end
        self.make = make
        self.stale = False
        self.resident: Resident | None = None
        self.turn = Turn(0)
        self.owed = False
        """Whether the PDF of what is shown has not been begun yet."""
        self.printing: Printing | None = None
        self.stuck = ""
        """Why it could not be made."""
        self.said: list[str] = []
        """What will be printed of this turn."""
        self.skipped = 0
        self.pause = LOOK
        self.since = 0.0
        """When something was made last."""
        self.least = 0
        """Bytes of memory held after the first view."""
        self._called = False
        """Whether there is anything to look for."""
        self._heard: set[str] = set()
        self._code = False
        self._wake = threading.Event()
        self._stopped = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Make the first view."""
        self._wake.set()
        self._thread.start()

    def hear(self, names: frozenset[str], code: bool = False) -> None:
        """Take note that files may have changed, or Crossfoot's own code."""
        with self._lock:
            self._called = True
            self._heard |= names
            self._code = self._code or code
        self._wake.set()

    def stop(self) -> None:
        """Start no other round."""
        self._stopped = True
        self._wake.set()

    def join(self, seconds: float) -> bool:
        """Wait until the last round has ended; say whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def tell(self, line: str) -> None:
        """Print a line, unless it comes after the end."""
        if not self._stopped:
            self._print(line)

    def _run(self) -> None:
        # Programs started from here leave Ctrl-C to this process.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while not self._stopped:
            if not self._called:
                self._wake.wait(self.pause)
            if self._stopped:
                break
            self._wake.clear()
            with self._lock:
                self._called = False
                names, self._heard = self._heard, set()
                code, self._code = self._code, False
            try:
                self._round(sorted(names), code=code)
            except Exception as problem:  # noqa: BLE001  no fault of ours ends a preview
                self._trouble(fault(problem), names)
        self._join()
        if self.resident:
            self.resident.close()

    def _join(self) -> None:
        """Wait until no PDF is made any more."""
        if self.printing:
            self.printing.thread.join()
        self.printing = None

    def _round(self, names: list[str], *, code: bool) -> None:
        if not self.root.is_dir():
            self._gone()
            return
        self.resident = self.resident or self.make(self.root)
        self.board.chapters = self.resident.chapters
        if code and self._outdated(self.resident):
            return
        if names or not self.turn.number:
            self.board.post(phase="working", says="Working")
        start = time.monotonic()
        begun = partial(self._laid_out, self.resident, start)
        turn = self.resident.page(early=True, begun=begun)
        took = time.monotonic() - start
        if turn.number != self.turn.number:
            self.turn = turn
            if turn.trouble:
                self._trouble(turn.trouble, names)
                return
            self._page(turn, names, took)
        if self._rest_of(self.resident):
            self.pause = max(LOOK, SHARE * took)
            self._finish(self.resident)
            self._renew()

    def _laid_out(self, resident: Resident, start: float) -> bool:
        """Begin the PDF of the next page before that is written, unless it is old."""
        self._gather()
        return not self._called and self._begin(resident, self.turn.number + 1, start)

    def _begin(self, resident: Resident, number: int, start: float) -> bool:
        """Begin a PDF, unless one is being made; `start` is when its round began."""
        if "paper" not in self.board.kinds or self.printing:
            return False
        self.printing = Printing(resident, self.board, number, start, self._wake.set)
        return True

    def _page(self, turn: Turn, names: list[str], took: float) -> None:
        """Show a page; from then on a PDF is owed, where PDFs are shown."""
        what = _what(names or sorted(self._heard), turn.number)
        self.said = [f"{what}: page in {took:.2f} s"]
        self.stuck = ""
        made = self.printing
        begun = made is not None and made.number == turn.number
        self.owed = "paper" in self.board.kinds and not begun
        self._show(turn)

    def _show(self, turn: Turn) -> None:
        waits = self.owed or self.printing
        says = "Making the PDF" if waits else "Looking for repeats"
        self.board.show_page(turn, says, self.stuck)

    def _rest_of(self, resident: Resident) -> bool:
        """Do what a page is shown without; say whether all of it was done.

        What changed meanwhile comes first, though not for ever; a PDF that was begun
        is made beside it.
        """
        while not self._stopped:
            self._gather()
            if self._called and self.skipped < SKIPS:
                self.skipped += 1
                return False
            self._print_paper(resident)
            if self._called:
                self._settle(resident)
                self.skipped = 0
                return False
            if self.printing:
                if not self._pause(self.pause if self.turn.checked else PATIENCE):
                    self._check(resident)
            elif not self.turn.checked:
                if not self._pause(MOMENT):
                    self._check(resident)
            elif self.turn.settled:
                self.skipped = 0
                return True
            elif not self._pause(GRACE):
                self._settle(resident)
        return False

    def _print_paper(self, resident: Resident) -> None:
        """Begin the PDF that is owed, unless one is being made."""
        if self.owed and not self.printing:
            self._begin(resident, self.turn.number, time.monotonic())
            self.owed = not self.printing

    def _pause(self, seconds: float) -> bool:
        """Wait until something happens; say whether it did in time."""
        happened = self._wake.wait(seconds)
        self._wake.clear()
        return happened

    def _gather(self) -> None:
        """Take note of the PDF that was begun, if it is there."""
        made = self.printing
        if not made or not made.done:
            return
        self.printing = None
        if made.number != self.turn.number or not self.said:
            return
        self.stuck = made.trouble
        if made.trouble:
            self.tell(printable(made.trouble))
            self.said.append("no PDF")
            return
        what = "PDF" if len(self.said) == 1 else "again"
        self.said.append(f"{what} in {made.seconds:.2f} s")

    def _check(self, resident: Resident) -> None:
        """Show what the checks say of a page that came before them."""
        if not self.turn.checked:
            self._take(resident.check())

    def _settle(self, resident: Resident) -> None:
        if not self.turn.settled:
            self._take(resident.settle())

    def _take(self, turn: Turn) -> None:
        """Show a turn that looked again at what is shown."""
        if turn.trouble:
            self.tell(printable(turn.trouble))
            self.stuck = turn.trouble
            turn = replace(self.turn, settled=True, checked=True)
        else:
            other = turn.page not in {None, self.board.page}
            self.owed = self.owed or (other and "paper" in self.board.kinds)
            self._show(turn)
        self.turn = turn

    def _finish(self, resident: Resident) -> None:
        """Say that all is done, and print what was."""
        if self.said:
            says = "Last good view" if self.stuck else "Up to date"
            self.board.post(phase="resting", says=says, trouble=self.stuck)
            resident.rest()
            self.since = time.monotonic()
            self.least = self.least or held_now()
            self.tell(f"{', '.join(self.said)}; {count(self.turn.findings)}")
            self.said = []
        else:
            self._rest()

    def _renew(self) -> None:
        """Ask to end and start again, when nothing changes and memory has grown."""
        quiet = time.monotonic() - self.since > QUIET
        grown = held_now() > max(ENOUGH, GROWN * self.least)
        if quiet and grown and not can_start():
            self._again("Nothing changed for a while; starting again with less memory")

    def _rest(self) -> None:
        if self.board.state.phase == "working":
            stuck = self.board.state.trouble
            says = "Last good view" if stuck else "Up to date"
            self.board.post(phase="resting", says=says)

    def _trouble(self, words: str, names: list[str] | set[str]) -> None:
        """Say why the last good view stays."""
        self.board.post(phase="resting", says="Last good view", trouble=words)
        self.said = []
        what = _what(sorted(names), self.turn.number) if names else ""
        # A trouble that starts with the file that changed says where it is.
        told = f"{what}: " if what and not words.startswith(f"{what}:") else ""
        self.tell(f"{told}{printable(words)}")

    def _gone(self) -> None:
        """Say that there is no folder, once, and open it anew when it is back."""
        self._join()
        if self.resident:
            self.resident.close()
        self.resident, self.owed, self.turn = None, False, Turn(0)
        words = f"The report’s folder {self.root} is not there"
        if self.board.state.trouble != words:
            self._trouble(words, [])

    def _outdated(self, resident: Resident) -> bool:
        """Say whether Crossfoot's own code is another by now; if so, ask to end."""
        if not resident.stale():
            return False
        why = can_start()
        if why:
            self._trouble(f"Crossfoot’s own code cannot be started: {why}", [])
            return True
        self._again("Crossfoot’s own code changed; starting again")
        return True

    def _again(self, why: str) -> None:
        """Ask to end, and to be started again at the same address."""
        self.tell(why)
        self.stale = True
        self.stop()
        self.end()


def _what(names: list[str], number: int) -> str:
    """Return what changed, for the author's terminal."""
    if len(names) > 2:
        return f"{len(names)} files"
    if names:
        return " and ".join(map(printable, names))
    return "First view" if number < 2 else "Changed files"
