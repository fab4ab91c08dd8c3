"""What a build shows while it is at work: stages' words in, lines out."""

import pytest

from crossfoot.progress import ERASE, Board, lasting


def word(stage: str, what: str, **more: object) -> dict[str, object]:
    return {"stage": stage, "is": what, **more}


def test_a_terminal_has_one_line_that_is_rewritten() -> None:
    """What is at work stands at the foot, what was told for good above it."""
    board = Board(80, live=True)
    shown = [
        board.take(word("figures", "start"), 0),
        board.take(word("figures", "at", done=7, of=24), 4),
        board.take(word("repeats", "start"), 4.1),
        board.take(word("repeats", "line", text="nothing stands twice"), 4.2),
        board.take(word("figures", "line", text="24 figures"), 9),
        board.take(word("figures", "end"), 9),
    ]
    assert shown == [
        "figures",
        f"{ERASE}figures 7 of 24, about 10 s left",
        f"{ERASE}figures 7 of 24, about 10 s left; repeats",
        f"{ERASE}repeats   nothing stands twice\nfigures 7 of 24, about 10 s left",
        f"{ERASE}figures   24 figures\n",
        "",
    ]


def test_elsewhere_every_line_stays() -> None:
    """In a log a stage has one line at its end, and long work one in ten seconds."""
    board = Board(80)
    shown = [
        board.take(word("figures", "start"), 0),
        board.take(word("figures", "at", done=7, of=24), 4),
        board.take(word("figures", "at", done=12, of=24), 11),
        board.take(word("figures", "at", done=13, of=24), 12),
        board.take(word("figures", "line", text="24 figures"), 20),
        board.take(word("gate", "text", text="a.md:1:1: error\n"), 21),
    ]
    assert shown == [
        "",
        "",
        "figures   12 of 24, about 11 s left\n",
        "",
        "figures   24 figures\n",
        "a.md:1:1: error\n",
    ]


def test_work_that_is_not_counted_says_how_long_it_takes() -> None:
    """Only after three seconds, and in the width that there is."""
    board = Board(30, live=True)
    assert board.take(word("typeset", "start"), 0) == "typeset"
    assert board.say("", 2) == ""
    assert board.say("", 5) == f"{ERASE}typeset at work for 5 s"
    assert board.take(word("office", "start"), 6) == (
        f"{ERASE}typeset at work for 6 s; off…"
    )
    assert board.end() == ERASE


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.2, "1 s"), (12.4, "12 s"), (100, "2 min"), (3600, "60 min"), (9000, "2 hours")],
)
def test_a_time_is_said_as_people_say_it(seconds: float, said: str) -> None:
    """Seconds up to a minute and a half, then minutes, then hours."""
    assert lasting(seconds) == said
