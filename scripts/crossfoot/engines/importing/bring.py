"""The import: files and a report's folder in, chapters and the review list out.

Everything is worked out before anything is written; no file that exists is touched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files as packaged
from pathlib import Path

from crossfoot.engines.files import write
from crossfoot.engines.importing.plan import Plan, settle
from crossfoot.engines.importing.sources import sources_of
from crossfoot.findings import Finding, several
from crossfoot.importing import files, judge, review
from crossfoot.importing.draft import RefusedError
from crossfoot.importing.naming import fresh
from crossfoot.importing.review import Brought
from crossfoot.places import Place, Text
from crossfoot.site import Site

STARTERS = {
    "Snakefile": "Snakefile",
    ".gitignore": "gitignore",
    "profiles/default/config.yaml": "profiles/default/config.yaml",
}
"""Files that a folder needs to be built, and what they are called in the package."""


class NothingImportedError(RuntimeError):
    """Nothing was written; the text says why, a line for each reason."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did."""

    written: list[str]
    """Paths below the report's folder, sorted."""
    page: str
    """Path of the review list."""
    findings: list[Finding]
    texts: dict[str, Text]
    """Texts that the findings point into."""
    files: list[Brought]


def bring(given: Sequence[Path], root: Path) -> Outcome:
    """Bring files into a report's folder; NothingImportedError when none could be."""
    plan = Plan.at(Site.at(root))
    for source in sources_of(given, plan.refused):
        try:
            settle(source, plan)
        except RefusedError as problem:
            plan.refused.append(f"{source.label} {problem}")
    if not plan.brought:
        raise NothingImportedError("\n".join(plan.refused))
    page = _conclude(plan)
    _refuse_to_overwrite(plan)
    for path in sorted(plan.files):
        write(root / path, plan.files[path])
    return Outcome(sorted(plan.files), page, plan.findings, plan.texts, plan.brought)


def _conclude(plan: Plan) -> str:
    """Plan what stands once: settings, data package, review list, what builds need.

    Returns the path of the review list.
    """
    if plan.settings:
        text = files.settings_text(plan.settings)
        plan.files[f"{plan.prefix}report.yml"] = text.encode()
    if plan.sheets:
        package = files.package(plan.sheets)
        plan.files[f"{plan.prefix}data/datapackage.json"] = package.encode()
    for path, name in STARTERS.items():
        if not plan.exists(path):
            data = (packaged("crossfoot") / "starter" / name).read_bytes()
            plan.files[path] = data
    there = [one.name for one in plan.root.glob("import*.md")]
    name = fresh("import", {one.removesuffix(".md") for one in there}) + ".md"
    page = Text(name, review.page(plan.brought, plan.refused))
    plan.files[name] = page.text.encode()
    plan.texts[name] = page
    plan.findings += judge.listed(page, plan.brought)
    plan.findings += [Finding("SRC19", one, Place(name)) for one in plan.refused]
    return name


def _refuse_to_overwrite(plan: Plan) -> None:
    there = [path for path in sorted(plan.files) if plan.exists(path)]
    if there:
        rest = f" and {several(len(there) - 3, 'other')}" if len(there) > 3 else ""
        raise NothingImportedError(
            f"{', '.join(there[:3])}{rest} would be overwritten; nothing was written,"
            " name another folder"
        )
