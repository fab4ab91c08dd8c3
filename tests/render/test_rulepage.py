"""Pages of rules on a terminal, and the list of all rules."""

import re

import pytest

from crossfoot import cli
from crossfoot.codes import CODES
from crossfoot.render.rulepage import FAMILIES, about, among, listing, page
from crossfoot.render.terminal import Style

PAGE = """\
# STR01: heading levels do not skip

**What.** A level is *left out*: `###` after `#`, which is a long sentence for a line.

```file 01-a.md
# A
```

```expect
STR01 01-a.md:3:1 Message
```

* one
* two
"""


def test_a_page_is_set_for_a_terminal() -> None:
    """Marks become colours, paragraphs fit the width, blocks stand in."""
    assert page(PAGE, Style(40, colour=True)) == (
        "\x1b[1mSTR01: heading levels do not skip\x1b[0m\n"
        "\n"
        "\x1b[1mWhat.\x1b[0m A level is left out: \x1b[1;34m###\x1b[0m\n"
        "after \x1b[1;34m#\x1b[0m, which is a long sentence for\n"
        "a line.\n"
        "\n"
        "  \x1b[1;34m01-a.md:\x1b[0m\n"
        "    # A\n"
        "\n"
        "  \x1b[1;34mCrossfoot finds:\x1b[0m\n"
        "    STR01 01-a.md:3:1 Message\n"
        "\n"
        "* one\n"
        "* two\n"
    )
    assert page(PAGE, Style(40)) == PAGE


def test_every_rule_is_listed_once_by_its_stage() -> None:
    """Each code has a line with its severity and good condition."""
    told = listing(CODES, Style())
    assert sorted(re.findall(r"^  ([A-Z]{3}\d\d)  ", told, re.MULTILINE)) == sorted(
        CODES
    )
    assert {code[:3] for code in CODES} <= set(FAMILIES)
    assert "  NUM01  error    number matches data\n" in told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("heading levels", ["STR01"]),
        ("rel", ["REL01"]),
        ("Release", ["REL01"]),
        ("totals", ["DAT17", "TAB01", "TAB02", "TAB03", "TAB08", "TAB09"]),
        ("waivers", ["SRC11", "SRC12", "SRC13"]),
        ("nothing of this", []),
    ],
)
def test_codes_are_found_by_words(words: str, found: list[str]) -> None:
    """Words of the good condition, in any number, or a family's letters or name."""
    assert about(words) == found


def test_all_codes_of_a_part_are_found_by_its_name() -> None:
    """Somebody who asks about repeats wants more than the one rule with that word."""
    assert {code for code in CODES if code.startswith("REP")} <= {*about("repeats")}


def test_words_that_no_condition_holds_are_looked_up_in_the_pages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What a page says before its example counts, and a code is no word."""
    assert cli.main(["explain", "spelling"]) == 0
    assert re.findall(r"[A-Z]{3}\d\d", capsys.readouterr().out) == ["STR09", "STR10"]
    assert among("x1", {"SRC01": "**What.** x1"}) == []
    assert among("x", {"SRC01": "**What.** y\n**Example.** x"}) == []


def test_a_near_miss_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    """A code that is not there names the nearest."""
    assert cli.main(["explain", "num1"]) == 2
    assert capsys.readouterr().err == (
        "crossfoot: NUM1 is no finding's code; did you mean NUM01?\n"
    )
    assert cli.main(["explain"]) == 0
    assert capsys.readouterr().out == listing(CODES, Style())
