"""The list of findings beside a preview."""

import pytest
from standing import SOURCE, WRONG

from crossfoot.findings import Finding, Related, Waiver
from crossfoot.places import Place, Text
from crossfoot.render.preview_findings import EDITORS, MOST, Desk, address, listed

DESK = Desk("/home/a b/rep", EDITORS["vscode"], {SOURCE.file: SOURCE})
WHERE = "sources/01-a.md:3:9"


def test_a_finding_has_its_line_its_way_out_and_its_place() -> None:
    """A finding is shown with the author's line, what to do, and a link to the place."""
    assert listed([WRONG], DESK) == (
        "<h2>Findings</h2>\n<p>1 error, 0 warnings, 0 waived</p>\n"
        '<section class="error" aria-labelledby="_error">\n'
        '<h3 id="_error">Errors <span class="many">1</span></h3>\n'
        '<details data-key="error sources/01-a.md" open>\n'
        '<summary>sources/01-a.md <span class="many">1</span></summary>\n<ul>\n'
        '<li>\n<p class="said">Text says “£205m”; a.b is £203m <a class="rule"'
        ' href="rules/NUM01" target="_blank" rel="noopener"'
        ' title="number-matches-data">NUM01<span class="spoken">, about this rule'
        "</span></a></p>\n"
        '<p class="line"><code>It was [<mark>£205m</mark>]{value=a.b} &amp; &lt;b&gt;'
        "more&lt;/b&gt;.</code></p>\n"
        '<p class="way">Write <code>£203m</code>, or bind another quantity</p>\n'
        f'<p class="where"><a href="vscode://file/home/a%20b/rep/{WHERE}"'
        f' title="Open in VS Code"><code>{WHERE}</code></a> <button type="button"'
        f' class="copy" data-copy="{WHERE}">Copy<span class="spoken"> {WHERE}</span>'
        '</button> <button type="button" class="show" data-file="sources/01-a.md"'
        ' data-line="3" data-column="9">Show<span class="spoken"> it in the page</span>'
        "</button></p>\n</li>\n</ul>\n</details>\n</section>\n"
    )


def test_hostile_words_stay_words() -> None:
    """Markup in messages, file names and lines is shown as it was written."""
    bad = '"><img src=x onerror=alert(1)>.md'
    text = Text(bad, "</script><script>alert(1)</script>\n")
    place = Place(bad, 1, 1, 1, 9)
    note = Related("<i>here</i> `<b>`", place)
    found = Finding("NUM05", "<script>x</script>", place, (note,), "<u>`</p>`</u>")
    html = listed([found], Desk("/r", EDITORS["zed"], {bad: text}))
    tags = {part.split(">")[0].split()[0] for part in html.split("<")[1:]}
    known = {"h2", "h3", "p", "section", "span", "details", "summary", "ul", "li", "a"}
    assert tags <= {f"{end}{tag}" for end in ("", "/") for tag in known} | {
        *("code", "/code", "mark", "/mark", "button", "/button"),
    }
    assert (
        'href="zed://file/r/%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E.md:1:1"'
        in html
    )


def test_findings_are_grouped_and_counted() -> None:
    """Errors come before warnings and notes, each by file; waived ones are counted."""
    places = [Place("b.md", 2), Place("a.md", 9), Place("a.md", 1)]
    found = [Finding("SRC08", "empty", place) for place in places]
    found += [Finding("NUM01", "wrong", Place("c.md"))]
    found += [Finding("NUM01", "meant", Place("c.md"), waiver=Waiver("it is so"))]
    html = listed(found, Desk("/r", None, {}))
    assert "<p>1 error, 3 warnings, 1 waived</p>" in html
    marks = [line for line in html.split("\n") if "many" in line]
    assert [m.replace("<summary>", "").split(" <")[0] for m in marks] == [
        *('<h3 id="_error">Errors', "c.md", '<h3 id="_warning">Warnings'),
        *("a.md", "b.md"),
    ]
    assert html.index("a.md:1:1") < html.index("a.md:9:1") < html.index("b.md:2:1")
    assert "vscode" not in html


def test_a_flood_is_cut_and_said() -> None:
    """Of thousands of findings some are listed, and how many are not is said."""
    found = [
        Finding("NUM05", "unbound", Place("a.md", line)) for line in range(1, 5001)
    ]
    html = listed(found, Desk("/r", None, {}))
    assert html.count('<p class="said">') == MOST
    assert (
        f"<p>And {5000 - MOST} more; <code>crossfoot check</code> lists all.</p>"
        in html
    )


def test_nothing_found_is_said() -> None:
    """Without findings the list says so."""
    assert listed([], DESK) == (
        "<h2>Findings</h2>\n<p>0 errors, 0 warnings, 0 waived</p>\n"
        "<p>Nothing to mend was found.</p>\n"
    )


@pytest.mark.parametrize("name", EDITORS)
def test_each_editor_opens_the_file_at_its_line(name: str) -> None:
    """The address for each editor holds the file and the line, percent-encoded."""
    place = Place("sources/é & #1.md", 7, 3)
    link = address(place, "/r/", EDITORS[name])
    assert "/r/sources/%C3%A9%20%26%20%231.md" in link
    assert link.endswith(("7:3", "line=7"))


def test_a_place_past_the_end_shows_no_mark() -> None:
    """A place in a line that is shorter by now, or gone, is shown without harm."""
    short = Finding("NUM01", "wrong", Place(SOURCE.file, 1, 40, 1, 50))
    gone = Finding("NUM01", "wrong", Place(SOURCE.file, 40))
    html = listed([short, gone], DESK)
    assert '<p class="line"><code># Trees<mark></mark></code></p>' in html
    assert html.count('<p class="line">') == 1
