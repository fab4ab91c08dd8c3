"""Reading and writing files."""

import os
from pathlib import Path

import pytest

from crossfoot.engines import files
from crossfoot.engines.memory import Memory, remembering


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that breaks off leaves the old content and no scrap."""
    path = tmp_path / "a.json"
    files.write(path, "old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        files.write(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_json_is_the_same_whatever_the_order_of_keys(tmp_path: Path) -> None:
    """Keys are sorted and text stays text."""
    files.write_json(tmp_path / "a", {"b": "£", "a": 1})
    assert (tmp_path / "a").read_bytes() == '{"a":1,"b":"£"}\n'.encode()


def test_decode_keeps_what_it_can() -> None:
    """A byte order mark goes, a wrong byte stays visible and is returned."""
    assert files.decode(b"\xef\xbb\xbf\xc2\xa31") == ("£1", None)
    assert files.decode(b"a\xffb") == ("a\ufffdb", b"\xff")


def test_prune_deletes_what_is_not_kept(tmp_path: Path) -> None:
    """Files without a source go, folders and kept files stay."""
    for name in ("a", "b"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    assert files.prune(tmp_path, [tmp_path / "a"]) == ["b"]
    assert sorted(os.listdir(tmp_path)) == ["a", "folder"]
    assert files.prune(tmp_path / "none", []) == []


def test_a_kept_file_that_somebody_deleted_is_written_again(tmp_path: Path) -> None:
    """That its bytes are kept does not mean that it is still there."""
    path = tmp_path / "a"
    with remembering(Memory(tmp_path)):
        files.write(path, "same")
        path.unlink()
        files.write(path, "same")
    assert path.read_text() == "same"


def test_new_files_follow_the_umask(tmp_path: Path) -> None:
    """What a build makes is as readable as any other new file."""
    files.write(tmp_path / "a", "x")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
