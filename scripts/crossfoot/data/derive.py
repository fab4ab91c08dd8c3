"""Quantities made of others: a definition and its parts in, value and unit out."""

from collections.abc import Sequence
from decimal import Decimal

from crossfoot.data.definition import PARTNERS, Definition
from crossfoot.data.quantity import DIGITS, WIDE, Quantity, add, divide, subtract
from crossfoot.findings import Finding, listed

PURE = ("count", "ratio")
"""Units that say nothing of their own in a product."""
Derived = tuple[Decimal | None, str | None, list[Finding]]


def derive(definition: Definition, parts: Sequence[Quantity]) -> Derived:
    """Return the exact value and its unit, or None with a finding (DAT11)."""
    findings: list[Finding] = []
    value = _value(definition, parts, findings)
    unit = None if value is None else _unit(definition, parts, findings)
    return value, unit, findings


def _value(
    definition: Definition, parts: Sequence[Quantity], findings: list[Finding]
) -> Decimal | None:
    operation = definition.operation
    first, second = parts[0].value, parts[-1].value
    if operation == "total":
        out = Decimal(0)
        for one in parts:
            out = add(out, one.value)
        return out
    if operation == "difference":
        return subtract(first, second)
    if operation == "product":
        cent = sum(one.unit == "%" for one in parts)
        product = WIDE.multiply(first, second).scaleb(-2 * min(cent, 1), WIDE)
        return WIDE.normalize(product)
    if not second:
        _fault(definition, f"{parts[-1].key} is 0", findings)
        return None
    if operation == "ratio":
        return divide(first, second, int(definition.number or 1))
    if operation == "share":
        return divide(first, abs(second), 100)
    if definition.number is None:
        return divide(subtract(first, second), abs(second), 100)
    return _growth(definition, parts, findings)


def _growth(
    definition: Definition, parts: Sequence[Quantity], findings: list[Finding]
) -> Decimal | None:
    """Return the even growth of each period, in per cent, to 50 digits."""
    new, old = parts[0].value, parts[-1].value
    if new <= 0 or old <= 0:
        low = next(one for one in parts if one.value <= 0)
        _fault(definition, f"{low.key} is not above 0", findings)
        return None
    periods = int(definition.number or 1)
    above, below = (value.as_integer_ratio() for value in (new, old))
    root = _root(above[0] * below[1], above[1] * below[0], periods)
    return divide(subtract(root, Decimal(1)), Decimal(1), 100)


def _root(above: int, below: int, degree: int) -> Decimal:
    """Return the root of a fraction, cut after as many decimals as a quotient has."""
    scaled = above * 10 ** (DIGITS * degree) // below
    root = 1 << (scaled.bit_length() // degree + 1)
    while True:
        lower = ((degree - 1) * root + scaled // root ** (degree - 1)) // degree
        if lower >= root:
            return Decimal(root).scaleb(-DIGITS, WIDE)
        root = lower


def _fault(definition: Definition, what: str, findings: list[Finding]) -> None:
    message = f"{definition.key} cannot be computed: {what}"
    place = definition.at(PARTNERS[definition.operation])
    advice = "Divide by another quantity, or take this one out"
    findings.append(Finding("DAT11", message, place, help=advice))


def _unit(
    definition: Definition, parts: Sequence[Quantity], findings: list[Finding]
) -> str | None:
    """Return the unit, or None with a finding when units do not go together."""
    operation = definition.operation
    first = parts[0].unit
    same = all(one.unit == first for one in parts)
    if operation == "ratio":
        return definition.unit or ("ratio" if same and not definition.number else first)
    natural = _product(parts, definition) if operation == "product" else None
    if natural is None and (operation == "product" or not same):
        other = next((one for one in parts if one.unit != first), parts[-1])
        many = "the same unit in all" if len(parts) > 2 else "one unit"
        _add_odd(definition, parts[0], other, many, findings)
        return None
    natural = natural or _natural(operation, first)
    if definition.unit in {None, natural}:
        return natural
    findings.append(
        Finding(
            "DAT11",
            f"{definition.key} is in {natural}; its entry says {definition.unit}",
            definition.at("unit"),
            help=f"Write unit: {natural}, or leave it out",
            found=str(definition.unit),
            expected=natural,
        )
    )
    return None


def _add_odd(
    definition: Definition,
    first: Quantity,
    other: Quantity,
    expected: str,
    findings: list[Finding],
) -> None:
    operation = definition.operation
    product = operation == "product"
    findings.append(
        Finding(
            "DAT11",
            f"{first.key} is in {first.unit} and {other.key} in {other.unit};"
            f" expected {'a count, ratio or percentage' if product else expected}",
            definition.places.get(PARTNERS[operation], definition.at(operation)),
            help="Name a count, ratio or percentage"
            if product
            else "Name two quantities of one unit",
        )
    )


def _product(parts: Sequence[Quantity], definition: Definition) -> str | None:
    """Return the unit of a product, or None when the two units do not go together."""
    pure = [one.unit for one in parts if one.unit in PURE]
    rest = [one.unit for one in parts if one.unit not in PURE]
    if not rest:
        return definition.unit or ("count" if "count" in pure else "ratio")
    if len(rest) == 1:
        own = rest[0]
        return (
            "count"
            if own == "%" and "count" in pure
            else own
            if own != "%"
            else "ratio"
        )
    amounts = [unit for unit in rest if unit != "%"]
    return (amounts or ["%"])[0] if len(amounts) < 2 else None


def _natural(operation: str, unit: str) -> str:
    if operation == "total":
        return unit
    if operation == "difference":
        return "pp" if unit == "%" else unit
    return "%"


def derived_formula(definition: Definition) -> str:
    """Return in words how a quantity is made of others."""
    operands = definition.operands
    if definition.operation == "total":
        return f"{listed(operands)} together"
    said = WORDS[definition.operation].format(*operands)
    if definition.number is None:
        return said
    if definition.operation == "ratio":
        return f"{said}, for each {definition.number:,}"
    return GROWTH.format(*operands, definition.number)


WORDS = {
    "difference": "{0} less {1}",
    "percent_change": "change from {1} to {0} in per cent of {1}",
    "product": "{0} multiplied by {1}",
    "ratio": "{0} divided by {1}",
    "share": "{0} in per cent of {1}",
}
GROWTH = "even growth from {1} to {0} in per cent for each of {2} periods"
