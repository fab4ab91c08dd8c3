"""The language server, talked to over stdio as an editor talks to it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from talking import ABILITIES, Editor, at, editor
from worlds import write

CHAPTER = """\
# Asks 😀 {#sec-asks}

Of [over £2bn]{value=asks.total} asked for, 😀 e\u0301 [£205m]{value=asks.recovery} was new,
as @tbl-asks and @smith2020 say.

![Priced asks](data/asks.csv){#tbl-asks total=amount}
"""
NEXT = "# Next {#sec-next}\n\nSee @tbl-asks, and @sec-askz.\n"
REPORT = {
    "sources/01-asks.md": CHAPTER,
    "sources/02-next.md": NEXT,
    "sources/data/asks.csv": "origin,amount\nRecharge,2000000000\nRecovery,203000000\n",
    "sources/references.bib": "@book{smith2020, title={Sums}, author={Jo Smith}, year=2020}\n",
    "sources/quantities.yml": (
        "asks.recovery: {from: data/asks.csv, sum: amount, where: {origin: Recovery}, unit: GBP}\n"
        "asks.total: {from: data/asks.csv, sum: amount, unit: GBP}\n"
    ),
}


def document(path: Path) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(path.as_uri())


def told(found: list[types.Diagnostic]) -> list[str]:
    """Return diagnostics as lines."""
    return [f"{one.code} {one.range} {one.message.splitlines()[0]}" for one in found]


def changed(edit: types.WorkspaceEdit | None, root: Path) -> dict[str, str]:
    """Return the files that an edit changes, as an editor makes them."""
    out: dict[str, str] = {}
    for one in (edit and edit.document_changes) or ():
        if isinstance(one, types.TextDocumentEdit):
            path = Path(one.text_document.uri.removeprefix("file://"))
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            edits = sorted(one.edits, key=lambda part: part.range.start, reverse=True)
            for part in edits:
                assert isinstance(part, types.TextEdit)
                text = replaced(text, part)
            out[path.relative_to(root).as_posix()] = text
    return out


def replaced(text: str, edit: types.TextEdit) -> str:
    raw = [line.encode("utf-16-le") for line in text.split("\n")]

    def offset(at: types.Position) -> int:
        before = sum(len(line.decode("utf-16-le")) + 1 for line in raw[: at.line])
        return before + len(raw[at.line][: 2 * at.character].decode("utf-16-le"))

    start, end = offset(edit.range.start), offset(edit.range.end)
    return text[:start] + edit.new_text + text[end:]


def test_a_whole_session(tmp_path: Path) -> None:
    """Open, find, hover, complete, define, rename, mend, type, and shut down."""
    write(tmp_path, REPORT)
    asyncio.run(session(tmp_path))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {*REPORT, "sources", "sources/data"}


async def session(root: Path) -> None:
    first, second = root / "sources/01-asks.md", root / "sources/02-next.md"
    async with editor() as one:
        assert one.told
        assert one.told.capabilities.position_encoding == "utf-16"
        one.open(first)
        await finds(one, first, second, root)
        await answers(one, first)
        await renames(one, first, root)
        await mends(one, first, root)
        one.type(first, CHAPTER.replace("£205m", "£203m"), 2)
        assert told(await one.checked(first, 2)) == []
        await leads(one, first)
        assert one.logged == []
        one.close(first)
        await one.until(lambda: not one.found(second))


async def finds(one: Editor, first: Path, second: Path, root: Path) -> None:
    """Expect findings of every file, with both places and the rule's page."""
    assert told(await one.checked(first)) == [
        "NUM01 2:51-2:56 Text says “£205m”; asks.recovery is £203m"
    ]
    (wrong,) = one.found(first)
    assert wrong.severity == types.DiagnosticSeverity.Error
    assert wrong.message.endswith("\nWrite £203m, or bind another quantity")
    assert wrong.source == "crossfoot"
    assert wrong.code_description
    assert wrong.code_description.href.endswith("/NUM01.md")
    assert isinstance(wrong.data, dict)
    assert len(wrong.data["fingerprint"]) == 16
    (note,) = wrong.related_information or ()
    assert note.location.uri == (root / "sources/data/asks.csv").as_uri()
    assert str(note.location.range) == "2:9-2:18"
    await one.until(lambda: one.found(second))
    assert told(one.found(second)) == [
        "REF01 2:19-2:28 @sec-askz leads nowhere; no section has that id"
    ]


async def answers(one: Editor, path: Path) -> None:
    """Expect hovers, completions and an outline of the document as it is."""
    client = one.client

    async def hover(mark: str) -> Any:
        params = types.HoverParams(document(path), at(CHAPTER, mark, 2))
        return await client.text_document_hover_async(params)

    found = await hover("asks.recovery")
    assert "**asks.recovery** = £203m" in found.contents.value
    assert (
        "“£205m”: does not agree with the data; expected £203m" in found.contents.value
    )
    assert str(found.range) == "2:50-2:78"
    assert (await hover("£205m")).contents.value == found.contents.value
    assert "Jo Smith" in (await hover("@smith2020")).contents.value
    assert "**Table**: Priced asks" in (await hover("@tbl-asks")).contents.value
    assert await hover("Priced") is None
    assert (await hover("£2bn")).contents.value.startswith("**asks.total** = £2,203m")
    params = types.CompletionParams(document(path), at(CHAPTER, "asks.recovery", 5))
    made = await client.text_document_completion_async(params)
    assert isinstance(made, types.CompletionList)
    assert [item.label for item in made.items] == ["asks.recovery", "asks.total"]
    edit = made.items[1].text_edit
    assert isinstance(edit, types.TextEdit)
    assert "😀 e\u0301 [£205m]{value=asks.total} was" in replaced(CHAPTER, edit)
    symbols = types.DocumentSymbolParams(document(path))
    (heading,) = await client.text_document_document_symbol_async(symbols) or ()
    assert (heading.name, str(heading.selection_range)) == ("Asks 😀", "0:0-0:21")
    folds = types.FoldingRangeParams(document(path))
    (fold,) = await client.text_document_folding_range_async(folds) or ()
    assert (fold.start_line, fold.end_line) == (0, 5)


async def leads(one: Editor, path: Path) -> None:
    """Expect definitions and uses in other files."""
    client = one.client
    known = document(path)
    where = at(CHAPTER, "asks.recovery", 2)
    params = types.DefinitionParams(known, where)
    found = await client.text_document_definition_async(params)
    assert [str(place.range) for place in found or ()] == ["0:0-0:13"]
    about = types.ReferenceContext(include_declaration=False)
    uses = types.ReferenceParams(about, known, at(CHAPTER, "@tbl-asks", 2))
    places = await client.text_document_references_async(uses) or ()
    assert [(Path(place.uri).name, str(place.range)) for place in places] == [
        ("01-asks.md", "3:4-3:12"),
        ("02-next.md", "2:5-2:13"),
    ]


async def renames(one: Editor, first: Path, root: Path) -> None:
    """Expect a label and a quantity to be renamed everywhere, or refused."""
    client, known = one.client, document(first)
    where = at(CHAPTER, "@tbl-asks", 2)
    ready = await client.text_document_prepare_rename_async(
        types.PrepareRenameParams(known, where)
    )
    assert isinstance(ready, types.PrepareRenamePlaceholder)
    assert (ready.placeholder, str(ready.range)) == ("tbl-asks", "3:4-3:12")
    params = types.RenameParams(known, where, "tbl-priced")
    edit = await client.text_document_rename_async(params)
    assert changed(edit, root) == {
        "sources/01-asks.md": CHAPTER.replace("tbl-asks", "tbl-priced"),
        "sources/02-next.md": NEXT.replace("tbl-asks", "tbl-priced"),
    }
    words = types.PrepareRenameParams(known, at(CHAPTER, "over £2bn", 2))
    assert await client.text_document_prepare_rename_async(words) is None
    where = at(CHAPTER, "asks.total", 2)
    params = types.RenameParams(known, where, "asks.all")
    edit = await client.text_document_rename_async(params)
    quantities = REPORT["sources/quantities.yml"]
    assert changed(edit, root) == {
        "sources/01-asks.md": CHAPTER.replace("asks.total", "asks.all"),
        "sources/quantities.yml": quantities.replace("asks.total", "asks.all"),
    }
    taken = types.RenameParams(known, where, "asks.recovery")
    says = r"asks\.recovery is taken; sources/quantities\.yml:1 has that name"
    with pytest.raises(JsonRpcException, match=says):
        await client.text_document_rename_async(taken)


async def mends(one: Editor, first: Path, root: Path) -> None:
    """Expect a reason for silence, and a waiver where it belongs."""
    (wrong,) = one.found(first)
    context = types.CodeActionContext([wrong], only=[types.CodeActionKind.QuickFix])
    params = types.CodeActionParams(document(first), wrong.range, context)
    made = await one.client.text_document_code_action_async(params) or ()
    titles = {
        action.title: action for action in made if isinstance(action, types.CodeAction)
    }
    allow = titles["Allow NUM01 here, with a reason"]
    assert [*(allow.diagnostics or ())] == [wrong]
    said = "<!-- crossfoot: allow NUM01 because  -->\n\n"
    assert changed(allow.edit, root) == {
        "sources/01-asks.md": CHAPTER.replace("Of [", f"{said}Of [")
    }


def test_columns_are_counted_as_was_agreed(tmp_path: Path) -> None:
    """An editor that prefers UTF-8 is told places in bytes."""
    write(tmp_path, REPORT)

    async def run() -> None:
        utf8 = types.PositionEncodingKind.Utf8
        general = types.GeneralClientCapabilities(
            position_encodings=[utf8, types.PositionEncodingKind.Utf16]
        )
        path = tmp_path / "sources/01-asks.md"
        async with editor(types.ClientCapabilities(general=general)) as one:
            assert one.told
            assert one.told.capabilities.position_encoding == utf8
            one.open(path)
            found = (await one.checked(path))[0].range
        line = CHAPTER.split("\n")[2].encode()
        assert line[found.start.character : found.end.character].decode() == "£205m"

    asyncio.run(run())


def test_troubles_are_findings_or_silence(tmp_path: Path) -> None:
    """No report, broken settings, a deleted chapter and a second report do no harm."""
    write(tmp_path / "a", REPORT)
    write(
        tmp_path,
        {"b/01-b.md": "# B\n\n@fig-b\n", "none/x.txt": "x", "none/README.md": "@fig-x"},
    )
    asyncio.run(troubles(tmp_path))


async def troubles(root: Path) -> None:
    first, second = root / "a/sources/01-asks.md", root / "a/sources/02-next.md"
    async with editor() as one:
        stray = root / "none/README.md"
        one.open(stray)
        params = types.HoverParams(document(stray), types.Position(0, 2))
        assert await one.client.text_document_hover_async(params) is None
        one.open(first)
        one.open(root / "b/01-b.md")
        assert told(await one.checked(root / "b/01-b.md")) == [
            "REF01 2:0-2:6 @fig-b leads nowhere; no figure has that id"
        ]
        assert one.codes(first) == ["NUM01"] or await one.checked(first)
        settings = root / "a/sources/report.yml"
        one.open(settings, "title: [A\n")
        assert [found.code for found in await one.checked(settings)] == ["SRC03"]
        one.type(settings, "title: A\n", 2)
        assert await one.checked(settings, 2) == []
        one.open(second)
        assert [found.code for found in await one.checked(second)] == ["REF01"]
        second.unlink()
        one.save(first)
        await one.until(lambda: one.codes(second) == [])
        one.close(second)
        params = types.HoverParams(document(second), types.Position(0, 2))
        assert await one.client.text_document_hover_async(params) is None
        assert stray.as_uri() not in one.shown
        assert one.logged == []


def test_the_server_outlives_its_checks(tmp_path: Path) -> None:
    """When the process that checks is killed, one line says so and another starts."""
    write(tmp_path, REPORT)

    async def run() -> None:
        path = tmp_path / "sources/01-asks.md"
        async with editor(ABILITIES) as one:
            one.open(path)
            await one.checked(path)
            server = one.client._server
            assert server
            for child in children(server.pid):
                os.kill(child, signal.SIGKILL)
            await one.until(lambda: one.logged)
            assert one.logged == ["crossfoot: the checks ended with exit code -9"]
            one.type(path, CHAPTER.replace("£205m", "£203m"), 2)
            assert await one.checked(path, 2) == []

    asyncio.run(run())


def children(parent: int) -> list[int]:
    tasks = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(one) for task in tasks for one in task.read_text().split()]


