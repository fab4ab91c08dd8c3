"""Makes the floor's text: a report goes in, Markdown that bare pandoc and Typst take.

All that pandoc does not know is written out as what a reader would see in its place;
this is crude and not timed. Figures are those that were drawn already.
"""

import csv
import re
import shutil
from pathlib import Path

TEMPLATE = Path(__file__).with_name("floor.typ")
NAMES = {
    "fig": "the chart",
    "tbl": "the table",
    "sec": "that chapter",
    "eq": "the rate",
}
TABLE = re.compile(r"^!\[(.*)\]\((data/\S+\.csv)\)\{[^}]*\}$", re.MULTILINE)


def prepare(report: Path, folder: Path) -> list[str]:
    """Write the floor's folder; return the names of its chapters, in order."""
    shutil.copytree(report / "build/figures", folder / "figures", dirs_exist_ok=True)
    shutil.copy(report / "sources/references.bib", folder)
    shutil.copy(TEMPLATE, folder)
    chapters = sorted((report / "sources").glob("*.md"))
    for path in chapters:
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(plain(text, path), encoding="utf-8")
    return [path.name for path in chapters]


def plain(text: str, path: Path) -> str:
    """Write out references, bound numbers and CSV tables; part the notes' keys."""
    text = TABLE.sub(lambda found: _table(found[1], path.parent / found[2]), text)
    text = re.sub(r"@(fig|tbl|sec|eq)-[\w-]+", lambda found: NAMES[found[1]], text)
    text = re.sub(r"`=[^`]*`|\[\]\{value=[^}]*\}", "£1.9m", text)
    text = re.sub(r"\[([^]]*)\]\{value=[^}]*\}", r"\1", text)
    text = re.sub(r"\[(\$\$.*?\$\$)\]\{[^}]*\}", r"\1", text)
    return text.replace("[^", f"[^{path.stem}-")


def _table(caption: str, path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    lines = [head, [":--" for _ in head], *rows]
    cells = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return f"{cells}\n: {caption}"
