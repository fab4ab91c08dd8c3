"""The process that checks: requests in on standard input, worlds out, one JSON a line.

A process of its own, so that answers to the editor never wait for a check. The newest
request for a report is the one that counts.
"""

import json
import os
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, Any

from crossfoot.editor.world import as_row
from crossfoot.engines.editing.kept import Kept, UncheckedError
from crossfoot.engines.process import end_without

Request = dict[str, Any]

PATIENCE = 3
"""Seconds that a check is given to come to its end once nobody waits for it."""


class Waiting:
    """Requests that have come and have not been taken: the newest for each report."""

    def __init__(self) -> None:
        self.requests: dict[str, Request] = {}
        self.changed = threading.Condition()

    def put(self, request: Request) -> None:
        """Add a request; an older one for the same report is forgotten."""
        with self.changed:
            self.requests.pop(request["root"], None)
            self.requests[request["root"]] = request
            self.changed.notify()

    def take(self) -> Request:
        """Return the request that has waited longest; wait for one if need be."""
        with self.changed:
            self.changed.wait_for(lambda: self.requests)
            return self.requests.pop(next(iter(self.requests)))

    def has(self, root: str) -> bool:
        """Say whether there is a newer request for a report."""
        return root in self.requests


class Worker:
    """The reports that are kept, and the requests for them."""

    def __init__(self, folder: Path, out: IO[str]) -> None:
        self.folder = folder
        self.out = out
        self.waiting = Waiting()
        self.kept: dict[str, Kept] = {}
        self.given_up: set[str] = set()
        """Reports whose last check was given up for a newer request."""
        self.count = 0
        self.ended = False
        self.busy = threading.Lock()

    def serve(self) -> None:
        """Answer requests until the process ends."""
        while True:
            request = self.waiting.take()
            with self.busy:
                if "documents" in request:
                    self.answer(request)
                else:
                    self.forget(request["root"])

    def answer(self, request: Request) -> None:
        """Check a report and say what came of it."""
        root = request["root"]
        try:
            world = self.report(root).check(
                request["documents"],
                lambda: self.goes_on(root),
                lambda world: self.say(request, early=as_row(world)),
            )
            if world is None:
                return
            self.say(request, world=as_row(world))
        except UncheckedError as problem:
            self.say(request, fault=str(problem))
        except Exception as problem:  # noqa: BLE001 - told in one line; the server lives on
            what = f"{type(problem).__name__}: {' '.join(str(problem).split())}"
            self.say(request, fault=f"a fault of Crossfoot’s own: {what}")
        self.given_up.discard(root)

    def goes_on(self, root: str) -> bool:
        """Say whether a check is still wanted.

        One that was started after another was given up is made to its end, so that
        something is said even while an author types without a pause.
        """
        if self.ended:
            return False
        if root in self.given_up or not self.waiting.has(root):
            return True
        self.given_up.add(root)
        return False

    def report(self, root: str) -> Kept:
        """Return the report kept for a folder."""
        if root not in self.kept:
            self.count += 1
            self.kept[root] = Kept(Path(root), self.folder / str(self.count))
        return self.kept[root]

    def forget(self, root: str) -> None:
        """Delete what is kept of a report."""
        kept = self.kept.pop(root, None)
        if kept:
            kept.close()

    def say(self, request: Request, **told: Any) -> None:
        """Write one answer."""
        answer = {"root": request["root"], "serial": request["serial"], **told}
        self.out.write(json.dumps(answer) + "\n")
        self.out.flush()


def listen(worker: Worker, stream: IO[str]) -> None:
    """Take requests in until there are no more, then end the process."""
    for line in stream:
        worker.waiting.put(json.loads(line))
    worker.ended = True
    worker.busy.acquire(timeout=PATIENCE)
    end_without(worker.folder)


def main() -> None:
    """Serve requests until standard input ends."""
    # What a library prints must not get between the answers.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    stdin = os.fdopen(os.dup(sys.stdin.fileno()), encoding="utf-8")
    # Nor may a process that a stage starts read the requests.
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    worker = Worker(Path(tempfile.mkdtemp(prefix="crossfoot-lsp-")), out)
    threading.Thread(target=listen, args=(worker, stdin), daemon=True).start()
    worker.serve()


if __name__ == "__main__":
    main()
