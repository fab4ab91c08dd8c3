"""One build at a time, and no orphans."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossfoot.engines.process import MAIN, BusyError, hold

HOLD = "import sys, time, pathlib; from crossfoot.engines.process import hold\n"


def holder(folder: Path) -> subprocess.Popen[str]:
    """Start a process that holds the lock of a folder until it is killed."""
    program = (
        HOLD + "hold(pathlib.Path(sys.argv[1])); print('held'); sys.stdout.flush()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program + "time.sleep(60)", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    """The lock names its holder and ends with it, also after kill -9."""
    first = holder(tmp_path)
    try:
        with pytest.raises(BusyError, match=f"^{first.pid}$"):
            hold(tmp_path)
    finally:
        first.kill()
        first.communicate()
    second = holder(tmp_path)
    second.kill()
    second.communicate()


def test_a_stage_ends_with_its_main_process() -> None:
    """When the main process is killed, the stage and its child end as well."""
    main = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    program = (
        "import subprocess, sys, time\n"
        "from crossfoot.engines.process import follow_main\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        "print(child.pid); sys.stdout.flush()\n"
        "follow_main(); time.sleep(60)\n"
    )
    stage = subprocess.Popen(
        [sys.executable, "-c", program],
        env={**os.environ, MAIN: str(main.pid)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert stage.stdout is not None
    child = int(stage.stdout.readline())
    main.kill()
    main.wait()
    assert stage.wait(timeout=30) == 1
    stage.stdout.close()
    for _ in range(300):
        if not Path(f"/proc/{child}").exists() or _zombie(child):
            break
        time.sleep(0.05)
    else:
        pytest.fail("the child goes on")


def _zombie(process: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return True


WRITES = """
import sys, threading
from pathlib import Path
from crossfoot.engines.process import end_without

folder = Path(sys.argv[1])

def write():
    while True:
        folder.mkdir(exist_ok=True)
        (folder / "item").write_text("x")

threading.Thread(target=write, daemon=True).start()
while not (folder / "item").exists():
    pass
end_without(folder)
"""


def test_nothing_is_written_in_a_folder_that_a_process_ends_without(
    tmp_path: Path,
) -> None:
    """A thread that writes all the time leaves nothing when its process ends."""
    folder = tmp_path / "made"
    run = [sys.executable, "-c", WRITES, str(folder)]
    assert subprocess.run(run, timeout=60, check=True).returncode == 0
    assert not folder.exists()
