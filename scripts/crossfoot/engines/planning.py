"""Planning: a report's folder in, what a build would do and why out.

Snakemake is asked through its own dry run, in this process; nothing is built.
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crossfoot.engines.belt import STAGES
from crossfoot.engines.checking import NothingCheckedError, refuse
from crossfoot.engines.logger import collected
from crossfoot.engines.ran import changes
from crossfoot.findings import nearest
from crossfoot.reasons import Change, Planned
from crossfoot.site import Site


class UnknownFileError(NothingCheckedError):
    """A file that no build reads or makes, in one line."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build would do, and what one that makes all anew would."""

    due: tuple[Planned, ...]
    whole: tuple[Planned, ...]
    changes: dict[str, Change]
    """What is new to each stage."""
    reads: dict[str, frozenset[str]]
    """The sources of each stage."""
    built: bool
    """Whether anything was built before."""


def plan(root: Path) -> Plan:
    """Return what a build of a report would do.

    Raises NothingCheckedError as `check` does, and when Snakemake refuses.
    """
    refuse(root)
    built = (root / "build").is_dir() and (root / ".snakemake").is_dir()
    with _inside(root):
        due, whole = _dry(), _dry("--forceall")
        from crossfoot.workflow import graphs

        graph = graphs[0]
        reads = {stage: frozenset(graph.hashes_of(stage)) for stage in STAGES}
        news = changes(graph, STAGES)
    return Plan(due, whole, news, reads, built)


def named(plan: Plan, root: Path, file: str) -> str:
    """Return the path of a file of the report as a build names it.

    Raises UnknownFileError.
    """
    site = Site.at(root)
    known = {path for one in plan.whole for path in (*one.makes, *one.needs)}
    known |= {path for read in plan.reads.values() for path in read}
    full = os.path.relpath(Path(file).absolute(), root.absolute())
    for path in (full, file, site.source(file), f"build/{file}"):
        if path in known:
            return path
    near = nearest(file, known)
    hint = f"; did you mean {near}?" if near else ""
    raise UnknownFileError(f"no build reads or makes {file}{hint}")


def _dry(*more: str) -> tuple[Planned, ...]:
    """Return what a dry run would do, in the order of the belt."""
    from crossfoot.hush import HUSH
    from crossfoot.verbs.build import build

    found: list[Planned] = []
    collected.append(found)
    before, told = sys.argv, io.StringIO()
    # Our own Snakefile looks there for what Snakemake was asked.
    sys.argv = ["crossfoot", "build", "--dry-run", *more]
    try:
        with contextlib.redirect_stderr(told), contextlib.redirect_stdout(told):
            code = build(["--dry-run", "--cores", "1", *more])
    finally:
        sys.argv = before
        collected.pop()
    if code or HUSH.refused:
        said = told.getvalue().strip().rpartition("\n")[2]
        raise NothingCheckedError(said or "Snakemake gave no plan")
    return tuple(one for stage in STAGES for one in found if one.rule == stage)


@contextlib.contextmanager
def _inside(root: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(root)
    try:
        yield
    finally:
        os.chdir(before)
