"""Visits by library and year."""

from matplotlib.figure import Figure


def draw(tables, quantities):
    """Return bars for each library, one for each year."""
    visits = tables["visits"]
    figure = Figure()
    axes = figure.subplots()
    places = range(len(visits))
    axes.barh([p + 0.2 for p in places], visits["2024"], 0.36, label="2024")
    axes.barh([p - 0.2 for p in places], visits["2025"], 0.36, label="2025", hatch="//")
    axes.set_yticks(list(places), visits["library"])
    axes.set_xlabel("Visits")
    axes.legend()
    return figure


def alt(tables, quantities):
    """Return what the chart shows, from its data."""
    visits = tables["visits"].sort_values("2025", ascending=False)
    first, last = visits.iloc[0], visits.iloc[-1]
    return (
        f"Bars of visits in 2024 and 2025. {first['library']} has the most in 2025,"
        f" {first['2025']:,}, and {last['library']} the fewest, {last['2025']:,}."
    )
