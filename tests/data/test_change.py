"""One cell changes: exactly what rests on it breaks, each with the text to write."""

import csv
import io
import re
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Make

from crossfoot import cli
from crossfoot.engines.belt import run
from crossfoot.engines.checking import check
from crossfoot.findings import Finding
from crossfoot.places import Text
from crossfoot.site import Site
from crossfoot.workflow import PACKAGE

ROOT = PACKAGE.parent.parent
PARTNERS = {"share": "of", "difference": "minus", "percent_change": "from"}
SPAN = re.compile(r"\[([^\[\]]+)\]\{value=\"?([\w.]+)")
"""A checked number: its text and its key."""


def fits(row: dict[str, str], where: dict[str, Any]) -> bool:
    """Say whether a row has the values that a filter names."""
    return all(
        row[column]
        in [str(one) for one in (want if isinstance(want, list) else [want])]
        for column, want in where.items()
    )


def walked(sources: Path) -> dict[str, Fraction]:
    """Return the values of `quantities.yml`, worked out by hand from the files."""
    entries = yaml.safe_load((sources / "quantities.yml").read_text(encoding="utf-8"))
    done: dict[str, Fraction] = {}

    def value(key: str) -> Fraction:
        if key not in done:
            done[key] = worth(entries[key])
        return done[key]

    def worth(one: dict[str, Any]) -> Fraction:
        for operation, partner in PARTNERS.items():
            if operation in one:
                first, second = value(one[operation]), value(one[partner])
                if operation == "difference":
                    return first - second
                change = second if operation == "percent_change" else 0
                return 100 * (first - change) / second
        if "from" not in one:
            return Fraction(str(one.get("value", one.get("at_least"))))
        text = (sources / one["from"]).read_text(encoding="utf-8")
        rows = [
            row
            for row in csv.DictReader(io.StringIO(text))
            if fits(row, one.get("where", {}))
        ]
        if "count" in one:
            return Fraction(len(rows))
        (name,) = {"sum", "value", "max", "distinct"} & set(one)
        cells = [row[one[name]] for row in rows if row[one[name]]]
        if name == "distinct":
            return Fraction(len(set(cells)))
        numbers = [Fraction(cell) for cell in cells]
        return max(numbers) if name == "max" else sum(numbers, Fraction(0))

    return {key: value(key) for key in entries}


def bound(root: Path, keys: set[str]) -> set[tuple[str, int, int, str]]:
    """Return file, line, column and key of every checked number bound to some keys."""
    out = set()
    for path in sorted((root / "sources").glob("*.md")):
        file = path.relative_to(root).as_posix()
        text = Text(file, path.read_text(encoding="utf-8"))
        for found in SPAN.finditer(text.text):
            if found[2] in keys:
                place = text.place(found.span(1))
                out.add((file, place.line, place.column, found[2]))
    return out


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Put one text in the place of another, which stands once."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def broken(root: Path) -> list[Finding]:
    """Return the numbers that disagree with the data."""
    findings = check(root, ("read", "data", "numbers")).findings
    return [one for one in findings if one.code == "NUM01"]


def mend(root: Path, findings: list[Finding]) -> None:
    """Write what each finding says is to be written."""
    for path in sorted((root / "sources").glob("*.md")):
        file = path.relative_to(root).as_posix()
        text = Text(file, path.read_text(encoding="utf-8"))
        own = [one for one in findings if one.place.file == file]
        out = text.text
        for one in sorted(own, key=lambda one: text.span(one.place), reverse=True):
            start, end = text.span(one.place)
            out = out[:start] + one.expected + out[end:]
        path.write_text(out, encoding="utf-8")


def drawn(site: Site) -> set[str]:
    """Run a build up to its figures; return the names of those that were drawn."""
    log: list[str] = []
    for stage in ("read", "data", "figures"):
        run(stage, site, log.append)
    return {line.split()[1].rstrip(":") for line in log if line.startswith("drew ")}


