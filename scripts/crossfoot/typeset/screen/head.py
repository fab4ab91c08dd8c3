"""What a page says of itself to machines: the record in, elements of its head out."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from crossfoot.record import Author, Record
from crossfoot.typeset.screen.marks import quoted


def described(record: Record, title: str = "", address: str = "") -> str:
    """Return the `meta` elements of a page; `title` is that of one of several."""
    about = record.description or record.subtitle or record.title
    words = f"{title}: {about}" if title else about
    named = [
        ("description", words),
        ("author", ", ".join(author.name for author in record.authors)),
        ("keywords", ", ".join(record.keywords)),
    ]
    lang = record.language.replace("-", "_")
    # The Open Graph protocol, https://ogp.me: what a link to the page is shown as.
    shared = [
        ("og:type", "article"),
        ("og:title", title or record.title),
        ("og:description", about),
        ("og:site_name", record.title if title else record.publisher),
        ("og:locale", lang),
        ("og:url", address),
        ("article:published_time", record.date),
    ]
    return _metas("name", named) + _metas("property", shared)


def _metas(key: str, pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(
        f'<meta {key}="{name}" content={quoted(words)}>\n'
        for name, words in pairs
        if words
    )


def as_json(data: Mapping[str, Any]) -> str:
    """Return linked data as it may stand in a `script` element."""
    kept = {key: value for key, value in data.items() if value}
    # A `</script>` inside a text would end the element, and a comment would hide it.
    made = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return made.replace("</", "<\\/").replace("<!--", "<\\u0021--")


def report(record: Record, draft: str = "", address: str = "") -> dict[str, Any]:
    """Return the record as JSON-LD (https://schema.org/Report)."""
    return {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": record.title,
        "alternativeHeadline": record.subtitle,
        "description": record.description,
        "author": [_person(one) for one in record.authors],
        "publisher": _publisher(record),
        "locationCreated": _named("Place", record.place),
        "sponsor": _bodies(record.commissioned_by),
        "funder": _bodies(record.funders),
        "datePublished": record.date,
        "inLanguage": record.language,
        "version": record.version,
        "creativeWorkStatus": draft,
        "license": record.licence_address or record.licence,
        "isbn": record.isbn,
        "isPartOf": {"@type": "Periodical", "issn": record.issn} if record.issn else {},
        "identifier": record.doi_address,
        "sameAs": record.doi_address,
        "url": address,
        "about": [_named("Thing", one) for one in record.subjects],
        "keywords": list(record.keywords),
        "comment": {"@type": "Comment", "text": record.note} if record.note else {},
    }


def addressed(record: Record, name: str) -> str:
    """Return the web address of a page, or "" when it is published nowhere."""
    return f"{record.address}{name}" if record.address else ""


def chapter(record: Record, title: str, position: int, name: str) -> dict[str, Any]:
    """Return a page of several as JSON-LD (https://schema.org/Chapter)."""
    whole = {**_named("Report", record.title), "url": record.address}
    return {
        "@context": "https://schema.org",
        "@type": "Chapter",
        "name": title,
        "position": position,
        "inLanguage": record.language,
        "url": addressed(record, name),
        "isPartOf": {key: words for key, words in whole.items() if words},
    }


def _person(one: Author) -> dict[str, Any]:
    orcid = one.orcid.strip().removeprefix("https://orcid.org/")
    told = {
        "affiliation": _named("Organization", one.affiliation),
        "email": one.email,
        "identifier": f"https://orcid.org/{orcid}" if orcid else "",
    }
    known = {key: value for key, value in told.items() if value}
    return {"@type": "Person", "name": one.name, **known}


def _publisher(record: Record) -> list[dict[str, Any]]:
    found = _bodies([record.publisher])
    if found and record.contact:
        found[0]["contactPoint"] = {
            "@type": "ContactPoint",
            "description": record.contact,
        }
    return found


def _bodies(names: Sequence[str]) -> list[dict[str, Any]]:
    return [_named("Organization", name) for name in names if name]


def _named(kind: str, name: str) -> dict[str, Any]:
    return {"@type": kind, "name": name} if name else {}
