"""The figures' recipes: a data set goes in, the text of `figures/NAME.py` comes out."""

from datasets import Dataset

BARS = """
    places = range(len(districts))
    axes.barh(places, spend)
    axes.set_yticks(places, districts)
    axes.invert_yaxis()
    axes.set_xlabel("Spending, £ million")
"""

COLUMNS = """
    axes.bar(range(len(districts)), spend)
    axes.set_xticks(range(len(districts)), districts, rotation=60, ha="right")
    axes.set_ylabel("Spending, £ million")
"""

DOTS = """
    visits = [float(value) / 1_000 for value in table["visits"]]
    axes.scatter(visits, spend)
    for x, y, district in zip(visits, spend, districts, strict=True):
        axes.annotate(district, (x, y), xytext=(4, 3), textcoords="offset points")
    axes.set_xlabel("Visits, thousand")
    axes.set_ylabel("Spending, £ million")
"""

RECIPE = '''"""Spending on {service} in each district that made a return."""

from matplotlib.figure import Figure


def draw(tables, quantities):
    """Return the chart of `{name}.csv`."""
    table = tables["{name}"]
    figure = Figure(layout="constrained")
    axes = figure.subplots()
    districts = [str(value) for value in table["district"]]
    spend = [float(value) / 1_000_000 for value in table["spend"]]
{chart}    return figure


def alt(tables, quantities):
    """Return what the chart shows, in a sentence."""
    return "Chart of spending on {service} by district; {top} spends most"


def data(tables, quantities):
    """Return what is drawn."""
    return tables["{name}"][["district", "spend", "visits"]]
'''


def recipe(data: Dataset) -> str:
    """Return the recipe of the data set's figure: bars, columns or dots in turn."""
    chart = (BARS, COLUMNS, DOTS)[data.topic.number % 3].lstrip("\n")
    service = data.topic.service
    return RECIPE.format(
        name=data.name, service=service, top=data.top.district, chart=chart
    )
