"""The publication record: what a title page is made of."""

import json

import pytest

from crossfoot.nodes import meta
from crossfoot.typeset.paper.front import cover_lines, imprint, language
from crossfoot.typeset.record import Author, Record, in_words, record_of
from crossfoot.typeset.screen.head import as_json, report

FULL = {
    "title": "A title",
    "subtitle": "And more",
    "authors": [
        {"name": "A Person", "affiliation": "A University", "orcid": "0000"},
        "B Person",
        {"affiliation": "nameless"},
    ],
    "publisher": "A Press",
    "place": "Wolverhampton",
    "commissioning_body": "A Body",
    "funders": ["One", {"name": "Two"}],
    "date": "2021-02-01",
    "language": "en-GB",
    "version": "1.0",
    "licence": "CC BY 4.0",
    "doi": "https://doi.org/10.1/x",
    "keywords": ["a", "b"],
    "unknown": {"deep": True},
}


def test_a_full_record_is_read() -> None:
    """Names, lists and maps of `report.yml` become the parts of a record."""
    assert record_of({key: meta(value) for key, value in FULL.items()}) == Record(
        title="A title",
        subtitle="And more",
        authors=(Author("A Person", "A University", "0000"), Author("B Person")),
        publisher="A Press",
        place="Wolverhampton",
        commissioned_by=("A Body",),
        funders=("One", "Two"),
        date="2021-02-01",
        language="en-GB",
        version="1.0",
        licence="CC BY 4.0",
        doi="https://doi.org/10.1/x",
        keywords=("a", "b"),
    )


def test_a_report_without_record_has_a_title() -> None:
    """The first chapter's title stands in for a missing one."""
    assert record_of({}, "First").title == "First"
    assert record_of({}).title == "Report"


def test_the_whole_record_is_there_for_machines() -> None:
    """Every part of a record is in the linked data of the page."""
    more = {
        "isbn": "1",
        "issn": "2",
        "contact": "a@b.org",
        "subjects": "s",
        "note": "n",
    }
    told = FULL | more | {"description": "d", "subtitle": "And </script> more"}
    record = record_of({key: meta(value) for key, value in told.items()})
    text = as_json(report(record, "Draft: 1 error", "https://example.org/"))
    assert "</script>" not in text
    person = {"@type": "Person", "name": "A Person"}
    body = {"@type": "Organization", "name": "A University"}
    assert json.loads(text) == {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": "A title",
        "alternativeHeadline": "And </script> more",
        "description": "d",
        "author": [
            person | {"affiliation": body, "identifier": "https://orcid.org/0000"},
            {"@type": "Person", "name": "B Person"},
        ],
        "publisher": [
            {
                "@type": "Organization",
                "name": "A Press",
                "contactPoint": {"@type": "ContactPoint", "description": "a@b.org"},
            }
        ],
        "locationCreated": {"@type": "Place", "name": "Wolverhampton"},
        "sponsor": [{"@type": "Organization", "name": "A Body"}],
        "funder": [
            {"@type": "Organization", "name": "One"},
            {"@type": "Organization", "name": "Two"},
        ],
        "datePublished": "2021-02-01",
        "inLanguage": "en-GB",
        "version": "1.0",
        "creativeWorkStatus": "Draft: 1 error",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isbn": "1",
        "isPartOf": {"@type": "Periodical", "issn": "2"},
        "identifier": "https://doi.org/10.1/x",
        "sameAs": "https://doi.org/10.1/x",
        "url": "https://example.org/",
        "about": [{"@type": "Thing", "name": "s"}],
        "keywords": ["a", "b"],
        "comment": {"@type": "Comment", "text": "n"},
    }


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("https://example.org/a", "https://example.org/a/"),
        ("http://example.org/a/", "http://example.org/a/"),
        ("https://example.org/?q", ""),
        ("javascript:alert(1)", ""),
        ('https://example.org/"x', ""),
    ],
)
def test_the_address_of_a_site_is_a_folder_s(address: str, folder: str) -> None:
    """A web address gets a slash at its end; what is none counts as no address."""
    assert record_of({"address": meta(address)}).address == folder


@pytest.mark.parametrize(
    ("date", "language", "words"),
    [
        ("2021-02-01", "en-GB", "1 February 2021"),
        ("2021-02-01", "en-US", "February 1, 2021"),
        ("2021-12", "en", "December 2021"),
        ("2021", "en-GB", "2021"),
        ("2021-13-01", "en-GB", "2021-13-01"),
        ("spring 2021", "en-GB", "spring 2021"),
        ("2021-02-01", "de", "2021-02-01"),
    ],
)
def test_dates_are_written_in_words(date: str, language: str, words: str) -> None:
    """English dates are words; what is no date, or not English, stays as written."""
    assert in_words(date, language) == words


def test_the_imprint_leaves_out_what_is_unknown() -> None:
    """Only known parts are listed; licence and DOI lead to their addresses."""
    record = record_of({key: meta(value) for key, value in FULL.items()})
    licence = "https://creativecommons.org/licenses/by/4.0/"
    assert imprint(record) == [
        ["Publisher", "A Press", ""],
        ["Place of publication", "Wolverhampton", ""],
        ["Date of publication", "1 February 2021", ""],
        ["Version", "1.0", ""],
        ["Commissioned by", "A Body", ""],
        ["Funded by", "One, Two", ""],
        ["Licence", "CC BY 4.0", licence],
        ["DOI", "https://doi.org/10.1/x", "https://doi.org/10.1/x"],
        ["Keywords", "a, b", ""],
    ]
    assert imprint(Record("Only a title")) == []
    assert cover_lines(record) == [
        "Commissioned by A Body",
        "Wolverhampton, 1 February 2021",
        "Version 1.0",
    ]


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("en-GB", ("en", "GB")),
        ("cy", ("cy", "")),
        ("zh-Hant-TW", ("zh", "TW")),
        ("de_AT", ("de", "AT")),
        ("English", ("en", "")),
        ("", ("en", "")),
    ],
)
def test_language_tags_are_taken_apart(tag: str, found: tuple[str, str]) -> None:
    """Typst takes a language and a region; what is neither counts as English."""
    assert language(tag) == found
