"""News: what a browser is told makes the new page out of the one that it has."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standing import page

from crossfoot.engines.resident import Turn
from crossfoot.engines.watching.board import Board
from crossfoot.engines.watching.news import News, news
from crossfoot.engines.watching.pictures import Pictures

TEXTS = st.text(st.sampled_from("aé漢😀<"), max_size=12)


def made(before: str, told: News) -> str:
    """Return what a browser makes of a page; its strings are units of UTF-16."""
    units = before.encode("utf-16-le")
    end = len(units) - 2 * told.rest
    parts = units[: 2 * told.start], told.fresh.encode("utf-16-le"), units[end:]
    return b"".join(parts).decode("utf-16-le")


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_news_make_the_new_page(head: str, old: str, new: str, tail: str) -> None:
    """Whatever characters change, what a browser puts together is the new page."""
    before, after = head + old + tail, head + new + tail
    told = news(before.encode(), after.encode())
    assert made(before, told) == after


def test_a_word_is_a_few_characters() -> None:
    """What stays is not told again; without a page before all of it is told."""
    before, after = (f"<p>{'x' * 99}</p><p>{one} é</p>" for one in ("old", "new"))
    assert news(before.encode(), after.encode()) == News(109, 6, "new")
    assert news(b"", b"<p>a</p>") == News(0, 0, "<p>a</p>")


@pytest.fixture
def board(tmp_path):
    """Return a board without a PDF."""
    return Board(tmp_path, ("page",), "none", Pictures())


def test_who_has_another_page_gets_all_of_it(board: Board) -> None:
    """News are told to a browser that has the page before, to no other."""
    board.show_page(Turn(1, page=page("<p>one</p>")), "")
    before = board.state.page
    board.show_page(Turn(2, page=page("<p>two</p>")), "")
    short, whole = (json.loads(board.news(one)) for one in (before, "other"))
    assert (short["fresh"], short["page"]) == ("two", board.state.page)
    assert whole["fresh"] == page("<p>two</p>").decode()
    assert whole == json.loads(board.news(""))
