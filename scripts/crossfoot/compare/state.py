"""States: what a release, a folder or a revision holds that is compared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crossfoot.nodes import Node


@dataclass(frozen=True, slots=True)
class State:
    """One side of a comparison."""

    name: str
    """As it was asked for: a folder, or a revision."""
    blocks: list[Node]
    """Content of `report.json`."""
    meta: Mapping[str, Any]
    numbers: Mapping[str, Any]
    """Content of `numbers.json`."""
    tables: Mapping[str, str] = field(default_factory=dict)
    """Text of each CSV file by its name in `data/`."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns that tell the rows of a table apart, by its name, where declared."""
    figures: Mapping[str, bytes] = field(default_factory=dict)
    """SVG by the figure's name."""
    policy: str = ""
    """What the publisher says of how errors are corrected."""
