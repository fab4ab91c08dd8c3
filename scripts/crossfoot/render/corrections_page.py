"""The page of corrections: what was wrong in, `corrections.html` out.

The Code of Practice for Statistics asks for a policy on corrections, and that each is
told with its scale, nature and cause while the earlier figures stay to be seen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.compare.numbers import NumberChange
from crossfoot.compare.recording import entry
from crossfoot.corrections import Correction
from crossfoot.findings import several
from crossfoot.record import Record, in_words
from crossfoot.render.html import code, grid, safe, section

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
CHANGED = ("Number", "Before", "Now", "Difference", "Per cent", "Reason")
STYLE = """
.correction { border-left: 6px solid var(--contradiction); margin: 0 0 1.5rem; }
.correction { padding: 0.25rem 0 0.25rem 1rem; }
dl { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; }
dl { gap: 0.35rem 1rem; margin: 0.5rem 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.notice { border: 2px solid var(--contradiction); padding: 0.5rem 1rem; }
.notice { font-weight: 600; }
pre { white-space: pre-wrap; background: var(--tint); padding: 0.75rem; }
pre { font-family: "DejaVu Sans Mono", ui-monospace, monospace; font-size: 0.85rem; }
@media print { .correction { break-inside: avoid; } }
"""
OURS = (
    "An error in what was published is corrected as soon as it is known. Each"
    " correction is listed here with its scale, nature and cause. The edition that has"
    " it says so on its title page and in a chapter of its own, and the figures that"
    " were published stay in this list."
)
"""What Crossfoot sees to, where a publisher states no policy."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What the corrections are about."""

    title: str
    version: str = ""
    date: str = ""
    """In words."""
    contact: str = ""
    publisher: str = ""


def edition_of(record: Record) -> Edition:
    """Return what the page of corrections is about."""
    emails = (author.email for author in record.authors if author.email)
    return Edition(
        title=record.title,
        version=record.version,
        date=record.published,
        contact=record.contact or next(emails, ""),
        publisher=record.publisher,
    )


def page(
    edition: Edition,
    entries: Sequence[Correction],
    policy: str = "",
    changed: Sequence[NumberChange] = (),
    day: str = "",
) -> str:
    """Return the page as HTML.

    `changed` are numbers that differ from another edition and have no entry: the page
    offers one for each, dated `day`.
    """
    style = Path(__file__).with_name("checks.css").read_text(encoding="utf-8")
    title = f"Corrections of {safe(edition.title)}"
    parts = [
        ("made", "Corrections", _entries(entries)),
        ("policy", "How errors are corrected", _policy(edition, policy)),
    ]
    if changed:
        parts.append(("changed", "Numbers without an entry", _changed(changed, day)))
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}</title>\n<style>\n{style}{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{_edition(edition, entries)}"
        f"{''.join(section(*part) for part in parts)}</main>\n</body>\n</html>\n"
    )


def _edition(edition: Edition, entries: Sequence[Correction]) -> str:
    named = ", ".join(
        part
        for part in (
            f"version {edition.version}" if edition.version else "",
            edition.date,
        )
        if part
    )
    told = f" ({safe(named)})" if named else ""
    of = f"<p>This page is about the edition at hand{told}.</p>\n"
    if not entries:
        return of
    count = several(len(entries), "correction")
    last = in_words(max(one.date for one in entries), "en-GB")
    words = f"{count} in this edition, the latest on {safe(last)}."
    return f'{of}<p class="notice">{words}</p>\n'


def _entries(entries: Sequence[Correction]) -> str:
    if not entries:
        return "<p>No correction is recorded.</p>\n"
    return "".join(map(_entry, entries))


def _entry(one: Correction) -> str:
    rows = (
        ("Corrected on", in_words(one.date, "en-GB")),
        ("Published", one.old),
        ("Right", one.new),
        ("Scale", one.scale),
        ("Nature", one.nature),
        ("Cause", one.cause),
        ("Where it stood", ", ".join(one.where)),
    )
    told = "".join(
        f"<dt>{name}</dt><dd>{safe(said)}</dd>\n" for name, said in rows if said
    )
    return (
        f'<div class="correction">\n<h3>{safe(one.what)}</h3>\n<dl>\n{told}</dl>\n'
        "</div>\n"
    )


def _policy(edition: Edition, policy: str) -> str:
    said = "".join(
        f"<p>{safe(' '.join(part.split()))}</p>\n"
        for part in (policy or OURS).split("\n\n")
        if part.strip()
    )
    if not edition.contact:
        return said
    to = safe(edition.contact)
    bare = "@" in edition.contact and " " not in edition.contact
    link = f'<a href="mailto:{to}">{to}</a>' if bare else to
    return f"{said}<p>If you find an error, write to {link}.</p>\n"


def _changed(changed: Sequence[NumberChange], day: str) -> str:
    rows = (
        (
            "",
            [
                f"{safe(one.label)} {code(one.key)}" if one.label else code(one.key),
                *(safe(part) for part in (one.old, one.new, one.difference)),
                safe(one.percent),
                safe(one.reason),
            ],
        )
        for one in changed
    )
    lines = "".join(entry(one, day) for one in changed)
    return (
        "<p>These numbers differ from the edition before, and no correction names them."
        " Where that is a correction, these lines belong below"
        f" {code('corrections:')} in {code('corrections.yml')}; what is empty is for"
        " you to say.</p>\n"
        f'<pre tabindex="0">{safe(lines)}</pre>\n{grid("changed", CHANGED, rows)}'
    )
