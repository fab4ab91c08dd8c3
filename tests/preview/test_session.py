"""The session: what is made when, and what is said of it."""

import re
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from standing import SOURCE, WRONG, Standing, page, paper

from crossfoot.engines.resident import Turn
from crossfoot.engines.watching import session as sessions
from crossfoot.engines.watching.board import Board
from crossfoot.engines.watching.pictures import Pictures
from crossfoot.engines.watching.session import Session
from crossfoot.render.preview_findings import EDITORS

SOON = 10.0


class Watched:
    """A session with a resident process that a test makes up."""

    def __init__(self, root: Path, kinds: tuple[str, ...], pictures: Pictures) -> None:
        self.board = Board(root, kinds, "none", pictures)
        self.lines: list[str] = []
        self.ended = threading.Event()
        self.standing = Standing()
        self.session = Session(
            root, self.board, self.lines.append, self.ended.set, self.standing
        )

    def turn(self, **news) -> Turn:
        """Add the next turn that the resident process gives."""
        number = max(
            [self.standing.turn.number, *(t.number for t in self.standing.turns)]
        )
        turn = Turn(number + 1, **news)
        self.standing.turns.append(turn)
        return turn

    def save(self, *names: str, code: bool = False) -> list[str]:
        """Save files; return the lines printed until all is at rest."""
        before = len(self.lines)
        self.session.hear(frozenset(names), code)
        return self.wait(before)

    def wait(self, before: int = 0) -> list[str]:
        end = time.monotonic() + SOON
        while time.monotonic() < end:
            if len(self.lines) > before and self.board.state.phase == "resting":
                return [
                    re.sub(r"\d+\.\d\d s", "N s", line) for line in self.lines[before:]
                ]
            time.sleep(0.01)
        raise AssertionError(self.lines)


@pytest.fixture(scope="module")
def pictures():
    """Return what makes pictures, in a process that all tests share."""
    made = Pictures()
    yield made
    made.close()


@pytest.fixture
def watched(make, pictures, monkeypatch):
    """Return a function that starts a session on a report's folder."""
    all_of_them: list[Watched] = []
    # On a busy machine a look at the files may come before what is heard.
    monkeypatch.setattr(sessions, "LOOK", 60 * SOON)

    def start(*kinds: str, **first) -> Watched:
        root = make({"sources/01-a.md": SOURCE.text})
        one = Watched(root, kinds or ("page", "paper"), pictures)
        one.turn(**{"page": page("<p>1</p>"), "paper": paper(300), **first})
        all_of_them.append(one)
        one.session.start()
        return one

    yield start
    for one in all_of_them:
        one.session.stop()
        assert one.session.join(SOON)
        assert one.standing.asked[-1] == "close"


def test_a_turn_is_one_line(watched) -> None:
    """The terminal says what changed, how long it took, and what was found."""
    one = watched()
    assert one.wait() == [
        "First view: page in N s, PDF in N s; 0 errors, 0 warnings, 0 waived"
    ]
    one.turn(page=page("<p>2</p>"), paper=paper(300, 300), findings=(WRONG,))
    assert one.save("sources/01-a.md") == [
        "sources/01-a.md: page in N s, PDF in N s; 1 error, 0 warnings, 0 waived"
    ]
    one.turn(page=page("<p>3</p>"), paper=paper(300))
    assert one.save("a.md", "b.md", "c.md") == [
        "3 files: page in N s, PDF in N s; 0 errors, 0 warnings, 0 waived"
    ]


def test_one_kind_alone_is_made_alone(watched) -> None:
    """Where the web page is shown alone, no PDF is made; else both are."""
    one = watched("page")
    assert one.wait() == ["First view: page in N s; 0 errors, 0 warnings, 0 waived"]
    assert "paper" not in one.standing.asked
    assert one.board.state.paper == ""
    two = watched("paper")
    two.wait()
    assert (bool(two.board.state.page), bool(two.board.state.paper)) == (False, True)


