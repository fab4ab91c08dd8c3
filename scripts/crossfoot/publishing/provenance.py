"""Provenance: what went into a release and came out of it in, a statement out.

Source: in-toto Attestation Framework, Statement v1; SLSA Provenance v1.
"""

from collections.abc import Mapping
from typing import Any

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://slsa.dev/provenance/v1"
BUILD = "https://crossfoot.example/build/1"
"""Names the kind of build: the stages of the belt, on the sources that are listed."""
BUILDER = "https://crossfoot.example/snakemake"

PROGRAMS = ("pandoc", "python")
THEME = "theme"
"""What is told among the tools and is either a source or a part of Crossfoot."""


def statement(
    inputs: Mapping[str, str],
    outputs: Mapping[str, str],
    tools: Mapping[str, str],
    parameters: Mapping[str, str],
) -> dict[str, Any]:
    """Return the statement; hashes are SHA-256 by path, tools are versions by name.

    It has no time of its own: the same build gives the same statement.
    """
    sources = [
        {"uri": f"file:{path}", "digest": {"sha256": digest}}
        for path, digest in sorted(inputs.items())
    ]
    packages = [
        {"uri": f"pkg:{_kind(name)}/{name.replace('_', '-')}@{version}"}
        for name, version in sorted(tools.items())
        if version and name != THEME
    ]
    return {
        "_type": STATEMENT,
        "subject": [
            {"name": path, "digest": {"sha256": digest}}
            for path, digest in sorted(outputs.items())
        ],
        "predicateType": PREDICATE,
        "predicate": {
            "buildDefinition": {
                "buildType": BUILD,
                "externalParameters": dict(sorted(parameters.items())),
                "resolvedDependencies": [*sources, *packages],
            },
            "runDetails": {
                "builder": {
                    "id": BUILDER,
                    "version": {"crossfoot": tools.get("crossfoot", "")},
                }
            },
        },
    }


def _kind(name: str) -> str:
    """Return where a tool comes from, as package addresses call it."""
    return "generic" if name in PROGRAMS else "pypi"
