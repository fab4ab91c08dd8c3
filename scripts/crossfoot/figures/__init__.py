"""The figures stage: recipes' drawings and the data they read in; products out.

What is drawn comes from `engines/`; here is what follows from it: which figures are
stale, what `build/figures/NAME.json` holds, and findings FIG01 to FIG03.
"""

from crossfoot.figures.names import clashes, name_of
from crossfoot.figures.product import findings, product, words
from crossfoot.figures.reads import Stock, reads, reason, stock
from crossfoot.figures.svg import tidy

__all__ = [
    "Stock",
    "clashes",
    "findings",
    "name_of",
    "product",
    "reads",
    "reason",
    "stock",
    "tidy",
    "words",
]
