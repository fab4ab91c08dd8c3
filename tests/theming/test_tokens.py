"""Design tokens: shipped themes, a report's own, and what is wrong with it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from crossfoot.engines.theming import SCHEMA, themes
from crossfoot.places import Place, Text
from crossfoot.theming import Theme, absent, chart_theme, logo, own, room, shipped
from crossfoot.theming.colours import colour, contrast, luminance, over, written
from crossfoot.theming.tokens import whole

RULES: dict[str, Any] = json.loads(SCHEMA.read_bytes())
PLACE = Place("sources/report.yml", 2, 8, 2, 12)


def made(text: str, *fonts: str, file: str = "sources/theme.yml") -> Theme:
    return own(Text(file, text), themes(), RULES, lambda _, family: family in fonts)


def lines(theme: Theme) -> list[str]:
    return [
        f"{f.code} {f.place.line}:{f.place.column} {f.message}" for f in theme.findings
    ]


def changed(theme: Theme, base: str = "sober") -> dict[str, Any]:
    """Return what a theme has other than a shipped one."""
    return dict(_changed(theme.tokens, whole(base, themes())))


def _changed(one: dict[str, Any], other: dict[str, Any], above: str = "") -> Any:
    assert set(one) == set(other)
    for key, value in one.items():
        if isinstance(value, dict):
            yield from _changed(value, other[key], f"{above}{key}.")
        elif value != other[key]:
            yield above + key, value


def test_the_schema_names_every_token() -> None:
    """What a shipped theme sets, a file may set, but for the names of web fonts."""
    tokens = whole("sober", themes())
    del tokens["screen"]
    assert {*tokens, "base"} == set(RULES["properties"])
    for scheme in ("light", "dark"):
        assert set(tokens[scheme]) == set(RULES["properties"][scheme]["properties"])
    paper = RULES["properties"]["paper"]["properties"]
    assert set(tokens["paper"]) == set(paper)
    for name in themes():
        tokens = whole(name, themes())
        del tokens["screen"]
        assert not list(Draft202012Validator(RULES).iter_errors(tokens))


def test_no_name_is_the_sober_theme() -> None:
    """A report that names no theme has the default, and no finding."""
    assert shipped("", themes(), PLACE) == Theme(whole("sober", themes()))


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    """The default stands in for a theme that there is none of."""
    found = shipped("bolt", themes(), PLACE)
    assert found.tokens == whole("sober", themes())
    assert lines(found) == [
        (
            "SRC15 2:8 There is no theme called bolt; expected bold or sober, or a file"
            " such as theme.yml"
        )
    ]
    assert found.findings[0].expected == "bold"


def test_a_file_that_is_not_there_is_told() -> None:
    """The default stands in for a theme file that does not exist."""
    found = absent("house.yml", themes(), PLACE)
    assert lines(found) == ["SRC15 2:8 theme names house.yml, which does not exist"]


def test_a_file_changes_what_it_names_alone() -> None:
    """Tokens that a file leaves out are those of the theme it starts from."""
    text = 'base: bold\nlight: {accent: "#004D40"}\npaper: {line: 17.5}\n'
    found = made(text)
    assert lines(found) == []
    assert changed(found, "bold") == {"light.accent": "#004D40", "paper.line": 17.5}


def test_json_does_as_well_as_yaml() -> None:
    """A JSON file may be indented with tabs, and findings stand where it says."""
    found = made('{\n\t"light": {"link": "blue"}\n}\n', file="sources/theme.json")
    assert lines(found) == [
        "SRC16 2:20 light.link is “blue”; expected the form of #12436d"
    ]
    assert changed(found) == {}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "light:\n  acent: '#000000'\n",
            "SRC16 2:3 “acent” is no design token of light",
        ),
        (
            "light:\n  accent: #12436d\n",
            "SRC16 2:3 light.accent is empty; the theme it starts from stands in",
        ),
        ("screen: {}\n", "SRC16 1:1 “screen” is no design token"),
        (
            "paper:\n  size: a3\n",
            "SRC16 2:9 paper.size is “a3”; expected a4, a5 or us-letter",
        ),
        (
            "paper: {text: 4.5}\n",
            "SRC16 1:15 paper.text is 4.5; expected at least 9",
        ),
        (
            "paper: {heading: [20, 16]}\n",
            "SRC16 1:18 paper.heading is a list; expected the form of [26, 17, 13.5, 12]",
        ),
        (
            "chart:\n  colours: ['#12436d', red]\n",
            "SRC16 2:24 chart.colours.2 is “red”; expected the form of #12436d",
        ),
        (
            "base: plain\n",
            (
                "SRC15 1:7 There is no theme called plain; expected bold or sober, or a"
                " file such as theme.yml"
            ),
        ),
        ("- a\n", "SRC16 1:1 The theme is a list; expected a mapping"),
    ],
)
def test_what_is_not_valid_does_not_count(text: str, line: str) -> None:
    """A bad token is a finding at its place, and the default stands in for it."""
    found = made(text)
    assert lines(found) == [line]
    assert changed(found) == {}


def test_yaml_that_is_none_leaves_the_default() -> None:
    """A file that cannot be parsed is a finding where the parser stopped."""
    found = made("light: {\n")
    assert [f.code for f in found.findings] == ["SRC15"]
    assert changed(found) == {}


def test_a_font_has_to_be_there() -> None:
    """A family that is not installed is named with the package that holds it."""
    found = made(
        "font: {text: Work Sans, display: Lora, fallback: [Lora, Ming]}", "Lora"
    )
    assert lines(found) == [
        (
            "SRC16 1:14 Work Sans under font.text is not installed; the theme it starts"
            " from stands in"
        ),
        (
            "SRC16 1:57 Ming under font.fallback is not installed; the theme it starts"
            " from stands in"
        ),
    ]
    assert "fontpkg-work-sans" in found.findings[0].help
    assert changed(found) == {"font.display": "Lora"}


def test_weak_colours_are_told_where_they_are_written() -> None:
    """A ratio below its bound names both colours, where the file sets one of them."""
    text = "light:\n  ground: '#808080'\n  ink: '#000000'\n"
    found = made(text)
    assert all(one.startswith("SRC17 2:11") for one in lines(found))
    assert lines(found)[0] == (
        "SRC17 2:11 light.muted has a contrast of 1.80:1 with light.ground; expected"
        " 4.5:1 or more"
    )
    assert not any("light.ink" in one for one in lines(found))


def test_a_logo_that_is_not_there_is_left_out() -> None:
    """The theme loses a logo that does not exist, and says so."""
    one = made("logo: images/logo.svg\n")
    found = logo(one, PLACE)
    assert found.tokens["logo"] == ""
    assert lines(found) == [
        "SRC15 2:8 The theme names the logo images/logo.svg, which does not exist"
    ]
    assert logo(made(""), PLACE) == made("")


def test_the_room_of_a_picture_follows_the_page() -> None:
    """A picture fills the width between the margins."""
    found = made("paper: {size: a5, margin: {side: 14}}\n")
    assert room(found.tokens)[0] == 120


def test_charts_take_fonts_and_colours_of_the_theme() -> None:
    """A name after a dollar sign in the settings of charts stands for a token."""
    tokens = whole("bold", themes())
    look = {
        "rc": {"text.color": "$ink", "mathtext.bf": "$text:bold", "n": [1, "$muted"]}
    }
    assert chart_theme(tokens, look)["rc"] == {
        "text.color": "#1c1526",
        "mathtext.bf": "Public Sans:bold",
        "n": [1, "#5a5266"],
    }


def test_contrast_is_that_of_wcag() -> None:
    """Black on white has 21:1, and the order of colours does not count."""
    black, white, grey = map(colour, ("#000", "#ffffff", "#767676"))
    assert contrast(black, white) == contrast(white, black) == 21
    assert round(contrast(grey, white), 2) == 4.54
    assert luminance(white) == pytest.approx(1)
    assert written(over(black, 0.5, white)) == "#808080"


KEYS = st.sampled_from(
    [
        *("light", "ink", "chart", "colours", "font", "text", "fallback", "paper"),
        *("margin", "side", "heading", "base", "logo", "other"),
    ]
)
VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=4) | st.sampled_from(["#fff", "1.5"]),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(KEYS, part, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.text(max_size=80) | VALUES.map(json.dumps))
def test_no_file_makes_a_theme_that_cannot_be_used(text: str) -> None:
    """Whatever a file holds, every token is there and is valid."""
    tokens = dict(made(text).tokens)
    del tokens["screen"]
    assert not list(Draft202012Validator(RULES).iter_errors(tokens))


def test_the_theme_of_the_manual_is_a_good_one() -> None:
    """The example in the manual has nothing wrong with it, fonts aside."""
    manual = Path(__file__).parents[2] / "docs" / "02-chapters.md"
    told = manual.read_text("utf-8").split("{#sec-chapters-theme}")[1]
    example = told.split("```yaml\n")[1].split("```")[0]
    found = made(example, "Work Sans")
    assert lines(found) == []
    assert changed(found, "bold")["light.accent"] == "#00573f"
    tokens = re.findall(r"`([\w.-]+)`", told.split("| token |")[1])
    flat = {part for token in tokens for part in token.split(".")}
    for scheme in ("base", "light", "dark", "paper", "chart", "logo", "opening"):
        assert scheme in flat
    assert set(RULES["properties"]["light"]["properties"]) <= flat
    assert set(RULES["properties"]["paper"]["properties"]) <= flat
