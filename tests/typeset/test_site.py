"""The site: one page a chapter, whole, and every link in it leads somewhere."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from setting import elsewhere, lay, made
from siting import EXPECTED, RECORD, TEXT, dangling, files, pages, publish, published
from siting import written as as_written

from crossfoot.engines import search
from crossfoot.engines.pandoc import markdown
from crossfoot.nodes import walk
from crossfoot.phrases import phrases
from crossfoot.typeset.screen.exports import csv_of
from crossfoot.typeset.screen.files import size
from crossfoot.typeset.screen.links import raised, relinked
from crossfoot.typeset.screen.names import DEVICES, LONGEST, stem, stems

HOSTILE = """# Con

[on](#aux) [back](#index).[^n]

[^n]: Note.

# Aux {#aux}

# Con

# ../../etc/passwd

# index

# Ελληνικά

# Überblick: “Straße” <b>
"""


def test_a_small_site_is_as_it_was(tmp_path: Path) -> None:
    """Pages, tables as CSV and the list of pages are what they are expected to be."""
    expected = EXPECTED.read_text("utf-8")
    assert as_written(published(tmp_path, TEXT, **RECORD)) == expected


def test_the_site_holds_what_it_shows(tmp_path: Path) -> None:
    """Style, pictures and downloads are files of the site, and nothing else."""
    assert sorted(published(tmp_path, TEXT)) == [
        "404.html",
        "con-2.html",
        "downloads.html",
        "downloads/con-2-table.csv",
        "downloads/fig-asks.csv",
        "downloads/fig-asks.svg",
        "downloads/report.pdf",
        "downloads/tbl-sums.csv",
        "images/dot.png",
        "index.html",
        "report.css",
        "search.js",
        "summary.html",
    ]


def test_pages_load_only_from_the_site(tmp_path: Path) -> None:
    """Style, script and pictures stand beside the page, fonts in the style sheet."""
    found = published(tmp_path, TEXT)
    assert not re.findall(r"url\((?!data:)", found["report.css"].decode())
    loaded = {
        one
        for page in pages(found).values()
        for one in re.findall(
            r"""<(?:link|script|img)[^>]*(?:href|src)="([^"]*)""", page
        )
    }
    assert loaded <= set(found)
    assert all("default-src 'none'" in page for page in pages(found).values())


def test_hostile_titles_make_safe_names(tmp_path: Path) -> None:
    """Devices, paths, pages of our own and other scripts give names that are free."""
    found = published(tmp_path, HOSTILE)
    assert sorted(pages(found)) == [
        "404.html",
        "aux-2.html",
        "chapter-6.html",
        "con-1.html",
        "con-2.html",
        "downloads.html",
        "etcpasswd.html",
        "index-2.html",
        "index.html",
        "uberblick-strasse.html",
    ]
    assert dangling(found) == []


@given(st.lists(st.tuples(st.text(max_size=80), st.text(max_size=8)), max_size=12))
def test_names_are_safe_and_their_own(wanted: list[tuple[str, str]]) -> None:
    """Any words give names in lower-case ASCII, all different, none of a device."""
    names = stems(wanted, ("index",))
    assert len({*names, "index"}) == len(wanted) + 1
    for name in names:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert len(name) <= LONGEST + 4
    assert not DEVICES & set(names)


def test_letters_with_marks_become_plain_ones() -> None:
    """Latin words stay readable in a name."""
    assert stem("Łódź – Straße, Œuvre & Ærø") == "lodz-strasse-oeuvre-aero"
    assert stem("中文") == ""


WORDS = st.sampled_from(["Con", "Sums", "Über", "index", "2 Findings", "“Q”", "notes"])
PIECES = st.sampled_from(
    [
        "Words.[^n]\n\n[^n]: A note to [there](#a1).",
        "See [here](#a0), [there](#a2) and [nowhere](#gone).",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n: Sums {#tbl-@ number=@ label='Table @'}",
        "![Asks](figures/asks.svg){#fig-@ number=@ label='Figure @'}",
        '`<a href="#a1">`',
        "[*x*]{#span-@}",
        "::: {.note #div-@}\nInside [there](#a1).\n:::",
    ]
)
CHAPTERS = st.lists(
    st.tuples(WORDS, st.booleans(), st.lists(PIECES, max_size=4)), max_size=5
)


def report(chapters: list[tuple[str, bool, list[str]]]) -> str:
    """Return chapters as the Markdown of a report; identifiers are all different."""
    out = []
    for at, (title, named, pieces) in enumerate(chapters):
        out.append(f"# {title}" + (f" {{#a{at}}}" if named else ""))
        for index, piece in enumerate(pieces):
            keyed = piece.replace("@", f"{at}{index}").replace(
                "[^n]", f"[^{at}-{index}]"
            )
            out.append(keyed)
            out.append(f"## {title} {{#part-{at}-{index}}}")
    return "\n\n".join(out) + "\n"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHAPTERS)
def test_every_link_in_a_site_leads_somewhere(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    chapters: list[tuple[str, bool, list[str]]],
) -> None:
    """Whatever chapters hold, each inner link has its page and its place there."""
    monkeypatch.setattr(search, "start", lambda _: None)
    found = published(tmp_path_factory.mktemp("site"), report(chapters), title="T")
    assert dangling(found) == []
    # Every chapter's title is the first heading of one page.
    for page in pages(found).values():
        assert len(re.findall("<h1[ >]", page)) == 1


def test_links_in_text_stay_text() -> None:
    """Only links lead to other pages; what looks like one in code is left alone."""
    home = {"a": "one.html", "b": "two.html#b"}
    code = '<p id="a"><code>&lt;a href="#b"&gt;</code></p>'
    assert relinked(code, "one.html", home) == code
    assert relinked('<a class="x" href="#b">b</a>', "one.html", home) == (
        '<a class="x" href="two.html#b">b</a>'
    )
    assert relinked('<a href="#b">b</a>', "two.html", home) == '<a href="#b">b</a>'
    assert (
        relinked('<a href="#a">a</a>', "two.html", home) == '<a href="one.html">a</a>'
    )
    assert raised("<h2>a</h2><header></header>") == "<h1>a</h1><header></header>"


def test_a_table_as_csv_has_a_word_in_every_cell_it_spans() -> None:
    """Headings and words stand in each cell that they reach; a figure stands once."""
    table = """+------+-----------+
