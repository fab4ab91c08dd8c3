"""`crossfoot numbers --baseline`: `checks.yml` asks for the coverage that stands."""

from pathlib import Path

import pytest
from conftest import Make

from crossfoot import cli

FILES = {
    "sources/01-a.md": "# A\n\nOf [41]{value=a.b} there, 7 went.\n",
    "sources/02-b.md": "# B\n\nNow [41]{value=a.b}.\n",
    "sources/quantities.yml": 'a.b: {value: 41, source: "The plan"}\n',
}
STANDS = """\
coverage:
  minimum: 0.6666
  verified: 0.6666
  chapters:
    sources/01-a.md: 0.5000
    sources/02-b.md: 1.0000
"""


def raised(make: Make, checks: str | None) -> str:
    """Return `checks.yml` after the command, which has nothing more to do then."""
    held = {} if checks is None else {"sources/checks.yml": checks}
    root = make({**FILES, **held})
    assert cli.main(["numbers", str(root), "--baseline"]) == 0
    path = root / "sources" / "checks.yml"
    after = path.read_bytes()
    assert cli.main(["numbers", str(root), "--baseline"]) == 0
    assert path.read_bytes() == after
    assert cli.main(["check", str(root)]) == 0
    return after.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, STANDS),
        ("waivers: []", f"waivers: []\n{STANDS}"),
        ("coverage:\n", STANDS),
        ("coverage: 0.5 \nwaivers: []\n", f"{STANDS}waivers: []\n"),
        ("coverage: {minimum: 0.5}\n# Why\nagree: []\n", f"{STANDS}# Why\nagree: []\n"),
        (
            "agree: []\ncoverage:\n  minimum: 0.1\n\n# On waivers\nwaivers: []\n",
            f"agree: []\n{STANDS}\n# On waivers\nwaivers: []\n",
        ),
        (
            "coverage: {chapters: {01-a: 0.2}}\n",
            STANDS,
        ),
    ],
)
def test_only_coverage_is_written_anew(
    make: Make, before: str | None, after: str
) -> None:
    """Whatever form it had, what stands around it stays as it was."""
    assert raised(make, before) == after


def test_the_difference_is_shown(
    make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    """A diff comes first, then what the file says now."""
    root = make({**FILES, "sources/checks.yml": "coverage: 0.5\n"})
    cli.main(["numbers", str(root), "--baseline"])
    shown = capsys.readouterr()
    assert "-coverage: 0.5\n+coverage:\n+  minimum: 0.6666\n" in shown.out
    assert shown.err == (
        "Coverage may not fall below 0.6666, as sources/checks.yml says now\n"
    )


def test_a_share_is_never_lowered(make: Make) -> None:
    """What was asked for and no longer stands is kept, so the error stays."""
    root = make({**FILES, "sources/checks.yml": "coverage: {chapters: {01-a: 0.9}}\n"})
    assert cli.main(["numbers", str(root), "--baseline"]) == 0
    after = (root / "sources" / "checks.yml").read_text("utf-8")
    assert after == STANDS.replace("0.5000", "0.9")
    assert cli.main(["check", str(root)]) == 1


@pytest.mark.parametrize(
    ("checks", "message"),
    [
        ("a: [1\n", "sources/checks.yml is no YAML: "),
        ("- a\n", "sources/checks.yml holds no keys"),
        ("coverage: much\n", "sources/checks.yml cannot be added to: Coverage is"),
        (
            "coverage:\n  # as agreed\n  minimum: 0.1\n",
            "coverage: in sources/checks.yml cannot be written anew; move the comment",
        ),
    ],
)
def test_what_cannot_be_written_is_left_alone(
    make: Make, capsys: pytest.CaptureFixture[str], checks: str, message: str
) -> None:
    """The command says why in one line, and writes nothing."""
    root: Path = make({**FILES, "sources/checks.yml": checks})
    assert cli.main(["numbers", str(root), "--baseline"]) == 2
    assert capsys.readouterr().err.startswith(f"crossfoot: {message}")
    assert (root / "sources" / "checks.yml").read_text("utf-8") == checks
