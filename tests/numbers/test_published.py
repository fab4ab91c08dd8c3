"""Errors that were published, and true sums: the values are facts, the words are ours."""

import pytest
from reading import known, part

NOTHING = known()

PUBLISHED = {
    "a council's overspend, its share a slip": (
        "Of the replies, 7 of 191 (3.6 %) were late.",
        [("TAB05", "warning", "Text says “3.6 %”; 7 of 191 is 3.7 %")],
    ),
    "a manifesto's costing, one total too high": (
        (
            "| Measure | Cost |\n|:--|--:|\n| First | 17.7 |\n| Second | 3.6 |\n"
            "| Third | 5.2 |\n| Total | 26.9 |\n"
        ),
        [("TAB02", "warning", "Total says “26.9”; its 3 parts add up to 26.5")],
    ),
    "a regulator's requests, one row of three off": (
        (
            "| Body | Met | Extended | Late | Total |\n|:--|--:|--:|--:|--:|\n"
            "| First | 120 | 4 | 11 | 135 |\n| Second | 88 | 2 | 6 | 96 |\n"
            "| Water | 209 | 1 | 210 | 218 |\n| Fourth | 310 | 7 | 19 | 336 |\n"
        ),
        [("TAB02", "warning", "Total says “218”; its 3 parts add up to 420")],
    ),
    "a team of six that is five": (
        (
            "| Role | People | FTE |\n|:--|--:|--:|\n| Lead | 2 | 1.6 |\n"
            "| Engineer | 2 | 1.6 |\n| Manager | 0 | 0.0 |\n| Adviser | 1 | 0.2 |\n"
            "| Total | 6 | 3.4 |\n"
        ),
        [("TAB02", "error", "Total says “6”; its 4 parts add up to 5")],
    ),
    "a grand total two thousand too high": (
        (
            "| Item | Base | High |\n|:--|--:|--:|\n| Pay | 644,250 | 597,250 |\n"
            "| Costs | 88,300 | 16,300 |\n| Reserve | 73,255 | 59,355 |\n"
            "| Grand total | 805,805 | 674,905 |\n"
        ),
        [
            (
                "TAB02",
                "error",
                "Grand total says “674,905”; its 3 parts add up to 672,905",
            )
        ],
    ),
    "three points where a thousand is meant": (
        (
            "| Work | Cost |\n|:--|--:|\n| Design | 31,000.000 |\n| Build | 45,000.000 |\n"
            "| Total | 76.000 |\n"
        ),
        [("TAB02", "warning", "Total says “76.000”; its 2 parts add up to 76,000.000")],
    ),
    "percentages that come to a hundred and four": (
        (
            "| Kind | Share |\n|:--|--:|\n| Paired | 27% |\n| Plans | 27% |\n"
            "| Orphans | 2% |\n| Specs | 15% |\n| Others | 33% |\n| Total | 100% |\n"
        ),
        [("TAB02", "warning", "Total says “100%”; its 5 parts add up to 104%")],
    ),
    "a budget a thousand short": (
        (
            "| Part | Now | Next |\n|:--|--:|--:|\n| Servers | $61,200 | $64,000 |\n"
            "| Storage | $40,318 | $42,100 |\n| Network | $19,500 | $20,000 |\n"
            "| Total | $120,018 | $126,100 |\n"
        ),
        [("TAB02", "error", "Total says “$120,018”; its 3 parts add up to $121,018")],
    ),
    "parts of a budget line that are not all there": (
        (
            "| Item | Cost |\n|:--|--:|\n| Print | $1,485.58 |\n"
            "| ├── Design | $400.00 |\n| ├── Paper | $16.47 |\n"
            "| └── Shirts | $945.43 |\n| Venue | $622.00 |\n| Total | $2,107.58 |\n"
        ),
        [
            (
                "TAB02",
                "warning",
                "Print says “$1,485.58”; its 3 parts add up to $1,361.90",
            )
        ],
    ),
    "a budget whose total left out a raise": (
        (
            "| Item | Amount |\n|:--|--:|\n| Staff | 413,250 DAI |\n| Portal | 20,000 DAI |\n"
            "| Gas | 5,000 DAI |\n| Reserve | 81,500 DAI |\n| Total | 520,000 DAI |\n"
        ),
        [
            (
                "TAB02",
                "warning",
                "Total says “520,000 DAI”; its 4 parts add up to 519,750 DAI",
            )
        ],
    ),
}


@pytest.mark.parametrize(("text", "told"), PUBLISHED.values(), ids=PUBLISHED)
def test_an_error_that_was_published_is_told(
    text: str, told: list[tuple[str, str, str]]
) -> None:
    """Each has its message, and nothing else is said."""
    found = [one for one in part(text, NOTHING).findings if one.level != "note"]
    assert [(one.code, one.level, one.message) for one in found] == told


TRUE = (
    "The pressure of £108m is made up of £89m and £19m.",
    "Reserves hold £10.17m (49%) of £20.6m.",
    "There were 9 + 12 + 11 - 11 = 21 seats and 4 + 8 + 1 = 13 votes.",
    (
        "| Income | 2020 | 2021 |\n|:--|--:|--:|\n| Donations | 1,402 | 1,621 |\n"
        "| Income from legacies | 410 | 533 |\n| Grants | 613 | 702 |\n"
        "| Total income | 2,015 | 2,323 |\n"
    ),
)


@pytest.mark.parametrize("text", TRUE)
def test_a_true_sum_that_was_published_is_footed(text: str) -> None:
    """Nothing is said, and the numbers are backed."""
    made = part(text, NOTHING)
    assert made.findings == []
    assert any(one["state"] == "footed" for one in made.numbers)
