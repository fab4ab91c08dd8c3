"""A resident process: what it takes in, what it keeps and what it leaves alone."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from conftest import Make

from crossfoot.engines.resident import Resident
from crossfoot.engines.resident import process as engine
from crossfoot.engines.typst import Press

PLAIN = {"sources/01-a.md": "# A\n\nThe river.\n", "sources/02-b.md": "# B\n\nHills.\n"}


@pytest.fixture
def root(make: Make) -> Path:
    """Return a report of two short chapters."""
    return make(PLAIN)


@pytest.fixture
def resident(root: Path) -> Iterator[Resident]:
    """Return a resident process of it."""
    one = Resident(root)
    yield one
    one.close()


def write(root: Path, name: str, text: str) -> None:
    """Write a file of a report."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_each_change_is_a_turn_of_its_own(root: Path, resident: Resident) -> None:
    """A change counts on and is named; without one the turn is the same."""
    first = resident.page()
    assert (first.number, first.changed, first.trouble) == (1, (), "")
    assert resident.page() is first
    write(root, "sources/01-a.md", "# A\n\nThe bridge.\n")
    second = resident.page()
    assert (second.number, second.changed) == (2, ("a",))
    assert b"The bridge" in (second.page or b"")


def test_nothing_is_written_beside_its_own_folder(
    root: Path, resident: Resident
) -> None:
    """All that it writes is in `build/.watch`; the report is as it was."""
    resident.page()
    resident.paper()
    files = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    assert {name for name in files if not name.startswith("build/.watch")} == {
        *("build", "sources", *PLAIN)
    }


def test_two_processes_never_share_a_folder(root: Path, resident: Resident) -> None:
    """A second process for the same report writes to a folder of its own."""
    other = Resident(root)
    assert other.folder.path != resident.folder.path
    assert other.page().page == resident.page().page
    other.close()
    assert not other.folder.path.exists()


def test_a_broken_file_leaves_the_last_page(root: Path, resident: Resident) -> None:
    """What cannot be built is one line of trouble; the next good state is built."""
    good = resident.page().page
    write(root, "sources/report.yml", "title: [half\n")
    broken = resident.page()
    assert broken.page is None
    assert broken.trouble.startswith("sources/report.yml:")
    assert "Traceback" not in broken.trouble
    (root / "sources/report.yml").unlink()
    assert resident.page().page == good


def test_a_report_without_chapters_is_trouble(root: Path, resident: Resident) -> None:
    """When all chapters are gone it says so, and builds again when one is back."""
    resident.page()
    for name in PLAIN:
        (root / name).unlink()
    assert "holds no chapter" in resident.page().trouble
    write(root, "sources/01-a.md", "# A\n\nBack.\n")
    assert b"Back." in (resident.page().page or b"")


