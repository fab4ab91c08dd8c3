"""The sample report, built in other surroundings: every output has the same bytes."""

import os
import shutil
from pathlib import Path

import pytest
from surroundings import BY_NAME, COVER, REPO, CannotVaryError, Setting
from varied import build, differing, differing_paths, made, scratch_folder, table


@pytest.fixture(scope="module")
def plain():
    """Give a folder with the sample as it is built in plain surroundings."""
    top = scratch_folder()
    setting = Setting(top / "plain")
    build(REPO, setting, ())
    yield setting.root
    shutil.rmtree(top)


@pytest.mark.parametrize("names", COVER, ids=["one", "other"])
def test_nothing_shows_where_and_when_a_report_is_built(
    names: tuple[str, ...], plain: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All outputs are the same bytes, whoever builds them, where and a year later."""
    setting = Setting(plain.parent.parent / f"{names[0]}")
    setting.base.mkdir()
    varied, left = [], {}
    for name in names:
        try:
            BY_NAME[name].apply(setting)
            varied.append(name)
        except CannotVaryError as problem:
            left[name] = f"not varied: {problem}"
    build(REPO, setting, ())
    found = differing(made(plain), made(setting.root))
    with capsys.disabled():
        print(f"\n{table(dict.fromkeys(varied, found) | left)}")  # noqa: T201 - CI shows the matrix
    assert differing_paths(found) == []
    # Where nothing may be left out, what cannot be varied is a failure.
    assert not (left and os.environ.get("CI")), left


def test_two_builds_vary_all() -> None:
    """Each variation is in one of the builds; two locales cannot be in one."""
    covered = sorted([*COVER[0], *COVER[1], "locale C"])
    assert covered == sorted(BY_NAME)
