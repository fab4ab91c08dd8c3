"""Formulas: a definition in, in words how it makes its value out."""

from crossfoot.data.definition import Condition, Definition
from crossfoot.findings import listed

WORDS = {
    "max": "greatest",
    "mean": "mean",
    "median": "median",
    "min": "least",
    "sum": "sum",
}


def formula(definition: Definition) -> str:
    """Return in words how a definition makes its value."""
    one = definition
    columns = listed(one.columns)
    if one.operation == "count":
        what = "number of rows"
    elif one.operation == "distinct":
        what = f"number of different values of {columns}"
    elif one.operation == "cell":
        what = columns
    elif one.operation == "rank":
        what = f"rank by {columns}, the {'least' if one.least else 'greatest'} first,"
    else:
        what = f"{WORDS[one.operation]} of {_share(one)}{columns}"
        what += f", weighted by {one.weights}," if one.weights else ""
    where = conditions(one)
    return f"{what} in {one.table}" + (f" where {where}" if where else "")


def conditions(definition: Definition) -> str:
    """Return in words which records a definition is about."""
    return listed(_condition(condition) for condition in definition.where)


def _share(definition: Definition) -> str:
    if not definition.most:
        return ""
    end = "greatest" if definition.most > 0 else "least"
    number = abs(definition.most)
    return f"the {end} cell of " if number == 1 else f"the {number} {end} cells of "


def _condition(condition: Condition) -> str:
    parts = []
    if condition.only is not None:
        parts.append(f"is {_named(condition.only)}")
    if condition.end:
        parts.append(f"is the {condition.end}")
    for sign, limit in (
        ("at least", condition.minimum),
        ("more than", condition.above),
        ("at most", condition.maximum),
        ("less than", condition.below),
    ):
        if limit is not None:
            parts.append(f"is {sign} {limit}")
    if condition.without:
        parts.append(f"is not {_named(condition.without)}")
    return f"{condition.column} {listed(parts)}"


def _named(texts: tuple[str | None, ...]) -> str:
    return listed(("nothing" if one is None else one for one in texts), "or")
