"""The accessibility statement: it says what the build found and no more."""

from dataclasses import replace

from crossfoot.byhand import Question
from crossfoot.findings import Finding, Waiver
from crossfoot.inspect.page import page_facts, screen
from crossfoot.inspect.rules import rules
from crossfoot.places import Place
from crossfoot.render.accessibility import Statement, page, words

STATEMENT = Statement(
    title="Visits & <loans>",
    date="1 February 2021",
    contact="access@libraries.example",
    publisher="The libraries",
    outputs=("the PDF", "the page", "the site"),
    asked=(Question("pictures-1", "Each alternative fits", "2 pictures", "WCAG"),),
)
SILENT = Finding("ACC01", "Image “a.png” has no text", Place("01.md", 3), help="Write")


def test_a_statement_is_a_page_that_keeps_the_rules_it_is_about() -> None:
    """It has one heading, landmarks, scoped headers, and all that is given is safe."""
    facts = page_facts(page(STATEMENT, [SILENT]))
    start = Place("01.md")
    assert screen(facts, [], start) + rules(facts, start, "page", []) == []
    assert facts.title == "Accessibility of Visits & <loans>"
    assert "the PDF, the page and the site" in facts.text
    assert "edition of 1 February 2021" in facts.text


def test_what_was_found_is_not_hidden() -> None:
    """A fault makes the state partial; an accepted one is told with its reason."""
    text = page_facts(page(STATEMENT, [SILENT])).text
    assert "found 1 place that fall" not in text
    assert "conforms in part" in text
    assert "Image “a.png” has no text" in text
    waived = replace(SILENT, waiver=Waiver("decorative"))
    told = page_facts(page(STATEMENT, [waived])).text
    assert "conforms in part" not in told
    assert "decorative" in told


def test_a_clean_build_claims_no_more_than_was_checked() -> None:
    """Nothing found is not full conformance: a person’s checks are named as open."""
    other = Finding("NUM05", "Number is unbound", Place("01.md"))
    text = page_facts(page(STATEMENT, [other])).text
    assert "only the checks by a person can say" in text
    assert "Number is unbound" not in text
    assert "Each alternative fits" in text


def test_without_a_contact_none_is_made_up() -> None:
    """The statement says that the report names nobody."""
    text = page_facts(page(replace(STATEMENT, contact=""), [])).text
    assert "The report names no contact. The libraries published it." in text


def test_codes_are_said_in_words() -> None:
    """A good condition is read as a sentence would be."""
    assert words("ACC02") == "PDF names itself"
    assert words("ACC01") == "Image has alt text"
