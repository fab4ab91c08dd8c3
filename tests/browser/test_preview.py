"""The preview in a real browser: what an author sees, and what hostile text cannot do.

A made-up resident process gives the turns, so that pages can be worse than any that
Crossfoot writes; one test has the real one.
"""

import http.server
import json
import shutil
import threading
import time
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest
from driving import Browser
from standing import SOURCE, WRONG, Standing, page, paper

from crossfoot.chapters import Chapter
from crossfoot.engines.resident import Turn
from crossfoot.engines.watching.door import Door
from crossfoot.engines.watching.preview import Preview, Wish

FRAME = "frame"
ROWS = [f"<p id='p{n}'>Paragraph {n} about trees in the park.</p>" for n in range(400)]
AT = "Math.round(document.getElementById('p200').getBoundingClientRect().top)"
MARKED = "[...document.querySelectorAll('[data-preview-changed]')].map((one) => one.id)"
READY = "document.body.dataset.drawn && document.querySelector('#pages img[src]') && 1"
VISIBLE = "(id) => !!document.getElementById(id)?.getClientRects().length"


class Shown:
    """A preview with a browser before it."""

    def __init__(self, root: Path, browser: Browser, make=None) -> None:
        self.browser = browser
        self.standing = Standing()
        self.lines: list[str] = []
        self.door = Door.open()
        self.preview = Preview(
            Wish(root), self.door, self.lines.append, make or self.standing
        )

    def turn(self, *parts: str, heights=(300,) * 9, **news) -> None:
        """Let the resident process make a page and a PDF."""
        self.standing.number += 1
        news = {"page": page(*parts), "paper": paper(*heights), **news}
        before = len(self.lines)
        self.standing.turns.append(Turn(self.standing.number, **news))
        self.preview.session.hear(frozenset({"sources/01-a.md"}))
        self.printed(before)

    def printed(self, before: int) -> None:
        """Wait until a round has ended."""
        end = time.monotonic() + 30
        while len(self.lines) <= before and time.monotonic() < end:
            time.sleep(0.01)
        assert len(self.lines) > before

    def open(self, **words) -> None:
        assert self.browser("open", address=self.door.address, **words) == 200

    def until(self, code: str, frame: str = ""):
        return self.browser("until", code=code, frame=frame)

    def ask(self, code: str, frame: str = ""):
        return self.browser("evaluate", code=code, frame=frame)

    def stop(self) -> None:
        self.preview.stop()
        self.door.close()


@pytest.fixture(scope="module")
def browser():
    made = Browser()
    yield made
    made.close()


@pytest.fixture
def shown(make, browser):
    """Return a preview with a first view that is long."""
    one = Shown(make({"sources/01-a.md": SOURCE.text}), browser)
    one.standing.turns.append(Turn(1, page=page(*ROWS), paper=paper(*(300,) * 9)))
    one.standing.number = 1
    one.preview.start()
    one.printed(0)
    yield one
    one.stop()


def test_an_edit_appears_and_the_place_is_kept(shown) -> None:
    """A changed paragraph is shown and marked, and what is read stays where it is."""
    shown.open()
    shown.until(READY)
    shown.ask("document.getElementById('p200').scrollIntoView()", FRAME)
    shown.ask("document.getElementById('paper').scrollTop = 900")
    shown.ask("globalThis.same = document.getElementById('p200')", FRAME)
    before = shown.ask(AT, FRAME)
    rows = ["<p id='new'>A paragraph before all others.</p>", *ROWS]
    rows[202] = "<p id='p201'>Paragraph 201 about rain.</p>"
    shown.turn(*rows, heights=(300,) * 8)
    shown.until("document.getElementById('p201').textContent.includes('rain')", FRAME)
    shown.until("document.querySelectorAll('#pages li').length === 8")
    assert shown.ask(AT, FRAME) == before
    assert shown.ask("same === document.getElementById('p200')", FRAME)
    assert shown.ask("document.getElementById('paper').scrollTop") == 900
    assert shown.ask(MARKED, FRAME) == ["new", "p201"]
    style = "getComputedStyle(document.getElementById('p201'))"
    assert shown.ask(f"{style}.outlineStyle", FRAME) == "dashed"
    assert shown.ask(f"{style}.animationName", FRAME) == "none"
    shown.until("document.getElementById('next').textContent === 'Next change (2)'")
    shown.browser("click", selector="#next")
    assert shown.until("document.activeElement.id === 'new' && scrollY < 300", FRAME)


