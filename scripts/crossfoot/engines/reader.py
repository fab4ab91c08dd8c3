"""A reader: one pandoc that stays, text of chapters in, their JSON out.

To start pandoc takes three times as long as to read a chapter, as it fills its memory
anew. Its Lua interpreter reads texts one after the other, with the options that the
program itself would take. It says nothing of warnings: a text that gives one, or that
the program would prepare, is left to the program.
"""

import contextlib
import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any

COLUMNS = 72
"""How wide the program takes a line to be, against which it measures tables."""
PREPARED = frozenset("\t\r\ufeff")
"""Characters that the program takes out of a text before it reads it."""
HEAP = ("+RTS", "-H4m", "-A4m", "-RTS")
"""A heap that is tidied early: 20 MB for a chapter and not 80."""
GRACE = 2
"""Seconds that it is given to end when there is nothing more to read."""
PROGRAM = """
local short = {}
for word in io.read(tonumber(io.read("l"))):gmatch("[^\\n]+") do short[word] = true end
local options = pandoc.ReaderOptions{columns = %d, abbreviations = short}
while true do
  local size, form = (io.read("l") or ""):match("^(%%d+) (%%S+)$")
  if not size then break end
  local text = io.read(tonumber(size)) or ""
  local read, told, tree = pcall(pandoc.log.silence, pandoc.read, text, form, options)
  local made = read and #told == 0 and pandoc.write(tree, "json") or ""
  io.write(#made .. "\\n" .. made)
  io.flush()
end
"""


class Reader:
    """A pandoc that stays until it is closed, or fails."""

    def __init__(self, program: str, temporary: Path | None = None) -> None:
        """Keep in mind which pandoc to start when there is something to read.

        `temporary` is the folder for its temporary files, if not the system's.
        """
        self.program = program
        self.temporary = temporary
        self.process: subprocess.Popen[bytes] | None = None
        self.lock = threading.Lock()

    def read(self, text: str, form: str, seconds: float) -> Any:
        """Return the AST of a text, or None where the program has to be run for it."""
        # To read no bytes, Lua would wait for the next one.
        if not text or not PREPARED.isdisjoint(text):
            return None
        with self.lock:
            made = self._made(text.encode(), form, seconds)
        return json.loads(made) if made else None

    def _made(self, data: bytes, form: str, seconds: float) -> bytes:
        process = self.process = self.process or self._start()
        stop = threading.Timer(seconds, process.kill)
        stop.start()
        try:
            return _asked(process, b"%d %s\n" % (len(data), form.encode()) + data)
        except (OSError, ValueError):
            self.close()
            return b""
        finally:
            stop.cancel()

    def _start(self) -> subprocess.Popen[bytes]:
        words = [self.program, "--print-default-data-file=abbreviations"]
        short = subprocess.run(words, capture_output=True, check=True).stdout
        own = {"TMPDIR": str(self.temporary)} if self.temporary else {}
        process = subprocess.Popen(
            [self.program, *HEAP, "lua", "-e", PROGRAM % COLUMNS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | own,
        )
        if process.stdin:
            process.stdin.write(b"%d\n" % len(short) + short)
        return process

    def close(self) -> None:
        """End the process, if there is one; it starts anew when it is asked again."""
        process, self.process = self.process, None
        if not process:
            return
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()
        try:
            # It has a temporary folder, which it deletes when it ends by itself.
            process.wait(GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Readers:
    """Readers for threads that ask at the same time, as many as are needed."""

    def __init__(self, program: str) -> None:
        """Keep in mind which pandoc to start."""
        self.program = program
        self.idle: list[Reader] = []

    def read(self, text: str, form: str, seconds: float) -> Any:
        """Return what a reader that is free, or a new one, makes of a text."""
        try:
            reader = self.idle.pop()
        except IndexError:
            reader = Reader(self.program)
        try:
            return reader.read(text, form, seconds)
        finally:
            self.idle.append(reader)

    def close(self) -> None:
        """End all of them."""
        for reader in self.idle:
            reader.close()


def _asked(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    """Return the answer to a request; raises OSError or ValueError without one."""
    if not process.stdin or not process.stdout:
        return b""
    process.stdin.write(request)
    process.stdin.flush()
    size = int(process.stdout.readline())
    made = process.stdout.read(size)
    if len(made) < size:
        raise OSError("pandoc ended")
    return made
