"""Charts for recipes: a table and the names of its columns in, a figure out.

A recipe is a few lines with these: `return chart.bars(tables["visits"], "library",
"2025")`. Names and numbers stand at the marks themselves, numbers as the text writes
them, and nothing is told by colour alone.
"""

from crossfoot.chart.bars import bars, waterfall
from crossfoot.chart.lines import lines, slope
from crossfoot.chart.panels import multiples
from crossfoot.chart.points import dots, histogram
from crossfoot.chart.shares import share
from crossfoot.chart.times import span, timeline
from crossfoot.chart.words import number, summary

__all__ = [
    "bars",
    "dots",
    "histogram",
    "lines",
    "multiples",
    "number",
    "share",
    "slope",
    "span",
    "summary",
    "timeline",
    "waterfall",
]
