"""A resident process gives what a build gives, whatever was edited before."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from conftest import Make
from editing import CHAPTERS, REST, Editor

from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.resident import Resident
from crossfoot.engines.settling import settle_all
from crossfoot.findings import Finding
from crossfoot.site import Site


def built(root: Path) -> tuple[bytes, bytes, list[Finding]]:
    """Return page, paper and findings of a build that starts with nothing."""
    with TemporaryDirectory() as folder:
        site = Site.at(root, Path(folder))
        for stage in (*CHECKS, "typeset"):
            run(stage, site, lambda _: None)
        page, paper = (site.build / f"report.{kind}" for kind in ("html", "pdf"))
        return page.read_bytes(), paper.read_bytes(), settle_all(site, CHECKS)


def same(resident: Resident, root: Path, *, paper: bool) -> bool:
    """Say whether a resident process shows what a build makes."""
    turn = resident.page()
    pdf = resident.paper().paper if paper else None
    page, printed, findings = built(root)
    return (turn.page, pdf or printed, list(turn.findings), turn.trouble) == (
        *(page, printed, findings),
        "",
    )


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_give_the_bytes_of_a_build(make: Make, seed: int) -> None:
    """After any edits page, paper and findings are those of a build from nothing."""
    root = make({**CHAPTERS, **REST})
    resident, editor = Resident(root), Editor(root, seed)
    made: list[str] = []
    for _ in range(3):
        for _ in range(3):
            resident.page()
            made.append(editor.edit())
        assert same(resident, root, paper=True), made
    resident.close()
