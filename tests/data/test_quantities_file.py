"""Running `quantities.py`."""

from pathlib import Path

import pytest

from crossfoot.data.script import from_script
from crossfoot.engines import quantities_file
from crossfoot.engines.quantities_file import run
from crossfoot.places import Text

START = "def quantities(tables):\n"


def findings(tmp_path: Path, body: str) -> list[tuple[int, str]]:
    """Return line and message of what is wrong with a file."""
    path = tmp_path / "quantities.py"
    path.write_text(body, encoding="utf-8")
    _, found = from_script(run(path, [], tmp_path), Text("quantities.py", body))
    assert {one.code for one in found} <= {"DAT11"}
    return [(one.place.line, one.message) for one in found]


CASES = [
    (
        f"{START}    return 1 / 0\n",
        (2, "quantities.py cannot be run: ZeroDivisionError: division by zero"),
    ),
    ("def quantities(:\n", (1, "quantities.py cannot be run: SyntaxError: ")),
    (
        "import sys\nsys.exit(3)\n",
        (2, "quantities.py cannot be run: it ended the program with sys.exit(3)"),
    ),
    (
        "import os\nos._exit(3)\n",
        (1, "quantities.py cannot be run: it ended with exit code 3"),
    ),
    ("x = 1\n", (1, "quantities.py cannot be run: AttributeError: ")),
    (
        f"{START}    return {{'a': 0.1}}\n",
        (
            1,
            "a has no exact value; expected an int, a Decimal or a decimal text",
        ),
    ),
    (
        f"{START}    return {{'a b': 1}}\n",
        (1, "“a b” is no key; expected letters, digits, _, - and ."),
    ),
    (
        f"{START}    return {{'a': {{'value': 1, 'unti': 'GBP'}}}}\n",
        (1, "a has “unti”, which means nothing here"),
    ),
    (
        f"{START}    return {{'a': {{'value': 1, 'bound': 'over'}}}}\n",
        (1, "Bound of a is “over”; expected at_least or at_most"),
    ),
]


NAMES = (
    "raises",
    "syntax",
    "exits",
    "ends-its-process",
    "no-function",
    "float",
    "bad-key",
    "unknown-entry",
    "bad-bound",
)


@pytest.mark.parametrize(("body", "expected"), CASES, ids=NAMES)
def test_each_fault_has_the_author_s_line(
    tmp_path: Path, body: str, expected: tuple[int, str]
) -> None:
    """Whatever ends the file's run, one finding says what and on which line."""
    (found,) = findings(tmp_path, body)
    assert found[0] == expected[0]
    assert found[1].startswith(expected[1])


def test_a_file_that_runs_for_ever_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its time the file's process is ended, and the finding says so."""
    monkeypatch.setattr(quantities_file, "TIMEOUT", 1)
    found = findings(tmp_path, "while True:\n    pass\n")
    assert found == [
        (1, "quantities.py cannot be run: it took more than 1 second"),
    ]