def readers(root: Path, table: str, keys: set[str]) -> set[str]:
    """Return the recipes whose source names a table or one of some quantities."""
    names = {f'tables["{table}"]', *(f'quantities["{key}"]' for key in keys)}
    return {
        path.stem
        for path in (root / "figures").glob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in names)
    }


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a copy of the sample report."""
    for folder in ("sources", "figures"):
        shutil.copytree(ROOT / folder, tmp_path / "r" / folder)
    return tmp_path / "r"


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("asks", "exact,203000000", "exact,345000000"),
        ("roadmap", "government,29", "government,33"),
    ],
)
def test_a_cell_of_the_sample_breaks_what_rests_on_it(
    sample: Path, table: str, old: str, new: str
) -> None:
    """Numbers and figures that rest on the cell are found, others are not."""
    file = f"sources/data/{table}.csv"
    before = walked(sample / "sources")
    site = Site.at(sample, sample / "build")
    drawn(site)
    edit(sample, file, old, new)
    after = walked(sample / "sources")
    changed = {key for key, value in after.items() if value != before[key]}
    assert changed
    found = broken(sample)
    places = {(one.place.file, one.place.line, one.place.column) for one in found}
    assert places == {one[:3] for one in bound(sample, changed)}
    assert drawn(site) == readers(sample, table, changed)
    mend(sample, found)
    assert broken(sample) == []


DATA = """origin,amount,staff
Recharge,2000,12
Recovery,203,7
Reserve,50,3
"""
REPORT = {
    "sources/data/asks.csv": DATA,
    "sources/quantities.yml": """asks.recovery: {from: data/asks.csv, value: amount, where: {origin: Recovery}}
asks.total: {from: data/asks.csv, sum: amount}
asks.share: {share: asks.recovery, of: asks.total}
asks.rows: {from: data/asks.csv, count: rows}
asks.names: {from: data/asks.csv, distinct: origin}
staff.total: {from: data/asks.csv, sum: staff}
staff.rest: {from: data/asks.csv, sum: staff, where: {origin: [Recharge, Reserve]}}
staff.least: {value: 3, source: A plan}
""",
    "sources/checks.yml": 'identities:\n  - "asks.total = 2253"\n',
    "sources/01-asks.md": """# Asks of [203]{value=asks.recovery}

Recovery asks for [203]{value=asks.recovery} of [2,253]{value=asks.total},
[9.0%]{value=asks.share}.[^n] There are [three]{value=asks.rows} rows of
[three]{value=asks.names} origins, [22]{value=staff.total} staff,
[15]{value=staff.rest} elsewhere, and `=asks.recovery` is put in.

[^n]: That is of [2,253]{value=asks.total}.

