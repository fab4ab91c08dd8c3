"""The page's part on signatures: `numbers.json` in, HTML out.

Who signed comes first, then the numbers that no signature holds, each with the way to
its row in the ledger.
"""

from collections.abc import Mapping
from typing import Any

from crossfoot.findings import several
from crossfoot.render.html import code, grid, safe

HEADS = ("Signed by", "On", "Numbers", "Stand as signed", "Because", "Ledger, SHA-256")
LEFT = ("Number", "Place")


def body(content: Mapping[str, Any]) -> str:
    """Return a heading and what is signed, or nothing while nobody has signed."""
    signatures = content.get("signatures", ())
    if not signatures:
        return ""
    rows = (("", _row(one)) for one in signatures)
    return (
        '<h3 id="signatures">Signatures</h3>\n'
        f"{grid('signatures', HEADS, rows)}{_unsigned(content)}"
    )


def _row(one: Mapping[str, Any]) -> list[str]:
    whole = "all, and no other is there" if one["holds"] else f"{one['kept']:,}"
    return [
        safe(one["name"]),
        f'<span style="white-space:nowrap">{safe(one["date"])}</span>',
        f"{one['numbers']:,}",
        whole,
        safe(one["because"]),
        code(one["ledger"]),
    ]


def _unsigned(content: Mapping[str, Any]) -> str:
    left = set(content.get("unsigned", ()))
    if not left:
        return "<p>Every number is signed.</p>\n"
    every = (*content["numbers"], *content.get("apart", ()))
    rows = (
        ("", [_link(one), code(f"{one['file']}:{one['line']}:{one['column']}")])
        for one in every
        if one["id"] in left
    )
    count = several(len(left), "number is", "numbers are")
    head = f'<div class="group">\n<h4 id="unsigned">{count} not signed</h4>\n'
    return f"{head}{grid('unsigned', LEFT, rows)}</div>\n"


def _link(one: Mapping[str, Any]) -> str:
    return f'<a href="#n-{safe(one["id"])}">{safe(one["shown"])}</a>'
