"""Sentences that share much and speak of other things."""

import pytest
from saying import known, sayings

from crossfoot.repeats.apart import core, is_apart, order

OPEN = "Open the settings window of the mail program and choose the account page."


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (OPEN, OPEN.replace("Open", "First open"), False),
        (OPEN, OPEN.replace("mail program", "Thunderbird program"), False),
        (
            OPEN.replace("mail program", "Outlook program"),
            OPEN.replace("mail program", "Thunderbird program"),
            True,
        ),
        (
            OPEN.replace("mail program", "Thunderbird program"),
            OPEN.replace("mail program", "Thunderbrid program"),
            False,
        ),
        (
            OPEN.replace("mail program", "`$MAIL_HOME` folder"),
            OPEN.replace("mail program", "`$CHAT_HOME` folder"),
            True,
        ),
        (
            OPEN.replace("page", "page 3"),
            OPEN.replace("page", "page 4"),
            True,
        ),
        (OPEN, OPEN.replace("choose", "never choose"), True),
        (
            OPEN.replace("the mail program", "harbour gates beside tools"),
            OPEN.replace("the mail program", "signal lamps above cranes"),
            True,
        ),
    ],
)
def test_one_frame_filled_in_twice_is_apart(a: str, b: str, *, apart: bool) -> None:
    """Another name, figure, denial or three other words make a frame."""
    texts = f"{a}\n", f"{b}\n"
    one, other = sayings(*texts)
    assert is_apart(one, other, known(*texts), 10.0) is apart


LONG = (
    "The harbour office counts every vessel at dawn, notes cargo, flag, captain and"
    " tonnage in a ledger, sends pilots to the outer lightship, weighs timber, coal,"
    " grain and salted herring on the quay, and locks the gates when fog rolls over the"
    " marshes"
)


def test_a_long_story_is_no_frame_for_a_word_here_and_there() -> None:
    """Three other words of twenty-eight make no frame, and seven do."""
    few = {"coal": "tar", "herring": "pork", "marshes": "meadows"}
    more = few | {
        "pilots": "clerks",
        "ledger": "calendar",
        "gates": "sheds",
        "dawn": "noon",
    }
    for swaps, apart in ((few, False), (more, True)):
        other = LONG
        for word, instead in swaps.items():
            other = other.replace(word, instead)
        texts = f"{LONG}.\n", f"{other}.\n"
        assert is_apart(*sayings(*texts), known(*texts), 60.0) is apart


@pytest.mark.parametrize(("sure", "apart"), [(19.0, True), (21.0, False)])
def test_figures_tell_stories_apart_where_little_is_shared(
    sure: float, *, apart: bool
) -> None:
    """In another order of words figures that differ are a matter of how much agrees."""
    texts = (
        "In 2019 the depot counted parcels of volunteers before vans left at dawn.\n",
        "Vans leave at dawn once volunteers of the depot have counted 300 parcels.\n",
    )
    one, other = sayings(*texts)
    assert order(one, other) < 50
    assert is_apart(one, other, known(*texts), sure) is apart


def test_the_order_is_a_share_of_the_longer_sentence() -> None:
    """Words in one order count once, in per cent, rounded down."""
    one, other = sayings(
        f"{OPEN}\n", f"{OPEN.replace('the account', 'an old account')}\n"
    )
    assert order(one, other) == 12 * 100 // 14


def test_the_core_leaves_out_what_one_side_says_besides() -> None:
    """What only one sentence says before or after is no part of a frame."""
    before = "Before anything else happens on a new and empty machine of the office: "
    texts = f"{OPEN}\n", f"{before}{OPEN[0].lower()}{OPEN[1:]}\n"
    one, other = sayings(*texts)
    assert [" ".join(part.norms) for part in core(one, other)] == [
        " ".join(one.norms)
    ] * 2
