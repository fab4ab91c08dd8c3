"""A resident process gives what a build gives, whatever was edited before."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Make
from editing import CHAPTERS, REST, Editor

from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.resident import Resident, Turn
from crossfoot.engines.settling import settle_all
from crossfoot.findings import Finding
from crossfoot.site import Site

Made = tuple[bytes, bytes, list[Finding]]
"""Page, paper and findings."""


class Clean:
    """Builds a report from nothing but the figures it has drawn before."""

    def __init__(self, root: Path, build: Path) -> None:
        """Build in a folder of its own."""
        self.root, self.build = root, build

    def made(self) -> Made:
        """Return page, paper and findings of a build."""
        for path in self.build.iterdir():
            if path.name != ".cache":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        for path in self.build.glob(".cache/*"):
            if not path.name.startswith("figures"):
                shutil.rmtree(path)
        site = Site.at(self.root, self.build)
        for stage in (*CHECKS, "typeset"):
            run(stage, site, lambda _: None)
        page, paper = (site.build / f"report.{kind}" for kind in ("html", "pdf"))
        return page.read_bytes(), paper.read_bytes(), settle_all(site, CHECKS)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that holds the report's figure, which takes long to draw."""
    root = tmp_path_factory.mktemp("drawn")
    for name, text in {**CHAPTERS, **REST}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    for stage in ("read", "data", "figures"):
        run(stage, Site.at(root), lambda _: None)
    for path in (root / "build" / ".cache").iterdir():
        if not path.name.startswith("figures"):
            shutil.rmtree(path)
    return root / "build" / ".cache"


@pytest.fixture
def root(make: Make, drawn: Path) -> Path:
    """Return a small report that has all that reports have."""
    made = make({**CHAPTERS, **REST})
    shutil.copytree(drawn, made / "build" / ".cache")
    return made


@pytest.fixture
def resident(root: Path) -> Iterator[Resident]:
    """Return a resident process of the small report."""
    one = Resident(root)
    yield one
    one.close()


@pytest.fixture
def clean(root: Path, drawn: Path, tmp_path: Path) -> Clean:
    """Return what builds the small report from nothing."""
    shutil.copytree(drawn, tmp_path / "clean" / ".cache")
    return Clean(root, tmp_path / "clean")


def shown(resident: Resident, turn: Turn) -> Made:
    """Return what a resident process made of the report."""
    paper = resident.paper()
    resident.rest()
    assert not turn.trouble
    assert not paper.trouble
    return turn.page or b"", paper.paper or b"", list(turn.findings)


@pytest.mark.parametrize("seed", range(2))
def test_random_edits_give_the_bytes_of_a_build(
    root: Path, resident: Resident, clean: Clean, seed: int
) -> None:
    """After any edits page, paper and findings are those of a build from nothing."""
    editor, made = Editor(root, seed), []
    for _ in range(3):
        for early in (True, False, True, True):
            resident.page(early=early)
            made.append(editor.edit())
        resident.page(early=True)
        assert shown(resident, resident.settle()) == clean.made(), made


def test_an_early_page_is_mended_when_repeats_change(
    root: Path, resident: Resident, clean: Clean
) -> None:
    """A passage pasted into another chapter is cut there once repeats are settled."""
    resident.page()
    passage = next(one for one in CHAPTERS.values() if "crossed" in one).split("\n\n")
    path = root / "sources/03-end.md"
    path.write_text(f"{path.read_text('utf-8')}\n\n{passage[-1]}" * 2, "utf-8")
    early = resident.page(early=True)
    settled = resident.settle()
    assert (early.settled, settled.settled) == (False, True)
    assert early.page != settled.page
    assert shown(resident, settled) == clean.made()


def test_numbers_of_notes_and_figures_stay_right(
    root: Path, resident: Resident, clean: Clean
) -> None:
    """A note and a figure put into the first chapter count on through all others."""
    resident.page()
    path = root / "sources/01-summary.md"
    more = "\n\nNew[^z].\n\n[^z]: A note.\n\n![Again](figures/asks.svg){#fig-again}\n"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    assert shown(resident, resident.page()) == clean.made()


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>One</title><id>one</id></info>
<citation><layout><text value="{}"/></layout></citation></style>
"""


def test_another_citation_style_is_taken_in(
    root: Path, resident: Resident, clean: Clean
) -> None:
    """A style that changes under its name changes the citations of all chapters."""
    settings, style = root / "sources/report.yml", root / "sources/one.csl"
    settings.write_text(f"{settings.read_text('utf-8')}csl: one.csl\n", "utf-8")
    style.write_text(STYLE.format("FIRST"), "utf-8")
    assert b"FIRST" in (resident.page().page or b"")
    style.write_text(STYLE.format("SECOND"), "utf-8")
    turn = resident.page()
    assert b"FIRST" not in (turn.page or b"")
    assert shown(resident, turn) == clean.made()
