"""A real editor's end of the line: a client that talks to `crossfoot lsp` over stdio."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

WAIT = 25.0
"""Seconds after which a test gives up; no test waits for a time to pass."""

ABILITIES = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
    ),
    text_document=types.TextDocumentClientCapabilities(
        rename=types.RenameClientCapabilities(prepare_support=True)
    ),
    general=types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind.Utf16]
    ),
)


class Editor:
    """An editor with a report open."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.shown: dict[str, types.PublishDiagnosticsParams] = {}
        self.logged: list[str] = []
        self.news = asyncio.Condition()
        self.count = 0
        self.told: types.InitializeResult | None = None
        self.watched: list[types.Registration] = []

    def uri(self, path: Path) -> str:
        return path.as_uri()

    def open(self, path: Path, text: str | None = None) -> None:
        said = path.read_text(encoding="utf-8") if text is None else text
        item = types.TextDocumentItem(path.as_uri(), "markdown", 1, said)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, path: Path, text: str, version: int) -> None:
        known = types.VersionedTextDocumentIdentifier(version, path.as_uri())
        change = types.TextDocumentContentChangeWholeDocument(text)
        told = types.DidChangeTextDocumentParams(known, [change])
        self.client.text_document_did_change(told)

    def save(self, path: Path) -> None:
        known = types.TextDocumentIdentifier(path.as_uri())
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(known))

    def changed_on_disk(self, path: Path) -> None:
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        told = types.DidChangeWatchedFilesParams([event])
        self.client.workspace_did_change_watched_files(told)

    def close(self, path: Path) -> None:
        known = types.TextDocumentIdentifier(path.as_uri())
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(known))

    def found(self, path: Path) -> list[types.Diagnostic]:
        told = self.shown.get(path.as_uri())
        return list(told.diagnostics) if told else []

    def codes(self, path: Path) -> list[str]:
        return [str(one.code) for one in self.found(path)]

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something that the server says makes a condition hold."""
        async with asyncio.timeout(WAIT), self.news:
            await self.news.wait_for(holds)

    async def checked(self, path: Path, version: int = 1) -> list[types.Diagnostic]:
        """Return a file's diagnostics once this version of it has been checked."""

        def is_told() -> bool:
            told = self.shown.get(path.as_uri())
            return told is not None and (told.version or 0) >= version

        await self.until(is_told)
        return self.found(path)


@asynccontextmanager
async def editor(
    abilities: types.ClientCapabilities = ABILITIES,
) -> Any:
    """Yield an editor that is connected to a server of its own."""
    client = LanguageClient("test", "1")
    one = Editor(client)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    async def _(params: types.PublishDiagnosticsParams) -> None:
        async with one.news:
            one.shown[params.uri] = params
            one.count += 1
            one.news.notify_all()

    @client.feature(types.WINDOW_LOG_MESSAGE)
    async def _(params: types.LogMessageParams) -> None:
        async with one.news:
            one.logged.append(params.message)
            one.news.notify_all()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    async def _(params: types.RegistrationParams) -> None:
        async with one.news:
            one.watched += params.registrations
            one.news.notify_all()

    await client.start_io(sys.executable, "-m", "crossfoot", "lsp", "--stdio")
    asked = types.InitializeParams(capabilities=abilities)
    one.told = await client.initialize_async(asked)
    client.initialized(types.InitializedParams())
    try:
        yield one
    finally:
        with suppress(Exception):
            await client.shutdown_async(None)
        client.exit(None)
        await client.stop()


def at(text: str, mark: str, add: int = 0) -> types.Position:
    """Return the position, in UTF-16, of the first place that a mark stands at."""
    before = text[: text.index(mark) + add]
    line = before.count("\n")
    row = before.rpartition("\n")[2]
    return types.Position(line, len(row.encode("utf-16-le")) // 2)
