"""The accessibility statement: what was checked in, `build/accessibility.html` out.

It says what this build found and no more: what a machine cannot see is listed as not
checked. Its parts are those that public bodies have to publish: state, what falls
short, how it was checked, whom to write to
(https://www.legislation.gov.uk/uksi/2018/952, regulation 8).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.byhand import Question
from crossfoot.codes import CODES
from crossfoot.findings import Finding, several
from crossfoot.render.html import code, safe, section, table
from crossfoot.render.plain import position

CHECKED = ("ACC", "FIG03", "STR01", "STR02", "TYP01", "TYP02", "TYP03", "TYP04")
"""Codes, or their beginnings, that are about who can read the report."""
SPELT = {"pdf": "PDF", "html": "HTML", "utf": "UTF"}


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement is made of."""

    title: str
    date: str
    contact: str
    publisher: str
    outputs: tuple[str, ...]
    """What was made, as readers call it: `PDF`, `page`."""
    asked: tuple[Question, ...]
    """What only a person can check."""


def page(statement: Statement, findings: Sequence[Finding]) -> str:
    """Return the page as HTML."""
    style = Path(__file__).with_name("checks.css").read_text(encoding="utf-8")
    short = [one for one in findings if concerns(one.code)]
    title = f"Accessibility of {safe(statement.title)}"
    parts = (
        ("state", "State", _state(statement, short)),
        ("short", "What falls short", _short(short)),
        ("machine", "What was checked by machine", _machine(short)),
        ("hand", "What a person has to check", _hand(statement.asked)),
        ("contact", "Whom to write to", _contact(statement)),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n"
        f"{''.join(section(*part) for part in parts)}"
        "</main>\n</body>\n</html>\n"
    )


def concerns(name: str) -> bool:
    """Say whether a code is about who can read the report."""
    return name.startswith(CHECKED)


def _state(statement: Statement, short: Sequence[Finding]) -> str:
    made = " and ".join(
        filter(None, (", ".join(statement.outputs[:-1]), *statement.outputs[-1:]))
    )
    aims = "WCAG 2.2 at level AA; the PDF at PDF/UA-1 and PDF/A-2a as well"
    found = [one for one in short if not one.waiver and one.level != "note"]
    state = (
        f"The machine’s checks found fault with {several(len(found), 'place')}: this"
        " edition conforms in part."
        if found
        else "The machine’s checks found nothing that falls short. Whether this edition"
        " conforms in full, only the checks by a person can say: they are listed below,"
        " and this page does not tell whether they were made."
    )
    day = (
        f" It is about the edition of {safe(statement.date)}." if statement.date else ""
    )
    return (
        f"<p>This statement is about {safe(made)} of “{safe(statement.title)}”, and was"
        f" made together with them from what was checked in the same build.{day}</p>\n"
        f"<p>The report aims at {aims}. {state}</p>\n"
    )


def _short(short: Sequence[Finding]) -> str:
    if not short:
        return "<p>Nothing was found by machine.</p>\n"
    rows = (
        (
            "Accepted" if one.waiver else one.level.capitalize(),
            code(position(one.place)),
            safe(one.message),
            safe(one.waiver.reason if one.waiver else one.help),
        )
        for one in short
    )
    heads = ("Severity", "Place", "What falls short", "Way out, or why it stays")
    return table("What the machine found", heads, rows)


def _machine(short: Iterable[Finding]) -> str:
    counts = {name: 0 for name in CODES if concerns(name)}
    for one in short:
        counts[one.code] += 1
    rows = (
        (words(name), code(name), "none" if not count else str(count))
        for name, count in counts.items()
    )
    return table(
        "Good conditions, and where they do not hold",
        ("What has to hold", "Code", "Places where it does not"),
        rows,
    )


def words(name: str) -> str:
    """Return a code's good condition in words: `PDF names itself`."""
    first, *rest = CODES[name].name.split("-")
    return " ".join((SPELT.get(first, first.capitalize()), *rest))


def _hand(asked: Iterable[Question]) -> str:
    rows = ((safe(one.ask), safe(one.holds or "all"), one.standard) for one in asked)
    heads = ("What has to be true", "How many there are", "Standard")
    return "<p>No machine can check these. Who did, signs.</p>\n" + table(
        "To be checked by a person", heads, rows
    )


def _contact(statement: Statement) -> str:
    who = f" {safe(statement.publisher)} published it." if statement.publisher else ""
    if not statement.contact:
        return f"<p>The report names no contact.{who}</p>\n"
    to = safe(statement.contact)
    bare = "@" in statement.contact and " " not in statement.contact
    link = f'<a href="mailto:{to}">{to}</a>' if bare else to
    return (
        "<p>If you cannot read a part of it, or need it in another form, write to"
        f" {link}.{who}</p>\n"
    )
