"""What counts as a change of a report's files."""

from pathlib import Path

from conftest import Make

from crossfoot.engines.resident.changes import Changes


def look(root: Path) -> Changes:
    """Return the files of a folder, seen once."""
    changes = Changes(root)
    changes.look()
    return changes


def test_new_other_and_gone_files_are_named(make: Make) -> None:
    """Each file that came, went or holds other bytes is named once."""
    root = make({"a.md": "a", "data/b.csv": "b", "c.md": "c"})
    changes = look(root)
    (root / "a.md").write_text("other")
    (root / "data/b.csv").unlink()
    (root / "d.md").write_text("d")
    assert changes.look() == {"a.md", "data/b.csv", "d.md"}
    assert changes.look() == frozenset()


def test_builds_and_hidden_folders_are_left_out(make: Make) -> None:
    """What is made, hidden or not an author's is no change, wherever it comes from."""
    root = make({"a.md": "a"})
    changes = look(root)
    for name in ("build/x", ".git/x", "figures/__pycache__/x", ".a.md.swp"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")
    assert changes.look() == frozenset()
    (root / "images/build").mkdir(parents=True)
    (root / "images/build/x.png").write_text("x")
    assert changes.look() == {"images/build/x.png"}


def test_a_link_that_leads_back_ends(make: Make) -> None:
    """A folder that is linked into itself is looked through once."""
    root = make({"sources/a.md": "a"})
    (root / "sources/again").symlink_to(root / "sources", target_is_directory=True)
    assert set(look(root).files) == {"sources/a.md"}


def test_a_full_look_believes_no_marks(make: Make) -> None:
    """Where even the system's marks are the same, a full look reads the bytes."""
    root = make({"a.md": "a"})
    changes = look(root)
    seen = changes.files["a.md"]
    (root / "a.md").write_text("b")
    told = (root / "a.md").stat()
    times = told.st_mtime_ns, told.st_ctime_ns
    seen.marks, seen.settled = (told.st_ino, told.st_size, *times), True
    assert changes.look() == frozenset()
    assert changes.look(fully=True) == {"a.md"}
