"""The manual in `docs/`: what it says is what the code does.

`python tests/test_docs.py` writes the two parts of it that are copied from the code:
the commands and the table of codes.
"""

import contextlib
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from unittest import mock

import pytest
from building import SNAKEMAKE, Run, run

from crossfoot import cli
from crossfoot.amounts.agree import interval
from crossfoot.amounts.scan import scan
from crossfoot.amounts.show import NAMES, show
from crossfoot.codes import CODES
from crossfoot.data.columns import CONSTRAINTS
from crossfoot.data.definition import BOUNDS, OF_COLUMN, PARTNERS
from crossfoot.data.quantity import LISTED
from crossfoot.engines.belt import CHECKS, STAGES
from crossfoot.engines.belt.office import MOST
from crossfoot.engines.files import read_json
from crossfoot.engines.importing.reading import LARGEST_TEXT, LARGEST_XML
from crossfoot.fields import PARSERS
from crossfoot.numbers.ledger import STATES
from crossfoot.places import Text
from crossfoot.render import FORMATS, ledgers
from crossfoot.repeats import MIN_WORDS
from crossfoot.repeats.alike import SHORTEST
from crossfoot.repeats.policies import DEFAULTS, WORDING
from crossfoot.structure.style import WORDS
from crossfoot.yamlfile import load

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PACKAGE = Path(str(files("crossfoot")))

FENCE = re.compile(
    r"^``` \{\.\w+ example=\"(?P<example>\w+)\"(?P<told>[^}]*)\}\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
TOLD = re.compile(r"(\w+)=\"([^\"]*)\"")
VERBS = (
    *("new", "import", "watch", "check", "repeats", "numbers", "fix", "explain"),
    *("why", "doctor", "verify", "diff", "release", "lsp", "stage"),
)
INTRODUCTION = """\
---
role: appendix
---

# Commands {#sec-commands}

`snakemake --cores 4` builds a report. The `crossfoot` command is for people. What
follows is what each verb prints with `--help`; `crossfoot build` takes Snakemake's
options and prints Snakemake's help.
"""


@dataclass(frozen=True)
class Block:
    """A code block of the manual that belongs to an example."""

    example: str
    text: str
    path: str = ""
    """The file that it stands for."""
    expect: str = ""
    """The verb that prints it."""


def chapter(number: str) -> str:
    """Return the text of a chapter."""
    (path,) = DOCS.glob(f"{number}-*.md")
    return path.read_text(encoding="utf-8")


def blocks() -> Iterator[Block]:
    """Yield the blocks of all examples."""
    for path in sorted(DOCS.glob("*.md")):
        for found in FENCE.finditer(path.read_text(encoding="utf-8")):
            told = dict(TOLD.findall(found["told"]))
            yield Block(found["example"], found["text"], **told)


def example(name: str) -> str:
    """Return the one block of an example that is shown and not run here."""
    (text,) = (one.text for one in blocks() if one.example == name)
    return text


def table(number: str, name: str) -> list[list[str]]:
    """Return the rows of a Markdown table, heading apart, cell by cell."""
    lines = chapter(number).split(f"{{#{name}}}", 1)[0].split("\n")[:-2]
    rows: list[list[str]] = []
    while lines[-1].startswith("|"):
        rows.insert(0, [cell.strip() for cell in lines.pop().strip("|").split("|")])
    return rows[2:]


def names(number: str, name: str, column: int = 0) -> list[str]:
    """Return the code spans of a table's column, in order."""
    return [
        found
        for row in table(number, name)
        for found in re.findall(r"`([^`]+)`", row[column])
    ]


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a command prints, its last line of counts included.

    The list that a person signs is the same for all examples, and shown in one place.
    """
    cli.main(words)
    printed = capsys.readouterr()
    found, _, _ = printed.out.partition("\nTo be checked by a person")
    return found + printed.err


EXPECTED = [one for one in blocks() if one.expect]


@pytest.mark.parametrize(
    "block", EXPECTED, ids=lambda one: f"{one.example}-{one.expect}"
)
def test_an_example_gives_what_is_printed_below_it(
    block: Block, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each example of the manual is a report whose output is printed in full."""
    given = {one.path: one.text for one in blocks() if one.example == block.example}
    if not any(path.endswith(".md") for path in given):
        given["01-any.md"] = "# Any chapter\n\nSome text.\n"
    for path, text in given.items():
        if path:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
    assert ask(capsys, block.expect, str(tmp_path)) == block.text


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Run]:
    """Return the first report as chapter 1 builds it."""
    root = tmp_path_factory.mktemp("started") / "my-report"
    cli.main(["new", str(root)])
    return root, run([*SNAKEMAKE, "--cores", "2"], root)


