"""Catalogues: a work in, its entries for CITATION.cff, DataCite and Zenodo out.

Sources: Citation File Format 1.2.0; DataCite Metadata Schema 4.6 as JSON; Zenodo's
deposit metadata.
"""

from typing import Any

from crossfoot.record import Author, Record
from crossfoot.yamlfile import quoted

TYPES = {"resourceTypeGeneral": "Report", "resourceType": "Report"}


def citation(work: Record) -> str:
    """Return `CITATION.cff`; every line of it is YAML of one form."""
    rows = [
        "cff-version: 1.2.0",
        "message: If you use this report, please cite it as below.",
        "type: dataset",
        f"title: {quoted(work.full_title)}",
        "authors:",
        *(line for one in _named(work) for line in _cff(one)),
    ]
    more = {
        "version": work.version,
        "date-released": work.date if len(work.date) == len("2021-02-01") else "",
        "license": work.spdx,
        "doi": work.doi,
        "url": work.address,
        "abstract": work.description,
    }
    rows += [f"{key}: {quoted(value)}" for key, value in more.items() if value]
    if work.keywords:
        rows += ["keywords:", *(f"  - {quoted(one)}" for one in work.keywords)]
    return "\n".join(rows) + "\n"


def _named(work: Record) -> tuple[Author, ...]:
    """Return who is cited: the publisher where nobody is named."""
    return work.authors or (Author(work.publisher or "Unnamed authors"),)


def _cff(one: Author) -> list[str]:
    if one.is_body:
        return [f"  - name: {quoted(one.name)}"]
    given, family = one.names
    rows = [f"  - family-names: {quoted(family)}", f"    given-names: {quoted(given)}"]
    if one.orcid:
        rows.append(f"    orcid: {quoted(f'https://orcid.org/{one.orcid}')}")
    if one.affiliations:
        rows.append(f"    affiliation: {quoted('; '.join(one.affiliations))}")
    return rows


def datacite(work: Record) -> dict[str, Any]:
    """Return the attributes of a DOI as DataCite's API takes them."""
    titles = [{"title": work.title}]
    if work.subtitle:
        titles.append({"title": work.subtitle, "titleType": "Subtitle"})
    value: dict[str, Any] = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "types": TYPES,
        "creators": [_creator(one) for one in _named(work)],
        "titles": titles,
        "publisher": {"name": work.publisher or "Unnamed publisher"},
        "publicationYear": work.year,
        "language": work.language,
        "version": work.version,
        "subjects": [{"subject": one} for one in (*work.keywords, *work.subjects)],
        "dates": [{"date": work.date, "dateType": "Issued"}] if work.date else [],
        "descriptions": _abstract(work),
        "rightsList": _rights(work),
        "fundingReferences": [{"funderName": one} for one in work.funders],
        "identifiers": _identifiers(work),
    }
    return {key: part for key, part in value.items() if part}


def _creator(one: Author) -> dict[str, Any]:
    at = [{"name": name} for name in one.affiliations]
    if one.is_body:
        told: dict[str, Any] = {"name": one.name, "nameType": "Organizational"}
        return told | ({"affiliation": at} if at else {})
    given, family = one.names
    told = {
        "name": f"{family}, {given}",
        "nameType": "Personal",
        "givenName": given,
        "familyName": family,
    }
    if at:
        told["affiliation"] = at
    if one.orcid:
        scheme = {"nameIdentifierScheme": "ORCID", "schemeUri": "https://orcid.org"}
        number = f"https://orcid.org/{one.orcid}"
        told["nameIdentifiers"] = [{"nameIdentifier": number, **scheme}]
    return told


def _abstract(work: Record) -> list[dict[str, str]]:
    if not work.description:
        return []
    return [{"description": work.description, "descriptionType": "Abstract"}]


def _rights(work: Record) -> list[dict[str, str]]:
    if not work.licence:
        return []
    scheme = {"rightsIdentifier": work.spdx, "rightsIdentifierScheme": "SPDX"}
    return [{"rights": work.licence, **(scheme if work.spdx else {})}]


def _identifiers(work: Record) -> list[dict[str, str]]:
    known = {"DOI": work.doi, "ISBN": work.isbn}
    return [
        {"identifier": value, "identifierType": kind}
        for kind, value in known.items()
        if value
    ]


def zenodo(work: Record) -> dict[str, Any]:
    """Return `.zenodo.json`."""
    value = {
        "title": work.full_title,
        "upload_type": "publication",
        "publication_type": "report",
        "description": work.description or work.title,
        "creators": [_depositor(one) for one in _named(work)],
        "publication_date": work.date if len(work.date) == len("2021-02-01") else "",
        "version": work.version,
        "license": work.spdx.lower(),
        "language": _three(work.language),
        "keywords": [*work.keywords],
        "imprint_publisher": work.publisher,
    }
    return {key: part for key, part in value.items() if part}


def _depositor(one: Author) -> dict[str, str]:
    given, family = one.names
    told = {"name": one.name if one.is_body else f"{family}, {given}"}
    if one.orcid:
        told["orcid"] = one.orcid
    if one.affiliations:
        told["affiliation"] = "; ".join(one.affiliations)
    return told


def _three(language: str) -> str:
    """Return a language's code in ISO 639-3, for those that UK reports are in."""
    known = {"en": "eng", "cy": "cym", "gd": "gla", "ga": "gle", "fr": "fra"}
    return known.get(language.partition("-")[0].lower(), "")
