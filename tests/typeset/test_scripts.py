"""Other scripts: names and words in them print, or a finding says what to install."""

from pathlib import Path

import page
import pytest
from setting import set_in

from crossfoot.engines.typst import FONTS, other_fonts
from crossfoot.fingerprints import LIBRARIES
from crossfoot.typeset import faults
from crossfoot.typeset.scripts import CHINESE, SCRIPTS, chinese, han, script_of

NAMES = {
    "Polish": "Zażółć gęślą jaźń",
    "Greek": "Αθήνα, ἀρχή",
    "Cyrillic": "Київ, Ђорђе",
    "Vietnamese": "Nguyễn Thị Phương",
    "Arabic": "محمد",
    "Hebrew": "עולם",
    "Devanagari": "नमस्ते",
    "Bengali": "বাংলা",
    "Tamil": "தமிழ்",
    "Telugu": "తెలుగు",
    "Thai": "สวัสดี",
    "Khmer": "ភាសា",
    "Chinese": "你好，世界",
    "Japanese": "こんにちは",
    "Korean": "안녕하세요",
    "Armenian": "Բարեւ",
    "Gurmukhi": "ਸਤਿ",
    "Gujarati": "નમસ્તે",
    "Oriya": "ନମସ୍କାର",
    "Kannada": "ನಮಸ್ಕಾರ",
    "Malayalam": "നമസ്കാരം",
    "Sinhala": "ආයුබෝවන්",
    "Lao": "ສະບາຍດີ",
    "Burmese": "မင်္ဂလာပါ",
    "Georgian": "გამარჯობა",
    "Ethiopic": "ሰላም",
    "emoji": "😀🔥✅❤️👩‍💻🇬🇧👍🏽",
}
TEXT = "# Names\n\n" + "".join(
    f"{name}: {word}, **{word}**, `{word}`.\n\n" for name, word in NAMES.items()
)


def test_names_in_other_scripts_print(tmp_path: Path) -> None:
    """No glyph is missing, in text, bold and code, and both standards hold."""
    found = set_in(tmp_path, TEXT, title="Nguyễn, محمد, 你好")
    assert found.lines == []
    for profile in ("ua1", "2a"):
        failures = page.validate_pdf_bytes(found.pdf, profile=profile).failures
        assert [(one.rule_id, one.message) for one in failures] == []


@pytest.mark.parametrize(
    ("character", "way"),
    [
        (
            "好",
            (
                "Install the fonts of Chinese, Japanese and Korean:"
                " pip install 'crossfoot[fonts]'"
            ),
        ),
        ("ไ", "Install the fonts of Thai: pip install 'crossfoot[fonts]'"),
        ("𐎀", "Write it in words, or in characters that the fonts have"),
    ],
)
def test_a_missing_font_is_named(character: str, way: str) -> None:
    """The finding on a character without a glyph says what would print it."""
    (found,) = faults.titles({}, "report.yml", character, character)
    assert found.help == way


@pytest.mark.parametrize(
    ("tag", "family"),
    [
        ("ja", "Noto Sans JP"),
        ("zh-CN", "Noto Sans SC"),
        ("zh-Hant", "Noto Sans TC"),
        ("zh-TW", "Noto Sans TC"),
        ("ko-KR", "Noto Sans KR"),
        ("en-GB", ""),
    ],
)
def test_chinese_characters_take_the_forms_of_their_language(
    tag: str, family: str
) -> None:
    """A language that writes them has a font of its own, which comes first."""
    assert han(tag) == family
    assert not family or chinese(tag)[0] == family
    assert sorted(chinese(tag)) == sorted(CHINESE)


def test_an_installed_font_makes_the_pdf_anew() -> None:
    """Every package of fonts counts as part of what makes a PDF."""
    modules = {*FONTS, *(script.module for script in SCRIPTS)}
    assert modules <= set(LIBRARIES["typeset"])
    assert set(other_fonts()) == {script.module for script in SCRIPTS}


def test_latin_letters_need_no_other_font() -> None:
    """What Source Sans prints is of no other script."""
    assert script_of("ż") is script_of("Ж") is None
