"""Measures the language server: rounds go in, the time from edit to findings comes out.

A report of the usual size is opened, a word of one chapter is changed again and again,
and each change is followed to the findings that it gives. The first check, and
`crossfoot check` on the same report, are measured in the same run. See README.md.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

import generate
from crossfoot.engines.editing.session import PAUSE
from crossfoot.engines.process import children

OLD, NEW = " the ", " teh "
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Sample:
    """What a step took."""

    step: str
    seconds: float
    """Wall time, the server's pause after an edit left out."""
    cpu: float
    """Processor time of all processes that took part, in seconds."""


def cpu(number: int) -> float:
    """Return the processor time of a process and those it started, ended or not."""
    total = 0
    for one in (number, *children(number)):
        try:
            told = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(map(int, told[11:15]))
    return total / TICKS


class Watch:
    """An editor that waits for a file's findings."""

    def __init__(self) -> None:
        self.client = LanguageClient("benchmark", "1")
        self.version = 0
        self.told = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator] # pygls leaves it so
        def published(told: types.PublishDiagnosticsParams) -> None:
            if told.version == self.version:
                self.told.set()

    async def start(self) -> int:
        """Start the server; return its process number."""
        await self.client.start_io(sys.executable, "-m", "crossfoot", "lsp")
        abilities = types.ClientCapabilities()
        await self.client.initialize_async(types.InitializeParams(abilities))
        self.client.initialized(types.InitializedParams())
        server = self.client._server  # noqa: SLF001 - the client has no name for it
        if server is None:
            raise RuntimeError("the server did not start")
        return server.pid

    async def show(self, path: Path, text: str) -> None:
        """Open a file or change it, and wait until it was checked."""
        self.version += 1
        self.told.clear()
        uri = path.as_uri()
        if self.version == 1:
            item = types.TextDocumentItem(uri, "markdown", 1, text)
            self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        else:
            known = types.VersionedTextDocumentIdentifier(self.version, uri)
            change = types.TextDocumentContentChangeWholeDocument(text)
            params = types.DidChangeTextDocumentParams(known, [change])
            self.client.text_document_did_change(params)
        await self.told.wait()

    async def stop(self) -> None:
        """End the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call] # pygls leaves it so


async def measure(root: Path, rounds: int) -> list[Sample]:
    """Return what opening a chapter and each change of a word takes."""
    path = sorted((root / "sources").glob("*.md"))[5]
    text = path.read_text(encoding="utf-8")
    watch, out = Watch(), []
    number = await watch.start()
    for turn in range(rounds + 1):
        new = text.replace(OLD, NEW, turn % 2 * (turn // 2 + 1))
        began, spent = time.monotonic(), cpu(number)
        await watch.show(path, new)
        took = time.monotonic() - began - (PAUSE if turn else 0)
        out.append(Sample("edit" if turn else "first", took, cpu(number) - spent))
    await watch.stop()
    return out


def check(root: Path) -> Sample:
    """Return what `crossfoot check` takes on the report."""
    before, began = os.times(), time.monotonic()
    words = [sys.executable, "-m", "crossfoot", "check", str(root), "--format", "json"]
    subprocess.run(words, check=False, stdout=subprocess.DEVNULL)
    took, after = time.monotonic() - began, os.times()
    user = after.children_user - before.children_user
    return Sample("check", took, user + after.children_system - before.children_system)


def main() -> None:
    """Print a table of medians, and their ratio to the first check."""
    parser = argparse.ArgumentParser(description="Measure the language server.")
    parser.add_argument("--chapters", type=int, default=generate.CHAPTERS)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", type=Path, metavar="FILE")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="crossfoot-editor-") as folder:
        root = Path(folder) / "report"
        words = generate.WORDS * told.chapters // generate.CHAPTERS
        generate.write(generate.report(told.chapters, words, 1), root)
        samples = [check(root), *asyncio.run(measure(root, told.rounds))]
    if told.json:
        told.json.write_text(json.dumps([asdict(one) for one in samples]) + "\n")
    print("| step | runs | seconds | CPU seconds | CPU / check |")
    print("|:--|--:|--:|--:|--:|")
    base = samples[0].cpu
    for step in ("check", "first", "edit"):
        own = [one for one in samples if one.step == step]
        wall = statistics.median(one.seconds for one in own)
        spent = statistics.median(one.cpu for one in own)
        row = f"{len(own)} | {wall:.2f} | {spent:.2f} | {spent / base:.2f}"
        print(f"| {step} | {row} |")


if __name__ == "__main__":
    main()