WATCHING = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=True
        )
    )
)


def test_the_newest_text_counts_and_files_on_disk_are_watched(tmp_path: Path) -> None:
    """Of many edits the last is shown; a table that another program writes is read."""
    write(tmp_path, REPORT)
    asyncio.run(watching(tmp_path))


async def watching(root: Path) -> None:
    path, table = root / "sources/01-asks.md", root / "sources/data/asks.csv"
    right = CHAPTER.replace("£205m", "£203m")
    async with editor(WATCHING) as one:
        await one.until(lambda: one.watched)
        one.open(path)
        for version in range(2, 30):
            one.type(path, CHAPTER.replace("£205m", f"£{version}m"), version)
        one.type(path, right, 30)
        assert await one.checked(path, 30) == []
        table.write_text("origin,amount\nRecharge,2000000000\nRecovery,204000000\n")
        one.changed_on_disk(table)
        await one.until(lambda: one.codes(path) == ["NUM01"])
        (wrong,) = one.found(path)
        context = types.CodeActionContext([wrong], only=["source.fixAll"])
        params = types.CodeActionParams(document(path), wrong.range, context)
        (every,) = await one.client.text_document_code_action_async(params) or ()
        assert isinstance(every, types.CodeAction)
        assert every.edit
        assert every.edit.changes
        (edit,) = every.edit.changes[path.as_uri()]
        assert replaced(right, edit) == CHAPTER.replace("£205m", "£204m")
        about = types.ReferenceContext(include_declaration=True)
        where = at(right, "asks.total", 2)
        uses = types.ReferenceParams(about, document(path), where)
        found = await one.client.text_document_references_async(uses) or ()
        assert len(found) == 2
        assert one.logged == []


def test_an_editor_that_goes_away_takes_everything_with_it(tmp_path: Path) -> None:
    """Without a word of farewell the server ends, its checks, and their folder."""
    write(tmp_path / "r", REPORT)
    folder = tmp_path / "tmp"
    folder.mkdir()
    uri = (tmp_path / "r/sources/01-asks.md").as_uri()
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": CHAPTER}
    messages = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}}},
        {"method": "textDocument/didOpen", "params": {"textDocument": item}},
        {"id": 2, "method": "textDocument/hover", "params": {"nonsense": 1}},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **one}).encode() for one in messages]
    bodies.append(b"{no JSON")
    said = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(one), one) for one in bodies)
    done = subprocess.run(
        [sys.executable, "-m", "crossfoot", "lsp"],
        input=said,
        capture_output=True,
        env={**os.environ, "TMPDIR": str(folder)},
        timeout=60,
        check=True,
    )
    assert done.stderr == b""
    assert b"Traceback" not in done.stdout
    assert done.stdout.count(b"window/logMessage") == 2
    for _ in range(600):
        if not any(folder.iterdir()):
            break
        time.sleep(0.1)
    assert not any(folder.iterdir())
