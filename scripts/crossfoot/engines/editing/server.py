"""The server: messages of the protocol in, answers out; a fault is a line of a log."""

import inspect
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from crossfoot import __version__
from crossfoot.editor.renaming import RefusedError
from crossfoot.engines.editing import answers
from crossfoot.engines.editing.session import Session, one_line

REFUSED = -32803
"""Error code of the protocol: a request that failed with good reason."""
TRIGGERS = ["@", "=", "|", "{", "(", '"', "#", "/", "."]
WATCHED = "**/*.{md,csv,yml,yaml,json,bib,py,csl,svg,png,jpg,jpeg,gif,webp}"


class Server(LanguageServer):
    """A language server with a session."""

    def __init__(self) -> None:
        # Whole texts: what pygls takes for a line's end is not what the protocol does,
        # so that it would put changes of lines in the wrong place.
        sync = types.TextDocumentSyncKind.Full
        super().__init__("crossfoot", __version__, text_document_sync_kind=sync)
        self.session = Session(self)

    def publish(
        self, uri: str, found: list[types.Diagnostic], version: int | None
    ) -> None:
        """Show diagnostics."""
        params = types.PublishDiagnosticsParams(uri, found, version)
        self.text_document_publish_diagnostics(params)

    def log(self, line: str) -> None:
        """Write one line to the editor's log."""
        told = types.LogMessageParams(types.MessageType.Error, line)
        self.window_log_message(told)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what went wrong outside of an answer; an answer tells of itself."""
        if source is not FeatureRequestError:
            self.log(f"crossfoot: {one_line(error)}")


def path_of(uri: str) -> Path | None:
    """Return the file that an address stands for; None for what is no file."""
    found = to_fs_path(uri)
    return Path(found) if found else None


def serve() -> None:
    """Serve the editor on standard input and output until it is done."""
    # What pygls logs are tracebacks; those who look for one can set a handler.
    logger = logging.getLogger("pygls")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    made().start_io()


def made() -> Server:
    """Return a server with everything that it answers to."""
    server = Server()
    for name, listener in LISTENED.items():
        server.feature(name)(_listening(server, name, listener))
    for name, answer in ANSWERED.items():
        server.feature(name, OPTIONS.get(name))(_answering(server, name, answer))
    return server


Listener = Callable[[Server, Any], None]
Answer = Callable[[answers.Asked, Any], Any]
"""Takes the document and the parameters; returns the answer, or what to wait for."""


def _listening(server: Server, name: str, listener: Listener) -> Callable[[Any], None]:
    def listening(params: Any) -> None:
        try:
            listener(server, params)
        except Exception as problem:  # noqa: BLE001 - told in one line; the server lives on
            server.log(f"crossfoot: {name}: {one_line(problem)}")

    return listening


def _answering(
    server: Server, name: str, answer: Answer
) -> Callable[[Any], Awaitable[Any]]:
    async def answering(params: Any) -> Any:
        try:
            path = path_of(params.text_document.uri)
            document = answers.asked(server.session, path)
            if document is None:
                return None
            made = answer(document, params)
            return await made if inspect.isawaitable(made) else made
        except RefusedError as problem:
            raise JsonRpcException(str(problem), REFUSED) from None
        except Exception as problem:  # noqa: BLE001 - told in one line; the server lives on
            server.log(f"crossfoot: {name}: {one_line(problem)}")
            return None

    return answering


def _started(server: Server, params: types.InitializeParams) -> None:
    encoding = server.workspace.position_encoding
    named = getattr(encoding, "value", encoding)
    server.session.encoding = str(named or "utf-16")
    server.session.abilities = params.capabilities


def _ready(server: Server, _: types.InitializedParams) -> None:
    """Ask the editor to tell of files that change on disk."""
    told = server.session.abilities.workspace
    files = told.did_change_watched_files if told else None
    if not (files and files.dynamic_registration):
        return
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(WATCHED)]
    )
    name = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    one = types.Registration("crossfoot-files", name, options)
    server.client_register_capability(types.RegistrationParams([one]))


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    told = params.text_document
    path = path_of(told.uri)
    if path is not None:
        server.session.opened(told.uri, path, told.text, told.version)


def _typed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    told = params.text_document
    path = path_of(told.uri)
    if path is not None:
        text = server.workspace.get_text_document(told.uri).source
        server.session.typed(path, text, told.version)


def _saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    path = path_of(params.text_document.uri)
    if path is not None:
        server.session.saved(path)


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    path = path_of(params.text_document.uri)
    if path is not None:
        server.session.closed(path)


def _moved(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    paths = {path_of(one.uri) for one in params.changes}
    for path in sorted(path for path in paths if path is not None):
        server.session.changed(path)


def _ending(server: Server, _: Any) -> None:
    server.session.close()


LISTENED: dict[str, Listener] = {
    types.INITIALIZE: _started,
    types.INITIALIZED: _ready,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _typed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _moved,
    types.SHUTDOWN: _ending,
}
ANSWERED: dict[str, Answer] = {
    types.TEXT_DOCUMENT_HOVER: lambda one, p: answers.hovered(one, p.position),
    types.TEXT_DOCUMENT_COMPLETION: lambda one, p: answers.completed(one, p.position),
    types.TEXT_DOCUMENT_DEFINITION: lambda one, p: answers.defined(one, p.position),
    types.TEXT_DOCUMENT_REFERENCES: lambda one, p: answers.used(
        one, p.position, given=p.context.include_declaration
    ),
    types.TEXT_DOCUMENT_PREPARE_RENAME: lambda one, p: answers.renaming(
        one, p.position
    ),
    types.TEXT_DOCUMENT_RENAME: lambda one, p: answers.renamed(
        one, p.position, p.new_name
    ),
    types.TEXT_DOCUMENT_CODE_ACTION: answers.mended,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: lambda one, _: answers.outlined(one),
    types.TEXT_DOCUMENT_FOLDING_RANGE: lambda one, _: answers.folded(one),
}
OPTIONS: dict[str, Any] = {
    types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(
        trigger_characters=TRIGGERS
    ),
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(
        code_action_kinds=[types.CodeActionKind.QuickFix, answers.FIX_ALL]
    ),
}
