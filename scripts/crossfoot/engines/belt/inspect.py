"""The inspect stage: all that was made of a report in, findings on it out."""

from collections.abc import Callable

from crossfoot.engines.archives import docx_words, epub_words
from crossfoot.engines.belt import Log
from crossfoot.engines.files import read_findings, read_json, write_findings
from crossfoot.engines.pdf import read_pdf
from crossfoot.findings import several
from crossfoot.inspect import inspect
from crossfoot.inspect.facts import Outputs
from crossfoot.site import Site

OTHERS: dict[str, tuple[str, Callable[[bytes], str]]] = {
    "Word document": ("report.docx", docx_words),
    "e-book": ("report.epub", epub_words),
}
"""Outputs whose words alone are looked at, with what reads them."""


def run(site: Site, log: Log) -> None:
    """Write the findings."""
    outputs = outputs_of(site)
    findings = inspect(outputs)
    write_findings(site, "inspect", findings)
    pages = several(outputs.pdf.pages, "page")
    problems = several(len(findings), "problem") if findings else "no problems"
    log(f"{pages}, {problems}")


def outputs_of(site: Site) -> Outputs:
    """Return what was made of a report."""
    folder = site.build / "site"
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    names = {path.relative_to(folder).as_posix(): path for path in files}
    pages = {name: path for name, path in names.items() if name.endswith(".html")}
    return Outputs(
        report=read_json(site.build / "report.json"),
        pdf=read_pdf((site.build / "report.pdf").read_bytes()),
        page=(site.build / "report.html").read_text("utf-8"),
        absent=_absent(site),
        numbers=read_json(site.build / "numbers.json"),
        site={name: path.read_text("utf-8") for name, path in pages.items()},
        files=frozenset(names),
        texts={
            called: read((site.build / name).read_bytes())
            for called, (name, read) in OTHERS.items()
            if (site.build / name).is_file()
        },
    )


def _absent(site: Site) -> str:
    """Return the characters that typesetting reported as replaced on paper."""
    found = read_findings(site, ("typeset",))
    return "".join(one.found for one in found if one.code == "TYP02")
