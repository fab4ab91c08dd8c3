"""Times in hours and minutes, and what they come to."""

import pytest
from reading import known, part

NOTHING = known()
ITEMS = "- Talk: 45 min\n- Workshop: 1 h 15 min\n- Questions: 30 min\n"
ROWS = "| Part | Time |\n|--|--:|\n| Drive | 1 hr 20 min |\n| Visit | 45 min |\n| Lunch | 1 hr 5 min |\n"
COLONS = (
    "| Part | Time |\n|--|--:|\n| Drive | 7:37 |\n| Visit | 0:45 |\n| Lunch | 1:05 |\n"
)
SECONDS = "| Run | Time |\n|--|--:|\n| Ash | 0:20:17 |\n| Elm | 0:24:50 |\n| Oak | 0:26:56 |\n"
TEXTS = {
    ITEMS + "- Total: {}\n": ("2 h 30 min", "2 h 50 min"),
    "The day takes {} in all:\n\n" + ITEMS: ("2 hours 30 minutes", "3 hours"),
    ROWS + "| Total | {} |\n": ("3 hr 10 min", "3 hr 40 min"),
    COLONS + "| Total | {} |\n": ("9:27", "9:47"),
    COLONS.replace("0:45", "00:45") + "| **Total** | {} |\n": ("09:27", "08:27"),
    SECONDS + "| Total | {} |\n": ("1:12:03", "1:11:03"),
}
LEFT = (
    ITEMS + "- Total: 9 h\n",
    ITEMS + "- Break: 2 h\n",
    ITEMS.replace("30 min", "until late") + "- Total: 2 h\n",
    "At first it took 2 h 10 min:\n\n" + ITEMS,
    COLONS.replace("0:45", "0:45:10") + "| Total | 9:47 |\n",
    COLONS.replace("0:45", "late") + "| Total | 9:47 |\n",
    COLONS.replace("1:05", "9:05") + "| End | 9:47 |\n",
)


def told(text: str) -> list[str]:
    return [one.message for one in part(text, NOTHING).findings]


@pytest.mark.parametrize(("text", "totals"), TEXTS.items())
def test_times_are_added_up(text: str, totals: tuple[str, str]) -> None:
    """In items, before them and down a column; written as the total is."""
    right, wrong = totals
    real = right if text != next(iter(TEXTS)) else "2 h 30 min"
    assert told(text.format(right)) == []
    expected = f"Text says “{wrong}”; the 3 times add up to {real}"
    assert told(text.format(wrong)) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_other_times_are_left_alone(text: str) -> None:
    """Far off, no total, an item without a time, and a time of something else."""
    assert told(text) == []


def test_times_that_add_up_are_footed() -> None:
    """What is a quantity among them needs no other proof."""
    numbers = part(ROWS + "| Total | 3 hr 10 min |\n", NOTHING).numbers
    assert [one["state"] for one in numbers] == ["footed"] * 4
