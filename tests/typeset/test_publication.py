"""The publication record: what a title page is made of."""

import json

import pytest

from crossfoot.nodes import meta
from crossfoot.record import Author, Record, in_words, record_of
from crossfoot.typeset.paper.front import authors, cover_lines, imprint, language
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
        authors=(Author("A Person", ("A University",), "0000"), Author("B Person")),
        publisher="A Press",
        place="Wolverhampton",
        commissioned_by=("A Body",),
        funders=("One", "Two"),
        date="2021-02-01",
        language="en-GB",
        version="1.0",
        licence="CC BY 4.0",
        doi="10.1/x",
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
        ["ORCID", "A Person, orcid.org/0000", "https://orcid.org/0000"],
        ["Commissioned by", "A Body", ""],
        ["Funded by", "One, Two", ""],
        ["Licence", "CC BY 4.0", licence],
        ["DOI", "https://doi.org/10.1/x", "https://doi.org/10.1/x"],
        ["Keywords", "a, b", ""],
        [
            "How to cite",
            (
                "A Person and B Person (2021). A title: And more, version 1.0."
                " A Press, Wolverhampton. https://doi.org/10.1/x."
            ),
            "",
        ],
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


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Record("T", publisher="P"), "P (n.d.). T. P."),
        (Record("T", authors=(Author("A"),), date="spring 2021"), "A (n.d.). T."),
        (Record("T"), ""),
    ],
)
def test_a_report_says_how_to_cite_it(record: Record, words: str) -> None:
    """Unknown parts are left out; without author and publisher there is no way."""
    assert record.citation == words


@pytest.mark.parametrize(
    ("contact", "email", "where"),
    [
        ("places@example.org", "", "mailto:places@example.org"),
        ("Room 5, or a@b.org", "", ""),
        ("", "a@b.org", "mailto:a@b.org"),
    ],
)
def test_a_contact_that_is_an_address_is_a_link(
    contact: str, email: str, where: str
) -> None:
    """A mail address alone can be written to; an author's stands in for a contact."""
    record = Record("T", authors=(Author("A", email=email),), contact=contact)
    assert [row[2] for row in imprint(record) if row[0] == "Contact"] == [where]


def test_more_authors_than_fit_are_named_in_the_imprint() -> None:
    """The title page has their names, the imprint says where they work."""
    people = (*(Author(f"A{n}", (f"B{n}",)) for n in range(12)), Author("Z"))
    record = Record("T", authors=people)
    names = ", ".join(one.name for one in people)
    assert authors(record) == [{"names": [names], "affiliation": ""}]
    told = "; ".join(f"A{n} (B{n})" for n in range(12)) + "; Z"
    assert imprint(record)[0] == ["Authors", told, ""]


def test_authors_of_one_body_stand_together() -> None:
    """Neighbours with the same affiliation share its line on the title page."""
    people = (
        Author("A", ("X",)),
        Author("B", ("X",)),
        Author("C"),
        Author("D", ("X",)),
    )
    assert authors(Record("T", authors=people)) == [
        {"names": ["A", "B"], "affiliation": "X"},
        {"names": ["C"], "affiliation": ""},
        {"names": ["D"], "affiliation": "X"},
    ]
