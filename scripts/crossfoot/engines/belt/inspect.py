"""The inspect stage: `report.pdf` and `report.html` in, findings on them out."""

from crossfoot.engines.belt import Log
from crossfoot.engines.files import read_findings, read_json, write_findings
from crossfoot.engines.pdf import read_pdf
from crossfoot.findings import several
from crossfoot.inspect import inspect
from crossfoot.inspect.facts import Outputs
from crossfoot.site import Site


def run(site: Site, log: Log) -> None:
    """Write the findings."""
    pdf = read_pdf((site.build / "report.pdf").read_bytes())
    outputs = Outputs(
        report=read_json(site.build / "report.json"),
        pdf=pdf,
        page=(site.build / "report.html").read_text("utf-8"),
        absent=_absent(site),
        numbers=read_json(site.build / "numbers.json"),
    )
    findings = inspect(outputs)
    write_findings(site, "inspect", findings)
    log(f"read {several(pdf.pages, 'page')}: {several(len(findings), 'problem')}")


def _absent(site: Site) -> str:
    """Return the characters that typesetting reported as replaced on paper."""
    found = read_findings(site, ("typeset",))
    return "".join(one.found for one in found if one.code == "TYP02")
