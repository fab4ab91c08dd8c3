"""The data stage: tables, their data package and `quantities.yml` in; values out.

What goes in is bytes and texts; what comes out is the product that
`build/quantities.json` holds, and findings DAT01 to DAT11.
"""

from crossfoot.data.check import check
from crossfoot.data.compute import compute
from crossfoot.data.grammar import Entries, entries
from crossfoot.data.keys import foreign
from crossfoot.data.package import package
from crossfoot.data.product import product
from crossfoot.data.quantity import Quantity
from crossfoot.data.schema import Resource
from crossfoot.data.script import from_script
from crossfoot.data.table import Checked, Table, checked_of

__all__ = [
    "Checked",
    "Entries",
    "Quantity",
    "Resource",
    "Table",
    "check",
    "checked_of",
    "compute",
    "entries",
    "foreign",
    "from_script",
    "package",
    "product",
]
