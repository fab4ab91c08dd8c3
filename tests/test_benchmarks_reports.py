"""The reports in which slips are planted are right, and so is each slip."""

import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent / "benchmarks" / "reports"
SPEC = importlib.util.spec_from_file_location("reports_measure", HERE / "measure.py")
assert SPEC
assert SPEC.loader
measure = importlib.util.module_from_spec(SPEC)
sys.modules["reports_measure"] = measure
SPEC.loader.exec_module(measure)

REPORTS = sorted(path.parent for path in HERE.glob("*/slips.csv"))


@pytest.mark.parametrize("folder", REPORTS, ids=lambda one: one.name)
def test_nothing_is_told_of_a_right_report(folder: Path) -> None:
    """Each number of the reports is right, and none is told of."""
    assert measure.told(folder) == set()


@pytest.mark.parametrize("folder", REPORTS, ids=lambda one: one.name)
def test_each_slip_is_planted_in_one_place(folder: Path) -> None:
    """What a slip changes stands in its chapter once, and becomes something else."""
    for slip in measure.slips(folder):
        text = (folder / "sources" / slip.chapter).read_text("utf-8")
        assert (text.count(slip.right), slip.right != slip.wrong) == (1, True), slip


def test_a_slip_is_told(tmp_path: Path) -> None:
    """A figure exchanged in a summary adds one finding to what is told."""
    found = measure.results(HERE / "charity", tmp_path)
    slip, messages = next(found)
    assert (slip.right, slip.wrong) == ("worked with 4,812", "worked with 4,821")
    assert [one.code for one in messages] == ["NUM10"]