def test_the_page_becomes_what_was_made(shown) -> None:
    """After any change the page in the frame is the one that was made, node for node."""
    shown.open()
    shown.until(READY)
    table = "<table><tr><td>{}</td></tr><tr><td>2</td></tr></table>"
    pages = [
        [*ROWS[5:10], table.format("1"), *ROWS[3:4]],
        [*ROWS[5:10], table.format("3"), "words<svg><g><path d='M0 0'/></g></svg>"],
        [ROWS[9], "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", ROWS[5]],
        [ROWS[9], "<ul><li>a</li><li>x</li><li>b<ul><li>d</li></ul></li></ul>"],
        [],
        ROWS[:3],
    ]
    for parts in pages:
        shown.turn(*parts)
        made = page(*parts).decode().split("<body>")[1].split("</body>")[0]
        wanted = (
            f"new DOMParser().parseFromString({made!r}, 'text/html').body.innerHTML"
        )
        here = "document.body.cloneNode(true)"
        plain = (
            f"(() => {{ const one = {here}; for (const e of one.querySelectorAll('*'))"
            " { e.removeAttribute('data-preview-changed'); } return one.innerHTML; })()"
        )
        shown.until(f"{plain} === {wanted}", FRAME)


def test_an_error_appears_and_the_last_view_stays(shown) -> None:
    """Errors are listed and announced; with trouble the view stays under a banner."""
    shown.open()
    shown.until(READY)
    shown.turn(*ROWS[:50], findings=(WRONG,), sources={SOURCE.file: SOURCE})
    shown.until("document.getElementById('told').textContent === '1 error, 0 warnings'")
    assert shown.ask("document.getElementById('told').getAttribute('role')") == "status"
    assert shown.ask("document.title") == "(1) Trees & rain"
    assert (
        shown.ask("document.getElementById('fold').textContent.trim()") == "Findings 1"
    )
    link = "document.querySelector('#found .where a').href"
    root = shown.preview.board.root
    assert shown.ask(link) == f"vscode://file{root}/sources/01-a.md:3:9"
    shown.turn(page=None, paper=None, trouble="report.yml cannot be read")
    shown.until(
        "document.getElementById('banner').textContent.includes('report.yml cannot')"
    )
    assert shown.ask("document.getElementById('state').textContent") == "Last good view"
    assert shown.ask("!!document.getElementById('p49')", FRAME)
    assert shown.ask(f"({VISIBLE})('frame')")
    assert shown.ask("document.querySelectorAll('#found .said').length") == 1
    shown.turn(*ROWS)
    shown.until("document.getElementById('banner').textContent === ''")
    shown.until("document.querySelectorAll('#found .said').length === 0")


def test_a_picture_of_a_page_shows_where_it_changed(shown) -> None:
    """Only pages in sight are fetched, and a changed one has a bar beside the change."""
    shown.open()
    shown.until("document.querySelectorAll('#pages img[src]').length > 1")
    fetched = "document.querySelectorAll('#pages img[src]').length < 9"
    assert shown.ask(fetched)
    assert (
        shown.ask("document.querySelector('#pages img').alt")
        == "Page 1 of 9 of the PDF"
    )
    shown.ask("document.getElementById('paper').scrollTo(0, 1e6)")
    shown.until("document.querySelector('#pages li:last-child img[src]') && 1")
    assert (
        shown.ask("document.querySelectorAll('#pages .change:not([hidden])').length")
        == 0
    )


HOSTILE = [
    "<script>parent.postMessage('ran', '*'); document.title = 'ran'; ran = 1</script>",
    "<img src=x onerror=\"ran = 1; document.title = 'ran'\">",
    "<svg onload='ran = 1'><a href='javascript:ran=1'><text>x</text></a></svg>",
    "<a id='js' href='javascript:ran=1'>here</a>",
    "<a id='js2' href=' jav&#x09;ascript:ran=1' target='_parent'>here</a>",
    "<a id='up' href='https://example.invalid/' target='_top'>up</a>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<meta http-equiv='refresh' content='0;url={spy}/refresh'>",
    "<link rel='stylesheet' href='{spy}/style'><img src='{spy}/img'>",
    "<link rel='prefetch' href='{spy}/prefetch'><link rel='preconnect' href='{spy}'>",
    "<style>@import '{spy}/import'; body {{ background: url({spy}/css) }}</style>",
    "<form id='f' action='{spy}/form' method='post'><button id='send'>Go</button></form>",
    "<object data='{spy}/object'></object><embed src='{spy}/embed'>",
    "<video src='{spy}/video' autoplay></video><base href='{spy}/'>",
    "<p id='last' style='background: url({spy}/style)'>The end.</p></script></body>",
    "<script src='{spy}/script'></script><body onload='ran = 1'>",
]
"""What raw HTML of a chapter could try, were it passed on as it is."""


