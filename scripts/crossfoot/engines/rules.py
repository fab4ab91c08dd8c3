"""The rules of the workflow: the Snakefile and a report in, rules and their files out.

The Snakefile itself is read, and what its rules name is asked of the same graph that
Snakemake asks: there is no second list of rules that could differ from it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from crossfoot.pack.process import Rule
from crossfoot.site import Site
from crossfoot.workflow import Graph, snakefile

RULE = re.compile(r"^rule (\w+):\n((?:    .*\n|\n)*)", re.MULTILINE)
PART = re.compile(r"^    (input|output):\n((?:        .*\n|\n)*)", re.MULTILINE)
GATHERS = "all"
"""The rule that only names what a build is to make."""


def rules_of(site: Site) -> list[Rule]:
    """Return the rules in their order, with the files that they name."""
    graph = Graph(site)
    out = []
    for name, body in RULE.findall(snakefile().read_text("utf-8")):
        if name == GATHERS:
            continue
        parts = dict(PART.findall(body))
        needs, makes = (
            _files(parts.get(one, ""), graph) for one in ("input", "output")
        )
        out.append(Rule(name, needs, makes))
    return out


def _files(body: str, graph: Graph) -> tuple[str, ...]:
    """Return what the lines of an `input:` or `output:` name."""
    known: dict[str, Any] = {"graph": graph, "expand": _expand, "directory": str}
    value = eval(f"[\n{body}\n]", {"__builtins__": {"map": map}}, known)  # noqa: S307 - our own Snakefile
    return tuple(_flat(value))


def _flat(value: Iterable[Any]) -> Iterator[str]:
    for one in value:
        if isinstance(one, str):
            yield one
        else:
            yield from _flat(one)


def _expand(pattern: str, **values: Iterable[str]) -> list[str]:
    """Return a pattern with each value of its one wildcard, as Snakemake's does."""
    ((name, some),) = values.items()
    return [pattern.replace(f"{{{name}}}", one) for one in some]
