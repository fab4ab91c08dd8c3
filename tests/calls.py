"""Calls: work in, how many functions it calls out; what grows is told without a clock."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from crossfoot.engines.memory import uncollected


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions that some work takes."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        del frame, argument
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    # The collector's callbacks are calls too, and come when they like.
    with uncollected():
        sys.setprofile(note)
        try:
            work()
        finally:
            sys.setprofile(before)
    return count