def test_what_did_not_change_is_not_shown_again(watched) -> None:
    """A file that was touched changes neither the view nor the terminal."""
    one = watched()
    one.wait()
    before = one.board.state
    one.session.hear(frozenset({"sources/01-a.md"}))
    time.sleep(0.2)
    assert one.board.state == before
    assert len(one.lines) == 1


def test_the_last_good_view_stays_with_the_reason(watched) -> None:
    """When nothing could be made, the view stays, and says why until it is mended."""
    one = watched(findings=(WRONG,))
    one.wait()
    before = one.board.state
    one.board.editor = EDITORS["zed"]
    one.turn(trouble="sources/01-a.md:2:9: broken")
    assert one.save("sources/01-a.md") == ["sources/01-a.md:2:9: broken"]
    root = one.board.root
    assert one.board.state.where == f"zed://file{root}/sources/01-a.md:2:9"
    one.turn(trouble="report.yml cannot be read")
    assert one.save("sources/report.yml") == [
        "sources/report.yml: report.yml cannot be read"
    ]
    stuck = one.board.state
    assert stuck.where == ""
    assert (stuck.page, stuck.paper, stuck.found) == (
        before.page,
        before.paper,
        before.found,
    )
    assert (stuck.says, stuck.trouble) == (
        "Last good view",
        "report.yml cannot be read",
    )
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    one.save("sources/report.yml")
    assert (one.board.state.says, one.board.state.trouble) == ("Up to date", "")


def test_a_pdf_that_cannot_be_made_leaves_the_last_one(watched) -> None:
    """When only the PDF fails, the page is new and the old PDF stays with the reason."""
    one = watched()
    one.wait()
    before = one.board.state
    one.turn(page=page("<p>2</p>"))
    one.standing.paper = lambda _: Turn(2, trouble="Stage paper stopped: Typst")
    assert one.save("sources/01-a.md") == [
        "Stage paper stopped: Typst",
        "sources/01-a.md: page in N s, no PDF; 0 errors, 0 warnings, 0 waived",
    ]
    after = one.board.state
    assert (after.page != before.page, after.paper == before.paper) == (True, True)
    assert after.trouble == "Stage paper stopped: Typst"


def test_a_pdf_is_made_though_the_page_is_the_same(watched) -> None:
    """What only the PDF shows, such as a font, is followed as well."""
    one = watched()
    one.wait()
    before = one.board.state
    one.turn(page=page("<p>1</p>"), paper=paper(300, 300))
    one.save("sources/theme.json")
    after = one.board.state
    assert (after.page == before.page, after.paper != before.paper) == (True, True)
    assert (len(before.sizes), len(after.sizes)) == (1, 2)


def test_a_fault_of_our_own_ends_nothing(watched) -> None:
    """An exception becomes one line, and the next change is followed."""
    one = watched()
    one.wait()
    one.standing.turns.append(ValueError("odd\nthing"))
    told = "A fault of Crossfoot’s own: ValueError: odd thing"
    assert one.save("a.md") == [f"a.md: {told}"]
    assert one.board.state.trouble == told
    one.standing.turn = Turn(1)
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    one.save("a.md")
    assert one.board.state.trouble == ""


def test_what_checks_find_follows_the_page_at_once(watched) -> None:
    """A page that comes before the checks is shown, its PDF, and what they found."""
    one = watched()
    one.wait()
    one.standing.asked.clear()
    first, second = page("<p>2</p>"), page("<p>2!</p>")
    one.turn(page=first, paper=paper(300), checked=False, settled=False)
    checked = replace(one.standing.turns[-1], findings=(WRONG,), checked=True)
    settled = replace(checked, page=second, settled=True)
    one.standing.turns += [checked, settled]
    assert one.save("a.md") == [
        "a.md: page in N s, PDF in N s, again in N s; 1 error, 0 warnings, 0 waived"
    ]
    assert one.standing.asked == ["page", "paper", "check", "settle", "paper"]
    assert one.board.page == second


