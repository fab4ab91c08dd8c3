"""Repeats on the page of checks."""

import pytest
from markup import Page
from related import ALL, CHAPTERS, CLASH, CUT, EXACT, JOINT, NEAR, PHRASE, row

from crossfoot.findings import Finding
from crossfoot.places import Place, Text
from crossfoot.render.checks import page
from crossfoot.render.repeats_page import body


def keep(ident: str) -> str:
    """Return the line that says how passages may stay as they are."""
    line = f"crossfoot repeats --accept {ident} --because &quot;…&quot;"
    return f'<p class="keep">To keep them as they are: <code>{line}</code></p>\n'


def test_a_contradiction_is_shown_side_by_side() -> None:
    """Both passages stand in an article, and what differs is marked in each."""
    shown = body({"relations": [CLASH]}, CHAPTERS)
    assert shown[shown.index('<h3 id="contradiction">') :] == (
        '<h3 id="contradiction">Contradictions</h3>\n'
        '<article class="contradiction" aria-labelledby="r-636f6e7472616469">\n'
        '<h4 id="r-636f6e7472616469"><b class="letter contradiction" aria-hidden="true">C</b>'
        '<span class="spoken">Contradiction:</span>'
        " <code>sources/01.md:3–4</code> and <code>sources/03.md:3–4</code></h4>\n"
        "<p>9 words; an error; id <code>636f6e7472616469</code></p>\n"
        "<details open>\n<summary>Passages</summary>\n"
        '<div class="pair">\n'
        "<figure>\n<figcaption>Here: <code>sources/01.md:3–4</code></figcaption>\n"
        '<blockquote><p class="passage">A further <del><span class="spoken">only here: </span>'
        '£203m<span class="spoken">;</span></del> is requested for work tied to recovery.'
        "</p></blockquote>\n</figure>\n"
        "<figure>\n<figcaption>There: <code>sources/03.md:3–4</code></figcaption>\n"
        '<blockquote><p class="passage">A further <ins><span class="spoken">only there: </span>'
        '£230m<span class="spoken">;</span></ins> is requested for work tied to recovery.'
        "</p></blockquote>\n</figure>\n"
        "</div>\n</details>\n"
        "<p>Correct the one that is wrong, or say in words what makes the two differ."
        " Bound to one quantity, both would follow the data.</p>\n"
        f"{keep('636f6e7472616469')}</article>\n"
    )


def test_an_exact_repeat_is_shown_once() -> None:
    """Its passage stands below all of its places, its wrap taken out."""
    shown = body({"relations": [EXACT]}, CHAPTERS)
    assert shown[shown.index('<h3 id="exact">') :] == (
        '<h3 id="exact">Exact repeats</h3>\n'
        '<article class="exact" aria-labelledby="r-6578616374">\n'
        '<h4 id="r-6578616374"><b class="letter exact" aria-hidden="true">E</b>'
        '<span class="spoken">Exact repeat:</span>'
        " <code>sources/01.md:6–9</code> and <code>sources/03.md:8–10</code></h4>\n"
        "<p>16 words; replaced by a reference; id <code>6578616374</code></p>\n"
        "<details open>\n<summary>Passages</summary>\n"
        '<blockquote><p class="passage">The plans speak for the region as a whole, and'
        " they ask for much.\n\nSecond block.</p></blockquote>\n"
        "</details>\n"
        "<p>Nothing is lost: one copy is printed, and references to it stand for the"
        " others. Delete one copy, or give a summary that repeats the body its role.</p>\n"
        f"{keep('6578616374')}</article>\n"
    )


