"""Visits by library and year."""

from crossfoot import chart

YEARS = ["2024", "2025"]


def draw(tables, quantities):
    """Return bars for each library, one for each year."""
    return chart.bars(tables["visits"], "library", YEARS, names=YEARS)


def alt(tables, quantities):
    """Return what the chart shows, from its data."""
    visits = tables["visits"]
    return chart.summary("Bars of visits", visits, "library", YEARS, names=YEARS)
