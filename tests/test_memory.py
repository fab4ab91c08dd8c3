"""Memory: the collector of cycles rests while a report is put together."""

import gc
from pathlib import Path

import pytest

from crossfoot.engines.memory import Memory, epoch, remembering, uncollected


def test_the_collector_rests_and_goes_on_afterwards() -> None:
    """It runs again after the block, also when that fails."""
    seen: list[bool] = []

    def work() -> None:
        with uncollected():
            seen.append(gc.isenabled())
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        work()
    assert [*seen, gc.isenabled()] == [False, True]


def test_a_collector_that_was_off_stays_off() -> None:
    """A caller's own choice is kept."""
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_no_epoch_comes_again() -> None:
    """A value that was let go and comes back has a number that no other one had."""
    memory = Memory(Path("build"))
    with remembering(memory):
        first = epoch("book", "one")
        assert epoch("book", "one") == first
        memory.turn()
        memory.turn()
        assert epoch("book", "two") > first