def test_classes_come_worst_first_and_what_is_listed_last() -> None:
    """A summary by class, the map, the articles, and a closed table of the rest."""
    shown = body(ALL, CHAPTERS)
    assert shown.startswith(
        '<ul class="classes">\n<li><b class="letter contradiction" aria-hidden="true">C</b>'
        "<span><strong>1 contradiction</strong>: passages equal but for what they say,"
        " of which one is old. 9 words; an error (1).</span></li>\n"
    )
    heads = [
        'id="map"',
        *(f'<h3 id="{kind}"' for kind in KINDS),
        "<h3>Listed only</h3>",
    ]
    assert sorted(heads, key=shown.index) == heads
    assert shown[shown.index(heads[-1]) :] == (
        "<h3>Listed only</h3>\n<details>\n"
        "<summary>1 template and 1 boilerplate passage</summary>\n"
        '<div role="region" aria-label="Passages that are meant to be alike" tabindex="0">\n'
        "<table>\n<caption>Passages that are meant to be alike</caption>\n"
        '<thead><tr><th scope="col">Class</th><th scope="col">Places</th>'
        '<th scope="col">Words</th><th scope="col">How it begins</th>'
        '<th scope="col">Id</th></tr></thead>\n<tbody>\n'
        '<tr><td><span id="r-74656d706c617465">Template</span></td>'
        "<td><code>sources/01.md:3–4</code><br><code>sources/03.md:3–4</code></td>"
        "<td>9</td><td>A further £203m is requested for work tied to recovery.</td>"
        "<td><code>74656d706c617465</code></td></tr>\n"
        '<tr><td><span id="r-626f696c6572706c">Boilerplate</span></td>'
        "<td><code>sources/02.md:3</code><br><code>sources/02.md:3</code>"
        "<br><code>sources/02.md:3</code><br><code>sources/02.md:3</code></td>"
        "<td>1</td><td>Nothing.</td><td><code>626f696c6572706c</code></td></tr>\n"
        "</tbody>\n</table>\n</div>\n</details>\n"
    )


def test_what_is_counted_twice_has_two_names() -> None:
    """Relations of the same words have one identifier, and a page each name once."""
    shown = body({"relations": [CLASH], "slight": [EXACT, EXACT]}, CHAPTERS)
    assert shown.count('id="s-6578616374"') == 1
    assert shown.count('id="s-6578616374-2"') == 1


def test_what_is_only_counted_is_listed_last() -> None:
    """Slight repeats stand in a closed table of their own."""
    shown = body({"relations": [CLASH], "slight": [NEAR, EXACT]}, CHAPTERS)
    assert shown[shown.index("<h3>Counted only</h3>") :] == (
        "<h3>Counted only</h3>\n<details>\n"
        "<summary>2 short passages that may repeat another</summary>\n"
        '<div role="region" aria-label="Short passages that may repeat another"'
        ' tabindex="0">\n'
        "<table>\n<caption>Short passages that may repeat another</caption>\n"
        '<thead><tr><th scope="col">Class</th><th scope="col">Places</th>'
        '<th scope="col">Words</th><th scope="col">How it begins</th>'
        '<th scope="col">Id</th></tr></thead>\n<tbody>\n'
        '<tr><td><span id="s-6578616374">Exact</span></td>'
        "<td><code>sources/01.md:6–9</code><br><code>sources/03.md:8–10</code></td>"
        "<td>16</td><td>The plans speak for the region as a whole, and they ask for"
        " much.\n\nSecond block.</td><td><code>6578616374</code></td></tr>\n"
        '<tr><td><span id="s-6e656172">Near</span></td>'
        "<td><code>sources/01.md:6–7</code><br><code>sources/03.md:6</code></td>"
        "<td>14</td><td>The plans speak for the region as a whole, and they ask for"
        " much.</td><td><code>6e656172</code></td></tr>\n"
        "</tbody>\n</table>\n</div>\n</details>\n"
    )


KINDS = ("contradiction", "exact", "near", "contained")


