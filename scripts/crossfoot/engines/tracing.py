"""Tracing: which line of a recipe made an artist."""

import sys
from types import FrameType
from typing import Any

ATTRIBUTE = "_crossfoot_line"


class Tracer:
    """Notes at each artist which line of the recipe was at work."""

    def __init__(self) -> None:
        self.path = ""
        """The recipe that is at work, as it was compiled."""

    def install(self) -> None:
        """Let matplotlib note the lines.

        There is no hook for it: artists are made in a hundred places, but each of
        them is initialised by one method.
        """
        from matplotlib.artist import Artist

        original = Artist.__init__

        def initialise(one: Any) -> None:
            original(one)
            setattr(one, ATTRIBUTE, self.line())

        Artist.__init__ = initialise  # type: ignore[assignment,method-assign]

    def line(self) -> int:
        """Return the innermost line of the recipe that is running, 0 without one."""
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  as `inspect` does
        while frame:
            if frame.f_code.co_filename == self.path:
                return frame.f_lineno
            frame = frame.f_back
        return 0


def line_of(artist: Any) -> int:
    """Return the line that made an artist, 1 when it is not known."""
    return int(getattr(artist, ATTRIBUTE, 0)) or 1
