"""Broken reports: a seed in, one fault of one file out.

Every kind of file that an author writes is in the whole report, and so is what a build
keeps. A fault is what editors, exports, merges, unpacking and hurry do to a file, or
what somebody hostile would write.
"""

import base64
import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAA"
    "SUVORK5CYII="
)
FILES: dict[str, str] = {
    "sources/01-one.md": """\
---
title: Visits
lang: en-GB
---

# Visits {#sec-one}

Our [three]{value=count} libraries had [73,600]{value=now} visits in 2025, and
`=riverside` of them in Riverside.[^a] See @tbl-visits, @fig-plot and @sec-two, and
[@smith2020, p. 3]. A [term]{.index} of the NHS, $x^2$.

[^a]: A visit is one person through the door.

![Visits](data/visits.csv){#tbl-visits total="2024 2025"}

![A plot](figures/plot.svg){#fig-plot}

![A dot](images/dot.png){alt="A dot"}

| library | visits |
|:--------|-------:|
| Central | 43,900 |
| Total   | 43,900 |

: Central {#tbl-own}
""",
    "sources/02-two.md": """\
# More {#sec-two}

::: {.callout-note}
A note with **bold** words, `code` and a [link](#sec-one).
:::

The service will go on to be open on every day of the week in all of the libraries that
the county has, from the morning until late in the evening.

1. one
2. two

$$
e = mc^2
$$ {#eq-e}

<!-- crossfoot: allow NUM05 because quoted from the plan -->

The plan named 18 branches.

<table><tr><td>raw</td></tr></table>
""",
    "sources/03-three.md": """\
# Again {#sec-three}

The service will go on to be open on every day of the week in all of the libraries that
the county has, from the morning until late in the evening.
""",
    "sources/report.yml": """\
title: Visits to our libraries
authors:
  - {name: A. Author, affiliation: The county, orcid: 0000-0002-1825-0097}
date: 2026-01-31
language: en-GB
bibliography: refs.bib
theme: house.json
abbreviations: {NHS: National Health Service}
parts: [{title: First, starts: 01-one.md}]
severity: {STR03: note}
outputs: [site, docx]
""",
    "sources/quantities.yml": """\
count: {from: data/visits.csv, count: rows, unit: count}
before: {from: data/visits.csv, sum: "2024", unit: count}
now: {from: data/visits.csv, sum: "2025", unit: count}
change: {difference: now, minus: before}
riverside: {from: data/visits.csv, value: "2025", where: {library: Riverside}}
""",
    "sources/checks.yml": """\
identities:
  - "now = before + change"
coverage: {minimum: 0}
waivers:
  - {code: NUM05, place: 01-one.md, because: it is quoted}
""",
    "sources/refs.bib": """\
@book{smith2020,
  author = {Smith, Ada},
  title = {On visits},
  year = {2020},
  publisher = {Press}
}
""",
    "sources/house.json": (
        '{"light": {"accent": "#4a1783", "link": "#6420a8"}, "paper": {"text": 11}}\n'
    ),
    "sources/data/visits.csv": """\
library,2024,2025
Central,41200,43900
Hillside,18650,17300
Riverside,9150,12400
""",
    "sources/data/datapackage.json": """\
{"name": "visits", "resources": [{"name": "visits", "path": "visits.csv", "schema":
{"fields": [{"name": "library", "type": "string", "title": "Library"},
{"name": "2024", "type": "integer", "unit": "count", "constraints": {"minimum": 0}},
{"name": "2025", "type": "integer", "unit": "count"}]}}]}
""",
    "figures/plot.py": '''\
"""Visits."""

from crossfoot import chart


def draw(tables, quantities):
    """Return bars."""
    return chart.bars(tables["visits"], "library", ["2024"], names=["2024"])


def alt(tables, quantities):
    """Return what is shown."""
    return "Bars"
''',
}

