"""Stated pages: the ledger and the PDF's pages in, findings out.

That is the number of pages that the text gives the report, and references to a page.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from crossfoot.amounts.agree import agreement
from crossfoot.amounts.like import instead
from crossfoot.amounts.scan import scan
from crossfoot.findings import Finding, place_of, several

PAGES = "report.pages"
PAGE = re.compile(
    r"\b(?:see|on)\s+page\s+(?P<page>[0-9]{1,4})(?![0-9–-])(?!\s+(?:of|in)\b"
    r"(?!\s+this\b))",
    re.IGNORECASE,
)
"""A reference to a page that names no other work."""


def stated(numbers: dict[str, Any], pages: int) -> Iterator[Finding]:
    """Yield the numbers of pages that the text states and the PDF does not have."""
    for entry in numbers.get("numbers", ()) if pages else ():
        found = PAGE.search(entry["context"]) if entry["rule"] == "reference" else None
        if found and found["page"] == entry["value"] and int(found["page"]) > pages:
            yield _beyond(entry, pages)
        if entry["quantity"] != PAGES or entry["state"] not in {"checked", "waived"}:
            continue
        read = scan(entry["shown"])
        said = replace(read[0], comparator=entry["comparator"]) if read else None
        if said and agreement(said, Decimal(pages)) != "yes":
            yield _finding(entry, instead(entry["shown"], said, Decimal(pages)), pages)


def _beyond(entry: dict[str, Any], pages: int) -> Finding:
    text = entry["text"]
    return Finding(
        "NUM12",
        f"“{text}” leads nowhere: the PDF has {several(pages, 'page')}",
        place_of(entry),
        help="Refer to the section, @sec-NAME, or name the work that the page is in",
        found=text,
        anchor=f"{text} {entry['context']}",
    )


def _finding(entry: dict[str, Any], expected: str, pages: int) -> Finding:
    text = entry["text"]
    return Finding(
        "NUM13",
        f"Text says “{text}”; the PDF has {several(pages, 'page')}",
        place_of(entry),
        help=f"Write {expected}, and build again: the words may move",
        found=text,
        expected=expected,
        anchor=f"{text} {entry['context']}",
    )
