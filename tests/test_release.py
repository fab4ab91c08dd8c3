"""The release's manifest and checksums."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.engines.files import sha256
from crossfoot.release import differences, manifest, read_sums, sums

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


@given(st.dictionaries(NAMES, st.sampled_from(["0" * 64, "f" * 64])))
def test_checksums_give_the_same_hashes_back(hashes: dict[str, str]) -> None:
    """Any file name survives SHA256SUMS."""
    assert read_sums(sums(hashes)) == hashes


def test_sha256sum_reads_the_checksums(tmp_path: Path) -> None:
    """GNU sha256sum accepts what we write, odd names included."""
    if not shutil.which("sha256sum"):
        pytest.skip("no sha256sum on this machine")
    names = ["a b.pdf", "back\\slash", "é.csv"]
    for name in names:
        (tmp_path / name).write_text(name)
    text = sums({name: sha256(name.encode()) for name in names})
    (tmp_path / "SHA256SUMS").write_text(text)
    done = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, check=False
    )
    assert done.returncode == 0


def test_every_difference_is_named() -> None:
    """A missing, a changed and an unlisted file are told apart."""
    assert differences(
        {"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}
    ) == [
        ("b", "b has changed since the release was made"),
        ("c", "c is missing"),
        ("d", "d is not listed in SHA256SUMS"),
    ]


def test_manifest_does_not_depend_on_order() -> None:
    """The same content gives the same manifest."""
    record, first, second = {"title": "T"}, {"a": "1", "b": "2"}, {"b": "2", "a": "1"}
    one = manifest(record, first, {}, {"typst": "1", "a": "2"}, {})
    two = manifest(record, second, {}, {"a": "2", "typst": "1"}, {})
    assert one == two
