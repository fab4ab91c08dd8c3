"""The publication as office files tell of it: the report's record in, words out."""

from datetime import date
from typing import Any

from crossfoot.engines.rawmarkup import understood
from crossfoot.office.publication import Publication
from crossfoot.parts import Part, parts_of
from crossfoot.phrases import phrases
from crossfoot.record import record_of
from crossfoot.typeset.naming import named
from crossfoot.typeset.paper.front import about, cover_lines, imprint
from crossfoot.typeset.words import draft_mark


def readable(report: dict[str, Any]) -> list[Part]:
    """Return a report's parts without raw markup, every labelled float with a name."""
    return named(parts_of({**report, "blocks": understood(report["blocks"])}))


def publication(
    meta: dict[str, Any], title: str, errors: int, day: date
) -> Publication:
    """Return what is known of a report with a number of errors and a date."""
    record = record_of(meta, title)
    return Publication(
        title=record.title,
        subtitle=record.subtitle,
        authors=tuple((one.name, one.affiliation) for one in record.authors),
        publisher=record.publisher,
        lines=tuple(cover_lines(record)),
        texts=tuple(about(record)),
        rows=tuple((row[0], row[1], row[2]) for row in imprint(record)),
        keywords=record.keywords,
        subjects=record.subjects,
        description=record.description,
        language=record.language,
        day=day.isoformat(),
        rights=record.licence,
        isbn=record.isbn,
        doi=record.doi_address,
        contact=record.contact,
        draft=draft_mark(errors, record.language),
        headings={key: phrases(record.language)[key] for key in ("about", "contents")},
    )
