"""Sets small reports for the tests: Markdown in, what the typeset stage made out."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from printing import report

from crossfoot.engines.belt.typeset import run
from crossfoot.engines.files import read_findings, write_findings
from crossfoot.engines.pdf import read_pdf
from crossfoot.findings import Finding
from crossfoot.inspect.facts import Pdf
from crossfoot.site import Site

DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00"
    b"\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75"
    b"\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
)
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="40mm"'
    ' viewBox="0 0 90 40"><rect id="r" width="90" height="40" fill="#12436d"/>'
    '<text x="5" y="30" font-family="Source Sans 3" fill="#fff">Bars</text></svg>'
)
RECIPE = {
    "schema": "crossfoot/figure/1",
    "name": "asks",
    "alt": "Bars of two asks",
    "description": "The chart shows two rows.",
    "width_mm": 90,
    "height_mm": 40,
    "table": {"columns": ["Ask", "£m"], "rows": [["New", "203"]]},
}


@dataclass(frozen=True)
class Made:
    """What came of a report."""

    pdf: bytes
    html: str
    findings: list[Finding]
    log: list[str]

    @property
    def facts(self) -> Pdf:
        """What the PDF says of itself."""
        return read_pdf(self.pdf)

    @property
    def lines(self) -> list[str]:
        """The findings as `CODE file:line:column message`."""
        return [
            f"{one.code} {one.place.file}:{one.place.line}:{one.place.column}"
            f" {one.message}"
            for one in self.findings
        ]


def lay(root: Path, text: str, findings: list[Finding] = [], **record: Any) -> Site:  # noqa: B006 - never changed
    """Write a report as the stages before would have left it."""
    files: dict[str, bytes] = {
        "sources/01.md": text.encode(),
        "sources/images/dot.png": DOT,
        "build/figures/asks.svg": DRAWING.encode(),
        "build/figures/asks.json": json.dumps(RECIPE).encode(),
        "build/settings.json": b'{"report": {}, "chapters": [], "read": {}}',
    }
    ast = report(text, **record)
    for block in ast["blocks"]:
        if block["t"] == "Header":
            block["c"][1][2].append(["file", "sources/01.md"])
    files["build/report.json"] = json.dumps(ast, ensure_ascii=False).encode()
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    site = Site.at(root)
    write_findings(site, "numbers", findings)
    return site


def made(site: Site) -> Made:
    """Run the stage and return what it made."""
    log: list[str] = []
    run(site, log.append)
    return Made(
        (site.build / "report.pdf").read_bytes(),
        (site.build / "report.html").read_text("utf-8"),
        read_findings(site, ("typeset",)),
        log,
    )


def set_in(root: Path, text: str, **record: Any) -> Made:
    """Return what comes of a text."""
    return made(lay(root, text, **record))


def elsewhere(root: Path, **variables: str) -> None:
    """Run the stage in another process, in other surroundings."""
    subprocess.run(
        [sys.executable, "-m", "crossfoot", "stage", "typeset"],
        cwd=root,
        env={**os.environ, **variables},
        check=True,
        capture_output=True,
    )
