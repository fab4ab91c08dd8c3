"""The server's side of the process that checks: requests out, answers to a function."""

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

Told = Callable[[dict[str, Any]], None]


class Hand:
    """Starts the process when it is first needed, and again should it end."""

    def __init__(self, told: Told) -> None:
        """Give every answer to `told`; `{"ended": CODE}` says that the process did."""
        self.told = told
        self.process: subprocess.Popen[bytes] | None = None

    def ask(self, root: str, serial: int, documents: Mapping[str, str]) -> None:
        """Ask for a check of a report."""
        self._send({"root": root, "serial": serial, "documents": documents})

    def forget(self, root: str) -> None:
        """Say that a report is no longer looked at."""
        if self.process is not None:
            self._send({"root": root})

    def close(self) -> None:
        """End the process."""
        process, self.process = self.process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()

    def _send(self, request: Mapping[str, Any]) -> None:
        process = self.process or self._start()
        if process.stdin is None:
            return
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
        except (BrokenPipeError, ValueError):
            return  # its end is told by what reads from it

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "crossfoot.engines.editing.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.process = process
        loop = asyncio.get_running_loop()
        # A thread, as asyncio's own processes may never end when they are cancelled
        # while they start.
        threading.Thread(target=self._read, args=(process, loop), daemon=True).start()
        return process

    def _read(
        self, process: subprocess.Popen[bytes], loop: asyncio.AbstractEventLoop
    ) -> None:
        for line in process.stdout or ():
            answer = json.loads(line)
            if not _later(loop, self.told, answer):
                return
        _later(loop, self._ended, process, process.wait())

    def _ended(self, process: subprocess.Popen[bytes], code: int) -> None:
        if self.process is process:
            self.process = None
            self.told({"ended": code})


def _later(
    loop: asyncio.AbstractEventLoop, function: Callable[..., None], *arguments: Any
) -> bool:
    """Have the loop call a function; say whether it still could."""
    try:
        loop.call_soon_threadsafe(function, *arguments)
    except RuntimeError:
        return False  # the server is done
    return True
