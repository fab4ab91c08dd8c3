"""Resident: a report's folder in, its page and paper after every change out.

One process keeps what the stages know, and runs the same stages as a build does.
What it makes stands in a build folder of its own, so that a build may run at the
same time.
"""

from crossfoot.engines.resident.process import Resident
from crossfoot.engines.resident.turn import Turn

__all__ = ["Resident", "Turn"]
