"""The publication record: `report.yml` in, pandoc metadata out."""

from typing import Any

from crossfoot.nodes import Node, meta

OURS = {
    "abbreviations",
    "bibliography",
    "chapters",
    "checks",
    "csl",
    "figures",
    "numbers",
    "parts",
    "repeats",
    "severity",
    "style",
    "theme",
}
"""Settings that steer the build and say nothing about the publication."""


def record(report: dict[str, Any], title: str) -> dict[str, Node]:
    """Return the metadata of a report; `title` counts when settings name none."""
    told = {
        key: value
        for key, value in report.items()
        if key not in OURS and value not in (None, "", [], {})
    }
    told.setdefault("title", title)
    told["lang"] = str(told.get("language") or told.get("lang") or "en-GB")
    return {key: meta(told[key]) for key in sorted(told)}
