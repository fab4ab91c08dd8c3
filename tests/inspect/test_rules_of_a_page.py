"""The rules of a page: each way to break one is seen, and what keeps them is not."""

import pytest

from crossfoot.inspect.page import page_facts
from crossfoot.inspect.rules import rules
from crossfoot.places import Place

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport"
content="width=device-width, initial-scale=1"><title>A title</title>
<script>"no words"</script></head><body>
<a class="skip" href="#main">Skip to the report</a>
<header><h1>A title</h1></header>
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>
<a href="#one">One</a></nav>
<main id="main"><section><header><h2 id="one">One</h2></header>
<p>Words in <span lang="cy">Cymraeg</span>. <a href="#one"><img src="x" alt="A dot"></a>
<a id="anchor"></a></p>
<div role="region" tabindex="0" aria-label="Table 1"><table>
<tr><th scope="col">Head</th><th scope="col" rowspan="2">Other</th></tr>
<tr><td>cell</td></tr><tr><td colspan="2">both</td></tr></table></div>
<pre tabindex="0" role="region" aria-label="Code">x = 1</pre>
<details><summary>More</summary><p>Hidden</p></details>
<label for="field">Search</label><input id="field" type="search">
<label>Name <input></label><button>Go</button><button aria-label="Close"></button>
</section></main>
<footer><p>About</p></footer></body></html>
"""


def found(page: str, languages: tuple[str, ...] = ("cy",)) -> list[str]:
    """Return what is said of a page."""
    facts = page_facts(page)
    every = rules(facts, Place("sources/01.md"), "page", list(languages))
    return [f"{one.code} {one.message}" for one in every]


def test_a_sound_page_has_no_finding() -> None:
    """Names given in any way, nested tables' spans and anchors are right."""
    assert found(PAGE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<main", "<div", "ACC22 The page has 0 main parts"),
        ("<footer>", "<main>x</main><footer>", "ACC22 The page has 2 main parts"),
        ("<footer>", "<footer>x</footer><footer>", "ACC22 The page has 2 page footers"),
        (
            "<footer>",
            "<p>Astray</p><footer>",
            "ACC22 The page has words outside of its landmarks: “Astray”",
        ),
        (
            '<nav aria-labelledby="contents">',
            "<nav><a href='#one'>up</a></nav><nav>",
            "ACC23 The page has more than one <nav> without a name",
        ),
        (
            '<pre tabindex="0"',
            "<pre",
            'ACC23 The page has a part that scrolls and takes no focus: <pre role="region">',
        ),
        (
            '<th scope="col">',
            "<th>",
            "ACC24 The page has 1 header cell without a scope",
        ),
        (
            '<td colspan="2">',
            "<td>",
            "ACC24 The page has rows of different widths in its table 1",
        ),
        (
            'alt="A dot"',
            'alt=""',
            'ACC25 The page has an element that says nothing: <a href="#one">',
        ),
        (
            ">One</h2>",
            "></h2>",
            'ACC25 The page has an element that says nothing: <h2 id="one">',
        ),
        (
            "<button>Go",
            "<button>",
            "ACC25 The page has an element that says nothing: <button>",
        ),
        (
            ' aria-label="Table 1"',
            "",
            ('ACC25 The page has an element that says nothing: <div role="region">'),
        ),
        (
            "<summary>More",
            "<summary>",
            "ACC25 The page has an element that says nothing: <summary>",
        ),
        ('for="field"', "", "ACC25 The page has a field without a label: field"),
        (
            'aria-labelledby="contents"',
            'aria-labelledby="gone"',
            "ACC25 The page names an element “gone” that is not in it",
        ),
        (
            "<p>Hidden",
            '<iframe src="x"></iframe><p>Hidden',
            "ACC25 The page has an element that says nothing: <iframe>",
        ),
        ('lang="cy"', "", "ACC26 The page does not mark what is in language “cy”"),
        (
            'lang="cy"',
            'lang="Welsh (UK)"',
            "ACC26 The page names a language “Welsh (UK)” that is none",
        ),
        (
            "<p>Hidden",
            "<video autoplay></video><p>Hidden",
            "ACC27 The page does something by itself, or hinders: <video>",
        ),
        (
            "<p>Hidden",
            "<marquee>x</marquee><p>Hidden",
            "ACC27 The page does something by itself, or hinders: <marquee>",
        ),
        (
            "initial-scale=1",
            "user-scalable=no",
            (
                "ACC27 The page does something by itself, or hinders:"
                " <meta> that forbids to zoom"
            ),
        ),
        (
            "<head>",
            '<head><meta http-equiv="refresh" content="9">',
            (
                "ACC27 The page does something by itself, or hinders:"
                ' <meta http-equiv="refresh">'
            ),
        ),
        (
            '<pre tabindex="0"',
            '<pre tabindex="3"',
            ('ACC27 The page does something by itself, or hinders: <pre tabindex="3">'),
        ),
    ],
)
def test_a_broken_rule_is_named(old: str, new: str, expected: str) -> None:
    """Each fault gives a finding that shows the element."""
    assert old in PAGE
    assert expected in found(PAGE.replace(old, new, 1))