@pytest.fixture
def spy():
    """Return another local service, and what it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815  the library's name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_hostile_text_runs_nothing_and_reaches_nobody(shown, spy) -> None:
    """Scripts, handlers, links, forms and fetches in a page do nothing at all."""
    address, asked = spy
    shown.open()
    shown.until(READY)
    parts = [part.format(spy=address) for part in HOSTILE]
    shown.turn(*parts)
    shown.until("!!document.getElementById('last')", FRAME)
    for name in ("js", "js2", "send"):
        shown.ask(f"document.getElementById('{name}').click()", FRAME)
    time.sleep(0.5)
    nothing = "typeof ran === 'undefined' && document.title !== 'ran'"
    assert shown.ask(nothing, FRAME)
    assert shown.ask(nothing)
    assert shown.ask("origin", FRAME) == "null"
    reach = "(() => { try { return !!parent.document } catch { return 'no' } })()"
    assert shown.ask(reach, FRAME) == "no"
    assert shown.ask("document.querySelector('#up').target", FRAME) == "_blank"
    assert shown.ask("document.querySelectorAll('script').length", FRAME) == 1
    assert asked == []
    fetched = [one for one in shown.browser("said") if one.startswith("request http")]
    own = f"request {shown.door.address}"
    assert [one for one in fetched if not one.startswith(own)] == []
    # Alone in a tab it runs as little.
    shown.browser("open", address=f"{shown.door.address}report.html")
    time.sleep(0.5)
    assert shown.ask(nothing)
    assert asked == []


def test_the_preview_is_accessible(shown) -> None:
    """No rule of WCAG 2.2 AA is broken, at rest and with errors, and nothing overflows."""
    shown.turn(*ROWS[:9], findings=(WRONG,), sources={SOURCE.file: SOURCE})
    shown.turn(page=None, paper=None, trouble="report.yml cannot be read")
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for width, scheme in product((1280, 360), ("light", "dark")):
        shown.open(width=width, colorScheme=scheme, bypassCSP=True)
        shown.until(
            "document.querySelector('#found .said') && document.body.dataset.drawn"
        )
        for _ in range(2):
            assert shown.browser("axe") == []
            assert shown.ask(wide) == 0
            shown.browser("click", selector="#fold")


def test_everything_can_be_done_by_keyboard(shown) -> None:
    """What is shown is chosen, and the findings are folded, with the keyboard alone."""
    shown.turn(*ROWS[:9], findings=(WRONG,), sources={SOURCE.file: SOURCE})
    shown.open()
    shown.until("document.querySelector('#found .said') && document.body.dataset.drawn")
    shown.browser("press", keys="Tab")
    assert shown.ask("document.activeElement.textContent") == "Skip to the report"
    shown.browser("press", keys="Tab")
    assert shown.ask("document.activeElement.value") == "both"
    shown.browser("press", keys="ArrowRight")
    assert shown.ask("document.body.dataset.view") == "page"
    assert not shown.ask(f"({VISIBLE})('paper')")
    shown.browser("press", keys="ArrowRight")
    assert not shown.ask(f"({VISIBLE})('frame')")
    shown.ask("document.getElementById('fold').focus()")
    shown.browser("press", keys="Enter")
    assert (
        shown.ask("document.getElementById('fold').getAttribute('aria-expanded')")
        == "false"
    )
    assert not shown.ask(f"({VISIBLE})('findings')")
    shown.browser("press", keys="Enter")
    assert shown.ask("document.activeElement.id") == "findings"


def test_the_end_is_said(shown) -> None:
    """When the preview is stopped, its page says so."""
    shown.open()
    shown.until(READY)
    shown.preview.stop()
    shown.until(
        "document.getElementById('state').textContent === 'The preview was stopped'"
    )


def test_a_real_report_is_followed(browser, tmp_path) -> None:
    """A saved sentence of a real report is in the page and in the PDF soon after."""
    root = tmp_path / "report"
    shutil.copytree(str(files("crossfoot") / "starter"), root)
    from crossfoot.engines.resident import Resident

    one = Shown(root, browser, Resident)
    one.preview.start()
    one.printed(0)
    try:
        one.open()
        one.until(READY)
        assert one.ask("document.title") == one.preview.board.state.title
        one.until("document.querySelector('#pages li').dataset.tag")
        chapter = root / "sources" / "01-visits.md"
        text = chapter.read_text()
        chapter.write_text(f"# A new first heading\n\nWith words.\n\n{text}")
        one.until("document.body.textContent.includes('A new first heading')", FRAME)
        one.until(
            "document.querySelectorAll('#pages .change:not([hidden])').length > 0"
        )
    finally:
        one.stop()


CHAPTER = '<section aria-labelledby="h{0}"><h2 id="h{0}">Part {0}</h2>{1}</section><p>Next</p>'


@pytest.mark.parametrize(
    "inner",
    [
        "<p>snow</p><table><tr><td>1</td></tr></table>",
        "<p>snow</p><p>more</p>",
        "<p><b>snow</p>",
        "<p>snow</p><div>",
        "<p>snow</p></section><section>",
        "<p>snow</p></main>",
        '<p>snow</p><section aria-labelledby="x"><h2 id="x">X</h2></section>',
    ],
)
def test_a_chapter_becomes_what_the_whole_page_is(shown, inner: str) -> None:
    """Read by itself or with all others, a chapter ends as a browser reads the page."""
    parts = [CHAPTER.format(number, "<p>rain</p>") for number in range(1, 5)]
    shown.turn(*parts)
    shown.open()
    shown.until(READY)
    for one in (inner, "<p>rain</p>", inner):
        parts[1] = CHAPTER.format(2, one)
        before = shown.ask("document.body.dataset.drawn")
        shown.turn(*parts)
        shown.until(f"document.body.dataset.drawn !== '{before}'")
        html = json.dumps(page(*parts).decode())
        fresh = f"new DOMParser().parseFromString({html}, 'text/html').body.innerHTML"
        plain = "document.body.innerHTML.replaceAll(' data-preview-changed=\"\"', '')"
        assert shown.ask(f"{plain} === {fresh}", FRAME)


WRITTEN = Chapter(
    *("01-a", "sources/01-a.md", "chapter", "", SOURCE.text, {}),
    {
        "blocks": [
            {"t": "Para", "s": [9, 40], "c": [{"t": "Str", "c": "Rain on trees."}]}
        ]
    },
)


def clicked(selector: str) -> str:
    """Return a click with Alt held down."""
    event = "new MouseEvent('click', {altKey: true, bubbles: true, cancelable: true})"
    return f"document.querySelector('{selector}').dispatchEvent({event})"


def test_a_passage_leads_to_the_editor_and_a_finding_to_its_passage(shown) -> None:
    """Alt and a click, or a button, say where a passage was written; a button goes to it."""
    shown.standing.written = [WRITTEN]
    shown.preview.board.editor = None
    rows = ["<h2>Trees</h2>", *ROWS, "<p id='rain'>Rain on trees.</p>"]
    shown.turn(*rows, findings=(WRONG,), sources={SOURCE.file: SOURCE})
    shown.open()
    shown.until(READY)
    told = "document.getElementById('told').textContent"
    shown.ask(clicked("#rain"), FRAME)
    shown.until(f"{told} === 'sources/01-a.md:3:1'")
    shown.ask(clicked("#p5"), FRAME)
    shown.until(f"{told}.startsWith('Nobody wrote')")
    shown.browser("click", selector="[data-file]")
    rain = "document.getElementById('rain').getBoundingClientRect()"
    shown.until(f"{rain}.bottom > 0 && {rain}.top < innerHeight", FRAME)
    shown.until("document.activeElement.id === 'rain'", FRAME)
    shown.ask("document.getElementById('source').focus()")
    shown.browser("press", keys="Enter")
    shown.until(f"{told} === 'sources/01-a.md:3:1'")
    assert shown.browser("axe") == []
