"""`crossfoot watch` as a process: what its terminal says, and how it ends."""

import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from urllib.request import urlopen

import pytest
from building import crossfoot, environment
from standing import Standing, page, paper

from crossfoot.engines.resident import Turn
from crossfoot.engines.watching.door import Door
from crossfoot.engines.watching.preview import Preview, Wish, until_ended
from crossfoot.workflow import PACKAGE

SOON = 30.0
CHAPTER = "# Trees\n\nThere were trees in the park, and rain on all of them.\n"
LINE = re.compile(
    r"(.+): page in \d+\.\d\d s, PDF in \d+\.\d\d s; (\d+) errors?, \d+ warnings?, \d+ waived"
)


class Watching:
    """A running `crossfoot watch`."""

    def __init__(self, root, *options: str) -> None:
        words = [sys.executable, "-m", "crossfoot", "watch", str(root), *options]
        self.process = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=environment(PYTHONUNBUFFERED="1"),
            encoding="utf-8",
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.address = self.until(
            r"Preview of .*: (http://127\.0\.0\.1:\d+/[\w-]{24}/)"
        )[1]

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def until(self, pattern: str, after: int = 0) -> re.Match[str]:
        """Return the first line from `after` on that fits."""
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            for line in self.lines[after:]:
                if found := re.fullmatch(pattern, line):
                    return found
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(self.lines)

    def get(self, path: str) -> str:
        with urlopen(self.address + path, timeout=10) as answer:  # noqa: S310  our own
            return answer.read().decode(errors="replace")

    def end(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        code = self.process.wait(10)
        self.reader.join(10)
        return code


@pytest.fixture
def watch(make):
    """Return a function that watches a new report."""
    running: list[Watching] = []

    def start(files: dict[str, str], *options: str) -> Watching:
        running.append(Watching(make(files), *options))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.wait()
        one.reader.join(10)
        one.process.stdout.close()


def test_a_report_is_followed_until_ctrl_c(watch, tmp_path) -> None:
    """Saves, broken settings, a deleted chapter and a deleted folder are all followed."""
    one = watch({"sources/01-a.md": CHAPTER})
    sources = tmp_path / "report" / "sources"
    one.until(LINE.pattern.replace("(.+)", "First view", 1))
    assert "rain on all of them" in one.get("report.html")
    (sources / "01-a.md").write_text(CHAPTER.replace("rain", "snow"))
    assert one.until(LINE.pattern, 3)[1] == "sources/01-a.md"
    assert "snow on all of them" in one.get("report.html")
    (sources / "02-b.md").write_text("# Snow\n\nSee @fig-none.\n")
    found = one.until(LINE.pattern, 4)
    assert found.groups() == ("sources/02-b.md", "1")
    assert "@fig-none leads nowhere" in one.get("findings.html")
    (sources / "02-b.md").unlink()
    assert one.until(LINE.pattern, 5).groups() == ("sources/02-b.md", "0")
    (sources / "report.yml").write_text("title: [A\n")
    one.until(r"sources/report\.yml:2:1: report\.yml is not YAML: .*", 6)
    assert "snow on all of them" in one.get("report.html")
    shutil.rmtree(sources.parent)
    one.until(r"The report’s folder .* is not there", 7)
    assert "snow on all of them" in one.get("report.html")
    sources.mkdir(parents=True)
    (sources / "01-a.md").write_text(CHAPTER)
    one.until(LINE.pattern, 8)
    assert "rain on all of them" in one.get("report.html")
    assert one.end() == 0
    assert "Traceback" not in "\n".join(one.lines)


def test_a_folder_without_a_chapter_is_waited_for(watch, tmp_path) -> None:
    """A report that has no chapter yet is shown as soon as it has one."""
    one = watch({"notes.txt": "x"}, "--page")
    one.until(".* holds no chapter; .*")
    (tmp_path / "report" / "01-a.md").write_text(CHAPTER)
    one.until(r"(01-a\.md|Changed files): page in \d+\.\d\d s; .*")
    assert one.end(signal.SIGTERM) == 0


def test_ctrl_c_during_the_first_view_ends_it(watch) -> None:
    """Ctrl-C ends the command at once while the first view is still being made."""
    one = watch({"sources/01-a.md": CHAPTER})
    assert one.end() == 0
    assert one.lines[1:] in (["It follows what you save; Ctrl-C ends it."], [])


def test_a_signal_that_wakes_nothing_is_heard_all_the_same() -> None:
    """What a handler noted ends the waiting, though nobody told those who wait."""
    heard: list[int] = []
    waiting = threading.Thread(target=until_ended, args=(threading.Event(), heard))
    waiting.start()
    waiting.join(0.3)
    assert waiting.is_alive()
    heard.append(signal.SIGINT)
    waiting.join(SOON)
    assert not waiting.is_alive()


def test_other_code_of_crossfoot_is_taken_in(watch, tmp_path, monkeypatch) -> None:
    """When Crossfoot itself changes, the preview starts again under its address."""
    package = shutil.copytree(PACKAGE, tmp_path / "scripts" / "crossfoot")
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    one = watch({"sources/01-a.md": CHAPTER}, "--page")
    view = r"First view: page in .*"
    one.until(view)
    style = package / "preview" / "frame.css"
    style.write_text(style.read_text() + "/* other */\n")
    one.until("Crossfoot’s own code changed; starting again")
    one.until(view, 4)
    assert "/* other */" in one.get("frame.css")
    assert one.end() == 0
    assert "Traceback" not in "\n".join(one.lines)


def test_a_folder_that_is_none_is_said(tmp_path) -> None:
    """Without the folder the command says so and exits with 2."""
    done = crossfoot("watch", "nowhere", cwd=tmp_path)
    assert (done.code, done.out) == (2, "crossfoot: nowhere is no folder\n")


def test_a_port_that_is_taken_is_said(watch, tmp_path) -> None:
    """A port of another program is named, and the exit code is 2."""
    one = watch({"sources/01-a.md": CHAPTER})
    port = one.address.split(":")[2].split("/")[0]
    done = crossfoot("watch", str(tmp_path / "report"), "--port", port, cwd=tmp_path)
    assert done.code == 2
    assert (
        done.out
        == f"crossfoot: port {port} is taken or not allowed; name another, or none for a free one\n"
    )


@pytest.mark.parametrize(("stale", "phase"), [(True, "again"), (False, "ended")])
def test_browsers_hear_of_an_end_or_of_a_new_start(make, stale, phase) -> None:
    """Never of both: a browser that hears of an end does not come back."""
    root = make({"sources/01-a.md": CHAPTER})
    turn = Turn(1, page=page("<p>1</p>"), paper=paper(300))
    preview = Preview(Wish(root), Door.open(), lambda _: None, Standing(turn))
    preview.start()
    post, posted = preview.board.post, []

    def noted(**news: object) -> None:
        posted.append(news.get("phase"))
        post(**news)

    preview.board.post = noted
    preview.session.stale = stale
    preview.stop()
    preview.door.close()
    assert [one for one in posted if one in {"again", "ended"}] == [phase]
    assert preview.board.last