def test_what_was_accepted_is_closed() -> None:
    """A relation that nobody has to look at is there, and not in the way."""
    accepted = body({"relations": [{**NEAR, "action": "waived"}]}, CHAPTERS)
    assert "<details>\n<summary>Passages</summary>" in accepted
    assert "<p>Accepted, so that nothing has to be done.</p>" in accepted
    assert "<summary>Passages</summary>" in body({"relations": [NEAR]}, CHAPTERS)


def test_in_a_class_what_was_accepted_comes_last() -> None:
    """What somebody has to look at is read first."""
    accepted = {**NEAR, "action": "waived", "id": "aaaa"}
    shown = Page(body({"relations": [accepted, NEAR]}, CHAPTERS))
    assert [one for one in shown.ids if one[:2] == "r-"] == ["r-6e656172", "r-aaaa"]


def test_long_passages_are_cut_and_can_be_read_whole() -> None:
    """The middle is left out with its count, and stands behind another line."""
    words = [f"w{n}" for n in range(300)]
    texts = {
        "a.md": Text("a.md", " ".join(words)),
        "b.md": Text("b.md", " ".join([*words[:150], "new", *words[151:]])),
    }
    near = row("near", "report", *(ends(text) for text in texts.values()), words=300)
    shown = body({"relations": [near]}, texts)
    passages = Page(shown).text.split("Where they stand")[1].split("Here: ")
    assert len(passages) == 3
    assert passages[1].startswith(
        "a.md:1\n … 126 words in both … w126 w127 w128 w129 w130"
    )
    assert passages[2].split("\n")[1] == " ".join(words).replace(
        "w150 ", "only here: w150; "
    )
    many = row("exact", "replace", *(ends(text) for text in texts.values()), words=300)
    assert "w59</p>" not in body({"relations": [many]}, texts)
    assert 'w59 <span class="gap">… 180 words …</span> w240' in body(
        {"relations": [many]}, texts
    )
    wide = body({"relations": [{**near, "words": 5000}]}, texts)
    assert "<summary>All words</summary>" not in wide


def ends(text: Text) -> dict[str, object]:
    """Return the place of a whole text of one line."""
    return {
        "file": text.file,
        "start": 1,
        "end": 1,
        "column": 1,
        "end_column": len(text.text) + 1,
    }


def test_tables_and_code_keep_their_lines() -> None:
    """Only the wrap of prose is taken out of a passage."""
    for held in ("a  b\n1  2", "- one\n- two", "``` text\nx\ny\n```", "| a |\n| b |"):
        text = Text("a.md", held + "\n")
        place = text.place((0, len(held)))
        told = {
            "file": "a.md",
            "start": place.line,
            "end": place.end_line,
            "column": place.column,
            "end_column": place.end_column,
        }
        shown = body(
            {"relations": [row("exact", "report", told, told)]}, {"a.md": text}
        )
        assert f'<p class="passage">{held}</p>' in shown


def test_no_repeats_and_no_texts() -> None:
    """Without relations it says so; without texts it shows what the stage found."""
    assert body({}, {}) == "<p>No passage stands twice.</p>\n"
    told = {**NEAR, "differences": [{"a": "much", "b": "<i>"}]}
    shown = Page(body({"relations": [told, EXACT]}, {}))
    assert "only here: much;" in shown.text
    assert "only there: <i>;" in shown.text


EVIL = (
    "</p></article><script>alert(1)</script> \" ' & [x](javascript:alert(1))"
    " \x00\x07\x1b[31m \u202eevil \ufffe \u2028 end"
)


