"""Legible: a drawn matplotlib figure in, what readers will not be able to read out.

What is looked at are the figure's own artists, after it was drawn. A check is silent
where a chart may be meant as it is.
"""

from crossfoot.legible.axes import titles, zeros
from crossfoot.legible.fault import Fault, Sheet, sheet
from crossfoot.legible.marks import alike, crowds, neighbours, pale
from crossfoot.legible.texts import clipped, faint, overlaps, small

CHECKS = (
    *(small, faint, pale, neighbours, titles),
    *(zeros, alike, overlaps, clipped, crowds),
)

__all__ = ["CHECKS", "Fault", "Sheet", "faults", "sheet"]


def faults(page: Sheet) -> list[Fault]:
    """Return what is hard to read in a figure, by code."""
    found = [fault for check in CHECKS for fault in check(page)]
    return sorted(found, key=lambda one: (one.code, one.message))