def test_a_newer_change_comes_before_checks_that_wait(watched) -> None:
    """While a browser fetches the PDF, another save is taken up before any check."""
    one = watched()
    one.wait()
    one.standing.asked.clear()
    for number in (2, 3):
        made = page(f"<p>{number}</p>")
        one.turn(page=made, paper=paper(300 + number), checked=False)
    one.standing.turns.append(replace(one.standing.turns[-1], checked=True))
    shown = one.board.show_paper

    def showing(turn: Turn) -> None:
        shown(turn)
        one.board.show_paper = shown
        one.session.hear(frozenset({"a.md"}))

    one.board.show_paper = showing
    one.save("a.md")
    assert one.standing.asked == ["page", "paper", "page", "paper", "check"]


def test_checks_do_not_wait_long_for_a_pdf(watched) -> None:
    """What they found is shown though the PDF is still being made."""
    one = watched()
    one.wait()
    going, go = held_back(one.standing)
    one.turn(page=page("<p>2</p>"), paper=paper(300), checked=False)
    one.standing.turns.append(
        replace(one.standing.turns[-1], findings=(WRONG,), checked=True)
    )
    one.session.hear(frozenset({"a.md"}))
    assert going.wait(SOON)
    end = time.monotonic() + SOON
    while one.board.state.errors != 1 and time.monotonic() < end:
        time.sleep(0.01)
    assert (one.board.state.errors, go.is_set()) == (1, False)
    go.set()
    assert one.wait(1)[0].endswith("; 1 error, 0 warnings, 0 waived")


def test_a_check_that_fails_leaves_the_page(watched) -> None:
    """When only the checks fail, the page is new and stays, with the reason."""
    one = watched()
    one.wait()
    new = page("<p>2</p>")
    one.turn(page=new, paper=paper(300), checked=False, settled=False)
    trouble = "Stage numbers stopped: ValueError: odd"
    one.standing.turns.append(Turn(2, trouble=trouble))
    assert one.save("a.md")[0] == trouble
    assert one.board.page == new
    assert one.board.state.trouble == trouble


def test_repeats_are_looked_for_last(watched) -> None:
    """A page that takes old repeats is shown, then its PDF, then what they came to."""
    one = watched()
    one.wait()
    one.standing.asked.clear()
    first, second, other = page("<p>2</p>"), page("<p>3</p>"), page("<p>4</p>")
    one.turn(page=first, paper=paper(300), settled=False)
    one.standing.turns.append(Turn(2, (WRONG,), page=first, paper=paper(300)))
    assert one.save("sources/01-a.md")[0].endswith("; 1 error, 0 warnings, 0 waived")
    assert one.standing.asked == ["page", "paper", "settle"]
    one.standing.asked.clear()
    one.standing.turns.append(Turn(3, page=second, paper=paper(300), settled=False))
    one.standing.turns.append(Turn(3, page=other, paper=paper(300)))
    found = "0 errors, 0 warnings, 0 waived"
    assert one.save("sources/01-a.md") == [
        f"sources/01-a.md: page in N s, PDF in N s, again in N s; {found}"
    ]
    assert one.standing.asked == ["page", "paper", "settle", "paper"]
    assert one.board.page == other


def test_memory_is_given_back_when_all_is_done(watched) -> None:
    """It is after the last thing that was made, not after the PDF alone."""
    one = watched("page", settled=False)
    one.turn(page=page("<p>1</p>"))
    one.wait()
    end = time.monotonic() + SOON
    while not one.standing.rested and time.monotonic() < end:
        time.sleep(0.01)
    assert one.standing.rested == ["settle"]