def test_the_first_report_has_the_files_that_are_listed(
    started: tuple[Path, Run],
) -> None:
    """Chapter 1 lists what `crossfoot new` writes, chapter 7 shows the Snakefile."""
    root, _ = started
    made = sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file()
        and not {"build", ".snakemake"} & set(path.relative_to(root).parts)
    )
    assert made == example("new").split()
    assert (root / "Snakefile").read_text(encoding="utf-8") == example("snakefile")


def test_the_first_report_builds_at_once(started: tuple[Path, Run]) -> None:
    """Plain `snakemake` in the new folder ends with the line that is printed."""
    _, done = started
    assert (done.code, done.out.split("\n")[-2] + "\n") == (0, example("built"))


def test_the_build_folder_holds_what_is_listed(started: tuple[Path, Run]) -> None:
    """The table of chapter 7 has every file and folder of a build."""
    root, _ = started
    listed = [one.rstrip("/") for one in names("07", "tbl-build")]
    assert sorted(listed) == sorted(path.name for path in (root / "build").iterdir())


def test_breaking_the_first_report_gives_the_frame(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The edit of chapter 1 gives its frame, with the cell the number comes from."""
    cli.main(["new", str(tmp_path / "report")])
    path = tmp_path / "report" / "sources" / "01-visits.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("73,600", "73,900"), encoding="utf-8")
    capsys.readouterr()
    shown = ask(capsys, "check", str(tmp_path / "report"), "--format", "text")
    assert shown == example("break")


def commands() -> str:
    """Return the appendix of commands as it has to be."""
    out = [INTRODUCTION, f"```text\n{printed_help()}```\n"]
    for verb in VERBS:
        title = f"## crossfoot {verb} {{#sec-commands-{verb}}}"
        out.append(f"{title}\n\n```text\n{printed_help(verb)}```\n")
    return "\n".join(out)


def printed_help(*verb: str) -> str:
    """Return what `--help` prints on a terminal of 80 columns."""
    out = io.StringIO()
    with (
        mock.patch.dict(os.environ, COLUMNS="80", NO_COLOR="1"),
        contextlib.redirect_stdout(out),
        contextlib.suppress(SystemExit),
    ):
        cli.main([*verb, "--help"])
    return out.getvalue()


def test_the_appendix_of_commands_is_the_help() -> None:
    """The appendix is what `--help` prints, line breaks apart, which Python decides."""
    assert chapter("08").split() == commands().split()
    verbs = re.findall(r"^    (\w+) ", printed_help(), re.MULTILINE)
    assert sorted(verbs) == sorted([*VERBS, "build"])


def codes() -> str:
    """Return the table of codes as it has to be."""
    rows = [f"{code},{rule.name},{rule.severity}\n" for code, rule in CODES.items()]
    return "code,condition,severity\n" + "".join(rows)


def test_the_table_of_codes_is_that_of_the_code() -> None:
    """The manual prints every code with its condition and severity."""
    path = DOCS / "data" / "codes.csv"
    assert path.read_text(encoding="utf-8") == codes(), "run python tests/test_docs.py"


def keys(schema: dict[str, object], above: str = "") -> Iterator[str]:
    """Yield the keys of a JSON Schema, those below joined by full stops."""
    parts = schema.get("properties")
    for name, one in parts.items() if isinstance(parts, dict) else ():
        below = [*keys(one, f"{above}{name}.")]
        items = one.get("items")
        if isinstance(items, dict):
            below += keys(items, f"{above}{name}.")
        # A list of mappings is named itself; a mapping only by what is in it.
        yield from [] if below and not items else [f"{above}{name}"]
        yield from below


def test_every_setting_is_in_the_table() -> None:
    """Chapter 2 has all keys of `report.yml`, and none that there is not."""
    schema = read_json(PACKAGE / "schemas" / "report.schema.json")
    first = [row[0].strip("`") for row in table("02", "tbl-settings")]
    assert sorted(first) == sorted(keys(schema))


def test_every_operation_is_in_the_table() -> None:
    """Chapter 3 has all operations of `quantities.yml`."""
    written = [re.findall(r"(\w+): ", one) for one in names("03", "tbl-operations")]
    assert sorted(written) == sorted(
        [
            ["from", "count"],
            *(["from", one] for one in OF_COLUMN if one != "rank"),
            *(["from", one, "where"] for one in ("rank", "value")),
            *([one, "source"] for one in ("value", *BOUNDS)),
            *([one, partner] for one, partner in PARTNERS.items()),
            ["total"],
            ["from", "sum", "top"],
            ["from", "mean", "weights"],
            ["ratio", "to", "per"],
            ["percent_change", "from", "periods"],
        ]
    )


def test_every_format_prints_what_is_said() -> None:
    """The table of formats has all that are named, with what they print."""
    rows = table("03", "tbl-formats")
    said = {name: row[1] for row in rows for name in re.findall("`([^`]+)`", row[0])}
    assert set(said) == {*NAMES, "0.0%"}
    share = {"0%": "0.1234", "0.0%": "0.1234", "words": "21", "h min": "75"}
    share |= {"0:1": "10", "1:0": "0.0833"}
    units = {"0%": "ratio", "0.0%": "ratio", "0:1": "ratio", "1:0": "ratio"}
    units |= {"words": "count", "h min": "min"}
    for name, text in said.items():
        value = Decimal(share.get(name, "3200000000"))
        assert show(value, units.get(name, "GBP"), name) in text


def test_the_stretches_that_agree_are_those_of_the_code() -> None:
    """The figure of chapter 3 is drawn from what the comparison admits."""
    path = DOCS / "data" / "agreement.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    assert head == "said,low,high,low_included,high_included"
    for row in rows:
        said, *ends = row.split(",")
        (amount,) = scan(said)
        found = interval(amount)
        low, high = (one.scaleb(-9).normalize() for one in (found.low, found.high))
        shut = [str(not one).lower() for one in (found.low_open, found.high_open)]
        assert ends == [str(low), str(high), *shut]


def test_the_lists_of_the_manual_are_those_of_the_code() -> None:
    """States, classes, stages, formats, types and constraints are all there."""
    assert sorted(names("03", "tbl-states")) == sorted(STATES)
    words = {action: word for word, action in WORDING.items()}
    said = [[cell.strip("`") for cell in row] for row in table("04", "tbl-classes")]
    assert {row[0]: row[2] for row in said} == {
        kind: words.get(action, action) for kind, action in DEFAULTS.items()
    }
    assert tuple(names("07", "tbl-stages")) == STAGES
    assert names("06", "tbl-formats-ci") == list(FORMATS)
    assert f"from `{CHECKS[0]}` to `{CHECKS[-1]}`" in chapter("06")
    text = chapter("05")
    types = text.split("Types are", 1)[1].split("Constraints are", 1)
    assert sorted(re.findall(r"`(\w+)`", types[0])) == sorted(PARSERS)
    constraints = re.findall(r"`(\w+)`", types[1].split(". ", 1)[0])
    assert sorted(constraints) == sorted(CONSTRAINTS)


def test_the_manual_passes_its_own_checks(capsys: pytest.CaptureFixture[str]) -> None:
    """`crossfoot check docs` has nothing to say of what nobody waived."""
    said = ask(capsys, "check", str(DOCS))
    assert re.fullmatch("0 errors, 0 warnings, [0-9]+ waived\n", said)


def test_the_numbers_of_settings_are_those_of_the_code() -> None:
    """What the manual binds to a published value is what the engine goes by."""
    text = (DOCS / "quantities.yml").read_text(encoding="utf-8")
    held = load(Text("quantities.yml", text)).value
    told = {key: one["value"] for key, one in held.items() if "value" in one}
    assert told == {
        "repeats.words": MIN_WORDS,
        "repeats.listed": ledgers.TOLD,
        "style.sentence": WORDS,
        "repeats.sentence": SHORTEST,
        "tables.rows": LISTED,
        "workbook.rows": MOST,
        "import.text": LARGEST_TEXT,
        "import.xml": LARGEST_XML,
    }


def write() -> None:
    """Write the parts of the manual that are copied from the code."""
    (DOCS / "08-commands.md").write_text(commands(), encoding="utf-8")
    (DOCS / "data" / "codes.csv").write_text(codes(), encoding="utf-8")


if __name__ == "__main__":
    os.chdir(ROOT)
    write()
