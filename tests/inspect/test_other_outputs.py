"""Site, Word document and e-book: what plain pandoc makes of a report is read whole."""

import io
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from crossfoot.engines.archives import docx_words, epub_words
from crossfoot.engines.pandoc import markdown, program
from crossfoot.inspect.facts import Outputs, Pdf
from crossfoot.inspect.page import page_facts
from crossfoot.inspect.pages import in_order, pages, target
from crossfoot.inspect.passages import Passage, passages, squeezed
from crossfoot.inspect.words import missing
from crossfoot.parts import parts_of
from crossfoot.places import Place

TEXT = """# One

Some *words* with a “quote”, a note[^n] and $x^2$ in them; `code` too.

[^n]: The note's own words.

- [x] an item done
- another item

| Head | Other |
|------|-------|
| cell | more  |

: The caption

# Two

Words of the second chapter — the last of all ↔ here.
"""
READERS = {"docx": docx_words, "epub": epub_words}


@cache
def made(form: str) -> bytes:
    """Return what plain pandoc makes of the text."""
    words = [program(), "--from=markdown", f"--to={form}", "--output=-", "--quiet"]
    words += ["--metadata=title:T"]
    done = subprocess.run(words, input=TEXT.encode(), check=True, capture_output=True)
    return done.stdout


def expected(absent: str = "☐☒") -> list[Passage]:
    """Return the passages of the text."""
    return passages(parts_of(markdown(TEXT).value), absent)


@pytest.mark.parametrize("form", READERS)
def test_what_pandoc_makes_holds_every_word(form: str) -> None:
    """Notes, tables, lists and chapters are read in the order of the report."""
    assert missing(expected(), squeezed(READERS[form](made(form))), form) == []


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize(
    "words", ["Some", "own words", "another item", "cell", "The caption", "of all"]
)
def test_a_word_that_is_taken_out_is_missed(form: str, words: str) -> None:
    """A document without some of its words gives one finding."""
    spoilt = rewritten(made(form), words)
    (found,) = missing(expected(), squeezed(READERS[form](spoilt)), "e-book")
    assert found.code == "TYP04"


def rewritten(data: bytes, gone: str) -> bytes:
    """Return an archive without some words in its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.infolist():
            text = old.read(one)
            is_text = one.filename.endswith((".xhtml", "document.xml", "footnotes.xml"))
            new.writestr(one, text.replace(gone.encode(), b"") if is_text else text)
    return out.getvalue()


def test_what_is_no_archive_has_no_words() -> None:
    """A file that cannot be read holds nothing, so every passage is missed."""
    for read in READERS.values():
        assert read(b"") == ""
        assert read(b"PK\x05\x06" + bytes(18)) == ""
    (found,) = missing(expected(), "", "e-book")
    assert found.message == "The e-book lacks “One”, the first of 12 passages"


def page(name: str, body: str) -> str:
    """Return a page of a site."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{name}</title></head><body>'
        f'<main><h1 id="{name}">{name}</h1>{body}</main></body></html>'
    )


SITE = {
    "index.html": page("T", '<p><a href="b.html#Two">2</a> <a href="a.html">1</a></p>'),
    "a.html": page("One", '<p>first words</p><a href="data/x%20y.csv">csv</a>'),
    "b.html": page("Two", '<p>second words</p><a href="https://a.example/">way</a>'),
    "404.html": page("Lost", '<p>no words <a href="/x/index.html">home</a></p>'),
}
FILES = frozenset({*SITE, "data/x y.csv"})


def report(text: str) -> dict[str, Any]:
    """Return a report's AST."""
    value: dict[str, Any] = markdown(text).value
    return value


def of_site(
    site: dict[str, str], text: str = "second words\n\nfirst words"
) -> list[str]:
    """Return what is said of a site."""
    outputs = replace(
        Outputs(report(text), Pdf(1), ""), site=site, files=FILES & {*site, *FILES}
    )
    whole = passages(parts_of(outputs.report), "")
    found = pages(outputs, whole, Place("a.md"))
    return [f"{one.code} {one.message}" for one in found]


def test_a_sound_site_has_no_finding() -> None:
    """Pages are read as the first lists them; links lead to files and places."""
    assert of_site(SITE) == []
    assert of_site({}) == []
    facts = {name: page_facts(html) for name, html in SITE.items()}
    assert in_order(facts) == ["index.html", "b.html", "a.html"]
    assert target("a/b.html", "../c.html#x%20y") == ("c.html", "x y")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("a.html", "first", "", "TYP04 The site lacks “first words”"),
        (
            "index.html",
            "#Two",
            "#Three",
            (
                "ACC07 A link of the page index.html leads to “b.html#Three”,"
                " which is not there"
            ),
        ),
        (
            "a.html",
            "x%20y",
            "gone",
            (
                "ACC07 A link of the page a.html leads to “data/gone.csv”,"
                " which is not there"
            ),
        ),
        ("b.html", ' lang="en"', "", "ACC10 The page b.html names no language"),
        ("b.html", "<main>", "", "ACC22 The page b.html has 0 main parts"),
    ],
)
def test_a_fault_of_a_page_is_named(
    name: str, old: str, new: str, message: str
) -> None:
    """Each page of a site keeps the rules of a page, and its name is in the message."""
    assert message in of_site({**SITE, name: SITE[name].replace(old, new)})
