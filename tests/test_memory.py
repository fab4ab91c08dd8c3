"""Memory: the collector of cycles rests while a report is put together."""

import gc

import pytest

from crossfoot.engines.memory import uncollected


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
