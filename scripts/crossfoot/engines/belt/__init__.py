"""The belt: for each stage, the files it reads and writes.

One small module a stage, `run(site, log)`: reads what the stage needs, calls the
pure stage, writes its product and `build/findings/STAGE.jsonl`.
"""

from collections.abc import Callable
from importlib import import_module

from crossfoot.engines.memory import uncollected
from crossfoot.engines.process import STARTING
from crossfoot.site import Site

STAGES = (
    "read",
    "data",
    "figures",
    "repeats",
    "structure",
    "numbers",
    "assurance",
    "assemble",
    "typeset",
    "office",
    "inspect",
    "findings",
    "pack",
    "gate",
    "release",
)
"""Every stage, in an order in which each finds its inputs."""

CHECKS = (
    "read",
    "data",
    "figures",
    "repeats",
    "structure",
    "numbers",
    "assurance",
    "assemble",
)
"""The stages that need no typesetting, in order."""

Log = Callable[[str], None]
"""Takes one line of progress, for the stage's log file."""


def run(stage: str, site: Site, log: Log, threads: int = 2) -> int:
    """Run one stage on a report; return its exit code (0, or 1 from the gate)."""
    module = import_module(f"crossfoot.engines.belt.{stage}")
    more = (max(threads, 1),) if stage in STARTING else ()
    with uncollected():
        code = module.run(site, log, *more)
    return int(code or 0)