| Who  | Sums      |
|      +-----+-----+
|      | Old | New |
+======+=====+=====+
| All  | 1   | 2   |
| of   +-----+-----+
| it   | =3  | -4  |
+------+-----+-----+
| 5          | - a |
|            | - b |
+------------+-----+
"""
    (node,) = (
        one for one in walk(markdown(table).value["blocks"]) if one["t"] == "Table"
    )
    assert csv_of(node) == (
        "Who,Sums,Sums\nWho,Old,New\nAll of it,1,2\nAll of it,'=3,-4\n5,,a b\n"
    )


def test_a_size_is_in_words() -> None:
    """Sizes are rounded to what readers know."""
    sizes = [
        size(n, phrases("en"))
        for n in (0, 999, 1000, 499_600, 999_499, 999_500, 12_345_678)
    ]
    assert sizes == [
        "0 bytes",
        "999 bytes",
        "1 kB",
        "500 kB",
        "999 kB",
        "1.0 MB",
        "12.3 MB",
    ]


def test_the_page_holds_its_tables_as_csv(tmp_path: Path) -> None:
    """A report of one file offers each table, and gives it without another file."""
    html = made(lay(tmp_path, TEXT)).html
    held = re.findall(
        r'download="([^"]*)" href="data:text/csv;charset=utf-8,([^"]*)"', html
    )
    assert [(name, unquote(unescape(data))) for name, data in held] == [
        ("fig-asks.csv", "Ask,£m\nNew,203\n"),
        ("tbl-sums.csv", "Item,Sum\n'=One,−1\n"),
        ("con-2-table.csv", "Loose,Table\na,b\n"),
    ]


def test_a_published_site_is_named_by_the_page(tmp_path: Path) -> None:
    """With an address, the report of one file links to the drawings on the site."""
    html = made(lay(tmp_path, TEXT, address="https://example.org/r")).html
    where = 'href="https://example.org/r/downloads/fig-asks.svg"'
    assert f'<a download="fig-asks.svg" {where}' in html


def test_search_finds_words_and_costs_nothing_else(tmp_path: Path) -> None:
    """The index holds chapters alone, and the site holds only what search loads."""
    site = lay(tmp_path, TEXT)
    publish(site)
    folder = site.build / "site" / "pagefind"
    entry = json.loads((folder / "pagefind-entry.json").read_text())
    assert [one["page_count"] for one in entry["languages"].values()] == [2]
    names = sorted(re.sub(r"_[0-9a-f]+\.", ".", path.name) for path in folder.iterdir())
    assert names == [
        "fragment",
        "index",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.en-gb.pf_meta",
        "pagefind.js",
        "wasm.en-gb.pagefind",
    ]


def test_a_site_without_search_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an index there is TYP10, and no page shows a search that cannot work."""
    monkeypatch.setattr(search, "start", lambda _: None)
    found, findings = publish(lay(tmp_path, TEXT))
    assert [(one.code, one.place.file) for one in findings] == [
        ("TYP10", "sources/report.yml")
    ]
    assert not any("_search" in page for page in pages(found).values())