![Recovery, [203]{value=asks.recovery}](figures/asks.svg){#fig-asks alt="Bars; recovery is [203]{value=asks.recovery}"}

![Staff](figures/staff.svg){#fig-staff}

| What | Amount |
|:---------|-------:|
| Recovery | [203]{value=asks.recovery} |
| Staff | [22]{value=staff.total} |

: Recovery being [203]{value=asks.recovery} {#tbl-x}

![All asks](data/asks.csv){#tbl-asks total=amount}

![Staff alone](data/asks.csv){#tbl-staff columns="origin staff"}
""",
    "figures/asks.py": '''"""Amounts."""

from matplotlib.figure import Figure


def draw(tables, quantities):
    """Return bars."""
    asks = tables["asks"]
    figure = Figure()
    figure.subplots().barh(asks["origin"], asks["amount"])
    return figure


def alt(tables, quantities):
    """Return the alternative text."""
    return f"Bars; recovery is {tables['asks']['amount'][1]}."
''',
    "figures/staff.py": '''"""Staff."""

from matplotlib.figure import Figure


def draw(tables, quantities):
    """Return a bar."""
    figure = Figure()
    figure.subplots().barh(["staff"], [float(quantities["staff.total"])])
    return figure


def alt(tables, quantities):
    """Return the alternative text."""
    return f"A bar of {quantities['staff.total']} staff."
''',
}
TEXTS = {
    "asks.recovery": "210",
    "asks.total": "2,260",
    "asks.share": "9.3%",
    "staff.total": "24",
    "staff.rest": "17",
}


@pytest.mark.parametrize(
    ("old", "new", "expected", "figures"),
    [
        (
            "Recovery,203",
            "Recovery,210",
            {"asks.recovery", "asks.total", "asks.share"},
            {"asks"},
        ),
        ("2000,12", "2000,14", {"staff.total", "staff.rest"}, {"asks", "staff"}),
        ("Reserve,50,3", "Reserve,50.00,3", set(), {"asks"}),
    ],
)
def test_a_cell_breaks_every_kind_of_place(
    make: Make, old: str, new: str, expected: set[str], figures: set[str]
) -> None:
    """Prose, headings, captions, alternative texts, notes and cells are all named."""
    root = make(REPORT)
    assert broken(root) == []
    before = walked(root / "sources")
    site = Site.at(root, root / "build")
    drawn(site)
    edit(root, "sources/data/asks.csv", old, new)
    after = walked(root / "sources")
    assert {key for key, value in after.items() if value != before[key]} == expected
    assert {
        (one.place.file, one.place.line, one.place.column, one.expected)
        for one in broken(root)
    } == {(*place, TEXTS[key]) for *place, key in bound(root, expected)}
    assert drawn(site) == figures
    mend(root, broken(root))
    assert broken(root) == []


def depending(capsys: pytest.CaptureFixture[str], root: Path, name: str) -> set[str]:
    """Return what `crossfoot numbers --of` names: keys, and places of the rest."""
    assert cli.main(["numbers", str(root), "--of", name]) == 0
    lines = capsys.readouterr().out.splitlines()
    return set(parts(lines))


def parts(lines: list[str]) -> Iterator[str]:
    """Yield the key of each quantity and number, and the text of the rest."""
    *listed, last = lines
    assert last.startswith(f"{len(listed)} thing")
    for line in listed:
        _, *words = line.split("  ")
        numbered = words[0].startswith("“")
        yield f"number {words[2]}" if numbered else f"{words[0]} {words[1]}"


def test_what_depends_on_a_cell_can_be_asked_before_it_changes(
    make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer has the same quantities as a change of the cell would have."""
    root = make(REPORT)
    shown = ["table ![All asks](data/asks.csv)", "figure asks"]
    amounts = {"asks.recovery", "asks.total", "asks.share"}
    assert depending(capsys, root, "data/asks.csv:3:11") == {
        *(f"quantity {key}" for key in amounts),
        *(f"number {key}" for key in amounts),
        *shown,
        'check - "asks.total = 2253"',
    }
    staff = {"staff.total", "staff.rest"}
    assert depending(capsys, root, "data/asks.csv:2:15") == {
        *(f"quantity {key}" for key in staff),
        *(f"number {key}" for key in staff),
        *shown,
        "table ![Staff alone](data/asks.csv)",
        "figure staff",
    }
    assert depending(capsys, root, "asks.total") == {
        "quantity asks.share",
        "number asks.total",
        "number asks.share",
        'check - "asks.total = 2253"',
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "asks.totl",
            (
                "asks.totl is no quantity and no table of this report; did you mean"
                " asks.total?"
            ),
        ),
        ("data/asks.csv:9", "line 9 of sources/data/asks.csv is no row"),
        (
            "data/asks.csv:2:99",
            "line 2 of sources/data/asks.csv has no cell at column 99",
        ),
    ],
)
def test_a_name_that_stands_for_nothing_is_said(
    make: Make, capsys: pytest.CaptureFixture[str], name: str, expected: str
) -> None:
    """A slip of spelling is no empty answer."""
    assert cli.main(["numbers", str(make(REPORT)), "--of", name]) == 2
    assert capsys.readouterr().err == f"crossfoot: {expected}\n"