INSTEAD = (
    "(figures/plot.svg){#fig-plot}",
    '(images/dot.png){#fig-plot alt="A dot"}',
)
"""The figure, and a picture in its place."""
SCALARS = (
    *("[]", "{}", "null", "-1", "1e999", "true", '""', "[[]]", "0x1F", "2026-13-45"),
    *(
        "!!python/object:os.system x",
        "!!binary aGk=",
        "&a [*a]",
        "*nope",
        "'",
        "|",
        "?",
    ),
    *(
        "[1, {a: b}]",
        "{a: {b: {c: []}}}",
        "9" * 400,
        "٣",
        "\\x00",
        "!!set {a}",
        "<<: x",
    ),
)
VALUES = (
    *("null", "-1", "1e999", "NaN", "[]", "{}", '""', "true", '"\\ud800"', "[[[]]]"),
    *('{"a": {}}', "9" * 400, '"' + "x" * 5000 + '"'),
)
PIECES = (
    *(
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "`",
        "|",
        "*",
        "_",
        "#",
        ":",
        "&",
        "<",
        ">",
        "@",
        "\\",
    ),
    *(
        "[x]{value=}",
        "[]{value=now",
        "`=`",
        "`=now|zz`",
        "@fig-",
        "[@]",
        "[^z]",
        "$$",
        "$",
    ),
    *(
        "![](",
        "![a](data/none.csv)",
        "![a](../../../etc/passwd)",
        '{#tbl-visits total="x"}',
    ),
    *(
        "<div",
        "</div>",
        "<!--",
        "-->",
        "<script>",
        "<!-- crossfoot: allow -->",
        ":::",
        "---",
    ),
    *(
        "\u202e",
        "\u2028",
        "\ufeff",
        "\x1b[31m",
        "\x00",
        "\x0c",
        "\u0301" * 50,
        "🦊",
        "٣٫٥",
    ),
    *("% ", "£" * 30, "1,2,3,,4", "1e400", "€-0.00", "99999999999999999999999999bn"),
    *(
        "::: {.include from=01-one.md#sec-one}\n:::\n",
        "\\newpage",
        "\\begin{x}",
        "&#0;",
    ),
)
CODE = (
    *("1 / 0", "raise SystemExit(3)", "import nothing_of_this_name", "x = (", "\tx"),
    *("raise KeyboardInterrupt", "import os; os._exit(9)", "print('\\x1b[31m')"),
    *("def draw(): pass", "alt = None", "draw = 3", "raise BaseException('no')"),
)


@dataclass(frozen=True)
class Fault:
    """What is done to one file."""

    file: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}"


Change = Callable[[random.Random, Path], None]


def whole(root: Path, *, drawn: bool = True) -> Path:
    """Write the whole report into a folder; `drawn` says whether with its figure."""
    for name, text in FILES.items():
        if name.startswith("figures/") and not drawn:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = text if drawn else text.replace(*INSTEAD)
        path.write_text(kept, encoding="utf-8")
    picture = root / "sources/images/dot.png"
    picture.parent.mkdir()
    picture.write_bytes(base64.b64decode(PICTURE))
    return root


def breaks(root: Path, seed: int, *, built: bool = False) -> Fault:
    """Break one file of a report; `built` says to take one of a build."""
    random_ = random.Random(seed)
    folder = root / "build" if built else root
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and (built or not {"build", ".snakemake"} & set(path.relative_to(root).parts))
    )
    # Files take turns, so that each kind is broken often enough.
    path = paths[seed % len(paths)]
    change = random_.choice([*ANY, *ANY, *SOME.get(path.suffix, ())])
    change(random_, path)
    return Fault(path.relative_to(root).as_posix(), change.__name__.strip("_"))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _put(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


def _empty(_: random.Random, path: Path) -> None:
    path.write_bytes(b"")


def _gone(_: random.Random, path: Path) -> None:
    path.unlink()


def _cut_short(random_: random.Random, path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: random_.randrange(len(data) + 1)])


def _odd_bytes(random_: random.Random, path: Path) -> None:
    data = path.read_bytes()
    at = random_.randrange(len(data) + 1)
    odd = random_.choice(
        (b"\x00", b"\xff\xfe", b"\x80", b"\xed\xa0\x80", b"\x00" * 999)
    )
    path.write_bytes(data[:at] + odd + data[at:])


def _other_encoding(random_: random.Random, path: Path) -> None:
    name = random_.choice(("utf-16", "utf-32", "latin-1", "utf-7", "cp500"))
    path.write_bytes(_text(path).encode(name, "replace"))


def _other_line_ends(random_: random.Random, path: Path) -> None:
    end = random_.choice((b"\r\n", b"\r", b"\x0b", b"\n\n", b" ", b"\xe2\x80\xa8"))
    path.write_bytes(path.read_bytes().replace(b"\n", end))