def test_a_failing_stage_is_told_in_one_line(
    root: Path, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours ends neither the process nor the page that is shown."""
    resident.page()

    def fail(*_: object) -> int:
        raise ValueError("no\nsuch thing")

    with monkeypatch.context() as patched:
        patched.setattr(engine, "run", fail)
        write(root, "sources/01-a.md", "# A\n\nOther.\n")
        assert resident.page().trouble == (
            "Stage read stopped: ValueError: no such thing"
        )
    write(root, "sources/01-a.md", "# A\n\nOther words.\n")
    assert b"Other words" in (resident.page().page or b"")


def test_chapters_come_go_and_change_their_names(
    root: Path, resident: Resident
) -> None:
    """New, renamed and deleted chapters are taken in, many at a time as well."""
    resident.page()
    for number in range(10, 40):
        write(root, f"sources/{number}-more.md", f"# More {number}\n\nWords.\n")
    (root / "sources/02-b.md").rename(root / "sources/50-last.md")
    page = resident.page().page or b""
    assert page.index(b"More 39") < page.index(b"Hills.")
    for number in range(10, 40):
        (root / f"sources/{number}-more.md").unlink()
    assert b"More" not in (resident.page().page or b"")


def test_bytes_count_and_not_what_the_system_says(
    root: Path, resident: Resident
) -> None:
    """Another text of the same size and time is seen at once; a touched file is not."""
    resident.page()
    path = root / "sources/01-a.md"
    told = path.stat()
    write(root, "sources/01-a.md", "# A\n\nThe tower.\n")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    turn = resident.page()
    assert turn.number == 2
    path.touch()
    assert resident.page() is turn
    assert resident.page(fully=True) is turn


def test_a_build_folder_taken_away_is_made_again(
    root: Path, resident: Resident
) -> None:
    """Whoever deletes `build/` while it runs loses time and nothing else."""
    import shutil

    page = resident.page().page
    shutil.rmtree(root / "build")
    write(root, "sources/01-a.md", "# A\n\nThe river!\n")
    resident.page()
    write(root, "sources/01-a.md", PLAIN["sources/01-a.md"])
    assert resident.page().page == page
    assert (resident.paper().paper or b"").startswith(b"%PDF")


def test_it_says_when_its_own_code_changed(resident: Resident, tmp_path: Path) -> None:
    """A change of Crossfoot's files asks for a restart, and goes on asking."""
    assert not resident.stale()
    resident.code.root = tmp_path
    assert resident.stale()
    assert resident.stale()


def test_a_page_does_not_wait_for_the_paper(
    root: Path, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While Typst makes a PDF the next page is made; the PDF is that of its page."""
    first, begun, go_on = resident.page(), Event(), Event()
    known = resident.paper()

    def slowly(press: Press, timestamp: int, *more: Iterable[str]) -> bytes:
        begun.set()
        assert go_on.wait(20)
        return whole(press, timestamp, *more)

    whole = Press.print
    monkeypatch.setattr(Press, "print", slowly)
    with ThreadPoolExecutor(1) as pool:
        paper = pool.submit(resident.paper)
        assert begun.wait(20)
        write(root, "sources/01-a.md", "# A\n\nAnother river.\n")
        assert resident.page().number == first.number + 1
        go_on.set()
        printed = paper.result()
    assert (printed.number, printed.paper) == (first.number, known.paper)


def test_paper_is_made_before_its_page_is_there(root: Path, resident: Resident) -> None:
    """What is laid out can be printed at once; the PDF waits for its page's turn."""
    resident.page()
    papers = []
    with ThreadPoolExecutor(1) as pool:
        write(root, "sources/01-a.md", "# A\n\nThe bridge.\n")
        turn = resident.page(begun=lambda: papers.append(pool.submit(resident.paper)))
        (paper,) = papers
        assert paper.result().number == turn.number
        assert paper.result().paper == resident.paper().paper


def test_a_page_that_fails_leaves_the_last_paper(
    root: Path, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A PDF begun for a page that came to nothing is not shown; the last one stands."""
    resident.page()
    known = resident.paper().paper

    def fail(_: object) -> None:
        raise ValueError("no such thing")

    papers = []
    with ThreadPoolExecutor(1) as pool, monkeypatch.context() as patched:
        patched.setattr(engine.typeset.Laid, "screen", fail)
        write(root, "sources/01-a.md", "# A\n\nThe bridge.\n")
        turn = resident.page(begun=lambda: papers.append(pool.submit(resident.paper)))
        told = "Stage typeset stopped: ValueError: no such thing"
        assert (turn.trouble, papers[0].result().trouble) == (told, told)
    assert papers[0].result().paper is None
    write(root, "sources/01-a.md", PLAIN["sources/01-a.md"])
    assert resident.paper().paper == known


def test_a_full_disk_is_told_in_plain_words(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says of a file is told without the name of its class."""

    def fail(*_: object) -> int:
        raise OSError(28, "No space left on device", "/disk/a.json")

    monkeypatch.setattr(engine, "run", fail)
    assert resident.page().trouble == (
        "Stage read stopped: No space left on device: /disk/a.json"
    )


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (engine.ROOMY + 1, ["given back", "let go", "given back", "given back"]),
        (engine.ROOMY, ["let go"]),
    ],
)
def test_what_a_paper_was_made_with_is_looked_through_once(
    resident: Resident, monkeypatch: pytest.MonkeyPatch, held: int, told: list[str]
) -> None:
    """A rest gives memory back that is much; what the next PDF will need stays."""
    seen: list[str] = []
    monkeypatch.setattr(engine, "held_now", lambda: held)
    monkeypatch.setattr(engine, "give_back", lambda: seen.append("given back"))
    monkeypatch.setattr(Press, "let_go", lambda _: seen.append("let go"))
    resident.page()
    resident.rest()
    resident.paper()
    resident.rest()
    resident.rest()
    assert seen == told
