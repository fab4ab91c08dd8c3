"""The figures stage as a whole: recipes drawn, kept, and failing."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from published import validator

from crossfoot.engines import drawing
from crossfoot.engines.belt import figures, run
from crossfoot.engines.belt.figures import timeout
from crossfoot.site import Site

BARS = '''"""Bars."""

from matplotlib.figure import Figure

from _words import word


def draw(tables, quantities):
    """Return bars."""
    table = tables["areas"]
    figure = Figure()
    axes = figure.subplots()
    axes.bar(table["name"], table["n"])
    axes.set_ylabel(word("number"))
    axes.text(0, 5.1, f"{quantities['areas.all']} in all")
    return figure


def alt(tables, quantities):
    """Return what the bars show."""
    return f"Bars for {len(tables['areas'])} areas"
'''
DOTS = '''"""Dots, drawn with pyplot and random numbers."""

import random

import matplotlib.pyplot as plt
import numpy as np


def draw(tables, quantities):
    """Return dots."""
    print("dots", sorted({"a", "b"}))
    plt.style.use("ggplot")
    figure, axes = plt.subplots()
    axes.scatter(np.random.rand(5), [random.random() for _ in range(5)])
    axes.set_title("Dots $x^2$", weight="bold")
    return figure


def alt(tables, quantities):
    """Return nothing much."""
    return "Five dots"
'''
BASE = {
    "sources/01.md": "# One\n",
    "sources/data/areas.csv": "name,n\nNorth,3\nSouth,5\n",
    "sources/data/other.csv": "name,n\nEast,1\n",
    "sources/quantities.yml": (
        "areas.all: {from: data/areas.csv, sum: n}\n"
        "other.all: {from: data/other.csv, sum: n}\n"
    ),
    "figures/_words.py": "def word(text):\n    return text.capitalize()\n",
    "figures/bars.py": BARS,
    "figures/dots.py": DOTS,
}


def stage(root: Path) -> list[str]:
    """Run data and figures; return the log of figures."""
    log: list[str] = []
    site = Site.at(root)
    run("data", site, lambda _: None)
    run("figures", site, log.append)
    return log


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files into a report's folder; return the folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a report whose figures were drawn once; not to be written in."""
    root = write(tmp_path_factory.mktemp("drawn") / "report", BASE)
    assert stage(root)[:2] == ["drew bars: new", "drew dots: new"]
    return root


@pytest.fixture
def report(drawn: Path, tmp_path: Path) -> Path:
    """Give a report whose figures were drawn, to be changed."""
    return Path(shutil.copytree(drawn, tmp_path / "report"))


def found(root: Path) -> list[tuple[str, str, int, str]]:
    """Return code, file, line and message of the stage's findings."""
    text = (root / "build" / "findings" / "figures.jsonl").read_text("utf-8")
    entries = [json.loads(line) for line in text.splitlines()]
    return [(e["code"], e["file"], e["line"], e["message"]) for e in entries]


def made(root: Path, name: str) -> dict[str, Any]:
    """Return the JSON of a figure, held against its schema."""
    entry = json.loads((root / "build" / "figures" / f"{name}.json").read_bytes())
    validator("figure").validate(entry)
    return dict(entry)


def pictures(root: Path) -> dict[str, bytes]:
    """Return the bytes of all that the stage made, by name."""
    folder = root / "build" / "figures"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def replace(path: Path, old: str, new: str) -> None:
    """Write one text in the place of another in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_only_what_a_figure_reads_makes_it_stale(report: Path) -> None:
    """Each edit redoes the figures that depend on it, and the log says why."""
    first = pictures(report)
    assert stage(report)[:2] == ["kept bars", "kept dots"]
    assert pictures(report) == first
    replace(report / "sources/data/other.csv", "East,1", "East,2")
    assert stage(report)[:2] == ["kept bars", "kept dots"]
    replace(report / "sources/data/areas.csv", "South,5", "South,6")
    assert stage(report)[:2] == [
        "drew bars: areas.all and data/areas.csv changed",
        "kept dots",
    ]
    replace(report / "figures/dots.py", "range(5)", "range(6)")
    replace(report / "figures/dots.py", "rand(5)", "rand(6)")
    assert stage(report)[:2] == ["kept bars", "drew dots: its recipe changed"]
    replace(report / "figures/_words.py", "capitalize", "upper")
    assert stage(report)[0] == "drew bars: a helper module changed"
    assert "NUMBER" in made(report, "bars")["texts"]


def test_a_figure_says_what_it_shows(drawn: Path) -> None:
    """The product holds the texts drawn, the table and what was read."""
    bars = made(drawn, "bars")
    assert (bars["alt"], bars["texts"]) == ("Bars for 2 areas", ["8 in all", "Number"])
    assert (bars["width_mm"], bars["height_mm"]) == (150.0, 84.0)
    assert bars["table"] == {
        "columns": ["name", "n"],
        "rows": [["North", "3"], ["South", "5"]],
    }
    assert sorted(bars["provenance"]) == [
        "figures/_words.py",
        "figures/bars.py",
        "sources/data/areas.csv",
    ]
    assert found(drawn) == []


def test_what_a_recipe_prints_is_logged(report: Path) -> None:
    """A recipe's own lines stand below its figure in the log."""
    replace(report / "figures/dots.py", "Five", "5")
    assert stage(report)[1:3] == [
        "drew dots: its recipe changed",
        "  dots: dots ['a', 'b']",
    ]


