"""The rules of a page: what was watched in, findings out.

Those of WCAG 2.2 and of good practice that need no browser.
"""

from collections.abc import Iterator

from crossfoot.findings import Finding, several
from crossfoot.inspect.document import REPORT
from crossfoot.inspect.facts import Page
from crossfoot.inspect.grid import even
from crossfoot.inspect.watch import TAG, Watch
from crossfoot.places import Place

ONCE = {"main": "main part", "banner": "page header", "contentinfo": "page footer"}
"""Landmarks that a page has once at most."""

Told = Iterator[tuple[str, str]]
"""Codes and what is wrong with the page."""


def rules(page: Page, start: Place, name: str, languages: list[str]) -> list[Finding]:
    """Return what readers of a page would stumble over.

    `languages` are those that parts of the report are in.
    """
    watch = page.watch
    checks = (
        _landmarks(watch),
        _named(watch, page),
        _tables(watch),
        _languages(watch, languages),
        _still(watch),
    )
    return [
        Finding(code, f"The {name} {message}", start, help=REPORT)
        for check in checks
        for code, message in check
    ]


def _landmarks(watch: Watch) -> Told:
    if watch.landmarks["main"] != 1:
        yield "ACC22", f"has {several(watch.landmarks['main'], 'main part')}"
    for kind, what in ONCE.items():
        if kind != "main" and watch.landmarks[kind] > 1:
            yield "ACC22", f"has {several(watch.landmarks[kind], what)}"
    if watch.outside:
        words = watch.outside[:60]
        yield "ACC22", f"has words outside of its landmarks: “{words}”"
    twins = [one for one, count in watch.names.items() if count > 1 and " " not in one]
    twins = [one for one in twins if one in {"nav", "aside", "navigation"}]
    if twins:
        yield "ACC23", f"has more than one <{twins[0]}> without a name"


def _named(watch: Watch, page: Page) -> Told:
    fields = [one for one in watch.fields if one.get("id", "") not in watch.labelled]
    if watch.unnamed:
        yield "ACC25", f"has an element that says nothing: {watch.unnamed[0]}"
    elif fields:
        name = fields[0].get("id") or fields[0].get("name", "")
        yield "ACC25", f"has a field without a label: {name or 'nameless'}"
    known = set(page.ids)
    lost = next((one for one in watch.pointed if one not in known), "")
    if lost:
        yield "ACC25", f"names an element “{lost}” that is not in it"
    if watch.unreached:
        first = watch.unreached[0]
        yield "ACC23", f"has a part that scrolls and takes no focus: {first}"


def _tables(watch: Watch) -> Told:
    unscoped = sum(one.unscoped for one in watch.tables)
    if unscoped:
        yield "ACC24", f"has {several(unscoped, 'header cell')} without a scope"
    for number, grid in enumerate(watch.tables, 1):
        if not even(grid.rows):
            yield "ACC24", f"has rows of different widths in its table {number}"
            return


def _languages(watch: Watch, languages: list[str]) -> Told:
    odd = next((one for one in watch.languages if not TAG.fullmatch(one)), "")
    if odd:
        yield "ACC26", f"names a language “{odd}” that is none"
    lost = next((one for one in languages if one not in watch.languages), "")
    if lost:
        yield "ACC26", f"does not mark what is in language “{lost}”"


def _still(watch: Watch) -> Told:
    if watch.moving:
        yield "ACC27", f"does something by itself, or hinders: {watch.moving[0]}"
