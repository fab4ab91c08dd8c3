"""Whatever pandoc takes is taken: each construct, and far too much of some."""

import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import page as validation
import pytest

from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.pandoc import program
from crossfoot.engines.settling import settle_all
from crossfoot.findings import Finding
from crossfoot.site import Site

HERE = Path(__file__).parent
STAGES = (*CHECKS, "typeset", "inspect")
WORD = re.compile(r"[A-Za-z]{3,}")
"""Words of letters that no typography turns into others."""
KEYS = {"smith", "jones"}
"""Words of citations' keys, which plain pandoc shows as they are."""


def constructs() -> str:
    """Return a chapter of every construct."""
    return (HERE / "constructs.md").read_text(encoding="utf-8")


def nested(depth: int = 20) -> str:
    """Return a list in a list in a list, and quotes alike."""
    items = "".join(f"{'    ' * level}- level {level}\n" for level in range(depth))
    quotes = "\n".join(f"{'> ' * level}quote {level}\n" for level in range(1, depth))
    return f"# Deep\n\n{items}\n{quotes}"


def noted(count: int = 200) -> str:
    """Return paragraphs with a note each."""
    text = "".join(f"A sentence with a note.[^n{one}]\n\n" for one in range(count))
    notes = "".join(f"[^n{one}]: The note {one}.\n\n" for one in range(count))
    return f"# Notes\n\n{text}{notes}"


def cited(count: int = 2000) -> str:
    """Return citations of a few works, and of none."""
    keys = ("smith2020", "jones2021", "nobody1999")
    one = (f"[@{keys[number % 3]}, p. {number}]" for number in range(count))
    return "# Citations\n\n" + "\n\n".join(f"Said {words}." for words in one) + "\n"


def tabled(rows: int = 5000) -> str:
    """Return a table of very many rows."""
    body = "".join(f"| row {one} | {one} |\n" for one in range(rows))
    return f"# Table\n\n| Name | Value |\n|---|---:|\n{body}\n: A long table\n"


def headed(characters: int = 500) -> str:
    """Return a heading that is far too long, with tabs and CRLF around it."""
    words = "heading that does not end "
    long = (words * (characters // len(words) + 1))[:characters]
    return f"# Long\r\n\r\n## {long}\r\n\r\n-\tone\ttab\r\n-\ttwo\r\n"


BIBLIOGRAPHY = """@book{smith2020, author={Smith, Ann}, title={A book}, year={2020}}
@article{jones2021, author={Jones, Bo}, title={A paper}, journal={A review}, year=2021}
"""
TORTURES = {
    "constructs": constructs,
    "nested": nested,
    "noted": noted,
    "cited": cited,
    "tabled": tabled,
    "headed": lambda: "\ufeff" + headed(),
}


class Words(HTMLParser):
    """Counts the words of a page that readers see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.counts: Counter[str] = Counter()
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        # Python's parser says what is handed on.
        self.unseen += tag in {"script", "style", "math", "title"}

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in {"script", "style", "math", "title"}

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.counts.update(WORD.findall(data))


def counted(html: str) -> Counter[str]:
    """Return how often each word stands in a page."""
    words = Words()
    words.feed(html)
    words.close()
    return words.counts


def by_pandoc(text: str) -> str:
    """Return what plain pandoc makes of a chapter."""
    words = [program(), "--from=markdown", "--to=html", "--mathml", "--quiet"]
    done = subprocess.run(words, input=text.encode(), check=True, capture_output=True)
    return done.stdout.decode()


def built(root: Path, text: str) -> tuple[Path, list[Finding]]:
    """Build a chapter as a report; return its build folder and the findings."""
    sources = root / "sources"
    shutil.copytree(HERE / "images", sources / "images")
    (sources / "01-torture.md").write_bytes(text.encode())
    (sources / "references.bib").write_text(BIBLIOGRAPHY)
    site = Site.at(root, root / "build")
    for stage in STAGES:
        run(stage, site, lambda _: None)
    return site.build, settle_all(site, STAGES)


@pytest.mark.parametrize("name", TORTURES)
def test_what_pandoc_takes_is_printed_and_shown(name: str, tmp_path: Path) -> None:
    """PDF and page are whole and valid; what they cannot show has a finding."""
    text = TORTURES[name]()
    build, findings = built(tmp_path, text)
    ours = [one for one in findings if fault(one)]
    assert [f"{one.code} {one.message}" for one in ours] == []
    for profile in ("ua1", "2a"):
        report = validation.validate_pdf(
            build / "report.pdf",
            profile=profile,
            # A table of 5,000 rows is more than it looks at otherwise.
            limits=validation.SafetyLimits.unlimited(),
        )
        assert [one.message for one in report.failures] == []
    shown = counted((build / "report.html").read_text("utf-8"))
    lost = set(counted(by_pandoc(text))) - set(shown)
    assert lost - KEYS - allowed(findings) == set()


def fault(one: Finding) -> bool:
    """Say whether a finding is about a fault of ours, and no author's."""
    return one.code == "TYP04" or (one.code[:3] == "ACC" and one.code != "ACC01")


def allowed(findings: list[Finding]) -> set[str]:
    """Return the words that findings name as shown otherwise."""
    return {word for one in findings for word in WORD.findall(one.found or "")}


def test_every_degraded_construct_has_a_finding_at_its_line(tmp_path: Path) -> None:
    """What print cannot show is told with its place in the chapter."""
    _, findings = built(tmp_path, constructs())
    lines = constructs().split("\n")
    told = [
        (one.code, lines[one.place.line - 1]) for one in findings if one.place.line > 1
    ]
    for code, words in DEGRADED_AT:
        assert any(code == at and words in line for at, line in told), (code, words)


DEGRADED_AT = (
    ("REF01", "@sec-nowhere"),
    ("REF02", "#nowhere"),
    ("REF02", "gone.pdf"),
    ("REF03", "@handle"),
    ("REF03", "@nobody2020"),
    ("REF04", "[^lost]"),
    ("REF05", "images/gone.png"),
    ("STR01", "Skipped to level three"),
    ("STR02", "##"),
    ("ACC01", "![](images/dot.png)"),
    ("TYP01", "#nothing-defined(1)"),
    ("TYP02", "Ugaritic"),
    ("TYP03", "notacommand"),
    ("TYP05", "<video autoplay"),
    ("TYP05", "Raw LaTeX"),
)
