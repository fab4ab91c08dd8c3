"""The structure stage: chapters in, findings on headings, links and images out."""

from crossfoot.engines.belt import Log
from crossfoot.engines.files import read_chapters, write_findings
from crossfoot.findings import several
from crossfoot.site import Site
from crossfoot.structure import check


def run(site: Site, log: Log) -> None:
    """Write the findings."""
    findings = check(read_chapters(site))
    write_findings(site, "structure", findings)
    log(f"found {several(len(findings), 'problem')} of structure")
