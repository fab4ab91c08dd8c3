"""Catalogues: what is written of a work is what each of them asks for."""

import json

import yaml

from crossfoot.nodes import meta
from crossfoot.publishing import csvw
from crossfoot.publishing.catalogues import citation, datacite, zenodo
from crossfoot.publishing.crate import Held, crate
from crossfoot.publishing.provenance import statement
from crossfoot.record import Record, record_of

RECORD = {
    "title": "Visits: “all” of them",
    "subtitle": "A count",
    "authors": [
        {"name": "Ada Byron King", "orcid": "https://orcid.org/0000-0002-1825-0097", "affiliation": ["A", "B"]},
        "The Visit Council",
    ],
    "publisher": "Visit Press",
    "date": "2021-02-01",
    "version": "1.0",
    "licence": "CC BY 4.0",
    "doi": "https://doi.org/10.1234/abc",
    "isbn": "978-1",
    "description": "What was\n counted.",
    "keywords": ["visits", "a: b"],
    "funders": "Fund",
}  # fmt: skip
WORK = record_of({key: meta(value) for key, value in RECORD.items()})


def test_the_citation_is_yaml_of_its_schema() -> None:
    """CITATION.cff says who, what, when and under which licence."""
    assert yaml.safe_load(citation(WORK)) == {
        "cff-version": "1.2.0",
        "message": "If you use this report, please cite it as below.",
        "type": "dataset",
        "title": "Visits: “all” of them: A count",
        "authors": [
            {"family-names": "King", "given-names": "Ada Byron", "orcid": "https://orcid.org/0000-0002-1825-0097", "affiliation": "A; B"},
            {"name": "The Visit Council"},
        ],
        "version": "1.0",
        "date-released": "2021-02-01",
        "license": "CC-BY-4.0",
        "doi": "10.1234/abc",
        "abstract": "What was counted.",
        "keywords": ["visits", "a: b"],
    }  # fmt: skip


def test_datacite_is_told_what_it_needs() -> None:
    """Creators, titles, publisher, year and type are there; empty parts are not."""
    told = datacite(WORK)
    assert told["creators"][0] == {
        "name": "King, Ada Byron",
        "nameType": "Personal",
        "givenName": "Ada Byron",
        "familyName": "King",
        "affiliation": [{"name": "A"}, {"name": "B"}],
        "nameIdentifiers": [{"nameIdentifier": "https://orcid.org/0000-0002-1825-0097", "nameIdentifierScheme": "ORCID", "schemeUri": "https://orcid.org"}],
    }  # fmt: skip
    assert told["creators"][1] == {"name": "The Visit Council", "nameType": "Organizational"}  # fmt: skip
    assert told["publicationYear"] == "2021"
    assert told["identifiers"] == [
        {"identifier": "10.1234/abc", "identifierType": "DOI"},
        {"identifier": "978-1", "identifierType": "ISBN"},
    ]
    bare = datacite(Record("T"))
    assert sorted(bare) == ["creators", "language", "publisher", "schemaVersion", "titles", "types"]  # fmt: skip


def test_zenodo_is_told_what_it_needs() -> None:
    """A deposit has a type, creators, a description and a licence of Zenodo's list."""
    told = zenodo(WORK)
    assert told["creators"][0] == {"name": "King, Ada Byron", "orcid": "0000-0002-1825-0097", "affiliation": "A; B"}  # fmt: skip
    assert (told["publication_type"], told["license"], told["language"]) == ("report", "cc-by-4.0", "eng")  # fmt: skip
    assert zenodo(Record("T"))["creators"] == [{"name": "Unnamed authors"}]


def test_tables_are_described_for_the_web() -> None:
    """Columns have names, titles, types and units."""
    table = {"delimiter": ";", "sha256": "ab", "columns": [{"name": "n", "title": "Number", "type": "integer", "unit": "GBP"}, {"name": "m", "title": "", "type": "geopoint", "unit": None}]}  # fmt: skip
    assert csvw.metadata(table, "a.csv", "en-GB") == {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "url": "a.csv",
        "dialect": {"delimiter": ";", "header": True},
        "tableSchema": {
            "columns": [
                {"name": "n", "titles": "Number", "datatype": "integer", "dc:description": "in GBP"},
                {"name": "m", "titles": "m", "datatype": "string"},
            ]
        },
        "dc:identifier": "sha256:ab",
    }  # fmt: skip


def test_a_statement_names_all_that_went_in_and_came_out() -> None:
    """Subjects are the files made; sources and packages are what they depend on."""
    told = statement({"b.md": "22", "a.md": "11"}, {"report.pdf": "33"}, {"typst": "1.0", "gone": "", "crossfoot": "0.1"}, {"title": "T"})  # fmt: skip
    assert told["subject"] == [{"name": "report.pdf", "digest": {"sha256": "33"}}]
    build = told["predicate"]["buildDefinition"]
    assert [one["uri"] for one in build["resolvedDependencies"]] == ["file:a.md", "file:b.md", "pkg:pypi/crossfoot@0.1", "pkg:pypi/typst@1.0"]  # fmt: skip
    assert build["externalParameters"] == {"title": "T"}


def test_every_reference_of_a_crate_leads_to_an_entity() -> None:
    """Each id that is referred to is described, or is an address on the web."""
    held = [Held("report.pdf", "33", 7), Held("data/a.csv", "44", 8)]
    for work in (WORK, Record("T")):
        told = crate(work, held, {"sources/a.md": "11"}, {"crossfoot": "0.1"})
        graph = told["@graph"]
        known = {one["@id"] for one in graph}
        assert len(known) == len(graph)
        text = json.dumps(graph)
        refers = {one["@id"] for one in _references(json.loads(text))}
        assert {one for one in refers - known if not one.startswith("https://w3id.org")} == set()  # fmt: skip


def _references(tree: object) -> list[dict[str, str]]:
    if isinstance(tree, list):
        return [ref for one in tree for ref in _references(one)]
    if isinstance(tree, dict):
        if set(tree) == {"@id"}:
            return [tree]
        return [ref for one in tree.values() for ref in _references(one)]
    return []