@pytest.mark.parametrize("kind", [*KINDS, "template", "boilerplate"])
def test_what_authors_wrote_stays_text(kind: str) -> None:
    """Markup, control characters and names of files cannot break the page."""
    names = ('sources/"<b>&.md', "sources/'x\x1b.md")
    texts = {
        names[0]: Text(names[0], f"One {EVIL} more\n"),
        names[1]: Text(names[1], f"Two {EVIL} less\n"),
    }
    places = [
        {"file": name, "start": 1, "end": 1, "column": 1, "end_column": 60}
        for name in names
    ]
    relation = row(kind, "fail", *places)
    relation["differences"] = [{"a": EVIL, "b": EVIL[::-1]}]
    finding = Finding("REP02", EVIL, Place(names[0]), help=EVIL, anchor=relation["id"])
    for held in (texts, {}):
        html = page([finding], {}, {"relations": [relation]}, held)
        shown = Page(html)
        assert not {"script", "i"} & set(shown.elements)
        assert not set("\x00\x07\x1b\u202e\ufffe\u2028") & set(html)
        assert f"#r-{relation['id']}" in shown.links


def test_links_lead_to_what_is_on_the_page() -> None:
    """Each name stands once, also for two relations of one id, and no link is dead."""
    again = {"relations": [*ALL["relations"], NEAR, NEAR, PHRASE]}
    shown = Page(page([], {}, again, CHAPTERS))
    assert len(shown.ids) == len(set(shown.ids))
    assert {link.removeprefix("#") for link in shown.links} <= set(shown.ids)
    assert {"r-6e656172", "r-6e656172-2", "r-6e656172-3"} <= set(shown.ids)


def test_a_finding_leads_to_its_passages() -> None:
    """The row of a finding about a repeat links to the article of its relation."""
    found = Finding("REP01", "Passage", Place("a.md"), anchor=f"{EXACT['id']} 0")
    other = Finding("REP03", "Passage", Place("a.md"), anchor="0000")
    html = page([found, other], {}, {"relations": [EXACT]}, CHAPTERS)
    assert html.count('<a href="#r-6578616374">The passages</a>') == 1


def test_the_same_input_gives_the_same_page() -> None:
    """Nothing of the page depends on how often or when it is made."""
    assert page([], {}, ALL, CHAPTERS) == page([], {}, ALL, dict(CHAPTERS))


def test_two_sections_are_one_article_with_each_passage_in_it() -> None:
    """A passage that is cut has an article of its own, which leads there."""
    shown = body({"relations": [CUT, JOINT]}, CHAPTERS)
    assert (
        '<a href="#r-6a6f696e74">part of two sections that run in parallel</a>'
        in (shown[shown.index('<article class="exact"') : shown.index("</article>")])
    )
    article = shown[shown.index('<article class="near"') :]
    assert article[: article.index('<div class="pair">')] == (
        '<article class="near" aria-labelledby="r-6a6f696e74">\n'
        '<h4 id="r-6a6f696e74"><b class="letter near" aria-hidden="true">N</b>'
        '<span class="spoken">Sections that run in parallel:</span>'
        " “Plans” <code>sources/01.md:1</code> and"
        " “Asks” <code>sources/03.md:1</code></h4>\n"
        "<p>2 of 3 passages in both, 23 words; reported; id"
        " <code>6a6f696e74</code></p>\n"
        "<details open>\n<summary>Passages</summary>\n"
        '<h5 id="r-6a6f696e74-p1">14 words; id <code>6e656172</code></h5>\n'
    )
    assert article.endswith(
        f"{keep('6e656172')}</details>\n"
        '<p>Told with it, 16 words of it printed once: <a href="#r-6578616374">'
        "<code>sources/03.md:8–10</code></a>.</p>\n"
        "<p>Keep one section and refer to it from the other, or say in each what is"
        f" its own.</p>\n{keep('6a6f696e74')}</article>\n"
    )


def test_a_pair_that_leads_others_holds_them() -> None:
    """Pairs of one passage are in its article, behind a line that counts them."""
    shown = body({"relations": [{**NEAR, "passages": [NEAR]}]}, CHAPTERS)
    start = (
        "<details>\n<summary>1 more pair of passages told with it</summary>\n"
        '<h5 id="r-6e656172-p1">'
    )
    assert shown.count(start) == 1
    assert shown.count(keep("6e656172")) == 2
    assert shown.count('<div class="pair">') == 2