RUN = """
import sys
from pathlib import Path
from crossfoot.engines.belt import run
from crossfoot.site import Site
for name in ("data", "figures"):
    run(name, Site.at(Path(sys.argv[1])), lambda line: None)
"""


def test_the_same_bytes_wherever_they_are_made(drawn: Path, tmp_path: Path) -> None:
    """Neither place, hash seed, time zone, locale nor company changes a picture."""
    root = write(tmp_path / "elsewhere" / "two", BASE)
    (root / "figures/bars.py").unlink()
    stage(root)
    write(root, {"figures/bars.py": BARS})
    strange = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "LANG": "de_DE.UTF-8",
        "HOME": str(root),
        "MPLCONFIGDIR": str(root / "config"),
    }
    command = [sys.executable, "-c", RUN, str(root)]
    subprocess.run(command, check=True, env=os.environ | strange, cwd=root)
    assert pictures(root) == pictures(drawn)


def test_svg_text_stays_text_in_the_theme_s_font(drawn: Path) -> None:
    """A chart's words can be read out, searched and set in the report's font."""
    svg = (drawn / "build/figures/bars.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"font-family: ([^;\"]*)", svg)) == {
        "'Source Sans 3', 'Crossfoot Text', sans-serif"
    }
    assert ">8 in all</text>" in svg
    ids = re.findall(r' id="([^"]*)"', svg)
    assert len(ids) == len(set(ids))
    assert all(one.startswith("figure-bars-") for one in ids)


HEAD = "from matplotlib.figure import Figure\n"
ALT = "def alt(tables, quantities):\n    return 'a'\n"
FAULTS = [
    (
        f"{HEAD}{ALT}def draw(tables, quantities):\n    return 1 / 0\n",
        5,
        "x could not be drawn: ZeroDivisionError: division by zero",
    ),
    ("def draw(:\n", 1, "x could not be drawn: SyntaxError: invalid syntax"),
    (ALT, 1, "x could not be drawn: it has no function draw(tables, quantities)"),
    (
        f"{ALT}def draw(tables, quantities):\n    return 5\n",
        1,
        "x could not be drawn: draw returned int; expected a matplotlib Figure",
    ),
    (
        f"{ALT}import sys\nsys.exit(1)\n",
        4,
        "x could not be drawn: it ended the program with sys.exit(1)",
    ),
    (
        f"{ALT}import os\nos._exit(7)\n",
        1,
        "x could not be drawn: it ended its process with exit code 7",
    ),
    (
        f"{ALT}TIMEOUT = 0.5\nwhile True:\n    pass\n",
        1,
        "x could not be drawn: it took more than 0.5 seconds",
    ),
    (
        f"{ALT}def draw(tables, quantities):\n    tables['area']\n",
        4,
        "x could not be drawn: there is no table called area; the nearest is areas",
    ),
    (
        f"{ALT}def draw(tables, quantities):\n    open('ROOT/sources/01.md')\n",
        4,
        "x could not be drawn: it opens sources/01.md; expected tables or quantities",
    ),
    (
        f"{ALT}import bars\n",
        3,
        "x could not be drawn: ModuleNotFoundError: No module named 'bars'",
    ),
]


NAMES = (
    "raises",
    "syntax",
    "no-draw",
    "no-figure",
    "exits",
    "ends-its-process",
    "runs-for-ever",
    "unknown-table",
    "opens-a-source",
    "imports-a-recipe",
)


@pytest.mark.parametrize(("recipe", "line", "message"), FAULTS, ids=NAMES)
def test_a_recipe_that_fails_harms_no_other(
    report: Path, recipe: str, line: int, message: str
) -> None:
    """One finding at the recipe's line, a placeholder, and the others are drawn."""
    write(report, {"figures/a.py": BARS, "figures/z.py": BARS})
    write(report, {"figures/x.py": recipe.replace("ROOT", str(report))})
    log = stage(report)
    assert found(report) == [("FIG01", "figures/x.py", line, message)]
    assert (log[0], log[4]) == ("drew a: new", "drew z: new")
    entry = made(report, "x")
    assert (entry["failed"], entry["alt"]) == (True, "Figure x could not be drawn")
    svg = (report / "build/figures/x.svg").read_text(encoding="utf-8")
    assert ">Figure x could not be drawn</text>" in svg
    assert (report / "build/figures/x.png").stat().st_size > 1000


def test_a_failed_figure_is_tried_again(report: Path) -> None:
    """What failed is not kept, though nothing changed."""
    broken = f"{HEAD}{ALT}def draw(tables, quantities):\n    raise ValueError('no')\n"
    write(report, {"figures/x.py": broken})
    stage(report)
    assert stage(report)[:3] == [
        "kept bars",
        "kept dots",
        "could not draw x: ValueError: no",
    ]


@pytest.mark.parametrize(
    ("alt", "line", "message"),
    [
        ("", 1, "x has no alternative text: it has no function alt"),
        (
            "def alt(t, q):\n    return ' '\n",
            4,
            "x has no alternative text: alt returned no text",
        ),
        (
            "def alt(t, q):\n    return q['a']\n",
            5,
            "x has no alternative text: there is no quantity called a",
        ),
    ],
)
def test_a_chart_without_words_is_drawn_and_reported(
    report: Path, alt: str, line: int, message: str
) -> None:
    """A missing alternative text is a finding; the picture is there."""
    draw = f"{HEAD}def draw(t, q):\n    return Figure()\n"
    write(report, {"figures/x.py": draw + alt})
    stage(report)
    assert found(report) == [("FIG03", "figures/x.py", line, message)]
    assert (made(report, "x")["failed"], made(report, "x")["alt"]) == (False, "")


def test_a_deleted_recipe_leaves_nothing_behind(report: Path) -> None:
    """The pictures of a recipe that is gone are taken away."""
    (report / "figures/dots.py").unlink()
    assert stage(report) == ["kept bars", "1 figure"]
    assert sorted(pictures(report)) == ["bars.json", "bars.png", "bars.svg"]


def test_two_figures_of_one_name_are_reported(report: Path) -> None:
    """A picture that a recipe would make too is found with both its sources."""
    write(report, {"sources/figures/bars.svg": "<svg/>"})
    stage(report)
    assert found(report) == [
        (
            "FIG02",
            "figures/bars.py",
            1,
            "figures/bars.py and sources/figures/bars.svg both make the figure bars",
        )
    ]


def test_names_with_blanks_and_accents_are_drawn(report: Path) -> None:
    """A figure may be called what its author likes."""
    write(report, {"figures/Dépenses 2020.py": BARS})
    stage(report)
    assert made(report, "Dépenses 2020")["recipe"] == "figures/Dépenses 2020.py"


def test_many_figures_are_drawn_by_two_processes(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With enough to draw a second process helps, and the pictures are the same."""
    alone = Path(shutil.copytree(report, report.parent / "alone"))
    monkeypatch.setattr(drawing.os, "sched_getaffinity", lambda _: {0, 1})
    started: list[int] = []
    begin = drawing.Process.__init__

    def counted(self: drawing.Process, order: Any, scratch: Path) -> None:
        started.append(1)
        begin(self, order, scratch)

    monkeypatch.setattr(drawing.Process, "__init__", counted)
    many = {f"figures/f{n}.py": DOTS for n in range(6)}
    stage(write(report, many))
    assert len(started) == 2
    monkeypatch.setattr(drawing, "ENOUGH", 100)
    stage(write(alone, many))
    assert len(started) == 3
    assert pictures(report) == pictures(alone)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", 60),
        ("TIMEOUT = 300", 300),
        ("TIMEOUT = 'x'", 60),
        ("TIMEOUT = -1", 60),
        ("def draw(:", 60),
    ],
)
def test_a_recipe_may_ask_for_more_time(source: str, expected: float) -> None:
    """TIMEOUT at the top of a recipe is its own limit in seconds."""
    assert timeout(source) == expected
    assert figures.TIMEOUT == 60


def test_another_theme_draws_every_figure_anew(report: Path) -> None:
    """A theme that changes charts makes all of them stale; its dark colours none."""
    write(report, {"sources/report.yml": "theme: house.yml\n"})
    write(report, {"sources/house.yml": "chart: {colours: ['#004d40', '#c2185b']}\n"})
    assert stage(report)[:2] == [
        "drew bars: the theme changed",
        "drew dots: the theme changed",
    ]
    assert "#004d40" in (report / "build/figures/bars.svg").read_text("utf-8")
    text = "chart: {colours: ['#004d40', '#c2185b']}\ndark: {link: '#ffffff'}\n"
    write(report, {"sources/house.yml": text})
    assert stage(report)[:2] == ["kept bars", "kept dots"]
    write(report, {"sources/report.yml": "theme: bold\n"})
    assert stage(report)[0] == "drew bars: the theme changed"
    assert "Public Sans" in (report / "build/figures/bars.svg").read_text("utf-8")


def test_what_is_wrong_with_a_theme_is_reported(report: Path) -> None:
    """The default stands in for what is not valid, and nothing is drawn anew."""
    write(report, {"sources/report.yml": "theme: house.yml\n"})
    write(report, {"sources/house.yml": "light:\n  ink: black\nlogo: no.svg\n"})
    assert stage(report)[:2] == ["kept bars", "kept dots"]
    assert [one for one in found(report) if one[0].startswith("SRC")] == [
        (
            "SRC16",
            "sources/house.yml",
            2,
            "light.ink is “black”; expected the form of #12436d",
        ),
        (
            "SRC15",
            "sources/report.yml",
            1,
            "The theme names the logo no.svg, which does not exist",
        ),
    ]