def _huge_line(random_: random.Random, path: Path) -> None:
    # Not `[` and "`": pandoc takes minutes over many of them, until it is ended.
    piece = random_.choice(("x", "1 ", "> ", "*", ",", "- ", '"', "a.b, ", "]("))
    _put(path, _text(path) + piece * (10_000 // len(piece)) + "\n")


def _lines_moved(random_: random.Random, path: Path) -> None:
    lines = _text(path).split("\n")
    random_.shuffle(lines)
    _put(path, "\n".join(lines))


def _line_twice(random_: random.Random, path: Path) -> None:
    lines = _text(path).split("\n")
    at = random_.randrange(len(lines))
    _put(path, "\n".join([*lines[:at], lines[at], *lines[at:]]))


def _line_gone(random_: random.Random, path: Path) -> None:
    lines = _text(path).split("\n")
    del lines[random_.randrange(len(lines))]
    _put(path, "\n".join(lines))


def _a_conflict(random_: random.Random, path: Path) -> None:
    lines = _text(path).split("\n")
    at = random_.randrange(len(lines))
    mark = ["<<<<<<< HEAD", lines[at], "=======", lines[at] + "x", ">>>>>>> other"]
    _put(path, "\n".join([*lines[:at], *mark, *lines[at + 1 :]]))


def _pieces(random_: random.Random, path: Path) -> None:
    text = _text(path)
    for _ in range(random_.randrange(1, 6)):
        at = random_.randrange(len(text) + 1)
        text = text[:at] + random_.choice(PIECES) + text[at:]
    _put(path, text)


def _a_folder(_: random.Random, path: Path) -> None:
    path.unlink()
    path.mkdir()


def _a_circle(random_: random.Random, path: Path) -> None:
    path.unlink()
    target = random_.choice((path.name, "nowhere", ".", "/dev/null", "/proc/self/mem"))
    path.symlink_to(target)


def _a_pipe(_: random.Random, path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _odd_name(random_: random.Random, path: Path) -> None:
    odd = (" ", "-", "\n", "\u202e", "#?&%", "é" * 60, "\x1b[31m", "*", "'\"", "..")
    path.rename(path.with_name(f"{random_.choice(odd)}{path.name}"))


def _folder_gone(_: random.Random, path: Path) -> None:
    shutil.rmtree(path.parent)


def _folder_is_a_file(_: random.Random, path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_bytes(b"x")


def _other_value(random_: random.Random, path: Path) -> None:
    text = _text(path)
    places = [found.end() for found in re.finditer(r"[:\-,{] ", text)] or [0]
    at = random_.choice(places)
    value = random_.choice(SCALARS)
    end = re.compile(r"[,}\n]|$").search(text, at)
    stop = end.start() if end and random_.random() < 0.7 else at
    _put(path, text[:at] + value + text[stop:])


def _deep(random_: random.Random, path: Path) -> None:
    open_, close = random_.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("> ", "")))
    # pandoc takes minutes over deep text, until it is ended.
    depth = 50 if path.suffix == ".md" else random_.choice((50, 3000))
    deep = open_ * depth + "x" + close * depth
    text = random_.choice((f"{deep}\n", f"{_text(path)}\nextra: {deep}\n"))
    _put(path, text)


def _bomb(random_: random.Random, path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    text = "\n".join(lines) + "\n"
    _put(path, text if random_.random() < 0.5 else _text(path) + text)


def _other_json(random_: random.Random, path: Path) -> None:
    text = _text(path)
    value = random_.choice(VALUES)
    found = list(re.finditer(r'"[^"]*"|\[[^\[\]]*\]|\{[^{}]*\}|\d+', text))
    if found:
        one = random_.choice(found)
        text = text[: one.start()] + value + text[one.end() :]
    _put(path, text if found and random_.random() < 0.9 else value)


def _deep_json(random_: random.Random, path: Path) -> None:
    depth = random_.choice((100, 100_000))
    _put(path, random_.choice(("[", '{"a":')) * depth)


def _odd_cells(random_: random.Random, path: Path) -> None:
    text = _text(path)
    odd = (
        '"',
        '""x',
        ";",
        "\t",
        ",,,,",
        "=1+1",
        "1e5",
        "-",
        "NaN",
        " ",
        "1,2",
        "'",
        "\n",
    )
    for _ in range(random_.randrange(1, 4)):
        at = random_.randrange(len(text) + 1)
        text = text[:at] + random_.choice(odd) + text[at:]
    _put(path, text)


def _other_code(random_: random.Random, path: Path) -> None:
    lines = _text(path).split("\n")
    at = random_.randrange(len(lines))
    before = re.match(r" *", lines[at])
    indent = before[0] if before else ""
    lines.insert(at, indent + random_.choice(CODE))
    _put(path, "\n".join(lines))


ANY: tuple[Change, ...] = (
    *(_empty, _gone, _cut_short, _odd_bytes, _other_encoding, _other_line_ends),
    *(_huge_line, _lines_moved, _line_twice, _line_gone, _a_conflict, _pieces),
    *(_a_folder, _a_circle, _a_pipe, _odd_name, _folder_gone, _folder_is_a_file),
)
SOME: dict[str, tuple[Change, ...]] = {
    ".yml": (_other_value,) * 12 + (_deep, _bomb) * 2,
    ".json": (_other_json,) * 12 + (_deep_json,) * 2,
    ".jsonl": (_other_json,) * 6,
    ".csv": (_odd_cells,) * 10,
    ".md": (_pieces,) * 12 + (_deep,),
    ".bib": (_pieces,) * 10,
    ".py": (_other_code,) * 10,
}
