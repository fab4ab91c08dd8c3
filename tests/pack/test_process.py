"""The process map: what the workflow is, in order and as a picture."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from crossfoot.engines.planning import plan
from crossfoot.engines.rules import rules_of
from crossfoot.pack.drawing import HIGH, WIDE, drawing
from crossfoot.pack.process import Rule, Step, above, arrows, counted, layers, steps
from crossfoot.site import Site

RECTS = re.compile(r'<rect x="(\d+)" y="(\d+)"')
SVG = "{http://www.w3.org/2000/svg}"


@st.composite
def workflows(draw: st.DrawFn) -> list[Step]:
    """Draw steps, each after some of those before it."""
    names = [f"s{n}" for n in range(draw(st.integers(1, 9)))]
    rules = []
    for at, name in enumerate(names):
        before = draw(st.sets(st.sampled_from(names[:at]))) if at else set()
        needs = tuple(f"build/{one}" for one in sorted(before))
        rules.append(Rule(name, (*needs, "a.md"), (f"build/{name}",)))
    return steps(rules)


@given(workflows())
def test_arrows_say_the_whole_order_and_none_follows_from_others(
    all_: list[Step],
) -> None:
    """Whoever follows the arrows comes to the same order, and needs every one."""
    ways = arrows(all_)
    after = {one.name: [a for a, b in ways if b == one.name] for one in all_}
    told = [Step(one.name, (), tuple(after[one.name]), ()) for one in all_]
    assert above(told) == above(all_)
    assert arrows(told) == ways


@given(workflows())
def test_a_step_stands_below_all_that_it_comes_after(all_: list[Step]) -> None:
    """Layers hold each step once, and every arrow leads down."""
    deep = {name: n for n, row in enumerate(layers(all_)) for name in row}
    assert sorted(deep) == sorted(one.name for one in all_)
    assert all(deep[a] < deep[b] for a, b in arrows(all_))


@given(workflows())
def test_boxes_lie_apart_and_each_arrow_is_drawn(all_: list[Step]) -> None:
    """No two boxes touch, all lie in the picture, and every arrow has its tip."""
    picture = drawing(all_)
    root = ET.fromstring(picture)
    boxes = [(int(x), int(y)) for x, y in RECTS.findall(picture)]
    assert len(boxes) == len(all_)
    for n, (x, y) in enumerate(boxes):
        for a, b in boxes[:n]:
            assert abs(x - a) >= WIDE or abs(y - b) >= HIGH
    _, _, wide, high = map(int, root.attrib["viewBox"].split())
    assert all(x + WIDE <= wide and y + HIGH <= high for x, y in boxes)
    tips = [one for one in root.iter(f"{SVG}path") if "fill" in one.attrib]
    assert len(tips) == len(arrows(all_))
    names = [one.text for one in root.iter(f"{SVG}text") if "font-size" in one.attrib]
    assert names == [one.name for one in all_]


def test_files_are_counted_by_kind() -> None:
    """Kinds come in one order, whatever the order of the files."""
    paths = ["b.yml", "figures/a.py", "2.csv", "1.md", "1.csv", "x"]
    assert counted(paths) == "1 chapter, 2 tables, 1 recipe, 2 others"
    assert counted(["a.yml", "b"]) == "2 files"
    assert counted([]) == ""


def test_the_map_is_what_snakemake_would_run(tmp_path: Path) -> None:
    """Every rule, and each file that it needs or makes, is as in Snakemake's own plan."""
    files = {
        "sources/01-a.md": "# A\n\nText [2]{value=n}.\n",
        "sources/data/v.csv": "n\n2\n",
        "sources/quantities.yml": "n: {from: data/v.csv, sum: n}\n",
        "sources/corrections.yml": "corrects: '1.0'\n",
        "figures/f.py": "def draw(tables, quantities): ...\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    planned = {
        one.rule: (sorted({*one.needs}), sorted({*one.makes}))
        for one in plan(tmp_path).whole
    }
    mapped = {
        one.name: (sorted({*one.needs}), sorted({*one.makes}))
        for one in rules_of(Site.at(tmp_path))
    }
    assert mapped == planned
    assert len(mapped["figures"][1]) == 4
