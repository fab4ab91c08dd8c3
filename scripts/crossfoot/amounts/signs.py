"""Signs: what stands in every printed number, in text as in tables."""

from decimal import Context

from crossfoot.amounts import english

WIDE = Context(prec=200)
"""Wide enough for any value of a report, printed in full."""
MINUS = "−"
READ = {**english.SYMBOLS, **english.MORE_SYMBOLS}
"""Units of the signs of currencies that are read."""
SIGNS = {unit: sign for sign, unit in english.SYMBOLS.items()}
"""Signs of currencies that are printed, by unit."""
