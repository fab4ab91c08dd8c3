"""Memory: work that makes very many small values, without looking for cycles in them.

Python's collector looks through all of them again and again while they grow; on a
report of a million words that was four fifths of the time. They hold no cycles, so
counting references is enough to free them.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector of cycles from running inside the `with` block."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
