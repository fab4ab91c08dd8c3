"""Checks without a build: a report's folder in, settled findings and products out.

The stages run as in a build, in one process, on a temporary build folder: nothing
is written in the report.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossfoot.engines.belt import CHECKS, run
from crossfoot.engines.files import (
    read_chapters,
    read_json,
    read_text,
    sources_of,
    texts,
    write_findings,
)
from crossfoot.engines.settling import settle_all
from crossfoot.engines.telling import watched
from crossfoot.findings import Finding, listed
from crossfoot.places import Text
from crossfoot.read.faults import UNREAD
from crossfoot.render import Sources
from crossfoot.site import Site
from crossfoot.yamlfile import YamlError, load


class NothingCheckedError(RuntimeError):
    """Why a folder holds nothing that could be checked, in one line."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks of a report gave."""

    findings: list[Finding]
    """Settled and sorted."""
    sources: Sources
    products: dict[str, Any]
    """Content of the product files asked for, by name."""

    @property
    def unread(self) -> list[Finding]:
        """Those on chapters that stay as they were typed, so that nothing is checked.

        Of a chapter that pandoc read without its metadata there is another finding.
        """
        found = (one for one in self.findings if one.code == "SRC07")
        return [one for one in found if one.message.startswith(UNREAD)]


def check(
    root: Path,
    stages: Sequence[str] = CHECKS,
    products: Sequence[str] = (),
    *,
    links: bool = False,
) -> Checked:
    """Run stages on a report and return what they found and made.

    With `links`, addresses on the web that chapters link to are asked as well.

    Raises NothingCheckedError without a folder, a chapter or a readable
    `report.yml`.
    """
    refuse(root)
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        site = Site.at(root, Path(folder))
        for stage in stages:
            with watched(stage):
                run(stage, site, lambda _: None)
        if links:
            _ask_links(site)
        findings = settle_all(site, (*stages, *(["links"] if links else [])))
        made = {name: read_json(site.build / name) for name in products}
        told = sources_of(site, findings)
        if "repeats.json" in made:
            told = {**told, **texts(site, site.chapters())}
        return Checked(findings, told, made)


def _ask_links(site: Site) -> None:
    """Write what the check of links on the web finds, as a stage would."""
    from crossfoot.engines.answering import silent
    from crossfoot.structure import outside, survey

    surveys = [survey(chapter) for chapter in read_chapters(site)]
    answers = silent(outside.addresses(surveys))
    write_findings(site, "links", list(outside.check(surveys, answers)))


def refuse(root: Path) -> None:
    """Raise NothingCheckedError when a folder cannot be checked as a report."""
    if not root.is_dir():
        raise NothingCheckedError(f"{root} is not a folder; name a report's folder")
    site = Site.at(root)
    if not site.chapters():
        message = "holds no chapter; expected sources/*.md, or else *.md"
        raise NothingCheckedError(f"{root} {message}")
    odd = site.unnameable()
    if odd:
        raise NothingCheckedError(f"file name {listed(odd)} is not UTF-8; rename it")
    name = site.source("report.yml")
    text = read_text(root / name)
    try:
        load(Text(name, text or ""))
    except YamlError as problem:
        where = f"{name}:{problem.place.line}:{problem.place.column}"
        raise NothingCheckedError(
            f"{where}: report.yml is not YAML: {problem.message}"
        ) from None
