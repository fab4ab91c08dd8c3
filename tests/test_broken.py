"""Broken reports: whatever is done to a file, an author gets words and no traceback."""

import os
import random
import shutil
from pathlib import Path

import pytest
from building import build, crossfoot

import broken
from crossfoot import cli
from crossfoot.engines.belt import CHECKS
from crossfoot.engines.damage import damaged

SEEDS = range(3000, 3295)
"""Of reports without a figure, whose drawing takes most of the time of a check."""
DRAWN = range(12, 17)
"""Of reports with one, and its recipe among what may be broken."""
AFTER = ("data", "figures", "repeats", "structure", "numbers", "assemble", "findings")
"""Stages that read what others made."""


def stages(root: Path, names: tuple[str, ...], capsys, monkeypatch) -> str:
    """Run stages on a report and return what they print; none fails unforeseen."""
    monkeypatch.chdir(root)
    told = ""
    for name in names:
        code = cli.main(["stage", name])
        out, err = capsys.readouterr()
        told += out + err
        assert code in {0, 1, 2}, told
        if code == 2:
            break
    return told


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report without a figure, whose stages have run."""
    root = broken.whole(tmp_path_factory.mktemp("plain") / "report", drawn=False)
    decided = ["repeats", str(root), "--baseline", "--because", "meant"]
    signed = ["numbers", str(root), "--sign", "Ada", "--date", "2026-11-26"]
    assert cli.main(decided) == 0
    assert cli.main([*signed, "--because", "read"]) == 0
    before = Path.cwd()
    os.chdir(root)
    for name in CHECKS:
        assert cli.main(["stage", name]) == 0
    os.chdir(before)
    return root


def broken_copy(root: Path, to: Path, seed: int) -> broken.Fault:
    shutil.copytree(root, to)
    return broken.breaks(to, seed)


def test_300_broken_reports_show_no_traceback(
    plain: Path, tmp_path: Path, capsys, monkeypatch
) -> None:
    """Each has its findings, or a line that names what cannot be read."""
    for seed in SEEDS:
        root = tmp_path / str(seed)
        fault = broken_copy(plain, root, seed)
        if not root.is_dir():
            continue
        told = stages(root, CHECKS, capsys, monkeypatch)
        assert "Traceback" not in told, (seed, fault, told)
        assert "Errno" not in told, (seed, fault, told)
        monkeypatch.chdir(tmp_path)
        shutil.rmtree(root)


@pytest.mark.parametrize("seed", DRAWN)
def test_a_broken_report_with_a_figure_is_checked(
    tmp_path: Path, seed: int, capsys
) -> None:
    """What a recipe does stays in a process of its own, and its line is named."""
    root = broken.whole(tmp_path / "report")
    fault = broken.breaks(root, seed)
    code = cli.main(["check", str(root)])
    told = "".join(capsys.readouterr())
    assert code in {0, 1, 2}, (fault, told)
    assert "Traceback" not in told, (fault, told)


def test_broken_reports_build_or_say_why_not(plain: Path, tmp_path: Path) -> None:
    """A whole build of a broken report ends in words as well."""
    for seed in (3007,):
        root = tmp_path / str(seed)
        fault = broken_copy(plain, root, seed)
        shutil.rmtree(root / "build", ignore_errors=True)
        run = build(root)
        assert run.code in {0, 1}, (fault, run.out)
        assert "Traceback" not in run.out, (fault, run.out)


def test_damage_in_the_build_folder_is_named(
    plain: Path, tmp_path: Path, capsys, monkeypatch
) -> None:
    """Where what a stage reads is not what another wrote, the file is named."""
    shutil.copytree(plain, root := tmp_path / "report")
    assert damaged(root / "build") == ""
    (root / "build/chapters/02-two.json").write_bytes(b'{"blocks": 3}')
    told = stages_of(root, "numbers", capsys, monkeypatch)
    assert told == (
        "numbers: build/chapters/02-two.json is damaged."
        " Delete the build folder and build again\n"
    )


def stages_of(root: Path, name: str, capsys, monkeypatch) -> str:
    monkeypatch.chdir(root)
    assert cli.main(["stage", name]) == cli.FAULT
    return "".join(capsys.readouterr())


def test_a_damaged_build_shows_no_traceback(
    plain: Path, tmp_path: Path, capsys, monkeypatch
) -> None:
    """Any stage after the damage ends in a line."""
    for seed in range(40):
        shutil.copytree(plain, root := tmp_path / str(seed))
        choose = random.Random(seed)  # noqa: S311 - a seeded choice is what is wanted
        made = sorted(
            p for p in root.glob("build/**/*.json") if ".cache" not in p.parts
        )
        path = made[seed % len(made)]
        changes = [one for one in broken.SOME[".json"] if one.__name__ != "_deep_json"]
        choose.choice(changes)(choose, path)
        monkeypatch.chdir(root)
        for name in choose.sample(AFTER, 2):
            code = cli.main(["stage", name])
            told = "".join(capsys.readouterr())
            said = told.count("\n") == 1 or code != cli.FAULT
            assert said, (seed, path, told)
            assert "Traceback" not in told
        monkeypatch.chdir(tmp_path)
        shutil.rmtree(root)


def test_a_build_with_odd_names_says_what_is_odd(tmp_path: Path) -> None:
    """Names with line breaks, marks and signs are built or named."""
    root = broken.whole(tmp_path / "report", drawn=False)
    for name in ("a\nb", "-c", "\u202e", "#?&%", "*"):
        (root / f"sources/{name}.md").write_text("# Odd\n\nText.\n", encoding="utf-8")
    run = crossfoot("check", str(root), cwd=tmp_path)
    assert run.code in {0, 1}
    assert "Traceback" not in run.out