def test_a_change_during_a_round_starts_one_more(watched) -> None:
    """Changes while the page is made put the PDF off, and the last one is shown."""
    one = watched()
    one.wait()
    made = one.standing.page
    went = threading.Event()

    def slow(**told) -> Turn:
        turn = made(**told)
        if not went.is_set():
            went.set()
            one.session.hear(frozenset({"sources/02-b.md"}))
        return turn

    one.standing.page = slow
    one.standing.asked.clear()
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    one.turn(page=page("<p>3</p>"), paper=paper(400))
    assert one.save("sources/01-a.md") == [
        "sources/02-b.md: page in N s, PDF in N s; 0 errors, 0 warnings, 0 waived"
    ]
    assert one.standing.asked == ["page", "page", "paper"]
    assert one.board.page == page("<p>3</p>")


def test_a_folder_that_is_gone_is_waited_for(watched) -> None:
    """Without its folder the report's last view stays; when it is back it is opened."""
    one = watched()
    one.wait()
    root = one.session.root
    root.rename(root.with_name("away"))
    gone = f"The report’s folder {root} is not there"
    assert one.save() == [gone]
    one.session.hear(frozenset())
    time.sleep(0.1)
    assert one.lines[1:] == [gone]
    root.with_name("away").rename(root)
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    one.save()
    assert one.board.state.trouble == ""
    assert [word for word in one.standing.asked if " " in word] == ["open report"] * 2


def test_links_to_elsewhere_are_looked_at_now_and_then(watched, monkeypatch) -> None:
    """A change that nothing told of is found after a while."""
    monkeypatch.setattr(sessions, "LOOK", 0.05)
    one = watched()
    one.wait()
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    assert one.wait(1) == [
        "Changed files: page in N s, PDF in N s; 0 errors, 0 warnings, 0 waived"
    ]


def test_other_code_asks_to_start_again(watched, monkeypatch) -> None:
    """When Crossfoot's own code is another, the session ends and says so."""
    one = watched()
    one.wait()
    one.standing.outdated = True
    monkeypatch.setattr(sessions, "can_start", lambda: "SyntaxError: invalid syntax")
    assert one.save(code=True) == [
        "Crossfoot’s own code cannot be started: SyntaxError: invalid syntax"
    ]
    assert not one.ended.is_set()
    monkeypatch.setattr(sessions, "can_start", lambda: "")
    assert one.save(code=True)[-1] == "Crossfoot’s own code changed; starting again"
    assert one.ended.wait(SOON)
    assert one.session.stale


def test_what_grew_is_given_back_in_a_quiet_moment(watched, monkeypatch) -> None:
    """The preview starts again when nobody saves and it holds much more than at first."""
    held = [400]
    monkeypatch.setattr(sessions, "ENOUGH", 600)
    monkeypatch.setattr(sessions, "LOOK", 0.02)
    monkeypatch.setattr(sessions, "QUIET", 0.2)
    monkeypatch.setattr(sessions, "held_now", lambda: held[0])
    monkeypatch.setattr(sessions, "can_start", lambda: "")
    one = watched()
    one.wait()
    held[0] = 600
    assert not one.ended.wait(0.5)
    held[0] = 601
    assert one.ended.wait(SOON)
    assert one.session.stale
    assert one.lines[1:] == [
        "Nothing changed for a while; starting again with less memory"
    ]


def test_who_goes_on_saving_is_not_disturbed(watched, monkeypatch) -> None:
    """However much is held, nothing starts again before it is quiet."""
    held = iter([100])
    monkeypatch.setattr(sessions, "ENOUGH", 0)
    monkeypatch.setattr(sessions, "LOOK", 0.02)
    monkeypatch.setattr(sessions, "held_now", lambda: next(held, 1000))
    one = watched()
    one.wait()
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    one.save("sources/01-a.md")
    assert not one.ended.wait(0.3)


def held_back(standing: Standing) -> tuple[threading.Event, threading.Event]:
    """Let PDFs wait when they are made; return what tells of it, and what ends it."""
    made, going, go = standing.paper, threading.Event(), threading.Event()

    def slow(proofs: object) -> Turn:
        turn = made(proofs)
        going.set()
        assert go.wait(SOON)
        return turn

    standing.paper = slow
    return going, go


