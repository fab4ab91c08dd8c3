"""The workshop of a build: stages run in it as they would by themselves."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import crossfoot

from crossfoot.engines import workshop
from crossfoot.engines.handover import LOST, WORKSHOP
from crossfoot.engines.process import MAIN

FILES = {
    "sources/01.md": "# One {#sec-one}\n\nA word of ours.\n",
    "sources/data/asks.csv": "name,count\na,1\nb,2\n",
}
SLOW = """
import os, time
from pathlib import Path

Path("at-work").write_text(str(os.getpid()))
time.sleep(60)
"""
ASK = "import sys; from crossfoot.engines.handover import hand_over as h\n"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Open a workshop of which this process is the main process."""
    monkeypatch.setenv(MAIN, str(os.getpid()))
    monkeypatch.setenv(WORKSHOP, "")
    workshop.open_workshop()
    yield
    workshop.shut_workshop()


def ask(root: Path, *words: str, python: tuple[str, ...] = (), **more: str) -> str:
    """Return what comes of handing a command line over, as text."""
    program = ASK + f"print(h({list(words)}))"
    done = subprocess.run(
        [sys.executable, *python, "-c", program],
        cwd=root,
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def made(root: Path) -> dict[str, bytes]:
    """Return what a stage wrote, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "build").rglob("*"))
        if path.is_file()
    }


@pytest.mark.usefixtures("opened")
def test_a_stage_makes_the_same_in_the_workshop(
    make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it writes, prints and ends with is what it does by hand."""
    inside, alone = make(FILES, "inside"), make(FILES, "alone")
    first = [crossfoot("stage", one, cwd=inside) for one in ("read", "data", "gate")]
    monkeypatch.delenv(WORKSHOP)
    second = [crossfoot("stage", one, cwd=alone) for one in ("read", "data", "gate")]
    assert first == second
    assert [one.code for one in first] == [0, 0, 2]
    assert made(inside) == made(alone)


@pytest.mark.usefixtures("opened")
def test_a_job_of_the_build_is_taken(make) -> None:
    """Its command has nothing left to do but to end with the stage's exit code."""
    root = make(FILES)
    assert ask(root, "stage", "read") == "0"
    assert ask(root, "stage", "gate") == "2"


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("words", [["stage", "unknown"], ["check"], ["stage"], []])
def test_what_is_no_stage_is_declined(make, words: list[str]) -> None:
    """Every other command runs by itself."""
    assert ask(make(FILES), *words) == "None"


@pytest.mark.usefixtures("opened")
def test_ctrl_c_while_a_stage_is_handed_over_shows_no_traceback(make) -> None:
    """A stage's command that waits for the workshop ends at once, and says nothing."""
    name = f"crossfoot-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(f"\0{name}")
        listener.listen()
        process = subprocess.Popen(
            [sys.executable, "-m", "crossfoot", "stage", "read"],
            cwd=make(FILES),
            env={**os.environ, WORKSHOP: name},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        link, _ = listener.accept()
        link.recv(1)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=30)
        link.close()
    assert (process.returncode, out) == (-signal.SIGINT, b"")


def test_another_python_is_declined(make) -> None:
    """Options and variables of Python may change what a stage makes."""
    root = make(FILES)
    assert ask(root, "stage", "read", python=("-O",)) == "None"
    assert ask(root, "stage", "read", PYTHONHASHSEED="7") == "None"


def test_a_command_from_elsewhere_is_declined(
    make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only processes that the main process started are served."""
    with subprocess.Popen(["sleep", "60"]) as main:
        monkeypatch.setenv(MAIN, str(main.pid))
        monkeypatch.setenv(WORKSHOP, "")
        workshop.open_workshop()
        assert ask(make(FILES), "stage", "read") == "None"
        workshop.shut_workshop()
        main.kill()


def test_without_a_workshop_a_stage_runs_alone(make) -> None:
    """An address that nobody answers at is no trouble."""
    done = crossfoot("stage", "read", cwd=make(FILES), CROSSFOOT_WORKSHOP="nobody")
    assert (done.code, done.out) == (0, "read      1 chapter\n")


@pytest.mark.parametrize("problem", [AttributeError(), OSError()])
def test_without_what_it_needs_there_is_no_workshop(
    monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    """On other systems every stage runs alone, and nothing is said of it."""

    def lacking(_: int) -> int:
        raise problem

    monkeypatch.setattr(os, "pidfd_open", lacking)
    monkeypatch.setenv(WORKSHOP, "")
    workshop.open_workshop()
    assert (os.environ[WORKSHOP], workshop._open) == ("", [])
    workshop.shut_workshop()


def test_changed_code_is_declined(tmp_path: Path) -> None:
    """The modules that are loaded would be older than their files."""
    module = tmp_path / "module.py"
    module.write_text("a = 1\n")
    here = workshop.__file__
    shop = object.__new__(workshop.Workshop)
    shop.files = [str(module), here]
    shop.seen = workshop._stamps(shop.files)
    assert shop.knows("gate")
    assert not shop.knows("unknown")
    module.write_text("a = 2\n")
    assert not shop.knows("gate")
    shop.seen = workshop._stamps(shop.files)
    module.unlink()
    assert not shop.knows("gate")


BUILD = f"""
import os, subprocess, sys
from crossfoot.engines import workshop
os.environ["{MAIN}"] = str(os.getpid())
workshop.open_workshop()
command = [sys.executable, "-m", "crossfoot", "stage", "data"]
with subprocess.Popen(command) as stage:
    print(os.getpid(), workshop._open[0].pid, stage.pid, flush=True)
print(stage.returncode, flush=True)
workshop.shut_workshop()
"""
WHO = ("main", "workshop", "command", "stage")


@pytest.mark.parametrize(
    ("who", "code"),
    [("main", ""), ("workshop", str(LOST)), ("command", "-9"), ("stage", "-9")],
)
def test_nothing_outlives_what_is_killed(make, who: str, code: str) -> None:
    """A stage ends, and all that it started, when any part of its build is killed."""
    root = make({**FILES, "sources/quantities.py": SLOW})
    with subprocess.Popen(
        [sys.executable, "-c", BUILD], cwd=root, stdout=subprocess.PIPE, text=True
    ) as main:
        assert main.stdout is not None
        numbers = dict(zip(WHO, map(int, main.stdout.readline().split()), strict=False))
        child = int(written(root / "at-work"))
        numbers["stage"] = parent(child)
        assert parent(numbers["stage"]) == numbers["workshop"]
        os.kill(numbers[who], signal.SIGKILL)
        ended = main.stdout.read().strip()
    assert ended == code
    for number in (child, *numbers.values()):
        gone(number)


def written(path: Path) -> str:
    """Return a short file's text as soon as there is one."""
    for _ in range(1200):
        if path.is_file() and path.read_text(encoding="ascii"):
            return path.read_text(encoding="ascii")
        time.sleep(0.05)
    raise AssertionError(f"{path} is not written")


def status(number: int) -> list[str]:
    """Return what the system tells of a process from its state on; nothing without."""
    try:
        text = Path(f"/proc/{number}/stat").read_text(encoding="ascii")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


def parent(number: int) -> int:
    """Return the process number of a process's parent."""
    return int(status(number)[1])


def gone(number: int) -> None:
    """Wait until a process has ended."""
    for _ in range(600):
        if status(number)[:1] in ([], ["Z"]):
            return
        time.sleep(0.05)
    raise AssertionError(f"process {number} goes on")
