"""What others use of Crossfoot in their own jobs: every command in it is one of ours."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from crossfoot import cli
from crossfoot.compare import Differences, NumberChange
from crossfoot.compare.align import changes
from crossfoot.compare.passages import passages
from crossfoot.nodes import para, words
from crossfoot.render import differences

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
CALL = re.compile(r"\bcrossfoot ((?:diff|check|verify|fix)\b[^|;>&}\n]*)")


def calls() -> list[str]:
    """Return the calls of Crossfoot in the action and the hooks."""
    steps = ACTION["runs"]["steps"]
    texts = [step.get("run", "") for step in steps] + [hook["entry"] for hook in HOOKS]
    return [found[1].strip() for text in texts for found in CALL.finditer(text)]


@pytest.mark.parametrize("call", calls())
def test_every_call_is_understood(call: str) -> None:
    """The parser of the command line takes each call as it stands."""
    arguments = cli.parser().parse_args(shlex.split(call.replace("$BASE", "base")))
    assert callable(arguments.command)


def test_the_calls_are_found() -> None:
    """The action checks, compares and verifies; the hooks check and fix."""
    verbs = {call.split()[0] for call in calls()}
    assert verbs == {"check", "diff", "verify", "fix"}


def test_every_input_of_the_action_is_used() -> None:
    """No input is asked for in vain, and none is used that is not there."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    used = set(re.findall(r"\binputs\.(\w+)", text))
    assert used == set(ACTION["inputs"])
    for step in ACTION["runs"]["steps"]:
        assert "uses" in step or step["shell"] == "bash"
        # What a pull request may name never becomes part of a script.
        assert "${{" not in step.get("run", "")


def test_the_container_installs_by_the_pins() -> None:
    """The container is made of this folder and the exact versions."""
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    assert "pip install --no-cache-dir -c /crossfoot/constraints.txt" in text


def test_a_comment_says_what_changed_and_does_nothing() -> None:
    """Numbers are a table; markup of authors is shown as it was written."""
    old = [para(words("We counted *all* of the <b>visits</b> and people | places."))]
    new = [para(words("We counted *all* of the <b>visits</b> and people | houses."))]
    number = NumberChange("a.b", "Visits | all", "£1", "£2", "+1", "+100.0%", "a.csv", "@someone", ())  # fmt: skip
    found = Differences(changes(passages(old), passages(new)), [number], [], [])
    assert differences.markdown("v1", ".", found) == (
        "**From v1 to .:** 1 passage, 1 number, 0 rows and 0 figures changed\n\n"
        "| Number | Before | Now | Difference | Reason |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Visits \\| all | £1 | £2 | +1, +100.0% | \\@someone |\n\n"
        "<details><summary>Text: 1</summary>\n\n"
        "- Reworded, (text): We counted \\*all\\* of the \\<b\\>visits\\</b\\> and people"
        " \\| \\[-places-\\]\\{+houses+\\}.\n\n"
        "</details>\n"
    )
