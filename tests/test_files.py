"""Reading and writing files."""

import json
import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.engines import files
from crossfoot.engines.memory import Memory, remembering
from crossfoot.places import Place


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


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(value=JSON_VALUES)
def test_own_json_is_read_as_json_reads_it(value: Any) -> None:
    """What was written as JSON is read as Python's own reader reads it."""
    text = json.dumps(value)
    assert repr(files.parsed(text)) == repr(json.loads(text))


PRINTED_ALIKE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(-(2**40), 2**40).map(lambda one: round(one, 3))
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(value=PRINTED_ALIKE)
def test_own_json_is_written_as_json_writes_it(value: Any) -> None:
    """What is written as JSON has the bytes that Python's own writer gives it."""
    assert files.dumps(value) == json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


@pytest.mark.parametrize("value", [Decimal(1), date(2020, 1, 2), Place("a", 1), b"a"])
def test_what_json_cannot_say_is_refused(value: object) -> None:
    """A value that has no form in JSON is an error, and gets none of its own."""
    with pytest.raises(TypeError):
        files.dumps(value)


@pytest.mark.parametrize("text", ["[1,", '"\\ud800"', "NaN", "[" * 1200])
def test_what_one_reader_refuses_is_left_to_the_other(text: str) -> None:
    """Damaged or odd JSON has the value or the error that Python's reader has."""

    def outcome(read: Callable[[str], Any]) -> str:
        try:
            return repr(read(text))
        except (ValueError, RecursionError) as problem:
            return f"{type(problem)} {problem}"

    assert outcome(files.parsed) == outcome(json.loads)