def test_pagefind_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """A folder without a page that can be searched gets no index."""
    (tmp_path / "a.txt").write_text("no page")
    assert search.finished(search.start(tmp_path), tmp_path) is False
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_site_forgets_the_chapters_of_before(tmp_path: Path) -> None:
    """Pages, downloads and index of a chapter that is gone are gone."""
    site = lay(tmp_path, TEXT)
    made(site)
    new = lay(tmp_path, "# Other\n\nWords.\n")
    made(new)
    fresh = lay(tmp_path / "fresh", "# Other\n\nWords.\n")
    made(fresh)
    assert files(new) == files(fresh)
    assert tree(new.build / "site") == tree(fresh.build / "site")


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_site_comes_out_anywhere(tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed and processors leave no trace in it."""
    first, second = (lay(tmp_path / name, TEXT, **RECORD) for name in ("a", "b c/d"))
    elsewhere(first.root, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    elsewhere(
        second.root,
        TZ="Pacific/Kiritimati",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="77",
        RAYON_NUM_THREADS="1",
    )
    assert tree(first.build / "site") == tree(second.build / "site")


def test_a_site_that_is_not_asked_for_is_taken_away(tmp_path: Path) -> None:
    """What an earlier run made goes when `outputs:` leaves the site out."""
    site = lay(tmp_path, TEXT, **RECORD)
    made(site)
    assert (site.build / "site" / "index.html").is_file()
    told = tmp_path / "sources" / "report.yml"
    told.write_text("outputs: [pdf]\n", encoding="utf-8")
    made(site)
    assert not (site.build / "site").exists()
    assert (site.build / "report.html").is_file()


def test_a_site_speaks_the_language_of_its_report(tmp_path: Path) -> None:
    """No phrase of the frame is English, but in parts that are marked as English."""
    text = (
        TEXT + "\n\n```python\ncode\n```\n\n$$a + b = c + d + e + f + g + h + i + j$$\n"
    )
    told = {**RECORD, "language": "de", "lang": "de"}
    shown = "".join(pages(published(tmp_path, text, **told)).values())
    marked = r'<(div|p) lang="en">.*?</\1>|<script.*?</script>'
    shown = re.sub(marked, "", shown, flags=re.DOTALL)
    german, english = phrases("de"), phrases("en")
    for name, words in english.items():
        parts = [part.strip() for part in re.split(r"\{\w+\}", words)]
        for part in parts:
            if len(part) > 7 and part not in german[name]:
                assert not re.search(rf"\b{re.escape(part)}(?!\w)", shown), name
    assert 'aria-label="Anmerkung 1"' in shown
    assert f">{german['skip']}</a>" in shown