def test_a_page_does_not_wait_for_a_pdf(watched) -> None:
    """What is saved while a PDF is made is shown at once, and its own PDF comes last."""
    one = watched()
    one.wait()
    going, go = held_back(one.standing)
    first, last = one.board.paper, paper(400)
    one.turn(page=page("<p>2</p>"), paper=paper(300, 300), findings=(WRONG,))
    one.turn(page=page("<p>3</p>"), paper=last)
    one.session.hear(frozenset({"a.md"}))
    assert going.wait(SOON)
    one.session.hear(frozenset({"b.md"}))
    end = time.monotonic() + SOON
    while one.board.page != page("<p>3</p>") and time.monotonic() < end:
        time.sleep(0.01)
    assert (one.board.page, go.is_set()) == (page("<p>3</p>"), False)
    assert (one.board.paper, one.board.state.total) == (first, "0")
    go.set()
    assert one.wait(1) == [
        "b.md: page in N s, PDF in N s; 0 errors, 0 warnings, 0 waived"
    ]
    assert (one.board.paper, one.board.state.total) == (last, "0")


def test_a_pdf_is_begun_before_its_page_is_written(watched) -> None:
    """As soon as the report is laid out its PDF is made, beside the page."""
    one = watched()
    one.wait()
    made = one.standing.page
    going, go = held_back(one.standing)

    def slow(*, early: bool, begun: Callable[[], None]) -> Turn:
        turn = made(early=early, begun=begun)
        begun()
        assert going.wait(SOON)
        return turn

    one.standing.page = slow
    one.standing.asked.clear()
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    go.set()
    assert one.save("a.md") == [
        "a.md: page in N s, PDF in N s; 0 errors, 0 warnings, 0 waived"
    ]
    assert one.standing.asked == ["page", "paper"]


def test_a_pdf_that_comes_late_takes_no_trouble_away(watched) -> None:
    """Why nothing can be made stays though the PDF of the page before comes then."""
    one = watched()
    one.wait()
    going, go = held_back(one.standing)
    one.turn(page=page("<p>2</p>"), paper=paper(300))
    one.session.hear(frozenset({"a.md"}))
    assert going.wait(SOON)
    one.turn(trouble="report.yml cannot be read")
    assert one.save("report.yml") == ["report.yml: report.yml cannot be read"]
    before = one.board.state.paper
    go.set()
    one.session.stop()
    assert one.session.join(SOON)
    assert one.board.state.paper != before
    assert one.board.state.trouble == "report.yml cannot be read"
    assert len(one.lines) == 2


def test_who_saves_without_end_sees_pdf_and_repeats(watched) -> None:
    """Saved faster than a round is made, PDF and repeats are put off, not left out."""
    one = watched()
    one.wait()
    sheets = {number: paper(300 + number) for number in range(2, 14)}

    def page_and_save(*, early: bool, begun: Callable[[], None]) -> Turn:
        begun()
        number = one.standing.turn.number + early
        if number < 14:
            one.standing.asked.append(f"page {number}")
            one.session.hear(frozenset({"a.md"}))
            text = page(f"<p>{number}</p>")
            turn = Turn(number, page=text, paper=sheets[number], settled=False)
            one.standing.turn = turn
        return one.standing.turn

    def settle() -> Turn:
        one.standing.asked.append("settle")
        one.standing.turn = replace(one.standing.turn, settled=True)
        return one.standing.turn

    one.standing.page, one.standing.settle = page_and_save, settle
    one.standing.asked.clear()
    one.save("a.md")
    asked = one.standing.asked
    assert asked.index("paper") < asked.index("page 7")
    assert asked.index("settle") < asked.index("page 7")
    assert (one.board.page, one.board.paper) == (page("<p>13</p>"), sheets[13])
    assert one.board.state.says == "Up to date"
