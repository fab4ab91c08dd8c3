"""Drawing processes: recipes in, what matplotlib made of them out.

Recipes run in processes of their own, so that one that ends its process or runs for
ever harms no other. A process loads matplotlib once and draws one recipe after the
other; a second one is started when there are enough recipes to pay for it. They are
never forked: see the deadlock that a pool in a rule runs into.
"""

import contextlib
import json
import os
import select
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from crossfoot.engines import matplotlib
from crossfoot.engines.process import MAIN
from crossfoot.engines.telling import progress

TIMEOUT = 60
"""Seconds that a recipe may take; a recipe may set TIMEOUT itself."""
START = 120
"""Seconds for loading matplotlib."""
ENOUGH = 4
"""Up to so many recipes, one process is faster than two."""


@dataclass(frozen=True, slots=True)
class Job:
    """One figure to be drawn."""

    name: str
    recipe: str
    """The recipe's path relative to the report's root."""
    source: str
    """The recipe's text."""
    timeout: float = TIMEOUT
    """In seconds."""


Answer = dict[str, Any]
"""What a drawing process said; see `engines/matplotlib.py`."""
Order = dict[str, Any]
"""What a drawing process has to know: theme, fonts, helpers and data."""


def draw(
    jobs: Sequence[Job], order: Callable[[], Order], scratch: Path, threads: int = 2
) -> dict[str, Answer]:
    """Return each figure's answer by name.

    `order` gives what a process has to know before it draws; it is asked while the
    processes load matplotlib. `scratch` is a folder for what matplotlib keeps, and
    where recipes run; `threads` is how many processes there may be.
    """
    queue: SimpleQueue[Job] = SimpleQueue()
    for job in jobs:
        queue.put(job)
    answers: dict[str, Answer] = {}
    count = threads if len(jobs) > ENOUGH else 1
    scratch.mkdir(parents=True, exist_ok=True)
    ready: Future[Order] = Future()
    clerks = [Clerk(queue, answers, ready, scratch, len(jobs)) for _ in range(count)]
    for clerk in clerks:
        clerk.start()
    try:
        ready.set_result(order())
    except BaseException as problem:
        ready.set_exception(problem)
        raise
    for clerk in clerks:
        clerk.join()
    for clerk in clerks:
        if clerk.problem:
            raise clerk.problem
    return answers


class Clerk(threading.Thread):
    """Feeds one drawing process, and starts it anew when it ends."""

    def __init__(
        self,
        queue: "SimpleQueue[Job]",
        answers: dict[str, Answer],
        order: "Future[Order]",
        scratch: Path,
        of: int,
    ) -> None:
        super().__init__(daemon=True)
        self.of = of
        self.queue = queue
        self.answers = answers
        self.order = order
        self.scratch = scratch
        self.process: Process | None = None
        self.problem: BaseException | None = None

    def run(self) -> None:
        """Draw until nothing is left."""
        try:
            while True:
                job = self.queue.get_nowait()
                self.answers[job.name] = self.one(job)
                progress(len(self.answers), self.of)
        except Empty:
            pass
        except BaseException as problem:  # noqa: BLE001  raised again by `draw`
            self.problem = problem
        finally:
            if self.process:
                self.process.end()

    def one(self, job: Job) -> Answer:
        """Return the answer to one job; a failed one comes with a placeholder."""
        request = {"name": job.name, "recipe": job.recipe, "source": job.source}
        try:
            answer = self.ask(request, job.timeout)
        except EndedError as problem:
            answer = failure(str(problem))
        if "failed" in answer:
            text = f"Figure {job.name} could not be drawn"
            answer |= self.ask({"name": job.name, "text": text}, START)
        return answer

    def ask(self, request: dict[str, Any], timeout: float) -> Answer:
        """Return the process's answer, starting one when there is none."""
        if self.process is None:
            self.process = Process(self.order, self.scratch)
        try:
            return self.process.ask(request, timeout)
        except EndedError:
            self.process.end()
            self.process = None
            raise


def failure(message: str) -> Answer:
    """Return the answer of a recipe that left none itself."""
    return {
        "failed": {"message": message, "line": 1},
        "reads": {"tables": [], "quantities": [], "names": [False, False]},
        "printed": "",
        "warnings": [],
    }


class EndedError(RuntimeError):
    """A drawing process gave no answer; the text says why."""


class Process:
    """One drawing process."""

    def __init__(self, order: "Future[Order]", scratch: Path) -> None:
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115  closed by `end`
        self.buffer = b""
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", matplotlib.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            cwd=scratch,
            env=_environment(scratch),
        )
        self.send(order.result())
        if self.receive(START) != {"ready": True}:
            raise RuntimeError("the drawing process answered before it was asked")

    def ask(self, request: dict[str, Any], timeout: float) -> Answer:
        """Return the answer to a request; raises EndedError without one."""
        self.send(request)
        return self.receive(timeout)

    def send(self, value: dict[str, Any]) -> None:
        """Write one line to the process."""
        stream = self.process.stdin
        if stream is None:
            raise EndedError("its process cannot be reached")
        try:
            stream.write(json.dumps(value).encode() + b"\n")
            stream.flush()
        except BrokenPipeError:
            raise EndedError(self.last_words()) from None

    def receive(self, timeout: float) -> Answer:
        """Return one line of the process; raises EndedError when none comes in time."""
        stream = self.process.stdout
        if stream is None:
            raise EndedError("its process cannot be reached")
        while b"\n" not in self.buffer:
            if not select.select([stream], [], [], timeout)[0]:
                raise EndedError(f"it took more than {timeout:g} seconds")
            part = os.read(stream.fileno(), 1 << 20)
            if not part:
                raise EndedError(self.last_words())
            self.buffer += part
        line, _, self.buffer = self.buffer.partition(b"\n")
        answer: Answer = json.loads(line)
        return answer

    def last_words(self) -> str:
        """Return how the process ended, with the last line that it wrote."""
        code = self.process.wait(START)
        self.errors.seek(0)
        lines = self.errors.read().decode("utf-8", "replace").split("\n")
        last = next((one.strip() for one in reversed(lines) if one.strip()), "")
        return f"it ended its process with exit code {code}" + (last and f" ({last})")

    def end(self) -> None:
        """End the process, however it is."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            if stream:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()


def _environment(scratch: Path) -> dict[str, str]:
    """Return the environment of a drawing process: the same wherever it runs."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "MPL", "MATPLOTLIB", "PYTHONWARNINGS"))
    }
    return kept | {
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(scratch),
        "MPL_IGNORE_SYSTEM_FONTS": "1",
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
        MAIN: str(os.getpid()),
    }
