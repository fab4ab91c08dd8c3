"""Miscounts: a number and the list that it should count in; what is said of it out."""

from crossfoot.findings import Finding, Fix, several
from crossfoot.numbers.lists import Listed
from crossfoot.places import Place

HELD = {
    "table": ("the table after it has", "row", "the table"),
    "named rows": ("the table after it has", "row", "the table"),
    "headings": ("after it come", "numbered heading", "the headings"),
    "sections": ("after it come", "heading", "the headings"),
    "names": ("after it come", "named paragraph", "the paragraphs"),
    "cut": ("the lists after it have", "item", "the lists"),
    "rows": ("the table after it has", "row", "the table"),
    "titled rows": ("the table after it has", "row", "the table"),
    "calls": ("the code after it has it", "time", "the code"),
    "code": ("the code after it has", "like line", "the code"),
    "above": ("the list before it has", "item", "the list"),
}
LIST = ("the list after it has", "item", "the list")
"""How a message goes on after a number, what it counts, and what may be mended."""


def miscounted(found: str, one: Listed, place: Place, expected: str) -> Finding:
    """Return what is said of a number that should count the items of a list."""
    many = len(one.items)
    held, thing, mended = HELD.get(one.kind, LIST)
    # Of two numbers either may be the wrong one.
    sure = " " not in found.strip() or found.isdigit()
    return Finding(
        "TAB07",
        f"Text says “{found}”; {held} {several(many, thing)}",
        place,
        help=f"Write {expected}, or mend {mended}",
        found=found,
        expected=expected,
        fix=Fix(expected) if sure else None,
        anchor=f"{found} {many} items",
    )
