"""The item cache."""

from pathlib import Path

from crossfoot.engines.cache import Cache, key
from crossfoot.site import Site


def cache(root: Path, code: str = "c1") -> Cache:
    return Cache(Site.at(root), "read", code)


def test_an_item_is_made_once(tmp_path: Path) -> None:
    """The same inputs and code give the kept item; other code makes it anew."""
    assert cache(tmp_path).item(lambda: b"made", "a.md", b"x") == (b"made", True)
    assert cache(tmp_path).item(lambda: b"new", "a.md", b"x") == (b"made", False)
    assert cache(tmp_path, "c2").item(lambda: b"new", "a.md", b"x") == (b"new", True)


def test_a_damaged_item_is_made_again(tmp_path: Path) -> None:
    """A cut-off or altered entry counts as none."""
    store = cache(tmp_path)
    store.item(lambda: b"made", "a")
    entry = store.folder / store.address("a")
    for damaged in (b"", entry.read_bytes()[:-1], entry.read_bytes() + b"!"):
        entry.write_bytes(damaged)
        assert cache(tmp_path).item(lambda: b"again", "a") == (b"again", True)


def test_parts_do_not_run_together() -> None:
    """Where one part ends and the next begins makes a difference."""
    assert key(["ab", "c"]) != key(["a", "bc"])


def test_sweep_keeps_what_this_run_used(tmp_path: Path) -> None:
    """Items that no run asks for any more are deleted."""
    first = cache(tmp_path)
    first.item(lambda: b"1", "old")
    first.item(lambda: b"2", "kept")
    second = cache(tmp_path)
    second.item(lambda: b"2", "kept")
    second.sweep()
    assert [path.name for path in second.folder.iterdir()] == [second.address("kept")]
