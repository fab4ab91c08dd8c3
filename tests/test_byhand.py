"""By hand: what only a person can check is asked of what a report holds."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from crossfoot import cli
from crossfoot.byhand import listed, questions
from crossfoot.engines.pandoc import markdown
from crossfoot.workflow import PACKAGE

TEXT = """# One

![A dot](a.png) and $x$, in [Cymraeg]{lang=cy}: [a way](#one).[^n]

[^n]: A note.

| a |
|---|
| b |
"""
WHOLE = {"whole-1", "whole-2", "whole-3", "whole-4"}


def asked(text: str) -> dict[str, str]:
    """Return how much there is of what is asked about, by the question's key."""
    return {one.key: one.holds for one in questions(markdown(text).value["blocks"])}


def test_what_a_report_lacks_is_not_asked_about() -> None:
    """Plain words give the questions that every report has to answer."""
    assert asked("Words.") == dict.fromkeys(sorted(WHOLE), "")


def test_what_a_report_holds_is_counted() -> None:
    """Pictures, formulas, tables, links, notes and languages are asked about."""
    found = asked(TEXT)
    assert {key: found[key] for key in found if key not in WHOLE} == {
        "pictures-1": "1 picture",
        "pictures-2": "1 picture",
        "pictures-3": "1 picture",
        "formulas-1": "1 formula",
        "tables-1": "1 table",
        "headings-1": "1 heading",
        "links-1": "1 link",
        "notes-1": "1 note",
        "languages-1": "1 language",
    }


def test_a_list_to_sign_has_a_box_a_question() -> None:
    """Each line says what has to be true, how much there is, and why."""
    head, blank, line, *_ = listed(questions(markdown("# A\n").value["blocks"])).split(
        "\n"
    )
    assert (head, blank) == (
        "",
        "To be checked by a person; no machine can. Sign each: name, date.",
    )
    assert line == (
        "[ ] Headings say what follows, and nothing else looks like one"
        " (1 heading). WCAG 2.2, 2.4.6."
    )


def test_check_prints_the_list_when_its_own_half_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without errors the list follows; JSON always has it, in the form of its schema."""
    (tmp_path / "01.md").write_text("# A chapter\n\nSome words of it.\n")
    assert cli.main(["check", str(tmp_path)]) == 0
    assert "[ ] Read from start to end" in capsys.readouterr().out
    assert cli.main(["check", str(tmp_path), "--only", "ACC01"]) == 0
    assert capsys.readouterr().out == ""
    assert cli.main(["check", str(tmp_path), "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)
    schema = json.loads((PACKAGE / "schemas" / "findings.schema.json").read_bytes())
    Draft202012Validator(schema).validate(value)
    assert value["by_hand"][0]["key"] == "headings-1"
    (tmp_path / "02.md").write_text("# Another\n\n![](gone.png)\n")
    assert cli.main(["check", str(tmp_path)]) == 1
    assert "[ ]" not in capsys.readouterr().out
