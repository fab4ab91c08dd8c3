"""A session with checks that answer when the test says so; the worker's own choices."""

import asyncio
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from worlds import write

from crossfoot.editor.world import World, as_row
from crossfoot.engines.editing.session import FALLS, Session
from crossfoot.engines.editing.worker import Worker
from crossfoot.findings import Finding
from crossfoot.places import Place

FILE = "01-a.md"
WRONG = Finding("REF01", "@fig-a leads nowhere", Place(FILE, 3, 1, 3, 7))


class Screen:
    """What an editor shows."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, list[str], int | None]] = []
        self.lines: list[str] = []

    def publish(
        self, uri: str, found: list[types.Diagnostic], version: int | None
    ) -> None:
        told = [f"{one.code} {one.range}" for one in found]
        self.shown.append((uri.rpartition("/")[2], told, version))

    def log(self, line: str) -> None:
        self.lines.append(line)


class Asked:
    """Stands for the process that checks: notes what it is asked."""

    def __init__(self) -> None:
        self.requests: list[tuple[int, Mapping[str, str]]] = []
        self.forgotten: list[str] = []

    def ask(self, root: str, serial: int, documents: Mapping[str, str]) -> None:
        assert root
        self.requests.append((serial, documents))

    def forget(self, root: str) -> None:
        self.forgotten.append(Path(root).name)

    def close(self) -> None:
        """End nothing."""


def answer(root: Path, serial: int, *findings: Finding) -> dict[str, Any]:
    world = World(chapters=(FILE,), findings=findings)
    return {"root": str(root), "serial": serial, "world": as_row(world)}


def run(root: Path, steps: Callable[[Session, Screen, Asked], Any]) -> None:
    """Run steps in a session with one chapter open, whose first check was asked for."""
    write(root, {FILE: "# A\n\n@fig-a\n"})

    async def inside() -> None:
        screen, asked = Screen(), Asked()
        session = Session(screen)
        session.hand = asked  # type: ignore[assignment]
        path = root / FILE
        session.opened(path.as_uri(), path, "# A\n\n@fig-a\n", 1)
        await asyncio.sleep(0.01)
        assert asked.requests == [(1, {FILE: "# A\n\n@fig-a\n"})]
        await steps(session, screen, asked)
        session.close()

    asyncio.run(inside())


def test_findings_of_an_older_text_are_not_shown(tmp_path: Path) -> None:
    """An answer for a text that has changed waits for the next one."""

    async def steps(session: Session, screen: Screen, asked: Asked) -> None:
        session.typed(tmp_path / FILE, "# A\n", 2)
        session.told(answer(tmp_path, 1, WRONG))
        assert screen.shown == []
        await session.fresh(session.desk.reports[tmp_path], 0.01, anew=False)
        assert asked.requests[-1] == (2, {FILE: "# A\n"})
        session.told(answer(tmp_path, 2))
        assert screen.shown == [(FILE, [], 2)]
        session.told(answer(tmp_path, 1, WRONG))  # late
        assert screen.shown == [(FILE, [], 2)]

    run(tmp_path, steps)


def test_what_is_shown_already_is_not_shown_again(tmp_path: Path) -> None:
    """Findings are sent when they, or the version they are for, are others."""

    async def steps(session: Session, screen: Screen, asked: Asked) -> None:
        session.told(answer(tmp_path, 1, WRONG))
        session.ask(session.desk.reports[tmp_path])
        session.told(answer(tmp_path, 2, WRONG))
        assert screen.shown == [(FILE, ["REF01 2:0-2:6"], 1)]
        session.closed(tmp_path / FILE)
        assert screen.shown[1:] == [(FILE, [], None)]
        assert asked.forgotten == [tmp_path.name]
        assert session.desk.reports == {}

    run(tmp_path, steps)


def test_faults_are_lines_of_the_log(tmp_path: Path) -> None:
    """A fault of a check, of an answer, and an end of the process are told in a line."""

    async def steps(session: Session, screen: Screen, asked: Asked) -> None:
        session.told({"root": str(tmp_path), "serial": 1, "fault": "disk full"})
        assert screen.lines == [f"crossfoot: {tmp_path}: disk full"]
        session.told({"root": str(tmp_path), "serial": 2, "world": {}})
        assert screen.lines[1:] == ["crossfoot: KeyError: 'outlines'"]
        session.ask(session.desk.reports[tmp_path])
        for _ in range(FALLS):
            session.told({"ended": -9})
        assert len(asked.requests) == 2  # no more by themselves
        assert (
            screen.lines[2:]
            == ["crossfoot: the checks ended with exit code -9"] * FALLS
        )
        assert (
            await session.fresh(session.desk.reports[tmp_path], 0.01, anew=False)
            is False
        )

    run(tmp_path, steps)


def test_a_check_is_given_up_for_a_newer_request_once(tmp_path: Path) -> None:
    """The newest request wins, but every second check is made to its end."""
    worker = Worker(tmp_path, io.StringIO())
    assert worker.goes_on("a")
    worker.waiting.put({"root": "a", "serial": 1, "documents": {}})
    worker.waiting.put({"root": "b", "serial": 2, "documents": {}})
    worker.waiting.put({"root": "a", "serial": 3, "documents": {}})
    assert not worker.goes_on("a")
    assert worker.goes_on("a")
    assert [worker.waiting.take()["serial"] for _ in range(2)] == [2, 3]


@pytest.mark.parametrize("name", ["b\udcffd.md"])
def test_a_report_that_cannot_be_checked_is_told_of(tmp_path: Path, name: str) -> None:
    """A file whose name is no UTF-8 is a line of the log, not an end."""
    root, out = tmp_path / "r", io.StringIO()
    write(root, {"01-a.md": "# A\n", name: "# B\n"})
    worker = Worker(tmp_path / "w", out)
    worker.answer({"root": str(root), "serial": 7, "documents": {}})
    (told,) = map(json.loads, out.getvalue().splitlines())
    assert told["fault"] == "file name b\\udcffd.md is not UTF-8; rename it"
    worker.forget(str(root))
    assert not (tmp_path / "w/1").exists()
