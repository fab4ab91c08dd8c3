"""What stages tell, on its way to the terminal."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossfoot.engines import telling
from crossfoot.engines.telling import Listener, Screen, Teller, counted


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Return what a build's main process writes."""
    out = io.StringIO()
    listener = Listener(Screen(out))
    monkeypatch.setattr(telling, "_listeners", [listener])
    monkeypatch.setenv(telling.PIPE, os.environ[telling.PIPE])
    listener.start()
    yield out
    telling.end()


def test_stages_tell_through_the_main_process(stream: io.StringIO) -> None:
    """Lines come whole and in their order, whatever they hold."""
    long = "x🦊é\x1b" * 3000 + "\n"
    with telling.telling("gate") as teller:
        teller.tell("line", text="shut")
        teller.text(long)
    telling.say("A refusal\n")
    os.close(teller.pipe or 0)
    telling.end()
    told = stream.getvalue()
    assert told.replace("A refusal\n", "") == f"gate      shut\n{long}"
    assert "A refusal\n" in told


def test_a_stage_by_hand_tells_itself(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a main process, and where its pipe is another thing, the stage writes."""
    other = tmp_path / "other"
    other.write_bytes(b"")
    reads, writes = os.pipe()
    for name in ("", "/proc/0/fd/7:1", f"{other}:1", f"/proc/self/fd/{writes}:1"):
        monkeypatch.setenv(telling.PIPE, name)
        teller = Teller("read")
        teller.tell("line", text="2 chapters")
        assert capsys.readouterr().err == "read      2 chapters\n"
    assert other.read_bytes() == b""
    os.close(reads)
    os.close(writes)


def test_what_is_counted_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each thing that is done is told with how many there are."""
    seen: list[tuple[int, int]] = []
    monkeypatch.setattr(telling, "progress", lambda done, of: seen.append((done, of)))
    assert list(counted("ab", 2)) == ["a", "b"]
    assert seen == [(1, 2), (2, 2)]


def test_a_stage_that_is_gone_is_not_shown(stream: io.StringIO) -> None:
    """A stage that was killed says no last word; another does it for it."""
    (listener,) = telling._listeners
    listener.screen.board.live = True
    listener.screen.take({"stage": "typeset", "is": "start"})
    telling.gone("typeset")
    assert stream.getvalue() == "typeset\r\x1b[K"
