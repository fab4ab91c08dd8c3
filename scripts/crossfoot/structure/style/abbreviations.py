"""Abbreviations: the lines of a report in, short forms that nobody explains out.

A form counts as explained where its meaning stands beside it, “(WMCA)” or “WMCA
(…)”, in a glossary, or under `abbreviations:` of `report.yml`. Source: WCAG 2.2,
success criterion 3.1.4.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from crossfoot.findings import Finding, Related, several
from crossfoot.places import Span
from crossfoot.structure.style.lines import Line

SAID = """
    UK GB US USA EU UN BBC NHS GDP VAT TV PC CD DVD USB PDF HTML XML CSV URL FAQ
    ISBN ISSN DOI ID IT ICT HR PR CEO CFO MP MEP MSP PM AM BC AD CE BCE GMT UTC BST
    AIDS HIV DNA RNA MRI CT IVF SMS GPS WIFI PIN ATM SIM CCTV DIY VIP RSVP PS NB OK
    BA BSC MA MSC MBA PHD GCSE CV PLC LTD LLP LLC INC CO KM KG CM MM MHZ GHZ KHZ KWH
    MWH GWH TWH KB MB GB TB GBP USD EUR CO2 ISO UTF ASCII JSON YAML API SQL WWW HTTP
    HTTPS EST EDT PST CET NATO UNESCO UNICEF NASA OECD WHO IMF II III IV VI VII VIII
    IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI AND OR NOT NO YES TBC TBD NA
"""
KNOWN = frozenset(SAID.split())
"""What readers know without a word, after lists of gov.uk and national newspapers."""
FORM = re.compile(r"(?<![\w/.&@#-])([A-Z][A-Za-z&]*[A-Z])s?(?![\w/&@-]|\.\w)")
LONGEST = 6
FEW = 2
"""Uses from which a form is told of: one use may be a name."""


@dataclass(slots=True)
class Use:
    """A short form, where it is first read and where it is explained."""

    form: str
    line: Line
    span: Span
    count: int = 1
    explained: tuple[Line, Span] | None = None


Uses = dict[str, Use]
"""Short forms as they are used."""


def check(chapters: Iterable[Uses], told: Collection[str]) -> Iterator[Finding]:
    """Yield the short forms of a report that are not explained where first read.

    `chapters` are those that each chapter uses; `told` holds those explained
    elsewhere, in lower case.
    """
    every: dict[str, Use] = {}
    for uses in chapters:
        for form, use in uses.items():
            every[form] = _joined(every[form], use) if form in every else use
    for use in every.values():
        if use.form.casefold() not in told and use.count >= FEW:
            yield from _told(use)


def used(lines: Iterable[Line]) -> Uses:
    """Return the short forms of a chapter in the order in which they are met."""
    uses: Uses = {}
    for line in lines:
        if not _is_loud(line.text):
            for found in FORM.finditer(line.text):
                _read(line, found, uses)
    return uses


def _joined(one: Use, later: Use) -> Use:
    """Return the use of a form in one chapter and in a later one."""
    explained = one.explained or later.explained
    return replace(one, count=one.count + later.count, explained=explained)


def _is_loud(said: str) -> bool:
    """Say whether a line is in capitals, where words look like short forms."""
    return said == said.upper()


def _read(line: Line, found: re.Match[str], uses: Uses) -> None:
    form = found[1]
    if len(form) > LONGEST or form.upper() in KNOWN:
        return
    if sum(map(str.isupper, form)) < max(2, len(form) - 2):
        return
    use = uses.get(form)
    if use is None:
        use = uses[form] = Use(form, line, found.span())
    else:
        use.count += 1
    if use.explained is None and _explains(line.text, *found.span()):
        use.explained = (line, found.span())


def _explains(said: str, start: int, end: int) -> bool:
    """Say whether what a form stands for is written beside it."""
    before, after = said[:start].rstrip(), said[end:].lstrip("’'”s").lstrip()
    bracketed = before.endswith(("(", "“", "(the", "[")) and after[:1] in set(")”,;]")
    return bracketed or bool(re.match(r"\((?!\d)[^)]{6}|[:=–—-] ?\w", after))


def _told(use: Use) -> Iterator[Finding]:
    place = use.line.chapter.place(use.line.span(*use.span))
    way = f"Write out what {use.form} stands for, or give it to abbreviations: once"
    if use.explained is None:
        times = several(use.count, "time")
        message = f"“{use.form}” is used {times} and never explained"
        yield Finding("STR05", message, place, help=way, found=use.form)
        return
    line, span = use.explained
    where = line.chapter.place(line.span(*span))
    if (where.file, where.line) == (place.file, place.line) or use.line is line:
        return
    yield Finding(
        "STR05",
        f"“{use.form}” is first used here; expected to be explained by then",
        place,
        notes=(Related("it is explained here", where),),
        help=way,
        found=use.form,
    )
