"""The watcher: which changes of a folder are heard."""

import queue
import shutil
import time

import pytest

from crossfoot.engines.watching import folders as watching
from crossfoot.engines.watching.folders import Folders

SOON = 5.0
SETTLED = 0.35


@pytest.fixture
def watched(make, tmp_path, monkeypatch):
    """Return a report's folder that is watched, and what was heard of it."""
    monkeypatch.setattr(watching, "LOOK", 100)
    code = tmp_path / "code"
    code.mkdir()
    root = make(
        {"sources/01-a.md": "# A\n", "build/x.md": "x", "sources/data/a.csv": "a\n1\n"}
    )
    heard: queue.Queue[frozenset[str]] = queue.Queue()
    folders = Folders(root, lambda names, _: heard.put(names), code)
    folders.start()
    saved(root / "sources/01-a.md", heard)  # from here on all is listened to
    while not quiet(heard):
        pass
    yield root, heard
    folders.stop()


def saved(path, heard) -> None:
    """Save a file again and again until that is heard."""
    end = time.monotonic() + 4 * SOON
    while time.monotonic() < end:
        path.write_text(f"# {time.monotonic()}\n")
        try:
            if any(path.as_posix().endswith(name) for name in heard.get(timeout=0.2)):
                return
        except queue.Empty:
            continue
    raise AssertionError(path)


def until(heard, *wanted: str) -> set[str]:
    """Return what is heard until all that is wanted was."""
    found: set[str] = set()
    end = time.monotonic() + SOON
    while not found >= set(wanted):
        found |= heard.get(timeout=max(end - time.monotonic(), 0.01))
    return found


def quiet(heard) -> bool:
    """Say whether nothing is heard for a while."""
    try:
        heard.get(timeout=SETTLED)
    except queue.Empty:
        return True
    return False


def test_a_save_is_heard(watched) -> None:
    """A changed chapter, table or setting is named, wherever it is."""
    root, heard = watched
    (root / "sources/01-a.md").write_text("# B\n")
    assert until(heard, "sources/01-a.md") == {"sources/01-a.md"}
    (root / "sources/data/a.csv").write_text("a\n2\n")
    assert until(heard, "sources/data/a.csv") == {"sources/data/a.csv"}
    (root / "report.yml").write_text("title: A\n")
    assert until(heard, "report.yml") == {"report.yml"}


def test_a_save_by_rename_is_heard(watched) -> None:
    """An editor that writes aside and renames is heard, and only the chapter named."""
    root, heard = watched
    aside = root / "sources/4913"
    aside.write_text("# B\n")
    aside.replace(root / "sources/01-a.md")
    (root / "sources/.01-a.md.swp").write_text("x")
    (root / "sources/01-a.md~").write_text("x")
    assert until(heard, "sources/01-a.md") == {"sources/01-a.md"}


@pytest.mark.parametrize("aside", ["4913", "01-a.md.tmp.12", "01-a.new"])
def test_the_file_that_is_renamed_is_not_named(watched, aside) -> None:
    """Whatever an editor calls it: authors know nothing of such a file."""
    root, heard = watched
    path = root / "sources" / aside
    path.write_text("# B\n")
    path.replace(root / "sources/01-a.md")
    assert until(heard, "sources/01-a.md") == {"sources/01-a.md"}


def test_a_burst_is_heard_as_few_calls(watched) -> None:
    """Two hundred files that change at once are told in a handful of calls."""
    root, heard = watched
    names = {f"sources/c{number}.md" for number in range(200)}
    for name in sorted(names):
        (root / name).write_text("# C\n")
    calls = 0
    found: set[str] = set()
    while not found >= names:
        found |= heard.get(timeout=SOON)
        calls += 1
    assert calls <= 10
    assert found == names


def test_what_a_build_writes_is_not_heard(watched) -> None:
    """Files of the build and hidden folders wake nobody."""
    root, heard = watched
    (root / "build/x.md").write_text("y")
    (root / "build/.cache").mkdir()
    (root / "build/.cache/item").write_text("y")
    (root / ".git").mkdir()
    (root / ".git/index").write_text("y")
    assert quiet(heard)


def test_a_new_folder_is_listened_to(watched) -> None:
    """A folder that is made later is watched with what is in it."""
    root, heard = watched
    (root / "figures").mkdir()
    (root / "figures/one.py").write_text("x = 1\n")
    saved(root / "figures/one.py", heard)


def test_a_folder_that_goes_and_comes_back_is_followed(watched) -> None:
    """A report's folder that is deleted and made again is listened to as before."""
    root, heard = watched
    shutil.rmtree(root)
    until_told(heard)
    (root / "sources").mkdir(parents=True)
    (root / "sources/01-a.md").write_text("# B\n")
    saved(root / "sources/01-a.md", heard)


@pytest.mark.parametrize("gone", ["", "sources"])
def test_a_folder_that_comes_back_at_once_is_followed(watched, gone) -> None:
    """A folder that is made again before anybody looked is listened to as before."""
    root, heard = watched
    shutil.rmtree(root / gone)
    (root / "sources").mkdir(parents=True)
    (root / "sources/01-a.md").write_text("# B\n")
    saved(root / "sources/01-a.md", heard)


def until_told(heard) -> None:
    heard.get(timeout=SOON)


def test_a_folder_replaced_by_another_is_followed(watched) -> None:
    """A folder that is swapped for another under its name is the one listened to."""
    root, heard = watched
    other = root.with_name("other")
    shutil.copytree(root, other)
    root.rename(root.with_name("old"))
    other.rename(root)
    saved(root / "sources/01-a.md", heard)


def test_crossfoot_s_own_code_is_watched(make, tmp_path, monkeypatch) -> None:
    """A change of Crossfoot's code is told as one, without a name in the report."""
    monkeypatch.setattr(watching, "LOOK", 100)
    code = tmp_path / "code"
    code.mkdir()
    told: queue.Queue[tuple[frozenset[str], bool]] = queue.Queue()
    folders = Folders(make({"01-a.md": "# A\n"}), lambda *it: told.put(it), code)
    folders.start()
    end = time.monotonic() + 4 * SOON
    heard = (frozenset[str](), False)
    while heard != (frozenset(), True) and time.monotonic() < end:
        (code / "module.py").write_text(f"x = {time.monotonic()}\n")
        heard = told.get(timeout=SOON)
    assert heard == (frozenset(), True)
    folders.stop()


def test_what_the_preview_prints_itself_is_not_heard(watched, monkeypatch) -> None:
    """`crossfoot watch > watch.log` in the report's folder starts no endless round."""
    root, heard = watched
    with (root / "watch.log").open("w") as printed:
        monkeypatch.setattr(watching, "OUTPUTS", (printed.fileno(),))
        while not quiet(heard):
            pass
        for _ in range(3):
            print("First view", file=printed, flush=True)
        assert quiet(heard)
        saved(root / "sources/01-a.md", heard)
