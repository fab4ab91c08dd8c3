"""The pages of the codes that only an import gives: each example is imported."""

import re
from pathlib import Path

import pytest
from importer import docx, told

from crossfoot.engines.importing.bring import bring
from crossfoot.workflow import PACKAGE

PAGES = [
    PACKAGE / "rules" / f"SRC{number}.md" for number in range(18, 27) if number != 24
]
"""All but that of charts, which a page cannot hold: `test_word.py` has one."""
FENCE = re.compile(r"^(`{3,}) *([^\n`]*)\n(.*?)^\1 *$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_s_example_gives_what_it_says(path: Path, tmp_path: Path) -> None:
    """The files of a page, brought in, give the findings that the page shows."""
    expected, given = [], []
    for _, info, body in FENCE.findall(path.read_text("utf-8")):
        kind, _, name = info.partition(" ")
        if kind == "expect":
            expected += body.splitlines()
        elif name:
            file = tmp_path / name
            file.write_bytes(docx(body) if kind == "word" else body.encode())
            given.append(file)
    found = told(bring(given, tmp_path / "report"))
    assert [one for one in found if one.startswith(path.stem)] == expected
    assert expected
