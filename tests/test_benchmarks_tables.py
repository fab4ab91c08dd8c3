"""The benchmark of totals: its tables are the same each time, true, and measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

TABLES = Path(__file__).parent.parent / "benchmarks" / "tables"


def run(name: str, *options: object, hash_seed: str = "1") -> None:
    """Run a script of the benchmark."""
    command = [sys.executable, str(TABLES / name), *map(str, options)]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    subprocess.run(command, check=True, env=environment, capture_output=True)


def files(root: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(root.iterdir())}


def test_the_same_seed_gives_the_same_tables(tmp_path: Path) -> None:
    """Two runs give the same bytes under any hash seed; another seed does not."""
    for folder, seed, hashed in (("a", 7, "1"), ("b", 7, "2"), ("c", 8, "1")):
        options = (tmp_path / folder, "--tables", 30, "--seed", seed)
        run("corpus.py", *options, hash_seed=hashed)
    one, two, other = (files(tmp_path / folder) for folder in "abc")
    assert one == two
    assert one != other


def test_true_tables_are_not_flagged_and_declared_slips_are_found(
    tmp_path: Path,
) -> None:
    """No alarm on a true table; nine slips of ten are found, and all where declared."""
    out = tmp_path / "score.json"
    run("measure.py", "--tables", 40, "--each", 1, "--json", out)
    score = json.loads(out.read_text("utf-8"))
    found, made = sum(score["found"].values()), sum(score["slips"].values())
    assert score["flagged"] == []
    assert made > 150
    assert found >= 0.9 * made
    assert score["strictly"] == score["strict"]
