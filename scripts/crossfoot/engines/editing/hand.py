"""The server's side of the process that checks: requests out, answers to a function."""

import asyncio
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

LINE = 1 << 30
"""Bytes that one answer may have."""
Told = Callable[[dict[str, Any]], None]


class Hand:
    """Starts the process when it is first needed, and again should it end."""

    def __init__(self, told: Told) -> None:
        """Give every answer to `told`; one without `root` says that it ended."""
        self.told = told
        self.process: asyncio.subprocess.Process | None = None
        self.reading: asyncio.Task[None] | None = None
        self.starting = asyncio.Lock()

    async def ask(self, root: str, serial: int, documents: Mapping[str, str]) -> None:
        """Ask for a check of a report."""
        await self._send({"root": root, "serial": serial, "documents": documents})

    async def forget(self, root: str) -> None:
        """Say that a report is no longer looked at."""
        if self.process is not None:
            await self._send({"root": root})

    def close(self) -> None:
        """End the process."""
        process, self.process = self.process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()

    async def _send(self, request: Mapping[str, Any]) -> None:
        async with self.starting:
            process = self.process or await self._start()
            if process.stdin is None:
                return
            process.stdin.write(json.dumps(request).encode() + b"\n")
            try:
                await process.stdin.drain()
            except (BrokenPipeError, ConnectionResetError):
                return  # its end is told by what reads from it

    async def _start(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "crossfoot.engines.editing.worker"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=LINE,
        )
        self.process = process
        self.reading = asyncio.create_task(self._read(process))
        return process

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        stream = process.stdout
        while stream is not None and (line := await stream.readline()):
            self.told(json.loads(line))
        code = await process.wait()
        if self.process is process:
            self.process = None
            self.told({"ended": code})
